"""Handing in at an agency's desk: the form to print, the seal, the file on its way, the receipt that comes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from reformdesk.core.inbox import ENTERED
from reformdesk.errors import ReformDeskError
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import actions
from reformdesk.ui.annex import render
from reformdesk.ui.annexing import Annexing
from reformdesk.ui.dialogs.finish import ExportedDialog, FinishDialog, KeysHere
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.receipt import ReceiptDialog
from reformdesk.ui.entering import Entering
from reformdesk.ui.key_keeping import KeyKeeping
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData, read_form
from reformdesk.ui.workspace import OpenWorkspace


class HandingIn(QObject):
    """Opens the dialogs over a desk.

    ``read`` has the round as it stands just before it is sealed, ``stuck`` says that something is
    in the way, ``handed_in`` that a file was written.
    """

    read = Signal(object)
    stuck = Signal()
    handed_in = Signal()

    def __init__(
        self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, key: KeyKeeping, entering: Entering
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._key = key
        self.annexing = Annexing(desk, workspace, messages)
        self._entering = entering

    def finish(self, unsettled: Sequence[str]) -> None:
        """Ask for the key and where to, or show what is in the way; ``unsettled`` fields are not stored yet."""
        if self._entering.data is None:
            return
        round_id = self._entering.data.round.id
        self._workspace.read(
            lambda workspace: (read_form(workspace, round_id), actions.keys_here(workspace)),
            lambda read: self._finish(*read, unsettled),
        )

    def _finish(self, data: FormData, keys: KeysHere, unsettled: Sequence[str]) -> None:
        self.read.emit(data)
        if data.readiness.errors or data.readiness.unreasoned or unsettled:
            self.stuck.emit()
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.finishing = FinishDialog(self._desk, data, self._messages, folder / "ReformDesk", keys)
        self.finishing.accepted.connect(lambda: self._seal(data))
        self.finishing.wants_tokens.connect(self._find_tokens)
        self.finishing.check_form.connect(lambda path: self._check_form(data, path))
        self.finishing.print_form.connect(lambda: self._print_form(data))
        self.finishing.preview_form.connect(lambda: self._preview_form(data))
        self.finishing.open()

    def _seal(self, data: FormData) -> None:
        operation = actions.finish(data.round, self.finishing.choice())
        self._workspace.run(operation, self._exported, failed=self._seal_failed)

    def _find_tokens(self, box: KeyBox) -> None:
        self._workspace.read(actions.find_tokens, box.offer, failed=self.finishing.show_problem)

    def _print_form(self, data: FormData) -> None:
        """Save the form as a PDF for the records clerk to sign."""
        name = f"{data.agency}-{data.round.id}.pdf"
        target = self._messages.choose_target(self.finishing, self.tr("Print the form"), name)
        if target is not None:
            officer = self.finishing.officer.text().strip()
            self._workspace.read(
                actions.form_to_print(data.round, officer, own_key=self.finishing.key.token is None),
                lambda annex: self._workspace.run(
                    actions.write_file(target, render(annex)),
                    self.finishing.show_printed,
                    failed=self.finishing.show_problem,
                ),
            )

    def _preview_form(self, data: FormData) -> None:
        """Show the form's pages, to be printed for the head's signature."""
        dialog = self.finishing
        own_key = dialog.key.token is None
        reading = actions.form_to_print(data.round, dialog.officer.text().strip(), own_key=own_key)
        self._workspace.read(reading, lambda annex: self.annexing.show_pages(dialog, annex), failed=dialog.show_problem)

    def open_annex(self, digest: str) -> None:
        """Open the annex of a submission that was handed in."""
        if self._entering.data is not None:
            self.annexing.open(self._entering.data.round, digest)

    def _check_form(self, data: FormData, path: Path) -> None:
        self._workspace.run(
            actions.check_form(data.round, path),
            lambda found: self.finishing.attach(*found),
            failed=self.finishing.show_problem,
        )

    def _seal_failed(self, problem: ReformDeskError) -> None:
        self.finishing.show_problem(problem)
        self.finishing.open()

    def _exported(self, exported: actions.Exported) -> None:
        data = self._entering.data
        if data is None:
            return
        self._exported_digest = exported.submission.digest
        message = self.tr("{agency} sends its report for {round}, no. {revision}: {file}").format(
            agency=data.round.by_id[data.agency].text(self._messages.words.language),
            round=data.round.title.text(self._messages.words.language),
            revision=exported.submission.revision,
            file=exported.path.name,
        )
        self.exported = ExportedDialog(
            self._desk,
            exported.path,
            message,
            matching_code(exported.fingerprint),
            matching_code(exported.head_fingerprint) if exported.head_fingerprint else "",
            key_copied=exported.key_copied,
        )
        self.exported.finished.connect(self._help_on_its_way)
        self.exported.open()
        self.handed_in.emit()

    def _help_on_its_way(self, chosen: int) -> None:
        if chosen == ExportedDialog.OPEN_FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.exported.path.parent)))
        elif chosen == ExportedDialog.COPY_TEXT:
            QGuiApplication.clipboard().setText(self.exported.message)
        elif chosen == ExportedDialog.COPY_KEY:
            self._key.copy()
        elif chosen == ExportedDialog.ANNEX:
            self.open_annex(self._exported_digest)

    def export_again(self, digest: str) -> None:
        """Save a copy of what was handed in."""
        data = self._entering.data
        name = next((str(one["name"]) for one in data.sent if one["digest"] == digest), "") if data else ""
        target = self._messages.choose_target(self._desk, self.tr("Save a copy"), name)
        if target is not None:
            self._workspace.run(actions.copy_of(digest, target))

    def show_receipt(self, digest: str, revision: int) -> None:
        """Show a receipt; a copy of it can be saved."""
        data = self._entering.data
        if data is None:
            return
        reply = next(
            one for one in data.replies if (one.digest, one.revision) == (digest, revision) and one.state != ENTERED
        )
        self.receipt = ReceiptDialog(self._desk, data, reply, self._messages.words.language)
        self.receipt.finished.connect(lambda chosen: self._save_receipt(data, digest, chosen))
        self.receipt.open()

    def _save_receipt(self, data: FormData, digest: str, chosen: int) -> None:
        if chosen != ReceiptDialog.SAVE:
            return
        target = self._messages.choose_target(self._desk, self.tr("Save a copy"), f"{data.round.id}.rdreply")
        if target is not None:
            self._workspace.run(actions.copy_of(digest, target))
