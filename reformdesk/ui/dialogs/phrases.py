"""The office's stock phrases: added, reworded, put in order, taken away; nothing is kept before the button says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reformdesk.core.phrases import LONGEST, MOST, tidied
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import button, columns, label, labelled, rows

_WIDTH, _LIST_HEIGHT = 680, 240
_ANY_HEIGHT = 10_000


class _Whole(QStyledItemDelegate):
    """Gives a phrase all its lines: Qt's own hint forgets the padding, and elides what just fits without it."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words are at the width that the list has."""
        room = QRect(0, 0, self._view.viewport().width() - 2 * theme.SPACE_12, _ANY_HEIGHT)
        words = self._view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(room.width(), words.height() + theme.SPACE_12)


class PhrasesDialog(QuestionDialog):
    """A list, and the words of the phrase that is chosen in it; :meth:`listed` has what is to be kept."""

    GUIDE = "phrases"

    def __init__(self, parent: QWidget, phrases: Sequence[str]) -> None:
        super().__init__(parent, self.tr("Stock phrases"), self.tr("Save the phrases"), _WIDTH)
        text = self.tr("In this order they are offered. The first nine have their number as a key.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        line = columns(space=theme.SPACE_12)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Stock phrases"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(_Whole(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.hold(self.list, least_height=_LIST_HEIGHT)
        self.list.addItems(list(phrases))
        self.list.currentRowChanged.connect(self._show_words)
        line.addWidget(self.list, 1)
        beside = rows()
        self.add_button = button(self.tr("Add (Insert)"), self._add)
        self.up = button(self.tr("Up (Alt+↑)"), lambda: self._move(-1))
        self.down = button(self.tr("Down (Alt+↓)"), lambda: self._move(1))
        self.remove = button(self.tr("Remove (Delete)"), self._remove)
        for one in (self.add_button, self.up, self.down, self.remove):
            beside.addWidget(one)
        beside.addStretch(1)
        line.addLayout(beside)
        self.content.addLayout(line)
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST)
        self.words.textEdited.connect(self._reword)
        self.content.addLayout(labelled(self.tr("Words of the phrase that is chosen (Enter)"), self.words))
        self.add_buttons()
        self._take_keys()
        self.list.setCurrentRow(0)
        self._enable()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_keys(self) -> None:
        for keys, verb in (
            ("Ins", self.add_button.click),
            ("Alt+Up", self.up.click),
            ("Alt+Down", self.down.click),
            ("Ctrl+Return", self.go.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)
        # in the words, Delete takes a letter
        delete = QShortcut(QKeySequence("Del"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)

    def listed(self) -> tuple[str, ...]:
        """Return the phrases in their order; one without words is none."""
        texts = (self.list.item(row).text() for row in range(self.list.count()))
        return tuple(dict.fromkeys(filter(None, map(tidied, texts))))

    def _add(self) -> None:
        """Put a new one below the one that is chosen, with the cursor in its words."""
        row = self.list.currentRow() + 1
        self.list.insertItem(row, "")
        self.list.setCurrentRow(row)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)
            self._enable()

    def _remove(self) -> None:
        row = self.list.currentRow()
        self.list.takeItem(row)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _reword(self, text: str) -> None:
        item = self.list.currentItem()
        if item is not None:
            item.setText(text)

    def _show_words(self, _row: int) -> None:
        item = self.list.currentItem()
        text = item.text() if item is not None else ""
        if self.words.text() != text:
            self.words.setText(text)
            self.words.setCursorPosition(0)
        self._enable()

    def _enable(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        none = self.tr("Choose a phrase first.")
        for one, enabled, why in (
            (self.add_button, count < MOST, self.tr("There can be {most} phrases.").format(most=MOST)),
            (self.up, row > 0, self.tr("It is the first already.")),
            (self.down, 0 <= row < count - 1, self.tr("It is the last already.")),
            (self.remove, row >= 0, none),
            (self.words, row >= 0, none),
        ):
            one.setEnabled(enabled)
            one.setToolTip("" if enabled else why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from a phrase to its words and back; it keeps nothing by itself."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        for here, there in ((self.list, self.words), (self.words, self.list)):
            if enter and here.hasFocus():
                there.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        super().keyPressEvent(event)
