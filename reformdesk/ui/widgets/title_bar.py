"""The bar at the top of a desk: whose, what, until when; its tools beside that, or below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, rows
from reformdesk.ui.widgets.elided import ElidedLabel
from reformdesk.ui.widgets.folding_line import FoldingLine

_HEIGHT, _TOOLS_SPACE = 62, 10


class TitleBar(QWidget):
    """``title`` and ``subtitle`` at the left, ``tools`` at the right or, in a narrow window, below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("titleBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.subtitle = ElidedLabel("title"), ElidedLabel("small")
        said = QWidget()
        names = rows(said, space=0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        self._line = FoldingLine(said, space=_TOOLS_SPACE)
        self.tools: QHBoxLayout = self._line.tools
        around = self._around = columns(self, space=0)
        around.addWidget(self._line)
        self._arrange()

    def add_tool(self, tool: QWidget) -> None:
        """Put one more control at the right end."""
        self._line.add_tool(tool)

    def event(self, event: QEvent) -> bool:
        """Look anew whenever the bar or what is in it changes its size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        height, above = theme.px(_HEIGHT), 0
        if self._line.is_folded:
            above = theme.SPACE_12
            height = max(height, self._line.sizeHint().height() + 2 * above)
        self._around.setContentsMargins(theme.SPACE_20, above, theme.SPACE_20, above)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
