"""What an officer of Home Affairs decides: on a submission, and on a key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from reformdesk.core import filing, journal, judgement, pins, recoveries, returns
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.pins import Revocation
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable


def accept_provisionally(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Let a submission count before its key was compared; it stays marked until it is."""
    return _decide(workspace, _on(workspace, Kind.PROVISIONAL, digest, {}, reason), author, now)


def accept_all_provisionally(
    workspace: Workspace, digests: Collection[str], author: str, now: datetime, reason: str = ""
) -> Changes:
    """Let submissions count before their keys were compared, all of them or none; each stays marked until one is."""
    with workspace.atomic():
        for digest in digests:
            accept_provisionally(workspace, digest, author, now, reason)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def choose(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Decide a fork for one of its sides; what was chosen of it before is chosen no more."""
    sides = workspace.rows(
        """SELECT DISTINCT other.digest FROM files one
           JOIN files other ON other.kind = one.kind AND other.round = one.round AND other.agency = one.agency
               AND other.revision = one.revision AND other.previous IS one.previous AND other.digest <> one.digest
               AND other.entered = one.entered
           WHERE one.digest = :digest""",
        {"digest": digest},
    )
    rivals = {str(row["digest"]) for row in sides}
    return _decide(workspace, _on(workspace, Kind.CHOOSE, digest, {}, reason), author, now, rivals)


def accept_history(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Accept a submission although its history does not go on from the last one's, as after a backup was restored."""
    return _decide(workspace, _on(workspace, Kind.HISTORY, digest, {}, reason), author, now)


def withdraw_entry(workspace: Workspace, digest: str, reason: str, author: str, now: datetime) -> Changes:
    """Give up what was entered on behalf of an agency: it stays, and counts no more.

    Raises ``Mendable('withdraw-reason-missing')``.
    """
    if not reason.strip():
        raise Mendable("withdraw-reason-missing")
    returned = returns.to_wire(Return(reason.strip()))
    return _decide(workspace, _on(workspace, Kind.RETURN, digest, returned, reason), author, now)


def hold_beside(
    workspace: Workspace, pair: tuple[str, str], holds: str, author: str, now: datetime, reason: str = ""
) -> Changes:
    """Say which of two holds, the agency's own submission (``own``) or what was ``entered`` on its behalf.

    ``pair`` has the digests of both, in this order. Said anew, it takes the place of what was said before.
    """
    own, entered = pair
    wanted = _on(workspace, Kind.BESIDE, own, {"entered": entered, "holds": holds}, reason)
    return _decide(workspace, wanted, author, now)


def set_aside(workspace: Workspace, digest: str, signer: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Put a submission away whose key turned out not to be the agency's: it stays, and never counts."""
    return _decide(workspace, _on(workspace, Kind.SET_ASIDE, digest, {"signer": signer}, reason), author, now)


def send_back(workspace: Workspace, digest: str, returned: Return, author: str, now: datetime) -> Changes:
    """Return a submission: it stays, and counts no more, until the agency's next revision.

    Raises ``Mendable('return-empty')`` where it says neither why nor what about.
    """
    if not returned.words.strip() and not returned.fields:
        raise Mendable("return-empty")
    return _decide(workspace, _on(workspace, Kind.RETURN, digest, returns.to_wire(returned)), author, now)


def take_back(workspace: Workspace, decision_id: str, reason: str, author: str, now: datetime) -> Changes:
    """Take a decision back: it stays in the journal, and holds no more.

    Raises ``Mendable``: ``decision-reason-missing``, ``decision-gone``.
    """
    with workspace.atomic():
        made = journal.take_back(workspace, decision_id, reason, author, now)
        judgement.rejudge_about(workspace, made)
    return Changes.DECISIONS | Changes.SUBMISSIONS | Changes.KEYS | Changes.ROUNDS


def _on(workspace: Workspace, kind: Kind, digest: str, detail: Mapping[str, Any], reason: str = "") -> Decision:
    """Return a decision on a submission; ``KeyError`` where there is none with this digest."""
    return Decision(kind, *filing.place_of(workspace, digest), digest, detail, reason)


def _decide(
    workspace: Workspace, wanted: Decision, author: str, now: datetime, rivals: Collection[str] = ()
) -> Changes:
    with workspace.atomic():
        journal.record(workspace, wanted, author, now, rivals)
        judgement.rejudge(workspace, wanted.round, wanted.agency)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def pin_key(workspace: Workspace, digest: str, key: str, now: datetime, author: str = "", against: str = "") -> Changes:
    """Pin a key that signed a submission, the officer's or the head's, to its agency, and judge again.

    ``against`` is what its code was compared against (:class:`reformdesk.core.pins.Against`).
    What it sealed at a desk that was put back from a recovery file is accepted with it, where it goes on as expected.
    """
    for row in workspace.rows(
        """SELECT agency, signer_name AS name, certificate, 0 AS is_head FROM files
           WHERE digest = :digest AND signer = :key
           UNION ALL
           SELECT f.agency, a.name, a.certificate, 1 FROM approvals a JOIN files f USING (digest, signer)
           WHERE a.digest = :digest AND a.approver = :key""",
        {"digest": digest, "key": key},
    ):
        subject = pins.head_of(row["agency"]) if row["is_head"] else row["agency"]
        with workspace.atomic():
            compared = (author, against)
            pins.pin(workspace, subject, row["name"], bytes(row["certificate"]), now, compared=compared)
            judgement.rejudge_all(workspace, row["agency"])
            recoveries.confirm(workspace, row["agency"], key, author, now)
    return Changes.KEYS | Changes.SUBMISSIONS


def revoke_key(workspace: Workspace, subject: str, key: str, reason: str, author: str, now: datetime) -> Changes:
    """Revoke a key that was lost or stolen.

    What had been received from it stays good and is named in the decision; what comes later is
    refused, whatever signing time it claims.
    """
    covered = workspace.rows(
        """SELECT digest FROM files WHERE kind = 'submission' AND signer = :key
           UNION SELECT digest FROM approvals WHERE approver = :key""",
        {"key": key},
    )
    agency = subject.partition("#")[0]
    with workspace.atomic():
        covers = frozenset(str(row["digest"]) for row in covered)
        pins.revoke(workspace, Revocation(subject, key, covers, reason, author, timestamp(now)), now)
        judgement.rejudge_all(workspace, agency)
    return Changes.KEYS | Changes.SUBMISSIONS
