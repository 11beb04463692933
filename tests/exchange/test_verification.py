from __future__ import annotations

import json
import subprocess
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice, cades, documents
from reformdesk.exchange.archive import Limits
from reformdesk.exchange.payload import Document
from reformdesk.exchange.verification import seal, verify
from tests.exchange import samples

EVIDENCE = {"quyet-dinh.pdf": samples.EVIDENCE}
CASES: dict[str, tuple[Document, Mapping[str, bytes]]] = {
    documents.ROUND: (samples.round_(), {}),
    documents.SUBMISSION: (samples.with_evidence(samples.submission()), EVIDENCE),
    documents.REPLY: (samples.reply(), {}),
}
KINDS = pytest.mark.parametrize("kind", CASES)
MANIFEST, SIGNATURE = asice.MANIFEST.format(1), asice.SIGNATURE.format(1)


def sealed(kind: str = documents.SUBMISSION) -> bytes:
    document, attachments = CASES[kind]
    return seal(document, attachments, samples.key(), samples.NOW)


def parts(blob: bytes) -> dict[str, bytes]:
    return {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, Limits())}


def packed(changed: Mapping[str, bytes]) -> bytes:
    return archive.pack(changed, stored="mimetype")


def refusal(blob: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        verify(blob)
    return caught.value


def signed_data(name: str, data: bytes, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """Seal any bytes as a data file: what another program might do."""
    return asice.write(name, data, attachments or {}, lambda manifest: cades.sign(manifest, samples.key(), samples.NOW))


@KINDS
def test_what_is_sealed_verifies(kind: str) -> None:
    document, attachments = CASES[kind]
    verified = verify(sealed(kind))
    assert (verified.kind, verified.document, verified.attachments) == (kind, document, attachments)
    assert verified.data == document.to_bytes()
    assert verified.digest == sha256(document.to_bytes()).hexdigest()
    assert [(signer.name, signer.signed_at) for signer in verified.signers] == [("Sở Tư pháp", samples.NOW)]


@KINDS
def test_anyone_can_check_a_file_without_this_program(kind: str, tmp_path: Path) -> None:
    """The commands of the contract: unzip, openssl and sha256sum, nothing else."""
    with ZipFile(BytesIO(sealed(kind))) as made:
        made.extractall(tmp_path)
    pem = load_der_x509_certificate(samples.key().certificate).public_bytes(Encoding.PEM)
    (tmp_path / "signer.pem").write_bytes(pem)
    command = (
        f"openssl cms -verify -binary -inform DER -in {SIGNATURE} -content {MANIFEST}"
        " -CAfile signer.pem -purpose any -out out.xml"
    )
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
    assert b"Verification successful" in done.stderr
    listed = {
        item.get("URI", ""): b64decode(item[1].text or "").hex()
        for item in list(etree.parse(tmp_path / MANIFEST).getroot())[1:]
    }
    summed = subprocess.run(["sha256sum", *listed], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert {name: digest for digest, name in map(str.split, summed.splitlines())} == listed
    others = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(listed) == others - {"mimetype", MANIFEST, SIGNATURE, "signer.pem", "out.xml"}


def test_eighty_values_stay_under_16_kib() -> None:
    assert len(seal(samples.submission(80), {}, samples.key(), samples.NOW)) < 16 * 1024


@KINDS
def test_one_changed_byte_in_the_data(kind: str) -> None:
    blob, name = sealed(kind), f"{kind}.json"
    data = bytearray(parts(blob)[name])
    data[len(data) // 2] ^= 1
    problem = refusal(packed({**parts(blob), name: bytes(data)}))
    assert (problem.code, problem.params) == ("manifest-mismatch", {"name": name})


@KINDS
def test_a_changed_file_with_its_manifest_made_anew(kind: str) -> None:
    """The digests agree again, the signature does not."""
    blob, name = sealed(kind), f"{kind}.json"
    old, new = parts(blob), parts(signed_data(name, parts(blob)[name] + b" "))
    rest = {other: content for other, content in old.items() if not other.startswith("attachments/")}
    assert refusal(packed({**rest, name: new[name], MANIFEST: new[MANIFEST]})).code == "signature-mismatch"


def test_one_changed_byte_in_the_manifest() -> None:
    old = parts(sealed())
    assert refusal(packed({**old, MANIFEST: old[MANIFEST] + b"\n"})).code == "signature-mismatch"
    assert refusal(packed({**old, MANIFEST: old[MANIFEST].replace(b"01.p7s", b"02.p7s")})).code == "manifest-mismatch"


def test_one_changed_byte_in_the_signature() -> None:
    old = parts(sealed())
    signature = bytearray(old[SIGNATURE])
    signature[-3] ^= 1
    assert refusal(packed({**old, SIGNATURE: bytes(signature)})).code == "signature-invalid"


def test_another_files_signature() -> None:
    swapped = parts(sealed(documents.REPLY))[SIGNATURE]
    assert refusal(packed({**parts(sealed()), SIGNATURE: swapped})).code == "signature-mismatch"


def with_second(key_holder: str, *, spoilt: bool = False) -> bytes:
    old = parts(sealed())
    manifest = old[MANIFEST].replace(b"signature001", b"signature002")
    second = cades.sign(manifest + b" " * spoilt, samples.key(key_holder), samples.NOW)
    return packed({**old, asice.MANIFEST.format(2): manifest, asice.SIGNATURE.format(2): second})


def test_the_head_of_the_agency_signs_too() -> None:
    assert [signer.name for signer in verify(with_second("Giám đốc Sở")).signers] == ["Sở Tư pháp", "Giám đốc Sở"]


def test_a_second_signature_must_hold_as_well() -> None:
    assert refusal(with_second("Giám đốc Sở", spoilt=True)).code == "signature-mismatch"
    assert refusal(with_second("Sở Tư pháp")).params == {"detail": "one key twice"}


def excel() -> bytes:
    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def plain_zip() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        made.writestr("so-tu-phap-r1.rdsub", sealed())
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("blob", "look"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel/Word"),
        (b"SQLite format 3\0", "SQLite"),
        (b"Rar!\x1a\x07", "RAR"),
        ("Kính gửi Sở Nội vụ\n".encode() * 400, "text"),
        (samples.submission().to_bytes(), "text"),
        (excel(), "Excel"),
        (plain_zip(), "ZIP"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_not_ours_says_what_it_looks_like(blob: bytes, look: str) -> None:
    problem = refusal(blob)
    assert (problem.code, problem.params) == ("not-ours-looks-like", {"looks_like": look})


@pytest.mark.parametrize("blob", [b"\0" * 100, b"\x80\x81\xfe", b"PK\x05\x06" + bytes(18)])
def test_not_ours(blob: bytes) -> None:
    assert refusal(blob).code == "not-ours"


def test_empty_file() -> None:
    assert refusal(b"").code == "empty-file"


@pytest.mark.parametrize("share", [2, 3, 10])
def test_half_a_file_is_damaged_not_foreign(share: int) -> None:
    blob = sealed()
    assert refusal(blob[: max(80, len(blob) // share)]).code == "damaged-container"


def test_newer_format_is_told_after_the_signature_was_checked() -> None:
    newer = samples.submission().to_bytes().replace(b"submission/1", b"submission/2")
    blob = signed_data("submission.json", newer)
    assert refusal(blob).code == "newer-format"
    old = parts(blob)
    assert refusal(packed({**old, SIGNATURE: parts(sealed())[SIGNATURE]})).code == "signature-mismatch"


def test_a_document_under_another_kinds_name() -> None:
    assert refusal(signed_data("round.json", samples.submission().to_bytes())).params == {"where": "format"}


def test_attachments_are_those_that_the_document_lists() -> None:
    listing = samples.with_evidence(samples.submission())
    data = listing.to_bytes()
    assert refusal(signed_data("submission.json", data)).params == {"name": "quyet-dinh.pdf"}
    assert refusal(signed_data("submission.json", data, {"quyet-dinh.pdf": b"x"})).code == "manifest-mismatch"
    more = signed_data("submission.json", data, {**EVIDENCE, "more.pdf": b"x"})
    assert refusal(more).params == {"name": "more.pdf"}
    item = json.loads(data)
    item["attachments"][0]["size"] += 1
    assert refusal(signed_data("submission.json", documents.canonical(item), EVIDENCE)).code == "manifest-mismatch"
    assert refusal(signed_data("reply.json", samples.reply().to_bytes(), EVIDENCE)).code == "manifest-mismatch"


@pytest.mark.parametrize(
    ("change", "attachments", "code"),
    [
        ({"agency": "Sở Tư pháp"}, {}, "invalid-document"),
        ({}, EVIDENCE, "manifest-mismatch"),
        ({"answers": samples.submission().answers[::-1]}, {}, "invalid-document"),
    ],
)
def test_nothing_is_sealed_that_could_not_be_read(
    change: dict[str, Any], attachments: dict[str, bytes], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        seal(replace(samples.submission(), **change), attachments, samples.key(), samples.NOW)
    assert caught.value.code == code


SEALED = sealed()


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(SEALED) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_any_change_is_refused_or_changes_nothing(changes: list[tuple[int, int]]) -> None:
    blob = bytearray(SEALED)
    for place, value in changes:
        blob[place] = value
    try:
        verified = verify(bytes(blob))
    except Refused:
        return
    assert verified == verify(SEALED)
