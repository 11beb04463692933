"""The charts of the printed report, painted to be read in black and white.

Lines are told apart by dashes and marks and are named at their ends; every point has its figure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPolygonF

from reformdesk.core.report_charts import AreaChart, ArrivalsChart, Drawn
from reformdesk.core.text import vietnamese_day
from reformdesk.core.values import write_number
from reformdesk.ui.paper import font, millimetres

AREA_HEIGHT, ARRIVALS_HEIGHT = 50.0, 46.0
"""Millimetres that a chart takes."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 4.0, 56.0, 6.0, 7.0
_SIDE = 12.0
_LINE, _HAIR, _MARK, _GAP = 0.4, 0.15, 1.3, 2.2
_FIGURES, _NAMES = 9, (10, 9, 8)
"""Points; the names take the smaller sizes where they are long."""
_SAMPLE = 10.0
_DASHES: tuple[list[float], ...] = ([], [5.0, 2.5], [1.0, 2.0])

_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_ENDLESS = 1_000_000.0


def paint_area(painter: QPainter, place: QRectF, chart: AreaChart) -> None:
    """Paint indicators over the periods, from zero up."""
    plot = _plot(place, _RIGHT)
    amounts = [one for drawn in chart.drawn for one in drawn.amounts if one is not None]
    least, most = min(*amounts, Decimal(0)), max(*amounts, Decimal(0))
    span = float(most - least) or 1.0
    across = plot.width() / max(len(chart.periods), 1)

    def at(period: int, amount: Decimal) -> QPointF:
        height = float(amount - least) / span * (plot.height() - millimetres(_GAP * 2))
        return QPointF(plot.left() + (period + 0.5) * across, plot.bottom() - height)

    _paint_axis(painter, plot, at(0, Decimal(0)).y())
    painter.setFont(font(_FIGURES))
    for number, text in enumerate(chart.labels):
        middle = at(number, least).x()
        box = QRectF(middle - across / 2, plot.bottom(), across, millimetres(_BOTTOM))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    _paint_seams(painter, plot, chart, across)
    for number, drawn in enumerate(chart.drawn):
        points = [at(n, one) if one is not None else None for n, one in enumerate(drawn.amounts)]
        _paint_line(painter, number, points, chart.parted)
    for period in range(len(chart.periods)):
        _paint_figures(painter, chart.drawn, period, at)
    _paint_names(painter, chart.drawn, plot, at)


def _plot(place: QRectF, right: float) -> QRectF:
    return place.adjusted(millimetres(_LEFT), millimetres(_TOP), -millimetres(right), -millimetres(_BOTTOM))


def _paint_axis(painter: QPainter, plot: QRectF, zero: float) -> None:
    painter.setPen(QPen(Qt.GlobalColor.black, millimetres(_HAIR)))
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero))


def _paint_seams(painter: QPainter, plot: QRectF, chart: AreaChart, across: float) -> None:
    """Draw a line down where the series is broken off, and a hair where others report from then on."""
    painter.save()
    for places, width in ((chart.parted, _LINE), (chart.reorganised, _HAIR)):
        painter.setPen(QPen(Qt.GlobalColor.black, millimetres(width), Qt.PenStyle.DashLine))
        for place in places:
            x = plot.left() + place * across
            painter.drawLine(QPointF(x, plot.top() - millimetres(_TOP / 2)), QPointF(x, plot.bottom()))
    painter.restore()


def _paint_line(painter: QPainter, number: int, points: Sequence[QPointF | None], parted: Collection[int] = ()) -> None:
    """Join the points; where there is no figure, and before ``parted`` places, the line is broken."""
    painter.setPen(_pen(number))
    for place, (one, other) in enumerate(pairwise(points), 1):
        if place not in parted and one is not None and other is not None:
            painter.drawLine(one, other)
    for point in points:
        if point is not None:
            _paint_mark(painter, number, point)


def _pen(number: int) -> QPen:
    pen = QPen(Qt.GlobalColor.black, millimetres(_LINE))
    if dashes := _DASHES[number % len(_DASHES)]:
        pen.setDashPattern(dashes)
    return pen


def _paint_mark(painter: QPainter, number: int, at: QPointF) -> None:
    """Put the mark of a line: a filled disc, a hollow square, a filled triangle."""
    painter.save()
    painter.setPen(QPen(Qt.GlobalColor.black, millimetres(_LINE)))
    size = millimetres(_MARK)
    filled, hollow = QBrush(Qt.GlobalColor.black), QBrush(Qt.GlobalColor.white)
    painter.setBrush(hollow if number % 3 == 1 else filled)
    if number % 3 == 0:
        painter.drawEllipse(at, size / 2, size / 2)
    elif number % 3 == 1:
        painter.drawRect(QRectF(at.x() - size / 2, at.y() - size / 2, size, size))
    else:
        triangle = [QPointF(0, -size * 0.7), QPointF(size * 0.65, size * 0.45), QPointF(-size * 0.65, size * 0.45)]
        painter.drawPolygon(QPolygonF([at + corner for corner in triangle]))
    painter.restore()


def _paint_figures(
    painter: QPainter,
    drawn: Sequence[Drawn],
    period: int,
    at: Callable[[int, Decimal], QPointF],
) -> None:
    """Write the figures of a period above their points, pushed up where one would lie on another."""
    painter.setFont(font(_FIGURES))
    painter.setPen(Qt.GlobalColor.black)
    metrics = QFontMetricsF(painter.font(), painter.device())
    high = metrics.height()
    known = [(at(period, amount), amount) for one in drawn if (amount := one.amounts[period]) is not None]
    free = float("inf")
    for point, amount in sorted(known, key=lambda pair: -pair[0].y()):
        bottom = min(point.y() - millimetres(_MARK), free)
        text = write_number(amount)
        wide = metrics.horizontalAdvance(text)
        box = QRectF(point.x() - wide / 2, bottom - high, wide, high)
        # so that a line that goes up from here does not strike it out
        painter.fillRect(box.adjusted(0, high * 0.2, 0, -high * 0.2), Qt.GlobalColor.white)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        free = bottom - high


def _paint_names(
    painter: QPainter, drawn: Sequence[Drawn], plot: QRectF, at: Callable[[int, Decimal], QPointF]
) -> None:
    """Name each line at its end, none on another, with a piece of the line before the name."""
    left, sample = plot.right() + millimetres(2), millimetres(_SAMPLE)
    width = millimetres(_RIGHT - 3) - sample
    free, room = plot.top() - millimetres(_TOP), plot.bottom() + millimetres(_BOTTOM)
    boxes: list[tuple[float, float, int, str]] = []
    for points in _NAMES:
        painter.setFont(font(points))
        metrics = QFontMetricsF(painter.font(), painter.device())
        boxes = []
        for number, one in enumerate(drawn):
            end = next(n for n in reversed(range(len(one.amounts))) if one.amounts[n] is not None)
            high = metrics.boundingRect(QRectF(0, 0, width, _ENDLESS), _BESIDE, one.name).height()
            boxes.append((at(end, one.amounts[end] or Decimal(0)).y(), high, number, one.name))
        if sum(high for _, high, _, _ in boxes) <= room - free:
            break
    below = sum(high for _, high, _, _ in boxes)
    for middle, high, number, name in sorted(boxes):
        # no lower than leaves room for those that come
        top = max(min(middle - high / 2, room - below), free)
        below -= high
        free = top + high
        centre = top + high / 2
        painter.setPen(_pen(number))
        painter.drawLine(QPointF(left, centre), QPointF(left + sample * 0.9, centre))
        _paint_mark(painter, number, QPointF(left + sample * 0.45, centre))
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(QRectF(left + sample, top, width, high), _BESIDE, name)


def paint_arrivals(painter: QPainter, place: QRectF, chart: ArrivalsChart) -> None:
    """Paint how many agencies' files had come by each day, against the deadline."""
    plot = _plot(place, _SIDE)
    plot.setLeft(plot.left() + millimetres(_SIDE))
    first, last = chart.steps[0][0], chart.steps[-1][0]
    days = max((last - first).days, 1)
    owing = max(chart.arrivals.owing, 1)

    def across(day: date) -> float:
        return plot.left() + (day - first).days / days * plot.width()

    def height(count: int) -> float:
        return plot.bottom() - count / owing * plot.height()

    corners = [QPointF(across(day), height(count)) for day, count in chart.steps]
    _paint_filled(painter, corners, plot.bottom())
    _paint_axis(painter, plot, plot.bottom())
    painter.setFont(font(_FIGURES))
    _paint_count(painter, plot, height(chart.arrivals.owing), chart.arrivals.owing)
    if chart.arrivals.so_far != chart.arrivals.owing:
        _paint_count(painter, plot, height(chart.arrivals.so_far), chart.arrivals.so_far)
    named = [
        (first, vietnamese_day(first)),
        (chart.arrivals.deadline, f"Hạn gửi {vietnamese_day(chart.arrivals.deadline)}"),
    ]
    if last != chart.arrivals.deadline:
        named.append((last, vietnamese_day(last)))
    _paint_days(painter, plot, [(across(day), text) for day, text in named])
    painter.setPen(_pen(1))
    painter.drawLine(
        QPointF(across(chart.arrivals.deadline), plot.top() - millimetres(_TOP / 2)),
        QPointF(across(chart.arrivals.deadline), plot.bottom()),
    )
    painter.setPen(_pen(2))
    for day, _ in chart.arrivals.extended:
        if first <= day <= last:
            painter.drawLine(QPointF(across(day), plot.top()), QPointF(across(day), plot.bottom()))


def _paint_filled(painter: QPainter, corners: Sequence[QPointF], bottom: float) -> None:
    """Shade what lies under a line, then draw the line."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(Qt.GlobalColor.lightGray))
    ends = [QPointF(corners[-1].x(), bottom), QPointF(corners[0].x(), bottom)]
    painter.drawPolygon(QPolygonF([*corners, *ends]))
    painter.restore()
    painter.setPen(QPen(Qt.GlobalColor.black, millimetres(_LINE * 1.5)))
    painter.drawPolyline(QPolygonF(list(corners)))


def _paint_count(painter: QPainter, plot: QRectF, at: float, count: int) -> None:
    """Draw a hair across for a number of agencies, with the number before it."""
    painter.setPen(QPen(Qt.GlobalColor.black, millimetres(_HAIR), Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at))
    painter.setPen(Qt.GlobalColor.black)
    half = millimetres(_BOTTOM) / 2
    box = QRectF(plot.left() - millimetres(_SIDE), at - half, millimetres(_SIDE - 1.5), 2 * half)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count))


def _paint_days(painter: QPainter, plot: QRectF, named: Sequence[tuple[float, str]]) -> None:
    """Write days below the axis, each at its place as far as none lies on another nor outside."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    free = plot.left() - millimetres(_SIDE)
    painter.setPen(Qt.GlobalColor.black)
    for middle, text in sorted(named):
        wide = metrics.horizontalAdvance(text) + millimetres(2)
        left = max(free, min(middle - wide / 2, plot.right() + millimetres(_SIDE) - wide))
        painter.drawText(
            QRectF(left, plot.bottom(), wide, millimetres(_BOTTOM)), int(Qt.AlignmentFlag.AlignCenter), text
        )
        free = left + wide
