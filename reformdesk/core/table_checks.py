"""What is wrong with the printed tables of an edition: what nobody would find, and what would not be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reformdesk.core.catalogue import Catalogue, Layout, Severity, Table
from reformdesk.core.edition_problem import Asked, Param, Problem
from reformdesk.core.nesting import end_of, head_of
from reformdesk.core.text import fold


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with areas, tables and rows, in printed order."""
    if not catalogue.indicators:
        yield Problem("nothing-asked", Severity.ERROR)
    areas = {area.id for area in catalogue.areas}
    for area in catalogue.areas:
        if not catalogue.tables_of(area.id):
            yield Problem("area-empty", Severity.WARNING, (("area", area.short),), area=area.id)
    for table in catalogue.tables:
        if table.area not in areas:
            yield Problem("table-area-gone", Severity.ERROR, (("table", table.label),), table=table.id)
        yield from _of_table(table)
    yield from _placing(catalogue)


def _of_table(table: Table) -> Iterator[Problem]:
    asked = list(table.indicators())
    named = (("table", table.label),)
    if not asked:
        yield Problem("table-empty", Severity.WARNING, named, table=table.id)
        return
    shown = {column.kind for column in table.columns}
    needed = {"name", "periods"} if table.layout is Layout.PERIODS_ACROSS else {"period", "indicator"}
    if not needed <= shown:
        yield Problem("table-prints-nothing", Severity.ERROR, named, table=table.id)
    elsewhere = table.rows if table.layout is Layout.PERIODS_DOWN else table.columns
    for one in elsewhere:
        if one.indicator:
            yield Problem("asked-out-of-place", Severity.ERROR, named, table=table.id, indicator=one.indicator)
    yield from _of_rows(table)


def _of_rows(table: Table) -> Iterator[Problem]:
    open_to = 0
    levels = [row.level for row in table.rows]
    heads = [head_of(levels, place) for place in range(len(levels))]
    for place, row in enumerate(table.rows):
        named: tuple[tuple[str, Param], ...] = (("row", row.label),)
        if row.level > open_to:
            yield Problem("row-unreachable", Severity.ERROR, named, table=table.id, row=place, indicator=row.indicator)
        open_to = row.level + 1
        below = range(place + 1, end_of(levels, place))
        if not row.indicator and not any(table.rows[one].indicator for one in below):
            yield Problem("heading-empty", Severity.WARNING, named, table=table.id, row=place)
        before = [table.rows[at] for at in range(place) if heads[at] == heads[place]]
        if any(fold(other.name) == fold(row.name) for other in before):
            yield Problem("row-twice", Severity.WARNING, named, table=table.id, row=place, indicator=row.indicator)
        elif row.number.strip("-") and any(other.number == row.number for other in before):
            given = (("number", row.number), *named)
            yield Problem("number-twice", Severity.WARNING, given, table=table.id, row=place, indicator=row.indicator)


def _placing(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield indicators that stand in no row, or in two, and rows that ask for what is not there."""
    places = Counter(catalogue.order)
    for name, indicator in catalogue.indicators.items():
        if not places[name]:
            yield Problem("indicator-unplaced", Severity.ERROR, (("indicator", indicator.name),), indicator=name)
        if places[name] > 1:
            yield Problem("indicator-twice", Severity.ERROR, (("indicator", indicator.name),), indicator=name)
    for table in catalogue.tables:
        for name in table.indicators():
            if name not in catalogue.indicators:
                asks = (("name", Asked(name)),)
                yield Problem("row-asks-unknown", Severity.ERROR, asks, table=table.id, indicator=name)
