"""The edition's name, an area's or a table's; the change note; an agency's names and groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reformdesk.core.catalogue import Label
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import button, foot, label, labelled, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_MOST_LETTERS = 400


class NamesDialog(QuestionDialog):
    """Some names to type, the first of which must not be empty; ``fields`` are what each is called and stands for."""

    GUIDE = "edition"

    def __init__(self, parent: QWidget, title: str, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, title, self.tr("Save"))
        self.edits: list[QLineEdit] = []
        for name, text in fields:
            edit = QLineEdit(text)
            edit.setMaxLength(_MOST_LETTERS)
            self.content.addLayout(labelled(name, edit))
            self.edits.append(edit)
        self.add_buttons()
        self.edits[0].textChanged.connect(lambda _: self._enable())
        self._enable()

    def names(self) -> tuple[str, ...]:
        """Return what was typed."""
        return tuple(edit.text().strip() for edit in self.edits)

    def label(self) -> Label:
        """Return the first two as a name in both languages."""
        vietnamese, english = self.names()[:2]
        return Label(vietnamese, english)

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.edits[0].text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Type the name first."))


class ChangeNoteDialog(FittedDialog):
    """What a draft changes, as it is told to the agencies; to be copied."""

    GUIDE = "edition"
    FITS = False

    def __init__(self, parent: QWidget, title: str, note: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changes"))
        self.take(720, 560)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Changes"), role="title"))
        layout.addWidget(label(title, role="quiet", wrap=True))
        self.note = QPlainTextEdit(note)
        self.note.setReadOnly(True)
        self.note.setPlaceholderText(self.tr("Nothing has been changed yet."))
        self.note.setAccessibleName(self.tr("Change note"))
        layout.addWidget(self.note, 1)
        self.copy_button = button(self.tr("Copy"), self._copy, primary=True)
        self.copy_button.setEnabled(bool(note))
        self.close_button = button(self.tr("Close"), self.accept)
        foot(layout, [], [self.close_button, self.copy_button])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.toPlainText())
        self.copy_button.setText(self.tr("✓ Copied"))
