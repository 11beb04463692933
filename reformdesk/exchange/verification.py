"""Verify an exchange file: bytes in, a typed result or a precise refusal out. No clock, no disk.

The states follow each other, and each is made from the one before alone: recognised bytes, the
container with its limits and digests (EN 319 162-1, 4.4 and A.4), its signatures (EN 319 122-1,
6.3), and only then the document. Nothing is read from a document whose signatures were not checked.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from reformdesk.errors import Refused
from reformdesk.exchange import asice, documents, keychange, payload
from reformdesk.exchange.asice import Container
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.part import begins_like_part
from reformdesk.exchange.payload import Document, RoundDocument, SubmissionDocument

if TYPE_CHECKING:
    from reformdesk.exchange.cades import Signer

_LOOKS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Excel/Word"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"MZ", "EXE"),
)
_ZIP = b"PK\x03\x04"
_ZIP_LOOKS = ((b"xl/", "Excel"), (b"word/", "Word"), (b"ppt/", "PowerPoint"))
_TEXT_SAMPLE = 4096
_MARK = b"mimetype" + asice.MIME_TYPE
_MARK_AT = 30
"""Where the first entry's name begins (APPNOTE 4.3.7); the name is followed by the bytes it stands for."""
HEAD_BYTES = _MARK_AT + len(_MARK)


@dataclass(frozen=True)
class _Recognised:
    """Bytes that claim to be one of our files."""

    blob: bytes


@dataclass(frozen=True)
class _Opened:
    """A container within its limits, in which every file has the digest that each manifest gives."""

    container: Container


@dataclass(frozen=True)
class _Signed:
    """An opened container whose signatures are all sound, by different keys."""

    container: Container
    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Verified:
    """A sound file. ``digest`` is the SHA-256 of its data file, ``data`` that file's bytes.

    The first of ``signers`` prepared it, a second one approved it. ``followed`` are the keys that
    led to the first signer's, oldest first; each has signed over the next.
    """

    kind: str
    document: Document
    digest: str
    data: bytes
    attachments: Mapping[str, bytes]
    signers: tuple[Signer, ...]
    followed: tuple[str, ...] = ()


def verify(blob: bytes) -> Verified:
    """Check a file's container, digests, signatures and document, known by content alone.

    Raises :class:`Refused`: ``empty-file``, ``not-ours``, ``part-file`` for what nobody has sealed
    (:mod:`reformdesk.exchange.part`), and what the parts raise.
    """
    return _read(_check_signatures(_open(_recognise(blob))))


def begins_like_ours(head: bytes) -> bool:
    """Whether the first :data:`HEAD_BYTES` of a file are those of one of ours; says nothing of the rest."""
    return head.startswith(_ZIP) and head[_MARK_AT:HEAD_BYTES] == _MARK


def _recognise(blob: bytes) -> _Recognised:
    """Tell what somebody mistook for one of our files from one of ours that is damaged."""
    if not blob:
        raise Refused("empty-file")
    if begins_like_ours(blob):
        return _Recognised(blob)
    if begins_like_part(blob):
        raise Refused("part-file")
    look = _look(blob)
    if look:
        raise Refused("not-ours-looks-like", looks_like=look)
    raise Refused("not-ours")


def _open(recognised: _Recognised) -> _Opened:
    return _Opened(asice.read(recognised.blob))


def _check_signatures(opened: _Opened) -> _Signed:
    from reformdesk.exchange import cades

    signers = tuple(cades.verify(part.manifest, part.signature) for part in opened.container.signatures)
    if len({signer.fingerprint for signer in signers}) != len(signers):
        raise Refused("signature-invalid", detail="one key twice")
    return _Signed(opened.container, signers)


def _read(signed: _Signed) -> Verified:
    container = signed.container
    kind = container.data_name.removesuffix(".json")
    document = payload.parse(kind, container.data)
    _check_attachments(document, container.attachments)
    return Verified(
        kind=kind,
        document=document,
        digest=documents.digest_of(container.data),
        data=container.data,
        attachments=container.attachments,
        signers=signed.signers,
        followed=keychange.followed(document.key_changes, speaker_of(document), signed.signers[0].fingerprint),
    )


def speaker_of(document: Document) -> str:
    """Return for whom the first signer of a document speaks."""
    if isinstance(document, SubmissionDocument) and document.on_behalf is None:
        return document.agency
    return keychange.HOME_AFFAIRS


def seal(
    document: Document,
    attachments: Mapping[str, bytes],
    key: SealingKey,
    signed_at: datetime,
    approver: SealingKey | None = None,
) -> bytes:
    """Return an exchange file with ``document``, sealed by ``key`` and, where given, by ``approver``.

    Raises :class:`Refused` like :func:`verify`: what nobody could read is never sealed.
    """
    from reformdesk.exchange import cades

    kinds = {
        payload.RoundDocument: documents.ROUND,
        payload.SubmissionDocument: documents.SUBMISSION,
        payload.ReplyDocument: documents.REPLY,
    }
    kind = kinds[type(document)]
    data = document.to_bytes()
    _check_attachments(payload.parse(kind, data), attachments)
    blob = asice.write(f"{kind}.json", data, attachments, lambda manifest: cades.sign(manifest, key, signed_at))
    return blob if approver is None else countersign(blob, approver, signed_at)


def countersign(blob: bytes, key: SealingKey, signed_at: datetime) -> bytes:
    """Return a file with the second signature beside the first, over the same content.

    Raises :class:`Refused` like :func:`verify`, ``signed-twice``, ``same-signer``.
    """
    from reformdesk.exchange import cades

    if any(signer.fingerprint == key.fingerprint for signer in verify(blob).signers):
        raise Refused("same-signer")
    return asice.add_signature(blob, lambda manifest: cades.sign(manifest, key, signed_at))


def _look(blob: bytes) -> str:
    """Return what kind of file this is, as its user calls it; empty where that cannot be said."""
    if blob.startswith(_ZIP):
        return next((name for mark, name in _ZIP_LOOKS if mark in blob), "ZIP")
    return next((name for mark, name in _LOOKS if blob.startswith(mark)), "") or ("text" if _is_text(blob) else "")


def _is_text(blob: bytes) -> bool:
    sample = blob[:_TEXT_SAMPLE]
    if b"\0" in sample:
        return False
    try:
        # a letter may be cut at the sample's end
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _check_attachments(document: Document, attachments: Mapping[str, bytes]) -> None:
    """A document lists what is attached with sizes and digests; only that may be inside, and all of it."""
    listed = {}
    if not isinstance(document, RoundDocument):
        listed = {item["name"]: (item["size"], item["sha256"]) for item in document.attachments}
    inside = {name: (len(content), sha256(content).hexdigest()) for name, content in attachments.items()}
    for name in sorted(listed.keys() | inside.keys()):
        if listed.get(name) != inside.get(name):
            raise Refused("manifest-mismatch", name=name)
