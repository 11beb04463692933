"""Files that came with a submission, at Home Affairs' desk: a copy is opened where it can do no harm, or saved."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reformdesk.core.opening_evidence import CameAlong, Viewing
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.ui import office_actions
from reformdesk.ui.messages import Messages
from reformdesk.ui.reviewing import Reviewing
from reformdesk.ui.workspace import OpenWorkspace


class EvidenceViewing(QObject):
    """``said`` has a sentence for the status line."""

    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, reviewing: Reviewing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._reviewing = reviewing
        self.viewing = Viewing()

    def open(self, file: CameAlong | None) -> None:
        """Let the system's program for its kind show a copy."""
        if file is not None:
            one = self._reviewing.data.received
            operation = office_actions.look_at(one.digest, one.signer, file, self.viewing)
            self._workspace.run(operation, lambda path: self._show(file, path), failed=self._failed)

    def _show(self, file: CameAlong, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(self.tr("✓ A copy to read was opened: {file}").format(file=file.title))
        else:
            self._failed(Mendable("evidence-no-program", file=file.title))

    def save(self, file: CameAlong | None) -> None:
        """Save a copy where the officer wants it."""
        if file is None:
            return
        one = self._reviewing.data.received
        name = f"{PurePath(file.title).stem}{file.ending}"
        target = self._messages.choose_target(self._desk, self.tr("Save a copy"), name)
        if target is not None:
            operation = office_actions.save_file(one.digest, one.signer, file, target)
            self._workspace.run(operation, self._saved, failed=self._failed)

    def _saved(self, target: Path) -> None:
        self.said.emit(self.tr("✓ Saved to {file}").format(file=target))

    def _failed(self, problem: ReformDeskError) -> None:
        self._messages.error(self._desk, problem)

    def leave(self) -> None:
        """Take the copies away."""
        self.viewing.end()
