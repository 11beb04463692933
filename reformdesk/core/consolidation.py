"""Consolidation: accepted submissions in, totals with their shares out. A pure fold.

A total says how many of the agencies that owe it have answered. An agency to which the indicator
does not apply leaves the count; a blank is not a zero and is not counted as an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from reformdesk.core import rates
from reformdesk.core.catalogue import Consolidation, Indicator, Rate
from reformdesk.core.rounds import Round
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, is_answer

_HUNDREDTH = Decimal("0.01")
_STRONGEST_FIRST = (Status.IN_PROGRESS, Status.NOT_DONE, Status.NOT_APPLICABLE)


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
    shares = []
    waived = 0
    owing = round_.owing(name)
    for agency in owing:
        submitted = submissions.get(agency.id)
        if submitted is None:
            continue
        value = rates.answer_of(indicator, submitted.answers)
        if value is Status.NOT_APPLICABLE:
            waived += 1
        explanation = submitted.explanations.get(name, "")
        shares.append(Share(agency.id, value, explanation, submitted.digest, submitted.provisional, submitted.entered))
    answered = sum(is_answer(share.value) for share in shares) - waived
    weights = {
        agency: submitted.answers.get(indicator.weight, Status.BLANK)
        for agency, submitted in submissions.items()
        if indicator.weight
    }
    value = _rate(indicator.rate, shares, submissions) if indicator.rate else _consolidated(indicator, shares, weights)
    unweighed, figures = _unweighed(indicator, shares, weights)
    return Total(
        name,
        value,
        tuple(shares),
        answered,
        len(owing) - waived,
        sent=len(shares),
        provisional=sum(share.provisional and is_answer(share.value) for share in shares),
        entered=sum(share.entered and is_answer(share.value) for share in shares),
        unweighed=unweighed,
        plain_mean=0 < unweighed == figures > 1,
        one_part=_one_part(indicator.rate, shares, submissions) if indicator.rate else 0,
    )


def _rate(rate: Rate, shares: Iterable[Share], submissions: Mapping[str, Submitted]) -> Value:
    """Return the rate of all whose parts count; where there is none, the most that was said."""
    listed = tuple(shares)
    value = rates.of_all(rates.parts_in(rate, submissions[share.agency].answers) for share in listed)
    return _strongest(share.value for share in listed) if isinstance(value, Status) else value


def _one_part(rate: Rate, shares: Iterable[Share], submissions: Mapping[str, Submitted]) -> int:
    """Return how many agencies gave a figure for a part that does not count without the other."""
    given = (rates.parts_in(rate, submissions[share.agency].answers) for share in shares)
    return sum(any(isinstance(one, Number) for one in parts) and not rates.counts(*parts) for parts in given)


def _consolidated(indicator: Indicator, shares: list[Share], weights: Mapping[str, Value]) -> Value:
    figures = [share for share in shares if not isinstance(share.value, Status)]
    if not figures:
        return _strongest(share.value for share in shares)
    match indicator.consolidation:
        case Consolidation.SOLE:
            return figures[0].value
        case Consolidation.ANY:
            return _any(figures)
        case Consolidation.SUM:
            return Number(sum((_amount(share.value) for share in figures), Decimal(0)))
        case Consolidation.MEAN | Consolidation.RATE:
            return _mean(figures, weights, weighted=bool(indicator.weight))


def _unweighed(indicator: Indicator, shares: list[Share], weights: Mapping[str, Value]) -> tuple[int, int]:
    """Return how many of the figures that are to be weighed have no weight, and how many figures there are."""
    if not indicator.weight or indicator.consolidation is not Consolidation.MEAN:
        return 0, 0
    figures = [share for share in shares if not isinstance(share.value, Status)]
    whole = sum(_amount(weights.get(share.agency, Status.BLANK)) for share in figures)
    if whole == 0:
        return len(figures), len(figures)
    return sum(isinstance(weights.get(share.agency, Status.BLANK), Status) for share in figures), len(figures)


def _strongest(values: Iterable[Value]) -> Status:
    """Where nobody gave a figure, say the most that was said: under way, then not done."""
    found = set(values)
    return next((status for status in _STRONGEST_FIRST if status in found), Status.BLANK)


def _any(figures: list[Share]) -> Value:
    """Return whether anybody held it; of words, all that were said, each once, in the agencies' order."""
    words = [share.value.words for share in figures if isinstance(share.value, Text)]
    if words:
        return Text("\n".join(dict.fromkeys(words)))
    return Mark(any(isinstance(share.value, Mark) and share.value.held for share in figures))


def _mean(figures: list[Share], weights: Mapping[str, Value], *, weighted: bool) -> Number:
    pairs = [(_amount(share.value), _amount(weights.get(share.agency, Status.BLANK))) for share in figures]
    whole = sum((weight for _, weight in pairs), Decimal(0))
    if not weighted or whole == 0:
        pairs = [(amount, Decimal(1)) for amount, _ in pairs]
        whole = Decimal(len(pairs))
    mean = sum((amount * weight for amount, weight in pairs), Decimal(0)) / whole
    return Number(mean.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize())


def _amount(value: Value) -> Decimal:
    match value:
        case Number(amount):
            return amount
        case Rates(given):
            return sum((one.rate for one in given), Decimal(0)) / len(given)
        case Mark() | Text() | Status():
            return Decimal(0)
