"""A desk for data entry only (chỉ nhập liệu): its figures are finished on the agency's main desk.

It has a workspace of its own, no key, and seals nothing. An officer can make it the main desk, and a
main desk one for data entry; one machine of an agency finishes, however many enter.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reformdesk.core.changes import Changes
from reformdesk.core.store import Office, Workspace, create, open_workspace, timestamp
from reformdesk.errors import StoreError

_KIND, _ENTRY, _MAIN = "desk", "entry", "main"
_EXPORTED = "exported:"
FILE_SUFFIX = "-nhap-lieu"
"""What its workspace is called behind the agency's id, so that both desks may lie on one machine."""


@dataclass(frozen=True)
class LastExport:
    """The newest data-entry file of a round: when, which areas; ``is_newest`` while nothing has changed since."""

    written_at: str
    areas: tuple[str, ...]
    is_newest: bool


def found(path: Path, agency: str, now: datetime) -> Workspace:
    """Make a workspace for data entry only; raises what creating one raises."""
    workspace = create(path, Office.AGENCY, agency, now)
    turn(workspace, entry_only=True)
    return workspace


def is_entry_only(workspace: Workspace) -> bool:
    """Whether a desk only enters figures."""
    return workspace.meta(_KIND, _MAIN) == _ENTRY


def is_main_desk(path: Path, agency: str) -> bool:
    """Whether a file is the workspace of an agency's main desk, and can be opened now."""
    try:
        with open_workspace(path) as workspace:
            return (workspace.office, workspace.owner) == (Office.AGENCY, agency) and not is_entry_only(workspace)
    except StoreError:
        return False


def turn(workspace: Workspace, *, entry_only: bool) -> Changes:
    """Make a desk one for data entry only, or the main desk; what was entered stays."""
    if is_entry_only(workspace) == entry_only:
        return Changes.NOTHING
    workspace.set_meta(_KIND, _ENTRY if entry_only else _MAIN)
    return Changes.DESK


def note_export(workspace: Workspace, round_id: str, areas: Sequence[str], now: datetime) -> Changes:
    """Remember that areas of a round were written into a data-entry file."""
    last = workspace.rows("SELECT coalesce(max(id), 0) AS line FROM history WHERE round = :round", {"round": round_id})
    noted = {"written_at": timestamp(now), "areas": list(areas), "line": last[0]["line"]}
    workspace.set_meta(_EXPORTED + round_id, json.dumps(noted))
    return Changes.DESK


def last_export(workspace: Workspace, round_id: str) -> LastExport | None:
    """Return what :func:`note_export` noted last; ``None`` where nothing has gone out."""
    noted = json.loads(workspace.meta(_EXPORTED + round_id, "null"))
    if noted is None:
        return None
    since = workspace.rows(
        "SELECT count(*) AS lines FROM history WHERE round = :round AND id > :line",
        {"round": round_id, "line": noted["line"]},
    )
    return LastExport(noted["written_at"], tuple(noted["areas"]), is_newest=not since[0]["lines"])
