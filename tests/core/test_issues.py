"""The issues of a round: which is in force in whatever order they came, and what answers to an older one are worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading
from reformdesk.core.issues import Carried, Chain, Issue, carried, chain
from reformdesk.core.organisation import Agency
from reformdesk.core.rounds import Round
from tests.core import builders

FIRST, SECOND, THIRD = Issue("1", 1, None), Issue("2", 2, "1"), Issue("3", 3, "2")
OTHER_SECOND, ON_OTHER = Issue("2'", 2, "1"), Issue("3'", 3, "2'")
OTHER_FIRST = Issue("1'", 1, None)


@pytest.mark.parametrize(
    ("known", "chosen", "found"),
    [
        ([], (), Chain(None)),
        ([FIRST], (), Chain("1")),
        ([FIRST, SECOND, THIRD], (), Chain("3")),
        ([FIRST, THIRD], (), Chain("1")),
        ([SECOND], (), Chain(None)),
        ([FIRST, Issue("9", 9, "1")], (), Chain("1")),
        ([FIRST, SECOND, OTHER_SECOND], (), Chain("1", frozenset({"2", "2'"}))),
        ([FIRST, SECOND, THIRD, OTHER_SECOND, ON_OTHER], (), Chain("1", frozenset({"2", "2'", "3", "3'"}))),
        ([FIRST, SECOND, THIRD, OTHER_SECOND], ("2",), Chain("3")),
        ([FIRST, SECOND, THIRD, OTHER_SECOND], ("2'",), Chain("2'")),
        ([FIRST, SECOND, OTHER_SECOND], ("2", "2'"), Chain("1", frozenset({"2", "2'"}))),
        ([FIRST, SECOND], ("other",), Chain("2")),
        ([FIRST, OTHER_FIRST], (), Chain(None, frozenset({"1", "1'"}))),
        ([FIRST, OTHER_FIRST, SECOND], ("1",), Chain("2")),
    ],
)
def test_the_issue_in_force(known: list[Issue], chosen: tuple[str, ...], found: Chain) -> None:
    for order in permutations(known):
        assert chain(order, chosen) == found


def round_(tmp: Path, *indicators: dict[str, Any]) -> Round:
    tmp.mkdir(exist_ok=True)
    desk, made = builders.opened(tmp, *indicators)
    desk.close()
    return made


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Round:
    return round_(tmp_path_factory.mktemp("issues"), builders.indicator("m"), builders.indicator("n"))


def with_catalogue(one: Round, *indicators: dict[str, Any]) -> Round:
    return replace(one, digest="other", catalogue=catalogue_reading.parse(builders.source(*indicators)))


M, N, MORE = (builders.indicator(name) for name in "mno")


def test_an_unchanged_issue_carries_everything(asked: Round) -> None:
    assert carried(asked, replace(asked, title=asked.short), "a") == Carried(
        frozenset("mn"), frozenset(), frozenset(), frozenset()
    )


def test_what_is_new_and_what_is_gone(asked: Round) -> None:
    found = carried(asked, with_catalogue(asked, MORE, M), "a")
    assert found == Carried(frozenset("m"), frozenset(), frozenset("o"), frozenset("n"))


def test_what_is_asked_again_is_not_carried(asked: Round) -> None:
    found = carried(asked, replace(asked, asked_again=frozenset({"n", "z"})), "a")
    assert (found.same, found.asked_again) == (frozenset("m"), frozenset("n"))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "percent"},
        {"unit": {"vi": "triệu đồng", "en": "million"}},
        {"nature": "stock"},
        {"consolidation": "mean"},
        {"consolidation": "mean", "weight": "m"},
        {"reporter": {"agency": "a"}},
    ],
    ids=str,
)
def test_an_indicator_that_means_something_else_is_asked_again(asked: Round, change: dict[str, Any]) -> None:
    found = carried(asked, with_catalogue(asked, M, {**N, **change}), "a")
    assert (found.same, found.asked_again) == (frozenset("m"), frozenset("n"))


def test_words_and_order_do_not_matter(asked: Round) -> None:
    other = with_catalogue(asked, {**N, "name": "Khác"}, M)
    assert carried(asked, other, "a").same == frozenset("mn")


@pytest.mark.parametrize(
    "change",
    [{"starts": date(2024, 1, 1)}, {"ends": date(2024, 6, 30)}, {"months": 9}, {"cumulates": False}, {"cut_off": {}}],
    ids=str,
)
def test_another_period_or_cut_off_asks_for_everything_again(asked: Round, change: dict[str, Any]) -> None:
    other = replace(asked, period=replace(asked.period, **change))
    assert carried(asked, other, "a") == Carried(frozenset(), frozenset("mn"), frozenset(), frozenset())


def test_an_agency_that_owes_it_no_more(asked: Round) -> None:
    other = replace(asked, agencies=(Agency("a", "A", ("all",)), Agency("b", "B")))
    assert carried(asked, other, "b").gone == frozenset("mn")
    assert carried(asked, other, "a").same == frozenset("mn")


SETS = st.lists(st.sampled_from([M, N, MORE, {**N, "nature": "stock"}]), max_size=3, unique_by=lambda one: one["id"])


@given(SETS, SETS)
def test_carrying_is_reflexive_and_symmetric(
    asked: Round, first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    old, new = with_catalogue(asked, *first), replace(with_catalogue(asked, *second), digest="new")
    there, back = carried(old, new, "a"), carried(new, old, "a")
    assert there.same == back.same
    assert (there.new, there.gone, there.asked_again) == (back.gone, back.new, back.asked_again)
    assert carried(old, old, "a").same == frozenset(one["id"] for one in first)


def test_to_choose_an_issue_is_to_choose_those_that_led_to_it() -> None:
    first, mine, theirs = Issue("1", 1, None), Issue("2a", 2, "1"), Issue("2b", 2, "1")
    third, fourth = Issue("3a", 3, "2a"), Issue("3b", 3, "2a")
    known = {first, mine, theirs, third, fourth}
    assert chain(known).in_force == "1"
    assert chain(known, {"2a"}) == Chain("2a", frozenset({"3a", "3b"}))
    # the newer answer takes the place of the one before, and answers both
    assert chain(known, {"3b"}) == Chain("3b")
