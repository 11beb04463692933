"""Totals in, printed tables out: the same tables for screen, Word, Excel and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.catalogue import Catalogue, Column, Indicator, Label, Layout, Row, Table
from reformdesk.core.closing_document import ClosingNote, Counted
from reformdesk.core.consolidation import Total
from reformdesk.core.organisation import Agency
from reformdesk.core.printed_editions import Stretch, stretches
from reformdesk.core.remarks import ENTERED, PROVISIONAL, About, Note, Remark, notes_on, remarks_on
from reformdesk.core.rounds import Round
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, format_plain, is_answer, write
from reformdesk.exchange.documents import digest_of

_LONGEST_NAME = 31
"""Letters that the name of a sheet may have; a table that has ended goes by a name of several words."""

TIDY_HEADER = ("round", "indicator", "agency", "value", "status", "note", "coverage")


@dataclass(frozen=True, eq=False)
class ConsolidatedRound:
    """A round with its totals by indicator; ``narratives`` has by area the agencies and what they say in words.

    ``entered`` has by agency where the figures come from that Home Affairs entered on its behalf.
    ``closing`` says as which closing, where it ever was closed and that is asked for. ``counted`` has by agency the
    submission that counts, ``decisions`` the ids of all that was decided on the round; both are left out where
    the totals are wanted alone.
    """

    round: Round
    totals: Mapping[str, Total]
    narratives: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    entered: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    closing: ClosingNote | None = None
    counted: Mapping[str, Counted] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()

    def for_printing(self) -> ConsolidatedRound:
        """Return the round with no shares but those that a note below a table names, which were entered on behalf.

        All shares of a large province take a hundred megabytes.
        """
        return replace(
            self,
            totals={
                name: replace(total, shares=tuple(share for share in total.shares if share.entered))
                for name, total in self.totals.items()
            },
        )

    @property
    def is_past(self) -> bool:
        """Whether its figures were reported before there were shares."""
        return any(total.is_past for total in self.totals.values())


@dataclass(frozen=True)
class Letterhead:
    """The office's own Word file that a report is set in, and its name."""

    file_name: str
    content: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 (hex) of the file."""
        return digest_of(self.content)


@dataclass(frozen=True, eq=False)
class Report:
    """What a report is made from: rounds with their figures, oldest first, and the digest of the state they are of.

    ``parts`` have few of the shares behind them (:meth:`ConsolidatedRound.for_printing`). ``whole`` gives the
    same rounds with all of them, read one at a time; it may be asked again. ``agency`` is whose own answers the
    figures are, ``None`` where they are totals.
    ``arrivals`` says when the newest round's files came, ``None`` where that is not known; ``letterhead`` is what
    stands in place of the report's own head. ``dated`` is the day it is written on, for a letterhead that asks for it.
    """

    parts: tuple[ConsolidatedRound, ...]
    state: str
    whole: Callable[[], Iterable[ConsolidatedRound]]
    agency: Agency | None = None
    arrivals: Arrivals | None = None
    letterhead: Letterhead | None = None
    dated: date | None = None

    @classmethod
    def of(cls, parts: Iterable[ConsolidatedRound], state: str) -> Report:
        """Return a report on rounds that are at hand with their shares."""
        held = tuple(parts)
        return cls(held, state, lambda: held)

    @property
    def newest(self) -> Round:
        """The round whose indicator set says how the tables look."""
        return self.parts[-1].round


@dataclass(frozen=True)
class Cell:
    """A printed cell: fixed text, a round's period, or an indicator's total in a round.

    ``remarks`` is what is to be said of it, ``marks`` the signs that its table gives to them.
    """

    text: str
    indicator: Indicator | None = None
    total: Total | None = None
    round: str = ""
    remarks: tuple[Remark, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def behind(self) -> str:
        """The signs as one text; empty where there are none."""
        return " ".join(self.marks)

    @property
    def marked(self) -> str:
        """The text with its signs."""
        return " ".join(filter(None, [self.text, self.behind]))


@dataclass(frozen=True, eq=False)
class PrintedTable:
    """A table as it is printed: one header row, then ``rows`` with their ``sources`` in the catalogue.

    ``heads`` are the header's cells; ``notes`` stand below the table, in the order of their signs. ``until`` is the
    last round that asked by it, where a newer edition prints its table otherwise or not at all; ``edition`` names the
    indicator set then, and where that is an example. ``turn`` counts those whose name would be the same, cut short.
    """

    table: Table
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[Row | None, ...]
    heads: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()
    until: Round | None = None
    edition: Label | None = None
    turn: int = 1

    @property
    def id(self) -> str:
        """What tells it from the other tables of a report: its printed number, and how far it goes where it ended."""
        mark = "" if self.turn == 1 else f"~{self.turn}"
        return f"{self._name[: _LONGEST_NAME - len(mark)]}{mark}"

    @property
    def _name(self) -> str:
        if self.until is None:
            return self.table.id
        name = f"{self.table.id} (đến {self.until.id}"
        return f"{name})" if len(name) < _LONGEST_NAME else f"{name[: _LONGEST_NAME - 2]}…)"

    @property
    def title(self) -> str:
        """Its heading, with the indicator set where that is not to be taken for granted."""
        return self.titled("vi")

    def titled(self, language: str) -> str:
        """Return :attr:`title` in a language."""
        title = self.table.label.text(language)
        return title if self.edition is None else f"{title} – {self.edition.text(language)}"


def printed_tables(consolidated: Sequence[ConsolidatedRound]) -> list[PrintedTable]:
    """Return the tables that any of the rounds, given in order of time, asks for, each in its own edition's words.

    The newest edition's come first (:mod:`reformdesk.core.printed_editions`).
    """
    tables: list[PrintedTable] = []
    for stretch in stretches([part.round.catalogue for part in consolidated]):
        table, catalogue = stretch.table, stretch.catalogue
        concerned = [part for part in map(consolidated.__getitem__, stretch.rounds) if _concerns(part, table)]
        if concerned:
            across = table.layout is Layout.PERIODS_ACROSS
            made = _across(table, catalogue, concerned) if across else _down(table, catalogue, concerned)
            found = _in_edition(_with_notes(made), stretch, concerned)
            tables.append(replace(found, turn=1 + sum(replace(one, turn=1).id == found.id for one in tables)))
    return tables


def _in_edition(made: PrintedTable, stretch: Stretch, concerned: Sequence[ConsolidatedRound]) -> PrintedTable:
    """Say of a table by which indicator set it is, where it is not the newest round's plain own."""
    named = stretch.catalogue.name if not stretch.leads or stretch.catalogue.example else None
    return replace(made, until=None if stretch.leads else concerned[-1].round, edition=named)


def ends_area(tables: Sequence[PrintedTable], place: int) -> bool:
    """Whether a table is the newest edition's last of its area: below it stands what agencies say in words."""
    table = tables[place]
    return table.until is None and not any(
        one.until is None and one.table.area == table.table.area for one in tables[place + 1 :]
    )


def _concerns(part: ConsolidatedRound, table: Table) -> bool:
    """Whether a table has the round's period; an earlier one only where figures of it are known."""
    if table.area not in part.round.period.areas:
        return False
    found = (part.totals.get(name) for name in table.indicators())
    return not part.is_past or any(total is not None and is_answer(total.value) for total in found)


def _with_notes(table: PrintedTable) -> PrintedTable:
    """Give what is remarked on its signs, from the header down."""
    cells = [*table.heads, *(cell for line in table.rows for cell in line)]
    notes = notes_on(remark for cell in cells for remark in cell.remarks)
    if not notes:
        return table

    def signed(line: Iterable[Cell]) -> tuple[Cell, ...]:
        return tuple(
            replace(cell, marks=tuple(notes[remark].sign for remark in cell.remarks)) if cell.remarks else cell
            for cell in line
        )

    heads = signed(table.heads)
    return replace(
        table,
        heads=heads,
        header=tuple(cell.marked for cell in heads),
        rows=tuple(map(signed, table.rows)),
        notes=tuple(dict.fromkeys(notes.values())),
    )


def _across(table: Table, catalogue: Catalogue, parts: Sequence[ConsolidatedRound]) -> PrintedTable:
    columns: list[Column] = []
    heads: list[Cell] = []
    for given in table.columns:
        if given.kind == "periods":
            headings = [_heading(table, part) for part in parts]
            columns.extend(Column("value", heading.text) for heading in headings)
            heads.extend(headings)
        else:
            columns.append(given)
            heads.append(Cell(given.header))
    header = tuple(head.text for head in heads)
    rows = tuple(tuple(_cells_of_row(table, catalogue, row, parts)) for row in table.rows)
    return PrintedTable(table, header, tuple(columns), rows, table.rows, tuple(heads))


def _heading(table: Table, part: ConsolidatedRound) -> Cell:
    """Return a period as the table prints it; of a past one it is said there, and not at each figure."""
    remarks = (Remark(About.PAST),) if part.is_past else ()
    return Cell(part.round.period.heading(table), round=part.round.id, remarks=remarks)


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
        fixed = {"reporter": Cell(table.printed_reporter), "period": _heading(table, part)}
        rows.append(
            tuple(
                _value_cell(catalogue, column.indicator, part) if column.indicator else fixed.get(column.kind, Cell(""))
                for column in table.columns
            )
        )
    heads = tuple(Cell(column.header) for column in table.columns)
    header = tuple(head.text for head in heads)
    return PrintedTable(table, header, table.columns, tuple(rows), (None,) * len(rows), heads)


def _value_cell(catalogue: Catalogue, name: str, part: ConsolidatedRound) -> Cell:
    total = part.totals.get(name) if name else None
    if total is None:
        return Cell("")
    indicator = catalogue.indicators[name]
    remarks = remarks_on(total, indicator, _entered_for(total, part))
    return Cell(write(total.value, indicator), indicator, total, part.round.id, remarks)


def _entered_for(total: Total, part: ConsolidatedRound) -> tuple[str, ...]:
    """Return the agencies for which something behind a total was entered; none where its shares are left out."""
    shares = (one for one in total.shares if one.entered and is_answer(one.value))
    return tuple(part.round.by_id[one.agency].name for one in shares)


def tidy_rows(consolidated: Iterable[ConsolidatedRound]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of ``report.csv`` under :data:`TIDY_HEADER`: each total, then its shares."""
    for part in consolidated:
        for name, total in part.totals.items():
            note = _tidy_note(total, part.round.catalogue.indicators[name])
            yield (part.round.id, name, "", *plain(total.value), note, total.coverage)
            for share in total.shares:
                yield (part.round.id, name, share.agency, *plain(share.value), share.explanation, "")


def _tidy_note(total: Total, indicator: Indicator) -> str:
    """Return what is to be said of a total, in one field; how far it is covered has a column of its own."""
    signs = ((PROVISIONAL, total.provisional), (ENTERED, total.entered))
    said = [f"{sign} {count}" for sign, count in signs if count]
    apart = (About.PROVISIONAL, About.ENTERED, About.PARTIAL)
    past = [Remark(About.PAST)] if total.is_past else []
    said += [one.printed for one in (*remarks_on(total, indicator), *past) if one.about not in apart]
    return "; ".join(said)


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
