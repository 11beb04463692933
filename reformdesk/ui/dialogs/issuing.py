"""Phát hành: what goes to the agencies, where the folder is made, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.issuing_files import FORMS, GUIDES, LETTER, SUMS, Issue, Progress, names_of
from reformdesk.ui.dialogs.writing import WritingDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, label, labelled, rows
from reformdesk.ui.widgets.elided import PathLabel


class IssuingDialog(WritingDialog):
    """Lays out the folder, then shows its progress, then where it is.

    ``wanted`` has the place that was chosen, ``look_in`` a folder in which installers may lie, and
    ``show_folder`` the folder that was written.
    """

    GUIDE = "issuing"
    wanted = Signal(object)
    look_in = Signal(object)
    show_folder = Signal(object)

    def __init__(self, parent: QWidget, issue: Issue, messages: Messages, *, just_opened: bool) -> None:
        super().__init__(parent, self.tr("Hand out the round"), self.tr("Make the folder"), 700)
        self._issue = issue
        self._messages = messages
        self._programs: Sequence[Path] = ()
        self._folder: Path | None = None
        self._leave = self.tr("Later") if just_opened else self.tr("Cancel")
        if just_opened:
            self.content.addWidget(Strip("good", self.tr("The round is open. Its file goes to every agency.")))
        self._lead = label(
            self.tr("One folder with all that the agencies need for {round}:").format(
                round=issue.round.title.text(messages.words.language)
            ),
            wrap=True,
        )
        self.content.addWidget(self._lead)
        self._make_list()
        self._make_place()
        self._add_progress()
        self._make_result()
        self.add_buttons(self._leave)
        self.offer_programs(())
        self._enable()

    def _make_list(self) -> None:
        issue = self._issue
        agencies = sum(bool(issue.round.owed(agency.id)) for agency in issue.round.agencies)
        file = f"{issue.round.id}.rdround"
        lines = (
            self.tr("The round file, also under a .zip name for mail that blocks it: {file}").format(file=file),
            self.tr("The draft letter, with the matching code {code}: {file}").format(
                code=issue.keys[0].code, file=LETTER
            ),
            self.tr("A one-page guide in Vietnamese and English: {files}").format(files=", ".join(GUIDES.values())),
            self.tr("Excel forms for {count} agencies: {folder}").format(count=agencies, folder=FORMS),
            self.tr("The digests of all files: {file}").format(file=SUMS),
        )
        box = rows()
        for line in lines:
            box.addWidget(label(f"•  {line}", wrap=True))
        self.content.addLayout(box)
        line_of_programs = columns()
        self.programs = label(wrap=True)
        self.programs_button = button(self.tr("Look in a folder…"), self._choose_programs)
        line_of_programs.addWidget(self.programs, 1)
        line_of_programs.addWidget(self.programs_button, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(line_of_programs)

    def _make_place(self) -> None:
        line = columns()
        self.folder = QLineEdit(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.folder.textChanged.connect(lambda _text: self._enable())
        line.addLayout(labelled(self.tr("Make the folder {name} in").format(name=self._issue.folder), self.folder), 1)
        self.choose_button = button(self.tr("Choose…"), self._choose)
        line.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(line)

    def _make_result(self) -> None:
        self._result = QWidget()
        box = rows(self._result)
        self.done_words = label(role="strong", tone="good", wrap=True)
        box.addWidget(self.done_words)
        self._path_place = box
        line = columns()
        self.open_folder = button(self.tr("Open the folder"), self._open_folder)
        line.addWidget(self.open_folder)
        line.addStretch(1)
        box.addLayout(line)
        self.content.addWidget(self._result)
        self._result.hide()

    def offer_programs(self, programs: Sequence[Path], looked_in: Path | None = None) -> None:
        """Say which installer and portable copy go along."""
        self._programs = programs
        if programs:
            text = self.tr("The program: {files}").format(files=", ".join(names_of(programs)))
        elif looked_in is not None:
            text = self.tr("No installer of the program in {folder}").format(folder=looked_in)
        else:
            text = self.tr("The program: no installer at hand. Agencies that have it already need none.")
        self.programs.setText(f"•  {text}")
        fit(self)

    @property
    def chosen_programs(self) -> Sequence[Path]:
        """The installer and the portable copy that go along."""
        return self._programs

    def begin(self) -> None:
        """Show progress in place of what can be chosen."""
        self._write(is_writing=True)
        self.bar.setRange(0, 0)
        self.said.setText(self.tr("Making the folder…"))

    def show_progress(self, progress: Progress) -> None:
        """Say how far the folder is."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.said.setText(
            self.tr("{number} of {count}: {file}").format(
                number=progress.done, count=progress.total, file=progress.name
            )
        )

    def show_stopped(self) -> None:
        """Let it be begun again; nothing was written."""
        self._write(is_writing=False)
        self.said.setText(self.tr("Stopped. Nothing was left behind."))
        self.said.show()

    def show_problem(self, text: str) -> None:
        """Say why it did not work; nothing was written."""
        self._write(is_writing=False)
        super().show_problem(text)

    def show_done(self, folder: Path) -> None:
        """Say where the folder is; there is nothing left but to close."""
        self._write(is_writing=False)
        self._folder = folder
        self.done_words.setText(self.tr("✓ The folder is ready to send."))
        self._path_place.insertWidget(1, PathLabel(folder))
        self._result.show()
        for one in (self.folder, self.choose_button, self.programs_button):
            one.setEnabled(False)
        self.cancel.hide()
        self.go.setText(self.tr("Close"))
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self)

    def accept(self) -> None:
        """Begin; once the folder is there, close."""
        if self._folder is not None:
            super().accept()
        elif not self.is_writing:
            self.wanted.emit(Path(self.folder.text().strip()))

    def _write(self, *, is_writing: bool) -> None:
        self.is_writing = is_writing
        for one in (self.folder, self.choose_button, self.programs_button):
            one.setEnabled(not is_writing)
        self.bar.setVisible(is_writing)
        self.said.setVisible(is_writing)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Stop") if is_writing else self._leave)
        if is_writing:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()
        fit(self)

    def _choose(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Where the folder is made"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _choose_programs(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Where the installer lies"))
        if chosen is not None:
            self.look_in.emit(chosen)

    def _open_folder(self) -> None:
        self.show_folder.emit(self._folder)

    def _enable(self) -> None:
        self.go.setEnabled(not self.is_writing and bool(self.folder.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Choose where the folder is made first."))
