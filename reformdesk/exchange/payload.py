"""The three JSON documents that exchange files carry: round, submission, reply.

They follow the JSON Schemas in ``resources/schemas/`` and are versioned by ``format``. A decimal
travels as a string, a time as RFC 3339 UTC, text as NFC. A document's digest is the SHA-256 of
its bytes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from reformdesk.assets import resource
from reformdesk.errors import Refused

ROUND, SUBMISSION, REPLY = "round", "submission", "reply"
FORMATS = {kind: f"reformdesk-{kind}/1" for kind in (ROUND, SUBMISSION, REPLY)}


@dataclass(frozen=True)
class RoundDocument:
    """``round.json``. Catalogue and earlier answers stay JSON here; core gives them meaning."""

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
                "opened_at": _time(self.opened_at),
                "catalogue": self.catalogue,
                "agencies": list(self.agencies),
                "earlier": list(self.earlier),
            }
        )


@dataclass(frozen=True)
class SubmissionDocument:
    """``submission.json``: an agency's answers. ``previous`` is the digest of the revision before."""

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
                "finished_at": _time(self.finished_at),
                "program": self.program,
                "rules": self.rules,
                "answers": list(self.answers),
                "attachments": list(self.attachments),
            }
        )


@dataclass(frozen=True)
class ReplyDocument:
    """``reply.json``: receipts and returns, for one agency or for many."""

    round_id: str
    round_digest: str
    written_at: datetime
    items: tuple[Mapping[str, Any], ...]

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        return canonical(
            {
                "format": FORMATS[REPLY],
                "round": {"id": self.round_id, "digest": self.round_digest},
                "written_at": _time(self.written_at),
                "items": list(self.items),
            }
        )


Document = RoundDocument | SubmissionDocument | ReplyDocument


def canonical(document: Mapping[str, Any]) -> bytes:
    """Return JSON as UTF-8, NFC, keys sorted, no blanks, one newline at the end."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (unicodedata.normalize("NFC", text) + "\n").encode()


def digest_of(data: bytes) -> str:
    """Return the SHA-256 (hex) of a document's bytes."""
    return sha256(data).hexdigest()


def parse(kind: str, data: bytes) -> Document:
    """Read a document of a kind. Raises ``Refused``: ``newer-format``, ``invalid-document``."""
    match kind:
        case "round":
            return parse_round(data)
        case "submission":
            return parse_submission(data)
        case _:
            return parse_reply(data)


@lru_cache(maxsize=8)
def parse_round(data: bytes) -> RoundDocument:
    """Read ``round.json``; kept, since it is large and cannot change under its bytes."""
    item = _load(ROUND, data)
    return RoundDocument(
        id=item["id"],
        revision=item["revision"],
        previous=item["previous"],
        province=item["province"],
        office=item["office"],
        title=item["title"],
        short=item["short"],
        period=item["period"],
        deadline=_day(item["deadline"]),
        opened_at=_moment(item["opened_at"]),
        catalogue=item["catalogue"],
        agencies=tuple(item["agencies"]),
        earlier=tuple(item["earlier"]),
    )


def parse_submission(data: bytes) -> SubmissionDocument:
    """Read ``submission.json``."""
    item = _load(SUBMISSION, data)
    names = [line["indicator"] for line in item["answers"]]
    if len(set(names)) != len(names):
        raise Refused("invalid-document", where="answers")
    return SubmissionDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        agency=item["agency"],
        revision=item["revision"],
        previous=item["previous"],
        prepared_by=item["prepared_by"],
        finished_at=_moment(item["finished_at"]),
        program=item["program"],
        rules=item["rules"],
        answers=tuple(item["answers"]),
        attachments=tuple(item["attachments"]),
    )


def parse_reply(data: bytes) -> ReplyDocument:
    """Read ``reply.json``."""
    item = _load(REPLY, data)
    return ReplyDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        written_at=_moment(item["written_at"]),
        items=tuple(item["items"]),
    )


def _load(kind: str, data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8")
        item = json.loads(text, object_pairs_hook=_no_duplicates, parse_float=_no_floats, parse_constant=_no_floats)
    except (ValueError, RecursionError) as unreadable:
        raise Refused("invalid-document", where="JSON") from unreadable
    if not unicodedata.is_normalized("NFC", text):
        raise Refused("invalid-document", where="NFC")
    stated = item.get("format") if isinstance(item, dict) else None
    if stated != FORMATS[kind]:
        ours = isinstance(stated, str) and stated.startswith(f"reformdesk-{kind}/")
        raise Refused("newer-format" if ours else "invalid-document", where="format")
    problem = next(_validator(kind).iter_errors(item), None)
    if problem is not None:
        raise Refused("invalid-document", where="/".join(str(part) for part in problem.absolute_path) or kind)
    return dict(item)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    item = dict(pairs)
    if len(item) != len(pairs):
        raise ValueError("duplicate key")
    return item


def _no_floats(text: str) -> Any:
    raise ValueError(f"a float: {text}")


@cache
def _validator(kind: str) -> Draft202012Validator:
    folder = resource("schemas")
    schemas = {path.name: json.loads(path.read_bytes()) for path in folder.glob("*.schema.json")}
    registry: Registry[Any] = Registry().with_resources(
        [(name, Resource.from_contents(schema)) for name, schema in schemas.items()]
    )
    return Draft202012Validator(schemas[f"{kind}.schema.json"], registry=registry)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as problem:
        raise Refused("invalid-document", where=text) from problem


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise Refused("invalid-document", where=text) from problem
