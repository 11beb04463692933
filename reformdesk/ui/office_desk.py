"""Home Affairs' desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton

from reformdesk.core import intake, merged, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.ui import office_actions
from reformdesk.ui.dates import day
from reformdesk.ui.dialogs.small import VerdictsDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.board import NOT_COMPARED, BoardData, read_board
from reformdesk.ui.models.keys import read_keys
from reformdesk.ui.models.review_run import Run
from reformdesk.ui.office_errands import OfficeErrands
from reformdesk.ui.pages.agencies import AgenciesPage, RoundsPage
from reformdesk.ui.pages.board import BoardPage
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.pages.waiting import WaitingPage
from reformdesk.ui.widgets.basics import EmptyState, button
from reformdesk.ui.widgets.frame import NARROW_NAVIGATION, Frame
from reformdesk.ui.workspace import OpenWorkspace
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
    """Shows one round's board; the newest first.

    ``goes_to`` asks for another workspace to be opened, ``trial_ended`` for a trial (its workspace) to
    be thrown away and the real one to be opened again.
    """

    shown = Signal()
    goes_to = Signal(object)
    trial_ended = Signal(object, object)

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
        self.errands = OfficeErrands(self, workspace, messages)
        self._make_pages()
        self._make_tools()
        self._connect()
        self._lists_keys = self.tr("Drop files or folders here · Enter: open · Ctrl+O: take in · F5: read anew")
        self.hints.setText(self._lists_keys)
        # a trial says that it is one
        self.trying = self.errands.trying
        self.second = self.errands.second
        self.reload()

    def _make_pages(self) -> None:
        empty = EmptyState(
            self.tr("No round yet"),
            self.tr("Open the first round, then send its file to every agency. What comes back is dropped here."),
            button(self.tr("Open a new round…"), self.errands.new_round, primary=True),
            button(self.tr("Trial run first…"), self.errands.try_out),
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
                lambda _checked=False, suffix=suffix: self.errands.handing_out.export_report(suffix)
            )
        self.report_button.setMenu(menu)
        self.intake_button = button(self.tr("Take in files…"), self.choose_files, primary=True)
        self.add_tool(self.report_button, self.intake_button)
        self.hand_over_button = button(self.tr("Hand over…"), self.errands.hand_over, flat=True)
        self.below_navigation.addWidget(self.hand_over_button)

    def _connect(self) -> None:
        self.navigated.connect(self.open_page)
        self.board.opened.connect(lambda agency: self._go_through(BOARD, agency, ""))
        self.waiting.opened.connect(partial(self._go_through, WAITING))
        self.review.back.connect(self._leave_review)
        self.review.answers.details.opened.connect(self.errands.open_file)
        self.review.answers.details.saved.connect(self.errands.save_file)
        self.agencies.own_key.connect(self.errands.open_key)
        self.agencies.revoke.connect(self.errands.revoke)
        self.agencies.recovery.connect(self.errands.write_recovery)
        self.rounds.opened.connect(self.open_round)
        self.rounds.new_round.connect(self.errands.new_round)
        self.rounds.save_file.connect(self.errands.save_round)
        self.rounds.save_replies.connect(self.errands.save_replies)
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
        self.hints.setText(self._lists_keys)
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
            self.errands.reviewing.open_again()

    def open_review(self, agency: str, digest: str) -> None:
        """Show a submission of an agency by itself."""
        self._review(Run(BOARD, ((agency, digest),), 0))

    def _go_through(self, source: str, agency: str, digest: str) -> None:
        """Show a submission as one of those that its list shows, in the list's order."""
        stops = self.waiting.stops() if source == WAITING else self.board.stops()
        if (agency, digest) in stops:
            self._review(Run.at(source, stops, (agency, digest)))
        else:
            self.open_review(agency, digest)

    def _review(self, run: Run) -> None:
        self.errands.reviewing.round_id = self._round_id
        self.errands.reviewing.go_through(run)

    def show_review(self) -> None:
        """Show the page of the submission that was read."""
        self.report("")
        self.hints.setText(self.tr("N, P: next, previous · R: ask · Enter: details · E: files · Esc: back to the list"))
        self.show_page(self.errands.reviewing.run.source, REVIEW)

    def _leave_review(self) -> None:
        """Go back to the list one came from, to the line one is at."""
        reviewing = self.errands.reviewing
        self.open_page(reviewing.run.source)
        page = self.waiting if reviewing.run.source == WAITING else self.board
        page.go_to(reviewing.data.received)

    def say_nothing_received(self) -> None:
        """Say that there is no submission to show."""
        self.report(self.tr("Nothing was received from this agency yet."), "quiet")

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

    def _changed(self, changes: Changes, origin: object) -> None:
        if changes and origin is not self:
            self.reload()

    def leave(self) -> None:
        """Stop taking in before the desk closes; what was taken is taken, and goes to the second place."""
        self._queue.clear()
        self.errands.leave()
        self.second.leave()


def _files_in(path: Path) -> list[Path]:
    return list(intake.find_files(path)) if path.is_dir() else [path]


def _all_boards(workspace: Workspace) -> list[BoardData]:
    return [read_board(workspace, round_id) for round_id in reversed(roundbook.round_ids(workspace))]
