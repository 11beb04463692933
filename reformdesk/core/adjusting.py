"""Consolidated figures that an officer decided: what is printed in place of what the shares come to, and why.

The shares stay what they are. A figure that two desks decided differently is contested: what is
computed stands until it is decided anew. What was decided goes on standing when the shares change; that
they have is said beside it. A rate of adjusted parts is computed from what is printed of them, unless it
was decided itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reformdesk.core import deciding, journal, rates, values
from reformdesk.core.changes import Changes
from reformdesk.core.consolidation import PAST_REASON, Total
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Line
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable

_UNSAID = "–"
"""Stands where another desk's program let a figure be decided without a reason."""


@dataclass(frozen=True)
class Adjustment:
    """A figure that is decided: ``value`` in place of ``computed``, which is what the officer saw."""

    indicator: str
    value: Value
    computed: Value
    reason: str


def adjust(workspace: Workspace, round_: Round, wanted: Adjustment, author: str, now: datetime) -> Changes:
    """Let a total print what an officer decided.

    Raises ``Mendable``: ``adjusting-reason-missing``, ``adjusting-blank`` where there is nothing to print,
    ``KeyError`` where the round does not ask for the indicator.
    """
    decide(workspace, round_, [wanted], author, now)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def decide(workspace: Workspace, round_: Round, wanted: Iterable[Adjustment], author: str, now: datetime) -> None:
    """Keep several figures at once, or none of them; raises what :func:`adjust` does."""
    decisions = [_decision(round_, one) for one in wanted]
    with workspace.atomic():
        for one in decisions:
            journal.record(workspace, one, author, now)


def _decision(round_: Round, wanted: Adjustment) -> Decision:
    if wanted.indicator not in round_.asked:
        raise KeyError(wanted.indicator)
    reason = nfc(wanted.reason).strip()
    if not reason:
        raise Mendable("adjusting-reason-missing")
    if wanted.value is Status.BLANK:
        raise Mendable("adjusting-blank")
    detail = {"value": values.to_wire(wanted.value), "computed": values.to_wire(wanted.computed)}
    return Decision(Kind.TOTAL, round_.id, "", wanted.indicator, detail, reason)


def withdraw(workspace: Workspace, round_id: str, indicator: str, reason: str, author: str, now: datetime) -> Changes:
    """Let a total print what its shares come to again; what was decided stays in the journal.

    Raises ``Mendable``: ``decision-reason-missing``, ``decision-gone`` where nothing was decided.
    """
    found = _on(journal.of_round(workspace, round_id)).get(indicator, ())
    if not found:
        raise Mendable("decision-gone")
    with workspace.atomic():
        for one in found:
            journal.take_back(workspace, one.id, reason, author, now)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def applied(workspace: Workspace, round_: Round, totals: Mapping[str, Total]) -> dict[str, Total]:
    """Return a round's totals with what was decided in place of what was computed."""
    return applied_by(journal.of_round(workspace, round_.id), round_, totals)


def applied_by(decisions: Iterable[Decision], round_: Round, totals: Mapping[str, Total]) -> dict[str, Total]:
    """Do as :func:`applied` does, with the decisions that are given."""
    decided = _on(decisions)
    found = {name: _applied(total, decided.get(name, ())) for name, total in totals.items()}
    for name, rate in round_.catalogue.rates.items():
        if found.keys() >= {name, *rate.parts}:
            found[name] = _rated(found[name], found[rate.numerator], found[rate.denominator])
    return found


def _rated(total: Total, numerator: Total, denominator: Total) -> Total:
    """Return a rate as it is printed beside its parts."""
    parts = (numerator, denominator)
    if total.adjusted or total.contested or not any(one.adjusted for one in parts):
        return total
    value = rates.computed(numerator.value, denominator.value)
    if all(one.is_past for one in parts):
        return replace(total, value=value, folded=total.value, adjusted=PAST_REASON)
    return replace(total, value=value, folded=total.value, from_adjusted=True)


def _on(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Return what stands of decided totals, by indicator."""
    return {
        stands[0].subject: stands
        for matter, stands in deciding.matters(decisions).items()
        if matter[0] == Kind.TOTAL.value
    }


def _applied(total: Total, stands: tuple[Decision, ...]) -> Total:
    if not stands:
        return total
    agreed = deciding.agreed(stands)
    if agreed is None:
        return replace(total, contested=True)
    value, computed = (values.from_wire(_wire(agreed, name)) for name in ("value", "computed"))
    # two desks may say the same figure for reasons of their own
    reason = "; ".join(dict.fromkeys(one.reason for one in sorted(stands, key=lambda one: one.id)))
    return replace(total, value=value, folded=total.value, adjusted=reason or _UNSAID, decided_on=computed)


def _wire(decision: Decision, name: str) -> Mapping[str, Any]:
    wire: Mapping[str, Any] = decision.detail[name]
    return wire


def past_rounds(workspace: Workspace) -> frozenset[str]:
    """Return the rounds that nobody was asked in: their figures were entered as they had been reported."""
    found = workspace.rows(
        """SELECT DISTINCT round FROM decisions d WHERE kind = 'total' AND reason = :reason
           AND NOT EXISTS (SELECT 1 FROM files f WHERE f.kind = 'submission' AND f.round = d.round)""",
        {"reason": PAST_REASON},
    )
    return frozenset(str(row["round"]) for row in found)


def lines_on(workspace: Workspace, round_id: str, indicator: str) -> tuple[Line, ...]:
    """Return all that was ever decided on a total and who did, the earliest first."""
    decisions = journal.of_round(workspace, round_id)
    own = {one.id for one in decisions if one.kind is Kind.TOTAL and one.subject == indicator}
    return journal.signed(workspace, decisions, lambda one: bool({one.id, one.subject} & own))
