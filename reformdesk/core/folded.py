"""Totals as they were folded last, kept so that a desk with years of rounds opens its tables at once.

They can be made anew at any time and are never part of a digest. What is kept is believed where it
was made from the very same files and decisions, by this version of the program, and is still what was written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any

from reformdesk import __version__
from reformdesk.core import values
from reformdesk.core.consolidation import Total
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.exchange.documents import canonical

_VALUES = ("value", "folded", "decided_on")
_PLAIN = tuple(one.name for one in fields(Total) if one.name not in ("shares", *_VALUES))


def known(workspace: Workspace, round_id: str, made_from: str) -> dict[str, Total] | None:
    """Return a round's totals without their shares, or ``None`` where none are kept of ``made_from``."""
    found = workspace.rows("SELECT key, document FROM folded WHERE round = :round", {"round": round_id})
    if not found or found[0]["key"] != _key(made_from, found[0]["document"]):
        return None
    return {wire["indicator"]: _total(wire) for wire in json.loads(found[0]["document"])["totals"]}


def keep(workspace: Workspace, round_id: str, made_from: str, totals: Mapping[str, Total]) -> None:
    """Keep a round's totals in the place of those that were kept of it before."""
    document = canonical({"totals": [_to_wire(total) for total in totals.values()]})
    with workspace.atomic():
        workspace.db.table("folded").upsert(
            {"round": round_id, "key": _key(made_from, document), "document": document}, pk="round"
        )


def _key(made_from: str, document: bytes) -> str:
    return sha256(f"{__version__}\n{made_from}\n".encode() + document).hexdigest()


def _to_wire(total: Total) -> dict[str, Any]:
    plain = {name: getattr(total, name) for name in _PLAIN}
    return {**plain, **{name: _value_to_wire(getattr(total, name)) for name in _VALUES}}


def _value_to_wire(value: Value | None) -> dict[str, Any] | None:
    return None if value is None else values.to_wire(value)


def _total(wire: Mapping[str, Any]) -> Total:
    found = {name: wire[name] and values.from_wire(wire[name]) for name in _VALUES}
    return Total(**{**wire, **found, "shares": ()})
