"""An indicator over time: its totals, like with like."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reformdesk import series_words
from reformdesk.core.charted import Point, Series
from reformdesk.core.text import sentence
from reformdesk.core.values import write, write_number
from reformdesk.ui import theme
from reformdesk.ui.widgets.chart import Chart
from reformdesk.words import Words

_LEAST, _WIDTH, _HEIGHT = 150, 620, 240
_SIDE, _TOP, _BOTTOM, _HEAD = 64, 34, 44, 14
_DOT, _AT_DOT = 4.0, 6.5
_LINE = 1.8
_LABEL = 88
"""The room of a period's name; where it is less, every second, third … period is named."""


class SeriesChart(Chart):
    """A line through the periods from zero up. Where answers are missing the point is hollow and the line dashed.

    A line down marks where others report from then on; where the series is broken the line stops there.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._series: Series | None = None
        theme.hold(self, least_width=_LEAST * 2, least_height=_LEAST)

    def sizeHint(self) -> QSize:
        """Wide enough for some years."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def show_series(self, series: Series) -> None:
        """Draw a series, and say it."""
        self._series = series
        self.tell()

    def _points(self) -> tuple[Point, ...]:
        return self._series.points if self._series is not None else ()

    def count(self) -> int:
        """Return how many periods there are."""
        return len(self._points())

    def words(self) -> str:
        """Return in words what the picture shows: from the first figure to the last, and what lies between."""
        seams = self._series.seams.values() if self._series is not None else ()
        told = (series_words.sentence(seam, self._words) for seam in seams)
        return " ".join([sentence(self._from_first_to_last()), *told])

    def _from_first_to_last(self) -> str:
        known = [point for point in self._last_part() if point.amount is not None]
        if not known:
            return self.tr("No figure yet in any period of this kind.")
        if len(known) == 1:
            return self.words_of(self._points().index(known[0]))
        return self.tr("From {first} to {last}: {before} to {now}, {count} periods.").format(
            first=self._short(known[0]),
            last=self._short(known[-1]),
            before=self._value(known[0]),
            now=self._value(known[-1]),
            count=len(known),
        )

    def _last_part(self) -> tuple[Point, ...]:
        """Return the points since the last break after which there is a figure: no sentence reaches across one."""
        series, points = self._series, self._points()
        if series is None:
            return ()
        parted = [place for place in range(1, len(points)) if not series.goes_on(place - 1)]
        parts = [points[start:end] for start, end in pairwise([0, *parted, len(points)])]
        told = (part for part in reversed(parts) if any(point.amount is not None for point in part))
        return next(told, ())

    def words_of(self, place: int) -> str:
        """Return what was reported in a period, and by how many agencies."""
        point = self._points()[place]
        return self.tr("{round}: {value}, from {coverage} agencies").format(
            round=point.round.title.text(self._words.language), value=self._value(point), coverage=point.total.coverage
        )

    def _short(self, point: Point) -> str:
        return point.round.short.text(self._words.language)

    def _value(self, point: Point) -> str:
        if self._series is None or point.amount is None:
            return self._words.answer("blank")
        return write(point.total.value, self._series.indicator).replace("\n", "; ")

    def place_at(self, position: QPointF) -> int:
        """Return the period nearest to a position."""
        if not self.count():
            return -1
        area = self._area(self.size())
        return min(range(self.count()), key=lambda place: abs(self._x(area, place) - position.x()))

    def draw(self, painter: QPainter, scheme: theme.Colours, size: QSize) -> None:
        """Draw the ground line, the line, the points, and what stands under them."""
        area, points = self._area(size), self._points()
        painter.setFont(self.small())
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))
        spots = [self._spot(area, place) for place in range(len(points))]
        self._draw_scale(painter, scheme, area)
        self._draw_seams(painter, scheme, area)
        self._draw_line(painter, scheme, spots)
        for place, spot in enumerate(spots):
            if spot is not None:
                self._draw_point(painter, scheme, place, spot, self._step(area))
        self._draw_periods(painter, scheme, area)

    def _draw_scale(self, painter: QPainter, scheme: theme.Colours, area: QRectF) -> None:
        """Draw where zero is, and where the largest figure is."""
        painter.setPen(QColor(scheme.quiet))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        height = painter.fontMetrics().height()
        for share, text in ((0.0, "0"), (1.0, write_number(self._highest()))):
            y = area.bottom() - area.height() * share
            painter.drawText(QRectF(0, y - height / 2, area.left() - theme.SPACE_8, height), right, text)
        painter.setPen(QPen(QColor(scheme.line), 1, Qt.PenStyle.DotLine))
        painter.drawLine(area.topLeft(), area.topRight())

    def _draw_seams(self, painter: QPainter, scheme: theme.Colours, area: QRectF) -> None:
        """Draw a line down where the series is broken or others report from then on, with words at its head."""
        if self._series is None:
            return
        height, step = painter.fontMetrics().height(), self._step(area)
        for place, seam in self._series.seams.items():
            x = area.left() + step * place
            parting = seam.parts_series
            colour = QColor(scheme.warning if parting else scheme.quiet)
            painter.setPen(QPen(colour, _LINE if parting else 1, Qt.PenStyle.DashLine))
            head = theme.SPACE_4 + height
            painter.drawLine(QPointF(x, head), QPointF(x, area.bottom()))
            text = series_words.short(seam, self._words)
            # the words may take the room up to the next mark
            width = max(
                2 * theme.px(_LABEL), min(painter.fontMetrics().horizontalAdvance(text) + theme.SPACE_8, 2 * step)
            )
            # what lies at an edge is told inwards
            left = max(theme.SPACE_4, min(x - width / 2, area.right() + theme.SPACE_20 - width))
            room = QRectF(left, head - height, width, height)
            painter.setPen(colour)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.elided(text, room.width()))

    def _draw_line(self, painter: QPainter, scheme: theme.Colours, spots: list[QPointF | None]) -> None:
        for place, (start, end) in enumerate(pairwise(spots)):
            joined = self._series is None or self._series.goes_on(place)
            if joined and start is not None and end is not None:
                both = self._points()[place : place + 2]
                partial = any(point.total.is_partial for point in both)
                style = Qt.PenStyle.DashLine if partial else Qt.PenStyle.SolidLine
                painter.setPen(QPen(QColor(scheme.accent), _LINE, style))
                painter.drawLine(start, end)

    def _draw_point(self, painter: QPainter, scheme: theme.Colours, place: int, spot: QPointF, step: float) -> None:
        point = self._points()[place]
        partial = point.total.is_partial
        painter.setPen(QPen(QColor(scheme.warning if partial else scheme.accent), _LINE))
        painter.setBrush(QColor(scheme.sheet if partial else scheme.accent))
        size = _AT_DOT if place == self.at else _DOT
        painter.drawEllipse(spot, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self.small(strong=place == self.at))
        painter.setPen(QColor(scheme.warning if partial else scheme.text))
        if place == self.at or self._is_named(place, step):
            text = write_number(point.amount) if point.amount is not None else ""
            height = painter.fontMetrics().height()
            room = QRectF(spot.x() - _LABEL, spot.y() - height - _AT_DOT - 2, 2 * _LABEL, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.small())

    def _draw_periods(self, painter: QPainter, scheme: theme.Colours, area: QRectF) -> None:
        """Name the periods, and below each how many of how many agencies stand behind it."""
        step, height = self._step(area), painter.fontMetrics().height()
        every = self._every(step)
        for place, point in enumerate(self._points()):
            if not self._is_named(place, step):
                continue
            room = QRectF(self._x(area, place) - step * every / 2, area.bottom() + 4, step * every, height)
            painter.setPen(QColor(scheme.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.elided(self._short(point), room.width()))
            partial = point.total.is_partial
            painter.setPen(QColor(scheme.warning if partial else scheme.quiet))
            sign = "◐ " if partial else ""
            painter.drawText(room.translated(0, height), Qt.AlignmentFlag.AlignCenter, f"{sign}{point.total.coverage}")

    def _is_named(self, place: int, step: float) -> bool:
        """Whether there is room to name a period; the last always is."""
        return (self.count() - 1 - place) % self._every(step) == 0

    def _every(self, step: float) -> int:
        return max(1, round(theme.px(_LABEL) / step + 0.49)) if step else 1

    def _spot(self, area: QRectF, place: int) -> QPointF | None:
        amount = self._points()[place].amount
        if amount is None:
            return None
        share = float(max(amount, Decimal(0)) / self._highest())
        return QPointF(self._x(area, place), area.bottom() - area.height() * share)

    def _highest(self) -> Decimal:
        highest = max((point.amount for point in self._points() if point.amount is not None), default=Decimal(0))
        return highest if highest > 0 else Decimal(1)

    def _step(self, area: QRectF) -> float:
        return area.width() / max(1, self.count())

    def _x(self, area: QRectF, place: int) -> float:
        return area.left() + self._step(area) * (place + 0.5)

    def _area(self, size: QSize) -> QRectF:
        # what lies between is told above the figures
        top = _TOP + (_HEAD if self._series is not None and self._series.seams else 0)
        edges = (_SIDE, top, -theme.SPACE_20, -_BOTTOM)
        return QRectF(0, 0, size.width(), size.height()).adjusted(*(float(theme.px(one)) for one in edges))
