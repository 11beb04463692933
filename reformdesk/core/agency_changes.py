"""What is different between two registers of agencies, as a change note tells it. Pure.

Many that happen alike on one day are told in one line: a level of government that comes to its end is not
a page of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reformdesk.core.catalogue import Label
from reformdesk.core.edition_change import Change, Param, Section, moved
from reformdesk.core.organisation import Succession
from reformdesk.core.register import Entry, Membership, Register


def between(old: Register, new: Register) -> tuple[Change, ...]:
    """Return what is different between two registers."""
    return (
        *_coming_and_going(old, new),
        *_successions(old, new),
        *(change for entry in new.entries for change in _of_an_entry(old, entry)),
        *_groups(old, new),
        *_order(old, new),
    )


def _about(code: str, where: str = "", /, **params: Param) -> Change:
    return Change(Section.AGENCIES, code, tuple(params.items()), agency=where)


def _coming_and_going(old: Register, new: Register) -> Iterator[Change]:
    added = [entry for entry in new.entries if entry.id not in old.by_id]
    yield from _alike("agency-founded", [(entry, entry.founded) for entry in added if entry.founded])
    yield from _alike("agency-added", [(entry, None) for entry in added if not entry.founded])
    for entry in new.entries:
        was = old.by_id.get(entry.id)
        if was is not None and was.founded != entry.founded:
            yield _about("founding-changed", entry.id, agency=name_of(entry), day=_day(entry.founded))
        if was is not None and was.dissolved and not entry.dissolved:
            yield _about("agency-goes-on", entry.id, agency=name_of(entry))
    merged = {one.before for one in new.successions if one not in old.successions and _is_whole(new, one)}
    ended = [
        (entry, entry.dissolved)
        for entry in new.entries
        if entry.dissolved and entry.id not in merged and _dissolved(old, entry.id) != entry.dissolved
    ]
    yield from _alike("agency-dissolved", ended)
    gone = [(entry, None) for entry in old.entries if entry.id not in new.by_id]
    yield from _alike("agency-removed", gone)


def _dissolved(register: Register, agency: str) -> date | None:
    return register.by_id[agency].dissolved if agency in register.by_id else None


def _alike(code: str, found: Sequence[tuple[Entry, date | None]]) -> Iterator[Change]:
    """Yield one change a day and kind: few agencies by name, many as a number with the first names."""
    for day in dict.fromkeys(day for _, day in found):
        entries = [entry for entry, own in found if own == day]
        params: dict[str, Param] = {"agencies": _listed(entries), "day": _day(day)}
        yield _about(code, entries[0].id, **(params if day else {"agencies": params["agencies"]}))


def _listed(entries: Sequence[Entry]) -> tuple[Label, ...]:
    return tuple(name_of(entry) for entry in entries)


def _is_whole(register: Register, one: Succession) -> bool:
    """Whether one agency alone takes over all of another that ends on that day."""
    others = [other for other in register.successions if other.before == one.before and other != one]
    return one.indicators is None and not others and _dissolved(register, one.before) == one.on


def _successions(old: Register, new: Register) -> Iterator[Change]:
    made = [one for one in new.successions if one not in old.successions]
    whole = [one for one in made if _is_whole(new, one)]
    for after, on in dict.fromkeys((one.after, one.on) for one in whole):
        before = [new.by_id[one.before] for one in whole if (one.after, one.on) == (after, on)]
        heir = _name(new, after)
        yield _about("agencies-merged", after, agencies=_listed(before), heir=heir, day=_day(on))
    for one in made:
        if one in whole:
            continue
        params: dict[str, Param] = {"agency": _name(new, one.before), "heir": _name(new, one.after)}
        params |= {"day": _day(one.on)}
        if one.indicators is None:
            yield _about("all-tasks-passed", one.before, **params)
        else:
            yield _about("tasks-passed", one.before, **params, count=len(one.indicators))
    for one in old.successions:
        if one not in new.successions:
            yield _about("succession-removed", one.before, agency=_name(old, one.before), heir=_name(old, one.after))


def _of_an_entry(old: Register, entry: Entry) -> Iterator[Change]:
    was = old.by_id.get(entry.id)
    known = was.names if was else entry.names[:1]
    for named in entry.names:
        if named in known:
            continue
        if named.since is not None:
            before = entry.named(date.fromordinal(named.since.toordinal() - 1)).label
            yield _about("agency-renamed", entry.id, old=before, new=named.label, day=_day(named.since))
        else:
            yield _about("agency-name-mended", entry.id, old=known[0].label, new=named.label)
    if was is None:
        return
    if len(entry.names) < len(was.names):
        yield _about("agency-name-mended", entry.id, old=name_of(was), new=name_of(entry))
    if was.contact != entry.contact:
        yield _about("contact-changed", entry.id, agency=name_of(entry), contact=entry.contact)
    yield from _memberships(was, entry)


def _memberships(was: Entry, entry: Entry) -> Iterator[Change]:
    told = name_of(entry)
    for one in entry.memberships:
        before = next((other for other in was.memberships if _same_start(one, other)), None)
        if before is None:
            yield _about("group-joined", entry.id, agency=told, group=one.group, day=_day(one.since))
        if one.until and (before is None or before.until != one.until):
            yield _about("group-left", entry.id, agency=told, group=one.group, day=_day(one.until))
        elif before is not None and before.until and not one.until:
            yield _about("group-joined", entry.id, agency=told, group=one.group, day=_day(before.until))
    for one in was.memberships:
        if not any(_same_start(one, other) for other in entry.memberships):
            yield _about("group-never", entry.id, agency=told, group=one.group)


def _same_start(one: Membership, other: Membership) -> bool:
    return (one.group, one.since) == (other.group, other.since)


def _groups(old: Register, new: Register) -> Iterator[Change]:
    before = {one.id: one for one in old.groups}
    for one in new.groups:
        if one != before.get(one.id) and (one.name or one.id in before):
            yield _about("group-named", group=one.id, name=one.name)


def _order(old: Register, new: Register) -> Iterator[Change]:
    shifted = moved([one.id for one in old.entries], [one.id for one in new.entries])
    if shifted:
        yield _about("agencies-moved", shifted[0], agencies=_listed([new.by_id[one] for one in shifted]))


def name_of(entry: Entry) -> Label:
    """Return what an agency is called last."""
    return entry.names[-1].label


def _name(register: Register, agency: str) -> Label:
    return name_of(register.by_id[agency]) if agency in register.by_id else Label(agency, agency)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
