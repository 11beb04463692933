"""The rows of a printed table as a table to be changed in place; what is written is asked for, not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from reformdesk.core.catalogue import Catalogue, Indicator, Reporter, Table
from reformdesk.core.edition import FITTING
from reformdesk.edition_words import EditionWords
from reformdesk.ui.models.drafts import Choice, DraftCell, DraftModel
from reformdesk.ui.models.edition_wording import EditionWording

NUMBER, NAME, KIND, UNIT, REPORTER, SHARES = range(6)


@dataclass(frozen=True)
class PrintedLine:
    """A row of a table, or where periods go down one of its columns; ``place`` counts among its like from 0."""

    table: str
    place: int
    number: str
    name: str
    name_en: str
    level: int
    indicator: str
    is_column: bool = False
    printed_reporter: str = ""


def printed_lines(table: Table) -> tuple[PrintedLine, ...]:
    """Return what a table asks, as it is printed from top to bottom, or from left to right."""
    rows = [
        PrintedLine(
            table.id, place, row.number, row.name, row.name_en, row.level, row.indicator, False, row.printed_reporter
        )
        for place, row in enumerate(table.rows)
    ]
    columns = [
        PrintedLine(table.id, place, "", column.header, "", 0, column.indicator, is_column=True)
        for place, column in enumerate(table.columns)
        if column.indicator
    ]
    return (*rows, *columns)


class EditionRows(DraftModel):
    """``written`` has the line, the column and what was typed or chosen; ``taken_out`` the line."""

    written = Signal(object, int, object)
    taken_out = Signal(object)

    def __init__(self, header: Sequence[str], hint: str, wording: EditionWording) -> None:
        super().__init__(header, hint)
        self._wording = wording
        self.lines: tuple[PrintedLine, ...] = ()
        self._catalogue: Catalogue | None = None
        self._said: EditionWords | None = None
        self._reporters: Mapping[Reporter, str] = {}

    def show_table(self, said: EditionWords, catalogue: Catalogue, table: str, people: Mapping[Reporter, str]) -> None:
        """Show a table's lines; ``people`` are all who may report, ``said`` names who is no more there."""
        self.beginResetModel()
        self._said, self._catalogue, self._reporters = said, catalogue, people
        found = next((one for one in catalogue.tables if one.id == table), None)
        self.lines = printed_lines(found) if found is not None else ()
        self.endResetModel()

    def indicator(self, row: int) -> Indicator | None:
        """Return the indicator of a line, ``None`` for one that only structures."""
        if self._catalogue is None or not 0 <= row < len(self.lines):
            return None
        return self._catalogue.indicators.get(self.lines[row].indicator)

    def row_of(self, line: PrintedLine | None) -> int:
        """Return where a line stands now: that of its indicator, else its place; -1 where it is gone."""
        if line is None:
            return -1
        same = [
            row
            for row, one in enumerate(self.lines)
            if (one.indicator == line.indicator if line.indicator else (one.place, one.indicator) == (line.place, ""))
        ]
        return next(iter(same), -1)

    def count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def cell(self, row: int, column: int) -> DraftCell:
        """Return a cell."""
        line, indicator = self.lines[row], self.indicator(row)
        if column == NUMBER:
            return DraftCell(line.number, editable=not line.is_column)
        if column == NAME:
            english = self._wording.language == "en" and line.name_en
            return DraftCell(line.name_en if english else line.name, depth=line.level, strong=indicator is None)
        return self._figure(indicator, column) if indicator is not None else DraftCell("", editable=False)

    def _figure(self, indicator: Indicator, column: int) -> DraftCell:
        words = self._wording
        if column == KIND:
            kinds = tuple(Choice(text, kind) for kind, text in words.kinds.items())
            return DraftCell(words.kinds[indicator.kind], choices=kinds, value=indicator.kind)
        if column == UNIT:
            return DraftCell(indicator.unit.text(words.language))
        if column == REPORTER:
            people = tuple(Choice(text, reporter) for reporter, text in self._reporters.items())
            who = self._reporters.get(indicator.reporter)
            gone = self._said.reporter(indicator.reporter) if self._said is not None else ""
            return DraftCell(who or gone, False, who is None, people, indicator.reporter)
        ways = tuple(Choice(words.consolidations[way], way) for way in FITTING[indicator.kind])
        return DraftCell(words.consolidations[indicator.consolidation], choices=ways, value=indicator.consolidation)

    def write(self, row: int, column: int, value: object) -> None:
        """Ask for what was typed or chosen, where it says something new."""
        cell = self.cell(row, column)
        said = cell.value if cell.choices else cell.text
        if value != said:
            self.written.emit(self.lines[row], column, value)

    def confirm(self, row: int) -> None:
        """Nothing is guessed here."""

    def remove(self, row: int) -> None:
        """Ask for a line to be taken out."""
        self.taken_out.emit(self.lines[row])

    def removeRows(self, row: int, count: int, parent: object = None) -> bool:  # noqa: ARG002 - Qt's own
        """Let the draft take the line out, and then show what is left."""
        if count != 1 or not 0 <= row < self.count():
            return False
        self.remove(row)
        return True
