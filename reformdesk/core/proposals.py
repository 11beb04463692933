"""What a clipboard, a workbook or a colleague's file offers, held against what stands.

Nothing is overwritten unseen: a source gives :class:`Offered`, :func:`weigh` says what would become
of each, a person looks, and only then :func:`accepted` is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from reformdesk.core import values
from reformdesk.core.answers import NO_ANSWER, Answer, Given, Offered
from reformdesk.core.number_style import NumberStyle
from reformdesk.core.rounds import Round
from reformdesk.core.text import nfc
from reformdesk.core.values import Ambiguous, Rates, Reading, Status, Unreadable, Value


class Fate(StrEnum):
    """What would become of an offer."""

    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    ASKS = "asks"
    UNREADABLE = "unreadable"
    NOT_OWED = "not-owed"
    COMPUTED = "computed"

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to take, once it is settled what was meant."""
        return self in (Fate.NEW, Fate.CHANGES, Fate.ASKS)


@dataclass(frozen=True)
class Proposal:
    """An offer beside the answer as it stands; ``chosen`` settles one that could mean several things."""

    offered: Offered
    now: Answer
    reading: Reading
    fate: Fate
    chosen: Value | None = None

    @property
    def indicator(self) -> str:
        """The indicator's id."""
        return self.offered.indicator

    @property
    def value(self) -> Value | None:
        """The value that would be written; ``None`` where it is still asked, or nothing can be read."""
        if self.chosen is not None:
            return self.chosen
        return None if isinstance(self.reading, Ambiguous | Unreadable) else self.reading

    def settled(self, chosen: Value) -> Proposal:
        """Return the proposal with what was meant, as a person said it."""
        return replace(self, chosen=chosen)

    @property
    def explanation(self) -> str | None:
        """The words that would be written; ``None`` where those that stand stay."""
        words = self.offered.explanation
        return None if words is None or not words.strip() else nfc(words).strip()


def weigh(
    round_: Round,
    agency: str,
    answers: Mapping[str, Answer],
    offers: Iterable[Offered],
    style: NumberStyle | None = None,
) -> tuple[Proposal, ...]:
    """Say what would become of each offer, in the order of the source. An offer of nothing is none.

    ``style`` is how the source writes its numbers, where that is known.
    """
    owed = set(round_.owed(agency))
    return tuple(
        _weighed(round_, agency, owed, answers.get(one.indicator, NO_ANSWER), one, style)
        for one in offers
        if _says_something(one)
    )


def accepted(proposals: Iterable[Proposal], taken: Collection[str]) -> dict[str, Given]:
    """Return what is to be written of the proposals that a person took, by indicator."""
    given: dict[str, Given] = {}
    for one in proposals:
        if one.indicator in taken and one.fate.can_be_taken and one.value is not None:
            given[one.indicator] = Given(one.value, one.explanation)
    return given


def _says_something(offered: Offered) -> bool:
    return isinstance(offered.raw, Decimal) or bool(offered.raw.strip() or (offered.explanation or "").strip())


def _weighed(
    round_: Round, agency: str, owed: Collection[str], now: Answer, offered: Offered, style: NumberStyle | None
) -> Proposal:
    if offered.indicator not in owed:
        return Proposal(offered, now, Status.BLANK, Fate(round_.why_not_owed(agency, offered.indicator)))
    indicator = round_.catalogue.indicators[offered.indicator]
    if isinstance(offered.raw, Decimal):
        reading = values.from_amount(offered.raw, indicator)
    elif offered.raw.strip():
        reading = values.read(offered.raw, indicator, style)
    else:
        reading = now.value  # words alone: the value stays
    made = Proposal(offered, now, reading, Fate.SAME)
    return Proposal(offered, now, reading, _fate(made))


def _same_figures(one: Value | None, other: Value) -> bool:
    """Whether two values say the same; how a block's line begins is the reporter's way of writing."""
    if isinstance(one, Rates) and isinstance(other, Rates):
        return [(rate.block, rate.rate) for rate in one.rates] == [(rate.block, rate.rate) for rate in other.rates]
    return one == other


def _fate(made: Proposal) -> Fate:
    if isinstance(made.reading, Unreadable):
        return Fate.UNREADABLE
    if isinstance(made.reading, Ambiguous):
        return Fate.ASKS
    same_words = made.explanation is None or made.explanation == made.now.explanation
    if _same_figures(made.value, made.now.value) and same_words:
        return Fate.SAME
    return Fate.NEW if made.now.value is Status.BLANK and not made.now.explanation else Fate.CHANGES
