"""A part of a page that is as high as what it holds, and is scrolled only where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_LEAST_HEIGHT = 60


class SnugScroll(QScrollArea):
    """What follows it in a layout stands right below, however little it holds."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """As high as its words are at the width it has."""
        inner = self.widget()
        hint = super().sizeHint()
        return QSize(hint.width(), inner.heightForWidth(self.viewport().width()) if inner is not None else 0)

    def minimumSizeHint(self) -> QSize:
        """Some lines, where there is no more room."""
        return QSize(super().minimumSizeHint().width(), min(_LEAST_HEIGHT, self.sizeHint().height()))

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what it holds."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
