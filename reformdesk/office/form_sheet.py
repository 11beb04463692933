"""One sheet of a form's workbook, row by row: what was found, and what could not be taken from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reformdesk.core.catalogue import Indicator
from reformdesk.core.rounds import Round
from reformdesk.core.values import Number, Rates, Status, write
from reformdesk.office.form_columns import Columns, find_columns, heading_of, is_heading, is_mark
from reformdesk.office.form_figures import Figure, Spoilt, figure_in, words_in
from reformdesk.office.form_layout import LayoutRow, squashed
from reformdesk.office.known_rows import Clues, KnownRows, Match
from reformdesk.office.sheet_cells import BLANK, Sheet, SheetCell, address


@dataclass(frozen=True)
class Loss:
    """Something in the file that was not taken, or is worth knowing; ``code`` has its sentence.

    ``row`` is counted from 1, 0 where it is about a whole sheet or file; ``cell`` is the cell's name
    or the column's letter; ``name`` what stands before the figure, ``text`` the figure as it shows.
    """

    code: str
    sheet: str = ""
    row: int = 0
    cell: str = ""
    name: str = ""
    text: str = ""


@dataclass(frozen=True)
class Found:
    """A row of the form: its figure (empty for none) and explanation; ``place`` is its sheet, row and cell."""

    row: LayoutRow
    raw: str | Decimal
    words: str
    where: str
    place: tuple[str, int, str]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class SheetReading:
    """What a sheet gave; ``doubtful`` are indicators that have a row, but not one that is beyond doubt."""

    rows: tuple[Found, ...]
    losses: tuple[Loss, ...]
    doubtful: frozenset[str] = frozenset()


def read_sheet(sheet: Sheet, known: KnownRows, round_: Round, agency: str, *, identified: bool) -> SheetReading:
    """Read a sheet; ``identified`` says that it calls itself a form of this round and agency."""
    columns = find_columns(sheet, known, round_, identified=identified)
    if columns is None:
        return SheetReading((), tuple(_unknown_sheet(sheet, identified=identified)))
    return _Reader(sheet, columns, known, round_, agency, identified=identified).read()


def _unknown_sheet(sheet: Sheet, *, identified: bool) -> Iterator[Loss]:
    filled = sum(not is_mark(cell.text) for cell in sheet.cells.values())
    # the sheet of instructions says whose it is and has no rows
    if filled and not identified:
        yield Loss("sheet-unknown", sheet.title, text=str(filled))


class _Reader:
    def __init__(
        self, sheet: Sheet, columns: Columns, known: KnownRows, round_: Round, agency: str, *, identified: bool
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._known = known
        self._round = round_
        self._agency = agency
        self._identified = identified
        self._losses: list[Loss] = []
        self._said_merges: set[tuple[int, int]] = set()
        self._body = [row for row in sheet.rows if not is_heading(sheet, row, columns)]
        self._matches = self._match_all()

    def read(self) -> SheetReading:
        found = []
        doubtful: set[str] = set()
        if self._columns.guessed:
            self._tell_column("column-guessed", self._columns.values[0])
        if not self._columns.values:
            self._losses.append(Loss("no-figures", self._sheet.title))
        for row in self._body:
            match = self._matches[row]
            if match.row is not None:
                found.append(self._found(row, match.row, match.notes))
            else:
                doubtful |= {one.indicator for one in self._known.named(self._name(row))}
                self._tell_of_unknown(row, match)
        self._tell_of_columns()
        if self._sheet.cut:
            self._losses.append(Loss("sheet-cut", self._sheet.title))
        return SheetReading(tuple(found), tuple(self._losses), frozenset(doubtful))

    def _name(self, row: int) -> str:
        return self._sheet.text(row, self._columns.name)

    def _clues(self, row: int, under: tuple[str, ...] = ()) -> Clues:
        key = self._sheet.text(row, self._columns.key)
        return Clues(key, self._sheet.text(row, self._columns.number), self._name(row), under)

    def _match_all(self) -> Mapping[int, Match]:
        """Match the rows one by one; then, if those stand in the form's order, what stands above helps the others."""
        matches = {row: self._known.find(self._clues(row)) for row in self._body}
        places = [self._known.place(one.row) for one in matches.values() if one.row is not None]
        if places != sorted(places):
            return matches
        group, before = "", ""
        for row, match in matches.items():
            group = self._known.structure(self._name(row)) or group
            if match.row is None and match.among:
                matches[row] = self._known.find(self._clues(row, (group, before)))
            told = matches[row].row
            before = told.indicator if told is not None else before
        return matches

    def _found(self, row: int, line: LayoutRow, notes: tuple[str, ...]) -> Found:
        indicator = self._round.catalogue.indicators[line.indicator]
        # a person knows the row by what stands in the file
        line = replace(line, name=self._name(row) or line.name)
        figure, column = self._figure(row, line, indicator)
        words = self._words(row, line)
        at = address(row, column if column is not None else self._columns.name or 1)
        told = [*notes, *(figure.notes if figure is not None else ()), *(words.notes if words is not None else ())]
        if row in self._sheet.hidden_rows or self._sheet.hidden:
            told.append("hidden")
        if self._unit_differs(row, indicator):
            told.append("unit-differs")
        self._tell_of_earlier(row, line, indicator)
        return Found(
            row=line,
            raw=figure.raw if figure is not None else "",
            words=str(words.raw) if words is not None else "",
            where=f"{self._sheet.title}!{at}",
            place=(self._sheet.title, row, at),
            notes=tuple(told),
        )

    def _figure(self, row: int, line: LayoutRow, indicator: Indicator) -> tuple[Figure | None, int | None]:
        """Return the row's figure and its column; of columns that differ none is taken."""
        found: list[tuple[Figure, int]] = []
        for column in self._columns.values:
            cell, notes = self._cell(row, column, line)
            figure = figure_in(cell, indicator)
            if isinstance(figure, Spoilt) and indicator.rate is not None:
                continue  # a formula that no spreadsheet has reckoned yet
            if isinstance(figure, Spoilt):
                self._lose(figure.code, row, column, line.name, cell.text)
            elif figure is not None:
                found.append((Figure(figure.raw, (*figure.notes, *notes)), column))
        if len({str(figure.raw) for figure, _ in found}) > 1:
            texts = [f"{self._sheet.text(row, column)} ({address(row, column)})" for _, column in found]
            self._lose("two-figures", row, found[0][1], line.name, " / ".join(texts))
            return None, None
        return found[0] if found else (None, next(iter(self._columns.values), None))

    def _words(self, row: int, line: LayoutRow) -> Figure | None:
        column = self._columns.words
        if column is None or line.indicator in self._round.catalogue.rates:
            return None
        cell, _ = self._cell(row, column, line)
        words = words_in(cell)
        if isinstance(words, Spoilt):
            self._lose(words.code, row, column, line.name, cell.text)
            return None
        return words

    def _cell(self, row: int, column: int, line: LayoutRow) -> tuple[SheetCell, tuple[str, ...]]:
        """Return what a row has in a column: of a merged range only where it can be this row's and column's."""
        merge = self._sheet.merged.get((row, column))
        if merge is None:
            return self._sheet.at(row, column), ()
        cell = self._sheet.at(merge.top, merge.left)
        sharing = [one for one in range(merge.top, merge.bottom + 1) if (m := self._matches.get(one)) and m.row]
        if cell.is_blank:
            return BLANK, ()
        if len(sharing) == 1 and merge.left == column:
            return cell, ("merged",)
        if merge.left != column and (merge.left in self._columns.values or merge.left == self._columns.words):
            return BLANK, ()  # said at the column that it begins in
        if (merge.top, merge.left) not in self._said_merges:
            self._said_merges.add((merge.top, merge.left))
            self._lose("merged", merge.top, merge.left, line.name, cell.text)
        return BLANK, ()

    def _unit_differs(self, row: int, indicator: Indicator) -> bool:
        unit = squashed(self._sheet.text(row, self._columns.unit))
        return bool(unit) and unit not in {squashed(indicator.unit.vi), squashed(indicator.unit.en)}

    def _tell_of_unknown(self, row: int, match: Match) -> None:
        name = self._name(row)
        for column in (*self._columns.values, self._columns.words):
            if column is None:
                continue
            merge = self._sheet.merged.get((row, column))
            if self._sheet.at(row, column).is_blank or (merge is not None and merge.bottom > merge.top):
                continue
            code = "row-ambiguous" if match.among else "row-unknown"
            if code == "row-unknown" and self._known.structure(name):
                code = "group-has-figure"
            text = self._sheet.at(row, column).text or "?"
            self._lose(code, row, column, name or self._first_words(row, column), text)

    def _first_words(self, row: int, but: int) -> str:
        texts = (self._sheet.text(row, column) for column in self._sheet.columns if column != but)
        return next((text for text in texts if text), "")

    def _tell_of_columns(self) -> None:
        """Name the columns that are no part of the form."""
        lines = [row for row, match in self._matches.items() if match.row is not None]
        rows = [row for row in self._body if lines and lines[0] <= row <= lines[-1]]
        for column in self._sheet.columns:
            if column in self._columns.known:
                continue
            filled = [row for row, cell in self._sheet.column(column) if row in rows and not cell.is_blank]
            if filled:
                self._tell_column("column-not-read", column, text=str(len(filled)))

    def _tell_column(self, code: str, column: int, text: str = "") -> None:
        heading = heading_of(self._sheet, column, self._columns)
        letter = address(1, column).rstrip("1")
        self._losses.append(Loss(code, self._sheet.title, cell=letter, name=heading, text=text))

    def _tell_of_earlier(self, row: int, line: LayoutRow, indicator: Indicator) -> None:
        """Name an earlier period's figure that is not what the form was handed out with."""
        if not self._identified:
            return
        by_id = {past.id: past for past in self._round.earlier}
        for column, past_id in self._columns.earlier.items():
            cell = self._sheet.at(row, column)
            if past_id not in by_id or cell.is_blank or (row, column) in self._sheet.merged:
                continue
            value = self._round.earlier_value(by_id[past_id], self._agency, line.indicator)
            if isinstance(value, Rates):
                rate = next((one.rate for one in value.rates if one.block == line.block), None)
                value = Number(rate) if rate is not None else None
            elif line.block:
                value = None
            text = write(value, indicator) if value is not None and value is not Status.BLANK else ""
            same = isinstance(value, Number) and cell.held == value.amount
            if not same and squashed(cell.text) != squashed(text):
                self._lose("earlier-changed", row, column, line.name, cell.text)

    def _lose(self, code: str, row: int, column: int, name: str, text: str) -> None:
        self._losses.append(Loss(code, self._sheet.title, row, address(row, column), name, text))
