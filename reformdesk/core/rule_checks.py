"""What is wrong with the rules of an edition: what they name, circles among them, and whether they ever apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reformdesk.core.catalogue import Catalogue, Kind, Label, Reporter, Rule, Severity
from reformdesk.core.edition_problem import Asked, Param, Problem
from reformdesk.core.organisation import Agency
from reformdesk.core.ways import shortest

_FIGURES = (Kind.COUNT, Kind.DECIMAL, Kind.PERCENT, Kind.RATE_OR_BLOCKS)


def problems(catalogue: Catalogue, agencies: Sequence[Agency]) -> Iterator[Problem]:
    """Yield what is wrong with each rule, in the set's order, then the circles among them."""
    seen: list[Rule] = []
    for rule in catalogue.rules:
        gone = [name for name in rule.operands() if name not in catalogue.indicators]
        if gone:
            for name in gone:
                yield _of("rule-names-retired", Severity.ERROR, catalogue, rule, (("name", Asked(name)),))
        else:
            yield from _use(catalogue, agencies, rule)
        if any(_says(one) == _says(rule) for one in seen):
            yield _of("rule-twice", Severity.WARNING, catalogue, rule)
        seen.append(rule)
    yield from _circles(catalogue)


def _about(catalogue: Catalogue, rule: Rule) -> Label | Asked | Rule:
    """Return what a rule is about: the first indicator that it names and that is there, else what it named or says."""
    operands = rule.operands()
    named = (catalogue.indicators[name].name for name in operands if name in catalogue.indicators)
    return next(named, Asked(operands[0]) if operands else rule)


def _of(
    code: str, severity: Severity, catalogue: Catalogue, rule: Rule, params: tuple[tuple[str, Param], ...] = ()
) -> Problem:
    first = next((name for name in rule.operands() if name in catalogue.indicators), "")
    return Problem(code, severity, (("rule", _about(catalogue, rule)), *params), indicator=first, rule=rule.id)


def _use(catalogue: Catalogue, agencies: Sequence[Agency], rule: Rule) -> Iterator[Problem]:
    """Say where a rule between indicators never has anything to compare."""
    asked = [catalogue.indicators[name] for name in rule.operands()]
    wordy = [one for one in asked if one.kind not in _FIGURES]
    for one in wordy:
        yield _of("rule-takes-no-figure", Severity.WARNING, catalogue, rule, (("indicator", one.name),))
    if len(asked) > 1 and not wordy and not _meet(agencies, [one.reporter for one in asked]):
        yield _of("rule-never-applies", Severity.WARNING, catalogue, rule)


def _meet(agencies: Sequence[Agency], reporters: Sequence[Reporter]) -> bool:
    """Whether any agency reports all that a rule compares."""
    return any(all(agency.answers_for(one) for one in reporters) for agency in agencies)


def _says(rule: Rule) -> tuple[object, ...]:
    return (rule.kind, rule.operands(), rule.parts, rule.kinds, rule.least, rule.most, rule.factor)


def _circles(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the circles in which totals would contain themselves, or bounds bound themselves."""
    for kind in ("total", "at-most"):
        rules = [rule for rule in catalogue.rules if rule.kind == kind]
        leads = {
            name: [other for rule in rules if rule.operands()[:1] == (name,) for other in rule.operands()[1:]]
            for name in {name for rule in rules for name in rule.operands()[:1]}
        }
        told: set[str] = set()
        for rule in rules:
            start = rule.operands()[0]
            circle = shortest(start, start, leads)
            if circle and start not in told:
                told.update(circle)
                called = (catalogue.indicators[one].name for one in circle if one in catalogue.indicators)
                names = Label.joined(" → ", called)
                yield Problem("rule-circle", Severity.ERROR, (("indicators", names),), indicator=start, rule=rule.id)
