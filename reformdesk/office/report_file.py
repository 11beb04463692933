"""A written report that comes back: told by its content whatever its name, and measured before it is read."""

from __future__ import annotations

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from reformdesk.core.report import TIDY_HEADER
from reformdesk.errors import Mendable
from reformdesk.office import workbook_file
from reformdesk.office.container import ZIP, read_up_to
from reformdesk.office.origin_part import NAMESPACE
from reformdesk.office.origin_sheet import SHEET
from reformdesk.office.workbook_file import Limits

MOST_BYTES = 256 * 1024 * 1024
"""The largest report that is read; one of twelve rounds of three hundred agencies has some twenty megabytes."""
_LIMITS = Limits(unpacked=1024 * 1024 * 1024, cells=20_000_000, in_ranges=2_000_000)
_MOST_BESIDE_SHEETS = 128 * 1024 * 1024
"""How many bytes unpack beside a workbook's sheets, which are read a line at a time."""
_BOM = b"\xef\xbb\xbf"
_REPORT_FORMAT = b'"reformdesk-report/'
_HEAD = 400


class Kind(StrEnum):
    """What a report is written as; the value is the suffix of its file's name."""

    WORKBOOK = ".xlsx"
    DOCUMENT = ".docx"
    LINES = ".csv"
    DATA = ".json"


_MAIN = {Kind.WORKBOOK: "xl/workbook.xml", Kind.DOCUMENT: "word/document.xml"}
_MARKS = {"xl/workbook.xml": f'"{SHEET}"'.encode(), "customXml/": f'"{NAMESPACE}"'.encode()}
"""What only a report of this program has in a part of its file."""
_LONGEST_MARKED = 64 * 1024
SEPARATORS = (",", ";", "\t")
"""What parts the fields of a list; Excel writes the semicolon where the comma is the decimal sign."""


def kind_of(path: Path) -> Kind | None:
    """Return as what a report is written in a file; ``None`` for any other file, and for one that cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not head.startswith(ZIP):
                return _kind_of_text(head)
            file.seek(0)
            with zipfile.ZipFile(file) as archive:
                names = set(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return None
    return next((kind for kind, main in _MAIN.items() if main in names), None)


def is_ours(path: Path) -> bool:
    """Whether a file says by itself that it is a report of this program; any other workbook or document does not."""
    kind = kind_of(path)
    if kind is None or kind not in _MAIN:
        return kind is not None
    try:
        with zipfile.ZipFile(path) as archive:
            return any(
                mark in archive.open(name).read(_LONGEST_MARKED)
                for name in archive.namelist()
                for part, mark in _MARKS.items()
                if name.startswith(part) and name.endswith(".xml")
            )
    except (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError):
        return False


def _kind_of_text(head: bytes) -> Kind | None:
    text = head.removeprefix(_BOM)
    if text.lstrip().startswith(b"{") and _REPORT_FORMAT in text:
        return Kind.DATA
    first = text.partition(b"\n")[0].rstrip().replace(b'"', b"")
    heads = {separator.join(TIDY_HEADER).encode() for separator in SEPARATORS}
    return Kind.LINES if any(first.startswith(one) for one in heads) else None


def read(path: Path, kind: Kind) -> bytes:
    """Return a report's bytes, its parts looked at before anything parses them.

    Raises ``Mendable``: ``path-missing``, ``file-in-use``, ``file-unreadable``, ``report-too-large``,
    ``report-damaged``.
    """
    content = read_up_to(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise Mendable("report-too-large", file=path.name)
    if kind in _MAIN:
        try:
            workbook_file.measure(content, path.name, _LIMITS, _MAIN[kind])
            _look_beside_sheets(content, path.name)
        except Mendable as problem:
            code = "report-too-large" if problem.code.endswith("-too-large") else "report-damaged"
            raise Mendable(code, file=path.name) from problem
    return content


def _look_beside_sheets(content: bytes, name: str) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if len(set(archive.namelist())) < len(archive.namelist()):
            # of two parts with one name, each program may show another
            raise Mendable("report-damaged", file=name)
        beside = sum(one.file_size for one in archive.infolist() if not one.filename.startswith("xl/worksheets/"))
    if beside > _MOST_BESIDE_SHEETS:
        raise Mendable("report-too-large", file=name)
