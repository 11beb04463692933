"""A line of totals below a table, each under its column."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from reformdesk.ui import theme

_HEIGHT = 30


class TotalsRow(QWidget):
    """Follows the table's columns; what it shows is said in the table's accessible description."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._table = table
        self._texts: Mapping[int, str] = {}
        theme.hold(self, height=_HEIGHT)
        header = table.horizontalHeader()
        header.sectionResized.connect(lambda *_: self.update())
        header.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())

    def show_totals(self, texts: Mapping[int, str], words: str) -> None:
        """Show texts by column; ``words`` says them in a sentence."""
        self._texts = dict(texts)
        self.setToolTip(words)
        self._table.setAccessibleDescription(words)
        self.update()

    def text(self, column: int) -> str:
        """Return what stands under a column."""
        return self._texts.get(column, "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each total where its column is now."""
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.sheet))
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(0, 0, self.width(), 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(scheme.text))
        for column, text in self._texts.items():
            if self._table.isColumnHidden(column):
                continue
            left, width = self._table.columnViewportPosition(column), self._table.columnWidth(column)
            room = QRect(left, 1, width, self.height() - 1)
            if column == 0:
                room.adjust(theme.SPACE_12, 0, -theme.SPACE_4, 0)
                start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(
                    room, start, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
                )
            else:
                fits = painter.fontMetrics().horizontalAdvance(text) + theme.SPACE_8 <= width
                # where there is no room for both, the part alone; the tooltip has the whole
                shown = text if fits else text.partition("/")[0]
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another look."""
        super().changeEvent(event)
        self.update()
