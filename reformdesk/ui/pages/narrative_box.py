"""An area's words, below its figures: kept while they are typed, written when the box is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reformdesk.core.narratives import LONGEST
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import label, rows

_PAUSE = 150
"""Milliseconds after a letter until it is kept."""

_HEIGHT = 96


class NarrativeBox(QWidget):
    """``drafted`` gives the words as they are typed, ``written`` once the box is left."""

    drafted = Signal(str)
    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = rows(self, space=theme.SPACE_4)
        layout.setContentsMargins(theme.SPACE_12, theme.SPACE_20, theme.SPACE_12, 0)
        title = self.tr("In words (goes into the annex and the provincial report)")
        layout.addWidget(label(title, role="strong"))
        self.edit = _Words()
        self.edit.setAccessibleName(title)
        self.edit.setPlaceholderText(self.tr("Results, difficulties, proposals of this area, if there is more to say."))
        theme.hold(self.edit, height=_HEIGHT)
        self.edit.setTabChangesFocus(True)
        layout.addWidget(self.edit)
        self._problem = label(role="small", tone="error")
        self._problem.hide()
        layout.addWidget(self._problem)
        self._stored = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(lambda: self.drafted.emit(self.edit.toPlainText()))
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self.commit)

    def show_words(self, words: str, draft: str | None = None) -> None:
        """Show what is stored, or what was being typed; nothing changes under someone's hands."""
        self._stored = words
        shown = words if draft is None else draft
        if not self.edit.hasFocus() and self.edit.toPlainText() != shown:
            self.edit.blockSignals(True)
            self.edit.setPlainText(shown)
            self.edit.blockSignals(False)

    def commit(self) -> None:
        """Hand the words over, if they changed and are not too long."""
        self._timer.stop()
        words = self.edit.toPlainText()
        if words.strip() != self._stored.strip() and len(words) <= LONGEST:
            self._stored = words
            self.edit.document().setModified(False)
            self.written.emit(words)

    def _typed(self) -> None:
        self._timer.start()
        over = len(self.edit.toPlainText()) - LONGEST
        self._problem.setVisible(over > 0)
        text = self.tr("Too long by {count} characters; not saved before it is shorter.")
        self._problem.setText(text.format(count=over))


class _Words(QPlainTextEdit):
    """Tells when it is left; undo is the form's while nothing was typed here."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page where nothing was typed."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undo and not self.document().isModified():
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.left.emit()
