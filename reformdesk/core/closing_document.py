"""A closed round as a document, and what differs between two of them. Pure: no store, no clock.

The document has neither author nor time: two desks that close the same state make the same one. Its
SHA-256 is the digest of the consolidated round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.values import Value
from reformdesk.exchange.documents import SHORT, canonical, digest_of

FORMAT = "reformdesk-closing/1"


class State(StrEnum):
    """How a round stands as to its closings."""

    OPEN = "open"
    CLOSED = "closed"
    CONTESTED = "contested"
    """Two desks closed it apart; it is closed, over what either holds."""
    REOPENED = "reopened"


@dataclass(frozen=True, eq=False)
class Closing:
    """A round as it was closed: ``state`` is :func:`merged.round_state` then, ``covers`` the submissions it holds.

    ``previous`` are the digests of the closings in whose place it comes; several where desks had closed apart.
    """

    round: str
    number: int
    previous: tuple[str, ...]
    state: Mapping[str, Any]
    covers: frozenset[str]

    @cached_property
    def content(self) -> bytes:
        """The document's canonical bytes."""
        return canonical(
            {
                "format": FORMAT,
                "round": self.round,
                "number": self.number,
                "previous": sorted(self.previous),
                "state": self.state,
                "covers": sorted(self.covers),
            }
        )

    @cached_property
    def digest(self) -> str:
        """The SHA-256 (hex) of the document: the digest of the consolidated round."""
        return digest_of(self.content)

    @property
    def code(self) -> str:
        """What people compare of the digest."""
        return self.digest[:SHORT]

    @property
    def issue(self) -> str:
        """The digest of the round's issue that was in force."""
        return str(self.state["issues"][0])

    @property
    def decisions(self) -> frozenset[str]:
        """The decisions that had been made, by id."""
        return frozenset(self.state["decisions"])


def parse(content: bytes) -> Closing:
    """Read a closing document. Raises :class:`ValueError` for anything else."""
    try:
        wire = json.loads(content)
        if wire["format"] != FORMAT:
            raise ValueError(wire["format"])
        return Closing(
            str(wire["round"]),
            int(wire["number"]),
            tuple(wire["previous"]),
            wire["state"],
            frozenset(wire["covers"]),
        )
    except (KeyError, TypeError) as problem:
        raise ValueError("no closing") from problem


@dataclass(frozen=True)
class Figure:
    """A total in a state; ``computed`` is what its shares came to where an officer adjusted it."""

    value: Value
    computed: Value | None
    coverage: str
    entered: int
    provisional: int


@dataclass(frozen=True)
class Counted:
    """The submission that counts for an agency in a state."""

    digest: str
    revision: int
    entered: bool
    provisional: bool


@dataclass(frozen=True)
class TotalChange:
    """A total that is not what it was; ``None`` where the round did not ask for it."""

    indicator: str
    before: Figure | None
    after: Figure | None

    @property
    def is_adjusted_anew(self) -> bool:
        """Whether an officer adjusted it since, otherwise than before, or no more."""
        before, after = (one.value if one and one.computed is not None else None for one in (self.before, self.after))
        return before != after


@dataclass(frozen=True)
class CountedChange:
    """An agency for which another submission counts, or the same one otherwise; ``None`` where none does."""

    agency: str
    before: Counted | None
    after: Counted | None

    @property
    def is_entered_anew(self) -> bool:
        """Whether Home Affairs entered it on behalf now and had not before, or the other way round."""
        return bool(self.before and self.before.entered) != bool(self.after and self.after.entered)


@dataclass(frozen=True)
class Differences:
    """What differs between two states of a round. ``corrected``: another issue is in force."""

    totals: tuple[TotalChange, ...] = ()
    counted: tuple[CountedChange, ...] = ()
    corrected: bool = False

    def __bool__(self) -> bool:
        return bool(self.totals or self.counted or self.corrected)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Differences:
    """Return what differs in figures, coverage, what counts, what was adjusted and what was entered on behalf.

    Both are states of one round; what merely waits in one of them is no difference.
    """
    return differences(
        Stood(figures_in(before), counted_in(before), before["issues"][0]),
        Stood(figures_in(after), counted_in(after), after["issues"][0]),
    )


@dataclass(frozen=True)
class Stood:
    """What a round came to: its figures by indicator, what counted by agency, and the issue in force."""

    figures: Mapping[str, Figure]
    counted: Mapping[str, Counted]
    issue: str


def differences(before: Stood, after: Stood) -> Differences:
    """Return what differs between what a round came to once and another time."""
    then, now = before.figures, after.figures
    had, has = before.counted, after.counted
    return Differences(
        totals=tuple(
            TotalChange(name, then.get(name), now.get(name))
            for name in sorted(then.keys() | now.keys())
            if then.get(name) != now.get(name)
        ),
        counted=tuple(
            CountedChange(agency, had.get(agency), has.get(agency))
            for agency in sorted(had.keys() | has.keys())
            if had.get(agency) != has.get(agency)
        ),
        corrected=before.issue != after.issue,
    )


def figures_in(state: Mapping[str, Any]) -> dict[str, Figure]:
    """Return a state's totals, by indicator."""
    return {
        name: Figure(
            values.from_wire(value),
            None if computed is None else values.from_wire(computed),
            coverage,
            entered,
            provisional,
        )
        for name, (value, computed, coverage, entered, provisional) in state["totals"].items()
    }


def counted_in(state: Mapping[str, Any]) -> dict[str, Counted]:
    """Return what counts in a state, by agency."""
    found: dict[str, Counted] = {}
    for line in state["files"]:
        agency, revision, digest, *_, counts, provisional, _returned, entered, _contested = line
        if counts:
            # one content under two keys counts once, and needs no mark where either key was compared
            others = found.get(agency)
            found[agency] = Counted(
                digest, revision, bool(entered), bool(provisional) and (others is None or others.provisional)
            )
    return found


@dataclass(frozen=True)
class Against:
    """What differs from an earlier closing, with what is needed to print it.

    ``indicators`` has those that changed, as the newer of the two issues has them, and ``agencies`` the names
    of those whose submission did.
    """

    number: int
    digest: str
    differences: Differences
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """What people compare of the digest."""
        return self.digest[:SHORT]


@dataclass(frozen=True)
class ClosingNote:
    """What a report says of a round's closing.

    ``number`` and ``digest`` are those of the last closing, whether it holds (``state``) or was reopened;
    several digests where desks closed apart. ``differs``: the figures are not those of it (any more).
    ``against`` says what is different from what was sent before.
    """

    state: State
    number: int
    digests: tuple[str, ...]
    differs: bool = False
    against: tuple[Against, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """What people compare of the digests."""
        return tuple(digest[:SHORT] for digest in self.digests)

    @property
    def is_as_closed(self) -> bool:
        """Whether the figures are those of the one closing that holds."""
        return self.state is State.CLOSED and not self.differs


def newest(closings: Iterable[Closing]) -> tuple[Closing, ...]:
    """Return the closings that no other comes in the place of, by number and digest."""
    known = tuple(closings)
    replaced = {digest for one in known for digest in one.previous}
    found = (one for one in known if one.digest not in replaced)
    return tuple(sorted(found, key=lambda one: (one.number, one.digest)))
