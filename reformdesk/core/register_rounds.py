"""What the rounds that were handed out say of the register of agencies: each was right on its last day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.register import Entry, Group, Membership, Named, Register, end_of, from_agencies
from reformdesk.core.rounds import agency_from_wire, succession_from_wire

_Wires = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, eq=False)
class HandedOut:
    """Who took part in a round that ended on ``day``, who was no more, who had succeeded whom; in wire form."""

    day: date
    agencies: _Wires
    former: _Wires = ()
    succession: _Wires = ()


def of_rounds(rounds: Iterable[HandedOut], office: str, register: Register | None = None) -> Register:
    """Return the register that rounds tell of, or what becomes of one by rounds that were handed out since.

    The first of several rounds begins it: its agencies have always been there.
    """
    told = register
    for one in sorted(rounds, key=lambda one: one.day):
        told = from_agencies(one.agencies, one.former, one.succession, office) if told is None else adopt(told, one)
    return told if told is not None else Register(office=office)


def adopt(register: Register, round_: HandedOut) -> Register:
    """Return the register so that it has, on a round's last day, the round's agencies and no others.

    What the register does not know otherwise begins, or ends, on that day: before it nothing changes. What it
    foresees for later stays where it still can be. An agency that comes back counts as never gone.
    """
    agencies = [agency_from_wire(wire) for wire in round_.agencies]
    there = {agency.id for agency in agencies}
    known = [succession_from_wire(wire) for wire in round_.succession]
    new = [one for one in known if one not in register.successions]
    lasts = {one.before: max(other.on for other in new if other.before == one.before) for one in new}
    entries = {
        entry.id: entry if entry.id in there else _ended(entry, lasts.get(entry.id, round_.day), round_.day)
        for entry in register.entries
    }
    for wire in round_.former:
        gone = Entry(wire["id"], (Named(wire["name"], wire.get("name_en", "")),), dissolved=end_of(wire["id"], known))
        entries.setdefault(wire["id"], gone)
    for agency in agencies:
        before = entries.get(agency.id)
        entries[agency.id] = _begun(agency, round_.day, known) if before is None else _as_of(before, agency, round_.day)
    left = tuple(entry for entry in entries.values() if _lasted(entry))
    groups = {one.id for one in register.groups}
    added = dict.fromkeys(group for agency in agencies for group in agency.groups if group not in groups)
    return replace(
        register,
        groups=(*register.groups, *(Group(one) for one in added)),
        entries=_in_order(left, [agency.id for agency in agencies]),
        successions=_possible((*register.successions, *new), left),
    )


def _ended(entry: Entry, last: date, day: date) -> Entry:
    """Return an agency that was not in the round: it ended with the last of its tasks, else on the round's last day."""
    if not entry.exists(day):
        return entry
    return replace(
        entry,
        dissolved=last,
        names=(entry.names[0], *(one for one in entry.names[1:] if one.since is None or one.since < last)),
        memberships=tuple(one for one in entry.memberships if one.since is None or one.since < last),
    )


def _begun(agency: Agency, day: date, known: Sequence[Succession]) -> Entry:
    """Return an agency that the register did not know: it began as it took over from others, else on the last day."""
    first = min((one.on for one in known if one.after == agency.id), default=day)
    memberships = tuple(Membership(group) for group in agency.groups)
    return Entry(agency.id, (Named(agency.name, agency.name_en),), memberships, agency.contact, first)


def _as_of(entry: Entry, agency: Agency, day: date) -> Entry:
    """Return an agency so that on a day it is there as a round has it."""
    if not entry.exists(day):
        begins_later = entry.founded is not None and entry.founded > day
        entry = replace(entry, founded=day) if begins_later else replace(entry, dissolved=None)
    if entry.at(day) == agency:
        return entry
    return replace(
        entry,
        names=_names(entry, Named(agency.name, agency.name_en), day),
        memberships=_memberships(entry, agency.groups, day),
        contact=agency.contact,
    )


def _names(entry: Entry, called: Named, day: date) -> tuple[Named, ...]:
    now = entry.named(day)
    if (now.name, now.name_en) == (called.name, called.name_en):
        return entry.names
    if entry.founded == day:
        return (called, *(one for one in entry.names[1:] if one.since is None or one.since > day))
    before = [one for one in entry.names if one.since is None or one.since < day]
    after = [one for one in entry.names if one.since is not None and one.since > day]
    return (*before, replace(called, since=day), *after)


def _memberships(entry: Entry, groups: Sequence[str], day: date) -> tuple[Membership, ...]:
    """Return the memberships, those of the day in the order of ``groups``; others end, or begin, on that day."""
    there = {one.group: one for one in entry.memberships if one.holds(day)}
    since = None if entry.founded == day else day
    kept = [there.get(group) or Membership(group, since) for group in groups]
    others = [one for one in entry.memberships if not one.holds(day)]
    ended = [
        replace(one, until=day)
        for name, one in there.items()
        if name not in groups and since is not None and (one.since is None or one.since < day)
    ]
    return (*others, *ended, *kept)


def _lasted(entry: Entry) -> bool:
    return entry.founded is None or entry.dissolved is None or entry.founded < entry.dissolved


def _possible(successions: Iterable[Succession], entries: Iterable[Entry]) -> tuple[Succession, ...]:
    """Return the successions whose agencies there still are on their days."""
    by_id = {entry.id: entry for entry in entries}
    return tuple(
        one
        for one in successions
        if one.before in by_id
        and one.after in by_id
        and by_id[one.after].exists(one.on)
        and (by_id[one.before].founded or date.min) < one.on <= (by_id[one.before].dissolved or date.max)
    )


def _in_order(entries: Sequence[Entry], wanted: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries with those of a round in its order; all others keep their places among them."""
    by_id = {entry.id: entry for entry in entries}
    following = iter(wanted)
    placed = set(wanted)
    return tuple(by_id[next(following)] if entry.id in placed else entry for entry in entries)
