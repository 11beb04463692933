"""Home Affairs' desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reformdesk.core import roundbook
from reformdesk.core.board import ENTERED, NOT_COMPARED, OVERDUE, RECEIVED, BoardData, outlines, read_board
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.ui import closing_words
from reformdesk.ui.comparing_rounds import ComparingRounds
from reformdesk.ui.consolidating import Consolidating
from reformdesk.ui.dates import day, now
from reformdesk.ui.day_turning import DayTurning
from reformdesk.ui.intake_desk import IntakeDesk
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.keys import read_keys
from reformdesk.ui.models.review_run import Run
from reformdesk.ui.office_errands import OfficeErrands
from reformdesk.ui.outlying import Outlying
from reformdesk.ui.pages.agencies import AgenciesPage
from reformdesk.ui.pages.board import BoardPage
from reformdesk.ui.pages.comparison import ComparisonPage
from reformdesk.ui.pages.conflict import ConflictPage
from reformdesk.ui.pages.decisions import DecisionsPage
from reformdesk.ui.pages.entering_for import EnteringPage
from reformdesk.ui.pages.intake import IntakePage
from reformdesk.ui.pages.outliers import OutliersPage
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.pages.rounds import RoundsPage
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.pages.waiting import WaitingPage
from reformdesk.ui.widgets.basics import EmptyState, button
from reformdesk.ui.widgets.frame import NARROW_NAVIGATION, Frame
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words

DECISIONS, CONFLICT = "decisions", "conflict"
BOARD, INTAKE, WAITING, TABLES, ROUNDS, AGENCIES, REVIEW, LINEAGE, ENTERING, EMPTY = (
    "board",
    "intake",
    "waiting",
    "tables",
    "rounds",
    "agencies",
    "review",
    "lineage",
    "entering",
    "empty",
)
COMPARISON, OUTLIERS = "comparison", "outliers"
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
        self.board = BoardPage(self._words)
        self.intake = IntakePage(self._words)
        self.waiting = WaitingPage(self._words)
        self.tables = TablesPage(self._words)
        self.outliers = OutliersPage(self._words)
        self.comparison = ComparisonPage(self._words)
        self.rounds = RoundsPage(self._words)
        self.agencies = AgenciesPage(self._words)
        self.review = ReviewPage(self._words)
        self.entering = EnteringPage(self._words)
        self._entering_from = BOARD
        self.conflict = ConflictPage(self._words)
        self.decisions = DecisionsPage(self._words)
        self.errands = OfficeErrands(self, workspace, messages)
        self.taking = IntakeDesk(self, workspace, messages, self.intake)
        self.consolidating = Consolidating(self, workspace, self.tables)
        self.outlying = Outlying(self, workspace, self._words, self.outliers, self.tables)
        self.comparing = ComparingRounds(self, workspace, messages, self.comparison)
        self._make_pages()
        self._make_tools()
        self._connect()
        self._lists_keys = self.tr("Drop files or folders here · Enter: open · Ctrl+O: take in · F5: read anew")
        self.hints.setText(self._lists_keys)
        # a trial says that it is one
        self.trying = self.errands.trying
        self.second = self.errands.second
        self.days = DayTurning(self)
        self.days.turned.connect(self.reload)
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
            INTAKE: self.intake,
            WAITING: self.waiting,
            TABLES: self.tables,
            OUTLIERS: self.outliers,
            COMPARISON: self.comparison,
            ROUNDS: self.rounds,
            AGENCIES: self.agencies,
            REVIEW: self.review,
            ENTERING: self.entering,
            CONFLICT: self.conflict,
            DECISIONS: self.decisions,
            EMPTY: empty,
        }
        for key, page in pages.items():
            self.add_page(key, page)
        self.offer_page(LINEAGE, lambda: self.errands.tracing.page)
        self.add_item(BOARD, self.tr("Board"))
        self.add_item(INTAKE, self.tr("Intake"))
        self.add_item(WAITING, self.tr("Waiting"))
        self.add_item(TABLES, self.tr("Consolidation"))
        self.add_item(COMPARISON, self.tr("Comparison"))
        self.add_item(DECISIONS, self.tr("Decisions"))
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
        self.board.wants_reminders.connect(lambda: self._with_board(self.errands.remind))
        self.board.wants_extension.connect(
            lambda agencies: self._with_board(lambda data: self.errands.extending.extend(data, agencies))
        )
        for pile in (self.intake.pile, self.waiting.pile):
            pile.compare.connect(lambda: self._with_board(self.errands.compare_pile))
            pile.accept.connect(lambda: self._with_board(self.errands.accept_pile))
        self.intake.received.connect(self.errands.correct_arrival)
        self.review.received.connect(self.errands.correct_received)
        self.board.wants_arrivals.connect(lambda: self._with_board(self.errands.show_arrivals))
        self.waiting.decide.connect(partial(self._decide, WAITING))
        self.review.decide.connect(partial(self._decide, REVIEW))
        self.tables.opened.connect(self._open_share)
        self.tables.adjust.connect(self.errands.adjust_total)
        self.review.traced.connect(self.errands.trace)
        self.board.enter_for.connect(lambda agency: self.errands.entering_for.open(self._round_id, agency))
        self.intake.enter_for.connect(self.errands.enter_arrival)
        self.review.entered.correct.connect(
            lambda agency: self.errands.entering_for.open(self.errands.reviewing.round_id, agency)
        )
        self.intake.opened.connect(self._open_arrival)
        self.intake.compare.connect(self.errands.compare_arrival)
        self.intake.provisional.connect(self.errands.accept_arrival)
        self.taking.progressed.connect(self._taking_in)
        self.taking.finished.connect(self.reload)
        self.review.back.connect(self._leave_review)
        self.review.answers.details.opened.connect(self.errands.open_file)
        self.review.answers.details.saved.connect(self.errands.save_file)
        self.tables.wants_charts.connect(self.errands.show_charts)
        self.tables.wants_outliers.connect(lambda: self._open_outliers(self._round_id))
        self.outliers.opened.connect(partial(self._go_through, OUTLIERS))
        self.outliers.share.connect(self._show_share)
        self.outliers.charts.connect(self.errands.show_charts)
        self.outliers.back.connect(lambda: self.open_page(TABLES))
        self.comparison.charts.connect(self.errands.show_charts)
        self.comparing.said.connect(self.report)
        self.agencies.own_key.connect(self.errands.open_key)
        self.agencies.officer.connect(self.errands.name_officer)
        self.agencies.revoke.connect(self.errands.revoke)
        self.agencies.recovery.connect(self.errands.write_recovery)
        self.rounds.opened.connect(self.open_round)
        self.rounds.new_round.connect(self.errands.new_round)
        self.rounds.hand_out.connect(self.errands.issue_round)
        self.rounds.correct.connect(self.errands.correct_round)
        self.rounds.save_file.connect(self.errands.save_round)
        self.rounds.save_replies.connect(self.errands.save_replies)
        self.rounds.earlier.connect(self.errands.ask_earlier)
        self.rounds.close_round.connect(self.errands.close_round)
        self.tables.closing_line.close_round.connect(self.errands.close_round)
        self.workspace.changed.connect(self._changed)
        for keys, verb in (("Ctrl+O", self.choose_files), ("F5", self.reload)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)

    def reload(self) -> None:
        """Read the board anew and show it."""

        def read(workspace: Workspace) -> BoardData | None:
            return read_board(workspace, self._round_id, now()) if roundbook.round_ids(workspace) else None

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
        counts = self.tr("received {received}/{count}").format(received=data.count(RECEIVED), count=len(data.lines))
        if data.count(NOT_COMPARED):
            of_these = self.tr("code not compared: {count}").format(count=data.count(NOT_COMPARED))
            counts = f"{counts} · {of_these}"
        if data.count(ENTERED):
            of_these = self.tr("entered on behalf: {count}").format(count=data.count(ENTERED))
            counts = f"{counts} · {of_these}"
        if data.count(OVERDUE):
            overdue = self.tr("overdue: {count}").format(count=data.count(OVERDUE))
            counts = f"{counts} · {overdue}"
        closed = closing_words.told(data.closing, self._words)
        self.counts.setText(f"{counts} · {closed}" if closed else counts)
        self.tables.closing_line.show_stand(data.round, data.closing)
        self.taking.begin(data.round.id)
        if first:
            self.open_page(BOARD)
            self.board.table.setFocus()
            self.consolidating.prepare()
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
        self.show_page(_entry_of(key), key)
        self._refresh_page()

    def _refresh_page(self) -> None:
        data = self._data
        page = self.stack.currentWidget()
        if data is None or self._refresh_decided(page):
            return
        if page is self.board:
            self.board.refresh(data)
        elif page is self.intake:
            self.intake.pile.show_pile(data)
            self.taking.refresh()
        elif page is self.waiting:
            self.waiting.refresh(data)
        elif page is self.tables:
            self.consolidating.refresh()
            self.outlying.count(data.round.id)
        elif page in (self.outliers, self.comparison):
            self._refresh_compared(data.round.id)
        elif page is self.rounds:
            self.workspace.read(lambda workspace: outlines(workspace, now()), self.rounds.refresh)
        elif page is self.agencies:
            self.workspace.read(read_keys, self.agencies.refresh)
        elif page is self.review:
            self.errands.reviewing.open_again()
        elif page is self.entering:
            self.errands.entering_for.open_again()

    def _refresh_decided(self, page: QWidget | None) -> bool:
        """Refresh the pages of what was and what is to be decided."""
        if page is self.decisions:
            self.errands.settling.round_id = self._round_id
            self.errands.settling.list_decisions()
        elif page is self.conflict:
            self.errands.settling.open_again()
        return page in (self.decisions, self.conflict)

    def _refresh_compared(self, round_id: str) -> None:
        """Show what is measured by other rounds as it stands."""
        if self.stack.currentWidget() is self.outliers:
            self.outlying.open(self.outlying.round_id or round_id)
        else:
            self.comparing.refresh(round_id)

    def open_review(self, agency: str, digest: str) -> None:
        """Show a submission of an agency by itself."""
        self._review(Run(BOARD, ((agency, digest),), 0))

    def _go_through(self, source: str, agency: str, digest: str) -> None:
        """Show a submission as one of those that its list shows, in the list's order."""
        lists = {BOARD: self.board.stops, WAITING: self.waiting.stops, OUTLIERS: self.outliers.stops}
        stops = lists[source]()
        if (agency, digest) in stops:
            self._review(Run.at(source, stops, (agency, digest)))
        else:
            self.open_review(agency, digest)

    def _open_outliers(self, round_id: str) -> None:
        """List what stands out in a round."""
        self.outlying.round_id = round_id
        self.open_page(OUTLIERS)

    def _show_share(self, round_id: str, name: str, agency: str) -> None:
        """Show a total with the share of an agency."""
        self.open_page(TABLES)
        self.tables.go_to(round_id, name, agency)

    def _review(self, run: Run) -> None:
        self.errands.reviewing.round_id = self.outlying.round_id if run.source == OUTLIERS else self._round_id
        self.errands.reviewing.go_through(run)

    def _open_arrival(self, round_id: str, agency: str, digest: str) -> None:
        """Show a submission of whatever round it belongs to."""
        self.errands.reviewing.round_id = round_id
        self.errands.reviewing.go_through(Run(INTAKE, ((agency, digest),), 0))

    def _open_share(self, agency: str, digest: str) -> None:
        """Show the submission behind a share of the chosen total, as one of all behind it."""
        self.errands.reviewing.round_id = self.tables.chosen[0]
        self.errands.reviewing.go_through(Run.at(TABLES, self.tables.pane.stops(), (agency, digest)))

    def show_lineage(self) -> None:
        """Show the page of the signed file that was read."""
        self.hints.setText(self.tr("Enter: save the file · Esc: back to the submission"))
        self.show_page(_entry_of(self.errands.reviewing.run.source), LINEAGE)

    def leave_lineage(self) -> None:
        """Go back to the submission one came from."""
        self.show_review()
        self.review.take_focus()

    def _with_board(self, verb: Callable[[BoardData], object]) -> None:
        if self._data is not None:
            verb(self._data)

    def show_review(self) -> None:
        """Show the page of the submission that was read."""
        self.report("")
        run = self.errands.reviewing.run
        from_table = run.source == TABLES
        followed = self.tables.chosen[1] if from_table else ""
        if run.source == OUTLIERS and run.stop is not None:
            followed = self.outliers.indicator_at(*run.stop)
        self.review.follow(followed)
        self.hints.setText(
            self.tr("A: accept · R: ask · N, P: next, previous · Enter: details · E: files · Esc: back to the list")
        )
        if from_table:
            self.hints.setText(
                self.tr("Enter, L: the signed file · N, P: next, previous share · Esc: back to the shares")
            )
        self.show_page(_entry_of(run.source), REVIEW)

    def _decide(self, source: str, agency: str, digest: str) -> None:
        """Show what can be decided on a submission, and what each choice does."""
        self.errands.settling.round_id = self.errands.reviewing.round_id if source == REVIEW else self._round_id
        self.errands.settling.open(source, agency, digest)

    def show_conflict(self) -> None:
        """Show the page of what waits."""
        source = self.errands.settling.source
        self.hints.setText(self.tr("↑ ↓, space: choose · Ctrl+Enter: decide · Esc: back"))
        self.show_page(self.errands.reviewing.run.source if source == REVIEW else source, CONFLICT)

    def leave_conflict(self) -> None:
        """Go back to the page one came from."""
        source = self.errands.settling.source
        if source == REVIEW:
            self.errands.reviewing.open_again()
        elif self.stack.currentWidget() is self.conflict:
            self.open_page(source)
            (self.waiting if source == WAITING else self.decisions).table.setFocus()

    def review_decided(self, agency: str, digest: str) -> None:
        """Show a submission from the page of what waits, or from that of decisions."""
        source = self.errands.settling.source if self.stack.currentWidget() is self.conflict else DECISIONS
        self._review(Run(BOARD if source == REVIEW else source, ((agency, digest),), 0))

    def _leave_review(self) -> None:
        """Go back to the list one came from, to the line one is at."""
        reviewing = self.errands.reviewing
        self.open_page(reviewing.run.source)
        if reviewing.run.source == WAITING:
            self.waiting.go_to(reviewing.data.received)
        elif reviewing.run.source == BOARD:
            self.board.go_to(reviewing.data.received)
        elif reviewing.run.source == TABLES:
            self.tables.go_back_to(reviewing.data.received.agency)
        elif reviewing.run.source == OUTLIERS:
            self.outliers.go_to(reviewing.data.received)

    def show_entering(self) -> None:
        """Show the page of what is entered on behalf of an agency."""
        if self.stack.currentWidget() is not self.entering:
            self._entering_from = INTAKE if self.stack.currentWidget() is self.intake else BOARD
            self.report("")
            self.hints.setText(self.tr("Enter, arrows: next field · F4: explanation · Ctrl+Enter: seal"))
            self.show_page(self._entering_from, ENTERING)

    def leave_entering(self) -> None:
        """Go back to where one came from."""
        self.open_page(self._entering_from)
        (self.board.table if self._entering_from == BOARD else self.intake.table).setFocus()

    def say_all_reviewed(self) -> None:
        """Say that all that counts in the list was looked at."""
        self.report(self.tr("✓ All submissions of this list that count are reviewed."))

    def say_nothing_received(self) -> None:
        """Say that there is no submission to show."""
        self.report(self.tr("Nothing was received from this agency yet."), "quiet")

    def choose_files(self) -> None:
        """Take in files from a dialog."""
        if self._data is not None:
            self.take_files(self._messages.choose_files(self, self.tr("Take in files"), (".rdsub", ".zip", ".xlsx")))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take in files and folders; the page of it shows how far it is and what becomes of each."""
        if self._data is None:
            self._messages.error(self, Mendable("no-round-to-take"))
        elif others := self.errands.entering_for.take_files(paths, on_show=self.stack.currentWidget() is self.entering):
            self.taking.take(others)
            self.open_page(INTAKE)

    def _taking_in(self, text: str) -> None:
        self.report(text, "quiet")

    def _changed(self, changes: Changes, origin: object) -> None:
        if changes and not self.taking.is_origin(origin):
            self.reload()

    def leave(self) -> None:
        """Stop taking in before the desk closes; what was taken is taken, and goes to the second place."""
        self.taking.leave()
        self.consolidating.leave()
        self.second.leave()
        self.errands.leave()


def _entry_of(page: str) -> str:
    """Return the entry of the navigation that a page belongs to."""
    return TABLES if page == OUTLIERS else page
