"""CAdES signatures (ETSI EN 319 122-1, baseline B): the only module that knows pyHanko.

A signature is detached, DER, ECDSA P-256 with SHA-256, and carries the signer's certificate.
Whether that certificate is to be trusted is decided elsewhere, by pinning.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from asn1crypto import cms, keys, x509
from pyhanko.sign.general import CMSExtractionError, SigningError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_self_reported_ts,
    validate_sig_integrity,
)
from pyhanko_certvalidator.registry import SimpleCertificateStore

from reformdesk.errors import Refused
from reformdesk.exchange.keys import SigningKey, fingerprint

_DIGEST = "sha256"


@dataclass(frozen=True)
class Signer:
    """Who signed, as the certificate inside the signature says. ``signed_at`` is the signer's own claim."""

    name: str
    fingerprint: str
    signed_at: datetime
    certificate: bytes


def sign(content: bytes, key: SigningKey, signed_at: datetime) -> bytes:
    """Return the CAdES-B signature over ``content`` as DER (EN 319 122-1, 6.3)."""
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(key.certificate),
        signing_key=keys.PrivateKeyInfo.load(key.private_key),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    )
    signing = signer.async_sign_general_data(
        content,
        _DIGEST,
        detached=True,
        use_cades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=signed_at.astimezone(UTC)),
    )
    return bytes(asyncio.run(signing).dump())


def verify(content: bytes, signature: bytes) -> Signer:
    """Check a detached signature over ``content`` and return its signer.

    The signing-certificate-v2 attribute must name the certificate (EN 319 122-1, 5.2.2.3), the
    algorithms must be those of :func:`sign`. Raises ``Refused('signature-invalid')``.
    """
    try:
        info = cms.ContentInfo.load(signature, strict=True)
        if info["content_type"].native != "signed_data":
            raise Refused("signature-invalid", detail="no signed data")
        signed_data = info["content"]
        _require_our_shape(signed_data)
        certificate = extract_certs_for_validation(signed_data).signer_cert
        signer_info = signed_data["signer_infos"][0]
        _require_our_algorithms(signer_info, certificate)
        intact, valid = validate_sig_integrity(signer_info, certificate, "data", sha256(content).digest())
        signed_at = extract_self_reported_ts(signer_info)
    except (
        ValueError,
        TypeError,
        KeyError,
        SignatureValidationError,
        CMSExtractionError,
        SigningError,
    ) as problem:
        raise Refused("signature-invalid", detail=type(problem).__name__) from problem
    if not intact:
        raise Refused("signature-mismatch")
    if not valid or signed_at is None:
        raise Refused("signature-invalid", detail="value")
    der = certificate.dump()
    return Signer(_name_of(certificate), fingerprint(der), signed_at.astimezone(UTC), der)


def _require_our_shape(signed_data: cms.SignedData) -> None:
    """One signer, a detached content, signed attributes present (EN 319 122-1, 6.3)."""
    if len(signed_data["signer_infos"]) != 1:
        raise Refused("signature-invalid", detail="signers")
    if signed_data["encap_content_info"]["content"].native is not None:
        raise Refused("signature-invalid", detail="not detached")
    if not signed_data["signer_infos"][0]["signed_attrs"]:
        raise Refused("signature-invalid", detail="no signed attributes")


def _require_our_algorithms(signer_info: cms.SignerInfo, certificate: x509.Certificate) -> None:
    digest = signer_info["digest_algorithm"]["algorithm"].native
    signature = signer_info["signature_algorithm"]
    strong = digest == _DIGEST and signature.signature_algo in ("ecdsa", "rsassa_pss", "rsassa_pkcs1v15")
    if not strong or signature.hash_algo != _DIGEST:
        raise Refused("signature-weak", detail=str(digest))
    if certificate.public_key.bit_size < (256 if certificate.public_key.algorithm == "ec" else 2048):
        raise Refused("signature-weak", detail=str(certificate.public_key.bit_size))


def _name_of(certificate: x509.Certificate) -> str:
    subject = certificate.subject.native
    return str(subject.get("common_name") or certificate.subject.human_friendly)
