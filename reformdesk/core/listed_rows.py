"""A list that an office keeps as a workbook: its headings found, its rows by heading, and what is wrong with them.

A list is read leniently: headings in any order, in either language, with a title above them, columns of
one's own between them. What cannot be taken is told with its sheet and row, all of it at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from reformdesk.core.catalogue import Label, Severity
from reformdesk.core.text import fold

_SEARCHED_ROWS = 30
_BESIDE = re.compile(r"\([^)]*\)|[*:]")
BETWEEN = re.compile(r"[;\n]")
"""What stands between several names in one cell."""
_DAYS = (
    re.compile(r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2}) thang (?P<month>\d{1,2}) nam (?P<year>\d{4})"),
)
_BEFORE_A_DAY = re.compile(r"^(tu|den|het|ke|tu ngay|den het|ngay|from|until|to|on)\b\s*")


@dataclass(frozen=True)
class Spoilt:
    """A cell whose content is gone: an error's name, or nothing where a formula has no result."""

    text: str


Entry = str | Decimal | date | Spoilt
"""What a cell holds; an empty text where it is blank."""


@dataclass(frozen=True)
class ListRow:
    """A row of a sheet, counted from 1 as the spreadsheet shows it."""

    number: int
    cells: tuple[Entry, ...]

    def at(self, place: int) -> Entry:
        """Return what a column holds, counted from 0."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class ListSheet:
    """A sheet; ``cut`` says that it goes on beyond what is read."""

    title: str
    rows: tuple[ListRow, ...]
    cut: bool = False


@dataclass(frozen=True)
class Column:
    """A column that a list may have.

    ``also`` are other headings that mean it, folded; a list without a ``needed`` one is refused. ``hint``
    says in the template what belongs there, ``choices`` are the words that it knows, ``width`` is in letters.
    """

    key: str
    heading: Label
    hint: Label
    also: tuple[str, ...] = ()
    needed: bool = False
    choices: tuple[Label, ...] = ()
    width: int = 20


@dataclass(frozen=True)
class ListForm:
    """A sheet to fill in, or with what there is already: ``about`` stands above the headings."""

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...] = ()


@dataclass(frozen=True)
class Problem:
    """What is wrong with a list and where; ``code`` has its sentence, ``params`` fill it.

    ``row`` is 0 where it is about a whole sheet or file; ``column`` is the heading as it stands there.
    A warning does not keep the list from being taken.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    params: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def blocks(self) -> bool:
        """Whether it keeps the list from being taken."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True)
class Line:
    """A row under its headings: ``entries`` by the columns' keys, ``headings`` as they stand in the sheet."""

    sheet: str
    row: int
    entries: Mapping[str, Entry] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return what a cell says, blanks folded."""
        return " ".join(shown(self.entries.get(key, "")).split())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the several things that a cell names: one a line, or with semicolons between."""
        parts = (" ".join(one.split()) for one in BETWEEN.split(shown(self.entries.get(key, ""))))
        return tuple(one for one in parts if one)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands under any heading."""
        return not any(self.text(key) or isinstance(one, Spoilt) for key, one in self.entries.items())

    def lacks(self, key: str) -> bool:
        """Whether a cell is blank; where the sheet has no such column, that is told once and of no row."""
        return key in self.headings and not self.text(key)

    def only(self, *keys: str) -> bool:
        """Whether nothing stands but under these headings."""
        return not any(self.text(key) for key in self.entries if key not in keys)

    def problem(self, code: str, column: str = "", /, **params: object) -> Problem:
        """Return an error of this row; ``column`` is a key."""
        filled = tuple((name, str(value)) for name, value in params.items())
        return Problem(code, self.sheet, self.row, self.headings.get(column, ""), filled)

    def notice(self, code: str, column: str = "", /, **params: object) -> Problem:
        """Return what is to be known of this row and does not keep the list from being taken."""
        return replace(self.problem(code, column, **params), severity=Severity.WARNING)


@dataclass(frozen=True)
class ListRead:
    """The rows of a list under their headings, and what is wrong with the list itself."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def shown(entry: Entry) -> str:
    """Return what a cell says; a number as it is written in an id or a printed number."""
    match entry:
        case Spoilt():
            return ""
        case Decimal():
            return format(entry.normalize(), "f")
        case date():
            return f"{entry:%d/%m/%Y}"
        case _:
            return entry.strip()


def read(sheets: Sequence[ListSheet], *kinds: Sequence[Column]) -> tuple[ListRead, ...]:
    """Read a workbook for each kind of list, a kind being the columns that it may have.

    A sheet is of the kind of which it has most headings, of none where it has fewer than two. The first kind has
    to be there.
    """
    found: list[list[tuple[ListSheet, _Heads]]] = [[] for _ in kinds]
    for sheet in sheets:
        tried = [_heads(sheet, columns) for columns in kinds]
        best = max(range(len(kinds)), key=lambda at: len(tried[at].places))
        if len(tried[best].places) > 1:
            found[best].append((sheet, tried[best]))
    if not found[0]:
        return (ListRead((), (_no_headings(sheets, kinds[0]),)), *(ListRead((), ()) for _ in kinds[1:]))
    return tuple(_read(of_kind, columns) for of_kind, columns in zip(found, kinds, strict=True))


def _read(found: Sequence[tuple[ListSheet, _Heads]], columns: Sequence[Column]) -> ListRead:
    problems: list[Problem] = []
    lines: list[Line] = []
    for sheet, heads in found:
        below = tuple(_lines(sheet, heads))
        problems += [*_wrong_headings(sheet, heads, columns), *_spoilt(below)]
        lines += below
        if sheet.cut:
            problems.append(Problem("list-cut", sheet.title))
    return ListRead(tuple(lines), tuple(problems))


@dataclass(frozen=True)
class _Heads:
    """Where headings stand: by key the columns that bear one, counted from 0."""

    row: int
    places: Mapping[str, tuple[int, ...]]
    texts: Mapping[int, str]

    def heading(self, key: str) -> str:
        return self.texts[self.places[key][0]]


def _heads(sheet: ListSheet, columns: Sequence[Column]) -> _Heads:
    """Return the headings of a sheet: those of the row, among the first ones, that has most of them."""
    tried = (_heads_in(row, columns) for row in sheet.rows[:_SEARCHED_ROWS])
    return max(tried, key=lambda one: len(one.places), default=_Heads(0, {}, {}))


def _heads_in(row: ListRow, columns: Sequence[Column]) -> _Heads:
    places: dict[str, tuple[int, ...]] = {}
    texts = {}
    for place, cell in enumerate(row.cells):
        text = " ".join(shown(cell).split())
        if text:
            texts[place] = text
            key = _key(text, columns)
            if key:
                places[key] = (*places.get(key, ()), place)
    return _Heads(row.number, places, texts)


def _key(heading: str, columns: Sequence[Column]) -> str:
    """Return which column a heading means: the one that says just that, what stands in brackets left out."""
    asked = " ".join(_BESIDE.sub(" ", fold(heading)).split())
    known = ((column.key, (fold(column.heading.vi), fold(column.heading.en), *column.also)) for column in columns)
    return next((key for key, words in known if asked in words), "")


def _no_headings(sheets: Sequence[ListSheet], columns: Sequence[Column]) -> Problem:
    needed = ", ".join(f"“{column.heading.vi}”" for column in columns if column.needed)
    return Problem("list-no-headings", sheets[0].title if sheets else "", params=(("columns", needed),))


def _wrong_headings(sheet: ListSheet, heads: _Heads, columns: Sequence[Column]) -> Iterator[Problem]:
    for column in columns:
        places = heads.places.get(column.key, ())
        if column.needed and not places:
            yield Problem("list-column-missing", sheet.title, heads.row, params=(("name", column.heading.vi),))
        if len(places) > 1:
            yield Problem("list-column-twice", sheet.title, heads.row, heads.texts[places[1]])
    taken = {place for places in heads.places.values() for place in places}
    filled = {place for row in sheet.rows if row.number > heads.row for place, cell in enumerate(row.cells) if cell}
    for place, text in heads.texts.items():
        if place not in taken and place in filled:
            yield Problem("list-column-unread", sheet.title, heads.row, text, severity=Severity.WARNING)


def _lines(sheet: ListSheet, heads: _Heads) -> Iterator[Line]:
    headings = {key: heads.heading(key) for key in heads.places}
    for row in sheet.rows:
        if row.number > heads.row:
            entries = {key: row.at(places[0]) for key, places in heads.places.items()}
            line = Line(sheet.title, row.number, entries, headings)
            if not line.is_blank:
                yield line


def _spoilt(lines: Iterable[Line]) -> Iterator[Problem]:
    for line in lines:
        for key, entry in line.entries.items():
            if isinstance(entry, Spoilt):
                yield line.problem("list-cell-spoilt", key, text=entry.text or "=")


def day_in(line: Line, key: str, told: Callable[[Problem], None]) -> date | None:
    """Return the day that a cell names, ``None`` where it is blank or where it cannot be read, which is told."""
    entry = line.entries.get(key, "")
    if isinstance(entry, date):
        return entry
    text = line.text(key)
    if not text:
        return None
    day = day_of(text)
    if day is None:
        told(line.problem("list-day-unreadable", key, text=text))
    return day


def day_of(text: str) -> date | None:
    """Return the day that a text names, the day before the month."""
    folded = fold(text)
    while (shorter := _BEFORE_A_DAY.sub("", folded)) != folded:
        folded = shorter
    for form in _DAYS:
        found = form.fullmatch(folded)
        if found is not None:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def choice_in(
    line: Line, column: Column, values: Mapping[str, str], told: Callable[[Problem], None], default: str = ""
) -> str:
    """Return which of a column's values a cell says, by folded words; what it cannot be is told with what it may be."""
    text = line.text(column.key)
    if not text:
        return default
    value = values.get(fold(text).strip(" ."), "")
    if not value:
        allowed = ", ".join(f"“{choice.vi}”" for choice in column.choices)
        told(line.problem("list-choice-unknown", column.key, text=text, allowed=allowed))
    return value or default
