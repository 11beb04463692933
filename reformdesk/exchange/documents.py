"""The JSON of exchange files: strictly read, written in one way only, held to the schemas.

The schemas are JSON Schemas in ``resources/schemas/``, versioned by ``format``. A decimal travels as
a string, a time as RFC 3339 UTC, text as NFC. A document's digest is the SHA-256 of its bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from reformdesk.assets import resource
from reformdesk.errors import Refused

PART_SUFFIX = ".rdpart"
SHORT = 8
"""How many signs of a digest people are shown to compare."""
ROUND, SUBMISSION, REPLY, PART = "round", "submission", "reply", "part"
# what XML 1.0 (section 2.2) cannot carry, and so neither a Word nor an Excel file, and DEL
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MOMENT = re.compile(r"[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){2}Z")
_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the library reads; the schemas, of 2020-12, use nothing that draft 7 has not."""
FORMATS = {kind: f"reformdesk-{kind}/1" for kind in (ROUND, SUBMISSION, REPLY, PART)}


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


def load(kind: str, data: bytes) -> dict[str, Any]:
    """Read a document of any kind that has a schema, strictly, as plain JSON.

    Raises ``Refused``: ``newer-format``, ``invalid-document``.
    """
    from fastjsonschema import JsonSchemaValueException

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


def require_unique(where: str, names: list[str]) -> None:
    """Raise ``Refused('invalid-document')`` where a name stands twice in a list."""
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
    import fastjsonschema

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
    return _is_read(moment_in, text)


def _is_read(read: Callable[[str], object], text: str) -> bool:
    """Whether the calendar knows a day or a time that looks like one."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def time_text(moment: datetime) -> str:
    """Return a moment as documents carry it: RFC 3339, UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_in(text: str) -> datetime:
    """Read a time as :func:`time_text` writes it; ``ValueError`` for any other, or one that no calendar has."""
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)
