"""Open, keep and close a workspace: one SQLite file for an agency or for Home Affairs.

A workspace is open in one place at a time: the connection holds SQLite's exclusive lock, which
the system takes back when a process dies. Every commit is on the disk when it returns
(WAL, ``synchronous=FULL``).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from reformdesk import __version__
from reformdesk.core import backups, outfile
from reformdesk.core.schema import APPLICATION_ID, MIGRATIONS, applied
from reformdesk.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".rdesk"
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What a file in trouble raises: SQLite quotes a damaged schema in its words, which are then no UTF-8 either."""


class Office(StrEnum):
    """Whose desk a workspace is."""

    AGENCY = "agency"
    HOME_AFFAIRS = "home-affairs"


@dataclass(eq=False)
class Workspace:
    """An open workspace. ``owner`` is the id of the agency whose desk it is.

    ``to_look``: it is damaged, and nothing is written to it.
    """

    path: Path
    connection: sqlite3.Connection
    office: Office
    owner: str
    to_look: bool = False
    _file: tuple[int, int] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._file = identity(self.path)

    @cached_property
    def db(self) -> Database:
        """What writes; reading alone, as when a form opens, does without loading it."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Run a block in one transaction; what SQLite reports becomes a :class:`StoreError`.

        ``workspace-gone`` where the file is not in its place any more: SQLite would go on writing to
        a file that nobody finds again. ``workspace-to-look`` where it is open to be looked at only.
        """
        self.require_sound()
        if self._file is None or identity(self.path) != self._file:
            raise StoreError("workspace-gone", file=self.path.name, folder=str(self.path.parent))
        try:
            with self.db.atomic():
                yield
        except _UNREADABLE as problem:
            raise _store_error(problem, self.path) from problem

    def require_sound(self) -> None:
        """Raise ``StoreError('workspace-to-look')`` where it is damaged: nothing that is handed out is made of it."""
        if self.to_look:
            raise StoreError("workspace-to-look", file=self.path.name)

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows of a query with named parameters."""
        try:
            return _rows(self.connection, sql, params or {})
        except _UNREADABLE as problem:
            raise _store_error(problem, self.path) from problem

    def tuples(self, sql: str, params: Mapping[str, Any] | None = None) -> list[Any]:
        """Return the rows of a query as plain tuples, where many thousands of them are read at once."""
        try:
            return self.connection.execute(sql, params or {}).fetchall()
        except sqlite3.Error as problem:
            raise _store_error(problem, self.path) from problem

    def meta(self, name: str, default: str = "") -> str:
        """Return a fact about the workspace itself."""
        found = self.rows("SELECT value FROM meta WHERE name = :name", {"name": name})
        return str(found[0]["value"]) if found else default

    def set_meta(self, name: str, value: str) -> None:
        """Keep a fact about the workspace itself."""
        with self.atomic():
            self.db.table("meta").upsert({"name": name, "value": value}, pk="name")

    def reattach(self) -> None:
        """Open the file anew that is in its place again, as after a USB stick was pulled and put back.

        Raises :class:`StoreError` as :func:`open_workspace` does, and ``workspace-gone`` where nothing,
        or another desk's file, lies there.
        """
        gone = StoreError("workspace-gone", file=self.path.name, folder=str(self.path.parent))
        if identity(self.path) is None:
            raise gone
        self._file = None
        # before the other is opened: SQLite would take the log of this one for its own
        with suppress(sqlite3.Error):
            self.close()
        again = open_workspace(self.path)
        if (again.office, again.owner) != (self.office, self.owner):
            again.close()
            raise gone
        self.connection, self._file = again.connection, identity(self.path)

    def close(self) -> None:
        """Close the file and let go of it."""
        self.__dict__.pop("db", None)
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def timestamp(moment: datetime) -> str:
    """Return a moment as RFC 3339 UTC with seconds."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def create(path: Path, office: Office, owner: str, now: datetime) -> Workspace:
    """Make a new workspace, whole or not at all; an existing file is refused (``workspace-exists``)."""
    if path.exists():
        raise StoreError("workspace-exists", file=path.name)
    if not path.parent.is_dir():
        raise StoreError("folder-missing", folder=str(path.parent))
    unfinished = path.with_name(f".{path.name}.part")
    _remove(unfinished)
    try:
        _write_new(unfinished, office, owner, now)
        outfile.move_into_place(unfinished, path)
    except sqlite3.Error as problem:
        raise _store_error(problem, path) from problem
    except StoreError as problem:
        # there is no workspace yet that could be copied elsewhere
        if problem.code == "workspace-read-only":
            raise StoreError("folder-read-only", folder=str(path.parent)) from problem
        raise
    finally:
        _remove(unfinished)
    try:
        return open_workspace(path)
    except StoreError:
        _remove(path)
        raise


def _write_new(path: Path, office: Office, owner: str, now: datetime) -> None:
    with closing(_connect(path, create=True)) as connection:
        db = _migrated(connection)
        # what was written so far reaches the disk with this: a sync is of the whole file
        connection.execute("PRAGMA synchronous = FULL")
        with db.atomic():
            db.table("meta").insert_all(
                [
                    {"name": "office", "value": office.value},
                    {"name": "owner", "value": owner},
                    {"name": "created_at", "value": timestamp(now)},
                    {"name": "created_by", "value": f"reformdesk {__version__}"},
                ]
            )


def _migrated(connection: sqlite3.Connection) -> Database:
    """Bring a schema up to date."""
    from sqlite_utils import Database

    from reformdesk.core.migrations import migrations

    db = Database(connection, execute_plugins=False)
    migrations.apply(db)
    return db


def _remove(path: Path) -> None:
    """Remove a workspace that never came to be, with what SQLite keeps beside it."""
    for part in _own_files(path):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from any other, ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _own_files(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")))


def open_workspace(path: Path, *, to_look: bool = False) -> Workspace:
    """Open a workspace, bringing an older schema up to date after a backup.

    What can be seen at a glance is asked of the file; :mod:`reformdesk.core.soundness` asks all. ``to_look``
    opens a damaged one as far as it goes, and writes nothing to it.

    Raises :class:`StoreError`: ``workspace-missing``, ``workspace-not-ours``, ``workspace-newer``,
    ``workspace-busy``, ``workspace-read-only``, ``workspace-damaged``, ``disk-full``.
    """
    if not os.path.lexists(path):  # Path.exists() raises for a name that is too long
        raise StoreError("workspace-missing", file=path.name)
    if not path.is_file():
        raise StoreError("workspace-not-ours", file=path.name)
    _require_ours(path)
    if not os.access(path, os.W_OK):
        raise StoreError("workspace-read-only", file=path.name)
    connection = _connect(path, create=False)
    try:
        _bring_up(connection, path, may_write=not to_look)
        if to_look:
            connection.execute("PRAGMA query_only = ON")
        return _as_workspace(path, connection, to_look=to_look)
    except _UNREADABLE as problem:
        connection.close()
        raise _store_error(problem, path) from problem
    except BaseException:
        connection.close()
        raise


def _bring_up(connection: sqlite3.Connection, path: Path, *, may_write: bool) -> None:
    """Bring an older schema up to date, after a backup."""
    done = applied(connection)
    if done > set(MIGRATIONS):
        raise StoreError("workspace-newer", file=path.name)
    if done == set(MIGRATIONS):
        return
    # what has seen no migration at all, or strange ones in the place of ours, has lost its schema: none is made over it
    if not set() < done < set(MIGRATIONS) or not may_write or _structure(connection):
        raise StoreError("workspace-damaged", file=path.name)
    backups.back_up(connection, path, datetime.now(UTC))
    _migrated(connection)


def _as_workspace(path: Path, connection: sqlite3.Connection, *, to_look: bool) -> Workspace:
    facts = _facts(connection)
    if facts.get("office") not in set(Office) or "owner" not in facts:
        raise StoreError("workspace-damaged", file=path.name)
    return Workspace(path, connection, Office(facts["office"]), facts["owner"], to_look)


def _facts(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the facts about a workspace; none where it has lost their table."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone() is None:
        return {}
    return {str(row["name"]): str(row["value"]) for row in _rows(connection, "SELECT name, value FROM meta", {})}


@dataclass(frozen=True)
class Kept:
    """A copy that is looked at where it lies. ``is_older``: its schema is one that this program would bring up."""

    workspace: Workspace
    is_older: bool


@contextmanager
def open_kept(path: Path) -> Iterator[Kept]:
    """Look at a backup without a lock and without touching it; nobody else may be writing to it.

    Raises :class:`StoreError`: ``workspace-not-ours``, ``workspace-unreadable``, ``workspace-damaged``.
    """
    _require_ours(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if _structure(connection):
                raise StoreError("workspace-damaged", file=path.name)
            found = _as_workspace(path, connection, to_look=True)
            yield Kept(found, applied(connection) != set(MIGRATIONS))
    except _UNREADABLE as problem:
        raise _store_error(problem, path) from problem


def _structure(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with a file."""
    return [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]


def _rows(connection: sqlite3.Connection, sql: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, dict(params))
    # to SQLite a letter is itself small or large: one that a flipped bit made large is no other column
    names = [column[0].lower() for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def looks_like_workspace(path: Path) -> bool:
    """Whether a file is one of SQLite's, of whatever program; not for a workspace that is open here."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def identities(workspace: Path) -> frozenset[tuple[int, int]]:
    """Return what tells a workspace's own files from any other, those that SQLite keeps beside it too."""
    return frozenset(found for part in _own_files(workspace) if (found := identity(part)) is not None)


def is_part_of(workspace: Path, file: Path) -> bool:
    """Whether ``file`` is a workspace's own; it must not be read while the workspace is open."""
    return identity(file) in identities(workspace)


def _require_ours(path: Path) -> None:
    """Look at the header alone: SQLite would create or recover things in a file that is not ours.

    SQLite itself looks, never :func:`open`: closing a file lets go of all locks that this process
    holds on it, those of an open workspace too.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as probe:
            # a checkpoint that was cut short leaves a file shorter than its header says, and the rest in the WAL
            probe.execute("PRAGMA writable_schema = ON")
            mark = probe.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.OperationalError as problem:
        raise StoreError("workspace-unreadable", file=path.name) from problem
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorname == "SQLITE_NOTADB":
            raise _not_ours(path) from problem
        raise _store_error(problem, path) from problem
    if mark != APPLICATION_ID:
        raise _not_ours(path)


def _not_ours(path: Path) -> StoreError:
    """Return what a file is called that does not bear our mark: what has backups was a workspace once."""
    return StoreError("workspace-damaged" if backups.backups(path) else "workspace-not-ours", file=path.name)


def _connect(path: Path, *, create: bool) -> sqlite3.Connection:
    mode = "rwc" if create else "rw"
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=0.2, check_same_thread=False
        )
    except sqlite3.Error as problem:
        raise _store_error(problem, path) from problem
    try:
        _set_up(connection, create=create)
    except _UNREADABLE as problem:
        # a connection that is left to itself holds its lock
        connection.close()
        raise _store_error(problem, path) from problem
    return connection


def _set_up(connection: sqlite3.Connection, *, create: bool) -> None:
    if create:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    for pragma in (
        "locking_mode = EXCLUSIVE",
        # a new file is moved to its place: what stood in a log beside it would be left behind
        f"journal_mode = {'DELETE' if create else 'WAL'}",
        # nobody needs half of a new file
        f"synchronous = {'OFF' if create else 'FULL'}",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    # take the exclusive lock now, so that the second opener is told at once
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")


_DAMAGE = ("Could not decode", "no such column", "no such table")
"""How SQLite words what only changed bytes lead to: text that is none, or a schema that is no more ours."""


def _store_error(problem: sqlite3.Error | UnicodeDecodeError, path: Path) -> StoreError:
    name = getattr(problem, "sqlite_errorname", "") or ""
    if isinstance(problem, UnicodeDecodeError) or str(problem).startswith(_DAMAGE):
        name = "SQLITE_CORRUPT"
    codes = {
        "SQLITE_BUSY": "workspace-busy",
        "SQLITE_LOCKED": "workspace-busy",
        "SQLITE_READONLY": "workspace-read-only",
        "SQLITE_CANTOPEN": "workspace-read-only",
        "SQLITE_PERM": "workspace-read-only",
        "SQLITE_FULL": "disk-full",
        "SQLITE_IOERR": "disk-trouble",
        "SQLITE_CORRUPT": "workspace-damaged",
        "SQLITE_NOTADB": "workspace-damaged",
    }
    code = next((codes[key] for key in codes if name.startswith(key)), "workspace-trouble")
    return StoreError(code, file=path.name, detail=str(problem))


def check(workspace: Workspace) -> list[str]:
    """Return what SQLite finds wrong with the file (``integrity_check``, foreign keys); empty when sound."""
    try:
        problems = _structure(workspace.connection)
    except _UNREADABLE as problem:
        raise _store_error(problem, workspace.path) from problem
    problems += [f"foreign key: {row['table']}" for row in workspace.rows("PRAGMA foreign_key_check")]
    return problems


def copy_to(workspace: Workspace, target: Path) -> None:
    """Write a whole copy of an open workspace, or none; another file in its place is overwritten.

    Raises ``StoreError``: ``workspace-exists`` where the target is the workspace itself, ``backup-failed``.
    """
    if is_part_of(workspace.path, target):
        raise StoreError("workspace-exists", file=target.name)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            workspace.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StoreError("backup-failed", folder=str(target.parent)) from problem


def backup_if_due(workspace: Workspace, now: datetime) -> Path | None:
    """Back the workspace up unless a recent backup stands."""
    if not backups.is_due(workspace.path, now):
        return None
    return backups.back_up(workspace.connection, workspace.path, now)
