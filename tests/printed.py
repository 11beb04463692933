"""Compares a `report.xlsx` with the printed tables, cell by cell, as the contract lays the report down.

Nothing here is shared with the package: the transcription under `tests/data/printed/`, the reading of
printed numbers and the rendering of number formats are all made apart from it, so that they can bear witness
about it.

Use: `differences(read_report(path), transcription())` is empty when the report prints the tables;
`differences_between_reports(read_report(before), read_report(after))` names the cells that changed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

TABLES = ("1", "2", "3", "4.1", "4.2", "5", "6", "7")
"""The printed tables by their printed numbers, in printed order; the sheets of a report bear these names."""

BEHIND = ("Thay doi", "Độ phủ", "Nguồn số liệu", "Nguồn gốc")
"""The sheets that a report may have behind its tables."""

_Item = TypeVar("_Item")

_TRANSCRIPTION = Path(__file__).resolve().parent / "data" / "printed"

_TEXT_COLUMNS = ("STT", "Chỉ tiêu", "Nhiệm vụ", "Đơn vị", "Giai đoạn", "Ghi chú")
"""How the headers of columns begin that hold no figures: a number printed there (STT's `1`) is text."""

_PRINTED_NUMBER = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(?P<fraction>\d+))?(?P<unit>%| [A-Z]+)?", re.ASCII
)


@dataclass(frozen=True)
class ReportCell:
    """What a worksheet's cell holds: openpyxl's value (None where blank) and the number format's code."""

    value: object = None
    number_format: str = "General"


class CellPlace(NamedTuple):
    """Where a cell stands in a workbook; row and column count from 1, and the header is row 1."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{get_column_letter(self.column)}{self.row}"


Tables = dict[str, list[list[str]]]
"""Cell texts by table, row and column; the first row of a table is its header."""

Report = dict[str, list[list[ReportCell]]]
"""Cells by sheet, row and column, in the workbook's order."""


class UnknownFormatError(Exception):
    """A number format uses more than the subset `rendered` knows; the message names what."""


def transcription() -> Tables:
    """The printed tables as transcribed by hand, in printed order, each with its header row.

    White space is trimmed and line breaks within a cell are single blanks, but for an overall satisfaction
    rate, where a line break parts the blocks of agencies.
    """
    return {name: _transcribed(_TRANSCRIPTION / f"{name}.csv") for name in TABLES}


def _transcribed(path: Path) -> list[list[str]]:
    # Not newline="", on purpose: a checkout may turn line ends into CR LF, those within a cell as well.
    with path.open(encoding="utf-8") as lines:
        return list(csv.reader(lines))


def read_report(xlsx_path: Path) -> Report:
    """Every sheet of the workbook in its order, from A1 on, without the blank rows at a sheet's end."""
    workbook = load_workbook(xlsx_path)
    try:
        return {
            sheet.title: _without_blank_end(
                [[ReportCell(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
            )
            for sheet in workbook.worksheets
        }
    finally:
        workbook.close()


def _without_blank_end(rows: list[list[ReportCell]]) -> list[list[ReportCell]]:
    while rows and all(cell.value is None for cell in rows[-1]):
        rows.pop()
    return rows


def differences(report: Mapping[str, Sequence[Sequence[ReportCell]]], tables: Tables) -> list[str]:
    """Where the report is not the printed tables, a line each; empty where it is.

    The sheets are exactly the tables, in order; each has the printed header row and the printed rows and
    columns in order, and nothing beside them. A number printed in a column of figures must be a numeric cell
    of that very value whose number format shows the printed text; every other text must be that text, a blank
    a blank.
    """
    found = []
    if [name for name in report if name not in BEHIND] != list(tables):
        found.append(f"sheets: printed {list(tables)}, report {list(report)}")
    for name, rows in tables.items():
        if name in report:
            found.extend(_sheet_differences(name, report[name], rows))
    return found


def _sheet_differences(name: str, sheet: Sequence[Sequence[ReportCell]], rows: list[list[str]]) -> Iterator[str]:
    if len(sheet) != len(rows):
        yield f"{name}: printed {len(rows)} rows with the header, report {len(sheet)}"
    figures = figure_columns(rows[0])
    for row, column in _places(sheet, rows):
        text = _at(rows, row, column, "")
        may_be_number = row > 1 and column in figures
        fault = _fault(_at(sheet, row, column, ReportCell()), text, may_be_number)
        if fault:
            yield f"{CellPlace(name, row, column)}: printed {text!r}, {fault}"


def figure_columns(header: Sequence[str]) -> set[int]:
    """The columns, counted from 1, in which a printed number is a figure rather than a text."""
    return {column for column, text in enumerate(header, start=1) if not text.startswith(_TEXT_COLUMNS)}


def _fault(cell: ReportCell, text: str, may_be_number: bool) -> str | None:
    """What is wrong with the cell where `text` is printed; None where nothing is."""
    expected = printed_number(text) if may_be_number else None
    if expected is None:
        return None if cell.value == (text or None) else f"report {cell.value!r}"
    value = number_of(cell)
    if value is None:
        return f"report {cell.value!r}, which is not a number"
    if value != expected:
        return f"report {value}"
    try:
        shown = rendered(value, cell.number_format)
    except UnknownFormatError as reason:
        return f"report's number format {cell.number_format!r} is not understood: {reason}"
    return None if shown == text else f"report shows {shown!r} by the number format {cell.number_format!r}"


def printed_number(text: str) -> Decimal | None:
    """The value of a number as printed, without its unit (83.46 for `83,46%`); None for any other text.

    A dot groups thousands and nothing else, a comma is the decimal sign.
    """
    match = _PRINTED_NUMBER.fullmatch(text)
    if match is None:
        return None
    return Decimal(f"{match['whole'].replace('.', '')}.{match['fraction'] or '0'}")


def number_of(cell: ReportCell) -> Decimal | None:
    """The exact value of a numeric cell, None for any other."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float | Decimal):
        return None
    return Decimal(str(cell.value))


def differences_between_reports(
    a: Mapping[str, Sequence[Sequence[ReportCell]]], b: Mapping[str, Sequence[Sequence[ReportCell]]]
) -> list[CellPlace]:
    """The cells in which two reports differ, by value or by number format, and no other; sheets in a's order.

    A cell that only one of them has is compared with a blank one, and two blank cells do not differ. A number
    equals a number of the same value however it is stored, but never a text.
    """
    places = []
    for sheet in dict.fromkeys([*a, *b]):
        in_a, in_b = a.get(sheet, []), b.get(sheet, [])
        for row, column in _places(in_a, in_b):
            blank = ReportCell()
            if not _same(_at(in_a, row, column, blank), _at(in_b, row, column, blank)):
                places.append(CellPlace(sheet, row, column))
    return places


def _same(a: ReportCell, b: ReportCell) -> bool:
    if a.value is None and b.value is None:
        return True
    if a.number_format != b.number_format:
        return False
    number_a, number_b = number_of(a), number_of(b)
    if number_a is None and number_b is None:
        return type(a.value) is type(b.value) and a.value == b.value
    return number_a == number_b


def _places(a: Sequence[Sequence[object]], b: Sequence[Sequence[object]]) -> Iterator[tuple[int, int]]:
    """Every row and column, counted from 1, that either of two tables has."""
    width = max((len(row) for table in (a, b) for row in table), default=0)
    for row in range(1, max(len(a), len(b)) + 1):
        for column in range(1, width + 1):
            yield row, column


def _at(table: Sequence[Sequence[_Item]], row: int, column: int, missing: _Item) -> _Item:
    if row > len(table) or column > len(table[row - 1]):
        return missing
    return table[row - 1][column - 1]


_LOCALE = re.compile(r"\[\$-(?:0*42A|vi-VN)\]", re.IGNORECASE)
_LITERAL = r'"[^"]*"|\\.|[ ()+\-]'
_FORMAT = re.compile(
    rf"(?P<before>(?:{_LITERAL})*)"
    r"(?P<whole>#,##0|#,#|#*0*)(?P<point>\.(?P<fraction>0*#*))?"
    rf"(?P<after>(?:{_LITERAL}|%)*)"
)


def rendered(value: Decimal, number_format: str) -> str:
    """The number as a spreadsheet shows it under the format's code where the Vietnamese separators are set.

    Knows the subset a report needs: an optional Vietnamese locale, grouping by `#,##0`, digits by `0` and
    `#`, literals in quotes, and `%`, which multiplies by 100 unless it is quoted. Raises UnknownFormatError
    for more.
    """
    code = _LOCALE.sub("", number_format, count=1) if _LOCALE.match(number_format) else number_format
    if code == "General":
        return _plain(value)
    match = _FORMAT.fullmatch(code)
    if match is None or not match["whole"]:
        raise UnknownFormatError(f"beyond the known subset: {code}")
    after = re.findall(_LITERAL + "|%", match["after"])
    scaled = abs(value) * 100 ** after.count("%")
    sign = "-" if value < 0 else ""
    before = re.findall(_LITERAL, match["before"])
    return "".join([sign, *map(_literal, before), _digits(scaled, match), *map(_literal, after)])


def _plain(value: Decimal) -> str:
    # "General" shows eleven digits at most; what is longer would be shown rounded or with an exponent.
    if len(value.normalize().as_tuple().digits) > 10 or value.adjusted() > 9 or value.adjusted() < -4:
        raise UnknownFormatError("General with a number that long")
    text = f"{value.normalize():f}"
    return text.replace(".", ",")


def _literal(token: str) -> str:
    return token.strip('"') if token.startswith('"') else token.removeprefix("\\")


def _digits(value: Decimal, match: re.Match[str]) -> str:
    fraction_code = match["fraction"] or ""
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction_code)), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    grouped = "," in match["whole"]
    whole = whole.lstrip("0").rjust(match["whole"].count("0"), "0")
    if grouped:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    shortest = fraction_code.count("0")
    kept = fraction[:shortest] + fraction[shortest:].rstrip("0")
    # A spreadsheet shows the decimal sign of the code even where no digit follows it: `0.##` shows 5 as `5,`.
    return whole + ("," if match["point"] else "") + kept
