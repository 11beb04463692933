"""What a total is made of: an exact tally that answers enter, and leave again, one at a time.

Whatever entered and left, and in whatever order, equal contents make an equal tally: nothing is rounded before the
total is read off it. Thus one more submission costs what that submission says, and not the whole round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from typing import NamedTuple

from reformdesk.core import rates
from reformdesk.core.catalogue import Consolidation, Indicator
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, format_plain, is_answer

_STRONGEST_FIRST = (Status.IN_PROGRESS, Status.NOT_DONE, Status.NOT_APPLICABLE)
_EXACT = Context(prec=200, traps=[Inexact])
"""For sums and products of figures of 28 digits: what would have to be rounded is a fault."""
_NOTHING, _ONE = Decimal(0), Decimal(1)
_HALF = Fraction(1, 2)


class Answer(NamedTuple):
    """What an agency says on an indicator: its figure, that figure's weight, and the parts of a computed rate."""

    agency: str
    value: Value
    weight: Value = Status.BLANK
    parts: tuple[Value, Value] | None = None
    provisional: bool = False
    entered: bool = False


class Tally:
    """One indicator's answers, counted and added up.

    ``sent`` is how many there are, blank ones among them, ``answered`` how many of them speak of a task that is the
    agency's, ``waived`` how many say that it is not. ``provisional`` and ``entered`` count what is not blank.
    ``one_part`` gave one part of a computed rate that does not count without the other.
    """

    def __init__(self, indicator: Indicator) -> None:
        self.sent = self.provisional = self.entered = self.one_part = 0
        self._indicator = indicator
        self._is_sole = indicator.consolidation is Consolidation.SOLE
        self._said: Counter[Status] = Counter()
        # whose own words or figure the total may be
        self._named: dict[str, Value] = {}
        self._figures = self._held = self._weightless = self._pairs = 0
        self._sum, self._weighed, self._weights = _Sum(), _Sum(), _Sum()
        self._numerator, self._denominator = _Sum(), _Sum()

    def add(self, answer: Answer) -> None:
        """Let an agency's answer enter."""
        if self._is_sole or isinstance(answer.value, Text):
            self._named[answer.agency] = answer.value
        self._count(answer, 1)

    def remove(self, answer: Answer) -> None:
        """Let an answer leave that entered just so."""
        self._named.pop(answer.agency, None)
        self._count(answer, -1)

    def _count(self, answer: Answer, sign: int) -> None:
        value = answer.value
        self.sent += sign
        if isinstance(value, Status):
            self._said[value] += sign
        else:
            self._figures += sign
            self._count_figure(value, answer.weight, sign)
        if answer.provisional and is_answer(value):
            self.provisional += sign
        if answer.entered and is_answer(value):
            self.entered += sign
        if answer.parts is not None:
            self._count_parts(answer.parts, sign)

    def _count_figure(self, value: Value, weight: Value, sign: int) -> None:
        # by far the most are numbers, and a province has hundreds of thousands of them
        amount = value.amount if isinstance(value, Number) else _amount(value)
        self._sum.count(amount, sign)
        if isinstance(value, Mark):
            self._held += sign * value.held
        if self._indicator.weight:
            weighs = _amount(weight)
            self._weightless += sign * isinstance(weight, Status)
            self._weights.count(weighs, sign)
            self._weighed.count(_product(amount, weighs), sign)

    def _count_parts(self, parts: tuple[Value, Value], sign: int) -> None:
        numerator, denominator = parts
        if rates.counts(numerator, denominator):
            self._pairs += sign
            self._numerator.count(_amount(numerator), sign)
            self._denominator.count(_amount(denominator), sign)
        elif isinstance(numerator, Number) or isinstance(denominator, Number):
            self.one_part += sign

    @property
    def waived(self) -> int:
        """To how many agencies the indicator does not apply."""
        return self._said[Status.NOT_APPLICABLE]

    @property
    def answered(self) -> int:
        """How many agencies have answered to whom it applies."""
        return self.sent - self._said[Status.BLANK] - self.waived

    @property
    def unweighed(self) -> int:
        """How many figures of a mean by weight have no weight: all of them, where the weights come to nothing."""
        if not self._indicator.weight or self._indicator.consolidation is not Consolidation.MEAN:
            return 0
        return self._weightless if self._weights.whole else self._figures

    @property
    def is_plain_mean(self) -> bool:
        """Whether several figures of a mean by weight count alike, because none could be weighed."""
        return 1 < self._figures == self.unweighed

    def value(self, places: Mapping[str, int]) -> Value:
        """Return the total; ``places`` has where each agency stands in the office's order."""
        if self._indicator.rate is not None:
            return self._rate()
        if not self._figures:
            return self._strongest()
        match self._indicator.consolidation:
            case Consolidation.SOLE:
                return self._in_order(places)[0]
            case Consolidation.ANY:
                words = [one.words for one in self._in_order(places) if isinstance(one, Text)]
                # each once, in the agencies' order
                return Text("\n".join(dict.fromkeys(words))) if words else Mark(self._held > 0)
            case Consolidation.SUM:
                return Number(self._sum.amount)
            case Consolidation.MEAN | Consolidation.RATE:
                return Number(self._mean())

    def _in_order(self, places: Mapping[str, int]) -> list[Value]:
        named = sorted(self._named, key=places.__getitem__)
        return [value for value in map(self._named.__getitem__, named) if not isinstance(value, Status)]

    def _rate(self) -> Value:
        """Return the rate of all whose parts count; where there is none, the most that was said."""
        if not self._pairs:
            return self._strongest()
        value = rates.computed(Number(self._numerator.amount), Number(self._denominator.amount))
        return self._strongest() if isinstance(value, Status) else value

    def _strongest(self) -> Status:
        """Where nobody gave a figure, say the most that was said: under way, then not done."""
        return next((status for status in _STRONGEST_FIRST if self._said[status]), Status.BLANK)

    def _mean(self) -> Decimal:
        """Return the mean by weight, or the plain one where there is no weight, to two places, half away from zero."""
        whole = self._weights.whole
        mean = self._weighed.whole / whole if whole else self._sum.whole / self._figures
        hundredths = int(abs(mean) * 100 + _HALF)
        return _plain(Decimal(hundredths if mean >= 0 else -hundredths).scaleb(-2))


class _Sum:
    """An exact sum: of decimals, and of what no decimal says exactly."""

    __slots__ = ("_decimal", "_fraction")

    def __init__(self) -> None:
        self._decimal = _NOTHING
        self._fraction = Fraction(0)

    def count(self, amount: Decimal | Fraction, sign: int) -> None:
        """Add an amount, or take it off with a ``sign`` of -1."""
        if isinstance(amount, Decimal):
            self._decimal = (_EXACT.add if sign > 0 else _EXACT.subtract)(self._decimal, amount)
        else:
            self._fraction += sign * amount

    @property
    def whole(self) -> Fraction:
        """The sum itself."""
        return self._fraction + Fraction(self._decimal)

    @property
    def amount(self) -> Decimal:
        """The sum as a decimal, exact where it is one."""
        if not self._fraction:
            return _plain(self._decimal)
        return Decimal(self.whole.numerator) / Decimal(self.whole.denominator)


def _plain(amount: Decimal) -> Decimal:
    """Return an amount written as one writes it: taking half off four and a half leaves 4, not 4.0."""
    return Decimal(format_plain(amount))


def _product(one: Decimal | Fraction, other: Decimal | Fraction) -> Decimal | Fraction:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return _EXACT.multiply(one, other)
    return Fraction(one) * Fraction(other)


def _amount(value: Value) -> Decimal | Fraction:
    """Return what a figure counts: one rate a block counts as their mean, a mark or words as nothing."""
    match value:
        case Number(amount):
            return amount
        case Rates(given):
            return sum((Fraction(one.rate) for one in given), Fraction(0)) / len(given)
        case Mark() | Text() | Status():
            return _NOTHING
