"""What was decided in a round, read for its page."""

from __future__ import annotations

from dataclasses import dataclass

from reformdesk.core import conflicts, journal, merged
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Line
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.ui.models.decided import Named, read_named


@dataclass(frozen=True)
class DecidedLine:
    """A decision with its hands; ``contested`` where desks contradict each other, ``received`` what it is on."""

    line: Line
    contested: bool
    received: Received | None

    @property
    def decision(self) -> Decision:
        """The decision."""
        return self.line.decision

    @property
    def may_be_taken_back(self) -> bool:
        """Whether it stands, and is no taking back (that is undone by deciding anew) nor a closing (by reopening)."""
        return self.line.stands and self.decision.kind not in (Kind.TAKE_BACK, Kind.CLOSING)

    @property
    def may_be_opened(self) -> bool:
        """Whether there is something to show: a submission, or what contradicts it; not closings, which are
        settled by closing anew.
        """
        return self.received is not None or (self.contested and self.decision.kind is not Kind.CLOSING)


@dataclass(frozen=True, eq=False)
class DecisionsData:
    """The journal of a round, with what was decided on keys: contradictions first, then the newest."""

    named: Named
    lines: tuple[DecidedLine, ...]

    @property
    def round(self) -> Round:
        """The round."""
        return self.named.round

    def about(self, one: DecidedLine) -> str:
        """Return the agency that a decision is about; empty for the round as a whole."""
        return "" if one.decision.agency == HOME_AFFAIRS else one.decision.agency


def read_decisions(workspace: Workspace, round_id: str) -> DecisionsData:
    """Read what was decided in a round and on keys."""
    contested = conflicts.contested(workspace, round_id)
    received = {one.digest: one for one in merged.received(workspace, round_id)}
    named = read_named(workspace, round_id)
    found = [
        DecidedLine(line, line.decision.id in contested, _subject(line.decision, received, named))
        for name in (round_id, "")
        for line in journal.lines(workspace, name)
    ]
    found.sort(key=_last_said, reverse=True)
    found.sort(key=lambda one: not one.contested)
    return DecisionsData(named, tuple(found))


def _last_said(one: DecidedLine) -> tuple[str, str]:
    return max((hand.decided_at for hand in one.line.hands), default=""), one.decision.id


def _subject(one: Decision, received: dict[str, Received], named: Named) -> Received | None:
    """Return the submission that a decision is on, or that one is on which it takes back."""
    if one.kind is Kind.TAKE_BACK and one.subject in named.decisions:
        return _subject(named.decisions[one.subject], received, named)
    return received.get(one.subject)
