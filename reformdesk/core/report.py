"""Totals in, printed tables out: the same tables for screen, Word, Excel and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reformdesk.core.catalogue import Catalogue, Column, Indicator, Layout, Row, Table
from reformdesk.core.consolidation import Total
from reformdesk.core.rounds import Round
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, format_plain, is_answer, write

PROVISIONAL = "(*)"
"""What stands behind a total with a share whose key nobody has compared yet."""

PROVISIONAL_NOTE = "(*) Có số liệu tiếp nhận tạm, chưa đối chiếu khóa xác thực của đơn vị."

ENTERED = "(**)"
"""What stands behind a total with an answer that Home Affairs entered on behalf of the agency."""

ENTERED_NOTE = "(**) Có số liệu nhập thay đơn vị: {agencies}."

TIDY_HEADER = ("round", "indicator", "agency", "value", "status", "note", "coverage")


@dataclass(frozen=True, eq=False)
class ConsolidatedRound:
    """A round with its totals by indicator; ``narratives`` has by area the agencies and what they say in words.

    ``entered`` has by agency where the figures come from that Home Affairs entered on its behalf.
    """

    round: Round
    totals: Mapping[str, Total]
    narratives: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    entered: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """A printed cell: fixed text, or an indicator's total in a round."""

    text: str
    indicator: Indicator | None = None
    total: Total | None = None
    round: str = ""

    @property
    def is_provisional(self) -> bool:
        """Whether a share of it rests on a key that nobody has compared yet."""
        return self.total is not None and self.total.provisional > 0

    @property
    def is_entered(self) -> bool:
        """Whether an answer behind it was entered on behalf."""
        return self.total is not None and self.total.entered > 0

    @property
    def marks(self) -> str:
        """The signs that stand behind it."""
        signs = ((PROVISIONAL, self.is_provisional), (ENTERED, self.is_entered))
        return " ".join(sign for sign, stands in signs if stands)

    @property
    def marked(self) -> str:
        """Its text with its signs behind; nothing where there is no text."""
        return f"{self.text} {self.marks}".rstrip() if self.text else ""


@dataclass(frozen=True, eq=False)
class PrintedTable:
    """A table as it is printed: one header row, then ``rows`` with their ``sources`` in the catalogue.

    ``entered_for`` names the agencies for which Home Affairs entered something in it.
    """

    table: Table
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[Row | None, ...]
    entered_for: tuple[str, ...] = ()

    @property
    def is_provisional(self) -> bool:
        """Whether any of its totals is."""
        return any(cell.is_provisional for cells in self.rows for cell in cells)

    @property
    def is_entered(self) -> bool:
        """Whether an answer behind any of its totals was entered on behalf."""
        return any(cell.is_entered for cells in self.rows for cell in cells)

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands below it, in the report's own language."""
        entered = ENTERED_NOTE.format(agencies="; ".join(self.entered_for)) if self.entered_for else ""
        return tuple(filter(None, (PROVISIONAL_NOTE if self.is_provisional else "", entered)))


def printed_tables(consolidated: Sequence[ConsolidatedRound], catalogue: Catalogue) -> list[PrintedTable]:
    """Return the tables of ``catalogue`` that any of the rounds, given in order of time, asks for."""
    tables = []
    for table in catalogue.tables:
        concerned = [part for part in consolidated if table.area in part.round.period.areas]
        if concerned:
            across = table.layout is Layout.PERIODS_ACROSS
            made = _across(table, catalogue, concerned) if across else _down(table, catalogue, concerned)
            tables.append(replace(made, entered_for=_entered_for(made, concerned)))
    return tables


def _entered_for(printed: PrintedTable, parts: Sequence[ConsolidatedRound]) -> tuple[str, ...]:
    """Return the agencies for which something was entered, with the round where the table has several."""
    found = []
    for part in parts:
        totals = [cell.total for cells in printed.rows for cell in cells if cell.round == part.round.id]
        entered = {
            share.agency
            for total in totals
            if total is not None
            for share in total.shares
            if share.entered and is_answer(share.value)
        }
        behind = f" ({part.round.short.vi})" if len(parts) > 1 else ""
        found += [f"{agency.name}{behind}" for agency in part.round.agencies if agency.id in entered]
    return tuple(found)


def _across(table: Table, catalogue: Catalogue, parts: Sequence[ConsolidatedRound]) -> PrintedTable:
    columns = tuple(
        column
        for given in table.columns
        for column in (
            [Column("value", part.round.period.heading(table)) for part in parts]
            if given.kind == "periods"
            else [given]
        )
    )
    rows = tuple(tuple(_cells_of_row(table, catalogue, row, parts)) for row in table.rows)
    return PrintedTable(table, tuple(column.header for column in columns), columns, rows, table.rows)


def _cells_of_row(table: Table, catalogue: Catalogue, row: Row, parts: Sequence[ConsolidatedRound]) -> Iterator[Cell]:
    fixed = {"number": row.number, "name": row.name, "reporter": row.printed_reporter}
    for column in table.columns:
        if column.kind == "periods":
            for part in parts:
                yield _value_cell(catalogue, row.indicator, part)
        else:
            yield Cell(fixed.get(column.kind, ""))


def _down(table: Table, catalogue: Catalogue, parts: Sequence[ConsolidatedRound]) -> PrintedTable:
    rows = []
    for part in parts:
        fixed = {"reporter": table.printed_reporter, "period": part.round.period.heading(table)}
        rows.append(
            tuple(
                _value_cell(catalogue, column.indicator, part) if column.indicator else Cell(fixed.get(column.kind, ""))
                for column in table.columns
            )
        )
    header = tuple(column.header for column in table.columns)
    return PrintedTable(table, header, table.columns, tuple(rows), (None,) * len(rows))


def _value_cell(catalogue: Catalogue, name: str, part: ConsolidatedRound) -> Cell:
    total = part.totals.get(name) if name else None
    if total is None:
        return Cell("")
    indicator = catalogue.indicators[name]
    return Cell(write(total.value, indicator), indicator, total, part.round.id)


def tidy_rows(consolidated: Sequence[ConsolidatedRound]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of ``report.csv`` under :data:`TIDY_HEADER`: each total, then its shares."""
    for part in consolidated:
        for name, total in part.totals.items():
            signs = ((PROVISIONAL, total.provisional), (ENTERED, total.entered))
            note = "; ".join(f"{sign} {count}" for sign, count in signs if count)
            yield (part.round.id, name, "", *plain(total.value), note, total.coverage)
            for share in total.shares:
                yield (part.round.id, name, share.agency, *plain(share.value), share.explanation, "")


def plain(value: Value) -> tuple[str, str]:
    """Return a value for machines: its canonical text, and its status where it is no figure."""
    match value:
        case Number(amount):
            return format_plain(amount), ""
        case Mark(held):
            return ("x" if held else "0"), ""
        case Text(words):
            return words, ""
        case Rates(rates):
            return "; ".join(f"{rate.block}={format_plain(rate.rate)}" for rate in rates), ""
        case Status():
            return "", value.value
