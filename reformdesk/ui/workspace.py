"""The open workspace: one worker does all its work, one signal says what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

from reformdesk.core import backups, soundness, store
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError, StoreError
from reformdesk.ui.worker import Outcome, Worker

Result = TypeVar("Result")
Operation = Callable[[Workspace], tuple[Result, Changes]]
Then = Callable[[Result], object]
_EVERYTHING = ~Changes.NOTHING
_A_MOMENT = 0.004
"""Seconds that the window stands still for a write: less than one picture of the screen."""


class OpenWorkspace(QObject):
    """A workspace file at work.

    Every operation runs on the one worker thread, in the order asked; its result, or its error,
    comes back on the thread that owns this object. ``changed`` follows each commit.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    broke = Signal(object)
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        super().__init__()
        self.path = workspace.path
        self.office = workspace.office
        self.owner = workspace.owner
        self._workspace = workspace
        self._worker = worker
        self._pending = 0
        self._unproved = False
        self._closed = False
        # never before the caller goes on, even where the worker was quicker than that
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, settle: Callable[[], None]) -> None:
        settle()

    @property
    def to_look(self) -> bool:
        """Whether it is damaged, and nothing is written to it."""
        return self._workspace.to_look

    @to_look.setter
    def to_look(self, damaged: bool) -> None:
        self._workspace.to_look = damaged

    def prove(self) -> None:
        """Ask whether every figure is what it was, once what is being shown is painted, or before it is written to."""
        if not self.to_look:
            self._unproved = True
            QTimer.singleShot(0, self, self._prove_now)

    def _prove_now(self) -> None:
        if self._unproved:
            self._unproved = False
            self.read(soundness.require, lambda _: None)

    @property
    def is_busy(self) -> bool:
        """Whether an operation is under way or waiting."""
        return self._pending > 0 or self._unproved

    def run(
        self,
        operation: Operation[Result],
        then: Then[Result] | None = None,
        *,
        failed: Callable[[ReformDeskError], object] | None = None,
        broken: Callable[[], object] | None = None,
        origin: object = None,
        first: bool = False,
    ) -> None:
        """Run an operation; ``then`` gets its result, ``failed`` its error (else the signal does).

        ``broken`` is called before a bug is reported: whoever waits lets go, since neither of the others comes.

        ``first``: it is to be on the disk before the window goes on drawing, which would keep the worker from
        the interpreter; a disk that needs more than a moment is not waited for. Once the workspace is
        closed, nothing is run any more.
        """
        # what is damaged is not written to
        self._prove_now()
        self._do(operation, then, (failed, broken), origin, wait=_A_MOMENT if first else 0)

    def _do(
        self,
        operation: Operation[Result],
        then: Then[Result] | None,
        otherwise: tuple[Callable[[ReformDeskError], object] | None, Callable[[], object] | None],
        origin: object = None,
        wait: float = 0,
    ) -> None:
        if self._closed:
            return
        self._pending += 1
        self._worker.do(
            lambda: _going_on(operation, self._workspace),
            lambda done: self._finished.emit(lambda: self._settle(done, then, otherwise, origin)),
            wait=wait,
        )

    def read(
        self,
        reading: Callable[[Workspace], Result],
        then: Then[Result],
        *,
        failed: Callable[[ReformDeskError], object] | None = None,
        broken: Callable[[], object] | None = None,
    ) -> None:
        """Run something that changes nothing."""
        self._do(lambda workspace: (reading(workspace), Changes.NOTHING), then, (failed, broken))

    def _settle(
        self,
        done: Outcome[tuple[Any, Changes]],
        then: Then[Any] | None,
        otherwise: tuple[Callable[[ReformDeskError], object] | None, Callable[[], object] | None],
        origin: object,
    ) -> None:
        failed, broken = otherwise
        self._pending -= 1
        problem = done.problem
        if isinstance(problem, ReformDeskError):
            if failed is not None and not self._closed:
                failed(problem)
            elif not (self._closed and self.to_look):
                # that nothing could be kept on leaving was said all the time
                self.failed.emit(problem)
        elif problem is not None:
            if broken is not None and not self._closed:
                broken()
            self.broke.emit(problem)
        elif not self._closed:
            result, changes = done.get()
            if then is not None:
                then(result)
            if changes:
                self.changed.emit(changes, origin)
        if not self._pending:
            self.idle.emit()

    def close(self) -> None:
        """Finish what is under way, close the file, end the worker; what fails is still told, now."""
        self._closed = True
        self._worker.do(self._workspace.close, lambda _: None)
        self._worker.close()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)


def _going_on(operation: Operation[Result], workspace: Workspace) -> tuple[Result, Changes]:
    """Run an operation; where the file was gone and is back, on the file that is there now."""
    try:
        return operation(workspace)
    except StoreError as problem:
        if problem.code != "workspace-gone":
            raise
    except ReformDeskError:
        raise
    except Exception as problem:
        # whatever stumbles over damaged text is no bug
        if workspace.to_look or soundness.problems(workspace):
            raise StoreError("workspace-damaged", file=workspace.path.name) from problem
        raise
    workspace.reattach()
    # whoever put it back may have put back another state of it
    result, _ = operation(workspace)
    return result, _EVERYTHING


def open_path(path: Path) -> OpenWorkspace:
    """Open a workspace file, on its worker; whoever shows it has it proved. Raises :class:`ReformDeskError`."""
    return _opened(lambda: _open_with_backup(path))


def look_at(path: Path) -> OpenWorkspace:
    """Open a damaged workspace as far as it goes, to be looked at only; raises :class:`ReformDeskError`."""
    return _opened(lambda: store.open_workspace(path, to_look=True))


def adopt(make: Callable[[], Workspace]) -> OpenWorkspace:
    """Make a workspace on its worker and open it; raises :class:`ReformDeskError`."""
    return _opened(make)


def _opened(make: Callable[[], Workspace]) -> OpenWorkspace:
    worker = Worker("workspace")
    try:
        return OpenWorkspace(worker.ask(make), worker)
    except BaseException:
        worker.close(wait=False)
        raise


def _open_with_backup(path: Path) -> Workspace:
    workspace = store.open_workspace(path)
    try:
        now = datetime.now(UTC)
        if backups.is_due(path, now):
            # a backup of what is not sound would drive a sound one out
            soundness.require(workspace)
            store.backup_if_due(workspace, now)
    except ReformDeskError:
        workspace.close()
        raise
    return workspace
