"""The filled form on paper: a PDF, or a printer's pages, for the head's signature and the stamped letter.

It bears the digest of the answers as text, as a QR code and in its title
(:func:`reformdesk.exchange.pades.marked`), so that the signed paper can be held against the
submission it goes out with. Measures follow Decree 30/2020/NĐ-CP.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter, QTextDocument, QTextTable

from reformdesk.core.annexes import CODE_WORDS, QR_PREFIX, TITLE, Annex
from reformdesk.ui import paper
from reformdesk.ui.paper import FOOT, LETTERHEAD, RESOLUTION, draw, draw_number, font, lay_out, millimetres
from reformdesk.ui.widgets.qr_code import draw_qr

_QR_SIDE = 26.0  # millimetres
_COLUMNS, _ENDLESS = 5, 1_000_000.0
_MOST_BEFORE = 0.6  # of the first page, that may stand above the figures
_SLACK = 7.0 / 25.4 * RESOLUTION  # the empty line that Qt puts between two tables must not begin another page
_PADDING = 4.0 / 96 * RESOLUTION  # a cell's, and the line below it

_HEAD = (
    "{corner}"
    + LETTERHEAD
    + """
<p align="center" style="font-size:14pt; margin-top:14px"><b>PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH</b><br/>
<b>{title}</b><br/><i style="font-size:13pt">({issue})</i><br/><i style="font-size:13pt">{belongs_to}</i></p>
"""
)
_CORNER = '<p align="right" style="font-size:10pt">{line}</p>'
_CORRECTIONS = """
<p style="font-size:13pt; margin-top:8px"><b>{title}</b></p>
<table width="100%" border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse; border-style:solid">
<thead><tr><th width="38%">Chỉ tiêu</th><th width="16%">Đã báo cáo</th><th width="16%">Nay là</th>
<th width="30%">Lý do</th></tr></thead><tbody>{rows}</tbody></table><p></p>
"""
_CORRECTION = '<tr><td>{name}</td><td align="right">{before}</td><td align="right">{after}</td><td>{reason}</td></tr>'
_SECTION = '<p style="font-size:13pt; margin-top:10px"><b>{title}</b></p>'
_PROSE = '<p align="justify" style="font-size:13pt; text-indent:48px; margin-top:4px">{text}</p>'

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
_QR_LINE = (
    "Mã này thay đổi khi bất kỳ số liệu nào thay đổi. Sau khi ký số, đính kèm tệp PDF này vào tệp nộp; "
    "Sở Nội vụ đối chiếu mã với số liệu nhận được."
)


def render(annex: Annex) -> bytes:
    """Return the PDF."""
    from reformdesk.exchange.pades import marked

    title = marked(f"{TITLE}, {annex.title}", annex.digest)
    return paper.pdf(title, lambda painter, device: _draw(painter, device, annex))


def paint(device: QPagedPaintDevice, annex: Annex) -> None:
    """Paint the pages on a printer, which has :data:`reformdesk.ui.paper.RESOLUTION`."""
    paper.paint(device, lambda painter, on: _draw(painter, on, annex))


def _draw(painter: QPainter, writer: QPagedPaintDevice, annex: Annex) -> None:
    """Lay the text out page by page; behind it stands the QR code, on a page of its own if need be."""
    width, height = float(writer.width()), float(writer.height())
    margin, side = millimetres(FOOT), millimetres(_QR_SIDE)
    text = QRectF(0, margin, width, height - 2 * margin)
    document = _paged(writer, annex, text.size())
    pages = document.pageCount()
    end = _end_of_text(document) - (pages - 1) * text.height()
    alone = end + side > text.height()
    for page in range(pages + int(alone)):
        if page:
            writer.newPage()
            draw_number(painter, page + 1, width)
        painter.save()
        painter.translate(0, text.top() - page * text.height())
        draw(painter, document, QRectF(0, page * text.height(), width, text.height()))
        painter.restore()
        _draw_foot(painter, annex, QRectF(0, text.bottom(), width, margin))
    _draw_qr(painter, annex, QRectF(0, text.top() + (0.0 if alone else end), width, side))


def _paged(writer: QPagedPaintDevice, annex: Annex, page: QSizeF) -> QTextDocument:
    """Return the text in pages of a size, no row of the table cut in two."""
    rows = _rows(annex)
    endless = lay_out(writer, _html(annex, [rows]), QSizeF(page.width(), _ENDLESS))
    bottoms = _row_bottoms(endless)
    start = endless.documentLayout().frameBoundingRect(_table_of(endless)).top()
    header = bottoms[0] - start
    # a long list of corrections before it takes a page of its own
    apart = start > page.height() * _MOST_BEFORE
    parts: list[list[str]] = [[]]
    # what the page that is being filled begins with, in the measure of the endless one
    top = start if apart else 0.0
    begins = top
    for row, (above, bottom) in zip(rows, pairwise(bottoms), strict=True):
        if bottom - top > page.height() - _SLACK:
            # no area's heading stays alone at the foot of a page
            moved = [parts[-1].pop()] if parts[-1] and _is_heading(parts[-1][-1]) else []
            parts.append(moved)
            top = (begins if moved else above) - header
        parts[-1].append(row)
        begins = above
    return lay_out(writer, _html(annex, parts, apart=apart), page)


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


def _html(annex: Annex, parts: list[list[str]], *, apart: bool = False) -> str:
    head = _HEAD.format(
        corner="".join(_CORNER.format(line=escape(line)) for line in annex.corner),
        agency=escape(annex.agency.upper()),
        title=escape(annex.title.upper()),
        issue=escape(annex.issue),
        belongs_to=escape(annex.belongs_to),
    )
    tables = [
        _TABLE.format(rows="".join(rows), page_break="always" if place or apart else "auto")
        for place, rows in enumerate(parts)
    ]
    parts_of_text = (head, _corrections(annex), *tables, *_sections(annex))
    return "".join(parts_of_text) + _SIGNATURES.format(prepared_by=escape(annex.prepared_by))


def _corrections(annex: Annex) -> str:
    """Return what a correction says otherwise than before."""
    if not annex.corrections:
        return ""
    rows = "".join(
        _CORRECTION.format(
            name=_lines_of(one.name),
            before=_lines_of(one.before),
            after=_lines_of(one.after),
            reason=_lines_of(one.reason),
        )
        for one in annex.corrections
    )
    title = "Nội dung đính chính" if annex.is_correction else "Số liệu sửa so với lần trước"
    return _CORRECTIONS.format(title=title, rows=rows)


def _sections(annex: Annex) -> list[str]:
    """Return what the agency says in words, by area, and what evidence goes along."""
    made: list[str] = []
    for area in annex.areas:
        if area.narrative:
            made.append(_SECTION.format(title=escape(f"Thuyết minh: {area.title}")))
            made += [_PROSE.format(text=escape(text)) for text in area.narrative.split("\n") if text.strip()]
    if annex.evidence:
        made.append(_SECTION.format(title="Tài liệu kiểm chứng kèm theo"))
    made += [
        _PROSE.format(text=escape(f"{place}. {title} ({indicator})"))
        for place, (title, indicator) in enumerate(annex.evidence, 1)
    ]
    return made


def _rows(annex: Annex) -> list[str]:
    made: list[str] = []
    for area in annex.areas:
        made.append(_AREA.format(id=escape(area.id), name=escape(area.title)))
        made += [
            _ROW.format(
                number=escape(line.number),
                name=escape(line.name),
                unit=escape(line.unit),
                value=_lines_of(line.value),
                explanation=_lines_of(line.explanation),
            )
            for line in area.lines
        ]
    return made


def _lines_of(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _draw_foot(painter: QPainter, annex: Annex, place: QRectF) -> None:
    painter.setFont(font(9))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, annex.digest_line)


def _draw_code(painter: QPainter, annex: Annex, place: QRectF) -> None:
    """Print the agency's matching code so that it can be compared on the stamped sheet, with what it is for below."""
    large, slanted = font(12), font(10)
    large.setBold(True)
    slanted.setItalic(True)
    left = Qt.AlignmentFlag.AlignLeft
    half = place.height() / 2
    painter.setFont(large)
    painter.drawText(place.adjusted(0, 0, 0, -half), left | Qt.AlignmentFlag.AlignBottom, annex.code_line)
    painter.setFont(slanted)
    painter.drawText(place.adjusted(0, half, 0, 0), left | Qt.AlignmentFlag.AlignTop, CODE_WORDS)


def _draw_qr(painter: QPainter, annex: Annex, place: QRectF) -> None:
    side, gap = place.height(), millimetres(4)
    draw_qr(painter, QRectF(place.left(), place.top(), side, side), QR_PREFIX + annex.digest.upper())
    slanted = font(10)
    slanted.setItalic(True)
    words = place.adjusted(side + gap, 0, 0, 0)
    if annex.code_line:
        _draw_code(painter, annex, words.adjusted(0, 0, 0, -words.height() / 2))
        words.setTop(words.top() + words.height() / 2)
    painter.setFont(slanted)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), _QR_LINE)
