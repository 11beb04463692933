"""The consolidated report as a workbook: a sheet for each printed table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.origin import Origin
from reformdesk.core.report import Cell, PrintedTable
from reformdesk.core.values import Number, format_plain
from reformdesk.office import closing_sheet, origin_sheet
from reformdesk.office.closing_changes import Appendix
from reformdesk.office.print_sheet import FONT, SIZE, dress, fit_row, set_page, set_widths, write_across

VIETNAMESE = "[$-42A]"
"""The locale of the number formats: Windows language 0x042A, Vietnamese."""

_WIDTHS = {"number": 6, "name": 58, "reporter": 26, "value": 17, "period": 18, "indicator": 22, "note": 22}


def workbook(tables: Sequence[PrintedTable], changes: Sequence[Appendix] = (), origin: Origin | None = None) -> bytes:
    """Return the report as .xlsx bytes, print-ready on A4 landscape.

    ``changes`` stand behind the printed tables, and what it was made from comes last.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.table.id), table)
    if changes:
        closing_sheet.fill(book.create_sheet(closing_sheet.SHEET), changes)
    if origin is not None:
        origin_sheet.add(book, origin)
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
    widths = [_WIDTHS.get(given.kind, 17) for given in table.columns]
    set_widths(sheet, widths)
    for row, texts in enumerate([table.header, *([cell.text for cell in cells] for cells in table.rows)], 1):
        fit_row(sheet, row, texts, widths)
    for row, note in enumerate(table.notes, len(table.rows) + 3):
        write_across(sheet, row, note.printed, widths).font = Font(name=FONT, size=SIZE, italic=True)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    set_page(sheet, table.table.title)


def _put(cell: SheetCell | MergedCell, printed: Cell, kind: str, *, bold: bool) -> None:
    value = printed.total.value if printed.total else None
    if isinstance(value, Number):
        cell.value = value.amount
        cell.number_format = number_format(printed)
        dress(cell, bold=bold, horizontal="right")
        return
    if printed.text or printed.marks:
        cell.value = printed.text or printed.behind
        cell.number_format = number_format(printed)
        # text stays text: what begins like a formula must not become one
        cell.data_type = "s"
        cell.quotePrefix = printed.text[:1] in tuple("=+-@")
    is_name = kind in ("name", "reporter", "note")
    dress(cell, bold=bold, horizontal="left" if is_name or "\n" in printed.text else "center")
