"""CAdES signatures (ETSI EN 319 122-1, baseline B): the only module that knows pyHanko.

A signature is detached, DER, ECDSA P-256 with SHA-256 (a token may bring RSA-PSS), and carries the
signer's certificate.
Whether that certificate is to be trusted is decided elsewhere, by pinning.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from asn1crypto import cms, core, keys, parser, x509

from reformdesk.errors import Refused
from reformdesk.exchange.keys import SealingKey, SigningKey, fingerprint

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import Signer as PyHankoSigner

_DIGEST = "sha256"
_RSA_ENCRYPTION = "1.2.840.113549.1.1.1"
_NULL = b"\x05\x00"
_SIGNED_ONCE = ("content_type", "message_digest", "signing_time", "signing_certificate_v2")


@dataclass(frozen=True)
class Signer:
    """Who signed, as the certificate inside the signature says. ``signed_at`` is the signer's own claim.

    ``issuer`` is who issued the certificate; empty where the key vouches for itself, as a key of
    this program's making does (niêm phong, not chữ ký số).
    """

    name: str
    fingerprint: str
    signed_at: datetime
    certificate: bytes
    issuer: str = ""


@runtime_checkable
class HardwareKey(SealingKey, Protocol):
    """A key that only its own hardware can use (:mod:`reformdesk.exchange.tokens`)."""

    @property
    def signer(self) -> PyHankoSigner:
        """What names the algorithm that the hardware signs with."""

    def sign_raw(self, content: bytes) -> bytes:
        """Return the bare signature over ``content``."""


def sign(content: bytes, key: SealingKey, signed_at: datetime) -> bytes:
    """Return the CAdES-B signature over ``content`` as DER (EN 319 122-1, 6.3)."""
    return sign_digest(sha256(content).digest(), key, signed_at)


def sign_digest(digest: bytes, key: SealingKey, signed_at: datetime) -> bytes:
    """Return the signature as :func:`sign` does, over content of which only the SHA-256 is at hand.

    pyHanko's own ``async_sign_general_data`` puts the same parts together, on an event loop of
    its own for each signature; nothing here waits for anything, so the parts are put together
    directly.
    """
    certificate = x509.Certificate.load(key.certificate)
    attributes = _signed_attributes(digest, certificate, signed_at).dump()
    info = _signer_info(key, certificate, attributes)
    signed_data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [info["digest_algorithm"]],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", certificate)],
            "signer_infos": [info],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed_data}).dump())


def _signer_info(key: SealingKey, certificate: x509.Certificate, attributes: bytes) -> cms.SignerInfo:
    """Sign the DER of the signed attributes, in software or in the hardware that keeps the key."""
    if isinstance(key, HardwareKey):
        return key.signer.signer_info(_DIGEST, cms.CMSAttributes.load(attributes), key.sign_raw(attributes))
    if not isinstance(key, SigningKey):
        raise TypeError(type(key).__name__)
    from pyhanko.sign.signers.pdf_cms import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    signer = SimpleSigner(
        signing_cert=certificate,
        signing_key=keys.PrivateKeyInfo.load(key.private_key),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    )
    return signer.signer_info(_DIGEST, cms.CMSAttributes.load(attributes), signer.sign_raw(attributes, _DIGEST))


def _signed_attributes(digest: bytes, certificate: x509.Certificate, signed_at: datetime) -> cms.CMSAttributes:
    from pyhanko.sign.general import as_signing_certificate_v2

    return cms.CMSAttributes(
        [
            _attribute("content_type", cms.ContentType("data")),
            _attribute("message_digest", core.OctetString(digest)),
            _attribute("signing_time", _time(signed_at.astimezone(UTC))),
            _attribute("signing_certificate_v2", as_signing_certificate_v2(certificate)),
        ]
    )


def _time(moment: datetime) -> cms.Time:
    """Return a time as RFC 5652, 11.3 wants it: the short form cannot name years outside 1950 to 2049."""
    if moment.year in range(1950, 2050):
        return cms.Time({"utc_time": core.UTCTime(moment)})
    return cms.Time({"generalized_time": core.GeneralizedTime(moment.replace(microsecond=0))})


def _attribute(name: str, value: core.Asn1Value) -> cms.CMSAttribute:
    """Return an attribute that is encoded already: asn1crypto encodes a nested new value many times over."""
    encoded = type(value).load(value.dump())
    return cms.CMSAttribute.load(cms.CMSAttribute({"type": name, "values": [encoded]}).dump())


def verify(content: bytes, signature: bytes) -> Signer:
    """Check a detached signature over ``content`` and return its signer.

    The signing-certificate-v2 attribute must name the certificate (EN 319 122-1, 5.2.2.3) and the
    algorithms must be strong enough. The signer's own time is a claim and is not judged: the clock
    of an old machine falls back by years, and the file it seals that day must still be good; trust
    rests on the pinned certificate. Raises :class:`Refused`: ``signature-invalid``,
    ``signature-mismatch``, ``signature-weak``.
    """
    return verify_digest(sha256(content).digest(), signature)


def verify_digest(digest: bytes, signature: bytes) -> Signer:
    """Check a signature as :func:`verify` does, over content of which only the SHA-256 is at hand."""
    try:
        return _verified(digest, signature)
    except Refused:
        raise
    except Exception as problem:
        # a stranger's bytes can make the ASN.1 and X.509 readers raise nearly anything, recursion included
        raise Refused("signature-invalid", detail=type(problem).__name__) from problem


def _verified(digest: bytes, signature: bytes) -> Signer:
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts, validate_sig_integrity

    info = cms.ContentInfo.load(signature, strict=True)
    if info["content_type"].native != "signed_data":
        raise Refused("signature-invalid", detail="no signed data")
    written = _Written.in_(info["content"])
    _require_our_shape(info)
    signer_info = info["content"]["signer_infos"][0]
    certificate = x509.Certificate.load(written.certificate, strict=True)
    _require_named(certificate, signer_info["sid"].chosen)
    _require_our_algorithms(signer_info, certificate)
    if signer_info["signed_attrs"].untag().contents != written.attributes:
        raise Refused("signature-invalid", detail="additions")
    intact, valid = validate_sig_integrity(signer_info, certificate, "data", digest)
    if not intact:
        raise Refused("signature-mismatch")
    if not valid:
        raise Refused("signature-invalid", detail="value")
    der = written.certificate
    _require_named_by_digest(signer_info["signed_attrs"], der)
    signed_at = extract_self_reported_ts(signer_info)
    if signed_at is None:
        raise Refused("signature-invalid", detail="time")
    return Signer(
        _name_of(certificate.subject), fingerprint(der), signed_at.astimezone(UTC), der, _issuer_of(certificate)
    )


@dataclass(frozen=True)
class _Written:
    """What stands in a signature, byte for byte: its one certificate, and the content of its signed attributes.

    asn1crypto writes anew what it has looked into, without what it overlooked: a value that somebody added would be
    left out of what is hashed, and the signature would fit. So this is taken before anything else is looked at.
    """

    certificate: bytes
    attributes: bytes

    @classmethod
    def in_(cls, signed_data: cms.SignedData) -> _Written:
        return cls(
            bytes(signed_data["certificates"].contents),
            bytes(signed_data["signer_infos"][0]["signed_attrs"].contents),
        )


def _require_named(certificate: x509.Certificate, identifier: cms.IssuerAndSerialNumber) -> None:
    """Require that the signer names its certificate by issuer and number (RFC 5652, 5.3).

    pyHanko's own search compares names as X.509 does, whatever their case, which took a fifth of a file's way in.
    """
    number = certificate["tbs_certificate"]["serial_number"]
    named = (identifier["issuer"].chosen.contents, identifier["serial_number"].contents)
    if named != (certificate.issuer.chosen.contents, number.contents):
        raise Refused("signature-invalid", detail="issuer")


def _require_named_by_digest(attributes: cms.CMSAttributes, certificate: bytes) -> None:
    """Require that the signed attributes name the very bytes of the certificate (EN 319 122-1, 5.2.2.3).

    pyHanko looks too, at what it has parsed. To be asked once the signature was checked: looking into attributes
    would change what is checked.
    """
    said = next(one for one in attributes if one["type"].native == "signing_certificate_v2")
    identity = said["values"][0]["certs"][0]
    method = identity["hash_algorithm"]["algorithm"].native
    if hashlib.new(method, certificate).digest() != identity["cert_hash"].native:
        raise Refused("signature-invalid", detail="certificate")


def _require_our_shape(info: cms.ContentInfo) -> None:
    """One signer, a detached content, the signed attributes of baseline B (EN 319 122-1, 6.3).

    What the signature does not cover must have its one value, so that no byte can be changed.
    """
    signed_data = info["content"]
    digests = list(signed_data["digest_algorithms"])
    signer_infos = signed_data["signer_infos"]
    if signed_data["version"].native != "v1" or len(signer_infos) != 1 or len(digests) != 1:
        raise Refused("signature-invalid", detail="signers")
    signer_info = signer_infos[0]
    if signer_info["version"].native != "v1" or digests[0].native != signer_info["digest_algorithm"].native:
        raise Refused("signature-invalid", detail="signers")
    if signer_info["sid"].name != "issuer_and_serial_number":
        raise Refused("signature-invalid", detail="signers")
    content = signed_data["encap_content_info"]
    if content["content_type"].native != "data" or content["content"].native is not None:
        raise Refused("signature-invalid", detail="not detached")
    additions = (signed_data["crls"].native, signer_info["unsigned_attrs"].native)
    if len(signed_data["certificates"]) != 1 or additions != (None, None):
        raise Refused("signature-invalid", detail="additions")
    _require_nothing_beside(info.contents)
    for part in (info, signed_data, content, digests[0], signer_info, signer_info["sid"].chosen):
        _require_nothing_behind(part)
    _require_nothing_behind(signer_info["digest_algorithm"])
    _require_attributes(signer_info["signed_attrs"])


def _require_nothing_beside(content_info: bytes) -> None:
    """The tag around the signed data (RFC 5652, 3) holds them alone; raises ``ValueError``."""
    _, _, _, _, tagged, _ = parser.parse(content_info[parser.peek(content_info) :], strict=True)
    parser.parse(tagged, strict=True)


def _require_nothing_behind(part: core.Sequence) -> None:
    """asn1crypto overlooks what follows the last member that it knows, and the signature does not cover it.

    Counted, not measured: asn1crypto takes a length of 128, 384 or the like for one that is not given, and writes the
    whole anew without what it overlooked.
    """
    members = len(part._fields)
    # the first look takes the part to pieces
    if members != (len(part.children) if part[0] is not None and part.children is not None else 0):
        raise Refused("signature-invalid", detail="additions")


def _require_attributes(attributes: cms.CMSAttributes) -> None:
    """Each attribute of baseline B stands exactly once and has one value (EN 319 122-1, table 1)."""
    counts = [(item["type"].native, len(item["values"])) for item in attributes]
    if any(counts.count((name, 1)) != 1 or [kind for kind, _ in counts].count(name) != 1 for name in _SIGNED_ONCE):
        raise Refused("signature-invalid", detail="attributes")


def _require_our_algorithms(signer_info: cms.SignerInfo, certificate: x509.Certificate) -> None:
    digest = signer_info["digest_algorithm"]["algorithm"].native
    signature = signer_info["signature_algorithm"]
    strong = digest == _DIGEST and signature.signature_algo in {"ecdsa", "rsassa_pss", "rsassa_pkcs1v15"}
    # RFC 5758, 3.2: with ECDSA there are no parameters
    strange = signature.signature_algo == "ecdsa" and signature["parameters"].dump()
    if not strong or strange or not _signs_our_digest(signature):
        raise Refused("signature-weak", detail=str(digest))
    if certificate.public_key.bit_size < (256 if certificate.public_key.algorithm == "ec" else 2048):
        raise Refused("signature-weak", detail=str(certificate.public_key.bit_size))


def _signs_our_digest(signature: cms.SignedDigestAlgorithm) -> bool:
    """Whether a signature's algorithm is over SHA-256.

    Of RSA by PKCS #1 v1.5 many signers, ``openssl`` among them, name the key's algorithm alone: then the digest is
    the signer's own, and the parameters are NULL (RFC 3370, 3.2).
    """
    if signature["algorithm"].dotted == _RSA_ENCRYPTION:
        return bool(signature["parameters"].dump() == _NULL)
    return bool(signature.hash_algo == _DIGEST)


def issuer_of(certificate: bytes) -> str:
    """Return who issued a DER certificate, by name; empty where it names itself."""
    return _issuer_of(x509.Certificate.load(certificate))


def _issuer_of(loaded: x509.Certificate) -> str:
    # compared as bytes: comparing names as X.509 does, whatever their case, costs more than the signature's check
    return "" if loaded.issuer.dump() == loaded.subject.dump() else _name_of(loaded.issuer)


def name_in(certificate: bytes) -> str:
    """Return whom a DER certificate names."""
    return _name_of(x509.Certificate.load(certificate).subject)


def _name_of(name: x509.Name) -> str:
    common = name.native.get("common_name")
    return str(common or name.human_friendly)
