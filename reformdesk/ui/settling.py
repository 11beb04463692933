"""Settling what waits and what desks decided apart, and taking decisions back, at Home Affairs' desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import conflicts
from reformdesk.core.conflicts import Step
from reformdesk.core.foreseeing import Effect, Place
from reformdesk.core.text import sentence
from reformdesk.ui import conflict_actions
from reformdesk.ui.dates import now
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.take_back import TakeBackDialog
from reformdesk.ui.models.conflict import ConflictData, effect_words, read_conflict
from reformdesk.ui.models.decided import decision_words, hands_words, reason_words
from reformdesk.ui.models.decisions import DecidedLine, DecisionsData, read_decisions
from reformdesk.ui.pages.conflict import ConflictPage
from reformdesk.ui.pages.decisions import DecisionsPage
from reformdesk.ui.trust import Trust
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


class Settling(QObject):
    """Connects the page of what waits and that of decisions; ``source`` is the page that one goes back to.

    ``looking`` asks for the page of what waits, ``left`` says that there is nothing more to decide there,
    ``reviewed`` asks for a submission (agency and digest); ``said`` has a sentence for the status line.
    """

    looking = Signal()
    left = Signal()
    reviewed = Signal(str, str)
    said = Signal(str)

    def __init__(
        self,
        desk: QWidget,
        workspace: OpenWorkspace,
        words: Words,
        pages: tuple[ConflictPage, DecisionsPage],
        parts: tuple[Trust, Deciding],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._words = words
        self._page, self._list = pages
        self._trust, self._deciding = parts
        self.round_id = ""
        self.source = ""
        self._wanted = (Place("", ""), "")
        self._waited = self._done = False
        self.data: ConflictData | None = None
        self.dialog: TakeBackDialog | None = None
        self._decisions: DecisionsData | None = None
        self._page.decided.connect(self._decide)
        self._page.compare.connect(self._compare)
        self._page.back.connect(self.left)
        self._page.opened.connect(self.reviewed)
        self._list.opened.connect(self._open_line)
        self._list.take_back.connect(self._ask_back)

    def open(self, source: str, agency: str, digest: str) -> None:
        """Show what can be decided on a submission."""
        self._open(source, Place(self.round_id, agency, digest))

    def _open(self, source: str, place: Place, decision_id: str = "") -> None:
        self.source = source
        self._wanted = place, decision_id
        self._waited = self._done = False
        self.open_again()

    def open_again(self) -> None:
        """Read anew what is on show; once it is decided there is nothing to show any more."""
        wanted = self._wanted

        def show(data: ConflictData | None) -> None:
            if wanted == self._wanted:
                self._show(data)

        self._workspace.read(lambda workspace: read_conflict(workspace, *wanted), show)

    def _show(self, data: ConflictData | None) -> None:
        received = data.conflict.received if data is not None else None
        waits = received.needs_decision if received is not None else data is not None
        if data is None or (not waits and (self._waited or self._done)):
            self.left.emit()
            return
        self.data, self._waited, self._done = data, waits, False
        self._page.show_conflict(data)
        self.looking.emit()

    def _decide(self, step: str, subject: str, reason: str) -> None:
        place = self._wanted[0]
        self._deciding.run(
            partial(conflict_actions.decide, place, (Step(step), subject), reason),
            self._decided,
        )

    def _decided(self) -> None:
        self._done = True
        self.said.emit(self.tr("✓ Decided. It can be taken back under “Decisions”."))

    def _compare(self, _digest: str, key: str) -> None:
        if self.data is not None and self.data.review is not None:
            self._trust.compare_submission(self.data.review, key)

    def list_decisions(self, round_id: str) -> None:
        """Show what was decided in a round."""
        self.round_id = round_id

        def show(data: DecisionsData) -> None:
            self._decisions = data
            self._list.refresh(data)

        self._workspace.read(lambda workspace: read_decisions(workspace, round_id), show)

    def _open_line(self, one: DecidedLine) -> None:
        """Show what a decision is about: where desks contradict each other, what to decide."""
        received = one.received
        if one.contested and received is not None and received.contested:
            self._open("decisions", Place(self.round_id, received.agency, received.digest))
        elif one.contested:
            self._open("decisions", Place(self.round_id, one.decision.agency), one.decision.id)
        elif received is not None:
            self.reviewed.emit(received.agency, received.digest)

    def _ask_back(self, one: DecidedLine) -> None:
        round_id, decision_id = self.round_id, one.decision.id
        self._workspace.read(
            lambda workspace: conflicts.foresee_taking_back(workspace, round_id, decision_id, now()),
            lambda effect: self._show_back(one, effect),
        )

    def _show_back(self, one: DecidedLine, effect: Effect) -> None:
        data = self._decisions
        if data is None:
            return
        words = self._words
        hands = "; ".join(hands_words(one.line, words))
        what = " ".join(
            filter(
                None,
                [f"{hands}: {sentence(decision_words(one.decision, data.named, words))}", reason_words(one.decision)],
            )
        )
        dialog = self.dialog = TakeBackDialog(self._desk, what, effect_words(effect, data.round, words))
        dialog.accepted.connect(
            lambda: self._deciding.run(
                partial(conflict_actions.take_back, one.decision.id, dialog.reason.text()),
                lambda: self.said.emit(self.tr("✓ Taken back. The decision stays in the journal.")),
            )
        )
        dialog.open()
