"""A figure by subordinate units (Chi tiết theo đơn vị trực thuộc): a field each, summed live, the missing named."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from reformdesk.core import pasting, units, values
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.form_lines import FormLine
from reformdesk.core.units import Detail, Figure, Unit
from reformdesk.core.values import Ambiguous, Number, Unreadable, write_number
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, label, rows
from reformdesk.ui.widgets.value_field import Move, ValueField
from reformdesk.words import Words

_FIELD_WIDTH = 120
_MOST_WIDTH = 720
"""A name and its field stand near each other."""
_PART, _WHOLE = 0, 1


class UnitsTab(QWidget):
    """``given`` has new figures by unit (``None`` takes one away), ``edit_list`` asks for the list of units."""

    given = Signal(object)
    edit_list = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._indicator: Indicator | None = None
        self._units: tuple[Unit, ...] = ()
        self._detail: Detail | None = None
        self._awaited = False
        self._fields: dict[tuple[str, int], ValueField] = {}
        outer = rows(self, space=theme.SPACE_4)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("sheet")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll, 1)
        self._asked = rows(space=theme.SPACE_4)
        outer.addLayout(self._asked)
        foot = columns(space=theme.SPACE_12)
        self.sum = label(role="strong")
        self._missing = label(role="quiet", wrap=True)
        self.list_button = button(self.tr("List of units…"), self.edit_list.emit)
        foot.addWidget(self.sum)
        foot.addWidget(self._missing, 1)
        foot.addWidget(self.list_button)
        outer.addLayout(foot)

    def show_units(self, indicator: Indicator, listed: tuple[Unit, ...], detail: Detail | None) -> None:
        """Show an indicator's units and what stands for each."""
        if (indicator, listed) != (self._indicator, self._units):
            self._indicator, self._units = indicator, listed
            self._build(indicator)
            if self._awaited:
                self._awaited = False
                QTimer.singleShot(0, self, self.begin)
        self._detail = detail
        figures = detail.figures if detail is not None else {}
        for (unit, column), field in self._fields.items():
            figure = figures.get(unit)
            amount = None if figure is None else (figure.part if column == _PART else figure.whole)
            if not field.is_busy:
                field.show_value("" if amount is None else write_number(amount))
        self._show_sum(detail)

    def begin(self) -> None:
        """Put the cursor into the first field that is open, or to the list where there is none."""
        open_ = [field for field in self._fields.values() if not field.edit.text()]
        first = next(iter(open_ or self._fields.values()), None)
        (first.edit if first is not None else self.list_button).setFocus(Qt.FocusReason.TabFocusReason)

    def await_list(self) -> None:
        """Put the cursor into the first field once another list of units is shown."""
        self._awaited = True

    def field(self, unit: str, column: int = _PART) -> ValueField:
        """Return a unit's field; column 1 is the denominator of a rate."""
        return self._fields[unit, column]

    def _build(self, indicator: Indicator) -> None:
        self._fields.clear()
        clear(self._asked)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        theme.hold(sheet, most_width=_MOST_WIDTH)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, theme.SPACE_12, 0)
        grid.setVerticalSpacing(theme.SPACE_4)
        grid.setColumnStretch(0, 1)
        if not self._units:
            text = self.tr("Write the list of your subordinate units once; it is kept from round to round.")
            grid.addWidget(label(text, role="quiet", wrap=True), 0, 0)
        elif units.is_rate(indicator):
            for column, text in ((1, self.tr("of them (numerator)")), (2, self.tr("out of (denominator)"))):
                grid.addWidget(label(text, role="small"), 0, column, Qt.AlignmentFlag.AlignRight)
        for row, unit in enumerate(self._units, 1):
            grid.addWidget(label(unit.name, wrap=True), row, 0)
            for column in (_PART, _WHOLE) if units.is_rate(indicator) else (_PART,):
                grid.addWidget(self._make_field(unit, column), row, column + 1)
        grid.setRowStretch(len(self._units) + 1, 1)
        self._scroll.setWidget(sheet)

    def _make_field(self, unit: Unit, column: int) -> ValueField:
        field = ValueField()
        theme.hold(field, width=_FIELD_WIDTH)
        field.edit.arrow.hide()
        name = unit.name if column == _PART else self.tr("{unit}, denominator").format(unit=unit.name)
        field.name(name)
        field.committed.connect(lambda text: self._typed(unit, column, text))
        field.moved.connect(lambda move: self._move(unit, column, move))
        field.pasted.connect(lambda text: self._paste(unit, text))
        self._fields[unit.id, column] = field
        return field

    def _typed(self, unit: Unit, column: int, text: str) -> None:
        clear(self._asked)
        reading = self._read(text)
        if isinstance(reading, Ambiguous | Unreadable):
            self._ask(unit, column, reading)
        else:
            self._give(unit, column, reading)

    def _read(self, text: str) -> Number | Ambiguous | Unreadable | None:
        """Read one part; ``None`` for nothing."""
        if self._indicator is None or not text.strip():
            return None
        kind = Kind.DECIMAL if self._indicator.kind is Kind.DECIMAL else Kind.COUNT
        reading = values.read(text, replace(self._indicator, kind=kind, written_unit="", unit_also=()))
        return reading if isinstance(reading, Number | Ambiguous | Unreadable) else Unreadable("not-a-number")

    def _give(self, unit: Unit, column: int, number: Number | None) -> None:
        standing = self._detail.figures.get(unit.id) if self._detail is not None else None
        part, whole = (standing.part, standing.whole) if standing is not None else (None, None)
        amount = None if number is None else number.amount
        part, whole = (amount, whole) if column == _PART else (part, amount)
        other = self._fields.get((unit.id, _WHOLE))
        if column == _PART and whole is None and other is not None:
            typed = self._read(other.edit.text())
            whole = typed.amount if isinstance(typed, Number) else None
        if part is not None or standing is not None:
            self.given.emit({unit.id: None if part is None else Figure(part, whole)})

    def _ask(self, unit: Unit, column: int, reading: Ambiguous | Unreadable) -> None:
        if isinstance(reading, Unreadable):
            self._asked.addWidget(Strip("error", f"{unit.name}: {self._words.unreadable(reading)}"))
            return
        strip = Strip("warning", self.tr("{unit}: which one do you mean?").format(unit=unit.name))
        for choice in reading.choices:
            if isinstance(choice, Number):
                strip.add(button(write_number(choice.amount), partial(self._settle, unit, column, choice)))
        self._asked.addWidget(strip)

    def _settle(self, unit: Unit, column: int, choice: Number) -> None:
        clear(self._asked)
        self._fields[unit.id, column].edit.setModified(False)
        self._give(unit, column, choice)

    def _move(self, unit: Unit, column: int, move: str) -> None:
        places = [one.id for one in self._units]
        target = places.index(unit.id) + Move(move).step
        if 0 <= target < len(places):
            field = self._fields[places[target], column]
            field.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(field)

    def _paste(self, unit: Unit, text: str) -> None:
        """Lay a block on the units: by their names where it has them, else from this one down."""
        if self._indicator is None:
            return
        block = pasting.parse(text)
        lines = [FormLine(one.id, "", one.name) for one in self._units]
        plain = replace(self._indicator, kind=Kind.COUNT, written_unit="", unit_also=())
        landing = pasting.propose(block, lines, {one.id: plain for one in self._units})
        landed = pasting.land(block, landing, lines, unit.id)
        found: dict[str, Figure | None] = {}
        for offer in landed.offers:
            reading = values.read(str(offer.raw), plain, landing.style)
            if isinstance(reading, Number):
                found[offer.indicator] = Figure(reading.amount)
        clear(self._asked)
        unread = len(landed.offers) - len(found) + len(landed.lost)
        if unread:
            text = self.tr("Rows that were not taken, since no unit has their name or they are no figures: {count}")
            self._asked.addWidget(Strip("warning", text.format(count=unread)))
        if found and not units.is_rate(self._indicator):
            self.given.emit(found)

    def _show_sum(self, detail: Detail | None) -> None:
        total = detail.total if detail is not None else None
        self.sum.setText(self.tr("Sum: {sum}").format(sum="–" if total is None else write_number(total.amount)))
        missing = detail.missing if detail is not None else self._units
        names = ", ".join(unit.name for unit in missing)
        self._missing.setText(self.tr("Missing: {units}").format(units=names) if names else "")
