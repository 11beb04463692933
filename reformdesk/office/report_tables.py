"""The report's second part: the printed tables in their layout, on pages that lie across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell as WordCell

from reformdesk.core.report import Cell, PrintedTable, Report, ends_area
from reformdesk.core.values import Number
from reformdesk.office import closing_docx
from reformdesk.office.closing_changes import appendices
from reformdesk.office.decree30 import (
    ACROSS,
    fitted,
    grid,
    outline,
    paragraph,
    prose,
    repeat_header,
    set_widths,
    write,
)
from reformdesk.office.report_letter import office_of, symbol

TABLES_TITLE, CHANGES_TITLE = "Số liệu các chỉ tiêu thống kê cải cách hành chính", "Thay đổi so với số liệu đã chốt"
"""What the two annexes are called."""
_WIDTHS = {"number": 15, "name": 90, "reporter": 42, "value": 29, "period": 40, "indicator": 55, "note": 45}
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_TYPE = ((6, 12), (8, 11), (11, 10))
"""Up to how many columns a table is set in which size; one that has more is set in the smallest."""
_SMALLEST = 9
_FOR_NUMBERS, _BESIDE_TEXT = 11, 5
"""Millimetres that a row's number takes, and that a cell keeps free at its sides."""
_MM_PER_POINT = 0.353


def add_tables(word: WordDocument, report: Report, tables: Sequence[PrintedTable]) -> Iterator[int]:
    """Add the annexes, yielding the number of tables that are written.

    What agencies say in words stands below an area's last table; what changed since the round was closed comes
    last, in an annex of its own.
    """
    newest, said = report.newest, report.parts[-1].narratives
    changed = bool(appendices(report.parts))
    _title(word, report, "Phụ lục I" if changed else "Phụ lục", TABLES_TITLE)
    for place, table in enumerate(tables):
        paragraph(word, table.title, size=13, bold=True, before=12, after=6, keep=True)
        outline(word.paragraphs[-1], 1)
        _table(word, table)
        for turn, note in enumerate(table.notes):
            paragraph(word, note.printed, size=12, before=0 if turn else 6)
        if ends_area(tables, place):
            _narratives(word, [(newest.by_id[agency].name, text) for agency, text in said.get(table.table.area, ())])
        yield place + 1
    if changed:
        _title(word, report, "Phụ lục II", CHANGES_TITLE)
        word.paragraphs[-4].paragraph_format.page_break_before = True
        closing_docx.add_to(word, report.parts)


def _title(word: WordDocument, report: Report, number: str, title: str) -> None:
    """Put what an annex is, and which document it belongs to; the document's number and day stay blank."""
    newest = report.newest
    office = office_of(newest)
    paragraph(word, number, size=14, bold=True, align=_CENTRE)
    outline(word.paragraphs[-1], 0)
    paragraph(word, title.upper(), size=14, bold=True, align=_CENTRE)
    paragraph(word, newest.title.vi.upper(), size=14, bold=True, align=_CENTRE)
    paragraph(word, belonging(office), size=13, italic=True, align=_CENTRE, after=6)


def belonging(office: str) -> str:
    """Return to which document an annex belongs; its number and day stay blank."""
    return f"(Kèm theo Báo cáo số      /BC-{symbol(office)} ngày      tháng      năm        của {office})"


def _narratives(word: WordDocument, said: Sequence[tuple[str, str]]) -> None:
    if said:
        paragraph(word, "Thuyết minh của các đơn vị", size=13, bold=True, before=12, after=6, keep=True)
    for agency, text in said:
        paragraph(word, agency, size=13, bold=True, italic=True, before=6, after=6, keep=True)
        prose(word, text)


def _table(word: WordDocument, printed: PrintedTable) -> None:
    table = word.add_table(rows=1, cols=len(printed.header))
    grid(table)
    table.autofit = False
    size = next((size for most, size in _TYPE if len(printed.header) <= most), _SMALLEST)
    wanted = [_WIDTHS.get(column.kind, 29) for column in printed.columns]
    widths = fitted(wanted, ACROSS, [_least(printed, place, size) for place in range(len(wanted))])
    for word_cell, heading in zip(table.rows[0].cells, printed.heads, strict=True):
        _write(word_cell, heading, size=size, bold=True, align=_CENTRE)
        word_cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    repeat_header(table)
    for cells, source in zip(printed.rows, printed.sources, strict=True):
        groups = source is not None and not source.indicator
        row = table.add_row()
        for word_cell, cell, column in zip(row.cells, cells, printed.columns, strict=True):
            is_number = cell.total is not None and isinstance(cell.total.value, Number)
            align = WD_ALIGN_PARAGRAPH.LEFT
            if is_number:
                align = WD_ALIGN_PARAGRAPH.RIGHT
            elif column.kind in ("number", "value", "indicator", "period") and "\n" not in cell.text:
                align = _CENTRE
            _write(word_cell, cell, size=size, bold=groups and column.kind == "name", align=align)
    set_widths(table, widths)


def _least(printed: PrintedTable, place: int, size: int) -> int:
    """Return the millimetres that a column must have, so that no figure is broken over two lines."""
    if printed.columns[place].kind == "number":
        return _FOR_NUMBERS
    totals = (row[place] for row in printed.rows)
    figures = [cell.text for cell in totals if cell.total is not None and isinstance(cell.total.value, Number)]
    # a figure is about half as wide as it is high
    longest = max((len(text) for text in figures), default=0)
    return round(longest * size * _MM_PER_POINT / 2) + _BESIDE_TEXT if figures else _FOR_NUMBERS


def _write(word_cell: WordCell, cell: Cell, *, size: int, bold: bool, align: WD_ALIGN_PARAGRAPH) -> None:
    """Write a cell with its signs raised behind it."""
    write(word_cell, cell.text, size=size, bold=bold, align=align)
    if cell.marks:
        run = word_cell.paragraphs[-1].add_run(f" {cell.behind}" if cell.text else cell.behind)
        run.font.size, run.font.superscript = Pt(size), True
