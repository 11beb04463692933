"""Putting a backup in the place of a workspace. What stood there is kept beside the backups, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reformdesk.core import backups, soundness, store
from reformdesk.core.outfile import take_the_place, write_whole
from reformdesk.core.store import Workspace
from reformdesk.errors import StoreError

SET_ASIDE = ".before-"
"""What stands in the name of a workspace that a backup took the place of."""


@dataclass(frozen=True)
class BackupFacts:
    """What a backup holds: answers that are given, the last change (RFC 3339, empty for none), files handed in.

    ``sound`` is false for one that is damaged and cannot be restored.
    """

    path: Path
    made_at: datetime
    answers: int
    changed_at: str
    submissions: int
    sound: bool


def list_backups(path: Path, now: datetime | None = None) -> list[BackupFacts]:
    """Return what the backups of the workspace at ``path`` hold, newest first.

    Seen from ``now``, what was made while the clock was wrong and bears a day to come is older than the rest.
    """
    found = backups.backups(path)
    return [_facts(one) for one in reversed(found if now is None else backups.in_turn(found, now))]


def restore(path: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the workspace at ``path``, which must be closed.

    Return where the file that stood there was set aside, ``None`` where there was none. Raises
    :class:`StoreError`: ``backup-damaged``, ``workspace-busy``, ``disk-full`` and what writing raises;
    the workspace then stands as it stood.
    """
    if not _facts(backup).sound:
        raise StoreError("backup-damaged", file=backup.name)
    _require_closed(path)
    aside = _set_aside(path, now) if path.exists() else None
    ready = path.with_name(f".{path.name}.restored")
    try:
        write_whole(ready, backups.begun_anew(backup.read_bytes()))
        # not before there is room for the other: what was not written back belongs to the file that stands here
        for beside in _beside(path):
            beside.unlink()
        take_the_place(ready, path)
    finally:
        ready.unlink(missing_ok=True)
    return aside


def _set_aside(path: Path, now: datetime) -> Path:
    """Copy the workspace, and what it has not written back yet, where no rotation comes by."""
    aside = backups.stamped(path, SET_ASIDE, now)
    aside.parent.mkdir(exist_ok=True)
    write_whole(aside, path.read_bytes())
    for beside in _beside(path):
        write_whole(aside.with_name(aside.name + beside.name.removeprefix(path.name)), beside.read_bytes())
    return aside


def _beside(path: Path) -> Iterator[Path]:
    for ending in backups.BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            yield beside


def _require_closed(path: Path) -> None:
    """Raise ``StoreError('workspace-busy')`` where a program holds the file; a damaged one counts as closed."""
    try:
        store.open_workspace(path).close()
    except StoreError as problem:
        if problem.code == "workspace-busy":
            raise


def _facts(backup: Path) -> BackupFacts:
    damaged = BackupFacts(backup, backups.made_at(backup), 0, "", 0, sound=False)
    try:
        with store.open_kept(backup) as kept:
            if not kept.is_older and soundness.problems(kept.workspace):
                return damaged
            return _held(backup, kept.workspace)
    except StoreError:
        return damaged


def _held(backup: Path, kept: Workspace) -> BackupFacts:
    (found,) = kept.rows(
        """SELECT (SELECT count(*) FROM answers WHERE value <> '{"status": "blank"}') AS answers,
                  (SELECT coalesce(max(changed_at), '') FROM history) AS changed_at,
                  (SELECT count(*) FROM files WHERE kind = 'submission') AS submissions"""
    )
    return BackupFacts(backup, backups.made_at(backup), **found, sound=True)
