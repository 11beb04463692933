"""The rows of an agency's form: what the tables print of what it owes, with the rows that structure it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reformdesk.core.catalogue import Column, Layout, Row, Table
from reformdesk.core.rounds import Round


@dataclass(frozen=True)
class FormLine:
    """A row as it is printed; ``indicator`` is empty for one that only structures. ``also`` are its other names."""

    indicator: str
    number: str
    name: str
    also: tuple[str, ...] = ()


def tables_to_show(round_: Round, agency: str, area: str) -> tuple[Table, ...]:
    """Return the printed tables of an area in which an agency has a figure."""
    own = set(round_.figures_of(agency))
    return tuple(table for table in round_.catalogue.tables_of(area) if own & set(table.indicators()))


def rows_to_show(table: Table, own: Collection[str]) -> list[Row]:
    """Return the rows of an agency's own figures, with the rows that structure them; columns become rows."""
    if table.layout is Layout.PERIODS_DOWN:
        return [_row_of(column) for column in table.columns if column.indicator in own]
    kept: list[Row] = []
    wanted_level = -1
    for row in reversed(table.rows):
        if row.indicator in own or row.level <= wanted_level:
            kept.append(row)
            wanted_level = row.level - 1
    return kept[::-1]


def form_lines(round_: Round, agency: str, area: str) -> tuple[FormLine, ...]:
    """Return the lines of an agency's form in one area, from top to bottom; rates that are computed among them."""
    own = set(round_.figures_of(agency))
    rows = [row for table in tables_to_show(round_, agency, area) for row in rows_to_show(table, own)]
    return tuple(_line(round_, row) for row in rows)


def _line(round_: Round, row: Row) -> FormLine:
    if row.indicator not in round_.catalogue.indicators:
        return FormLine("", row.number, row.name, (row.name_en,) if row.name_en else ())
    name = round_.catalogue.indicators[row.indicator].name
    also = tuple(other for other in (name.vi, name.en) if other and other != row.name)
    return FormLine(row.indicator, round_.catalogue.printed_number(row.indicator), row.name, also)


def _row_of(column: Column) -> Row:
    return Row("-", column.header, "", "", 0, column.indicator)
