"""Backups of a workspace, in the folder ``backups`` beside it; the oldest make room for the newest."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reformdesk.errors import StoreError

FOLDER = "backups"
BESIDE = ("-wal", "-shm", "-journal")
"""How the names of the files end that SQLite keeps beside a workspace."""
KEPT = 10
EVERY = timedelta(hours=20)
LIFE = "life:"
"""What the name of a mark begins with, that a desk bears for each copy it was ever put back from."""
_WRITTEN_AHEAD, _PLAIN = b"\x02\x02", b"\x01\x01"
"""Bytes 18 and 19 of a file: whether it has a write-ahead log (https://sqlite.org/fileformat2.html, 1.3.3)."""
_STAMP = "%Y%m%dT%H%M%SZ"


def backups(path: Path) -> list[Path]:
    """Return the backups of the workspace at ``path``, oldest first."""
    return sorted((path.parent / FOLDER).glob(f"{path.stem}-????????T??????Z{path.suffix}"))


def in_turn(copies: Iterable[Path], now: datetime) -> list[Path]:
    """Return copies as they were made, oldest first, as far as their names can say.

    What bears a day to come was made while the clock was wrong, and so before what was made since.
    """
    return sorted(copies, key=lambda one: (made_at(one) <= now, one.name))


def made_at(backup: Path) -> datetime:
    """Return when a backup was made, as its name says."""
    return datetime.fromisoformat(backup.stem[-16:])


def stamped(path: Path, mark: str, now: datetime) -> Path:
    """Return where a copy of a workspace goes that is made now; ``mark`` stands between its name and the time."""
    return path.parent / FOLDER / f"{path.stem}{mark}{now.astimezone(UTC):{_STAMP}}{path.suffix}"


def is_due(path: Path, now: datetime) -> bool:
    """Whether the newest backup has grown old."""
    newest = in_turn(backups(path), now)[-1:]
    # a backup of a day to come says nothing of today
    return not newest or not timedelta(0) <= now - made_at(newest[0]) < EVERY


def back_up(connection: sqlite3.Connection, path: Path, now: datetime) -> Path:
    """Back an open database up; the oldest ones beyond :data:`KEPT` go.

    Raises ``StoreError``: ``backup-failed``, and ``workspace-damaged`` where the copy is torn, since it would
    drive a sound one out.
    """
    target = stamped(path, "-", now)
    unfinished = target.with_suffix(".part")
    try:
        target.parent.mkdir(exist_ok=True)
        for cut_short in target.parent.glob(f"{path.stem}-????????T??????Z.part"):
            clear_away(cut_short)
        if not copy_whole(connection, unfinished):
            raise StoreError("workspace-damaged", file=path.name)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as problem:
        raise StoreError("backup-failed", folder=str(target.parent)) from problem
    finally:
        with suppress(OSError):
            clear_away(unfinished)
    for stale in in_turn(backups(path), now)[:-KEPT]:
        stale.unlink(missing_ok=True)
    return target


def copy_whole(connection: sqlite3.Connection, target: Path) -> bool:
    """Write a copy of an open database that it can be gone on with after a loss; nothing, and ``False``, if unsound.

    Gone on with where it lies, it is another life of the desk, and bears the mark of it (:func:`begun_anew`).
    """
    # what a copy that was cut short left behind would be taken for a part of this one
    clear_away(target)
    with closing(sqlite3.connect(target)) as copy:
        # nobody else looks at it, and no file is needed beside it for those who would
        copy.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        sound = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok" and _has_facts(copy)
        if sound:
            _mark(copy)
    if not sound:
        clear_away(target)
    return sound


def clear_away(unfinished: Path) -> None:
    """Remove a copy that is not whole, with what SQLite keeps beside it."""
    for ending in ("", *BESIDE):
        unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def begun_anew(content: bytes) -> bytes:
    """Return the bytes of a copy that is about to be gone on with, as those of another life of its desk.

    What the desk had said since the copy was made is lost with it, so of two words the one that knows less may be the
    later; each going on has a mark of its own, also from the same copy. What is no sound database stays as it is: who
    opens it says what is wrong.
    """
    if content[18:20] == _WRITTEN_AHEAD:
        # a database in memory knows no log; in a file alone nothing is left in it
        content = content[:18] + _PLAIN + content[20:]
    try:
        with closing(sqlite3.connect(":memory:")) as copy:
            copy.deserialize(content)
            _mark(copy)
            return copy.serialize()
    # SQLite says of an empty one that there is no memory for it
    except (sqlite3.Error, MemoryError):
        return content


def _has_facts(copy: sqlite3.Connection) -> bool:
    return copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone() is not None


def _mark(copy: sqlite3.Connection) -> None:
    with copy:
        copy.execute("INSERT INTO meta (name, value) VALUES (?, '')", (LIFE + secrets.token_hex(8),))
