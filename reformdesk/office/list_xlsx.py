"""A list as a workbook: one sheet that prints on A4 across, its figures as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from reformdesk.office.sheet_text import begins_like_a_formula

_FONT = "Times New Roman"
_LINE = Side(style="thin", color="FF808080")
_HEAD_ROW = 4
_LINE_HEIGHT = 15
"""In points, of the list's own size of text."""

Entry = str | Decimal


def workbook(
    titles: tuple[str, str], sheet: str, header: Sequence[str], rows: Sequence[Sequence[Entry]], widths: Sequence[int]
) -> bytes:
    """Return the workbook's bytes: amounts as numbers, a text as a text even where it begins like a formula.

    ``titles`` stand above the list, the second one smaller; ``widths`` are the columns', in letters.
    """
    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = sheet
    for row, (text, size, bold) in enumerate(zip(titles, (14, 12), (True, False), strict=True), 1):
        cell = page.cell(row=row, column=1)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=size, bold=bold)
    for column, text in enumerate(header, 1):
        cell = page.cell(row=_HEAD_ROW, column=column)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=11, bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(_LINE, _LINE, _LINE, _LINE)
        page.column_dimensions[get_column_letter(column)].width = widths[column - 1]
    for row, entries in enumerate(rows, _HEAD_ROW + 1):
        for column, entry in enumerate(entries, 1):
            cell = page.cell(row=row, column=column)
            _write(cell, entry)
            cell.font = Font(name=_FONT, size=11)
            cell.border = Border(_LINE, _LINE, _LINE, _LINE)
            if isinstance(entry, str):
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[row].height = height_of(entries, widths)
    page.freeze_panes = f"A{_HEAD_ROW + 1}"
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def height_of(entries: Sequence[Entry], widths: Sequence[int]) -> int:
    """Return a row's height in points: not every program finds the height of wrapped words by itself."""
    texts = ((entry, width) for entry, width in zip(entries, widths, strict=True) if isinstance(entry, str))
    return _LINE_HEIGHT * max(
        [1, *(sum(ceil(max(1, len(line)) / width) for line in text.split("\n")) for text, width in texts)]
    )


def _write(cell: Cell | MergedCell, entry: Entry) -> None:
    if not isinstance(cell, Cell):
        return
    if isinstance(entry, Decimal):
        cell.value = entry
        cell.number_format = "#,##0" if entry == entry.to_integral_value() else "#,##0.##"
        cell.alignment = Alignment(horizontal="right", vertical="top")
    elif entry:
        cell.value = entry
        cell.data_type = "s"
        cell.quotePrefix = begins_like_a_formula(entry)
