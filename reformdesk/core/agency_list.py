"""A list of agencies laid over a register: who there is since when, in which groups, and who took over from whom.

What the list does not name stays as it is: no agency ever goes because a list leaves it out. A row says how an
agency has been since its day; what was before that day stays too. A blank cell leaves what is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from reformdesk.core import listed_rows, reorganising
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.list_headings import AGENCY_COLUMNS, SUCCESSION_COLUMNS
from reformdesk.core.listed_names import Names, own_groups
from reformdesk.core.listed_rows import Line, ListSheet, Problem, day_in
from reformdesk.core.organisation import Succession
from reformdesk.core.register import Entry, Group, Membership, Named, Register
from reformdesk.core.reorganising import Flaw
from reformdesk.core.reporting_names import ALL, joined
from reformdesk.core.text import fold, free_id, nfc, slug
from reformdesk.core.ways import shortest

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_OF_AN_ID, _MOST_OF_A_NAME, _MOST_AGENCIES = 80, 300, 5000


@dataclass(frozen=True)
class AgencyList:
    """The register as a list leaves it, and what is wrong with the list; with an error nothing was taken."""

    register: Register
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether the list has an error."""
        return any(one.blocks for one in self.problems)


@dataclass(frozen=True)
class _Span:
    """How an agency is in a span of days: ``end`` is the first on which it is so no more."""

    line: Line
    id: str
    name: str
    name_en: str
    groups: tuple[str, ...]
    since: date | None
    end: date | None

    @property
    def first(self) -> date:
        return self.since or date.min


def read(sheets: Sequence[ListSheet], register: Register, catalogue: Catalogue) -> AgencyList:
    """Lay the lists in a workbook over a register; ``catalogue`` has the indicators that a succession may name."""
    agencies, successions = listed_rows.read(sheets, AGENCY_COLUMNS, SUCCESSION_COLUMNS)
    reading = _Reading(register, [*agencies.problems, *successions.problems])
    reading.take_agencies(agencies.lines)
    reading.take_successions(agencies.lines, successions.lines, catalogue)
    reading.judge()
    problems = tuple(dict.fromkeys(reading.problems))
    found = AgencyList(reading.made, problems)
    return replace(found, register=register) if found.is_refused else found


@dataclass
class _Reading:
    """A list while it is laid over the register ``old``; ``made`` is how far it got."""

    old: Register
    problems: list[Problem]
    made: Register = field(default_factory=Register)
    _lines: dict[str, Line] = field(default_factory=dict)
    _handed: list[tuple[Line, Succession]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.made = self.old

    def take_agencies(self, lines: Sequence[Line]) -> None:
        """Lay the rows of agencies over the register."""
        names = Names(self.old)
        taken = {line.text("id") for line in lines} | self.old.by_id.keys()
        spans: dict[str, list[_Span]] = {}
        chosen: dict[str, str] = {}
        for line in lines[:_MOST_AGENCIES]:
            span = self._span(line, names, chosen, taken)
            if span is not None:
                spans.setdefault(span.id, []).append(span)
        if len(lines) > _MOST_AGENCIES:
            self.problems.append(lines[_MOST_AGENCIES].problem("list-cut"))
        fitted = {agency: self._in_order(given) for agency, given in spans.items()}
        used = {one.group for entry in self.old.entries for one in entry.memberships}
        used |= {group for given in fitted.values() for span in given for group in span.groups}
        behind = ""
        for agency, given in fitted.items():
            self._lines[agency] = given[0].line
            self._put(_entry(self.old.by_id.get(agency), given, used), behind)
            behind = agency
        self._add_groups(names)

    def _span(self, line: Line, names: Names, chosen: dict[str, str], taken: set[str]) -> _Span | None:
        name = nfc(line.text("name"))
        if not name:
            self.problems.append(line.problem("list-name-missing", "name"))
            return None
        if len(name) > _MOST_OF_A_NAME:
            self.problems.append(line.problem("list-too-long", "name", text=name[:60]))
        agency = self._id(line, name, names, chosen, taken)
        since, until = (day_in(line, key, self.problems.append) for key in ("since", "until"))
        if since and until and until < since:
            self.problems.append(line.problem("list-ends-first", "until", text=line.text("until")))
        groups = tuple(dict.fromkeys(self._groups(line, names)))
        if not line.text("group") and agency not in self.old.by_id:
            self.problems.append(line.problem("list-group-missing", "group", name=name))
        end = until + timedelta(days=1) if until and until < date.max else None
        return _Span(line, agency, name, nfc(line.text("name_en")), groups, since, end)

    def _id(self, line: Line, name: str, names: Names, chosen: dict[str, str], taken: set[str]) -> str:
        given = line.text("id")
        if given and (not _ID.fullmatch(given) or len(given) > _MOST_OF_AN_ID):
            self.problems.append(line.problem("list-id-unfit", "id", text=given))
        if given:
            return given
        if fold(name) not in chosen:
            chosen[fold(name)] = names.agency(name) or free_id(name, taken)
            taken.add(chosen[fold(name)])
        return chosen[fold(name)]

    def _groups(self, line: Line, names: Names) -> Iterator[str]:
        for text in line.texts("group"):
            group = names.group(text)
            near = "" if group else names.near_group(text)
            if near:
                self.problems.append(line.problem("list-group-unknown", "group", text=text, near=near))
            elif not group:
                self.problems.append(line.notice("list-group-new", "group", text=text))
                group = slug(text)
            if group and group != ALL:
                yield group

    def _in_order(self, spans: Sequence[_Span]) -> list[_Span]:
        """Return an agency's spans in the order of their days, each up to the next; what does not fit is told."""
        ordered = sorted(spans, key=lambda one: one.first)
        fitted = []
        for span, following in pairwise((*ordered, None)):
            if span is None:
                continue
            if following is None:
                fitted.append(span)
                continue
            first, later = sorted((span, following), key=lambda one: (one.line.sheet, one.line.row))
            if following.since is None or following.first == span.first or (span.end and following.first < span.end):
                self.problems.append(
                    later.line.problem("list-agency-twice", "name", name=later.name, row=first.line.row)
                )
            elif span.end and span.end < following.first:
                self.problems.append(later.line.problem("list-days-between", "since", name=later.name))
            fitted.append(replace(span, end=following.since))
        return fitted

    def _put(self, entry: Entry, behind: str) -> None:
        """Put an agency in its place: one that is new stands behind the one that the list has before it."""
        entries = self.made.entries
        if entry.id in self.made.by_id:
            entries = tuple(entry if one.id == entry.id else one for one in entries)
        else:
            at = next((place for place, one in enumerate(entries, 1) if one.id == behind), len(entries))
            entries = (*entries[:at], entry, *entries[at:])
        self.made = replace(self.made, entries=entries)

    def _add_groups(self, names: Names) -> None:
        known = {one.id for one in self.made.groups}
        used = dict.fromkeys(one.group for entry in self.made.entries for one in entry.memberships)
        texts = {slug(text): text for line in self._lines.values() for text in line.texts("group")}
        new = (
            Group(group, "" if group in names.group_ids else texts.get(group, ""))
            for group in used
            if group not in known
        )
        self.made = replace(self.made, groups=(*self.made.groups, *new))

    def take_successions(self, agencies: Sequence[Line], lines: Sequence[Line], catalogue: Catalogue) -> None:
        """Add who took over from whom, as the agencies' own rows and those of the succession say."""
        names = Names(self.made)
        for line in agencies:
            self._handed += ((line, one) for one in self._whole(line, names))
        for line in lines:
            made = self._parted(line, names, catalogue)
            if made is not None:
                self._handed.append((line, made))
        # what is said of single tasks is more exact than what is said of all
        told = {_between(one): one for _, one in self._handed}
        self._tell_repeated(lines)
        kept = [told.pop(_between(one), one) for one in self.made.successions]
        self.made = replace(self.made, successions=(*kept, *told.values()))

    def _whole(self, line: Line, names: Names) -> Iterator[Succession]:
        texts = line.texts("successor")
        if not texts:
            return
        until = day_in(line, "until", lambda _: None)
        before = line.text("id") or names.agency(nfc(line.text("name")))
        if until is None and not line.text("until"):
            self.problems.append(line.problem("list-successor-without-end", "successor", name=line.text("name")))
        for text in texts:
            after = self._agency(line, "successor", text, names)
            if before and after and until is not None and until < date.max:
                yield Succession(before, after, until + timedelta(days=1))

    def _parted(self, line: Line, names: Names, catalogue: Catalogue) -> Succession | None:
        for key in ("before", "after", "on"):
            if line.lacks(key):
                self.problems.append(line.problem("list-cell-missing", key))
        before, after = (self._agency(line, key, line.text(key), names) for key in ("before", "after"))
        on = day_in(line, "on", self.problems.append)
        indicators = frozenset(self._indicators(line, catalogue))
        if not (before and after and on):
            return None
        return Succession(before, after, on, indicators if line.text("indicators") else None)

    def _agency(self, line: Line, key: str, text: str, names: Names) -> str:
        agency = names.agency(nfc(text)) if text else ""
        if text and not agency:
            near = names.near_agency(text)
            code = "list-agency-near" if near else "list-agency-unknown"
            self.problems.append(line.problem(code, key, text=text, **({"near": near} if near else {})))
        return agency

    def _indicators(self, line: Line, catalogue: Catalogue) -> Iterator[str]:
        named: dict[str, list[str]] = {}
        for one in catalogue.indicators.values():
            named.setdefault(fold(one.name.vi), []).append(one.id)
        for text in line.texts("indicators"):
            meant = [text] if text in catalogue.indicators else named.get(fold(text), [])
            if len(meant) == 1:
                yield meant[0]
            else:
                code = "list-indicator-several" if meant else "list-indicator-unknown"
                self.problems.append(line.problem(code, "indicators", text=text))

    def _tell_repeated(self, lines: Sequence[Line]) -> None:
        rows: dict[tuple[str, str, date], Line] = {}
        for line, one in self._handed:
            first = rows.setdefault(_between(one), line)
            if first is not line and first in lines:
                self.problems.append(line.problem("list-succession-twice", "before", row=first.row))

    def judge(self) -> None:
        """Tell what the register would have wrong that it had not before, each at the row that it comes from."""
        known = {flaw.said for flaw in reorganising.flaws(self.old)}
        flaws = tuple(reorganising.flaws(self.made))
        turns = any(flaw.problem.code == "succession-cycle" for flaw in flaws)
        circles = list(self._circles()) if turns else []
        self.problems += circles
        for flaw in flaws:
            is_told = flaw.said in known or (flaw.problem.code == "succession-cycle" and circles)
            line = self._line_of(flaw)
            if line is not None and not is_told:
                self.problems.append(line.problem(flaw.problem.code, **flaw.problem.params))

    def _line_of(self, flaw: Flaw) -> Line | None:
        saying = (line for line, one in self._handed if one == flaw.succession)
        naming = (line for line, one in self._handed if flaw.agency in (one.before, one.after))
        return next(saying, None) or self._lines.get(flaw.agency) or next(naming, None)

    def _circles(self) -> Iterator[Problem]:
        """Tell every row by which an agency would come to succeed itself in one and the same task, on its day."""
        for line, one in self._handed:
            heirs: dict[str, list[str]] = {}
            for other in self.made.successions:
                if one.on == other.on and one.shares_tasks(other) and other.before != other.after:
                    heirs.setdefault(other.before, []).append(other.after)
            way = shortest(one.after, one.before, heirs) if one.before != one.after else ()
            if way:
                names = " → ".join(self.made.by_id[agency].names[-1].name for agency in (one.before, *way))
                yield line.problem("succession-cycle", agencies=names)


def _between(succession: Succession) -> tuple[str, str, date]:
    return succession.before, succession.after, succession.on


def _entry(old: Entry | None, spans: Sequence[_Span], used: Collection[str]) -> Entry:
    """Return an agency as its rows say it; what was before the first one's day stays."""
    first, last = spans[0], spans[-1]
    if old is None:
        old = Entry(first.id, (Named(first.name, first.name_en),), (Membership(ALL),), founded=first.since)
    stays = first.first > (old.founded or date.min)
    return replace(
        old,
        names=_names(old, spans, stays=stays),
        memberships=_memberships(old, spans, used, stays=stays),
        contact=next((text for span in reversed(spans) if (text := nfc(span.line.text("contact")))), old.contact),
        founded=old.founded if stays or first.since is None else first.since,
        dissolved=last.end or old.dissolved,
    )


def _names(old: Entry, spans: Sequence[_Span], *, stays: bool) -> tuple[Named, ...]:
    names = [one for one in old.names if stays and (one.since is None or one.since < spans[0].first)]
    for span in spans:
        english = span.name_en or next((one.name_en for one in old.names if one.name == span.name), "")
        if not names or (names[-1].name, names[-1].name_en) != (span.name, english):
            names.append(Named(span.name, english, span.since if names else None))
    return tuple(names)


def _memberships(old: Entry, spans: Sequence[_Span], used: Collection[str], *, stays: bool) -> tuple[Membership, ...]:
    """Return the groups over time; those of an agency that the list has in its groups stay as they are."""
    own = own_groups(used)
    as_known = (not span.groups or set(span.groups) == shown_groups(old, span.first, own) for span in spans)
    if all(as_known):
        return old.memberships
    begins = spans[0].since if stays else None
    found = [_ended(one, begins) for one in old.memberships if begins and (one.since is None or one.since < begins)]
    for span in spans:
        groups = span.groups or tuple(shown_groups(old, span.first, own))
        wanted = dict.fromkeys((ALL, *groups, *(pair for group in groups for pair in _pairs(group, used))))
        since = span.since if found else None
        end = span.end if span is not spans[-1] else None
        for group in wanted:
            going = next((place for place, one in enumerate(found) if one.group == group and one.until == since), None)
            if going is None or since is None:
                found.append(Membership(group, since, end))
            else:
                found[going] = replace(found[going], until=end)
    return tuple(found)


def _pairs(group: str, used: Collection[str]) -> tuple[str, ...]:
    """Return the groups in use that take a group and another one together."""
    return tuple(sorted(pair for other in used if (pair := joined((group, other))) in used))


def _ended(one: Membership, day: date | None) -> Membership:
    return replace(one, until=day) if one.until is None or (day and one.until > day) else one


def shown_groups(entry: Entry, day: date, own: frozenset[str]) -> set[str]:
    """Return the groups that a list names for an agency on a day: not everyone's, nor several taken together."""
    return {one.group for one in entry.memberships if one.holds(day) and one.group in own}
