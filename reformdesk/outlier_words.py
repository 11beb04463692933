"""A figure that stands out, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core.catalogue import Indicator
from reformdesk.core.outliers import Outlier
from reformdesk.core.values import Number, write, write_number
from reformdesk.office_sentences import OUTLIERS, USUAL
from reformdesk.words import Words

_KEPT_DIGITS = 3
_TENTH, _WHOLE = Decimal("0.1"), Decimal(1)
_WHOLE_FROM = 10


def sentence(one: Outlier, indicator: Indicator, agency: str, words: Words) -> str:
    """Return what stands out about an agency's figure, from what, and by how much."""
    return words.say(
        "outliers",
        OUTLIERS[one.code.value],
        agency=agency,
        value=write(Number(one.value), indicator),
        usual=about(one.usual),
        times=_times(one.times),
    )


def usual(one: Outlier, words: Words) -> str:
    """Return what stands against an agency's figure, and by how much they differ."""
    return words.say("outliers", USUAL[one.code.value], usual=about(one.usual), times=_times(one.times))


def about(amount: Decimal) -> str:
    """Return an amount to three digits, which is enough for what is usual."""
    if not amount:
        return write_number(amount)
    step = Decimal(1).scaleb(amount.adjusted() - _KEPT_DIGITS + 1)
    return write_number(amount.quantize(step, ROUND_HALF_UP))


def _times(times: Decimal) -> str:
    return write_number(times.quantize(_WHOLE if times >= _WHOLE_FROM else _TENTH, ROUND_HALF_UP))
