"""What was decided in a round: what, about whom, by whom, when, why, and whether it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from reformdesk.core.text import fold
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.models.decided import decision_words, reason_words
from reformdesk.ui.models.decisions import DecidedLine, DecisionsData
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import SIGNS, EmptyState, button, chips, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

STANDS, CONTESTED = "stands", "contested"
_TIME_WIDTH, _HAND_WIDTH, _STATE_WIDTH = 104, 140, 132


class DecisionsPage(QWidget):
    """``opened`` gives the line to look at, ``take_back`` the one whose decision is to be taken back."""

    opened = Signal(object)
    take_back = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._data: DecisionsData | None = None
        self._shown: list[DecidedLine] = []
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Decisions"), role="title"))
        self._narrowing, self._acting = self._filters(), self._actions()
        layout.addWidget(self._narrowing)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("What was decided in this round"))
        self.table.wrap_header()
        self.table.opened.connect(self._open)
        self.table.entered_row.connect(lambda _row: self._enable())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing was decided yet"),
                self.tr(
                    "What you decide on files, keys and totals is listed here with its author, time and reason. "
                    "Nothing is ever erased; each can be taken back."
                ),
            )
        )
        self._stack.addWidget(EmptyState(self.tr("Nothing is found"), self.tr("Type less, or choose “All”.")))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._acting)
        back = QShortcut(QKeySequence("T"), self.table)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._take_back)
        self._enable()

    def _filters(self) -> QWidget:
        made = QWidget()
        line = columns(made, space=theme.SPACE_4)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter agencies"))
        self.filter.setAccessibleName(self.tr("Filter agencies"))
        self.filter.setClearButtonEnabled(True)
        theme.hold(self.filter, least_width=140, most_width=210)
        self.filter.textChanged.connect(self._list)
        line.addWidget(self.filter)
        self._chip_words = {
            "": self.tr("All"),
            STANDS: self.tr("Standing"),
            CONTESTED: self.tr("Contested"),
        }
        self.chips = chips(self, self._chip_words, self._list)
        for chip in self.chips.values():
            line.addWidget(chip)
        line.addStretch(1)
        return made

    def _actions(self) -> QWidget:
        made = QWidget()
        line = columns(made)
        self.open_button = button(self.tr("Open"), lambda: self._open(self.table.currentIndex().row()))
        self.back_button = button(self.tr("Take back… (T)"), self._take_back)
        line.addWidget(self.open_button)
        line.addWidget(self.back_button)
        line.addStretch(1)
        return made

    def refresh(self, data: DecisionsData) -> None:
        """List what was decided, what contradicts each other on top."""
        self._data = data
        self._list()

    def _is_in(self, one: DecidedLine, state: str) -> bool:
        return {"": True, STANDS: one.line.stands and not one.contested, CONTESTED: one.contested}[state]

    def _list(self) -> None:
        data = self._data
        if data is None:
            return
        for state, chip in self.chips.items():
            chip.setText(f"{self._chip_words[state]} {sum(self._is_in(one, state) for one in data.lines)}")
        wanted = next(state for state, chip in self.chips.items() if chip.isChecked())
        before = self._chosen()
        typed = fold(self.filter.text())
        self._shown = [one for one in data.lines if self._is_in(one, wanted) and typed in fold(self._about(data, one))]
        header = [
            self.tr("When"),
            self.tr("Decision"),
            self.tr("About"),
            self.tr("By"),
            self.tr("Why"),
            self.tr("State"),
        ]
        self.model.show_rows(header, [self._cells(data, one) for one in self._shown])
        self.table.share({1: 4, 2: 3, 4: 4}, {0: _TIME_WIDTH, 3: _HAND_WIDTH, 5: _STATE_WIDTH})
        for one in (self._narrowing, self._acting):
            one.setVisible(bool(data.lines))
        self._stack.setCurrentIndex(0 if self._shown else 2 if data.lines else 1)
        if self._shown:
            same = [one.decision == before.decision for one in self._shown] if before is not None else []
            self.table.selectRow(same.index(True) if True in same else 0)
        self._enable()

    def _cells(self, data: DecisionsData, one: DecidedLine) -> list[GridCell]:
        hands = one.line.hands
        when = moment(hands[0].decided_at) if hands else ""
        authors = "; ".join(dict.fromkeys(hand.author for hand in hands if hand.author))
        text, tone = self._state(one)
        quiet = "" if one.line.stands else "quiet"
        what, why = decision_words(one.decision, data.named, self._words), reason_words(one.decision)
        return [
            GridCell(when, tone="quiet"),
            GridCell(what, strong=one.contested, tone=quiet, hint=what),
            GridCell(self._about(data, one), tone=quiet),
            GridCell(authors, tone=quiet),
            GridCell(why, tone=quiet, hint=why),
            GridCell(text, tone=tone),
        ]

    def _about(self, data: DecisionsData, one: DecidedLine) -> str:
        agency = data.round.by_id.get(data.about(one))
        name = agency.text(self._words.language) if agency is not None else ""
        if not name:
            return self.tr("Home Affairs") if one.decision.agency else self.tr("the whole round")
        if one.received is None:
            return name
        return self.tr("{agency}, no. {revision}").format(agency=name, revision=one.received.revision)

    def _state(self, one: DecidedLine) -> tuple[str, str]:
        if one.contested:
            contested = self.tr("contested")
            return f"{SIGNS['warning']} {contested}", "warning"
        if one.line.stands:
            stands = self.tr("stands")
            return f"{SIGNS['good']} {stands}", "good"
        return self.tr("holds no more"), "quiet"

    def _chosen(self) -> DecidedLine | None:
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        one = self._chosen()
        can_open = one is not None and one.may_be_opened
        self.open_button.setEnabled(can_open)
        self.open_button.setToolTip("" if can_open else self.tr("This decision is about no submission of this round."))
        back = one is not None and one.may_be_taken_back
        self.back_button.setEnabled(back)
        self.back_button.setToolTip(
            ""
            if back
            else self.tr("Choose one that stands. A taking back is undone by deciding anew, a closing by reopening.")
        )

    def _open(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        if one is not None and one.may_be_opened:
            self.opened.emit(one)

    def _take_back(self) -> None:
        one = self._chosen()
        if one is not None and one.may_be_taken_back:
            self.take_back.emit(one)
