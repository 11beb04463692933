"""The ZIP layer against what a stranger may send: hand-made headers, bombs, hidden bytes."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import pack_into, unpack_from
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.errors import Refused
from reformdesk.exchange import archive
from reformdesk.exchange.archive import Limits

LIMITS = Limits(entries=5, entry_bytes=100_000, total_bytes=150_000, ratio=120, name_length=40)
PARTS = {"mimetype": b"text/plain", "one.json": b'{"a":1}' * 50, "two": b""}
NAMES = st.from_regex(r"[a-z]{1,12}(\.[a-z]{1,3})?", fullmatch=True)

# where a field stands in a local header, a directory record and the end record (APPNOTE 4.3.7, 4.3.12, 4.3.16)
FLAGS, METHOD, CRC, SIZE = (6, 8), (8, 10), (14, 16), (22, 24)


def read(blob: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    return {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, limits)}


def refusal(blob: bytes, limits: Limits = LIMITS) -> Refused:
    with pytest.raises(Refused) as caught:
        read(blob, limits)
    return caught.value


def good() -> bytes:
    return archive.pack(PARTS, stored="mimetype")


def places(blob: bytes | bytearray, name: str) -> tuple[int, int]:
    """Return where an entry's local header and its directory record begin."""
    local = blob.index(name.encode()) - 30
    return local, blob.rindex(name.encode()) - 46


def with_field(name: str, field: tuple[int, int], form: str, value: int, *, local: bool = True) -> bytes:
    """Return the good archive with one field of an entry set, in its record and its local header."""
    blob = bytearray(good())
    at_local, at_record = places(blob, name)
    if local:
        pack_into(form, blob, at_local + field[0], value)
    pack_into(form, blob, at_record + field[1], value)
    return bytes(blob)


def other_zip(fill: Callable[[ZipFile], None]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        fill(made)
    return buffer.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=2000), min_size=1, max_size=5))
def test_what_is_packed_comes_back_here_and_in_any_zip_program(parts: dict[str, bytes]) -> None:
    blob = archive.pack(parts, stored=next(iter(parts)))
    assert read(blob) == parts
    assert list(read(blob)) == list(parts)
    with ZipFile(BytesIO(blob)) as other:
        assert other.testzip() is None
        assert {name: other.read(name) for name in other.namelist()} == parts


def test_equal_parts_give_equal_bytes() -> None:
    assert good() == archive.pack(dict(PARTS), stored="mimetype")


def test_an_honest_file_that_deflates_like_a_bomb_is_stored() -> None:
    blob = archive.pack({"blank.bmp": bytes(90_000)}, stored="")
    assert read(blob) == {"blank.bmp": bytes(90_000)}


def test_every_byte_belongs_to_something() -> None:
    """A bit changed anywhere is noticed, but for what only describes who packed it and for filling bits."""
    blob = good()
    silent = set()
    for place in range(len(blob)):
        bad = bytearray(blob)
        bad[place] ^= 0x10
        try:
            if read(bytes(bad)) == PARTS:
                silent.add(place)
        except Refused:
            continue
    records = [places(blob, name)[1] for name in PARTS]
    # version made by; internal attributes; external attributes (a mode that is still a regular file)
    describing = {record + offset for record in records for offset in (4, 5, 36, 37, 38, 39, 40, 41)}
    last_of_deflated = places(blob, "two")[0] - 1
    assert silent <= describing | {last_of_deflated}


def with_hidden_bytes() -> bytes:
    """Return the archive with bytes between its last entry and its directory, all offsets right."""
    blob = bytearray(good())
    start = unpack_from("<L", blob, len(blob) - 6)[0]
    pack_into("<L", blob, len(blob) - 6, start + 6)
    blob[start:start] = b"hidden"
    return bytes(blob)


def with_an_entry_inside_another() -> bytes:
    """Return an archive whose second entry, header and all, is the end of the first one's bytes."""
    inner = archive.pack({"two": b"inner"}, stored="two")
    inner_entry, inner_record = inner[: 30 + 3 + 5], inner[30 + 3 + 5 : -22]
    outer = archive.pack({"one": b"outer" + inner_entry}, stored="one")
    end, record = outer[-22:], bytearray(inner_record)
    pack_into("<L", record, 42, 30 + 3 + 5)
    body = bytearray(outer[:-22] + record + end)
    for at in (8, 10):
        pack_into("<H", body, len(body) - 22 + at, 2)
    pack_into("<L", body, len(body) - 10, 2 * len(record))
    return bytes(body)


@pytest.mark.parametrize("cut", range(1, 120, 7))
def test_cut_short(cut: int) -> None:
    assert refusal(good()[:-cut]).code == "damaged-container"


@pytest.mark.parametrize(
    "blob",
    [
        b"x" + good(),
        good() + b"x",
        good()[:-2] + b"\x01\x00x",
        with_hidden_bytes(),
        with_an_entry_inside_another(),
    ],
    ids=["before", "behind", "comment", "between", "inside"],
)
def test_bytes_outside_the_entries(blob: bytes) -> None:
    assert refusal(blob).code == "damaged-container"


def test_bytes_hidden_behind_a_deflated_stream() -> None:
    blob = bytearray(good())
    local, record = places(blob, "one.json")
    packed = unpack_from("<L", blob, local + 18)[0]
    end = local + 30 + len("one.json") + packed
    for at in (local + 18, record + 20):
        pack_into("<L", blob, at, packed + 6)
    pack_into("<L", blob, places(blob, "two")[1] + 42, places(blob, "two")[0] + 6)
    pack_into("<L", blob, len(blob) - 6, unpack_from("<L", blob, len(blob) - 6)[0] + 6)
    blob[end:end] = b"hidden"
    assert refusal(bytes(blob)).params == {"detail": "deflate"}


def test_a_size_that_lies_does_not_inflate_the_bomb() -> None:
    """Declared small, inflates to 200 MB: no more is inflated than was declared."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = b"".join(stream.compress(bytes(1 << 20)) for _ in range(200)) + stream.flush()
    blob = bytearray(archive.pack({"one.json": bomb}, stored="one.json"))
    record = places(blob, "one.json")[1]
    for at, size_at in ((8, 22), (record + 10, record + 24)):
        pack_into("<H", blob, at, 8)
        pack_into("<L", blob, size_at, 10)
    generous = Limits(entry_bytes=1 << 20)
    tracemalloc.start()
    try:
        assert refusal(bytes(blob), generous).params == {"detail": "deflate"}
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("parts", "limits", "detail"),
    [
        ({str(number): b"" for number in range(6)}, LIMITS, "entries"),
        ({"one": bytes(100_001)}, LIMITS, "bytes"),
        ({"one": bytes(80_000), "two": bytes(80_000)}, LIMITS, "bytes"),
    ],
)
def test_limits(parts: dict[str, bytes], limits: Limits, detail: str) -> None:
    problem = refusal(archive.pack(parts, stored=""), limits)
    assert (problem.code, problem.params) == ("too-large", {"detail": detail})


def test_ratio_limit() -> None:
    blob = other_zip(lambda made: made.writestr("one", bytes(99_000), ZIP_DEFLATED))
    assert refusal(blob).params == {"detail": "ratio"}


def test_declared_size_counts_before_anything_is_unpacked() -> None:
    assert refusal(with_field("one.json", SIZE, "<L", 0xFFFFFFFF)).code == "too-large"


def test_more_entries_than_the_end_record_says() -> None:
    blob = bytearray(good())
    for at in (8, 10):
        pack_into("<H", blob, len(blob) - 22 + at, 2)
    assert refusal(bytes(blob)).code == "damaged-container"


@pytest.mark.parametrize(
    "blob",
    [
        with_field("one.json", METHOD, "<H", 0, local=False),
        with_field("one.json", SIZE, "<L", 12, local=False),
        with_field("one.json", CRC, "<L", 12, local=False),
        with_field("one.json", FLAGS, "<H", 2, local=False),
        good().replace(b"one.json", b"owe.json", 1),
    ],
    ids=["method", "size", "crc", "flags", "name"],
)
def test_local_header_and_directory_must_agree(blob: bytes) -> None:
    assert refusal(blob).params == {"detail": "header"}


def test_wrong_checksum() -> None:
    assert refusal(with_field("one.json", CRC, "<L", 12)).params == {"detail": "one.json"}


def test_streamed_entries_and_extra_fields_are_refused() -> None:
    def stamp(made: ZipFile) -> None:
        entry = ZipInfo("one")
        entry.extra = b"\x55\x54\x05\x00\x01\x00\x00\x00\x00"
        made.writestr(entry, b"1")

    assert refusal(other_zip(stamp)).params == {"detail": "header"}
    assert refusal(with_field("two", FLAGS, "<H", 8)).params == {"detail": "header"}


@pytest.mark.parametrize(("field", "value"), [(FLAGS, 1), (FLAGS, 0x41), (FLAGS, 0x2000), (METHOD, 12), (METHOD, 99)])
def test_encrypted_or_otherwise_packed_is_not_plain(field: tuple[int, int], value: int) -> None:
    entries = archive.directory(with_field("one.json", field, "<H", value), LIMITS)
    assert [entry.is_plain for entry in entries] == [True, False, True]


@pytest.mark.parametrize("mode", [0o120777, 0o040755, 0o060644])
def test_links_folders_and_devices_are_not_plain(mode: int) -> None:
    entry = ZipInfo("one")
    entry.external_attr = mode << 16
    blob = other_zip(lambda made: made.writestr(entry, b"/etc/passwd"))
    assert not archive.directory(blob, LIMITS)[0].is_plain


@pytest.mark.parametrize("names", [("one", "one"), ("one", "ONE")])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice(names: tuple[str, str]) -> None:
    def fill(made: ZipFile) -> None:
        for name in names:
            made.writestr(name, b"")

    assert refusal(other_zip(fill)).code == "strange-entry"


@pytest.mark.parametrize("name", ["x" * 41, "báo-cáo.json"])
def test_names_too_long_or_not_ascii(name: str) -> None:
    assert refusal(other_zip(lambda made: made.writestr(name, b""))).code == "strange-entry"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(blob: bytes) -> None:
    for candidate in (blob, good()[:-22] + blob, blob + good()[-22:]):
        try:
            read(candidate)
        except Refused:
            continue


@given(st.lists(st.tuples(st.integers(0, len(good()) - 1), st.integers(0, 255)), max_size=8))
def test_any_change_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    blob = bytearray(good())
    for place, value in changes:
        blob[place] = value
    try:
        read(bytes(blob))
    except Refused:
        return


def test_it_extracts_under_a_name_with_diacritics(tmp_path: Path) -> None:
    path = tmp_path / "tệp nộp.zip"
    path.write_bytes(good())
    with ZipFile(path) as made:
        made.extractall(tmp_path / "out")
    assert (tmp_path / "out" / "one.json").read_bytes() == PARTS["one.json"]
