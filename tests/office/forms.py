"""A form's workbook in tests: written as the program writes it, mangled as people do, read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.answers import Answer
from reformdesk.core.rounds import Round
from reformdesk.core.values import Number
from reformdesk.office import form_template
from reformdesk.office.form_layout import Part
from reformdesk.office.form_reading import FormRead, read_form
from reformdesk.office.form_template import Filled


@dataclass
class Form:
    """An agency's form of a round in a file."""

    round: Round
    agency: str
    path: Path

    def write(self, answers: Mapping[str, Answer] | None = None, language: str = "vi") -> Form:
        self.path.write_bytes(form_template.workbook(Filled(self.round, self.agency, answers or {}, language)))
        return self

    def read(self, agency: str = "") -> FormRead:
        return read_form(self.path, self.round, agency or self.agency)

    def book(self) -> Workbook:
        return load_workbook(self.path)

    def change(self, mangle: Callable[[Workbook], object]) -> Form:
        book = self.book()
        mangle(book)
        book.save(self.path)
        return self

    def fill(self, figures: Mapping[str, object]) -> Form:
        """Type figures into the cells of rows, by their hidden keys."""

        def typed(book: Workbook) -> None:
            for key, figure in figures.items():
                cell_of(book, key).value = figure  # type: ignore[assignment] # whatever people type

        return self.change(typed)

    def fill_all(self) -> dict[str, str]:
        """Type another count into every row that owes one; return them as they should be offered."""
        owed = self.round.owed(self.agency)
        kinds = self.round.catalogue.indicators
        figures = {name: 700 + place for place, name in enumerate(owed) if kinds[name].kind == "count"}
        self.fill(figures)
        return {name: str(figure) for name, figure in figures.items()}


def offered(read: FormRead) -> dict[str, str]:
    """Return what a form offers, by indicator, blanks left out."""
    return {one.indicator: str(one.raw) for one in read.offers if str(one.raw)}


def sheets_in(book: Workbook) -> list[Worksheet]:
    """Return a workbook's sheets."""
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


def areas_in(book: Workbook) -> list[Worksheet]:
    """Return the sheets of a form's areas."""
    return sheets_in(book)[1:]


def losses(read: FormRead) -> list[tuple[str, int, str]]:
    """Return what a form lost: code, row, text."""
    return [(one.code, one.row, one.text) for one in read.losses]


def codes(read: FormRead) -> set[str]:
    return {one.code for one in read.losses}


def notes(read: FormRead, name: str) -> tuple[str, ...]:
    return next(one.notes for one in read.offers if one.indicator == name)


def column_of(sheet: Worksheet, part: Part) -> int:
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == part)


def row_of(book: Workbook, key: str) -> tuple[Worksheet, int]:
    for sheet in sheets_in(book):
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == key:
                return sheet, row
    raise KeyError(key)


def cell_of(book: Workbook, key: str, part: Part = Part.VALUE) -> Cell:
    sheet, row = row_of(book, key)
    found = sheet.cell(row, column_of(sheet, part))
    assert isinstance(found, Cell)
    return found


def copied_out(book: Workbook, *, marks: bool) -> Workbook:
    """Copy all sheets into a new workbook, as by hand: what is hidden comes along only with ``marks``."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet in book.worksheets:
        target = made.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                hidden = cell.column == 1 or str(cell.value).startswith("rd:")
                if cell.value is not None and (marks or not hidden):
                    copy = target.cell(cell.row, cell.column, cell.value)
                    copy.number_format = cell.number_format
    return made


def bytes_of(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def amounts(answers: Mapping[str, Answer]) -> dict[str, str]:
    return {name: str(one.value.amount) for name, one in answers.items() if isinstance(one.value, Number)}
