"""Forms of every kind and size: told apart, measured, and refused with one clear reason; the original never touched."""

from __future__ import annotations

import os
import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from reformdesk.core.report import Report
from reformdesk.errors import Mendable
from reformdesk.office import form_filling, form_package
from reformdesk.office.form_package import FormKind
from tests.office.filled_forms import DOCUMENT, PRESENT, SHEET, cells, document, parts_of, with_part

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


STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
"""The namespaces of ISO/IEC 29500 strict, which Excel and Word write on demand."""


@pytest.mark.parametrize("made", [cells, document], ids=["workbook", "document"])
def test_a_form_in_the_strict_format_is_filled(made: object, report: Report) -> None:
    raw = f"{{{{{PRESENT}; đvt}}}}"
    content = cells(A1=raw) if made is cells else document(lambda word: word.add_paragraph(raw))
    for old, new in STRICT.items():
        for name, part in parts_of(content).items():
            content = with_part(content, name, part.replace(old, new))
    form = form_filling.fill(form_package.opened(content, "a"), report)
    assert (len(form.filled), form.left) == (1, ())
    unit = report.newest.catalogue.indicators[PRESENT].unit.vi
    assert any(unit.encode() in part for part in parts_of(form.content).values())


@pytest.mark.parametrize("seed", range(60))
def test_a_mangled_form_is_filled_or_refused(seed: int, report: Report) -> None:
    """Whatever a part holds, there is a form or one clear reason."""
    dice = Random(seed)
    raw = f"{{{{{PRESENT}}}}}"
    content = cells(A1=raw, A2=f"x {raw}", A3="=A1") if seed % 2 else document(lambda word: word.add_paragraph(raw))
    name = dice.choice([one for one in parts_of(content) if one.endswith((".xml", ".rels"))])
    pieces = re.split(rb'(<[^>]*>|"[^"]*")', parts_of(content)[name])
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(pieces))
        pieces[at] = dice.choice([b"", dice.choice(pieces), b'"-1"', b'"x"', b'""', b"{{a}}", b"\xff", b"<t/>"])
    mangled = with_part(content, name, b"".join(pieces))
    # any other error is a crash
    with suppress(Mendable):
        form_filling.fill(form_package.opened(mangled, "a"), report)
