"""Number formats that show a figure as the tables print it, with its unit and the signs behind it."""

from __future__ import annotations

from functools import lru_cache

from reformdesk.core.catalogue import Indicator
from reformdesk.core.values import Number, format_plain

VIETNAMESE = "[$-42A]"
"""The locale of the number formats: Windows language 0x042A, Vietnamese."""


def format_of(value: Number, indicator: Indicator, signs: str = "") -> str:
    """Return the number format that shows a figure of ``indicator`` whole, with its unit and ``signs`` behind it."""
    _, _, fraction = format_plain(value.amount).partition(".")
    unit = "%" if indicator.prints_percent_sign else value.unit or indicator.written_unit
    return _format(indicator.digits, len(fraction), unit, signs)


@lru_cache(maxsize=1024)
def _format(digits: int, fraction: int, unit: str, signs: str) -> str:
    whole = "0" * digits if digits > 1 else "#,##0"
    gap = "" if unit in ("", "%") else " "
    behind = f'"{gap}{unit}"' if unit else ""
    if signs:
        behind += f'" {signs}"'
    return f"{VIETNAMESE}{whole}{'.' if fraction else ''}{'0' * fraction}{behind}"
