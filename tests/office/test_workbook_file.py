"""Workbooks of every kind and size: told apart, measured, and refused with one clear reason."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from reformdesk.errors import Mendable
from reformdesk.exchange.asice import MIME_TYPE
from reformdesk.office import workbook_file
from tests.office.forms import bytes_of

SHEET = "xl/worksheets/sheet1.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def small() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["a", 1])
    return bytes_of(book)


def changed(name: str, content: bytes, blob: bytes | None = None) -> bytes:
    """Return a workbook with one part replaced, or added."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(blob or small())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, content)
    return made.getvalue()


def part(name: str = SHEET) -> bytes:
    with zipfile.ZipFile(BytesIO(small())) as archive:
        return archive.read(name)


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


ODS = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
MERGED = part().replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
LINKED = part().replace(b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>')
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("workbook-locked", _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("workbook-old", _OLE + b"\0" * 600 + "Workbook".encode("utf-16-le")),
        ("workbook-other", ODS),
        ("workbook-other", zipped(a=b"b")),
        ("workbook-damaged", b""),
        ("workbook-damaged", b"a;b\n1;2"),
        ("workbook-damaged", small()[:-200]),
        ("workbook-damaged", changed(SHEET, b"<worksheet")),
        ("workbook-damaged", changed("xl/workbook.xml", b"<a")),
        ("workbook-damaged", changed(SHEET, DOCTYPE + part())),
        ("workbook-damaged", changed(SHEET, (DOCTYPE + b"<a/>").decode().encode("utf-16"))),
        ("workbook-too-large", b"PK\x03\x04" + b"\0" * workbook_file.MOST_BYTES),
        ("workbook-too-large", changed("xl/media/a.bin", b"\0" * 2_000_000)),
        ("workbook-too-large", changed(SHEET, MERGED)),
        ("workbook-too-large", changed(SHEET, LINKED)),
        ("workbook-too-large", changed(SHEET, part().replace(b"</sheetData>", b"<row/>" * 100_001 + b"</sheetData>"))),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(code: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "biểu.xlsx"
    path.write_bytes(content)
    with pytest.raises(Mendable) as told:
        workbook_file.read(path)
    assert (told.value.code, told.value.params["file"]) == (code, path.name)


@pytest.mark.parametrize("name", ["~$bieu.xlsx", ".~lock.bieu.xlsx#"])
def test_the_mark_of_an_open_file_names_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Hoa" + b"\0" * 160)
    assert workbook_file.is_workbook(path)
    with pytest.raises(Mendable) as told:
        workbook_file.read(path)
    assert (told.value.code, told.value.params) == ("workbook-open", {"file": "bieu.xlsx"})


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(Mendable, match="path-missing"):
        workbook_file.read(tmp_path / "không có.xlsx")
    with pytest.raises(Mendable, match="file-unreadable"):
        workbook_file.read(tmp_path)


@pytest.mark.parametrize("name", ["bieu.xlsx", "bieu.zip", "bieu", "bieu.rdround"])
def test_a_workbook_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(small())
    assert workbook_file.is_workbook(path)
    assert workbook_file.read(path).formulas is None


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (_OLE, "a", True),
        (ODS, "a", True),
        (b"garbage", "a.xlsx", True),
        (b"garbage", "a.rdsub", False),
        (zipped(mimetype=MIME_TYPE), "a.zip", False),
        (b"%PDF-1.7", "a.pdf", False),
    ],
)
def test_other_files_are_told_from_workbooks(content: bytes, name: str, expected: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert workbook_file.is_workbook(path) is expected


def test_a_formula_is_seen_with_its_last_result(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(SHEET, part().replace(b'<c r="B1" t="n"><v>1</v>', b'<c r="B1"><f>1+1</f><v>2</v>')))
    read = workbook_file.read(path)
    assert read.formulas is not None
    assert (read.values.worksheets[0]["B1"].value, read.formulas.worksheets[0]["B1"].value) == (2, "=1+1")
