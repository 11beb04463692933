"""Opening a round at Home Affairs' desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import founding, round_correction
from reformdesk.core.register import Register
from reformdesk.core.roundbook import RoundPlan
from reformdesk.errors import ReformDeskError
from reformdesk.ui import office_actions
from reformdesk.ui.dialogs.round_plan import RoundPlanDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.round_plan import Ground, drawn, read_correction, read_ground
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
        self._workspace.read(read_ground, self._lay_out)

    def open_drawn(self, source: Mapping[str, Any], agencies: Register) -> None:
        """Lay out a round that asks by an edition drawn at this desk, of the agencies drawn with it."""
        self._workspace.read(lambda workspace: drawn(read_ground(workspace), source, agencies), self._lay_out)

    def correct(self, round_id: str) -> None:
        """Lay out the next issue of an open round."""
        self._workspace.read(lambda workspace: read_correction(workspace, round_id), self._lay_out)

    def _preview(self, plan: RoundPlan, asked_again: Sequence[str]) -> None:
        dialog = self.dialog
        self._workspace.read(
            lambda workspace: round_correction.preview(workspace, plan, asked_again),
            dialog.show_preview,
            failed=self._told,
        )

    def _lay_out(self, ground: Ground) -> None:
        self.dialog = RoundPlanDialog(self._desk, ground, self._messages)
        self.dialog.accepted.connect(self._open)
        self.dialog.wants_edition.connect(self._read_edition)
        if ground.corrects is not None:
            self.dialog.wants_preview.connect(self._preview)
            self._preview(self.dialog.plan(), ())
        offer_tokens(self._workspace, self._messages.words, self.dialog, self.dialog.key)
        self.dialog.open()

    def _read_edition(self, path: Path) -> None:
        dialog = self.dialog
        self._workspace.read(lambda _workspace: founding.edition_in(path), dialog.add_edition, failed=self._told)

    def _told(self, problem: ReformDeskError) -> None:
        self.dialog.show_problem(self._messages.words.error(problem))

    def _open(self) -> None:
        plan = self.dialog.plan()
        correction = self.dialog.correction
        if correction is None:
            operation = office_actions.open_round(plan, self.dialog.key.choice(), self.dialog.drawn)
        else:
            again = tuple(self.dialog.assignments.again)
            operation = office_actions.correct_round(plan, correction.words(), again, self.dialog.key.choice())
        self._workspace.run(operation, lambda _: self.opened.emit(plan.id), failed=self._failed)

    def _failed(self, problem: ReformDeskError) -> None:
        self._told(problem)
        self.dialog.open()
