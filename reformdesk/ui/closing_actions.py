"""Closing a round and reopening it: as operations of core for the workspace's worker."""

from __future__ import annotations

from reformdesk.core import closings
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def close(round_id: str, reason: str, author: str) -> Operation[None]:
    """Close a round."""
    return lambda workspace: (None, closings.close(workspace, round_id, reason, author, now())[1])


def reopen(round_id: str, reason: str, author: str) -> Operation[None]:
    """Open a closed round again."""
    return lambda workspace: (None, closings.reopen(workspace, round_id, reason, author, now()))
