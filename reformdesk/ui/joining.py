"""Another desk of Home Affairs, dropped on this one: what it would bring is shown before it is brought together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import joining, roundbook, store
from reformdesk.core.changes import Changes
from reformdesk.core.joining import Joined
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError, Refused
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.join import JoinDialog, JoinedDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class Joining(QObject):
    """Opens its dialogs over a desk; ``wants_open`` asks for the file to be opened instead."""

    wants_open = Signal(object)
    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: JoinDialog | None = None
        self.done: JoinedDialog | None = None
        self._names: Mapping[str, str] = {}

    def offer(self, path: Path) -> None:
        """Ask what to do with a workspace; one that cannot be brought together is opened."""

        def failed(problem: ReformDeskError) -> None:
            if isinstance(problem, Refused):
                self.wants_open.emit(path)
            else:
                self._messages.error(self._desk, problem)

        def look(workspace: Workspace) -> Joined:
            self._names = _names(workspace, self._messages.words.language)
            return joining.preview(workspace, path, now())

        self._workspace.read(look, lambda seen: self._ask(path, seen), failed=failed)

    def _ask(self, path: Path, seen: Joined) -> None:
        dialog = self.dialog = JoinDialog(self._desk, path, seen, self._names)
        dialog.accepted.connect(lambda: self._join(path))
        dialog.open_instead.connect(lambda: self.wants_open.emit(path))
        dialog.open()

    def _join(self, path: Path) -> None:
        self._workspace.run(lambda workspace: joining.join(workspace, path, now()), self._tell)

    def _tell(self, joined: Joined) -> None:
        dialog = self.done = JoinedDialog(self._desk, joined, self._names)
        dialog.copy_wanted.connect(self._save_copy)
        dialog.open()

    def _save_copy(self) -> None:
        target = self._messages.choose_target(
            self._desk, self.tr("Save a copy for your colleague"), self._workspace.path.name
        )
        if target is None:
            return

        def copy(workspace: Workspace) -> tuple[Path, Changes]:
            store.copy_to(workspace, target)
            return target, Changes.NOTHING

        self._workspace.run(copy, lambda made: self.said.emit(self.tr("✓ Saved to {file}").format(file=made)))


def _names(workspace: Workspace, language: str) -> Mapping[str, str]:
    """Return what the agencies are called, in all rounds."""
    rounds = [roundbook.load(workspace, name) for name in roundbook.round_ids(workspace)]
    return {agency.id: agency.text(language) for round_ in rounds for agency in round_.agencies}
