"""The bar at the top of a desk: whose, what, until when; its tools beside that, or below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, label, rows
from reformdesk.ui.widgets.elided import ElidedLabel

_HEIGHT, _TALL_HEIGHT, _BELOW = 62, 108, 10


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
