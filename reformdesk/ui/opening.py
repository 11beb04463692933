"""Opening a round at Home Affairs' desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import catalogue, founding
from reformdesk.core.roundbook import RoundPlan
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions, office_actions
from reformdesk.ui.dialogs.new_round import NewRoundDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.token_finding import offer_tokens
from reformdesk.ui.workspace import OpenWorkspace


class Opening(QObject):
    """Opens its dialog over a desk; ``opened`` has the id of the round that was opened."""

    opened = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    def open(self) -> None:
        """Lay out a round and open it."""
        self._workspace.read(
            lambda workspace: (founding.base_plan(workspace), actions.has_key(workspace)),
            lambda read: self._lay_out(*read),
        )

    def _lay_out(self, base: RoundPlan, has_key: bool) -> None:
        indicators = catalogue.parse(base.catalogue)
        self.dialog = NewRoundDialog(self._desk, base, indicators, self._messages, new_key=not has_key)
        self.dialog.accepted.connect(self._open)
        offer_tokens(self._workspace, self._messages.words, self.dialog, self.dialog.key)
        self.dialog.open()

    def _open(self) -> None:
        plan, target = self.dialog.plan(), self.dialog.target()
        operation = office_actions.open_round(plan, self.dialog.key.choice(), target)
        self._workspace.run(operation, lambda path: self._opened(plan.id, path), failed=self._failed)

    def _opened(self, round_id: str, path: Path) -> None:
        self.opened.emit(round_id)
        self._messages.tell(
            self._desk, self.tr("The round is open. Send this file to every agency:\n{file}").format(file=path)
        )

    def _failed(self, problem: ReformDeskError) -> None:
        self.dialog.show_problem(self._messages.words.error(problem))
        self.dialog.open()
