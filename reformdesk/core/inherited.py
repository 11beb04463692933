"""What an agency inherits of earlier figures: its own, and those of the agencies whose tasks it took over. Pure.

By function: each indicator goes its own way through the succession. Figures are added up only where that is right,
that is where the indicator adds up, the agency took over the whole task from each, and each gave its figure. Otherwise
they are named beside, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from reformdesk.core import rates
from reformdesk.core.catalogue import Consolidation, Indicator, Rate
from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.values import Number, Status, Value

Answers = Mapping[str, Mapping[str, Value]]
"""What was reported in an earlier round: by agency and indicator.

What an agency was asked and did not answer is blank in it: a sum without it would pass for the whole.
"""


class Apart(StrEnum):
    """Why earlier figures stand beside each other instead of in one figure."""

    DIVIDED = "divided"
    """The task went to several, or part of it stayed behind."""
    MISSING = "missing"
    """Somebody who was asked gave no figure."""
    NOT_ADDITIVE = "not-additive"
    """Neither a sum nor a rate of sums: a mean, a mark, words."""


@dataclass(frozen=True)
class Part:
    """One agency's earlier figure."""

    agency: str
    value: Value


@dataclass(frozen=True)
class Inherited:
    """An agency's earlier figure of an indicator: ``value``, made of ``parts``, its own part first.

    Where they make no figure of the agency's, ``value`` is ``None``, ``why`` says why not, and ``because`` on whose
    account. Where nobody was asked there is neither a value nor a part.
    """

    agency: str
    value: Value | None = None
    parts: tuple[Part, ...] = ()
    why: Apart | None = None
    because: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether nobody else's figure is in it, nor named beside."""
        return self.why is None and all(part.agency == self.agency for part in self.parts)

    @property
    def others(self) -> tuple[Part, ...]:
        """The figures of the agencies that came before."""
        return tuple(part for part in self.parts if part.agency != self.agency)


@dataclass(frozen=True, eq=False)
class Descent:
    """Who does now what others did: of the ``agencies`` that report by ``indicators``, and of those before them."""

    indicators: Mapping[str, Indicator]
    agencies: tuple[Agency, ...]
    succession: tuple[Succession, ...]

    @cached_property
    def touched(self) -> frozenset[str]:
        """The agencies that took anything over or handed anything on."""
        return frozenset(name for one in self.succession for name in (one.before, one.after))

    def sources(self, agency: str, indicator: str, ended: date) -> tuple[str, ...]:
        """Return whose figures of a period that ended on a day are an agency's now, wholly or in part.

        It comes first itself; those follow that did the task that an indicator asks about, the nearest first.
        """
        latest = {agency: date.max}
        waiting = [agency]
        for one in waiting:
            for step in self._back.get(one, ()):
                in_time = ended < step.on <= latest[one]
                if in_time and step.covers(indicator) and latest.get(step.before, date.min) < step.on:
                    latest[step.before] = step.on
                    waiting.append(step.before)
        return tuple(latest)

    def holders(self, agency: str, indicator: str, ended: date) -> frozenset[str]:
        """Return who does now what an agency did in a period that ended on a day; itself, where it still does."""
        # an agency that had it twice, since it was handed back, holds it by the later time
        waiting = [(agency, ended)]
        found = set()
        for one, since in waiting:
            steps = self._steps_on(one, indicator, ended, since)
            following = dict.fromkeys((step.after, step.on) for step in steps)
            waiting += [state for state in following if state not in waiting]
            if self._owes(one, indicator) or not steps:
                found.add(one)
        return frozenset(found)

    def inherited(self, answers: Answers, ended: date, agency: str, indicator: str) -> Inherited:
        """Return an agency's figure of an indicator in an earlier round, whose period ended on a day.

        A rate goes the way of its parts, and is that of their sums.
        """
        known = self.indicators.get(indicator)
        rate = known.rate if known is not None else None
        names = rate.parts if rate is not None else (indicator,)
        sources = self._of_any(agency, names, ended)
        parts = _told(answers, sources, indicator, rate)
        divided = self._divided((part.agency for part in parts), agency, names, ended)
        if rate is not None:
            return _judged(agency, parts, divided, lambda speaking: _rate_of_sums(answers, speaking, rate))
        return _judged(agency, parts, divided, lambda speaking: _sum(known, speaking))

    def _of_any(self, agency: str, names: Iterable[str], ended: date) -> tuple[str, ...]:
        """Return whose figures of any of some indicators are the agency's now."""
        if agency not in self.touched:
            return (agency,)
        return tuple(dict.fromkeys(one for name in names for one in self.sources(agency, name, ended)))

    def _divided(self, sources: Iterable[str], agency: str, names: Sequence[str], ended: date) -> tuple[str, ...]:
        """Return whose task is not now the agency's alone."""
        if agency not in self.touched:
            return ()
        return tuple(one for one in sources if any(self.holders(one, name, ended) != {agency} for name in names))

    @cached_property
    def _back(self) -> Mapping[str, tuple[Succession, ...]]:
        return _grouped((one.after, one) for one in self.succession)

    @cached_property
    def _onwards(self) -> Mapping[str, tuple[Succession, ...]]:
        return _grouped((one.before, one) for one in self.succession)

    def _steps_on(self, agency: str, indicator: str, ended: date, since: date) -> list[Succession]:
        """Return by what a task went on that was done at the end of a period and that an agency has had since a day."""
        steps = self._onwards.get(agency, ())
        return [one for one in steps if ended < one.on and since <= one.on and one.covers(indicator)]

    def _owes(self, agency: str, indicator: str) -> bool:
        found, known = self._by_id.get(agency), self.indicators.get(indicator)
        return found is not None and known is not None and found.answers_for(known.reporter)

    @cached_property
    def _by_id(self) -> Mapping[str, Agency]:
        return {agency.id: agency for agency in self.agencies}


def _grouped(pairs: Iterable[tuple[str, Succession]]) -> dict[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    return {name: tuple(grouped) for name, grouped in found.items()}


def _told(answers: Answers, sources: Iterable[str], indicator: str, rate: Rate | None) -> tuple[Part, ...]:
    """Return the figures of those who were asked, for the indicator itself or for what it is computed from."""
    found = ((agency, _figure(answers.get(agency, {}), indicator, rate)) for agency in sources)
    return tuple(Part(agency, value) for agency, value in found if value is not None)


def _figure(answers: Mapping[str, Value], indicator: str, rate: Rate | None) -> Value | None:
    if indicator in answers or rate is None:
        return answers.get(indicator)
    asked = not answers.keys().isdisjoint(rate.parts)
    return rates.computed(*rates.parts_in(rate, answers)) if asked else None


def _rate_of_sums(answers: Answers, parts: Sequence[Part], rate: Rate) -> Value | None:
    """Return the rate of several together, ``None`` where one was asked for the rate alone."""
    pairs = [rates.parts_in(rate, answers[part.agency]) for part in parts]
    return rates.of_all(pairs) if all(isinstance(one, Number) for pair in pairs for one in pair) else None


def _judged(
    agency: str, parts: tuple[Part, ...], divided: Iterable[str], added: Callable[[Sequence[Part]], Value | None]
) -> Inherited:
    """Return one figure where the parts make one: whom it did not apply to adds nothing to it."""
    # where it applied to none of them, that is what there is to say of it
    speaking = tuple(part for part in parts if part.value is not Status.NOT_APPLICABLE) or parts
    if not parts:
        return Inherited(agency)
    if all(part.value is Status.BLANK for part in speaking):
        return Inherited(agency, Status.BLANK, parts)
    if split := _among(speaking, divided):
        return Inherited(agency, None, parts, Apart.DIVIDED, split)
    if len(speaking) == 1 or (_is_status(speaking[0]) and len({part.value for part in speaking}) == 1):
        return Inherited(agency, speaking[0].value, parts)
    if missing := tuple(part.agency for part in speaking if _is_status(part)):
        return Inherited(agency, None, parts, Apart.MISSING, missing)
    value = added(speaking)
    if value is None:
        return Inherited(agency, None, parts, Apart.NOT_ADDITIVE)
    return Inherited(agency, value, parts)


def _among(parts: Iterable[Part], agencies: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(agencies)
    return tuple(part.agency for part in parts if part.agency in wanted)


def _is_status(part: Part) -> bool:
    return isinstance(part.value, Status)


def _sum(indicator: Indicator | None, parts: Sequence[Part]) -> Value | None:
    """Return the sum of figures, ``None`` where the indicator does not add up."""
    numbers = [part.value for part in parts if isinstance(part.value, Number)]
    units = {one.unit for one in numbers}
    if indicator is None or indicator.consolidation is not Consolidation.SUM:
        return None
    if len(numbers) < len(parts) or len(units) != 1:
        return None
    return Number(sum((one.amount for one in numbers), Decimal(0)), units.pop())
