"""The verbs of two officers with two machines, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from reformdesk.core import entry_desk, part_taking, parts, whereabouts
from reformdesk.core.changes import Changes
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.part_taking import Comparison
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.exchange import part
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation

ZIP = ".zip"


@dataclass(frozen=True)
class ExportChoice:
    """Which areas go out, in whose name, to which folder, and whether under a name that mail systems let pass."""

    areas: tuple[str, ...]
    officer: str
    folder: Path
    as_zip: bool


@dataclass(frozen=True)
class PartExported:
    """A data-entry file that was written, and the evidence that was too large for it."""

    path: Path
    left_out: tuple[Enclosure, ...]


def export(round_: Round, choice: ExportChoice) -> Operation[PartExported]:
    """Write chosen areas into a file for the main desk."""

    def operation(workspace: Workspace) -> tuple[PartExported, Changes]:
        moment = now()
        written = parts.compose(workspace, round_, choice.areas, choice.officer, moment)
        make_folder(choice.folder)
        path = choice.folder / f"{written.file_name}{ZIP if choice.as_zip else ''}"
        # what could not be written has not gone out: both or neither
        with workspace.atomic():
            workspace.set_meta("officer", choice.officer)
            changes = entry_desk.note_export(workspace, round_.id, choice.areas, moment)
            write_whole(path, written.content)
        return PartExported(path, written.left_out), changes

    return operation


def compare(path: Path) -> Operation[Comparison]:
    """Hold a colleague's file against what stands."""

    def operation(workspace: Workspace) -> tuple[Comparison, Changes]:
        return part_taking.compare(workspace, part.read(whereabouts.read_container(path))), Changes.NOTHING

    return operation


def take(comparison: Comparison, chosen: Collection[str]) -> Operation[None]:
    """Take the chosen fields of a colleague's file."""
    return lambda workspace: (None, part_taking.take(workspace, comparison, chosen, now()))


def turn(*, entry_only: bool) -> Operation[None]:
    """Make the desk one for data entry only, or the main desk."""
    return lambda workspace: (None, entry_desk.turn(workspace, entry_only=entry_only))
