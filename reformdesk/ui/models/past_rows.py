"""The printed rows with the figures of an earlier period, as they are typed and pasted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.past_totals import PastLine
from reformdesk.core.values import Ambiguous, Status, Unreadable, Value
from reformdesk.ui.models.drafts import Choice, DraftCell, DraftModel
from reformdesk.ui.models.form import field_text
from reformdesk.words import Words

NUMBER, NAME, UNIT, FIGURE = range(4)


class PastModel(DraftModel):
    """A row for each printed one; only the figures of those that are asked can be written."""

    def __init__(self, header: Sequence[str], hint: str, words: Words, lines: Sequence[PastLine]) -> None:
        super().__init__(header, hint)
        self._words = words
        self._lines = tuple(lines)
        self._typed: dict[str, str] = {}
        self._chosen: dict[str, Value] = {}
        self._unsure: set[str] = set()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading; that of the figures ends where they do."""
        if section == FIGURE and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def show_figures(self, figures: Mapping[str, Value]) -> None:
        """Begin with what was entered before."""
        self.beginResetModel()
        self._typed, self._unsure = {}, set()
        self._chosen = dict(figures)
        self.endResetModel()
        self.corrected.emit()

    def take(self, texts: Mapping[str, str], unsure: Collection[str]) -> None:
        """Take what was pasted; blanks leave what stands."""
        given = {name: text.strip() for name, text in texts.items() if text.strip()}
        self._typed |= given
        for name in given:
            self._chosen.pop(name, None)
        self._unsure |= set(unsure) & given.keys()
        self.tell()

    def fill(self, row: int, texts: Sequence[str]) -> None:
        """Take a column of figures alone from a row downwards, one for each row that is asked."""
        asked = [line.indicator.id for line in self._lines[max(0, row) :] if line.indicator is not None]
        self.take(dict(zip(asked, texts, strict=False)), ())

    def figures(self) -> dict[str, Value]:
        """Return what is written and can be read."""
        found: dict[str, Value] = {}
        for line in self._lines:
            if line.indicator is not None:
                reading = self._reading(line.indicator)
                if not isinstance(reading, Ambiguous | Unreadable) and reading is not Status.BLANK:
                    found[line.indicator.id] = reading
        return found

    def _reading(self, indicator: Indicator) -> Value | Ambiguous | Unreadable:
        if indicator.id in self._chosen:
            return self._chosen[indicator.id]
        text = self._typed.get(indicator.id, "")
        if not text:
            return Status.BLANK
        return self._words.status_named(text) or values.read(text, indicator)

    def cell(self, row: int, column: int) -> DraftCell:
        """Return a cell; a figure that can be read in two ways is chosen from a list."""
        line = self._lines[row]
        one = line.indicator
        if column != FIGURE or one is None:
            unit = one.unit.text(self._words.language) if one is not None else ""
            text = {NUMBER: line.number, NAME: line.name, UNIT: unit}.get(column, "")
            depth = line.level if column == NAME else 0
            return DraftCell(text, editable=False, strong=one is None and column == NAME, depth=depth)
        reading = self._reading(one)
        if isinstance(reading, Unreadable):
            return DraftCell(self._typed[one.id], wrong=True, right=True)
        if isinstance(reading, Ambiguous):
            choices = tuple(Choice(field_text(each, one) or "–", each) for each in reading.choices)
            return DraftCell(self._typed[one.id], wrong=True, choices=choices, right=True)
        text = self._words.answer(reading.value) if isinstance(reading, Status) else field_text(reading, one)
        return DraftCell("" if reading is Status.BLANK else text, guessed=one.id in self._unsure, right=True)

    def count(self) -> int:
        """Return the number of rows."""
        return len(self._lines)

    def write(self, row: int, column: int, value: object) -> None:
        """Set a figure right: as text, or as one of the ways in which it can be read."""
        one = self._lines[row].indicator
        if one is None or column != FIGURE:
            return
        self._unsure.discard(one.id)
        self._chosen.pop(one.id, None)
        if isinstance(value, str):
            self._typed[one.id] = value.strip()
        elif isinstance(value, values.Number | values.Mark | values.Text | values.Rates | Status):
            self._chosen[one.id] = value

    def confirm(self, row: int) -> None:
        """Let a figure stand whose row was not sure."""
        one = self._lines[row].indicator
        if one is not None:
            self._unsure.discard(one.id)
            self.tell()

    def remove(self, row: int) -> None:
        """Clear a row's figure: printed rows stay."""
        self.write(row, FIGURE, "")
