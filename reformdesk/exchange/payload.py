"""The three JSON documents that exchange files carry: round, submission, reply.

They follow the JSON Schemas in ``resources/schemas/`` and are versioned by ``format``. A decimal
travels as a string, a time as RFC 3339 UTC, text as NFC. A document's digest is the SHA-256 of
its bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

import fastjsonschema
from fastjsonschema import JsonSchemaValueException

from reformdesk.assets import resource
from reformdesk.errors import Refused

ROUND, SUBMISSION, REPLY = "round", "submission", "reply"
# what XML 1.0 (section 2.2) cannot carry, and so neither a Word nor an Excel file, and DEL
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MOST_KEPT = 256 * 1024
"""Bytes of the largest document that is kept parsed: a stranger's are not to fill the memory."""
_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the library reads; the schemas, of 2020-12, use nothing that draft 7 has not."""
FORMATS = {kind: f"reformdesk-{kind}/1" for kind in (ROUND, SUBMISSION, REPLY)}


@dataclass(frozen=True)
class RoundDocument:
    """``round.json``. Catalogue and earlier answers stay JSON here; core gives them meaning.

    ``signatures`` is how many a submission needs; ``keys`` are those that speak for Home Affairs
    from now on (``fingerprint``, ``name``, ``role``), the sealing key alone where it is empty.
    ``details`` asks for what subordinate units contribute; ``evidence_limit`` is in MB, 0 for none set.
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
                **({"signatures": self.signatures} if self.signatures > 1 else {}),
                **({"keys": list(self.keys)} if self.keys else {}),
                **({"details": True} if self.details else {}),
                **({"evidence_limit": self.evidence_limit} if self.evidence_limit else {}),
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
                "finished_at": _time(self.finished_at),
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
                **_changes_to_wire(self.key_changes),
            }
        )


@dataclass(frozen=True)
class ReplyDocument:
    """``reply.json``: receipts and returns, for one agency or for many."""

    round_id: str
    round_digest: str
    written_at: datetime
    items: tuple[Mapping[str, Any], ...]
    key_changes: tuple[bytes, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the document's canonical bytes."""
        return canonical(
            {
                "format": FORMATS[REPLY],
                "round": {"id": self.round_id, "digest": self.round_digest},
                "written_at": _time(self.written_at),
                "items": list(self.items),
                **_changes_to_wire(self.key_changes),
            }
        )


Document = RoundDocument | SubmissionDocument | ReplyDocument


def canonical(document: Mapping[str, Any]) -> bytes:
    """Return JSON as UTF-8, NFC, keys sorted, no blanks, one newline at the end.

    Signs that no document can print are dropped, so that what is written can always be read; the
    line and page breaks of a word processor become plain line breaks.
    """
    text = json.dumps(_printable(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (unicodedata.normalize("NFC", text) + "\n").encode()


def _printable(item: Any) -> Any:
    if isinstance(item, str):
        return _UNPRINTABLE.sub("", item.replace("\v", "\n").replace("\f", "\n"))
    if isinstance(item, Mapping):
        return {_printable(name): _printable(part) for name, part in item.items()}
    if isinstance(item, list | tuple):
        return [_printable(part) for part in item]
    return item


def digest_of(data: bytes) -> str:
    """Return the SHA-256 (hex) of a document's bytes."""
    return sha256(data).hexdigest()


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


def _read_round(data: bytes) -> RoundDocument:
    item = _load(ROUND, data)
    _require_unique("agencies", [agency["id"] for agency in item["agencies"]])
    _require_unique("earlier", [past["round"] for past in item["earlier"]])
    _require_unique("keys", [key["fingerprint"] for key in item.get("keys", ())])
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
        opened_at=_moment(item["opened_at"]),
        catalogue=item["catalogue"],
        agencies=tuple(item["agencies"]),
        earlier=tuple(item["earlier"]),
        signatures=item.get("signatures", 1),
        keys=tuple(item.get("keys", ())),
        key_changes=_changes(item),
        details=item.get("details", False),
        evidence_limit=item.get("evidence_limit", 0),
    )


def parse_submission(data: bytes) -> SubmissionDocument:
    """Read ``submission.json``; kept, since the same bytes are sealed, verified and filed in a row."""
    return _kept_submission(data) if len(data) <= _MOST_KEPT else _read_submission(data)


def _read_submission(data: bytes) -> SubmissionDocument:
    item = _load(SUBMISSION, data)
    names = [line["indicator"] for line in item["answers"]]
    if names != sorted(set(names)):
        raise Refused("invalid-document", where="answers")
    _require_unique("attachments", [line["name"] for line in item["attachments"]])
    _require_unique("details", [line["indicator"] for line in item.get("details", ())])
    _require_unique("narratives", [line["area"] for line in item.get("narratives", ())])
    _require_unique("corrections", [line["indicator"] for line in item.get("corrections", ())])
    _require_unique("requests", [f"{line['round']} {line['indicator']}" for line in item.get("requests", ())])
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
        answers_return=item.get("answers_return"),
        history=item.get("history"),
        key_changes=_changes(item),
        details=tuple(item.get("details", ())),
        narratives=tuple(item.get("narratives", ())),
        corrections=tuple(item.get("corrections", ())),
        requests=tuple(item.get("requests", ())),
    )


_kept_round = lru_cache(maxsize=4)(_read_round)
_kept_submission = lru_cache(maxsize=4)(_read_submission)


def parse_reply(data: bytes) -> ReplyDocument:
    """Read ``reply.json``."""
    item = _load(REPLY, data)
    return ReplyDocument(
        round_id=item["round"]["id"],
        round_digest=item["round"]["digest"],
        written_at=_moment(item["written_at"]),
        items=tuple(item["items"]),
        key_changes=_changes(item),
    )


def _load(kind: str, data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8")
        item = json.loads(text, object_pairs_hook=_no_duplicates, parse_float=_no_floats, parse_constant=_no_floats)
        # without an escape the text's own letters are those of its strings
        plain = text if "\\" not in text else "\n".join(_strings(item))
    except (ValueError, RecursionError) as unreadable:
        raise Refused("invalid-document", where="JSON") from unreadable
    if not unicodedata.is_normalized("NFC", plain) or _UNPRINTABLE.search(plain):
        raise Refused("invalid-document", where="NFC")
    _require_format(kind, item)
    try:
        _validator(kind)(item)
    except JsonSchemaValueException as problem:
        raise Refused("invalid-document", where="/".join(problem.path[1:]) or kind) from problem
    return dict(item)


def _changes_to_wire(statements: tuple[bytes, ...]) -> dict[str, list[str]]:
    return {"key_changes": [b64encode(one).decode() for one in statements]} if statements else {}


def _changes(item: Mapping[str, Any]) -> tuple[bytes, ...]:
    try:
        return tuple(b64decode(one, validate=True) for one in item.get("key_changes", ()))
    except ValueError as problem:
        raise Refused("invalid-document", where="key_changes") from problem


def _strings(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for name, part in item.items():
            yield name
            yield from _strings(part)
    elif isinstance(item, list):
        for part in item:
            yield from _strings(part)


def _require_format(kind: str, item: Any) -> None:
    """Tell a document that a newer program wrote from one that nobody should have written."""
    stated = item.get("format") if isinstance(item, dict) else None
    if stated == FORMATS[kind]:
        return
    newer = re.fullmatch(rf"reformdesk-{kind}/([2-9]|[1-9][0-9]{{1,3}})", stated) if isinstance(stated, str) else None
    raise Refused("newer-format" if newer else "invalid-document", where="format")


def _require_unique(where: str, names: list[str]) -> None:
    if len(set(names)) != len(names):
        raise Refused("invalid-document", where=where)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    item = dict(pairs)
    if len(item) != len(pairs):
        raise ValueError("duplicate key")
    return item


def _no_floats(text: str) -> Any:
    raise ValueError(f"a float: {text}")


@cache
def _validator(kind: str) -> Callable[[Any], Any]:
    """Return the schema of a kind as a function: the library writes it as Python, bounds before contents."""
    schema = {**_whole(_schema(f"{kind}.schema.json")), "$schema": _DRAFT}
    made: Callable[[Any], Any] = fastjsonschema.compile(
        schema, formats={"date": _is_day, "date-time": _is_moment}, use_default=False
    )
    return made


def _schema(name: str) -> Any:
    return json.loads(resource("schemas", name).read_bytes())


def _whole(schema: Any) -> Any:
    """Return a schema with every other that it refers to in its place."""
    if isinstance(schema, list):
        return [_whole(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _whole(_schema(schema["$ref"]))
    return {name: _whole(part) for name, part in schema.items() if name not in ("$id", "$schema")}


def _is_day(text: str) -> bool:
    return _is_read(date.fromisoformat, text)


def _is_moment(text: str) -> bool:
    return _is_read(_moment, text)


def _is_read(read: Callable[[str], object], text: str) -> bool:
    """Whether the calendar knows a day or a time that looks like one."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime:
    """Read a time that the schema has accepted; ``ValueError`` where the calendar does not know it."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
