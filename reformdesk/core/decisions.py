"""What an officer of Home Affairs decides: on a submission, and on a key."""

from __future__ import annotations

from datetime import datetime

from reformdesk.core import judgement, pins, recoveries, returns
from reformdesk.core.changes import Changes
from reformdesk.core.pins import Revocation
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable


def accept_provisionally(workspace: Workspace, digest: str, author: str, now: datetime) -> Changes:
    """Let a submission count before its key was compared; it stays marked until it is."""
    return _decide(workspace, "provisional", digest, "", author, now)


def choose(workspace: Workspace, digest: str, author: str, now: datetime) -> Changes:
    """Decide a fork for one of its sides."""
    return _decide(workspace, "choose", digest, "", author, now)


def accept_history(workspace: Workspace, digest: str, author: str, now: datetime) -> Changes:
    """Accept a submission although its history does not go on from the last one's, as after a backup was restored."""
    return _decide(workspace, "history", digest, "", author, now)


def set_aside(workspace: Workspace, digest: str, signer: str, author: str, now: datetime) -> Changes:
    """Put a submission away whose key turned out not to be the agency's: it stays, and never counts."""
    return _decide(workspace, "set-aside", digest, signer, author, now)


def send_back(workspace: Workspace, digest: str, returned: Return, author: str, now: datetime) -> Changes:
    """Return a submission: it stays, and counts no more, until the agency's next revision.

    Raises ``Mendable('return-empty')`` where it says neither why nor what about.
    """
    if not returned.words.strip() and not returned.fields:
        raise Mendable("return-empty")
    return _decide(workspace, "return", digest, returns.to_detail(returned), author, now)


def _decide(workspace: Workspace, kind: str, digest: str, detail: str, author: str, now: datetime) -> Changes:
    places = workspace.rows("SELECT DISTINCT round, agency FROM files WHERE digest = :digest", {"digest": digest})
    with workspace.atomic():
        judgement.decide(workspace, kind, digest, detail, author, now)
        for place in places:
            judgement.rejudge(workspace, place["round"], place["agency"])
    return Changes.DECISIONS | Changes.SUBMISSIONS


def pin_key(workspace: Workspace, digest: str, key: str, now: datetime, author: str = "") -> Changes:
    """Pin a key that signed a submission, the officer's or the head's, to its agency, and judge again.

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
            pins.pin(workspace, subject, row["name"], bytes(row["certificate"]), now)
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
    agency = subject.removesuffix(pins.head_of(""))
    with workspace.atomic():
        covers = frozenset(str(row["digest"]) for row in covered)
        pins.revoke(workspace, Revocation(subject, key, covers, reason, author, timestamp(now)))
        judgement.rejudge_all(workspace, agency)
    return Changes.KEYS | Changes.SUBMISSIONS
