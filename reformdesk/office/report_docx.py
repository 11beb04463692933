"""The consolidated report as a Word document, set as Decree 30/2020/NĐ-CP wants an annex.

Measures: A4, margins 20 mm top and bottom, 30 mm left, 15 mm right; Times New Roman, black; page
number top centre from the second page on. The tables are wide, so their section lies across.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from reformdesk.core.report import PROVISIONAL, PROVISIONAL_NOTE, PrintedTable
from reformdesk.core.values import Number

_FONT = "Times New Roman"
_WIDTHS = {"number": 15, "name": 90, "reporter": 42, "value": 29, "period": 40, "indicator": 55, "note": 45}
_USABLE = 297 - 20 - 20


def document(tables: Sequence[PrintedTable], *, office: str, province: str, title: str) -> bytes:
    """Return the report as .docx bytes. Number, date and signature stay blank for the office to fill."""
    word = Document()
    _set_base(word)
    _head(word, office=office, province=province)
    _paragraph(word, "BÁO CÁO", size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, before=12)
    _paragraph(word, title, size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    for table in tables:
        _paragraph(word, table.table.title, size=13, bold=True, before=12, after=6, keep=True)
        _table(word, table)
        if table.is_provisional:
            _paragraph(word, PROVISIONAL_NOTE, size=12, before=6)
    _signature(word)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _set_base(word: WordDocument) -> None:
    style = word.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    # the binding edge of a page that lies across is its top
    section.top_margin, section.bottom_margin = Mm(30), Mm(15)
    section.left_margin, section.right_margin = Mm(20), Mm(20)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_field(number)


def _page_field(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx has no public way to add a field


def _head(word: WordDocument, *, office: str, province: str) -> None:
    """The two columns above every official document: who writes, and quốc hiệu with tiêu ngữ."""
    table = word.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    left, right = table.rows[0].cells
    centre = WD_ALIGN_PARAGRAPH.CENTER
    _write(left, f"UBND {province}".upper(), size=12, align=centre)
    _write(left, office.upper(), size=12, bold=True, align=centre, rule=True)
    _write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=centre)
    _write(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=centre, rule=True)
    below_left, below_right = table.rows[1].cells
    _write(below_left, "Số:            /BC-", size=13, align=centre)
    _write(below_right, "…………, ngày      tháng      năm", size=13, italic=True, align=centre)


def _signature(word: WordDocument) -> None:
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _write(left, "Nơi nhận:", size=12, bold=True, italic=True)
    _write(left, "- Như trên;", size=11)
    _write(left, "- Lưu: VT.", size=11)
    _write(right, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", size=13, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)


def _table(word: WordDocument, printed: PrintedTable) -> None:
    table = word.add_table(rows=1, cols=len(printed.header))
    table.style = "Table Grid"
    table.autofit = False
    widths = _fitted([_WIDTHS.get(column.kind, 29) for column in printed.columns])
    for cell, header in zip(table.rows[0].cells, printed.header, strict=True):
        _write(cell, header, size=12, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _repeat_header(table)
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
            text = f"{cell.text} {PROVISIONAL}" if cell.is_provisional and cell.text else cell.text
            _write(word_cell, text, size=12, bold=groups and column.kind == "name", align=align)
    # some programs read the grid's widths, some the cells'
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        _keep_whole(row)
        for word_cell, width in zip(row.cells, widths, strict=True):
            word_cell.width = width


def _fitted(widths: list[int]) -> list[Mm]:
    whole = sum(widths)
    return [Mm(width * _USABLE // whole) for width in widths]


def _keep_whole(row: WordRow) -> None:
    """Let no page break fall within a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no public way


def _repeat_header(table: WordTable) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - no public way


def _write(
    cell: WordCell,
    text: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    rule: bool = False,
) -> None:
    first = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic, run.underline = Pt(size), bold, italic, rule


def _paragraph(  # noqa: PLR0913 - the attributes of one line of print
    word: WordDocument,
    text: str,
    *,
    size: int,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    before: int = 0,
    after: int = 0,
    keep: bool = False,
) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_with_next = keep
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
