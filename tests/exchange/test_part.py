"""Data-entry files: read as written, known by content, and never more than they should be."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice, part
from reformdesk.exchange.archive import Limits
from reformdesk.exchange.part import MIME_TYPE, Part, PartDocument
from reformdesk.exchange.verification import begins_like_ours, verify
from tests.exchange.samples import DIGEST, EVIDENCE, NOW, VALUES

NAME = "12ab-quyet-dinh.pdf"


def document() -> PartDocument:
    listed = {
        "name": NAME,
        "sha256": sha256(EVIDENCE).hexdigest(),
        "size": len(EVIDENCE),
        "title": "Quyết định 12.pdf",
        "indicator": "1-01",
    }
    return PartDocument(
        round_id="2024-h1",
        round_digest=DIGEST,
        agency="so-tu-phap",
        areas=("1", "2"),
        prepared_by="Trần Thị Hạnh",
        written_at=NOW,
        program="reformdesk 0.1",
        answers=tuple(
            {"indicator": f"1-{number:02}", "value": value, "explanation": "Do sáp nhập"}
            for number, value in enumerate(VALUES)
        ),
        details=({"indicator": "1-00", "units": [{"name": "Phòng Nội vụ", "part": "3", "whole": "4"}]},),
        narratives=({"area": "2", "text": "Đã ban hành kế hoạch."},),
        attachments=(listed,),
        left_out=({"indicator": "1-02", "title": "Bản quét.pdf", "size": 9},),
    )


def written() -> bytes:
    return part.write(document(), {NAME: EVIDENCE})


def repacked(**changed: bytes | None) -> bytes:
    """Put other bytes in the place of parts, a ``None`` takes one out; the sums are those of the result."""
    with zipfile.ZipFile(io.BytesIO(written())) as found:
        parts = {name: found.read(name) for name in found.namelist()}
    for name, content in changed.items():
        if content is None:
            parts.pop(name)
        else:
            parts[name] = content
    sums = parts.pop("SHA256SUMS")
    if "SHA256SUMS" not in changed:
        own = {name: content for name, content in parts.items() if name != "mimetype"}
        sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in own.items()).encode()
    return archive.pack({**parts, "SHA256SUMS": sums}, stored="mimetype")


def test_what_was_written_is_read() -> None:
    assert part.read(written()) == Part(document(), {NAME: EVIDENCE})
    assert written() == written()
    assert len(written()) < 4096


def test_a_zip_program_opens_it_and_sha256sum_checks_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as found:
        assert found.testzip() is None
        found.extractall(tmp_path)
    said = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False)
    assert (said.returncode, said.stdout.count(b": OK")) == (0, 2)


def test_it_is_named_as_what_it_is_where_sealed_files_are_wanted() -> None:
    assert not begins_like_ours(written())
    with pytest.raises(Refused, match="part-file"):
        verify(written())


@pytest.mark.parametrize("blob", [b"", b"PK\x03\x04", b"%PDF-1.4", archive.pack({"a": b"b"}, stored="a")])
def test_another_file_is_no_data_entry_file(blob: bytes) -> None:
    with pytest.raises(Refused, match="not-a-part"):
        part.read(blob)


def test_a_damaged_byte_is_noticed_or_changes_nothing() -> None:
    """Bytes of the ZIP that mean nothing (a version, a date) may differ; the content may not."""
    chance, blob, sound = Random(7), written(), part.read(written())
    refused = 0
    for _ in range(1500):
        broken = bytearray(blob)
        for _ in range(chance.choice((1, 1, 1, 2, 9))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = bytes(broken[: chance.choice((len(broken), len(broken), chance.randrange(len(broken))))])
        try:
            assert part.read(cut) == sound
        except Refused:
            refused += 1
    assert refused > 1000


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"part.json": b"{}"}, "invalid-document"),
        ({"part.json": b"[" * 100_000}, "invalid-document"),
        ({"part.json": b'{"format":"reformdesk-part/2"}'}, "newer-format"),
        ({"part.json": b"x" * (asice.DEFAULT_LIMITS.data_bytes + 1)}, "too-large"),
        ({"part.json": None}, "damaged-container"),
        ({"SHA256SUMS": b"0" * 64}, "damaged-container"),
        ({f"attachments/{NAME}": None}, "damaged-container"),
        ({f"attachments/{NAME}": b"%PDF other"}, "damaged-container"),
        ({"attachments/more.pdf": EVIDENCE}, "damaged-container"),
        ({"attachments/../x": EVIDENCE}, "strange-entry"),
        ({"attachments/nul.pdf": EVIDENCE}, "strange-entry"),
        ({"META-INF/signature001.p7s": b""}, "strange-entry"),
        ({"submission.json": b"{}"}, "strange-entry"),
    ],
)
def test_what_does_not_belong_there_is_refused(changed: dict[str, bytes | None], code: str) -> None:
    with pytest.raises(Refused, match=code):
        part.read(repacked(**changed))


@pytest.mark.parametrize("where", ["areas", "answers", "details", "narratives"])
def test_nothing_stands_there_twice(where: str) -> None:
    twice = replace(document(), **{where: getattr(document(), where) * 2})
    with pytest.raises(Refused, match="invalid-document"):
        part.write(twice, {NAME: EVIDENCE})


def test_it_is_bounded_like_every_other_file() -> None:
    with pytest.raises(Refused, match="too-large"):
        part.read(written(), Limits(entry_bytes=10))
    with pytest.raises(Refused, match="too-large"):
        part.read(written(), Limits(entries=3))
    bomb = archive.pack({"mimetype": MIME_TYPE, "part.json": b"0" * 4_000_000}, stored="mimetype")
    with pytest.raises(Refused, match="too-large"):
        part.read(bomb)
