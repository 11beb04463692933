"""A list that says in which order another program asks: a column of a workbook, a CSV table, or plain lines."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

from reformdesk.core.values import format_plain
from reformdesk.errors import Mendable
from reformdesk.office import workbook_file

_MOST_BYTES = 2 * 1024 * 1024
_CODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_rows(path: Path) -> list[list[str]]:
    """Return the rows of a list as texts, of a workbook's first sheet.

    Raises ``Mendable``: ``path-missing``, ``sheet-unreadable``, and as :func:`workbook_file.read` does.
    """
    if workbook_file.is_workbook(path):
        sheet = workbook_file.read(path).values.worksheets[0]
        return [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
        text = content.decode(_CODINGS.get(content[:2], "utf-8-sig"))
    except FileNotFoundError as problem:
        raise Mendable("path-missing", file=path.name) from problem
    except (OSError, UnicodeError) as problem:
        raise Mendable("sheet-unreadable", file=path.name) from problem
    if path.suffix.lower() != ".csv":
        return [line.split("\t") for line in text.splitlines()]
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise Mendable("sheet-unreadable", file=path.name) from problem


def _shown(value: object) -> str:
    """Return a cell as a list says it: 3.1 may be kept as a number, or as the day that Excel took it for."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, date):
        return f"{value.day}.{value.month}"
    if isinstance(value, int | float):
        return format_plain(Decimal(repr(value)))
    return str(value)
