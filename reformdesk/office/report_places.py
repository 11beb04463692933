"""Where a report's figures stand in print, and what is said of a place that is not as it was printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from reformdesk.core.report import PrintedTable
from reformdesk.office import report_reading
from reformdesk.office.report_reading import BLANK, Line, Shown, text_of

LONGEST_LABEL = 120
_NAMES_A_ROW = ("number", "name", "period")
"""The kinds of columns that a reader finds a row by."""
_TELLS_APART = (*_NAMES_A_ROW, "reporter")
_CODES = {"round": "Mã đợt", "indicator": "Mã chỉ tiêu", "agency": "Mã đơn vị"}
"""The headings below which a sheet has what programs go by."""


class What(StrEnum):
    """What is not as it was printed."""

    FIGURE = "figure"
    WORDS = "words"
    ROW_MISSING = "row-missing"
    ROW_ADDED = "row-added"
    TABLE_MISSING = "table-missing"
    TABLE_ADDED = "table-added"


@dataclass(frozen=True)
class Altered:
    """One place that is not as it was printed: ``printed`` stands there, ``expected`` should.

    ``table``, ``row`` (its printed number and name) and ``column`` name the place as a reader finds it, ``where``
    as the file has it (a cell's address, a line's number).
    """

    what: What
    table: str
    row: str = ""
    column: str = ""
    printed: str = ""
    expected: str = ""
    round: str = ""
    indicator: str = ""
    agency: str = ""
    where: str = ""


@dataclass(frozen=True)
class Judged:
    """What is compared: the tables as they are printed, and what cannot be judged.

    ``unsure`` are totals by round and indicator, ``loose`` paragraphs that say what nobody knows any more.
    ``figures_only``: words may differ for want of what is not here. ``begins`` is the paragraph with which a
    document's own text begins, where it stands in words of the office's that nobody knows here; empty otherwise.
    """

    tables: Sequence[PrintedTable]
    unsure: Collection[tuple[str, str]] = frozenset()
    loose: Collection[str] = frozenset()
    figures_only: bool = False
    begins: str = ""


@dataclass(frozen=True)
class Place:
    """How the lines of a table are named: by what columns, and what stands where in print."""

    name: str
    heads: Line
    key: tuple[int, ...]
    printed: PrintedTable | None = None
    codes: Mapping[str, int] = field(default_factory=dict)

    def akin(self, one: tuple[int, Line], other: tuple[int, Line]) -> bool:
        """Whether two lines are about the same."""
        a, b = one[1], other[1]
        if a == b:
            return True
        if self.key:
            return all(same(at(a, column), at(b, column)) for column in self.key)
        width = max(len(a), len(b))
        return 2 * sum(same(at(a, column), at(b, column)) for column in range(width)) >= width

    def row(self, line: Line, turn: int) -> str:
        """Return what a line is called."""
        if turn == 0:
            return ""
        if self.printed is not None and turn <= len(self.printed.rows):
            kinds = [column.kind for column in self.printed.columns]
            named = [at(line, place).words for place, kind in enumerate(kinds) if kind in _NAMES_A_ROW]
            return " ".join(filter(None, named))
        texts = [cell.words for cell in line if cell.words]
        return " ".join(texts[:3])[:LONGEST_LABEL]

    def column(self, place: int, turn: int) -> str:
        """Return what a column is called; a note below a table stands in none."""
        if self.printed is not None and turn > len(self.printed.rows):
            return ""
        return at(self.heads, place).words or report_reading.column(place)

    def concerns(self, line: Line, turn: int, place: int) -> dict[str, str]:
        """Return round, indicator and agency of a cell, as far as it has them."""
        if self.printed is not None:
            rows = self.printed.rows
            cell = rows[turn - 1][place] if 0 < turn <= len(rows) and place < len(rows[turn - 1]) else None
            if cell is None or cell.indicator is None:
                return {}
            return {"round": cell.round, "indicator": cell.indicator.id}
        return {name: at(line, column).words for name, column in self.codes.items()} if turn else {}


def named(name: str, heads: Line, printed: PrintedTable | None) -> Place:
    """Return how a table's lines are named: as print does, else by the codes that it has below its ``heads``."""
    if printed is not None:
        key = tuple(place for place, column in enumerate(printed.columns) if column.kind in _TELLS_APART)
        return Place(name, heads, key, printed)
    texts = [head.text for head in heads]
    codes = {name: texts.index(head) for name, head in _CODES.items() if head in texts}
    return Place(name, heads, tuple(codes.values()), codes=codes)


def same(expected: Shown, printed: Shown) -> bool:
    """Whether a cell shows what it should, be it kept as a number or as text."""
    if printed.formula or expected.disguise != printed.disguise:
        return False
    if (expected.number is None) is (printed.number is None):
        return (expected.number, expected.text) == (printed.number, printed.text)
    number, text = (expected.number, printed.text) if printed.number is None else (printed.number, expected.text)
    return number is not None and number == plain(text)


def plain(text: str) -> Decimal | None:
    """Read a number as machines write it, or with the comma of a program set to Vietnamese."""
    try:
        return Decimal(text.replace(",", ".")) if text and text[-1].isdigit() else None
    except InvalidOperation:
        return None


def at(line: Line, place: int) -> Shown:
    """Return a line's cell; blank beyond its end."""
    return line[place] if place < len(line) else BLANK


class Names:
    """What a total is called in print: its table, row and column."""

    def __init__(self, tables: Sequence[PrintedTable]) -> None:
        self._known: dict[tuple[str, str], tuple[str, str, str]] = {}
        for table in tables:
            heads = tuple(Shown(text_of(head)) for head in table.header)
            place = named(table.id, heads, table)
            for turn, cells in enumerate(table.rows, 1):
                line = tuple(Shown(text_of(cell.text)) for cell in cells)
                for column, cell in enumerate(cells):
                    if cell.indicator is not None:
                        names = (place.name, place.row(line, turn), place.column(column, turn))
                        self._known[cell.round, cell.indicator.id] = names

    def altered(self, what: What, where: Mapping[str, str], printed: str = "", expected: str = "") -> Altered:
        """Return a difference at a place that goes by ids."""
        at = {name: where.get(name, "") for name in ("round", "indicator", "agency")}
        table, row, column = self._known.get((at["round"], at["indicator"]), ("", at["indicator"], at["round"]))
        member = where.get("member", "")
        return Altered(what, table, row, column, printed, expected, where=member, **at)
