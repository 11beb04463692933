"""Edits of what is printed: areas, tables, their rows and columns.

A row is named by its table and its place there, counted from 0; ``at`` is the place that something
comes to, ``LAST`` behind all others. What stands nested below a row moves with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reformdesk.core.catalogue import Label, Layout
from reformdesk.core.edition import Edit, Edition, Wire, by_id, changed, clean, named, without
from reformdesk.core.nesting import end_of
from reformdesk.errors import Mendable

LAST = -1

_MOST_OF_A_PLACE = 20
_MOST_OF_A_NUMBER = 40
_COLUMNS: Mapping[Layout, Sequence[Mapping[str, str]]] = {
    Layout.PERIODS_ACROSS: (
        {"kind": "number", "header": "STT"},
        {"kind": "name", "header": "Chỉ tiêu"},
        {"kind": "reporter", "header": "Đơn vị tổng hợp, báo cáo"},
        {"kind": "periods"},
    ),
    Layout.PERIODS_DOWN: (
        {"kind": "reporter", "header": "Đơn vị tổng hợp, báo cáo"},
        {"kind": "period", "header": "Kỳ báo cáo"},
    ),
}


@dataclass(frozen=True)
class NameEdition(Edit):
    """Name the edition."""

    name: Label

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition under its name."""
        return edition.with_source(name=label_wire(self.name))


@dataclass(frozen=True)
class AddArea(Edit):
    """Add an area of reform; without ``id`` it gets the next number."""

    title: str
    short: Label
    tiny: Label
    id: str = ""
    at: int = LAST

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the area."""
        areas = edition.source["areas"]
        made = {"id": _place_id(self.id, areas), **_area_wire(self)}
        return edition.with_source(areas=inserted(areas, self.at, [made]))


@dataclass(frozen=True)
class RetitleArea(Edit):
    """Give an area another title and other short names."""

    area: str
    title: str
    short: Label
    tiny: Label

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the area's new names."""
        wire = _area_wire(self)
        return edition.with_source(areas=changed(edition.source["areas"], self.area, lambda one: {**one, **wire}))


@dataclass(frozen=True)
class RemoveArea(Edit):
    """Remove an area that has no table any more."""

    area: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the area."""
        own = by_id(edition.source["areas"], self.area)
        if any(table["area"] == self.area for table in edition.source["tables"]):
            raise Mendable("area-has-tables", area=own["title"])
        return edition.with_source(areas=[one for one in edition.source["areas"] if one["id"] != self.area])


@dataclass(frozen=True)
class AddTable(Edit):
    """Add a table to an area, with the columns that tables of its layout have."""

    area: str
    title: str
    title_en: str = ""
    layout: Layout = Layout.PERIODS_ACROSS
    id: str = ""
    at: int = LAST

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the table."""
        by_id(edition.source["areas"], self.area)
        tables = edition.source["tables"]
        made = {
            "id": _place_id(self.id, tables),
            "area": self.area,
            "title": named(self.title),
            "title_en": clean(self.title_en),
            "layout": self.layout.value,
            "columns": [dict(one) for one in _COLUMNS[self.layout]],
            "rows": [],
        }
        return edition.with_source(tables=inserted(tables, self.at, [made]))


@dataclass(frozen=True)
class RetitleTable(Edit):
    """Give a table another title."""

    table: str
    title: str
    title_en: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the table's new title."""
        return edition.with_table(self.table, title=named(self.title), title_en=clean(self.title_en))


@dataclass(frozen=True)
class MoveTable(Edit):
    """Move a table to another place among the tables, and to another area where one is named."""

    table: str
    at: int
    area: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the table in its place."""
        own = edition.table(self.table)
        if self.area:
            by_id(edition.source["areas"], self.area)
            own = {**own, "area": self.area}
        others = [one for one in edition.source["tables"] if one["id"] != self.table]
        return edition.with_source(tables=inserted(others, self.at, [own]))


@dataclass(frozen=True)
class RemoveTable(Edit):
    """Remove a table; the indicators in it are retired."""

    table: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the table."""
        own = edition.table(self.table)
        gone = {one["indicator"] for one in (*own["rows"], *own["columns"]) if one.get("indicator")}
        return edition.with_source(
            tables=[one for one in edition.source["tables"] if one["id"] != self.table],
            indicators=[one for one in edition.source["indicators"] if one["id"] not in gone],
        ).keeping(gone)


@dataclass(frozen=True)
class PrintTableReporter(Edit):
    """Say who a table with periods as rows is printed to be reported by."""

    table: str
    printed: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the table's printed reporter."""
        return edition.with_table(self.table, printed_reporter=clean(self.printed))


@dataclass(frozen=True)
class AddRow(Edit):
    """Add a row that only structures."""

    table: str
    name: str
    number: str = ""
    name_en: str = ""
    level: int = 0
    printed_reporter: str = ""
    at: int = LAST

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the row."""
        made = row_wire(self.number, self.name, self.level, self.printed_reporter, name_en=self.name_en)
        return edition.with_table(self.table, rows=_nested(inserted(rows_of(edition, self.table), self.at, [made])))


@dataclass(frozen=True)
class RewordRow(Edit):
    """Print other words in a row; an indicator that was called as its row is called as it still."""

    table: str
    row: int
    name: str
    name_en: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the row's words."""
        old = row_at(edition, self.table, self.row)
        name, english = named(self.name), clean(self.name_en)
        edition = _with_row(edition, self.table, self.row, name=name, name_en=english)
        asked = old.get("indicator", "")
        if not asked or edition.indicator(asked).name.vi != old["name"]:
            return edition
        return edition.with_indicator(asked, name=name, **({"name_en": english} if english else {}))


@dataclass(frozen=True)
class Renumber(Edit):
    """Print another number before a row."""

    table: str
    row: int
    number: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the row's number."""
        row_at(edition, self.table, self.row)
        return _with_row(edition, self.table, self.row, number=clean(self.number, _MOST_OF_A_NUMBER))


@dataclass(frozen=True)
class PrintReporter(Edit):
    """Print who reports a row, in words of the office's own."""

    table: str
    row: int
    printed: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the row's printed reporter."""
        row_at(edition, self.table, self.row)
        return _with_row(edition, self.table, self.row, printed_reporter=clean(self.printed))


@dataclass(frozen=True)
class MoveRow(Edit):
    """Move a row, with all that is nested below it, to a place among the rows that remain, at a level.

    ``to_table`` is another table of the same layout.
    """

    table: str
    row: int
    at: int
    level: int
    to_table: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the row in its place."""
        top = row_at(edition, self.table, self.row)
        rows = rows_of(edition, self.table)
        end = end_of(levels_of(rows), self.row)
        deeper = self.level - top["level"]
        moved = [{**row, "level": row["level"] + deeper} for row in rows[self.row : end]]
        rest = [*rows[: self.row], *rows[end:]]
        if self.to_table in ("", self.table):
            return edition.with_table(self.table, rows=_nested(inserted(rest, self.at, moved)))
        there = rows_of(edition, self.to_table)
        edition = edition.with_table(self.table, rows=rest)
        return edition.with_table(self.to_table, rows=_nested(inserted(there, self.at, moved)))


@dataclass(frozen=True)
class RemoveRow(Edit):
    """Remove a row that only structures and that nothing is nested below."""

    table: str
    row: int

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the row."""
        own = row_at(edition, self.table, self.row)
        rows = rows_of(edition, self.table)
        if own.get("indicator"):
            raise Mendable("row-asks", name=own["name"])
        if end_of(levels_of(rows), self.row) > self.row + 1:
            raise Mendable("row-heads-others", name=own["name"])
        return edition.with_table(self.table, rows=[*rows[: self.row], *rows[self.row + 1 :]])


@dataclass(frozen=True)
class HeadColumn(Edit):
    """Print another head over a column; an indicator that was called as its column is called as it still."""

    table: str
    column: int
    header: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the column's head."""
        columns = _columns_with(edition, self.table, self.column)
        old, header = columns[self.column], named(self.header)
        edition = edition.with_table(self.table, columns=_with(columns, self.column, {**old, "header": header}))
        asked = old.get("indicator", "")
        if not asked or edition.indicator(asked).name.vi != old.get("header", ""):
            return edition
        return edition.with_indicator(asked, name=header)


@dataclass(frozen=True)
class MoveColumn(Edit):
    """Move a column to a place among the columns that remain."""

    table: str
    column: int
    at: int

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the column in its place."""
        columns = _columns_with(edition, self.table, self.column)
        rest = [*columns[: self.column], *columns[self.column + 1 :]]
        return edition.with_table(self.table, columns=inserted(rest, self.at, [columns[self.column]]))


def label_wire(label: Label) -> dict[str, str]:
    """Return a name in its JSON form. Raises ``Mendable('edition-name-missing')``."""
    return {"vi": named(label.vi), "en": clean(label.en)}


def rows_of(edition: Edition, table: str) -> list[Wire]:
    """Return a table's rows. Raises ``Mendable``: ``edition-gone``, ``table-has-columns`` where it prints none."""
    own = edition.table(table)
    if own["layout"] != Layout.PERIODS_ACROSS:
        raise Mendable("table-has-columns", table=own["title"])
    return list(own["rows"])


def row_at(edition: Edition, table: str, row: int) -> Wire:
    """Return a row. Raises as :func:`rows_of` does."""
    rows = rows_of(edition, table)
    if not 0 <= row < len(rows):
        raise Mendable("edition-gone", name=f"{table}: {row + 1}")
    return rows[row]


def _columns_with(edition: Edition, table: str, column: int) -> list[Wire]:
    columns = list(edition.table(table)["columns"])
    if not 0 <= column < len(columns):
        raise Mendable("edition-gone", name=f"{table}: {column + 1}")
    return columns


def levels_of(rows: Sequence[Wire]) -> list[int]:
    """Return how deep each row is nested."""
    return [row["level"] for row in rows]


def row_wire(
    number: str, name: str, level: int, printed_reporter: str, *, name_en: str = "", indicator: str = ""
) -> dict[str, Any]:
    """Return a row in its JSON form. Raises ``Mendable('edition-name-missing')``."""
    made = {
        "number": clean(number, _MOST_OF_A_NUMBER),
        "name": named(name),
        "name_en": clean(name_en),
        "printed_reporter": clean(printed_reporter),
        "level": level,
    }
    return {**made, "indicator": indicator} if indicator else made


def add_row(edition: Edition, table: str, at: int, row: Wire) -> Edition:
    """Return the edition with one more row. Raises as :func:`rows_of` does, and ``row-level``."""
    return edition.with_table(table, rows=_nested(inserted(rows_of(edition, table), at, [row])))


def inserted(items: Sequence[Wire], at: int, new: Sequence[Wire]) -> list[Wire]:
    """Return the items with new ones at a place; a place beyond the end is the end."""
    place = len(items) if at < 0 else min(at, len(items))
    return [*items[:place], *new, *items[place:]]


def _nested(rows: list[Wire]) -> list[Wire]:
    """Return the rows. Raises ``Mendable('row-level')`` where one has no row to be nested in."""
    most = 0
    for row in rows:
        if not 0 <= row["level"] <= most:
            raise Mendable("row-level", name=row["name"])
        most = row["level"] + 1
    return rows


def _with_row(edition: Edition, table: str, row: int, **members: Any) -> Edition:
    rows = rows_of(edition, table)
    return edition.with_table(table, rows=_with(rows, row, without(rows[row], members)))


def _with(items: Sequence[Wire], place: int, item: Wire) -> list[Wire]:
    return [*items[:place], item, *items[place + 1 :]]


def _area_wire(edit: AddArea | RetitleArea) -> dict[str, Any]:
    return {"title": named(edit.title), "short": label_wire(edit.short), "tiny": label_wire(edit.tiny)}


def _place_id(wanted: str, items: Sequence[Wire]) -> str:
    """Return the id of a new area or table: the wanted one, else the next number.

    Raises ``Mendable('edition-id-taken')``.
    """
    taken = frozenset(str(one["id"]) for one in items)
    if not wanted:
        numbers = [int(digits) for one in taken if (digits := one.partition(".")[0]).isdecimal() and len(digits) < 5]
        return str(max(numbers, default=0) + 1)
    name = clean(wanted, _MOST_OF_A_PLACE)
    if name in taken or not name:
        raise Mendable("edition-id-taken", name=name)
    return name
