"""The cells of a sheet as they stand: what each holds and shows, what is merged, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from math import isfinite

from openpyxl.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.text import nfc
from reformdesk.core.values import format_plain, write_number
from reformdesk.office.workbook_file import Read

MOST_ROWS, MOST_COLUMNS = 4000, 200
"""How far a sheet is read; nobody's form reaches there."""

Place = tuple[int, int]
"""Row and column, counted from 1."""
Moment = date | time | timedelta


@dataclass(frozen=True)
class SheetCell:
    """What a cell holds: text (NFC, without blanks around), an exact number, a moment, a truth or an error's name.

    ``percent`` says that it shows a hundred times its number, with a sign; ``decimals`` how many digits it shows
    after the comma, ``None`` where it shows what there is.
    """

    held: str | Decimal | bool | Moment | None
    formula: bool = False
    error: bool = False
    percent: bool = False
    decimals: int | None = None

    @property
    def text(self) -> str:
        """What the cell says, in the Vietnamese way."""
        match self.held:
            case None:
                return ""
            case bool():
                return "TRUE" if self.held else "FALSE"
            case Decimal():
                return f"{write_number(self.held * 100)}%" if self.percent else write_number(self.held)
            case datetime():
                return f"{self.held:%d/%m/%Y}" if self.held.time() == time() else f"{self.held:%d/%m/%Y %H:%M}"
            case date():
                return f"{self.held:%d/%m/%Y}"
            case _:
                return str(self.held)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it, a formula without a result being something."""
        return not self.formula and (self.held is None or self.held == "")


BLANK = SheetCell(None)


@dataclass(frozen=True)
class Merge:
    """A merged range; its content is its first cell's."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A sheet; ``cells`` are those that are not blank, ``cut`` says that it goes on beyond what is read."""

    title: str
    hidden: bool
    cells: Mapping[Place, SheetCell]
    merged: Mapping[Place, Merge] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    cut: bool = False

    def at(self, row: int, column: int) -> SheetCell:
        """Return a cell's own content; of a merged range only the first cell has any."""
        return self.cells.get((row, column), BLANK)

    def seen_at(self, row: int, column: int) -> SheetCell:
        """Return what one sees at a place: within a merged range what the range says."""
        merge = self.merged.get((row, column))
        return self.at(merge.top, merge.left) if merge is not None else self.at(row, column)

    def text(self, row: int, column: int | None) -> str:
        """Return what one reads at a place; nothing where there is no such column."""
        return self.seen_at(row, column).text if column is not None else ""

    def column(self, column: int) -> Iterator[tuple[int, SheetCell]]:
        """Yield the cells of a column that are not blank, from the top, with their rows."""
        return ((row, self.at(row, column)) for row in self.rows if (row, column) in self.cells)

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows in which anything stands."""
        return tuple(sorted({row for row, _ in self.cells}))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns in which anything stands."""
        return tuple(sorted({column for _, column in self.cells}))


def address(row: int, column: int) -> str:
    """Return a cell's name, such as ``F12``."""
    return f"{get_column_letter(column)}{row}"


def sheets_of(read: Read) -> Iterator[Sheet]:
    """Yield a workbook's sheets in their order; sheets of charts alone have no cells."""
    for values in read.values.worksheets:
        formulas = read.formulas[values.title] if read.formulas is not None else None
        yield _sheet(values, formulas if isinstance(formulas, Worksheet) else None)


def _sheet(values: Worksheet, formulas: Worksheet | None) -> Sheet:
    cells: dict[Place, SheetCell] = {}
    last_row, last_column = min(values.max_row, MOST_ROWS), min(values.max_column, MOST_COLUMNS)
    for line in values.iter_rows(max_row=last_row, max_col=last_column):
        for cell in line:
            if isinstance(cell, MergedCell):
                continue
            has_formula = formulas is not None and formulas.cell(cell.row, cell.column).data_type == "f"
            if cell.value is not None or has_formula:
                made = _cell(cell.value, cell.data_type, cell.number_format or "", formula=has_formula)
                if not made.is_blank:
                    cells[cell.row, cell.column] = made
    merged: dict[Place, Merge] = {}
    for found in values.merged_cells.ranges:
        merge = Merge(found.min_row, found.min_col, found.max_row, found.max_col)
        for row in range(merge.top, merge.bottom + 1):
            merged |= {(row, column): merge for column in range(merge.left, merge.right + 1)}
    hidden = frozenset(row for row, how in values.row_dimensions.items() if how.hidden)
    cut = values.max_row > MOST_ROWS or values.max_column > MOST_COLUMNS
    return Sheet(nfc(values.title), values.sheet_state != "visible", cells, merged, hidden, cut)


def _cell(value: object, kind: str, number_format: str, *, formula: bool) -> SheetCell:
    match value:
        case bool() | date() | time() | timedelta():
            return SheetCell(value, formula)
        case int() | float():
            if not isfinite(value):
                return SheetCell("#NUM!", formula, error=True)
            exact = _as_kept(value)
            return SheetCell(exact, formula, percent=_is_percent(number_format), decimals=_decimals(number_format))
        case str() | CellRichText():
            text = nfc(str(value)).strip()
            return SheetCell(text, formula, error=kind == "e")
        case _:
            return SheetCell(None, formula)


def _as_kept(value: float) -> Decimal:
    """Return a number to the fifteen digits that a spreadsheet keeps: 0,1 + 0,2 is 0,3."""
    if isinstance(value, int):
        return Decimal(value)
    return Decimal(format_plain(Decimal(f"{value:.15g}")))


def _plain(number_format: str) -> str:
    """Return a format's first section without its quoted words and its conditions."""
    kept, quoted, bracket = [], False, False
    for letter in number_format:
        if letter == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif letter in "[]":
            bracket = letter == "["
        elif letter == ";":
            break
        elif not bracket:
            kept.append(letter)
    return "".join(kept)


def _is_percent(number_format: str) -> bool:
    return "%" in _plain(number_format)


def _decimals(number_format: str) -> int | None:
    """Return how many digits after the comma a format shows, where it says so."""
    plain = _plain(number_format)
    if ("0" not in plain and "#" not in plain) or "E" in plain:
        return None
    _, _, behind = plain.partition(".")
    return sum(letter in "0#?" for letter in behind)
