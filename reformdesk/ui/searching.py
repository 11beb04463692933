"""The search for round files where an officer's machine keeps what was received, beside everything else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reformdesk.exchange.documents import ROUND

if TYPE_CHECKING:
    from reformdesk.core.whereabouts import Found, KeepGoing

_BEGINS_AFTER = 300
"""Milliseconds: whoever opens a file at once needs no search."""

_LONGEST = 4.0
"""Seconds of one search."""

_MOST = 4


class Searching(QObject):
    """``found`` has the newest rounds; a slow drive keeps nobody waiting, since it runs on a thread of its own."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_BEGINS_AFTER)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        """Search, in a moment."""
        self._timer.start()

    def stop(self) -> None:
        """Search no more; what is found still is not told."""
        self._timer.stop()
        self._stopped.set()

    def _begin(self) -> None:
        self._stopped = Event()
        Thread(target=self._search, args=(self._stopped,), name="search", daemon=True).start()

    def _search(self, stopped: Event) -> None:
        end = monotonic() + _LONGEST
        rounds = newest_rounds(lambda: not stopped.is_set() and monotonic() < end)
        if not stopped.is_set():
            # the window may have gone meanwhile
            with suppress(RuntimeError):
                self.found.emit(rounds)


def newest_rounds(keep_going: KeepGoing) -> Sequence[Found]:
    """Return the newest round files on this machine, one issue of each."""
    from reformdesk.core import drives, whereabouts

    folders = whereabouts.likely_folders(Path.home(), drives.SYSTEM, os.environ)
    found = [one for one in whereabouts.find_rounds(folders, keep_going=keep_going) if one.kind == ROUND]
    return found[:_MOST]
