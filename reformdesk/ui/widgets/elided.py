"""Labels that show as much of a text as there is room for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """Shows as much as there is room for, and the whole in its tooltip."""

    MODE = Qt.TextElideMode.ElideRight
    SPARE = False
    """Whether it may well be cut off: the whole stands elsewhere too, or is no sentence."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._whole = ""

    def say(self, text: str) -> None:
        """Set the whole text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fill()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No width is too little."""
        return QSize(0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer letters."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self.MODE, self.width())
        self.setToolTip("" if shown == self._whole else self._whole)
        if shown != self.text():
            self.setText(shown)


class PathLabel(ElidedLabel):
    """Shows where a file lies: its beginning and its end where there is no room for all of it."""

    MODE = Qt.TextElideMode.ElideMiddle
    SPARE = True

    def __init__(self, path: Path, role: str = "") -> None:
        super().__init__(role)
        self.say(str(path))


class NameAgain(ElidedLabel):
    """Repeats on one line whose the panel is; the row itself has the name in full."""

    SPARE = True


class SpareLabel(QLabel):
    """Says all of it where there is room, else nothing: for hints that stand elsewhere too."""

    def minimumSizeHint(self) -> QSize:
        """No width is too little."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, unless words would be cut off."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
