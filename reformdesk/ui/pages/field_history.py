"""What was: a field's earlier periods, all of them, and every change of its answer, each of which can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reformdesk.core import entry, values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.entry import Change
from reformdesk.core.values import Status, Value
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.models.form import FormData, field_text
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, hairline, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_HEIGHT, _PAST_WIDTH = 208, 300


class FieldPanel(QWidget):
    """``restore`` gives the id of the change whose outcome is wanted again; ``left`` when Esc closes it."""

    restore = Signal(int)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._words = words
        self._changes: tuple[Change, ...] = ()
        outer = rows(self, space=0)
        outer.addWidget(hairline())
        inner = rows(space=theme.SPACE_4)
        inner.setContentsMargins(theme.SPACE_20, theme.SPACE_8, theme.SPACE_20, theme.SPACE_8)
        head = columns()
        self._name = label(role="strong")
        self.restore_button = button(self.tr("Restore"), self._restore)
        head.addWidget(self._name, 1)
        head.addWidget(self.restore_button)
        head.addWidget(button(self.tr("Close"), self._leave))
        inner.addLayout(head)
        tables = columns(space=theme.SPACE_20)
        self.past_model, self.model = GridModel(), GridModel()
        self.past = SheetTable(self.past_model, self.tr("Earlier periods"))
        self.past.setFixedWidth(_PAST_WIDTH)
        self.table = SheetTable(self.model, self.tr("Changes of this answer"))
        self.table.opened.connect(lambda _row: self._restore())
        self.table.entered_row.connect(self._enable)
        tables.addWidget(self.past)
        tables.addWidget(self.table, 1)
        inner.addLayout(tables, 1)
        outer.addLayout(inner, 1)

    def show_field(self, data: FormData, name: str) -> None:
        """Show the periods in which an indicator was asked, newest first."""
        indicator = data.round.catalogue.indicators[name]
        language = self._words.language
        self._name.setText(f"{indicator.name.text(language)} ({indicator.unit.text(language)})")
        lines = []
        for past in reversed(data.round.earlier):
            value = data.round.earlier_value(past, data.agency, name)
            if value is not None:
                lines.append([GridCell(past.title.text(language)), GridCell(self._shown(value, indicator), right=True)])
        self.past_model.show_rows([self.tr("Earlier periods"), self.tr("Answer")], lines)
        self.past.stretch(0)

    def show_changes(self, changes: Sequence[Change], indicator: Indicator) -> None:
        """Show the changes of an answer, newest first."""
        self._changes = tuple(reversed(changes))
        head = [self.tr("When"), self.tr("From"), self.tr("To"), self.tr("How")]
        lines = [
            [
                GridCell(moment(one.changed_at)),
                GridCell(self._part(one, one.before, indicator), tone="quiet"),
                GridCell(self._part(one, one.after, indicator), strong=place == 0),
                GridCell(self._words.source(one.source), tone="quiet"),
            ]
            for place, one in enumerate(self._changes)
        ]
        self.model.show_rows(head, lines)
        for column, width in enumerate((132, 190)):
            self.table.fix(column, width)
        self.table.stretch(2)
        self.table.fix(3, 120)
        self._enable()

    def _part(self, change: Change, wire: str, indicator: Indicator) -> str:
        if change.part == entry.EXPLANATION:
            return self.tr("Explanation: {words}").format(words=wire or "–")
        return self._shown(entry.value_of(wire), indicator)

    def _shown(self, value: Value, indicator: Indicator) -> str:
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return field_text(value, indicator).replace("\n", "; ") if values.is_answer(value) else "–"

    def _enable(self, row: int = -1) -> None:
        self.restore_button.setEnabled(row >= 0)
        tip = "" if self.restore_button.isEnabled() else self.tr("Choose a change in the list first.")
        self.restore_button.setToolTip(tip)

    def _restore(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._changes):
            self.restore.emit(self._changes[row].id)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
