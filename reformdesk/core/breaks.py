"""Where an indicator's figures are no one series any more: it is counted otherwise, or others stand behind it. Pure.

An indicator keeps its identity through editions of the set: what it is called, where it is printed and who
reports it may change without a break. What it counts, and how the shares become one figure, may not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Kind, Reporter
from reformdesk.core.organisation import Agency, Succession, reporting
from reformdesk.core.rounds import Break, Round
from reformdesk.core.text import nfc

_COUNTED = (Kind.COUNT, Kind.DECIMAL)
"""A count that may have a fraction from now on is the same figure, more exactly."""


def between(old: Catalogue, new: Catalogue, name: str) -> Break | None:
    """Return in what an indicator means something else in ``new`` than in ``old``.

    ``None`` where its figures of both are one series, and where either set does not know it.
    """
    if old is new or name not in old.indicators or name not in new.indicators:
        return None
    before, now = old.indicators[name], new.indicators[name]
    why = _of_itself(before, now)
    if why is None and any(_of_part(old, new, part) for part in _parts(now)):
        return Break.RATE
    if why is None and _of_part(old, new, now.weight):
        return Break.CONSOLIDATION
    return why


def all_between(old: Catalogue, new: Catalogue) -> dict[str, Break]:
    """Return the breaks between two sets, by indicator in the order of the new one."""
    found = {name: between(old, new, name) for name in (new.order if old is not new else ())}
    return {name: why for name, why in found.items() if why is not None}


def rates_other_blocks(old: Catalogue, new: Catalogue, name: str) -> bool:
    """Whether all that differs is which blocks of agencies a rate is given for."""
    before, now = _brought_together(old.indicators[name]), _brought_together(new.indicators[name])
    return before != now and before[:-1] == now[:-1]


def _of_itself(before: Indicator, now: Indicator) -> Break | None:
    if before.kind is not now.kind and not (before.kind in _COUNTED and now.kind in _COUNTED):
        return Break.KIND
    if not _same_unit(before, now):
        return Break.UNIT
    if before.nature is not now.nature:
        return Break.NATURE
    if before.rate != now.rate:
        return Break.RATE
    return Break.CONSOLIDATION if _brought_together(before) != _brought_together(now) else None


def _of_part(old: Catalogue, new: Catalogue, name: str) -> bool:
    """Whether what a figure is computed or weighed by is counted otherwise."""
    known = name in old.indicators and name in new.indicators
    return known and _of_itself(old.indicators[name], new.indicators[name]) is not None


def _same_unit(before: Indicator, now: Indicator) -> bool:
    """Whether both count in one unit; a unit that was only spelt otherwise, or not said, is no other one."""
    was, is_ = _spelt(before), _spelt(now)
    return before.kind not in _COUNTED or not was or not is_ or bool(was & is_)


def _spelt(indicator: Indicator) -> set[str]:
    spellings = (indicator.unit.vi, *indicator.unit_also) if indicator.unit.vi.strip() else ()
    return {" ".join(nfc(one).casefold().split()) for one in spellings}


def _parts(indicator: Indicator) -> tuple[str, ...]:
    return indicator.rate.parts if indicator.rate else ()


def _brought_together(indicator: Indicator) -> tuple[Consolidation, str, frozenset[str]]:
    """Return what the consolidated figure depends on besides the shares."""
    return indicator.consolidation, indicator.weight, frozenset(block.id for block in indicator.blocks)


@dataclass(frozen=True)
class Reorganised:
    """Other agencies stand behind a total than before.

    ``before`` and ``now`` are all who owed it then and owe it now, in the office's order. ``successors`` has, of
    each that owes it no more, those of ``now`` that do what it did, none where nobody does. ``days`` are those on
    which one succeeded another. ``is_one_series``: the total goes on, since it adds up over agencies and somebody of
    then, or a successor, is among those of now.
    """

    before: tuple[Agency, ...]
    now: tuple[Agency, ...]
    successors: Mapping[str, tuple[str, ...]]
    days: tuple[date, ...]
    is_one_series: bool

    @property
    def on(self) -> date | None:
        """The first day on which one succeeded another, ``None`` where nobody did."""
        return self.days[0] if self.days else None

    @property
    def gone(self) -> tuple[Agency, ...]:
        """Who owes it no more."""
        return tuple(one for one in self.before if one.id in self.successors)

    @property
    def came(self) -> tuple[Agency, ...]:
        """Who did not owe it before."""
        known = {one.id for one in self.before}
        return tuple(one for one in self.now if one.id not in known)

    @property
    def without_successor(self) -> tuple[Agency, ...]:
        """Whose part of the total nobody reports any more."""
        return tuple(one for one in self.gone if not self.successors[one.id])


def reorganised(old: Round, new: Round, name: str) -> Reorganised | None:
    """Return who stands behind an indicator's total otherwise in ``new`` than in ``old``, the earlier of the two.

    ``None`` where the same agencies do, where nobody owes it in one of them, and where either does not know it.
    """
    if name not in old.catalogue.indicators or name not in new.catalogue.indicators:
        return None
    before, now = old.owing(name), new.owing(name)
    if not before or not now or {one.id for one in before} == {one.id for one in now}:
        return None
    successors, days = _succeeded(*_terms(old, new, name))
    related = bool(days) or len(successors) < len(before)
    goes_on = _goes_on(new.catalogue.indicators[name], related=related, succeeded=bool(days))
    return Reorganised(before, now, successors, days, goes_on)


@dataclass(frozen=True)
class Kin:
    """Agencies of then that stand for agencies of now: between them a task only changed hands."""

    before: frozenset[str]
    now: frozenset[str]

    @property
    def is_one(self) -> bool:
        """Whether one agency goes on, or one took over from one."""
        return len(self.before) == len(self.now) == 1


def kin(old: Round, new: Round, name: str) -> tuple[Kin, ...]:
    """Return who stands for whom behind an indicator in two rounds, ``old`` the earlier, in the smallest groups.

    Who has nobody on the other side is in none. Among those of now are such as are not asked, where part of the task
    went to them.
    """
    return _kin(*_terms(old, new, name))


class _Terms(NamedTuple):
    """All that who stands for whom depends on, the same for most indicators: a large province is looked at once.

    ``named`` are the new round's successions, by place, that name indicators and this one among them.
    """

    old: Round
    new: Round
    was: Reporter
    is_: Reporter
    named: frozenset[int]


def _terms(old: Round, new: Round, name: str) -> _Terms:
    was, is_ = (one.catalogue.indicators[name].reporter for one in (old, new))
    steps = enumerate(new.succession)
    named = frozenset(place for place, one in steps if one.indicators is not None and one.covers(name))
    return _Terms(old, new, was, is_, named)


@lru_cache(maxsize=64)
def _succeeded(
    old: Round, new: Round, was: Reporter, is_: Reporter, named: frozenset[int]
) -> tuple[Mapping[str, tuple[str, ...]], tuple[date, ...]]:
    """Return who of now does what those did that report no more, and the days on which that went over."""
    now = [one.id for one in reporting(new.agencies, is_)]
    gone = [one.id for one in reporting(old.agencies, was) if one.id not in set(now)]
    chains = {agency: _taken_over(_onwards(new, named), agency) for agency in gone}
    reached = {agency: {step.after for step in chain} for agency, chain in chains.items()}
    successors = {agency: tuple(one for one in now if one in reached[agency]) for agency in gone}
    days = {step.on for agency, chain in chains.items() if successors[agency] for step in chain}
    return successors, tuple(sorted(days))


@lru_cache(maxsize=64)
def _kin(old: Round, new: Round, was: Reporter, is_: Reporter, named: frozenset[int]) -> tuple[Kin, ...]:
    onwards, staying = _onwards(new, named), {one.id for one in reporting(new.agencies, is_)}
    groups: list[tuple[set[str], set[str]]] = []
    for agency in (one.id for one in reporting(old.agencies, was)):
        chain = _taken_over(onwards, agency)
        if agency in staying:
            chain = [step for step in chain if step.on > old.period.ends]
        # where part of it ended with somebody who is not asked, it is not all with those who are
        ends = {step.after for step in chain if step.after in staying or not _later(onwards, step.after, step.on)}
        holders = ends | ({agency} & staying)
        if not holders & staying:
            continue
        related = [one for one in groups if one[1] & holders]
        groups = [one for one in groups if one not in related]
        groups.append(({agency}.union(*(one[0] for one in related)), holders.union(*(one[1] for one in related))))
    return tuple(Kin(frozenset(before), frozenset(now)) for before, now in groups)


_Onwards = Mapping[str, Sequence[Succession]]
"""Who handed on to whom, by who handed on."""


def _taken_over(onwards: _Onwards, agency: str) -> list[Succession]:
    """Return the steps by which an agency's task went over to others, and from them on later days to others again."""
    found: list[Succession] = []
    waiting = [(agency, date.min)]
    for one, since in waiting:
        steps = _later(onwards, one, since)
        found += [step for step in steps if step not in found]
        following = dict.fromkeys((step.after, step.on) for step in steps)
        waiting += [state for state in following if state not in waiting]
    return found


def _later(onwards: _Onwards, agency: str, since: date) -> list[Succession]:
    """Return the steps by which an agency handed on what it has had since a day."""
    return [step for step in onwards.get(agency, ()) if step.on >= since]


@lru_cache(maxsize=16)
def _onwards(round_: Round, named: frozenset[int]) -> _Onwards:
    """Return a round's successions: those of all tasks, and those ``named`` by their places."""
    found: dict[str, list[Succession]] = {}
    for place, step in enumerate(round_.succession):
        if step.indicators is None or place in named:
            found.setdefault(step.before, []).append(step)
    return found


def _goes_on(indicator: Indicator, *, related: bool, succeeded: bool) -> bool:
    """Whether a total can be compared though others stand behind it.

    One agency's figure for the whole province is compiled by another from now on. A sum, a rate of sums and a mean
    by weight come to the same whoever holds the parts; where all count alike, those who merged count for less.
    """
    match indicator.consolidation:
        case Consolidation.SOLE:
            return True
        case Consolidation.MEAN if not indicator.weight:
            return related and not succeeded
        case _:
            return related
