"""An indicator across agencies: a bar each, the largest first, and the line of what lies in the middle."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reformdesk.core.charted import Bar, Bars
from reformdesk.core.values import Number, write, write_number
from reformdesk.ui import theme
from reformdesk.ui.widgets.chart import Chart
from reformdesk.words import Words

_ROW, _THICK = 22, 12
_HEAD = 30
_WIDTH = 620
_NAME_SHARE = 0.45
"""How much of the width the names have at most."""
_FIGURE = 84
_CLEAR = 3
"""What is left free of the line of the middle on both sides of a figure."""
_UNDER = 3
"""How much of a bar the line of the middle takes away, to be seen on its fill."""


class BarsChart(Chart):
    """As high as it has agencies; what scrolls it shows a part. ``show_bars`` may mark the agencies that stand out."""

    backward, forward = Qt.Key.Key_Up, Qt.Key.Key_Down

    def __init__(self, words: Words, group_name: Callable[[str], str]) -> None:
        super().__init__()
        self._words = words
        self._group_name = group_name
        self._bars: Bars | None = None
        self._odd: frozenset[str] = frozenset()
        theme.hold(self, least_width=320)

    def sizeHint(self) -> QSize:
        """A row for each agency."""
        return QSize(theme.px(_WIDTH), theme.px(_HEAD) + theme.px(_ROW) * self.count() + theme.SPACE_8)

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(theme.px(320), self.sizeHint().height())

    def show_bars(self, bars: Bars, odd: frozenset[str] = frozenset()) -> None:
        """Draw the agencies' figures, and say them; ``odd`` are the ids of those that stand out."""
        self._bars, self._odd = bars, odd
        self.tell()

    def _list(self) -> tuple[Bar, ...]:
        return self._bars.bars if self._bars is not None else ()

    def count(self) -> int:
        """Return how many agencies gave a figure."""
        return len(self._list())

    def words(self) -> str:
        """Return in words what the picture shows: the largest, the smallest, the middle."""
        if self._bars is None or self._bars.median is None:
            return self.tr("No agency has given a figure yet.")
        first, last = self._list()[0], self._list()[-1]
        said = self.tr("{count} agencies, from {least} ({last}) to {most} ({first}); half of them below {median}.")
        said = said.format(
            count=self.count(),
            least=self._value(last),
            last=self._name(last),
            most=self._value(first),
            first=self._name(first),
            median=write_number(self._bars.median),
        )
        if self._bars.without:
            said += " " + self.tr("Without a figure: {count}.").format(count=len(self._bars.without))
        return said

    def words_of(self, place: int) -> str:
        """Return an agency's place, name and figure."""
        bar = self._list()[place]
        said = f"{place + 1}. {self._name(bar)}: {self._value(bar)}"
        return f"{said} · ! {self.tr('stands out')}" if bar.agency.id in self._odd else said

    def _name(self, bar: Bar) -> str:
        return bar.agency.text(self._words.language)

    def _shown_name(self, place: int) -> str:
        bar = self._list()[place]
        return f"! {self._name(bar)}" if bar.agency.id in self._odd else self._name(bar)

    def _name_width(self, place: int) -> float:
        return QFontMetricsF(self.small()).horizontalAdvance(self._shown_name(place))

    def _value(self, bar: Bar) -> str:
        return write(Number(bar.amount), self._bars.indicator) if self._bars is not None else ""

    def row_of(self, place: int) -> QRectF:
        """Return where an agency's row lies, for what scrolls to it."""
        return QRectF(0, theme.px(_HEAD) + place * theme.px(_ROW), self.width(), theme.px(_ROW))

    def place_at(self, position: QPointF) -> int:
        """Return the agency whose row a position lies in."""
        place = int((position.y() - theme.px(_HEAD)) // theme.px(_ROW))
        return place if 0 <= place < self.count() else -1

    def draw(self, painter: QPainter, scheme: theme.Colours, size: QSize) -> None:
        """Draw the rows that are to be seen, the line of the middle, and the key to the groups' colours."""
        painter.setFont(self.small())
        area = self._area(size)
        seen = painter.clipBoundingRect() if painter.hasClipping() else QRectF(0, 0, size.width(), size.height())
        row = theme.px(_ROW)
        first = max(0, int((seen.top() - area.top()) // row))
        last = min(self.count(), int((seen.bottom() - area.top()) // row) + 1)
        for place in range(first, last):
            self._draw_row(painter, scheme, place, area)
        self._draw_median(painter, scheme, area)
        for place in range(first, last):
            self._draw_figure(painter, scheme, place, area)
        self._draw_key(painter, scheme, size)

    def _draw_row(self, painter: QPainter, scheme: theme.Colours, place: int, area: QRectF) -> None:
        bar = self._list()[place]
        row = theme.px(_ROW)
        top = area.top() + place * row
        if place == self.at:
            painter.fillRect(QRectF(2, top, area.right() + theme.px(_FIGURE), row), QColor(scheme.accent_tint))
        odd = bar.agency.id in self._odd
        painter.setPen(QColor(scheme.warning if odd else scheme.text))
        room = QRectF(theme.SPACE_12, top, area.left() - theme.SPACE_12 - theme.SPACE_8, row)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, left | middle, self.elided(self._shown_name(place), room.width()))
        length = area.width() * self._share(bar.amount)
        body = QRectF(area.left(), top + (row - theme.px(_THICK)) / 2, max(length, 1.0), theme.px(_THICK))
        fill, edge = self._colours(scheme, bar.group)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(fill))
        painter.drawRect(body)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_figure(self, painter: QPainter, scheme: theme.Colours, place: int, area: QRectF) -> None:
        """Write a figure behind its bar, over the line of the middle where that is in its way."""
        bar, row = self._list()[place], theme.px(_ROW)
        text = write_number(bar.amount)
        left = area.left() + max(area.width() * self._share(bar.amount), 1.0) + theme.SPACE_8
        room = QRectF(left, area.top() + place * row + 3, painter.fontMetrics().horizontalAdvance(text) + 2, row - 6)
        clear = room.adjusted(-_CLEAR, 0, _CLEAR, 0)
        painter.fillRect(clear, QColor(scheme.accent_tint if place == self.at else scheme.sheet))
        painter.setPen(QColor(scheme.warning if bar.agency.id in self._odd else scheme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_median(self, painter: QPainter, scheme: theme.Colours, area: QRectF) -> None:
        if self._bars is None or self._bars.median is None:
            return
        # on pixels, not between them: it is told from the bars by its sides
        x = round(area.left() + area.width() * self._share(self._bars.median)) + 0.5
        from_top, to_bottom = QPointF(x, area.top() - 4), QPointF(x, area.top() + self.count() * theme.px(_ROW))
        for pen in (QPen(QColor(scheme.sheet), _UNDER), QPen(QColor(scheme.text), 1, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLine(from_top, to_bottom)

    def _draw_key(self, painter: QPainter, scheme: theme.Colours, size: QSize) -> None:
        """Say what the line is, and which colour which group has."""
        if self._bars is None or self._bars.median is None:
            return
        painter.setPen(QPen(QColor(scheme.text), 1, Qt.PenStyle.DashLine))
        height, x = theme.px(_HEAD), float(theme.SPACE_12)
        painter.drawLine(QPointF(x + 6, 7), QPointF(x + 6, height - 7))
        groups = self._bars.groups if len(self._bars.groups) > 1 else ()
        words = [self.tr("middle: {median}").format(median=write_number(self._bars.median))]
        words += [self._group_name(group) if group else self.tr("others") for group in groups]
        for place, text in enumerate(words):
            if place:
                fill, edge = self._colours(scheme, groups[place - 1])
                painter.setPen(QPen(QColor(edge), 1))
                painter.setBrush(QColor(fill))
                painter.drawRect(QRectF(x, (height - 10) / 2, 12, 10))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(scheme.quiet))
            width = painter.fontMetrics().horizontalAdvance(text)
            room = QRectF(x + 18, 0, min(width + 2, size.width() - x - 18), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.elided(text, room.width()))
            x += width + 18 + theme.SPACE_20

    def _colours(self, scheme: theme.Colours, group: str) -> tuple[str, str]:
        """Return the colours of a group's bars, and of their edges: told apart without colours, too."""
        looks = ((scheme.accent, scheme.accent), (scheme.sheet, scheme.quiet), (scheme.quiet, scheme.quiet))
        groups = self._bars.groups if self._bars is not None else ()
        return looks[groups.index(group) % len(looks)] if group in groups else looks[0]

    def _share(self, amount: Decimal) -> float:
        highest = self._list()[0].amount
        return float(max(amount, Decimal(0)) / highest) if highest > 0 else 0.0

    def _area(self, size: QSize) -> QRectF:
        """Return where the bars lie: right of the names, with room for the figures behind them."""
        longest = max((self._name_width(place) for place in range(self.count())), default=0.0)
        names = min(size.width() * _NAME_SHARE, longest + theme.SPACE_12 + theme.SPACE_8 + 1)
        width = max(20.0, size.width() - names - theme.px(_FIGURE) - theme.SPACE_8)
        return QRectF(names, theme.px(_HEAD), width, theme.px(_ROW) * self.count())
