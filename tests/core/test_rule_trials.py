from __future__ import annotations

from typing import Any

import pytest

from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Rule
from reformdesk.core.rounds import Round
from reformdesk.core.rule_trials import Trial, tried
from reformdesk.core.values import Status, Value
from tests.core.builders import indicator, number, round_of, source, with_past

GIVEN: dict[str, dict[str, Value]] = {
    "a": {"n": number("7"), "m": number("5")},
    "b": {"n": number("5"), "m": number("5")},
    "c": {"n": number("9"), "m": Status.BLANK},
}


def _round() -> Round:
    return round_of(source(indicator("n"), indicator("m"), indicator("o")))


def _rule(**wire: Any) -> Rule:
    """Return a rule that the round itself does not have; ``other`` is asked for by the rule's edition alone."""
    names = ("n", "m", "o", "other")
    given = {"id": "new", "severity": "warning", **wire}
    return catalogue_reading.parse(source(*map(indicator, names), rules=(given,))).rules[0]


def _said(trial: Trial) -> list[tuple[str, str]]:
    return [(agency, finding.indicator) for agency, finding in trial.found]


def test_a_rule_is_tried_on_whoever_gave_all_that_it_looks_at() -> None:
    trial = tried(_round(), _rule(kind="at-most", left="n", right="m"), GIVEN)
    assert (trial.tried, _said(trial)) == (2, [("a", "n")])


def test_a_rule_about_what_was_not_asked_then_is_not_tried() -> None:
    trial = tried(_round(), _rule(kind="at-most", left="n", right="other"), GIVEN)
    assert (trial.unknown, trial.tried, trial.found) == (("other",), 0, ())


@pytest.mark.parametrize(("least", "found"), [("6", [("b", "n")]), ("0", [])])
def test_a_rule_about_single_values_is_tried_on_each(least: str, found: list[tuple[str, str]]) -> None:
    rule = _rule(kind="range", kinds=["count"], least=least, most="9")
    trial = tried(_round(), rule, {"b": {"n": number("5")}, "c": {}})
    assert (trial.tried, _said(trial)) == (1, found)


def test_a_rule_about_the_past_is_tried_where_there_is_one() -> None:
    rule = _rule(kind="jump", factor="3", least="2")
    assert tried(_round(), rule, GIVEN).tried == 0
    trial = tried(with_past(_round(), {"n": number("1")}, months=6), rule, GIVEN)
    assert (trial.tried, _said(trial)) == (1, [("a", "n")])


def test_a_rate_that_nobody_entered_is_computed_and_found_at_its_numerator() -> None:
    rate = indicator("n", "percent", rate={"numerator": "m", "denominator": "o"}, consolidation="rate")
    round_ = round_of({**source(rate, indicator("m"), indicator("o")), "format": catalogue_reading.RATES_FORMAT})
    answers = {"a": {"m": number("3"), "o": number("2")}}
    trial = tried(round_, _rule(kind="at-most", left="n", right="o"), answers)
    assert (trial.tried, _said(trial)) == (1, [("a", "m")])
