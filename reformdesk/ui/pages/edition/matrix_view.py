"""Who reports what, as a matrix: indicators down, groups and agencies across."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QStackedWidget, QWidget

from reformdesk.core.catalogue import Reporter
from reformdesk.core.organisation import reporting
from reformdesk.core.text import fold
from reformdesk.ui import theme
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.edition.beside import choices, filter_field
from reformdesk.ui.widgets.basics import EmptyState, button, columns, label, rows, with_sign
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable

REPORTS, AMONG = "●", "◦"
_NUMBER, _NAME, _FIRST = 0, 1, 2
_NUMBER_WIDTH, _COLUMN_WIDTH, _OTHER_WIDTH, _LEAST_NAME = 48, 80, 130, 230
_HEAD_PADDING = 20
_LISTED, _NOT_FOUND, _ALL_REPORTED = range(3)


class MatrixView(QWidget):
    """``assign`` has the ids of indicators and who is to report them."""

    assign = Signal(object, object)

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self._wording = wording
        self._sight: EditionSight | None = None
        self._shown: tuple[str, ...] = ()
        self._across: tuple[Reporter, ...] = ()
        layout = rows(self)
        self.area = choices(self.tr("Area"))
        self.area.activated.connect(lambda _: self._list())
        self.filter = filter_field(self.tr("Type part of an indicator"))
        self.filter.textChanged.connect(lambda _: self._list())
        self.nobody = QCheckBox(self.tr("Only what nobody reports"))
        self.nobody.toggled.connect(lambda _: self._list())
        first = QWidget()
        line = columns(first)
        line.addWidget(self.area, 1)
        line.addWidget(self.filter, 1)
        layout.addWidget(FoldingLine(first, self.nobody))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Who reports what"))
        self.table.wrap_header()
        self.table.setSelectionBehavior(SheetTable.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(SheetTable.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _: self._assign_here())
        self.table.ticked.connect(lambda _: self._assign_here())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        less = self.tr("Type less, choose all areas, or untick “Only what nobody reports”.")
        self._stack.addWidget(EmptyState(self.tr("Nothing is found"), less))
        self._stack.addWidget(
            EmptyState(self.tr("Somebody reports everything"), self.tr("There is no indicator that nobody reports."))
        )
        layout.addWidget(self._stack, 1)
        hint = self.tr(
            "● reports it · ◦ is in the group that does. The space bar gives the chosen cells' rows to the column."
        )
        layout.addWidget(label(hint, role="small", wrap=True))
        self.reporter = choices(self.tr("The chosen rows are reported by"))
        self.assign_button = button(self.tr("Assign"), self._assign_chosen)
        last = QWidget()
        line = columns(last)
        line.addWidget(label(self.tr("The chosen rows are reported by")))
        line.addWidget(self.reporter, 1)
        layout.addWidget(FoldingLine(last, self.assign_button))
        everything = QShortcut(QKeySequence.StandardKey.SelectAll, self.table)
        everything.setContext(Qt.ShortcutContext.WidgetShortcut)
        everything.activated.connect(self._choose_column)

    def show_sight(self, sight: EditionSight) -> None:
        """Show the matrix; what is chosen stays so."""
        self._sight = sight
        language = self._wording.language
        chosen = self.area.currentData()
        self.area.clear()
        self.area.addItem(self.tr("all areas"), "")
        for area in sight.catalogue.areas:
            self.area.addItem(area.short.text(language), area.id)
        self.area.setCurrentIndex(max(0, self.area.findData(chosen)))
        reporter = self.reporter.currentData()
        self.reporter.clear()
        reporters = sight.reporters(self._wording)
        for one, text in reporters.items():
            self.reporter.addItem(text, one)
        self.reporter.setCurrentIndex(list(reporters).index(reporter) if reporter in reporters else 0)
        self._list()

    def _list(self) -> None:
        sight = self._sight
        if sight is None:
            return
        cell = self.table.currentIndex()
        at = self._shown[cell.row()] if 0 <= cell.row() < len(self._shown) else ""
        self._shown = tuple(self._wanted(sight))
        reporters = sight.reporters(self._wording)
        self._across = self._columns(sight, reporters)
        heads = [self.tr("No."), self.tr("Indicator"), *(reporters[one] for one in self._across), self.tr("Another")]
        self.model.show_rows(heads, [self._cells(sight, name, reporters) for name in self._shown])
        last = _FIRST + len(self._across)
        widths = {_FIRST + at: _head_width(reporters[one]) for at, one in enumerate(self._across)}
        self.table.share({_NAME: 1}, {_NUMBER: _NUMBER_WIDTH, **widths, last: _OTHER_WIDTH})
        if self._shown:
            row = self._shown.index(at) if at in self._shown else min(max(0, cell.row()), len(self._shown) - 1)
            self.table.setCurrentIndex(self.model.index(row, min(max(_FIRST, cell.column()), last)))
        of_all = self.nobody.isChecked() and not (self.area.currentData() or self.filter.text().strip())
        self._stack.setCurrentIndex(_LISTED if self._shown else _ALL_REPORTED if of_all else _NOT_FOUND)
        self.assign_button.setEnabled(bool(self._shown))

    def _wanted(self, sight: EditionSight) -> list[str]:
        area, wanted = self.area.currentData(), fold(self.filter.text())
        catalogue = sight.catalogue
        found = []
        for name in catalogue.order:
            indicator = catalogue.indicators.get(name)
            if indicator is None or (area and catalogue.area_of[name] != area):
                continue
            if wanted and wanted not in fold(f"{indicator.name.vi} {indicator.name.en}"):
                continue
            if not self.nobody.isChecked() or not reporting(sight.agencies, indicator.reporter):
                found.append(name)
        return found

    def _columns(self, sight: EditionSight, reporters: dict[Reporter, str]) -> tuple[Reporter, ...]:
        """Return the groups, then those agencies that alone report most here, as many as there is room for."""
        groups = [Reporter(group=group) for group in sight.groups()]
        indicators = sight.catalogue.indicators
        alone = Counter(indicators[name].reporter for name in self._shown if indicators[name].reporter.agency)
        room = self.table.viewport().width() - theme.px(_NUMBER_WIDTH + _LEAST_NAME + _OTHER_WIDTH)
        found: list[Reporter] = []
        for one in (*groups, *(one for one, _ in alone.most_common() if one in reporters)):
            room -= theme.px(_head_width(reporters[one]))
            if room < 0 and found:
                break
            found.append(one)
        return tuple(found)

    def _cells(self, sight: EditionSight, name: str, reporters: dict[Reporter, str]) -> list[GridCell]:
        indicator = sight.catalogue.indicators[name]
        own = indicator.reporter
        text = self._wording.named(indicator)
        cells = [
            GridCell(sight.catalogue.printed_number(name), tone="quiet"),
            GridCell(text, key=name, hint=text),
            *(GridCell(self._sign(sight, own, one), right=True, hint=reporters[one]) for one in self._across),
        ]
        if own in self._across:
            return [*cells, GridCell("")]
        who = reporters.get(own)
        tone = "" if who else "error"
        said = who or self.tr("nobody")
        return [*cells, GridCell(with_sign(tone, said), tone=tone, hint=said)]

    def _sign(self, sight: EditionSight, own: Reporter, column: Reporter) -> str:
        if own == column:
            return REPORTS
        if not own.group or not column.agency:
            return ""
        members = {agency.id for agency in sight.agencies if own.group in agency.groups}
        return AMONG if column.agency in members else ""

    def _rows_chosen(self) -> tuple[str, ...]:
        return tuple(self._shown[row] for row in sorted({one.row() for one in self.table.selectedIndexes()}))

    def _choose_column(self) -> None:
        """Choose the whole column that the cursor is in: all rows that are listed."""
        column = self.table.currentIndex().column()
        for row in range(len(self._shown)):
            index = self.model.index(row, column)
            self.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def _assign_here(self) -> None:
        place = self.table.currentIndex().column() - _FIRST
        if 0 <= place < len(self._across):
            self._ask(self._across[place])
        else:
            self.reporter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assign_chosen(self) -> None:
        chosen = self.reporter.currentData()
        if isinstance(chosen, Reporter):
            self._ask(chosen)

    def _ask(self, reporter: Reporter) -> None:
        sight = self._sight
        if sight is None:
            return
        indicators = sight.catalogue.indicators
        changed = tuple(name for name in self._rows_chosen() if indicators[name].reporter != reporter)
        if changed:
            self.assign.emit(changed, reporter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        sight = self._sight
        if sight is not None and self._columns(sight, sight.reporters(self._wording)) != self._across:
            self._list()


def _head_width(text: str) -> int:
    """Return the width at 100 % that a column's head needs: that of its longest word."""
    font = QFont(QApplication.font())
    font.setPixelSize(theme.px(theme.SMALL))
    longest = max(map(QFontMetrics(font).horizontalAdvance, text.split()), default=0)
    return max(_COLUMN_WIDTH, theme.at_common_size(longest) + _HEAD_PADDING)
