"""The trial run: started from a desk that has no round yet, thrown away by one button on its own desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reformdesk.core import trial
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.core.trial import Trial
from reformdesk.ui import theme
from reformdesk.ui.dates import now
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import Strip, button
from reformdesk.ui.widgets.frame import Frame
from reformdesk.ui.workspace import OpenWorkspace


class Trying(QObject):
    """``started`` has a trial's workspace, to be opened; ``ended`` the one to be thrown away, and the real one."""

    started = Signal(object)
    ended = Signal(object, object)

    def __init__(self, desk: Frame, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.strip: Strip | None = None
        workspace.read(trial.started_from, self._show)

    def start(self) -> None:
        """Lay a trial out and go there."""
        self._desk.report(self.tr("Preparing the trial run…"), "quiet")
        self._workspace.run(_start, lambda made: self.started.emit(made.workspace))

    def _show(self, real: Path | None) -> None:
        """Say on a trial's desk that it is one, for as long as it is open."""
        if real is None:
            return
        words = self.tr(
            "Trial run: everything here will be thrown away. Three agencies have sent their files: drop them on this "
            "window. Passphrase of the trial: {passphrase}"
        ).format(passphrase=trial.PASSPHRASE)
        strip = self.strip = Strip("accent", words, margin=theme.SPACE_20)
        sent = trial.sent_to(self._workspace.path)
        strip.add(button(self.tr("Show the files"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(sent)))))
        self.throw_away_button = button(self.tr("Throw away"), lambda: self.ended.emit(self._workspace.path, real))
        strip.add(self.throw_away_button)
        self._desk.add_strip(strip)


def _start(workspace: Workspace) -> tuple[Trial, Changes]:
    return trial.start(workspace, now()), Changes.NOTHING
