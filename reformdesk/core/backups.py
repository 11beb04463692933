"""Backups of a workspace, in the folder ``backups`` beside it; the oldest make room for the newest."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
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
        if not copy_whole(connection, unfinished):
            unfinished.unlink()
            raise StoreError("workspace-damaged", file=path.name)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as problem:
        unfinished.unlink(missing_ok=True)
        raise StoreError("backup-failed", folder=str(target.parent)) from problem
    for stale in in_turn(backups(path), now)[:-KEPT]:
        stale.unlink(missing_ok=True)
    return target


def copy_whole(connection: sqlite3.Connection, target: Path) -> bool:
    """Write a copy of an open database that it can be gone on with after a loss; whether it is sound.

    Gone on with, it begins another life of the desk, and bears the mark of it from the start. What the desk had said
    since the copy was made is lost with it, so of two words the one that knows less may be the later.
    """
    for ending in ("", *BESIDE):
        # what a copy that was cut short left behind would be taken for a part of this one
        target.with_name(target.name + ending).unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return False
        with copy:
            copy.execute("INSERT INTO meta (name, value) VALUES (?, '')", (LIFE + secrets.token_hex(8),))
    return True
