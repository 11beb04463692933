"""Decisions at Home Affairs' desk bear the name of who decides; it is asked for once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import journal
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui.dialogs.officer import OfficerDialog
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words

Result = TypeVar("Result")


class Deciding(QObject):
    """Runs what is decided under the officer's name; ``dialog`` is the one that asked for it last.

    ``asking`` says that the name has to be given first.
    """

    asking = Signal()

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, words: Words) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._words = words
        self.dialog: OfficerDialog | None = None

    def run(
        self,
        decision: Callable[[str], Operation[Result]],
        then: Callable[[], object] | None = None,
        *,
        found: Callable[[Result], object] | None = None,
        failed: Callable[[ReformDeskError], object] | None = None,
    ) -> None:
        """Run a decision, made for a name, and ``then`` go on; where the desk has none yet, it is asked for first.

        ``found`` gets the decision's result; ``failed`` hears what cannot be decided so, instead of a box that says it.
        """

        # in one operation: what was decided just before the desk closes is kept
        def decide(workspace: Workspace) -> tuple[tuple[Result] | None, Changes]:
            name = journal.officer(workspace)
            if not name:
                return None, Changes.NOTHING
            result, changes = decision(name)(workspace)
            return (result,), changes

        def decided(done: tuple[Result] | None) -> None:
            if done is None:
                self.asking.emit()
                again = partial(self.run, decision, then, found=found, failed=failed)
                self._ask("", self.tr("Save and decide"), again)
                return
            if found is not None:
                found(*done)
            if then is not None:
                then()

        self._workspace.run(decide, decided, failed=failed)

    def run_from(self, dialog: QuestionDialog, decision: Callable[[str], Operation[None]]) -> None:
        """Run what a dialog asked for; where that cannot be, the dialog says why with everything still in it."""

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._words.error(problem))
            dialog.open()

        self.run(decision, failed=failed)

    def with_name(self, verb: Callable[[str], object]) -> None:
        """Do something for which the officer's name is wanted; where the desk has none yet, it is asked for first."""

        def found(name: str) -> None:
            if name:
                verb(name)
            else:
                self._ask("", self.tr("Save and go on"), lambda: self.with_name(verb))

        self._workspace.read(journal.officer, found)

    def rename(self) -> None:
        """Let the officer's name be changed, as when somebody else sits at the desk."""
        self._workspace.read(journal.officer, lambda name: self._ask(name, self.tr("Save"), lambda: None))

    def _ask(self, name: str, go: str, then: Callable[[], object]) -> None:
        dialog = self.dialog = OfficerDialog(self._desk, name, go)

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._words.error(problem))
            dialog.open()

        def keep() -> None:
            given = dialog.name.text()
            self._workspace.run(
                lambda workspace: (None, journal.name_officer(workspace, given)), lambda _: then(), failed=failed
            )

        dialog.accepted.connect(keep)
        dialog.open()
