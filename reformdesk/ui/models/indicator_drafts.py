"""The tables of a set-up as they were pasted: a heading row for each table, then its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reformdesk.core.catalogue import Kind, Nature, Reporter
from reformdesk.core.catalogue_draft import Guess, RowDraft, TableDraft
from reformdesk.ui.models.drafts import Choice, DraftCell, DraftModel

NUMBER, NAME, LEVEL, REPORTER, KIND, UNIT, NATURE = range(7)
_MOST_LEVELS = 6
_GUESS_IN = {
    LEVEL: frozenset({Guess.LEVEL}),
    REPORTER: frozenset({Guess.REPORTER}),
    KIND: frozenset({Guess.KIND, Guess.ASKED}),
    UNIT: frozenset({Guess.UNIT}),
    NATURE: frozenset({Guess.NATURE}),
}


@dataclass(frozen=True)
class IndicatorWords:
    """What the cells say: ``heading`` of a row that takes no figure, ``nobody`` of one without a reporter."""

    kinds: dict[Kind, str]
    natures: dict[Nature, str]
    heading: str
    nobody: str


class IndicatorModel(DraftModel):
    """Rows of all tables one below the other; ``show_reporters`` says who there is to report."""

    def __init__(self, header: Sequence[str], hint: str, words: IndicatorWords) -> None:
        super().__init__(header, hint)
        self._words = words
        self._reporters: dict[Reporter, str] = {}
        self.tables: list[TableDraft] = []
        self._lines: list[tuple[int, int]] = []

    def show_reporters(self, reporters: dict[Reporter, str]) -> None:
        """Name everybody who may report."""
        self._reporters = reporters

    def show_tables(self, tables: Sequence[TableDraft]) -> None:
        """Show tables."""
        self.beginResetModel()
        self.tables = list(tables)
        self._number_lines()
        self.endResetModel()
        self.corrected.emit()

    def _number_lines(self) -> None:
        self._lines = [(at, row) for at, table in enumerate(self.tables) for row in range(-1, len(table.rows))]

    def count(self) -> int:
        """Return the number of rows, headings of tables among them."""
        return len(self._lines)

    def row(self, line: int) -> RowDraft | None:
        """Return the drafted row, ``None`` for a table's heading."""
        table, row = self._lines[line]
        return self.tables[table].rows[row] if row >= 0 else None

    def cell(self, row: int, column: int) -> DraftCell:
        """Return a cell."""
        draft = self.row(row)
        if draft is None:
            title = self.tables[self._lines[row][0]].title
            # a table without a title gives its area no name
            named = DraftCell(title, guessed=not title, strong=True)
            return named if column == NAME else DraftCell("", editable=False)
        guessed = bool(draft.guesses & _GUESS_IN.get(column, frozenset()))
        if column in (NUMBER, NAME, LEVEL):
            return self._place(draft, column, guessed=guessed)
        if column == KIND:
            return self._kind(draft, guessed=guessed)
        return self._figure(draft, column, guessed=guessed) if draft.asked else DraftCell("", editable=False)

    def _place(self, draft: RowDraft, column: int, *, guessed: bool) -> DraftCell:
        """Return what every row has: its number, its name, how deep it is nested."""
        if column == NUMBER:
            return DraftCell(draft.number)
        if column == NAME:
            return DraftCell(draft.name, wrong=not draft.name, depth=draft.level)
        choices = tuple(Choice(str(level + 1), level) for level in range(_MOST_LEVELS))
        return DraftCell(str(draft.level + 1), guessed=guessed, choices=choices, value=draft.level)

    def _kind(self, draft: RowDraft, *, guessed: bool) -> DraftCell:
        kinds = (Choice(words, kind) for kind, words in self._words.kinds.items())
        text = self._words.kinds[draft.kind] if draft.asked else self._words.heading
        choices = (Choice(self._words.heading, None), *kinds)
        return DraftCell(text, guessed, choices=choices, value=draft.kind if draft.asked else None)

    def _figure(self, draft: RowDraft, column: int, *, guessed: bool) -> DraftCell:
        """Return what a row has that takes a figure: who reports it, its unit, on which days it is counted."""
        if column == REPORTER:
            choices = tuple(Choice(words, reporter) for reporter, words in self._reporters.items())
            text = self._reporters.get(draft.reporter, self._words.nobody)
            wrong = draft.reporter not in self._reporters
            return DraftCell(text, guessed and not wrong, wrong, choices, draft.reporter)
        if column == UNIT:
            return DraftCell(draft.unit, guessed=guessed)
        choices = tuple(Choice(words, nature) for nature, words in self._words.natures.items())
        return DraftCell(self._words.natures[draft.nature], guessed, choices=choices, value=draft.nature)

    def write(self, row: int, column: int, value: object) -> None:
        """Set a cell right; a reporter goes on to the rows below that lack one, as a guess."""
        at, place = self._lines[row]
        table = self.tables[at]
        if place < 0:
            self.tables[at] = replace(table, title=str(value).strip(), known="")
            return
        rows = list(table.rows)
        rows[place] = self._written(rows[place], column, value)
        if column == REPORTER and isinstance(value, Reporter):
            for below in range(place + 1, len(rows)):
                if not rows[below].lacks_reporter and rows[below].asked:
                    break
                if rows[below].lacks_reporter:
                    rows[below] = replace(rows[below], reporter=value, guesses=rows[below].guesses | {Guess.REPORTER})
        self.tables[at] = replace(table, rows=tuple(rows))

    def _written(self, draft: RowDraft, column: int, value: object) -> RowDraft:
        draft = replace(draft, guesses=draft.guesses - _GUESS_IN.get(column, frozenset()))
        match value:
            case Reporter():
                return replace(draft, reporter=value, reporter_from="row")
            case Kind():
                return replace(draft, kind=value, asked=True)
            case Nature():
                return replace(draft, nature=value)
            case int():
                return replace(draft, level=value)
            case None:
                return replace(draft, asked=False, guesses=draft.guesses & {Guess.LEVEL})
        text = " ".join(str(value).split())
        member = {NUMBER: "number", NAME: "name", UNIT: "unit"}[column]
        return replace(draft, **{member: text})  # type: ignore[arg-type] # each of the three is a text

    def confirm(self, row: int) -> None:
        """Let what a row guesses stand; of a table's heading, what the whole table guesses."""
        at, place = self._lines[row]
        table = self.tables[at]
        rows = [
            replace(one, guesses=frozenset()) if place in (-1, number) else one for number, one in enumerate(table.rows)
        ]
        self.tables[at] = replace(table, rows=tuple(rows))
        self.tell()

    def remove(self, row: int) -> None:
        """Take a row out, or a whole table by its heading."""
        at, place = self._lines[row]
        if place < 0:
            del self.tables[at]
        else:
            table = self.tables[at]
            self.tables[at] = replace(table, rows=(*table.rows[:place], *table.rows[place + 1 :]))
        self._number_lines()
