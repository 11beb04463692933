"""The tables of the report in PDF, with their notes, what agencies say in words, and what changed since a closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtGui import QFontMetricsF

from reformdesk.core.report import Cell, PrintedTable
from reformdesk.core.values import Number
from reformdesk.office.closing_changes import COUNTED_TITLE, Appendix
from reformdesk.ui.paper import font
from reformdesk.ui.report_sheets import Printed, Sheets, escaped, line

_SHARES = {"number": 12, "name": 88, "reporter": 40, "value": 29, "period": 38, "indicator": 52, "note": 45}
_CENTRED = ("number", "value", "indicator", "period")
_SIZES = (12, 11, 10, 9, 8, 7)
"""Points that a table is set in, the first in which no figure is torn."""
_LEAST = {"name": 48.0, "reporter": 22.0}
"""Millimetres that other columns keep where there are many periods."""
_BESIDE = 3.6
"""Millimetres of a cell that are not for its words."""
_TOTALS, _COUNTED = (88, 34, 34, 24, 24, 56), (110, 60, 60)
_TABLE_BEGINS = 30.0


def put_table(sheets: Sheets, table: PrintedTable) -> Iterator[int]:
    """Put a table under its title, with the notes below it; yields after each line."""
    put_heading(sheets, table.title)
    shares, points = _fitted(table, sheets.width)
    heads = [Printed(f"<b>{_html(cell)}</b>", "center") for cell in table.heads]
    yield from sheets.table(shares, heads, _lines(table), points)
    for turn, note in enumerate(table.notes):
        sheets.space(0 if turn else 6)
        sheets.words(line(note.printed, 12))


def _fitted(table: PrintedTable, width: float) -> tuple[list[float], float]:
    """Return the columns' widths in millimetres and the size of print, so that figures stand on one line."""
    kinds = [column.kind for column in table.columns]
    shares = [float(_SHARES.get(kind, _SHARES["value"])) for kind in kinds]
    usual = [share * width / sum(shares) for share in shares]
    figures = [place for place, kind in enumerate(kinds) if kind not in _SHARES or kind == "value"]
    least = [_LEAST.get(kind, share) for kind, share in zip(kinds, usual, strict=True)]
    for points in _SIZES:
        needed = max((_longest(table, place, points) for place in figures), default=0.0)
        fixed = dict.fromkeys(figures, needed + _BESIDE)
        numbers = [place for place, kind in enumerate(kinds) if kind == "number"]
        fixed |= {place: _longest(table, place, points) + _BESIDE for place in numbers}
        if all(usual[place] >= least_wide for place, least_wide in fixed.items()):
            return usual, points
        rest = width - sum(fixed.values())
        others = [place for place in range(len(kinds)) if place not in fixed]
        if rest >= sum(least[place] for place in others) or points == _SIZES[-1]:
            whole = sum(usual[place] for place in others) or 1.0
            return [fixed.get(place, rest * usual[place] / whole) for place in range(len(kinds))], points
    return usual, _SIZES[-1]


def _longest(table: PrintedTable, place: int, points: int) -> float:
    """Return how wide the longest word of a column is, in millimetres."""
    # a heading is bold, and wider
    type_ = font(points)
    type_.setBold(True)
    # so many pixels as points: a pixel is 1/72 inch, whatever the screen
    type_.setPixelSize(points)
    metrics = QFontMetricsF(type_)
    texts = (table.heads[place].text, *(row[place].text for row in table.rows))
    return max((metrics.horizontalAdvance(word) for text in texts for word in text.split()), default=0.0) * 25.4 / 72


def _lines(table: PrintedTable) -> list[list[Printed]]:
    return [
        [_cell(cell, column.kind, bold=source is not None and not source.indicator) for cell, column in pairs]
        for pairs, source in (
            (list(zip(cells, table.columns, strict=True)), source)
            for cells, source in zip(table.rows, table.sources, strict=True)
        )
    ]


def _cell(cell: Cell, kind: str, *, bold: bool) -> Printed:
    align = "left"
    if cell.total is not None and isinstance(cell.total.value, Number):
        align = "right"
    elif kind in _CENTRED and "\n" not in cell.text:
        align = "center"
    text = _html(cell)
    return Printed(f"<b>{text}</b>" if bold and kind == "name" else text, align)


def _html(cell: Cell) -> str:
    """Return a cell with its signs raised behind it."""
    text = escaped(cell.text)
    return f"{text} <sup>{escape(cell.behind)}</sup>" if cell.marks else text


def put_narratives(sheets: Sheets, said: Sequence[tuple[str, str]]) -> None:
    """Put what agencies say in words, each under its name."""
    if said:
        put_heading(sheets, "Thuyết minh của các đơn vị")
    for agency, text in said:
        sheets.space(6)
        sheets.words(f'<p style="font-size:13pt"><b><i>{escape(agency)}</i></b></p>', keep=12)
        for words in filter(None, (part.strip() for part in text.split("\n"))):
            sheets.space(6)
            sheets.words(f'<p align="justify" style="font-size:13pt; text-indent:48px">{escape(words)}</p>')


def put_appendix(sheets: Sheets, one: Appendix) -> Iterator[int]:
    """Put what changed in a round since a closing; yields after each line."""
    put_heading(sheets, one.title)
    if one.corrected:
        sheets.words(line(one.corrected, 13))
    if one.totals:
        yield from _plain_table(
            sheets, _TOTALS, one.total_heads, one.totals, ("", "right", "right", "center", "center")
        )
    if one.counted:
        put_heading(sheets, COUNTED_TITLE)
        yield from _plain_table(sheets, _COUNTED, one.counted_heads, one.counted, ("", "center", "center"))


def _plain_table(
    sheets: Sheets, shares: Sequence[float], heads: Sequence[str], rows: Sequence[Sequence[str]], sides: Sequence[str]
) -> Iterator[int]:
    aligned = [*sides, *[""] * (len(heads) - len(sides))]
    lines = [[Printed(escaped(text), side or "left") for text, side in zip(row, aligned, strict=True)] for row in rows]
    return sheets.table(shares, [Printed(f"<b>{escape(one)}</b>", "center") for one in heads], lines, 12.0)


def put_heading(sheets: Sheets, text: str) -> None:
    """Put the heading of what follows, on one page with its beginning."""
    sheets.space(12)
    sheets.words(line(text, 13, bold=True), keep=_TABLE_BEGINS)
    sheets.space(6)
