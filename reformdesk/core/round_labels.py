"""What a list of rounds says of each, without building them: a round's file has up to 2 MB."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reformdesk.core.catalogue import Label
from reformdesk.core.filing import KeptData
from reformdesk.core.store import Office, Workspace


@dataclass(frozen=True)
class RoundLabel:
    """One round; ``indicator_set`` is the name of its catalogue."""

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
    return [_label(round_id, KeptData(workspace, digest)) for round_id, digest in in_order(workspace).items()]


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


@lru_cache(maxsize=64)
def _label(round_id: str, data: KeptData) -> RoundLabel:
    wire = json.loads(data.read_once())
    return RoundLabel(
        id=round_id,
        digest=data.digest,
        title=_named(wire["title"]),
        short=_named(wire["short"]),
        indicator_set=_named(wire["catalogue"]["name"]),
        months=wire["period"]["months"],
        ends=date.fromisoformat(wire["period"]["to"]),
        deadline=date.fromisoformat(wire["deadline"]),
        areas=tuple(wire["period"]["areas"]),
    )


def _named(wire: Mapping[str, str]) -> Label:
    return Label(wire["vi"], wire.get("en", ""))
