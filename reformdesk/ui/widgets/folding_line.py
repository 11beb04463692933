"""A line whose tools stand at the right of what it says, or below it where there is no room beside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns


class FoldingLine(QWidget):
    """``said`` takes the room that is left, ``tools`` keep their width; ``near`` leaves the room behind them.

    ``enough`` is the width in pixels at 100 % at which ``said`` is content; without it, it wants all its words.
    """

    def __init__(
        self, said: QWidget, *tools: QWidget, space: int = theme.SPACE_8, enough: int = 0, near: bool = False
    ) -> None:
        super().__init__()
        self._said, self._enough = said, enough
        self._beside = QWidget()
        self.tools = columns(self._beside, space=space)
        for tool in tools:
            self.add_tool(tool)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.SPACE_8)
        self._line.addWidget(said, 0 if near else 1)
        self._line.addWidget(self._beside)
        if near:
            self._line.addStretch(1)

    def add_tool(self, tool: QWidget) -> None:
        """Put one more at the right end."""
        self.tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def is_folded(self) -> bool:
        """Whether the tools stand below."""
        return self._line.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two, since it can fold."""
        wide = max(self._said.minimumSizeHint().width(), self._beside.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Look anew whenever the line or what is in it changes its size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        said = self._said.sizeHint().width()
        if self._enough:
            said = min(said, theme.px(self._enough))
        wanted = said + self._beside.sizeHint().width() + self._line.spacing()
        beside = wanted <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not (across if beside else down):
            self._line.setDirection(across if beside else down)
            self._line.setAlignment(self._beside, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
