"""Pages of a report in PDF, filled from top to bottom: upright for words, across for wide tables.

Measures of Decree 30/2020/NĐ-CP: A4, 20 mm at the top and bottom, 30 mm at the binding edge, which is the top of a
page that lies across; the page's number stands at the top, in the middle, from the second page on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen, QTextDocument, QTextLine

from reformdesk.ui.paper import RESOLUTION, draw, draw_number, lay_out, millimetres

_UPRIGHT = QMarginsF(30, 11, 15, 20)
_ACROSS = QMarginsF(20, 21, 20, 15)
_NUMBER = 9.0
"""Millimetres between the upper margin of the paper's device and the text: there stands the page's number."""
_PADDING = 1.4
_HAIR = 0.2
_POINT = 25.4 / 72
_CAPTION = 16.0
"""Millimetres that a caption takes at most with the room around it."""
_LEAST_LEFT = 12.0
"""Millimetres that a paragraph which is torn leaves and takes at least: no line stands alone."""


@dataclass(frozen=True)
class Printed:
    """A cell of a table in HTML, with its side: ``left``, ``center`` or ``right``."""

    html: str
    align: str = "left"


class Sheets:
    """A PDF that grows. Lengths are in millimetres; what is painted is black, whatever the windows wear."""

    def __init__(self, title: str, *, across: bool = False) -> None:
        self._kept = QByteArray()
        self._buffer = QBuffer(self._kept)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(RESOLUTION)
        self._writer.setCreator("ReformDesk")
        self._writer.setTitle(title)
        self._writer.setPageLayout(_layout(across=across))
        self._painter = QPainter(self._writer)
        self._painter.setPen(Qt.GlobalColor.black)
        self._page = 1
        self._below = self._top

    @property
    def width(self) -> float:
        """How wide the text of this page is."""
        return self._writer.width() * 25.4 / RESOLUTION

    @property
    def room(self) -> float:
        """How much of this page is left."""
        return (self._writer.height() - self._below) * 25.4 / RESOLUTION

    @property
    def _top(self) -> float:
        return millimetres(_NUMBER)

    def turn(self, *, across: bool) -> None:
        """Go on on a new page, which lies across or stands upright."""
        self._writer.setPageLayout(_layout(across=across))
        self._next_page()

    def space(self, points: float) -> None:
        """Leave room below what stands here; at the top of a page none is needed."""
        if self._below > self._top:
            self._below += millimetres(points * _POINT)

    def words(self, html: str, *, keep: float = 0.0) -> None:
        """Put words, torn between lines where the page ends; ``keep`` is how much must have room below them."""
        laid = lay_out(self._writer, html, QSizeF(self._writer.width(), -1))
        height = laid.size().height()
        if keep and height + millimetres(keep) > self._left:
            self._next_page()
        drawn = 0.0
        while height - drawn > self._left:
            end = _last_line_above(laid, drawn + self._left, drawn + millimetres(_LEAST_LEFT))
            if end <= drawn:
                if self._below <= self._top:
                    # a single line higher than the page: nothing better can be done
                    break
                self._next_page()
                continue
            self._put(laid, drawn, end, QPointF(0, self._below))
            drawn = end
            self._next_page()
        self._put(laid, drawn, height, QPointF(0, self._below))
        self._below += height - drawn

    def _put(self, laid: QTextDocument, start: float, end: float, at: QPointF) -> None:
        self._painter.save()
        self._painter.translate(at.x(), at.y() - start)
        if start > 0 or end < laid.size().height():
            for origin, text in _lines_between(laid, start, end):
                text.draw(self._painter, origin)
        else:
            draw(self._painter, laid)
        self._painter.restore()

    @property
    def _left(self) -> float:
        return self._writer.height() - self._below

    def picture(self, height: float, paint: Callable[[QPainter, QRectF], object], caption: str = "") -> None:
        """Let something be painted below its caption, in a place as wide as the text, in the device's own measure."""
        tall = millimetres(height)
        if tall + millimetres(_CAPTION) > self._left:
            self._next_page()
        self.space(6)
        self.words(caption)
        self._painter.save()
        paint(self._painter, QRectF(0, self._below, self._writer.width(), tall))
        self._painter.restore()
        self._below += tall

    def table(
        self, shares: Sequence[float], head: Sequence[Printed], lines: Sequence[Sequence[Printed]], points: float
    ) -> Iterator[int]:
        """Put a table with its head repeated on each page; yields after each line how many there are.

        ``shares`` are the columns' widths among each other. No line is torn unless it is higher than the room below
        the head of a page; a head that leaves no room itself is put once, torn as a line is.
        """
        whole = sum(shares)
        widths = [share * self._writer.width() / whole for share in shares]
        heads = self._laid(head, widths, points)
        page = self._writer.height() - self._top
        least = millimetres(_LEAST_LEFT + _PADDING)
        repeated = heads if _height(heads) + least <= page else []
        room = page - (_height(repeated) if repeated else 0.0)
        if not repeated:
            self._torn(heads, widths, [])
        for place, line in enumerate(lines, 1):
            cells = self._laid(line, widths, points)
            height = _height(cells)
            needed = least if height > room else height
            first = _height(repeated) if repeated and place == 1 else 0.0
            turned = first + needed > self._left and self._below > self._top
            if turned:
                self._next_page()
            if repeated and (turned or place == 1):
                self._row(repeated, widths)
            if height > room:
                self._torn(cells, widths, repeated)
            else:
                self._row(cells, widths)
            yield place
        if repeated and not lines:
            if _height(repeated) > self._left:
                self._next_page()
            self._row(repeated, widths)

    def _laid(self, cells: Sequence[Printed], widths: Sequence[float], points: float) -> list[QTextDocument]:
        padding = 2 * millimetres(_PADDING)
        return [
            lay_out(
                self._writer,
                f'<p align="{cell.align}" style="font-size:{points}pt">{cell.html}</p>',
                QSizeF(width - padding, -1),
            )
            for cell, width in zip(cells, widths, strict=True)
        ]

    def _row(self, cells: Sequence[QTextDocument], widths: Sequence[float]) -> None:
        self._slice(cells, widths, [(0.0, cell.size().height()) for cell in cells])

    def _torn(self, cells: Sequence[QTextDocument], widths: Sequence[float], heads: Sequence[QTextDocument]) -> None:
        """Put a line that is higher than a page: each cell goes on on the next page with the lines it has left."""
        drawn = [0.0 for _ in cells]
        fresh = False
        while True:
            room = self._left - millimetres(_PADDING)
            ends = [_end_within(cell, start, room) for cell, start in zip(cells, drawn, strict=True)]
            if ends == drawn and fresh:
                # a single line higher than the page: nothing better can be done
                ends = [cell.size().height() for cell in cells]
            if ends != drawn:
                self._slice(cells, widths, list(zip(drawn, ends, strict=True)))
            drawn = ends
            if all(end >= cell.size().height() for cell, end in zip(cells, drawn, strict=True)):
                return
            self._next_page()
            fresh = True
            if heads:
                self._row(heads, widths)

    def _slice(
        self, cells: Sequence[QTextDocument], widths: Sequence[float], parts: Sequence[tuple[float, float]]
    ) -> None:
        """Put of each cell what stands between two of its heights, framed, and go on below."""
        padding = millimetres(_PADDING)
        height = min(max(end - start for start, end in parts) + padding, self._left)
        pen = QPen(Qt.GlobalColor.black, millimetres(_HAIR))
        left = 0.0
        for cell, width, (start, end) in zip(cells, widths, parts, strict=True):
            self._painter.setPen(pen)
            self._painter.drawRect(QRectF(left, self._below, width, height))
            self._put(cell, start, end, QPointF(left + padding, self._below + padding / 2))
            left += width
        self._below += height

    def _next_page(self) -> None:
        self._writer.newPage()
        self._page += 1
        self._below = self._top
        self._painter.setPen(Qt.GlobalColor.black)
        draw_number(self._painter, self._page, float(self._writer.width()))

    def finish(self) -> bytes:
        """End the PDF and return it."""
        self._painter.end()
        self._buffer.close()
        return bytes(self._kept.data())

    def close(self) -> None:
        """Let go of a PDF that nobody wants any more."""
        if self._painter.isActive():
            self._painter.end()


def _layout(*, across: bool) -> QPageLayout:
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), orientation, _ACROSS if across else _UPRIGHT, QPageLayout.Unit.Millimeter
    )


def _height(cells: Sequence[QTextDocument]) -> float:
    return max(cell.size().height() for cell in cells) + millimetres(_PADDING)


def _last_line_above(laid: QTextDocument, limit: float, least: float) -> float:
    """Return where the last line ends that ends above a limit, 0 where none does that leaves the ``least``."""
    ends = [origin.y() + text.y() + text.height() for origin, text in _lines_of(laid)]
    return max((end for end in ends if least <= end <= limit), default=0.0)


def _end_within(laid: QTextDocument, start: float, room: float) -> float:
    """Return how far what begins at ``start`` can be put in a room: to the end, or below a line, or not at all."""
    last = max((origin.y() + text.y() + text.height() for origin, text in _lines_of(laid)), default=0.0)
    if last - start <= room:
        # the margin below the last line needs no page of its own
        return laid.size().height()
    return max(start, _last_line_above(laid, start + room, start))


def _lines_between(laid: QTextDocument, start: float, end: float) -> Iterator[tuple[QPointF, QTextLine]]:
    """Yield the lines that stand wholly between two heights: a clip would leave parts of others in the PDF's text."""
    for origin, text in _lines_of(laid):
        top = origin.y() + text.y()
        if top >= start - _HAIR and top + text.height() <= end + _HAIR:
            yield origin, text


def _lines_of(laid: QTextDocument) -> Iterator[tuple[QPointF, QTextLine]]:
    """Yield the lines, each with where its block begins."""
    block, layout = laid.begin(), laid.documentLayout()
    while block.isValid():
        origin, lines = layout.blockBoundingRect(block).topLeft(), block.layout()
        for number in range(lines.lineCount()):
            yield origin, lines.lineAt(number)
        block = block.next()


def line(text: str, points: int, align: str = "left", *, bold: bool = False, italic: bool = False) -> str:
    """Return a paragraph in HTML."""
    words = escaped(text)
    words = f"<b>{words}</b>" if bold else words
    words = f"<i>{words}</i>" if italic else words
    return f'<p align="{align}" style="font-size:{points}pt; margin:0">{words}</p>'


def prose(text: str) -> str:
    """Return a paragraph of running text in HTML: 13 points, justified, its first line indented."""
    return f'<p align="justify" style="font-size:13pt; text-indent:48px; margin:0">{escape(text)}</p>'


def escaped(text: str) -> str:
    """Return a text in HTML, its line breaks kept."""
    return escape(text).replace("\n", "<br/>")


def kept_apart(html: str) -> str:
    """Keep blanks that are left to be filled by hand; HTML would draw them together."""
    return html.replace("  ", "&nbsp; ")
