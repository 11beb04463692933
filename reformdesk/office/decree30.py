"""Pieces of a Word document as Decree 30/2020/NĐ-CP wants it.

Times New Roman, black, A4, margins 20 mm top and bottom, 30 mm left, 15 mm right; page number top centre
from the second page on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

_FONT = "Times New Roman"
_FIRST_LINE = Mm(12.7)
UPRIGHT = 210 - 30 - 15
"""Millimetres between the margins of a page that stands upright."""
ACROSS = 297 - 20 - 20
"""The same of a page that lies across."""


def set_base(word: WordDocument, *, across: bool) -> None:
    """Set type and page; wide tables lie ``across``."""
    style = word.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    sides: tuple[Length, Length] = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    # the binding edge of a page that lies across is its top
    section.top_margin, section.bottom_margin = (Mm(30), Mm(15)) if across else (Mm(20), Mm(20))
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if across else (Mm(30), Mm(15))
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_field(number)


def head(
    word: WordDocument,
    *,
    office: str,
    province: str,
    number: str,
    dated: str,
    subject: str = "",
    widths: list[Mm] | None = None,
) -> None:
    """Put the two columns above every official document: who writes, and quốc hiệu with tiêu ngữ.

    Below stand the document's number, with what it is about where it is a letter, and place and date.
    """
    table = word.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    left, right = table.rows[0].cells
    centre = WD_ALIGN_PARAGRAPH.CENTER
    write(left, f"UBND {province}".upper(), size=12, align=centre)
    write(left, office.upper(), size=12, bold=True, align=centre, rule=True)
    write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=centre)
    write(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=centre, rule=True)
    below_left, below_right = table.rows[1].cells
    write(below_left, number, size=13, align=centre)
    if subject:
        write(below_left, subject, size=12, align=centre)
    write(below_right, dated, size=13, italic=True, align=centre)
    if widths:
        table.autofit = False
        set_widths(table, widths)


def page_field(paragraph: Paragraph) -> None:
    """Put the page's number."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx has no public way to add a field


def table(
    word: WordDocument,
    columns: Sequence[tuple[str, int]],
    lines: Sequence[Sequence[str]],
    *,
    centred: Collection[int] = (),
    right: Collection[int] = (),
    usable: int = UPRIGHT,
) -> None:
    """Add a table, to an upright page unless it is said: ``columns`` are headings with their share of the width."""
    made = word.add_table(rows=1, cols=len(columns))
    made.style = "Table Grid"
    made.autofit = False
    for cell, (heading, _) in zip(made.rows[0].cells, columns, strict=True):
        write(cell, heading, size=12, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    repeat_header(made)
    aligned = dict.fromkeys(right, WD_ALIGN_PARAGRAPH.RIGHT) | dict.fromkeys(centred, WD_ALIGN_PARAGRAPH.CENTER)
    for line in lines:
        for place, (cell, text) in enumerate(zip(made.add_row().cells, line, strict=True)):
            write(cell, text, size=12, align=aligned.get(place, WD_ALIGN_PARAGRAPH.LEFT))
    set_widths(made, fitted([width for _, width in columns], usable))


def fitted(widths: list[int], usable: int) -> list[Mm]:
    """Share the usable width, in millimetres, out among columns."""
    whole = sum(widths)
    return [Mm(width * usable // whole) for width in widths]


def set_widths(table: WordTable, widths: list[Mm]) -> None:
    """Give columns their widths, and let no page break fall within a row."""
    # some programs read the grid's widths, some the cells'
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def keep_whole(row: WordRow) -> None:
    """Let no page break fall within a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no public way


def repeat_header(table: WordTable) -> None:
    """Print the first row again on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - no public way


def write(
    cell: WordCell,
    text: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    rule: bool = False,
) -> None:
    """Add a paragraph to a cell; the first one fills the cell's own."""
    first = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic, run.underline = Pt(size), bold, italic, rule


def paragraph(  # noqa: PLR0913 - the attributes of one line of print
    word: WordDocument,
    text: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    before: int = 0,
    after: int = 0,
    keep: bool = False,
) -> None:
    """Add a line; ``keep`` holds it on the page of what follows."""
    added = word.add_paragraph()
    added.alignment = align
    added.paragraph_format.space_before = Pt(before)
    added.paragraph_format.space_after = Pt(after)
    added.paragraph_format.keep_with_next = keep
    run = added.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def prose(word: WordDocument, text: str, *, bold: bool = False) -> None:
    """Add running text: 13 points, justified, first lines indented; each line break begins a paragraph."""
    for words in filter(None, (part.strip() for part in text.split("\n"))):
        added = word.add_paragraph()
        added.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        added.paragraph_format.first_line_indent = _FIRST_LINE
        added.paragraph_format.space_after = Pt(6)
        run = added.add_run(words)
        run.font.size, run.bold = Pt(13), bold
