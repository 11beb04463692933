"""The merged state of a Home Affairs workspace: what counts, how each agency stands, one digest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from reformdesk.core import (
    adjusting,
    catalogue_reading,
    filing,
    journal,
    pins,
    receiving,
    round_labels,
    round_totals,
    roundbook,
    values,
    what_counts,
)
from reformdesk.core.closing_document import Counted
from reformdesk.core.consolidation import Submitted, Total, consolidate, total_of
from reformdesk.core.deciding import Kind
from reformdesk.core.earlier_rounds import seen_from
from reformdesk.core.receiving import Correction
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.round_labels import RoundLabel
from reformdesk.core.roundbook import OWN_SUBJECTS
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace

FORMAT = "reformdesk-state/2"


@dataclass(frozen=True)
class Received:
    """A submission that was taken in, and how it stands.

    ``received_at`` and ``channel`` say when and how it reached the office: as the program noted it, unless
    that was ``corrected``; then ``came_at`` and ``came_by`` are what the program noted.
    """

    round: str
    agency: str
    revision: int
    digest: str
    signer: str
    signer_name: str
    signed_at: str
    received_at: str
    name: str
    channel: str
    state: str
    reasons: tuple[str, ...]
    counts: bool
    provisional: bool
    returned: bool
    issuer: str = ""
    followed: tuple[str, ...] = ()
    approvers: frozenset[str] = frozenset()
    entered: bool = False
    contested: bool = False
    issue: str = ""
    came_at: str = ""
    came_by: str = ""
    corrected: Correction | None = None
    reviewed: bool = False
    """An officer looked at it and accepted it."""

    @property
    def on_chain(self) -> bool:
        """Whether it has its place on the chain, overtaken or not."""
        return self.state == "accepted"

    @property
    def may_be_accepted(self) -> bool:
        """Whether there is anything to accept: what counts. What desks decided apart is decided with a reason."""
        return self.counts and not self.contested

    @property
    def needs_decision(self) -> bool:
        """Whether an officer must say what becomes of it; what was decided against needs no more words."""
        decided_against = {"set-aside", "not-chosen"} & set(self.reasons)
        return self.contested or (self.state == "waiting" and not decided_against)

    @property
    def waits_for_keys(self) -> bool:
        """Whether nothing but comparing keys is missing for it to be accepted."""
        doubts = set(self.reasons)
        keys = doubts <= {Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN}
        return self.state == "waiting" and bool(doubts) and keys and not self.entered


def leading(received_of_one: Sequence[Received]) -> Received | None:
    """Return the submission of an agency that is looked at first; its newest, unless there is an entry on behalf.

    Then the two chains have numbers of their own: what needs a decision comes first, then what counts.
    """
    found = received_of_one
    if any(one.entered for one in found):
        waiting = [one for one in found if one.needs_decision]
        counting = [one for one in found if one.counts]
        found = waiting or counting or found
    return found[-1] if found else None


def received(workspace: Workspace, round_id: str) -> list[Received]:
    """Return a round's submissions, by agency and revision."""
    found = workspace.rows(
        """SELECT f.round, f.agency, f.revision, f.digest, f.signer, f.signer_name, f.signed_at,
                  f.received_at, f.name, f.channel, f.issuer, f.followed,
                  s.state, s.reasons, s.counts, s.provisional, s.returned, s.entered, s.contested, s.issue
           FROM files f JOIN standing s USING (digest, signer)
           WHERE f.kind = 'submission' AND f.round = :round
           ORDER BY f.agency, f.revision, f.digest, f.signer""",
        {"round": round_id},
    )
    approvers = filing.approvers_in(workspace, round_id)
    corrected = receiving.corrections(workspace, round_id)
    accepted = {one.subject for one in journal.standing_of(workspace, Kind.ACCEPT)}
    return [
        _received(
            {**row, "reviewed": row["digest"] in accepted and not row["contested"]},
            approvers.get((row["digest"], row["signer"]), frozenset()),
            corrected.get(row["digest"]),
        )
        for row in found
    ]


def _received(row: Mapping[str, Any], approvers: frozenset[str], corrected: Correction | None) -> Received:
    flags = {name: bool(row[name]) for name in ("counts", "provisional", "returned", "entered", "contested")}
    lists = {"reasons": tuple(json.loads(row["reasons"])), "followed": tuple(row["followed"].split())}
    came = {"came_at": row["received_at"], "came_by": row["channel"], "corrected": corrected}
    if corrected is not None:
        came |= {"received_at": corrected.received_at, "channel": corrected.channel or row["channel"]}
    return Received(**{**row, **flags, **lists, **came, "approvers": approvers})


def consolidated(workspace: Workspace, round_ids: Iterable[str] | None = None) -> list[ConsolidatedRound]:
    """Return rounds with their totals, in order of time; all rounds where none are named.

    Raises ``Mendable('unknown-round')``.
    """
    return [_consolidated(workspace, roundbook.load(workspace, name)) for name in in_time(workspace, round_ids)]


def in_time(workspace: Workspace, round_ids: Iterable[str] | None = None) -> list[str]:
    """Return the ids of rounds in order of time; of all where none are named. Raises ``Mendable('unknown-round')``."""
    wanted = list(dict.fromkeys(round_ids)) if round_ids is not None else roundbook.round_ids(workspace)
    return [one.id for one in sorted((roundbook.load(workspace, name) for name in wanted), key=_in_time)]


def _in_time(round_: Round) -> tuple[date, int, str]:
    """Put rounds in order of the period that they cover: of two that end alike, the shorter first."""
    return round_.period.ends, round_.period.months, round_.id


def _consolidated(workspace: Workspace, round_: Round) -> ConsolidatedRound:
    counted = what_counts.submitted(workspace, round_.id)
    totals_now = adjusting.applied(workspace, round_, consolidate(round_, counted))
    told = {agency: one.told for agency, one in counted.items() if one.entered}
    return ConsolidatedRound(
        round_,
        totals_now,
        narratives(round_, counted),
        told,
        counted={agency: _as_counted(one) for agency, one in counted.items()},
        decisions=tuple(_decided(workspace, round_.id)),
    )


def _decided(workspace: Workspace, round_id: str) -> list[str]:
    """Return the ids of all that was decided on a round, but its closings."""
    return sorted(one.id for one in journal.of_round(workspace, round_id) if one.kind is not Kind.CLOSING)


def _as_counted(one: Submitted) -> Counted:
    return Counted(one.digest, one.revision, one.entered, one.provisional)


def narratives(round_: Round, counted: Mapping[str, Submitted]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what agencies say in words, by area and in the office's order."""
    said = {
        area: tuple(
            (agency.id, counted[agency.id].narratives[area])
            for agency in round_.agencies
            if agency.id in counted and area in counted[agency.id].narratives
        )
        for area in round_.period.areas
    }
    return {area: words for area, words in said.items() if words}


def total(workspace: Workspace, round_id: str, indicator: str) -> Total:
    """Return one total with the shares behind it."""
    round_, counted = roundbook.load(workspace, round_id), what_counts.submitted(workspace, round_id)
    rate = round_.catalogue.indicators[indicator].rate
    names = (indicator, *(rate.parts if rate is not None else ()))
    return adjusting.applied(workspace, round_, {name: total_of(round_, name, counted) for name in names})[indicator]


def earlier_answers(
    workspace: Workspace, most: int = 4, plan: roundbook.RoundPlan | None = None
) -> tuple[dict[str, Any], ...]:
    """Return the last rounds' accepted answers in wire form, oldest first, for the next round file.

    They are seen from the next round's ``plan``, where there is one already: what is counted otherwise now, and whose
    answers are missing. A round that nobody has answered has nothing to bring along.
    """
    labels = sorted(round_labels.labels(workspace), key=lambda one: (one.ends, one.months, one.id), reverse=True)
    brought = (_as_earlier(workspace, label) for label in labels)
    found = tuple(reversed([*islice((past for past in brought if past["answers"]), most)]))
    if plan is None:
        return found
    now = catalogue_reading.parse(plan.catalogue)
    return tuple(seen_from(past, roundbook.load(workspace, past["round"]), now, plan.succession) for past in found)


def _as_earlier(workspace: Workspace, round_: RoundLabel) -> dict[str, Any]:
    asked = roundbook.load(workspace, round_.id)
    return {
        "round": round_.id,
        "title": {"vi": round_.title.vi, "en": round_.title.en},
        "short": {"vi": round_.short.vi, "en": round_.short.en},
        "months": round_.months,
        "ends": round_.ends.isoformat(),
        "answers": {
            agency: {name: values.to_wire(value) for name, value in asked.with_rates(agency, counted.answers).items()}
            for agency, counted in what_counts.submitted(workspace, round_.id).items()
        },
    }


def digest(workspace: Workspace, round_id: str | None = None, folded_already: Iterable[ConsolidatedRound] = ()) -> str:
    """Return the SHA-256 (hex) of the merged state, of one round or of all.

    Rounds that were folded a moment ago are not folded again. It is a function of the set of files taken in and
    the set of decisions: neither order, repetition, times of arrival, the machine nor row ids enter.
    """
    wanted = [round_id] if round_id is not None else sorted(roundbook.round_ids(workspace))
    at_hand = {part.round.id: part for part in folded_already}
    state = {
        "format": FORMAT,
        "rounds": [round_state(workspace, name, at_hand.get(name)) for name in wanted],
        # the office's own keys are no decision on what was taken in
        "pins": [[pin.subject, pin.fingerprint] for pin in pins.all_pins(workspace) if pin.subject not in OWN_SUBJECTS],
        "decisions": sorted(one.id for one in journal.of_round(workspace, "")),
        "closings": sorted(
            one.id for name in wanted for one in journal.of_round(workspace, name) if one.kind is Kind.CLOSING
        ),
    }
    canonical = json.dumps(state, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def round_state(workspace: Workspace, round_id: str, folded_already: ConsolidatedRound | None = None) -> dict[str, Any]:
    """Return all that a round's consolidated figures and verdicts come from and come to, as JSON.

    Every decision is in it, whether it stands or not, but the round's closings: what is closed is this.
    """
    totals = (
        folded_already.totals if folded_already else round_totals.fold(workspace, roundbook.load(workspace, round_id))
    )
    return {
        "id": round_id,
        "issues": _issues(workspace, round_id),
        "files": files_state(workspace, round_id),
        "decisions": _decided(workspace, round_id),
        "totals": {
            name: [
                values.to_wire(total.value),
                values.to_wire(total.computed) if total.adjusted else None,
                *(total.coverage, total.entered, total.provisional),
            ]
            for name, total in totals.items()
        },
    }


def files_state(workspace: Workspace, round_id: str) -> list[list[Any]]:
    """Return a round's submissions as JSON: each a line of whose it is, who sealed it, and how it stands."""
    return [
        [
            *(one.agency, one.revision, one.digest, one.signer, sorted(one.approvers)),
            *(one.state, one.reasons, one.counts, one.provisional, one.returned, one.entered, one.contested),
        ]
        for one in received(workspace, round_id)
    ]


def _issues(workspace: Workspace, round_id: str) -> list[str]:
    """Return the digest of the issue in force, and of those that claim its place."""
    found = roundbook.issues_of(workspace, round_id)
    return [found.in_force or "", *sorted(found.contested)]
