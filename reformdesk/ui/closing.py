"""Closing rounds at Home Affairs' desk: looked at first, closed under the officer's name, then receipts and report."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import closing_overview
from reformdesk.core.closing_document import State
from reformdesk.core.closing_overview import ClosingOverview
from reformdesk.core.store import Workspace
from reformdesk.ui import closing_actions
from reformdesk.ui.dates import now
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.closing import ClosedDialog, ClosingDialog, ReopenDialog
from reformdesk.ui.exporting import Asked
from reformdesk.ui.handing_out import HandingOut
from reformdesk.ui.messages import Messages
from reformdesk.ui.report_files import Choice
from reformdesk.ui.workspace import OpenWorkspace


class Closing(QObject):
    """One verb opens what fits the round: what to know before it is closed, or as what it is closed.

    ``said`` has a sentence for the status line. ``export`` asks for a report with a choice and from where it is
    asked, ``export_as`` for one kind of file without questions.
    """

    said = Signal(str)
    export = Signal(object, object)
    export_as = Signal(str, object, object)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, deciding: Deciding) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._deciding = deciding
        self.closing: ClosingDialog | None = None
        self.closed: ClosedDialog | None = None
        self.reopening: ReopenDialog | None = None
        self.handing_out: HandingOut | None = None

    def open(self, round_id: str) -> None:
        """Show how a round stands; one that is not closed can be closed."""

        def read(workspace: Workspace) -> ClosingOverview:
            return closing_overview.read(workspace, round_id, now())

        self._workspace.read(read, self._show)

    def _show(self, overview: ClosingOverview) -> None:
        if overview.stand.state is State.CLOSED:
            self._show_closed(overview)
        else:
            self._ask(overview)

    def _ask(self, overview: ClosingOverview) -> None:
        dialog = self.closing = ClosingDialog(self._desk, overview, self._messages.words)
        dialog.accepted.connect(lambda: self._close(overview.board.round.id, dialog.reason.text()))
        dialog.reopen_wanted.connect(dialog.reject)
        dialog.reopen_wanted.connect(lambda: self._ask_why(overview))
        dialog.open()

    def _close(self, round_id: str, reason: str) -> None:
        self._deciding.run(
            lambda author: closing_actions.close(round_id, reason, author), then=lambda: self.open(round_id)
        )

    def _show_closed(self, overview: ClosingOverview) -> None:
        round_id = overview.board.round.id
        dialog = self.closed = ClosedDialog(self._desk, overview, self._messages.words)
        # over this dialog, which stays: receipts first, the report next
        handing_out = self.handing_out = HandingOut(dialog, self._workspace, self._messages)
        handing_out.said.connect(dialog.say)
        dialog.receipts_wanted.connect(lambda: handing_out.save_replies(round_id))
        dialog.report_wanted.connect(lambda suffix, choice: self._export(dialog, suffix, choice))
        dialog.reopen_wanted.connect(dialog.reject)
        dialog.reopen_wanted.connect(lambda: self._ask_why(overview))
        dialog.open()

    def _export(self, dialog: ClosedDialog, suffix: str, choice: Choice) -> None:
        """Ask what to export, or write one kind of file: of all rounds as they stand, or of this one as closed."""
        asked = Asked(dialog, dialog.say)
        if suffix:
            self.export_as.emit(suffix, choice, asked)
        else:
            self.export.emit(choice, asked)

    def _ask_why(self, overview: ClosingOverview) -> None:
        round_id = overview.board.round.id
        dialog = self.reopening = ReopenDialog(self._desk, overview, self._messages.words)

        def reopen() -> None:
            reason = dialog.reason.toPlainText()
            done = self.tr("The round is open again.")
            self._deciding.run(
                lambda author: closing_actions.reopen(round_id, reason, author), then=lambda: self.said.emit(done)
            )

        dialog.accepted.connect(reopen)
        dialog.open()
