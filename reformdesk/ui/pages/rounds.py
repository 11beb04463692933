"""The rounds of Home Affairs and their files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reformdesk.core.board import NOT_COMPARED, RECEIVED, BoardData
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui import closing_words, theme
from reformdesk.ui.dates import day
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_LEAST_WITH_INDICATORS = 700
"""From which width of the page on there is room for all columns, in pixels at 100 %."""


class RoundsPage(QWidget):
    """The rounds, newest first; each can be handed out, and its file saved again.

    ``earlier`` asks for the totals of an earlier period: of one that is there, or with nothing of a new one.
    """

    opened = Signal(str)
    new_round = Signal()
    hand_out = Signal(str)
    correct = Signal(str)
    save_file = Signal(str)
    save_replies = Signal(str)
    earlier = Signal(str)
    close_round = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.issue_button = button(self.tr("Hand out…"), lambda: self.hand_out.emit(self._chosen()))
        self.correct_button = button(self.tr("Correct…"), lambda: self.correct.emit(self._chosen()))
        self.save_button = button(self.tr("Save the round file…"), lambda: self.save_file.emit(self._chosen()))
        self.replies_button = button(self.tr("Save receipts for all…"), lambda: self.save_replies.emit(self._chosen()))
        self.closing_button = button(self.tr("Closing…"), lambda: self.close_round.emit(self._chosen()))
        self.new_button = button(self.tr("Open a new round…"), self.new_round.emit)
        self.earlier_button = button(self.tr("Earlier figures…"), lambda: self.earlier.emit(""))
        layout.addWidget(FoldingLine(label(self.tr("Rounds"), role="title"), self.earlier_button, self.new_button))
        layout.addWidget(
            label(
                self.tr("Hand out makes one folder to send to every agency. Open a line to see its board."),
                role="quiet",
                wrap=True,
            )
        )
        of_one = QWidget()
        line = columns(of_one)
        for one in (self.issue_button, self.correct_button, self.closing_button):
            line.addWidget(one)
        layout.addWidget(FoldingLine(of_one, self.save_button, self.replies_button, near=True))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Rounds"))
        self._past: frozenset[str] = frozenset()
        self.table.opened.connect(lambda _row: self._open())
        self.table.entered_row.connect(lambda _row: self._enable())
        layout.addWidget(self.table, 1)

    def refresh(self, boards: Sequence[BoardData]) -> None:
        """List the rounds, newest first."""
        header = [
            self.tr("Round"),
            self.tr("Deadline"),
            self.tr("Received"),
            self.tr("Closing"),
            self.tr("Indicators"),
            self.tr("Indicator set"),
        ]
        lines = [
            [
                GridCell(data.round.title.text(self._words.language), key=data.round.id),
                GridCell(day(data.round.deadline)),
                GridCell(self.tr("as reported") if data.is_past else _received(data), right=True),
                self._closing(data),
                GridCell(str(len(data.round.asked)), right=True),
                GridCell(data.round.catalogue.name.text(self._words.language), tone="quiet"),
            ]
            for data in boards
        ]
        self._past = frozenset(data.round.id for data in boards if data.is_past)
        self.model.show_rows(header, lines)
        self._share()
        if lines:
            self.table.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        """Nothing goes out of an earlier period: nobody was asked."""
        chosen = bool(self.model.rowCount()) and self._chosen() not in self._past
        for one in (
            *(self.issue_button, self.correct_button, self.closing_button),
            *(self.save_button, self.replies_button),
        ):
            one.setEnabled(chosen)
            one.setToolTip("" if chosen else self.tr("These are earlier figures: no agency was asked."))

    def _open(self) -> None:
        if self._chosen() in self._past:
            self.earlier.emit(self._chosen())
        else:
            self.opened.emit(self._chosen())

    def _share(self) -> None:
        """Leave out what the indicators are where there is no room beside how the round stands."""
        narrow = self.width() < theme.px(_LEAST_WITH_INDICATORS)
        for column in (4, 5):
            self.table.setColumnHidden(column, narrow)
        shares = {0: 3, 3: 3} if narrow else {0: 3, 3: 3, 5: 2}
        self.table.share(shares, {1: 110, 2: 100} if narrow else {1: 110, 2: 100, 4: 100})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        if self.model.rowCount():
            self._share()

    def _closing(self, data: BoardData) -> GridCell:
        text = closing_words.marked(data.closing, self._words)
        return GridCell(text, tone=closing_words.tone_of(data.closing), hint=text)

    def _chosen(self) -> str:
        return self.model.cell(max(0, self.table.currentIndex().row()), 0).key


def _received(data: BoardData) -> str:
    """Return how many have sent, marked where a key among them was not compared yet."""
    text = f"{data.count(RECEIVED)}/{len(data.lines)}"
    return f"{text} {PROVISIONAL}" if data.count(NOT_COMPARED) else text
