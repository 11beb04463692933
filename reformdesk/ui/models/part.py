"""A colleague's file beside what stands here, field by field, grouped by area, with a tick each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from reformdesk.core.answers import Answer, Given
from reformdesk.core.catalogue import Indicator
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.part_taking import Comparison, Difference, Kind
from reformdesk.core.units import Figure
from reformdesk.core.values import Number, Status, Value, write_number
from reformdesk.ui import theme
from reformdesk.ui.models.form import field_text
from reformdesk.ui.models.ticking import CAME, HERE, NAME, NOTE, NUMBER, Index, TickingModel, strong
from reformdesk.words import Words

THEIRS = CAME
_LONGEST_SHOWN = 160


@dataclass(frozen=True)
class AreaRow:
    """The line above an area's differences; ``same`` counts what stands here already."""

    area: str
    keys: frozenset[str]
    same: int


class PartModel(TickingModel):
    """Number, name, the answer here, theirs, what to know; ``counted`` after each tick."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._comparison: Comparison | None = None
        self._rows: list[AreaRow | Difference] = []
        self._taken: set[str] = set()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs; what is blank here is ticked, what both have entered is not."""
        self.beginResetModel()
        self._comparison = comparison
        self._rows = []
        for area in dict.fromkeys(one.area for one in comparison.differences):
            found = [one for one in comparison.differences if one.area == area]
            self._rows += [AreaRow(area, frozenset(one.key for one in found), comparison.same.get(area, 0)), *found]
        self._taken = {one.key for one in comparison.differences if not one.conflicts}
        self.endResetModel()
        self.counted.emit()

    def chosen(self) -> frozenset[str]:
        """Return the keys of the differences that are ticked."""
        return frozenset(self._taken)

    def replaced(self) -> int:
        """Return how many of them would take the place of something entered here."""
        return sum(one.conflicts for one in self._differences() if one.key in self._taken)

    def row(self, row: int) -> AreaRow | Difference:
        """Return what a row shows."""
        return self._rows[row]

    def toggle(self, row: int) -> None:
        """Tick a row or take the tick off; an area's line does so for all of it."""
        keys = self._keys(row)
        self._set(keys, on=not keys <= self._taken)

    def tick_all(self, *, on: bool) -> None:
        """Tick everything, or nothing."""
        self._set(frozenset(one.key for one in self._differences()), on=on)

    def _differences(self) -> list[Difference]:
        return [one for one in self._rows if isinstance(one, Difference)]

    def _set(self, keys: frozenset[str], *, on: bool) -> None:
        (self._taken.update if on else self._taken.difference_update)(keys)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, NOTE))
        self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """Return what stands above the columns."""
        return self.tr("No."), self.tr("Indicator"), self.tr("Here"), self.tr("Theirs"), self.tr("Note")

    def can_be_ticked(self, row: int) -> bool:
        """Every row can."""
        return 0 <= row < len(self._rows)

    def tick(self, row: int, *, on: bool) -> None:
        """Tick a row, or take the tick off; an area's line does so for all of it."""
        self._set(self._keys(row), on=on)

    def _keys(self, row: int) -> frozenset[str]:
        one = self._rows[row]
        return one.keys if isinstance(one, AreaRow) else frozenset({one.key})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, side, weight, colour and tick."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                text = self._text(one, column)
                return text if column == NAME else self._shortened(text)
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(one, column) or None
            case Qt.ItemDataRole.CheckStateRole if column == NUMBER:
                return self._tick_of(one)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(one, column) | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if self._is_strong(one, column):
                return strong()
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(one, column)
        return None

    def _tick_of(self, one: AreaRow | Difference) -> Qt.CheckState:
        keys = one.keys if isinstance(one, AreaRow) else {one.key}
        if keys <= self._taken:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if keys & self._taken else Qt.CheckState.Unchecked

    def _is_strong(self, one: AreaRow | Difference, column: int) -> bool:
        """What will stand afterwards is in bold, on whichever side it is."""
        if isinstance(one, AreaRow):
            return column in (NUMBER, NAME)
        return column == (THEIRS if one.key in self._taken else HERE)

    def _side(self, one: AreaRow | Difference, column: int) -> Qt.AlignmentFlag:
        """Figures stand at the right, so that they compare; texts at the left."""
        if isinstance(one, AreaRow) or column not in (HERE, THEIRS):
            return Qt.AlignmentFlag.AlignLeft
        figures = one.kind is Kind.UNIT or (
            isinstance(one.theirs, Given)
            and isinstance(one.here, Answer)
            and all(isinstance(value, Number | Status) for value in (one.here.value, self._theirs(one)))
        )
        return Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft

    def _text(self, one: AreaRow | Difference, column: int) -> str:
        if isinstance(one, AreaRow):
            return self._area_text(one, column)
        match column:
            case 0:
                return self._shown.round.catalogue.printed_number(one.indicator) if one.indicator else ""
            case 1:
                return self._name(one)
            case 2:
                return self._here(one)
            case 3:
                return self._offered(one)
            case _:
                return self._note(one)

    def _area_text(self, one: AreaRow, column: int) -> str:
        if column == NUMBER:
            return one.area
        if column == NAME:
            return self._shown.round.catalogue.area(one.area).short.text(self._words.language)
        if column == NOTE:
            text = self.tr("Differ: {count}. The same: {same}.")
            return text.format(count=len(one.keys), same=one.same)
        return ""

    def _name(self, one: Difference) -> str:
        if one.kind is Kind.NARRATIVE:
            return self.tr("Words of this area")
        name = self._indicator(one).name.text(self._words.language)
        if one.kind is Kind.UNIT:
            return f"{name} · {one.unit}"
        evidence = self.tr("evidence")
        return f"{name} · {evidence}" if one.kind is Kind.EVIDENCE else name

    def _here(self, one: Difference) -> str:
        match one.here:
            case Answer():
                return self._value(one.here.value, one)
            case Figure():
                return _figure(one.here)
            case str():
                return one.here
            case _:
                return "–"

    def _offered(self, one: Difference) -> str:
        match one.theirs:
            case Given():
                return self._value(self._theirs(one), one)
            case Figure():
                return _figure(one.theirs)
            case Enclosure():
                return one.theirs.title
            case _:
                return one.theirs

    def _theirs(self, one: Difference) -> Value:
        """Return the value that would stand: where the file brings words alone, the one that stands."""
        if isinstance(one.theirs, Given) and one.theirs.value is not None:
            return one.theirs.value
        return one.here.value if isinstance(one.here, Answer) else Status.BLANK

    def _value(self, value: Value, one: Difference) -> str:
        if value is Status.BLANK:
            return "–"
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return field_text(value, self._indicator(one)).replace("\n", "; ")

    def _note(self, one: Difference) -> str:
        parts = []
        if one.conflicts:
            parts.append(self.tr("Both have entered this: choose."))
        if isinstance(one.theirs, Given) and isinstance(one.here, Answer):
            if one.theirs.explanation and one.theirs.explanation != one.here.explanation:
                parts.append(self.tr("Their explanation: {words}").format(words=one.theirs.explanation))
            if one.here.explanation and one.theirs.explanation not in (None, one.here.explanation):
                parts.append(self.tr("Explanation here: {words}").format(words=one.here.explanation))
        return " ".join(parts)

    def _colour(self, one: AreaRow | Difference, column: int) -> QColor | None:
        scheme = theme.current()
        if isinstance(one, AreaRow):
            return QColor(scheme.quiet if column == NOTE else scheme.accent)
        if column == NOTE and one.conflicts:
            return QColor(scheme.warning)
        unchosen = HERE if one.key in self._taken else THEIRS
        return QColor(scheme.quiet) if column == unchosen else None

    def _indicator(self, one: Difference) -> Indicator:
        return self._shown.round.catalogue.indicators[one.indicator]

    def _shortened(self, text: str) -> str:
        """Keep a page of words out of a table; the whole is in its tip."""
        plain = " ".join(text.split())
        return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN].rstrip()}…"

    @property
    def _shown(self) -> Comparison:
        if self._comparison is None:
            raise TypeError("nothing is shown")
        return self._comparison


def _figure(figure: Figure) -> str:
    part = write_number(figure.part)
    return part if figure.whole is None else f"{part} / {write_number(figure.whole)}"
