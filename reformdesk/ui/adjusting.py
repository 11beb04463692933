"""Adjusting totals at Home Affairs' desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core import adjusting, lineage, roundbook
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.changes import Changes
from reformdesk.core.lineage import TotalLineage
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.adjust import AdjustDialog
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words


class Adjusting(QObject):
    """Asks for the figure and the reason; ``dialog`` is the one that asked last."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, deciding: Deciding, words: Words) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._deciding = deciding
        self._words = words
        self.dialog: AdjustDialog | None = None

    def ask(self, round_id: str, indicator: str) -> None:
        """Show a total with what it is computed to, and ask what to print instead."""

        def read(workspace: Workspace) -> tuple[Round, TotalLineage]:
            return roundbook.load(workspace, round_id), lineage.of_total(workspace, round_id, indicator)

        self._workspace.read(read, lambda found: self._show(indicator, *found))

    def _show(self, indicator: str, round_: Round, found: TotalLineage) -> None:
        title = round_.title.text(self._words.language)
        dialog = AdjustDialog(self._desk, self._words, round_.catalogue.indicators[indicator], title, found)
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._deciding.run(_adjust(round_.id, dialog.adjustment())))
        dialog.withdrawn.connect(lambda reason: self._deciding.run(_withdraw(round_.id, indicator, reason)))
        dialog.open()


def _adjust(round_id: str, wanted: Adjustment) -> Callable[[str], Operation[None]]:
    def decided_by(author: str) -> Operation[None]:
        def operation(workspace: Workspace) -> tuple[None, Changes]:
            round_ = roundbook.load(workspace, round_id)
            return None, adjusting.adjust(workspace, round_, wanted, author, now())

        return operation

    return decided_by


def _withdraw(round_id: str, indicator: str, reason: str) -> Callable[[str], Operation[None]]:
    def decided_by(author: str) -> Operation[None]:
        return lambda workspace: (
            None,
            adjusting.withdraw(workspace, round_id, indicator, reason, author, now()),
        )

    return decided_by
