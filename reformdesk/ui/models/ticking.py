"""A table of what could be taken over: number, name, what stands here, what came, what to know; a tick a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, HERE, CAME, NOTE = range(5)
COLUMNS = NOTE + 1


class TickingModel(QAbstractTableModel):
    """``counted`` after each tick. The tick stands in the first column; :meth:`tick` is where it is kept."""

    counted = Signal()

    def headings(self) -> tuple[str, ...]:
        """Return what stands above the columns."""
        raise NotImplementedError

    def can_be_ticked(self, row: int) -> bool:
        """Whether a row can be taken at all."""
        raise NotImplementedError

    def tick(self, row: int, *, on: bool) -> None:
        """Tick a row, or take the tick off."""
        raise NotImplementedError

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading, on the side of what stands below it."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (HERE, CAME):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what can be taken be ticked."""
        flags = super().flags(index)
        ticks = index.isValid() and index.column() == NUMBER and self.can_be_ticked(index.row())
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick off."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column() != NUMBER:
            return False
        if not self.can_be_ticked(index.row()):
            return False
        self.tick(index.row(), on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def strong() -> QFont:
    """Return the font of what will stand afterwards."""
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font
