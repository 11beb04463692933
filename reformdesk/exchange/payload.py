"""The three JSON documents that sealed exchange files carry: round, submission, reply."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from reformdesk.errors import Refused
from reformdesk.exchange import recovery
from reformdesk.exchange.documents import (
    FORMATS,
    REPLY,
    ROUND,
    SUBMISSION,
    canonical,
    digest_of,
    load,
    moment_in,
    require_unique,
    time_text,
)

_AGENCY_ALONE = ("history", "corrections", "requests", "answers_return")
"""What only an agency says of itself, and nobody on its behalf."""

KNOWN_BY = 16
"""How many digits of a decision's id a reply names it by."""

_MOST_KEPT = 256 * 1024
"""Bytes of the largest document that is kept parsed: a stranger's are not to fill the memory."""


@dataclass(frozen=True)
class RoundDocument:
    """``round.json``. Catalogue and earlier answers stay JSON here; core gives them meaning.

    ``signatures`` is how many a submission needs; ``keys`` are those that speak for Home Affairs
    from now on (``fingerprint``, ``name``, ``role``), the sealing key alone where it is empty.
    ``details`` asks for what subordinate units contribute; ``evidence_limit`` is in MB, 0 for none set.
    A corrected issue says in ``note`` what changed, and in ``asked_again`` which indicators it wants anew.
    ``former`` are agencies that are no more, ``succession`` says who does since when what they did.
    """

    id: str
    revision: int
    previous: str | None
    province: str
    office: str
    title: Mapping[str, str]
    short: Mapping[str, str]
    period: Mapping[str, Any]
    deadline: date
    opened_at: datetime
    catalogue: Mapping[str, Any]
    agencies: tuple[Mapping[str, Any], ...]
    earlier: tuple[Mapping[str, Any], ...]
    signatures: int = 1
    keys: tuple[Mapping[str, str], ...] = ()
    key_changes: tuple[bytes, ...] = ()
    details: bool = False
    evidence_limit: int = 0
    note: Mapping[str, str] = field(default_factory=dict)
    asked_again: tuple[str, ...] = ()
    former: tuple[Mapping[str, Any], ...] = ()
    succession: tuple[Mapping[str, Any], ...] = ()

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        return canonical(
            {
                "format": FORMATS[ROUND],
                "id": self.id,
                "revision": self.revision,
                "previous": self.previous,
                "province": self.province,
                "office": self.office,
                "title": self.title,
                "short": self.short,
                "period": self.period,
                "deadline": self.deadline.isoformat(),
                "opened_at": time_text(self.opened_at),
                "catalogue": self.catalogue,
                "agencies": list(self.agencies),
                "earlier": list(self.earlier),
                **({"signatures": self.signatures} if self.signatures > 1 else {}),
                **({"keys": list(self.keys)} if self.keys else {}),
                **({"details": True} if self.details else {}),
                **({"evidence_limit": self.evidence_limit} if self.evidence_limit else {}),
                **({"note": self.note} if self.note else {}),
                **({"asked_again": list(self.asked_again)} if self.asked_again else {}),
                **({"former": list(self.former)} if self.former else {}),
                **({"succession": list(self.succession)} if self.succession else {}),
                **_changes_to_wire(self.key_changes),
            }
        )


@dataclass(frozen=True)
class SubmissionDocument:
    """``submission.json``: an agency's answers. ``previous`` is the digest of the revision before.

    ``answers_return`` is the digest of the reply that it answers; ``history`` names the agency's
    chain of changes as it stood (:mod:`reformdesk.core.chronicle`), ``None`` in the oldest files.
    ``details`` has what subordinate units contribute, ``narratives`` a text an area; ``corrections``
    what the revision before said otherwise, ``requests`` what should be corrected in earlier rounds.
    ``on_behalf`` is there where Home Affairs entered it for the agency: by whom, and what it was told or shown.
    """

    round_id: str
    round_digest: str
    agency: str
    revision: int
    previous: str | None
    prepared_by: str
    finished_at: datetime
    program: str
    rules: str
    answers: tuple[Mapping[str, Any], ...]
    attachments: tuple[Mapping[str, Any], ...]
    answers_return: str | None = None
    history: Mapping[str, Any] | None = None
    key_changes: tuple[bytes, ...] = ()
    details: tuple[Mapping[str, Any], ...] = ()
    narratives: tuple[Mapping[str, str], ...] = ()
    corrections: tuple[Mapping[str, Any], ...] = ()
    requests: tuple[Mapping[str, Any], ...] = ()
    on_behalf: Mapping[str, Any] | None = None

    @property
    def is_correction(self) -> bool:
        """Whether the agency corrects itself (bản đính chính): a later revision that no return asked for."""
        return self.revision > 1 and self.answers_return is None

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        return canonical(
            {
                "format": FORMATS[SUBMISSION],
                "round": {"id": self.round_id, "digest": self.round_digest},
                "agency": self.agency,
                "revision": self.revision,
                "previous": self.previous,
                "prepared_by": self.prepared_by,
                "finished_at": time_text(self.finished_at),
                "program": self.program,
                "rules": self.rules,
                "answers": list(self.answers),
                "attachments": list(self.attachments),
                **({"answers_return": self.answers_return} if self.answers_return else {}),
                **({"history": self.history} if self.history else {}),
                **({"details": list(self.details)} if self.details else {}),
                **({"narratives": list(self.narratives)} if self.narratives else {}),
                **({"corrections": list(self.corrections)} if self.corrections else {}),
                **({"requests": list(self.requests)} if self.requests else {}),
                **({"on_behalf": self.on_behalf} if self.on_behalf else {}),
                **_changes_to_wire(self.key_changes),
            }
        )


@dataclass(frozen=True)
class Known:
    """The decisions that the desk knew as it wrote a reply, by the first 16 digits of their ids.

    They are a set that only grows. So of two replies the one that knows all of the other's and more is the later,
    whatever their times say; where neither does, the times tell.

    ``closing`` are those on the round's closing, ``None`` where the reply does not tell of it; ``agencies`` has
    those on each agency that is spoken of. ``lives`` are marks of the copies that the desk was put back from: what
    it had decided after such a copy was lost, and what it says since is not earlier for knowing less.
    """

    closing: frozenset[str] | None
    agencies: Mapping[str, frozenset[str]]
    lives: frozenset[str] = frozenset()

    def of_closing(self) -> frozenset[str] | None:
        """Return what tells of two replies which one speaks last of the closing; ``None`` where this one does not."""
        return None if self.closing is None else self.closing | self.lives

    def of_agency(self, agency: str) -> frozenset[str]:
        """Return what tells of two replies which one speaks last of an agency."""
        return self.agencies.get(agency, frozenset()) | self.lives

    def to_wire(self) -> dict[str, Any]:
        """Return the member ``known``."""
        return {
            **({"closing": sorted(self.closing)} if self.closing is not None else {}),
            "agencies": {name: sorted(ids) for name, ids in self.agencies.items()},
            **({"lives": sorted(self.lives)} if self.lives else {}),
        }


@dataclass(frozen=True)
class ReplyDocument:
    """``reply.json``: receipts and returns, for one agency or for many; or one agency's recovery, with attachments.

    ``issues`` are the digests of all issues of the round so far, so that an agency on any of them knows the
    round; ``closing`` is the number and digest of the round's closing. A reply that does not say what its desk
    knew (``known``) is ordered by its time alone.
    """

    round_id: str
    round_digest: str
    written_at: datetime
    items: tuple[Mapping[str, Any], ...]
    key_changes: tuple[bytes, ...] = ()
    attachments: tuple[Mapping[str, Any], ...] = ()
    issues: tuple[str, ...] = ()
    closing: Mapping[str, Any] | None = None
    known: Known | None = None

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        known = {"known": self.known.to_wire()} if self.known is not None else {}
        issues = {"issues": list(self.issues)} if self.issues else {}
        return canonical(
            {
                "format": FORMATS[REPLY],
                "round": {"id": self.round_id, "digest": self.round_digest, **issues},
                "written_at": time_text(self.written_at),
                "items": list(self.items),
                **({"attachments": list(self.attachments)} if self.attachments else {}),
                **({"closing": self.closing} if self.closing else {}),
                **known,
                **_changes_to_wire(self.key_changes),
            }
        )


Document = RoundDocument | SubmissionDocument | ReplyDocument


def content_digest(document: SubmissionDocument) -> str:
    """Return the SHA-256 (hex) of what a submission answers, for which issue of the round and as which revision.

    A printed form bears it before the submission itself is made; evidence, times and names do not enter.
    The narratives and the corrections do, since they are printed.
    """
    content = {
        "round": {"id": document.round_id, "digest": document.round_digest},
        "agency": document.agency,
        "revision": document.revision,
        "answers": list(document.answers),
        **({"narratives": list(document.narratives)} if document.narratives else {}),
        **({"corrections": list(document.corrections)} if document.corrections else {}),
    }
    return digest_of(canonical(content))


def parse(kind: str, data: bytes) -> Document:
    """Read a document of a kind. Raises ``Refused``: ``newer-format``, ``invalid-document``."""
    match kind:
        case "round":
            return parse_round(data)
        case "submission":
            return parse_submission(data)
        case _:
            return parse_reply(data)


def parse_round(data: bytes) -> RoundDocument:
    """Read ``round.json``; kept, since it is large and cannot change under its bytes."""
    return _kept_round(data) if len(data) <= _MOST_KEPT else _read_round(data)


def kept_round(data: bytes) -> RoundDocument:
    """Read a ``round.json`` that was checked when it came in, and has the digest it had then."""
    return _round_of(json.loads(data))


def kept_submission(data: bytes) -> SubmissionDocument:
    """Read a ``submission.json``, as :func:`kept_round` does."""
    return _submission_of(json.loads(data))


def kept_reply(data: bytes) -> ReplyDocument:
    """Read a ``reply.json``, as :func:`kept_round` does."""
    return _reply_of(json.loads(data))


def _read_round(data: bytes) -> RoundDocument:
    item = load(ROUND, data)
    require_unique("agencies", [agency["id"] for agency in item["agencies"]])
    require_unique("earlier", [past["round"] for past in item["earlier"]])
    require_unique("keys", [key["fingerprint"] for key in item.get("keys", ())])
    return _round_of(item)


def _round_of(item: Mapping[str, Any]) -> RoundDocument:
    return RoundDocument(
        id=item["id"],
        revision=item["revision"],
        previous=item["previous"],
        province=item["province"],
        office=item["office"],
        title=item["title"],
        short=item["short"],
        period=item["period"],
        deadline=date.fromisoformat(item["deadline"]),
        opened_at=moment_in(item["opened_at"]),
        catalogue=item["catalogue"],
        agencies=tuple(item["agencies"]),
        earlier=tuple(item["earlier"]),
        signatures=item.get("signatures", 1),
        keys=tuple(item.get("keys", ())),
        key_changes=_changes(item),
        details=item.get("details", False),
        evidence_limit=item.get("evidence_limit", 0),
        note=item.get("note", {}),
        asked_again=tuple(item.get("asked_again", ())),
        former=tuple(item.get("former", ())),
        succession=tuple(item.get("succession", ())),
    )


def parse_submission(data: bytes) -> SubmissionDocument:
    """Read ``submission.json``; kept, since the same bytes are sealed, verified and filed in a row."""
    return _kept_submission(data) if len(data) <= _MOST_KEPT else _read_submission(data)


def _read_submission(data: bytes) -> SubmissionDocument:
    item = load(SUBMISSION, data)
    names = [line["indicator"] for line in item["answers"]]
    if names != sorted(set(names)):
        raise Refused("invalid-document", where="answers")
    require_unique("attachments", [line["name"] for line in item["attachments"]])
    require_unique("details", [line["indicator"] for line in item.get("details", ())])
    require_unique("narratives", [line["area"] for line in item.get("narratives", ())])
    require_unique("corrections", [line["indicator"] for line in item.get("corrections", ())])
    require_unique("requests", [f"{line['round']} {line['indicator']}" for line in item.get("requests", ())])
    if "on_behalf" in item and not item.keys().isdisjoint(_AGENCY_ALONE):
        raise Refused("invalid-document", where="on_behalf")
    return _submission_of(item)


def _submission_of(item: Mapping[str, Any]) -> SubmissionDocument:
    return SubmissionDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        agency=item["agency"],
        revision=item["revision"],
        previous=item["previous"],
        prepared_by=item["prepared_by"],
        finished_at=moment_in(item["finished_at"]),
        program=item["program"],
        rules=item["rules"],
        answers=tuple(item["answers"]),
        attachments=tuple(item["attachments"]),
        answers_return=item.get("answers_return"),
        history=item.get("history"),
        key_changes=_changes(item),
        details=tuple(item.get("details", ())),
        narratives=tuple(item.get("narratives", ())),
        corrections=tuple(item.get("corrections", ())),
        requests=tuple(item.get("requests", ())),
        on_behalf=item.get("on_behalf"),
    )


_kept_round = lru_cache(maxsize=4)(_read_round)
_kept_submission = lru_cache(maxsize=4)(_read_submission)


def parse_reply(data: bytes) -> ReplyDocument:
    """Read ``reply.json``."""
    item = load(REPLY, data)
    recovery.require_whole(item)
    return _reply_of(item)


def _reply_of(item: Mapping[str, Any]) -> ReplyDocument:
    return ReplyDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        written_at=moment_in(item["written_at"]),
        items=tuple(item["items"]),
        key_changes=_changes(item),
        attachments=tuple(item.get("attachments", ())),
        issues=tuple(item["round"].get("issues", ())),
        closing=item.get("closing"),
        known=_known_of(item["known"]) if "known" in item else None,
    )


def _known_of(wire: Mapping[str, Any]) -> Known:
    return Known(
        closing=frozenset(wire["closing"]) if "closing" in wire else None,
        agencies={name: frozenset(ids) for name, ids in wire["agencies"].items()},
        lives=frozenset(wire.get("lives", ())),
    )


def _changes_to_wire(statements: tuple[bytes, ...]) -> dict[str, list[str]]:
    return {"key_changes": [b64encode(one).decode() for one in statements]} if statements else {}


def _changes(item: Mapping[str, Any]) -> tuple[bytes, ...]:
    try:
        return tuple(b64decode(one, validate=True) for one in item.get("key_changes", ()))
    except ValueError as problem:
        raise Refused("invalid-document", where="key_changes") from problem
