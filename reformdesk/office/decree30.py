"""Pieces of a Word document as Decree 30/2020/NĐ-CP wants it.

Times New Roman, black, A4, margins 20 mm top and bottom, 30 mm left, 15 mm right; page number top centre
from the second page on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
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
HEAD = (Mm(66), Mm(UPRIGHT - 66))
"""The two columns above a document."""
_UNDER_OFFICE, _UNDER_MOTTO = Mm(22), Mm(57)
_CELL_SIDES = Mm(3.8)
_LEVELS = ("tỉnh ", "thành phố ")


def set_base(word: WordDocument, *, across: bool) -> None:
    """Set type and page; wide tables lie ``across``."""
    style = word.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    section = word.sections[0]
    set_page(section, across=across)
    section.different_first_page_header_footer = True
    number_pages(section)


def set_page(section: Section, *, across: bool) -> None:
    """Give a section the page's size and margins."""
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    sides: tuple[Length, Length] = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    # the binding edge of a page that lies across is its top
    section.top_margin, section.bottom_margin = (Mm(30), Mm(15)) if across else (Mm(20), Mm(20))
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if across else (Mm(30), Mm(15))


def number_pages(section: Section) -> None:
    """Put the page's number top centre."""
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_field(number)


def add_section(word: WordDocument, *, across: bool) -> Section:
    """Begin a section on a new page; all its pages bear their number, its headers are those of the one before."""
    section: Section = word.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, across=across)
    section.different_first_page_header_footer = False
    return section


def head(
    word: WordDocument,
    *,
    office: str,
    province: str,
    number: str,
    dated: str,
    subject: str = "",
    widths: Sequence[Mm] = HEAD,
) -> None:
    """Put the two columns above every official document: who writes, and quốc hiệu with tiêu ngữ.

    Each has a rule below: a third to a half of the line under who writes, the whole line under tiêu ngữ. Then come
    the document's number, with what it is about where it is a letter, and place and date.
    """
    table = word.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    left, right = table.rows[0].cells
    centre = WD_ALIGN_PARAGRAPH.CENTER
    write(left, f"UBND {province}".upper(), size=12, align=centre)
    write(left, office.upper(), size=12, bold=True, align=centre)
    rule(left.add_paragraph(), _UNDER_OFFICE, widths[0])
    write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=centre)
    write(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=centre)
    rule(right.add_paragraph(), _UNDER_MOTTO, widths[1])
    below_left, below_right = table.rows[1].cells
    write(below_left, number, size=13, align=centre)
    if subject:
        write(below_left, subject, size=12, align=centre)
    write(below_right, dated, size=13, italic=True, align=centre)
    table.autofit = False
    set_widths(table, list(widths))


def rule(paragraph: Paragraph, length: Mm, width: Length) -> None:
    """Draw a rule of a length in the middle of ``width``."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Length((width - _CELL_SIDES - length) // 2)
    shape.line_spacing, shape.space_after = Pt(3), Pt(6)
    line = '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
    # the schema has borders before spacing and indents
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def place_of(province: str) -> str:
    """Return the place that stands before a date: the province's name without its level."""
    level = next((level for level in _LEVELS if province.casefold().startswith(level)), "")
    return province[len(level) :]


def page_field(paragraph: Paragraph) -> None:
    """Put the page's number."""
    field(paragraph, "PAGE")


def field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """Put what Word works out itself; ``shown`` stands there until it does."""
    result = [("fldCharType", "separate"), ("t", shown)] if shown else []
    for kind, content in (("fldCharType", "begin"), ("instrText", f" {code} "), *result, ("fldCharType", "end")):
        is_mark = kind == "fldCharType"
        element = OxmlElement("w:fldChar" if is_mark else f"w:{kind}")
        if is_mark:
            element.set(qn("w:fldCharType"), content)
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = content
        # python-docx has no public way to add a field
        paragraph.add_run()._r.append(element)  # noqa: SLF001


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
    grid(made)
    made.autofit = False
    for cell, (heading, _) in zip(made.rows[0].cells, columns, strict=True):
        write(cell, heading, size=12, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    repeat_header(made)
    aligned = dict.fromkeys(right, WD_ALIGN_PARAGRAPH.RIGHT) | dict.fromkeys(centred, WD_ALIGN_PARAGRAPH.CENTER)
    for line in lines:
        for place, (cell, text) in enumerate(zip(made.add_row().cells, line, strict=True)):
            write(cell, text, size=12, align=aligned.get(place, WD_ALIGN_PARAGRAPH.LEFT))
    set_widths(made, fitted([width for _, width in columns], usable))


def fitted(widths: Sequence[int], usable: int, least: Sequence[int] = ()) -> list[Mm]:
    """Share the usable width, in millimetres, out among columns; none gets less than its ``least`` if there is room."""
    floor = list(least) or [0] * len(widths)
    fixed: dict[int, int] = {}
    while True:
        free = {place: width for place, width in enumerate(widths) if place not in fixed}
        rest, whole = usable - sum(fixed.values()), sum(free.values())
        shares = {place: width * rest // whole for place, width in free.items()}
        narrow = {place: floor[place] for place, share in shares.items() if share < floor[place]}
        if not narrow:
            return [Mm(fixed.get(place, shares.get(place, 0))) for place in range(len(widths))]
        fixed |= narrow
        if len(fixed) == len(widths) or sum(fixed.values()) >= usable:
            # there is not the room for all
            return [Mm(width * usable // sum(widths)) for width in widths]


def set_widths(table: WordTable, widths: list[Mm]) -> None:
    """Give columns their widths, and let no page break fall within a row."""
    # some programs read the grid's widths, some the cells'
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def grid(table: WordTable) -> None:
    """Draw a table's lines; a style of that name need not be in an office's own file."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    properties = table._tbl.tblPr  # noqa: SLF001 - no public way
    properties.insert_element_before(
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"
    )


def outline(paragraph: Paragraph, level: int) -> None:
    """Place a paragraph in the document's outline, from 0 for the uppermost, whatever it looks like."""
    mark = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
    properties.insert_element_before(mark, "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")


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
) -> None:
    """Add a paragraph to a cell; the first one fills the cell's own."""
    first = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.alignment = align
    # an office's own file may want room after each paragraph of its text
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


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
