"""How numbers are written: ``1.234,5`` here, ``1,234.5`` in an English Excel.

``1,234`` alone tells nothing. A column often does, by one of its other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum


class NumberStyle(StrEnum):
    """Which mark stands before the fraction: the comma here, the dot in English."""

    VIETNAMESE = "vietnamese"
    ENGLISH = "english"

    @property
    def marks(self) -> tuple[str, str]:
        """The mark between groups of three digits and the one before the fraction."""
        return (".", ",") if self is NumberStyle.VIETNAMESE else (",", ".")


def _written(style: NumberStyle) -> re.Pattern[str]:
    group, fraction = map(re.escape, style.marks)
    return re.compile(rf"(?:[1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+)(?:{fraction}\d+)?")


def _showing(style: NumberStyle) -> re.Pattern[str]:
    """What can only be of one style: both marks, one mark twice, or a fraction of other than three digits."""
    group, fraction = map(re.escape, style.marks)
    grouped = rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})"
    return re.compile(rf"-?(?:{grouped}+{fraction}\d+|{grouped}{{2,}}|\d+{fraction}(?:\d\d?|\d{{4,}})|0{fraction}\d+)")


_WRITTEN = {style: _written(style) for style in NumberStyle}
_SHOWING = {style: _showing(style) for style in NumberStyle}


def style_of(texts: Iterable[str]) -> NumberStyle | None:
    """Return how the numbers of a column are written, if one of them shows it and none shows otherwise."""
    numbers = [text.strip().removesuffix("%").strip() for text in texts]
    shown = {style for style in NumberStyle if any(_SHOWING[style].fullmatch(number) for number in numbers)}
    return shown.pop() if len(shown) == 1 else None


def amount_in(digits: str, style: NumberStyle) -> Decimal | None:
    """Return what digits with their marks say in a style; ``None`` where they are not written in it."""
    if not _WRITTEN[style].fullmatch(digits):
        return None
    group, fraction = style.marks
    return Decimal(digits.replace(group, "").replace(fraction, "."))
