"""Closing a round, reopening it, the report of a closing: as operations of core for the workspace's worker."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import closed_report, closings, reporting
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now
from reformdesk.ui.office_actions import put_report
from reformdesk.ui.workspace import Operation


def close(round_id: str, reason: str, author: str) -> Operation[None]:
    """Close a round."""
    return lambda workspace: (None, closings.close(workspace, round_id, reason, author, now())[1])


def reopen(round_id: str, reason: str, author: str) -> Operation[None]:
    """Open a closed round again."""
    return lambda workspace: (None, closings.reopen(workspace, round_id, reason, author, now()))


def write_closed_report(target: Path, round_id: str, digest: str) -> Operation[tuple[Path, bool]]:
    """Write the report of a round as it was closed; with the path, whether its files still come to these figures."""

    def operation(workspace: Workspace) -> tuple[tuple[Path, bool], Changes]:
        found = closed_report.as_closed(workspace, round_id, digest)
        put_report(target, reporting.of_closing(found, reporting.letterhead(workspace)))
        return (target, found.rebuilt), Changes.NOTHING

    return operation
