"""Finish and export: what is still open, who prepared it, the passphrase, where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from reformdesk.errors import ReformDeskError
from reformdesk.ui import theme
from reformdesk.ui.dialogs.passphrase import PassphraseBox
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import Strip, button, columns, label, labelled, rows

_WIDTH = 520


@dataclass(frozen=True)
class FinishChoice:
    """What the dialog gives back."""

    officer: str
    passphrase: str
    folder: Path


class FinishDialog(QDialog):
    """Asks once about blanks and open explanations, then for what sealing needs."""

    def __init__(self, parent: QWidget, data: FormData, messages: Messages, folder: Path, *, new_key: bool) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setWindowTitle(self.tr("Finish and export"))
        self.setMinimumWidth(_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(data.round.title.text(messages.words.language), role="title"))
        for text in self._reminders(data):
            layout.addWidget(Strip("warning", text))
        if new_key:
            intro = self.tr(
                "This is the first time here: choose a passphrase. It locks the key that seals your files, so that "
                "Home Affairs can tell they are yours."
            )
            layout.addWidget(label(intro, role="quiet", wrap=True))
        self.officer = QLineEdit(data.officer)
        self.officer.setPlaceholderText(self.tr("Full name"))
        layout.addLayout(labelled(self.tr("Prepared by"), self.officer))
        self.secret = PassphraseBox(new=new_key)
        layout.addWidget(self.secret)
        line = columns()
        self.folder = QLineEdit(str(folder))
        line.addLayout(labelled(self.tr("Save to"), self.folder), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(line)
        self._problem = Strip("error", "")
        self._problem.hide()
        layout.addWidget(self._problem)
        self._layout = layout
        buttons = columns()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Go back"), self.reject))
        self.go = button(self.tr("Finish and export"), self.accept, primary=True)
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.secret.edited.connect(self._enable)
        self.officer.textChanged.connect(self._enable)
        self._enable()
        (self.secret.first if data.officer else self.officer).setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> FinishChoice:
        """Return what was chosen."""
        return FinishChoice(self.officer.text().strip(), self.secret.passphrase, Path(self.folder.text()))

    def show_problem(self, problem: ReformDeskError) -> None:
        """Say why it did not work, with everything typed still there."""
        strip = Strip("error", self._messages.words.error(problem))
        self._layout.replaceWidget(self._problem, strip)
        self._problem.hide()
        self._problem.deleteLater()
        self._problem = strip
        self.secret.first.selectAll()
        self.secret.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reminders(self, data: FormData) -> list[str]:
        state = data.readiness
        reminders = []
        if state.blanks:
            reminders.append(
                self.tr("Not entered: {count}. They will go out blank, and blank is not zero.").format(
                    count=len(state.blanks)
                )
            )
        if state.unexplained:
            reminders.append(
                self.tr("Without an explanation: {count}. Home Affairs will probably ask.").format(
                    count=len(state.unexplained)
                )
            )
        return reminders

    def _choose(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Save to"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _enable(self) -> None:
        ready = self.secret.is_ready and bool(self.officer.text().strip())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Type your name and the passphrase first."))


class ExportedDialog(QDialog):
    """Says where the file is and helps it on its way."""

    OPEN_FOLDER = 2
    COPY_TEXT = 3

    def __init__(self, parent: QWidget, path: Path, message: str, code: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Exported"))
        self.setMinimumWidth(_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("The file is ready to hand in"), role="title"))
        where = label(str(path), wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(where)
        layout.addWidget(
            label(self.tr("Your matching code; Home Affairs may ask for it by telephone:"), role="quiet", wrap=True)
        )
        layout.addWidget(label(code, role="title"))
        self.message = message
        self.path = path
        buttons = columns()
        self.open_folder = button(self.tr("Open the folder"), lambda: self.done(self.OPEN_FOLDER))
        self.copy_text = button(self.tr("Copy text for the message"), lambda: self.done(self.COPY_TEXT))
        buttons.addWidget(self.open_folder)
        buttons.addWidget(self.copy_text)
        buttons.addStretch(1)
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)
