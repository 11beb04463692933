"""A list of indicators laid over an edition that is being drawn: the edits that it comes to, or what is wrong with it.

What the list does not name stays as it is, and a blank cell leaves what is known; an indicator goes only where
its row says so. New rows stand behind the one that the list has before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reformdesk.core import listed_rows
from reformdesk.core.catalogue import Kind, Label, Reporter
from reformdesk.core.catalogue_draft import printed_reporters, rank
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.guessed_values import nature_of
from reformdesk.core.indicator_edits import (
    AddIndicator,
    Assign,
    ChangeDigits,
    ChangeKind,
    ChangeNature,
    ChangeUnit,
    Retire,
    Reword,
)
from reformdesk.core.list_headings import INDICATOR_COLUMNS
from reformdesk.core.listed_consolidation import consolidating
from reformdesk.core.listed_indicators import Asked, read_row
from reformdesk.core.listed_names import Names
from reformdesk.core.listed_places import (
    Key,
    Matched,
    Places,
    cells_of,
    indicator_in,
    key_of,
    match,
    numbers_twice,
    printed_in,
)
from reformdesk.core.listed_rows import Line, ListSheet, Problem
from reformdesk.core.listed_tables import Tables
from reformdesk.core.nesting import end_of
from reformdesk.core.table_edits import LAST, AddRow, MoveRow, RemoveRow, Renumber, RewordRow, levels_of
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

_PERCENT = Label("%", "%")
_RATES = (Kind.PERCENT, Kind.RATE_OR_BLOCKS)


@dataclass(frozen=True)
class IndicatorList:
    """The edits that a list comes to and the edition with them done; with an error nothing was taken."""

    edits: tuple[Edit, ...]
    edition: Edition
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether the list has an error."""
        return any(one.blocks for one in self.problems)


def read(sheets: Sequence[ListSheet], edition: Edition) -> IndicatorList:
    """Lay the lists in a workbook over an edition; who reports is looked up in its register."""
    (listed,) = listed_rows.read(sheets, INDICATOR_COLUMNS)
    problems = list(listed.problems)
    asked = [one for line in listed.lines if (one := read_row(line, problems.append)) is not None]
    drawing = _Drawing(edition, problems)
    tables = Tables(edition, asked)
    for line, edit in tables.edits():
        drawing.do(line, edit)
    placed = tables.placed(problems.append)
    matched, wrong = match(placed, drawing.edition)
    problems += wrong
    drawing.take(matched)
    found = tuple(dict.fromkeys(problems))
    taken = IndicatorList(tuple(drawing.edits), drawing.edition, found)
    return replace(taken, edits=(), edition=edition) if taken.is_refused else taken


class _Drawing:
    """The edition as far as the list was laid over it, and the edits that brought it there."""

    def __init__(self, edition: Edition, problems: list[Problem]) -> None:
        self.edition = edition
        self.edits: list[Edit] = []
        self._base = edition
        self._problems = problems
        self._names = Names(edition.register)
        self._printed = printed_reporters(edition.catalogue)
        self._places = Places(edition)
        self._lines: dict[Key, Line] = {}
        self._behind: dict[str, Key] = {}

    def do(self, line: Line, edit: Edit) -> bool:
        """Do an edit; where it is refused, say so at its row."""
        try:
            self.edition = edit.apply_to(self.edition)
        except Mendable as problem:
            self._problems.append(line.problem(problem.code, **problem.params))
            return False
        self.edits.append(edit)
        return True

    def take(self, rows: Sequence[Matched]) -> None:
        """Lay rows over the edition: first what there is, then how it becomes one figure, for that names others."""
        kept = [(row.asked, key) for row in rows if (key := self._row(row))]
        for asked, key in kept:
            indicator = indicator_in(key)
            if indicator and indicator in self.edition.indicators:
                edit = consolidating(asked, indicator, self.edition, self._problems.append)
                if edit is not None:
                    self.do(asked.line, edit)
        self._problems += numbers_twice(self._base, self.edition, self._places, self._lines)

    def _row(self, row: Matched) -> Key:
        """Take one row; return what it is known by from then on, nothing where it is not there."""
        if row.asked.retired:
            self._retire(row.asked, row.key)
            return ""
        key = row.key if row.key else self._add(row.asked, row.table)
        if not key:
            return ""
        if row.key:
            self._move(row.asked, key, row.table)
            if indicator_in(key):
                self._change(row.asked, indicator_in(key))
            else:
                self._change_heading(row.asked, key)
        self._lines[key] = row.asked.line
        self._behind[row.table] = key
        return key

    def _retire(self, asked: Asked, key: Key) -> None:
        if not key:
            self._problems.append(asked.line.problem("list-retire-unknown", "retire", text=asked.name))
            return
        indicator, table = indicator_in(key), self._places.table(key)
        at, before = self._places.index(key), self._cells(table)
        done = self.do(asked.line, Retire(indicator) if indicator else RemoveRow(table, at))
        if done and len(self._cells(table)) < len(before):
            self._places.take_out(table, at, 1)

    def _add(self, asked: Asked, table: str) -> Key:
        behind = self._behind.get(table)
        at = self._places.index(behind) + 1 if behind else LAST
        if asked.is_heading:
            level = self._level(asked, table, at)
            added = self.do(
                asked.line, AddRow(table, asked.name, asked.number, asked.name_en, level, asked.reporter, at)
            )
            key = f"new:{asked.line.sheet}:{asked.line.row}"
        else:
            indicator = self._add_indicator(asked, table, at)
            added, key = bool(indicator), key_of(indicator)
        if not added:
            return ""
        self._places.insert(table, at, [key])
        return key

    def _add_indicator(self, asked: Asked, table: str, at: int) -> str:
        """Ask for one more figure; return its id, empty where it cannot be asked for."""
        reporter = self._reporter(asked)
        if asked.kind is None and not asked.line.text("kind"):
            self._problems.append(asked.line.problem("list-kind-missing", "kind", name=asked.name))
        if not asked.reporter:
            self._problems.append(asked.line.problem("list-reporter-missing", "reporter", name=asked.name))
        if asked.kind is None or reporter is None:
            return ""
        known = self.edition.indicators.keys()
        unit = Label(asked.unit, asked.unit_en) if asked.unit else _PERCENT if asked.kind in _RATES else Label("", "")
        done = self.do(
            asked.line,
            AddIndicator(
                table=table,
                name=Label(asked.full_name or asked.name, asked.name_en),
                reporter=reporter,
                kind=asked.kind,
                nature=asked.nature or nature_of(asked.name, ""),
                unit=unit,
                number=asked.number,
                level=self._level(asked, table, at),
                printed=asked.name if asked.full_name else "",
                printed_reporter=asked.reporter,
                digits=asked.digits or 1,
                id=asked.id,
                at=at,
            ),
        )
        return next(iter(self.edition.indicators.keys() - known), "") if done else ""

    def _level(self, asked: Asked, table: str, at: int) -> int:
        """Return how deep a new row is nested: as it says, else as its number ranks among those above it."""
        if asked.level is not None:
            return asked.level
        rows = list(self.edition.table(table)["rows"])
        above = rows[:at] if at != LAST else rows
        own = rank(asked.number)
        if own is None:
            last = above[-1] if above else None
            return 0 if last is None else last["level"] + (rank(last["number"]) is not None)
        for row in reversed(above):
            other = rank(row["number"])
            if other is not None and other <= own:
                return int(row["level"]) + (other < own)
        return 0

    def _move(self, asked: Asked, key: Key, table: str) -> None:
        """Let a row stand in the table and as deep as the list says; what is nested below it goes along."""
        own = self._places.table(key)
        at, cells = self._places.index(key), self._cells(own)
        if own != table:
            behind = self._behind.get(table)
            place = self._places.index(behind) + 1 if behind else LAST
            moved = end_of(levels_of(cells), at) - at if "level" in cells[at] else 1
            if self.do(asked.line, MoveRow(own, at, place, asked.level or 0, table)):
                self._places.insert(table, place, self._places.take_out(own, at, moved))
        elif asked.level is not None and cells[at].get("level", asked.level) != asked.level:
            self.do(asked.line, MoveRow(own, at, at, asked.level))
        at, cells = self._places.index(key), self._cells(self._places.table(key))
        number = cells[at].get("number")
        if number is not None and asked.number and asked.number.rstrip(".") != number.rstrip("."):
            self.do(asked.line, Renumber(self._places.table(key), at, asked.number))

    def _change_heading(self, asked: Asked, key: Key) -> None:
        table, at = self._places.table(key), self._places.index(key)
        if asked.kind is not None:
            self._problems.append(asked.line.problem("list-heading-asks", "kind", name=asked.name))
            return
        row = self._cells(table)[at]
        english = asked.name_en or row.get("name_en", "")
        if "level" in row and (asked.name, english) != (row["name"], row.get("name_en", "")):
            self.do(asked.line, RewordRow(table, at, asked.name, english))

    def _change(self, asked: Asked, indicator: str) -> None:
        own = self.edition.indicators[indicator]
        for edit in (*self._wording(asked, indicator), *self._counting(asked, indicator)):
            self.do(asked.line, edit)
        reporter = self._reporter(asked, own.reporter) if asked.reporter else own.reporter
        if reporter is not None and reporter != own.reporter:
            self.do(asked.line, Assign((indicator,), reporter, asked.reporter))

    def _wording(self, asked: Asked, indicator: str) -> Iterator[Edit]:
        own = self.edition.indicators[indicator]
        key = key_of(indicator)
        printed = printed_in(self._cells(self._places.table(key))[self._places.index(key)])
        was_same = printed == own.name.vi
        name = asked.full_name or (asked.name if was_same else own.name.vi)
        english = asked.name_en or own.name.en
        if (asked.name, name, english) != (printed, own.name.vi, own.name.en):
            yield Reword(indicator, Label(name, english), asked.name)

    def _counting(self, asked: Asked, indicator: str) -> Iterator[Edit]:
        own = self.edition.indicators[indicator]
        if asked.kind not in (None, own.kind):
            yield ChangeKind(indicator, asked.kind or own.kind)
        same_unit = asked.unit in ("", own.unit.vi)
        unit = Label(asked.unit or own.unit.vi, asked.unit_en or (own.unit.en if same_unit else ""))
        if unit != own.unit:
            yield ChangeUnit(indicator, unit, own.written_unit if same_unit else "")
        if asked.nature not in (None, own.nature):
            yield ChangeNature(indicator, asked.nature or own.nature)
        if asked.digits not in (None, own.digits):
            yield ChangeDigits(indicator, asked.digits or own.digits)

    def _reporter(self, asked: Asked, known: Reporter | None = None) -> Reporter | None:
        """Return who is to report; who is not known, or is no more, is told, unless it is so already."""
        if not asked.reporter:
            return None
        found = self._names.reporter(nfc(asked.reporter), self._printed)
        if found is None:
            near = self._names.near_agency(asked.reporter) or self._names.near_group(asked.reporter)
            code = "list-agency-near" if near else "list-reporter-unknown"
            params = {"text": asked.reporter, **({"near": near} if near else {})}
            self._problems.append(asked.line.problem(code, "reporter", **params))
            return None
        entry = self.edition.register.by_id.get(found.agency)
        if found != known and entry is not None and entry.dissolved is not None:
            day = f"{entry.dissolved:%d/%m/%Y}"
            gone = asked.line.problem("list-agency-gone", "reporter", name=entry.names[-1].name, day=day)
            self._problems.append(gone)
        return found

    def _cells(self, table: str) -> list[Mapping[str, Any]]:
        return cells_of(self.edition.table(table))
