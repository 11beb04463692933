"""The board: agencies by areas, and how each stands in a round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from reformdesk.core import adjusting, closings, deadlines, merged, roundbook, what_counts
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.closings import ClosingStand
from reformdesk.core.deadlines import Extension
from reformdesk.core.merged import Received
from reformdesk.core.organisation import Agency
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace

RECEIVED, PARTIAL, WAITING, RETURNED, MISSING, NOT_OWED = (
    "received",
    "partial",
    "waiting",
    "returned",
    "missing",
    "not-owed",
)
NOT_COMPARED, OVERDUE, LATE, EXTENDED, ENTERED = "not-compared", "overdue", "late", "extended", "entered"
"""No states of their own: what counts although nobody has compared its key yet; from whom something is
due although the deadline has passed; who sent the first file after it; who was given more time; for whom
the office entered what counts."""


@dataclass(frozen=True)
class AgencyLine:
    """An agency's line: its state as a whole, by area, and its newest submission.

    ``provisional``: what counts of it rests on a key that nobody has compared yet. ``overdue``:
    nothing counts nor waits for the office, and its deadline has passed. ``late``: its first file
    came after its deadline. ``due`` is that deadline's day, the round's own or an extended one;
    ``extension`` is what was decided on it. ``entered``: Home Affairs entered on its behalf what counts.
    ``reviewed``: an officer looked at what counts of it, and accepted it.
    """

    agency: Agency
    state: str
    areas: Mapping[str, str]
    newest: Received | None
    provisional: bool = False
    overdue: bool = False
    late: bool = False
    due: date = date.min
    extension: Extension | None = None
    entered: bool = False
    reviewed: bool = False

    @property
    def extended(self) -> bool:
        """Whether it was given more time than the others."""
        return self.extension is not None and self.extension.until == self.due

    def is_in(self, state: str) -> bool:
        """Whether it is in a state; what was received in part is received."""
        also = {
            NOT_COMPARED: self.provisional,
            OVERDUE: self.overdue,
            LATE: self.late,
            EXTENDED: self.extended,
            ENTERED: self.entered,
        }
        if state in also:
            return also[state]
        return self.state in ((RECEIVED, PARTIAL) if state == RECEIVED else (state,))


@dataclass(frozen=True, eq=False)
class BoardData:
    """A round at Home Affairs as it stands; ``lines`` in the office's order.

    ``is_past``: nobody was asked, its totals were entered as they had been reported.
    """

    round: Round
    lines: tuple[AgencyLine, ...]
    received: tuple[Received, ...]
    is_past: bool = False
    closing: ClosingStand = field(default_factory=ClosingStand)

    def count(self, state: str) -> int:
        """Return how many agencies are in a state; what was received in part is received."""
        return sum(line.is_in(state) for line in self.lines)

    @property
    def waiting(self) -> tuple[Received, ...]:
        """The submissions that an officer must decide on."""
        return tuple(one for one in self.received if one.needs_decision)

    @property
    def waiting_for_keys(self) -> tuple[Received, ...]:
        """The submissions that wait for nothing but a comparison of their keys."""
        return tuple(one for one in self.received if one.waits_for_keys)

    def totals(self) -> dict[str, tuple[int, int]]:
        """Return by area from how many agencies it is in, wholly or in part, and how many owe it."""
        found = {}
        for area in self.round.period.areas:
            states = [line.areas[area] for line in self.lines if area in line.areas]
            found[area] = (sum(state in (RECEIVED, PARTIAL) for state in states), len(states))
        return found

    def arrivals(self) -> Arrivals:
        """Return when the agencies' first files came."""
        first = _first_arrivals(self.received)
        owing = [line.agency.id for line in self.lines]
        days = sorted(deadlines.day_of(first[agency]) for agency in owing if agency in first)
        counted = {day: place for place, day in enumerate(days, 1)}
        opened = deadlines.day_of(self.round.opened_at)
        extended = Counter(line.due for line in self.lines if line.extended)
        came = {
            line.agency.id: deadlines.day_of(first[line.agency.id]) for line in self.lines if line.agency.id in first
        }
        excused = Counter(
            came[line.agency.id]
            for line in self.lines
            if line.agency.id in came and came[line.agency.id] > self.round.deadline and not line.late
        )
        return Arrivals(
            tuple(counted.items()),
            len(owing),
            opened,
            self.round.deadline,
            tuple(sorted(extended.items())),
            tuple(sorted(excused.items())),
        )


def read_board(workspace: Workspace, round_id: str, now: datetime) -> BoardData:
    """Read a round's board; ``round_id`` may be empty for the newest.

    Raises ``Mendable``: ``unknown-round``, ``no-round``.
    """
    round_ = roundbook.load(workspace, round_id) if round_id else roundbook.latest(workspace)
    board = _board(
        round_,
        merged.received(workspace, round_.id),
        what_counts.answered(workspace, round_.id),
        deadlines.extensions(workspace, round_.id),
        now,
    )
    return replace(board, closing=closings.looked_at(workspace, round_.id))


def read_arrivals(workspace: Workspace, round_id: str) -> Arrivals | None:
    """Return when a round's files came, without reading any; ``None`` where nobody was asked."""
    if round_id in adjusting.past_rounds(workspace):
        return None
    round_ = roundbook.load(workspace, round_id)
    received, extensions = merged.received(workspace, round_id), deadlines.extensions(workspace, round_id)
    # who is overdue, which is all that would ask for the time, is not wanted here
    return _board(round_, received, None, extensions, round_.opened_at).arrivals()


def outlines(workspace: Workspace, now: datetime) -> list[BoardData]:
    """Return all rounds' boards, the newest first, without what stands in the areas.

    No submission is read but those of a closed round that has changed since, to see whether its figures have.
    """
    past = adjusting.past_rounds(workspace)
    return [
        replace(
            _board(
                roundbook.load(workspace, name),
                merged.received(workspace, name),
                None,
                deadlines.extensions(workspace, name),
                now,
            ),
            closing=closings.looked_at(workspace, name),
            is_past=name in past,
        )
        for name in reversed(roundbook.round_ids(workspace))
    ]


def _board(
    round_: Round,
    received: list[Received],
    answered: Mapping[str, frozenset[str]] | None,
    extensions: Mapping[str, Extension],
    now: datetime,
) -> BoardData:
    by_agency: dict[str, list[Received]] = {}
    for one in received:
        by_agency.setdefault(one.agency, []).append(one)
    first = _first_arrivals(received)
    lines = []
    for agency in round_.agencies:
        if not round_.owed(agency.id):
            continue
        own = by_agency.get(agency.id, [])
        counts = any(one.counts for one in own)
        areas = _areas(round_, agency.id, own, answered.get(agency.id)) if answered is not None else {}
        arrived = first.get(agency.id)
        extension = extensions.get(agency.id)
        due = deadlines.effective(round_.deadline, extension)
        lines.append(
            AgencyLine(
                agency,
                _state(own, areas.values(), counts=counts),
                areas,
                merged.leading(own),
                provisional=any(one.counts and one.provisional for one in own),
                overdue=deadlines.is_past(due, now) and not counts and not any(one.needs_decision for one in own),
                late=arrived is not None and deadlines.is_past(due, arrived),
                due=due,
                extension=extension,
                entered=any(one.counts and one.entered for one in own),
                reviewed=any(one.counts and one.reviewed for one in own),
            )
        )
    return BoardData(round_, tuple(lines), tuple(received))


def _areas(round_: Round, agency: str, received: list[Received], answered: frozenset[str] | None) -> Mapping[str, str]:
    if answered is None:
        return dict.fromkeys(round_.areas_of(agency), _without_answers(received))
    blank = {round_.catalogue.area_of[name] for name in round_.owed(agency) if name not in answered}
    return {area: PARTIAL if area in blank else RECEIVED for area in round_.areas_of(agency)}


def _state(received: list[Received], areas: Iterable[str], *, counts: bool) -> str:
    if any(one.needs_decision for one in received):
        return WAITING
    if not counts:
        return _without_answers(received)
    return PARTIAL if PARTIAL in areas else RECEIVED


def _without_answers(received: list[Received]) -> str:
    # an entry on behalf that was withdrawn went back to nobody
    if any(one.returned and not one.entered for one in received):
        return RETURNED
    return WAITING if any(one.needs_decision for one in received) else MISSING


def _first_arrivals(received: Iterable[Received]) -> dict[str, datetime]:
    """Return when each agency's first file came that was not put away as somebody else's."""
    first: dict[str, datetime] = {}
    for one in received:
        if one.on_chain or one.needs_decision:
            came = datetime.fromisoformat(one.received_at)
            first[one.agency] = min(came, first.get(one.agency, came))
    return first
