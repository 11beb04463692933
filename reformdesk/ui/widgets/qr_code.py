"""A QR code on screen and on paper: what a telephone reads faster than a person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_ZONE = 4
"""Blank modules around the code, as ISO/IEC 18004 asks."""

_SIDE = 132


def modules(text: str) -> list[list[bool]]:
    """Return the code's modules, row by row with the quiet zone; ``True`` is dark."""
    import segno

    made = segno.make(text, error="m", micro=False)
    return [[bool(module) for module in row] for row in made.matrix_iter(border=QUIET_ZONE)]


def draw_qr(painter: QPainter, target: QRectF, text: str) -> None:
    """Draw the code black on white into a square; on screen a module is a whole number of pixels."""
    rows = modules(text)
    size = target.width() / len(rows)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(target, Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                # a hair wider, so that no printer leaves a line between two modules
                place = QRectF(target.left() + x * size, target.top() + y * size, size * 1.01, size * 1.01)
                painter.fillRect(place, Qt.GlobalColor.black)
    painter.restore()


class QrCode(QWidget):
    """Shows a text as a QR code, black on white in the dark look too."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self._module = max(1, _SIDE // len(modules(text)))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As many whole pixels as the modules need."""
        side = self._module * len(modules(self._text))
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the code."""
        with QPainter(self) as painter:
            draw_qr(painter, QRectF(0, 0, self.sizeHint().width(), self.sizeHint().height()), self._text)
