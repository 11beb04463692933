"""Tables as Word and Excel put them on the clipboard, merged cells undone.

Both offer the same selection twice: as text with cells between tabs, and as HTML, which alone knows
merged cells, several tables and what stands between them. The HTML is read where it has a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from reformdesk.core import pasting
from reformdesk.core.text import nfc

_MOST_ROWS, _MOST_COLUMNS = 5000, 60
_SKIPPED = {"style", "script", "title", "head", "xml"}
_BREAKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u2007\u202f]+")


@dataclass(frozen=True)
class Cell:
    """A cell's text; ``merged`` where it only repeats, or lies under, a cell merged over several.

    A cell merged downwards repeats its text in each row; one merged across leaves the others blank.
    """

    text: str
    merged: bool = False


@dataclass(frozen=True)
class Line:
    """A row of a table; ``across`` where one cell fills it from side to side.

    ``outside`` is a line that stands between tables, such as the heading of the next one.
    """

    cells: tuple[Cell, ...]
    across: bool = False
    outside: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts."""
        return tuple(cell.text for cell in self.cells)

    def text(self, place: int | None) -> str:
        """Return one cell's text; nothing where the row is too short, or ``place`` is ``None``."""
        return self.cells[place].text if place is not None and place < len(self.cells) else ""

    def is_merged(self, place: int | None) -> bool:
        """Whether one cell is part of a merged one."""
        return place is not None and place < len(self.cells) and self.cells[place].merged


def read(text: str, html: str = "") -> tuple[Line, ...]:
    """Read what a clipboard offers, row by row; blank rows are left out."""
    lines = tuple(_from_html(html)) if "<table" in html.lower() else ()
    if not any(not line.outside for line in lines):
        block = pasting.parse(text)
        lines = tuple(Line(tuple(Cell(one) for one in row)) for row in block.rows)
    return tuple(line for line in lines if any(line.texts))[:_MOST_ROWS]


def _from_html(html: str) -> Iterator[Line]:
    reader = _Reader()
    # Word writes <![if !supportLists]> around what it numbers by itself, which no parser of HTML knows
    reader.feed(re.sub(r"<!\[[^>]*\]>", "", html))
    reader.close()
    yield from reader.lines()


@dataclass
class _Given:
    """A cell as the HTML has it, before merged ones are laid out."""

    pieces: list[str]
    down: int
    over: int

    def text(self) -> str:
        """Return its words: a line end in the source is a blank, a paragraph's end is one."""
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self.pieces).split("\n"))
        return nfc("\n".join(line for line in lines if line))


class _Reader(HTMLParser):
    """Collects rows and the paragraphs between tables; a table in a cell is that cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._outside: list[str] = []
        self._skipping = 0
        self._depth = 0
        self._pending = ""
        self._rows: list[list[_Given]] = []
        self._parts: list[tuple[str, list[list[_Given]]]] = []

    def lines(self) -> Iterator[Line]:
        """Give what was read, from top to bottom."""
        self._end_table()
        for words, table in self._parts:
            yield from (Line((Cell(one),), outside=True) for one in words.split("\n") if one)
            yield from _laid_out(table)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what a tag opens."""
        given = dict(attrs)
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._end_table()
        elif tag == "tr" and self._depth == 1:
            self._rows.append([])
        elif tag in ("td", "th") and self._depth == 1:
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append(_Given([], _span(given.get("rowspan")), _span(given.get("colspan"))))
        elif tag == "br" or tag in _BREAKS or self._depth > 1:
            self._say("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what a tag closes."""
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
        elif tag in _BREAKS:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        """Take words; a line end within them is where the source was wrapped."""
        if not self._skipping:
            self._say(data.replace("\n", " "))

    def _say(self, words: str) -> None:
        if self._depth and self._rows and self._rows[-1]:
            self._rows[-1][-1].pieces.append(words)
        elif not self._depth:
            self._outside.append(words)

    def _end_table(self) -> None:
        """Keep the rows so far with what follows them, up to the next table."""
        if self._rows:
            self._parts.append((self._pending, self._rows))
            self._rows = []
        self._pending = _Given(self._outside, 1, 1).text()
        self._outside = []


def _span(written: str | None) -> int:
    return min(int(written), _MOST_ROWS) if written and written.strip().isdecimal() and int(written) > 0 else 1


def _laid_out(table: list[list[_Given]]) -> Iterator[Line]:
    """Put each cell in its column: one merged downwards takes its column in the rows below as well."""
    grid: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(table):
        column = 0
        for given in row:
            while (number, column) in grid:
                column += 1
            text = given.text()
            for below in range(min(given.down, len(table) - number)):
                for beside in range(min(given.over, _MOST_COLUMNS - column)):
                    merged = bool(below or beside)
                    grid[number + below, column + beside] = Cell("" if beside else text, merged)
            column += given.over
    width = max((column for _, column in grid), default=-1) + 1
    for number, row in enumerate(table):
        cells = tuple(grid.get((number, column), Cell("")) for column in range(width))
        yield Line(cells, across=len(row) == 1 and row[0].over > 1)
