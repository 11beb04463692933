"""Words of strangers in files that a spreadsheet may open: none of them becomes a formula."""

from __future__ import annotations

import re
import unicodedata

_FORMULA_STARTS = frozenset("=+-@")
_NEVER_FIRST = ("\t", "\r", "\n")
_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def harmless(field: str) -> str:
    """Return a field of a CSV file so that no spreadsheet calculates it: an apostrophe stands before such words.

    Programs look past blanks and signs of no width, and take full-width signs for plain ones; a tab or a line break
    may begin another cell. A figure stays a figure, a negative one too.
    """
    if not field or _FIGURE.fullmatch(field):
        return field
    return f"'{field}" if field.startswith(_NEVER_FIRST) or _first_sign(field) in _FORMULA_STARTS else field


def _first_sign(field: str) -> str:
    """Return the first sign that shows, as plain as Unicode knows it; empty where none does."""
    for sign in field:
        # Z: blanks of any width, C: controls, the byte order mark and what else has no width
        if unicodedata.category(sign)[0] not in "ZC":
            return unicodedata.normalize("NFKC", sign)[:1]
    return ""
