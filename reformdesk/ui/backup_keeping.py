"""Backups of the workspace that is open, or of one that cannot be opened any more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import backups, restoring
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.backups import BackupsDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class BackupKeeping(QObject):
    """``closing`` asks for the open desk to be closed, ``restored`` for the workspace to be opened again."""

    closing = Signal()
    restored = Signal(object)

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self.dialog: BackupsDialog | None = None

    def open(self, workspace: OpenWorkspace) -> None:
        """Show the backups of the open workspace."""
        dialog = self._show(workspace.path, damaged=workspace.to_look)
        dialog.make_one.connect(lambda: self._make_one(workspace, dialog))

    def offer(self, path: Path) -> bool:
        """Show the backups of a workspace that is damaged; ``False`` where there is none to offer."""
        if self.dialog is not None and self.dialog.isVisible():
            return True
        if not backups.backups(path):
            return False
        self._show(path, damaged=True)
        return True

    def _show(self, path: Path, *, damaged: bool) -> BackupsDialog:
        dialog = self.dialog = BackupsDialog(self._window, path, damaged=damaged)
        dialog.show_backups(restoring.list_backups(path, now()))
        dialog.accepted.connect(lambda: self._restore(path, dialog))
        dialog.open()
        return dialog

    def _make_one(self, workspace: OpenWorkspace, dialog: BackupsDialog) -> None:
        def operation(opened: Workspace) -> tuple[Path, Changes]:
            return backups.back_up(opened.connection, opened.path, now()), Changes.NOTHING

        workspace.run(
            operation,
            lambda _: dialog.show_backups(restoring.list_backups(workspace.path, now())),
            failed=lambda problem: dialog.show_problem(self._messages.words.error(problem)),
        )

    def _restore(self, path: Path, dialog: BackupsDialog) -> None:
        self.closing.emit()
        try:
            restoring.restore(path, dialog.chosen(), now())
        except ReformDeskError as problem:
            self._messages.error(self._window, problem)
        self.restored.emit(path)
