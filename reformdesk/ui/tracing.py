"""From a figure to the signed file behind it, at Home Affairs' desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import lineage
from reformdesk.core.changes import Changes
from reformdesk.core.lineage import FileLineage
from reformdesk.core.store import Workspace
from reformdesk.ui.messages import Messages
from reformdesk.ui.pages.lineage import LineagePage
from reformdesk.ui.workspace import OpenWorkspace


class Tracing(QObject):
    """Connects the page of a signed file; ``looking`` asks for it, ``said`` has a sentence for the status line."""

    looking = Signal()
    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._found: FileLineage | None = None
        self.page = LineagePage(messages.words)
        self.page.save.connect(self._save)
        self.page.said.connect(self.said)

    def show_file(self, round_id: str, digest: str, indicator: str) -> None:
        """Show the file of a submission, with what it says of an indicator."""

        def show(found: FileLineage) -> None:
            self._found = found
            self.page.show_file(found, found.round.catalogue.indicators.get(indicator))
            self.looking.emit()
            self.page.save_button.setFocus()

        self._workspace.read(lambda workspace: lineage.of_file(workspace, round_id, digest), show)

    def _save(self) -> None:
        found = self._found
        if found is None:
            return
        target = self._messages.choose_target(self._desk, self.tr("Save the file"), found.file_name)
        if target is None:
            return
        one = found.received

        def write(workspace: Workspace) -> tuple[Path, Changes]:
            lineage.save_file(workspace, one.digest, one.signer, target)
            return target, Changes.NOTHING

        self._workspace.run(
            write,
            lambda path: self.said.emit(self.tr("✓ Saved to {file}").format(file=path)),
            failed=lambda problem: self._messages.error(self._desk, problem),
        )
