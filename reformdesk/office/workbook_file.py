"""A workbook from anywhere: told by its content, measured before it is read, then read.

openpyxl reads whatever it is given: a few kilobytes can unpack to gigabytes, one merged range can
stand for a thousand million cells. So the parts are looked at as bytes first.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import range_boundaries

from reformdesk.errors import Mendable
from reformdesk.office.container import OLE, ZIP, has_document_type, is_lock_mark, is_locked, marked_by, read_up_to

MOST_BYTES = 10 * 1024 * 1024
"""The largest workbook that is read; a form has some twenty kilobytes."""

_MOST_PARTS = 1000
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 1024 * 1024
_MOST_SHEETS = 100
_PIECE = 1024 * 1024
_LONGEST_TAG = 8 * _PIECE


@dataclass(frozen=True)
class Limits:
    """How much of an office file is read: bytes unpacked, cells with rows, cells in merged ranges and links."""

    unpacked: int = 64 * 1024 * 1024
    cells: int = 100_000
    in_ranges: int = 100_000


FORM = Limits()
"""A form that an agency fills in has a few thousand cells."""

_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin")
_SUFFIXES = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")


@dataclass(frozen=True)
class Read:
    """A workbook with the values that its cells last showed and, where it has formulas, once more with them."""

    values: Workbook
    formulas: Workbook | None


def is_workbook(path: Path) -> bool:
    """Whether a file is a spreadsheet, of any kind and whatever its name, rather than an exchange file."""
    if is_lock_mark(path):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(100)
            if head.startswith(OLE) or _ODS in head:
                return True
            if not head.startswith(ZIP):
                return not head.startswith(b"{") and path.suffix.lower() in _SUFFIXES
            file.seek(0)
            with zipfile.ZipFile(file) as archive:
                return any(name in _BOOKS for name in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return path.suffix.lower() in _SUFFIXES


def read(path: Path) -> Read:
    """Read a workbook. Raises ``Mendable`` with one clear reason:

    ``path-missing``, ``file-in-use``, ``file-unreadable``; ``workbook-open`` (the mark that a program
    puts beside an open file), ``workbook-locked`` (a password), ``workbook-old`` (.xls),
    ``workbook-other`` (.ods and the like), ``workbook-too-large``, ``workbook-damaged``.
    """
    if is_lock_mark(path):
        raise Mendable("workbook-open", file=marked_by(path))
    content = read_up_to(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise Mendable("workbook-too-large", file=path.name)
    _check_kind(content, path.name)
    has_formulas = measure(content, path.name)
    values = _load(content, path.name, data_only=True)
    return Read(values, _load(content, path.name, data_only=False) if has_formulas else None)


def _check_kind(content: bytes, name: str) -> None:
    if content.startswith(OLE):
        raise Mendable("workbook-locked" if is_locked(content) else "workbook-old", file=name)
    if _ODS in content[:100]:
        raise Mendable("workbook-other", file=name)
    if not content.startswith(ZIP):
        raise Mendable("workbook-damaged", file=name)


def measure(content: bytes, name: str, limits: Limits = FORM, main: str = _BOOKS[0]) -> bool:
    """Look at an office file's parts before anything parses them; return whether there are formulas.

    ``main`` is the part that makes it what it is said to be. Raises ``Mendable``: ``workbook-other``,
    ``workbook-too-large``, ``workbook-damaged``.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if not any(part.filename == main for part in parts):
                raise Mendable("workbook-other", file=name)
            _check_sizes(parts, name, limits)
            return _check_parts(archive, parts, name, limits)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as problem:
        raise Mendable("workbook-damaged", file=name) from problem
    # a damaged deflate stream comes as zlib's own error
    except Exception as problem:
        if isinstance(problem, Mendable):
            raise
        raise Mendable("workbook-damaged", file=name) from problem


def _check_sizes(parts: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    bomb = unpacked > _RATIO_COUNTS_FROM and unpacked > _MOST_RATIO * max(packed, 1)
    if len(parts) > _MOST_PARTS or unpacked > limits.unpacked or bomb:
        raise Mendable("workbook-too-large", file=name)


def _check_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str, limits: Limits) -> bool:
    cells = area = sheets = 0
    formulas = False
    for part in parts:
        if not part.filename.endswith((".xml", ".rels", ".vml")):
            continue
        is_sheet = part.filename.startswith("xl/worksheets/")
        sheets += is_sheet
        for content in _pieces(archive, part, name):
            if has_document_type(content):
                raise Mendable("workbook-damaged", file=name)
            if is_sheet:
                cells += len(_CELL.findall(content)) + len(_ROW.findall(content))
                area += sum(_areas(content))
                formulas = formulas or _FORMULA.search(content) is not None
        if cells > limits.cells or area > limits.in_ranges or sheets > _MOST_SHEETS * 2:
            raise Mendable("workbook-too-large", file=name)
    return formulas


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Yield a part in pieces, none of which begins or ends within a tag."""
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            rest += piece
            end = rest.rfind(b">") + 1
            yield rest[:end]
            rest = rest[end:]
            if len(rest) > _LONGEST_TAG:
                raise Mendable("workbook-too-large", file=name)
    yield rest


def _areas(content: bytes) -> Iterator[int]:
    for found in _RANGE.findall(content):
        left, top, right, bottom = range_boundaries(found.decode("ascii", "replace"))
        yield ((right or 16384) - (left or 1) + 1) * ((bottom or 1_048_576) - (top or 1) + 1)


def _load(content: bytes, name: str, *, data_only: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            # it warns of what it leaves out, such as newer kinds of checks; none of it is a figure
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)
    # openpyxl raises whatever its parsers raise on a mangled workbook
    except Exception as problem:
        raise Mendable("workbook-damaged", file=name) from problem
