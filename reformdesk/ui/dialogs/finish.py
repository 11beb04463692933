"""Finish and export: what is still open, who prepared it, the passphrase, where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reformdesk.core.evidence import Paper
from reformdesk.core.keyring import Role
from reformdesk.core.submission import Attachment
from reformdesk.errors import ReformDeskError
from reformdesk.ui import theme
from reformdesk.ui.dialogs.key_box import KeyBox, SealWith
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, foot, label, labelled, restyle, rows
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_WIDTH, _WIDTH_OF_TWO = 520, 880


@dataclass(frozen=True)
class HeadChoice:
    """The head who approves: the name, and the head's own key."""

    name: str
    key: SealWith


@dataclass(frozen=True)
class FinishChoice:
    """What the dialog gives back; ``head`` where the round demands the head's approval."""

    officer: str
    key: SealWith
    folder: Path
    head: HeadChoice | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class KeysHere:
    """Which keys this desk has already: the officer's, the head's."""

    officer: bool
    head: bool


class FinishDialog(QuestionDialog):
    """Asks once about blanks and open explanations, then for what sealing needs.

    ``wants_tokens`` asks to look for tokens, for the :class:`KeyBox` it names; ``print_form`` for
    the form as a PDF, ``preview_form`` for its pages on the screen; ``check_form`` to look at a
    signed one, which :meth:`attach` then shows.
    """

    GUIDE = "finish"
    wants_tokens = Signal(object)
    print_form = Signal()
    preview_form = Signal()
    check_form = Signal(object)

    def __init__(self, parent: QWidget, data: FormData, messages: Messages, folder: Path, keys: KeysHere) -> None:
        width = _WIDTH if data.round.signatures == 1 else _WIDTH_OF_TWO
        super().__init__(parent, self.tr("Finish and export"), self.tr("Finish and export"), width)
        self._messages = messages
        layout = self.content
        layout.addWidget(label(data.round.title.text(messages.words.language), role="quiet"))
        for tone, text in (*self._about_corrections(data), *(("warning", text) for text in self._reminders(data))):
            layout.addWidget(Strip(tone, text))
        self._nothing_new = data.since is not None and data.since.nothing
        if not keys.officer:
            intro = self.tr(
                "This is the first time here: choose a passphrase. It locks the key that seals your files, so that "
                "Home Affairs can tell they are yours."
            )
            layout.addWidget(label(intro, role="quiet", wrap=True))
        self.officer, self.key, officer = self._signer(self.tr("Prepared by"), data.officer, new=not keys.officer)
        self.secret = self.key.secret
        self.head: QLineEdit | None = None
        self.head_key: KeyBox | None = None
        signers = columns(space=theme.SPACE_20)
        signers.addLayout(officer, 1)
        if data.round.signatures > 1:
            text = self.tr(
                "This round asks for the head's approval as well: a second seal, by a key of the head's own."
            )
            layout.addWidget(label(text, role="quiet", wrap=True))
            title = self.tr("Approved by the head of the agency")
            self.head, self.head_key, head = self._signer(title, data.head, new=not keys.head)
            signers.addLayout(head, 1)
        layout.addLayout(signers)
        self._form: Attachment | None = None
        self._make_form_line(layout)
        line = columns()
        self.folder = QLineEdit(str(folder))
        line.addLayout(labelled(self.tr("Save to"), self.folder), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(line)
        self.add_buttons(self.tr("Go back"))
        for edit, key in ((self.officer, self.key), (self.head, self.head_key)):
            if edit is not None and key is not None:
                edit.textChanged.connect(self._enable)
                key.edited.connect(self._enable)
        self._enable()
        (self.secret.first if data.officer else self.officer).setFocus(Qt.FocusReason.OtherFocusReason)

    def _signer(self, title: str, name: str, *, new: bool) -> tuple[QLineEdit, KeyBox, QVBoxLayout]:
        """Make the lines for one who signs: the name, and with which key."""
        edit = QLineEdit(name)
        edit.setPlaceholderText(self.tr("Full name"))
        key = KeyBox(new=new)
        key.kind.currentIndexChanged.connect(lambda: fit(self))
        key.wants_tokens.connect(lambda: self.wants_tokens.emit(key))
        box = rows(space=theme.SPACE_12)
        box.addLayout(labelled(title, edit))
        box.addWidget(key)
        box.addStretch(1)
        return edit, key, box

    def choice(self) -> FinishChoice:
        """Return what was chosen."""
        head = None
        if self.head is not None and self.head_key is not None:
            head = HeadChoice(self.head.text().strip(), self.head_key.choice())
        forms = (self._form,) if self._form is not None else ()
        return FinishChoice(self.officer.text().strip(), self.key.choice(), Path(self.folder.text()), head, forms)

    def _make_form_line(self, layout: QVBoxLayout) -> None:
        """Where the law asks for a digital signature and the officer has no token: a signed PDF goes along."""
        lines = rows(space=theme.SPACE_4)
        self._form_words = label(
            self.tr("With a digital signature? Print the form, have the PDF signed, attach it."),
            role="quiet",
            wrap=True,
        )
        lines.addWidget(self._form_words)
        line = columns()
        self.print_button = button(self.tr("Print the form…"), self.print_form.emit)
        self.attach_button = button(self.tr("Attach the signed PDF…"), self._choose_form)
        self.preview_button = button(self.tr("Preview…"), self.preview_form.emit)
        line.addWidget(self.preview_button)
        line.addWidget(self.print_button)
        line.addWidget(self.attach_button)
        line.addStretch(1)
        lines.addLayout(line)
        layout.addLayout(lines)

    def _choose_form(self) -> None:
        chosen = self._messages.choose_file(self, self.tr("Attach the signed PDF"), (".pdf",))
        if chosen is not None:
            self.check_form.emit(chosen)

    def show_printed(self, target: Path) -> None:
        """Say where the form was printed to, and what comes next."""
        text = self.tr("✓ Printed to {file}. Have it signed, then attach it here or later.")
        self._form_words.setText(text.format(file=target.name))
        fit(self)

    def attach(self, paper: Paper, form: Attachment) -> None:
        """Show whose signature the attached form bears."""
        self._form = form
        signers = ", ".join(
            self.tr("{name} (certificate by {issuer})").format(name=one.name, issuer=one.issuer)
            if one.issuer
            else self.tr("{name} (a certificate of no authority)").format(name=one.name)
            for one in paper.signatures
        )
        text = self.tr("✓ The form is attached, signed by {signers}, and agrees with the figures here.")
        self._form_words.setText(text.format(signers=signers))
        restyle(self._form_words, role="", tone="good")
        self._enable()
        fit(self)

    def show_problem(self, problem: str | ReformDeskError) -> None:
        """Say why it did not work, and at whose key where two sign, with everything typed still there."""
        if isinstance(problem, str):
            super().show_problem(problem)
            return
        text = self._messages.words.error(problem)
        at_head = problem.params.get("signer") == Role.HEAD.value
        if self.head_key is not None and "signer" in problem.params:
            who = self.tr("At the head of the agency") if at_head else self.tr("At the one who prepared it")
            text = f"{who}: {text}"
        super().show_problem(text)
        (self.head_key if at_head and self.head_key is not None else self.key).focus_secret()

    def _about_corrections(self, data: FormData) -> list[tuple[str, str]]:
        """Say what the next submission is to the last one, if there is one."""
        since = data.since
        if since is None:
            return []
        if since.nothing:
            text = self.tr(
                "Nothing has changed since no. {revision}; there is nothing new to export. Only a signed form may "
                "still be attached."
            )
            return [("warning", text.format(revision=since.revision))]
        if data.asked is not None:
            return []
        text = self.tr(
            "This is a correction (no. {next}) of your own. It replaces no. {revision}. Figures corrected: {count}."
        )
        words = text.format(next=since.revision + 1, revision=since.revision, count=len(since.corrections))
        return [("good", words)]

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
        if state.unmet:
            reminders.append(
                self.tr(
                    "Asked about by Home Affairs, and still as it was: {count}. Answer in figures or words."
                ).format(count=len(state.unmet))
            )
        return reminders

    def _choose(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Save to"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _enable(self) -> None:
        ready = self.key.is_ready and bool(self.officer.text().strip())
        if self.head is not None and self.head_key is not None:
            ready = ready and self.head_key.is_ready and bool(self.head.text().strip())
        nothing_new = self._nothing_new and self._form is None
        self.go.setEnabled(ready and not nothing_new)
        why = self.tr("Nothing has changed.") if nothing_new else self.tr("Type your name and the passphrase first.")
        self.go.setToolTip("" if self.go.isEnabled() else why)


class ExportedDialog(FittedDialog):
    """Says where the file is and helps it on its way."""

    GUIDE = "exported"
    OPEN_FOLDER = 2
    COPY_TEXT = 3
    COPY_KEY = 4
    ANNEX = 5

    def __init__(
        self, parent: QWidget, path: Path, message: str, code: str, head_code: str = "", *, key_copied: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Exported"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("The file is ready to hand in"), role="title"))
        layout.addWidget(PathLabel(path))
        layout.addWidget(
            label(self.tr("Your matching code; Home Affairs may ask for it by telephone:"), role="quiet", wrap=True)
        )
        layout.addWidget(label(code, role="title"))
        if head_code:
            layout.addWidget(label(self.tr("The head's matching code, compared in the same call:"), role="quiet"))
            layout.addWidget(label(head_code, role="title"))
        if not key_copied:
            strip = Strip("warning", self.tr("Your key lies on this machine alone. Save a copy on a USB stick."))
            strip.add(button(self.tr("Save a copy…"), lambda: self.done(self.COPY_KEY)))
            layout.addWidget(strip)
        self.message = message
        self.path = path
        self.open_folder = button(self.tr("Open the folder"), lambda: self.done(self.OPEN_FOLDER))
        self.copy_text = button(self.tr("Copy text for the message"), lambda: self.done(self.COPY_TEXT))
        self.annex = button(self.tr("Annex for the letter…"), lambda: self.done(self.ANNEX))
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        foot(layout, [self.open_folder, self.copy_text, self.annex], [self.close_button])
