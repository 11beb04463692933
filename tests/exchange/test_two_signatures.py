"""Two signatures in one container: each stands alone before openssl, both must be sound here."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice, cades
from reformdesk.exchange.verification import countersign, seal, verify
from tests.exchange.samples import NOW, key, submission, with_evidence

EVIDENCE = {"quyet-dinh.pdf": b"%PDF-1.4 a scanned decision"}
OFFICER, HEAD = "Sở Tư pháp", "Giám đốc Sở Tư pháp"


@pytest.fixture
def twice() -> bytes:
    return seal(with_evidence(submission(3)), EVIDENCE, key(OFFICER), NOW, key(HEAD))


def parts_of(blob: bytes) -> dict[str, bytes]:
    return {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, asice.DEFAULT_LIMITS)}


def packed(parts: dict[str, bytes]) -> bytes:
    return archive.pack(parts, stored="mimetype")


def test_both_signers_are_named_in_order(twice: bytes) -> None:
    verified = verify(twice)
    assert [one.fingerprint for one in verified.signers] == [key(OFFICER).fingerprint, key(HEAD).fingerprint]


def test_a_later_countersignature_gives_the_same_content(twice: bytes) -> None:
    once = seal(with_evidence(submission(3)), EVIDENCE, key(OFFICER), NOW)
    later = countersign(once, key(HEAD), NOW + timedelta(days=1))
    assert verify(later).data == verify(twice).data
    assert verify(later).signers[0] == verify(once).signers[0]


@pytest.mark.parametrize("number", [1, 2])
def test_openssl_accepts_each_signature(number: int, twice: bytes, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    assert openssl is not None
    parts = parts_of(twice)
    signature, manifest = f"signature{number:03}.p7s", f"ASiCManifest{number:03}.xml"
    for name in (signature, manifest):
        (tmp_path / name).write_bytes(parts[f"META-INF/{name}"])
    for line in (
        f"pkcs7 -inform DER -in {signature} -print_certs -out signer.pem",
        f"cms -verify -binary -inform DER -in {signature} -content {manifest} -CAfile signer.pem -purpose any -out x",
    ):
        ran = subprocess.run([openssl, *line.split()], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
    assert "successful" in ran.stderr
    for name in ("submission.json", "attachments/quyet-dinh.pdf"):
        assert f'URI="{name}"'.encode() in parts[f"META-INF/{manifest}"]


@pytest.mark.parametrize("number", [1, 2])
def test_one_false_signature_makes_the_file_unsound(number: int, twice: bytes) -> None:
    parts = parts_of(twice)
    name = f"META-INF/signature{number:03}.p7s"
    other = 3 - number
    parts[name] = cades.sign(parts[f"META-INF/ASiCManifest{other:03}.xml"], key("Kẻ khác"), NOW)
    with pytest.raises(Refused, match="signature-mismatch"):
        verify(packed(parts))


def test_a_second_manifest_that_covers_less_is_refused(twice: bytes) -> None:
    parts = parts_of(twice)
    manifest = parts["META-INF/ASiCManifest002.xml"]
    start = manifest.index(b'<asic:DataObjectReference URI="attachments')
    parts["META-INF/ASiCManifest002.xml"] = manifest[:start] + b"</asic:ASiCManifest>\n"
    parts["META-INF/signature002.p7s"] = cades.sign(parts["META-INF/ASiCManifest002.xml"], key(HEAD), NOW)
    with pytest.raises(Refused, match="manifest-mismatch"):
        verify(packed(parts))


@pytest.mark.parametrize("missing", ["META-INF/ASiCManifest002.xml", "META-INF/signature002.p7s"])
def test_half_a_second_signature_is_refused(missing: str, twice: bytes) -> None:
    parts = parts_of(twice)
    del parts[missing]
    with pytest.raises(Refused, match="not-signed"):
        verify(packed(parts))


def test_one_key_cannot_sign_twice() -> None:
    once = seal(submission(1), {}, key(OFFICER), NOW)
    with pytest.raises(Refused, match="same-signer"):
        countersign(once, key(OFFICER), NOW)
    doubled = asice.add_signature(once, lambda manifest: cades.sign(manifest, key(OFFICER), NOW))
    with pytest.raises(Refused, match="signature-invalid"):
        verify(doubled)


def test_there_is_no_third_signature(twice: bytes) -> None:
    with pytest.raises(Refused, match="signed-twice"):
        countersign(twice, key("Người thứ ba"), NOW)
