"""The report's sheet on what changed since a closing, behind the printed tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.office.closing_changes import Appendix

SHEET = "Thay doi"
"""The sheet's name, in letters that every program takes."""

_WIDTHS = {"A": 58, "B": 24, "C": 24, "D": 16, "E": 16, "F": 44}
_FIGURES = (2, 3)
_THIN = Side(style="thin", color="808080")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

_Line = tuple[tuple[str, ...], bool, bool]
"""Texts, whether they are bold, and whether they stand in a frame."""


def fill(sheet: Worksheet, found: Sequence[Appendix]) -> None:
    """Fill the sheet, print-ready on A4 landscape."""
    lines = [line for one in found for line in _lines(one)]
    for row, (texts, bold, framed) in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column, text)
            # text stays text: what begins like a formula must not become one
            cell.data_type = "s"
            cell.quotePrefix = text[:1] in {"=", "+", "-", "@"}
            cell.font = Font(name="Times New Roman", size=12, bold=bold)
            if framed:
                _frame(cell, right=column in _FIGURES and not bold)
    for name, width in _WIDTHS.items():
        sheet.column_dimensions[name].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(one: Appendix) -> Iterator[_Line]:
    yield (one.title,), True, False
    if one.corrected:
        yield (one.corrected,), False, False
    for heads, body in ((one.total_heads, one.totals), (one.counted_heads, one.counted)):
        if body:
            yield heads, True, True
            for texts in body:
                yield texts, False, True
            yield (), False, False


def _frame(cell: Cell | MergedCell, *, right: bool) -> None:
    cell.alignment = Alignment(horizontal="right" if right else "left", vertical="center", wrap_text=True)
    cell.border = _FRAME
