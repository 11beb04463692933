"""Which column of a sheet is which: by its hidden row, else by its headings, else by what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reformdesk.core.rounds import Round
from reformdesk.office.form_layout import ALSO_HEADED, HEADINGS, Identity, Part, identity_in, squashed
from reformdesk.office.known_rows import KnownRows
from reformdesk.office.sheet_cells import Sheet

_MARK = "rd:"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FURTHEST_HEADING = 40
_TALLEST_HEADING = 4

_PART_HEADED: Mapping[str, Part] = {
    squashed(text): part
    for part, heading in HEADINGS.items()
    for text in (heading.vi, heading.en, *ALSO_HEADED.get(part, ()))
}


@dataclass(frozen=True)
class Columns:
    """Where a sheet's parts stand, columns counted from 1; ``header`` is the last row of headings, 0 for none.

    There is more than one of ``values`` where a column was copied. ``earlier`` names the round of
    each earlier period's column, nothing where only its heading says so. ``guessed``: no heading says
    that the figures are this period's.
    """

    header: int
    key: int | None
    number: int | None
    name: int | None
    unit: int | None
    values: tuple[int, ...]
    words: int | None
    earlier: Mapping[int, str]
    known: frozenset[int]
    guessed: bool = False


def identity_of(sheet: Sheet) -> Identity | None:
    """Return whose form a sheet says that it is."""
    found = (identity_in(cell.held) for cell in sheet.cells.values() if isinstance(cell.held, str))
    return next((one for one in found if one is not None), None)


def is_mark(text: str) -> bool:
    """Whether a cell's text is a sheet's own note on itself, not a person's."""
    return text.startswith(_MARK) or identity_in(text) is not None


def is_heading(sheet: Sheet, row: int, columns: Columns) -> bool:
    """Whether a row is the form's headings or its marks, wherever they were moved to."""
    texts = [sheet.text(row, column) for column in sheet.columns]
    named = squashed(sheet.text(row, columns.name).partition("\n")[0])
    return row <= columns.header or any(map(is_mark, texts)) or _PART_HEADED.get(named) is Part.NAME


def heading_of(sheet: Sheet, column: int, columns: Columns) -> str:
    """Return a column's heading for a person to know it by."""
    first = max(columns.header - _TALLEST_HEADING + 1, 1)
    texts = [sheet.text(row, column) for row in range(first, columns.header + 1)]
    return next((" ".join(text.split()) for text in reversed(texts) if text and not is_mark(text)), "")


def find_columns(sheet: Sheet, known: KnownRows, round_: Round, *, identified: bool) -> Columns | None:
    """Find a sheet's columns; ``None`` where nothing in it is a row of the form."""
    marks = _marks(sheet)
    key = _key_column(sheet, known, marks)
    header, headed = _headings(sheet)
    name = next(iter(_marked(marks, Part.NAME)), None) or _name_column(sheet, known)
    if name is None:
        name = next(iter(headed.get(Part.NAME, ())), None)
    if key is None and (name is None or not _names_in(sheet, known, name)):
        return None
    periods = _Periods(round_)
    first = _first_row(sheet, known, key, name)
    header = max(header if header < first else 0, min(_marks_row(sheet), first - 1))
    lines = {column: list(_heading_lines(sheet, column, header, first)) for column in sheet.columns}
    earlier = {column: mark.rpartition(":")[2] for column, mark in marks.items() if _part(mark) is Part.EARLIER}
    earlier |= {column: "" for column in sheet.columns if column not in marks and periods.is_earlier(lines[column])}

    def only(part: Part) -> int | None:
        return next(iter((*_marked(marks, part), *headed.get(part, ()))), None)

    words = only(Part.WORDS)
    placed = {
        key,
        name,
        words,
        *(column for part in HEADINGS if part is not Part.VALUE for column in headed.get(part, ())),
    }
    placed |= {column for column, mark in marks.items() if _part(mark) is not Part.VALUE}
    values = _marked(marks, Part.VALUE)
    if not identified:
        values = tuple(column for column in values if not periods.is_earlier(lines[column]))
    values = values or periods.ours(lines, placed) or _headed_values(lines, placed | earlier.keys())
    guessed = not values
    if not values:
        values = _guessed(sheet, known, key, name, placed | earlier.keys())
    return Columns(
        header=max(header, first - 1) if header else first - 1,
        key=key,
        number=only(Part.NUMBER),
        name=name,
        unit=only(Part.UNIT),
        values=values,
        words=words,
        earlier=earlier,
        known=frozenset(one for one in (*placed, *earlier, *values) if one is not None),
        guessed=guessed and bool(values),
    )


class _Periods:
    """The names of this round's period, and of the earlier ones, as headings give them."""

    def __init__(self, round_: Round) -> None:
        ours = [round_.short.vi, round_.short.en, round_.title.vi, round_.title.en]
        ours += [round_.period.heading(table) for table in round_.catalogue.tables]
        self._ours = {squashed(text) for text in ours if text}
        self._years = {year for text in ours for year in _YEAR.findall(text)}
        names = [
            text for past in round_.earlier for text in (past.short.vi, past.short.en, past.title.vi, past.title.en)
        ]
        self._earlier = {squashed(text) for text in names if text} - self._ours

    def ours(self, lines: Mapping[int, list[str]], placed: set[int | None]) -> tuple[int, ...]:
        """Return the columns headed by this round's period."""
        return tuple(
            column
            for column, texts in lines.items()
            if column not in placed and any(squashed(text) in self._ours for text in texts)
        )

    def is_earlier(self, texts: list[str]) -> bool:
        """Whether a heading names another period."""
        if any(squashed(text) in self._ours for text in texts):
            return False
        if any(squashed(text) in self._earlier for text in texts):
            return True
        years = {year for text in texts for year in _YEAR.findall(text)}
        return bool(years) and not years & self._years


def _part(mark: str) -> Part | None:
    return next((part for part in Part if mark == part or mark.startswith(f"{part}:")), None)


def _marks(sheet: Sheet) -> dict[int, str]:
    return {
        column: cell.held
        for (_, column), cell in sheet.cells.items()
        if isinstance(cell.held, str) and _part(cell.held) is not None
    }


def _marks_row(sheet: Sheet) -> int:
    """Return the row of headings below the marks, 0 where there are none."""
    rows = Counter(
        row for (row, _), cell in sheet.cells.items() if isinstance(cell.held, str) and _part(cell.held) is not None
    )
    return rows.most_common(1)[0][0] + 1 if rows else 0


def _marked(marks: Mapping[int, str], part: Part) -> tuple[int, ...]:
    return tuple(sorted(column for column, mark in marks.items() if _part(mark) is part))


def _key_column(sheet: Sheet, known: KnownRows, marks: Mapping[int, str]) -> int | None:
    for column in _marked(marks, Part.ROW):
        if _count(sheet, column, known.by_key):
            return column
    counts = {column: _count(sheet, column, known.by_key) for column in sheet.columns}
    best = max(counts, key=lambda column: counts[column], default=None)
    return best if best is not None and counts[best] > 1 else None


def _count(sheet: Sheet, column: int, keys: Mapping[str, object]) -> int:
    return sum(cell.text in keys for _, cell in sheet.column(column))


def _names_in(sheet: Sheet, known: KnownRows, column: int) -> int:
    return sum(bool(known.named(cell.text)) for _, cell in sheet.column(column))


def _name_column(sheet: Sheet, known: KnownRows) -> int | None:
    counts = {column: _names_in(sheet, known, column) for column in sheet.columns}
    best = max(counts, key=lambda column: counts[column], default=None)
    return best if best is not None and counts[best] else None


def _first_row(sheet: Sheet, known: KnownRows, key: int | None, name: int | None) -> int:
    """Return the first row of the form itself."""
    found = [row for row, cell in (sheet.column(key) if key is not None else ()) if cell.text in known.by_key]
    if name is not None:
        found += [row for row, cell in sheet.column(name) if known.named(cell.text) or known.structure(cell.text)]
    return min(found, default=1)


def _headings(sheet: Sheet) -> tuple[int, dict[Part, list[int]]]:
    """Return the row that has most of the headings, and which column each heads."""
    best: tuple[int, dict[Part, list[int]]] = (0, {})
    for row in sheet.rows:
        if row > _FURTHEST_HEADING:
            break
        found: dict[Part, list[int]] = {}
        for column in sheet.columns:
            part = _PART_HEADED.get(squashed(sheet.text(row, column).partition("\n")[0]))
            if part is not None:
                found.setdefault(part, []).append(column)
        if len(found) > max(len(best[1]), 1):
            best = (row, found)
    return best


def _heading_lines(sheet: Sheet, column: int, header: int, first: int) -> Iterator[str]:
    start = header if header else max(first - _TALLEST_HEADING, 1)
    for row in range(start, max(first, start + 1)):
        text = sheet.text(row, column)
        if not is_mark(text):
            yield from (line for line in (text, *text.split("\n")) if line)


def _headed_values(lines: Mapping[int, list[str]], taken: set[int | None]) -> tuple[int, ...]:
    return tuple(
        column
        for column, texts in lines.items()
        if column not in taken and any(_PART_HEADED.get(squashed(text)) is Part.VALUE for text in texts)
    )


def _guessed(
    sheet: Sheet, known: KnownRows, key: int | None, name: int | None, taken: set[int | None]
) -> tuple[int, ...]:
    """Return the last column that holds figures beside the form's rows."""

    def is_row(row: int) -> bool:
        return sheet.text(row, key) in known.by_key or bool(known.named(sheet.text(row, name)))

    for column in reversed(sheet.columns):
        cells = [cell for row, cell in sheet.column(column) if is_row(row)]
        figures = sum(any(letter.isdigit() for letter in cell.text) for cell in cells)
        if column not in taken and figures * 2 > len(cells):
            return (column,)
    return ()
