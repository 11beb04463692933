"""What stands beside a figure: like is compared with like.

The same period last year and the previous period stand nearest the field. A series is drawn only
through periods of one length: a half-year never stands in line with full years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reformdesk.core.catalogue import Nature
from reformdesk.core.rounds import EarlierRound, Round


class Beside(StrEnum):
    """What an earlier period is to the one that is filled in."""

    SAME_PERIOD = "same-period"
    PREVIOUS = "previous"
    OTHER = "other"


@dataclass(frozen=True)
class Column:
    """An earlier period that is shown beside the field."""

    past: EarlierRound
    beside: Beside


@dataclass(frozen=True)
class Series:
    """The periods that can be drawn in one line, oldest first; ``joins`` says whether the present one is in it."""

    past: tuple[EarlierRound, ...]
    joins: bool


def columns(round_: Round, agency: str, names: Sequence[str], most: int) -> tuple[Column, ...]:
    """Return the earlier periods that asked an agency for any of ``names``, the nearest last, at most so many."""
    asked = [past for past in round_.earlier if any(_has_figures(round_, past, agency, name) for name in names)]
    same = round_.same_period_last_year()
    roles = {past.id: Beside.OTHER for past in asked}
    if asked:
        roles[asked[-1].id] = Beside.PREVIOUS
    if same is not None and same.id in roles:
        roles[same.id] = Beside.SAME_PERIOD
    nearness = (Beside.OTHER, Beside.PREVIOUS, Beside.SAME_PERIOD)
    ordered = sorted((Column(past, roles[past.id]) for past in asked), key=lambda one: nearness.index(one.beside))
    return tuple(ordered[-most:]) if most > 0 else ()


def series(round_: Round, agency: str, name: str) -> Series:
    """Return the periods that an indicator can be drawn through.

    A stock may be drawn through periods of any length, since it is counted on a day; a flow goes
    with the present period where any other has its length, else the past ones of one length alone. None goes
    through a period that counted otherwise.
    """
    like_this = (past for past in round_.earlier if name not in past.breaks)
    asked = [past for past in like_this if _has_figures(round_, past, agency, name)]
    if round_.catalogue.indicators[name].nature is Nature.STOCK:
        return Series(tuple(asked), joins=True)
    like = [past for past in asked if past.months == round_.period.months]
    if like or not asked:
        return Series(tuple(like), joins=True)
    return Series(tuple(past for past in asked if past.months == asked[-1].months), joins=False)


def _has_figures(round_: Round, past: EarlierRound, agency: str, name: str) -> bool:
    """Whether an agency was asked for an indicator, or any whose task it took over."""
    return bool(round_.inherited(past, agency, name).parts)
