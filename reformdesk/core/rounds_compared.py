"""Two rounds side by side: each total before and now, what it changed by, and whether that can be said at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from reformdesk.core import breaks, round_totals, roundbook, seams, what_counts
from reformdesk.core.catalogue import Consolidation, Indicator, Kind
from reformdesk.core.charted import amount_of
from reformdesk.core.consolidation import Submitted, Total, total_of
from reformdesk.core.like_periods import periods_are_alike
from reformdesk.core.rates import answer_of
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.seams import Seam
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status, Value, is_answer

_TENTH = Decimal("0.1")


class Obstacle(StrEnum):
    """Why no difference is said."""

    ASKED_ONCE = "asked-once"
    NO_FIGURE = "no-figure"
    OTHER_PERIOD = "other-period"
    COUNTED_OTHERWISE = "counted-otherwise"
    OTHER_AGENCIES = "other-agencies"


@dataclass(frozen=True, eq=False)
class Line:
    """One indicator in both rounds; a total is ``None`` where that round does not ask for it.

    ``difference`` is now less before, in the indicator's own unit, points for a rate; ``relative`` is the same in
    parts of the figure before, ``None`` where that was nothing. Where ``obstacle`` is given neither is said.
    ``was`` is the indicator as the earlier round asks for it; ``seam`` is what lies between the two totals.
    """

    indicator: Indicator
    area: str
    number: str
    before: Total | None
    now: Total | None
    difference: Decimal | None = None
    relative: Decimal | None = None
    obstacle: Obstacle | None = None
    was: Indicator | None = None
    seam: Seam | None = None

    def asked(self, total: Total | None) -> Indicator:
        """Return the indicator as the round of one of the two totals asks for it."""
        return self.was if self.was is not None and total is self.before else self.indicator

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

    @property
    def broken(self) -> tuple[Line, ...]:
        """The lines that are no one series: counted otherwise, or over agencies that do not stand for one another."""
        apart = (Obstacle.COUNTED_OTHERWISE, Obstacle.OTHER_AGENCIES)
        return tuple(line for line in self.lines if line.obstacle in apart)

    @property
    def reorganised_on(self) -> date | None:
        """The first day on which an agency behind any of the lines succeeded another, ``None`` where none did."""
        changes = (line.seam.reorganised for line in self.lines if line.seam is not None)
        return min((one.on for one in changes if one is not None and one.on is not None), default=None)


def read(workspace: Workspace, before: str, now: str, *, both_only: bool) -> Comparison:
    """Return two rounds side by side; ``Mendable('unknown-round')`` where one is not there."""
    if both_only:
        sides = [(roundbook.load(workspace, name), what_counts.submitted(workspace, name)) for name in (before, now)]
        return compare(*answered_in_both(*sides), both_only=True)
    return compare(round_totals.of_round(workspace, before), round_totals.of_round(workspace, now))


def answered_in_both(
    before: tuple[Round, Mapping[str, Submitted]], now: tuple[Round, Mapping[str, Submitted]]
) -> tuple[ConsolidatedRound, ConsolidatedRound]:
    """Return the totals over those agencies that answered an indicator in both rounds, for those that both ask for.

    Where agencies merged or split in between, those of then stand for those of now: they count where all of them
    answered.
    """
    names = [name for name in now[0].asked if name in set(before[0].asked)]
    totals: tuple[dict[str, Total], dict[str, Total]] = ({}, {})
    for name in names:
        agencies = _in_both(before, now, name)
        for (round_, submitted), found, counted in zip((before, now), totals, agencies, strict=True):
            total = total_of(round_, name, {agency: submitted[agency] for agency in counted})
            # whoever did not answer in both is not asked for here
            found[name] = replace(total.without_shares(), owed=total.answered)
    return ConsolidatedRound(before[0], totals[0]), ConsolidatedRound(now[0], totals[1])


def _in_both(
    before: tuple[Round, Mapping[str, Submitted]], now: tuple[Round, Mapping[str, Submitted]], name: str
) -> tuple[list[str], list[str]]:
    """Return whose answers count on each side."""
    turned = before[0].period.ends > now[0].period.ends
    first, second = (now, before) if turned else (before, now)
    known = _values(*first, name), _values(*second, name)
    # where every agency counts alike, two cannot stand for one
    whole = not _counts_alike(second[0].catalogue.indicators[name])
    counted = [
        one
        for one in breaks.kin(first[0], second[0], name)
        if (whole or one.is_one) and all(map(_answered, known, (one.before, one.now)))
    ]
    sides = [agency for one in counted for agency in one.before], [agency for one in counted for agency in one.now]
    return (sides[1], sides[0]) if turned else sides


def _values(round_: Round, submitted: Mapping[str, Submitted], name: str) -> dict[str, Value]:
    indicator = round_.catalogue.indicators[name]
    return {agency: answer_of(indicator, one.answers) for agency, one in submitted.items()}


def _answered(values: Mapping[str, Value], agencies: Iterable[str]) -> bool:
    """Whether each of them answered, and it applies to one at least."""
    given = [values.get(agency, Status.BLANK) for agency in agencies]
    return all(map(is_answer, given)) and any(one is not Status.NOT_APPLICABLE for one in given)


def _counts_alike(indicator: Indicator) -> bool:
    return indicator.consolidation is Consolidation.MEAN and not indicator.weight


def compare(before: ConsolidatedRound, now: ConsolidatedRound, *, both_only: bool = False) -> Comparison:
    """Return the totals side by side, in printed order; what only the earlier round asks for comes last."""
    return Comparison(before.round, now.round, tuple(_lines(before, now, both_only=both_only)), both_only)


def _lines(before: ConsolidatedRound, now: ConsolidatedRound, *, both_only: bool) -> Iterator[Line]:
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
                was=before.round.catalogue.indicators.get(name),
                seam=seams.between(before, now, name),
            )
            yield _measured(line, _in_the_way(line, before.round, now.round, both_only=both_only))


def _in_the_way(line: Line, before: Round, now: Round, *, both_only: bool) -> Obstacle | None:
    """Return why two figures make no difference; where agencies are counted that stand for one another, they do."""
    if line.seam is not None and line.seam.broken is not None:
        return Obstacle.COUNTED_OTHERWISE
    if not periods_are_alike(now, before, line.indicator.id):
        return Obstacle.OTHER_PERIOD
    return Obstacle.OTHER_AGENCIES if line.seam is not None and line.seam.parts_series and not both_only else None


def _measured(line: Line, obstacle: Obstacle | None) -> Line:
    if line.before is None or line.now is None:
        return replace(line, obstacle=Obstacle.ASKED_ONCE)
    was, is_ = amount_of(line.before.value), amount_of(line.now.value)
    if was is None or is_ is None:
        broken = line.seam is not None and line.seam.broken is not None
        return replace(line, obstacle=Obstacle.COUNTED_OTHERWISE if broken else Obstacle.NO_FIGURE)
    if obstacle is not None:
        return replace(line, obstacle=obstacle)
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
