"""The consolidated report as a workbook: a sheet for each printed table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.report import Cell, PrintedTable
from reformdesk.core.values import Number, format_plain
from reformdesk.office import closing_sheet
from reformdesk.office.closing_changes import Appendix

VIETNAMESE = "[$-42A]"
"""The locale of the number formats: Windows language 0x042A, Vietnamese."""

_WIDTHS = {"number": 6, "name": 58, "reporter": 26, "value": 17, "period": 18, "indicator": 22, "note": 22}
_THIN = Side(style="thin", color="808080")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT = "Times New Roman"
_WIDTH_OF_LETTER = 1.2
"""The width of a bold letter of 12 points, in the units of column widths."""
_LINE = 17
"""The height of a line of 12 points, in points."""


def workbook(tables: Sequence[PrintedTable], changes: Sequence[Appendix] = ()) -> bytes:
    """Return the report as .xlsx bytes, print-ready on A4 landscape; ``changes`` stand behind the printed tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.table.id), table)
    if changes:
        closing_sheet.fill(book.create_sheet(closing_sheet.SHEET), changes)
    if not book.worksheets:
        book.create_sheet("-")
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def number_format(cell: Cell) -> str:
    """Return the number format that shows a cell as the table prints it: its signs are shown, and no part of it."""
    value, indicator = (cell.total.value if cell.total else None), cell.indicator
    if not isinstance(value, Number) or indicator is None:
        return f'@" {cell.behind}"' if cell.marks and cell.text else "General"
    _, _, fraction = format_plain(value.amount).partition(".")
    whole = "0" * indicator.digits if indicator.digits > 1 else "#,##0"
    behind = "%" if indicator.prints_percent_sign else value.unit or indicator.written_unit
    gap = "" if behind in ("", "%") else " "
    suffix = f'"{gap}{behind}"' if behind else ""
    if cell.marks:
        suffix += f'" {cell.behind}"'
    return f"{VIETNAMESE}{whole}{'.' if fraction else ''}{'0' * len(fraction)}{suffix}"


def _fill(sheet: Worksheet, table: PrintedTable) -> None:
    for column, head in enumerate(table.heads, 1):
        _put(sheet.cell(1, column), head, "", bold=True)
    for row, (cells, source) in enumerate(zip(table.rows, table.sources, strict=True), 2):
        groups = source is not None and not source.indicator
        for column, printed in enumerate(cells, 1):
            kind = table.columns[column - 1].kind
            _put(sheet.cell(row, column), printed, kind, bold=groups and kind == "name")
    for row, note in enumerate(table.notes, len(table.rows) + 3):
        below = sheet.cell(row, 1, note.printed)
        below.font = Font(name=_FONT, size=12, italic=True)
    for column, given in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(given.kind, 17)
    widths = [_WIDTHS.get(given.kind, 17) for given in table.columns]
    for row, texts in enumerate([table.header, *([cell.text for cell in cells] for cells in table.rows)], 1):
        sheet.row_dimensions[row].height = _LINE * max(map(_lines, texts, widths))
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes; programs do not agree on sizing rows by themselves."""
    return sum(max(1, ceil(len(line) * _WIDTH_OF_LETTER / width)) for line in text.split("\n"))


def _put(cell: SheetCell | MergedCell, printed: Cell, kind: str, *, bold: bool) -> None:
    value = printed.total.value if printed.total else None
    if isinstance(value, Number):
        cell.value = value.amount
        cell.number_format = number_format(printed)
        _dress(cell, bold=bold, horizontal="right")
        return
    if printed.text or printed.marks:
        cell.value = printed.text or printed.behind
        cell.number_format = number_format(printed)
        # text stays text: what begins like a formula must not become one
        cell.data_type = "s"
        cell.quotePrefix = printed.text[:1] in tuple("=+-@")
    is_name = kind in ("name", "reporter", "note")
    _dress(cell, bold=bold, horizontal="left" if is_name or "\n" in printed.text else "center")


def _dress(cell: SheetCell | MergedCell, *, bold: bool, horizontal: str) -> None:
    cell.font = Font(name=_FONT, size=12, bold=bold)
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    cell.border = _FRAME
