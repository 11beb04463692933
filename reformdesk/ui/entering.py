"""Entry at an agency's desk: what is typed becomes an operation, and what became of it is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reformdesk.core import values
from reformdesk.core.answers import Given
from reformdesk.core.entry import TYPED, UNCHANGED, VALUE
from reformdesk.core.values import Ambiguous, Status, Unreadable, Value
from reformdesk.errors import ReformDeskError
from reformdesk.ui import entry_actions, field_actions
from reformdesk.ui.dates import clock, now
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.workspace import OpenWorkspace, Operation

if TYPE_CHECKING:
    from reformdesk.ui.pages.field_panel import FieldPanel


class Entering(QObject):
    """Connects the form with the workspace.

    ``said`` is for the status line, with its tone; ``stale`` asks for the round to be read anew;
    ``unsettled`` says that a field asks something; ``stepped`` names the field that undo changed.
    """

    said = Signal(str, str)
    stale = Signal()
    unsettled = Signal()
    stepped = Signal(str)

    def __init__(self, form: FormPage, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(form)
        self._form = form
        self._workspace = workspace
        self._messages = messages
        self.data: FormData | None = None
        self._draft: tuple[str, str, str] | None = None
        self._drafting = False
        form.drafted.connect(self._keep_draft)
        form.taken_back.connect(self._drop_draft)
        form.typed.connect(self._typed)
        form.decided.connect(self._decided)
        form.explained.connect(self._explained)
        form.narrated.connect(self._narrate)
        form.cleared.connect(self._clear)
        form.unchanged.connect(self._confirm)
        form.wants_history.connect(self._show_history)
        form.panel_made.connect(self._connect_panel)

    def _connect_panel(self, panel: FieldPanel) -> None:
        panel.history.restore.connect(self._restore)

    def undo(self) -> None:
        """Take the last step back."""
        if self.data is not None:
            self._step(entry_actions.undo(self.data.round.id))

    def redo(self) -> None:
        """Do it again."""
        if self.data is not None:
            self._step(entry_actions.redo(self.data.round.id))

    def _keep_draft(self, name: str, part: str, text: str) -> None:
        """Keep what is being typed; while that is under way, only the newest is wanted."""
        self._draft = (name, part, text)
        if not self._drafting:
            self._send_draft()

    def _send_draft(self, _: object = None) -> None:
        self._drafting = False
        if self.data is not None and self._draft is not None:
            operation = entry_actions.keep_draft(self.data.round, *self._draft)
            self._draft, self._drafting = None, True
            self._workspace.run(operation, self._send_draft, failed=self._send_draft, origin=self)

    def _drop_draft(self, name: str) -> None:
        self._draft = None
        if self.data is not None:
            self._workspace.run(
                entry_actions.drop_draft(self.data.round, name, VALUE), failed=self._send_draft, origin=self
            )
        self.unsettled.emit()

    def _typed(self, name: str, text: str) -> None:
        if self.data is None:
            return
        # the answers that are no figure may also be typed in the interface's language
        status = self._messages.words.status_named(text)
        reading = status or values.read(text, self.data.round.catalogue.indicators[name])
        if isinstance(reading, Ambiguous | Unreadable):
            self._form.ask(name, reading)
            self.unsettled.emit()
        else:
            self._decided(name, reading)

    def _decided(self, name: str, value: Value) -> None:
        if self.data is not None:
            self.store(entry_actions.enter(self.data.round, name, value), name)

    def _explained(self, name: str, words: str) -> None:
        if self.data is not None:
            self.store(entry_actions.explain(self.data.round, name, words), name)

    def _narrate(self, area: str, words: str) -> None:
        if self.data is not None:
            self.store(field_actions.narrate(self.data.round, area, words), area)

    def _confirm(self, stocks: Mapping[str, Value]) -> None:
        """Say of an area's open stocks that they stand still."""
        self.take({name: Given(value) for name, value in stocks.items()}, UNCHANGED)

    def _show_history(self, name: str) -> None:
        if self.data is not None:
            round_ = self.data.round
            indicator = round_.catalogue.indicators[name]
            reading = entry_actions.history(round_, name)
            self._workspace.read(reading, lambda changes: self._form.panel.history.show_changes(changes, indicator))

    def _restore(self, change: int) -> None:
        if self.data is not None:
            self.store(entry_actions.restore(self.data.round, change))

    def _clear(self, names: Sequence[str]) -> None:
        """Leave several fields blank in one step."""
        self.take({name: Given(Status.BLANK) for name in names}, TYPED)

    def take(self, given: Mapping[str, Given], source: str) -> None:
        """Write several answers in one step; ``source`` is one of :mod:`reformdesk.core.entry`'s."""
        if self.data is not None and given:
            self.store(entry_actions.take(self.data.round, given, source), *given)

    def store(self, operation: Operation[None], *names: str) -> None:
        """Run what writes the answers of some fields, and say what became of it."""
        if self._draft is not None and self._draft[0] in names:
            self._draft = None  # it would come after what it became
        self._workspace.run(
            operation,
            lambda _: self._stored(*names),
            failed=lambda problem: self._not_stored(problem, names, lambda: self.store(operation, *names)),
            origin=self,
            first=True,
        )
        # what became of it comes later, however quick the disk
        self.said.emit(self.tr("Saving…"), "quiet")

    def _step(self, operation: Operation[str | None]) -> None:
        self._workspace.run(
            operation,
            self._stepped,
            failed=lambda problem: self._not_stored(problem, (), lambda: self._step(operation)),
            origin=self,
        )

    def _stored(self, *names: str) -> None:
        self._form.show_no_trouble()
        for name in names:
            self._form.settle(name)
        self.said.emit(self.tr("✓ Saved {time}").format(time=clock(now())), "good")
        self.stale.emit()

    def _not_stored(self, problem: ReformDeskError, names: Sequence[str], retry: Callable[[], object]) -> None:
        """Say so above the form: no box may stop the hand."""
        self.said.emit(self.tr("✕ Not saved"), "error")
        self._form.show_trouble(next(iter(names), ""), self._messages.words.error(problem), retry)
        self.unsettled.emit()

    def _stepped(self, name: str | None) -> None:
        if name is not None:
            self._stored(name)
            self.stepped.emit(name)
