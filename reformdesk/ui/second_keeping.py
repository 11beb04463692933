"""The second place while a desk is open: copies by themselves, how old they are, and what is wrong there."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from reformdesk.core import second_place, trial
from reformdesk.core.changes import Changes
from reformdesk.core.second_place import Prepared, SecondPlace
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.second_place import SecondPlaceDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import button, restyle
from reformdesk.ui.widgets.frame import Frame
from reformdesk.ui.workspace import OpenWorkspace, Operation

_AFTER_A_CHANGE = 10 * 60 * 1000
_EVERY_MINUTE = 60 * 1000


class SecondKeeping(QObject):
    """Takes copies ten minutes after a change and when the desk closes; shows in the status line how old they are.

    The way to the second place may be slow or gone, and is walked on a thread of its own: nobody waits for it.
    """

    _carried = Signal(object, object)

    def __init__(self, desk: Frame, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.standing = SecondPlace()
        self.dialog: SecondPlaceDialog | None = None
        self.is_copying = False
        self.status: QPushButton = button("", self.open, flat=True)
        self.status.setProperty("small", True)
        self.status.hide()
        desk.add_status(self.status)
        self._carried.connect(self._arrived)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_A_CHANGE)
        self._later.timeout.connect(self.copy_now)
        self._minutes = QTimer(self)
        self._minutes.setInterval(_EVERY_MINUTE)
        self._minutes.timeout.connect(self._say)
        workspace.changed.connect(lambda *_: self._look())
        workspace.read(_state, self._begin)

    def _begin(self, standing: SecondPlace | None) -> None:
        """Show how it stands; what the last day left behind is copied at once. A trial has no second place."""
        if standing is None:
            return
        self.standing = standing
        self.status.show()
        self._minutes.start()
        self._say()
        if standing.folder and (standing.behind or not standing.made_at):
            self.copy_now()

    def _look(self) -> None:
        self._workspace.read(_state, self._show)

    def _show(self, standing: SecondPlace | None) -> None:
        if standing is None:
            return
        self.standing = standing
        self._say()
        if standing.folder and standing.behind and not self._later.isActive():
            self._later.start()

    def _say(self) -> None:
        text = self._words(self.standing, now())
        worrying = self.standing.is_worrying(now()) and not self.is_copying
        self.status.setText(f"! {text}" if worrying else text)
        self.status.setAccessibleName(text)
        restyle(self.status, tone="warning" if worrying else "")
        if self.dialog is not None:
            self.dialog.show_standing(self.standing, text, is_copying=self.is_copying)

    def _words(self, standing: SecondPlace, moment: datetime) -> str:
        if not standing.folder:
            return self.tr("No second place for copies")
        if self.is_copying:
            return self.tr("Second copy: being made…")
        if not standing.made_at:
            return self.tr("Second copy: none yet")
        age = self._age(moment - datetime.fromisoformat(standing.made_at))
        if standing.failed:
            return self.tr("Second place not reached; copy: {age}").format(age=age)
        return self.tr("Second copy: {age}").format(age=age)

    def _age(self, age: timedelta) -> str:
        minutes = max(0, int(age.total_seconds() // 60))
        if minutes < 1:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("{count} min ago").format(count=minutes)
        if minutes < 24 * 60:
            return self.tr("{count} h ago").format(count=minutes // 60)
        return self.tr("{count} days ago").format(count=minutes // (24 * 60))

    def open(self) -> None:
        """Show the second place, to choose it or to copy now."""
        dialog = self.dialog = SecondPlaceDialog(self._desk, self._messages)
        dialog.copy.connect(self.copy_now)
        dialog.given_up.connect(lambda: self._choose(None))
        dialog.chosen.connect(self._choose)
        self._say()
        dialog.open()

    def _choose(self, folder: Path | None) -> None:
        self._workspace.run(_choose(folder), self._chosen, failed=self._refused)

    def _chosen(self, standing: SecondPlace) -> None:
        self.standing = standing
        self._say()
        if standing.folder:
            self.copy_now()

    def _refused(self, problem: ReformDeskError) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_problem(self._messages.words.error(problem))

    def copy_now(self) -> None:
        """Make a copy, unless one is being made."""
        if self.is_copying or not self.standing.folder:
            return
        self.is_copying = True
        self._say()
        self._workspace.run(_prepare, self._carry, failed=self._failed)

    def _carry(self, prepared: Prepared) -> None:
        Thread(target=self._deliver, args=(prepared,), name="second place", daemon=True).start()

    def _deliver(self, prepared: Prepared) -> None:
        problem: ReformDeskError | None = None
        try:
            second_place.deliver(prepared)
        except ReformDeskError as told:
            problem = told
        # the desk may have closed meanwhile
        with suppress(RuntimeError):
            self._carried.emit(prepared, problem)

    def _arrived(self, prepared: Prepared, problem: ReformDeskError | None) -> None:
        if problem is not None:
            self._failed(problem)
            return
        self.is_copying = False
        self._workspace.run(lambda opened: (None, second_place.note_made(opened, prepared)), lambda _: self._look())

    def _failed(self, problem: ReformDeskError) -> None:
        self.is_copying = False
        self._refused(problem)
        code = problem.code
        self._workspace.run(lambda opened: (None, second_place.note_failed(opened, code)), lambda _: self._look())

    def leave(self) -> None:
        """Make a last copy as the desk closes, where the place was there the last time it was looked at."""
        self._later.stop()
        self._minutes.stop()
        if self.standing.folder and self.standing.behind and not self.standing.failed and not self.is_copying:
            self._workspace.run(_copy_at_the_end)


def _state(workspace: Workspace) -> SecondPlace | None:
    return second_place.state(workspace) if trial.started_from(workspace) is None else None


def _choose(folder: Path | None) -> Operation[SecondPlace]:
    def operation(workspace: Workspace) -> tuple[SecondPlace, Changes]:
        second_place.choose(workspace, folder)
        return second_place.state(workspace), Changes.NOTHING

    return operation


def _prepare(workspace: Workspace) -> tuple[Prepared, Changes]:
    return second_place.prepare(workspace, now()), Changes.NOTHING


def _copy_at_the_end(workspace: Workspace) -> tuple[None, Changes]:
    """Copy once more; a stick that was pulled in the meantime keeps no desk open."""
    try:
        second_place.copy(workspace, now())
    except ReformDeskError as problem:
        second_place.note_failed(workspace, problem.code)
    return None, Changes.NOTHING
