"""A written report read back as what it shows: tables of cells, paragraphs, the members of a document.

What says nothing of a figure is left out: letters, colours, widths, how many digits a program shows.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from reformdesk.core import origin as origins
from reformdesk.core.origin import Origin
from reformdesk.core.values import format_plain, write_number
from reformdesk.office import origin_part, origin_sheet
from reformdesk.office.chart_reading import charts_in
from reformdesk.office.report_file import SEPARATORS

_BLANKS = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_DIGITS = 15
"""How many digits of a number programs keep (IEEE 754, double)."""


class Shown(NamedTuple):
    """What a cell shows: its text, or its number, exact. ``formula``: it is computed in the file."""

    text: str = ""
    number: Decimal | None = None
    formula: bool = False
    disguise: str = ""
    """Digits that a number format puts beside the figure, or that it hides it."""

    @property
    def words(self) -> str:
        """The cell as a person reads it."""
        if self.number is not None:
            return f"{write_number(self.number)} {self.disguise}".strip()
        return self.text


Line = tuple[Shown, ...]
BLANK = Shown()


def text_of(item: object) -> str:
    """Return a text as it is compared: NFC, blanks and line breaks in one way."""
    return _text(str(item))


# a large report has some million cells, and few texts
@lru_cache(maxsize=1 << 16)
def _text(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def number_of(item: object) -> Decimal | None:
    """Return a number as programs keep it: what lies beyond their digits is no difference."""
    if isinstance(item, bool) or not isinstance(item, int | float | Decimal):
        return None
    return _number(item)


@lru_cache(maxsize=1 << 16)
def _number(item: float | Decimal) -> Decimal | None:
    try:
        found = Decimal(f"{item:.{_DIGITS}g}")
        return Decimal(format_plain(found)) if found.is_finite() and abs(found.adjusted()) < 100 else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


# a workbook


def workbook(content: bytes) -> Workbook:
    """Open a workbook to be read a line at a time. Raises :class:`ValueError` on a mangled one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content), read_only=True, keep_links=False)
    # openpyxl raises whatever its parsers raise
    except Exception as problem:
        raise ValueError("no workbook") from problem


def untouched(printed: bytes, expected: bytes) -> frozenset[str]:
    """Return the sheets that are byte for byte in one workbook what they are in the other.

    A sheet names its texts and formats by their numbers, and what lies where is told elsewhere, so all of that must
    be the same as well. Raises as :func:`workbook` does.
    """
    try:
        with zipfile.ZipFile(BytesIO(printed)) as one, zipfile.ZipFile(BytesIO(expected)) as other:
            if not all(_is_same_part(one, name, other, name) for name in _SHARED):
                return frozenset()
            found, due = _sheet_parts(printed), _sheet_parts(expected)
            return frozenset(
                name for name in found if name in due and _is_same_part(one, found[name], other, due[name])
            )
    # openpyxl raises whatever its parsers raise
    except Exception as problem:
        raise ValueError("no workbook") from problem


_SHARED = (
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
_PIECE = 1024 * 1024


def _is_same_part(one: zipfile.ZipFile, name: str, other: zipfile.ZipFile, due: str) -> bool:
    """Whether a part of one container has the very bytes of a part of another."""
    if name not in one.namelist() or due not in other.namelist():
        return False
    with one.open(name) as left, other.open(due) as right:
        while True:
            piece = left.read(_PIECE)
            if piece != right.read(_PIECE):
                return False
            if not piece:
                return True


def _sheet_parts(content: bytes) -> dict[str, str]:
    """Return where each sheet of a workbook lies in its container."""
    # openpyxl keeps the place to itself
    return {
        sheet.title: str(getattr(sheet, "_worksheet_path", "")).lstrip("/") for sheet in workbook(content).worksheets
    }


def lines(book: Workbook, sheet: str) -> Iterator[tuple[int, Line]]:
    """Yield the lines of a sheet that are not blank, with their numbers. Raises as :func:`workbook` does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = book[sheet]
            # how far the sheet says it goes is not how far it goes
            found.reset_dimensions()
            for number, row in enumerate(found.iter_rows(), 1):
                if number > _MOST_ROWS:
                    raise ValueError("more rows than a sheet has")
                line = _trimmed(_shown(cell) for cell in row)
                if line:
                    yield number, line
    except Exception as problem:
        raise ValueError("no sheet") from problem


_MOST_ROWS = 1_048_576


def _trimmed(cells: Iterable[Shown]) -> Line:
    found = list(cells)
    while found and found[-1] == BLANK:
        found.pop()
    return tuple(found)


def _shown(cell: Any) -> Shown:
    value = cell.value
    if value is None:
        return BLANK
    if cell.data_type == "f":
        return Shown(text_of(getattr(value, "text", value)), formula=True)
    number = number_of(value)
    if number is not None:
        return Shown(number=number, disguise=_disguise(str(cell.number_format or "")))
    if isinstance(value, datetime | date | time | timedelta):
        return Shown(str(value))
    return Shown(text_of(value))


_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].')


@lru_cache(maxsize=1 << 12)
def _disguise(code: str) -> str:
    """Return what a number format does to a figure beyond rounding it: digits beside it, another scale, nothing shown.

    A format has up to four sections (ECMA-376, part 1, 18.8.31); the first is that of positive numbers.
    """
    if code.lower() == "general":
        return ""
    first = _IN_BRACKETS.sub("", code)
    literals = "".join(found[0] or found[1] for found in _LITERAL.findall(first.partition(";")[0]))
    bare = _LITERAL.sub("", first).partition(";")[0]
    digits = "".join(re.findall(r"\d", re.sub(r"\(\d+\)", "", literals)))
    if not re.search(r"[0#?@]|general", bare, re.IGNORECASE):
        return "(…)"
    scale = "%" if "%" in bare else "," if re.search(r"[0#?],+(?![0#?])", bare) else ""
    return f"[{scale}{digits}]" if scale or digits or re.search(r"[1-9]", bare) else ""


def origin_of_workbook(content: bytes) -> Origin | None:
    """Return what a workbook was made from; raises :class:`ValueError` as :func:`origin_sheet.read` does."""
    try:
        return origin_sheet.read(workbook(content))
    except Exception as problem:
        raise ValueError("no origin") from problem


def column(place: int) -> str:
    """Return the letters of a column, counted from nought."""
    return get_column_letter(place + 1)


# a document


class Paper(NamedTuple):
    """A document: its paragraphs outside tables, its tables with the paragraph above each, and its charts.

    A chart is a table of its figures, with a line for each category, and the caption below it as its title.
    """

    paragraphs: tuple[str, ...]
    tables: tuple[PaperTable, ...]
    charts: tuple[PaperTable, ...]


@dataclass(frozen=True)
class PaperTable:
    """A table of a document; ``repeats`` says whether its first row stands above it on every page."""

    title: str
    rows: tuple[Line, ...]
    repeats: bool


def document(content: bytes) -> Paper:
    """Read a document. Raises :class:`ValueError` on a mangled one."""
    try:
        word = Document(BytesIO(content))
        return _paper(word.element.body, word.part.related_parts)
    # python-docx raises whatever its parsers raise
    except Exception as problem:
        raise ValueError("no document") from problem


def _paper(body: Any, related: Any) -> Paper:
    paragraphs: list[str] = []
    tables: list[PaperTable] = []
    charts: list[PaperTable] = []
    uncaptioned: list[tuple[Line, ...]] = []
    for element in _blocks(body):
        if element.tag == qn("w:p"):
            text = _words(element)
            if text_of(text):
                paragraphs.append(text)
                charts += [PaperTable(text_of(text), lines, repeats=True) for lines in uncaptioned]
                uncaptioned = []
            drawn = charts_in(element, related)
            uncaptioned += [tuple(tuple(Shown(text_of(one)) for one in line) for line in chart) for chart in drawn]
        else:
            title = text_of(paragraphs[-1]) if paragraphs else ""
            tables.append(PaperTable(title, tuple(_rows(element)), _repeats(element)))
    charts += [PaperTable("", lines, repeats=True) for lines in uncaptioned]
    return Paper(tuple(paragraphs), tuple(tables), tuple(charts))


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, those in frames for content included."""
    for element in parent:
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:moveTo")):
            yield from _blocks(element)


def _rows(table: Any) -> Iterator[Line]:
    for row in table.iterchildren(qn("w:tr"), qn("w:sdt"), qn("w:ins")):
        cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tbl"))) is table]
        texts = ("\n".join(_words_in(one) for one in _blocks(cell)) for cell in cells)
        yield tuple(Shown(text_of(text)) for text in texts)


def _words_in(block: Any) -> str:
    """Return the words of a paragraph, or of all that stand in a table within a cell."""
    return _words(block) if block.tag == qn("w:p") else "\n".join(_words(one) for one in block.iter(qn("w:p")))


def _repeats(table: Any) -> bool:
    row = next(table.iterchildren(qn("w:tr")), None)
    return row is not None and next(row.iter(qn("w:tblHeader")), None) is not None


_SIGNS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): " ",
    qn("w:noBreakHyphen"): "-",
    # a sign by its number in a font: nobody knows here what is seen
    qn("w:sym"): "\N{REPLACEMENT CHARACTER}",
}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_NOT_SHOWN = (qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def _words(element: Any) -> str:
    """Return a paragraph's words as they would be printed: what is noted as inserted, not what is as deleted."""
    found = []
    for one in element.iter(qn("w:t"), _MATH, *_SIGNS):
        if next(one.iterancestors(*_NOT_SHOWN), None) is not None:
            continue
        found.append(_SIGNS.get(one.tag) or one.text or "")
    return "".join(found)


# what machines read


def data(content: bytes) -> dict[str, Any]:
    """Read a report in JSON. Raises :class:`ValueError` for anything else."""
    try:
        found: dict[str, Any] = dict(json.loads(content, parse_float=str, parse_int=str))
    except (RecursionError, TypeError) as problem:
        raise ValueError("no report") from problem
    return found


def origin_of_data(content: bytes) -> Origin | None:
    """Return what a report in JSON was made from; ``None`` where it does not say."""
    made_from = data(content).get("origin")
    return None if made_from is None else origins.from_wire(made_from)


def origin_of_document(content: bytes) -> Origin | None:
    """Return what a document was made from; ``None`` where it does not say. Raises :class:`ValueError`."""
    try:
        return origin_part.read(content)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error) as problem:
        raise ValueError("no document") from problem


def listed(content: bytes) -> list[list[str]]:
    """Read a report as a list. Raises :class:`ValueError` for anything else."""
    text = content.decode("utf-8-sig")
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        return [row for row in csv.reader(StringIO(text, newline=""), delimiter=separator) if row]
    except csv.Error as problem:
        raise ValueError("no list") from problem
