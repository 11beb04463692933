"""The report's appendix on what changed since a closing, in Word."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument

from reformdesk.core.report import ConsolidatedRound
from reformdesk.office.closing_changes import COUNTED_TITLE, appendices
from reformdesk.office.decree30 import ACROSS, paragraph, prose, table

_TOTALS = (88, 34, 34, 24, 24, 56)
_COUNTED = (110, 60, 60)


def add_to(word: WordDocument, parts: Sequence[ConsolidatedRound]) -> None:
    """Add the appendices to a report whose pages lie across."""
    for one in appendices(parts):
        paragraph(word, one.title, size=13, bold=True, before=12, after=6, keep=True)
        prose(word, one.corrected)
        if one.totals:
            columns = [*zip(one.total_heads, _TOTALS, strict=True)]
            table(word, columns, one.totals, right=(1, 2), centred=(3, 4), usable=ACROSS)
        if one.counted:
            paragraph(word, COUNTED_TITLE, size=13, bold=True, before=12, after=6, keep=True)
            columns = [*zip(one.counted_heads, _COUNTED, strict=True)]
            table(word, columns, one.counted, centred=(1, 2), usable=ACROSS)
