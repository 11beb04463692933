"""The Excel form at an agency's desk: written for a colleague, read back through the preview."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.entry import IMPORTED
from reformdesk.core.proposals import Proposal
from reformdesk.errors import WANTS_NEWER, ReformDeskError
from reformdesk.office.form_reading import TELLS_ALONE, FormRead
from reformdesk.office.form_sheet import Loss
from reformdesk.office.form_template import file_name
from reformdesk.ui import excel_actions
from reformdesk.ui.dialogs.excel_form import ExcelFormDialog
from reformdesk.ui.entering import Entering
from reformdesk.ui.importing import Importing
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.preview import Lost, Preview
from reformdesk.ui.workspace import OpenWorkspace

_OF_THE_WHOLE = {"earlier-issue", "not-our-form", "column-guessed"}
"""What is said above all rows; all else has a row of its own."""


class ExcelForm(QObject):
    """Opens the dialog over a desk; ``said`` is for the status line, with its tone.

    ``wants_newer`` has a form that a newer program made.
    """

    said = Signal(str, str)
    wants_newer = Signal(object)

    def __init__(
        self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, entering: Entering, importing: Importing
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._entering = entering
        self._importing = importing
        self._waiting: list[Path] = []
        importing.done.connect(lambda _name: self._read_next())

    def open(self) -> None:
        """Ask what to do with the form."""
        if self._entering.data is None:
            return
        self.dialog = ExcelFormDialog(self._desk)
        self.dialog.finished.connect(self._chosen)
        self.dialog.open()

    def _chosen(self, what: int) -> None:
        if what == ExcelFormDialog.EXPORT:
            self.export()
        elif what == ExcelFormDialog.READ:
            path = self._messages.choose_file(self._desk, self.tr("Read a form back"), (".xlsx",))
            if path is not None:
                self.read(path)

    def export(self) -> None:
        """Write the form to a place of the user's choice."""
        data = self._entering.data
        if data is None:
            return
        name = file_name(data.round, data.agency)
        target = self._messages.choose_target(self._desk, self.tr("Export the form"), name)
        if target is not None:
            operation = excel_actions.write_form(data.round, target, self._messages.words.language)
            self._workspace.run(operation, self._exported)

    def _exported(self, path: Path) -> None:
        self.said.emit(self.tr("✓ Excel form written: {file}").format(file=path.name), "good")

    def read(self, path: Path) -> None:
        """Show what a form offers; several are shown one after the other."""
        self._waiting.append(path)
        if len(self._waiting) == 1:
            self._read_first()

    def _read_first(self) -> None:
        data = self._entering.data
        if data is None:
            self._waiting.clear()
            return
        path = self._waiting[0]
        reading = excel_actions.read_form(path, data.round, self._messages.words.language)
        self._workspace.read(reading, partial(self._show, path), failed=partial(self._not_read, path))

    def _read_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)
        if self._waiting:
            self._read_first()

    def _not_read(self, path: Path, problem: ReformDeskError) -> None:
        if problem.code in WANTS_NEWER:
            self.wants_newer.emit(path)
        else:
            self._messages.error(self._desk, problem)
        self._read_next()

    def _show(self, path: Path, read: tuple[FormRead, tuple[Proposal, ...]]) -> None:
        data = self._entering.data
        if data is None:
            return
        form, weighed = read
        whole = [loss for loss in form.losses if loss.code in _OF_THE_WHOLE]
        single = [loss for loss in form.losses if loss.code not in _OF_THE_WHOLE]
        remarks = [self._sentence(loss) for loss in whole]
        count = sum(loss.code not in TELLS_ALONE for loss in single)
        if count:
            text = self.tr("What could not be taken: {count}. It stands below the other rows, each with why.")
            remarks.append(text.format(count=count))
        preview = Preview(
            source=self.tr("From {file}: {count} rows").format(file=path.name, count=len(weighed)),
            catalogue=data.round.catalogue,
            proposals=weighed,
            remarks=tuple(remarks),
            lost=tuple(Lost(loss.name, loss.text, self._sentence(loss)) for loss in single),
            with_places=True,
        )
        self._importing.look(preview, IMPORTED)

    def _sentence(self, loss: Loss) -> str:
        return self._messages.words.loss(loss.code, asdict(loss))
