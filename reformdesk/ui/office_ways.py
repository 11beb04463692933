"""The ways between the pages of Home Affairs' desk: from a list to a submission, on to its file, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reformdesk.ui.models.review_run import Run
from reformdesk.ui.office_pages import (
    BOARD,
    CONFLICT,
    DECISIONS,
    ENTERING,
    INTAKE,
    LINEAGE,
    OUTLIERS,
    REVIEW,
    TABLES,
    WAITING,
    entry_of,
)

if TYPE_CHECKING:
    from reformdesk.ui.models.review import ReviewData
    from reformdesk.ui.office_desk import OfficeDesk


class OfficeWays(QObject):
    """Knows where one came from. What is shown on the way is read by the desk's errands."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._entering_from = BOARD

    def open_review(self, agency: str, digest: str) -> None:
        """Show a submission of an agency by itself."""
        self._review(Run(BOARD, ((agency, digest),), 0))

    def go_through(self, source: str, agency: str, digest: str) -> None:
        """Show a submission as one of those that its list shows, in the list's order."""
        lists = {BOARD: self._desk.board.stops, WAITING: self._desk.waiting.stops, OUTLIERS: self._desk.outliers.stops}
        stops = lists[source]()
        if (agency, digest) in stops:
            self._review(Run.at(source, stops, (agency, digest)))
        else:
            self.open_review(agency, digest)

    def open_outliers(self, round_id: str) -> None:
        """List what stands out in a round."""
        self._desk.outlying.round_id = round_id
        self._desk.open_page(OUTLIERS)

    def show_share(self, round_id: str, name: str, agency: str) -> None:
        """Show a total with the share of an agency."""
        self._desk.open_page(TABLES)
        self._desk.tables.go_to(round_id, name, agency)

    def _review(self, run: Run) -> None:
        self._desk.errands.reviewing.round_id = (
            self._desk.outlying.round_id if run.source == OUTLIERS else self._desk.round_id
        )
        self._desk.errands.reviewing.go_through(run)

    def open_arrival(self, round_id: str, agency: str, digest: str) -> None:
        """Show a submission of whatever round it belongs to."""
        self._desk.errands.reviewing.round_id = round_id
        self._desk.errands.reviewing.go_through(Run(INTAKE, ((agency, digest),), 0))

    def open_share(self, agency: str, digest: str) -> None:
        """Show the submission behind a share of the chosen total, as one of all behind it."""
        self._desk.errands.reviewing.round_id = self._desk.tables.chosen[0]
        self._desk.errands.reviewing.go_through(Run.at(TABLES, self._desk.tables.pane.stops(), (agency, digest)))

    def show_lineage(self) -> None:
        """Show the page of the signed file that was read."""
        self._desk.hints.setText(self.tr("Enter: save the file · Esc: back to the submission"))
        self._desk.show_page(entry_of(self._desk.errands.reviewing.run.source), LINEAGE)

    def leave_lineage(self) -> None:
        """Go back to the submission one came from."""
        self.show_review()
        self._desk.review.take_focus()

    def show_review(self) -> None:
        """Show the page of the submission that was read."""
        self._desk.report("")
        run = self._desk.errands.reviewing.run
        from_table = run.source == TABLES
        followed = self._desk.tables.chosen[1] if from_table else ""
        if run.source == OUTLIERS and run.stop is not None:
            followed = self._desk.outliers.indicator_at(*run.stop)
        self._desk.review.follow(followed)
        self._desk.hints.setText(" · ".join(self._keys(run)))
        self._desk.show_page(entry_of(run.source), REVIEW)

    def _keys(self, run: Run) -> Iterator[str]:
        """Yield the keys for what one comes here to do; behind a total that is to see where a figure came from."""
        data, from_table = self._desk.errands.reviewing.data, run.source == TABLES
        if from_table:
            yield self.tr("Enter, L: the file it came in")
        elif not data.sides:
            yield from self._keys_of_one(data)
        if data.received.reasons:
            yield self.tr("D: decide")
        if len(run.stops) > 1:
            yield self.tr("N, P: next, previous share") if from_table else self.tr("N, P: next, previous")
        yield self.tr("Esc: back to the shares") if from_table else self.tr("Esc: back to the list")

    def _keys_of_one(self, data: ReviewData) -> Iterator[str]:
        one = data.received
        if one.may_be_accepted and not one.reviewed and not one.entered:
            yield self.tr("A: accept")
        if data.may_be_returned:
            yield self.tr("R: return")
        yield self.tr("Enter: details")
        if data.files:
            yield self.tr("E: files")

    def decide(self, source: str, agency: str, digest: str) -> None:
        """Show what can be decided on a submission, and what each choice does."""
        errands = self._desk.errands
        errands.settling.round_id = errands.reviewing.round_id if source == REVIEW else self._desk.round_id
        errands.settling.open(source, agency, digest)

    def show_conflict(self) -> None:
        """Show the page of what waits."""
        source = self._desk.errands.settling.source
        self._desk.hints.setText(self.tr("↑ ↓, space: choose · Ctrl+Enter: decide · Esc: back"))
        before = self._desk.errands.reviewing.run.source if source == REVIEW else source
        self._desk.show_page(entry_of(before), CONFLICT)

    def leave_conflict(self) -> None:
        """Go back to the page one came from."""
        source = self._desk.errands.settling.source
        if source == REVIEW:
            self._desk.errands.reviewing.open_again()
        elif self._desk.stack.currentWidget() is self._desk.conflict:
            self._desk.open_page(source)
            (self._desk.waiting if source == WAITING else self._desk.decisions).table.setFocus()

    def review_decided(self, agency: str, digest: str) -> None:
        """Show a submission from the page of what waits, or from that of decisions."""
        source = (
            self._desk.errands.settling.source if self._desk.stack.currentWidget() is self._desk.conflict else DECISIONS
        )
        self._review(Run(BOARD if source == REVIEW else source, ((agency, digest),), 0))

    def leave_review(self) -> None:
        """Go back to the list one came from, to the line one is at."""
        reviewing = self._desk.errands.reviewing
        self._desk.open_page(reviewing.run.source)
        if reviewing.run.source == WAITING:
            self._desk.waiting.go_to(reviewing.data.received)
        elif reviewing.run.source == BOARD:
            self._desk.board.go_to(reviewing.data.received)
        elif reviewing.run.source == TABLES:
            self._desk.tables.go_back_to(reviewing.data.received.agency)
        elif reviewing.run.source == OUTLIERS:
            self._desk.outliers.go_to(reviewing.data.received)

    def show_entering(self) -> None:
        """Show the page of what is entered on behalf of an agency."""
        if self._desk.stack.currentWidget() is not self._desk.entering:
            self._entering_from = INTAKE if self._desk.stack.currentWidget() is self._desk.intake else BOARD
            self._desk.report("")
            self._desk.hints.setText(self.tr("Enter, arrows: next field · F4: explanation · Ctrl+Enter: seal"))
            self._desk.show_page(self._entering_from, ENTERING)

    def leave_entering(self) -> None:
        """Go back to where one came from."""
        self._desk.open_page(self._entering_from)
        (self._desk.board.table if self._entering_from == BOARD else self._desk.intake.table).setFocus()
