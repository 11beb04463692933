"""Where the rows of a list stand in an edition, and stay to be found while the list is laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reformdesk.core.catalogue import Layout
from reformdesk.core.edition import Edition, Wire
from reformdesk.core.listed_indicators import Asked
from reformdesk.core.listed_rows import Line, Problem
from reformdesk.core.nesting import head_of
from reformdesk.core.table_edits import levels_of
from reformdesk.core.text import fold

Key = str
"""What a row, or a column of a table whose periods run down, is known by: its indicator's id behind :data:`_ASKS`,
or for a heading a name that nothing else has."""

_ASKS = "indicator:"


def key_of(indicator: str) -> Key:
    """Return what the row of an indicator is known by."""
    return f"{_ASKS}{indicator}"


def indicator_in(key: Key) -> str:
    """Return the indicator that a row asks for, empty for a heading."""
    return key.removeprefix(_ASKS) if key.startswith(_ASKS) else ""


def cells_of(table: Wire) -> list[Wire]:
    """Return the rows of a table, or the columns of one whose periods run down."""
    return list(table["columns"] if table["layout"] == Layout.PERIODS_DOWN else table["rows"])


def printed_in(cell: Wire) -> str:
    """Return what a row or a column prints."""
    return str(cell.get("name") or cell.get("header") or "")


class Places:
    """The order of the rows of every table; who edits them says here what moved."""

    def __init__(self, edition: Edition) -> None:
        self._order: dict[str, list[Key]] = {
            table["id"]: [_key(table["id"], place, cell) for place, cell in enumerate(cells_of(table))]
            for table in edition.source["tables"]
        }

    def keys(self, table: str) -> Sequence[Key]:
        """Return what the rows of a table are known by, in order."""
        return self._order.setdefault(table, [])

    def table(self, key: Key) -> str:
        """Return the table that a row stands in; ``KeyError`` where it stands in none."""
        for table, keys in self._order.items():
            if key in keys:
                return table
        raise KeyError(key)

    def index(self, key: Key) -> int:
        """Return the place of a row in its table."""
        return self._order[self.table(key)].index(key)

    def __contains__(self, key: Key) -> bool:
        return any(key in keys for keys in self._order.values())

    def insert(self, table: str, at: int, keys: Iterable[Key]) -> None:
        """Note that rows were put in; a negative place is the end."""
        order = self._order.setdefault(table, [])
        place = len(order) if at < 0 else at
        order[place:place] = keys

    def take_out(self, table: str, at: int, count: int) -> list[Key]:
        """Note that rows were taken out; return what they are known by."""
        order = self._order[table]
        taken = order[at : at + count]
        del order[at : at + count]
        return taken


def _key(table: str, place: int, cell: Wire) -> Key:
    indicator = str(cell.get("indicator", ""))
    return key_of(indicator) if indicator else f"{table}:{place}"


@dataclass(frozen=True)
class Matched:
    """A row of a list with the row of the edition that it means; an empty ``key`` is a new one."""

    asked: Asked
    table: str
    key: Key


def match(rows: Sequence[tuple[Asked, str]], edition: Edition) -> tuple[list[Matched], list[Problem]]:
    """Find the rows of a list, each given with its table's id, in an edition: by id, else by the printed name.

    Several rows of one name are taken in their order, where the list has as many as the edition.
    """
    problems: list[Problem] = []
    by_id, seen = {}, dict[str, Asked]()
    for at, (asked, _) in enumerate(rows):
        if not asked.id:
            continue
        if asked.id in seen:
            row = seen[asked.id].line.row
            problems.append(asked.line.problem("list-indicator-twice", "id", text=asked.id, row=row))
        seen.setdefault(asked.id, asked)
        by_id[at] = key_of(asked.id) if asked.id in edition.indicators else ""
    named = _named(rows, by_id, edition, problems)
    found = {**by_id, **named}
    return [Matched(asked, table, found[at]) for at, (asked, table) in enumerate(rows) if at in found], problems


def _named(
    rows: Sequence[tuple[Asked, str]], by_id: Mapping[int, Key], edition: Edition, problems: list[Problem]
) -> dict[int, Key]:
    wanted: dict[tuple[str, str], list[int]] = {}
    for at, (asked, table) in enumerate(rows):
        if at not in by_id:
            wanted.setdefault((table, fold(asked.name)), []).append(at)
    known: dict[tuple[str, str], list[Key]] = {}
    taken = set(by_id.values())
    for table, name, key in _printed(edition):
        if key not in taken:
            known.setdefault((table, name), []).append(key)
    found: dict[int, Key] = {}
    for place, asking in wanted.items():
        keys = known.get(place, [])
        if not keys or len(keys) == len(asking):
            found |= dict(zip(asking, keys or [""] * len(asking), strict=True))
            continue
        for at in asking:
            asked = rows[at][0]
            problems.append(asked.line.problem("list-row-several", "name", text=asked.name))
    return found


def _printed(edition: Edition) -> Iterator[tuple[str, str, Key]]:
    for table in edition.source["tables"]:
        for place, cell in enumerate(cells_of(table)):
            if printed_in(cell):
                yield table["id"], fold(printed_in(cell)), _key(table["id"], place, cell)


def numbers_twice(before: Edition, after: Edition, places: Places, lines: Mapping[Key, Line]) -> Iterator[Problem]:
    """Tell the rows of a list by which a number would stand twice under one heading, that did not before."""
    old = Places(before)
    for table in after.source["tables"]:
        kept = dict(zip(old.keys(table["id"]), _cells_of(before, table["id"]), strict=True))
        cells = cells_of(table)
        first: dict[tuple[int, str], int] = {}
        for place, cell in enumerate(cells):
            number = str(cell.get("number", "")).rstrip(".)")
            if not any(sign.isalnum() for sign in number):
                continue
            other = first.setdefault((head_of(levels_of(cells), place), number), place)
            if other == place:
                continue
            pair = [places.keys(table["id"])[at] for at in (other, place)]
            if all(key in kept and kept[key].get("number") == cells[places.index(key)]["number"] for key in pair):
                continue  # printed so all along
            yield from _told(pair, lines, number, cells[other])


def _told(pair: Sequence[Key], lines: Mapping[Key, Line], number: str, other: Wire) -> Iterator[Problem]:
    here = [lines[key] for key in pair if key in lines]
    if len(here) == 2:
        first, later = sorted(here, key=lambda one: (one.sheet, one.row))
        yield later.problem("list-number-twice", "number", number=number, row=first.row)
    elif here:
        yield here[0].problem("list-number-taken", "number", number=number, name=printed_in(other))


def _cells_of(edition: Edition, table: str) -> list[Wire]:
    return next((cells_of(one) for one in edition.source["tables"] if one["id"] == table), [])
