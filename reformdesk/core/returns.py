"""Returns: which fields Home Affairs asks about, why, what it expects, until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from reformdesk.core import journal
from reformdesk.core.deciding import Kind
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc


@dataclass(frozen=True)
class FieldReturn:
    """One field that is asked about. ``least`` and ``most`` bound what is expected, in the field's own unit."""

    indicator: str
    words: str
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True)
class Return:
    """Why a submission goes back: words on the whole, words on fields, and the day an answer is due."""

    words: str
    until: date | None = None
    fields: tuple[FieldReturn, ...] = ()

    def field(self, indicator: str) -> FieldReturn | None:
        """Return what is asked about an indicator."""
        return next((one for one in self.fields if one.indicator == indicator), None)


def to_wire(returned: Return) -> dict[str, Any]:
    """Return the JSON members of a return in ``reply.json``; fields in order of their ids."""
    return {
        "words": nfc(returned.words).strip(),
        **({"until": returned.until.isoformat()} if returned.until else {}),
        "fields": [_field_to_wire(one) for one in sorted(returned.fields, key=lambda one: one.indicator)],
    }


def _field_to_wire(one: FieldReturn) -> dict[str, str]:
    bounds = {"least": one.least, "most": one.most}
    return {
        "indicator": one.indicator,
        "words": nfc(one.words).strip(),
        **{name: _plain(bound) for name, bound in bounds.items() if bound is not None},
    }


def _plain(amount: Decimal) -> str:
    """Write a decimal as the schema wants it: no exponent, no trailing zeros, no negative zero."""
    plain = f"{amount.normalize():f}"
    return "0" if plain == "-0" else plain


def from_wire(wire: Mapping[str, Any]) -> Return:
    """Read the members that :func:`to_wire` wrote."""
    return Return(
        words=wire.get("words", ""),
        until=date.fromisoformat(wire["until"]) if "until" in wire else None,
        fields=tuple(
            FieldReturn(
                one["indicator"],
                one["words"],
                Decimal(one["least"]) if "least" in one else None,
                Decimal(one["most"]) if "most" in one else None,
            )
            for one in wire.get("fields", ())
        ),
    )


def returns_on(workspace: Workspace, digest: str) -> tuple[Return, ...]:
    """Return what officers of Home Affairs sent back on a submission and did not take back, in an order of its own."""
    found = journal.stands_on(workspace, Kind.RETURN, digest)
    return tuple(from_wire(one.detail) for one in sorted(found, key=lambda one: one.said))


def joined(returned: tuple[Return, ...]) -> Return:
    """Return several returns of one submission as one: all words, all fields, the earliest day."""
    fields: dict[str, FieldReturn] = {}
    for one in returned:
        for field in one.fields:
            before = fields.get(field.indicator)
            fields[field.indicator] = field if before is None else _both(before, field)
    days = [one.until for one in returned if one.until]
    words = "\n".join(dict.fromkeys(one.words for one in returned if one.words))
    return Return(words, min(days, default=None), tuple(fields[name] for name in sorted(fields)))


def is_within(returned: Return, other: Return) -> bool:
    """Whether all that one return says is said by another, as by one that it was :func:`joined` to."""
    return _lines(returned.words) <= _lines(other.words) and all(
        (field := other.field(one.indicator)) is not None and _lines(one.words) <= _lines(field.words)
        for one in returned.fields
    )


def _lines(words: str) -> frozenset[str]:
    return frozenset(words.splitlines())


def _both(first: FieldReturn, second: FieldReturn) -> FieldReturn:
    words = "\n".join(dict.fromkeys(one.words for one in (first, second) if one.words))
    least = [one.least for one in (first, second) if one.least is not None]
    most = [one.most for one in (first, second) if one.most is not None]
    return FieldReturn(first.indicator, words, max(least, default=None), min(most, default=None))
