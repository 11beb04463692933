"""A reorganisation as the steps of a draft that it takes, and what it would do to who owes what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reformdesk.core.agency_edits import (
    DissolveAgency,
    FoundAgency,
    MergeAgencies,
    RenameAgency,
    SplitAgency,
    Task,
    assignments,
)
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import Several, apply
from reformdesk.core.organisation import Agency, reporting
from reformdesk.core.register import Register

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class NewAgency:
    """An agency that begins with the reorganisation."""

    name: str
    name_en: str = ""


@dataclass(frozen=True)
class Owing:
    """How many indicators an agency owes on the day without the reorganisation and with it; ``None``: not there."""

    agency: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Preview:
    """Whom a reorganisation touches, in the office's order, and which indicators nobody would report then."""

    owing: tuple[Owing, ...]
    unreported: tuple[str, ...]
    register: Register


def owed(catalogue: Catalogue, agencies: Sequence[Agency]) -> dict[str, tuple[str, ...]]:
    """Return by agency what it owes, in printed order; a rate that is computed is owed by nobody."""
    found: dict[str, list[str]] = {agency.id: [] for agency in agencies}
    for name in catalogue.order:
        indicator = catalogue.indicators.get(name)
        if indicator is not None and indicator.rate is None:
            for agency in reporting(agencies, indicator.reporter):
                found[agency.id].append(name)
    return {agency: tuple(names) for agency, names in found.items()}


def merge(edition: Edition, agencies: Sequence[str], into: str | NewAgency, on: date) -> Several:
    """Let agencies go into another one, which reports what each of them alone reported."""
    steps, name = _founding(edition, into, agencies, on)
    step = MergeAgencies(tuple(agencies), name, on)
    return Several((*steps, step, *assignments(edition, step)))


def divide(edition: Edition, agency: str, tasks: Mapping[str, str | NewAgency], on: date, *, ends: bool) -> Several:
    """Let others take over from an agency, ``tasks`` by indicator; with ``ends`` it is no more from that day."""
    steps: list[Edit] = []
    names: dict[str | NewAgency, str] = {}
    for after in dict.fromkeys(tasks.values()):
        founded, names[after] = _founding(edition, after, [agency], on)
        steps += founded
    by_heir: dict[str, set[str]] = {}
    for indicator, after in tasks.items():
        by_heir.setdefault(names[after], set()).add(indicator)
    step = SplitAgency(
        agency, tuple(Task(after, frozenset(indicators)) for after, indicators in by_heir.items()), on, ends
    )
    return Several((*steps, step, *assignments(edition, step)))


def rename(agency: str, name: str, name_en: str, on: date | None) -> Several:
    """Let an agency be called otherwise from a day; without one its name is only put right."""
    return Several((RenameAgency(agency, name, name_en, on),))


def end(agencies: Sequence[str], on: date) -> Several:
    """Let agencies be no more, and nobody succeed them."""
    return Several(tuple(DissolveAgency(agency, on) for agency in agencies))


def preview(edition: Edition, edit: Edit, on: date) -> Preview:
    """Return what an edit would do to who owes what; raises ``Mendable`` where it cannot be done."""
    then = apply(edition, edit)
    there = then.register.at(on)
    # both sides on the same day: what other steps of the draft do on it is not this one's doing
    before = owed(edition.drawn, edition.register.at(on))
    after = owed(then.drawn, there)
    touched = [
        Owing(entry.id, _count(before, entry.id), _count(after, entry.id))
        for entry in then.register.entries
        if before.get(entry.id) != after.get(entry.id)
    ]
    unreported = tuple(name for name in then.drawn.order if not reporting(there, then.drawn.indicators[name].reporter))
    return Preview(tuple(touched), unreported, then.register)


def _count(owing: Mapping[str, tuple[str, ...]], agency: str) -> int | None:
    return len(owing[agency]) if agency in owing else None


def _founding(edition: Edition, agency: str | NewAgency, before: Sequence[str], on: date) -> tuple[list[Edit], str]:
    """Return what founds a new agency, in the groups of those before it and right behind them, and its id."""
    if isinstance(agency, str):
        return [], agency
    register = edition.register
    entries = [register.by_id[one] for one in before]
    there = [one.group for entry in entries for one in entry.memberships if one.holds(on - _DAY)]
    groups = tuple(dict.fromkeys(there))
    name = register.free_id(agency.name)
    behind = before[-1] if before else ""
    return [FoundAgency(agency.name, groups, agency.name_en, on=on, behind=behind, id=name)], name
