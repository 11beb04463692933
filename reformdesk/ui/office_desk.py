"""Home Affairs' desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from reformdesk.core import adjusting, roundbook
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
from reformdesk.ui.office_errands import OfficeErrands
from reformdesk.ui.office_pages import (
    AGENCIES,
    BOARD,
    COMPARISON,
    CONFLICT,
    DECISIONS,
    EDITION,
    EMPTY,
    ENTERING,
    INTAKE,
    LINEAGE,
    OUTLIERS,
    REVIEW,
    ROUNDS,
    TABLES,
    WAITING,
    entry_of,
)
from reformdesk.ui.office_ways import OfficeWays
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
from reformdesk.ui.report_menu import report_menu
from reformdesk.ui.widgets.basics import EmptyState, button
from reformdesk.ui.widgets.frame import NARROW_NAVIGATION, Frame
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words

_REPORTS = {".xlsx", ".docx", ".csv", ".json"}
"""How the names of files end that may be reports; to look into others would load much for nothing."""


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
        self.round_id = ""
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
        self.conflict = ConflictPage(self._words)
        self.decisions = DecisionsPage(self._words)
        self.ways = OfficeWays(self)
        self.errands = OfficeErrands(self, workspace, messages)
        self.taking = IntakeDesk(self, workspace, messages, self.intake)
        self.consolidating = Consolidating(self, workspace, self.tables)
        self.outlying = Outlying(self, workspace, self._words, self.outliers, self.tables)
        self.comparing = ComparingRounds(self, workspace, messages, self.comparison)
        self._make_pages()
        self._refreshers = self._make_refreshers()
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
            button(self.tr("Trial run first…"), self._try_out),
            button(self.tr("Earlier figures…"), lambda: self.errands.ask_earlier("")),
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
        self.offer_page(EDITION, self._page_to_draw_on)
        self.add_item(BOARD, self.tr("Board"))
        self.add_item(INTAKE, self.tr("Intake"))
        self.add_item(WAITING, self.tr("Waiting"))
        self.add_item(TABLES, self.tr("Consolidation"))
        self.add_item(COMPARISON, self.tr("Comparison"))
        self.add_item(DECISIONS, self.tr("Decisions"))
        self.add_gap()
        self.add_item(ROUNDS, self.tr("Rounds"))
        self.add_item(EDITION, self.tr("Indicators, agencies"))
        self.add_item(AGENCIES, self.tr("Agencies and keys"))

    def _try_out(self) -> None:
        """Play a round that is thrown away."""
        self.trying.start()

    def _make_tools(self) -> None:
        self.report_button = QToolButton()
        self.report_button.setObjectName("menuButton")
        self.report_button.setText(self.tr("Export the report ▾"))
        self.report_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = report_menu(self.report_button, self.errands.export_report, self.errands.export_report_as)
        menu.addSeparator()
        menu.addAction(self.tr("Fill a form…"), lambda: self.errands.filling.open(self.round_id))
        menu.addAction(self.tr("Check a report…"), self.errands.check_report)
        self.report_button.setMenu(menu)
        self.intake_button = button(self.tr("Take in files…"), self.choose_files, primary=True)
        self.add_tool(self.report_button, self.intake_button)
        self.hand_over_button = button(self.tr("Hand over…"), self.errands.hand_over, flat=True)
        self.below_navigation.addWidget(self.hand_over_button)

    def _connect(self) -> None:
        self.navigated.connect(self.open_page)
        self.board.opened.connect(lambda agency: self.ways.go_through(BOARD, agency, ""))
        self.waiting.opened.connect(partial(self.ways.go_through, WAITING))
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
        self.waiting.decide.connect(partial(self.ways.decide, WAITING))
        self.review.decide.connect(partial(self.ways.decide, REVIEW))
        self.tables.opened.connect(self.ways.open_share)
        self.tables.adjust.connect(self.errands.adjust_total)
        self.review.traced.connect(self.errands.trace)
        self.board.enter_for.connect(lambda agency: self.errands.entering_for.open(self.round_id, agency))
        self.intake.enter_for.connect(self.errands.enter_arrival)
        self.review.entered.correct.connect(
            lambda agency: self.errands.entering_for.open(self.errands.reviewing.round_id, agency)
        )
        self.intake.opened.connect(self.ways.open_arrival)
        self.intake.compare.connect(self.errands.compare_arrival)
        self.intake.provisional.connect(self.errands.accept_arrival)
        self.taking.progressed.connect(self.say_progress)
        self.taking.finished.connect(self.reload)
        self.review.back.connect(self.ways.leave_review)
        self.review.answers.details.opened.connect(self.errands.open_file)
        self.review.answers.details.saved.connect(self.errands.save_file)
        self.tables.wants_charts.connect(self.errands.show_charts)
        self.tables.wants_rekeying.connect(lambda: self.errands.rekey(self.round_id))
        self.tables.wants_outliers.connect(lambda: self.ways.open_outliers(self.round_id))
        self.outliers.opened.connect(partial(self.ways.go_through, OUTLIERS))
        self.outliers.share.connect(self.ways.show_share)
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
        for keys, verb in (("Ctrl+O", self.choose_files), ("F5", self.reload), ("Ctrl+E", self._export)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)

    def reload(self) -> None:
        """Read the board anew and show it."""

        def read(workspace: Workspace) -> BoardData | None:
            # what was reported before there was a desk is no round to receive for
            asked = set(roundbook.round_ids(workspace)) - adjusting.past_rounds(workspace)
            return read_board(workspace, self.round_id, now()) if asked else None

        self.workspace.read(read, self._show)

    def _show(self, data: BoardData | None) -> None:
        self.ready.emit()
        first = self._data is None
        self._data = data
        for tool in (self.report_button, self.intake_button):
            tool.setEnabled(data is not None)
        if data is None:
            self.say(self.tr("Home Affairs"), self.workspace.path.name)
            self.count("")
            if not self._is_drawing:
                self.show_page(BOARD, EMPTY)
            self.shown.emit()
            return
        self.round_id = data.round.id
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
        self.count(f"{counts} · {closed}" if closed else counts)
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
        self.round_id = round_id
        self._data = None
        self.reload()

    def open_page(self, key: str) -> None:
        """Show a page; before the first round there is none but the next edition."""
        if self._data is None and key != EDITION:
            return
        self.hints.setText(self.errands.editing.keys if key == EDITION else self._lists_keys)
        self.show_page(entry_of(key), key)
        self._refresh_page()

    def _page_to_draw_on(self) -> QWidget:
        page = self.errands.editing.page
        page.turned.connect(self._say_keys_of_drawing)
        return page

    def _say_keys_of_drawing(self) -> None:
        """Say the keys that hold on the part of the next edition that is on show, where it is on show."""
        if self._is_drawing:
            self.hints.setText(self.errands.editing.keys)

    @property
    def _is_drawing(self) -> bool:
        """Whether the next edition is on show, which begins when it is first gone to."""
        return self.page == EDITION

    def _refresh_page(self) -> None:
        if self._is_drawing:
            self.errands.editing.refresh()
            return
        refresh = self._refreshers.get(self.stack.currentWidget())
        if self._data is not None and refresh is not None:
            refresh(self._data)

    def _make_refreshers(self) -> dict[QWidget | None, Callable[[BoardData], object]]:
        """Return what lets each page show the state of things anew."""
        return {
            self.board: self.board.refresh,
            self.intake: self._refresh_intake,
            self.waiting: self.waiting.refresh,
            self.tables: self._refresh_tables,
            self.outliers: lambda data: self.outlying.open(self.outlying.round_id or data.round.id),
            self.comparison: lambda data: self.comparing.refresh(data.round.id),
            self.decisions: lambda data: self.errands.settling.list_decisions(data.round.id),
            self.rounds: lambda _: self.workspace.read(lambda here: outlines(here, now()), self.rounds.refresh),
            self.agencies: lambda _: self.workspace.read(read_keys, self.agencies.refresh),
            self.review: lambda _: self.errands.reviewing.open_again(),
            self.conflict: lambda _: self.errands.settling.open_again(),
            self.entering: lambda _: self.errands.entering_for.open_again(),
        }

    def _refresh_intake(self, data: BoardData) -> None:
        self.intake.pile.show_pile(data)
        self.taking.refresh()

    def _refresh_tables(self, data: BoardData) -> None:
        self.consolidating.refresh()
        self.outlying.count(data.round.id)

    def _with_board(self, verb: Callable[[BoardData], object]) -> None:
        if self._data is not None:
            verb(self._data)

    def _export(self) -> None:
        self._with_board(lambda _data: self.errands.export_report())

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
            return
        may_be_reports = any(path.suffix.lower() in _REPORTS for path in paths)
        files = self.errands.checking.take(paths) if may_be_reports else list(paths)
        if others := self.errands.entering_for.take_files(files, on_show=self.stack.currentWidget() is self.entering):
            self.taking.take(others)
            self.open_page(INTAKE)

    def say_progress(self, text: str) -> None:
        """Say in the status line what is under way."""
        self.report(text, "quiet")

    def _changed(self, changes: Changes, origin: object) -> None:
        if changes is Changes.EDITION:
            # no round is another one for it
            self._refresh_page()
        elif changes and not self.taking.is_origin(origin):
            self.reload()

    def leave(self) -> None:
        """Stop taking in before the desk closes; what was taken is taken, and goes to the second place."""
        self.taking.leave()
        self.consolidating.leave()
        self.second.leave()
        self.errands.leave()
