"""What an officer decides where something waits, or where desks decided apart: a verb each, beside ``decisions``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from reformdesk.core import deciding, filing, journal, judgement
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable

_DECIDED = Changes.DECISIONS | Changes.SUBMISSIONS | Changes.KEYS


def accept(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Say that a submission was looked at and is right; a return of it that was seen holds no more."""
    return _record(workspace, _on(workspace, Kind.ACCEPT, digest, {}, reason), author, now)


def accept_gap(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Let a submission follow although a number before it never came."""
    return _record(workspace, _on(workspace, Kind.GAP, digest, {}, reason), author, now)


def accept_issue(workspace: Workspace, digest: str, author: str, now: datetime, reason: str = "") -> Changes:
    """Accept a submission whole although it answers an older issue of its round."""
    return _record(workspace, _on(workspace, Kind.ISSUE, digest, {}, reason), author, now)


def hold_beside(
    workspace: Workspace, pair: tuple[str, str], holds: str, author: str, now: datetime, reason: str = ""
) -> Changes:
    """Say which of an agency's own submission and an entry on its behalf holds: ``own`` or ``entered``."""
    own, entered = pair
    wanted = _on(workspace, Kind.BESIDE, own, {"entered": entered, "holds": holds}, reason)
    return _record(workspace, wanted, author, now)


def put_in_force(
    workspace: Workspace, round_id: str, digest: str, author: str, now: datetime, reason: str = ""
) -> Changes:
    """Say which of two issues of a round is in force, where desks corrected it apart."""
    wanted = Decision(Kind.ROUND_ISSUE, round_id, "", round_id, {"digest": digest}, reason)
    return _record(workspace, wanted, author, now) | Changes.ROUNDS


def cover(workspace: Workspace, key: str, digest: str, author: str, now: datetime, reason: str) -> Changes:
    """Say that what a revoked key has sealed had come before it was revoked, and stays good.

    Raises ``Mendable('decision-gone')`` where no revocation of the key stands.
    """
    stands = journal.stands_on(workspace, Kind.REVOKE, key)
    if not stands:
        raise Mendable("decision-gone")
    with workspace.atomic():
        for matter in {one.matter for one in stands}:
            answers = [one for one in stands if one.matter == matter]
            held = frozenset.intersection(*(frozenset(one.detail["covers"]) for one in answers))
            detail = {**answers[0].detail, "covers": sorted(held | {digest})}
            _record(workspace, replace(answers[0], detail=detail, reason=reason, before=frozenset()), author, now)
    return _DECIDED


def mistake(workspace: Workspace, agency: str, key: str, author: str, now: datetime, reason: str) -> Changes:
    """Say that a key was pinned to an agency by mistake: it does not speak for it."""
    wanted = Decision(Kind.KEY_MISTAKEN, "", agency, key, {"speaker": agency}, reason)
    return _record(workspace, wanted, author, now)


def hold(workspace: Workspace, decision_id: str, reason: str, author: str, now: datetime) -> Changes:
    """Let one of the answers hold that desks gave apart to one matter.

    Raises ``Mendable('decision-gone')`` where it does not stand (any more).
    """
    stands = deciding.standing(journal.everything(workspace))
    held = next((one for one in stands if one.id == decision_id and one.kind in deciding.REGISTERS), None)
    if held is None:
        raise Mendable("decision-gone")
    return _record(workspace, replace(held, reason=reason, before=frozenset()), author, now)


def uphold_return(workspace: Workspace, digest: str, author: str, now: datetime, reason: str) -> Changes:
    """Let a return hold that another desk contradicted: having accepted the submission is taken back.

    Raises ``Mendable``: ``decision-reason-missing``, ``decision-gone``.
    """
    with workspace.atomic():
        for one in journal.stands_on(workspace, Kind.ACCEPT, digest):
            made = journal.take_back(workspace, one.id, reason, author, now)
            judgement.rejudge_about(workspace, made)
    return _DECIDED


def _on(workspace: Workspace, kind: Kind, digest: str, detail: Mapping[str, Any], reason: str) -> Decision:
    """Return a decision on a submission; ``KeyError`` where there is none with this digest."""
    return Decision(kind, *filing.place_of(workspace, digest), digest, detail, reason)


def _record(workspace: Workspace, wanted: Decision, author: str, now: datetime) -> Changes:
    with workspace.atomic():
        kept = journal.record(workspace, wanted, author, now)
        judgement.rejudge_about(workspace, kept)
    return _DECIDED
