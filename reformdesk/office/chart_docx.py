"""Charts in a Word document: drawn by whatever program opens it, with words for those who do not see them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm, Pt
from openpyxl import Workbook

from reformdesk.core.report_charts import AreaChart, ArrivalsChart
from reformdesk.office.chart_xml import Sheet, area_sheet, area_xml, arrivals_sheet, arrivals_xml
from reformdesk.office.decree30 import field, paragraph
from reformdesk.office.sheet_text import begins_like_a_formula

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

CAPTION = "Hình"
"""What a chart's number stands behind."""
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEIGHT, _LINE_OF_LEGEND = Mm(50), Mm(5)
_BELOW = 12


class Charts:
    """Puts charts into a document, each with its number; ``width`` is what there is between its margins."""

    def __init__(self, word: WordDocument, width: Length) -> None:
        self._word = word
        self._width = width
        self._numbers = count(1)
        used = (int(one) for one in word.element.xpath("//wp:docPr/@id") if str(one).isdecimal())
        self._ids = count(max(used, default=0) + 1)

    def add_area(self, chart: AreaChart) -> None:
        """Add an area's chart with its caption and notes."""
        lines = len(chart.drawn) if len(chart.drawn) > 1 else 0
        self._add(
            area_sheet(chart),
            lambda book: area_xml(chart, book),
            (chart.title, chart.words),
            lines,
            below=0 if chart.notes else _BELOW,
        )
        last = len(chart.notes) - 1
        for place, note in enumerate(chart.notes):
            after = 0 if place < last else _BELOW
            paragraph(self._word, note, size=11, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=after)

    def add_arrivals(self, chart: ArrivalsChart) -> None:
        """Add the chart of arrivals with its caption."""
        self._add(arrivals_sheet(chart), lambda book: arrivals_xml(chart, book), (chart.title, chart.words), 0)

    def _add(
        self, sheet: Sheet, draw: Callable[[str], str], said: tuple[str, str], legend: int, below: int = _BELOW
    ) -> None:
        """Add a chart, its caption below; ``legend`` is how many lines there are to name."""
        title, words = said
        relation = self._embed(sheet, draw)
        number = next(self._numbers)
        added = self._word.add_paragraph()
        added.alignment = WD_ALIGN_PARAGRAPH.CENTER
        added.paragraph_format.space_before, added.paragraph_format.keep_with_next = Pt(6), True
        size = (self._width, Length(_HEIGHT + legend * _LINE_OF_LEGEND))
        drawing = _drawing(relation, next(self._ids), f"{CAPTION} {number}", words, size)
        added.add_run()._r.append(drawing)  # noqa: SLF001 - python-docx knows no charts
        caption = self._word.add_paragraph()
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.paragraph_format.space_after, caption.paragraph_format.keep_with_next = Pt(below), below == 0
        caption.add_run(f"{CAPTION} ")
        field(caption, f"SEQ {CAPTION} \\* ARABIC", str(number))
        caption.add_run(f". {title}")
        for run in caption.runs:
            run.font.size, run.italic = Pt(12), True

    def _embed(self, sheet: Sheet, draw: Callable[[str], str]) -> str:
        """Put a chart and the workbook of its figures into the file; return the id of the relation to it."""
        package = self._word.part.package
        book = Part(PackURI(package.next_partname("/word/embeddings/chart%d.xlsx")), _WORKBOOK, _book(sheet), package)
        chart = Part(PackURI(package.next_partname("/word/charts/chart%d.xml")), _CHART, b"", package)
        relation = chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        chart._blob = draw(relation).encode()  # noqa: SLF001 - it names a relation that had to be there first
        return self._word.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)


def _book(sheet: Sheet) -> bytes:
    """Return the figures as a workbook; no text in it becomes a formula."""
    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = "Sheet1"
    for at, row in enumerate(sheet.rows, 1):
        for column, content in enumerate(row, 1):
            if content is None:
                continue
            cell = page.cell(at, column, content if isinstance(content, int | Decimal) else None)
            if isinstance(content, str):
                cell.value = content
                cell.data_type = "s"
                cell.quotePrefix = begins_like_a_formula(content)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _drawing(relation: str, number: int, name: str, words: str, size: tuple[Length, Length]) -> BaseOxmlElement:
    width, height = size
    made: BaseOxmlElement = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(words)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    return made
