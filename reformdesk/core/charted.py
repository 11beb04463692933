"""What the pictures of an indicator show: its totals over time, like with like, and the agencies' figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.consolidation import Total
from reformdesk.core.like_periods import are_alike
from reformdesk.core.organisation import Agency
from reformdesk.core.outliers import median, peer_groups
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
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
    """An indicator through the periods of one kind, oldest first; ``left_out`` asked for it over another length."""

    indicator: Indicator
    points: tuple[Point, ...]
    left_out: tuple[Round, ...]


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
    like = [part for part in asking if are_alike(this, part.round, name)]
    points = sorted(
        (Point(part.round, part.totals[name], amount_of(part.totals[name].value)) for part in like),
        key=lambda one: (one.round.period.ends, one.round.period.months, one.round.id),
    )
    left_out = tuple(part.round for part in asking if part not in like)
    return Series(this.catalogue.indicators[name], tuple(points), left_out)


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
