"""The rules at work: values in, findings out. Pure, and the same on both sides.

What cannot be true of one value is an error and must be mended. What is unlikely between values,
or beside the past, is a warning and yields to an explanation (giải trình).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reformdesk.core import rates
from reformdesk.core.catalogue import Catalogue, Indicator, Kind, Label, Nature, Rule, Severity
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, write_number

Param = str | Label


@dataclass(frozen=True)
class Finding:
    """What a rule says about an indicator; ``code`` and ``params`` become words in the interface.

    What is found about a rate that is computed is said at its numerator, where somebody can mend or explain it;
    ``params`` then name the ``rate`` and its ``rate_value``.
    """

    indicator: str
    rule: str
    severity: Severity
    code: str
    params: tuple[tuple[str, Param], ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be finished with it."""
        return self.severity is Severity.ERROR


def check_value(indicator: Indicator, value: Value, rules: Iterable[Rule]) -> list[Finding]:
    """Return what cannot be true of one value, whatever the others are."""
    if isinstance(value, Status):
        return []
    if not _fits(indicator.kind, value):
        return [Finding(indicator.id, "kind", Severity.ERROR, "wrong-kind")]
    findings = []
    for number in _amounts(value):
        if indicator.kind is Kind.COUNT and number != number.to_integral_value():
            findings.append(Finding(indicator.id, "kind", Severity.ERROR, "not-whole"))
        if indicator.kind is Kind.COUNT and number < 0:
            findings.append(Finding(indicator.id, "kind", Severity.ERROR, "negative"))
        findings += [
            Finding(
                indicator.id,
                rule.id,
                rule.severity,
                "out-of-range",
                (("least", write_number(rule.least)), ("most", write_number(rule.most))),
            )
            for rule in rules
            if rule.kind == "range" and indicator.kind in rule.kinds and not rule.least <= number <= rule.most
        ]
    return findings


def check_answers(round_: Round, agency_id: str, answers: Mapping[str, Value]) -> list[Finding]:
    """Return every finding on an agency's answers, in printed order."""
    catalogue = round_.catalogue
    computed = {name: rates.answer_of(catalogue.indicators[name], answers) for name in catalogue.rates}
    findings: list[Finding] = []
    for name in round_.figures_of(agency_id):
        value = computed.get(name, answers.get(name, Status.BLANK))
        if name not in computed:
            findings += check_value(catalogue.indicators[name], value, catalogue.rules)
        if isinstance(value, Number):
            findings += _beside_the_past(round_, agency_id, name, value)
    findings += _between(catalogue, {**answers, **computed})
    findings = [_at_numerator(one, catalogue, computed) for one in findings]
    findings += above_their_whole(catalogue, answers)
    place = {name: position for position, name in enumerate(catalogue.order)}
    return sorted(findings, key=lambda finding: (place[finding.indicator], finding.rule))


def above_their_whole(catalogue: Catalogue, answers: Mapping[str, Value]) -> list[Finding]:
    """Return the numerators above their denominators, which no part can be.

    An edition that has a rule of its own on the two says by it how grave that is.
    """
    ruled = {(rule.left, rule.right) for rule in catalogue.rules if rule.kind == "at-most"}
    found = []
    for rate in dict.fromkeys(catalogue.rates.values()):
        part, whole = (answers.get(name) for name in rate.parts)
        if rate.may_exceed or rate.parts in ruled or not isinstance(part, Number) or not isinstance(whole, Number):
            continue
        if part.amount > whole.amount:
            bound = _bound(catalogue, rate.denominator, whole.amount)
            rule = f"part-of-{rate.denominator}"
            found.append(Finding(rate.numerator, rule, Severity.ERROR, "above-its-whole", bound))
    return found


def _at_numerator(finding: Finding, catalogue: Catalogue, computed: Mapping[str, Value]) -> Finding:
    """Return a finding about a computed rate as one at its numerator; any other as it is."""
    value = computed.get(finding.indicator)
    if not isinstance(value, Number):
        return finding
    indicator = catalogue.indicators[finding.indicator]
    named: tuple[tuple[str, Param], ...] = (("rate", indicator.name), ("rate_value", write_number(value.amount)))
    numerator = catalogue.rates[indicator.id].numerator
    return replace(finding, indicator=numerator, params=(*finding.params, *named))


def unanswered(round_: Round, agency_id: str, answers: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the indicators that an agency owes and has left blank, in printed order."""
    return tuple(name for name in round_.owed(agency_id) if answers.get(name, Status.BLANK) is Status.BLANK)


def _fits(kind: Kind, value: Value) -> bool:
    match kind:
        case Kind.MARK:
            return isinstance(value, Mark)
        case Kind.TEXT:
            return isinstance(value, Text)
        case Kind.RATE_OR_BLOCKS:
            return isinstance(value, Number | Rates)
        case _:
            return isinstance(value, Number)


def _amounts(value: Value) -> tuple[Decimal, ...]:
    if isinstance(value, Number):
        return (value.amount,)
    if isinstance(value, Rates):
        return tuple(rate.rate for rate in value.rates)
    return ()


def _between(catalogue: Catalogue, answers: Mapping[str, Value]) -> Iterator[Finding]:
    """Apply the rules between indicators wherever all their operands are figures."""
    for rule in catalogue.rules:
        figures = [answers.get(name) for name in rule.operands()]
        if not figures or not all(isinstance(figure, Number) for figure in figures):
            continue
        amounts = {
            name: figure.amount
            for name, figure in zip(rule.operands(), figures, strict=True)
            if isinstance(figure, Number)
        }
        if rule.kind == "at-most" and amounts[rule.left] > amounts[rule.right]:
            bound = _bound(catalogue, rule.right, amounts[rule.right])
            yield Finding(rule.left, rule.id, rule.severity, "exceeds", bound)
        if rule.kind == "total":
            expected = sum((part.sign * amounts[part.indicator] for part in rule.parts), Decimal(0))
            if amounts[rule.total] != expected:
                params = (("expected", write_number(expected)),)
                yield Finding(rule.total, rule.id, rule.severity, "total-differs", params)


def _bound(catalogue: Catalogue, name: str, most: Decimal) -> tuple[tuple[str, Param], ...]:
    """Return how a finding names the indicator that bounds another, and its figure."""
    return (
        ("other", catalogue.indicators[name].name),
        ("number", catalogue.printed_number(name)),
        ("most", write_number(most)),
    )


def _beside_the_past(round_: Round, agency_id: str, name: str, value: Number) -> Iterator[Finding]:
    for rule in round_.catalogue.rules:
        if rule.kind == "jump":
            yield from _jump(round_, agency_id, name, value, rule)
        elif rule.kind == "repeat":
            yield from _repeat(round_, agency_id, name, value, rule)


def _jump(round_: Round, agency_id: str, name: str, value: Number, rule: Rule) -> Iterator[Finding]:
    for past in round_.comparable(name)[:1]:
        before = round_.earlier_value(past, agency_id, name)
        if not isinstance(before, Number):
            continue
        low, high = sorted((abs(before.amount), abs(value.amount)))
        if high - low >= rule.least and high >= low * rule.factor:
            yield _about_the_past(name, rule, "jump", past, before)


def _repeat(round_: Round, agency_id: str, name: str, value: Number, rule: Rule) -> Iterator[Finding]:
    """A flow that repeats a past figure may have been copied forward; nought and the full hundred may stand."""
    indicator = round_.catalogue.indicators[name]
    full = indicator.kind is Kind.PERCENT and value.amount == 100
    if indicator.nature is not Nature.FLOW or value.amount == 0 or full:
        return
    nearest = (round_.previous(name), round_.same_period_last_year())
    candidates = dict.fromkeys(past for past in nearest if past is not None and name not in past.breaks)
    for past in candidates:
        before = round_.earlier_value(past, agency_id, name)
        if isinstance(before, Number) and before.amount == value.amount:
            yield _about_the_past(name, rule, "same-again", past, before)
            return


def _about_the_past(name: str, rule: Rule, code: str, past: EarlierRound, before: Number) -> Finding:
    params: tuple[tuple[str, Param], ...] = (("period", past.title), ("before", write_number(before.amount)))
    return Finding(name, rule.id, rule.severity, code, params)
