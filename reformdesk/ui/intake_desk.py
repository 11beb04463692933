"""What the page of taking in does: files and folders, the watched folder, and what is decided there and then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.ui.messages import Messages
from reformdesk.ui.models.intake import read_intake
from reformdesk.ui.pages.intake import IntakePage
from reformdesk.ui.taking_in import WATCHED, WINDOW, Progress, TakingIn
from reformdesk.ui.watching import Watching
from reformdesk.ui.workspace import OpenWorkspace

_LIST_EVERY = 700
"""Milliseconds after which the list follows while files are taken in."""


class IntakeDesk(QObject):
    """``progressed`` has a sentence for the status line; ``finished`` says that nothing is left to take."""

    progressed = Signal(str)
    finished = Signal()

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, page: IntakePage) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._page = page
        self._round_id = ""
        self._listing = QTimer(self)
        self._listing.setSingleShot(True)
        self._listing.setInterval(_LIST_EVERY)
        self._listing.timeout.connect(self._list_on)
        self.queue = TakingIn(self, workspace)
        self.watching = Watching(self, workspace.path)
        self.queue.progressed.connect(self._progressed)
        self.queue.finished.connect(self.finished)
        self.queue.failed.connect(lambda problem: messages.error(desk, problem))
        self.queue.unread.connect(self.watching.give_again)
        self.watching.found.connect(lambda paths: self.queue.take(paths, WATCHED))
        self.watching.changed.connect(lambda: page.show_watched(self.watching.folder))
        page.stop.connect(self.queue.stop)
        page.choose_watched.connect(self._choose_watched)
        page.stop_watching.connect(lambda: self.watching.choose(None))

    def begin(self, round_id: str) -> None:
        """Work for a round; the first makes the watched folder worth looking at."""
        self._round_id = round_id
        self.watching.begin()

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files and folders, as having come the way that the page says."""
        self.queue.take(paths, self._page.channel or WINDOW)

    def refresh(self) -> None:
        """Show what came in as it stands now."""
        round_id, arrivals = self._round_id, tuple(self.queue.arrivals)
        self._workspace.read(lambda workspace: read_intake(workspace, round_id, arrivals), self._page.refresh)

    def is_origin(self, origin: object) -> bool:
        """Whether a change comes from the queue, which says itself when it is done."""
        return origin is self.queue

    def _progressed(self, progress: Progress) -> None:
        self._page.show_progress(progress)
        if not self._listing.isActive():
            self._listing.start()
        self.progressed.emit(self._page.progress_text.text() if not progress.is_over else "")

    def _list_on(self) -> None:
        """List what has come so far, where somebody looks."""
        if self._page.isVisible() and self.queue.is_busy:
            self.refresh()

    def _choose_watched(self) -> None:
        folder = self._messages.choose_folder(self._desk, self.tr("Choose the folder to watch"))
        if folder is not None:
            self.watching.choose(folder)

    def leave(self) -> None:
        """Take and look no more."""
        self._listing.stop()
        self.watching.end()
        self.queue.stop()
