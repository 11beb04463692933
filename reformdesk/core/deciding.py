"""What officers decide, as content: a set that only grows, and what of it stands. Pure: no clock, no order.

A decision goes by the SHA-256 of what it says. Who said it, when and at which desk is no part of
it: the same decision at two desks is one. It names the decisions whose place it takes, and what no
other names stands; so two desks that bring their decisions together need neither a clock nor an
order, and what they decided apart stands side by side until a decision names both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from reformdesk.exchange.documents import canonical, digest_of

FORMAT = "reformdesk-decision/1"


class Kind(StrEnum):
    """What is decided. The subject of each is a submission's digest where nothing else is said."""

    PROVISIONAL = "provisional"
    CHOOSE = "choose"
    HISTORY = "history"
    GAP = "gap"
    ISSUE = "issue"
    SET_ASIDE = "set-aside"
    RETURN = "return"
    ACCEPT = "accept"
    BESIDE = "beside"
    RECEIVED = "received"
    EXTENSION = "extension"
    """The subject is an agency."""
    KEY_MISTAKEN = "key-mistaken"
    """The subject is a key, as with the next."""
    REVOKE = "revoke"
    REQUEST = "request"
    """The subject is the name of a request."""
    TOTAL = "total"
    """The subject is an indicator."""
    ROUND_ISSUE = "round-issue"
    """The subject is a round, as with the next."""
    CLOSING = "closing"
    TAKE_BACK = "take-back"
    """The subject is a decision."""


REGISTERS = frozenset(
    {
        Kind.BESIDE,
        Kind.RECEIVED,
        Kind.EXTENSION,
        Kind.REVOKE,
        Kind.REQUEST,
        Kind.TOTAL,
        Kind.ROUND_ISSUE,
        Kind.CLOSING,
    }
)
"""The kinds that give one answer to one matter; each other kind only adds."""

_OPPOSITES = {Kind.RETURN: Kind.ACCEPT, Kind.ACCEPT: Kind.RETURN}

Matter = tuple[str, ...]
"""What a register answers: its kind, round, agency and subject, and what else tells it from another."""


@dataclass(frozen=True, eq=False)
class Decision:
    """One decision; ``before`` are the ids of those whose place it takes.

    ``round`` and ``agency`` are empty where it is about none. A decision and all that ever takes its
    place have the same round and agency.
    """

    kind: Kind
    round: str
    agency: str
    subject: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    before: frozenset[str] = frozenset()

    @cached_property
    def content(self) -> bytes:
        """The decision's canonical bytes."""
        return canonical(
            {
                "format": FORMAT,
                "kind": self.kind.value,
                "round": self.round,
                "agency": self.agency,
                "subject": self.subject,
                "detail": self.detail,
                "reason": self.reason,
                "before": sorted(self.before),
            }
        )

    @cached_property
    def id(self) -> str:
        """The SHA-256 (hex) of what it says."""
        return digest_of(self.content)

    @cached_property
    def said(self) -> str:
        """What it says on its matter, comparable."""
        return canonical(self.detail).decode().strip()

    @property
    def row(self) -> dict[str, str]:
        """What the workspace keeps of it beside ``before``, by column."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "round": self.round,
            "agency": self.agency,
            "subject": self.subject,
            "detail": self.said,
            "reason": self.reason,
        }

    @property
    def matter(self) -> Matter:
        """What it is about."""
        apart = {Kind.BESIDE: "entered", Kind.REVOKE: "speaker"}.get(self.kind)
        return (self.kind.value, self.round, self.agency, self.subject, str(self.detail[apart]) if apart else "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no other takes the place of, by id."""
    known = {one.id: one for one in decisions}
    replaced = {name for one in known.values() for name in one.before}
    return tuple(known[name] for name in sorted(known) if name not in replaced)


def matters(decisions: Iterable[Decision]) -> Mapping[Matter, tuple[Decision, ...]]:
    """Return what stands of the registers, by matter; where they say different things, it is contested."""
    found: dict[Matter, tuple[Decision, ...]] = {}
    for one in standing(decisions):
        if one.kind in REGISTERS:
            found[one.matter] = (*found.get(one.matter, ()), one)
    return found


def turns(decisions: Iterable[Decision]) -> Mapping[str, int]:
    """Return by id how many decisions came before each, one taking the place of another.

    Of what is decided within one second this tells which answers which.
    """
    left = {one.id: one.before for one in decisions}
    found: dict[str, int] = {}
    while left:
        # what names a decision that is not among them begins there
        ready = {name: before for name, before in left.items() if not before & left.keys()}
        found |= {name: max((found.get(one, 0) + 1 for one in before), default=0) for name, before in ready.items()}
        left = {name: before for name, before in left.items() if name not in ready}
    return found


def contested(answers: Collection[Decision]) -> bool:
    """Whether what stands on one matter says different things."""
    return len({one.said for one in answers}) > 1


def agreed(answers: Collection[Decision]) -> Decision | None:
    """Return what stands on one matter: ``None`` where nothing does, or different things do."""
    return min(answers, key=lambda one: one.id) if answers and not contested(answers) else None


def next_decision(wanted: Decision, known: Iterable[Decision], rivals: Collection[str] = ()) -> Decision:
    """Return ``wanted`` with what it takes the place of, or the very decision that says so already.

    ``known`` are all decisions of its round and agency. ``rivals`` are the other sides of a fork: to choose
    one takes back having chosen another.
    """
    everything = tuple(known)
    stands = standing(everything)
    replaced = [one for one in stands if _gives_way(one, wanted, rivals)]
    same = [one for one in stands if one.kind is wanted.kind and _says_the_same(one, wanted)]
    if same and all((one.matter, one.said) == (wanted.matter, wanted.said) for one in replaced):
        return min(same, key=lambda one: one.id)
    by_id = {one.id: one for one in everything}
    undone = [
        one
        for one in stands
        if one.kind is Kind.TAKE_BACK and one.subject in by_id and _is_about(by_id[one.subject], wanted, rivals)
    ]
    made = replace(wanted, before=frozenset(one.id for one in (*replaced, *undone)))
    # said once, and overtaken since by what was itself overtaken: to say it anew is to answer that as well
    while after := [one.id for one in everything if made.id in one.before]:
        made = replace(made, before=made.before.union(after))
    return made


def take_back(taken: Decision, reason: str) -> Decision:
    """Return the decision that takes another back; that one stays, and stands no more."""
    return Decision(Kind.TAKE_BACK, taken.round, taken.agency, taken.id, {}, reason, frozenset({taken.id}))


def _says_the_same(one: Decision, other: Decision) -> bool:
    return (one.matter, one.said, one.reason) == (other.matter, other.said, other.reason)


def _gives_way(one: Decision, wanted: Decision, rivals: Collection[str]) -> bool:
    """Whether a standing decision loses its place to the one that is wanted."""
    if wanted.kind in REGISTERS:
        return one.matter == wanted.matter
    if wanted.kind is Kind.CHOOSE:
        return one.kind is Kind.CHOOSE and one.subject in rivals
    return one.kind is _OPPOSITES.get(wanted.kind) and one.subject == wanted.subject


def _is_about(one: Decision, wanted: Decision, rivals: Collection[str]) -> bool:
    """Whether a decision that was taken back is on what is decided anew."""
    return (one.kind is wanted.kind and one.subject == wanted.subject) or _gives_way(one, wanted, rivals)
