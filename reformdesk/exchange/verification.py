"""Verify an exchange file: bytes in, a typed result or a precise refusal out. No clock, no disk.

The order is fixed: what it is, limits and container, digests, signatures, and only then the
document. Nothing is read from a document whose signature was not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from reformdesk.errors import Refused
from reformdesk.exchange import asice, cades, payload
from reformdesk.exchange.cades import Signer
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import Document, SubmissionDocument

_LOOKS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Excel/Word"),
    (b"SQLite format 3\0", "SQLite"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)
_ZIP = b"PK\x03\x04"
_MARK = b"mimetype" + asice.MIME_TYPE


@dataclass(frozen=True)
class Verified:
    """A sound file. ``digest`` is the SHA-256 of its data file, ``data`` that file's bytes."""

    kind: str
    document: Document
    digest: str
    data: bytes
    attachments: Mapping[str, bytes]
    signers: tuple[Signer, ...]


def verify(blob: bytes) -> Verified:
    """Check a file's container, digests, signatures and document, known by content alone.

    Raises :class:`Refused`: ``empty-file``, ``not-ours``, and what the parts raise.
    """
    _require_ours(blob)
    container = asice.read(blob)
    signers = tuple(cades.verify(part.manifest, part.signature) for part in container.signatures)
    kind = container.data_name.removesuffix(".json")
    document = payload.parse(kind, container.data)
    _check_attachments(document, container.attachments)
    return Verified(
        kind=kind,
        document=document,
        digest=payload.digest_of(container.data),
        data=container.data,
        attachments=container.attachments,
        signers=signers,
    )


def seal(document: Document, attachments: Mapping[str, bytes], key: SigningKey, signed_at: datetime) -> bytes:
    """Return an exchange file with ``document``, sealed by ``key``."""
    kinds = {
        payload.RoundDocument: payload.ROUND,
        payload.SubmissionDocument: payload.SUBMISSION,
        payload.ReplyDocument: payload.REPLY,
    }
    name = f"{kinds[type(document)]}.json"
    return asice.write(name, document.to_bytes(), attachments, lambda manifest: cades.sign(manifest, key, signed_at))


def _require_ours(blob: bytes) -> None:
    if not blob:
        raise Refused("empty-file")
    look = next((name for mark, name in _LOOKS if blob.startswith(mark)), "")
    if look:
        raise Refused("not-ours-looks-like", looks_like=look)
    if not blob.startswith(_ZIP):
        raise Refused("not-ours")
    if blob[30 : 30 + len(_MARK)] != _MARK:
        office = next((name for mark, name in ((b"xl/", "Excel"), (b"word/", "Word")) if mark in blob), "")
        if office:
            raise Refused("not-ours-looks-like", looks_like=office)
        raise Refused("not-ours")


def _check_attachments(document: Document, attachments: Mapping[str, bytes]) -> None:
    """A submission lists its evidence with digests; only that may be inside, and all of it."""
    listed = {}
    if isinstance(document, SubmissionDocument):
        listed = {item["name"]: item["sha256"] for item in document.attachments}
    for name in sorted(listed.keys() | attachments.keys()):
        if name not in attachments or listed.get(name) != sha256(attachments[name]).hexdigest():
            raise Refused("manifest-mismatch", name=name)
