"""Replies: Home Affairs' signed receipts and returns, and how an agency opens them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import filing, merged, pins, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import ReplyDocument, parse_reply
from reformdesk.exchange.verification import seal, verify

RECEIPT, RETURN = "receipt", "return"


@dataclass(frozen=True)
class Reply:
    """What Home Affairs says of one submission of this agency."""

    type: str
    submission: str
    revision: int
    written_at: datetime
    state: str
    words: str
    received_at: str


def write(workspace: Workspace, round_id: str, agencies: tuple[str, ...], key: SigningKey, now: datetime) -> bytes:
    """Return a sealed reply file on the agencies' newest accepted submissions.

    Raises ``Mendable('nothing-to-reply')`` where none of them has one.
    """
    round_ = roundbook.load(workspace, round_id)
    newest = {one.agency: one for one in merged.received(workspace, round_id) if one.state == "accepted"}
    items = tuple(_item(workspace, newest[name]) for name in agencies if name in newest)
    if not items:
        raise Mendable("nothing-to-reply", round=round_id)
    document = ReplyDocument(round_id=round_.id, round_digest=round_.digest, written_at=now, items=items)
    return seal(document, {}, key, now)


def _item(workspace: Workspace, one: merged.Received) -> Mapping[str, Any]:
    common = {"agency": one.agency, "submission": one.digest, "revision": one.revision}
    if one.returned:
        found = workspace.rows(
            "SELECT detail FROM decisions WHERE kind = 'return' AND subject = :digest", {"digest": one.digest}
        )
        words = "\n".join(row["detail"] for row in found if row["detail"])
        return {"type": RETURN, **common, "words": words, "fields": []}
    state = "provisional" if one.provisional else "accepted"
    return {"type": RECEIPT, **common, "received_at": one.received_at, "state": state}


def take(workspace: Workspace, blob: bytes, name: str, now: datetime) -> Changes:
    """Open a reply at an agency's desk and keep it.

    Raises :class:`Refused`: ``not-a-reply``, ``unknown-round``, ``office-key-differs``,
    ``reply-not-for-us``.
    """
    verified = verify(blob)
    document = verified.document
    if not isinstance(document, ReplyDocument):
        raise Refused("not-a-reply", kind=verified.kind)
    if document.round_id not in roundbook.round_ids(workspace):
        raise Refused("unknown-round", round=document.round_id)
    round_ = roundbook.load(workspace, document.round_id)
    if verified.signers[0].fingerprint not in pins.pinned(workspace, round_.office):
        raise Refused("office-key-differs", round=round_.id)
    if document.round_digest != round_.digest:
        raise Refused("other-round", round=round_.id)
    if not any(item["agency"] == workspace.owner for item in document.items):
        raise Refused("reply-not-for-us", round=round_.id)
    if filing.is_filed(workspace, verified):
        return Changes.NOTHING
    with workspace.atomic():
        place = filing.FiledAs(round_.id, workspace.owner, 1, None, name, "window")
        filing.file(workspace, verified, blob, place, now)
    return Changes.REPLIES


def replies(workspace: Workspace, round_id: str) -> list[Reply]:
    """Return what Home Affairs said of this agency's submissions, newest last."""
    found = []
    for row in filing.filed(workspace, "reply", round_id, workspace.owner):
        document = parse_reply(filing.data_of(workspace, row["digest"]))
        found += [
            Reply(
                type=item["type"],
                submission=item["submission"],
                revision=item["revision"],
                written_at=document.written_at,
                state=item.get("state", ""),
                words=item.get("words", ""),
                received_at=item.get("received_at", timestamp(document.written_at)),
            )
            for item in document.items
            if item["agency"] == workspace.owner
        ]
    return sorted(found, key=lambda reply: (reply.written_at, reply.revision))
