"""Stocks that stand still are confirmed by one tick; flows are not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from reformdesk.core.answers import Answer
from reformdesk.core.standstill import standstill
from reformdesk.core.values import Number, Status, Value
from tests.core.builders import indicator, opened, with_past

ONE, TWO = Number(Decimal(1)), Number(Decimal(2))


def test_only_stocks_with_an_earlier_answer_can_stand_still(tmp_path: Path) -> None:
    names = ("s", "new", "left-blank")
    desk, round_ = opened(tmp_path, *(indicator(name, nature="stock") for name in names), indicator("f"))
    past: dict[str, Value] = {"s": ONE, "left-blank": Status.BLANK, "f": TWO}
    found = standstill(with_past(round_, past), "a", {}, "1")
    assert (dict(found.open), found.same, found.moved, found.count) == ({"s": ONE}, (), (), 1)
    assert found.since is not None
    assert found.since.id == "past"
    assert not found.is_settled
    desk.close()


def test_what_is_answered_is_left_alone(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, *(indicator(name, nature="stock") for name in "abc"))
    with_earlier = with_past(round_, {"a": ONE, "b": ONE, "c": Status.NOT_APPLICABLE})
    answers = {"a": Answer(ONE), "b": Answer(TWO), "c": Answer(Status.NOT_APPLICABLE)}
    found = standstill(with_earlier, "a", answers, "1")
    assert (found.same, found.moved, found.is_settled) == (("a", "c"), ("b",), True)
    desk.close()


def test_the_period_before_is_the_newest_whatever_its_length(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("s", nature="stock"))
    found = standstill(with_past(with_past(round_, {"s": ONE}), {"s": TWO}, months=3), "a", {}, "1")
    assert found.open == {"s": TWO}
    assert standstill(with_past(round_, {"s": ONE}), "a", {}, "2").count == 0
    desk.close()
