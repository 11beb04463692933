"""The issues of a round: which one is in force, and what an answer to an older one is still worth. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reformdesk.core.rounds import Round


@dataclass(frozen=True)
class Issue:
    """One issue of a round by its place in the chain; ``previous`` is the digest of the one before."""

    digest: str
    revision: int
    previous: str | None


@dataclass(frozen=True)
class Chain:
    """How far the issues of a round go on from each other.

    ``in_force`` is the last that all agree on, ``None`` where two begin the round. ``contested`` are those
    that claim its place, with all that follow them: nobody knows yet which is in force.
    """

    in_force: str | None
    contested: frozenset[str] = frozenset()


def chain(known: Iterable[Issue], chosen: Collection[str] = ()) -> Chain:
    """Return the issue in force among those known, in whatever order they came.

    ``chosen`` is what was decided between two that follow the same one; to choose an issue is to choose those
    that led to it.
    """
    left = set(known)
    last: Issue | None = None
    while following := {one for one in left if _follows(one, last)}:
        picked = _picked(following, left, chosen) if len(following) > 1 else following
        if len(picked) != 1:
            return Chain(last.digest if last else None, frozenset(_with_descendants(following, left)))
        last = picked.pop()
    return Chain(last.digest if last else None)


def _picked(following: set[Issue], known: set[Issue], chosen: Collection[str]) -> set[Issue]:
    return {one for one in following if not set(chosen).isdisjoint(_with_descendants({one}, known))}


def _follows(one: Issue, before: Issue | None) -> bool:
    place = (before.revision + 1, before.digest) if before else (1, None)
    return (one.revision, one.previous) == place


def _with_descendants(first: set[Issue], known: set[Issue]) -> Iterable[str]:
    level = first
    while level:
        yield from (one.digest for one in level)
        level = {one for one in known for before in level if _follows(one, before)}


@dataclass(frozen=True)
class Carried:
    """What becomes of an agency's answers when a round is corrected, by indicator.

    ``same`` stand as they are, ``asked_again`` must be answered anew, ``new`` are asked for the first time,
    ``gone`` are asked no more.
    """

    same: frozenset[str]
    asked_again: frozenset[str]
    new: frozenset[str]
    gone: frozenset[str]


@lru_cache(maxsize=2048)
def carried(old: Round, new: Round, agency: str) -> Carried:
    """Return what an agency's answers to one issue are worth under another; wording and order do not matter."""
    before, now = set(old.owed(agency)), set(new.owed(agency))
    same = {name for name in before & now if name not in new.asked_again and _terms(old, name) == _terms(new, name)}
    return Carried(
        same=frozenset(same),
        asked_again=frozenset((before & now) - same),
        new=frozenset(now - before),
        gone=frozenset(before - now),
    )


def _terms(round_: Round, name: str) -> tuple[Any, ...]:
    """Return all that the meaning of an answer depends on."""
    indicator, period = round_.catalogue.indicators[name], round_.period
    return (
        *(indicator.kind, indicator.unit, indicator.nature, indicator.consolidation, indicator.weight),
        *(indicator.blocks, indicator.reporter, period.cut_off.get(round_.catalogue.area_of[name])),
        *(period.starts, period.ends, period.months, period.cumulates),
    )
