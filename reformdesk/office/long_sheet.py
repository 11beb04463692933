"""A list of any length as a sheet: openpyxl makes what stands around its rows, the rows are written as they come.

openpyxl makes an object of each cell; a quarter of a million lines take it minutes and a gigabyte, or, a line at a
time, still longer than all the rest of a report. Here a row is a few lines of XML that go into the workbook's archive
at once: nothing is held but the texts that repeat, and nothing lies in a folder for temporary files. The styles are
the workbook's own, so that :class:`LongSheet` numbers them through openpyxl before the workbook is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from errno import EDQUOT, ENOSPC
from functools import cache, lru_cache
from io import BytesIO
from math import ceil
from tempfile import gettempdir
from typing import NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.values import format_plain
from reformdesk.errors import StoreError
from reformdesk.office.print_sheet import FONT, HIGHEST, INDENT, ROOM, alignment, set_page, set_widths
from reformdesk.office.shared_texts import SharedTexts, marked_up
from reformdesk.office.sheet_text import begins_like_a_formula, printable

MOST_LINES = 1_048_576 - 1
"""How many lines a sheet takes below its header; Excel has no more rows."""

_SIZE, _SMALL = 11, 8
_LINE = 15
"""The height of a line of 11 points, in points."""
_WIDTH_OF_LETTER, _WIDTH_OF_CODE = 1.05, 0.92
"""The widths of a letter of 11 points and of a small one of even width, in the units of column widths."""
_THIN = Side(style="thin", color="A6A6A6")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="E7ECF2")
_KEPT = 1 << 15
_TEXTS_ARE_TEXTS = b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'


class Figure(NamedTuple):
    """A number with the number format that shows it."""

    amount: Decimal
    number_format: str = "General"


Entry = str | Figure | None
"""What a cell holds: a text, a number, or nothing."""


@dataclass(frozen=True)
class Field:
    """A column: its heading, its width in letters, and how it is set.

    Words between figures, which stand at the right, are centred. ``code``: what only programs read letter by letter,
    in small letters of one width. ``printed``: whether it is on paper too; what is not stands last. ``repeats``:
    whether many cells hold the same few texts.
    """

    head: str
    width: int
    horizontal: str = "left"
    code: bool = False
    printed: bool = True
    repeats: bool = True


class LongSheet:
    """One sheet of a workbook that is not saved yet; ``lines`` is how many lines are going to stand in it.

    ``texts`` is the workbook's table of texts, ``title`` stands above each page, and below it ``of`` what report it is.
    """

    def __init__(
        self, book: Workbook, texts: SharedTexts, name: str, fields: Sequence[Field], lines: int, title: str, of: str
    ) -> None:
        self._texts = texts
        self._fields = tuple(fields)
        self._last = lines + 1
        self._titles = title, of
        self._sheet = book.create_sheet(name)
        self._dress(self._sheet)
        self.part = f"xl/worksheets/sheet{len(book.worksheets)}.xml"
        """Where the sheet lies in the workbook's archive."""
        self._cell = lru_cache(_KEPT)(self._made_cell)
        self._style = cache(self._made_style)

    def pieces(self, lines: Iterable[Sequence[Entry]]) -> Iterator[bytes]:
        """Yield the sheet's XML: what stands above the rows, the header, each line, what stands below."""
        above, below = self._around()
        yield above
        yield self._head_row()
        for number, line in enumerate(lines, 2):
            yield self._row(number, line)
        yield below

    def _row(self, number: int, line: Sequence[Entry]) -> bytes:
        made = [self._cell(place, entry) for place, entry in enumerate(line)]
        height = min(max([lines for _, lines in made]) * _LINE + ROOM, HIGHEST)
        # every cell is there, so none needs its address: that halves the file
        cells = "".join([xml for xml, _ in made])
        return f'<row r="{number}" ht="{height}" customHeight="1">{cells}</row>'.encode()

    def _made_cell(self, place: int, entry: Entry) -> tuple[str, int]:
        """Return a cell's XML, and how many lines it takes: most cells repeat an earlier one."""
        field = self._fields[place]
        if entry is None or entry == "":
            return f'<c s="{self._style(place)}"/>', 1
        if isinstance(entry, Figure):
            style = self._style(place, number_format=entry.number_format)
            return f'<c s="{style}"><v>{format_plain(entry.amount)}</v></c>', 1
        text = printable(entry)
        style = self._style(place, words=True, quoted=begins_like_a_formula(text))
        if field.repeats:
            return f'<c s="{style}" t="s"><v>{self._texts.place_of(text)}</v></c>', _lines(text, field)
        return f'<c s="{style}" t="inlineStr"><is>{marked_up(text)}</is></c>', _lines(text, field)

    def _made_style(
        self, place: int, number_format: str = "General", *, words: bool = False, quoted: bool = False
    ) -> int:
        """Return the number of a style in the workbook, which keeps each once."""
        field = self._fields[place]
        # a cell of its own, outside of the sheet: the workbook keeps its style as it is from now on
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name="Courier New" if field.code else FONT, size=_SMALL if field.code else _SIZE)
        cell.alignment = alignment("center" if words and field.horizontal == "right" else field.horizontal)
        cell.border = _FRAME
        cell.number_format = number_format
        cell.quotePrefix = quoted
        return int(cell.style_id)

    def _head_row(self) -> bytes:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name=FONT, size=_SIZE, bold=True)
        cell.alignment = alignment("center")
        cell.border = _FRAME
        cell.fill = _HEAD_FILL
        style = int(cell.style_id)
        # the arrow of the filter takes a letter's room
        height = max(_lines(f"{field.head}____", field) for field in self._fields) * _LINE + ROOM
        cells = "".join(f'<c s="{style}" t="inlineStr"><is>{marked_up(field.head)}</is></c>' for field in self._fields)
        return f'<row r="1" ht="{height}" customHeight="1">{cells}</row>'.encode()

    def _dress(self, sheet: Worksheet) -> None:
        set_widths(sheet, [field.width for field in self._fields])
        set_page(sheet, *self._titles)
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.auto_filter.ref = self._area(len(self._fields))
        sheet.print_area = self._area(sum(field.printed for field in self._fields))

    def _area(self, columns: int) -> str:
        return f"A1:{get_column_letter(columns)}{self._last}"

    def _around(self) -> tuple[bytes, bytes]:
        """Return the sheet's XML above and below its rows, as openpyxl writes it."""
        book = Workbook()
        # the first sheet of a workbook is the one that is shown: this is another
        self._dress(book.create_sheet())
        with ZipFile(saved(book)) as archive:
            whole = archive.read("xl/worksheets/sheet2.xml").replace(b"<sheetData/>", b"<sheetData></sheetData>")
        area = self._area(len(self._fields)).encode()
        above, opening, below = whole.replace(b'<dimension ref="A1:A1"/>', b'<dimension ref="%s"/>' % area).partition(
            b"<sheetData>"
        )
        return above + opening, without_complaints(below)


def without_complaints(sheet: bytes) -> bytes:
    """Return a sheet's XML with Excel told that its texts which look like numbers, such as ``1`` under STT, are texts.

    openpyxl cannot say so; what would have to stand behind it (drawings, tables) makes the sheet stay as it is.
    """
    if any(late in sheet for late in (b"<drawing", b"<legacyDrawing", b"<tableParts")):
        return sheet
    return sheet.replace(b"</worksheet>", _TEXTS_ARE_TEXTS + b"</worksheet>")


def saved(book: Workbook) -> BytesIO:
    """Return a workbook as openpyxl writes it, which keeps each sheet in the folder for temporary files meanwhile.

    Raises :class:`StoreError`: ``disk-full``, ``cannot-write``.
    """
    content = BytesIO()
    try:
        book.save(content)
    except OSError as problem:
        folder = gettempdir()
        if problem.errno in (ENOSPC, EDQUOT):
            raise StoreError("disk-full", file=folder) from problem
        raise StoreError("cannot-write", file=folder, detail=problem.strerror or "") from problem
    return content


def _lines(text: str, field: Field) -> int:
    """Estimate how many lines a text takes in its column."""
    room = (field.width - INDENT) / (_WIDTH_OF_CODE if field.code else _WIDTH_OF_LETTER)
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
