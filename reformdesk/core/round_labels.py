"""What a list of rounds says of each. It is kept beside the round, whose file has up to 2 MB and is not read for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from reformdesk.core.catalogue import Label
from reformdesk.core.store import Office, Workspace, timestamp

if TYPE_CHECKING:
    from reformdesk.exchange.payload import RoundDocument


@dataclass(frozen=True)
class RoundLabel:
    """One round, as the issue that is shown has it; ``indicator_set`` is the name of its catalogue."""

    id: str
    digest: str
    title: Label
    short: Label
    indicator_set: Label
    months: int
    ends: date
    deadline: date
    areas: tuple[str, ...]


def labels(workspace: Workspace) -> list[RoundLabel]:
    """Return what the workspace's rounds are called, oldest first."""
    known = {row["id"]: str(row["label"]) for row in workspace.rows("SELECT id, label FROM rounds")}
    return [_read(round_id, digest, known[round_id]) for round_id, digest in in_order(workspace).items()]


def in_order(workspace: Workspace) -> dict[str, str]:
    """Return the rounds' ids, oldest first, each with the digest of the issue that is shown.

    Home Affairs' desks agree on the order, since it is of the rounds alone; an agency's is that in which
    they came, whatever clock they were opened by.
    """
    if workspace.office is Office.AGENCY:
        found = workspace.rows("SELECT id, digest FROM rounds ORDER BY position")
    else:
        found = workspace.rows("SELECT id, digest FROM rounds ORDER BY json_extract(label, '$.opened_at'), id")
    return {str(row["id"]): str(row["digest"]) for row in found}


def label_of(document: RoundDocument, first_opened_at: datetime) -> str:
    """Return what is kept of a round for its lists and their order, as JSON.

    ``first_opened_at`` is when the first of its issues was opened.
    """
    label = {
        "title": document.title,
        "short": document.short,
        "indicator_set": document.catalogue["name"],
        "revision": document.revision,
        "opened_at": timestamp(first_opened_at),
        "deadline": document.deadline.isoformat(),
        "months": document.period["months"],
        "ends": document.period["to"],
        "areas": list(document.period["areas"]),
    }
    return json.dumps(label, ensure_ascii=False, sort_keys=True)


def _read(round_id: str, digest: str, kept: str) -> RoundLabel:
    wire = json.loads(kept)
    return RoundLabel(
        id=round_id,
        digest=digest,
        title=_named(wire["title"]),
        short=_named(wire["short"]),
        indicator_set=_named(wire["indicator_set"]),
        months=wire["months"],
        ends=date.fromisoformat(wire["ends"]),
        deadline=date.fromisoformat(wire["deadline"]),
        areas=tuple(wire["areas"]),
    )


def _named(wire: Mapping[str, str]) -> Label:
    return Label(wire["vi"], wire.get("en", ""))
