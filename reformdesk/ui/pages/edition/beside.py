"""A part of the edition's page: what is listed, and beside it what the chosen line is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, label, rows, scrolled
from reformdesk.ui.widgets.sheet_table import SheetTable

PANEL_WIDTH = 302
_LEAST_BESIDE = 820
"""From which width on there is room for both, in pixels at 100 %."""
_ANY_SIZE = 16_777_215
_LOW_PART = 0.45
_FILTER_WIDTH = 260


class Beside(QWidget):
    """``main`` holds the list; ``panel`` stands at its right, or below it where there is no room."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._line = columns(self, space=theme.SPACE_12)
        left = QWidget()
        self.main = rows(left)
        self._line.addWidget(left, 1)
        panel.setObjectName("sheet")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panel = scrolled(panel)
        self._line.addWidget(self._panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel where there is room for it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_LEAST_BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        wide = theme.px(PANEL_WIDTH)
        self._panel.setMinimumWidth(0 if narrow else wide)
        self._panel.setMaximumWidth(_ANY_SIZE if narrow else wide)
        self._panel.setMaximumHeight(round(self.height() * _LOW_PART) if narrow else _ANY_SIZE)


def choices(name: str) -> QComboBox:
    """Return a list to choose from that takes the width there is."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    made.setAccessibleName(name)
    return made


def bring_into_view(table: SheetTable) -> None:
    """Scroll to where the cursor is, once the columns have their widths and the rows above it their heights."""

    def scroll() -> None:
        table.fit_rows()
        table.scrollTo(table.currentIndex())

    QTimer.singleShot(0, table, scroll)


def filter_field(hint: str) -> QLineEdit:
    """Return a field that narrows a list down."""
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setClearButtonEnabled(True)
    theme.hold(made, least_width=_FILTER_WIDTH)
    return made


def under(layout: QVBoxLayout, text: str, widget: QWidget) -> QLabel:
    """Put a widget below its name, and return the name: both are hidden together."""
    named = label(text, role="small")
    layout.addWidget(named)
    layout.addWidget(widget)
    widget.setAccessibleName(text)
    return named


def sheet_rows(panel: QWidget) -> QVBoxLayout:
    """Return the layout of a panel."""
    layout = rows(panel, margin=theme.SPACE_12, space=theme.SPACE_4)
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
    return layout
