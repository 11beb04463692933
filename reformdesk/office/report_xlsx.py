"""The consolidated report as a workbook: a sheet for each printed table, and what stands behind its figures.

The sheets, in this order: the printed tables under their printed numbers; those that a newer indicator set prints
otherwise, each as ``3 (đến 2024-h1)`` by the last round that was asked by it; ``Thay doi`` where something changed
since a closing; ``Độ phủ`` and ``Nguồn số liệu``, whose columns :mod:`reformdesk.office.report_sources` fixes; and
``Nguồn gốc``, what the report was made from (:mod:`reformdesk.office.origin_sheet`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain, islice
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core import origin
from reformdesk.core.report import Cell, PrintedTable, Report
from reformdesk.core.values import Number
from reformdesk.office import closing_changes, closing_sheet, long_sheet, origin_sheet
from reformdesk.office.export import Progress, Writing
from reformdesk.office.figure_formats import format_of
from reformdesk.office.long_sheet import LongSheet, saved, without_complaints
from reformdesk.office.print_sheet import (
    FONT,
    INDENT,
    SIZE,
    dress,
    fit_row,
    put_text,
    set_page,
    set_widths,
    write_across,
)
from reformdesk.office.report_sources import (
    COVERAGE_FIELDS,
    COVERAGE_SHEET,
    COVERAGE_TITLE,
    LINEAGE_FIELDS,
    LINEAGE_SHEET,
    LINEAGE_TITLE,
    Line,
    count_shares,
    coverage_lines,
    lineage_lines,
)
from reformdesk.office.shared_texts import SharedTexts

_WIDTHS = {"number": 6, "name": 58, "reporter": 26, "value": 17, "period": 18, "indicator": 22, "note": 22}
_FEW, _NARROWEST = 5, 10
"""As many columns of periods are as wide as they can be; more are narrower, down to this."""
_SHEETS = "xl/worksheets/"
_STEP = 1000
"""How many lines are written between two looks at whether to go on."""


def writing(report: Report, tables: Sequence[PrintedTable]) -> Writing:
    """Write the workbook, print-ready on A4 landscape, a step at a time.

    Shares are read one round after the other. Raises :class:`StoreError` (``disk-full``, ``cannot-write``) where
    there is no room for openpyxl's temporary files, and what reading the shares raises.
    """
    shares = sum(map(count_shares, report.parts))
    covered = coverage_lines(report.parts)
    steps = _Steps(len(tables) * _STEP + len(covered) + shares)
    book = Workbook()
    book.remove(book.worksheets[0])
    _describe(book, report)
    whose = report.newest.title.vi
    for table in tables:
        _fill(book.create_sheet(table.id), table, whose)
        yield steps.after(_STEP)
    changes = closing_changes.appendices(report.parts)
    if changes:
        closing_sheet.fill(book.create_sheet(closing_sheet.SHEET), changes)
    texts = SharedTexts()
    coverage = LongSheet(book, texts, COVERAGE_SHEET, COVERAGE_FIELDS, len(covered), COVERAGE_TITLE, whose)
    lineage = _lineage_sheets(book, texts, shares, whose)
    origin_sheet.add(book, origin.of(report))
    finished = BytesIO()
    with ZipFile(finished, "w", ZIP_DEFLATED) as archive:
        yield from _write(archive, coverage, covered, steps)
        lines = chain.from_iterable(map(lineage_lines, report.whole()))
        for sheet in lineage:
            yield from _write(archive, sheet, islice(lines, long_sheet.MOST_LINES), steps)
        texts.write(archive)
        # the styles that the lines asked for are known only now
        _add_rest(archive, book, texts, {sheet.part for sheet in (coverage, *lineage)})
    return finished.getvalue()


class _Steps:
    """Counts lines."""

    def __init__(self, total: int) -> None:
        self._done, self._total = 0, total

    def after(self, lines: int) -> Progress:
        """Return how far it is after so many lines more."""
        self._done = min(self._done + lines, self._total)
        return Progress(self._done, self._total)


def _describe(book: Workbook, report: Report) -> None:
    """Say in the file's properties whose report it is; it has no formula that a program would have to work out."""
    newest = report.newest
    book.properties.creator = newest.by_id[newest.office].name
    book.properties.title = newest.title.vi
    book.calculation.fullCalcOnLoad = False


def _lineage_sheets(book: Workbook, texts: SharedTexts, shares: int, whose: str) -> list[LongSheet]:
    most = long_sheet.MOST_LINES
    return [
        LongSheet(
            book,
            texts,
            LINEAGE_SHEET if first == 0 else f"{LINEAGE_SHEET} {first // most + 1}",
            LINEAGE_FIELDS,
            min(shares - first, most),
            LINEAGE_TITLE,
            whose,
        )
        for first in range(0, max(shares, 1), most)
    ]


def _write(archive: ZipFile, sheet: LongSheet, lines: Iterable[Line], steps: _Steps) -> Iterator[Progress]:
    with archive.open(sheet.part, "w") as out:
        pieces = sheet.pieces(lines)
        while some := list(islice(pieces, _STEP)):
            out.write(b"".join(some))
            yield steps.after(len(some))


def _add_rest(archive: ZipFile, book: Workbook, texts: SharedTexts, written: set[str]) -> None:
    """Add all of a workbook but the sheets that are written already."""
    with ZipFile(saved(book)) as rest:
        for name in rest.namelist():
            if name not in written:
                content = texts.named_in(name, rest.read(name))
                archive.writestr(name, without_complaints(content) if name.startswith(_SHEETS) else content)


def number_format(cell: Cell) -> str:
    """Return the number format that shows a cell as the table prints it: its signs are shown, and no part of it."""
    value, indicator = (cell.total.value if cell.total else None), cell.indicator
    if not isinstance(value, Number) or indicator is None:
        return f'@" {cell.behind}"' if cell.marks and cell.text else "General"
    return format_of(value, indicator, cell.behind)


def _fill(sheet: Worksheet, table: PrintedTable, whose: str) -> None:
    for column, head in enumerate(table.heads, 1):
        _put(sheet.cell(1, column), head, "", bold=True)
    for row, (cells, source) in enumerate(zip(table.rows, table.sources, strict=True), 2):
        groups = source is not None and not source.indicator
        for column, printed in enumerate(cells, 1):
            kind = table.columns[column - 1].kind
            _put(sheet.cell(row, column), printed, kind, bold=groups and kind == "name")
    widths = _widths(table)
    set_widths(sheet, widths)
    for row, texts in enumerate([table.header, *([cell.text for cell in cells] for cells in table.rows)], 1):
        fit_row(sheet, row, texts, widths)
    for row, note in enumerate(table.notes, len(table.rows) + 3):
        write_across(sheet, row, note.printed, widths).font = Font(name=FONT, size=SIZE, italic=True)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    set_page(sheet, table.title, whose)


def _widths(table: PrintedTable) -> list[int]:
    """Return the columns' widths: of many periods each is as narrow as its figures let it be."""
    periods = sum(column.kind == "value" for column in table.columns)
    wide = _WIDTHS["value"]
    narrow = max(_NARROWEST, wide * _FEW // max(periods, 1))
    return [
        min(max(narrow, _longest_figure(table, place) + INDENT), wide)
        if column.kind == "value"
        else _WIDTHS.get(column.kind, wide)
        for place, column in enumerate(table.columns)
    ]


def _longest_figure(table: PrintedTable, place: int) -> int:
    """Return how many letters the longest figure of a column has, with its signs: a figure is never broken."""
    cells = (row[place] for row in table.rows)
    return max(
        (len(cell.marked) for cell in cells if cell.total is not None and isinstance(cell.total.value, Number)),
        default=0,
    )


def _put(cell: SheetCell | MergedCell, printed: Cell, kind: str, *, bold: bool) -> None:
    value = printed.total.value if printed.total else None
    if isinstance(value, Number):
        cell.value = value.amount
        cell.number_format = number_format(printed)
        dress(cell, bold=bold, horizontal="right")
        return
    if printed.text or printed.marks:
        put_text(cell, printed.text or printed.behind)
        cell.number_format = number_format(printed)
    is_name = kind in ("name", "reporter", "note")
    dress(cell, bold=bold, horizontal="left" if is_name or "\n" in printed.text else "center")
