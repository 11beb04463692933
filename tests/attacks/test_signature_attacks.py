"""Attacks on the manifest, the signature and the document."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from asn1crypto import cms, core, x509

from reformdesk.errors import Refused
from reformdesk.exchange import cades, keychange
from reformdesk.exchange.verification import seal, verify
from tests.attacks.forge import (
    DATA,
    HEAD,
    MANIFEST,
    OFFICER,
    PAPER,
    SIGNATURE,
    STRANGER,
    genuine,
    pack,
    parts_of,
    refused,
    same_content,
    sign_manifest,
    signed_anew,
    smallest,
    twice_signed,
)
from tests.attacks.table import performs
from tests.exchange.samples import NOW, key, submission

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def with_manifest(change: bytes, instead: bytes) -> bytes:
    """Sign a manifest anew after a change, as whoever has a key of the agency can."""
    parts = parts_of(genuine())
    assert change in parts[MANIFEST]
    return pack(sign_manifest(parts, parts[MANIFEST].replace(change, instead)))


@performs("xml-entities")
@pytest.mark.parametrize(
    "prologue",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a SYSTEM "http://localhost/x.dtd">',
        b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
        b'<?xml-stylesheet href="http://localhost/x.xsl"?>',
        b"<!-- a comment -->",
    ],
)
def test_entities_in_the_manifest(prologue: bytes) -> None:
    refused(with_manifest(b"<asic:ASiCManifest", prologue + b"<asic:ASiCManifest"), "manifest-mismatch")


@performs("xml-encoding")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"])
def test_a_manifest_in_another_encoding(encoding: str) -> None:
    parts = parts_of(genuine())
    text = parts[MANIFEST].decode().replace("UTF-8", encoding)
    refused(pack(sign_manifest(parts, text.encode(encoding))), "manifest-mismatch")
    refused(pack(sign_manifest(parts, b"\xef\xbb\xbf" + parts[MANIFEST] + b"\x00")), "manifest-mismatch")


@performs("manifest-names-less")
@pytest.mark.parametrize("name", [DATA, PAPER])
def test_a_manifest_that_names_less(name: str) -> None:
    parts = parts_of(genuine())
    manifest = parts[MANIFEST]
    start = manifest.index(f'<asic:DataObjectReference URI="{name}"'.encode())
    end = manifest.index(b"</asic:DataObjectReference>\n", start) + len(b"</asic:DataObjectReference>\n")
    refused(pack(sign_manifest(parts, manifest[:start] + manifest[end:])), "manifest-mismatch")


@performs("manifest-names-more")
def test_a_manifest_that_names_more() -> None:
    manifest = parts_of(genuine())[MANIFEST]
    start = manifest.index(b"<asic:DataObjectReference")
    first = manifest[start : manifest.index(b"</asic:DataObjectReference>\n", start) + 28]
    for more in (first, first.replace(DATA.encode(), b"other.json"), b"<asic:ASiCManifestExtension/>\n", b"text"):
        refused(with_manifest(b"</asic:ASiCManifest>", more + b"</asic:ASiCManifest>"), "manifest-mismatch")


@performs("digest-downgrade")
@pytest.mark.parametrize(
    "method",
    [
        b"http://www.w3.org/2000/09/xmldsig#sha1",
        b"http://www.w3.org/2001/04/xmldsig-more#md5",
        b"http://www.w3.org/2001/04/xmlenc#sha512",
        b"",
        b"none",
    ],
)
def test_another_digest_method(method: bytes) -> None:
    refused(with_manifest(b"http://www.w3.org/2001/04/xmlenc#sha256", method), "manifest-mismatch")


@performs("signature-stripped")
@pytest.mark.parametrize("gone", [{SIGNATURE}, {MANIFEST}, {SIGNATURE, MANIFEST}])
def test_a_signature_taken_away(gone: set[str]) -> None:
    refused(pack({name: part for name, part in parts_of(genuine()).items() if name not in gone}), "not-signed")


@performs("signature-swapped")
def test_the_signature_of_another_file() -> None:
    other = parts_of(smallest())
    parts = parts_of(genuine())
    refused(pack({**parts, SIGNATURE: other[SIGNATURE]}), "signature-mismatch")
    refused(pack({**parts, SIGNATURE: other[SIGNATURE], MANIFEST: other[MANIFEST]}), "manifest-mismatch")
    refused(pack({**parts, DATA: other[DATA]}), "manifest-mismatch")


@performs("certificate-swapped")
def test_the_agencys_certificate_in_a_signature_of_ones_own() -> None:
    parts = parts_of(smallest())
    forged = cms.ContentInfo.load(cades.sign(parts[MANIFEST], key(STRANGER), NOW))
    certificate = x509.Certificate.load(key(OFFICER).certificate)
    forged["content"]["certificates"] = [cms.CertificateChoices("certificate", certificate)]
    refused(pack({**parts, SIGNATURE: forged.dump(force=True)}), "signature-invalid")
    info = forged["content"]["signer_infos"][0]
    info["sid"] = cms.SignerIdentifier(
        "issuer_and_serial_number",
        cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number}),
    )
    refused(pack({**parts, SIGNATURE: forged.dump(force=True)}), "signature-invalid")


@performs("second-signer-info")
def test_a_second_signer_in_one_signature() -> None:
    parts = parts_of(smallest())
    first = cms.ContentInfo.load(parts[SIGNATURE])
    second = cms.ContentInfo.load(cades.sign(parts[MANIFEST], key(STRANGER), NOW))
    content = first["content"]
    content["signer_infos"] = [content["signer_infos"][0], second["content"]["signer_infos"][0]]
    content["certificates"] = [content["certificates"][0], second["content"]["certificates"][0]]
    refused(pack({**parts, SIGNATURE: first.dump(force=True)}), "signature-invalid")


@performs("unsigned-additions")
def test_additions_that_nobody_signed() -> None:
    parts = parts_of(smallest())
    with_attribute = cms.ContentInfo.load(parts[SIGNATURE])
    with_attribute["content"]["signer_infos"][0]["unsigned_attrs"] = [
        {"type": "1.2.3.4", "values": [core.OctetString(b"anything")]}
    ]
    refused(pack({**parts, SIGNATURE: with_attribute.dump(force=True)}), "signature-invalid")
    with_certificate = cms.ContentInfo.load(parts[SIGNATURE])
    more = cms.CertificateChoices("certificate", x509.Certificate.load(key(STRANGER).certificate))
    certificates = with_certificate["content"]["certificates"]
    with_certificate["content"]["certificates"] = [certificates[0], more]
    refused(pack({**parts, SIGNATURE: with_certificate.dump(force=True)}), "signature-invalid")


@performs("not-der")
def test_another_encoding_of_the_signature() -> None:
    parts = parts_of(smallest())
    der = parts[SIGNATURE]
    assert der[:2] == b"\x30\x82"
    body = der[4:]
    for other in (
        b"\x30\x80" + body + b"\x00\x00",  # BER: indefinite length
        b"\x30\x83\x00" + der[2:4] + body,  # a length longer than needed
        der + b"\x00",
        der + der,
        b"\x00" + der,
        b"-----BEGIN CMS-----\n" + der,
    ):
        try:
            found = verify(pack({**parts, SIGNATURE: other}))
        except Refused:
            continue
        assert same_content(found, smallest())


@performs("malleable-value")
def test_the_same_value_written_otherwise_is_the_same_file() -> None:
    """Whoever has no key can turn s into n-s: the file must not count as another one."""
    parts = parts_of(smallest())
    info = cms.ContentInfo.load(parts[SIGNATURE])
    signer = info["content"]["signer_infos"][0]

    class Value(core.Sequence):  # type: ignore[misc] # asn1crypto carries no types
        _fields = [("r", core.Integer), ("s", core.Integer)]  # noqa: RUF012 - asn1crypto's way

    value = Value.load(signer["signature"].native)
    other = Value({"r": value["r"].native, "s": P256_ORDER - value["s"].native})
    signer["signature"] = other.dump()
    blob = pack({**parts, SIGNATURE: info.dump(force=True)})
    found, original = verify(blob), verify(smallest())
    assert blob != smallest()
    assert (found.digest, found.signers) == (original.digest, original.signers)


@performs("weak-digest")
@pytest.mark.parametrize("algorithm", ["sha1", "md5", "sha224"])
def test_a_signature_over_a_weak_digest(algorithm: str) -> None:
    parts = parts_of(smallest())
    info = cms.ContentInfo.load(parts[SIGNATURE])
    content = info["content"]
    content["digest_algorithms"] = [{"algorithm": algorithm}]
    content["signer_infos"][0]["digest_algorithm"] = {"algorithm": algorithm}
    refused(pack({**parts, SIGNATURE: info.dump(force=True)}), "signature-weak", "signature-invalid")


@performs("one-of-two-false")
@pytest.mark.parametrize("number", [1, 2])
def test_one_of_two_signatures_is_false(number: int) -> None:
    parts = parts_of(twice_signed())
    name = f"META-INF/signature{number:03}.p7s"
    manifest = parts[f"META-INF/ASiCManifest{number:03}.xml"]
    other = parts[f"META-INF/signature{3 - number:03}.p7s"]
    refused(pack({**parts, name: other}), "signature-mismatch")
    broken = bytearray(parts[name])
    broken[-1] ^= 1
    refused(pack({**parts, name: bytes(broken)}), "signature-invalid")
    # a stranger's own signature is sound, and says that it is a stranger's
    found = verify(pack({**parts, name: cades.sign(manifest, key(STRANGER), NOW)}))
    assert key(STRANGER).fingerprint in {one.fingerprint for one in found.signers}
    expected = {key(OFFICER).fingerprint, key(HEAD).fingerprint}
    assert {one.fingerprint for one in found.signers} != expected


@performs("handed-over-falsely")
def test_a_key_that_nobody_handed_over_to() -> None:
    stranger = key(STRANGER)
    elsewhere = keychange.hand_over(key(OFFICER), "so-y-te", stranger.fingerprint, NOW)
    to_another = keychange.hand_over(key(OFFICER), "so-tu-phap", key(HEAD).fingerprint, NOW)
    by_itself = keychange.hand_over(stranger, "so-tu-phap", stranger.fingerprint, NOW)
    for statement in (elsewhere, to_another, by_itself, b"\x30\x00", elsewhere[:-1]):
        blob = seal(replace(submission(1), key_changes=(statement,)), {}, stranger, NOW)
        refused(blob, "key-change-invalid")


@performs("json-tricks")
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"revision":1', '"revision":1,"revision":2'),
        lambda text: text.replace('"revision":1', '"revision":1.0'),
        lambda text: text.replace('"revision":1', '"revision":NaN'),
        lambda text: text.replace('"revision":1', '"revision":1e400'),
        lambda text: text.replace('"revision":1', '"revision":' + "9" * 5000),
        lambda text: text.replace('"revision":1', '"revision":' + "[" * 100_000),
        lambda text: text.replace('"revision":1', '"revision":true'),
        lambda text: text.replace('"agency":"', '"agency":"\\ud800'),
        lambda text: text.replace("Hòa", "Ho\u0300a"),
        lambda text: text.replace("so-tu-phap", "../so-tu-phap"),
        lambda text: text.replace('"attachments":[]', '"attachments":[],"more":1'),
        lambda text: "\ufeff" + text,
        lambda text: text + "{}",
        lambda text: text[:-3],
        lambda text: "[]",
        lambda text: "",
    ],
)
def test_a_document_that_plays_tricks(change: object) -> None:
    parts = parts_of(smallest())
    text = parts[DATA].decode()
    changed = change(text)  # type: ignore[operator] # one of the functions above
    assert changed != text
    blob = pack(signed_anew({**parts, DATA: changed.encode("utf-8", "surrogatepass")}))
    refused(blob, "invalid-document", "too-large")
    utf16 = pack(signed_anew({**parts, DATA: text.encode("utf-16")}))
    refused(utf16, "invalid-document")


@performs("foreign-key")
def test_a_foreign_key_under_the_agencys_name() -> None:
    """The file is sound, since anybody may make a key: the fingerprint tells, and intake (below) lets it wait."""
    blob = seal(submission(1), {}, key(STRANGER), NOW)
    found = verify(blob)
    assert json.loads(found.data)["agency"] == "so-tu-phap"
    assert found.signers[0].fingerprint != key(OFFICER).fingerprint
