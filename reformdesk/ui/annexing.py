"""The second paper at an agency's desk: the annex to the stamped letter, its number and date, its pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core.annexes import Annex
from reformdesk.core.rounds import Round
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions, letter_actions
from reformdesk.ui.annex import render
from reformdesk.ui.dialogs.annex import AnnexDialog
from reformdesk.ui.dialogs.print_preview import PrintPreview
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class Annexing(QObject):
    """Opens the dialogs over a desk."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: AnnexDialog | None = None
        self.preview: PrintPreview | None = None

    def open(self, round_: Round, digest: str) -> None:
        """Ask for the letter of a submission that was handed in, and in which form its annex is wanted."""
        reading = letter_actions.read_annex(round_, digest)
        self._workspace.read(reading, lambda read: self._open(round_, digest, *read))

    def _open(self, round_: Round, digest: str, annex: Annex, symbol: str) -> None:
        dialog = self.dialog = AnnexDialog(self._desk, annex, symbol)
        dialog.accepted.connect(lambda: self._keep(round_, dialog))
        dialog.save.connect(lambda suffix: self._save(round_, digest, dialog, suffix))
        dialog.preview.connect(
            lambda: self._with_letter(round_, digest, dialog, lambda made: self.show_pages(dialog, made))
        )
        dialog.open()

    def _keep(self, round_: Round, dialog: AnnexDialog) -> None:
        operation = letter_actions.keep_letter(round_.id, dialog.annex.revision, dialog.letter())
        self._workspace.run(operation, failed=lambda problem: self._failed(dialog, problem))

    def _with_letter(self, round_: Round, digest: str, dialog: AnnexDialog, then: Callable[[Annex], object]) -> None:
        """Keep the letter, then go on with the annex that bears it."""
        self._keep(round_, dialog)
        self._workspace.read(
            letter_actions.read_annex(round_, digest),
            lambda read: then(read[0]),
            failed=lambda problem: self._failed(dialog, problem),
        )

    def _save(self, round_: Round, digest: str, dialog: AnnexDialog, suffix: str) -> None:
        name = f"{self._workspace.owner}-{round_.id}-r{dialog.annex.revision}{suffix}"
        target = self._messages.choose_target(dialog, self.tr("Save the annex"), name)
        if target is None:
            return
        made = _word_document if suffix == ".docx" else render
        self._with_letter(
            round_,
            digest,
            dialog,
            lambda annex: self._workspace.run(
                actions.write_file(target, made(annex)),
                lambda path: dialog.show_saved(path.name),
                failed=lambda problem: self._failed(dialog, problem),
            ),
        )

    def show_pages(self, parent: QWidget, annex: Annex) -> None:
        """Show the pages as they would be printed."""
        self.preview = PrintPreview(parent, annex)
        self.preview.open()

    def _failed(self, dialog: AnnexDialog, problem: ReformDeskError) -> None:
        dialog.show_problem(self._messages.words.error(problem))
        if not dialog.isVisible():
            dialog.open()


def _word_document(annex: Annex) -> bytes:
    from reformdesk.office.annex_docx import annex_document

    return annex_document(annex)
