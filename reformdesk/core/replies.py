"""Home Affairs' signed replies: receipts and returns, for one agency or for all in one file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from reformdesk.core import closings, deadlines, filing, journal, keyring, merged, requests, returns, roundbook
from reformdesk.core.closing_document import State
from reformdesk.core.closings import ClosingStand
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.inbox import ENTERED, EXTENSION, RECEIPT, RETURN
from reformdesk.core.requests import Decided
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import KNOWN_BY, Known, ReplyDocument, SubmissionDocument, parse_submission
from reformdesk.exchange.verification import seal


def write(
    workspace: Workspace,
    round_id: str,
    agencies: tuple[str, ...],
    key: SealingKey,
    now: datetime,
    *,
    own_alone: bool = False,
) -> bytes:
    """Return a sealed reply file on the agencies' newest accepted submissions, and on their deadlines.

    It also tells them what was entered in their names, unless their ``own_alone`` are wanted.
    Raises ``Mendable``: ``nothing-to-reply`` where there is nothing to say to any of them, ``own-key-revoked``.
    """
    workspace.require_sound()
    roundbook.require_unrevoked(workspace, key)
    round_ = roundbook.load(workspace, round_id)
    # what desks decided differently is answered once they agree; a desk that is put back learns that it came
    answerable = [
        one for one in merged.received(workspace, round_id) if one.on_chain and (own_alone or not one.contested)
    ]
    newest = {one.agency: one for one in answerable if not one.entered}
    # what stands in an agency's name it is told as well
    entered = {one.agency: one for one in answerable if one.entered and one.counts and not own_alone}
    known = {str(row["digest"]) for row in filing.filed(workspace, "round", round_id)}
    answers = requests.answers(workspace, round_id)
    items = tuple(
        _item(workspace, found[name], answers) for name in agencies for found in (newest, entered) if name in found
    )
    decided = journal.of_round(workspace, round_id)
    if not own_alone:
        items += _extensions(workspace, round_, agencies, decided)
    if not items:
        raise Mendable("nothing-to-reply", round=round_id)
    stand = closings.stand(workspace, round_id)
    document = ReplyDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        written_at=now,
        items=items,
        key_changes=keyring.statements_for(workspace, key),
        issues=tuple(sorted(known)) if len(known) > 1 else (),
        closing=_closing(stand),
        known=Known(
            # what desks closed apart is told once they agree; until then what was told before holds
            closing=None if stand.state is State.CONTESTED else _ids(decided, Kind.CLOSING),
            agencies=_by_agency(decided, {str(item["agency"]) for item in items}),
            lives=journal.lives(workspace),
        ),
    )
    return seal(document, {}, key, now)


def _extensions(
    workspace: Workspace, round_: Round, agencies: tuple[str, ...], decided: Collection[Decision]
) -> tuple[Mapping[str, Any], ...]:
    """Return what agencies are told of their deadlines: also that one which was extended is the round's again."""
    days = {
        name: (deadlines.effective(round_.deadline, one), one.reason)
        for name, one in deadlines.extensions(workspace, round_.id).items()
        if not one.contested
    }
    # why an extension was taken back is written for the journal, and tells an agency nothing to go by
    days |= dict.fromkeys(deadlines.taken_back(decided), (round_.deadline, ""))
    return tuple(
        {"type": EXTENSION, "agency": name, "until": days[name][0].isoformat(), "words": days[name][1]}
        for name in agencies
        if name in days
    )


def _by_agency(decided: Iterable[Decision], agencies: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return how a reply names what was decided on each of the agencies."""
    found: dict[str, set[str]] = {name: set() for name in agencies}
    for one in decided:
        if one.agency in found:
            found[one.agency].add(one.id[:KNOWN_BY])
    return {name: frozenset(ids) for name, ids in found.items()}


def _ids(decided: Iterable[Decision], kind: Kind) -> frozenset[str]:
    return frozenset(one.id[:KNOWN_BY] for one in decided if one.kind is kind)


def _closing(stand: ClosingStand) -> Mapping[str, Any] | None:
    """Return the closing that holds."""
    if stand.state is not State.CLOSED:
        return None
    return {"number": stand.last[0].number, "digest": stand.last[0].digest}


def _item(workspace: Workspace, one: merged.Received, answers: Mapping[str, Decided]) -> Mapping[str, Any]:
    document = parse_submission(filing.data_of(workspace, one.digest))
    common = {
        "agency": one.agency,
        "submission": one.digest,
        "revision": one.revision,
        **_decided(one.agency, document, answers),
    }
    if one.returned:
        returned = returns.joined(returns.returns_on(workspace, one.digest))
        return {"type": RETURN, **common, **returns.to_wire(returned)}
    state = ENTERED if one.entered else "provisional" if one.provisional else "accepted"
    corrected = {"corrections": len(document.corrections)} if document.is_correction else {}
    return {"type": RECEIPT, **common, "received_at": one.received_at, "state": state, **corrected}


def _decided(agency: str, document: SubmissionDocument, answers: Mapping[str, Decided]) -> Mapping[str, Any]:
    """Return the member ``requests``: what was decided on those that a submission makes, if anything was."""
    lines = []
    for request in requests.from_document(document.requests):
        decided = answers.get(requests.name_of(agency, request))
        if decided is not None:
            said = {"request": decided.request, "verdict": decided.verdict.value, "words": decided.words}
            lines.append({**said, "round": request.earlier, "indicator": request.indicator})
    return {"requests": lines} if lines else {}
