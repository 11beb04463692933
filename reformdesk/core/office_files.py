"""Files that the office keeps in its workspace for its own work, each under a name: its letterhead, an order of fields.

They are no part of the merged state and of no digest: two desks with the same figures may keep different ones.
A backup and a handover carry them with the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

LETTERHEAD = "letterhead"
"""The Word file that stands in place of the report's own head."""

REKEYING = "rekeying"
"""The order in which figures are typed into the ministry's software."""

LARGEST = 2 * 1024 * 1024
"""How many bytes a file may have."""


@dataclass(frozen=True)
class OfficeFile:
    """A kept file: the name it is kept under, the name it came under, its bytes, since when (RFC 3339 UTC)."""

    name: str
    file_name: str
    content: bytes
    kept_at: str


def put(workspace: Workspace, name: str, file_name: str, content: bytes, now: datetime) -> Changes:
    """Keep a file under a name, in place of an older one.

    Raises ``Mendable('office-file-too-large')`` beyond :data:`LARGEST`, with both sizes in whole kilobytes.
    """
    if len(content) > LARGEST:
        raise Mendable("office-file-too-large", file=file_name, size=-(-len(content) // 1024), most=LARGEST // 1024)
    found = get(workspace, name)
    if found is not None and (found.file_name, found.content) == (nfc(file_name), content):
        return Changes.NOTHING
    _keep(workspace, OfficeFile(name, nfc(file_name), content, timestamp(now)))
    return Changes.DESK


def get(workspace: Workspace, name: str) -> OfficeFile | None:
    """Return the file kept under a name, ``None`` where there is none."""
    found = workspace.rows(
        "SELECT name, file_name, content, kept_at FROM office_files WHERE name = :name", {"name": name}
    )
    return OfficeFile(**found[0]) if found else None


def remove(workspace: Workspace, name: str) -> Changes:
    """Keep nothing under a name any more."""
    if name not in names(workspace):
        return Changes.NOTHING
    with workspace.atomic():
        workspace.db.execute("DELETE FROM office_files WHERE name = :name", {"name": name})
    return Changes.DESK


def names(workspace: Workspace) -> tuple[str, ...]:
    """Return the names under which files are kept, in order."""
    return tuple(str(row["name"]) for row in workspace.rows("SELECT name FROM office_files ORDER BY name"))


def take_over(workspace: Workspace, other: Workspace) -> Changes:
    """Keep what another desk keeps under names that are free here; what this desk chose stays."""
    free = [name for name in names(other) if name not in names(workspace)]
    found = [one for name in free if (one := get(other, name)) is not None and len(one.content) <= LARGEST]
    for one in found:
        _keep(workspace, one)
    return Changes.DESK if found else Changes.NOTHING


def _keep(workspace: Workspace, kept: OfficeFile) -> None:
    with workspace.atomic():
        workspace.db.execute(
            """INSERT OR REPLACE INTO office_files (name, file_name, content, kept_at)
               VALUES (:name, :file_name, :content, :kept_at)""",
            {
                "name": kept.name,
                "file_name": kept.file_name,
                "content": kept.content,
                "kept_at": kept.kept_at,
            },
        )
