"""A block from a spreadsheet's clipboard and the rows of the form: what would land where.

Excel and LibreOffice hand a block over as text: cells between tabs, rows between line ends, a cell
with either in quotes. Rows that carry the indicators' names are found by them, in whatever order
they stand; bare figures land one below the other from the row that the cursor is in.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from reformdesk.core import values
from reformdesk.core.answers import Offered
from reformdesk.core.catalogue import Indicator
from reformdesk.core.form_lines import FormLine
from reformdesk.core.number_style import NumberStyle, style_of
from reformdesk.core.text import fold, nfc
from reformdesk.core.values import Unreadable

_MOST_ROWS, _MOST_COLUMNS = 5000, 60


@dataclass(frozen=True)
class Block:
    """Cells as text, every row of one width."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, place: int) -> tuple[str, ...]:
        """Return the cells of a column."""
        return tuple(row[place] for row in self.rows)


@dataclass(frozen=True)
class Landing:
    """How a block is laid on the form; columns are counted from 0.

    ``names`` is the column of the indicators' names, ``None`` where rows land by position;
    ``words`` that of explanations. ``style`` is how its numbers are written.
    """

    names: int | None
    figures: int
    words: int | None
    style: NumberStyle | None


@dataclass(frozen=True)
class Landed:
    """What a block offers, and the rows (counted from 1, with their first words) that found no place."""

    offers: tuple[Offered, ...]
    lost: tuple[tuple[int, str], ...]


def parse(text: str) -> Block:
    """Read a clipboard's text; rows and columns beyond any form's are left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        found = [row[:_MOST_COLUMNS] for row in csv.reader(StringIO(lines), dialect="excel-tab")][:_MOST_ROWS]
    except csv.Error:
        found = [line.split("\t")[:_MOST_COLUMNS] for line in lines.split("\n")][:_MOST_ROWS]
    width = max(map(len, found), default=0)
    return Block(tuple(tuple(nfc(cell).strip() for cell in (*row, *[""] * (width - len(row)))) for row in found))


def is_block(text: str) -> bool:
    """Whether a clipboard's text is more than one cell."""
    block = parse(text)
    return block.width > 1 or len(block.rows) > 1


def propose(block: Block, lines: Sequence[FormLine], indicators: Mapping[str, Indicator]) -> Landing:
    """Say how a block is most likely meant; a person may say otherwise."""
    places = range(block.width)
    by_name = {place: len(_by_name(block, lines, place)) for place in places}
    best = max(places, key=lambda place: by_name[place], default=0)
    filled = sum(any(row) for row in block.rows)
    names = best if block.width > 1 and by_name.get(best, 0) * 2 >= filled and by_name[best] else None
    figures = _figures(block, names, _by_name(block, lines, names) if names is not None else {}, indicators)
    after = figures + 1
    words = after if after < block.width and after != names and _is_prose(block.column(after)) else None
    return Landing(names, figures, words, style_of(block.column(figures)) if block.rows else None)


def land(block: Block, landing: Landing, lines: Sequence[FormLine], start: str) -> Landed:
    """Lay a block on the form's lines; without names, from the line of the indicator ``start`` on."""
    if landing.names is not None:
        targets = _by_name(block, lines, landing.names)
    else:
        targets = _by_position(block, landing, lines, start)
    offers = []
    lost = []
    # above the first name stand headings
    headings = min(targets, default=0) if landing.names is not None else 0
    for place, row in enumerate(block.rows):
        if place in targets:
            words = row[landing.words] if landing.words is not None else None
            offers.append(Offered(targets[place], row[landing.figures], words, where=str(place + 1)))
        elif row[landing.figures] and place >= headings:
            lost.append((place + 1, next(filter(None, row))))
    return Landed(tuple(offers), tuple(lost))


def _by_name(block: Block, lines: Sequence[FormLine], column: int) -> dict[int, str]:
    """Return the indicator of each row whose name is a line's; of two lines alike the one further down comes second."""
    wanted: dict[str, list[str]] = {}
    for line in lines:
        for name in {fold(one) for one in (line.name, *line.also)} if line.indicator else ():
            wanted.setdefault(name, []).append(line.indicator)
    found: dict[int, str] = {}
    for place, cell in enumerate(block.column(column)):
        alike = [one for one in wanted.get(fold(cell), ()) if one not in found.values()]
        if cell and alike:
            found[place] = alike[0]
    return found


def _by_position(block: Block, landing: Landing, lines: Sequence[FormLine], start: str) -> dict[int, str]:
    first = next((place for place, line in enumerate(lines) if line.indicator == start), 0)
    below = lines[first:]
    if not _leaves_groups_blank(block.column(landing.figures), below):
        below = [line for line in below if line.indicator]
    return {place: line.indicator for place, line in zip(range(len(block.rows)), below, strict=False) if line.indicator}


def _leaves_groups_blank(figures: Sequence[str], lines: Sequence[FormLine]) -> bool:
    """Whether a column was copied with the rows that only structure: it is blank wherever they are."""
    beside = list(zip(figures, lines, strict=False))
    groups = [figure for figure, line in beside if not line.indicator]
    return len(groups) > 0 and not any(groups) and len(figures) <= len(lines)


def _figures(block: Block, names: int | None, targets: Mapping[int, str], indicators: Mapping[str, Indicator]) -> int:
    """Return the column that is most likely meant: the last one whose cells can be answers, most of them."""
    candidates = [place for place in range(block.width) if place != names]
    for place in reversed(candidates):
        readings = list(_readable(block.column(place), targets, indicators))
        if readings and sum(readings) * 2 > len(readings):
            return place
    return candidates[-1] if candidates else 0


def _readable(column: Sequence[str], targets: Mapping[int, str], indicators: Mapping[str, Indicator]) -> Iterator[bool]:
    for place, cell in enumerate(column):
        if not cell:
            continue
        if place in targets:
            yield not isinstance(values.read(cell, indicators[targets[place]]), Unreadable)
        elif not targets:
            yield not _is_words(cell)


def _is_prose(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(map(_is_words, filled)) * 2 > len(filled)


def _is_words(cell: str) -> bool:
    """Whether a cell is neither a figure nor a mark nor an answer that is no figure."""
    letters = sum(letter.isalpha() for letter in cell)
    return letters > 1 and fold(cell) not in {fold(words) for words in values.STATUS_WORDS.values()}
