"""The order in which another program asks, read from a list of printed numbers, ids or names.

Pure. Nothing is guessed: what several indicators fit is told, as is what none does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reformdesk.core.catalogue import Catalogue, Table
from reformdesk.core.rekeying import numbered
from reformdesk.core.text import fold, nfc

MOST_LINES = 2000
"""More lines than any indicator set has; a longer list is some other file."""

_Keys = Callable[["_Entry"], frozenset[str]]
_NUMBER = re.compile(r"(?:\d+|[ivxlc]+)(?:\.(?:\d+|[ivxlc]+))*\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")


class Trouble(StrEnum):
    """Why a line of the list leads to no indicator."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    TWICE = "twice"


@dataclass(frozen=True)
class Unmatched:
    """A line of the list, counted from 1, that leads to no indicator of its own."""

    line: int
    text: str
    trouble: Trouble


@dataclass(frozen=True)
class ReadOrder:
    """What a list came to: indicators in its order, and the lines that are left over."""

    listed: tuple[str, ...]
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True)
class _Entry:
    """A printed row or column; ``above`` is the row that it stands under, -1 for none."""

    at: int
    table: str
    names: frozenset[str]
    numbers: frozenset[str]
    above: int
    indicator: str


def cells_in(text: str) -> list[list[str]]:
    """Return a pasted list as rows of cells: a column copied from a spreadsheet, or lines that were typed."""
    return [line.split("\t") for line in nfc(text).splitlines()]


def read_order(catalogue: Catalogue, rows: Sequence[Sequence[str]]) -> ReadOrder:
    """Find the indicator that each row names.

    Where a row has a name, the name decides and a number narrows it; a bare number counts where there is
    nothing else. What several fit is the one below the heading, or in the table, that the rows before it
    name. A heading of the tables is understood and is no line of its own.
    """
    reading = _Reading(_entries(catalogue))
    for line, row in enumerate(rows[:MOST_LINES], 1):
        cells = [" ".join(nfc(cell).split()) for cell in row]
        if any(cells):
            reading.take(line, [cell for cell in cells if cell])
    return ReadOrder(tuple(reading.listed), tuple(reading.unmatched))


def _entries(catalogue: Catalogue) -> list[_Entry]:
    found: list[_Entry] = []
    for table in catalogue.tables:
        found += _entries_of(catalogue, table, len(found))
    return found


def _entries_of(catalogue: Catalogue, table: Table, first: int) -> Iterator[_Entry]:
    title = _names(table.title, table.title_en)
    yield _Entry(first, table.id, title, frozenset({table.id}) if table.rows else frozenset(), -1, "")
    place = first + 1
    open_rows: list[tuple[int, int]] = []
    for row in table.rows:
        while open_rows and open_rows[-1][0] >= row.level:
            open_rows.pop()
        names = _names(row.name, row.name_en) | _names_of(catalogue, row.indicator)
        own = row.number.strip().strip("-").rstrip(".")
        numbers = filter(None, (own, numbered(catalogue, row.indicator) if row.indicator else ""))
        above = open_rows[-1][1] if open_rows else first
        yield _Entry(place, table.id, names, frozenset(map(str.casefold, numbers)), above, row.indicator)
        open_rows.append((row.level, place))
        place += 1
    for column in table.columns:
        if column.indicator:
            names = _names(column.header) | _names_of(catalogue, column.indicator)
            yield _Entry(place, table.id, names, frozenset({table.id}), first, column.indicator)
            place += 1


def _names_of(catalogue: Catalogue, indicator: str) -> frozenset[str]:
    if not indicator:
        return frozenset()
    name = catalogue.indicators[indicator].name
    return _names(indicator, name.vi, name.en)


def _names(*texts: str) -> frozenset[str]:
    return frozenset(filter(None, map(_plain, texts)))


def _plain(text: str) -> str:
    """Return a name without what lists put before it, such as a dash."""
    return fold(text).lstrip("-–•+* ").rstrip(" .:;")


class _Reading:
    """Goes through the list; what the last row came to helps with the next."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries = entries
        self._by_name: Mapping[str, list[_Entry]] = _index(entries, lambda entry: entry.names)
        self._by_number: Mapping[str, list[_Entry]] = _index(entries, lambda entry: entry.numbers)
        self._last: _Entry | None = None
        self.listed: list[str] = []
        self.unmatched: list[Unmatched] = []

    def take(self, line: int, cells: Sequence[str]) -> None:
        """Read a row that says something."""
        fitting = self._fitting(cells)
        chosen = self._narrowed(fitting)
        if chosen is None:
            self._leave(line, cells, Trouble.SEVERAL if fitting else Trouble.UNKNOWN)
        elif chosen.indicator in self.listed:
            self._leave(line, cells, Trouble.TWICE)
        else:
            self._last = chosen
            if chosen.indicator:
                self.listed.append(chosen.indicator)

    def _leave(self, line: int, cells: Sequence[str], trouble: Trouble) -> None:
        self.unmatched.append(Unmatched(line, " · ".join(cells), trouble))

    def _fitting(self, cells: Sequence[str]) -> list[_Entry]:
        named = [self._by_name[_plain(cell)] for cell in cells if _plain(cell) in self._by_name]
        numbers = [cell.rstrip(".").casefold() for cell in cells if _NUMBER.fullmatch(cell)]
        by_number = [entry for number in numbers[:1] for entry in self._by_number.get(number, [])]
        if not named:
            wordy = any(_WORD.search(cell) and not _NUMBER.fullmatch(cell) for cell in cells)
            return [] if wordy else by_number
        found = _in_all(named) or named[0]
        return _both(found, by_number) or found

    def _narrowed(self, fitting: Sequence[_Entry]) -> _Entry | None:
        """Return the one that is meant, where what came before leaves no doubt."""
        if len(fitting) <= 1 or self._last is None:
            return fitting[0] if len(fitting) == 1 else None
        left = [one for one in fitting if not one.indicator or one.indicator not in self.listed] or list(fitting)
        below = [one for one in left if one.above in (self._last.at, self._last.above)]
        in_table = [one for one in left if one.table == self._last.table]
        for narrower in (below, in_table, left):
            if narrower:
                return narrower[0] if len(narrower) == 1 else None
        return None


def _index(entries: Iterable[_Entry], keys: _Keys) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            found.setdefault(key, []).append(entry)
    return found


def _in_all(named: Sequence[Sequence[_Entry]]) -> list[_Entry]:
    return [entry for entry in named[0] if all(entry in others for others in named[1:])]


def _both(found: Sequence[_Entry], others: Sequence[_Entry]) -> list[_Entry]:
    return [entry for entry in found if entry in others]
