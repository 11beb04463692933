"""The signed PDF (PAdES, ETSI EN 319 142-1): who signed a printed form, and for which answers.

The program prints the form with the digest of its answers; the records clerk signs that PDF with
the official software. Here the signature is checked, by pyHanko, and the digest read from the
revision that was signed: what was added later does not speak. No clock, no disk, no network.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from types import FrameType

from asn1crypto import cms, x509
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, enumerate_sig_fields
from pyhanko.sign.general import CMSExtractionError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, extract_contents
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from reformdesk.errors import Refused
from reformdesk.exchange import cades
from reformdesk.exchange.keys import fingerprint

LARGEST = 32 * 1024 * 1024
_MOST_SIGNATURES = 6
_LARGEST_VALUE = 64 * 1024
"""Bytes of one signature value: some 10,000, with the lists of revoked certificates inside a few times that."""

_MOST_STEPS = 2_000_000
"""Calls and returns inside pyHanko; a form with one signature takes 60,000, one with two 160,000."""

_DEAR_CALLS = {"_read_xref_table": 20_000, "_read_xref_stream": 20_000}
"""Calls by name that count for more: every revision is later held against every other one."""

_WIDE_NUMBER, _MOST_WIDTH = "convert_to_int", 8
_WEAK_KINDS = {"/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1"}

_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=4 * 1024 * 1024),
    document_budget=DocumentDecodeBudget(base_allowance=16 * 1024 * 1024, max_ratio=0),
)
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
_STRONG = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}
_LEAST_BITS = {"rsa": 2048, "rsassa_pss": 2048, "ec": 256}
_HERE = timezone(timedelta(hours=7))
"""Vietnam's one time zone, for software that writes its time without saying where."""

# pyHanko tells its doubts in full tracebacks; what of them a person needs is in the result
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


@dataclass(frozen=True)
class PdfSignature:
    """One signature. ``signed_at`` is a claim; ``issuer`` is empty where the certificate vouches for itself.

    ``anchored`` says that the certificate leads to one of the authorities asked for: without that,
    ``issuer`` is a claim too. ``whole`` says that the document reads today as it did when it was
    signed: nothing was added but other signatures of the same list and what archiving needs.
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
    with _guarded(blob):
        return _checked(blob, anchors)


def digest_in(blob: bytes) -> str:
    """Return the content digest that a PDF bears as it stands, signed or not; empty for none.

    Nobody vouches for it: of a signed PDF, :func:`check` says what was signed. Raises
    :class:`Refused`: ``pdf-unreadable``, ``pdf-encrypted``, ``too-large``.
    """
    with _guarded(blob):
        return _digest_of(_reader(blob))


@contextmanager
def _guarded(blob: bytes) -> Iterator[None]:
    """Turn whatever a stranger's bytes do to the PDF, ASN.1 and X.509 readers into a refusal."""
    if len(blob) > LARGEST:
        raise Refused("too-large", detail="PDF")
    try:
        with _limited():
            yield
    except Refused:
        raise
    except (SignatureValidationError, CMSExtractionError) as problem:
        raise Refused("signature-invalid", detail=type(problem).__name__) from problem
    except (_EndlessError, Exception) as problem:
        # these readers raise nearly anything, recursion included
        raise Refused("pdf-unreadable", detail=type(problem).__name__) from problem


class _EndlessError(BaseException):
    """The reading goes on and on. pyHanko catches every ``Exception`` in places, and must not catch this."""


@contextmanager
def _limited() -> Iterator[None]:
    """End a reading after so many steps, the same ones on every machine.

    A few hundred bytes can keep a PDF reader busy for years or fill the memory: a table said to
    have a billion entries, pages that lead to one another in 2^40 ways. Only the interpreter sees
    all of these loops.
    """
    left = _MOST_STEPS

    def step(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        name = frame.f_code.co_name
        left -= _DEAR_CALLS.get(name, 1) if event == "call" else 1
        if name == _WIDE_NUMBER and frame.f_locals.get("size", 0) > _MOST_WIDTH:
            # a column of a million bytes is read as one number, by powers of 256
            raise _EndlessError
        # an event loop must not lose its way, it would wait for ever
        if left < 0 and frame.f_globals.get("__name__", "").startswith(("pyhanko", "asn1crypto")):
            raise _EndlessError

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        yield
    finally:
        sys.setprofile(before)


def _reader(blob: bytes) -> PdfFileReader:
    reader = PdfFileReader(BytesIO(blob), decode_limits=_LIMITS)
    if reader.encrypted:
        raise Refused("pdf-encrypted")
    return reader


def _checked(blob: bytes, anchors: tuple[bytes, ...]) -> SignedPdf:
    reader = _reader(blob)
    every = _embedded_in(reader)
    embedded = [one for one in every if one.sig_object_type != "/DocTimeStamp"]
    if not embedded:
        raise Refused("pdf-not-signed")
    if reader.xrefs.hybrid_xrefs_present:
        # Word writes such files: old and new programs see different documents in them
        raise Refused("pdf-unreadable", detail="hybrid")
    policy = _LaterAdditions(frozenset(one.signed_revision for one in embedded))
    spans = [_signed_span(blob, one) for one in embedded]
    if len(set(spans)) < len(spans):
        # a signature shown a second time, in the name of what stands behind it
        raise Refused("signature-invalid", detail="range")
    signatures = tuple(_signature(one, anchors, policy) for one in embedded)
    # what was signed is read, and nothing that stands behind it
    digests = {_digest_of(reader if span == len(blob) else _reader(blob[:span])) for span in spans}
    if len(digests) > 1:
        raise Refused("pdf-changed")
    return SignedPdf(signatures, digests.pop())


def _embedded_in(reader: PdfFileReader) -> list[EmbeddedPdfSignature]:
    """Return the signatures in the order in which they were made, document time stamps included."""
    found: list[EmbeddedPdfSignature] = []
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        signature = value.get_object()
        if signature.get("/SubFilter") in _WEAK_KINDS:
            raise Refused("signature-weak", detail="sha1")
        if len(found) == _MOST_SIGNATURES or len(extract_contents(signature)) > _LARGEST_VALUE:
            raise Refused("pdf-unreadable", detail="signatures")
        found.append(EmbeddedPdfSignature(reader, field, name))
    return sorted(found, key=lambda one: one.signed_revision)


def _signed_span(blob: bytes, embedded: EmbeddedPdfSignature) -> int:
    """Return how many bytes from the first the signature covers: all but its own value (EN 319 142-1, 5.3).

    pyHanko compares lengths alone here, which lets a whole other document stand in the gap.
    """
    span = embedded.byte_range
    if len(span) != 4 or not all(isinstance(one, int) and one >= 0 for one in span):
        raise Refused("signature-invalid", detail="range")
    first, before, after, length = (int(one) for one in span)
    value = b"<%b>" % embedded.pkcs7_content.hex().encode()
    if first != 0 or after + length > len(blob) or blob[before:after].lower() != value:
        raise Refused("signature-invalid", detail="range")
    return after + length


def _digest_of(reader: PdfFileReader) -> str:
    try:
        info = reader.trailer_view["/Info"]
    except KeyError:
        return ""
    title = info.get("/Title", "") if isinstance(info, DictionaryObject) else ""
    found = _DIGEST.search(str(title))
    return found.group(1) if found else ""


def _signature(embedded: EmbeddedPdfSignature, anchors: tuple[bytes, ...], policy: StandardDiffPolicy) -> PdfSignature:
    certificate = embedded.signer_cert
    _require_strength(embedded.signer_info, certificate)
    claimed = _claimed_time(embedded)
    status = validate_pdf_signature(embedded, _context(certificate, claimed, anchors), diff_policy=policy)
    if not status.intact:
        raise Refused("pdf-changed")
    if not status.valid:
        raise Refused("signature-invalid", detail="value")
    der = certificate.dump()
    return PdfSignature(
        name=cades.name_in(der),
        issuer=cades.issuer_of(der),
        fingerprint=fingerprint(der),
        signed_at=claimed,
        certificate=der,
        anchored=bool(anchors) and bool(status.trusted),
        whole=_is_whole(status),
    )


def _require_strength(signer_info: cms.SignerInfo, certificate: x509.Certificate) -> None:
    """SHA-256 and up, RSA from 2048 and curves from 256 bit, as the decrees on signing software ask."""
    digest = signer_info["digest_algorithm"]["algorithm"].native
    signature = signer_info["signature_algorithm"]
    # a plain "RSA" names no digest of its own: it is the signer's
    named = digest if signature["algorithm"].native == "rsassa_pkcs1v15" else signature.hash_algo
    if digest not in _STRONG or named not in _STRONG:
        raise Refused("signature-weak", detail=str(named if digest in _STRONG else digest))
    public = certificate.public_key
    if public.bit_size < _LEAST_BITS.get(public.algorithm, sys.maxsize):
        raise Refused("signature-weak", detail=f"{public.algorithm} {public.bit_size}")


def _claimed_time(embedded: EmbeddedPdfSignature) -> datetime | None:
    claimed = embedded.self_reported_timestamp
    if claimed is None:
        return None
    return (claimed if claimed.tzinfo is not None else claimed.replace(tzinfo=_HERE)).astimezone(UTC)


class _LaterAdditions(StandardDiffPolicy):
    """What may follow a signature: archiving (EN 319 142-1, 5.4 and 5.5), and fields that a listed signature fills.

    pyHanko lets anybody add an empty field for a signature, and a picture with it that covers the
    page; here only a revision that somebody signed, and is shown for, may look different.
    """

    def __init__(self, signed: frozenset[int]) -> None:
        super().__init__(DEFAULT_DIFF_POLICY.global_rules, DEFAULT_DIFF_POLICY.form_rule)
        self._signed = signed

    def apply(
        self,
        old: HistoricalResolver,
        new: HistoricalResolver,
        field_mdp_spec: FieldMDPSpec | None = None,
        doc_mdp: MDPPerm | None = None,
    ) -> DiffResult:
        """Judge one later revision. Raises pyHanko's ``SuspiciousModification``."""
        result = super().apply(old, new, field_mdp_spec, doc_mdp)
        most = ModificationLevel.FORM_FILLING if new.revision in self._signed else ModificationLevel.LTA_UPDATES
        if result.modification_level > most:
            raise SuspiciousModification(f"revision {new.revision}")
        return result


def _is_whole(status: PdfSignatureStatus) -> bool:
    """Whether the document reads as it did when it was signed."""
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return True
    covered = status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
    return covered and isinstance(status.diff_result, DiffResult) and bool(status.docmdp_ok)


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
