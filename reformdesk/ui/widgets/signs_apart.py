"""Signs before a figure, small and at the other edge of its cell: nobody reads them as digits of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from reformdesk.ui import theme
from reformdesk.ui.models.grid import BEFORE
from reformdesk.ui.widgets.sheet_table import Tones

_LINE_BREAK = "\N{LINE SEPARATOR}"
_MARGIN = 9
"""Where a cell's text begins: the style sheet's padding and Qt's own margin."""


class SignsApart(Tones):
    """Paints what stands before a cell's text in the colour of what wants words."""

    def text_in(self, index: QModelIndex | QPersistentModelIndex, width: int) -> str:
        """Where both have no room apart they are one text, which wraps."""
        before, text = index.data(BEFORE), super().text_in(index, width)
        return f"{before} {text}" if before and room_for_both(before, text) > width else text

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Write what the cell has room for."""
        super().initStyleOption(option, index)
        # Qt breaks a line of a cell at its own sign alone
        option.text = self.text_in(index, option.rect.width()).replace("\n", _LINE_BREAK)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell, then its signs."""
        super().paint(painter, option, index)
        before = index.data(BEFORE)
        if not before or room_for_both(before, index.data()) > option.rect.width():
            return
        painter.save()
        painter.setFont(_small())
        painter.setPen(QColor(theme.current().warning))
        metrics = QFontMetrics(QApplication.font())
        place: QRect = option.rect
        # on the line that the figure stands on
        line = place.top() + (place.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(place.left() + _MARGIN, line, before)
        painter.restore()


def room_for_both(before: str, text: str) -> int:
    """Return how wide a cell is, in pixels, that has its signs and its text on one line and clearly apart."""
    figure = QFontMetrics(QApplication.font()).horizontalAdvance(text)
    return 2 * _MARGIN + QFontMetrics(_small()).horizontalAdvance(before) + theme.SPACE_12 + figure


def _small() -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(theme.px(theme.SMALL))
    return font
