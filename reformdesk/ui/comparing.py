"""Keys that were not compared yet, many at a time: accepted provisionally, and settled from a pile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import comparing
from reformdesk.core.comparing import Uncompared
from reformdesk.core.merged import Received
from reformdesk.ui import deadline_actions
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.compare_many import CompareManyDialog
from reformdesk.ui.dialogs.provisional import ProvisionalDialog
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


class Comparing(QObject):
    """Opens the dialogs; ``pile`` and ``accepting`` are those that were opened last. ``said`` tells in a sentence."""

    said = Signal(str, str)
    pile: CompareManyDialog
    accepting: ProvisionalDialog

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, deciding: Deciding, words: Words) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._deciding = deciding
        self._words = words

    def accept_all(self, waiting: Sequence[Received]) -> None:
        """Ask whether all of them are to count before their keys are compared."""
        dialog = self.accepting = ProvisionalDialog(self._desk, waiting)
        dialog.accepted.connect(lambda: self._accept(dialog))
        dialog.open()

    def _accept(self, dialog: ProvisionalDialog) -> None:
        digests, reason = dialog.digests, dialog.reason.text().strip()
        self._deciding.run_from(
            dialog, lambda author: deadline_actions.accept_all_provisionally(digests, reason, author)
        )

    def compare(self, round_id: str) -> None:
        """Compare the codes of a round that nobody has compared yet."""
        self._workspace.read(lambda workspace: comparing.uncompared(workspace, round_id), self._open)

    def _open(self, pile: Sequence[Uncompared]) -> None:
        if not pile:
            self.said.emit(self.tr("Every key of this round has been compared."), "quiet")
            return
        dialog = self.pile = CompareManyDialog(self._desk, pile, self._words.language)
        dialog.accepted.connect(lambda: self._settle(dialog))
        dialog.open()

    def _settle(self, dialog: CompareManyDialog) -> None:
        agree, differ, against = dialog.agree, dialog.differ, dialog.against
        self._deciding.run_from(dialog, lambda author: deadline_actions.settle_keys(agree, differ, against, author))
