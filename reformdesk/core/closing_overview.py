"""What to know before a round is closed, and how it stands once it is: nothing of it blocks a closing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from reformdesk.core import closed_report, closings, deciding, journal, round_totals, roundbook
from reformdesk.core.board import MISSING, PARTIAL, RETURNED, AgencyLine, BoardData, read_board
from reformdesk.core.closing_document import Closing, ClosingNote
from reformdesk.core.closings import ClosingStand
from reformdesk.core.deciding import Kind
from reformdesk.core.journal import Hand
from reformdesk.core.merged import Received
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace


@dataclass(frozen=True, eq=False)
class ClosingOverview:
    """A round about to be closed, or closed.

    ``complete`` of ``asked`` figures have every agency's answer. ``contested`` counts what desks decided
    differently beside submissions; where ``issue_contested`` the round cannot be closed. ``hands`` are who
    closed it, ``reason`` what they wrote; ``closings`` are all that were ever made, by number.
    """

    board: BoardData
    stand: ClosingStand
    note: ClosingNote | None
    complete: int
    asked: int
    contested: int
    issue_contested: bool
    hands: tuple[Hand, ...] = ()
    reason: str = ""
    closings: tuple[Closing, ...] = ()

    @property
    def missing(self) -> tuple[AgencyLine, ...]:
        """The agencies of which nothing counts nor waits."""
        return tuple(line for line in self.board.lines if line.state in (MISSING, RETURNED))

    @property
    def counting(self) -> int:
        """How many agencies have something that counts, whatever else of theirs waits."""
        counting = {one.agency for one in self.board.received if one.counts}
        return sum(line.agency.id in counting for line in self.board.lines)

    @property
    def in_part(self) -> tuple[AgencyLine, ...]:
        """The agencies that left something blank."""
        return tuple(line for line in self.board.lines if line.state == PARTIAL)

    @property
    def waiting(self) -> tuple[Received, ...]:
        """The submissions that wait for a decision, without those that came after the closing."""
        return tuple(one for one in self.board.waiting if Reason.ROUND_CLOSED not in one.reasons)

    @property
    def late(self) -> tuple[Received, ...]:
        """The submissions that came after the round was closed."""
        return tuple(one for one in self.board.waiting if Reason.ROUND_CLOSED in one.reasons)

    def counted(self, *, provisional: bool = False, entered: bool = False) -> int:
        """Return how many agencies count so."""
        counts = [one for one in self.board.received if one.counts]
        return len({one.agency for one in counts if (not provisional or one.provisional) and one.entered >= entered})

    def name(self, agency: str, language: str) -> str:
        """Return what an agency is called."""
        known = self.board.round.by_id
        return known[agency].text(language) if agency in known else agency


def read(workspace: Workspace, round_id: str, now: datetime) -> ClosingOverview:
    """Read how a round stands. Raises ``Mendable``: ``unknown-round``, ``no-round``."""
    board = read_board(workspace, round_id, now)
    found = round_totals.of_round(workspace, board.round.id).totals.values()
    contested = roundbook.issues_of(workspace, board.round.id).contested
    hands, reason = _closed_by(workspace, board.round.id)
    return ClosingOverview(
        board,
        closings.looked_at(workspace, board.round.id),
        closed_report.note_on(workspace, board.round),
        complete=sum(not one.is_partial for one in found),
        asked=len(found),
        contested=_contested(workspace, board.round.id),
        issue_contested=bool(contested),
        hands=hands,
        reason=reason,
        closings=closings.of_round(workspace, board.round.id),
    )


def _contested(workspace: Workspace, round_id: str) -> int:
    """Count the matters that desks decided differently, but for the closing itself."""
    found = deciding.matters(journal.of_round(workspace, round_id)).values()
    return sum(deciding.contested(answers) for answers in found if answers[0].kind is not Kind.CLOSING)


def _closed_by(workspace: Workspace, round_id: str) -> tuple[tuple[Hand, ...], str]:
    """Return who said what stands on the closing, the earliest first, and why."""
    stands: Collection[deciding.Decision] = journal.stands_on(workspace, Kind.CLOSING, round_id)
    hands = sorted(
        (hand for one in stands for hand in journal.hands(workspace, one.id)), key=lambda hand: hand.decided_at
    )
    return tuple(hands), "; ".join(dict.fromkeys(one.reason for one in stands if one.reason))
