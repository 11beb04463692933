"""What was: a field's earlier periods, all of them, and every change of its answer, each of which can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import entry, values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.entry import Change
from reformdesk.core.values import Status, Value
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.models.form import FormData, field_text
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words


class HistoryTab(QWidget):
    """``restore`` gives the id of the change whose outcome is wanted again, ``request`` an earlier round to correct."""

    restore = Signal(int)
    request = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._changes: tuple[Change, ...] = ()
        inner = rows(self, space=theme.SPACE_4)
        self.restore_button = button(self.tr("Restore"), self._restore)
        self.request_button = button(self.tr("Request a correction…"), self._request)
        tables = columns(space=theme.SPACE_20)
        self.past_model, self.model = GridModel(), GridModel()
        self.past = SheetTable(self.past_model, self.tr("Earlier periods"))
        self.past.opened.connect(lambda _row: self._request())
        self.past.entered_row.connect(self._enable_request)
        self.table = SheetTable(self.model, self.tr("Changes of this answer"))
        self.table.opened.connect(lambda _row: self._restore())
        self.table.entered_row.connect(self._enable)
        tables.addWidget(self.past, 2)
        tables.addWidget(self.table, 4)
        beside = rows()
        beside.addWidget(self.restore_button)
        beside.addWidget(self.request_button)
        beside.addStretch(1)
        tables.addLayout(beside)
        inner.addLayout(tables, 1)

    def show_field(self, data: FormData, name: str) -> None:
        """Show the periods in which an indicator was asked, newest first."""
        indicator = data.round.catalogue.indicators[name]
        language = self._words.language
        lines = []
        for past in reversed(data.round.earlier):
            value = data.round.earlier_value(past, data.agency, name)
            if value is not None:
                title = GridCell(past.title.text(language), key=past.id)
                lines.append([title, GridCell(self._shown(value, indicator), right=True)])
        self.past_model.show_rows([self.tr("Period"), self.tr("Answer")], lines)
        self.past.share({0: 1}, {1: 72})
        self._enable_request()

    def show_changes(self, changes: Sequence[Change], indicator: Indicator) -> None:
        """Show the changes of an answer, newest first."""
        self._changes = tuple(reversed(changes))
        head = [self.tr("When"), self.tr("From"), self.tr("To"), self.tr("How")]
        lines = [
            [
                GridCell(moment(one.changed_at)),
                GridCell(self._part(one, one.before, indicator), tone="quiet"),
                GridCell(self._part(one, one.after, indicator), strong=place == 0),
                GridCell(self._words.source(one.source), tone="quiet", hint=self._words.source(one.source)),
            ]
            for place, one in enumerate(self._changes)
        ]
        self.model.show_rows(head, lines)
        self.table.share({1: 5, 2: 5, 3: 6}, {0: 96})
        self._enable()

    def _part(self, change: Change, wire: str, indicator: Indicator) -> str:
        if change.part == entry.VALUE:
            return self._shown(entry.value_of(wire), indicator)
        if change.part == entry.EXPLANATION:
            return self.tr("Explanation: {words}").format(words=wire or "–")
        return self.tr("Evidence") if change.part.startswith(entry.EVIDENCE) else self.tr("Subordinate unit")

    def _shown(self, value: Value, indicator: Indicator) -> str:
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return field_text(value, indicator).replace("\n", "; ") if values.is_answer(value) else "–"

    def _enable(self, row: int = -1) -> None:
        self.restore_button.setEnabled(row >= 0)
        tip = "" if self.restore_button.isEnabled() else self.tr("Choose a change in the list first.")
        self.restore_button.setToolTip(tip)

    def _enable_request(self, row: int = -1) -> None:
        self.request_button.setEnabled(row >= 0)
        tip = "" if row >= 0 else self.tr("Choose an earlier period in the list first.")
        self.request_button.setToolTip(tip)

    def _request(self) -> None:
        row = self.past.currentIndex().row()
        if 0 <= row < self.past_model.rowCount():
            self.request.emit(self.past_model.cell(row, 0).key)

    def _restore(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._changes):
            self.restore.emit(self._changes[row].id)
