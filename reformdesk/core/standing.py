"""How the submissions of one agency in one round stand to each other. Pure: no order of arrival.

Revisions form a chain: each names the digest of the one before. The chain is walked from its
first link over what is trusted; whatever cannot be placed on it waits for an officer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a submission waits."""

    KEY_UNKNOWN = "key-unknown"
    GAP = "gap"
    FORK = "fork"
    OLDER_ROUND = "older-round"


@dataclass(frozen=True)
class Candidate:
    """A sound submission that was taken in, with what its place depends on."""

    digest: str
    signer: str
    revision: int
    previous: str | None
    round_digest: str


@dataclass(frozen=True)
class Decisions:
    """What officers decided on these submissions: digests, nothing else."""

    provisional: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Standing:
    """A verdict: accepted or waiting. Of the accepted ones the last counts, unless it was returned."""

    accepted: bool
    reasons: tuple[Reason, ...] = ()
    counts: bool = False
    provisional: bool = False
    returned: bool = False


@dataclass
class _Walk:
    accepted: list[str] = field(default_factory=list)
    forked: set[str] = field(default_factory=set)


def judge(
    candidates: Collection[Candidate],
    pinned: Collection[str],
    decisions: Decisions,
    round_digests: Collection[str],
) -> dict[Candidate, Standing]:
    """Return how each candidate stands.

    ``pinned`` holds the fingerprints that speak for the agency, ``round_digests`` the issue of the
    round in force. The result depends on the sets alone.
    """
    obstacles = {candidate: _obstacles(candidate, pinned, decisions, round_digests) for candidate in candidates}
    eligible = {candidate.digest: candidate for candidate, reasons in obstacles.items() if not reasons}
    walk = _walk(eligible, decisions.chosen)
    return {
        candidate: Standing(accepted=False, reasons=reasons) if reasons else _place(candidate, walk, pinned, decisions)
        for candidate, reasons in obstacles.items()
    }


def _walk(eligible: Mapping[str, Candidate], chosen: Collection[str]) -> _Walk:
    """Follow the chain from revision 1; stop where the next link is missing or there are two."""
    walk = _Walk()
    previous: str | None = None
    while True:
        number = len(walk.accepted) + 1
        following = [c for c in eligible.values() if c.previous == previous and c.revision == number]
        if len(following) > 1:
            picked = [c for c in following if c.digest in chosen]
            walk.forked.update(c.digest for c in following if c not in picked or len(picked) != 1)
            following = picked
        if len(following) != 1:
            return walk
        previous = following[0].digest
        walk.accepted.append(previous)


def _obstacles(
    candidate: Candidate, pinned: Collection[str], decisions: Decisions, round_digests: Collection[str]
) -> tuple[Reason, ...]:
    """Return what keeps a candidate from the chain before its place on it is looked for."""
    reasons = []
    if candidate.round_digest not in round_digests:
        reasons.append(Reason.OLDER_ROUND)
    if candidate.signer not in pinned and candidate.digest not in decisions.provisional:
        reasons.append(Reason.KEY_UNKNOWN)
    return tuple(reasons)


def _place(candidate: Candidate, walk: _Walk, pinned: Collection[str], decisions: Decisions) -> Standing:
    if candidate.digest in walk.forked:
        return Standing(accepted=False, reasons=(Reason.FORK,))
    if candidate.digest not in walk.accepted:
        return Standing(accepted=False, reasons=(Reason.GAP,))
    returned = candidate.digest in decisions.returned
    return Standing(
        accepted=True,
        counts=candidate.digest == walk.accepted[-1] and not returned,
        provisional=candidate.signer not in pinned,
        returned=returned,
    )
