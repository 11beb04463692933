"""The annex to an agency's stamped letter as a Word document, set as Decree 30/2020/NĐ-CP wants it.

Top right of the first page, in size 10, stand the letter's number and date; what is not known yet
stays blank for the records clerk.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import segno
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from reformdesk.core.annexes import CODE_WORDS, QR_PREFIX, TITLE, Annex, AnnexArea
from reformdesk.office.decree30 import UPRIGHT, paragraph, prose, set_base, set_widths, table, write

_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_FIGURES = (("STT", 12), ("Chỉ tiêu", 66), ("Đơn vị tính", 22), ("Số liệu", 27), ("Giải trình", 38))
_CORRECTED = (("Chỉ tiêu", 60), ("Đã báo cáo", 28), ("Nay là", 28), ("Lý do", 49))
_QR_SIDE = Mm(26)


def annex_document(annex: Annex) -> bytes:
    """Return the annex as .docx bytes."""
    word = Document()
    word.core_properties.title = f"{TITLE}, {annex.title}"
    word.core_properties.author = annex.agency
    set_base(word, across=False)
    for line in annex.corner:
        paragraph(word, line, size=10, align=_RIGHT)
    paragraph(word, "Phụ lục", size=14, bold=True, align=_CENTRE)
    paragraph(word, "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", size=14, bold=True, align=_CENTRE)
    paragraph(word, annex.title.upper(), size=14, bold=True, align=_CENTRE)
    paragraph(word, f"({annex.issue})", size=13, italic=True, align=_CENTRE)
    paragraph(word, annex.belongs_to, size=13, italic=True, align=_CENTRE, after=12)
    if annex.corrections:
        _heading(word, "Nội dung đính chính" if annex.is_correction else "Số liệu sửa so với lần trước")
        _table(word, _CORRECTED, [(one.name, one.before, one.after, one.reason) for one in annex.corrections], (1, 2))
    for area in annex.areas:
        _area(word, area)
    if annex.evidence:
        _heading(word, "Tài liệu kiểm chứng kèm theo")
        for place, (title, indicator) in enumerate(annex.evidence, 1):
            prose(word, f"{place}. {title} ({indicator})")
    _signatures(word, annex)
    _content(word, annex)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _area(word: WordDocument, area: AnnexArea) -> None:
    _heading(word, f"{area.id}. {area.title}" if not area.title.startswith(area.id) else area.title)
    rows = [(line.number, line.name, line.unit, line.value, line.explanation) for line in area.lines]
    _table(word, _FIGURES, rows, (3,))
    if area.narrative:
        paragraph(word, "Thuyết minh", size=13, bold=True, italic=True, before=6, after=6, keep=True)
        prose(word, area.narrative)


def _heading(word: WordDocument, text: str) -> None:
    paragraph(word, text, size=13, bold=True, before=12, after=6, keep=True)


def _table(
    word: WordDocument, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], figures: Sequence[int]
) -> None:
    """Add a table; ``figures`` are the columns that stand right."""
    centred = [place for place, (heading, _) in enumerate(columns) if heading in ("STT", "Đơn vị tính")]
    table(word, columns, rows, centred=centred, right=figures)


def _signatures(word: WordDocument, annex: Annex) -> None:
    paragraph(word, "", size=13, before=12, keep=True)
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    write(left, "NGƯỜI LẬP BIỂU", size=13, bold=True, align=_CENTRE)
    write(right, "THỦ TRƯỞNG ĐƠN VỊ", size=13, bold=True, align=_CENTRE)
    for _ in range(3):
        write(left, "", size=13)
    write(left, annex.prepared_by, size=13, align=_CENTRE)


def _content(word: WordDocument, annex: Annex) -> None:
    """Put the content's digest as text and as a QR code, so that paper and file can be held together."""
    picture = BytesIO()
    segno.make(QR_PREFIX + annex.digest.upper(), error="m", micro=False).save(picture, kind="png", scale=6, border=4)
    picture.seek(0)
    paragraph(word, "", size=13, before=12, keep=True)
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.paragraphs[0].add_run().add_picture(picture, width=_QR_SIDE)
    if annex.code_line:
        write(right, annex.code_line, size=12, bold=True)
        write(right, CODE_WORDS, size=10, italic=True)
    write(right, annex.digest_line, size=10)
    write(
        right, "Mã này thay đổi khi bất kỳ số liệu nào thay đổi; Sở Nội vụ đối chiếu với tệp nộp.", size=10, italic=True
    )
    set_widths(table, [Mm(32), Mm(UPRIGHT - 32)])
