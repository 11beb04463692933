"""Files that came with a submission: told by content, copied under a harmless name, taken away again."""

from __future__ import annotations

import os
import stat
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from reformdesk.core import enclosures, filing, opening_evidence
from reformdesk.core.opening_evidence import CameAlong, Kind, Viewing, came_along, kind_of, shown_title
from reformdesk.errors import Mendable
from reformdesk.exchange.verification import verify
from tests.core.desks import at_work

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RELATIONSHIPS = (
    '<Relationships xmlns="x"><Relationship Id="1" Type="http://o/{kind}" Target="{to}" TargetMode="External"/>'
)


def word() -> bytes:
    made = BytesIO()
    Document().save(made)
    return made.getvalue()


def excel() -> bytes:
    made = BytesIO()
    Workbook().save(made)
    return made.getvalue()


def with_part(office_file: bytes, name: str, content: bytes) -> bytes:
    made = BytesIO(office_file)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, content)
    return made.getvalue()


def external(kind: str) -> bytes:
    return RELATIONSHIPS.format(kind=kind, to="https://example.org/x").encode()


def compound(*names: str) -> bytes:
    return COMPOUND + b"".join(name.encode("utf-16-le") + bytes(64) for name in names)


PLAIN_ZIP = with_part(b"PK\x05\x06" + bytes(18), "a.txt", b"a")
CASES = {
    "pdf": (b"%PDF-1.7 x", Kind.PDF),
    "png": (b"\x89PNG\r\n\x1a\nx", Kind.PNG),
    "jpeg": (b"\xff\xd8\xff\xe0x", Kind.JPEG),
    "word": (word(), Kind.WORD),
    "excel": (excel(), Kind.EXCEL),
    "old word": (compound("WordDocument"), Kind.WORD),
    "old excel": (compound("Workbook"), Kind.EXCEL),
    "a link is no program": (with_part(word(), "word/_rels/b.xml.rels", external("hyperlink")), Kind.WORD),
    "macros": (with_part(word(), "word/vbaProject.bin", b"x"), Kind.ACTIVE),
    "macros by another name": (with_part(excel(), "xl/vbaProject.BIN", b"x"), Kind.ACTIVE),
    "old macro sheet": (with_part(excel(), "xl/macrosheets/sheet1.xml", b"x"), Kind.ACTIVE),
    "fetched template": (with_part(word(), "word/_rels/a.xml.rels", external("attachedTemplate")), Kind.ACTIVE),
    "fetched object": (with_part(excel(), "xl/_rels/a.xml.rels", external("oleObject")), Kind.ACTIVE),
    "more relationships than one reads": (with_part(word(), "word/_rels/z.xml.rels", bytes(2_000_000)), Kind.ACTIVE),
    "old macros": (compound("WordDocument", "_VBA_PROJECT"), Kind.ACTIVE),
    "a locked file": (compound("EncryptedPackage"), Kind.ACTIVE),
    "an installer": (compound("SummaryInformation"), Kind.OTHER),
    "a program": (b"MZ\x90\0", Kind.OTHER),
    "a script": (b"#!/bin/sh\n", Kind.OTHER),
    "a page": (b"<html><script>", Kind.OTHER),
    "an archive": (PLAIN_ZIP, Kind.OTHER),
    "a broken archive": (b"PK\x03\x04" + bytes(50), Kind.OTHER),
    "half a file": (word()[:-200], Kind.OTHER),
    "a blank before the print": (b" %PDF-1.7", Kind.OTHER),
    "nothing": (b"", Kind.OTHER),
}


@pytest.mark.parametrize("name", CASES)
def test_content_tells_the_kind(name: str) -> None:
    content, kind = CASES[name]
    assert kind_of(content) is kind


@given(st.sampled_from([b"", b"PK\x03\x04", COMPOUND, b"%PDF-"]), st.binary(max_size=300))
def test_no_content_is_too_odd(beginning: bytes, rest: bytes) -> None:
    assert kind_of(beginning + rest) in Kind


def file(title: str = "Quyết định.pdf", content: bytes = b"%PDF-1.7 x", **given_: str) -> CameAlong:
    kind = kind_of(content)
    ending = opening_evidence._ending(kind, content, title)
    return CameAlong("n", "x", title, len(content), given_.get("sha256", "ab" * 32), kind, ending)


@pytest.mark.parametrize(
    ("title", "content", "name"),
    [
        ("Quyết định số 12.pdf", b"%PDF-1.7", "quyet-dinh-so-12-abababab.pdf"),
        ("../../../etc/passwd.pdf", b"%PDF-1.7", "passwd-abababab.pdf"),
        ("..\\..\\Startup\\x.pdf", b"%PDF-1.7", "startup-x-abababab.pdf"),
        ("CON.pdf", b"%PDF-1.7", "con-abababab.pdf"),
        ("x.pdf.exe", b"%PDF-1.7", "x-pdf-abababab.pdf"),
        ("x.exe", b"\x89PNG\r\n\x1a\n", "x-abababab.png"),
        ("", b"%PDF-1.7", "x-abababab.pdf"),
        ("a" * 200 + ".pdf", b"%PDF-1.7", "a" * 40 + "-abababab.pdf"),
        ("bảng.xls", compound("Workbook"), "bang-abababab.xls"),
        ("bảng.exe", excel(), "bang-abababab.xlsx"),
        ("x.exe", b"MZ", "x-abababab.bin"),
        ("x.ODT", PLAIN_ZIP, "x-abababab.odt"),
    ],
)
def test_a_copy_has_a_harmless_name(title: str, content: bytes, name: str) -> None:
    assert file(title, content).harmless_name == name


@given(st.text())
def test_every_title_gives_one_plain_name(title: str) -> None:
    name = file(title).harmless_name
    assert name.isascii()
    assert Path(name).name == name
    assert name.endswith("-abababab.pdf")
    assert not name.startswith(("-", "."))


def test_what_turns_a_title_around_is_not_shown() -> None:
    assert shown_title("hoa\u202efdp\u200b.exe\n") == "hoafdp.exe"


def test_a_copy_is_read_only_for_its_owner_alone_and_goes_at_the_end(tmp_path: Path) -> None:
    viewing = Viewing(tmp_path)
    path = viewing.put(file(), b"%PDF-1.7 x")
    assert path.read_bytes() == b"%PDF-1.7 x"
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    # looked at once more
    assert viewing.put(file(), b"%PDF-1.7 x") == path
    other = viewing.put(file(content=b"%PDF-1.7 y", sha256="cd" * 32), b"%PDF-1.7 y")
    assert other.parent == path.parent
    viewing.end()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Mendable):
        viewing.put(file(), b"%PDF-1.7 x")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_marked_before_it_is_laid_down_for_good(tmp_path: Path) -> None:
    marked: list[tuple[Path, bool]] = []

    def mark(path: Path) -> None:
        marked.append((path, os.access(path, os.W_OK) and bool(path.stat().st_mode & stat.S_IWUSR)))
        opening_evidence.mark_as_from_elsewhere(path)

    path = Viewing(tmp_path, mark).put(file(), b"%PDF-1.7 x")
    assert marked == [(path, True)]
    stream = Path(f"{path}:Zone.Identifier")
    assert stream.read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"


@pytest.mark.parametrize("content", [b"MZ\x90", with_part(word(), "word/vbaProject.bin", b"x")])
def test_what_may_run_is_not_laid_down(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Mendable) as refused:
        Viewing(tmp_path).put(file("Quyết định.pdf", content), content)
    assert refused.value.code == "evidence-not-opened"
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_behind_goes_after_a_day_and_nothing_else_does(tmp_path: Path) -> None:
    old, young, foreign, pointed = (
        tmp_path / name
        for name in ("reformdesk-evidence-old", "reformdesk-evidence-young", "somebody-else", "elsewhere")
    )
    for folder in (old, young, foreign, pointed):
        folder.mkdir()
        (folder / "x.pdf").write_bytes(b"x")
    (old / "x.pdf").chmod(0o400)
    link = tmp_path / "reformdesk-evidence-link"
    link.symlink_to(pointed)
    long_ago = time.time() - 2 * 86_400
    for folder in (old, foreign, pointed):
        os.utime(folder, (long_ago, long_ago))
    os.utime(link, (long_ago, long_ago), follow_symlinks=False)
    Viewing(tmp_path).put(file(), b"%PDF-1.7 x")
    assert not old.exists()
    for folder in (young, foreign, pointed):
        assert (folder / "x.pdf").exists()


def test_the_files_of_a_submission_are_told_by_indicator(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        desks.type(m="40", n="2", o="3")
        for name, title, content in (("m", "Biên bản.docx", word()), ("n", "Ảnh\u202e.png", b"\x89PNG\r\n\x1a\nx")):
            enclosures.enclose(desks.agency, desks.round, name, title, content, desks.tick())
        sent = desks.finish()
        desks.take(sent)
        (one,) = desks.received()
        verified = verify(filing.bytes_of(desks.office, one.digest, one.signer))
        found = {file.indicator: file for file in came_along(verified)}
        assert {name: (file.title, file.kind) for name, file in found.items()} == {
            "m": ("Biên bản.docx", Kind.WORD),
            "n": ("Ảnh.png", Kind.PNG),
        }
        assert found["n"].size == len(b"\x89PNG\r\n\x1a\nx")
        again = opening_evidence.content_of(desks.office, one.digest, one.signer, found["m"].name)
        assert again == verified.attachments[found["m"].name]
        with pytest.raises(KeyError):
            opening_evidence.content_of(desks.office, one.digest, one.signer, "no-such-file")
