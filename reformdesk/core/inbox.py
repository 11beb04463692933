"""Replies of Home Affairs at an agency's desk: taken, read, and what they ask for.

Which word of Home Affairs is its last is told by the decisions it knew when it wrote (:class:`Known`), in whatever
order the files come and whatever its clock said. The times tell only where that is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reformdesk.core import filing, requests, returns, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.requests import Decided
from reformdesk.core.returns import Return
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Refused
from reformdesk.exchange.documents import SHORT
from reformdesk.exchange.payload import Known, ReplyDocument, kept_reply

RECEIPT, RETURN, EXTENSION = "receipt", "return", "extension"
ENTERED = "entered"
"""The state of a receipt on what Home Affairs entered in the agency's name, which is none of its own numbers."""
_ON_SUBMISSIONS = {RECEIPT, RETURN}


@dataclass(frozen=True)
class Reply:
    """What Home Affairs says of one submission of this agency; ``digest`` is that of its ``reply.json``.

    ``corrections`` is how many figures a received correction changed, ``None`` where it was none;
    ``decided`` what was decided on the agency's requests. ``known`` are the decisions on the agency that Home
    Affairs knew, ``None`` where it does not say; a return is ``taken_back`` where what it asks is not asked any more.
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
    known: frozenset[str] | None = None
    taken_back: bool = False


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
    # that the round is closed, or open again, concerns every agency, also one that has sent nothing
    knew = document.known
    tells_of_closing = document.closing is not None or (knew is not None and (knew.closing or knew.lives))
    if not own and not tells_of_closing:
        raise Refused("reply-not-for-us", round=round_.id)
    with workspace.atomic():
        roundbook.trust_office(workspace, round_.office, verified, now, compared)
        if filing.is_filed(workspace, verified):
            return Changes.NOTHING
        place = filing.FiledAs(round_.id, workspace.owner, 1, None, name, "window")
        filing.file(workspace, verified, blob, place, now)
    return Changes.REPLIES


@dataclass(frozen=True)
class _Told:
    """A reply that came, what it says of this agency, and what it knew as it said so, ``None`` where it is silent."""

    digest: str
    document: ReplyDocument
    items: tuple[Mapping[str, Any], ...]
    known: frozenset[str] | None


def _told(workspace: Workspace, round_id: str, known: Callable[[Known], frozenset[str] | None]) -> list[_Told]:
    """Return the replies on a round in their order, by what they knew, and by their times where that is silent."""
    left = []
    for row in filing.filed(workspace, "reply", round_id, workspace.owner):
        document = kept_reply(filing.data_of(workspace, row["digest"]))
        items = tuple(item for item in document.items if item["agency"] == workspace.owner)
        left.append(_Told(row["digest"], document, items, known(document.known) if document.known else None))
    left.sort(key=lambda one: (one.document.written_at, _revision(one), one.digest))
    found: list[_Told] = []
    while left:
        first = next(one for one in left if not any(_is_later(one.known, other.known) for other in left))
        left.remove(first)
        found.append(first)
    return found


def _revision(one: _Told) -> int:
    return max((item.get("revision", 0) for item in one.items), default=0)


def _is_later(known: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether what was known for one word says that it came after the other."""
    return known is not None and other is not None and other < known


def _by_agency(workspace: Workspace, round_id: str) -> list[_Told]:
    return _told(workspace, round_id, lambda known: known.of_agency(workspace.owner))


def replies(workspace: Workspace, round_id: str) -> list[Reply]:
    """Return what Home Affairs said of this agency's submissions, the last word last."""
    found = [
        Reply(
            digest=one.digest,
            type=item["type"],
            submission=item["submission"],
            revision=item["revision"],
            written_at=one.document.written_at,
            state=item.get("state", ""),
            returned=returns.from_wire(item),
            received_at=item.get("received_at", timestamp(one.document.written_at)),
            corrections=item.get("corrections"),
            decided=requests.decided_in(item),
            known=one.known,
        )
        for one in _by_agency(workspace, round_id)
        for item in sorted(one.items, key=lambda item: int(item.get("revision", 0)))
        if item["type"] in _ON_SUBMISSIONS
    ]
    asked = {about: _asked(_asking(found, about)) for about in {one.submission for one in found}}
    return [
        replace(one, taken_back=one.type == RETURN and not returns.is_within(one.returned, asked[one.submission]))
        for one in found
    ]


def last_words(told: Iterable[Reply], submissions: Collection[str]) -> list[Reply]:
    """Return the replies on any of the submissions that no other of them came after.

    There are several where the desks of Home Affairs did not know of each other, or knew the same.
    """
    about = [one for one in told if one.submission in submissions]
    return [one for one in about if not any(_is_later(other.known, one.known) for other in about)]


def _asking(told: Iterable[Reply], submission: str) -> list[Reply]:
    """Return the returns among the last words on a submission."""
    return [one for one in last_words(told, {submission}) if one.type == RETURN]


def _asked(asking: Iterable[Reply]) -> Return:
    return returns.joined(tuple(one.returned for one in asking))


def extension(workspace: Workspace, round_id: str) -> Extension | None:
    """Return what Home Affairs said last of this agency's deadline in a round; ``None`` where it said nothing."""
    said = [
        Extension(date.fromisoformat(item["until"]), item["words"], one.document.written_at)
        for one in _by_agency(workspace, round_id)
        for item in one.items
        if item["type"] == EXTENSION
    ]
    return said[-1] if said else None


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
    """Return as which closing the round is closed, by the last reply: one written after a reopening names none."""
    told = _told(workspace, round_id, Known.of_closing)
    # while desks of Home Affairs had closed it apart, they told nothing of it
    last = [one.document for one in told if one.document.known is None or one.known is not None][-1:]
    if not last or last[0].closing is None:
        return None
    return RoundClosed(int(last[0].closing["number"]), str(last[0].closing["digest"]), last[0].written_at)


def open_return(workspace: Workspace, round_id: str) -> OpenReturn | None:
    """Return what Home Affairs asks of the newest submission.

    ``None`` once a newer one answers it, or where the return was taken back.
    """
    sent = filing.filed(workspace, "submission", round_id, workspace.owner)
    if not sent:
        return None
    newest = max(sent, key=lambda row: row["revision"])
    asking = _asking(replies(workspace, round_id), newest["digest"])
    return OpenReturn(asking[-1].digest, newest["revision"], _asked(asking)) if asking else None
