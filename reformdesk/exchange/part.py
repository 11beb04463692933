"""A data-entry file: what one officer passes to the agency's desk that finishes. Bytes in and out, no disk, no clock.

It is no ASiC-E container: that demands a signature (EN 319 162-1, 4.4), and a reader of sealed files
that could be told to do without one would be the weakest part of the house. Nobody seals here, since
an officer looks at each field before it is taken and then seals the whole. So it is the same strict
ZIP with a mark of its own, and beside the content a ``SHA256SUMS``, which ``sha256sum -c`` reads as
well, so that damage on the way is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice
from reformdesk.exchange.archive import Entry, Limits
from reformdesk.exchange.asice import ATTACHMENTS
from reformdesk.exchange.documents import FORMATS, PART, canonical, load, moment_in, time_text

MIME_TYPE = b"application/vnd.reformdesk.part+zip"

_MIMETYPE, _DATA, _SUMS = "mimetype", "part.json", "SHA256SUMS"
_MARK = b"mimetype" + MIME_TYPE
_MARK_AT = 30
"""Where the first entry's name begins (APPNOTE 4.3.7); the name is followed by the bytes it stands for."""
HEAD_BYTES = _MARK_AT + len(_MARK)


@dataclass(frozen=True)
class PartDocument:
    """``part.json``: what was entered in some ``areas`` of a round, by whom and when.

    ``answers``, ``details`` and ``narratives`` are as a submission has them, only that what is blank
    does not stand there at all. ``left_out`` names evidence that was too large to go along.
    """

    round_id: str
    round_digest: str
    agency: str
    areas: tuple[str, ...]
    prepared_by: str
    written_at: datetime
    program: str
    answers: tuple[Mapping[str, Any], ...]
    details: tuple[Mapping[str, Any], ...] = ()
    narratives: tuple[Mapping[str, str], ...] = ()
    attachments: tuple[Mapping[str, Any], ...] = ()
    left_out: tuple[Mapping[str, Any], ...] = ()

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        return canonical(
            {
                "format": FORMATS[PART],
                "round": {"id": self.round_id, "digest": self.round_digest},
                "agency": self.agency,
                "areas": list(self.areas),
                "prepared_by": self.prepared_by,
                "written_at": time_text(self.written_at),
                "program": self.program,
                "answers": list(self.answers),
                "details": list(self.details),
                "narratives": list(self.narratives),
                "attachments": list(self.attachments),
                "left_out": list(self.left_out),
            }
        )


@dataclass(frozen=True)
class Part:
    """A whole file: its document and its evidence, by name."""

    document: PartDocument
    attachments: Mapping[str, bytes]


def begins_like_part(head: bytes) -> bool:
    """Whether the first :data:`HEAD_BYTES` of a file are those of a data-entry file; says nothing of the rest."""
    return head.startswith(b"PK\x03\x04") and head[_MARK_AT:HEAD_BYTES] == _MARK


def write(document: PartDocument, attachments: Mapping[str, bytes]) -> bytes:
    """Return a data-entry file; equal input gives equal bytes.

    Raises what :func:`read` raises where nobody could read the result.
    """
    content = {_DATA: document.to_bytes(), **{ATTACHMENTS + name: attachments[name] for name in sorted(attachments)}}
    blob = archive.pack({_MIMETYPE: MIME_TYPE, **content, _SUMS: _sums(content)}, stored=_MIMETYPE)
    read(blob)
    return blob


def read(blob: bytes, limits: Limits = asice.DEFAULT_LIMITS) -> Part:
    """Read a data-entry file, known by content whatever its name, and check it for damage.

    Raises :class:`Refused`: ``not-a-part`` and, as for sealed files, ``damaged-container``,
    ``too-large``, ``strange-entry``, ``newer-format``, ``invalid-document``.
    """
    if not begins_like_part(blob):
        raise Refused("not-a-part")
    entries = archive.directory(blob, limits)
    for entry in entries:
        _check_entry(entry, limits)
    parts = {entry.name: archive.unpack(blob, entry) for entry in entries}
    content = {name: part for name, part in parts.items() if name not in (_MIMETYPE, _SUMS)}
    if parts.get(_MIMETYPE) != MIME_TYPE or _DATA not in parts:
        raise Refused("damaged-container", detail=_DATA)
    if parts.get(_SUMS) != _sums(content):
        raise Refused("damaged-container", detail=_SUMS)
    document = _parse(parts[_DATA])
    evidence = {name.removeprefix(ATTACHMENTS): part for name, part in content.items() if name != _DATA}
    _check_evidence(document, evidence)
    return Part(document, evidence)


def _check_entry(entry: Entry, limits: Limits) -> None:
    """Look at the directory alone: nothing has been unpacked yet."""
    own = entry.name in (_MIMETYPE, _DATA, _SUMS)
    evidence = entry.name.startswith(ATTACHMENTS) and asice.is_safe_name(entry.name.removeprefix(ATTACHMENTS))
    if not entry.is_plain or not (own or evidence):
        raise Refused("strange-entry", name=entry.name)
    most = {_DATA: limits.data_bytes, _SUMS: limits.meta_bytes}.get(entry.name, limits.entry_bytes)
    if entry.size > most:
        raise Refused("too-large", detail=entry.name)


def _sums(content: Mapping[str, bytes]) -> bytes:
    """Return the lines that ``sha256sum --check`` reads."""
    return "".join(f"{sha256(part).hexdigest()}  {name}\n" for name, part in content.items()).encode()


def _parse(data: bytes) -> PartDocument:
    item = load(PART, data)
    for where, names in (
        ("areas", item["areas"]),
        ("answers", [line["indicator"] for line in item["answers"]]),
        ("details", [line["indicator"] for line in item["details"]]),
        ("narratives", [line["area"] for line in item["narratives"]]),
        ("attachments", [line["name"] for line in item["attachments"]]),
    ):
        if len(set(names)) != len(names):
            raise Refused("invalid-document", where=where)
    return PartDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        agency=item["agency"],
        areas=tuple(item["areas"]),
        prepared_by=item["prepared_by"],
        written_at=moment_in(item["written_at"]),
        program=item["program"],
        answers=tuple(item["answers"]),
        details=tuple(item["details"]),
        narratives=tuple(item["narratives"]),
        attachments=tuple(item["attachments"]),
        left_out=tuple(item["left_out"]),
    )


def _check_evidence(document: PartDocument, evidence: Mapping[str, bytes]) -> None:
    """Only the evidence that the document lists may be inside, and all of it."""
    listed = {item["name"]: (item["size"], item["sha256"]) for item in document.attachments}
    inside = {name: (len(content), sha256(content).hexdigest()) for name, content in evidence.items()}
    for name in sorted(listed.keys() | inside.keys()):
        if listed.get(name) != inside.get(name):
            raise Refused("damaged-container", detail=name)
