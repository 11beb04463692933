"""Recovery files in the windows: one written at Home Affairs, a lost desk put back at the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import recovery_file, refounding
from reformdesk.core.recovery_file import Recovery
from reformdesk.core.recovery_writing import Prospect
from reformdesk.errors import ReformDeskError
from reformdesk.exchange.verification import verify
from reformdesk.ui import actions, recovery_actions
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.recovery import PutBackDialog, RecoveryDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.recovery_actions import WrittenFile
from reformdesk.ui.workspace import OpenWorkspace, adopt


class WritingRecovery(QObject):
    """At Home Affairs' desk; ``said`` has a sentence for its status line."""

    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: RecoveryDialog | None = None

    def ask(self, agency: str) -> None:
        """Show what an agency's recovery file would hold."""
        self._workspace.read(recovery_actions.prospect(agency), self._show)

    def _show(self, prospect: Prospect) -> None:
        dialog = self.dialog = RecoveryDialog(self._desk, prospect, self._messages.words.language)
        dialog.accepted.connect(lambda: self._write(dialog, prospect.agency.id))
        dialog.key.wants_tokens.connect(
            lambda: self._workspace.read(
                actions.find_tokens, dialog.key.offer, failed=lambda problem: self._say_problem(dialog, problem)
            )
        )
        dialog.open()

    def _write(self, dialog: RecoveryDialog, agency: str) -> None:
        name = f"{agency}-khoi-phuc.rdreply"
        target = self._messages.choose_target(self._desk, self.tr("Save the recovery file"), name)
        if target is not None:
            self._workspace.run(
                recovery_actions.write(agency, dialog.key.choice(), target),
                self._written,
                failed=lambda problem: self._failed(dialog, problem),
            )

    def _written(self, made: WrittenFile) -> None:
        text = self.tr("✓ Saved to {file}")
        if made.left_out:
            text = self.tr("✓ Saved to {file}; older rounds that had no room: {count}")
        self.said.emit(text.format(file=made.path, count=made.left_out))

    def _failed(self, dialog: RecoveryDialog, problem: ReformDeskError) -> None:
        self._say_problem(dialog, problem)
        dialog.open()

    def _say_problem(self, dialog: RecoveryDialog, problem: ReformDeskError) -> None:
        dialog.show_problem(self._messages.words.error(problem))


class PuttingBack(QObject):
    """At the start page; ``founded`` has the workspace that was made anew."""

    founded = Signal(object)

    def __init__(self, window: QWidget, messages: Messages, place: Callable[[str], Path]) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._place = place
        self.dialog: PutBackDialog | None = None

    def offer(self, blob: bytes, path: Path) -> bool:
        """Ask whether a recovery file's desk is to be put back; ``False`` for another kind of file.

        Raises :class:`Refused` where the file is unsound.
        """
        if not recovery_file.is_recovery(verify(blob).document):
            return False
        recovery = recovery_file.read(blob)
        dialog = self.dialog = PutBackDialog(self._window, recovery, self._place(recovery.agency.id), self._messages)
        dialog.accepted.connect(lambda: self._found(dialog, recovery, path.name))
        dialog.open()
        return True

    def _found(self, dialog: PutBackDialog, recovery: Recovery, name: str) -> None:
        target = dialog.target()
        try:
            self.founded.emit(adopt(lambda: refounding.found(target, recovery, name, now())))
        except ReformDeskError as problem:
            dialog.show_problem(self._messages.words.error(problem))
            dialog.open()
