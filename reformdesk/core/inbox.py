"""Replies of Home Affairs at an agency's desk: taken, read, and what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reformdesk.core import filing, requests, returns, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.requests import Decided
from reformdesk.core.returns import Return
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Refused
from reformdesk.exchange.documents import SHORT
from reformdesk.exchange.payload import ReplyDocument, kept_reply

RECEIPT, RETURN, EXTENSION = "receipt", "return", "extension"
ENTERED = "entered"
"""The state of a receipt on what Home Affairs entered in the agency's name, which is none of its own numbers."""
_ON_SUBMISSIONS = {RECEIPT, RETURN}


@dataclass(frozen=True)
class Reply:
    """What Home Affairs says of one submission of this agency; ``digest`` is that of its ``reply.json``.

    ``corrections`` is how many figures a received correction changed, ``None`` where it was none;
    ``decided`` what was decided on the agency's requests.
    """

    digest: str
    type: str
    submission: str
    revision: int
    written_at: datetime
    state: str
    returned: Return
    received_at: str
    corrections: int | None = None
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True)
class Extension:
    """What Home Affairs said last of this agency's deadline: the day, why, and when it said so."""

    until: date
    words: str
    written_at: datetime


@dataclass(frozen=True)
class OpenReturn:
    """The return that the next submission answers; ``reply`` is the digest of the newest reply that bears it."""

    reply: str
    revision: int
    returned: Return

    def asks_about(self, indicator: str) -> bool:
        """Whether a field may be changed without a word; a return that names no field opens them all."""
        return not self.returned.fields or self.returned.field(indicator) is not None


def take(workspace: Workspace, blob: bytes, name: str, now: datetime, compared: str = "") -> Changes:
    """Open a reply at an agency's desk and keep it.

    ``compared`` is the fingerprint of a new key of Home Affairs whose code was compared by telephone.

    Raises :class:`Refused`: ``not-a-reply``, ``unknown-round``, ``office-key-differs``,
    ``other-round``, ``reply-not-for-us``.
    """
    from reformdesk.exchange.verification import verify

    verified = verify(blob)
    document = verified.document
    if not isinstance(document, ReplyDocument):
        raise Refused("not-a-reply", kind=verified.kind)
    if document.round_id not in roundbook.round_ids(workspace):
        raise Refused("unknown-round", round=document.round_id)
    round_ = roundbook.load(workspace, document.round_id)
    known = {row["digest"] for row in filing.filed(workspace, "round", round_.id)}
    # an agency that has not opened the newest issue yet takes its receipt all the same
    if known.isdisjoint({document.round_digest, *document.issues}):
        raise Refused("other-round", round=round_.id)
    wanted = {*_ON_SUBMISSIONS, EXTENSION}
    own = [item for item in document.items if item["agency"] == workspace.owner and item["type"] in wanted]
    # that the round is closed concerns every agency, also one that has sent nothing
    if not own and document.closing is None:
        raise Refused("reply-not-for-us", round=round_.id)
    with workspace.atomic():
        roundbook.trust_office(workspace, round_.office, verified, now, compared)
        if filing.is_filed(workspace, verified):
            return Changes.NOTHING
        place = filing.FiledAs(round_.id, workspace.owner, 1, None, name, "window")
        filing.file(workspace, verified, blob, place, now)
    return Changes.REPLIES


def replies(workspace: Workspace, round_id: str) -> list[Reply]:
    """Return what Home Affairs said of this agency's submissions, newest last."""
    found = []
    for row in filing.filed(workspace, "reply", round_id, workspace.owner):
        document = kept_reply(filing.data_of(workspace, row["digest"]))
        found += [
            Reply(
                digest=row["digest"],
                type=item["type"],
                submission=item["submission"],
                revision=item["revision"],
                written_at=document.written_at,
                state=item.get("state", ""),
                returned=returns.from_wire(item),
                received_at=item.get("received_at", timestamp(document.written_at)),
                corrections=item.get("corrections"),
                decided=requests.decided_in(item),
            )
            for item in document.items
            if item["agency"] == workspace.owner and item["type"] in _ON_SUBMISSIONS
        ]
    return sorted(found, key=lambda reply: (reply.written_at, reply.revision, reply.digest))


def extension(workspace: Workspace, round_id: str) -> Extension | None:
    """Return what Home Affairs said last of this agency's deadline in a round; ``None`` where it said nothing."""
    said = []
    for row in filing.filed(workspace, "reply", round_id, workspace.owner):
        document = kept_reply(filing.data_of(workspace, row["digest"]))
        said += [
            (document.written_at, item["until"], item["words"])
            for item in document.items
            if item["agency"] == workspace.owner and item["type"] == EXTENSION
        ]
    if not said:
        return None
    written_at, until, words = max(said)
    return Extension(date.fromisoformat(until), words, written_at)


def deadline(workspace: Workspace, round_: Round) -> date:
    """Return the last day for this agency: the round's own, or a later one that Home Affairs gave it."""
    given = extension(workspace, round_.id)
    return max(round_.deadline, given.until) if given is not None else round_.deadline


@dataclass(frozen=True)
class RoundClosed:
    """That Home Affairs closed the round: which time, the digest of the consolidated round, and when it was told."""

    number: int
    digest: str
    told_at: datetime

    @property
    def code(self) -> str:
        """What people compare of the digest."""
        return self.digest[:SHORT]


def closed(workspace: Workspace, round_id: str) -> RoundClosed | None:
    """Return as which closing the round is closed, by the newest reply: one written after a reopening names none."""
    told = [
        kept_reply(filing.data_of(workspace, row["digest"]))
        for row in filing.filed(workspace, "reply", round_id, workspace.owner)
    ]
    newest = max(told, key=lambda one: one.written_at, default=None)
    if newest is None or newest.closing is None:
        return None
    return RoundClosed(int(newest.closing["number"]), str(newest.closing["digest"]), newest.written_at)


def open_return(workspace: Workspace, round_id: str) -> OpenReturn | None:
    """Return what Home Affairs asks of the newest submission; ``None`` once a newer one answers it."""
    sent = filing.filed(workspace, "submission", round_id, workspace.owner)
    if not sent:
        return None
    newest = max(sent, key=lambda row: row["revision"])
    asked = [one for one in replies(workspace, round_id) if one.type == RETURN and one.submission == newest["digest"]]
    if not asked:
        return None
    return OpenReturn(asked[-1].digest, newest["revision"], returns.joined(tuple(one.returned for one in asked)))
