"""Stock phrases at hand wherever words to an agency are written: Ctrl+Space, or the small button beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from reformdesk.core.phrases import LONGEST, MOST, tidied
from reformdesk.ui import theme
from reformdesk.ui.dialogs.phrases import PhrasesDialog

_KEYS = "Ctrl+Space"
_WITH_NUMBER = 9
_SHOWN_LETTERS = 96


class Phrasing(QObject):
    """Offers phrases at the edits that are attached; ``changed`` gives all phrases, to be kept."""

    changed = Signal(object)

    def __init__(self, dialog: QWidget, phrases: Sequence[str]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.phrases = tuple(phrases)
        self.menu: QMenu | None = None
        self.editing: PhrasesDialog | None = None

    def attach(self, edit: QLineEdit | QPlainTextEdit, name: str, *, in_words: bool = False) -> QToolButton:
        """Let phrases be chosen at an edit by key; return the button that does the same, for beside it.

        ``in_words`` it says what it offers, where there is room for that.
        """
        shortcut = QShortcut(QKeySequence(_KEYS), edit)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self._offer(edit))
        made = QToolButton()
        made.setObjectName("rowTool")
        if in_words:
            made.setText(self.tr("Stock phrases ▾"))
        else:
            made.setText("▾")
            theme.hold(made, width=theme.CONTROL, height=theme.CONTROL)
        made.clicked.connect(lambda: self._offer(edit))
        # Tab goes from field to field; the key does it from within
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(self.tr("Stock phrases ({keys})").format(keys=_KEYS))
        made.setAccessibleName(self.tr("Stock phrases for: {name}").format(name=name))
        return made

    def _offer(self, edit: QLineEdit | QPlainTextEdit) -> None:
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        menu = self.menu = QMenu(self._dialog)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Stock phrases"))
        menu.setToolTipsVisible(True)
        for number, phrase in enumerate(self.phrases, 1):
            action = menu.addAction(_in_menu(number, phrase))
            action.setToolTip(phrase)
            action.triggered.connect(lambda _=False, phrase=phrase: _insert(edit, phrase))
        menu.addSeparator()
        words = tidied(_text_of(edit))
        keep = menu.addAction(self.tr("Keep what is written here as a phrase"))
        keep.triggered.connect(lambda: self._change((*self.phrases, words)))
        keep.setEnabled(0 < len(words) <= LONGEST and words not in self.phrases and len(self.phrases) < MOST)
        menu.addAction(self.tr("Change the phrases…")).triggered.connect(self._edit)
        below = edit.cursorRect().bottomLeft() if isinstance(edit, QPlainTextEdit) else QPoint(0, edit.height())
        menu.popup(edit.mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])

    def _edit(self) -> None:
        editing = self.editing = PhrasesDialog(self._dialog, self.phrases)
        editing.accepted.connect(lambda: self._change(editing.listed()))
        editing.open()

    def _change(self, phrases: tuple[str, ...]) -> None:
        self.phrases = phrases
        self.changed.emit(phrases)


def _in_menu(number: int, phrase: str) -> str:
    """Return a phrase as the menu shows it; its number is its key."""
    shown = phrase if len(phrase) <= _SHOWN_LETTERS else f"{phrase[:_SHOWN_LETTERS].rstrip()}…"
    shown = shown.replace("&", "&&")
    return f"&{number}  {shown}" if number <= _WITH_NUMBER else shown


def _text_of(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def _insert(edit: QLineEdit | QPlainTextEdit, phrase: str) -> None:
    """Write a phrase at the cursor, in place of what is marked, with a blank to the words beside it."""
    if isinstance(edit, QLineEdit):
        start = edit.selectionStart() if edit.hasSelectedText() else edit.cursorPosition()
        end = start + len(edit.selectedText())
        edit.insert(_spaced(edit.text(), start, end, phrase))
    else:
        cursor = edit.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.insertText(_spaced(edit.toPlainText(), start, end, phrase))


def _spaced(text: str, start: int, end: int, phrase: str) -> str:
    before = " " if start and not text[start - 1].isspace() else ""
    after = " " if end < len(text) and not text[end].isspace() else ""
    return f"{before}{phrase}{after}"
