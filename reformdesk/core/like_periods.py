"""Which periods can be compared: like with like, so that a half-year never stands in line with full years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from reformdesk.core import breaks
from reformdesk.core.catalogue import Nature
from reformdesk.core.rounds import Break, Round

_DAYS_APART = 20
"""Cut-off days that stand no further apart than this in their years are taken for the same."""
_YEAR = 365
_A_YEAR_BEFORE = range(330, 401)


class Dated(Protocol):
    """What is known of a round without building it."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def months(self) -> int:
        """Its length."""
        ...

    @property
    def ends(self) -> date:
        """The last day that it covers."""
        ...


class Likeness(StrEnum):
    """What another round is to the one at hand."""

    SAME_PERIOD = "same-period"
    ALIKE = "alike"
    OTHER = "other"


_AnyDated = TypeVar("_AnyDated", bound=Dated)


def partners(rounds: Iterable[_AnyDated], this: Dated) -> tuple[tuple[_AnyDated, Likeness], ...]:
    """Return what a round can be compared with, best first.

    The same period last year, then the same period of other years, then every other round; each kind from
    the nearest before it on, what came later last.
    """
    others = [(one, _likeness(one, this)) for one in rounds if one.id != this.id]
    kinds = list(Likeness)
    return tuple(sorted(others, key=lambda pair: (kinds.index(pair[1]), *_distance(pair[0], this))))


def _distance(one: Dated, this: Dated) -> tuple[bool, int, str]:
    days = (this.ends - one.ends).days
    return days < 0, abs(days), one.id


def likeness(one: Round, this: Round) -> Likeness:
    """Return what another round's period is to that of the one at hand."""
    return _kind((one.period.months, one.period.ends), (this.period.months, this.period.ends))


def _likeness(one: Dated, this: Dated) -> Likeness:
    return _kind((one.months, one.ends), (this.months, this.ends))


def _kind(one: tuple[int, date], this: tuple[int, date]) -> Likeness:
    (months, ends), (these_months, this_end) = one, this
    if months != these_months or not _same_day(ends, this_end):
        return Likeness.OTHER
    return Likeness.SAME_PERIOD if (this_end - ends).days in _A_YEAR_BEFORE else Likeness.ALIKE


def are_alike(one: Round, other: Round, name: str) -> bool:
    """Whether an agency's figures of an indicator in two rounds are of one kind: over like periods, counted alike.

    How the agencies' figures become one is not the matter of any of them.
    """
    between = breaks.between(one.catalogue, other.catalogue, name)
    return periods_are_alike(one, other, name) and between in (None, Break.CONSOLIDATION)


def periods_are_alike(one: Round, other: Round, name: str) -> bool:
    """Whether an indicator is counted over like periods in two rounds.

    A stock is counted on a day, whatever period the round covers. A flow is of one kind only over periods of
    one length that cumulate alike and are cut off at about the same day of the year. An indicator that
    either round does not know is compared with nothing.
    """
    if name not in one.catalogue.indicators or name not in other.catalogue.indicators:
        return False
    if one.catalogue.indicators[name].nature is Nature.STOCK:
        return True
    same_kind = (one.period.months, one.period.cumulates) == (other.period.months, other.period.cumulates)
    return same_kind and _same_day(_cut_off(one, name), _cut_off(other, name))


def _cut_off(round_: Round, name: str) -> date:
    return round_.period.cut_off.get(round_.catalogue.area_of[name], round_.period.ends)


def _same_day(one: date, other: date) -> bool:
    apart = abs(one.timetuple().tm_yday - other.timetuple().tm_yday)
    return min(apart, _YEAR - apart) <= _DAYS_APART
