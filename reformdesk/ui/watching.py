"""The folder that Home Affairs' desk watches: where mail attachments are saved, or a share on the office's server."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, QTimer, Signal

from reformdesk.core.watching import Folder, Listing, Watch

_EVERY = 5000
"""Milliseconds between two looks; what has not changed from one to the next is whole."""
_SOON = 1000
"""After something has changed."""


class Watching(QObject):
    """Looks on a thread of its own: a server that does not answer keeps nobody waiting.

    ``found`` has the files that have become whole. The choice belongs to this machine and this
    workspace; no figure depends on it.
    """

    found = Signal(object)
    changed = Signal()
    _looked = Signal(object, object)

    def __init__(self, parent: QObject, workspace: Path) -> None:
        super().__init__(parent)
        self._setting = f"watched/{sha256(str(workspace.absolute()).encode()).hexdigest()[:16]}"
        self._folder: Folder | None = None
        self._watch = Watch()
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(lambda _: self._timer.start(_SOON))
        self._looked.connect(self._settle)

    @property
    def folder(self) -> Path | None:
        """The watched folder."""
        return self._folder.path if self._folder is not None else None

    def begin(self) -> None:
        """Go on watching the folder that was chosen last."""
        kept = str(QSettings().value(self._setting, ""))
        if kept and self._folder is None:
            self._begin(Path(kept))

    def choose(self, folder: Path | None) -> None:
        """Watch another folder, or none."""
        self.end()
        if folder is None:
            QSettings().remove(self._setting)
        else:
            QSettings().setValue(self._setting, str(folder))
            self._begin(folder)
        self.changed.emit()

    def _begin(self, folder: Path) -> None:
        self._folder, self._watch = Folder(folder), Watch()
        self._system.addPath(str(folder))
        self.look()
        self.changed.emit()

    def end(self) -> None:
        """Look no more; what a look still finds is not told."""
        self._timer.stop()
        self._folder = None
        watched = self._system.directories()
        if watched:
            self._system.removePaths(watched)

    def give_again(self, path: Path) -> None:
        """Tell of a file once more: it could not be read."""
        self._watch.give_again(path)

    def look(self) -> None:
        """Look once, and again after a while."""
        if self._folder is None or self._looking:
            return
        self._looking = True
        Thread(target=self._look, args=(self._folder,), name="watched-folder", daemon=True).start()

    def _look(self, folder: Folder) -> None:
        listing = folder.look()
        # the desk may have gone meanwhile
        with suppress(RuntimeError):
            self._looked.emit(folder, listing)

    def _settle(self, folder: Folder, listing: Listing) -> None:
        self._looking = False
        if self._folder is None:
            return
        if folder is not self._folder:
            self.look()
            return
        whole = self._watch.whole_and_new(listing)
        self._timer.start(_EVERY)
        if whole:
            self.found.emit(whole)
