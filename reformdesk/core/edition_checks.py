"""What keeps an edition from being handed out, and what is only worth a look. Pure.

It is looked at as of a day: by default the last of days, when all that the register foresees has come about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reformdesk.core import catalogue_reading, reorganising, rule_checks, successors, table_checks
from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Kind, Label, Severity
from reformdesk.core.catalogue_reading import RateFault
from reformdesk.core.edition import FITTING, Edition
from reformdesk.core.edition_problem import Asked, Param, Problem
from reformdesk.core.organisation import Agency, reporting
from reformdesk.core.register import Register
from reformdesk.core.reporting_names import Reporters

_RATES = {
    RateFault.CONSOLIDATION: "rate-without-parts",
    RateFault.KIND: "rate-no-percentage",
    RateFault.PARTS: "rate-same-parts",
    RateFault.PART: "rate-part-no-count",
    RateFault.PART_REPORTER: "rate-part-elsewhere",
    RateFault.PART_CONSOLIDATION: "rate-part-no-sum",
}


def problems(edition: Edition, base: Edition | None = None, day: date = date.max) -> tuple[Problem, ...]:
    """Return all that is wrong, errors first, each in printed order; ``base`` is what it was made from."""
    catalogue, agencies = edition.drawn, edition.register.at(day)
    found = [
        *_naming(edition, base),
        *table_checks.problems(catalogue),
        *_indicators(edition, agencies, day),
        *rule_checks.problems(catalogue, agencies),
        *_agencies(edition, agencies),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: not problem.blocks))


def can_be_handed_out(edition: Edition) -> bool:
    """Whether nothing keeps a draft from being handed out."""
    return not any(problem.blocks for problem in problems(edition))


def _naming(edition: Edition, base: Edition | None) -> Iterator[Problem]:
    own = edition.drawn.name
    if base is not None and edition.source != base.source and own.vi == base.drawn.name.vi:
        yield Problem("named-as-its-base", Severity.WARNING, (("name", own),))


def _indicators(edition: Edition, agencies: Sequence[Agency], day: date) -> Iterator[Problem]:
    reporters = Reporters(_all_named(edition.register))
    there = {agency.id for agency in agencies}
    for name in edition.drawn.order:
        indicator = edition.indicators.get(name)
        if indicator is not None:
            yield from _consolidating(edition.drawn, indicator)
            yield from _reporting(edition, agencies, indicator, day)
            yield from _printed(edition, reporters, indicator, there)


def _at(code: str, indicator: Indicator, *params: tuple[str, Param], severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code, severity, (("indicator", indicator.name), *params), indicator=indicator.id)


def _consolidating(catalogue: Catalogue, indicator: Indicator) -> Iterator[Problem]:
    if indicator.consolidation not in FITTING[indicator.kind]:
        yield _at("not-consolidated-so", indicator)
    if indicator.consolidation is Consolidation.SOLE and indicator.reporter.group:
        yield _at("one-figure-of-many", indicator)
    for fault in dict.fromkeys(catalogue_reading.faults(indicator, catalogue)):
        yield _at(_RATES[fault], indicator)
    if indicator.weight:
        weight = catalogue.indicators.get(indicator.weight)
        if weight is None:
            yield _at("weight-retired", indicator, ("name", Asked(indicator.weight)))
        elif weight.kind not in (Kind.COUNT, Kind.DECIMAL):
            yield _at("weight-no-count", indicator, ("weight", weight.name))
        elif weight.reporter != indicator.reporter:
            yield _at("weight-elsewhere", indicator, ("weight", weight.name), severity=Severity.WARNING)


def _reporting(edition: Edition, agencies: Sequence[Agency], indicator: Indicator, day: date) -> Iterator[Problem]:
    if reporting(agencies, indicator.reporter):
        return
    if indicator.reporter.group:
        yield _at("group-empty", indicator, ("group", _group_name(edition.register, indicator.reporter.group)))
        return
    entry = edition.register.by_id.get(indicator.reporter.agency)
    if entry is None:
        yield _at("reporter-not-known", indicator, ("agency", indicator.reporter.agency))
        return
    heirs = successors.heirs(edition.register, entry.id, indicator.id, day)
    said = ("agency", entry.names[-1].label)
    if heirs:
        names = Label.joined(", ", (edition.register.by_id[heir].named(day).label for heir in heirs))
        yield _at("reporter-succeeded", indicator, said, ("heirs", names))
    else:
        yield _at("reporter-gone", indicator, said)


def _group_name(register: Register, group: str) -> Label:
    found = next((one for one in register.groups if one.id == group and one.name), None)
    return found.label if found else Label(group, group)


def _printed(edition: Edition, reporters: Reporters, indicator: Indicator, there: set[str]) -> Iterator[Problem]:
    """Say where a row names an agency that does not report it, or is no more."""
    found = next(
        (
            (table, place, row)
            for table in edition.drawn.tables
            for place, row in enumerate(table.rows)
            if row.indicator == indicator.id
        ),
        None,
    )
    if found is None:
        return
    table, place, row = found
    meant = reporters.find(row.printed_reporter)
    if meant is None or not meant.agency or meant == indicator.reporter:
        return
    code = "other-printed" if meant.agency in there else "former-printed"
    params: tuple[tuple[str, Param], ...] = (("indicator", indicator.name), ("printed", row.printed_reporter))
    params = (*params, ("reporter", indicator.reporter))
    yield Problem(code, Severity.WARNING, params, table=table.id, row=place, indicator=indicator.id)


def _all_named(register: Register) -> tuple[Agency, ...]:
    """Return every agency that ever was, under every name that it had."""
    return tuple(
        Agency(entry.id, named.name, tuple(dict.fromkeys(one.group for one in entry.memberships)), named.name_en)
        for entry in register.entries
        for named in entry.names
    )


def _agencies(edition: Edition, agencies: Sequence[Agency]) -> Iterator[Problem]:
    for flaw in reorganising.flaws(edition.register):
        params = tuple((name, str(value)) for name, value in flaw.problem.params.items())
        yield Problem(flaw.problem.code, Severity.ERROR, params, agency=flaw.agency)
    reporters = {indicator.reporter for indicator in edition.indicators.values()}
    for agency in agencies:
        if not any(agency.answers_for(reporter) for reporter in reporters):
            called = Label(agency.name, agency.name_en)
            yield Problem("agency-owes-nothing-now", Severity.WARNING, (("agency", called),), agency=agency.id)
