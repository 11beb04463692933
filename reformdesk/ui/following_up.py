"""Following up what has not come: the reminder list and the arrivals, over Home Affairs' board."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk import reminding
from reformdesk.core.board import BoardData
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions
from reformdesk.ui.dialogs.arrivals import ArrivalsDialog
from reformdesk.ui.dialogs.reminders import RemindersDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class FollowingUp(QObject):
    """Opens the dialogs; ``reminders`` and ``arrivals`` are those that were opened last."""

    reminders: RemindersDialog
    arrivals: ArrivalsDialog

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    def remind(self, data: BoardData) -> None:
        """Show whom to remind."""
        dialog = self.reminders = RemindersDialog(self._desk, data, self._messages.words)
        dialog.save.connect(lambda: self._save(dialog))
        dialog.open()

    def show_arrivals(self, data: BoardData) -> None:
        """Show when the files came."""
        self.arrivals = ArrivalsDialog(self._desk, data, self._messages.words.language)
        self.arrivals.open()

    def _save(self, dialog: RemindersDialog) -> None:
        name = self.tr("reminders-{round}.xlsx").format(round=dialog.round.id)
        target = self._messages.choose_target(dialog, self.tr("Save the reminder list"), name)
        if target is None:
            return
        content = reminding.as_workbook(dialog.round, dialog.found(), self._messages.words)

        def saved(path: Path) -> None:
            dialog.say(self.tr("✓ Saved to {file}").format(file=path))

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._messages.words.error(problem))

        self._workspace.run(actions.write_file(target, content), saved, failed=failed)
