from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading, merged, store, values
from reformdesk.core.checks import Finding, check_answers, check_value, unanswered
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from tests.core.builders import indicator, number, one, opened, source, with_past

AT_MOST = {"id": "within", "kind": "at-most", "left": "n", "right": "m", "severity": "warning"}
TOTAL = {
    "id": "sum",
    "kind": "total",
    "total": "n",
    "parts": [{"sign": "+", "indicator": "m"}, {"sign": "-", "indicator": "o"}],
    "severity": "warning",
}
JUMP = {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"}
REPEAT = {"id": "repeat", "kind": "repeat", "severity": "warning"}
RANGE = {
    "id": "range",
    "kind": "range",
    "kinds": ["percent", "rate-or-blocks"],
    "least": "0",
    "most": "100",
    "severity": "error",
}


def findings(
    folder: Path, answers: dict[str, Value], *rules: dict[str, Any], past: dict[str, Value] | None = None, **given: Any
) -> list[Finding]:
    desk, round_ = opened(folder, indicator("n", **given), indicator("m"), indicator("o"), rules=rules)
    desk.close()
    return check_answers(with_past(round_, past, months=6) if past else round_, "a", answers)


@pytest.mark.parametrize(
    ("kind", "value", "codes"),
    [
        ("count", number("5"), []),
        ("count", number("5.5"), ["not-whole"]),
        ("count", number("-1"), ["negative"]),
        ("count", Text("năm"), ["wrong-kind"]),
        ("percent", number("100"), []),
        ("percent", number("120"), ["out-of-range"]),
        ("percent", number("-0.1"), ["out-of-range"]),
        ("rate-or-blocks", Rates((BlockRate("huyen", "- Khối huyện", number("101").amount),)), ["out-of-range"]),
        ("mark", number("1"), ["wrong-kind"]),
        ("mark", Mark(held=True), []),
        ("decimal", number("-3.5"), []),
        ("count", Status.NOT_DONE, []),
    ],
)
def test_what_cannot_be_true_of_one_value(kind: str, value: Value, codes: list[str]) -> None:
    rules = catalogue_reading.parse(_with_rules(RANGE)).rules
    found = check_value(one(kind), value, rules)
    assert [finding.code for finding in found] == codes
    assert all(finding.blocks for finding in found)


def _with_rules(*rules: dict[str, Any]) -> dict[str, Any]:
    return source(indicator(), rules=rules)


def test_larger_than_its_bound_yields_to_an_explanation(tmp_path: Path) -> None:
    found = findings(tmp_path, {"n": number("5"), "m": number("4")}, AT_MOST)
    assert [(one.indicator, one.code, one.blocks) for one in found] == [("n", "exceeds", False)]
    assert dict(found[0].params)["most"] == "4"


@pytest.mark.parametrize("other", [Status.BLANK, Status.NOT_DONE, number("5")])
def test_a_rule_needs_all_its_figures(tmp_path: Path, other: Value) -> None:
    assert findings(tmp_path, {"n": number("5"), "m": other}, AT_MOST) == []


def test_a_total_may_subtract(tmp_path: Path) -> None:
    parts: dict[str, Value] = {"m": number("10"), "o": number("2")}
    assert findings(tmp_path, {"n": number("8"), **parts}, TOTAL) == []
    (tmp_path / "2").mkdir()
    found = findings(tmp_path / "2", {"n": number("12"), **parts}, TOTAL)
    assert [(one.code, dict(one.params)["expected"]) for one in found] == [("total-differs", "8")]


@pytest.mark.parametrize(("now", "found"), [("29", 0), ("30", 1), ("60", 1), ("3", 0)])
def test_a_jump_needs_factor_and_distance(tmp_path: Path, now: str, found: int) -> None:
    assert len(findings(tmp_path, {"n": number(now)}, JUMP, past={"n": number("10")})) == found


def test_the_same_flow_again_is_asked_about_and_nought_is_not(tmp_path: Path) -> None:
    found = findings(
        tmp_path, {"n": number("14"), "m": number("0")}, REPEAT, past={"n": number("14"), "m": number("0")}
    )
    assert [(one.indicator, one.code) for one in found] == [("n", "same-again")]


def test_a_stock_may_stand_still(tmp_path: Path) -> None:
    assert findings(tmp_path, {"n": number("14")}, REPEAT, past={"n": number("14")}, nature="stock") == []


def test_a_full_rate_may_stand_still(tmp_path: Path) -> None:
    assert findings(tmp_path, {"n": number("100")}, REPEAT, past={"n": number("100")}, kind="percent") == []


def test_half_a_year_is_not_compared_with_a_whole_one(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), rules=(JUMP,))
    desk.close()
    year = with_past(round_, {"n": number("1000")}, months=12)
    assert check_answers(year, "a", {"n": number("10")}) == []
    half = with_past(round_, {"n": number("1000")}, months=6, ends=date(2023, 6, 14))
    assert [one.code for one in check_answers(half, "a", {"n": number("10")})] == ["jump"]
    assert half.same_period_last_year() is half.earlier[-1]
    assert year.same_period_last_year() is None


def test_blanks_are_listed_in_printed_order(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m"), indicator("o"))
    desk.close()
    assert unanswered(round_, "a", {"m": number("0")}) == ("n", "o")
    assert unanswered(round_, "a", {"n": Status.NOT_APPLICABLE, "m": number("0"), "o": Status.NOT_DONE}) == ()


def test_no_rule_calls_the_printed_figures_an_error() -> None:
    printed = catalogue_reading.load(resource("catalogue", "2021-2024.json"))
    figures = json.loads(resource("sample", "figures.json").read_text("utf-8"))["figures"]
    for answers in figures.values():
        for name, text in answers.items():
            value = values.read(text, printed.indicators[name])
            assert not isinstance(value, values.Ambiguous | values.Unreadable)
            assert check_value(printed.indicators[name], value, printed.rules) == []


def test_between_the_printed_figures_every_rule_holds(office: Path) -> None:
    """As one agency that reported everything: at-most and totals hold in each printed period."""
    with store.open_workspace(office) as workspace:
        parts = merged.consolidated(workspace)
    for part in parts:
        totals = {name: total.value for name, total in part.totals.items()}
        found = check_answers(part.round, "so-noi-vu", totals)
        assert [one for one in found if one.code in ("exceeds", "total-differs")] == []
        assert any(isinstance(value, Number) for value in totals.values())
