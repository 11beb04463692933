"""The consolidated report as a Word document, set as Decree 30/2020/NĐ-CP wants an annex.

Measures: A4, margins 20 mm top and bottom, 30 mm left, 15 mm right; Times New Roman, black; page
number top centre from the second page on. The tables are wide, so their section lies across.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell as WordCell

from reformdesk.core import origin
from reformdesk.core.report import Cell, PrintedTable, Report
from reformdesk.core.values import Number
from reformdesk.office import closing_docx, origin_part
from reformdesk.office.closing_changes import headline
from reformdesk.office.decree30 import fitted, head, paragraph, prose, repeat_header, set_base, set_widths, write

_WIDTHS = {"number": 15, "name": 90, "reporter": 42, "value": 29, "period": 40, "indicator": 55, "note": 45}
_USABLE = 297 - 20 - 20


def document(report: Report, tables: Sequence[PrintedTable]) -> bytes:
    """Return the report as .docx bytes. Number, date and signature stay blank for the office to fill.

    What agencies say in words stands below an area's last table. What the rounds are closed as, and what
    changed, stands at head and end.
    """
    newest, parts = report.newest, report.parts
    said = parts[-1].narratives
    word = Document()
    set_base(word, across=True)
    head(
        word,
        office=newest.by_id[newest.office].name,
        province=newest.province,
        number="Số:            /BC-",
        dated="…………, ngày      tháng      năm",
    )
    paragraph(word, "BÁO CÁO", size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, before=12)
    title = f"Kết quả các chỉ tiêu thống kê cải cách hành chính {newest.title.vi}"
    paragraph(word, title, size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    closed = headline(parts[-1].closing)
    if closed:
        paragraph(word, closed, size=13, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    for place, table in enumerate(tables):
        paragraph(word, table.table.title, size=13, bold=True, before=12, after=6, keep=True)
        _table(word, table)
        for turn, note in enumerate(table.notes):
            paragraph(word, note.printed, size=12, before=0 if turn else 6)
        if table.table.area not in {one.table.area for one in tables[place + 1 :]}:
            _narratives(word, [(newest.by_id[agency].name, text) for agency, text in said.get(table.table.area, ())])
    closing_docx.add_to(word, parts)
    _signature(word)
    origin_part.add(word, origin.of(report))
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _narratives(word: WordDocument, said: Sequence[tuple[str, str]]) -> None:
    if said:
        paragraph(word, "Thuyết minh của các đơn vị", size=13, bold=True, before=12, after=6, keep=True)
    for agency, text in said:
        paragraph(word, agency, size=13, bold=True, italic=True, before=6, after=6, keep=True)
        prose(word, text)


def _signature(word: WordDocument) -> None:
    # otherwise it would stand against the last table, or grow into one with it
    paragraph(word, "", size=12, after=6)
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    write(left, "Nơi nhận:", size=12, bold=True, italic=True)
    write(left, "- Như trên;", size=11)
    write(left, "- Lưu: VT.", size=11)
    write(right, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", size=13, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)


def _table(word: WordDocument, printed: PrintedTable) -> None:
    table = word.add_table(rows=1, cols=len(printed.header))
    table.style = "Table Grid"
    table.autofit = False
    widths = fitted([_WIDTHS.get(column.kind, 29) for column in printed.columns], _USABLE)
    for word_cell, heading in zip(table.rows[0].cells, printed.heads, strict=True):
        _write(word_cell, heading, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
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
                align = WD_ALIGN_PARAGRAPH.CENTER
            _write(word_cell, cell, bold=groups and column.kind == "name", align=align)
    set_widths(table, widths)


def _write(word_cell: WordCell, cell: Cell, *, bold: bool, align: WD_ALIGN_PARAGRAPH) -> None:
    """Write a cell with its signs raised behind it."""
    write(word_cell, cell.text, size=12, bold=bold, align=align)
    if cell.marks:
        run = word_cell.paragraphs[-1].add_run(f" {cell.behind}" if cell.text else cell.behind)
        run.font.size, run.font.superscript = Pt(12), True
