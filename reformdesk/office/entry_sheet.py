"""A table of values to enter: columns ``indicator`` and ``value``, ``explanation`` if wanted."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import load_workbook

from reformdesk.errors import Mendable
from reformdesk.office.workbook_file import measure


@dataclass(frozen=True)
class Line:
    """One line: ``value`` is text as typed, or the exact number of a numeric cell."""

    indicator: str
    value: str | Decimal
    explanation: str = ""


def read_lines(path: Path) -> list[Line]:
    """Read a .csv or .xlsx file. Raises ``Mendable``: ``path-missing``, ``sheet-unreadable``."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as problem:
        raise Mendable("path-missing", file=path.name) from problem
    except OSError as problem:
        raise Mendable("sheet-unreadable", file=path.name) from problem
    try:
        rows = _xlsx_rows(content, path.name) if content.startswith(b"PK") else _csv_rows(content)
        return _lines(rows)
    # openpyxl raises whatever its parsers raise on a mangled workbook
    except Exception as problem:
        raise Mendable("sheet-unreadable", file=path.name) from problem


def _csv_rows(content: bytes) -> list[list[object]]:
    text = content.decode("utf-8-sig")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    return [list(row) for row in csv.reader(StringIO(text), delimiter=delimiter)]


def _xlsx_rows(content: bytes, name: str) -> list[list[object]]:
    measure(content, name)
    sheet = load_workbook(BytesIO(content), data_only=True, read_only=True).worksheets[0]
    return [[_shown(cell.value, cell.number_format or "") for cell in row] for row in sheet.iter_rows()]


def _shown(value: object, number_format: str) -> object:
    """Return what a cell shows: Excel keeps 83,46% as 0.8346."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        exact = Decimal(repr(value))
        return exact * 100 if "%" in number_format else exact
    return value


def _lines(rows: Sequence[Iterable[object]]) -> list[Line]:
    header = [str(cell or "").strip().casefold() for cell in rows[0]]
    name, value = header.index("indicator"), header.index("value")
    words = header.index("explanation") if "explanation" in header else None
    lines = []
    for row in rows[1:]:
        cells = [*row, *([None] * len(header))]
        if cells[name]:
            explanation = str(cells[words] or "") if words is not None else ""
            lines.append(Line(str(cells[name]).strip(), _typed(cells[value]), explanation))
    return lines


def _typed(cell: object) -> str | Decimal:
    """A numeric cell stays the exact number it shows; all else is text as typed."""
    if isinstance(cell, Decimal):
        return cell
    return "" if cell is None else str(cell)
