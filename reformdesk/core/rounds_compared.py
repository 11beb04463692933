"""Two rounds side by side: each total before and now, what it changed by, and whether that can be said at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from reformdesk.core import merged, roundbook
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.charted import amount_of
from reformdesk.core.consolidation import Submitted, Total, answer_of, total_of
from reformdesk.core.like_periods import are_alike
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status, is_answer

_TENTH = Decimal("0.1")


class Obstacle(StrEnum):
    """Why no difference is said."""

    ASKED_ONCE = "asked-once"
    NO_FIGURE = "no-figure"
    OTHER_PERIOD = "other-period"


@dataclass(frozen=True, eq=False)
class Line:
    """One indicator in both rounds; a total is ``None`` where that round does not ask for it.

    ``difference`` is now less before, in the indicator's own unit, points for a rate; ``relative`` is the same in
    parts of the figure before, ``None`` where that was nothing. Where ``obstacle`` is given neither is said.
    """

    indicator: Indicator
    area: str
    number: str
    before: Total | None
    now: Total | None
    difference: Decimal | None = None
    relative: Decimal | None = None
    obstacle: Obstacle | None = None

    @property
    def is_uneven(self) -> bool:
        """Whether answers are missing on either side, so that the difference is not the whole one."""
        sides = (self.before, self.now)
        return self.difference is not None and any(one is not None and one.is_partial for one in sides)

    @property
    def is_adjusted(self) -> bool:
        """Whether an officer adjusted either total, or what it is computed from."""
        sides = (self.before, self.now)
        return any(one is not None and (bool(one.adjusted) or one.from_adjusted) for one in sides)

    @property
    def in_points(self) -> bool:
        """Whether the indicator is a rate, whose difference is in points."""
        return self.indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)

    @property
    def percent(self) -> Decimal | None:
        """What a count changed by in per cent, to a tenth; ``None`` for rates."""
        if self.relative is None or self.in_points:
            return None
        return (self.relative * 100).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two rounds; ``both_only``: counted are, for each indicator, the agencies that answered in both."""

    before: Round
    now: Round
    lines: tuple[Line, ...]
    both_only: bool = False

    @property
    def is_like(self) -> bool:
        """Whether everything can be compared that both ask for."""
        return all(line.obstacle is not Obstacle.OTHER_PERIOD for line in self.lines)


def read(workspace: Workspace, before: str, now: str, *, both_only: bool) -> Comparison:
    """Return two rounds side by side; ``Mendable('unknown-round')`` where one is not there."""
    if both_only:
        sides = [(roundbook.load(workspace, name), merged.submitted(workspace, name)) for name in (before, now)]
        return compare(*answered_in_both(*sides), both_only=True)
    return compare(merged.totals(workspace, before), merged.totals(workspace, now))


def answered_in_both(
    before: tuple[Round, Mapping[str, Submitted]], now: tuple[Round, Mapping[str, Submitted]]
) -> tuple[ConsolidatedRound, ConsolidatedRound]:
    """Return the totals over those agencies that answered an indicator in both rounds, for those that both ask for."""
    names = [name for name in now[0].asked if name in set(before[0].asked)]
    totals: tuple[dict[str, Total], dict[str, Total]] = ({}, {})
    for name in names:
        agencies = _answering(*before, name) & _answering(*now, name)
        for (round_, submitted), found in zip((before, now), totals, strict=True):
            total = total_of(round_, name, {agency: submitted[agency] for agency in agencies})
            # whoever did not answer in both is not asked for here
            found[name] = replace(total.without_shares(), owed=total.answered)
    return ConsolidatedRound(before[0], totals[0]), ConsolidatedRound(now[0], totals[1])


def _answering(round_: Round, submitted: Mapping[str, Submitted], name: str) -> set[str]:
    indicator = round_.catalogue.indicators[name]
    given = {agency: answer_of(indicator, one.answers) for agency, one in submitted.items()}
    return {agency for agency, value in given.items() if is_answer(value) and value is not Status.NOT_APPLICABLE}


def compare(before: ConsolidatedRound, now: ConsolidatedRound, *, both_only: bool = False) -> Comparison:
    """Return the totals side by side, in printed order; what only the earlier round asks for comes last."""
    return Comparison(before.round, now.round, tuple(_lines(before, now)), both_only)


def _lines(before: ConsolidatedRound, now: ConsolidatedRound) -> Iterator[Line]:
    gone = [name for name in before.round.asked if name in before.totals and name not in now.totals]
    for part, names in ((now, now.round.asked), (before, gone)):
        catalogue = part.round.catalogue
        for name in names:
            if name not in part.totals:
                continue
            line = Line(
                catalogue.indicators[name],
                catalogue.area_of[name],
                catalogue.printed_number(name),
                before.totals.get(name),
                now.totals.get(name),
            )
            yield _measured(line, like=are_alike(now.round, before.round, name))


def _measured(line: Line, *, like: bool) -> Line:
    if line.before is None or line.now is None:
        return replace(line, obstacle=Obstacle.ASKED_ONCE)
    was, is_ = amount_of(line.before.value), amount_of(line.now.value)
    if was is None or is_ is None:
        return replace(line, obstacle=Obstacle.NO_FIGURE)
    if not like:
        return replace(line, obstacle=Obstacle.OTHER_PERIOD)
    difference = is_ - was
    return replace(line, difference=difference, relative=difference / abs(was) if was else None)


def largest_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines by how much they changed beside what they were; what was nothing before leads, what cannot be
    compared comes last.
    """
    return tuple(sorted(lines, key=_by_change))


def _by_change(line: Line) -> tuple[int, Decimal]:
    if line.difference is None:
        return 2, Decimal(0)
    if line.relative is None:
        return (0, -abs(line.difference)) if line.difference else (1, Decimal(0))
    return 1, -abs(line.relative)


def changed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return those whose figure is another one."""
    return tuple(line for line in lines if line.difference)
