"""Taking files in at Home Affairs: one after the other, told as it goes, stopped between two of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from reformdesk.core import intake
from reformdesk.errors import Mendable, ReformDeskError, Refused
from reformdesk.ui import office_actions
from reformdesk.ui.dates import now
from reformdesk.ui.models.intake import Arrival
from reformdesk.ui.workspace import OpenWorkspace

WINDOW, WATCHED = "window", "watched"
"""How a file reached the program."""
_NOT_NOW = {"file-unreadable", "path-missing"}
"""Why a file of a watched folder is no case of its own yet."""


@dataclass(frozen=True)
class Progress:
    """How far it is; ``searching`` says that folders are still being looked through, ``stopped`` how many are left."""

    done: int
    count: int
    searching: bool = False
    stopped: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return not self.searching and self.done >= self.count


class TakingIn(QObject):
    """Keeps what became of each file since the desk was opened, newest last.

    ``progressed`` follows every file; ``finished`` comes when nothing is left, ``failed`` when the
    workspace itself could not go on, with what stood in the way: the files that were not reached are left.
    ``unread`` has a file of the watched folder that another program held or took away again.
    """

    progressed = Signal(object)
    finished = Signal()
    failed = Signal(object)
    unread = Signal(object)
    _found = Signal(object, object, object)

    def __init__(self, parent: QObject, workspace: OpenWorkspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._queue: deque[tuple[Path, str]] = deque()
        self._searches = 0
        self._stopped = Event()
        self._under_way = False
        self._done = 0
        self._count = 0
        self.arrivals: list[Arrival] = []
        self._found.connect(self._searched)

    @property
    def is_busy(self) -> bool:
        """Whether something is being taken in or looked for."""
        return self._under_way or self._searches > 0

    def take(self, paths: Sequence[Path], channel: str = WINDOW) -> None:
        """Take in files and whatever lies under folders.

        Folders are looked through on a thread of their own: a slow stick keeps neither the window
        nor the workspace waiting.
        """
        if not self.is_busy:
            self._done = self._count = 0
        if self._stopped.is_set():
            self._stopped = Event()
        folders = tuple(path for path in paths if path.is_dir())
        if folders:
            self._searches += 1
            arguments = (folders, channel, self._stopped)
            Thread(target=self._search, args=arguments, name="intake-search", daemon=True).start()
        self._add([(path, channel) for path in paths if path not in folders])

    def _search(self, paths: Sequence[Path], channel: str, stopped: Event) -> None:
        found: list[tuple[Path, str]] = []
        problem: ReformDeskError | None = None
        for path in paths:
            try:
                files = list(intake.find_files(path, lambda: not stopped.is_set()))
            except Refused:
                # the verdict on it says so
                files = [path]
            if not files:
                problem = Mendable("no-files", folder=str(path))
            found += [(file, channel) for file in files]
        # the desk may have gone meanwhile
        with suppress(RuntimeError):
            self._found.emit(found, problem, stopped)

    def _searched(self, found: list[tuple[Path, str]], problem: ReformDeskError | None, stopped: Event) -> None:
        self._searches -= 1
        if stopped.is_set():
            self._tell()
            self._end_if_done()
            return
        if problem is not None and not found:
            self.failed.emit(problem)
        self._add(found)

    def _add(self, found: Sequence[tuple[Path, str]]) -> None:
        self._queue += found
        self._count += len(found)
        self._go_on()

    def _go_on(self) -> None:
        self._tell()
        if self._under_way or self._end_if_done():
            return
        if self._queue:
            path, channel = self._queue.popleft()
            self._under_way = True
            # the moment that is noted with the file is the one that is shown
            moment = now()
            self._workspace.run(
                office_actions.take_in(path, channel, moment),
                lambda verdicts: self._taken(verdicts, path, channel, moment),
                failed=self._failed,
                origin=self,
            )

    def _taken(self, verdicts: Sequence[intake.Verdict], path: Path, channel: str, moment: datetime) -> None:
        self._under_way = False
        self._done += 1
        for one in verdicts:
            code = one.error.code if one.error is not None else ""
            if channel == WATCHED and code in _NOT_NOW:
                self.unread.emit(path)
            elif channel != WATCHED or one.state != intake.KNOWN:
                # what a watched folder has had all along is no news
                self.arrivals.append(Arrival(one, moment, channel, path))
        self._go_on()

    def _failed(self, problem: ReformDeskError) -> None:
        self._under_way = False
        self.stop()
        self.failed.emit(problem)

    def stop(self) -> None:
        """Take no more: the file under way is finished, those behind it stay outside and can be dropped again."""
        if not self.is_busy and not self._queue:
            return
        left = len(self._queue)
        self._queue.clear()
        self._stopped.set()
        self._count -= left
        self.progressed.emit(Progress(self._done, self._count, searching=False, stopped=left))
        self._end_if_done()

    def _tell(self) -> None:
        self.progressed.emit(Progress(self._done, self._count, searching=self._searches > 0))

    def _end_if_done(self) -> bool:
        over = not self.is_busy and not self._queue
        if over:
            self.finished.emit()
        return over
