"""Official papers, as PDF or for a printer: the measures of Decree 30/2020/NĐ-CP, and pieces laid out page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextTable,
)

RESOLUTION = 300
"""Dots per inch that papers are laid out for; a printer is set to it."""

FOOT = 9.0
"""Millimetres above and below the text, where the page's number stands."""

_FONTS = ("Times New Roman", "Liberation Serif", "Noto Serif", "serif")
_MARGINS = QMarginsF(30, 12, 15, 12)  # millimetres: left, top, right, bottom
_PADDING = 4.0 / 96 * RESOLUTION  # a cell's, and the line below it
_BODY_POINTS, _NUMBER_POINTS = 12, 13

LETTERHEAD = """
<table width="100%"><tr>
<td width="42%" align="center"><p><b>{agency}</b></p></td>
<td width="58%" align="center"><p style="font-size:12pt"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
<p style="font-size:13pt"><b><u>Độc lập - Tự do - Hạnh phúc</u></b></p></td></tr></table>
"""


@dataclass(frozen=True)
class Piece:
    """A part of a paper that is not torn over two pages: words, or rows of a table (``of_table``).

    ``head`` is the table's heading, which a new page repeats.
    """

    html: str
    head: str = ""
    of_table: bool = False


Draw = Callable[[QPainter, QPagedPaintDevice], object]


def pdf(title: str, draw: Draw) -> bytes:
    """Return a PDF of A4 pages."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setCreator("ReformDesk")
    writer.setTitle(title)
    paint(writer, draw)
    buffer.close()
    return bytes(kept.data())


def paint(device: QPagedPaintDevice, draw: Draw) -> None:
    """Paint A4 pages on a PDF or a printer, which has :data:`RESOLUTION`."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    with QPainter(device) as painter:
        # a preview records what a painter is told, and no pen that is black already: it would show a dark scheme's
        painter.setPen(Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        draw(painter, device)


def lay_out(writer: QPagedPaintDevice, html: str, page: QSizeF) -> QTextDocument:
    """Return words laid out as the paper's body; an endless page's height is -1."""
    made = QTextDocument()
    made.documentLayout().setPaintDevice(writer)
    made.setDefaultFont(font(_BODY_POINTS))
    made.setDocumentMargin(0)
    made.setHtml(html)
    made.setPageSize(page)
    return made


def draw(painter: QPainter, laid: QTextDocument, clip: QRectF | None = None) -> None:
    """Draw what was laid out, or a part of it, in black: a window's dark scheme is not the paper's."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    if clip is not None:
        painter.setClipRect(clip)
        context.clip = clip
    laid.documentLayout().draw(painter, context)


def font(points: int) -> QFont:
    """Return the paper's font in a size."""
    made = QFont(list(_FONTS))
    made.setPointSize(points)
    return made


def millimetres(length: float) -> float:
    """Return a length in the paper's own measure."""
    return length / 25.4 * RESOLUTION


def draw_number(painter: QPainter, page: int, width: float) -> None:
    """The page's number stands at the top, in the middle, from the second page on."""
    painter.setFont(font(_NUMBER_POINTS))
    place = QRectF(0, 0, width, millimetres(FOOT))
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(page))


def draw_pieces(painter: QPainter, writer: QPagedPaintDevice, pieces: Iterable[Piece]) -> int:
    """Draw pieces one below the other, on as many pages as they need; returns how many that were."""
    width, top = float(writer.width()), millimetres(FOOT)
    bottom = writer.height() - top
    page, below = 1, top
    for piece in pieces:
        laid = lay_out(writer, piece.html, QSizeF(width, -1))
        height = _height(laid, of_table=piece.of_table)
        if below > top and below + height > bottom:
            page, below = page + 1, top
            writer.newPage()
            draw_number(painter, page, width)
            if piece.head:
                head = lay_out(writer, piece.head, QSizeF(width, -1))
                _draw(painter, head, below)
                below += _height(head, of_table=True)
        _draw(painter, laid, below)
        below += height
    return page


def _draw(painter: QPainter, laid: QTextDocument, top: float) -> None:
    painter.save()
    painter.translate(0, top)
    draw(painter, laid)
    painter.restore()


def _height(laid: QTextDocument, *, of_table: bool) -> float:
    """Return how far a piece reaches; rows of a table share their last line with those below."""
    layout = laid.documentLayout()
    tables = [one for one in laid.rootFrame().childFrames() if isinstance(one, QTextTable)]
    if not of_table or not tables:
        return laid.size().height()
    row = tables[0].rows() - 1
    last = [tables[0].cellAt(row, column).lastCursorPosition().block() for column in range(tables[0].columns())]
    return max(layout.blockBoundingRect(block).bottom() for block in last) + _PADDING
