"""What Home Affairs hands out: a round's file once more, the receipts and returns of a round."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.errors import ReformDeskError
from reformdesk.ui import office_actions
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.token_finding import offer_tokens
from reformdesk.ui.workspace import OpenWorkspace


class HandingOut(QObject):
    """``said`` has a sentence for the status line."""

    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    def save_round(self, round_id: str) -> None:
        """Save a round's file once more."""
        target = self._messages.choose_target(self._desk, self.tr("Save the round file"), f"{round_id}.rdround")
        if target is not None:
            self._workspace.run(office_actions.write_round(round_id, target), self._written)

    def save_replies(self, round_id: str) -> None:
        """Seal and save what all agencies of a round are to get back."""
        target = self._messages.choose_target(self._desk, self.tr("Save receipts"), f"{round_id}.rdreply")
        if target is not None:
            self.sealing = PassphraseDialog(self._desk, self.tr("Receipts for all agencies"))
            self.sealing.accepted.connect(lambda: self._write_replies(round_id, target))
            offer_tokens(self._workspace, self._messages.words, self.sealing, self.sealing.key)
            self.sealing.open()

    def _write_replies(self, round_id: str, target: Path) -> None:
        operation = office_actions.write_replies(round_id, self.sealing.key.choice(), target)
        self._workspace.run(operation, self._written, failed=self._sealing_failed)

    def _sealing_failed(self, problem: ReformDeskError) -> None:
        self.sealing.show_problem(self._messages.words.error(problem))
        self.sealing.open()

    def _written(self, target: Path) -> None:
        self.said.emit(self.tr("✓ Saved to {file}").format(file=target))
