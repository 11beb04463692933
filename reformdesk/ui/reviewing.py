"""Reviewing at Home Affairs' desk: a submission is shown, and what is decided on it is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.requests import Decided, Verdict
from reformdesk.errors import ReformDeskError
from reformdesk.ui import conflict_actions, correction_actions, entered_actions, office_actions
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.request import VerdictDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.dialogs.why import WhyDialog, WithdrawDialog
from reformdesk.ui.models.review import ReviewData, read_review
from reformdesk.ui.models.review_run import Run
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.trust import Trust
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words


class Reviewing(QObject):
    """Connects the page of a submission; ``data`` is what was shown last, ``run`` the list one goes through.

    ``looking`` asks for the page, ``nothing`` says that the agency has sent nothing yet, ``all_reviewed`` that
    what counts in the list was all looked at.
    """

    looking = Signal()
    nothing = Signal()
    all_reviewed = Signal()
    data: ReviewData

    def __init__(
        self,
        desk: QWidget,
        workspace: OpenWorkspace,
        words: Words,
        page: ReviewPage,
        parts: tuple[Trust, Deciding],
    ) -> None:
        super().__init__(desk)
        trust, self._deciding = parts
        self._desk = desk
        self._workspace = workspace
        self._words = words
        self._page = page
        self.run = Run()
        self._wanted = ("", "")
        self._asked = 0
        page.other.connect(self.open)
        self._trust = trust
        page.step.connect(self._step)
        page.compare.connect(lambda _, key: trust.compare_submission(self.data, key))
        page.provisional.connect(self._accept_provisionally)
        page.chosen.connect(self._choose)
        page.history_accepted.connect(self._accept_history)
        page.entered.holds.connect(self._hold_beside)
        page.entered.withdraw.connect(self._withdraw)
        page.returned.connect(self._return)
        page.accepted.connect(self._accept)
        self._deciding.asking.connect(page.await_no_more)
        page.verdict.connect(self._ask_verdict)
        self.round_id = ""

    def go_through(self, run: Run) -> None:
        """Show the submission that a run is at, and go on from there."""
        if run.stop is not None:
            self.run = run
            self._page.show_run(run)
            self.open(*run.stop)

    def _step(self, step: int) -> None:
        run = self.run.beside(step)
        if run is not None:
            self.go_through(run)

    def open(self, agency: str, digest: str) -> None:
        """Show a submission of an agency, the newest where ``digest`` is empty."""
        self._page.await_next()
        self._read(agency, digest)

    def compare(self, round_id: str, agency: str, digest: str) -> None:
        """Compare the key that sealed a submission, from wherever it is listed."""

        def ask(data: ReviewData | None) -> None:
            if data is not None:
                self._trust.compare_submission(data, data.received.signer)

        self._workspace.read(lambda workspace: read_review(workspace, round_id, agency, digest), ask)

    def open_again(self) -> None:
        """Read anew what is on show, or what was asked for since."""
        self._read(*self._wanted)

    def _read(self, agency: str, digest: str) -> None:
        """Read a submission; what was asked for before it and is not read yet is not shown any more."""
        self._wanted = agency, digest
        self._asked += 1
        asked, round_id = self._asked, self.round_id

        def show(data: ReviewData | None) -> None:
            if asked == self._asked:
                self._show(data)

        self._workspace.read(lambda workspace: read_review(workspace, round_id, agency, digest), show)

    def _show(self, data: ReviewData | None) -> None:
        if data is None:
            self.nothing.emit()
            return
        self.data = data
        self._wanted = data.received.agency, data.received.digest
        self._page.show_review(data)
        self.looking.emit()

    def _accept_provisionally(self, digest: str) -> None:
        self._deciding.run(lambda author: office_actions.accept_provisionally(digest, author))

    def _choose(self, digest: str) -> None:
        """Decide a fork, once it is said why."""
        self._ask_why(
            WhyDialog(
                self._desk,
                self.tr("Let this one hold?"),
                self.tr("It counts from now on. The other with this number stays here and does not count."),
                self.tr("This one holds"),
            ),
            partial(office_actions.choose, digest),
        )

    def _accept_history(self, digest: str) -> None:
        """Accept a history that does not go on, once it is said why."""
        self._ask_why(
            WhyDialog(
                self._desk,
                self.tr("Accept it although its history does not go on?"),
                self.tr("It counts from now on, and those that go on from it."),
                self.tr("Accept it all the same"),
            ),
            partial(office_actions.accept_history, digest),
        )

    def _hold_beside(self, pair: tuple[str, str], holds: str) -> None:
        """Decide between an agency's own and what was entered on its behalf, once it is said why."""
        titles = {"own": self.tr("Use the agency's file?"), "entered": self.tr("Keep the entry?")}
        names = {"own": self.tr("Use the agency's file"), "entered": self.tr("Keep the entry")}
        text = self.tr("It counts from now on. The other stays here and does not count; it can be decided anew.")
        self._ask_why(
            WhyDialog(self._desk, titles[holds], text, names[holds]),
            partial(entered_actions.hold_beside, pair, holds),
        )

    def _withdraw(self, digest: str) -> None:
        """Give up an entry on behalf, once it is said why."""
        agency = self.data.round.by_id[self.data.received.agency].text(self._words.language)
        self._ask_why(WithdrawDialog(self._desk, agency), partial(entered_actions.withdraw, digest))

    def _ask_why(self, dialog: WhyDialog, decision: Callable[[str, str], Operation[None]]) -> None:
        """Decide with the reason that a dialog asks for; ``why`` is the one that asked last."""
        self.why = dialog
        dialog.accepted.connect(
            lambda: self._deciding.run_from(dialog, lambda author: decision(dialog.reason.text().strip(), author))
        )
        dialog.open()

    def _accept(self, digest: str) -> None:
        """Accept what was looked at and go on; what is pressed meanwhile is meant for the next one."""
        self._page.await_next()
        round_id, run = self.round_id, self.run
        self._deciding.run(
            lambda author: conflict_actions.accept(round_id, digest, run, author),
            found=self._go_on,
            failed=self._not_accepted,
        )

    def _not_accepted(self, problem: ReformDeskError) -> None:
        self._page.await_no_more()
        self._workspace.failed.emit(problem)

    def _go_on(self, run: Run | None) -> None:
        if run is not None:
            self.go_through(run)
            return
        # the one that was accepted is read anew, and shows that it was
        self.open_again()
        self.all_reviewed.emit()

    def _return(self, digest: str, indicator: str) -> None:
        dialog = self.returning = ReturnDialog(self._desk, self.data, self._words)
        dialog.accepted.connect(
            lambda: self._deciding.run(lambda author: office_actions.send_back(digest, dialog.returned(), author))
        )
        dialog.phrasing.changed.connect(lambda phrases: self._workspace.run(office_actions.keep_phrases(phrases)))
        dialog.open()
        if indicator:
            dialog.ask(indicator)

    def _ask_verdict(self, request: str, verdict: str, what: str) -> None:
        """Ask for the words on a request, then keep what was decided."""
        dialog = self.deciding = VerdictDialog(self._desk, Verdict(verdict), what)
        dialog.accepted.connect(lambda: self._decide_request(request, dialog))
        dialog.open()

    def _decide_request(self, request: str, dialog: VerdictDialog) -> None:
        decided = Decided(request, dialog.verdict, dialog.words.toPlainText())
        agency = self.data.received.agency
        round_id = self.round_id
        self._deciding.run(lambda author: correction_actions.answer(round_id, agency, decided, author))
