"""A report that comes back, checked at Home Affairs' desk: its figures are made once more and held against it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.office import report_file
from reformdesk.office.report_file import Kind
from reformdesk.report_checking import ReportCheck, check_report
from reformdesk.ui.dialogs.check_report import CheckReportDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace

SUFFIXES = tuple(kind.value for kind in Kind)


class Checking(QObject):
    """Opens its dialog over a desk; ``dialog`` is the one that was opened last."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: CheckReportDialog | None = None

    def choose(self) -> None:
        """Ask for a report and check it."""
        path = self._messages.choose_file(self._desk, self.tr("Check a report"), SUFFIXES)
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Check a report, and show what is found."""
        dialog = self.dialog = CheckReportDialog(self._desk, path, self._messages.words)
        dialog.open()

        def read(workspace: Workspace) -> ReportCheck:
            return check_report(path, workspace)

        def failed(problem: ReformDeskError) -> None:
            dialog.reject()
            self._messages.error(self._desk, problem)

        self._workspace.read(read, dialog.show_found, failed=failed, broken=dialog.reject)

    def take(self, paths: Sequence[Path]) -> list[Path]:
        """Check the first report among files that were dropped; return what is none."""
        reports = [one for one in paths if one.suffix.lower() in SUFFIXES and report_file.is_ours(one)]
        if reports:
            self.check(reports[0])
        return [one for one in paths if one not in reports]
