"""Reviewing at Home Affairs' desk: a submission is shown, and what is decided on it is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.requests import Decided, Verdict
from reformdesk.ui import correction_actions, office_actions
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.request import VerdictDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.models.review import ReviewData, read_review
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.trust import Trust
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words


class Reviewing(QObject):
    """Connects the page of a submission; ``data`` is what was shown last.

    ``looking`` asks for the page, ``nothing`` says that the agency has sent nothing yet.
    """

    looking = Signal()
    nothing = Signal()
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
        page.other.connect(self.open)
        self._trust = trust
        page.compare.connect(lambda _, key: trust.compare_submission(self.data, key))
        for wanted, decision in (
            (page.provisional, office_actions.accept_provisionally),
            (page.chosen, office_actions.choose),
            (page.history_accepted, office_actions.accept_history),
        ):
            wanted.connect(partial(self._decide_on, decision))
        page.returned.connect(self._return)
        page.verdict.connect(self._ask_verdict)
        self.round_id = ""

    def open(self, agency: str, digest: str) -> None:
        """Show a submission of an agency, the newest where ``digest`` is empty."""
        round_id = self.round_id
        self._workspace.read(lambda workspace: read_review(workspace, round_id, agency, digest), self._show)

    def compare(self, round_id: str, agency: str, digest: str) -> None:
        """Compare the key that sealed a submission, from wherever it is listed."""

        def ask(data: ReviewData | None) -> None:
            if data is not None:
                self._trust.compare_submission(data, data.received.signer)

        self._workspace.read(lambda workspace: read_review(workspace, round_id, agency, digest), ask)

    def open_again(self) -> None:
        """Read anew what is on show."""
        self.open(self.data.received.agency, self.data.received.digest)

    def _show(self, data: ReviewData | None) -> None:
        if data is None:
            self.nothing.emit()
            return
        self.data = data
        self._page.show_review(data)
        self.looking.emit()

    def _decide_on(self, decision: Callable[[str, str], Operation[None]], digest: str) -> None:
        self._deciding.run(lambda author: decision(digest, author))

    def _return(self, digest: str, indicator: str) -> None:
        dialog = self.returning = ReturnDialog(self._desk, self.data, self._words)
        dialog.accepted.connect(
            lambda: self._deciding.run(lambda author: office_actions.send_back(digest, dialog.returned(), author))
        )
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
