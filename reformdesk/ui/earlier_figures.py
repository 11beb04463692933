"""Totals of earlier periods at Home Affairs' desk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core import founding, past_totals
from reformdesk.core.changes import Changes
from reformdesk.core.keyring import Role
from reformdesk.core.past_totals import PastGround
from reformdesk.core.periods import PeriodProposal
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions
from reformdesk.ui.dates import now
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.earlier_figures import EarlierFiguresDialog
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.token_finding import offer_tokens
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words


class EarlierFigures(QObject):
    """Asks for them; ``dialog`` is the one that asked last."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, deciding: Deciding, words: Words) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._deciding = deciding
        self._words = words
        self.dialog: EarlierFiguresDialog | None = None

    def ask(self, round_id: str = "") -> None:
        """Show the rows of a new earlier period, or of one that is to be set right."""

        def read(workspace: Workspace) -> tuple[PastGround, bool]:
            return past_totals.ground(workspace, round_id), actions.has_key(workspace)

        self._workspace.read(read, lambda found: self._show(*found))

    def _show(self, ground: PastGround, has_key: bool) -> None:
        dialog = EarlierFiguresDialog(self._desk, self._words, ground, has_key=has_key)
        self.dialog = dialog
        offer_tokens(self._workspace, self._words, dialog, dialog.key)
        dialog.accepted.connect(lambda: self._keep(ground, dialog))
        dialog.open()

    def _keep(self, ground: PastGround, dialog: EarlierFiguresDialog) -> None:
        figures = dialog.model.figures()
        round_ = ground.round
        chosen, period = dialog.key.choice(), dialog.proposal()

        def decided_by(author: str) -> Operation[None]:
            if round_ is not None:
                return _correct(round_.id, figures, author)
            return _enter(period, figures, chosen, author)

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._words.error(problem))
            dialog.open()

        self._deciding.run(decided_by, failed=failed)


def _correct(round_id: str, figures: Mapping[str, Value], author: str) -> Operation[None]:
    return lambda workspace: (None, past_totals.correct(workspace, round_id, figures, author, now()))


def _enter(period: PeriodProposal, figures: Mapping[str, Value], chosen: SealWith, author: str) -> Operation[None]:
    def operation(workspace: Workspace) -> tuple[None, Changes]:
        plan = founding.base_plan(workspace)
        holder = next(wire["name"] for wire in plan.agencies if wire["id"] == plan.office)
        with actions.unlocked(workspace, Role.OFFICER, holder, chosen) as key:
            return None, past_totals.enter(workspace, period, figures, key, author, now())

    return operation
