"""The reminder list as a workbook: one sheet that prints on A4 across, with room for what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_WIDTHS = (6, 34, 42, 26, 34, 26)
_FONT = "Times New Roman"
_LINE = Side(style="thin", color="FF808080")


def workbook(title: str, subtitle: str, sheet: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the workbook's bytes. A text stays a text, even one that begins like a formula."""
    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = sheet
    for row, (text, size, bold) in enumerate(((title, 14, True), (subtitle, 12, False)), 1):
        cell = page.cell(row=row, column=1)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=size, bold=bold)
    for column, text in enumerate(header, 1):
        cell = page.cell(row=4, column=column)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=11, bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(_LINE, _LINE, _LINE, _LINE)
        page.column_dimensions[get_column_letter(column)].width = _WIDTHS[column - 1]
    for row, texts in enumerate(rows, 5):
        for column, text in enumerate(texts, 1):
            cell = page.cell(row=row, column=column)
            _write(cell, text)
            cell.font = Font(name=_FONT, size=11)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    page.freeze_panes = "A5"
    page.print_title_rows = "4:4"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write(cell: Cell | MergedCell, text: str) -> None:
    if text and isinstance(cell, Cell):
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
