"""Lists of agencies and of indicators as workbooks: read as rows, and written as forms to fill in or to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.catalogue import Label
from reformdesk.core.listed_rows import Column, Entry, ListForm, ListRow, ListSheet, Spoilt, shown
from reformdesk.office import workbook_file
from reformdesk.office.list_xlsx import height_of
from reformdesk.office.sheet_cells import Sheet, SheetCell, sheets_of
from reformdesk.office.sheet_text import begins_like_a_formula, printable

GUIDE = Label("Hướng dẫn", "Read me")
_CHOICES = Label("Danh mục", "Words")
_FONT = "Times New Roman"
_LINE = Side(style="thin", color="FF808080")
_HEAD = PatternFill("solid", fgColor="FFE7EEF7")
_HEAD_ROW = 4
_MOST_ROWS = 2000
_GUIDE_HEADS = (
    Label("Cột", "Column"),
    Label("Bắt buộc", "Needed"),
    Label("Nội dung", "What it holds"),
    Label("Từ được dùng", "Words it knows"),
)
_GUIDE_WIDTHS = (26, 11, 70, 60)
_YES = Label("Có", "Yes")


def read(path: Path) -> tuple[ListSheet, ...]:
    """Return the sheets of a list. Raises ``Mendable``: what :func:`workbook_file.read` raises."""
    return tuple(_sheet(sheet) for sheet in sheets_of(workbook_file.read(path)))


def _sheet(sheet: Sheet) -> ListSheet:
    width = max((column for _, column in sheet.cells), default=0)
    rows = (
        ListRow(row, tuple(_entry(sheet.seen_at(row, column)) for column in range(1, width + 1))) for row in sheet.rows
    )
    return ListSheet(sheet.title, tuple(rows), sheet.cut)


def _entry(cell: SheetCell) -> Entry:
    if cell.error or (cell.formula and cell.held is None):
        return Spoilt(cell.text)
    match cell.held:
        case datetime():
            return cell.held.date()
        case Decimal() | date():
            return cell.held
        case _:
            return cell.text


def workbook(forms: Sequence[ListForm], language: str) -> bytes:
    """Return a workbook with a sheet for each form, one that explains the columns, and the words to choose among."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for form in forms:
        _write_form(book.create_sheet(form.title), form, language)
    _write_guide(book.create_sheet(GUIDE.text(language)), forms, language)
    _write_choices(book, forms, language)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_form(page: Worksheet, form: ListForm, language: str) -> None:
    _write(page.cell(row=1, column=1), form.title, size=14, bold=True)
    _write(page.cell(row=2, column=1), form.about, size=11)
    for place, column in enumerate(form.columns, 1):
        head = page.cell(row=_HEAD_ROW, column=place)
        needed = " *" if column.needed else ""
        _write(head, f"{column.heading.text(language)}{needed}", bold=True, border=True)
        head.fill = _HEAD
        head.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        _dimension(page, place, column.width).number_format = "@"
    widths = [column.width for column in form.columns]
    heads = [column.heading.text(language) for column in form.columns]
    page.row_dimensions[_HEAD_ROW].height = height_of(heads, widths)
    for row, entries in enumerate(form.rows, _HEAD_ROW + 1):
        page.row_dimensions[row].height = height_of([shown(entry) for entry in entries], widths)
        for place, entry in enumerate(entries, 1):
            cell = page.cell(row=row, column=place)
            _write(cell, entry, border=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = f"A{_HEAD_ROW + 1}"
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    _set_across(page)


def _set_across(page: Worksheet) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _dimension(page: Worksheet, place: int, width: int) -> ColumnDimension:
    found: ColumnDimension = page.column_dimensions[get_column_letter(place)]
    found.width = width
    return found


def _write_guide(page: Worksheet, forms: Sequence[ListForm], language: str) -> None:
    row = 1
    for form in forms:
        _write(page.cell(row=row, column=1), form.title, size=13, bold=True)
        for place, head in enumerate(_GUIDE_HEADS, 1):
            _write(page.cell(row=row + 1, column=place), head.text(language), bold=True, border=True)
        row += 2
        for column in form.columns:
            words = "; ".join(choice.text(language) for choice in column.choices)
            named = (column.heading, _YES if column.needed else Label("", ""), column.hint)
            texts = (*(one.text(language) for one in named), words)
            page.row_dimensions[row].height = height_of(texts, _GUIDE_WIDTHS)
            for place, text in enumerate(texts, 1):
                cell = page.cell(row=row, column=place)
                _write(cell, text, border=True)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            row += 1
        row += 1
    for place, width in enumerate(_GUIDE_WIDTHS, 1):
        _dimension(page, place, width)
    _set_across(page)


def _write_choices(book: Workbook, forms: Sequence[ListForm], language: str) -> None:
    """Let the cells offer their words: those stand in a sheet of their own, since a comma may be in one."""
    page = book.create_sheet(_CHOICES.text(language))
    page.sheet_state = "hidden"
    for at, (form, place, column) in enumerate(_choosing(forms), 1):
        for row, choice in enumerate(column.choices, 1):
            _write(page.cell(row=row, column=at), choice.text(language))
        letter, cells = get_column_letter(at), get_column_letter(place)
        words = f"{quote_sheetname(page.title)}!${letter}$1:${letter}${len(column.choices)}"
        # other words are taken as well, and told with their row where they are none
        offered = DataValidation(type="list", formula1=words, allow_blank=True, showErrorMessage=False)
        offered.add(f"{cells}{_HEAD_ROW + 1}:{cells}{_MOST_ROWS}")
        book[form.title].add_data_validation(offered)


def _choosing(forms: Sequence[ListForm]) -> Iterator[tuple[ListForm, int, Column]]:
    return ((form, place, column) for form in forms for place, column in enumerate(form.columns, 1) if column.choices)


def _write(cell: Cell | MergedCell, entry: Entry, *, size: int = 11, bold: bool = False, border: bool = False) -> None:
    if not isinstance(cell, Cell):
        return
    cell.font = Font(name=_FONT, size=size, bold=bold)
    if border:
        cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    match entry:
        case Spoilt() | "":
            return
        case _:
            text = printable(shown(entry))
            cell.value = text
            cell.data_type = "s"
            # neither a printed number such as 6.1 nor a day may become what the machine's language takes it for
            cell.number_format = "@"
            cell.quotePrefix = begins_like_a_formula(text)
