"""What was: a field's earlier periods, all of them, and every change of its answer, each of which can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reformdesk.core import enclosures, entry, units, values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.entry import Change
from reformdesk.core.rounds import EarlierRound
from reformdesk.core.units import Figure
from reformdesk.core.values import Status, Value, write_number
from reformdesk.inherited_words import reasons
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.models.earlier import earlier_cell
from reformdesk.ui.models.form import FormData, field_text
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_HOW = 3
_LEAST_BESIDE = 700


class HistoryTab(QWidget):
    """``restore`` gives the id of the change whose outcome is wanted again, ``request`` an earlier round to correct."""

    restore = Signal(int)
    request = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._changes: tuple[Change, ...] = ()
        self._units: dict[str, str] = {}
        inner = self._around = columns(self, space=theme.SPACE_12)
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
        beside = self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        beside.setSpacing(theme.SPACE_8)
        beside.addWidget(self.restore_button)
        beside.addWidget(self.request_button)
        beside.addStretch(1)
        inner.addLayout(tables, 1)
        inner.addLayout(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tables have little room, put the buttons below them and leave out how a change came about."""
        super().resizeEvent(event)
        narrow = self._is_narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._around.setDirection(down if narrow else across)
        self._beside.setDirection(across if narrow else down)
        if self.table.isColumnHidden(_HOW) is not narrow:
            self.table.setColumnHidden(_HOW, narrow)
            QTimer.singleShot(0, self.table, self.table.fit_rows)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < theme.px(_LEAST_BESIDE)

    def show_field(self, data: FormData, name: str) -> None:
        """Show the periods in which an indicator was asked, newest first."""
        self._units = {unit.id: unit.name for unit in data.units}
        lines: list[list[GridCell]] = []
        for past in reversed(data.round.earlier):
            lines += self._lines(data, past, name)
        self.past_model.show_rows([self.tr("Period"), self.tr("Answer")], lines)
        self.past.share({0: 1}, {1: 92})
        self._enable_request()

    def _lines(self, data: FormData, past: EarlierRound, name: str) -> list[list[GridCell]]:
        """Return a period's figure, and below it what it is made of, or why it is not to be compared."""
        found = data.round.inherited(past, data.agency, name)
        if not found.parts:
            return []
        indicator = data.round.catalogue.indicators[name]
        cell = earlier_cell(data.round, past, data.agency, name, self._words)
        # only what it reported itself is the agency's to correct
        own = past.id if name in past.answers.get(data.agency, {}) else ""
        title = GridCell(past.title.text(self._words.language), key="" if found.others else own)
        if not cell.noted:
            return [[title, GridCell(self._told(found.value, indicator), right=True)]]
        lines = [[title, GridCell(cell.text.replace("\n", "; "), right=True)]]
        for part in found.parts if len(found.parts) > 1 else ():
            agency = data.round.known[part.agency].text(self._words.language)
            value = GridCell(self._told(part.value, indicator), right=True, tone="quiet")
            lines.append([GridCell(f"– {agency}", tone="quiet", key=own if part.agency == data.agency else ""), value])
        reason = reasons(data.round, past, data.agency, name, self._words)
        return [*lines, [GridCell(reason, tone="quiet", hint=reason), GridCell("")]] if reason else lines

    def show_changes(self, changes: Sequence[Change], indicator: Indicator) -> None:
        """Show the changes of an answer, newest first."""
        self._changes = tuple(reversed(changes))
        head = [self.tr("When"), self.tr("From"), self.tr("To"), self.tr("How")]
        lines = [
            [
                GridCell(moment(one.changed_at)),
                GridCell(self._part(one, one.before, indicator), tone="quiet"),
                GridCell(self._part(one, one.after, indicator), strong=place == 0),
                GridCell(self._how(one), tone="quiet", hint=self._how(one)),
            ]
            for place, one in enumerate(self._changes)
        ]
        self.model.show_rows(head, lines)
        self.table.setColumnHidden(_HOW, self._is_narrow)
        self.table.share({1: 5, 2: 5, _HOW: 4}, {0: 110})
        self._enable()

    def _how(self, change: Change) -> str:
        if change.source == entry.TYPED and change.part.startswith(entry.EVIDENCE):
            return self.tr("attached") if change.after else self.tr("taken out")
        return self._words.source(change.source)

    def _part(self, change: Change, wire: str, indicator: Indicator) -> str:
        if change.part == entry.VALUE:
            return self._told(entry.value_of(wire), indicator)
        if change.part == entry.EXPLANATION:
            return self.tr("Explanation: {words}").format(words=wire or "–")
        if change.part.startswith(entry.EVIDENCE):
            title = enclosures.title_of(wire) if wire else "–"
            return self.tr("Evidence: {title}").format(title=title)
        unit = change.part.removeprefix(entry.UNIT)
        name = self._units.get(unit, unit)
        return f"{name}: {_figure(units.figure_of(wire)) if wire else '–'}"

    def _told(self, value: Value | None, indicator: Indicator) -> str:
        if value is None or isinstance(value, Status):
            return self._words.answer((value or Status.BLANK).value)
        return field_text(value, indicator).replace("\n", "; ") if values.is_answer(value) else "–"

    def _enable(self, row: int = -1) -> None:
        self.restore_button.setEnabled(row >= 0)
        tip = "" if self.restore_button.isEnabled() else self.tr("Choose a change in the list first.")
        self.restore_button.setToolTip(tip)

    def _enable_request(self, row: int = -1) -> None:
        own = bool(self._period_in(row))
        self.request_button.setEnabled(own)
        none, others = self.tr("Choose an earlier period in the list first."), self.tr("Others reported this figure.")
        self.request_button.setToolTip("" if own else others if row >= 0 else none)

    def _request(self) -> None:
        if earlier := self._period_in(self.past.currentIndex().row()):
            self.request.emit(earlier)

    def _period_in(self, row: int) -> str:
        """Return the id of the earlier round whose own figure stands in a row of the list."""
        return self.past_model.cell(row, 0).key if 0 <= row < self.past_model.rowCount() else ""

    def _restore(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._changes):
            self.restore.emit(self._changes[row].id)


def _figure(figure: Figure) -> str:
    """Write a unit's figure, both parts of a rate."""
    parts = [write_number(one) for one in (figure.part, figure.whole) if one is not None]
    return "/".join(parts)
