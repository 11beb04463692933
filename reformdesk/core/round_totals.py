"""A round's totals alone, neither shares nor words, kept in step with what counts.

A desk looks at all its rounds at once. Totals are remembered while a workspace is open, for as long as the same
submissions and decisions stand; where one submission came or was replaced, it alone is read. Across sessions
:func:`keep` keeps them in the workspace.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reformdesk.core import adjusting, deciding, folded, journal, roundbook, what_counts
from reformdesk.core.consolidation import RunningTotals, Total
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.what_counts import Counting
from reformdesk.exchange.documents import digest_of


@dataclass(frozen=True)
class _Sources:
    """All that a round's totals come from."""

    round: Round
    counting: Mapping[str, Counting]
    decisions: tuple[Decision, ...]

    @property
    def terms(self) -> tuple[str, frozenset[str]]:
        """What an answer is worth by: the issue in force, and of which answers to older ones all is taken."""
        stands = deciding.standing(self.decisions)
        return self.round.digest, frozenset(one.subject for one in stands if one.kind is Kind.ISSUE)

    @property
    def digest(self) -> str:
        """The digest of what they are."""
        decided = sorted(one.id for one in self.decisions)
        counting = sorted(self.counting.items())
        return digest_of(json.dumps([self.round.digest, counting, decided]).encode())


@dataclass(frozen=True)
class _Remembered:
    """A round as it stood; ``running`` where its submissions were read in this session."""

    sources: _Sources
    part: ConsolidatedRound
    running: RunningTotals | None


_REMEMBERED: WeakKeyDictionary[Workspace, dict[str, _Remembered]] = WeakKeyDictionary()


def of_round(workspace: Workspace, round_id: str) -> ConsolidatedRound:
    """Return a round with its totals; the very same object for as long as nothing changes them."""
    known = _REMEMBERED.setdefault(workspace, {})
    # what raises half way is not gone on with
    before = known.pop(round_id, None)
    now = _now(workspace, _sources(workspace, roundbook.load(workspace, round_id)), before)
    known[round_id] = now
    return now.part


def keep(workspace: Workspace, round_id: str) -> None:
    """Keep a round's totals in the workspace, where they are not kept already."""
    part = of_round(workspace, round_id)
    made_from = _REMEMBERED[workspace][round_id].sources.digest
    if folded.known(workspace, round_id, made_from) is None:
        folded.keep(workspace, round_id, made_from, part.totals)


def fold(workspace: Workspace, round_: Round) -> dict[str, Total]:
    """Return a round's totals made anew of the submissions themselves, whatever is remembered or kept."""
    running = RunningTotals(round_, what_counts.each(workspace, round_.id))
    return adjusting.applied(workspace, round_, running.totals())


def _sources(workspace: Workspace, round_: Round) -> _Sources:
    return _Sources(round_, what_counts.counting(workspace, round_.id), journal.of_round(workspace, round_.id))


def _now(workspace: Workspace, sources: _Sources, before: _Remembered | None) -> _Remembered:
    """Return how a round stands: as before, gone on with from there, kept from an earlier session, or read whole."""
    round_ = sources.round
    if before is None:
        kept = folded.known(workspace, round_.id, sources.digest)
        if kept is not None:
            return _Remembered(sources, ConsolidatedRound(round_, kept), None)
    elif before.sources == sources:
        return before
    running = before.running if before is not None and before.sources.terms == sources.terms else None
    if before is None or running is None:
        running = RunningTotals(round_, what_counts.each(workspace, round_.id))
    else:
        _go_on(workspace, running, before.sources, sources)
    totals = adjusting.applied_by(sources.decisions, round_, running.totals())
    return _Remembered(sources, ConsolidatedRound(round_, totals), running)


def _go_on(workspace: Workspace, running: RunningTotals, before: _Sources, now: _Sources) -> None:
    """Let what counts no more leave, and what counts now enter."""
    for one in _only_in(before, now):
        running.remove(what_counts.read(workspace, now.round.id, one))
    for one in _only_in(now, before):
        running.add(what_counts.read(workspace, now.round.id, one))


def _only_in(one: _Sources, other: _Sources) -> list[Counting]:
    return [counting for agency, counting in one.counting.items() if other.counting.get(agency) != counting]
