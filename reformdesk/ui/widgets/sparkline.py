"""A series at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reformdesk.ui import theme

_WIDTH, _HEIGHT, _MARGIN = 72, 24, 5


class Sparkline(QWidget):
    """A line through the values in their order; a gap where one is missing, a dot at the last."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: list[float | None] = []
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))

    def show_series(self, heights: Sequence[float | None]) -> None:
        """Draw a series; heights are positions on the screen, not figures."""
        self._heights = list(heights)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        points = self._points()
        known = [point for point in points if point is not None]
        if len(known) < 2:
            return
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.quiet), 1.4))
        for start, end in pairwise(points):
            if start is not None and end is not None:
                painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent))
        painter.drawEllipse(known[-1], 2.6, 2.6)
        painter.end()

    def _points(self) -> list[QPointF | None]:
        known = [height for height in self._heights if height is not None]
        if not known:
            return []
        low, high = min(known), max(known)
        span = high - low
        step = (_WIDTH - 2 * _MARGIN) / max(1, len(self._heights) - 1)
        room = _HEIGHT - 2 * _MARGIN
        return [
            None
            if height is None
            else QPointF(_MARGIN + step * place, _MARGIN + room * (1 - ((height - low) / span if span else 0.0)))
            for place, height in enumerate(self._heights)
        ]
