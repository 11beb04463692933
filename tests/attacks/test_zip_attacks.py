"""Attacks between the ZIP's fields: what other readers overlook, take twice or unfold without end."""

from __future__ import annotations

import json
import tracemalloc
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from struct import pack

import pytest

from reformdesk.core import intake
from reformdesk.exchange import archive, asice
from reformdesk.exchange.documents import canonical
from reformdesk.exchange.verification import verify
from tests.attacks.stage import DATA, MANIFEST, SIGNATURE, Stage, Trial, set_up
from tests.attacks.table import performs
from tests.attacks.zips import STORED, Ends, Part, as_parts, build, changed, gigabyte, parts_of, repack, zip64_end

PAPER = "attachments/quyet-dinh.pdf"
GIGABYTE = 1 << 30
MOST_MEMORY = 24 << 20


def flips(content: bytes, *, once: bool = False) -> Iterator[bytes]:
    """Yield the content with each byte changed in three ways, or in one."""
    for place, byte in enumerate(content):
        for other in {byte ^ 1} if once else {byte ^ 1, byte ^ 0x80, 0 if byte else 0xFF}:
            yield content[:place] + bytes([other]) + content[place + 1 :]


def entries(stage: Stage) -> list[Part]:
    return as_parts(parts_of(stage.with_evidence))


@performs("byte-flipped")
@pytest.mark.parametrize("signatures", [1, 2])
def test_each_byte_of_a_file_at_intake(signatures: int, tmp_path: Path) -> None:
    """Evidence inside, one signature or two: what is altered is refused, what passes is the same submission."""
    with set_up(tmp_path, signatures) as own:
        blob = own.evidenced({"a.pdf": b"%PDF-1.4"}) if signatures == 1 else own.second
        original, states = verify(blob), Counter[str]()
        for place, byte in enumerate(blob):
            verdict = own.desks.take_blob(blob[:place] + bytes([byte ^ (1 << place % 8)]) + blob[place + 1 :])
            states[verdict.state] += 1
            assert verdict.state == intake.REJECTED or verdict.digest == original.digest, place
        # the first that passes is that submission, every other one is known
        assert states["accepted"] == 1
        assert states[intake.REJECTED] > len(blob) * 0.9
        kept = own.desks.office.rows("SELECT DISTINCT digest, signer FROM files WHERE revision = 2")
        assert [(one["digest"], one["signer"]) for one in kept] == [(original.digest, original.signers[0].fingerprint)]


@performs("byte-inside")
@pytest.mark.parametrize("name", ["mimetype", DATA, MANIFEST, SIGNATURE])
def test_each_byte_of_a_part_with_right_checksums(trial: Trial, stage: Stage, name: str) -> None:
    files = stage.files
    for content in flips(files[name]):
        trial.refused(repack({**files, name: content}))
    if name == SIGNATURE:
        # shape, digest and value are checked, not the bytes' checksum alone
        assert {"signature-invalid", "signature-mismatch"} <= trial.codes


@performs("digest-mended")
@pytest.mark.parametrize("name", [DATA, PAPER])
def test_each_byte_with_its_digest_mended(trial: Trial, stage: Stage, name: str) -> None:
    files = parts_of(stage.with_evidence)
    covered = {one: files[one] for one in (DATA, PAPER)}
    for content in flips(files[name], once=True):
        manifest = asice._manifest({**covered, name: content}, SIGNATURE)
        trial.refused(repack({**files, name: content, MANIFEST: manifest}))


@performs("hidden-bytes")
@pytest.mark.parametrize("hidden", [b"\0", b"hidden", b"MZ\x90\0", b"PK\x03\x04" + bytes(26)])
def test_bytes_where_nobody_looks(trial: Trial, stage: Stage, hidden: bytes) -> None:
    parts = entries(stage)
    assert trial.harmless(build(parts), verify(stage.with_evidence))
    for ends in (Ends(before=hidden), Ends(before=hidden, moved=False), Ends(between=hidden), Ends(behind=hidden)):
        trial.refused(build(parts, ends))
    for name in (DATA, MANIFEST, "mimetype"):
        part = next(one for one in parts if one.name == name.encode())
        trial.refused(build(changed(parts, name, behind=hidden)))
        trial.refused(build(changed(parts, name, packed=part.body() + hidden)))


@performs("entry-twice")
def test_two_sealed_papers_that_are_one_file_on_windows(trial: Trial, stage: Stage) -> None:
    papers = {"a.pdf": b"true", "A.pdf": b"false"}
    document = json.loads(stage.original.data)
    document["attachments"] = [
        {"name": name, "sha256": sha256(one).hexdigest(), "size": len(one), "title": ""} for name, one in papers.items()
    ]
    covered = {DATA: canonical(document), **{f"attachments/{name}": one for name, one in papers.items()}}
    manifest = asice._manifest(covered, SIGNATURE)
    files = {"mimetype": asice.MIME_TYPE, **covered, MANIFEST: manifest, SIGNATURE: stage.sign(manifest)}
    trial.refused(repack(files))


@performs("name-hidden")
@pytest.mark.parametrize(
    "name",
    [
        "attachments/quyết-định.pdf".encode(),
        "attachments/quyet-dinh.pdf".replace("e", "\u0435").encode(),
        "attachments/\u202efdp.exe".encode(),
        b"attachments/a.pdf\0.exe",
        b"attachments/a\r\n.pdf",
        b"attachments/\x1b[2J.pdf",
        b"attachments/\xff\xfe.pdf",
        b"submission.json\0",
        b"submission.json ",
        b"./submission.json",
        b"META-INF/../submission.json",
        b"",
        b"x" * 60_000,
    ],
)
def test_a_name_that_looks_like_another(trial: Trial, stage: Stage, name: bytes) -> None:
    parts = entries(stage)
    trial.refused(build(changed(parts, PAPER, name=name)))
    trial.refused(build(changed(parts, DATA, name=name)))
    trial.refused(build([*parts, Part(name, b"more")]))


@performs("headers-disagree")
@pytest.mark.parametrize(
    "said",
    [
        {"name": b"submissiom.json"},
        {"name": b"reply.json"},
        {"method": STORED},
        {"flags": 1},
        {"flags": 8, "crc": 0, "packed_size": 0, "size": 0},
        {"crc": 0},
        {"packed_size": 10},
        {"size": 10},
    ],
    ids=str,
)
def test_what_the_two_headers_say_differs(trial: Trial, stage: Stage, said: dict[str, int | bytes]) -> None:
    trial.refused(build(changed(entries(stage), DATA, local=said)))


@performs("overlap")
def test_many_entries_over_the_same_bytes(trial: Trial, stage: Stage) -> None:
    parts = entries(stage)
    start = build(parts).index(PAPER.encode()) - 30
    paper = next(one for one in parts if one.name == PAPER.encode())
    for more in (1, 100):
        shared = [replace(paper, shared=start) for _ in range(more)]
        trial.refused(build([*parts, *shared]))
        # under names of their own, as in the best known bomb of this kind
        named = [replace(one, name=b"attachments/%02d" % number) for number, one in enumerate(shared)]
        trial.refused(build([*parts, *named]))
    quine = build([Part(b"mimetype", asice.MIME_TYPE, STORED), Part(b"attachments/r.zip", shared=0)])
    trial.refused(quine)


def unfolding(name: str, size: int | None) -> bytes:
    """Return a container in which one part unfolds to a gigabyte and says ``size``."""
    files = {"mimetype": asice.MIME_TYPE, DATA: b"{}", MANIFEST: b"<a/>", SIGNATURE: b"0"}
    crc = 0 if size else 0xDF89F2E9
    bomb = Part(name.encode(), packed=gigabyte(), size=size or GIGABYTE, crc=crc)
    return build([bomb if one.name == bomb.name else one for one in as_parts({**files, name: b""})])


@performs("bomb-in-memory")
@pytest.mark.parametrize("name", ["mimetype", DATA, MANIFEST, SIGNATURE, PAPER])
@pytest.mark.parametrize("size", [None, 1, 30_000, (1 << 20)])
def test_a_bomb_takes_no_memory(trial: Trial, name: str, size: int | None) -> None:
    blob = unfolding(name, size)
    tracemalloc.start()
    try:
        # the first part must be stored, so a bomb there is no container at all
        trial.refused(blob, "too-large", "damaged-container", *(("not-ours-looks-like",) if name == "mimetype" else ()))
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@performs("bomb-in-many")
def test_a_bomb_in_as_many_parts_as_are_allowed(trial: Trial, stage: Stage) -> None:
    limits = archive.Limits()
    zeros = bytes(GIGABYTE // limits.entries)
    bomb = Part(b"", zeros)
    packed, crc = bomb.body(), zlib.crc32(zeros)
    parts = entries(stage)
    many = [
        Part(b"attachments/%03d" % number, packed=packed, crc=crc, size=len(zeros))
        for number in range(limits.entries - len(parts))
    ]
    trial.refused(build([*parts, *many]))


@performs("zip-inside")
def test_a_zip_as_listed_evidence_stays_closed(trial: Trial, stage: Stage) -> None:
    bomb = build([Part(b"../evil", packed=gigabyte(), size=GIGABYTE)])
    for inner in (bomb, stage.second, repack({"a": b"b"})):
        evidence = {"so-lieu.zip": inner}
        blob = stage.evidenced(evidence)
        assert verify(blob).attachments == evidence
        assert trial.harmless(blob, verify(blob))


@performs("endless-file")
def test_a_file_larger_than_any_of_ours(trial: Trial, stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "endless.rdsub"
    with path.open("wb") as file:
        file.write(stage.second)
        file.truncate(1 << 40)
    verdict = intake.take_path(stage.desks.office, path, "folder", stage.desks.clock)
    assert (verdict.state, verdict.reasons) == (intake.REJECTED, ("too-large",))
    large = {"a.pdf": bytes(range(256)) * (archive.Limits().entry_bytes // 256 + 1)}
    trial.refused(repack({**stage.files, "attachments/a.pdf": large["a.pdf"]}))


@performs("zip64")
def test_zip64_fields_at_every_place(trial: Trial, stage: Stage) -> None:
    parts = entries(stage)
    plain = build(parts)
    length = len(plain) - plain.index(b"PK\x01\x02") - 22
    start = plain.index(b"PK\x01\x02")
    extra = pack("<2H3Q", 1, 24, 10, 10, 0)
    for at in (start, 0):
        end = zip64_end(len(parts), length, start, at + length)
        for ends in (Ends(), Ends(count=0xFFFF), Ends(length=0xFFFFFFFF, start=0xFFFFFFFF, count=0xFFFF)):
            trial.refused(build(parts, replace(ends, zip64=end)))
    huge = 0xFFFFFFFF
    trial.refused(build(changed(parts, DATA, size=huge, packed_size=huge, extra=extra, local_extra=extra)))
    trial.refused(build(changed(parts, DATA, size=huge, packed_size=huge)))
    trial.refused(build(changed(parts, DATA, extra=extra)))
    trial.refused(build(changed(parts, DATA, local_extra=extra)))


@performs("two-ends")
def test_two_end_records(trial: Trial, stage: Stage) -> None:
    good, other = stage.second, repack({**stage.files, DATA: b"{}"})
    end = good[-22:]
    trial.refused(good + end)
    trial.refused(good[:-22] + other[-22:] + end)
    trial.refused(build(entries(stage), Ends(comment=end)))
    trial.refused(build(entries(stage), Ends(zip64=other[other.index(b"PK\x01\x02") :])))
    trial.refused(good + other)


@performs("comments")
def test_data_in_comments_and_extra_fields(trial: Trial, stage: Stage) -> None:
    parts = entries(stage)
    field = b"\x55\x54\x05\x00\x01\x00\x00\x00\x00"
    trial.refused(build(parts, Ends(comment=b"hello")))
    for name in ("mimetype", DATA, SIGNATURE):
        for fields in ({"comment": b"hello"}, {"extra": field}, {"local_extra": field}):
            trial.refused(build(changed(parts, name, **fields)), "damaged-container", "not-ours-looks-like")
        trial.refused(
            build(changed(parts, name, extra=field, local_extra=field)), "damaged-container", "not-ours-looks-like"
        )


@performs("several-disks")
def test_one_disk_of_several(trial: Trial, stage: Stage) -> None:
    parts = entries(stage)
    trial.refused(build(parts, Ends(disk=1)))
    trial.refused(build(parts, Ends(disk=0xFFFF)))
    trial.refused(build(changed(parts, DATA, disk=1)))
    trial.refused(b"PK\x07\x08" + stage.second, "not-ours", "damaged-container")
