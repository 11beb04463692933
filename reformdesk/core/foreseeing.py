"""What a decision would do, said before it is made.

Nothing is worked out by a rule of its own: it is decided so, judged again and looked at, and all of
it is undone. So what is foreseen is what happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reformdesk.core import merged, round_totals, roundbook, what_counts
from reformdesk.core.consolidation import Total, total_of
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.exchange.keychange import HOME_AFFAIRS


@dataclass(frozen=True)
class Place:
    """What is decided on: a submission, or where ``digest`` is empty what was decided on an agency or a round."""

    round: str
    agency: str
    digest: str = ""


@dataclass(frozen=True)
class Moved:
    """A total that another decision changes, with its coverage before and after."""

    indicator: str
    before: Value
    after: Value
    coverage_before: str
    coverage: str


@dataclass(frozen=True)
class Effect:
    """What a decision does. ``counted`` is what counts of the agency before, ``counts`` after; ``subject`` how
    the submission itself stands then.

    ``agencies_before`` and ``agencies`` of ``owing`` count in the round. ``values`` are totals that get another
    figure, ``wider`` how many get another coverage alone. ``freed`` wait no more, ``held`` wait from then on.
    """

    counted: Received | None
    counts: Received | None
    subject: Received | None
    agencies_before: int
    agencies: int
    owing: int
    values: tuple[Moved, ...] = ()
    wider: int = 0
    freed: tuple[Received, ...] = ()
    held: tuple[Received, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether neither a figure nor what counts or waits is another one."""
        same = _name(self.counted) == _name(self.counts)
        return same and not (self.values or self.wider or self.freed or self.held)


class _Seen(Exception):
    """Ends the transaction in which something was decided only to see what it does."""


@dataclass(frozen=True)
class _Look:
    """A round as it stands at a moment: its submissions, and the totals in question."""

    round: Round
    received: tuple[Received, ...]
    totals: Mapping[str, Total]

    def of(self, agency: str) -> tuple[Received, ...]:
        return tuple(one for one in self.received if agency in ("", one.agency))

    def counting(self, agency: str) -> Received | None:
        return next((one for one in self.of(agency) if one.counts), None) if agency else None

    def agencies(self) -> int:
        return len({one.agency for one in self.received if one.counts})


def foresee(workspace: Workspace, place: Place, decide_so: Callable[[], object]) -> Effect:
    """Return what a decision does in a round: decide so, judge again, look, and undo it all.

    Raises what ``decide_so`` raises.
    """
    look = _looking(workspace, place)
    before = after = look()
    try:
        with workspace.atomic():
            decide_so()
            after = look()
            raise _Seen
    except _Seen:
        return _effect(place, before, after)


def _looking(workspace: Workspace, place: Place) -> Callable[[], _Look]:
    """Return how to look at a round; where one agency is in question, the others are read once."""
    alone = bool(place.agency) and place.agency != HOME_AFFAIRS
    others = what_counts.submitted(workspace, place.round) if alone else {}

    def look() -> _Look:
        round_ = roundbook.load(workspace, place.round)
        received = tuple(merged.received(workspace, place.round))
        if not alone:
            return _Look(round_, received, round_totals.of_round(workspace, place.round).totals)
        others.pop(place.agency, None)
        counted = {**others, **what_counts.submitted(workspace, place.round, place.agency)}
        names = round_.figures_of(place.agency)
        return _Look(round_, received, {name: total_of(round_, name, counted) for name in names})

    return look


def _effect(place: Place, before: _Look, after: _Look) -> Effect:
    moved = [
        Moved(name, was.value, total.value, was.coverage, total.coverage)
        for name, total in after.totals.items()
        if (was := before.totals.get(name)) is not None
    ]
    waited = {(one.digest, one.signer) for one in before.received if one.needs_decision}
    wait = {(one.digest, one.signer) for one in after.received if one.needs_decision}
    then = {(one.digest, one.signer): one for one in after.received}
    owing = sum(bool(after.round.owed(agency.id)) for agency in after.round.agencies)
    subject = [one for one in after.of(place.agency) if place.digest and one.digest == place.digest]
    return Effect(
        counted=before.counting(place.agency),
        counts=after.counting(place.agency),
        subject=subject[0] if subject else None,
        agencies_before=before.agencies(),
        agencies=after.agencies(),
        owing=owing,
        values=tuple(one for one in moved if one.before != one.after),
        wider=sum(one.before == one.after and one.coverage_before != one.coverage for one in moved),
        freed=tuple(then[name] for name in sorted(waited - wait) if name in then),
        held=tuple(then[name] for name in sorted(wait - waited)),
    )


def _name(one: Received | None) -> tuple[str, str] | None:
    return (one.digest, one.signer) if one is not None else None
