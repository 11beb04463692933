"""Rows that were read from elsewhere, with every guess marked, each cell correctable in place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from reformdesk.ui import theme

Index = QModelIndex | QPersistentModelIndex
CHOICES = Qt.ItemDataRole.UserRole + 1
_GUESSED, _WRONG = "? ", "✕ "
_INDENT = "\u2003"


@dataclass(frozen=True)
class Choice:
    """What a cell may say instead: its words, and what they stand for."""

    words: str
    value: object


@dataclass(frozen=True)
class DraftCell:
    """A cell: ``guessed`` is to be looked at, ``wrong`` must be mended. With ``choices``, one of these is chosen."""

    text: str
    guessed: bool = False
    wrong: bool = False
    choices: tuple[Choice, ...] = ()
    value: object = None
    editable: bool = True
    strong: bool = False
    depth: int = 0
    right: bool = False


class DraftModel(QAbstractTableModel):
    """``corrected`` follows each change of what is drafted."""

    corrected = Signal()

    def __init__(self, header: Sequence[str], hint: str) -> None:
        super().__init__()
        self._header = tuple(header)
        self._hint = hint

    @abstractmethod
    def cell(self, row: int, column: int) -> DraftCell:
        """Return a cell."""

    @abstractmethod
    def count(self) -> int:
        """Return the number of rows."""

    @abstractmethod
    def write(self, row: int, column: int, value: object) -> None:
        """Set a cell right: a text, or the value of a choice."""

    @abstractmethod
    def confirm(self, row: int) -> None:
        """Let what a row guesses stand."""

    @abstractmethod
    def remove(self, row: int) -> None:
        """Take a row out."""

    def guesses(self) -> int:
        """Return how many cells are to be looked at."""
        return sum(self.cell(row, column).guessed for row, column in self._places())

    def wrongs(self) -> int:
        """Return how many cells must be mended."""
        return sum(self.cell(row, column).wrong for row, column in self._places())

    def next_doubt(self, after: Index) -> QModelIndex:
        """Return the next cell that is guessed or wrong, from the top again at the end; none where all is well."""
        places = self._places()
        start = after.row() * len(self._header) + after.column() + 1 if after.isValid() else 0
        for row, column in (*places[start:], *places[:start]):
            cell = self.cell(row, column)
            if cell.guessed or cell.wrong:
                return self.index(row, column)
        return QModelIndex()

    def _places(self) -> list[tuple[int, int]]:
        return [(row, column) for row in range(self.count()) for column in range(len(self._header))]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._header)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what can be set right be edited."""
        flags = super().flags(index)
        if index.isValid() and self.cell(index.row(), index.column()).editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text with its sign, its colour, its choices."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                sign = _WRONG if cell.wrong else _GUESSED if cell.guessed else ""
                return f"{_INDENT * cell.depth}{sign}{cell.text}"
            case Qt.ItemDataRole.EditRole:
                return cell.text
            case Qt.ItemDataRole.ForegroundRole if cell.wrong or cell.guessed:
                scheme = theme.current()
                return QColor(scheme.error if cell.wrong else scheme.warning)
            case Qt.ItemDataRole.FontRole if cell.strong:
                font = QFont(QApplication.font())
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.TextAlignmentRole if cell.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint if cell.wrong or cell.guessed else cell.text
        return cell if role == CHOICES else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a cell right; what stands already is thereby confirmed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.write(index.row(), index.column(), value)
        self.tell()
        return True

    def tell(self) -> None:
        """Show all rows anew: one change may touch others below."""
        if self.count():
            self.dataChanged.emit(self.index(0, 0), self.index(self.count() - 1, len(self._header) - 1))
        self.corrected.emit()

    def removeRows(self, row: int, count: int, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own
        """Take a row out; of a table's heading, the table."""
        if parent.isValid() or count != 1 or not 0 <= row < self.count():
            return False
        self.beginResetModel()
        self.remove(row)
        self.endResetModel()
        self.corrected.emit()
        return True
