"""Which agencies' figures stand out: against what each has reported before, and against its peers.

Everything is robust (medians, and the median distance from them) and without a unit: another unit of
measure, or another order of agencies, changes nothing. What is found blocks nothing; it is shown to be asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from functools import cached_property

from reformdesk.core import breaks, rates
from reformdesk.core.catalogue import Consolidation, Indicator
from reformdesk.core.like_periods import are_alike
from reformdesk.core.rounds import Round
from reformdesk.core.values import Number

LEAST_ROUNDS, MOST_ROUNDS = 3, 8
"""How many earlier figures of its own an agency is measured by."""
LEAST_PEERS = 5
"""How many others of its group it takes to say what is usual among them."""

_OWN_TIMES = Decimal(4)
"""From how many times its own median on, or how small a part of it, a figure can stand out at all."""
_SWINGS = Decimal(5)
"""How many usual swings a figure must lie away from the median, its own or its peers'."""
_GROUP_TIMES = Decimal(3)
"""And how many times what has happened to the whole group: a new task makes everybody's figures jump."""
_PEER_TIMES = Decimal(5)
_Z_OWN, _Z_PEERS = Decimal("3.5"), Decimal(5)
"""Modified z-scores; agencies without a past are of any size, so that more is asked."""
_PER_MAD, _PER_MEAN = Decimal("1.4826"), Decimal("1.253314")
"""What makes a median, or mean, distance comparable with a standard deviation."""
_HALF = Decimal("0.5")
_ZERO, _ONE = Decimal(0), Decimal(1)
_DIGITS = 20
"""More than any sum of figures has; fewer make logarithms quicker."""

Amounts = Mapping[str, Decimal]
"""One indicator's figures by agency."""


class Code(StrEnum):
    """In what way a figure stands out."""

    OWN_HIGH = "own-high"
    OWN_LOW = "own-low"
    OWN_ZERO = "own-zero"
    PEERS_HIGH = "peers-high"
    PEERS_LOW = "peers-low"


@dataclass(frozen=True)
class Outlier:
    """A figure that stands out from what is ``usual``: its own median, or its peers', of ``among`` figures.

    ``times`` is how many times as large, or as small, at least one; nothing where it is a zero. ``weight`` is
    how much of the sum of all agencies' figures the difference makes up.
    """

    agency: str
    code: Code
    value: Decimal
    usual: Decimal
    times: Decimal
    among: int
    weight: Decimal


def find(
    round_: Round, now: Mapping[str, Amounts], past: Sequence[tuple[Round, Mapping[str, Amounts]]]
) -> dict[str, tuple[Outlier, ...]]:
    """Return what stands out in a round, by indicator, the weightiest first; ``past`` is given oldest first."""
    groups = peer_groups(round_)
    found = {}
    for name, amounts in now.items():
        like = [(other, figures) for other, figures in past if name in figures and are_alike(round_, other, name)]
        history = _histories(round_, name, like, amounts) if len(like) >= LEAST_ROUNDS else {}
        if standing_out := among(amounts, history, groups):
            found[name] = standing_out
    return found


def _histories(
    round_: Round, name: str, past: Sequence[tuple[Round, Mapping[str, Amounts]]], agencies: Iterable[str]
) -> dict[str, list[Decimal]]:
    """Return what each agency has reported before; with the figures of whom it took over, where that adds up."""
    like = [_as_now(round_, other, figures, name) for other, figures in past]
    return {agency: [one[agency] for one in like if agency in one][-MOST_ROUNDS:] for agency in agencies}


def _as_now(now: Round, then: Round, figures: Mapping[str, Amounts], name: str) -> Amounts:
    """Return a round's figures as the agencies of now have them."""
    if all(step.on <= then.period.ends for step in now.succession):
        return figures[name]
    indicator = now.catalogue.indicators[name]
    found = {}
    for one in breaks.kin(then, now, name):
        amount = _together(indicator, one.before, figures) if len(one.now) == 1 else None
        if amount is not None:
            found[next(iter(one.now))] = amount
    return found


def _together(indicator: Indicator, agencies: Collection[str], figures: Mapping[str, Amounts]) -> Decimal | None:
    """Return what agencies' figures come to as one agency's; ``None`` where they do not add up, or one is missing."""
    if len(agencies) == 1:
        return figures[indicator.id].get(next(iter(agencies)))
    if indicator.rate is not None:
        parts = [figures.get(one, {}) for one in indicator.rate.parts]
        if any(agency not in part for agency in agencies for part in parts):
            return None
        rate = rates.of_all((Number(parts[0][agency]), Number(parts[1][agency])) for agency in agencies)
        return rate.amount if isinstance(rate, Number) else None
    amounts = [figures[indicator.id][agency] for agency in agencies if agency in figures[indicator.id]]
    adds_up = indicator.consolidation is Consolidation.SUM and len(amounts) == len(agencies)
    return sum(amounts, _ZERO) if adds_up else None


def peer_groups(round_: Round) -> dict[str, str]:
    """Return each agency's group of peers: the smallest of its groups that is large enough to compare within."""
    sizes: dict[str, int] = {}
    for agency in round_.agencies:
        for group in agency.groups:
            sizes[group] = sizes.get(group, 0) + 1
    large = {group for group, size in sizes.items() if size > LEAST_PEERS}
    return {
        agency.id: min((one for one in agency.groups if one in large), key=lambda one: (sizes[one], one), default="")
        for agency in round_.agencies
    }


def among(now: Amounts, history: Mapping[str, Sequence[Decimal]], group_of: Mapping[str, str]) -> tuple[Outlier, ...]:
    """Return what stands out among one indicator's figures, the weightiest first."""
    with localcontext() as context:
        context.prec = _DIGITS
        usual = {agency: median(history[agency]) for agency in now if len(history.get(agency, ())) >= LEAST_ROUNDS}
        usual = {agency: own for agency, own in usual.items() if own > 0}
        found = []
        for members in _grouped(now, group_of):
            own = {agency: now[agency] / usual[agency] for agency in members if agency in usual}
            found += _against_own(own, usual, history)
            found += _against_peers({one: now[one] for one in members}, without=own.keys())
        return _weighed(found, now)


def _grouped(now: Amounts, group_of: Mapping[str, str]) -> list[list[str]]:
    members: dict[str, list[str]] = {}
    for agency in sorted(now):
        members.setdefault(group_of.get(agency, ""), []).append(agency)
    return [members[group] for group in sorted(members)]


_Found = tuple[str, Code, Decimal, Decimal, int]
"""An agency, how it stands out, its figure in parts of what is usual, what is usual, of how many figures."""


def _against_own(ratios: Amounts, usual: Amounts, history: Mapping[str, Sequence[Decimal]]) -> list[_Found]:
    """Return whose figure has moved away from its own past, further than it swings and than its group has moved."""
    positive = [ratio for ratio in ratios.values() if ratio > 0]
    spread = _Spread(positive)
    found = []
    for agency, ratio in ratios.items():
        if _ONE / _OWN_TIMES < ratio < _OWN_TIMES or not _leaves_its_swings(ratio, usual[agency], history[agency]):
            continue
        if len(ratios) > LEAST_PEERS and not _leaves_its_group(ratio, ratios, spread):
            continue
        code = Code.OWN_ZERO if ratio == 0 else Code.OWN_HIGH if ratio > 1 else Code.OWN_LOW
        found.append((agency, code, ratio, usual[agency], len(history[agency])))
    return found


def _leaves_its_swings(ratio: Decimal, usual: Decimal, history: Sequence[Decimal]) -> bool:
    return abs(ratio - 1) * usual > _SWINGS * _swing(history, usual)


def _leaves_its_group(ratio: Decimal, ratios: Amounts, spread: _Spread) -> bool:
    if ratio == 0:
        # where half of the group has none, none is nothing special
        return median(ratios.values()) > 0 and spread.is_tight
    moved = ratio / spread.centre
    return (moved >= _GROUP_TIMES or moved <= _ONE / _GROUP_TIMES) and spread.leaves(ratio, _Z_OWN)


def _against_peers(now: Amounts, without: Iterable[str]) -> list[_Found]:
    """Return who stands out from the group, of those that have no past to be measured by."""
    positive = {agency: value for agency, value in now.items() if value > 0}
    if len(positive) <= LEAST_PEERS:
        return []
    spread = _Spread(positive.values())
    measured = set(without)
    found = []
    for agency, value in positive.items():
        ratio = value / spread.centre
        far = ratio >= _PEER_TIMES or ratio <= _ONE / _PEER_TIMES
        if agency not in measured and far and spread.leaves(value, _Z_PEERS):
            code = Code.PEERS_HIGH if ratio > 1 else Code.PEERS_LOW
            found.append((agency, code, ratio, spread.centre, len(positive) - 1))
    return found


class _Spread:
    """How positive figures lie around their median.

    Far is what is far as a ratio, where twice as much is as far as half as much, and far as a difference: among
    figures of every size a small one is nothing special.
    """

    def __init__(self, figures: Iterable[Decimal]) -> None:
        ordered = sorted(figures)
        self._ordered = ordered
        self.centre = median(ordered) if ordered else _ONE

    @cached_property
    def _swing(self) -> Decimal:
        return _swing(self._ordered, self.centre) if self._ordered else _ZERO

    @cached_property
    def _scale(self) -> Decimal:
        """The usual distance between a figure and the median, as the logarithm of their ratio."""
        distances = sorted(abs((one / self.centre).ln()) for one in self._ordered)
        middle = median(distances) if distances else _ZERO
        if middle:
            return middle * _PER_MAD
        # where more than half are equal, what the others differ by on average
        return sum(distances, _ZERO) / max(1, len(distances)) * _PER_MEAN

    @property
    def is_tight(self) -> bool:
        """Whether even a zero lies far below the others."""
        return self.centre > _SWINGS * self._swing

    def leaves(self, figure: Decimal, score: Decimal) -> bool:
        """Whether a positive figure lies further away than ``score`` usual distances."""
        if abs(figure - self.centre) <= _SWINGS * self._swing:
            return False
        return abs((figure / self.centre).ln()) > score * self._scale


def _swing(figures: Sequence[Decimal], centre: Decimal) -> Decimal:
    return median([abs(one - centre) for one in figures]) * _PER_MAD


def _weighed(found: Iterable[_Found], now: Amounts) -> tuple[Outlier, ...]:
    """Leave out what is small beside a usual agency's figure, and put the weightiest first."""
    positive = [abs(value) for value in now.values() if value]
    whole = sum(sorted(positive), _ZERO)
    typical = median(positive) if positive else _ZERO
    made = []
    for agency, code, ratio, usual, count in found:
        difference = abs(now[agency] - usual)
        if difference >= typical * _HALF:
            times = ratio if ratio >= 1 or not ratio else _ONE / ratio
            weight = difference / whole if whole else _ONE
            made.append(Outlier(agency, code, now[agency], usual, times, count, weight))
    return tuple(sorted(made, key=lambda one: (-one.weight, one.agency)))


def median(figures: Iterable[Decimal]) -> Decimal:
    """Return the middle figure, or what lies half way between the two middle ones; at least one is given."""
    ordered = sorted(figures)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
