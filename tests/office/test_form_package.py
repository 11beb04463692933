"""Forms of every kind and size: told apart, measured, and refused with one clear reason; the original never touched."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reformdesk.errors import Mendable
from reformdesk.office import form_filling, form_package
from reformdesk.office.form_package import FormKind
from tests.office.filled_forms import DOCUMENT, SHEET, cells, document, parts_of, with_part

TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'
BOOK, WORD = cells(A1="{{a}}"), document(lambda word: word.add_paragraph("{{a}}"))


def typed(content: bytes, old: bytes, new: bytes) -> bytes:
    return with_part(content, TYPES, parts_of(content)[TYPES].replace(old, new))


def twice(content: bytes, name: str) -> bytes:
    """Return a package with two parts of one name."""
    out = BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(name, b"<a/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("form-locked", _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("form-old", _OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")),
        ("form-other", b""),
        ("form-other", b"{\\rtf1 {{a}}}"),
        ("form-other", b"%PDF-1.7"),
        ("form-other", with_part(cells(A1="x"), TYPES, b"<Types/>")),
        ("form-other", typed(BOOK, b"sheet.main+xml", b"template.main+xml")),
        ("form-macros", with_part(BOOK, "xl/vbaProject.bin", b"x")),
        ("form-macros", typed(WORD, b"wordprocessingml.document.main", b"macroEnabled.main")),
        ("form-damaged", BOOK[:-200]),
        ("form-damaged", with_part(BOOK, TYPES, b"<Types")),
        ("form-damaged", with_part(BOOK, SHEET, DOCTYPE + parts_of(BOOK)[SHEET])),
        ("form-damaged", with_part(WORD, DOCUMENT, (DOCTYPE + b"<a/>").decode().encode("utf-16"))),
        ("form-too-large", b"PK\x03\x04" + b"\0" * form_package.MOST_BYTES),
        ("form-too-large", with_part(BOOK, "xl/media/a.bin", b"\0" * 2_000_000)),
        ("form-too-large", with_part(WORD, DOCUMENT, os.urandom(1_500_000).hex().encode() * 12)),
        ("form-too-large", with_part(WORD, DOCUMENT, b"<a>" + b"{{}}" * 50_001 + b"</a>")),
    ],
)
def test_what_is_no_form_is_refused_with_its_reason(code: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "biểu.xlsx"
    path.write_bytes(content)
    with pytest.raises(Mendable) as told:
        form_package.read(path)
    assert (told.value.code, told.value.params["file"]) == (code, path.name)


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(Mendable, match="form-damaged"):
        form_package.opened(twice(WORD, DOCUMENT), "a")


@pytest.mark.parametrize("name", ["~$bieu.docx", ".~lock.bieu.docx#"])
def test_the_mark_of_an_open_file_names_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Hoa")
    with pytest.raises(Mendable) as told:
        form_package.read(path)
    assert (told.value.code, told.value.params) == ("form-open", {"file": "bieu.docx"})


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(Mendable, match="path-missing"):
        form_package.read(tmp_path / "không có.docx")
    with pytest.raises(Mendable, match="file-unreadable"):
        form_package.read(tmp_path)


@pytest.mark.parametrize(("content", "kind"), [(BOOK, FormKind.WORKBOOK), (WORD, FormKind.DOCUMENT)])
def test_a_form_is_known_by_its_content(content: bytes, kind: FormKind, tmp_path: Path) -> None:
    path = tmp_path / "bieu.bin"
    path.write_bytes(content)
    assert form_package.read(path).kind is kind


def test_what_is_not_changed_keeps_its_bytes_its_order_and_its_dates() -> None:
    package = form_package.opened(WORD, "a")
    written = package.with_parts({DOCUMENT: b"<a/>"})
    assert parts_of(written) == {**parts_of(WORD), DOCUMENT: b"<a/>"}
    with zipfile.ZipFile(BytesIO(WORD)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        kept = [[(one.filename, one.date_time, one.compress_type) for one in each.infolist()] for each in (old, new)]
    assert kept[0] == kept[1]


def test_the_form_itself_is_never_the_target(tmp_path: Path) -> None:
    form, link = tmp_path / "bieu.xlsx", tmp_path / "khac.xlsx"
    form.write_bytes(BOOK)
    link.hardlink_to(form)
    for target in (form, tmp_path / ".." / tmp_path.name / "bieu.xlsx", link):
        with pytest.raises(Mendable, match="form-over-itself"):
            form_filling.check_target(form, FormKind.WORKBOOK, target)
    with pytest.raises(Mendable, match="form-suffix"):
        form_filling.check_target(form, FormKind.WORKBOOK, tmp_path / "a.docx")
    form_filling.check_target(form, FormKind.WORKBOOK, tmp_path / "a.XLSX")
