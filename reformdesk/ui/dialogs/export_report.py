"""Exporting a report: what, as which files, where to; then how far it is, then the files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reformdesk.ui.dialogs.export_parts import FilesBox, KindsBox, LetterheadRow, RoundsBox
from reformdesk.ui.dialogs.writing import WritingDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.exportable import Exportable, ExportableRound
from reformdesk.ui.report_files import Step, Written, with_companions
from reformdesk.ui.report_habits import Habits
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, label, labelled, rows, with_sign

_WIDTH, _FINE = 720, 1000
_MOST_NAMES = 6


class ExportDialog(WritingDialog):
    """Asks, then shows progress, then the files.

    ``wanted`` has what was chosen and the files to write, ``opened`` a file or a folder to be shown.
    ``put_aside``: the writing goes on without the dialog.
    """

    GUIDE = "report"
    wanted = Signal(object, object)
    put_aside = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget, offered: Exportable, messages: Messages, habits: Habits) -> None:
        super().__init__(parent, self.tr("Export the report"), self.tr("Export"), _WIDTH)
        self._messages = messages
        self._stem = habits.name
        self._is_done = False
        self._form = QWidget()
        form = rows(self._form, space=self.content.spacing())
        self.rounds = RoundsBox(offered.rounds, messages.words.language)
        self.kinds = KindsBox(habits.kinds)
        form.addWidget(self.rounds)
        form.addLayout(labelled(self.tr("Kinds of file"), self.kinds))
        self.letterhead = LetterheadRow(offered.letterhead, messages)
        form.addWidget(self.letterhead)
        form.addLayout(self._place(habits))
        self.missing = label(role="small", tone="warning", wrap=True)
        self.replaced = label(role="small", wrap=True)
        form.addWidget(self.missing)
        form.addWidget(self.replaced)
        self.content.addWidget(self._form)
        self._add_progress()
        self._result = rows()
        self.content.addLayout(self._result)
        self.aside = button(self.tr("Carry on working meanwhile"), self.put_aside.emit)
        self.add_buttons()
        self.lead(self.aside)
        self.aside.hide()
        self._connect()
        self._look_again()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, habits: Habits) -> QHBoxLayout:
        line = columns()
        self.folder = QLineEdit(str(habits.folder))
        self.name = QLineEdit(habits.name)
        self.choose_button = button(self.tr("Choose…"), self._choose)
        line.addLayout(labelled(self.tr("Folder"), self.folder), 3)
        line.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(labelled(self.tr("Name of the files"), self.name), 2)
        return line

    def _connect(self) -> None:
        self.rounds.changed.connect(self._rename)
        self.rounds.changed.connect(self._look_again)
        self.kinds.changed.connect(self._look_again)
        self.folder.textChanged.connect(lambda _text: self._look_again())
        self.name.textEdited.connect(self._named)
        self.name.textChanged.connect(lambda _text: self._look_again())

    @property
    def targets(self) -> tuple[Path, ...]:
        """The report's file in each kind that is ticked."""
        folder, name = self.folder.text().strip(), self.name.text().strip()
        return self.kinds.targets(Path(folder), name) if folder and name else ()

    @property
    def habits(self) -> Habits:
        """What is proposed the next time."""
        return Habits(self.kinds.ticked, Path(self.folder.text().strip()), self._stem)

    def begin(self) -> None:
        """Show progress in place of what can be chosen."""
        self._write(is_writing=True)
        self.bar.setRange(0, 0)
        self.said.setText(self.tr("Reading the figures…"))

    def show_progress(self, step: Step) -> None:
        """Say which file is written, and how far all are."""
        self.bar.setRange(0, _FINE)
        self.bar.setValue(int(step.part * _FINE))
        text = self.tr("{number} of {count}: {file}").format(number=step.place, count=step.count, file=step.file)
        if step.anew:
            more = self.tr("Something was taken in or decided meanwhile; the report was begun anew with it.")
            text = f"{text}\n{more}"
        self.said.setText(text)

    def show_stopped(self) -> None:
        """Let it be begun again; nothing was written."""
        self._write(is_writing=False)
        self.said.setText(self.tr("Stopped. Nothing was written, older files are as they were."))
        self.said.show()

    def show_letterhead(self, name: str) -> None:
        """Say which letterhead is kept now; what was wrong with another is no more."""
        self.letterhead.show_name(name)
        if self._problem is not None:
            self._problem.hide()
        fit(self)

    def show_problem(self, problem: str) -> None:
        """Say why it did not work; older files are as they were."""
        self._write(is_writing=False)
        super().show_problem(problem)

    def show_done(self, written: Written) -> None:
        """List the files; there is nothing left but to look at them and to close."""
        self._is_done = True
        self._write(is_writing=False)
        self._form.hide()
        done = label(self.tr("✓ The report is written."), role="strong", tone="good", wrap=True)
        self._result.addWidget(done)
        if not written.rebuilt:
            text = self.tr("The figures are those that were closed; the files here do not come to them any more.")
            self._result.addWidget(Strip("warning", text))
        self.files = FilesBox()
        self.files.show_files(written.files)
        self.files.opened.connect(self.opened)
        self._result.addWidget(self.files)
        self.cancel.hide()
        self.go.setText(self.tr("Close"))
        self.go.setEnabled(True)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self)

    def accept(self) -> None:
        """Begin; once the files are there, close."""
        if self._is_done:
            super().accept()
        elif not self.is_writing and self.rounds.choice is not None and self.targets:
            self.wanted.emit(self.rounds.choice, self.targets)

    def _write(self, *, is_writing: bool) -> None:
        self.is_writing = is_writing
        self._form.setEnabled(not is_writing)
        for one in (self.bar, self.said, self.aside):
            one.setVisible(is_writing)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Stop") if is_writing else self.tr("Cancel"))
        if is_writing:
            if self._problem is not None:
                self._problem.hide()
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_again()

    def _named(self, text: str) -> None:
        """Keep what is proposed the next time: what was typed, without what tells this choice apart."""
        self._stem = text.strip().removesuffix(self.rounds.name_ending)

    def _rename(self) -> None:
        self.name.setText(f"{self._stem}{self.rounds.name_ending}")

    def _look_again(self) -> None:
        """Say beforehand whom the report will lack and which files are written over."""
        self.letterhead.setVisible("Word" in self.kinds.ticked)
        self.missing.setText(with_sign("warning", self._lacking()))
        there = [file.name for target in self.targets for file in with_companions(target) if file.exists()]
        self.replaced.setText(self.tr("Already there, will be replaced: {files}").format(files=", ".join(there)))
        self.missing.setVisible(bool(self.missing.text()))
        self.replaced.setVisible(bool(there))
        self._enable()
        fit(self)

    def _lacking(self) -> str:
        found, language = [one for one in self.rounds.live if one.missing], self._messages.words.language
        if self.rounds.agency:
            without = [one for one in found if self.rounds.agency in {agency.id for agency in one.missing}]
            titles = ", ".join(one.title.text(language) for one in without)
            return self.tr("Nothing counts of this agency in: {rounds}").format(rounds=titles) if without else ""
        if len(found) == 1:
            return self._who_lacks(found[0])
        several = self.tr("{round} {received}/{owing}")
        listed = [
            several.format(round=one.title.text(language), received=one.received, owing=one.owing) for one in found
        ]
        return self.tr("Agencies are missing: {rounds}").format(rounds="; ".join(listed)) if found else ""

    def _who_lacks(self, one: ExportableRound) -> str:
        language = self._messages.words.language
        names = [agency.text(language) for agency in one.missing[:_MOST_NAMES]]
        more = " …" if len(one.missing) > _MOST_NAMES else ""
        return self.tr("{received}/{owing} on the board of {round}: {count} agencies are missing: {names}").format(
            received=one.received,
            owing=one.owing,
            round=one.title.text(language),
            count=len(one.missing),
            names=", ".join(names) + more,
        )

    def _choose(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Folder"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _enable(self) -> None:
        why = ""
        if self.rounds.choice is None:
            why = self.tr("Tick a round first.")
        elif not self.kinds.ticked:
            why = self.tr("Tick a kind of file first.")
        elif not self.targets:
            why = self.tr("Choose a folder and a name first.")
        self.go.setEnabled(self._is_done or (not self.is_writing and not why))
        self.go.setToolTip("" if self._is_done else why)
