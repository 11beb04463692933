"""How a sheet of the report is set for printing: letters, frames, heights of rows, the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.office.sheet_text import begins_like_a_formula, printable

FONT, SIZE = "Times New Roman", 12
_THIN = Side(style="thin", color="808080")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WIDTH_OF_LETTER = 1.12
"""The width of a bold letter of 12 points, in the units of column widths."""
_LINE = 17
"""The height of a line of 12 points, in points."""
ROOM = 4
"""What stays free above and below the lines of a row together, in points."""
_MOST_ON_PAGE = 160
_PAGE, _SMALLEST = 470, 0.72
"""The height of a page between its margins, in points, and how much smaller letters of 12 points are read with ease."""
INDENT = 2
"""How much of a column's width stays free at its sides, in letters."""
_TITLE_SIZE, _FOOT_SIZE = 13, 10
HIGHEST = 409
"""The height that a row can have at most, in points."""


def dress(cell: Cell | MergedCell, *, bold: bool, horizontal: str) -> None:
    """Frame a cell and set its letters."""
    cell.font = _letters(bold=bold)
    cell.alignment = alignment(horizontal)
    cell.border = _FRAME


@cache
def _letters(*, bold: bool) -> Font:
    return Font(name=FONT, size=SIZE, bold=bold)


@cache
def alignment(horizontal: str) -> Alignment:
    """Return how a cell's text lies: in the middle of its height, off the frame, in as many lines as it needs.

    What stands at the right are figures: they need one line, and not every program would keep all off the frame.
    """
    wraps, indent = horizontal != "right", int(horizontal == "left")
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=wraps, indent=indent)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text that stays one, whatever it begins with."""
    cell.value = printable(text)
    cell.data_type = "s"
    cell.quotePrefix = begins_like_a_formula(text)


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Give the columns their widths, from the first."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def fit_row(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its texts are in columns of those widths; programs do not agree on doing so themselves."""
    sheet.row_dimensions[row].height = min(_LINE * max(map(_lines, texts, widths)) + ROOM, HIGHEST)


def write_across(sheet: Worksheet, row: int, text: str, widths: Sequence[int]) -> Cell | MergedCell:
    """Write a line of text over all columns, in as many lines as it needs, and return its cell."""
    cell = sheet.cell(row, 1)
    put_text(cell, text)
    cell.font = Font(name=FONT, size=SIZE)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    if len(widths) > 1:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(widths))
    fit_row(sheet, row, [text], [sum(widths)])
    return cell


def set_on_one_page(sheet: Worksheet) -> None:
    """Let a sheet whose last lines would be alone on another page be printed on one, a little smaller."""
    heights = (row.height for row in sheet.row_dimensions.values())
    if sum(height or _LINE for height in heights) <= _PAGE / _SMALLEST:
        sheet.page_setup.fitToHeight = 1


def set_page(sheet: Worksheet, title: str = "", of: str = "") -> None:
    """Lay a sheet across A4, as wide as a page: ``title`` stands above each page, ``of`` and the page number below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.6, right=0.6, top=0.9, bottom=0.8, header=0.4, footer=0.4)
    if title and sheet.oddHeader is not None:
        above = sheet.oddHeader.center
        above.text, above.font, above.size = _on_each_page(title), f"{FONT},Bold", _TITLE_SIZE
    if sheet.oddFooter is not None:
        below = sheet.oddFooter.center
        below.text, below.font, below.size = "&P/&N", f"{FONT},Regular", SIZE
        if of:
            left = sheet.oddFooter.left
            left.text, left.font, left.size = _on_each_page(of), f"{FONT},Italic", _FOOT_SIZE


def _on_each_page(text: str) -> str:
    """Return a text for a page's head or foot, which hold 255 letters with their codes; more is told to be damaged."""
    words = " ".join(printable(text).split())
    shown = words if len(words) <= _MOST_ON_PAGE else f"{words[: _MOST_ON_PAGE - 1]}…"
    return shown.replace("&", "&&")


def _lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes."""
    return sum(max(1, ceil(len(line) * _WIDTH_OF_LETTER / (width - INDENT))) for line in text.split("\n"))
