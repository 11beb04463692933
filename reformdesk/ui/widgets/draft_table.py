"""A table of drafted rows: pasted into, corrected in place, walked from guess to guess."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from reformdesk.ui.models.drafts import CHOICES, DraftCell, DraftModel
from reformdesk.ui.widgets.sheet_table import SheetTable, Tones

Index = QModelIndex | QPersistentModelIndex
_EDITABLE = Qt.ItemFlag.ItemIsEditable


class DraftTable(SheetTable):
    """``pasted`` has the clipboard's text and HTML.

    Enter and F2 edit a cell, the space bar lets a row's guesses stand, Delete takes a row out.
    """

    pasted = Signal(str, str)

    def __init__(self, model: DraftModel, name: str) -> None:
        super().__init__(model, name)
        self._drafts = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setItemDelegate(_Editing(self))
        self.opened.connect(lambda _: self._edit())
        self.ticked.connect(model.confirm)

    def paste(self) -> None:
        """Give what lies on the clipboard."""
        offered = QGuiApplication.clipboard().mimeData()
        if offered is not None and (offered.hasText() or offered.hasHtml()):
            self.pasted.emit(offered.text(), offered.html())

    def go_to_doubt(self) -> None:
        """Put the cursor on the next cell that is guessed or wrong."""
        found = self._drafts.next_doubt(self.currentIndex())
        if found.isValid():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(found)
            self.scrollTo(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, take out, edit."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self._take_out()
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self._edit()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        """Edit the cell; Enter in its editor comes by here as well, while that is still open."""
        if self.state() is not QAbstractItemView.State.EditingState and self.currentIndex().flags() & _EDITABLE:
            self.edit(self.currentIndex())

    def _take_out(self) -> None:
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self._drafts.removeRow(row)
        left = self._drafts.rowCount()
        if left:
            self.setCurrentIndex(self._drafts.index(min(row, left - 1), column))


class _Editing(Tones):
    """A line to type in, or a list to choose from; either says what it is for."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's own
        """Make what sets the cell right."""
        cell = _cell(index)
        head = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor: QWidget
        if cell.choices:
            box = QComboBox(parent)
            for choice in cell.choices:
                box.addItem(choice.words, choice.value)
            box.activated.connect(lambda _: self._done(box))
            editor = box
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(head)
        return editor

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        cell = _cell(index)
        if isinstance(editor, QComboBox):
            values = [choice.value for choice in cell.choices]
            editor.setCurrentIndex(values.index(cell.value) if cell.value in values else 0)
        elif isinstance(editor, QLineEdit):
            editor.setText(cell.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed or chosen."""
        if isinstance(editor, QComboBox):
            # Qt would turn what a choice stands for into something of its own
            model.setData(index, _cell(index).choices[editor.currentIndex()].value)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - Qt's own
        """Give the editor room for its frame, whatever the row's height."""
        place = option.rect
        height = max(place.height(), editor.sizeHint().height())
        editor.setGeometry(place.x(), place.center().y() - height // 2, place.width(), height)

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override] # the stubs say QObject
        """Let Enter in a list keep what is chosen."""
        entered = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(editor, QComboBox) and entered and event.type() is QEvent.Type.KeyPress:
            self._done(editor)
            return True
        return super().eventFilter(editor, event)


def _cell(index: Index) -> DraftCell:
    found = index.data(CHOICES)
    return found if isinstance(found, DraftCell) else DraftCell("")
