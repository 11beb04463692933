"""Attacks on the container: the ZIP and what is in it."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive
from reformdesk.exchange.verification import verify
from tests.attacks.forge import (
    DATA,
    MANIFEST,
    PAPER,
    SIGNATURE,
    genuine,
    pack,
    parts_of,
    patched_directory,
    refused,
    same_content,
    signed_anew,
    smallest,
    zipped,
)
from tests.attacks.table import performs
from tests.attacks.zips import gigabyte


@performs("byte-flipped")
@pytest.mark.parametrize("change", [0x01, 0x80, None], ids=["lowest", "highest", "none-or-all"])
def test_every_single_byte_changed(change: int | None) -> None:
    original = smallest()
    passed = 0
    for place in range(len(original)):
        flipped = bytearray(original)
        flipped[place] ^= change or flipped[place] or 0xFF
        try:
            found = verify(bytes(flipped))
        except Refused:
            continue
        passed += 1
        assert same_content(found, original), f"byte {place} was changed and something else was called sound"
    # what passes leaves every part as it was: times and versions of the ZIP, which nobody reads
    assert passed < len(original) / 10


@performs("cut")
def test_the_file_cut_off_anywhere() -> None:
    original = smallest()
    for length in range(len(original)):
        refused(original[:length])


@performs("entry-added")
@pytest.mark.parametrize("name", ["readme.txt", "attachments/more.pdf", "META-INF/container.xml", "META-INF/x.p7s"])
def test_an_entry_added(name: str) -> None:
    refused(pack({**parts_of(genuine()), name: b"more"}), "strange-entry", "manifest-mismatch")


@performs("entry-removed")
@pytest.mark.parametrize("name", ["mimetype", DATA, PAPER, MANIFEST, SIGNATURE])
def test_an_entry_removed(name: str) -> None:
    parts = parts_of(genuine())
    del parts[name]
    refused(pack(parts))


@performs("entry-renamed")
@pytest.mark.parametrize(
    ("name", "new"), [(DATA, "reply.json"), (DATA, "data.json"), (PAPER, "attachments/other.pdf"), (PAPER, "paper.pdf")]
)
def test_an_entry_renamed(name: str, new: str) -> None:
    refused(pack({new if one == name else one: content for one, content in parts_of(genuine()).items()}))


@performs("entry-twice")
@pytest.mark.parametrize("second", [DATA, "Submission.json", "SUBMISSION.JSON", PAPER, PAPER.upper()])
def test_an_entry_twice(second: str) -> None:
    entries: list[tuple[zipfile.ZipInfo | str, bytes]] = list(parts_of(genuine()).items())
    for place in (1, len(entries)):
        refused(zipped([*entries[:place], (second, b"{}"), *entries[place:]]))


@performs("entries-reordered")
def test_the_entries_in_another_order() -> None:
    parts = parts_of(genuine())
    names = list(parts)
    assert same_content(verify(pack({name: parts[name] for name in ["mimetype", *reversed(names[1:])]})), genuine())
    # EN 319 162-1, A.1: mimetype comes first
    refused(pack({name: parts[name] for name in reversed(names)}), "not-ours-looks-like", "strange-entry")


@performs("path-traversal")
@pytest.mark.parametrize(
    "name",
    [
        "../submission.json",
        "attachments/../../x.pdf",
        "/etc/passwd",
        "C:\\x.pdf",
        "C:/x.pdf",
        "attachments\\x.pdf",
        "attachments//x.pdf",
        "attachments/./x.pdf",
        "attachments/a/b.pdf",
        "attachments/con.pdf",
        "attachments/NUL",
        "attachments/x.pdf.",
        "attachments/x.pdf ",
        "attachments/x\u202efdp.exe",
        "attachments/",
        "attachments/" + "x" * 300,
    ],
)
def test_a_name_that_leads_elsewhere(name: str) -> None:
    parts = parts_of(genuine())
    content = parts.pop(PAPER)
    refused(zipped([*parts.items(), (name, content)]), "strange-entry")


@performs("link")
@pytest.mark.parametrize("mode", [0o120777, 0o040755, 0o020666, 0o060666, 0o010666, 0o140777])
def test_an_entry_that_is_no_plain_file(mode: int) -> None:
    parts = parts_of(genuine())
    content = parts.pop(PAPER)
    info = zipfile.ZipInfo(PAPER)
    info.external_attr = mode << 16
    refused(zipped([*parts.items(), (info, content)]), "strange-entry")


@performs("encrypted-entry")
@pytest.mark.parametrize("flag", [0x1, 0x40, 0x2000, 0x20])
def test_an_encrypted_entry(flag: int) -> None:
    def encrypt(blob: bytearray, place: int) -> None:
        (flags,) = struct.unpack_from("<H", blob, place)
        struct.pack_into("<H", blob, place, flags | flag)

    refused(patched_directory(genuine(), PAPER, encrypt), "strange-entry")


@performs("zip-inside")
def test_a_zip_inside() -> None:
    inner = zipped([("../evil.txt", b"x" * 100)])
    # listed and signed it is a file like any other, which nobody unpacks; smuggled in it is refused
    refused(pack({**parts_of(genuine()), "attachments/inner.zip": inner}), "manifest-mismatch")
    refused(inner, "not-ours-looks-like")
    refused(pack({**parts_of(genuine()), PAPER: genuine()}), "manifest-mismatch")


@performs("bomb")
def test_a_gigabyte_from_a_megabyte() -> None:
    packed = gigabyte()
    assert len(packed) < 1 << 21
    for declared in (1 << 30, 1000, len(packed)):
        refused(_with_packed(PAPER, packed, declared), "too-large", "damaged-container")


def _with_packed(name: str, packed: bytes, size: int) -> bytes:
    """Put raw deflated bytes in the place of an entry, which declares ``size``."""
    blob = pack({**parts_of(genuine()), name: b"\x00\x01placeholder"})
    entry = next(one for one in archive.directory(blob, archive.Limits()) if one.name == name)
    longer = len(packed) - entry.packed

    made = bytearray(blob[: entry.start] + packed + blob[entry.start + entry.packed :])
    local = entry.start - len(name) - 30
    struct.pack_into("<H", made, local + 8, 8)
    struct.pack_into("<LL", made, local + 18, len(packed), size)
    end = len(made) - 22
    (start,) = struct.unpack_from("<L", made, end + 16)
    struct.pack_into("<L", made, end + 16, start + longer)
    place = start + longer
    while made[place : place + 4] == b"PK\x01\x02":
        (length,) = struct.unpack_from("<H", made, place + 28)
        (offset,) = struct.unpack_from("<L", made, place + 42)
        if made[place + 46 : place + 46 + length] == name.encode():
            struct.pack_into("<H", made, place + 10, 8)
            struct.pack_into("<LL", made, place + 20, len(packed), size)
        elif offset > local:
            struct.pack_into("<L", made, place + 42, offset + longer)
        place += 46 + length
    return bytes(made)


@performs("overlap")
def test_two_entries_that_share_their_bytes() -> None:
    def point_at_the_data(blob: bytearray, place: int) -> None:
        data = next(one for one in archive.directory(genuine(), archive.Limits()) if one.name == DATA)
        struct.pack_into("<L", blob, place + 34, data.start - 30 - len(DATA))

    refused(patched_directory(genuine(), PAPER, point_at_the_data, local=False), "damaged-container")


@performs("many-entries")
def test_a_hundred_thousand_entries() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(zipfile.ZipInfo("mimetype"), b"application/vnd.etsi.asic-e+zip")
        for number in range(100_000):
            made.writestr(zipfile.ZipInfo(f"attachments/{number}"), b"")
    refused(buffer.getvalue(), "too-large", "damaged-container")
    # and said to be few, in a record that lies
    lying = bytearray(buffer.getvalue())
    struct.pack_into("<HH", lying, len(lying) - 14, 5, 5)
    refused(bytes(lying), "too-large", "damaged-container")


@performs("trailing-bytes")
@pytest.mark.parametrize("more", [b"\x00", b"more", b"PK\x05\x06" + bytes(18), b"PK\x03\x04"])
def test_bytes_behind_before_and_between(more: bytes) -> None:
    original = genuine()
    (start,) = struct.unpack_from("<L", original, len(original) - 6)
    refused(original + more)
    refused(more + original)
    refused(original[:start] + more + original[start:])
    refused(original[:-2] + struct.pack("<H", len(more)) + more, "damaged-container")


@performs("zip64")
def test_zip64_tricks() -> None:
    def huge(blob: bytearray, place: int) -> None:
        struct.pack_into("<LL", blob, place + 12, 0xFFFFFFFF, 0xFFFFFFFF)

    refused(patched_directory(genuine(), PAPER, huge))
    refused(patched_directory(genuine(), PAPER, huge, local=False))
    original = genuine()
    end = original[-22:]
    for record in (
        b"PK\x06\x07" + struct.pack("<LQL", 0, 0, 1),
        b"PK\x06\x06" + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, 5, 5, 0, 0),
    ):
        refused(original[:-22] + record + end, "damaged-container")
    info = zipfile.ZipInfo(PAPER)
    info.extra = struct.pack("<2H2Q", 1, 16, 1 << 40, 1 << 40)
    parts = parts_of(genuine())
    content = parts.pop(PAPER)
    refused(zipped([*parts.items(), (info, content)]), "damaged-container")


@performs("data-descriptor")
def test_sizes_that_come_later() -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Unseekable()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts_of(genuine()).items():
            made.writestr(zipfile.ZipInfo(name), content)
    refused(out.getvalue())


@performs("other-compression")
@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93, 95, 99])
def test_another_way_of_packing(method: int) -> None:
    def repack(blob: bytearray, place: int) -> None:
        struct.pack_into("<H", blob, place + 2, method)

    refused(patched_directory(genuine(), PAPER, repack), "strange-entry")


@performs("endless-data")
def test_more_than_anybody_should_read() -> None:
    blanks = signed_anew({**parts_of(smallest()), DATA: b" " * (20 << 20)})
    refused(pack(blanks), "too-large")
    refused(pack({**parts_of(smallest()), MANIFEST: b"x" * (300 << 10)}), "too-large")
    refused(pack({**parts_of(smallest()), SIGNATURE: b"x" * (300 << 10)}), "too-large")
