"""The rounds of a workspace: Home Affairs opens and hands them out, an agency takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from reformdesk.core import filing, pins
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round, from_document
from reformdesk.core.store import Office, Workspace, timestamp
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import RoundDocument, parse_round
from reformdesk.exchange.verification import Verified, seal, verify


@dataclass(frozen=True)
class RoundPlan:
    """What Home Affairs decides when it opens a round; the rest follows from the workspace."""

    id: str
    province: str
    office: str
    title: Mapping[str, str]
    short: Mapping[str, str]
    period: Mapping[str, Any]
    deadline: date
    catalogue: Mapping[str, Any]
    agencies: tuple[Mapping[str, Any], ...]


def open_round(
    workspace: Workspace,
    plan: RoundPlan,
    earlier: tuple[Mapping[str, Any], ...],
    key: SigningKey,
    now: datetime,
) -> bytes:
    """Seal a new round, keep it in the workspace and return the round file's bytes.

    ``earlier`` holds past rounds' accepted answers in wire form, oldest first. Raises
    ``Mendable('round-exists')``.
    """
    if workspace.rows("SELECT 1 FROM rounds WHERE id = :id", {"id": plan.id}):
        raise Mendable("round-exists", round=plan.id)
    document = RoundDocument(
        id=plan.id,
        revision=1,
        previous=None,
        province=plan.province,
        office=plan.office,
        title=plan.title,
        short=plan.short,
        period=plan.period,
        deadline=plan.deadline,
        opened_at=now,
        catalogue=plan.catalogue,
        agencies=plan.agencies,
        earlier=earlier,
    )
    blob = seal(document, {}, key, now)
    _keep(workspace, verify(blob), blob, f"{plan.id}.rdround", "own", now)
    return blob


def read_round_file(blob: bytes) -> tuple[Verified, Round]:
    """Verify a round file and read it. Raises :class:`Refused`, also for another kind of file."""
    verified = verify(blob)
    if not isinstance(verified.document, RoundDocument):
        raise Refused("not-a-round-file", kind=verified.kind)
    return verified, from_document(verified.document, verified.digest)


def take_round(workspace: Workspace, blob: bytes, name: str, now: datetime) -> tuple[Round, Changes]:
    """Take a round file at an agency's desk.

    The first round file pins Home Affairs' key; a later one must bear a pinned key. Raises
    :class:`Refused`: ``office-key-differs``, ``agency-not-in-round``, ``round-differs``.
    """
    verified, round_ = read_round_file(blob)
    signer = verified.signers[0]
    known = pins.pinned(workspace, round_.office)
    if known and signer.fingerprint not in known:
        raise Refused("office-key-differs", round=round_.id)
    if workspace.office is Office.AGENCY and workspace.owner not in round_.by_id:
        raise Refused("agency-not-in-round", round=round_.id)
    standing = workspace.rows("SELECT digest FROM rounds WHERE id = :id", {"id": round_.id})
    if standing and standing[0]["digest"] == round_.digest:
        return round_, Changes.NOTHING
    if standing:
        raise Refused("round-differs", round=round_.id)
    with workspace.atomic():
        if not known:
            pins.pin(workspace, round_.office, signer.name, signer.certificate, now)
        _keep(workspace, verified, blob, name, "window", now)
    return round_, Changes.ROUNDS | Changes.KEYS


def _keep(workspace: Workspace, verified: Verified, blob: bytes, name: str, channel: str, now: datetime) -> None:
    document = verified.document
    if not isinstance(document, RoundDocument):
        raise TypeError(verified.kind)
    place = filing.FiledAs(document.id, "", document.revision, document.previous, name, channel)
    with workspace.atomic():
        filing.file(workspace, verified, blob, place, now)
        position = workspace.rows("SELECT coalesce(max(position), 0) + 1 AS next FROM rounds")[0]["next"]
        workspace.db.table("rounds").insert(
            {"id": document.id, "digest": verified.digest, "position": position, "taken_at": timestamp(now)}
        )


def round_ids(workspace: Workspace) -> list[str]:
    """Return the ids of the workspace's rounds, oldest first."""
    return [str(row["id"]) for row in workspace.rows("SELECT id FROM rounds ORDER BY position")]


def load(workspace: Workspace, round_id: str) -> Round:
    """Return a round of the workspace; ``Mendable('unknown-round')`` where it is not there."""
    found = workspace.rows("SELECT digest FROM rounds WHERE id = :id", {"id": round_id})
    if not found:
        raise Mendable("unknown-round", round=round_id)
    digest = str(found[0]["digest"])
    return _read(digest, filing.data_of(workspace, digest))


def latest(workspace: Workspace) -> Round:
    """Return the newest round; ``Mendable('no-round')`` where there is none yet."""
    known = round_ids(workspace)
    if not known:
        raise Mendable("no-round")
    return load(workspace, known[-1])


@lru_cache(maxsize=32)
def _read(digest: str, data: bytes) -> Round:
    """Parse a round once; it cannot change under its digest."""
    return from_document(parse_round(data), digest)
