"""How a workspace's submissions stand: files, keys and decisions in, the kept verdicts out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reformdesk.core import deciding, filing, history, issues, journal, pins, roundbook
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.standing import Candidate, Decisions, Issues, Standing, Trust, judge
from reformdesk.core.store import Workspace
from reformdesk.exchange.keychange import HOME_AFFAIRS

ACCEPTED, WAITING = "accepted", "waiting"
_KEEP = """
    INSERT INTO standing (digest, signer, round, agency, state, reasons, counts, provisional, returned, entered,
        contested, issue)
    VALUES (:digest, :signer, :round, :agency, :state, :reasons, :counts, :provisional, :returned, :entered,
        :contested, :issue)
    ON CONFLICT (digest, signer) DO UPDATE SET round = excluded.round, agency = excluded.agency,
        state = excluded.state, reasons = excluded.reasons, counts = excluded.counts,
        provisional = excluded.provisional, returned = excluded.returned, entered = excluded.entered,
        contested = excluded.contested, issue = excluded.issue
"""


def rejudge(workspace: Workspace, round_id: str, agency: str) -> None:
    """Work out again how an agency's submissions in a round stand, and keep the result."""
    candidates = candidates_of(workspace, round_id, agency)
    if not candidates:
        return
    standings = judge(
        candidates,
        trust_in(workspace, agency, roundbook.load(workspace, round_id).signatures),
        _decisions(workspace, round_id, agency),
        _issues(workspace, round_id, agency),
    )
    for candidate, standing in standings.items():
        workspace.db.execute(_KEEP, _standing_row(round_id, agency, candidate, standing))


def rejudge_all(workspace: Workspace, agency: str) -> None:
    """Work out again how an agency's submissions stand in every round, as after a word on its keys.

    The office's own keys seal what it enters for any agency.
    """
    for round_id in roundbook.round_ids(workspace):
        if agency == HOME_AFFAIRS:
            rejudge_round(workspace, round_id)
        else:
            rejudge(workspace, round_id, agency)


def rejudge_round(workspace: Workspace, round_id: str) -> None:
    """Work out again which issue of a round is in force, and how all submissions in it stand."""
    roundbook.settle_issue(workspace, round_id)
    for row in workspace.rows(
        "SELECT DISTINCT agency FROM files WHERE kind = 'submission' AND round = :round ORDER BY agency",
        {"round": round_id},
    ):
        rejudge(workspace, round_id, row["agency"])


def rejudge_about(workspace: Workspace, decision: Decision) -> None:
    """Work out again whatever a decision touches."""
    if decision.round and decision.agency:
        rejudge(workspace, decision.round, decision.agency)
    elif decision.round:
        rejudge_round(workspace, decision.round)
    else:
        rejudge_all(workspace, decision.agency)


def candidates_of(workspace: Workspace, round_id: str, agency: str) -> list[Candidate]:
    """Return an agency's submissions in a round, as the judgement sees them."""
    found = workspace.rows(
        """SELECT digest, signer, revision, previous, followed, data FROM files
           WHERE kind = 'submission' AND round = :round AND agency = :agency""",
        {"round": round_id, "agency": agency},
    )
    return [_candidate(workspace, row) for row in found]


def _candidate(workspace: Workspace, row: Mapping[str, Any]) -> Candidate:
    document = json.loads(filing.undamaged(workspace, row["digest"], row["data"]))
    stated = history.stated_in(document)
    return Candidate(
        digest=row["digest"],
        signer=row["signer"],
        revision=row["revision"],
        previous=row["previous"],
        round_digest=document["round"]["digest"],
        approvers=filing.approvers(workspace, row["digest"], row["signer"]),
        followed=tuple(row["followed"].split()),
        history=stated.head,
        since=stated.since,
        proved=stated.proved,
        entered="on_behalf" in document,
        follows=document["on_behalf"]["follows"] if "on_behalf" in document else None,
    )


def _issues(workspace: Workspace, round_id: str, agency: str) -> Issues:
    """Return which issues of a round an agency's submissions may answer."""
    found = roundbook.issues_of(workspace, round_id)
    known = {str(row["digest"]) for row in filing.filed(workspace, "round", round_id)}
    if found.in_force is None:
        return Issues(frozenset(), contested=found.contested)
    now = roundbook.load_issue(workspace, found.in_force)
    older = (roundbook.load_issue(workspace, one) for one in known - found.contested - {found.in_force})
    worth = {one.digest for one in older if issues.carried(one, now, agency).same}
    return Issues(frozenset({found.in_force}), frozenset(worth), found.contested)


def trust_in(workspace: Workspace, agency: str, signatures: int = 1) -> Trust:
    """Return whose seal is believed for an agency, where a round demands so many."""
    head = pins.head_of(agency)
    return Trust(
        pinned=pins.pinned(workspace, agency) - pins.mistaken(workspace, agency),
        approvers=pins.pinned(workspace, head) - pins.mistaken(workspace, head),
        revoked=pins.revoked(workspace, *roundbook.OWN_SUBJECTS, agency, head),
        signatures=signatures,
        office=frozenset().union(*(pins.pinned(workspace, subject) for subject in roundbook.OWN_SUBJECTS)),
    )


def _decisions(workspace: Workspace, round_id: str, agency: str) -> Decisions:
    found = deciding.standing(journal.at(workspace, round_id, agency))
    beside: dict[tuple[str, str], frozenset[str]] = {}
    for one in found:
        if one.kind is Kind.BESIDE:
            pair = (one.subject, one.detail["entered"])
            beside[pair] = beside.get(pair, frozenset()) | {one.detail["holds"]}

    def on(kind: Kind) -> frozenset[str]:
        return frozenset(one.subject for one in found if one.kind is kind)

    return Decisions(
        provisional=on(Kind.PROVISIONAL),
        chosen=on(Kind.CHOOSE),
        returned=on(Kind.RETURN),
        history_accepted=on(Kind.HISTORY),
        set_aside=frozenset((one.subject, one.detail["signer"]) for one in found if one.kind is Kind.SET_ASIDE),
        gap_accepted=on(Kind.GAP),
        issue_accepted=on(Kind.ISSUE),
        accepted=on(Kind.ACCEPT),
        beside=beside,
        covers=covered(workspace, round_id),
    )


def covered(workspace: Workspace, round_id: str) -> frozenset[str] | None:
    """Return the submissions that a closed round holds, ``None`` while it is open.

    Where desks closed it apart it is closed over what either covers.
    """
    stands = [one for one in journal.stands_on(workspace, Kind.CLOSING, round_id) if "covers" in one.detail]
    return frozenset(name for one in stands for name in one.detail["covers"]) if stands else None


def _standing_row(round_id: str, agency: str, candidate: Candidate, standing: Standing) -> dict[str, str | int]:
    return {
        "digest": candidate.digest,
        "signer": candidate.signer,
        "round": round_id,
        "agency": agency,
        "state": ACCEPTED if standing.accepted else WAITING,
        "reasons": json.dumps([reason.value for reason in standing.reasons]),
        "counts": int(standing.counts),
        "provisional": int(standing.provisional),
        "returned": int(standing.returned),
        "entered": int(standing.entered),
        "contested": int(standing.contested),
        "issue": candidate.round_digest,
    }
