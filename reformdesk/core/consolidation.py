"""Consolidation: accepted submissions in, totals with their shares out. A pure fold.

A total says how many of the agencies that owe it have answered. An agency to which the indicator
does not apply leaves the count; a blank is not a zero and is not counted as an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from reformdesk.core import rates
from reformdesk.core.catalogue import Indicator
from reformdesk.core.rounds import Round
from reformdesk.core.tallies import Answer, Tally
from reformdesk.core.values import Status, Value

PAST_REASON = "Số liệu đã báo cáo, không có số liệu từng đơn vị"
"""Why a figure stands that was reported before there were shares."""


@dataclass(frozen=True)
class Submitted:
    """What counts of an agency in a round: its answers, and the submission they stand in.

    ``entered``: Home Affairs entered them on behalf; ``told`` is the submission's own account of that.
    """

    agency: str
    digest: str
    provisional: bool
    answers: Mapping[str, Value]
    explanations: Mapping[str, str]
    narratives: Mapping[str, str] = field(default_factory=dict)
    entered: bool = False
    told: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0


class Share(NamedTuple):
    """One agency's part of a total. A tuple: a quarter of a million of them stand behind a large province."""

    agency: str
    value: Value
    explanation: str
    submission: str
    provisional: bool
    entered: bool = False


@dataclass(frozen=True)
class Total:
    """A consolidated figure. ``answered`` of ``owed`` agencies stand behind it.

    ``value`` is what is printed; where an officer adjusted it, ``adjusted`` says why, ``folded`` is what
    the shares come to, and ``decided_on`` what they came to then. ``contested``: two desks adjusted it
    differently, and the computed figure stands. A mean by weight could not weigh ``unweighed`` of its figures;
    with ``plain_mean`` it could weigh none, and all count alike. A computed rate leaves out ``one_part`` agencies that
    gave one of its parts alone; ``from_adjusted``: it is that of parts that an officer adjusted.
    ``sent`` counts its shares, ``provisional`` the answers under a key that was not yet compared, ``entered``
    those that Home Affairs entered on behalf; all stay where the shares themselves are left out.
    """

    indicator: str
    value: Value
    shares: tuple[Share, ...]
    answered: int
    owed: int
    adjusted: str = ""
    folded: Value | None = None
    sent: int = 0
    provisional: int = 0
    entered: int = 0
    decided_on: Value | None = None
    contested: bool = False
    unweighed: int = 0
    plain_mean: bool = False
    one_part: int = 0
    from_adjusted: bool = False

    @property
    def is_past(self) -> bool:
        """Whether the figure was reported before there were shares."""
        return self.adjusted == PAST_REASON and not self.sent

    @property
    def is_overtaken(self) -> bool:
        """Whether the shares come to something else than when the figure was adjusted."""
        return self.decided_on is not None and self.decided_on != self.computed

    @property
    def computed(self) -> Value:
        """What the shares come to, whatever is printed."""
        return self.value if self.folded is None else self.folded

    @property
    def coverage(self) -> str:
        """Answered out of owed, as the report prints it: ``36/39``."""
        return f"{self.answered}/{self.owed}"

    @property
    def is_partial(self) -> bool:
        """Whether an answer is still missing."""
        return self.answered < self.owed

    def without_shares(self) -> Total:
        """Return the figure alone."""
        return replace(self, shares=())


def consolidate(round_: Round, submissions: Mapping[str, Submitted]) -> dict[str, Total]:
    """Return the total of every indicator that the round asks for, in printed order."""
    return {name: total_of(round_, name, submissions) for name in round_.asked}


def total_of(round_: Round, name: str, submissions: Mapping[str, Submitted]) -> Total:
    """Return one indicator's total; ``submissions`` holds what counts, by agency."""
    indicator = round_.catalogue.indicators[name]
    counting = [submissions[agency.id] for agency in round_.owing(name) if agency.id in submissions]
    tally = Tally(indicator)
    shares = []
    for one in counting:
        answer = _answer(indicator, one)
        tally.add(answer)
        explanation = one.explanations.get(name, "")
        shares.append(Share(one.agency, answer.value, explanation, one.digest, one.provisional, one.entered))
    return replace(_total(round_, name, tally), shares=tuple(shares))


class RunningTotals:
    """A round's totals without their shares, as submissions come and are replaced: each costs what it says itself."""

    def __init__(self, round_: Round, submissions: Iterable[Submitted] = ()) -> None:
        self._round = round_
        self._tallies = {name: Tally(round_.catalogue.indicators[name]) for name in round_.asked}
        for one in submissions:
            self.add(one)

    def add(self, submitted: Submitted) -> None:
        """Let a submission count, where none of its agency counts."""
        for tally, answer in self._answers(submitted):
            tally.add(answer)

    def remove(self, submitted: Submitted) -> None:
        """Let a submission count no more that was added just so."""
        for tally, answer in self._answers(submitted):
            tally.remove(answer)

    def totals(self) -> dict[str, Total]:
        """Return what :func:`consolidate` comes to, in printed order."""
        return {name: _total(self._round, name, tally) for name, tally in self._tallies.items()}

    def _answers(self, submitted: Submitted) -> Iterable[tuple[Tally, Answer]]:
        indicators = self._round.catalogue.indicators
        for name in self._round.figures_of(submitted.agency):
            yield self._tallies[name], _answer(indicators[name], submitted)


def _answer(indicator: Indicator, submitted: Submitted) -> Answer:
    answers, flags = submitted.answers, (submitted.provisional, submitted.entered)
    if not indicator.weight and indicator.rate is None:
        return Answer(submitted.agency, answers.get(indicator.id, Status.BLANK), Status.BLANK, None, *flags)
    weight = answers.get(indicator.weight, Status.BLANK)
    parts = rates.parts_in(indicator.rate, answers) if indicator.rate is not None else None
    return Answer(submitted.agency, rates.answer_of(indicator, answers), weight, parts, *flags)


def _total(round_: Round, name: str, tally: Tally) -> Total:
    return Total(
        name,
        tally.value(round_.places),
        (),
        tally.answered,
        len(round_.owing(name)) - tally.waived,
        sent=tally.sent,
        provisional=tally.provisional,
        entered=tally.entered,
        unweighed=tally.unweighed,
        plain_mean=tally.is_plain_mean,
        one_part=tally.one_part,
    )
