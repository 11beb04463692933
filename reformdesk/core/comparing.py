"""Keys that nobody has compared yet, and what a pile of comparisons, by telephone or on stamped sheets, settles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reformdesk.core import decisions, judgement, merged, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.merged import Received
from reformdesk.core.organisation import Agency
from reformdesk.core.pins import Against
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Reason, Trust
from reformdesk.core.store import Workspace


@dataclass(frozen=True)
class Uncompared:
    """A key that sealed, or approved, submissions of an agency in a round: ``sealed``, the newest last.

    ``before`` is a key of the agency that was compared, empty where none was.
    """

    agency: Agency
    key: str
    is_head: bool
    sealed: tuple[Received, ...]
    before: str = ""

    @property
    def newest(self) -> Received:
        """The newest submission that it sealed."""
        return self.sealed[-1]

    @property
    def counts(self) -> bool:
        """Whether something that it sealed counts already, provisionally."""
        return any(one.counts for one in self.sealed)


def uncompared(workspace: Workspace, round_id: str) -> tuple[Uncompared, ...]:
    """Return the keys in a round that were not compared yet, in the office's order, an agency's before its head's."""
    round_ = roundbook.load(workspace, round_id)
    by_agency: dict[str, list[Received]] = {}
    for one in merged.received(workspace, round_id):
        by_agency.setdefault(one.agency, []).append(one)
    found = []
    for agency in round_.agencies:
        received = by_agency.get(agency.id, [])
        if received:
            trust = judgement.trust_in(workspace, agency.id, round_.signatures)
            found += list(_of_agency(round_, agency, received, trust))
    return tuple(found)


def _of_agency(round_: Round, agency: Agency, received: Sequence[Received], trust: Trust) -> Iterator[Uncompared]:
    sealed: dict[str, list[Received]] = {}
    approved: dict[str, list[Received]] = {}
    for one in received:
        if not _is_open(one):
            continue
        if not trust.knows_key(one.signer, one.followed, one.digest):
            sealed.setdefault(one.signer, []).append(one)
        if round_.signatures > 1 and not one.approvers & trust.approvers:
            for key in sorted(one.approvers):
                approved.setdefault(key, []).append(one)
    for is_head, keys, known in ((False, sealed, trust.pinned), (True, approved, trust.approvers)):
        for key, files in keys.items():
            yield Uncompared(agency, key, is_head, tuple(files), min(known, default=""))


def _is_open(one: Received) -> bool:
    """Whether a submission hangs on its keys; what Home Affairs entered itself, and what was put away, does not."""
    doubts = {Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN} & set(one.reasons)
    return not one.entered and (one.provisional or (one.state == judgement.WAITING and bool(doubts)))


def settle(
    workspace: Workspace,
    agree: Iterable[Uncompared],
    differ: Iterable[Uncompared],
    against: Against,
    author: str,
    now: datetime,
) -> Changes:
    """Do what a pile of comparisons means, all of it or nothing.

    A key whose code agrees speaks for its agency from now on; whatever one sealed whose code differs is put
    aside, and counts no more.
    """
    with workspace.atomic():
        for one in differ:
            for sealed in one.sealed:
                decisions.set_aside(workspace, sealed.digest, sealed.signer, author, now)
        for one in agree:
            decisions.pin_key(workspace, one.newest.digest, one.key, now, author, against.value)
    return Changes.KEYS | Changes.SUBMISSIONS | Changes.DECISIONS
