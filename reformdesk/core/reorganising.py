"""Changing the register of agencies: each function returns a new register, or says in ``Mendable`` why it cannot.

A register that these functions made of a sound one is sound: it has no :func:`flaws`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.register import Entry, Group, Membership, Named, Register
from reformdesk.core.round_layout import EVERYONE
from reformdesk.core.text import nfc, slug
from reformdesk.errors import Mendable

_MOST_OF_A_NAME = 300


@dataclass(frozen=True, eq=False)
class Flaw:
    """What is wrong with a register: ``problem`` is what refuses a change, ``agency`` the id of whom it is about.

    ``succession`` is the one that cannot be so, where it is one.
    """

    agency: str
    problem: Mendable
    succession: Succession | None = None

    @property
    def said(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.agency, str(self.problem)


def found(register: Register, agency: Agency, on: date | None = None, behind: str = "") -> Register:
    """Let there be a new agency from a day, in its groups and in the one of everybody.

    An empty id becomes :meth:`Register.free_id` of the name. It stands right ``behind`` another agency in the
    office's order, else last. Raises ``Mendable``: ``agency-id-taken``, ``agency-unknown``,
    ``agency-name-missing``, ``agency-name-taken``.
    """
    named = Named(_clean(agency.name), _clean(agency.name_en))
    chosen = agency.id or register.free_id(named.name)
    if chosen in register.by_id:
        raise Mendable("agency-id-taken", agency=chosen)
    groups = dict.fromkeys((EVERYONE, *(slug(group) for group in agency.groups)))
    memberships = tuple(Membership(group) for group in groups)
    entry = Entry(chosen, (named,), memberships, _clean(agency.contact), founded=on)
    grown = replace(_with_groups(register, groups), entries=(*register.entries, entry))
    return _sound(register, place(grown, chosen, behind) if behind else grown)


def rename(register: Register, agency: str, name: str, name_en: str = "", on: date | None = None) -> Register:
    """Let an agency be called otherwise from a day; without a day its last name was misspelt and is mended.

    Raises ``Mendable``: ``agency-unknown``, ``agency-name-missing``, ``agency-name-taken``, ``agency-not-there``.
    """
    entry = _entry(register, agency)
    if on is None:
        names = (*entry.names[:-1], replace(entry.names[-1], name=_clean(name), name_en=_clean(name_en)))
    elif on == entry.founded:
        names = (Named(_clean(name), _clean(name_en)), *entry.names[1:])
    else:
        others = [one for one in entry.names if one.since != on]
        given = Named(_clean(name), _clean(name_en), on)
        names = tuple(sorted([*others, given], key=lambda one: one.since or date.min))
    return _sound(register, _put(register, replace(entry, names=names)))


def merge_into(register: Register, agencies: Sequence[str], into: str, on: date) -> Register:
    """Let agencies go on a day, another takes over all that each of them did.

    Raises ``Mendable``: ``agency-unknown``, ``agency-not-there``, ``succession-itself``, ``succession-twice``,
    ``succession-cycle``, ``office-stays``.
    """
    merged = register
    for agency in agencies:
        merged = _end(_succeed(merged, agency, into, on, None), agency, on)
    return _sound(register, merged)


def split(
    register: Register, agency: str, tasks: Mapping[str, Collection[str] | None], on: date, *, dissolve: bool
) -> Register:
    """Let others take over from an agency on a day, each the tasks that its indicators ask about, ``None`` all.

    With ``dissolve`` the agency is no more from that day; else it goes on with what is left. Raises
    ``Mendable`` as :func:`merge_into` does, and ``succession-empty`` where somebody takes over nothing.
    """
    parted = register
    for after, indicators in tasks.items():
        parted = _succeed(parted, agency, after, on, indicators)
    return _sound(register, _end(parted, agency, on) if dissolve else parted)


def dissolve(register: Register, agency: str, on: date) -> Register:
    """Let an agency be no more from a day, and nobody succeed it.

    Raises ``Mendable``: ``agency-unknown``, ``agency-not-there``, ``agency-ends-first``, ``office-stays``.
    """
    return _sound(register, _end(register, agency, on))


def join_group(register: Register, agency: str, group: str, on: date | None = None) -> Register:
    """Let an agency be in a group from a day on. Raises ``Mendable``: ``agency-unknown``, ``agency-not-there``."""
    entry, wanted = _entry(register, agency), slug(group)
    before = _before(entry, wanted, on)
    if before and before[-1].until in (None, on):
        joined = (*before[:-1], replace(before[-1], until=None))
    else:
        joined = (*before, Membership(wanted, on))
    grown = _with_groups(register, (wanted,))
    return _sound(register, _put(grown, _in_group(entry, wanted, joined)))


def leave_group(register: Register, agency: str, group: str, on: date | None = None) -> Register:
    """Let an agency be in a group no more from a day on; without a day it never was.

    Raises ``Mendable``: ``agency-unknown``, ``group-of-everyone``.
    """
    entry, wanted = _entry(register, agency), slug(group)
    if wanted == EVERYONE:
        raise Mendable("group-of-everyone", agency=entry.names[-1].name)
    before = _before(entry, wanted, on)
    left = tuple(replace(one, until=on) if on and one.until is None else one for one in before)
    return _sound(register, _put(register, _in_group(entry, wanted, left)))


def set_contact(register: Register, agency: str, contact: str) -> Register:
    """Note whom to call at an agency. Raises ``Mendable('agency-unknown')``."""
    return _put(register, replace(_entry(register, agency), contact=_clean(contact)))


def place(register: Register, agency: str, behind: str = "") -> Register:
    """Let an agency stand right behind another in the office's order, else first. Raises ``agency-unknown``."""
    entry = _entry(register, agency)
    rest = [one for one in register.entries if one.id != agency]
    at = rest.index(_entry(register, behind)) + 1 if behind and behind != agency else 0
    return replace(register, entries=(*rest[:at], entry, *rest[at:]))


def name_group(register: Register, group: str, name: str, name_en: str = "") -> Register:
    """Give a group a name of its own; the group is new where there was none."""
    wanted = slug(group)
    grown = _with_groups(register, (wanted,))
    named = Group(wanted, _clean(name), _clean(name_en))
    return replace(grown, groups=tuple(named if one.id == wanted else one for one in grown.groups))


def _clean(text: str) -> str:
    return " ".join(nfc(text).split())[:_MOST_OF_A_NAME]


def _entry(register: Register, agency: str) -> Entry:
    if agency not in register.by_id:
        raise Mendable("agency-unknown", agency=agency)
    return register.by_id[agency]


def _put(register: Register, entry: Entry) -> Register:
    return replace(register, entries=tuple(entry if one.id == entry.id else one for one in register.entries))


def _with_groups(register: Register, groups: Iterable[str]) -> Register:
    known = {one.id for one in register.groups}
    return replace(register, groups=(*register.groups, *(Group(one) for one in groups if one not in known)))


def _before(entry: Entry, group: str, on: date | None) -> tuple[Membership, ...]:
    """Return an agency's memberships in a group that began before a day, as they went on then."""
    if on is None:
        return ()
    began = [one for one in entry.memberships if one.group == group and (one.since is None or one.since < on)]
    return tuple(replace(one, until=None) if one.until and one.until >= on else one for one in began)


def _in_group(entry: Entry, group: str, memberships: tuple[Membership, ...]) -> Entry:
    """Give an agency other memberships in a group, where its old ones stood: what it is foremost is not its last."""
    place = next((at for at, one in enumerate(entry.memberships) if one.group == group), len(entry.memberships))
    above = entry.memberships[:place]
    below = tuple(one for one in entry.memberships[place:] if one.group != group)
    return replace(entry, memberships=(*above, *memberships, *below))


def _end(register: Register, agency: str, on: date) -> Register:
    entry = _entry(register, agency)
    if not entry.exists(on):
        raise Mendable("agency-not-there", agency=entry.named(on).name, day=_said(on))
    return _put(register, replace(entry, dissolved=on))


def _succeed(register: Register, before: str, after: str, on: date, indicators: Collection[str] | None) -> Register:
    _entry(register, before)
    _entry(register, after)
    if indicators is not None and not indicators:
        raise Mendable("succession-empty", agency=_entry(register, after).named(on).name)
    made = Succession(before, after, on, None if indicators is None else frozenset(indicators))
    return replace(register, successions=(*register.successions, made))


def _day_before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _sound(before: Register, after: Register) -> Register:
    """Return a changed register; raise the first flaw that it has and that was not there before."""
    found_now = flaws(after)
    if found_now:
        known = {flaw.said for flaw in flaws(before)}
        for flaw in found_now:
            if flaw.said not in known:
                raise flaw.problem
    return after


def flaws(register: Register) -> tuple[Flaw, ...]:
    """Return all that is wrong with a register: agencies by themselves, among each other, then their succession."""
    return (
        *(flaw for entry in register.entries for flaw in _of_entry(register, entry)),
        *_shared_names(register),
        *_without_office(register),
        *(flaw for one in register.successions for flaw in _of_succession(register, one)),
        *_repeated(register),
        *_circles(register),
    )


def _of_entry(register: Register, entry: Entry) -> Iterator[Flaw]:
    name = entry.names[-1].name
    if not all(one.name for one in entry.names):
        yield Flaw(entry.id, Mendable("agency-name-missing"))
    if entry.founded and entry.dissolved and entry.dissolved <= entry.founded:
        yield Flaw(entry.id, Mendable("agency-ends-first", agency=name, day=_said(entry.dissolved)))
    if entry.id == register.office and (entry.founded or entry.dissolved):
        yield Flaw(entry.id, Mendable("office-stays"))
    begun = {*(one.since for one in entry.names), *(one.since for one in entry.memberships)}
    for day in sorted(day for day in begun if day is not None):
        if not entry.exists(day):
            yield Flaw(entry.id, Mendable("agency-not-there", agency=name, day=_said(day)))


def _without_office(register: Register) -> Iterator[Flaw]:
    if register.office and register.office not in register.by_id:
        yield Flaw(register.office, Mendable("office-stays"))


def _shared_names(register: Register) -> Iterator[Flaw]:
    """Yield agencies that bear another's name while that bears it."""
    borne: dict[str, list[tuple[date, date, str]]] = {}
    for entry in register.entries:
        ends = (*(one.since or date.min for one in entry.names[1:]), date.max)
        for this, changed in zip(entry.names, ends, strict=True):
            first = max(this.since or date.min, entry.founded or date.min)
            end = min(changed, entry.dissolved or date.max)
            if first >= end:
                continue
            others = borne.setdefault(this.folded, [])
            if any(first < until and since < end for since, until, owner in others if owner != entry.id):
                yield Flaw(entry.id, Mendable("agency-name-taken", agency=this.name))
            others.append((first, end, entry.id))


def _of_succession(register: Register, succession: Succession) -> Iterator[Flaw]:
    before, after, on = succession.before, succession.after, succession.on
    unknown = [one for one in (before, after) if one not in register.by_id]
    if unknown:
        yield Flaw(unknown[0], Mendable("agency-unknown", agency=unknown[0]))
        return
    if before == after:
        yield Flaw(before, Mendable("succession-itself", agency=register.by_id[before].named(on).name))
    for agency, day in ((before, _day_before(on)), (after, on)):
        entry = register.by_id[agency]
        if not entry.exists(day):
            missing = Mendable("agency-not-there", agency=entry.named(day).name, day=_said(day))
            yield Flaw(agency, missing, succession)


def _repeated(register: Register) -> Iterator[Flaw]:
    """Yield successions that say twice of one task, which did not come back between, that it went to another agency."""
    known: dict[tuple[str, str], list[Succession]] = {}
    for one in register.successions:
        others = known.setdefault((one.before, one.after), [])
        if any(one.shares_tasks(other) and not _came_back(register, one, other) for other in others):
            before, after = _name(register, one.before), _name(register, one.after)
            yield Flaw(one.before, Mendable("succession-twice", agency=before, after=after))
        others.append(one)


def _came_back(register: Register, one: Succession, other: Succession) -> bool:
    """Whether a task that two successions of the same agencies name went back between them to who hands it over."""
    first, last = sorted((one.on, other.on))
    return any(
        back.after == one.before and first < back.on <= last and back.shares_tasks(one) and back.shares_tasks(other)
        for back in register.successions
    )


def _circles(register: Register) -> Iterator[Flaw]:
    """Yield agencies that would succeed themselves, over others, in one and the same task and on one day.

    What comes back on a later day is no circle: the task was handed over and is handed back.
    """
    told: set[frozenset[str]] = set()
    days = dict.fromkeys(one.on for one in register.successions)
    of_a_day = [[one for one in register.successions if one.on == day] for day in days]
    for successions, alike in ((those, alike) for those in of_a_day for alike in _tasks_alike(those)):
        heirs: dict[str, list[str]] = {}
        for place, one in enumerate(successions):
            if one.before != one.after and (one.indicators is None or place in alike):
                heirs.setdefault(one.before, []).append(one.after)
        circle = _circle(heirs)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(_name(register, agency) for agency in (*circle, circle[0]))
            yield Flaw(circle[0], Mendable("succession-cycle", agencies=names))


def _tasks_alike(successions: Sequence[Succession]) -> tuple[frozenset[int], ...]:
    """Return which successions name a task, by their places; tasks that the same ones name go the same ways."""
    naming: dict[str, set[int]] = {}
    for place, one in enumerate(successions):
        for task in one.indicators or ():
            naming.setdefault(task, set()).add(place)
    return tuple(dict.fromkeys((frozenset[int](), *(frozenset(naming[task]) for task in sorted(naming)))))


def _circle(heirs: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the agencies of one circle, each before its heir; none where no chain comes back to its start."""
    done: set[str] = set()
    for start in heirs:
        path: list[str] = []
        ways = [iter((start,))]
        while ways:
            agency = next(ways[-1], None)
            if agency is None:
                ways.pop()
                if path:
                    done.add(path.pop())
            elif agency in path:
                return tuple(path[path.index(agency) :])
            elif agency not in done:
                path.append(agency)
                ways.append(iter(heirs.get(agency, ())))
    return ()


def _name(register: Register, agency: str) -> str:
    entry = register.by_id.get(agency)
    return entry.names[-1].name if entry else agency
