"""Long work of a workspace's worker, done a step at a time: between two steps it does whatever else was asked of it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui.workspace import OpenWorkspace


class Work(Protocol):
    """What is done; :meth:`close` clears away what is half done. Both are called on the worker alone."""

    def step(self, workspace: Workspace) -> object:
        """Do the next step, and tell how far the work is or what came of it."""

    def close(self) -> None:
        """Let go of what is half done."""


@runtime_checkable
class OnWindows(Protocol):
    """What a step asks for that only the windows' thread may do; done again and again until the work goes on."""

    def go_on(self) -> object:
        """Do some of it, a moment long, and tell how far the work is."""

    def close(self) -> None:
        """Let go of what is half done, on the same thread."""


class Steps:
    """The steps of a generator that needs no workspace; ``None`` once there are no more."""

    def __init__(self, steps: Generator[object]) -> None:
        self._steps = steps

    def step(self, _workspace: Workspace) -> object:
        """Do the next step."""
        return next(self._steps, None)

    def close(self) -> None:
        """Let go of what is half done."""
        self._steps.close()


class Stepwise(QObject):
    """One piece of work at a time, of which a kind of it says how it is shown and what came of it."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._work: Work | None = None
        self._asked_for: OnWindows | None = None
        self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def _start(self, work: Work) -> None:
        self._work = work
        self._go_on()

    def _go_on(self) -> None:
        if self._work is not None:
            self._workspace.read(self._work.step, self._stepped, failed=self._fail, broken=self._break)

    def _stepped(self, told: Any) -> None:
        self._asked_for = told if isinstance(told, OnWindows) else None
        if self._asked_for is not None:
            try:
                told = self._asked_for.go_on()
            except BaseException:
                self._close_here()
                self._break()
                raise
        if self._is_last(told):
            self._work = None
            self._done(told)
        elif self._is_stopped and self._may_stop(told):
            self._clear_away()
        else:
            self._show(told)
            self._go_on()

    def _stop(self) -> None:
        """Stop after the step that is under way."""
        self._is_stopped = True

    def _close_here(self) -> None:
        asked_for, self._asked_for = self._asked_for, None
        if asked_for is not None:
            asked_for.close()

    def _clear_away(self) -> None:
        self._close_here()
        work, self._work = self._work, None
        if work is not None:
            self._workspace.read(lambda _workspace: work.close(), lambda _: self._stopped())

    def _fail(self, problem: ReformDeskError) -> None:
        self._work = None
        self._failed(problem)

    def _break(self) -> None:
        self._work = None
        self._stopped()

    def leave(self) -> None:
        """Clear away what is half done before the desk closes."""
        self._close_here()
        work, self._work = self._work, None
        if work is not None:
            self._workspace.read(lambda _workspace: work.close(), lambda _: None)

    def _is_last(self, told: Any) -> bool:
        """Whether the work is done with what a step told."""
        raise NotImplementedError

    def _may_stop(self, _told: Any) -> bool:
        """Whether there is still something to be stopped."""
        return True

    def _show(self, told: Any) -> None:
        """Show how far it is."""
        raise NotImplementedError

    def _done(self, told: Any) -> None:
        """Show what came of it."""
        raise NotImplementedError

    def _stopped(self) -> None:
        """Let it be begun again: it was stopped, or a bug ended it, which is reported elsewhere."""
        raise NotImplementedError

    def _failed(self, problem: ReformDeskError) -> None:
        """Say why it did not work."""
        raise NotImplementedError
