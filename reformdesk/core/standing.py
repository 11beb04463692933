"""How the submissions of one agency in one round stand to each other. Pure: no order of arrival.

Revisions form a chain: each names the digest of the one before. The chain is walked from its
first link over what is trusted; whatever cannot be placed on it waits for an officer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reformdesk.core.chronicle import Head


class Reason(StrEnum):
    """Why a submission waits."""

    SET_ASIDE = "set-aside"
    OLDER_ROUND = "older-round"
    KEY_UNKNOWN = "key-unknown"
    KEY_REVOKED = "key-revoked"
    APPROVAL_MISSING = "approval-missing"
    APPROVER_UNKNOWN = "approver-unknown"
    KEY_REPLACED = "key-replaced"
    HISTORY_BROKEN = "history-broken"
    GAP = "gap"
    FORK = "fork"
    NOT_CHOSEN = "not-chosen"


@dataclass(frozen=True)
class Candidate:
    """A sound submission that was taken in, with what its place depends on.

    ``followed`` are the keys that led to the signer's, oldest first. ``history`` is what it names
    as its head, ``since`` the head it goes on from, ``proved`` whether its proof of that holds.
    """

    digest: str
    signer: str
    revision: int
    previous: str | None
    round_digest: str
    approvers: frozenset[str] = frozenset()
    followed: tuple[str, ...] = ()
    history: Head | None = None
    since: Head | None = None
    proved: bool = True


@dataclass(frozen=True)
class Trust:
    """Whose seal is believed: compared keys, compared keys of the head, and the revoked ones.

    ``revoked`` gives for each revoked key the submissions that had been received before.
    ``signatures`` is how many the round demands.
    """

    pinned: frozenset[str]
    approvers: frozenset[str] = frozenset()
    revoked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    signatures: int = 1

    def has_revoked(self, key: str, digest: str) -> bool:
        """Whether a key's seal on a submission came too late."""
        return digest not in self.revoked.get(key, {digest})

    def knows(self, candidate: Candidate) -> bool:
        """Whether the signer's key was compared, or handed over to by one that was."""
        return self.knows_key(candidate.signer, candidate.followed, candidate.digest)

    def knows_key(self, signer: str, followed: Sequence[str], digest: str) -> bool:
        """Do as :meth:`knows` for a key, those that led to it, and what it sealed."""
        for key in reversed((*followed, signer)):
            if self.has_revoked(key, digest):
                return False
            if key in self.pinned:
                return True
        return False

    def lacks_approval(self, candidate: Candidate) -> bool:
        """Whether the round demands a second signature that is not there."""
        return self.signatures > 1 and not candidate.approvers

    def knows_approver(self, candidate: Candidate) -> bool:
        """Whether the second signature, where the round demands one, is by a compared key."""
        good = {key for key in candidate.approvers & self.approvers if not self.has_revoked(key, candidate.digest)}
        return self.signatures == 1 or bool(good)


@dataclass(frozen=True)
class Decisions:
    """What officers decided on these submissions: digests, nothing else.

    ``set_aside`` has pairs of digest and signer: the same content may come again under another key.
    """

    provisional: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    history_accepted: frozenset[str] = frozenset()
    set_aside: frozenset[tuple[str, str]] = frozenset()


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
    """The chain as far as it goes, and what was held back beside it, each with its reason."""

    accepted: list[Candidate] = field(default_factory=list)
    held: dict[str, Reason] = field(default_factory=dict)

    @property
    def replaced_keys(self) -> frozenset[str]:
        return frozenset(key for link in self.accepted for key in link.followed)


def judge(
    candidates: Collection[Candidate],
    trust: Trust,
    decisions: Decisions,
    round_digests: Collection[str],
) -> dict[Candidate, Standing]:
    """Return how each candidate stands.

    ``round_digests`` are the issues of the round in force. The result depends on the sets alone.
    """
    obstacles = {candidate: _obstacles(candidate, trust, decisions, round_digests) for candidate in candidates}
    # the same content under two trusted keys is one link of the chain; which of them stands for it must not
    # depend on the order
    eligible = {one.digest: one for one in sorted(obstacles, key=_by_signer) if not obstacles[one]}
    walk = _walk(eligible, decisions)
    return {
        candidate: Standing(accepted=False, reasons=reasons) if reasons else _place(candidate, walk, trust, decisions)
        for candidate, reasons in obstacles.items()
    }


def _by_signer(candidate: Candidate) -> str:
    return candidate.signer


def _walk(eligible: Mapping[str, Candidate], decisions: Decisions) -> _Walk:
    """Follow the chain from revision 1; stop where the next link is missing or there are two."""
    walk = _Walk()
    while True:
        before = walk.accepted[-1] if walk.accepted else None
        place = (len(walk.accepted) + 1, before.digest if before else None)
        following = []
        for one in eligible.values():
            if (one.revision, one.previous) != place:
                continue
            held = _held(one, before, walk, decisions)
            if held is None:
                following.append(one)
            else:
                walk.held[one.digest] = held
        if len(following) > 1:
            picked = [one for one in following if one.digest in decisions.chosen]
            for one in following:
                if one not in picked or len(picked) != 1:
                    walk.held[one.digest] = Reason.NOT_CHOSEN if len(picked) == 1 else Reason.FORK
            following = picked
        if len(following) != 1:
            return walk
        walk.accepted.append(following[0])


def _held(candidate: Candidate, before: Candidate | None, walk: _Walk, decisions: Decisions) -> Reason | None:
    """Return what keeps a candidate off the chain although its number and predecessor are right."""
    if candidate.signer in walk.replaced_keys:
        return Reason.KEY_REPLACED
    if not _goes_on(candidate, before) and candidate.digest not in decisions.history_accepted:
        return Reason.HISTORY_BROKEN
    return None


def _goes_on(candidate: Candidate, before: Candidate | None) -> bool:
    """Whether a candidate's history goes on from the one that the revision before it named."""
    if before is None or before.history is None:
        return candidate.proved
    return candidate.proved and candidate.since == before.history


def _obstacles(
    candidate: Candidate, trust: Trust, decisions: Decisions, round_digests: Collection[str]
) -> tuple[Reason, ...]:
    """Return what keeps a candidate from the chain before its place on it is looked for."""
    if (candidate.digest, candidate.signer) in decisions.set_aside:
        return (Reason.SET_ASIDE,)
    reasons = []
    if candidate.round_digest not in round_digests:
        reasons.append(Reason.OLDER_ROUND)
    if trust.has_revoked(candidate.signer, candidate.digest):
        reasons.append(Reason.KEY_REVOKED)
    elif not trust.knows(candidate) and candidate.digest not in decisions.provisional:
        reasons.append(Reason.KEY_UNKNOWN)
    if trust.lacks_approval(candidate):
        reasons.append(Reason.APPROVAL_MISSING)
    elif not trust.knows_approver(candidate) and candidate.digest not in decisions.provisional:
        reasons.append(Reason.APPROVER_UNKNOWN)
    return tuple(reasons)


def _place(candidate: Candidate, walk: _Walk, trust: Trust, decisions: Decisions) -> Standing:
    accepted = [link.digest for link in walk.accepted]
    if candidate.digest not in accepted:
        return Standing(accepted=False, reasons=(walk.held.get(candidate.digest, Reason.GAP),))
    returned = candidate.digest in decisions.returned
    return Standing(
        accepted=True,
        counts=candidate.digest == accepted[-1] and not returned,
        provisional=not trust.knows(candidate) or not trust.knows_approver(candidate),
        returned=returned,
    )
