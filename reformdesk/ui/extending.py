"""Deadlines and arrivals at Home Affairs' desk: more time for agencies, and when a file really came."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core import merged, roundbook
from reformdesk.core.board import BoardData
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.ui import deadline_actions
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.extension import ExtensionDialog
from reformdesk.ui.dialogs.received import ReceivedDialog
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


class Extending(QObject):
    """Opens the dialogs; ``extension`` and ``received`` are those that were opened last."""

    extension: ExtensionDialog
    received: ReceivedDialog

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, deciding: Deciding, words: Words) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._deciding = deciding
        self._words = words

    def extend(self, data: BoardData, agencies: Collection[str]) -> None:
        """Ask until when agencies have time."""
        lines = [line for line in data.lines if line.agency.id in agencies]
        if not lines:
            return
        dialog = self.extension = ExtensionDialog(self._desk, data.round, lines, self._words.language)
        dialog.accepted.connect(lambda: self._keep_extension(data.round.id, dialog, dialog.until()))
        dialog.taken_back.connect(lambda: self._keep_extension(data.round.id, dialog, None))
        dialog.open()

    def _keep_extension(self, round_id: str, dialog: ExtensionDialog, until: date | None) -> None:
        agencies, reason = dialog.agencies(), dialog.reason.text()
        self._deciding.run_from(
            dialog, lambda author: deadline_actions.extend(round_id, agencies, until, reason, author)
        )

    def correct(self, round_id: str, digest: str) -> None:
        """Ask when and how a submission reached the office."""

        def read(workspace: Workspace) -> tuple[Round, Received | None]:
            found = (one for one in merged.received(workspace, round_id) if one.digest == digest)
            return roundbook.load(workspace, round_id), next(found, None)

        self._workspace.read(read, lambda found: self._ask(*found))

    def _ask(self, round_: Round, one: Received | None) -> None:
        if one is None:
            return
        dialog = self.received = ReceivedDialog(self._desk, round_, one, self._words.language)
        dialog.accepted.connect(lambda: self._correct(dialog))
        dialog.open()

    def _correct(self, dialog: ReceivedDialog) -> None:
        digest, came, reason = dialog.received.digest, dialog.came(), dialog.reason.text()
        self._deciding.run_from(dialog, lambda author: deadline_actions.correct_received(digest, came, reason, author))
