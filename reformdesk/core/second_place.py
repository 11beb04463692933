"""A second place for a workspace and its key, on a USB stick or another computer.

A copy is taken whole by SQLite's own backup, first beside the workspace, which takes a moment, then
from there to the second place, which may be slow or gone: only the first step needs the workspace.
The place has a folder for each desk; its ``keys`` are where a copy that is opened looks for its key.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reformdesk.core import backups, keyring, outfile
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable, StoreError

KEPT = 3
OLD = timedelta(days=1)
"""A copy that lacks something is worth a warning after this."""

_PLACE, _MADE, _HOLDS, _FAILED = "second-place", "second-place-made", "second-place-holds", "second-place-failed"
_STAMP = "%Y%m%dT%H%M%SZ"
_COPY = re.compile(r"(?P<stem>.+)-\d{8}T\d{6}Z\.rdesk")
_FOLDER = re.compile(r"(?P<stem>.+)-\d{8}T\d{6}Z")


@dataclass(frozen=True)
class SecondPlace:
    """How a desk's second place stands.

    ``folder`` is empty where none was chosen, ``made_at`` (RFC 3339 UTC) where no copy was made yet;
    ``behind``: something has come since. ``failed`` is the code of what the last try came to, else empty.
    """

    folder: str = ""
    made_at: str = ""
    behind: bool = False
    failed: str = ""

    def is_worrying(self, now: datetime) -> bool:
        """Whether a person should do something."""
        if not self.folder or not self.made_at or self.failed:
            return True
        return self.behind and now - datetime.fromisoformat(self.made_at) > OLD


@dataclass(frozen=True)
class Prepared:
    """A copy that lies beside the workspace, on its way: ``keys`` by file name, ``holds`` what is in it."""

    file: Path
    folder: Path
    name: str
    keys: tuple[tuple[str, bytes], ...]
    made_at: datetime
    holds: str


def state(workspace: Workspace) -> SecondPlace:
    """Return how the second place stands, without looking there."""
    folder = workspace.meta(_PLACE)
    if not folder:
        return SecondPlace()
    behind = workspace.meta(_HOLDS) != _holds(workspace)
    return SecondPlace(folder, workspace.meta(_MADE), behind, workspace.meta(_FAILED))


def _holds(workspace: Workspace) -> str:
    """Return what tells a state of the workspace from an earlier one: nothing of this is ever taken out."""
    (counts,) = workspace.rows(
        """SELECT (SELECT count(*) FROM files) AS files, (SELECT count(*) FROM decisions) AS decisions,
                  (SELECT count(*) FROM decision_hands) AS hands, (SELECT count(*) FROM closings) AS closings,
                  (SELECT count(*) FROM pins) AS pins, (SELECT count(*) FROM rounds) AS rounds"""
    )
    return json.dumps({**counts, "key": keyring.fingerprint(workspace)}, sort_keys=True)


def choose(workspace: Workspace, folder: Path | None) -> Changes:
    """Keep copies in a folder from now on; ``None`` gives the second place up, and leaves what lies there.

    Raises ``Mendable('second-place-here')`` where the workspace itself lies there, and
    ``StoreError('second-place-missing')`` where nothing can be written.
    """
    if folder is None:
        workspace.set_meta(_PLACE, "")
        return Changes.NOTHING
    require_apart(workspace.path, folder)
    whole = folder.absolute()
    outfile.make_folder(whole / _own_folder(workspace) / "keys")
    with workspace.atomic():
        for name, value in ((_PLACE, str(whole)), (_MADE, ""), (_HOLDS, ""), (_FAILED, "")):
            workspace.set_meta(name, value)
    return Changes.NOTHING


def require_apart(workspace: Path, folder: Path | None) -> None:
    """Require a folder that is there and in which the workspace does not lie itself; raises as :func:`choose`."""
    if folder is None:
        return
    if workspace.absolute().is_relative_to(folder.absolute()):
        raise Mendable("second-place-here", folder=str(folder))
    if not folder.is_dir():
        raise StoreError("second-place-missing", folder=str(folder))


def _own_folder(workspace: Workspace) -> str:
    """Return the name of this desk's folder in any second place: two desks may share one."""
    founded = datetime.fromisoformat(workspace.meta("created_at"))
    return f"{_stem(workspace.path)}-{founded.astimezone(UTC):{_STAMP}}"


def _stem(path: Path) -> str:
    """Return a workspace's name, also where it is itself a copy that was gone on with."""
    found = _COPY.fullmatch(path.name)
    return found["stem"] if found else path.stem


def prepare(workspace: Workspace, now: datetime) -> Prepared:
    """Take a whole copy beside the workspace.

    Raises ``StoreError``: ``backup-failed``, and ``workspace-damaged`` where the copy is torn, since it would
    drive a sound one out.
    """
    path = workspace.path.absolute()
    unfinished = path.parent / backups.FOLDER / f"{path.stem}.second"
    holds = _holds(workspace)
    try:
        unfinished.parent.mkdir(exist_ok=True)
        if not backups.copy_whole(workspace.connection, unfinished):
            raise StoreError("workspace-damaged", file=path.name)
        keys = tuple((one.name, keyring.read_key_file(one)) for one in keyring.files(workspace))
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            backups.clear_away(unfinished)
        raise StoreError("backup-failed", folder=str(unfinished.parent)) from problem
    folder = Path(workspace.meta(_PLACE)) / _own_folder(workspace)
    name = f"{_stem(path)}-{now.astimezone(UTC):{_STAMP}}{path.suffix}"
    return Prepared(unfinished, folder, name, keys, now, holds)


def deliver(prepared: Prepared) -> Path:
    """Carry a copy to the second place; what lies there stays whole whatever happens. Needs no workspace.

    Raises ``StoreError``: ``second-place-missing``, ``second-place-unsound``, and what writing raises.
    """
    target = prepared.folder / prepared.name
    try:
        # a mount point without its stick is an empty folder, and nothing must be written there
        if not prepared.folder.is_dir():
            raise StoreError("second-place-missing", folder=str(prepared.folder.parent))
        for cut_short in prepared.folder.glob(".*.part"):
            cut_short.unlink(missing_ok=True)
        with prepared.file.open("rb") as file:
            expected = hashlib.file_digest(file, "sha256").hexdigest()
        if outfile.copy_whole(prepared.file, target) != expected:
            target.unlink(missing_ok=True)
            raise StoreError("second-place-unsound", folder=str(prepared.folder.parent))
        for name, blob in prepared.keys:
            key = prepared.folder / "keys" / name
            outfile.make_folder(key.parent)
            if not key.is_file() or key.read_bytes() != blob:
                _put_away(key)
                outfile.write_whole(key, blob, private=True)
        for stale in backups.in_turn(copies(prepared.folder), prepared.made_at)[:-KEPT]:
            stale.unlink(missing_ok=True)
    except OSError as problem:
        raise StoreError("second-place-missing", folder=str(prepared.folder.parent)) from problem
    finally:
        with suppress(OSError):
            prepared.file.unlink(missing_ok=True)
    return target


def _put_away(key: Path) -> None:
    """Keep an older key: files that it sealed may still have to be shown to be ours."""
    if key.is_file():
        changed = datetime.fromtimestamp(key.stat().st_mtime, UTC)
        key.replace(key.with_stem(f"{key.stem}-{changed:{_STAMP}}"))


def copies(folder: Path) -> list[Path]:
    """Return the copies in a desk's folder of a second place, oldest first."""
    return sorted(one for one in folder.iterdir() if _COPY.fullmatch(one.name) and one.is_file())


def note_made(workspace: Workspace, prepared: Prepared) -> Changes:
    """Remember that a copy lies in the second place."""
    with workspace.atomic():
        for name, value in ((_MADE, timestamp(prepared.made_at)), (_HOLDS, prepared.holds), (_FAILED, "")):
            workspace.set_meta(name, value)
        if prepared.keys:
            keyring.note_copied(workspace, prepared.made_at)
    return Changes.NOTHING


def note_failed(workspace: Workspace, code: str) -> Changes:
    """Remember why no copy could be made."""
    if workspace.meta(_FAILED) != code:
        workspace.set_meta(_FAILED, code)
    return Changes.NOTHING


def copy(workspace: Workspace, now: datetime) -> Path | None:
    """Make a copy, if there is a second place; raises what :func:`prepare` and :func:`deliver` raise."""
    if not workspace.meta(_PLACE):
        return None
    prepared = prepare(workspace, now)
    target = deliver(prepared)
    note_made(workspace, prepared)
    return target


def is_copy(path: Path) -> bool:
    """Whether a file is a copy in a second place, by where it lies and what it is called."""
    file, folder = _COPY.fullmatch(path.name), _FOLDER.fullmatch(path.absolute().parent.name)
    return file is not None and folder is not None and file["stem"] == folder["stem"]


def made_at(copy: Path) -> datetime:
    """Return when a copy was made, as its name says."""
    return backups.made_at(copy)


def bring_back(copy: Path, folder: Path) -> Path:
    """Put a copy and its key on this machine, to go on from there; returns the workspace, which is not opened.

    The copy stays as it is. Raises ``StoreError('workspace-exists')`` where a workspace of this name
    lies there already, ``second-place-missing``, and what writing raises.
    """
    target = folder / f"{_stem(copy)}{copy.suffix}"
    if target.exists():
        raise StoreError("workspace-exists", file=target.name)
    outfile.make_folder(folder / "keys")
    beside = copy.absolute().parent / "keys"
    for key in sorted(beside.glob("*.p12")) if beside.is_dir() else ():
        if not (folder / "keys" / key.name).exists():
            outfile.write_whole(folder / "keys" / key.name, key.read_bytes(), private=True)
    try:
        content = copy.read_bytes()
    except OSError as problem:
        raise StoreError("second-place-missing", folder=str(copy.parent)) from problem
    outfile.write_whole(target, backups.begun_anew(content))
    return target
