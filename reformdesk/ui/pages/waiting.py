"""What waits for an officer's decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from reformdesk.core.board import BoardData
from reformdesk.core.merged import Received
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.pile_buttons import PileButtons
from reformdesk.ui.widgets.basics import ENTERED_SIGN, SIGNS, EmptyState, button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

DECIDE = "D"


class WaitingPage(QWidget):
    """Lists the waiting submissions; ``opened`` gives agency and digest, ``decide`` those of what is to be decided."""

    opened = Signal(str, str)
    decide = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.pile = PileButtons()
        layout.addWidget(FoldingLine(label(self.tr("Waiting for your decision"), role="title"), self.pile))
        text = self.tr("Nothing here counts in the totals until you decide. Open a line to see it.")
        self._hint = label(text, role="quiet", wrap=True)
        layout.addWidget(self._hint)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Waiting for your decision"))
        self.table.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing is waiting"),
                self.tr("Files with a new key, a missing number or two versions will be listed here."),
            )
        )
        layout.addWidget(self._stack, 1)
        line = columns()
        self.open_button = button(self.tr("Open"), lambda: self._open(self.table.currentIndex().row()))
        self.decide_button = button(self.tr("Decide… (D)"), self._decide)
        line.addWidget(self.open_button)
        line.addWidget(self.decide_button)
        line.addStretch(1)
        layout.addLayout(line)
        shortcut = QShortcut(QKeySequence(DECIDE), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._decide)

    def refresh(self, data: BoardData) -> None:
        """List what waits now."""
        self.pile.show_pile(data)
        header = [self.tr("Agency"), self.tr("No."), self.tr("Why"), self.tr("Matching code"), self.tr("Received")]
        lines = [
            [
                GridCell(data.round.by_id[one.agency].text(self._words.language), key=one.agency),
                GridCell(f"{one.revision} {ENTERED_SIGN if one.entered else ''}".rstrip(), key=one.digest),
                self._why(one),
                GridCell(matching_code(one.signer)),
                GridCell(moment(one.received_at), tone="quiet"),
            ]
            for one in data.waiting
        ]
        before = self.table.currentIndex().row()
        self.model.show_rows(header, lines)
        if lines:
            # Enter opens one from the start
            self.table.selectRow(max(0, min(before, len(lines) - 1)))
        self.table.share({0: 3, 2: 3, 3: 3}, {1: 48, 4: 112})
        for one in (self._hint, self.open_button, self.decide_button):
            one.setVisible(bool(lines))
        self._stack.setCurrentIndex(0 if lines else 1)

    def _why(self, one: Received) -> GridCell:
        text = f"{SIGNS['waiting']} {'; '.join(self._words.reason(reason) for reason in one.reasons)}"
        return GridCell(text, tone="warning", hint=text)

    def stops(self) -> tuple[tuple[str, str], ...]:
        """Return what is listed, as agency and digest."""
        rows_ = range(self.model.rowCount())
        return tuple((self.model.cell(row, 0).key, self.model.cell(row, 1).key) for row in rows_)

    def go_to(self, one: Received) -> None:
        """Put the cursor on a submission; where it does not wait any more, on the first line."""
        digests = [digest for _, digest in self.stops()]
        self.table.selectRow(digests.index(one.digest) if one.digest in digests else 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.decide.emit(self.model.cell(row, 0).key, self.model.cell(row, 1).key)

    def _open(self, row: int) -> None:
        self.opened.emit(self.model.cell(row, 0).key, self.model.cell(row, 1).key)
