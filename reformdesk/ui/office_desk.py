"""Home Affairs' desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from getpass import getuser
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton

from reformdesk.core import catalogue, founding, intake, merged, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.requests import Decided, Verdict
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import actions, correction_actions, office_actions
from reformdesk.ui.dates import day
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.new_round import NewRoundDialog
from reformdesk.ui.dialogs.request import VerdictDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.dialogs.revoke import RevokeDialog
from reformdesk.ui.dialogs.small import PassphraseDialog, QuestionDialog, VerdictsDialog
from reformdesk.ui.key_keeping import KeyKeeping
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.board import NOT_COMPARED, BoardData, read_board
from reformdesk.ui.models.keys import KeyLine, read_keys
from reformdesk.ui.models.review import ReviewData, read_review
from reformdesk.ui.pages.agencies import AgenciesPage, RoundsPage
from reformdesk.ui.pages.board import BoardPage
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.pages.waiting import WaitingPage
from reformdesk.ui.recovering import WritingRecovery
from reformdesk.ui.trust import Trust
from reformdesk.ui.widgets.basics import EmptyState, button
from reformdesk.ui.widgets.frame import NARROW_NAVIGATION, Frame
from reformdesk.ui.workspace import OpenWorkspace, Operation
from reformdesk.words import Words

BOARD, WAITING, TABLES, ROUNDS, AGENCIES, REVIEW, EMPTY = (
    "board",
    "waiting",
    "tables",
    "rounds",
    "agencies",
    "review",
    "empty",
)
_REPORTS = (("Excel", ".xlsx"), ("Word", ".docx"), ("CSV", ".csv"), ("JSON", ".json"))


class OfficeDesk(Frame):
    """Shows one round's board; the newest first."""

    shown = Signal()

    def __init__(self, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(NARROW_NAVIGATION)
        self.workspace = workspace
        self._messages = messages
        self._words: Words = messages.words
        self._round_id = ""
        self._data: BoardData | None = None
        self._queue: list[Path] = []
        self._verdicts: list[intake.Verdict] = []
        self._taking = False
        self.board = BoardPage(self._words)
        self.waiting = WaitingPage(self._words)
        self.tables = TablesPage(self._words)
        self.rounds = RoundsPage(self._words)
        self.agencies = AgenciesPage(self._words)
        self.review = ReviewPage(self._words)
        self.key = KeyKeeping(self, workspace, messages)
        self.recovering = WritingRecovery(self, workspace, messages)
        self.trust = Trust(self, workspace, messages.words.language)
        self._make_pages()
        self._make_tools()
        self._connect()
        self.hints.setText(self.tr("Drop files or folders here · Enter: open · Ctrl+O: take in · F5: read anew"))
        self.reload()

    def _make_pages(self) -> None:
        empty = EmptyState(
            self.tr("No round yet"),
            self.tr("Open the first round, then send its file to every agency. What comes back is dropped here."),
            button(self.tr("Open a new round…"), self.new_round, primary=True),
        )
        pages = {
            BOARD: self.board,
            WAITING: self.waiting,
            TABLES: self.tables,
            ROUNDS: self.rounds,
            AGENCIES: self.agencies,
            REVIEW: self.review,
            EMPTY: empty,
        }
        for key, page in pages.items():
            self.add_page(key, page)
        self.add_item(BOARD, self.tr("Board"))
        self.add_item(WAITING, self.tr("Waiting"))
        self.add_item(TABLES, self.tr("Consolidation"))
        self.add_gap()
        self.add_item(ROUNDS, self.tr("Rounds"))
        self.add_item(AGENCIES, self.tr("Agencies and keys"))

    def _make_tools(self) -> None:
        self.report_button = QToolButton()
        self.report_button.setObjectName("menuButton")
        self.report_button.setText(self.tr("Export the report ▾"))
        self.report_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.report_button)
        for name, suffix in _REPORTS:
            menu.addAction(f"{name} ({suffix})").triggered.connect(
                lambda _checked=False, suffix=suffix: self.export(suffix)
            )
        self.report_button.setMenu(menu)
        self.intake_button = button(self.tr("Take in files…"), self.choose_files, primary=True)
        self.add_tool(self.report_button, self.intake_button)

    def _connect(self) -> None:
        self.navigated.connect(self.open_page)
        self.board.opened.connect(lambda agency: self.open_review(agency, ""))
        self.waiting.opened.connect(self.open_review)
        self.review.other.connect(self.open_review)
        self.review.back.connect(lambda: self.open_page(BOARD))
        self.review.compare.connect(lambda _, key: self.trust.compare_submission(self._reviewed, key))
        for wanted, decision in (
            (self.review.provisional, office_actions.accept_provisionally),
            (self.review.chosen, office_actions.choose),
            (self.review.history_accepted, office_actions.accept_history),
        ):
            wanted.connect(partial(self._decide_on, decision))
        self.review.returned.connect(self._return)
        self.review.verdict.connect(self._ask_verdict)
        self.agencies.own_key.connect(self.key.open)
        self.agencies.revoke.connect(self._ask_to_revoke)
        self.agencies.recovery.connect(self.recovering.ask)
        self.recovering.said.connect(self.report)
        self.key.said.connect(self.report)
        self.rounds.opened.connect(self.open_round)
        self.rounds.new_round.connect(self.new_round)
        self.rounds.save_file.connect(self._save_round)
        self.rounds.save_replies.connect(self._save_replies)
        self.workspace.changed.connect(self._changed)
        for keys, verb in (("Ctrl+O", self.choose_files), ("F5", self.reload)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)

    def reload(self) -> None:
        """Read the board anew and show it."""

        def read(workspace: Workspace) -> BoardData | None:
            return read_board(workspace, self._round_id) if roundbook.round_ids(workspace) else None

        self.workspace.read(read, self._show)

    def _show(self, data: BoardData | None) -> None:
        self.ready.emit()
        first = self._data is None
        self._data = data
        for tool in (self.report_button, self.intake_button):
            tool.setEnabled(data is not None)
        if data is None:
            self.say(self.tr("Home Affairs"), self.workspace.path.name)
            self.show_page(BOARD, EMPTY)
            self.shown.emit()
            return
        self._round_id = data.round.id
        office = data.round.by_id[data.round.office].text(self._words.language)
        title = data.round.title.text(self._words.language)
        self.say(
            f"{office} · {title}",
            self.tr("{count} agencies · due {day} · {catalogue}").format(
                count=len(data.lines),
                day=day(data.round.deadline),
                catalogue=data.round.catalogue.name.text(self._words.language),
            ),
        )
        self.item(WAITING).show_badge(len(data.waiting))
        counts = self.tr("received {received}/{count}").format(received=data.count("good"), count=len(data.lines))
        if data.count(NOT_COMPARED):
            of_these = self.tr("code not compared: {count}").format(count=data.count(NOT_COMPARED))
            counts = f"{counts} · {of_these}"
        self.counts.setText(counts)
        if first:
            self.open_page(BOARD)
            self.board.table.setFocus()
        else:
            self._refresh_page()
        self.shown.emit()

    def open_round(self, round_id: str) -> None:
        """Show another round's board."""
        self._round_id = round_id
        self._data = None
        self.reload()

    def open_page(self, key: str) -> None:
        """Show a page."""
        if self._data is None:
            return
        self.show_page(key)
        self._refresh_page()

    def _refresh_page(self) -> None:
        data = self._data
        page = self.stack.currentWidget()
        if data is None:
            return
        if page is self.board:
            self.board.refresh(data)
        elif page is self.waiting:
            self.waiting.refresh(data)
        elif page is self.tables:
            self.workspace.read(merged.consolidated, self.tables.refresh)
        elif page is self.rounds:
            self.workspace.read(_all_boards, self.rounds.refresh)
        elif page is self.agencies:
            self.workspace.read(read_keys, self.agencies.refresh)
        elif page is self.review:
            self.open_review(self._reviewed.received.agency, self._reviewed.received.digest)

    def open_review(self, agency: str, digest: str) -> None:
        """Show a submission of an agency."""
        round_id = self._round_id
        self.workspace.read(lambda workspace: read_review(workspace, round_id, agency, digest), self._show_review)

    def _show_review(self, data: ReviewData | None) -> None:
        if data is None:
            self.report(self.tr("Nothing was received from this agency yet."), "quiet")
            return
        self.report("")
        self._reviewed = data
        self.review.show_review(data)
        self.show_page(BOARD, REVIEW)

    def _decide(self, operation: Operation[None]) -> None:
        self.workspace.run(operation)

    def _decide_on(self, decision: Callable[[str, str], Operation[None]], digest: str) -> None:
        self._decide(decision(digest, getuser()))

    def _return(self, digest: str, indicator: str) -> None:
        self.returning = ReturnDialog(self, self._reviewed, self._words)
        self.returning.accepted.connect(
            lambda: self._decide(office_actions.send_back(digest, self.returning.returned(), getuser()))
        )
        self.returning.open()
        if indicator:
            self.returning.ask(indicator)

    def _ask_to_revoke(self, line: KeyLine) -> None:
        who = line.agency.text(self._words.language)
        if line.is_head:
            who = self.tr("the head of {agency}").format(agency=who)
        received = None if line.office_role else line.received
        self.revoking = RevokeDialog(self, who, matching_code(line.fingerprint), received)
        self.revoking.accepted.connect(
            lambda: self._decide(
                office_actions.revoke_key(line.subject, line.fingerprint, self.revoking.reason.text(), getuser())
            )
        )
        self.revoking.open()

    def choose_files(self) -> None:
        """Take in files from a dialog."""
        if self._data is not None:
            self.take_files(self._messages.choose_files(self, self.tr("Take in files"), (".rdsub", ".zip")))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take in files and folders one after the other, with progress; then say what became of each."""
        if self._data is None:
            self._messages.error(self, Mendable("no-round-to-take"))
            return
        found = [file for path in paths for file in _files_in(path)]
        if paths and not found:
            self._messages.error(self, Mendable("no-files", folder=str(paths[0])))
        self._queue += found
        if not self._taking and self._queue:
            self._taking = True
            self._verdicts = []
            self._take_next()

    def _take_next(self) -> None:
        if not self._queue:
            self._taking = False
            self.report("")
            self._tell_verdicts()
            return
        done = len(self._verdicts)
        self.report(
            self.tr("Taking in {number} of {count}…").format(number=done + 1, count=done + len(self._queue)), "quiet"
        )
        self.workspace.run(
            office_actions.take_in(self._queue.pop(0), "window"), self._taken, failed=self._intake_failed, origin=self
        )

    def _taken(self, verdicts: list[intake.Verdict]) -> None:
        self._verdicts += verdicts
        self._take_next()

    def _intake_failed(self, problem: ReformDeskError) -> None:
        self._queue.clear()
        self._messages.error(self, problem)
        self._take_next()

    def _tell_verdicts(self) -> None:
        self.reload()
        data = self._data
        if data is None or not self._verdicts:
            return
        names = {agency.id: agency.text(self._words.language) for agency in data.round.agencies}
        self.verdicts = VerdictsDialog(self, self._verdicts, names, self._words)
        self.verdicts.open()

    def export(self, suffix: str) -> None:
        """Save the report of all rounds."""
        target = self._messages.choose_target(self, self.tr("Export the report"), f"report{suffix}")
        if target is not None:
            self.workspace.run(office_actions.write_report(target), self._written)

    def _written(self, target: Path) -> None:
        self.report(self.tr("✓ Saved to {file}").format(file=target))

    def new_round(self) -> None:
        """Lay out a round and open it."""
        self.workspace.read(
            lambda workspace: (founding.base_plan(workspace), actions.has_key(workspace)),
            lambda read: self._lay_out_round(*read),
        )

    def _lay_out_round(self, base: RoundPlan, has_key: bool) -> None:
        indicators = catalogue.parse(base.catalogue)
        self.opening = NewRoundDialog(self, base, indicators, self._messages, new_key=not has_key)
        self.opening.accepted.connect(self._open_new_round)
        self._offer_tokens(self.opening, self.opening.key)
        self.opening.open()

    def _offer_tokens(self, dialog: QuestionDialog, box: KeyBox) -> None:
        """Look for tokens when a dialog's key box asks for them."""
        box.wants_tokens.connect(
            lambda: self.workspace.read(
                actions.find_tokens, box.offer, failed=lambda problem: dialog.show_problem(self._words.error(problem))
            )
        )

    def _open_new_round(self) -> None:
        plan, target = self.opening.plan(), self.opening.target()
        operation = office_actions.open_round(plan, self.opening.key.choice(), target)
        self.workspace.run(operation, lambda path: self._round_opened(plan.id, path), failed=self._round_failed)

    def _round_opened(self, round_id: str, path: Path) -> None:
        self.open_round(round_id)
        self._messages.tell(
            self, self.tr("The round is open. Send this file to every agency:\n{file}").format(file=path)
        )

    def _round_failed(self, problem: ReformDeskError) -> None:
        self.opening.show_problem(self._words.error(problem))
        self.opening.open()

    def _ask_verdict(self, request: str, verdict: str, what: str) -> None:
        """Ask for the words on a request, then keep what was decided."""
        dialog = self.deciding = VerdictDialog(self, Verdict(verdict), what)
        dialog.accepted.connect(lambda: self._decide_request(request, dialog))
        dialog.open()

    def _decide_request(self, request: str, dialog: VerdictDialog) -> None:
        decided = Decided(request, dialog.verdict, dialog.words.toPlainText())
        agency = self._reviewed.received.agency
        self._decide(correction_actions.answer(self._round_id, agency, decided, getuser()))

    def _save_round(self, round_id: str) -> None:
        target = self._messages.choose_target(self, self.tr("Save the round file"), f"{round_id}.rdround")
        if target is not None:
            self.workspace.run(office_actions.write_round(round_id, target), self._written)

    def _save_replies(self, round_id: str) -> None:
        target = self._messages.choose_target(self, self.tr("Save receipts"), f"{round_id}.rdreply")
        if target is not None:
            self.sealing = PassphraseDialog(self, self.tr("Receipts for all agencies"))
            self.sealing.accepted.connect(lambda: self._write_replies(round_id, target))
            self._offer_tokens(self.sealing, self.sealing.key)
            self.sealing.open()

    def _write_replies(self, round_id: str, target: Path) -> None:
        operation = office_actions.write_replies(round_id, self.sealing.key.choice(), target)
        self.workspace.run(operation, self._written, failed=self._sealing_failed)

    def _sealing_failed(self, problem: ReformDeskError) -> None:
        self.sealing.show_problem(self._words.error(problem))
        self.sealing.open()

    def _changed(self, changes: Changes, origin: object) -> None:
        if changes and origin is not self:
            self.reload()

    def leave(self) -> None:
        """Stop taking in before the desk closes; what was taken is taken."""
        self._queue.clear()


def _files_in(path: Path) -> list[Path]:
    return list(intake.find_files(path)) if path.is_dir() else [path]


def _all_boards(workspace: Workspace) -> list[BoardData]:
    return [read_board(workspace, round_id) for round_id in reversed(roundbook.round_ids(workspace))]
