"""A verb each for what the office keeps for its reports, as operations of core for the workspace's worker."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import office_files
from reformdesk.core.changes import Changes
from reformdesk.core.report import Letterhead
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def keep_letterhead(path: Path) -> Operation[str]:
    """Keep a Word file as the office's letterhead; gives its name.

    Raises ``Mendable``: ``file-unreadable``, ``office-file-too-large``, and what :func:`letterhead.examine` raises.
    """

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        from reformdesk.office import letterhead

        try:
            with path.open("rb") as file:
                # no more than is needed to see that it is too large
                content = file.read(office_files.LARGEST + 1)
        except OSError as problem:
            raise Mendable("file-unreadable", file=path.name) from problem
        if len(content) <= office_files.LARGEST:
            letterhead.examine(Letterhead(path.name, content))
        return path.name, office_files.put(workspace, office_files.LETTERHEAD, path.name, content, now())

    return operation


def take_letterhead_away() -> Operation[str]:
    """Keep no letterhead any more; gives an empty name."""
    return lambda workspace: ("", office_files.remove(workspace, office_files.LETTERHEAD))
