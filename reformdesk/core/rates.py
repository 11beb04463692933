"""Rates computed from their parts, of one agency and of many. Pure.

The rate of many is that of their sums, never the mean of their rates: whoever has more dossiers weighs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

from reformdesk.core.catalogue import Indicator, Rate
from reformdesk.core.values import MOST_DIGITS, Number, Status, Value

_HUNDREDTH = Decimal("0.01")
_HUNDRED = Decimal(100)
_PRECISION = 60
"""Digits to reckon with: the longest part in the shortest, and thousands of them added up."""

_NOTHING = Number(Decimal(0))
_WEAKEST_FIRST = (Status.NOT_APPLICABLE, Status.BLANK, Status.NOT_DONE, Status.IN_PROGRESS)


def computed(numerator: Value, denominator: Value) -> Value:
    """Return a rate in per cent to two places, or why there is none.

    Nothing out of nothing rates nothing: it is *not applicable*. Something out of nothing cannot be; it is blank, and
    so is what would be longer than any figure may be.
    """
    if isinstance(numerator, Number) and isinstance(denominator, Number):
        if denominator.amount:
            with localcontext(prec=_PRECISION):
                rate = numerator.amount / denominator.amount * _HUNDRED
                rounded = rate.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize()
            return Number(rounded) if abs(rounded) < 10**MOST_DIGITS else Status.BLANK
        return Status.BLANK if numerator.amount else Status.NOT_APPLICABLE
    said = {part for part in (numerator, denominator) if isinstance(part, Status)}
    return next((status for status in _WEAKEST_FIRST if status in said), Status.BLANK)


def answer_of(indicator: Indicator, answers: Mapping[str, Value]) -> Value:
    """Return what an agency's answers say on an indicator, computed where it is a rate of two others."""
    if indicator.rate is None:
        return answers.get(indicator.id, Status.BLANK)
    return computed(*parts_in(indicator.rate, answers))


def parts_in(rate: Rate, answers: Mapping[str, Value]) -> tuple[Value, Value]:
    """Return the numerator and the denominator that answers give a rate."""
    return answers.get(rate.numerator, Status.BLANK), answers.get(rate.denominator, Status.BLANK)


def counts(numerator: Value, denominator: Value) -> bool:
    """Whether two parts enter the rate of many: figures both, and not something out of nothing."""
    both = isinstance(numerator, Number) and isinstance(denominator, Number)
    return both and (denominator != _NOTHING or numerator == _NOTHING)


def of_all(pairs: Iterable[tuple[Value, Value]]) -> Value:
    """Return the rate of those together whose parts count; blank where nobody's do."""
    given = [
        (one.amount, other.amount)
        for one, other in pairs
        if counts(one, other) and isinstance(one, Number) and isinstance(other, Number)
    ]
    if not given:
        return Status.BLANK
    with localcontext(prec=_PRECISION):
        numerator, denominator = (sum(amounts, Decimal(0)) for amounts in zip(*given, strict=True))
    return computed(Number(numerator), Number(denominator))
