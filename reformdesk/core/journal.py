"""The journal of a workspace: every decision that was ever made, who made it, and what stands.

Nothing in it is changed or erased; a decision is taken back by another. What a decision is, and
when it stands, is the law of :mod:`reformdesk.core.deciding`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reformdesk.core import deciding
from reformdesk.core.backups import LIFE
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

LONGEST_REASON = 2000
WHILE_CLOSED = frozenset({Kind.CLOSING, Kind.EXTENSION, Kind.RECEIVED})
"""What is decided on a closed round all the same: none of it touches a figure."""
_OFFICER = "officer"


@dataclass(frozen=True)
class Hand:
    """Who decided so, when (RFC 3339 UTC), and at which desk."""

    author: str
    decided_at: str
    desk: str


@dataclass(frozen=True)
class Line:
    """A decision with the hands it came from; ``stands`` unless another took its place."""

    decision: Decision
    hands: tuple[Hand, ...]
    stands: bool


def officer(workspace: Workspace) -> str:
    """Return the name that decisions at this desk bear; empty where nobody gave one yet."""
    return workspace.meta(_OFFICER)


def name_officer(workspace: Workspace, name: str) -> Changes:
    """Keep who decides at this desk from now on. Raises ``Mendable('officer-missing')``."""
    name = " ".join(nfc(name).split())
    if not name:
        raise Mendable("officer-missing")
    workspace.set_meta(_OFFICER, name)
    return Changes.DESK


def desk(workspace: Workspace) -> str:
    """Return what tells this desk's hands from another's."""
    return workspace.meta("desk")


def lives(workspace: Workspace) -> frozenset[str]:
    """Return the marks of the copies that this desk, or one that was brought together with it, was put back from."""
    found = workspace.rows("SELECT name FROM meta WHERE name GLOB :mark", {"mark": LIFE + "[0-9a-f]" * 16})
    return frozenset(str(row["name"]).removeprefix(LIFE) for row in found)


def take_over_lives(workspace: Workspace, other: Workspace) -> None:
    """Bear the marks of another desk as well; the caller has begun the transaction."""
    for mark in sorted(lives(other) - lives(workspace)):
        workspace.set_meta(LIFE + mark, "")


def at(workspace: Workspace, round_id: str, agency: str) -> tuple[Decision, ...]:
    """Return every decision on an agency in a round, whether it stands or not; empty names mean those on none."""
    return _decisions(
        workspace.rows(
            """SELECT d.*, b.before FROM decisions d LEFT JOIN decision_before b USING (id)
               WHERE d.round = :round AND d.agency = :agency ORDER BY d.id, b.before""",
            {"round": round_id, "agency": agency},
        )
    )


def of_round(workspace: Workspace, round_id: str) -> tuple[Decision, ...]:
    """Return every decision on a round, whether it stands or not; an empty name means those on no round."""
    return _decisions(
        workspace.rows(
            """SELECT d.*, b.before FROM decisions d LEFT JOIN decision_before b USING (id)
               WHERE d.round = :round ORDER BY d.id, b.before""",
            {"round": round_id},
        )
    )


def everything(workspace: Workspace) -> tuple[Decision, ...]:
    """Return every decision of the workspace, whether it stands or not."""
    return _decisions(
        workspace.rows(
            """SELECT d.*, b.before FROM decisions d LEFT JOIN decision_before b USING (id)
               ORDER BY d.id, b.before"""
        )
    )


def stands_on(workspace: Workspace, kind: Kind, subject: str) -> tuple[Decision, ...]:
    """Return what stands of a kind on a subject, by id."""
    return _decisions(
        workspace.rows(
            """SELECT d.*, b.before FROM decisions d LEFT JOIN decision_before b USING (id)
               WHERE d.kind = :kind AND d.subject = :subject
                 AND d.id NOT IN (SELECT before FROM decision_before)
               ORDER BY d.id, b.before""",
            {"kind": kind.value, "subject": subject},
        )
    )


def standing_of(workspace: Workspace, kind: Kind) -> tuple[Decision, ...]:
    """Return what stands of a kind, by id."""
    return _decisions(
        workspace.rows(
            """SELECT d.*, b.before FROM decisions d LEFT JOIN decision_before b USING (id)
               WHERE d.kind = :kind AND d.id NOT IN (SELECT before FROM decision_before)
               ORDER BY d.id, b.before""",
            {"kind": kind.value},
        )
    )


def hands(workspace: Workspace, decision_id: str) -> tuple[Hand, ...]:
    """Return who made a decision, the earliest first."""
    found = workspace.rows(
        """SELECT author, decided_at, desk FROM decision_hands WHERE id = :id
           ORDER BY decided_at, author, desk""",
        {"id": decision_id},
    )
    return tuple(Hand(**row) for row in found)


def lines(workspace: Workspace, round_id: str) -> tuple[Line, ...]:
    """Return the journal of a round, the earliest hand first."""
    return signed(workspace, of_round(workspace, round_id), lambda _: True)


def signed(
    workspace: Workspace, decisions: Collection[Decision], wanted: Callable[[Decision], bool]
) -> tuple[Line, ...]:
    """Return those of the decisions that are wanted, each with its hands, the earliest hand first.

    ``decisions`` are all that could take the place of one of them.
    """
    stands = set(deciding.standing(decisions))
    turns = deciding.turns(decisions)
    found = [Line(one, hands(workspace, one.id), one in stands) for one in decisions if wanted(one)]
    return tuple(sorted(found, key=lambda line: (_first(line.hands), turns[line.decision.id], line.decision.id)))


def _first(signed_by: Sequence[Hand]) -> str:
    return signed_by[0].decided_at if signed_by else ""


def closed_as(workspace: Workspace, round_id: str) -> int:
    """Return the number of the closing that holds on a round, 0 while it is open."""
    stands = stands_on(workspace, Kind.CLOSING, round_id) if round_id else ()
    return max((int(one.detail["number"]) for one in stands if "covers" in one.detail), default=0)


def require_open(workspace: Workspace, round_id: str) -> None:
    """Require that a round is not closed. Raises ``Mendable('round-closed')``."""
    number = closed_as(workspace, round_id)
    if number:
        raise Mendable("round-closed", number=number)


def record(
    workspace: Workspace, wanted: Decision, author: str, now: datetime, rivals: Collection[str] = ()
) -> Decision:
    """Keep a decision in the place of what it answers anew, and return it as it was kept.

    One that stands already is not made again; another author becomes a second hand on it. ``rivals`` are
    the other sides of a fork. Raises as :func:`require_open` does.
    """
    wanted = replace(wanted, reason=nfc(wanted.reason).strip()[:LONGEST_REASON])
    if wanted.kind not in WHILE_CLOSED:
        require_open(workspace, wanted.round)
    kept = deciding.next_decision(wanted, at(workspace, wanted.round, wanted.agency), rivals)
    with workspace.atomic():
        _insert(workspace, kept)
        if author not in {one.author for one in hands(workspace, kept.id)}:
            _sign(workspace, kept.id, Hand(author, timestamp(now), desk(workspace)))
    return kept


def take_back(workspace: Workspace, decision_id: str, reason: str, author: str, now: datetime) -> Decision:
    """Take a decision back, with a reason; returns the decision that does so.

    Raises ``Mendable``: ``decision-reason-missing``, ``decision-gone`` where it does not stand (any more),
    ``closing-not-taken-back``, and as :func:`require_open` does.
    """
    reason = nfc(reason).strip()[:LONGEST_REASON]
    if not reason:
        raise Mendable("decision-reason-missing")
    taken = next((one for one in deciding.standing(everything(workspace)) if one.id == decision_id), None)
    if taken is None or taken.kind is Kind.TAKE_BACK:
        raise Mendable("decision-gone")
    if taken.kind is Kind.CLOSING:
        raise Mendable("closing-not-taken-back")
    if taken.kind not in WHILE_CLOSED:
        require_open(workspace, taken.round)
    made = deciding.take_back(taken, reason)
    with workspace.atomic():
        _insert(workspace, made)
        _sign(workspace, made.id, Hand(author, timestamp(now), desk(workspace)))
    return made


def take_over(workspace: Workspace, brought: Iterable[tuple[Decision, Collection[Hand]]]) -> tuple[Decision, ...]:
    """Add another desk's decisions with their hands; returns those that are new here.

    The caller has begun the transaction.
    """
    known = {str(row["id"]) for row in workspace.rows("SELECT id FROM decisions")}
    new = []
    for one, signed in brought:
        if one.id not in known:
            new.append(one)
            _insert(workspace, one)
        for hand in signed:
            _sign(workspace, one.id, hand)
    return tuple(new)


def _decisions(rows: Iterable[Mapping[str, Any]]) -> tuple[Decision, ...]:
    """Build decisions from rows, one for each of what they take the place of."""
    before: dict[str, set[str]] = {}
    first: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        first.setdefault(row["id"], row)
        before.setdefault(row["id"], set()).update(filter(None, [row["before"]]))
    return tuple(
        Decision(
            Kind(row["kind"]),
            row["round"],
            row["agency"],
            row["subject"],
            json.loads(row["detail"]),
            row["reason"],
            frozenset(before[name]),
        )
        for name, row in first.items()
    )


def _insert(workspace: Workspace, one: Decision) -> None:
    workspace.db.execute(
        """INSERT OR IGNORE INTO decisions (id, kind, round, agency, subject, detail, reason)
           VALUES (:id, :kind, :round, :agency, :subject, :detail, :reason)""",
        one.row,
    )
    for name in sorted(one.before):
        workspace.db.execute(
            "INSERT OR IGNORE INTO decision_before (id, before) VALUES (:id, :before)", {"id": one.id, "before": name}
        )


def _sign(workspace: Workspace, decision_id: str, hand: Hand) -> None:
    workspace.db.execute(
        """INSERT OR IGNORE INTO decision_hands (id, author, decided_at, desk)
           VALUES (:id, :author, :decided_at, :desk)""",
        {"id": decision_id, "author": hand.author, "decided_at": hand.decided_at, "desk": hand.desk},
    )
