"""A field that finds without diacritics: ``thu tuc`` finds *thủ tục*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from reformdesk.core.text import fold
from reformdesk.ui import theme

_WIDTH, _LEAST_WIDTH = 212, 160
_FOLDED = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1


class SearchField(QLineEdit):
    """Lists what matches below the line; ``found`` gives the key of the one chosen."""

    found = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__()
        theme.hold(self, least_width=_LEAST_WIDTH, most_width=_WIDTH)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        completer = _FoldingCompleter(self)
        completer.setModel(self._model)
        completer.setCompletionRole(_FOLDED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index] # an overload, by its type
        self.setCompleter(completer)
        self.returnPressed.connect(self._take_first)

    def sizeHint(self) -> QSize:
        """Wide where there is room."""
        return QSize(theme.px(_WIDTH), super().sizeHint().height())

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Set what can be found: (key, text)."""
        self._model.clear()
        for key, text in entries:
            item = QStandardItem(text)
            item.setData(fold(text), _FOLDED)
            item.setData(key, _KEY)
            self._model.appendRow(item)

    def _take_first(self) -> None:
        wanted = fold(self.text())
        for place in range(self._model.rowCount()):
            item = self._model.item(place)
            if wanted and wanted in str(item.data(_FOLDED)):
                self._take(str(item.data(_KEY)))
                return

    def _chosen(self, index: QModelIndex) -> None:
        self._take(str(index.data(_KEY)))

    def _take(self, key: str) -> None:
        self.clear()
        self.found.emit(key)


class _FoldingCompleter(QCompleter):
    """Folds what is typed before it is compared, and leaves what is typed alone."""

    def splitPath(self, path: str) -> list[str]:
        """Fold the typed text."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Show the unfolded text."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
