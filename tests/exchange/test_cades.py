from __future__ import annotations

import subprocess
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from asn1crypto import cms, core, x509
from asn1crypto import keys as asn1_keys
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from reformdesk.errors import Refused
from reformdesk.exchange import cades
from tests.attacks import der
from tests.exchange import samples

CONTENT = b"<asic:ASiCManifest/>\n"


def signature() -> bytes:
    return cades.sign(CONTENT, samples.key(), samples.NOW)


def refusal(content: bytes, p7s: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        cades.verify(content, p7s)
    return caught.value


def changed(change: Callable[[cms.SignedData], None]) -> bytes:
    """Return a signature with one part changed and encoded anew."""
    info = cms.ContentInfo.load(signature())
    change(info["content"])
    return bytes(info.dump(force=True))


def resigned(change: Callable[[list[cms.CMSAttribute]], None]) -> bytes:
    """Return a signature by the right key over other signed attributes."""
    info = cms.ContentInfo.load(signature())
    signer_info = info["content"]["signer_infos"][0]
    attributes = [cms.CMSAttribute.load(item.dump()) for item in signer_info["signed_attrs"]]
    change(attributes)
    encoded = cms.CMSAttributes(attributes).dump()
    key = samples.key()
    signer = SimpleSigner(
        x509.Certificate.load(key.certificate),
        asn1_keys.PrivateKeyInfo.load(key.private_key),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    )
    signer_info["signed_attrs"] = cms.CMSAttributes.load(encoded)
    signer_info["signature"] = signer.sign_raw(encoded, "sha256")
    return bytes(info.dump(force=True))


def test_signer_is_who_the_certificate_says() -> None:
    signer = cades.verify(CONTENT, signature())
    key = samples.key()
    assert signer == cades.Signer("Sở Tư pháp", key.fingerprint, samples.NOW, key.certificate)
    assert signer.signed_at.tzinfo is UTC


def test_signing_time_is_utc_whatever_the_zone() -> None:
    here = samples.NOW.astimezone(timezone(timedelta(hours=7)))
    assert cades.verify(CONTENT, cades.sign(CONTENT, samples.key(), here)).signed_at == samples.NOW


def test_openssl_accepts_it(tmp_path: Path) -> None:
    (tmp_path / "manifest").write_bytes(CONTENT)
    (tmp_path / "signature").write_bytes(signature())
    pem = load_der_x509_certificate(samples.key().certificate).public_bytes(Encoding.PEM)
    (tmp_path / "signer.pem").write_bytes(pem)
    command = "openssl cms -verify -binary -inform DER -in signature -content manifest -CAfile signer.pem -purpose any"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == CONTENT
    assert b"Verification successful" in done.stderr


def test_every_byte_counts() -> None:
    good = signature()
    accepted = []
    for place in range(len(good)):
        bad = bytearray(good)
        bad[place] ^= 1 << (place % 8)
        try:
            cades.verify(CONTENT, bytes(bad))
        except Refused:
            continue
        accepted.append(place)
    assert accepted == []


def test_nothing_can_be_added_whatever_its_length() -> None:
    """asn1crypto takes a length of 384 for one that is not given, and then forgets what it has overlooked."""
    tree = der.parse(signature())
    assert cades.verify(CONTENT, tree.dump())
    info, signed_data = tree, tree.at(1, 0)
    signer = signed_data.at(-1, 0)
    accepted = []
    for name, place in (("info", info), ("data", signed_data), ("signer", signer), ("issuer", signer.at(1))):
        for size in range(256):
            place.inner.append(der.Node(der.OCTETS, bytes(size)))
            try:
                cades.verify(CONTENT, tree.dump())
            except Refused:
                place.inner.pop()
                continue
            accepted.append((name, size))
            place.inner.pop()
    assert accepted == []


@pytest.mark.parametrize("holder", ["A", "UBND xã Bình An", "x" * 60])
def test_nothing_can_be_said_twice(holder: str) -> None:
    """Nor can it in the attributes, whose signature would fit what is left of them."""
    tree = der.parse(cades.sign(CONTENT, samples.key(holder), samples.NOW))
    for place in [one for one in tree.walk() if one.tag & der.CONSTRUCTED and one.inner]:
        for said in list(place.inner):
            place.inner.append(deepcopy(said))
            refusal(CONTENT, tree.dump())
            place.inner.pop()


@pytest.mark.parametrize("damage", [b"", b"\0", b"0", b"0\x80", signature()[:-1], signature() + b"\0", b"0\x84" * 5000])
def test_what_is_no_signature_is_refused(damage: bytes) -> None:
    assert refusal(CONTENT, damage).code == "signature-invalid"


def test_deep_nesting_is_refused() -> None:
    nested = b""
    for _ in range(3000):
        nested = b"0" + (b"\x82" + len(nested).to_bytes(2, "big")) + nested
    assert refusal(CONTENT, nested).code == "signature-invalid"


def test_what_makes_the_reader_itself_fail_is_refused() -> None:
    """An object identifier cut short, its rest read as parameters: asn1crypto raises AttributeError."""
    good = signature()
    identifier = bytes.fromhex("0609608648016503040201")
    assert refusal(CONTENT, good.replace(identifier, b"\x06\x02" + identifier[2:], 1)).code == "signature-invalid"


def test_signer_named_by_a_key_identifier_is_refused() -> None:
    def rename(signed: cms.SignedData) -> None:
        signed["signer_infos"][0]["sid"] = cms.SignerIdentifier("subject_key_identifier", core.OctetString(b"x"))

    assert refusal(CONTENT, changed(rename)).params == {"detail": "signers"}


def test_other_content_is_named_as_such() -> None:
    assert refusal(CONTENT + b" ", signature()).code == "signature-mismatch"


def test_a_certificate_slipped_in_is_refused() -> None:
    other = samples.key("Sở Y tế").certificate

    def add(signed: cms.SignedData) -> None:
        signed["certificates"].append(cms.CertificateChoices("certificate", x509.Certificate.load(other)))

    def swap(signed: cms.SignedData) -> None:
        signed["certificates"] = [cms.CertificateChoices("certificate", x509.Certificate.load(other))]

    assert refusal(CONTENT, changed(add)).code == "signature-invalid"
    assert refusal(CONTENT, changed(swap)).code == "signature-invalid"


def test_unsigned_additions_are_refused() -> None:
    def add(signed: cms.SignedData) -> None:
        note = cms.CMSAttribute({"type": "1.2.3.4", "values": [core.OctetString(b"x")]})
        signed["signer_infos"][0]["unsigned_attrs"] = [note]

    assert refusal(CONTENT, changed(add)).code == "signature-invalid"


def test_content_inside_is_refused() -> None:
    def embed(signed: cms.SignedData) -> None:
        signed["encap_content_info"] = {"content_type": "data", "content": CONTENT}

    assert refusal(CONTENT, changed(embed)).params == {"detail": "not detached"}


@pytest.mark.parametrize("name", ["signing_certificate_v2", "signing_time", "content_type", "message_digest"])
def test_each_attribute_of_baseline_b_stands_exactly_once(name: str) -> None:
    def drop(attributes: list[cms.CMSAttribute]) -> None:
        attributes[:] = [item for item in attributes if item["type"].native != name]

    def double(attributes: list[cms.CMSAttribute]) -> None:
        attributes.append(next(item for item in attributes if item["type"].native == name))

    assert refusal(CONTENT, resigned(drop)).params == {"detail": "attributes"}
    assert refusal(CONTENT, resigned(double)).params == {"detail": "attributes"}


def test_resigning_alone_is_accepted() -> None:
    """The two tests above fail for the reason they name, not for the way they are made."""
    assert cades.verify(CONTENT, resigned(lambda _: None)).signed_at == samples.NOW


@pytest.mark.parametrize("moment", [datetime(2019, 12, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)])
def test_a_clock_that_is_years_off_stops_nobody(moment: datetime) -> None:
    assert cades.verify(CONTENT, cades.sign(CONTENT, samples.key(), moment)).signed_at == moment


def test_a_key_that_is_not_the_certificates_is_refused() -> None:
    mixed = replace(samples.key(), private_key=samples.key("Sở Y tế").private_key)
    assert load_der_private_key(mixed.private_key, None)
    assert refusal(CONTENT, cades.sign(CONTENT, mixed, samples.NOW)).code == "signature-invalid"
