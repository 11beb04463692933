"""Tables of indicators as an office has them in Word or Excel, read into what an indicator set needs.

Numbers and names are read as they stand; how deep a row is nested follows from its printed number,
what kind of value it takes from its figures and words, who reports from the printed reporter. What
was concluded and not read is marked (:class:`Guess`), so that a person looks at it before it is
taken. A row that a known indicator set has, under the same headings, is taken from there whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reformdesk.core.catalogue import Catalogue, Indicator, Kind, Layout, Nature, Reporter, Row, Table
from reformdesk.core.guessed_values import Figures, figures_in, nature_of, unit_of
from reformdesk.core.organisation import Agency
from reformdesk.core.pasted_table import Line
from reformdesk.core.reporting_names import Reporters
from reformdesk.core.table_heads import Heads, find_heads, is_title, title_of
from reformdesk.core.text import fold

_NOBODY = Reporter()
_DASHES = str.maketrans("–—−‐‑•·*▪", "-" * 9)
_LEADING = re.compile(r"\s*(\d+(?:\.\d+)*[.)]?|[IVX]+[.)]|[a-zđ][.)]|[-–—+•])\s+(?=\S)")
_ROMAN = re.compile(r"[IVX]+")
_NO_ROW = re.compile(r"\(?[a-z0-9]{1,2}\)?")


class Guess(StrEnum):
    """What of a row was concluded."""

    LEVEL = "level"
    ASKED = "asked"
    KIND = "kind"
    UNIT = "unit"
    NATURE = "nature"
    REPORTER = "reporter"


@dataclass(frozen=True)
class RowDraft:
    """A printed row, or in a table whose periods run down a column, as it would be taken.

    ``asked`` says whether it takes a figure; what follows matters only then. ``reporter`` is empty
    where nobody was found. ``known`` is the id of the indicator in the known set that it is.
    """

    number: str
    name: str
    printed_reporter: str = ""
    level: int = 0
    asked: bool = True
    kind: Kind = Kind.COUNT
    unit: str = ""
    nature: Nature = Nature.FLOW
    reporter: Reporter = _NOBODY
    reporter_from: str = "row"
    digits: int = 1
    written_unit: str = ""
    known: str = ""
    guesses: frozenset[Guess] = frozenset()

    @property
    def lacks_reporter(self) -> bool:
        """Whether the row asks for a figure that nobody would report."""
        return self.asked and self.reporter == _NOBODY


@dataclass(frozen=True)
class HeadDraft:
    """A printed column of a table: its kind as :class:`reformdesk.core.catalogue.Column` has it, and its heading."""

    kind: str
    header: str = ""


@dataclass(frozen=True)
class TableDraft:
    """A table as it would be taken; ``known`` is the id of the table in the known set that it is."""

    title: str
    layout: Layout
    heads: tuple[HeadDraft, ...]
    rows: tuple[RowDraft, ...]
    printed_reporter: str = ""
    known: str = ""


def read(lines: Sequence[Line], agencies: Sequence[Agency], known: Catalogue | None = None) -> tuple[TableDraft, ...]:
    """Read every table that was pasted, in order; ``known`` is a set whose rows are taken where they are the same."""
    reporters = Reporters(agencies, printed_reporters(known))
    return tuple(_recognised(_draft(part, reporters), known, reporters) for part in _parts(lines))


def from_catalogue(known: Catalogue) -> tuple[TableDraft, ...]:
    """Return an indicator set as tables to go on from; nothing of it is a guess."""
    return tuple(_known_table(table, known) for table in known.tables)


def _known_table(table: Table, known: Catalogue) -> TableDraft:
    heads = tuple(HeadDraft(column.kind, column.header) for column in table.columns)
    if table.layout is Layout.PERIODS_DOWN:
        asking = [column for column in table.columns if column.indicator]
        rows = [_row_of(column.header, column.indicator) for column in asking]
    else:
        rows = list(table.rows)
    drafts = tuple(_known_row(row, known) for row in rows)
    return TableDraft(table.title, table.layout, heads, drafts, table.printed_reporter, table.id)


def _known_row(row: Row, known: Catalogue) -> RowDraft:
    draft = RowDraft(row.number, row.name, row.printed_reporter, row.level, asked=False)
    if not row.indicator:
        return draft
    indicator = known.indicators[row.indicator]
    return replace(
        draft,
        asked=True,
        kind=indicator.kind,
        unit=indicator.unit.vi,
        nature=indicator.nature,
        reporter=indicator.reporter,
        reporter_from=indicator.reporter_from,
        digits=indicator.digits,
        written_unit=indicator.written_unit,
        known=indicator.id,
    )


def with_agencies(tables: Sequence[TableDraft], agencies: Sequence[Agency]) -> tuple[TableDraft, ...]:
    """Look again who reports each row, after the list of agencies changed; nobody where that is gone."""
    reporters = Reporters(agencies)

    def again(row: RowDraft, printed: str) -> RowDraft:
        if not row.asked or (row.reporter != _NOBODY and reporters.exists(row.reporter)):
            return row
        found = reporters.find(printed)
        return replace(row, reporter=found or _NOBODY, guesses=row.guesses | {Guess.REPORTER})

    return tuple(
        replace(table, rows=tuple(again(row, row.printed_reporter or table.printed_reporter) for row in table.rows))
        for table in tables
    )


def printed_reporters(known: Catalogue | None) -> dict[str, Reporter]:
    """Return what the printed reporters of a known set stand for."""
    if known is None:
        return {}
    rows = ((row.printed_reporter, row.indicator) for table in known.tables for row in table.rows)
    columns = ((table.printed_reporter, name.indicator) for table in known.tables for name in table.columns)
    return {
        fold(printed): known.indicators[name].reporter
        for printed, name in (*rows, *columns)
        if printed and name and known.indicators[name].reporter_from == "row"
    }


@dataclass(frozen=True)
class _Part:
    """One table's lines under its headings."""

    title: str
    heads: Heads
    lines: tuple[Line, ...]


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    """Part what was pasted into tables: each begins with the headings of its columns, or with a row across all."""
    titles: list[str] = []
    heads: Heads | None = None
    rows: list[Line] = []
    title, is_headed = "", False
    place = 0
    while place < len(lines):
        line = lines[place]
        found = find_heads(lines, place)
        if found is not None:
            if heads is not None and rows:
                yield _Part(title, heads, tuple(rows))
            heads, rows, title, titles = found, [], title_of(titles), []
            is_headed = bool(title)
            place += found.height
            continue
        if is_title(line, lines[place + 1 :]):
            titles.append(next(text for text in line.texts if text))
        elif heads is not None and line.across and not is_headed and _begins_area(line):
            if rows:
                yield _Part(title, heads, tuple(rows))
            rows, title = [], next(text for text in line.texts if text)
        elif heads is not None:
            rows.append(line)
        place += 1
    if heads is not None and rows:
        yield _Part(title, heads, tuple(rows))


def _begins_area(line: Line) -> bool:
    """Whether a row from side to side heads what follows as a table of its own: a Roman number, or capitals."""
    text = next(text for text in line.texts if text)
    led = _LEADING.match(text)
    return text.isupper() or (led is not None and _ROMAN.match(led.group(1)) is not None)


def _draft(part: _Part, reporters: Reporters) -> TableDraft:
    heads = tuple(HeadDraft(kind, header) for kind, header in part.heads.printed)
    if part.heads.layout is Layout.PERIODS_DOWN:
        return _down(part, heads, reporters)
    rows = tuple(_nested(_read_rows(part), part))
    return TableDraft(part.title, Layout.PERIODS_ACROSS, heads, tuple(_with_reporters(rows, reporters)))


def _down(part: _Part, heads: tuple[HeadDraft, ...], reporters: Reporters) -> TableDraft:
    """Read a table with a row for each period: its columns ask for the figures."""
    printed = next((line.text(part.heads.reporter) for line in part.lines if line.text(part.heads.reporter)), "")
    rows = []
    for place, header in part.heads.figures:
        row = _guessed(RowDraft("", header), figures_in(line.text(place) for line in part.lines), "")
        found = reporters.find(printed)
        doubts = row.guesses if found else row.guesses | {Guess.REPORTER}
        rows.append(replace(row, reporter=found or _NOBODY, guesses=doubts))
    return TableDraft(part.title, Layout.PERIODS_DOWN, heads, tuple(rows), printed)


def _read_rows(part: _Part) -> Iterator[tuple[RowDraft, Figures]]:
    heads = part.heads
    for line in part.lines:
        number, name = _number_and_name(line, heads)
        if not name or _NO_ROW.fullmatch(fold(name)):
            continue
        printed = " ".join(line.text(heads.reporter).split())
        unit = " ".join(line.text(heads.unit).split())
        figures = figures_in(line.text(place) for place, _ in heads.figures)
        yield RowDraft(number, name, printed, unit=unit), figures


def _number_and_name(line: Line, heads: Heads) -> tuple[str, str]:
    name = " ".join(line.text(heads.name).split())
    number = " ".join(line.text(heads.number).split())
    if number and not name and line.across:
        name, number = number, ""
    led = _LEADING.match(name) if not number else None
    if led is not None:
        number, name = led.group(1), name[led.end() :]
    return number.translate(_DASHES) if len(number) == 1 else number, name


def rank(number: str) -> tuple[int, int] | None:
    """Return how high a printed number ranks, the highest first, ``None`` for a row without one."""
    bare = number.rstrip(".)")
    if not bare:
        return None
    if _ROMAN.fullmatch(bare):
        return 1, 0
    if bare.isdigit():
        return 2, 0
    if re.fullmatch(r"\d+(\.\d+)+", bare):
        return 2, bare.count(".")
    if bare.isalpha() and len(bare) == 1:
        return (0 if bare.isupper() else 3), 0
    return (5 if bare == "+" else 4), 0


def _nested(rows: Iterator[tuple[RowDraft, Figures]], part: _Part) -> Iterator[RowDraft]:
    """Say how deep each row is nested, and whether it takes a figure: one that heads others and shows none does not."""
    listed = list(rows)
    levels = list(_levels([row.number for row, _ in listed]))
    filled = any(figures.any for _, figures in listed)
    numbered = part.heads.number is not None
    for place, (row, figures) in enumerate(listed):
        level = levels[place]
        heads_others = place + 1 < len(listed) and levels[place + 1] > level
        asked = figures.any or not heads_others
        doubts = set[Guess]()
        if not row.number and numbered and level:
            doubts.add(Guess.LEVEL)
        if heads_others and not filled:
            doubts.add(Guess.ASKED)
        above = next((listed[at][0].name for at in reversed(range(place)) if levels[at] < level), "")
        placed = replace(row, level=level, asked=asked, guesses=frozenset(doubts))
        yield _guessed(placed, figures, above) if asked else placed


def _levels(numbers: Sequence[str]) -> Iterator[int]:
    """Give each row's depth: below the last row whose number ranks higher; one without a number, below the last."""
    open_ranks: list[tuple[int, int]] = []
    for number in numbers:
        own = rank(number)
        if own is not None:
            while open_ranks and open_ranks[-1] >= own:
                open_ranks.pop()
        yield len(open_ranks)
        if own is not None:
            open_ranks.append(own)


def _guessed(row: RowDraft, figures: Figures, above: str) -> RowDraft:
    """Say what kind of figure a row takes, by its figures and words."""
    printed = "%" if "%" in (row.printed_reporter, row.unit) else row.unit
    kind, sure = figures.kind(row.name, printed)
    nature = nature_of(row.name, above)
    unit = printed or ("%" if kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS) else unit_of(row.name, above, kind))
    doubts = {Guess.NATURE} if kind not in (Kind.MARK, Kind.TEXT) else set()
    if not sure:
        doubts.add(Guess.KIND)
    if not printed and kind in (Kind.COUNT, Kind.DECIMAL):
        doubts.add(Guess.UNIT)
    return replace(
        row,
        kind=kind,
        unit=unit,
        nature=nature,
        digits=figures.digits,
        written_unit=figures.written_unit,
        guesses=row.guesses | doubts,
    )


def _with_reporters(rows: Sequence[RowDraft], reporters: Reporters) -> Iterator[RowDraft]:
    """Say who reports each row: as printed, else as the row that heads it, else as the row above."""
    above: list[Reporter | None] = []
    last: Reporter | None = None
    for row in rows:
        del above[row.level :]
        own = None if row.printed_reporter == "%" else reporters.find(row.printed_reporter)
        unread = bool(row.printed_reporter) and row.printed_reporter != "%" and own is None
        inherited = next((one for one in reversed(above) if one is not None), None)
        above += [None] * (row.level - len(above)) + [own]
        if own is not None:
            last = own
            yield replace(row, reporter=own)
            continue
        found = None if unread else inherited or last
        doubts = row.guesses | {Guess.REPORTER} if row.asked else row.guesses
        origin = "parent" if found is inherited and found else "assumed"
        yield replace(row, reporter=found or _NOBODY, reporter_from=origin, guesses=doubts)


def _recognised(table: TableDraft, known: Catalogue | None, reporters: Reporters) -> TableDraft:
    """Take from the known set what it has of this table."""
    if known is None:
        return table
    alike = max(known.tables, key=lambda one: _likeness(table, one), default=None)
    if alike is None or _likeness(table, alike) * 2 < len(table.rows):
        return table
    places = _paths([(row.name, row.level) for row in alike.rows])
    by_path = dict(zip(places, alike.rows, strict=True))
    by_path |= {(fold(column.header),): _row_of(column.header, column.indicator) for column in alike.columns}
    rows = tuple(
        _taken_over(row, by_path[path], known, reporters) if path in by_path else row
        for row, path in zip(table.rows, _paths([(row.name, row.level) for row in table.rows]), strict=True)
    )
    is_it = fold(table.title) == fold(alike.title)
    return replace(table, rows=rows, known=alike.id if is_it else "")


def _row_of(header: str, indicator: str) -> Row:
    return Row("", header, "", "", 0, indicator)


def _likeness(table: TableDraft, other: Table) -> int:
    """Return how many rows, or columns that ask, two tables have in common."""
    own = set(_paths([(row.name, row.level) for row in table.rows]))
    theirs = set(_paths([(row.name, row.level) for row in other.rows]))
    theirs |= {(fold(column.header),) for column in other.columns if column.indicator}
    return len(own & theirs)


def _paths(rows: Sequence[tuple[str, int]]) -> list[tuple[str, ...]]:
    """Return each row's folded name under those of the rows that head it."""
    above: list[str] = []
    paths = []
    for name, level in rows:
        above = [*above[:level], fold(name)]
        paths.append(tuple(above))
    return paths


def _taken_over(row: RowDraft, same: Row, known: Catalogue, reporters: Reporters) -> RowDraft:
    if not same.indicator:
        return replace(row, asked=False, known="", guesses=frozenset()) if not row.asked else row
    indicator: Indicator = known.indicators[same.indicator]
    doubts = set[Guess]()
    reporter, origin = row.reporter, row.reporter_from
    if reporters.exists(indicator.reporter) and (Guess.REPORTER in row.guesses or reporter == _NOBODY):
        reporter, origin = indicator.reporter, indicator.reporter_from
    if reporter == _NOBODY:
        doubts.add(Guess.REPORTER)
    return replace(
        row,
        asked=True,
        level=same.level if row.number == same.number else row.level,
        kind=indicator.kind,
        unit=indicator.unit.vi,
        nature=indicator.nature,
        reporter=reporter,
        reporter_from=origin,
        digits=indicator.digits,
        written_unit=indicator.written_unit,
        known=indicator.id,
        guesses=frozenset(doubts),
    )
