"""The report's sheet on what changed since a closing, behind the printed tables."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.office.closing_changes import COUNTED_TITLE, Appendix
from reformdesk.office.print_sheet import FONT, SIZE, dress, fit_row, put_text, set_page, set_widths, write_across

SHEET = "Thay doi"
"""The sheet's name, in letters that every program takes."""

_WIDTHS = (58, 17, 17, 12, 12, 44)
_ALIGNED = ("left", "right", "right", "center", "center", "left")
_COUNTED = ("left", "center", "center")


def fill(sheet: Worksheet, found: Sequence[Appendix]) -> None:
    """Fill the sheet, print-ready on A4 landscape."""
    set_widths(sheet, _WIDTHS)
    row = 1
    for one in found:
        row = _fill(sheet, row, one)
    set_page(sheet)


def _fill(sheet: Worksheet, row: int, one: Appendix) -> int:
    """Write what changed since one closing, and return the row below it."""
    for text, bold in ((one.title, True), (one.corrected, False)):
        if text:
            write_across(sheet, row, text, _WIDTHS).font = Font(name=FONT, size=SIZE, bold=bold)
            row += 1
    if one.totals:
        row = _table(sheet, row, [one.total_heads, *one.totals], _ALIGNED) + 1
    if one.counted:
        write_across(sheet, row, COUNTED_TITLE, _WIDTHS).font = Font(name=FONT, size=SIZE, bold=True)
        row = _table(sheet, row + 1, [one.counted_heads, *one.counted], _COUNTED) + 1
    return row


def _table(sheet: Worksheet, row: int, lines: Sequence[Sequence[str]], aligned: Sequence[str]) -> int:
    """Write a table below its heads, and return the row below it."""
    for place, texts in enumerate(lines):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            put_text(cell, text)
            dress(cell, bold=place == 0, horizontal="center" if place == 0 else aligned[column - 1])
        fit_row(sheet, row, texts, _WIDTHS)
        row += 1
    return row
