"""The bar at the top of a desk: whose, what, until when; its tools beside that, or below where there is no room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, label, rows

_HEIGHT, _TALL_HEIGHT, _BELOW = 62, 108, 10


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


class TitleBar(QWidget):
    """``title`` and ``subtitle`` at the left, ``tools`` at the right or, in a narrow window, below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("titleBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setSpacing(theme.SPACE_8)
        self._layout.setContentsMargins(theme.SPACE_20, 0, theme.SPACE_20, 0)
        self.title, self.subtitle = ElidedLabel("title"), ElidedLabel("small")
        self._names = QWidget()
        names = rows(self._names, space=0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        self._beside = QWidget()
        line = columns(self._beside, space=0)
        self.tools: QHBoxLayout = columns(space=10)
        self._rest = label()
        self._rest.hide()
        line.addLayout(self.tools)
        line.addWidget(self._rest, 1)
        self._layout.addWidget(self._names, 1)
        self._layout.addWidget(self._beside)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look anew whenever the bar or what is in it changes its size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        margins = self._layout.contentsMargins()
        wanted = self._names.sizeHint().width() + self.tools.sizeHint().width() + self._layout.spacing()
        beside = wanted + margins.left() + margins.right() <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._layout.direction() is not (across if beside else down):
            self._layout.setDirection(across if beside else down)
            self._rest.setVisible(not beside)
            self._layout.setContentsMargins(theme.SPACE_20, 0, theme.SPACE_20, 0 if beside else _BELOW)
        height = theme.px(_HEIGHT if beside else _TALL_HEIGHT)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
