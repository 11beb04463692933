"""How an earlier and a later total of an indicator go together: in one series, or what lies between them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reformdesk.core import breaks
from reformdesk.core.breaks import Reorganised
from reformdesk.core.like_periods import periods_are_alike
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Break, Round


@dataclass(frozen=True, eq=False)
class Seam:
    """What lies between two rounds' totals of the indicator ``name``, ``earlier`` and ``later``.

    ``broken`` says in what they differ that were counted otherwise; ``reorganised`` who stands behind the later
    one in place of those of the earlier one. One of the two is given.
    """

    name: str
    earlier: Round
    later: Round
    broken: Break | None
    reorganised: Reorganised | None

    @property
    def parts_series(self) -> bool:
        """Whether no difference can be said across it."""
        return self.broken is not None or (self.reorganised is not None and not self.reorganised.is_one_series)

    @property
    def rates_other_blocks(self) -> bool:
        """Whether all that broke it is which blocks of agencies a rate is given for."""
        before, now = self.earlier.catalogue, self.later.catalogue
        return self.broken is Break.CONSOLIDATION and breaks.rates_other_blocks(before, now, self.name)


def between(one: ConsolidatedRound, other: ConsolidatedRound, name: str) -> Seam | None:
    """Return what lies between two rounds' totals of an indicator, in whatever order; ``None`` where nothing does.

    Of a figure from before there were shares nobody knows who stood behind it.
    """
    first, second = sorted((one, other), key=lambda part: (part.round.period.ends, part.round.period.months))
    broken = breaks.between(first.round.catalogue, second.round.catalogue, name)
    known = not any(name in part.totals and part.totals[name].is_past for part in (first, second))
    reorganised = breaks.reorganised(first.round, second.round, name) if known else None
    if broken is None and reorganised is None:
        return None
    return Seam(name, first.round, second.round, broken, reorganised)


def are_one_series(one: ConsolidatedRound, other: ConsolidatedRound, name: str) -> bool:
    """Whether a difference between two rounds' totals can be said: like periods, counted alike, of the same whole."""
    if not periods_are_alike(one.round, other.round, name):
        return False
    seam = between(one, other, name)
    return seam is None or not seam.parts_series
