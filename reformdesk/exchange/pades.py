"""The signed PDF (PAdES, ETSI EN 319 142-1): who signed a printed form, and for which answers.

The program prints the form with the digest of its answers; the records clerk signs that PDF with
the official software. Here the signature is checked, by pyHanko, and the digest read from the
revision that was signed: what was added later does not speak. No clock, no disk, no network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from reformdesk.errors import Refused
from reformdesk.exchange import cades
from reformdesk.exchange.keys import fingerprint

LARGEST = 32 * 1024 * 1024
_MOST_SIGNATURES = 10
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
_WEAK = {"md5", "sha1"}


@dataclass(frozen=True)
class PdfSignature:
    """One signature. ``signed_at`` is a claim; ``issuer`` is empty where the certificate vouches for itself.

    ``anchored`` says that the certificate leads to one of the authorities asked for; ``whole`` that
    the document says today what it said when it was signed.
    """

    name: str
    issuer: str
    fingerprint: str
    signed_at: datetime | None
    certificate: bytes
    anchored: bool
    whole: bool


@dataclass(frozen=True)
class SignedPdf:
    """A signed PDF; ``digest`` is the content digest (hex) that the signed revision bears, empty for none."""

    signatures: tuple[PdfSignature, ...]
    digest: str


def marked(title: str, digest: str) -> str:
    """Return the document title that a printed form bears, from which the digest is read again."""
    return f"{title} [sha256:{digest}]"


def check(blob: bytes, anchors: tuple[bytes, ...] = ()) -> SignedPdf:
    """Check every signature of a PDF; ``anchors`` are authorities' certificates, DER.

    Raises :class:`Refused`: ``pdf-unreadable``, ``pdf-encrypted``, ``pdf-not-signed``,
    ``pdf-changed`` (after it was signed), ``signature-invalid``, ``signature-weak``, ``too-large``.
    """
    if len(blob) > LARGEST:
        raise Refused("too-large", detail="PDF")
    try:
        return _checked(blob, anchors)
    except Refused:
        raise
    except Exception as problem:
        # a stranger's bytes can make the PDF, ASN.1 and X.509 readers raise nearly anything, recursion included
        raise Refused("pdf-unreadable", detail=type(problem).__name__) from problem


def _checked(blob: bytes, anchors: tuple[bytes, ...]) -> SignedPdf:
    reader = PdfFileReader(BytesIO(blob))
    if reader.encrypted:
        raise Refused("pdf-encrypted")
    embedded = [one for one in reader.embedded_signatures if one.sig_object_type != "/DocTimeStamp"]
    if not embedded:
        raise Refused("pdf-not-signed")
    if len(embedded) > _MOST_SIGNATURES:
        raise Refused("pdf-unreadable", detail="signatures")
    signatures = tuple(_signature(one, anchors) for one in embedded)
    # what was signed is read, and nothing that stands behind it
    *_, start, length = (int(one) for one in embedded[0].byte_range)
    return SignedPdf(signatures, _digest_in(blob[: start + length]))


def _digest_in(signed: bytes) -> str:
    try:
        info = PdfFileReader(BytesIO(signed)).trailer_view["/Info"]
    except KeyError:
        return ""
    title = info.get("/Title", "") if isinstance(info, DictionaryObject) else ""
    found = _DIGEST.search(str(title))
    return found.group(1) if found else ""


def _signature(embedded: EmbeddedPdfSignature, anchors: tuple[bytes, ...]) -> PdfSignature:
    certificate = embedded.signer_cert
    claimed = embedded.self_reported_timestamp
    status = validate_pdf_signature(embedded, _context(certificate, claimed, anchors))
    if str(status.md_algorithm).lower() in _WEAK:
        raise Refused("signature-weak", detail=str(status.md_algorithm))
    if not status.intact:
        raise Refused("pdf-changed")
    if not status.valid:
        raise Refused("signature-invalid", detail="value")
    der = certificate.dump()
    return PdfSignature(
        name=cades.name_in(der),
        issuer=cades.issuer_of(der),
        fingerprint=fingerprint(der),
        signed_at=claimed.astimezone(UTC) if claimed is not None else None,
        certificate=der,
        anchored=bool(anchors) and bool(status.trusted),
        whole=_is_whole(status),
    )


def _is_whole(status: PdfSignatureStatus) -> bool:
    """Whether nothing was added since but what archiving adds (EN 319 142-1, 5.4 and 5.5)."""
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return True
    level = status.modification_level
    harmless = level is not None and level <= ModificationLevel.FORM_FILLING
    return status.coverage is SignatureCoverageLevel.ENTIRE_REVISION and harmless


def _context(certificate: x509.Certificate, claimed: datetime | None, anchors: tuple[bytes, ...]) -> ValidationContext:
    """Look at the certificate as of the day it claims: whether it has expired since is not asked here."""
    first, last = certificate.not_valid_before, certificate.not_valid_after
    moment = claimed if claimed is not None and first <= claimed <= last else first
    return ValidationContext(
        trust_roots=[x509.Certificate.load(one) for one in anchors],
        allow_fetching=False,
        moment=moment,
        revocation_mode="soft-fail",
    )
