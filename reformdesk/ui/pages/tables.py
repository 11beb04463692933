"""The consolidated tables as they will be printed, each total with its coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QTabBar, QWidget

from reformdesk.core.catalogue import Column
from reformdesk.core.lineage import TotalLineage
from reformdesk.core.remarks import About, Note
from reformdesk.core.report import Cell, ConsolidatedRound, PrintedTable, printed_tables
from reformdesk.core.rounds import Round
from reformdesk.core.values import Text
from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.closing_line import ClosingLine
from reformdesk.ui.pages.total_pane import ADJUST, TotalPane
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.signs_apart import SignsApart, room_for_both
from reformdesk.words import Words

_WIDTHS = {"number": 44, "reporter": 170, "value": 104, "period": 130, "indicator": 200, "note": 120}
_HEAD_PADDING, _ENOUGH_FOR_NAMES = 22, 320
"""Around a heading; and from how much room for the names on a heading stands on one line."""
_SHARES_WIDTH, _SHARES_HEIGHT, _MOST_OF_HEIGHT = 300, 200, 0.4
_SHARES_PART, _MOST_SHARES_WIDTH = 0.26, 460
"""How much of a wide page the shares have beside the table, and their greatest width."""
_NAME_WIDTH, _LEAST_BESIDE, _ROOM_FOR_DECISIONS = 200, 900, 190
_MOST_LETTERS = 300
"""Of a note below the table; a reason may have two thousand."""
PARTIAL = "◐"
"""What stands before a figure that not all agencies have answered for, with how many have."""
_ANY_SIZE = 16_777_215
"""Qt's own greatest size of a widget."""
REKEY = "Ctrl+K"


class TablesPage(QWidget):
    """One printed table at a time; a total's shares stand beside it when it is chosen.

    ``wants_shares`` asks for those of a round's indicator, which :meth:`show_shares` is given; ``opened``
    for the submission (agency, digest) behind a share, ``adjust`` for another figure in place of a total,
    ``wants_charts`` for an indicator's pictures, ``wants_outliers`` for the figures that stand out,
    ``wants_rekeying`` for the window beside the ministry's software.
    """

    wants_shares = Signal(str, str)
    opened = Signal(str, str)
    adjust = Signal(str, str)
    wants_charts = Signal(str, str)
    wants_outliers = Signal()
    wants_rekeying = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._tables: list[PrintedTable] = []
        self._names: dict[str, str] = {}
        self._wanted = ("", "")
        self._rounds: dict[str, Round] = {}
        self._widths: tuple[int, ...] = ()
        self._heads_in_english = {
            "number": self.tr("No."),
            "name": self.tr("Indicator"),
            "reporter": self.tr("Reported by"),
            "period": self.tr("Period"),
            "note": self.tr("Note"),
        }
        layout = rows(self, space=theme.SPACE_8)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Tables"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._show_table)
        self._going = ("", "", "")
        self._odd: dict[str, Mapping[str, Mapping[str, str]]] = {}
        self.outliers_button = button(self.tr("Figures that stand out…"), self.wants_outliers.emit)
        self.rekeying_button = button(self.tr("For the ministry's software… (Ctrl+K)"), self.wants_rekeying.emit)
        layout.addWidget(FoldingLine(self.tabs, self.rekeying_button, self.outliers_button))
        self._title = label(role="strong", wrap=True)
        layout.addWidget(self._title)
        self.closing_line = ClosingLine(words)
        layout.addWidget(self.closing_line)
        self.more = label(role="small", tone="quiet")
        self.more.hide()
        layout.addWidget(self.more)
        line = self._line = columns(space=theme.SPACE_12)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Consolidated table"))
        self.table.wrap_header()
        self.table.setItemDelegate(SignsApart(self.table))
        self.table.setSelectionBehavior(SheetTable.SelectionBehavior.SelectItems)
        self.table.selectionModel().currentChanged.connect(self._show_shares)
        line.addWidget(self.table, 1)
        self.pane = self._beside = TotalPane(words)
        self.shares_model, self.shares = self.pane.model, self.pane.table
        self.pane.charts.connect(lambda: self.wants_charts.emit(*self._wanted))
        line.addWidget(self._beside)
        self._beside.hide()
        layout.addLayout(line, 1)
        self.note = label(role="small", tone="warning", wrap=True)
        layout.addWidget(self.note)
        self.table.opened.connect(lambda _row: self._go_to_shares())
        self.pane.back.connect(self.table.setFocus)
        self.pane.opened.connect(self.opened)
        self.pane.adjust.connect(self._adjust)
        for keys, verb in ((REKEY, self.wants_rekeying.emit), (ADJUST, self._adjust)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was shown yet."""
        return not self._tables

    def refresh(self, parts: Sequence[ConsolidatedRound], more: int = 0) -> None:
        """Show the rounds' tables; ``more`` rounds are still being read."""
        self.more.setVisible(more > 0)
        self.more.setText(self.tr("Earlier rounds are being added: {count}").format(count=more))
        self._names = {agency.id: agency.text(self._words.language) for part in parts for agency in part.round.agencies}
        self._rounds = {part.round.id: part.round for part in parts}
        self._tables = printed_tables(parts)
        before = max(0, self.tabs.currentIndex())
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for table in self._tables:
            self.tabs.addTab(self._tab_of(table))
        self.tabs.setCurrentIndex(min(before, len(self._tables) - 1))
        self.tabs.blockSignals(False)
        self._show_table()
        if not more:
            self._go()

    def _tab_of(self, table: PrintedTable) -> str:
        """Return a table's printed number, and up to which period it was printed so where that is over."""
        if table.until is None:
            return table.table.id
        period = table.until.short.text(self._words.language)
        return self.tr("{table} (to {period})").format(table=table.table.id, period=period)

    def _show_table(self) -> None:
        if not 0 <= self.tabs.currentIndex() < len(self._tables):
            return
        table = self._tables[self.tabs.currentIndex()]
        self._title.setText(table.titled(self._words.language))
        lines = [
            [
                _shown(cell, self._text(cell, table), column, groups=source is not None and not source.indicator)
                for cell, column in zip(cells, table.columns, strict=True)
            ]
            for cells, source in zip(table.rows, table.sources, strict=True)
        ]
        header = [self._heading(head, column, table) for head, column in zip(table.heads, table.columns, strict=True)]
        self.model.show_rows(header, lines)
        for place in range(len(table.columns)):
            self.table.setColumnHidden(place, False)
        self._widths = ()
        self._share_room(table)
        self._restore()
        said = [self._said(note) for note in table.notes if note.remark.about is not About.PARTIAL]
        if len(said) < len(table.notes):
            said.append(self.tr("{sign} Agencies that have answered, of those that are asked.").format(sign=PARTIAL))
        self.note.setText("\n".join(said))
        self.note.setVisible(bool(said))
        self._fit()

    def _heading(self, head: Cell, column: Column, table: PrintedTable) -> str:
        """Return a column's heading as printed; what is no name of an indicator is said in the window's language."""
        text = self._text(head, table)
        if self._words.language == "en":
            text = self._heads_in_english.get(column.kind, text)
        return " ".join(filter(None, [text, head.behind]))

    def _text(self, cell: Cell, table: PrintedTable) -> str:
        """Return a cell's text as printed; an English window has the periods in English."""
        if not cell.round or cell.indicator is not None or self._words.language != "en":
            return cell.text
        found = self._rounds[cell.round]
        day = found.period.printed_day(table.table)
        period = found.short.text("en")
        return self.tr("{period} (to {day})").format(period=period, day=f"{day.day}/{day.month}") if day else period

    def _share_room(self, table: PrintedTable) -> None:
        """Give the figures what they need, and their headings one line where the names keep enough; names the rest."""
        least = [_width(table, self.model, place) for place in range(len(table.columns))]
        whole = [
            max(width, _heading_width(self.model, place)) if column.kind in ("value", "period") else width
            for place, (width, column) in enumerate(zip(least, table.columns, strict=True))
        ]
        names = [place for place, column in enumerate(table.columns) if column.kind == "name"]
        left_out = [one for one in range(len(least)) if self.table.isColumnHidden(one)]
        taken = sum(width for place, width in enumerate(whole) if place not in names + left_out)
        room = self.table.viewport().width() - theme.px(taken)
        widths = tuple(whole if room >= len(names) * theme.px(_ENOUGH_FOR_NAMES) else least)
        if widths != self._widths:
            self._widths = widths
            self.table.share(
                dict.fromkeys(names, 1), {place: width for place, width in enumerate(widths) if place not in names}
            )

    def _restore(self) -> None:
        """Put the cursor where it was: what was read anew is the same table."""
        for row, cells in enumerate(self._tables[self.tabs.currentIndex()].rows):
            for column, cell in enumerate(cells):
                if cell.indicator is not None and (cell.round, cell.indicator.id) == self._wanted:
                    self.table.setCurrentIndex(self.model.index(row, column))
                    return
        self._show_beside(shown=False)

    def _said(self, note: Note) -> str:
        params = {name: text or self._words.answer("blank") for name, text in note.remark.params}
        words = self._words.remark(note.remark.about, **params)
        names = note.remark.agencies
        said = f"{note.sign} {words}: {', '.join(names)}." if names else f"{note.sign} {words}"
        return shorten(said, _MOST_LETTERS, placeholder="…")

    def _show_shares(self, index: QModelIndex) -> None:
        cell = self._cell_at(index)
        if cell is None or cell.total is None or cell.indicator is None:
            self._show_beside(shown=False)
            return
        self._wanted = (cell.round, cell.indicator.id)
        self.pane.show_total(cell, self._rounds[cell.round].title.text(self._words.language), self._printed_name(index))
        self._mark_pane()
        self._show_beside(shown=True)
        self.wants_shares.emit(*self._wanted)

    def _printed_name(self, index: QModelIndex) -> str:
        """Return what names a figure on the paper: its row, or its column where periods go down."""
        table = self._tables[self.tabs.currentIndex()]
        source = table.sources[index.row()]
        return source.name if source is not None else table.columns[index.column()].header

    def show_shares(self, round_id: str, name: str, found: TotalLineage) -> None:
        """Show the shares behind a total, unless another one was chosen meanwhile."""
        cell = self._cell_at(self.table.currentIndex())
        if (round_id, name) == self._wanted and cell is not None and cell.indicator is not None:
            self.pane.show_lineage(found, cell.indicator, self._names)
            if self._going[:2] == (round_id, name):
                self.pane.go_to(self._going[2])
                self._going = ("", "", "")

    def mark_odd(self, round_id: str, odd: Mapping[str, Mapping[str, str]]) -> None:
        """Mark the shares of a round that stand out: by indicator and agency, in words."""
        self._odd[round_id] = odd
        self._mark_pane()

    def _mark_pane(self) -> None:
        round_id, name = self._wanted
        self.pane.mark(self._odd.get(round_id, {}).get(name, {}))

    def say_odd(self, count: int) -> None:
        """Say how many figures of the round at hand stand out."""
        self.outliers_button.setText(self.tr("Figures that stand out ({count})…").format(count=count))

    def go_to(self, round_id: str, name: str, agency: str) -> None:
        """Put the cursor on a total and on an agency's share of it, as soon as all rounds are shown."""
        self._going = (round_id, name, agency)

    def _go(self) -> None:
        round_id, name, _ = self._going
        for place, table in enumerate(self._tables):
            for row, cells in enumerate(table.rows):
                for column, cell in enumerate(cells):
                    if cell.indicator is not None and (cell.round, cell.indicator.id) == (round_id, name):
                        self.tabs.setCurrentIndex(place)
                        self.table.setCurrentIndex(self.model.index(row, column))
                        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                        return

    @property
    def chosen(self) -> tuple[str, str]:
        """The round and the indicator of the total that was chosen last; empty before."""
        return self._wanted

    def go_back_to(self, agency: str) -> None:
        """Go back to an agency's share."""
        self.pane.go_to(agency)
        self.pane.take_focus()

    def _go_to_shares(self) -> None:
        if not self._beside.isHidden():
            self.pane.take_focus()

    def _adjust(self) -> None:
        if not self._beside.isHidden():
            self.adjust.emit(*self._wanted)

    def _show_beside(self, *, shown: bool) -> None:
        if self._beside.isHidden() is shown:
            self._beside.setVisible(shown)
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Leave the reporters out where the names have no room, and for the shares, which name them anyway."""
        if not 0 <= self.tabs.currentIndex() < len(self._tables):
            return
        table = self._tables[self.tabs.currentIndex()]
        columns = table.columns
        if any(column.kind == "name" for column in columns):
            taken = sum(
                _width(table, self.model, place) for place, column in enumerate(columns) if column.kind != "name"
            )
            narrow = self.table.viewport().width() < theme.px(taken + _NAME_WIDTH)
            for place, column in enumerate(columns):
                if column.kind == "reporter":
                    self.table.setColumnHidden(place, narrow or not self._beside.isHidden())
        self._share_room(table)
        self.table.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the shares below the table where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_LEAST_BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        part = round(self.width() * _SHARES_PART)
        beside = max(theme.px(_SHARES_WIDTH), min(part, theme.px(_MOST_SHARES_WIDTH)))
        self._beside.setMaximumWidth(_ANY_SIZE if narrow else beside)
        self._beside.setMinimumWidth(0 if narrow else beside)
        low = min(theme.px(_SHARES_HEIGHT), round(self.height() * _MOST_OF_HEIGHT))
        self._beside.setMaximumHeight(low if narrow else _ANY_SIZE)
        self.pane.show_decisions(shown=not narrow or low >= theme.px(_ROOM_FOR_DECISIONS))
        # once the table has its size
        QTimer.singleShot(0, self, self._fit)

    def _cell_at(self, index: QModelIndex) -> Cell | None:
        if not index.isValid() or not 0 <= self.tabs.currentIndex() < len(self._tables):
            return None
        return self._tables[self.tabs.currentIndex()].rows[index.row()][index.column()]


def _width(table: PrintedTable, model: GridModel, place: int) -> int:
    """Return how wide a column is, at the common text size, with room for the signs before its figures."""
    cells = (model.cell(row, place) for row in range(model.rowCount()))
    marked = max((room_for_both(cell.before, cell.text) for cell in cells if cell.before), default=0)
    return max(_WIDTHS.get(table.columns[place].kind, 120), theme.at_common_size(marked))


def _heading_width(model: GridModel, place: int) -> int:
    font = QFont(QApplication.font())
    font.setPixelSize(theme.px(theme.SMALL))
    text = str(model.headerData(place, Qt.Orientation.Horizontal))
    return theme.at_common_size(QFontMetrics(font).horizontalAdvance(text)) + _HEAD_PADDING


def _shown(cell: Cell, text: str, column: Column, *, groups: bool) -> GridCell:
    total, signs = cell.total, " ".join(_signs(cell))
    right = total is not None and "\n" not in text
    # words wrap, and would run into signs of their own
    apart = total is not None and right and not isinstance(total.value, Text)
    return GridCell(
        text=text if apart else " ".join(filter(None, [signs, text])),
        right=right,
        strong=groups and column.kind == "name",
        tone="quiet" if column.kind in ("number", "reporter") else "",
        hint=total.coverage if total is not None else "",
        before=signs if apart else "",
    )


def _signs(cell: Cell) -> list[str]:
    """Return what is to be said of a figure, each once."""
    signs = [
        f"{PARTIAL} {cell.total.coverage}" if remark.about is About.PARTIAL and cell.total is not None else sign
        for remark, sign in zip(cell.remarks, cell.marks, strict=True)
    ]
    return list(dict.fromkeys(signs))
