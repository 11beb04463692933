"""What can be exported as a report: the rounds, how far they are, and as what each was closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core import closings, office_files
from reformdesk.core.board import BoardData, outlines
from reformdesk.core.catalogue import Label
from reformdesk.core.closing_document import Closing
from reformdesk.core.organisation import Agency
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now


@dataclass(frozen=True)
class ExportableRound:
    """A round with the ``agencies`` that owe something; of those in ``missing`` nothing counts."""

    id: str
    title: Label
    agencies: tuple[Agency, ...]
    missing: tuple[Agency, ...]
    closings: tuple[Closing, ...]

    @property
    def owing(self) -> int:
        """How many agencies owe something."""
        return len(self.agencies)

    @property
    def received(self) -> int:
        """How many agencies something counts of."""
        return self.owing - len(self.missing)


@dataclass(frozen=True)
class Exportable:
    """The rounds, newest first, and the name of the office's own letterhead, empty where it keeps none."""

    rounds: tuple[ExportableRound, ...]
    letterhead: str = ""


def agencies_of(offered: Sequence[ExportableRound]) -> tuple[Agency, ...]:
    """Return every agency that owes something in any of the rounds, as the newest has it."""
    known: dict[str, Agency] = {}
    for one in offered:
        for agency in one.agencies:
            known.setdefault(agency.id, agency)
    return tuple(known.values())


def read(workspace: Workspace) -> Exportable:
    """Return what there is; of what was reported before there was a desk nobody is missing."""
    kept = office_files.get(workspace, office_files.LETTERHEAD)
    found = tuple(_round(workspace, board) for board in outlines(workspace, now()))
    return Exportable(found, kept.file_name if kept is not None else "")


def _round(workspace: Workspace, board: BoardData) -> ExportableRound:
    counting = {one.agency for one in board.received if one.counts}
    lines = () if board.is_past else board.lines
    return ExportableRound(
        board.round.id,
        board.round.title,
        tuple(line.agency for line in lines),
        tuple(line.agency for line in lines if line.agency.id not in counting),
        closings.of_round(workspace, board.round.id),
    )
