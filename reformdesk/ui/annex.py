"""The filled form on paper: a PDF that the records clerk signs, always in Vietnamese as an official paper is.

It bears the digest of the answers as text, as a QR code and in its title
(:func:`reformdesk.exchange.pades.marked`), so that the signed paper can be held against the
submission it goes out with. Measures follow Decree 30/2020/NĐ-CP.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPdfWriter, QTextDocument, QTextTable

from reformdesk.core.answers import NO_ANSWER, Answer
from reformdesk.core.rounds import Round
from reformdesk.core.values import Status, write
from reformdesk.ui.paper import FOOT, LETTERHEAD, RESOLUTION, draw_number, font, lay_out, millimetres, pdf
from reformdesk.ui.widgets.qr_code import draw_qr
from reformdesk.words import Words

_QR_SIDE = 26.0  # millimetres
_COLUMNS, _ENDLESS = 5, 1_000_000.0
_SLACK = 3.0 / 25.4 * RESOLUTION  # the last row's line must not begin another page
_PADDING = 4.0 / 96 * RESOLUTION  # a cell's, and the line below it
_QR_PREFIX = "REFORMDESK-CONTENT:"

_HEAD = (
    LETTERHEAD
    + """
<p align="center" style="font-size:14pt; margin-top:14px"><b>PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH</b><br/>
<b>{title}</b><br/><i style="font-size:13pt">(Lần {revision})</i></p>
"""
)
_TABLE = """
<table width="100%" border="1" cellspacing="0" cellpadding="4"
 style="border-collapse:collapse; border-style:solid; page-break-before:{page_break}">
<thead><tr><th width="7%">STT</th><th width="42%">Chỉ tiêu</th><th width="13%">Đơn vị tính</th>
<th width="17%">Số liệu</th><th width="21%">Giải trình</th></tr></thead>
<tbody>{rows}</tbody></table>
"""
_AREA = '<tr><td align="center"><b>{id}</b></td><td colspan="4"><b>{name}</b></td></tr>'
_ROW = (
    '<tr><td align="center">{number}</td><td>{name}</td><td align="center">{unit}</td>'
    '<td align="right">{value}</td><td>{explanation}</td></tr>'
)
_SIGNATURES = """
<table width="100%" style="margin-top:16px"><tr>
<td width="50%" align="center"><p><b>NGƯỜI LẬP BIỂU</b></p><p><br/><br/><br/></p><p>{prepared_by}</p></td>
<td width="50%" align="center"><p><b>THỦ TRƯỞNG ĐƠN VỊ</b></p><p><br/><br/><br/></p></td></tr></table>
"""
_DIGEST_LINE = "Mã nội dung (SHA-256): {digest}"
_QR_LINE = (
    "Mã này thay đổi khi bất kỳ số liệu nào thay đổi. Sau khi ký số, đính kèm tệp PDF này vào tệp nộp; "
    "Sở Nội vụ đối chiếu mã với số liệu nhận được."
)
_TITLE = "Phụ lục số liệu cải cách hành chính"


@dataclass(frozen=True, eq=False)
class Annex:
    """What is printed: an agency's answers in a round as revision ``revision``, and their content digest."""

    round: Round
    agency: str
    answers: Mapping[str, Answer]
    revision: int
    prepared_by: str
    digest: str


def render(annex: Annex) -> bytes:
    """Return the PDF."""
    from reformdesk.exchange.pades import marked

    title = marked(f"{_TITLE}, {annex.round.title.vi}", annex.digest)
    return pdf(title, lambda painter, writer: _draw(painter, writer, annex))


def _draw(painter: QPainter, writer: QPdfWriter, annex: Annex) -> None:
    """Lay the text out page by page; behind it stands the QR code, on a page of its own if need be."""
    width, height = float(writer.width()), float(writer.height())
    margin, side = millimetres(FOOT), millimetres(_QR_SIDE)
    text = QRectF(0, margin, width, height - 2 * margin)
    paged = _paged(writer, annex, text.size())
    pages = paged.pageCount()
    end = _end_of_text(paged) - (pages - 1) * text.height()
    alone = end + side > text.height()
    for page in range(pages + int(alone)):
        if page:
            writer.newPage()
            draw_number(painter, page + 1, width)
        painter.save()
        painter.translate(0, text.top() - page * text.height())
        paged.drawContents(painter, QRectF(0, page * text.height(), width, text.height()))
        painter.restore()
        _draw_foot(painter, annex, QRectF(0, text.bottom(), width, margin))
    _draw_qr(painter, annex, QRectF(0, text.top() + (0.0 if alone else end), width, side))


def _paged(writer: QPdfWriter, annex: Annex, page: QSizeF) -> QTextDocument:
    """Return the text in pages of a size, no row of the table cut in two."""
    rows = _rows(annex)
    endless = lay_out(writer, _html(annex, [rows]), QSizeF(page.width(), _ENDLESS))
    bottoms = _row_bottoms(endless)
    header = bottoms[0] - endless.documentLayout().frameBoundingRect(_table_of(endless)).top()
    parts: list[list[str]] = [[]]
    # what the page that is being filled begins with, in the measure of the endless one
    top = 0.0
    for row, (above, bottom) in zip(rows, pairwise(bottoms), strict=True):
        if bottom - top > page.height() - _SLACK:
            # no area's heading stays alone at the foot of a page
            parts.append([parts[-1].pop()] if parts[-1] and _is_heading(parts[-1][-1]) else [])
            top = above - header
        parts[-1].append(row)
    return lay_out(writer, _html(annex, parts), page)


def _is_heading(row: str) -> bool:
    return "colspan" in row


def _table_of(document: QTextDocument) -> QTextTable:
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    return next(table for table in tables if table.columns() == _COLUMNS)


def _row_bottoms(document: QTextDocument) -> list[float]:
    """Return where each row of the table ends, the header's first."""
    table, layout = _table_of(document), document.documentLayout()
    return [
        max(
            layout.blockBoundingRect(table.cellAt(row, column).lastCursorPosition().block()).bottom()
            for column in range(_COLUMNS)
        )
        + _PADDING
        for row in range(table.rows())
    ]


def _end_of_text(document: QTextDocument) -> float:
    block, layout, end = document.begin(), document.documentLayout(), 0.0
    while block.isValid():
        end = max(end, layout.blockBoundingRect(block).bottom())
        block = block.next()
    return end


def _html(annex: Annex, parts: list[list[str]]) -> str:
    agency = annex.round.by_id[annex.agency].name
    head = _HEAD.format(
        agency=escape(agency.upper()), title=escape(annex.round.title.vi.upper()), revision=annex.revision
    )
    tables = [
        _TABLE.format(rows="".join(rows), page_break="always" if place else "auto") for place, rows in enumerate(parts)
    ]
    return head + "".join(tables) + _SIGNATURES.format(prepared_by=escape(annex.prepared_by))


def _rows(annex: Annex) -> list[str]:
    catalogue = annex.round.catalogue
    words = Words("vi")
    made: list[str] = []
    area = ""
    for name in annex.round.owed(annex.agency):
        if catalogue.area_of[name] != area:
            area = catalogue.area_of[name]
            made.append(_AREA.format(id=escape(area), name=escape(catalogue.area(area).title)))
        indicator = catalogue.indicators[name]
        answer = annex.answers.get(name, NO_ANSWER)
        value = answer.value
        if isinstance(value, Status):
            shown = "" if value is Status.BLANK else words.answer(value.value)
        else:
            shown = write(value, indicator)
        made.append(
            _ROW.format(
                number=escape(catalogue.printed_number(name)),
                name=escape(indicator.name.vi),
                unit=escape(indicator.unit.vi),
                value=escape(shown).replace("\n", "<br/>"),
                explanation=escape(answer.explanation).replace("\n", "<br/>"),
            )
        )
    return made


def _draw_foot(painter: QPainter, annex: Annex, place: QRectF) -> None:
    groups = " ".join(annex.digest[start : start + 8] for start in range(0, len(annex.digest), 8))
    painter.setFont(font(9))
    painter.drawText(
        place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, _DIGEST_LINE.format(digest=groups)
    )


def _draw_qr(painter: QPainter, annex: Annex, place: QRectF) -> None:
    side, gap = place.height(), millimetres(4)
    draw_qr(painter, QRectF(place.left(), place.top(), side, side), _QR_PREFIX + annex.digest.upper())
    slanted = font(10)
    slanted.setItalic(True)
    painter.setFont(slanted)
    words = place.adjusted(side + gap, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), _QR_LINE)
