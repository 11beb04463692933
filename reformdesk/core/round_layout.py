"""Laying a round out: which agencies take part, who reports what, what is still wrong with it.

Agencies and indicator set stay in the form in which a round file carries them; every function returns
a new layout.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Catalogue, Consolidation, Kind, Reporter
from reformdesk.core.organisation import Agency, reporting
from reformdesk.core.rounds import agency_from_wire
from reformdesk.core.text import fold, free_id, nfc, slug
from reformdesk.errors import Mendable

EVERYONE = "all"
"""The group that every agency is in."""

_MOST_OF_A_NAME = 300
SHARED = {
    Kind.COUNT: Consolidation.SUM,
    Kind.DECIMAL: Consolidation.SUM,
    Kind.PERCENT: Consolidation.MEAN,
    Kind.RATE_OR_BLOCKS: Consolidation.MEAN,
    Kind.MARK: Consolidation.ANY,
    Kind.TEXT: Consolidation.ANY,
}
"""How the shares of several agencies become one figure, where one agency alone reported before."""


@dataclass(frozen=True, eq=False)
class Layout:
    """Who takes part and what is asked: ``agencies`` and ``source`` in wire form, in the office's order."""

    agencies: tuple[Mapping[str, Any], ...]
    source: Mapping[str, Any]

    @cached_property
    def catalogue(self) -> Catalogue:
        """The indicator set."""
        return catalogue_reading.parse(self.source)

    @cached_property
    def members(self) -> tuple[Agency, ...]:
        """The agencies."""
        return tuple(agency_from_wire(wire) for wire in self.agencies)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups that agencies are in, :data:`EVERYONE` first."""
        found = dict.fromkeys(group for agency in self.members for group in agency.groups)
        return tuple(sorted(found, key=lambda group: group != EVERYONE))

    def owing(self, indicator: str) -> tuple[Agency, ...]:
        """Return who reports an indicator."""
        return reporting(self.members, self.catalogue.indicators[indicator].reporter)

    def assigned(self, areas: Collection[str]) -> Mapping[str, int]:
        """Return how many indicators of some areas each agency owes."""
        area_of, computed = self.catalogue.area_of, self.catalogue.rates
        asked = [name for name in self.catalogue.order if area_of[name] in areas and name not in computed]
        counts = dict.fromkeys((agency.id for agency in self.members), 0)
        for name in asked:
            for agency in self.owing(name):
                counts[agency.id] += 1
        return counts

    def unreported(self, areas: Collection[str]) -> tuple[str, ...]:
        """Return the indicators of some areas that nobody reports, in printed order."""
        area_of = self.catalogue.area_of
        return tuple(name for name in self.catalogue.order if area_of[name] in areas and not self.owing(name))

    def alone(self, agency: str) -> tuple[str, ...]:
        """Return the indicators that name one agency as their reporter."""
        wanted = Reporter(agency=agency)
        return tuple(name for name in self.catalogue.order if self.catalogue.indicators[name].reporter == wanted)


def join(layout: Layout, name: str, groups: Sequence[str], name_en: str = "", contact: str = "") -> Layout:
    """Let an agency take part, last in the order. Raises ``Mendable``: ``agency-name-missing``, ``agency-twice``."""
    wire = _wire(layout, "", name, groups, name_en, contact)
    taken = {one["id"] for one in layout.agencies}
    return replace(layout, agencies=(*layout.agencies, {"id": free_id(wire["name"], taken), **wire}))


def change(
    layout: Layout, agency: str, name: str, groups: Sequence[str], name_en: str = "", contact: str = ""
) -> Layout:
    """Give an agency another name, other groups, another contact; its id stays. Raises as :func:`join` does."""
    wire = _wire(layout, agency, name, groups, name_en, contact)
    changed = tuple({"id": agency, **wire} if one["id"] == agency else one for one in layout.agencies)
    return replace(layout, agencies=changed)


def leave(layout: Layout, agency: str, office: str, successor: str = "") -> Layout:
    """Let an agency take no part; ``successor`` stands in for it where it alone reported.

    Raises ``Mendable('office-cannot-leave')``: the office's own agency opens the round.
    """
    if agency == office:
        raise Mendable("office-cannot-leave")
    if successor:
        layout = assign(layout, layout.alone(agency), Reporter(agency=successor))
    return replace(layout, agencies=tuple(one for one in layout.agencies if one["id"] != agency))


def assign(layout: Layout, indicators: Collection[str], reporter: Reporter) -> Layout:
    """Let an agency or a group report indicators from now on; a rate and what it is computed from go together."""
    indicators = _together(layout.catalogue, indicators)
    wire = {"group": reporter.group} if reporter.group else {"agency": reporter.agency}
    source = {
        **layout.source,
        "indicators": [
            _assigned(item, wire) if item["id"] in indicators else item for item in layout.source["indicators"]
        ],
    }
    return replace(layout, source=source)


def _together(catalogue: Catalogue, indicators: Collection[str]) -> frozenset[str]:
    """Return indicators with all that the same agencies must report, since a rate is computed from them."""
    found = frozenset(indicators)
    for name, rate in catalogue.rates.items():
        tied = {name, *rate.parts}
        if tied & found and tied - found:
            # a part may be that of another rate as well
            return _together(catalogue, found | tied)
    return found


def _assigned(item: Mapping[str, Any], reporter: Mapping[str, str]) -> dict[str, Any]:
    """Return an indicator with another reporter; several agencies' shares must become one figure."""
    consolidation = item["consolidation"]
    if "group" in reporter and consolidation == Consolidation.SOLE:
        consolidation = SHARED[Kind(item["kind"])].value
    return {**item, "reporter": dict(reporter), "consolidation": consolidation, "reporter_from": "assumed"}


def _wire(layout: Layout, own: str, name: str, groups: Sequence[str], name_en: str, contact: str) -> dict[str, Any]:
    named, english, told = (" ".join(nfc(text).split())[:_MOST_OF_A_NAME] for text in (name, name_en, contact))
    if not named:
        raise Mendable("agency-name-missing")
    if any(fold(one["name"]) == fold(named) and one["id"] != own for one in layout.agencies):
        raise Mendable("agency-twice", agency=named)
    made = {"name": named, "groups": list(dict.fromkeys((EVERYONE, *(slug(group) for group in groups))))}
    return {**made, **({"name_en": english} if english else {}), **({"contact": told} if told else {})}


class Trouble(StrEnum):
    """What is wrong with a round as it is laid out."""

    NO_TITLE = "no-title"
    NO_AREA = "no-area"
    SPAN = "span"
    KNOWN = "known"
    NOBODY = "nobody"
    UNREPORTED = "unreported"
    CUT_OFF = "cut-off"
    PASSED = "passed"

    @property
    def blocks(self) -> bool:
        """Whether the round cannot be opened so; the others are only worth a look."""
        return self in (Trouble.NO_TITLE, Trouble.NO_AREA, Trouble.SPAN, Trouble.KNOWN, Trouble.NOBODY)


@dataclass(frozen=True)
class Asked:
    """What of a round's plan is looked at beside its layout."""

    id: str
    title: str
    starts: date
    ends: date
    deadline: date
    cut_off: Mapping[str, date]


def troubles(asked: Asked, layout: Layout, known: Collection[str], today: date) -> tuple[Trouble, ...]:
    """Return what is wrong, the worst first; ``known`` are the ids of the rounds that there are."""
    areas = asked.cut_off.keys()
    counts = layout.assigned(areas)
    found = {
        Trouble.NO_TITLE: not asked.title.strip(),
        Trouble.NO_AREA: not areas,
        Trouble.SPAN: asked.ends < asked.starts,
        Trouble.KNOWN: asked.id in known,
        Trouble.NOBODY: bool(areas) and not any(counts.values()),
        Trouble.UNREPORTED: bool(layout.unreported(areas)),
        Trouble.CUT_OFF: any(day > asked.deadline for day in asked.cut_off.values()),
        Trouble.PASSED: asked.deadline < today,
    }
    return tuple(trouble for trouble, is_so in found.items() if is_so)
