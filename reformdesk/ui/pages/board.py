"""Home Affairs' board: who has sent what, at a glance."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from reformdesk.core.board import (
    ENTERED,
    EXTENDED,
    LATE,
    MISSING,
    NOT_COMPARED,
    OVERDUE,
    PARTIAL,
    RECEIVED,
    RETURNED,
    WAITING,
    BoardData,
)
from reformdesk.core.merged import Received
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui import theme
from reformdesk.ui.channels import CORRECTED
from reformdesk.ui.dates import today
from reformdesk.ui.models.board import NAME, RECEIVED_AT, SIGN, URGENCY, BoardModel, StateDelegate
from reformdesk.ui.widgets.arrivals_chart import ArrivalsChart
from reformdesk.ui.widgets.basics import ENTERED_SIGN, Counter, button, chips, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.totals_row import TotalsRow
from reformdesk.words import Words

_NUMBER_WIDTH, _RECEIVED_WIDTH = 48, 106
_NAME_WIDTH, _CONTACT_WIDTH = 164, 200
_ROOMY_NAME = 250
"""What a name has before anything else has a part of the room to spare."""
_AREA, _NARROW_AREA, _WIDE_AREA = 80, 38, 120
"""An area's column, where it has its number alone, and at most."""
_WHOLE = 100
_ORDER = "board-order"
_LEGEND_WIDTH = 420
_CHART_FROM = 900
"""From which width of the page on there is room for the chart."""
_ONLY_WHEN_ANY = (OVERDUE, LATE, EXTENDED, NOT_COMPARED, ENTERED)
ENTER_FOR = "T"
"""The key that enters on behalf of the chosen agency."""


class BoardPage(QWidget):
    """Counters, filters, the table and its totals.

    ``opened`` gives an agency's id, ``enter_for`` that of one to enter on behalf of; ``wants_reminders`` and
    ``wants_arrivals`` ask for their dialogs, as does ``wants_extension`` for the chosen agencies.
    """

    opened = Signal(str)
    enter_for = Signal(str)
    wants_reminders = Signal()
    wants_arrivals = Signal()
    wants_extension = Signal(object)

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
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.opened.connect(lambda row: self.opened.emit(self.model.line(row).agency.id))
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by_column)
        self.totals = TotalsRow(self.table)
        sheet = rows(space=0)
        sheet.addWidget(self.table, 1)
        sheet.addWidget(self.totals)
        layout.addLayout(sheet, 1)
        # a line breaks between two signs, not within what one means
        self.legend = label(role="small", wrap=True)
        layout.addWidget(FoldingLine(self.legend, self._enter_for_button(), enough=_LEGEND_WIDTH))
        kept = str(QSettings().value(_ORDER, ""))
        self.sort_by(kept.removeprefix("-"), backwards=kept.startswith("-"))

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
        self.chart = ArrivalsChart(opens=True)
        self.chart.clicked.connect(lambda _checked=False: self.wants_arrivals.emit())
        line.addWidget(self.chart, 1)
        # until the page has its width: its desk's window would grow for it
        self.chart.hide()
        self._no_chart = QWidget()
        line.addWidget(self._no_chart, 1)
        side = rows(space=theme.SPACE_4)
        self.reminders_button = button(self.tr("Reminder list…"), self.wants_reminders.emit)
        side.addWidget(self.reminders_button)
        self.extend_button = button(self.tr("Extend…"), lambda: self.wants_extension.emit(self.chosen()))
        below = columns(space=theme.SPACE_4)
        below.addWidget(self._order_menu())
        below.addWidget(self.extend_button)
        side.addLayout(below)
        line.addLayout(side)
        return line

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen agencies' ids, in the order of the list."""
        found = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.line(row).agency.id for row in found)

    def _enable(self) -> None:
        ready = bool(self.chosen())
        self.extend_button.setEnabled(ready)
        self.extend_button.setToolTip(
            self.tr("Gives the chosen agency more time; Ctrl or Shift chooses several.")
            if ready
            else self.tr("Choose one agency, or several with Ctrl or Shift.")
        )

    def _order_menu(self) -> QToolButton:
        """The order by keyboard; a click on a column's heading does the same for any column."""
        made = QToolButton()
        made.setObjectName("menuButton")
        made.setText(self.tr("Sort ▾"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        group = QActionGroup(menu)
        self.orders: dict[str, QAction] = {}
        for what, text in (
            ("", self.tr("Official order")),
            (NAME, self.tr("Name, A to Y")),
            (URGENCY, self.tr("What is missing first")),
            (f"-{RECEIVED_AT}", self.tr("Received last first")),
        ):
            action = group.addAction(menu.addAction(text))
            action.setCheckable(True)
            action.triggered.connect(
                lambda _checked=False, what=what: self.sort_by(what.removeprefix("-"), backwards=what.startswith("-"))
            )
            self.orders[what] = action
        made.setMenu(menu)
        self.order_button = made
        return made

    def _filters(self) -> FoldingLine:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter agencies"))
        self.filter.setAccessibleName(self.tr("Filter agencies"))
        self.filter.setClearButtonEnabled(True)
        theme.hold(self.filter, least_width=140, most_width=210)
        self.filter.textChanged.connect(self._narrow)
        self._chip_words = {
            "": self.tr("All"),
            MISSING: self.tr("Not sent"),
            OVERDUE: self.tr("Overdue"),
            WAITING: self.tr("Waiting"),
            RETURNED: self.tr("Returned"),
            LATE: self.tr("Sent late"),
            EXTENDED: self.tr("Extended"),
            NOT_COMPARED: self.tr("{sign} Code not compared").format(sign=PROVISIONAL),
            ENTERED: self.tr("{sign} Entered on behalf").format(sign=ENTERED_SIGN),
        }
        self._chips = chips(self, self._chip_words, self._narrow)
        rare = [self._chips[state] for state in _ONLY_WHEN_ANY]
        for chip in rare:
            chip.hide()
        usual = FoldingLine(
            self.filter, *(chip for chip in self._chips.values() if chip not in rare), space=theme.SPACE_4, near=True
        )
        return FoldingLine(usual, *rare, space=theme.SPACE_4, near=True)

    def _enter_for_button(self) -> QPushButton:
        """Entering on behalf of the agency at the cursor: by button, by key, by the table's menu."""
        text = self.tr("Enter on behalf…")
        verb = QAction(text, self.table)
        verb.setShortcut(QKeySequence(ENTER_FOR))
        verb.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        verb.triggered.connect(self._enter_for)
        self.table.addAction(verb)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.entered_row.connect(lambda _row: self._enable_entering())
        self.enter_for_button = button(text, self._enter_for)
        self._enable_entering()
        return self.enter_for_button

    def _enter_for(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < self.model.rowCount():
            self.enter_for.emit(self.model.line(row).agency.id)

    def _enable_entering(self) -> None:
        chosen = 0 <= self.table.currentIndex().row() < self.model.rowCount()
        self.enter_for_button.setEnabled(chosen)
        tip = self.tr("Type figures that the agency gave by telephone or on paper ({key})").format(key=ENTER_FOR)
        self.enter_for_button.setToolTip(tip if chosen else self.tr("Choose an agency first."))

    def _legend(self, data: BoardData) -> str:
        legend = {
            RECEIVED: self.tr("received"),
            PARTIAL: self.tr("in part"),
            WAITING: self.tr("waiting"),
            RETURNED: self.tr("returned"),
            MISSING: self.tr("not sent"),
            OVERDUE: self.tr("not sent, overdue"),
        }
        entered = self.tr("entered on behalf")
        parts = [f"{SIGN[state]} {text}" for state, text in legend.items()]
        parts += [f"{ENTERED_SIGN} {entered}", self.tr("(empty) not assigned")]
        if any(line.newest is not None and line.newest.corrected is not None for line in data.lines):
            corrected = self.tr("arrival corrected")
            parts.append(f"{CORRECTED} {corrected}")
        return "   ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)

    def _narrow(self) -> None:
        state = next(state for state, chip in self._chips.items() if chip.isChecked())
        self.model.narrow(self.filter.text(), state)

    def _sort_by_column(self, column: int) -> None:
        """A click sorts, the next turns it round, the third goes back to the official order."""
        what = self.model.content_of(column)
        if self.model.sorted_by != what:
            self.sort_by(what)
        elif self.model.backwards:
            self.sort_by("")
        else:
            self.sort_by(what, backwards=True)

    def sort_by(self, what: str, *, backwards: bool = False) -> None:
        """Order the lines, and keep that for the next time."""
        self.model.sort_by(what, backwards=backwards)
        kept = f"-{what}" if backwards else what
        QSettings().setValue(_ORDER, kept)
        for name, action in self.orders.items():
            action.setChecked(name == kept)
        self._show_order()

    def _show_order(self) -> None:
        header = self.table.horizontalHeader()
        column = self.model.column_of(self.model.sorted_by)
        header.setSortIndicatorShown(column >= 0)
        direction = Qt.SortOrder.DescendingOrder if self.model.backwards else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, direction)

    def _size_columns(self) -> None:
        """Leave out first whom to telephone, then the areas' names, then when: nothing scrolls sideways.

        Where there is room to spare, all of them have a part of it.
        """
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
        wanted = _ROOMY_NAME - _NAME_WIDTH + _CONTACT_WIDTH + len(areas) * _AREA
        spare = max(0, room * _WHOLE // theme.px(_WHOLE) - wanted) if contact else 0
        area = min(_WIDE_AREA, _AREA + spare // (3 * len(areas))) if named else _NARROW_AREA
        widths = {**dict.fromkeys(areas, area), last: _NUMBER_WIDTH, last + 1: _RECEIVED_WIDTH}
        self.table.share({0: 1}, {**widths, last + 2: _CONTACT_WIDTH + spare // 4})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_CHART_FROM)
        self.chart.setVisible(roomy)
        self._no_chart.setVisible(not roomy)
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
        """Show the board as it stands; the cursor stays on its agency."""
        for state, counter in self._counts.items():
            counter.show_count(data.count(state))
        for state, chip in self._chips.items():
            count = data.count(state) if state else len(data.lines)
            chip.setText(f"{self._chip_words[state]} {count}")
            chip.setVisible(count > 0 or chip.isChecked() or state not in _ONLY_WHEN_ANY)
        self.legend.setText(self._legend(data))
        self.chart.show_arrivals(data.arrivals(), today())
        row = self.table.currentIndex().row()
        before = self.model.line(row).agency.id if 0 <= row < self.model.rowCount() else ""
        self.model.show_board(data)
        self._show_order()
        self._show_totals(data)
        self._size_columns()
        again = self.model.row_of(before)
        if again >= 0:
            self.table.selectRow(again)
        self._enable()
        self._enable_entering()

    def _show_totals(self, data: BoardData) -> None:
        totals = data.totals()
        areas = data.round.catalogue.area
        whole = self.tr("In all {received}/{count}").format(received=data.count(RECEIVED), count=len(data.lines))
        by_area = "; ".join(
            f"{name} {areas(name).short.text(self._words.language)} {received}/{owed}"
            for name, (received, owed) in totals.items()
        )
        texts = {self.model.column_of(name): f"{received}/{owed}" for name, (received, owed) in totals.items()}
        self.totals.show_totals({0: whole, **texts}, f"{whole}. {by_area}")
