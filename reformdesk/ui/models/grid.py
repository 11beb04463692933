"""A plain table of texts, for what is only shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from reformdesk.ui import theme

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
BEFORE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class GridCell:
    """A text; ``tone`` colours it, ``key`` says what it stands for, ``hint`` explains it.

    Where the first of a row is a ``heading``, the cursor passes the row by.
    ``before`` are signs that stand apart from it, for a table that paints them.
    """

    text: str
    right: bool = False
    strong: bool = False
    tone: str = ""
    key: str = ""
    hint: str = ""
    heading: bool = False
    before: str = ""


_TEXTS: dict[int, Callable[[GridCell], str | None]] = {
    KEY: lambda cell: cell.key,
    BEFORE: lambda cell: cell.before,
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.hint or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: f"{cell.text}; {cell.before}" if cell.before else None,
}
_ANSWERED = frozenset(
    {*_TEXTS, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole}
)
"""What a view asks for a dozen more of, for each cell it paints."""


class GridModel(QAbstractTableModel):
    """Shows rows of cells under a header."""

    def __init__(self) -> None:
        super().__init__()
        self._header: tuple[str, ...] = ()
        self._rows: tuple[tuple[GridCell, ...], ...] = ()

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[GridCell]]) -> None:
        """Show a table."""
        self.beginResetModel()
        self._header = tuple(header)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell:
        """Return a cell."""
        return self._rows[row][column]

    def row_of(self, key: str) -> int:
        """Return the row that stands for something, by the key of its first cell; -1 where there is none."""
        return next((row for row, cells in enumerate(self._rows) if cells[0].key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._header)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the cursor stand in what is no heading."""
        heading = index.isValid() and self._rows[index.row()][0].heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and any(row[section].right for row in self._rows):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment, weight, colour or key."""
        if role not in _ANSWERED or not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in _TEXTS:
            return _TEXTS[role](cell)
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if cell.strong:
                font = QFont(QApplication.font())
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole if cell.tone:
                scheme = theme.current()
                return QColor(getattr(scheme, cell.tone))
        return None
