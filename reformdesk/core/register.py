"""The office's register of agencies over time: who was there on a day, under which name, in which groups.

A register is never changed: :mod:`reformdesk.core.reorganising` makes a new one of it. Spans are half open:
``since`` and ``founded`` are the first day on which it is so, ``until`` and ``dissolved`` the first on which it is
so no more, as the ``on`` of a succession is the first day of the new state. ``None`` is "always" and "not yet".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from reformdesk.core.catalogue import Label
from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.round_layout import EVERYONE
from reformdesk.core.rounds import succession_from_wire
from reformdesk.core.text import fold, free_id
from reformdesk.errors import Refused

FORMAT = "reformdesk-register/1"


@dataclass(frozen=True)
class Group:
    """A group that agencies report in. Without a name of its own it bears the one that the program has for its id."""

    id: str
    name: str = ""
    name_en: str = ""

    @property
    def label(self) -> Label:
        """Its own name, empty where it has none."""
        return Label(self.name, self.name_en)


@dataclass(frozen=True)
class Named:
    """What an agency is called since a day; the first of its names has no day."""

    name: str
    name_en: str = ""
    since: date | None = None

    @property
    def label(self) -> Label:
        """The name in both languages."""
        return Label(self.name, self.name_en)

    @cached_property
    def folded(self) -> str:
        """The name as it is compared with others."""
        return fold(self.name)


@dataclass(frozen=True)
class Membership:
    """That an agency is in a group, from the first day on up to, and not on, the last."""

    group: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is so on a day."""
        return _within(day, self.since, self.until)


@dataclass(frozen=True)
class Entry:
    """One agency through the years. ``id`` never changes; ``names`` are in the order of their days, never empty."""

    id: str
    names: tuple[Named, ...]
    memberships: tuple[Membership, ...] = ()
    contact: str = ""
    founded: date | None = None
    dissolved: date | None = None

    def exists(self, day: date) -> bool:
        """Whether there is this agency on a day."""
        return _within(day, self.founded, self.dissolved)

    def named(self, day: date) -> Named:
        """Return what it is called on a day; before its first name that one, after its end the last."""
        return next((one for one in reversed(self.names) if one.since is None or one.since <= day), self.names[0])

    def at(self, day: date) -> Agency:
        """Return the agency as it is on a day on which there is one."""
        named = self.named(day)
        groups = dict.fromkeys(one.group for one in self.memberships if one.holds(day))
        return Agency(self.id, named.name, tuple(groups), named.name_en, self.contact)


@dataclass(frozen=True)
class Register:
    """The agencies of a province in the office's order, those that are no more among them, and who succeeded whom.

    ``office`` is the id of the agency that is Home Affairs, where that is known: it cannot go.
    """

    groups: tuple[Group, ...] = ()
    entries: tuple[Entry, ...] = ()
    successions: tuple[Succession, ...] = ()
    office: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    def at(self, day: date) -> tuple[Agency, ...]:
        """Return the agencies that there are on a day, as they are then, in the office's order."""
        return tuple(entry.at(day) for entry in self.entries if entry.exists(day))

    def former(self, day: date, present: Collection[str] | None = None) -> tuple[Agency, ...]:
        """Return the agencies that the succession until a day names and that are no more, under their last names.

        ``present`` are the agencies that take part, where that is not everyone who is there.
        """
        there = {entry.id for entry in self.entries if entry.exists(day)} if present is None else set(present)
        named = {one for succession in self.succession_until(day) for one in (succession.before, succession.after)}
        return tuple(entry.at(day) for entry in self.entries if entry.id in named and entry.id not in there)

    def succession_until(self, day: date) -> tuple[Succession, ...]:
        """Return who succeeded whom until a day, that day among it."""
        known = self.by_id
        return tuple(one for one in self.successions if one.on <= day and {one.before, one.after} <= known.keys())

    def days(self) -> tuple[date, ...]:
        """Return the days on which something changes, in order: between two of them nothing does."""
        return tuple(sorted({day for day in self._days() if day is not None}))

    def _days(self) -> Iterator[date | None]:
        for entry in self.entries:
            yield from (entry.founded, entry.dissolved)
            yield from (one.since for one in entry.names)
            yield from (day for one in entry.memberships for day in (one.since, one.until))
        yield from (one.on for one in self.successions)

    def free_id(self, name: str) -> str:
        """Return an id for a new agency: its name's, with a number where that is taken."""
        return free_id(name, self.by_id)

    def wire_at(self, day: date) -> tuple[Mapping[str, Any], ...]:
        """Return the agencies of a day as a round's document carries them."""
        return tuple(agency_to_wire(agency) for agency in self.at(day))

    def former_wire(self, day: date, present: Collection[str] | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return :meth:`former` as a round's document carries them."""
        found = (agency_to_wire(agency) for agency in self.former(day, present))
        return tuple({key: wire[key] for key in ("id", "name", "name_en") if key in wire} for wire in found)

    def succession_wire(self, day: date) -> tuple[Mapping[str, Any], ...]:
        """Return :meth:`succession_until` as a round's document carries it."""
        return tuple(succession_to_wire(one) for one in self.succession_until(day))


def from_agencies(
    agencies: Collection[Mapping[str, Any]],
    former: Collection[Mapping[str, Any]] = (),
    succession: Collection[Mapping[str, Any]] = (),
    office: str = "",
) -> Register:
    """Begin a register with the agencies of one round, in wire form: they have always been there as they are.

    Those that are no more ended as :func:`end_of` says.
    """
    known = tuple(succession_from_wire(wire) for wire in succession)
    entries = [*map(_entry, agencies)]
    there = {entry.id for entry in entries}
    gone = [
        Entry(wire["id"], (_named(wire),), dissolved=end_of(wire["id"], known))
        for wire in former
        if wire["id"] not in there
    ]
    groups = dict.fromkeys((EVERYONE, *(one.group for entry in entries for one in entry.memberships)))
    return Register(tuple(Group(group) for group in groups), (*entries, *gone), known, office)


def end_of(agency: str, known: Collection[Succession]) -> date | None:
    """Return when an agency that is no more ended, as far as the successions that name it tell.

    With the last of its tasks that went over; but it was there on each day on which it took one over.
    """
    given = [one.on for one in known if one.before == agency]
    taken = [one.on + timedelta(days=1) for one in known if one.after == agency and one.on < date.max]
    return max([*given, *taken], default=None)


def _entry(wire: Mapping[str, Any]) -> Entry:
    memberships = tuple(Membership(group) for group in wire["groups"])
    return Entry(wire["id"], (_named(wire),), memberships, wire.get("contact", ""))


def _named(wire: Mapping[str, Any]) -> Named:
    return Named(wire["name"], wire.get("name_en", ""))


def agency_to_wire(agency: Agency) -> dict[str, Any]:
    """Return an agency as a round's document carries it."""
    told = {"name_en": agency.name_en, "contact": agency.contact}
    wire = {"id": agency.id, "name": agency.name, "groups": list(agency.groups)}
    return {**wire, **{key: value for key, value in told.items() if value}}


def succession_to_wire(succession: Succession) -> dict[str, Any]:
    """Return a succession as a round's document carries it."""
    wire: dict[str, Any] = {"from": succession.before, "to": succession.after, "on": succession.on.isoformat()}
    return wire if succession.indicators is None else {**wire, "indicators": sorted(succession.indicators)}


def to_wire(register: Register) -> dict[str, Any]:
    """Return the register in its JSON form."""
    return {
        "format": FORMAT,
        "office": register.office,
        "groups": [_filled(id=one.id, name=one.name, name_en=one.name_en) for one in register.groups],
        "agencies": [_entry_to_wire(entry) for entry in register.entries],
        "succession": [succession_to_wire(one) for one in register.successions],
    }


def _entry_to_wire(entry: Entry) -> dict[str, Any]:
    return {
        **_filled(id=entry.id, contact=entry.contact, founded=entry.founded, dissolved=entry.dissolved),
        "names": [_filled(name=one.name, name_en=one.name_en, since=one.since) for one in entry.names],
        "groups": [_filled(group=one.group, since=one.since, until=one.until) for one in entry.memberships],
    }


def _filled(**given: str | date | None) -> dict[str, str]:
    return {key: value if isinstance(value, str) else value.isoformat() for key, value in given.items() if value}


def from_wire(wire: Mapping[str, Any]) -> Register:
    """Read a register from its JSON form. Raises ``Refused``: ``newer-format``, ``invalid-register``."""
    if not isinstance(wire, Mapping):
        raise Refused("invalid-register", detail="register")
    if wire.get("format") != FORMAT:
        raise Refused("newer-format", where="format")
    try:
        register = Register(
            tuple(Group(one["id"], one.get("name", ""), one.get("name_en", "")) for one in wire["groups"]),
            tuple(_entry_from_wire(one) for one in wire["agencies"]),
            tuple(succession_from_wire(one) for one in wire["succession"]),
            wire.get("office", ""),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise Refused("invalid-register", detail=str(problem)) from problem
    if not all(entry.names for entry in register.entries) or len(register.by_id) != len(register.entries):
        raise Refused("invalid-register", detail="agencies")
    return register


def _entry_from_wire(wire: Mapping[str, Any]) -> Entry:
    return Entry(
        wire["id"],
        tuple(Named(one["name"], one.get("name_en", ""), _day(one.get("since"))) for one in wire["names"]),
        tuple(Membership(one["group"], _day(one.get("since")), _day(one.get("until"))) for one in wire["groups"]),
        wire.get("contact", ""),
        _day(wire.get("founded")),
        _day(wire.get("dissolved")),
    )


def _day(wire: str | None) -> date | None:
    return date.fromisoformat(wire) if wire else None


def _within(day: date, first: date | None, end: date | None) -> bool:
    return (first is None or first <= day) and (end is None or day < end)
