"""The report's first part: the letter that people read, upright, with its charts."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from reformdesk.core.cover_text import CoverText
from reformdesk.core.report import Report
from reformdesk.core.report_charts import AreaChart, area_charts, arrivals_chart
from reformdesk.core.rounds import Round
from reformdesk.office.chart_docx import Charts
from reformdesk.office.closing_changes import headline
from reformdesk.office.decree30 import UPRIGHT, head, outline, paragraph, place_of, prose, rule, set_widths, write

TITLE = "BÁO CÁO"
RECIPIENTS = "Nơi nhận:"
COLLECTED, BY_AREA = "I. TÌNH HÌNH TỔNG HỢP SỐ LIỆU", "II. KẾT QUẢ THEO TỪNG LĨNH VỰC"
"""The headings of the text's two parts."""
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_UNDER_TITLE = Mm(55)
_SIGNATURE = (Mm(75), Mm(UPRIGHT - 75))
_LINES_FOR_SIGNING = 5


def add_head(word: WordDocument, round_: Round) -> None:
    """Put what stands above an official document; number and day stay blank."""
    head(
        word,
        office=office_of(round_),
        province=round_.province,
        number=f"Số:            /BC-{symbol(office_of(round_))}",
        dated=f"{place_of(round_.province)}, ngày      tháng      năm",
    )


def add_title(word: WordDocument, report: Report, text: CoverText) -> None:
    """Put what the document is and what it is about; below, as what the round is closed."""
    paragraph(word, TITLE, size=14, bold=True, align=_CENTRE, before=18)
    paragraph(word, text.subject, size=14, bold=True, align=_CENTRE)
    outline(word.paragraphs[-1], 0)
    rule(word.add_paragraph(), _UNDER_TITLE, _block_width(word))
    add_closed(word, report)


def add_closed(word: WordDocument, report: Report) -> None:
    """Say as what the round is closed, where it ever was."""
    closed = headline(report.parts[-1].closing)
    if closed:
        paragraph(word, closed, size=13, italic=True, align=_CENTRE, after=12)


def add_body(word: WordDocument, report: Report, text: CoverText) -> None:
    """Add the text, with each area's charts below what is said of it."""
    charts = Charts(word, _block_width(word))
    by_area: dict[str, list[AreaChart]] = {}
    for chart in area_charts(report.parts):
        by_area.setdefault(chart.area.id, []).append(chart)
    prose(word, text.opening)
    _heading(word, COLLECTED, 0)
    for said in text.collected:
        prose(word, said)
    arrivals = arrivals_chart(report)
    if arrivals is not None:
        charts.add_arrivals(arrivals)
    if text.areas:
        _heading(word, BY_AREA, 0)
    for area in text.areas:
        _heading(word, area.heading, 1)
        for said in area.paragraphs:
            prose(word, said)
        for chart in by_area.get(area.area.id, ()):
            charts.add_area(chart)
    for said in text.ending:
        prose(word, said)
    # a page with nothing on it but the signature would be nobody's
    word.paragraphs[-1].paragraph_format.keep_with_next = True


def add_signature(word: WordDocument, round_: Round) -> None:
    """Put the recipients and the place for the signature; neither is torn from the text's last lines."""
    paragraph(word, "", size=12, after=6, keep=True)
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    write(left, RECIPIENTS, size=12, bold=True, italic=True)
    for recipient in recipients(round_):
        write(left, recipient, size=11)
    write(right, signer(office_of(round_)), size=13, bold=True, align=_CENTRE)
    for _ in range(_LINES_FOR_SIGNING):
        write(right, "", size=13, align=_CENTRE)
    table.autofit = False
    set_widths(table, list(_SIGNATURE))


def recipients(round_: Round) -> tuple[str, ...]:
    """Return to whom the report goes, a line each."""
    return "- Bộ Nội vụ;", f"- UBND {round_.province};", "- Lưu: VT."


def office_of(round_: Round) -> str:
    """Return the name of the office whose report it is."""
    return round_.by_id[round_.office].name


def symbol(office: str) -> str:
    """Return the letters that stand for an office in its documents' numbers: ``SNV``."""
    words = (word for word in office.replace("-", " ").split() if word.lower() != "và")
    return "".join(word if word.isupper() else word[0].upper() for word in words)


def signer(office: str) -> str:
    """Return what stands above the signature."""
    return "GIÁM ĐỐC" if office.startswith("Sở ") else "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"


def _block_width(word: WordDocument) -> Length:
    """Return the width between the margins of the section that is being written."""
    section = word.sections[-1]
    width, left, right = section.page_width, section.left_margin, section.right_margin
    if width is None or left is None or right is None:
        return Mm(UPRIGHT)
    return Length(width - left - right)


def _heading(word: WordDocument, text: str, level: int) -> Paragraph:
    """Add a heading in the text's own type; ``level`` places it in the document's outline."""
    prose(word, text, bold=True)
    made = word.paragraphs[-1]
    made.paragraph_format.keep_with_next = True
    outline(made, level)
    return made
