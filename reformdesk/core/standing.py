"""How the submissions of one agency in one round stand to each other. Pure: no order of arrival.

Revisions form a chain: each names the digest of the one before. The chain is walked from its
first link over what is trusted; whatever cannot be placed on it waits for an officer.

What Home Affairs entered on behalf of the agency is a chain of its own. An entry stands over the
agency's submissions up to the one that it says it follows; one beyond that waits beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reformdesk.core.chronicle import Head


class Reason(StrEnum):
    """Why a submission waits."""

    SET_ASIDE = "set-aside"
    OLDER_ROUND = "older-round"
    ROUND_CONTESTED = "round-contested"
    ROUND_CLOSED = "round-closed"
    KEY_UNKNOWN = "key-unknown"
    KEY_REVOKED = "key-revoked"
    APPROVAL_MISSING = "approval-missing"
    APPROVER_UNKNOWN = "approver-unknown"
    KEY_REPLACED = "key-replaced"
    HISTORY_BROKEN = "history-broken"
    GAP = "gap"
    FORK = "fork"
    NOT_CHOSEN = "not-chosen"
    BESIDE_ENTERED = "beside-entered"
    CONTESTED = "contested"


@dataclass(frozen=True)
class Candidate:
    """A sound submission that was taken in, with what its place depends on.

    ``followed`` are the keys that led to the signer's, oldest first. ``history`` is what it names
    as its head, ``since`` the head it goes on from, ``proved`` whether its proof of that holds.
    ``entered``: Home Affairs entered it on behalf; ``follows`` is the agency's own last submission then.
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
    entered: bool = False
    follows: str | None = None


@dataclass(frozen=True)
class Trust:
    """Whose seal is believed: compared keys, compared keys of the head, and the revoked ones.

    ``revoked`` gives for each revoked key the submissions that had been received before.
    ``signatures`` is how many the round demands; ``office`` are Home Affairs' own keys, for what it enters.
    """

    pinned: frozenset[str]
    approvers: frozenset[str] = frozenset()
    revoked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    signatures: int = 1
    office: frozenset[str] = frozenset()

    def has_revoked(self, key: str, digest: str) -> bool:
        """Whether a key's seal on a submission came too late."""
        return digest not in self.revoked.get(key, {digest})

    def knows(self, candidate: Candidate) -> bool:
        """Whether the signer's key was compared, or handed over to by one that was; or is the office's own."""
        if candidate.entered:
            return candidate.signer in self.office and not self.has_revoked(candidate.signer, candidate.digest)
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
        return self.signatures > 1 and not candidate.entered and not candidate.approvers

    def knows_approver(self, candidate: Candidate) -> bool:
        """Whether the second signature, where the round demands one, is by a compared key."""
        good = {key for key in candidate.approvers & self.approvers if not self.has_revoked(key, candidate.digest)}
        return self.signatures == 1 or candidate.entered or bool(good)


@dataclass(frozen=True)
class Decisions:
    """What officers decided on these submissions: digests, nothing else.

    ``set_aside`` has pairs of digest and signer: the same content may come again under another key.
    ``beside`` says by an own submission and an entry what holds, ``own`` or ``entered``, or both where desks
    disagree. ``covers`` are the submissions that a closed round holds, ``None`` while it is open.
    """

    provisional: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    history_accepted: frozenset[str] = frozenset()
    set_aside: frozenset[tuple[str, str]] = frozenset()
    gap_accepted: frozenset[str] = frozenset()
    issue_accepted: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    beside: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    covers: frozenset[str] | None = None

    def are_split_on(self, digest: str) -> bool:
        """Whether one desk returned what another accepted."""
        return digest in self.returned and digest in self.accepted


@dataclass(frozen=True)
class Issues:
    """The issues of a round as one agency's submissions may answer them, by digest.

    ``carried`` are older ones of which something stands; of ``contested`` ones nobody knows yet which is in force.
    """

    in_force: frozenset[str]
    carried: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Standing:
    """A verdict: accepted or waiting. Of the accepted ones the last counts, unless it was returned.

    ``contested``: desks decided different things about it, which holds neither way until one is decided on.
    """

    accepted: bool
    reasons: tuple[Reason, ...] = ()
    counts: bool = False
    provisional: bool = False
    returned: bool = False
    entered: bool = False
    contested: bool = False


@dataclass
class _Walk:
    """The chain as far as it goes, and what was held back beside it, each with its reason."""

    accepted: list[Candidate] = field(default_factory=list)
    held: dict[str, Reason] = field(default_factory=dict)
    split: set[str] = field(default_factory=set)

    @property
    def digests(self) -> tuple[str, ...]:
        """The links' digests, first to last."""
        return tuple(link.digest for link in self.accepted)

    @property
    def replaced_keys(self) -> frozenset[str]:
        return frozenset(key for link in self.accepted for key in link.followed)


def judge(
    candidates: Collection[Candidate], trust: Trust, decisions: Decisions, issues: Issues
) -> dict[Candidate, Standing]:
    """Return how each candidate stands. The result depends on the sets alone."""
    obstacles = {candidate: _obstacles(candidate, trust, decisions, issues) for candidate in candidates}
    # the same content under two trusted keys is one link of the chain; which of them stands for it must not
    # depend on the order
    eligible = [one for one in sorted(obstacles, key=_by_signer) if not obstacles[one]]
    walks = {
        entered: _walk({one.digest: one for one in eligible if one.entered is entered}, decisions)
        for entered in (False, True)
    }
    verdict = _Verdict(walks[False], walks[True], decisions)
    return {
        candidate: _held_back(candidate, reasons) if reasons else verdict.on(candidate, trust)
        for candidate, reasons in obstacles.items()
    }


def _by_signer(candidate: Candidate) -> str:
    return candidate.signer


def _held_back(candidate: Candidate, reasons: tuple[Reason, ...]) -> Standing:
    return Standing(accepted=False, reasons=reasons, entered=candidate.entered, contested=Reason.CONTESTED in reasons)


def _obstacles(candidate: Candidate, trust: Trust, decisions: Decisions, issues: Issues) -> tuple[Reason, ...]:
    """Return what keeps a candidate from the chain before its place on it is looked for."""
    if (candidate.digest, candidate.signer) in decisions.set_aside:
        believed = trust.knows(candidate) and trust.knows_approver(candidate)
        # one desk found that the key differs, another that it agrees: it stays away, and both are shown
        return (Reason.SET_ASIDE, Reason.CONTESTED) if believed else (Reason.SET_ASIDE,)
    reasons = []
    if decisions.covers is not None and candidate.digest not in decisions.covers:
        reasons.append(Reason.ROUND_CLOSED)
    if candidate.round_digest in issues.contested:
        reasons.append(Reason.ROUND_CONTESTED)
    elif candidate.round_digest not in issues.in_force | issues.carried and (
        candidate.digest not in decisions.issue_accepted
    ):
        reasons.append(Reason.OLDER_ROUND)
    reasons += _doubts(candidate, trust, decisions)
    return tuple(reasons)


def _doubts(candidate: Candidate, trust: Trust, decisions: Decisions) -> Iterator[Reason]:
    """Give what speaks against the keys on a candidate."""
    if trust.has_revoked(candidate.signer, candidate.digest):
        yield Reason.KEY_REVOKED
    elif not trust.knows(candidate) and (candidate.entered or candidate.digest not in decisions.provisional):
        yield Reason.KEY_UNKNOWN
    if trust.lacks_approval(candidate):
        yield Reason.APPROVAL_MISSING
    elif not trust.knows_approver(candidate) and candidate.digest not in decisions.provisional:
        yield Reason.APPROVER_UNKNOWN


def _walk(eligible: Mapping[str, Candidate], decisions: Decisions) -> _Walk:
    """Follow the chain from revision 1; stop where the next link is missing or there are two."""
    walk = _Walk()
    while True:
        before = walk.accepted[-1] if walk.accepted else None
        following = []
        for one in _next_places(eligible, before, decisions):
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
            walk.split |= {one.digest for one in picked if len(picked) > 1}
            following = picked
        if len(following) != 1:
            return walk
        walk.accepted.append(following[0])


def _next_places(
    eligible: Mapping[str, Candidate], before: Candidate | None, decisions: Decisions
) -> Iterable[Candidate]:
    """Return what claims the next place; where nothing does, what an officer let follow over the gap."""
    number, digest = (before.revision, before.digest) if before else (0, None)
    following = [one for one in eligible.values() if (one.revision, one.previous) == (number + 1, digest)]
    if following:
        return following
    over = [one for one in eligible.values() if one.revision > number and one.digest in decisions.gap_accepted]
    nearest = min((one.revision for one in over), default=0)
    return [one for one in over if one.revision == nearest]


def _held(candidate: Candidate, before: Candidate | None, walk: _Walk, decisions: Decisions) -> Reason | None:
    """Return what keeps a candidate off the chain although its number and predecessor are right."""
    if candidate.signer in walk.replaced_keys:
        return Reason.KEY_REPLACED
    if not _goes_on(candidate, before) and candidate.digest not in decisions.history_accepted:
        return Reason.HISTORY_BROKEN
    return None


def _goes_on(candidate: Candidate, before: Candidate | None) -> bool:
    """Whether a candidate's history goes on from the one that the revision before it named."""
    if before is None or before.history is None or candidate.previous != before.digest:
        return candidate.proved
    return candidate.proved and candidate.since == before.history


@dataclass(frozen=True)
class _Verdict:
    """Both chains, and what of them counts."""

    own: _Walk
    entered: _Walk
    decisions: Decisions

    def on(self, candidate: Candidate, trust: Trust) -> Standing:
        """Return how a candidate stands that nothing keeps from the chains."""
        digest, walk = candidate.digest, self.entered if candidate.entered else self.own
        if digest not in walk.digests:
            reason = walk.held.get(digest, Reason.GAP)
            split = digest in walk.split
            return Standing(accepted=False, reasons=(reason,), entered=candidate.entered, contested=split)
        if digest == self._waiting:
            split = len(self._on_pair(digest)) > 1
            return Standing(accepted=False, reasons=(Reason.BESIDE_ENTERED,), contested=split)
        # what a later one has overtaken needs no more words
        split = self.decisions.are_split_on(digest) and digest == walk.digests[-1]
        return Standing(
            accepted=True,
            reasons=(Reason.CONTESTED,) if split else (),
            counts=digest == self._counting,
            provisional=not trust.knows(candidate) or not trust.knows_approver(candidate),
            returned=digest in self.decisions.returned and not split,
            entered=candidate.entered,
            contested=split,
        )

    @property
    def _entry(self) -> Candidate | None:
        """The entry that stands: the last one, unless it was given up."""
        last = self.entered.accepted[-1] if self.entered.accepted else None
        return None if last is None or last.digest in self.decisions.returned else last

    @property
    def _counting(self) -> str | None:
        """The one that counts."""
        own = self.own.accepted[-1].digest if self.own.accepted else None
        if own in self.decisions.returned:
            own = None
        if self._entry is None:
            return own
        return own if own is not None and self._own_holds else self._entry.digest

    @property
    def _waiting(self) -> str | None:
        """The agency's own last submission where nobody has said yet whether it holds, or the entry."""
        own = self.own.accepted[-1].digest if self.own.accepted else None
        if self._entry is None or not self._beyond or own in self.decisions.returned or self._own_holds:
            return None
        return None if own is None or self._on_pair(own) == {"entered"} else own

    @property
    def _beyond(self) -> tuple[str, ...]:
        """The agency's own submissions that the officer had not seen when the entry was made."""
        if self._entry is None:
            return ()
        digests = self.own.digests
        seen = digests.index(self._entry.follows) + 1 if self._entry.follows in digests else 0
        return digests[seen:]

    @property
    def _own_holds(self) -> bool:
        """Whether the last word on the agency's own submissions beside the entry was that they hold."""
        said = [self._on_pair(digest) for digest in self._beyond if self._on_pair(digest)]
        return bool(said) and said[-1] == {"own"}

    def _on_pair(self, own: str) -> frozenset[str]:
        entry = self._entry.digest if self._entry else ""
        return self.decisions.beside.get((own, entry), frozenset())
