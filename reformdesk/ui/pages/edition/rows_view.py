"""The rows of a printed table, changed in place; what the chosen one is stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Layout
from reformdesk.ui.models.edition_rows import KIND, NAME, NUMBER, REPORTER, SHARES, UNIT, EditionRows, PrintedLine
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.pages.edition.beside import Beside, bring_into_view
from reformdesk.ui.pages.edition.row_panel import RowPanel
from reformdesk.ui.widgets.basics import button, columns, label
from reformdesk.ui.widgets.draft_table import DraftTable
from reformdesk.ui.widgets.folding_line import FoldingLine


class RowsView(Beside):
    """``add`` asks for a new row behind a line (``None``: at the end), ``take_out`` for one less, ``shift`` for
    another place (-1 up, 1 down), ``nest`` for another depth. What is changed is asked for by the model and the panel.
    """

    add = Signal(str, object)
    take_out = Signal(object)
    shift = Signal(object, int)
    nest = Signal(object, int)

    def __init__(self, wording: EditionWording) -> None:
        self.panel = RowPanel(wording)
        super().__init__(self.panel)
        self._wording = wording
        self._sight: EditionSight | None = None
        self.table_id = ""
        self._followed: int | None = None
        self.title = label(role="strong", wrap=True)
        self.main.addWidget(self.title)
        header = (
            self.tr("No."),
            self.tr("Indicator"),
            self.tr("Kind of figure"),
            self.tr("Unit"),
            self.tr("Reported by"),
            self.tr("Together"),
        )
        self.model = EditionRows(header, self.tr("Nobody reports this."), wording)
        self.table = DraftTable(self.model, self.tr("Rows of the table"))
        self.table.share({NAME: 5, REPORTER: 3}, {NUMBER: 48, KIND: 100, UNIT: 74, SHARES: 96}, (SHARES, UNIT, KIND))
        self.table.wrap_header()
        self.table.entered_row.connect(lambda _: self._show_row())
        self.main.addWidget(self.table, 1)
        self.add_button = button(self.tr("New row…"), lambda: self.add.emit(self.table_id, self.chosen()))
        self.out_button = button(self.tr("Retire"), lambda: self._ask(self.take_out))
        self.up_button = button(self.tr("Up"), lambda: self._ask(self.shift, -1))
        self.down_button = button(self.tr("Down"), lambda: self._ask(self.shift, 1))
        self.in_button = button(self.tr("Deeper"), lambda: self._ask(self.nest, 1))
        self.outer_button = button(self.tr("Less deep"), lambda: self._ask(self.nest, -1))
        first = QWidget()
        line = columns(first)
        for one in (self.add_button, self.out_button):
            line.addWidget(one)
        line.addStretch(1)
        moving = (self.up_button, self.down_button, self.outer_button, self.in_button)
        self.main.addWidget(FoldingLine(first, *moving))
        for keys, signal, step in (
            ("Alt+Up", self.shift, -1),
            ("Alt+Down", self.shift, 1),
            ("Alt+Left", self.nest, -1),
            ("Alt+Right", self.nest, 1),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda signal=signal, step=step: self._ask(signal, step))

    def show_sight(self, sight: EditionSight, table: str) -> None:
        """Show a table's rows; the cursor stays on its row, or at its place where that is gone."""
        same = table == self.table_id
        line, index = (self.chosen(), self.table.currentIndex()) if same else (None, self.table.currentIndex())
        self._sight, self.table_id = sight, table
        own = next(one for one in sight.catalogue.tables if one.id == table)
        self.title.setText(own.label.text(self._wording.language))
        words = self._wording
        said = words.said_of(sight.edition, sight.base)
        self.model.show_table(said, sight.catalogue, table, sight.reporters(words))
        row = self.model.row_of(line) if self._followed is None else self._followed
        self._followed = None
        if not 0 <= row < self.model.count():
            row = min(max(0, index.row() if same else 0), self.model.count() - 1)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(0, index.column()) if same else NAME))
        across = own.layout is Layout.PERIODS_ACROSS
        for one in (self.in_button, self.outer_button):
            one.setVisible(across)
        self._show_row()

    def chosen(self) -> PrintedLine | None:
        """Return the line that the cursor is on."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < self.model.count() else None

    def go_to(self, indicator: str, place: int | None = None) -> None:
        """Put the cursor on an indicator's line, or on the row at a place."""
        for row, line in enumerate(self.model.lines):
            if (indicator and line.indicator == indicator) or (not indicator and line.place == place):
                self.table.setCurrentIndex(self.model.index(row, NAME))
                bring_into_view(self.table)
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, place: int) -> None:
        """Let the cursor go along with its row, which is about to move to a place."""
        self._followed = place

    def _show_row(self) -> None:
        line = self.chosen()
        if self._sight is not None:
            self.panel.show_row(self._sight, line)
        for one in (self.out_button, self.up_button, self.down_button, self.in_button, self.outer_button):
            one.setEnabled(line is not None)
        asks = line is not None and line.indicator
        self.out_button.setText(self.tr("Retire") if asks else self.tr("Take out"))

    def _ask(self, signal: object, *given: object) -> None:
        line = self.chosen()
        if line is not None:
            signal.emit(line, *given)  # type: ignore[attr-defined] # one of this view's own signals
