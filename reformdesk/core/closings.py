"""Closing a round at Home Affairs, reopening it, and what is not any more as it was closed.

While a round is closed nothing is decided on it (:func:`journal.require_open`) and what comes late
waits, whatever the order of arrival; so what is live is what was closed. Another desk may bring what it
had decided all the same, and that is shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import deciding, filing, journal, judgement, merged, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.closing_document import Closing, Differences, State, changes, newest, parse
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, StoreError


@dataclass(frozen=True)
class ClosingStand:
    """How a round stands: ``last`` are the closings that hold, or that were reopened; several where closed apart.

    ``differs``: the figures are not those of the one that holds, ``None`` where nobody looked.
    """

    state: State = State.OPEN
    last: tuple[Closing, ...] = ()
    differs: bool | None = None

    @property
    def is_closed(self) -> bool:
        """Whether nothing is decided on the round now."""
        return self.state in (State.CLOSED, State.CONTESTED)

    @property
    def number(self) -> int:
        """The number of the last closing, 0 where there was none."""
        return max((one.number for one in self.last), default=0)

    @property
    def code(self) -> str:
        """What people compare of the last closing's digest, of each where there are several."""
        return ", ".join(one.code for one in self.last)


def of_round(workspace: Workspace, round_id: str) -> tuple[Closing, ...]:
    """Return every closing of a round, by number and digest."""
    found = workspace.rows(
        "SELECT document FROM closings WHERE round = :round ORDER BY number, digest", {"round": round_id}
    )
    return tuple(parse(bytes(row["document"])) for row in found)


def stand(workspace: Workspace, round_id: str) -> ClosingStand:
    """Return how a round stands, without looking whether its figures are still those that were closed."""
    known = {one.digest: one for one in of_round(workspace, round_id)}
    answers = journal.stands_on(workspace, Kind.CLOSING, round_id)
    held = {str(one.detail["closing"]) for one in answers if "covers" in one.detail}
    if not held:
        last = newest(known.values())
        return ClosingStand(State.REOPENED, last) if last else ClosingStand()
    if not held <= known.keys():
        raise StoreError("workspace-damaged", file=workspace.path.name)
    last = tuple(sorted((known[digest] for digest in held), key=lambda one: (one.number, one.digest)))
    return ClosingStand(State.CONTESTED if deciding.contested(answers) else State.CLOSED, last)


def looked_at(workspace: Workspace, round_id: str) -> ClosingStand:
    """Return how a round stands, and whether its figures are those that were closed."""
    found = stand(workspace, round_id)
    if found.state is not State.CLOSED:
        return found
    (last,) = found.last
    differs = not _is_untouched(workspace, last) and bool(since(workspace, last))
    return ClosingStand(found.state, found.last, differs)


def since(workspace: Workspace, closing: Closing) -> Differences:
    """Return what differs now from a closing of the round."""
    return changes(closing.state, _as_read(merged.round_state(workspace, closing.round)))


def _is_untouched(workspace: Workspace, closing: Closing) -> bool:
    """Whether the files and decisions are those that were closed, which is known without folding anything."""
    then, now = ({"files": closing.state["files"]}, _as_read({"files": merged.files_state(workspace, closing.round)}))
    decided = {one.id for one in journal.of_round(workspace, closing.round) if one.kind not in journal.WHILE_CLOSED}
    return (
        _covered(then, closing) == _covered(now, closing)
        and decided <= closing.decisions
        and roundbook.issues_of(workspace, closing.round).in_force == closing.issue
    )


def _covered(state: Mapping[str, Any], closing: Closing) -> list[Any]:
    return [line for line in state["files"] if line[2] in closing.covers]


def _as_read(state: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a state as it is once it was written and read."""
    read: Mapping[str, Any] = json.loads(json.dumps(state))
    return read


def close(workspace: Workspace, round_id: str, reason: str, author: str, now: datetime) -> tuple[Closing, Changes]:
    """Freeze a round's consolidated figures as its next closing. ``reason`` may be empty.

    Two desks that close the same state make the same closing; what they closed apart is decided by closing
    anew. Raises ``Mendable``: ``unknown-round``, ``round-contested`` while two issues of it claim to hold,
    ``round-closed-already``.
    """
    round_ = roundbook.load(workspace, round_id)
    if roundbook.issues_of(workspace, round_id).contested:
        raise Mendable("round-contested", round=round_.title)
    before = stand(workspace, round_id)
    if before.state is State.CLOSED:
        raise Mendable("round-closed-already", round=round_.title, number=before.number)
    with workspace.atomic():
        made = next_closing(workspace, round_id)
        workspace.db.execute(
            """INSERT OR IGNORE INTO closings (digest, round, number, document)
               VALUES (:digest, :round, :number, :document)""",
            {"digest": made.digest, "round": round_id, "number": made.number, "document": made.content},
        )
        # how files stand is not changed by it: all that counts is covered
        detail = {"number": made.number, "closing": made.digest, "covers": sorted(made.covers)}
        journal.record(workspace, Decision(Kind.CLOSING, round_id, "", round_id, detail, reason), author, now)
    return made, Changes.DECISIONS | Changes.SUBMISSIONS


def next_closing(workspace: Workspace, round_id: str) -> Closing:
    """Return the closing that closing the round now would make: a function of its state alone."""
    last = newest(of_round(workspace, round_id))
    filed = {str(row["digest"]) for row in filing.filed(workspace, "submission", round_id)}
    held = judgement.covered(workspace, round_id)
    return Closing(
        round_id,
        max((one.number for one in last), default=0) + 1,
        tuple(one.digest for one in last),
        _as_read(merged.round_state(workspace, round_id)),
        # what desks closed apart stays closed: what came late goes on waiting until the round is reopened
        frozenset(filed if held is None else filed & held),
    )


def reopen(workspace: Workspace, round_id: str, reason: str, author: str, now: datetime) -> Changes:
    """Open a closed round again; ``reason`` names what was late, or wrong. All that came is judged again.

    Raises ``Mendable``: ``unknown-round``, ``round-not-closed``, ``reopening-reason-missing``.
    """
    round_ = roundbook.load(workspace, round_id)
    before = stand(workspace, round_id)
    if not before.is_closed:
        raise Mendable("round-not-closed", round=round_.title)
    if not reason.strip():
        raise Mendable("reopening-reason-missing")
    detail = {"reopened": sorted(one.digest for one in before.last)}
    with workspace.atomic():
        journal.record(workspace, Decision(Kind.CLOSING, round_id, "", round_id, detail, reason), author, now)
        for agency in sorted({str(row["agency"]) for row in filing.filed(workspace, "submission", round_id)}):
            judgement.rejudge(workspace, round_id, agency)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def take_over(workspace: Workspace, other: Workspace) -> int:
    """Add another desk's closings, each under the digest that its document has; returns how many are new.

    The caller has begun the transaction. Raises ``StoreError('workspace-damaged')``.
    """
    known = {str(row["digest"]) for row in workspace.rows("SELECT digest FROM closings")}
    new = 0
    for row in other.rows("SELECT digest, document FROM closings ORDER BY digest"):
        if row["digest"] in known:
            continue
        try:
            one = parse(bytes(row["document"]))
        except ValueError as problem:
            raise StoreError("workspace-damaged", file=other.path.name) from problem
        if one.digest != row["digest"]:
            raise StoreError("workspace-damaged", file=other.path.name)
        new += 1
        workspace.db.execute(
            """INSERT INTO closings (digest, round, number, document)
               VALUES (:digest, :round, :number, :document)""",
            {"digest": one.digest, "round": one.round, "number": one.number, "document": one.content},
        )
    return new
