"""What the pictures of an indicator show: its totals over time, like with like, and the agencies' figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from reformdesk.core import breaks, seams
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.consolidation import Total
from reformdesk.core.like_periods import periods_are_alike
from reformdesk.core.organisation import Agency
from reformdesk.core.outliers import median, peer_groups
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Break, Round
from reformdesk.core.seams import Seam
from reformdesk.core.values import Number, Rates, Value

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, eq=False)
class Point:
    """A round's total; ``amount`` is ``None`` where nobody gave a figure."""

    round: Round
    total: Total
    amount: Decimal | None


@dataclass(frozen=True, eq=False)
class Series:
    """An indicator through the periods of one kind, oldest first; ``left_out`` asked for it over another length.

    ``seams`` has what lies before a point, by its place, and after the last; across one that parts the series no line
    is drawn. ``otherwise`` are the rounds of which no point stands here: a figure of another kind or unit has no place
    on the same scale.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    left_out: tuple[Round, ...]
    seams: Mapping[int, Seam] = field(default_factory=dict)
    otherwise: tuple[Round, ...] = ()

    def goes_on(self, place: int) -> bool:
        """Whether the line goes on from the point at ``place`` to the next one."""
        seam = self.seams.get(place + 1)
        return seam is None or not seam.parts_series


@dataclass(frozen=True)
class Bar:
    """One agency's figure; ``group`` is that of its peers."""

    agency: Agency
    amount: Decimal
    group: str


@dataclass(frozen=True, eq=False)
class Bars:
    """The agencies' figures, the largest first, what lies in their middle, and who gave none."""

    indicator: Indicator
    round: Round
    bars: tuple[Bar, ...]
    median: Decimal | None
    without: tuple[Agency, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are in the picture, in the order of their first agency at the office."""
        found = {bar.agency.id: bar.group for bar in self.bars}
        return tuple(dict.fromkeys(found[one.id] for one in self.round.agencies if one.id in found))


def can_be_drawn(indicator: Indicator) -> bool:
    """Whether an indicator is a figure at all; marks and words are not."""
    return indicator.kind not in (Kind.MARK, Kind.TEXT)


def amount_of(value: Value) -> Decimal | None:
    """Return the figure that stands for a value in a picture: of rates by block their mean; ``None`` for none."""
    match value:
        case Number(amount):
            return amount
        case Rates(rates) if rates:
            mean = sum((rate.rate for rate in rates), Decimal(0)) / len(rates)
            return mean.quantize(_HUNDREDTH, ROUND_HALF_UP)
        case _:
            return None


def series(parts: Sequence[ConsolidatedRound], name: str, round_id: str) -> Series:
    """Return an indicator's totals through the rounds that are like one of them, which asks for it."""
    this = next(part.round for part in parts if part.round.id == round_id)
    asking = [part for part in parts if name in part.totals]
    like = sorted((part for part in asking if periods_are_alike(this, part.round, name)), key=_in_time)
    measured = [part for part in like if _is_on_its_scale(part.round, this, name)]
    return Series(
        this.catalogue.indicators[name],
        tuple(Point(part.round, part.totals[name], amount_of(part.totals[name].value)) for part in measured),
        tuple(part.round for part in asking if part not in like),
        _seams(like, measured, name),
        tuple(part.round for part in like if part not in measured),
    )


def _in_time(part: ConsolidatedRound) -> tuple[date, int, str]:
    return part.round.period.ends, part.round.period.months, part.round.id


def _is_on_its_scale(one: Round, this: Round, name: str) -> bool:
    return breaks.between(one.catalogue, this.catalogue, name) not in (Break.KIND, Break.UNIT)


def _seams(like: Sequence[ConsolidatedRound], drawn: Sequence[ConsolidatedRound], name: str) -> dict[int, Seam]:
    """Return what lies before each of the drawn rounds, and after the last."""
    found: dict[int, Seam] = {}
    place = 0
    for earlier, later in pairwise(like):
        place += earlier in drawn
        seam = seams.between(earlier, later, name)
        # where rounds between are not drawn, what parts the series is told
        if seam is not None and (place not in found or seam.parts_series):
            found[place] = seam
    return found


def bars(round_: Round, total: Total) -> Bars:
    """Return what the agencies that owe an indicator gave."""
    groups = peer_groups(round_)
    given = {share.agency: amount_of(share.value) for share in total.shares}
    found = []
    without = []
    for agency in round_.owing(total.indicator):
        amount = given.get(agency.id)
        if amount is None:
            without.append(agency)
        else:
            found.append(Bar(agency, amount, groups[agency.id]))
    # of equal ones the office's order
    found.sort(key=lambda bar: -bar.amount)
    middle = median(bar.amount for bar in found) if found else None
    return Bars(round_.catalogue.indicators[total.indicator], round_, tuple(found), middle, tuple(without))
