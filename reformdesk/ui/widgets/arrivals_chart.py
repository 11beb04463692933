"""How many agencies have sent by when, against the deadline."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from reformdesk.core.arrival_days import Arrivals
from reformdesk.ui import theme
from reformdesk.ui.dates import day

_WIDTH, _HEIGHT = 240, 56
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 8, 12, 16
_DOT = 2.6
_TICK = 12


class ArrivalsChart(QAbstractButton):
    """A line that rises with each day's first files; the deadline stands across it, extended ones as ticks.

    Its accessible name says the same in words. With ``opens`` a click, Enter or the space bar asks for
    the days themselves.
    """

    def __init__(self, *, opens: bool = False) -> None:
        super().__init__()
        self._arrivals: Arrivals | None = None
        self._today = date.max
        self._opens = opens
        theme.hold(self, least_width=_WIDTH, least_height=_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As small as can be read."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def show_arrivals(self, arrivals: Arrivals, today: date) -> None:
        """Draw a round's arrivals until ``today``, and say them."""
        self._arrivals, self._today = arrivals, today
        words = self.words()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def words(self) -> str:
        """Return in words what the picture shows."""
        arrivals = self._arrivals
        if arrivals is None:
            return ""
        if not arrivals.days:
            return self.tr("None of {count} agencies has sent yet; deadline {day}.").format(
                count=arrivals.owing, day=day(arrivals.deadline)
            )
        said = self.tr("{sent} of {count} agencies have sent, {in_time} of them by the deadline {day}.").format(
            sent=arrivals.so_far, count=arrivals.owing, in_time=arrivals.in_time, day=day(arrivals.deadline)
        )
        if arrivals.extended:
            days = ", ".join(f"{day(moment)} ({count})" for moment, count in arrivals.extended)
            text = self.tr("Extended to (agencies): {days}.").format(days=days)
            said = f"{said} {text}"
        return said

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        if self._arrivals is None:
            return
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, scheme, self._arrivals)
        points = self._points(self._arrivals)
        if points:
            painter.setPen(QPen(QColor(scheme.accent), 1.6))
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            painter.drawEllipse(points[-1], _DOT, _DOT)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()

    def _paint_frame(self, painter: QPainter, scheme: theme.Colours, arrivals: Arrivals) -> None:
        """Draw the ground line, the line of all agencies, and the deadline with its day."""
        area = self._area()
        font = self.font()
        font.setPixelSize(theme.px(theme.SMALL) - 1)
        painter.setFont(font)
        painter.setPen(QPen(QColor(scheme.line), 1))
        for y in (area.top(), area.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(scheme.quiet))
        scale = QRectF(0, area.top() - 8, area.left() - theme.SPACE_4, 16)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(scale, right, str(arrivals.owing))
        painter.drawText(scale.translated(0, area.height()), right, "0")
        first, _ = self._days(arrivals)
        below = QRectF(area.left(), area.bottom() + 1, area.width(), self.height() - area.bottom() - 1)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{first:%d/%m}")
        due = self._paint_deadline(painter, scheme, arrivals, below)
        self._paint_extensions(painter, scheme, arrivals, below, due)

    def _paint_deadline(self, painter: QPainter, scheme: theme.Colours, arrivals: Arrivals, below: QRectF) -> QRectF:
        """Draw the deadline across all, and its day below; return where that stands."""
        area = self._area()
        # the deadline's line stands where its day ends
        at = self._x(arrivals, arrivals.deadline + timedelta(days=1))
        painter.setPen(QPen(QColor(scheme.error), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, area.top() - 4), QPointF(at, area.bottom()))
        painter.setPen(QColor(scheme.error))
        text = self.tr("due {day}").format(day=f"{arrivals.deadline:%d/%m}")
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        # an extended day at the end has its own place
        apart = theme.SPACE_8 + self._width_of(painter, arrivals.extended[-1][0]) if arrivals.extended else 0
        left = min(max(at - width / 2, below.left() + theme.px(40)), below.right() - width - apart)
        place = QRectF(left, below.top(), width, below.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place

    def _paint_extensions(
        self, painter: QPainter, scheme: theme.Colours, arrivals: Arrivals, below: QRectF, due: QRectF
    ) -> None:
        """Draw a tick for each day to which somebody's deadline was extended, and its day where there is room."""
        area, free = self._area(), below.right()
        painter.setPen(QPen(QColor(scheme.warning), 1.4))
        for moment, _ in reversed(arrivals.extended):
            tick = self._x(arrivals, moment + timedelta(days=1))
            painter.drawLine(QPointF(tick, area.bottom() - theme.px(_TICK)), QPointF(tick, area.bottom()))
            width = self._width_of(painter, moment)
            left = min(tick - width / 2, free - width)
            if left > due.right():
                place = QRectF(left, below.top(), width, below.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{moment:%d/%m}")
                free = left - theme.SPACE_4

    def _width_of(self, painter: QPainter, moment: date) -> int:
        return painter.fontMetrics().horizontalAdvance(f"{moment:%d/%m}") + 2

    def _points(self, arrivals: Arrivals) -> list[QPointF]:
        """Return the steps: a day's files stand at its end, the last ones until today."""
        area = self._area()
        points = [QPointF(area.left(), area.bottom())]
        for moment, count in arrivals.days:
            x = self._x(arrivals, moment + timedelta(days=1))
            points.append(QPointF(x, points[-1].y()))
            points.append(QPointF(x, area.bottom() - area.height() * count / max(1, arrivals.owing)))
        if not arrivals.days:
            return []
        _, last = self._days(arrivals)
        at = max(points[-1].x(), self._x(arrivals, min(self._today, last)))
        return [*points, QPointF(at, points[-1].y())]

    def _days(self, arrivals: Arrivals) -> tuple[date, date]:
        days = (moment for moment, _ in (*arrivals.days, *arrivals.extended))
        known = [arrivals.opened, arrivals.deadline, *days]
        return min(known), max(known) + timedelta(days=1)

    def _x(self, arrivals: Arrivals, moment: date) -> float:
        first, last = self._days(arrivals)
        area = self._area()
        return area.left() + area.width() * (moment - first).days / max(1, (last - first).days)

    def _area(self) -> QRectF:
        edges = (_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        return QRectF(self.rect()).adjusted(*(float(theme.px(one)) for one in edges))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the days by Enter as well."""
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another look."""
        super().changeEvent(event)
        self.update()
