"""Rates computed from their parts, of one agency and of many. Pure.

The rate of many is that of their sums, never the mean of their rates: whoever has more dossiers weighs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core.catalogue import Indicator, Rate
from reformdesk.core.values import Number, Status, Value

_HUNDREDTH = Decimal("0.01")
_HUNDRED = Decimal(100)
_WEAKEST_FIRST = (Status.NOT_APPLICABLE, Status.BLANK, Status.NOT_DONE, Status.IN_PROGRESS)


def computed(numerator: Value, denominator: Value) -> Value:
    """Return a rate in per cent to two places, or why there is none.

    Nothing out of nothing rates nothing: it is *not applicable*. Something out of nothing cannot be; it is blank.
    """
    if isinstance(numerator, Number) and isinstance(denominator, Number):
        if denominator.amount:
            rate = numerator.amount / denominator.amount * _HUNDRED
            return Number(rate.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize())
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


def of_all(pairs: Iterable[tuple[Value, Value]]) -> Value:
    """Return the rate of those together who gave both parts; blank where nobody did."""
    given = [
        (one.amount, other.amount) for one, other in pairs if isinstance(one, Number) and isinstance(other, Number)
    ]
    if not given:
        return Status.BLANK
    numerator, denominator = (sum(amounts, Decimal(0)) for amounts in zip(*given, strict=True))
    return computed(Number(numerator), Number(denominator))
