"""What people wrote, made fit for a cell: a text stays a text, wherever it was copied from."""

from __future__ import annotations

import re

LONGEST = 32_767
"""How many letters a cell holds; a workbook with more in one is told to be damaged."""

_BREAKS = re.compile("\r\n?|[\v\f]")
# XML has no place for these; a lone surrogate is half a letter that a program cut in two
_NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return a text without what no workbook can hold; all kinds of line break are one."""
    return _NOT_IN_XML.sub("", _BREAKS.sub("\n", text))[:LONGEST]


def begins_like_a_formula(text: str) -> bool:
    """Whether a text would become a formula as soon as somebody edits its cell; it is marked as a text then."""
    return text[:1] in {"=", "+", "-", "@"}
