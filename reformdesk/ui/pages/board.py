"""Home Affairs' board: who has sent what, at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reformdesk.core.merged import Received
from reformdesk.core.report import PROVISIONAL
from reformdesk.ui import theme
from reformdesk.ui.models.board import (
    MISSING,
    NOT_COMPARED,
    PARTIAL,
    RECEIVED,
    RETURNED,
    WAITING,
    BoardData,
    BoardModel,
    StateDelegate,
)
from reformdesk.ui.widgets.basics import SIGNS, Counter, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_NUMBER_WIDTH, _RECEIVED_WIDTH = 44, 98
_NAME_WIDTH, _CONTACT_WIDTH = 164, 196
_AREA, _NARROW_AREA = 80, 38
"""An area's column, and where it has its number alone."""


class BoardPage(QWidget):
    """Counters, filters and the table; ``opened`` gives an agency's id."""

    opened = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        layout.addLayout(self._counters())
        layout.addWidget(self._filters())
        self.model = BoardModel(words)
        self.table = SheetTable(self.model, self.tr("Agencies and areas"))
        self.table.setItemDelegate(StateDelegate(self.table))
        self.table.opened.connect(lambda row: self.opened.emit(self.model.line(row).agency.id))
        layout.addWidget(self.table, 1)

    def _counters(self) -> QHBoxLayout:
        self._counts = {
            RECEIVED: Counter(self.tr("received"), "good"),
            WAITING: Counter(self.tr("waiting"), "warning"),
            RETURNED: Counter(self.tr("returned"), "error"),
            MISSING: Counter(self.tr("not sent"), "quiet"),
        }
        line = columns(space=theme.SPACE_20 + theme.SPACE_8)
        for counter in self._counts.values():
            line.addWidget(counter)
        line.addWidget(self._legend(), 1, Qt.AlignmentFlag.AlignBottom)
        return line

    def _filters(self) -> FoldingLine:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter agencies"))
        self.filter.setAccessibleName(self.tr("Filter agencies"))
        self.filter.setClearButtonEnabled(True)
        theme.hold(self.filter, least_width=120, most_width=210)
        self.filter.textChanged.connect(self._narrow)
        self._chip_words = {
            "": self.tr("All"),
            MISSING: self.tr("Not sent"),
            WAITING: self.tr("Waiting"),
            RETURNED: self.tr("Returned"),
            NOT_COMPARED: self.tr("{sign} Code not compared").format(sign=PROVISIONAL),
        }
        self._chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for state, text in self._chip_words.items():
            chip = QPushButton(text)
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setChecked(state == "")
            chip.clicked.connect(self._narrow)
            group.addButton(chip)
            self._chips[state] = chip
        return FoldingLine(self.filter, *self._chips.values(), space=theme.SPACE_4, near=True)

    def _legend(self) -> QLabel:
        legend = {
            RECEIVED: self.tr("received"),
            PARTIAL: self.tr("in part"),
            WAITING: self.tr("waiting"),
            RETURNED: self.tr("returned"),
            MISSING: self.tr("not sent"),
        }
        parts = [f"{SIGNS[state]} {text}" for state, text in legend.items()]
        parts.append(self.tr("(empty) not assigned"))
        # a line breaks between two signs, not within what one means
        made = label("   ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts), role="small", wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def _narrow(self) -> None:
        state = next(state for state, chip in self._chips.items() if chip.isChecked())
        self.model.narrow(self.filter.text(), state)

    def _size_columns(self) -> None:
        """Leave out first whom to telephone, then the areas' names, then when: nothing scrolls sideways."""
        areas = self.model.area_columns
        if not areas:
            return
        room = self.table.viewport().width() - theme.px(_NUMBER_WIDTH + _RECEIVED_WIDTH + _NAME_WIDTH)
        contact = room >= theme.px(_CONTACT_WIDTH + len(areas) * _AREA)
        named = contact or room >= theme.px(len(areas) * _AREA)
        self.model.show_areas(named=named)
        last = 1 + len(areas)
        self.table.setColumnHidden(last + 1, room < theme.px(len(areas) * _NARROW_AREA))
        self.table.setColumnHidden(last + 2, not contact)
        area = _AREA if named else _NARROW_AREA
        widths = {**dict.fromkeys(areas, area), last: _NUMBER_WIDTH, last + 1: _RECEIVED_WIDTH}
        self.table.share({0: 1}, {**widths, last + 2: _CONTACT_WIDTH})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        # once the table has its size
        QTimer.singleShot(0, self, self._size_columns)

    def stops(self) -> tuple[tuple[str, str], ...]:
        """Return the agencies on show that have sent something, each with its newest submission."""
        lines = map(self.model.line, range(self.model.rowCount()))
        return tuple((line.agency.id, "") for line in lines if line.newest is not None)

    def go_to(self, one: Received) -> None:
        """Put the cursor on the agency of a submission, where it is on show."""
        for row in range(self.model.rowCount()):
            if self.model.line(row).agency.id == one.agency:
                self.table.selectRow(row)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, data: BoardData) -> None:
        """Show the board as it stands."""
        for state, counter in self._counts.items():
            counter.show_count(data.count(state))
        for state, chip in self._chips.items():
            chip.setText(f"{self._chip_words[state]} {data.count(state) if state else len(data.lines)}")
        before = self.table.currentIndex().row()
        self.model.show_board(data)
        self._size_columns()
        if 0 <= before < self.model.rowCount():
            self.table.selectRow(before)
