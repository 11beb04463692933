"""Reads the seed document: one province's printed reform tables, saved from a word processor as plain text.

Its text form: a line that begins with a tab starts a cell, a line without one goes on with the cell above, an
empty line ends the cell. A row ends with an empty line too, but so do a few cells in mid-row, so the header's
width alone says where a row ends. Whatever else stands between cells is a heading or a page number.

The transcription under `tests/data/printed/` was made without this parser: each is evidence for the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_HEADING = re.compile(r"(?:\[bookmark: \w+\])?(?P<table>\d(?:\.\d)?)\. \S")
_LINE_BREAK_KEPT_IN_ROW = "Mức độ hài lòng chung"


@dataclass
class _Table:
    """A table as it is read: its cells in reading order, and after how many of them an empty line stood."""

    cells: list[list[str]] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)


def seed_path() -> Path | None:
    """The seed document beside this checkout, `../shared/seed/*.txt`; None where there is none."""
    beside_checkout = Path(__file__).resolve().parents[2]
    return next(iter(sorted((beside_checkout / "shared" / "seed").glob("*.txt"))), None)


def read_seed(path: Path) -> dict[str, list[list[str]]]:
    """The printed tables by their printed number, in printed order: the header row, then the rows.

    White space is trimmed and folded to single blanks; only a row of an overall satisfaction rate keeps its
    line breaks, which part the blocks of agencies there. Raises ValueError for text that does not fall into
    whole rows.
    """
    tables = _cells_by_table(path.read_text(encoding="utf-8"))
    return {name: _rows(name, table) for name, table in tables.items() if table.cells}


def _cells_by_table(text: str) -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    table: _Table | None = None
    in_cell = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("\t"):
            if table is None:
                raise ValueError(f"line {number}: a cell before the first table's heading")
            table.cells.append([line])
            in_cell = True
        elif not line.strip():
            in_cell = False
            if table is not None:
                table.breaks.add(len(table.cells))
        elif in_cell and table is not None:
            table.cells[-1].append(line)
        elif heading := _HEADING.match(line):
            table = _Table()
            if heading["table"] in tables:
                raise ValueError(f"line {number}: table {heading['table']} stands twice")
            tables[heading["table"]] = table
    return tables


def _rows(name: str, table: _Table) -> list[list[str]]:
    width = min(ended for ended in table.breaks if ended)
    if len(table.cells) % width:
        raise ValueError(f"table {name}: {len(table.cells)} cells do not fill rows of {width}")
    ends = range(width, len(table.cells) + 1, width)
    if not table.breaks.issuperset(ends):
        raise ValueError(f"table {name}: a row does not end where its header's width says")
    return [_texts(table.cells[end - width : end]) for end in ends]


def _texts(row: list[list[str]]) -> list[str]:
    folded = [" ".join(" ".join(lines).split()) for lines in row]
    if _LINE_BREAK_KEPT_IN_ROW not in folded:
        return folded
    return ["\n".join(text for line in lines if (text := " ".join(line.split()))) for lines in row]
