"""A tally is what stands in it, whatever came and went; nothing in it is rounded before the total is read off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.catalogue import Consolidation, Indicator
from reformdesk.core.consolidation import RunningTotals, Submitted, consolidate
from reformdesk.core.rounds import Round
from reformdesk.core.tallies import Answer, Tally
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from tests.core import builders
from tests.core.builders import indicator, number

AGENCIES = "abcdef"
PLACES = {name: place for place, name in enumerate(AGENCIES)}
FIGURES = st.decimals(min_value=-(10**18), max_value=10**18, places=10).map(lambda one: Number(one.normalize()))
SHARES = st.lists(st.decimals(min_value=0, max_value=100, places=2), min_size=1, max_size=3)
RATES = SHARES.map(lambda found: Rates(tuple(BlockRate(str(place), "", rate) for place, rate in enumerate(found))))
STATUSES = st.sampled_from(list(Status))
KINDS: Mapping[str, tuple[dict[str, Any], st.SearchStrategy[Value]]] = {
    "sum": ({}, st.one_of(FIGURES, STATUSES)),
    "mean": ({"kind": "percent", "consolidation": "mean", "weight": "w"}, st.one_of(FIGURES, RATES, STATUSES)),
    "any": ({"kind": "mark", "consolidation": "any"}, st.one_of(st.booleans().map(Mark), STATUSES)),
    "words": ({"kind": "text", "consolidation": "any"}, st.one_of(st.text("xyz").map(Text), STATUSES)),
    "sole": ({"consolidation": "sole", "reporter": {"agency": "b"}}, st.one_of(FIGURES, STATUSES)),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_came_and_went_leaves_nothing(kind: str, data: st.DataObject) -> None:
    values = KINDS[kind][1]
    stays = data.draw(st.dictionaries(st.sampled_from(AGENCIES), st.tuples(values, st.one_of(FIGURES, STATUSES))))
    goes = data.draw(st.dictionaries(st.sampled_from(AGENCIES), st.tuples(values, st.one_of(FIGURES, STATUSES))))
    plain, crowded = (Tally(of_kind(kind)) for _ in range(2))
    steps: list[tuple[Callable[[Answer], None], Answer]] = []
    for agency, (value, weight) in stays.items():
        plain.add(Answer(agency, value, weight, entered=agency == "a"))
        before = [Answer(agency, *goes[agency])] if agency in goes else []
        steps += [(step, one) for one in before for step in (crowded.add, crowded.remove)]
        steps.append((crowded.add, Answer(agency, value, weight, entered=agency == "a")))
    for agency in goes.keys() - stays.keys():
        steps += [(step, Answer(agency, *goes[agency])) for step in (crowded.add, crowded.remove)]
    # each agency's own steps stay in their order, those of different agencies mix
    for agency in Random(data.draw(st.integers())).sample(AGENCIES, len(AGENCIES)):
        for step, answer in steps:
            if answer.agency == agency:
                step(answer)
    assert told(crowded) == told(plain)
    assert repr(crowded.value(PLACES)) == repr(plain.value(PLACES))


def of_kind(kind: str) -> Indicator:
    listed = (indicator("n", **KINDS[kind][0]), indicator("w"))
    return builders.round_of(builders.source(*listed)).catalogue.indicators["n"]


def told(tally: Tally) -> tuple[object, ...]:
    return (
        *(tally.value(PLACES), tally.sent, tally.answered, tally.waived, tally.provisional, tally.entered),
        *(tally.unweighed, tally.is_plain_mean, tally.one_part),
    )


@given(st.lists(FIGURES, min_size=1, max_size=40))
def test_a_sum_is_exact(figures: list[Number]) -> None:
    tally = Tally(builders.one())
    for place, figure in enumerate(figures):
        tally.add(Answer(str(place), figure))
    (value,) = [tally.value({})]
    assert isinstance(value, Number)
    assert Fraction(value.amount) == sum((Fraction(one.amount) for one in figures), Fraction(0))


@given(st.lists(st.tuples(st.one_of(FIGURES, RATES), st.integers(0, 10**6)), min_size=1, max_size=12))
def test_a_mean_is_the_nearest_hundredth(figures: list[tuple[Value, int]]) -> None:
    tally = Tally(of_kind("mean"))
    for place, (figure, weight) in enumerate(figures):
        tally.add(Answer(str(place), figure, Number(Decimal(weight))))
    whole = sum(weight for _, weight in figures)
    weights = [weight for _, weight in figures] if whole else [1] * len(figures)
    mean = sum((exact(one) * weight for (one, _), weight in zip(figures, weights, strict=True)), Fraction(0)) / sum(
        weights
    )
    value = tally.value({})
    assert isinstance(value, Number)
    off = Fraction(value.amount) - mean
    assert abs(off) <= Fraction(1, 200)
    # exactly between two, it is the one farther from nought
    assert abs(off) < Fraction(1, 200) or abs(Fraction(value.amount)) > abs(mean)


def exact(value: Value) -> Fraction:
    if isinstance(value, Rates):
        return sum((Fraction(one.rate) for one in value.rates), Fraction(0)) / len(value.rates)
    assert isinstance(value, Number)
    return Fraction(value.amount)


def test_a_mean_of_thirds_does_not_depend_on_who_came_first() -> None:
    """28 digits would say 0.005 one way round, and a little less the other."""
    thirds = Rates(tuple(BlockRate(str(place), "", Decimal(rate)) for place, rate in enumerate(("0.01", "0", "0"))))
    given_: list[Value] = [thirds, thirds, thirds, Number(Decimal("0.02")), Number(Decimal(0)), Number(Decimal(0))]
    found = set()
    for turn in range(6):
        tally = Tally(builders.one("percent", consolidation="mean"))
        for place in range(6):
            tally.add(Answer(str(place), given_[(place + turn) % 6]))
        found.add(tally.value({}))
    assert found == {number("0.01")}


def test_it_is_by_two_that_a_rate_counts() -> None:
    (rated,) = builders.round_of(builders.rated_source()).catalogue.rates
    one = Tally(builders.round_of(builders.rated_source()).catalogue.indicators[rated])
    figures: list[tuple[Value, Value]] = [
        (number("1"), number("4")),
        (number("2"), number("4")),
        (number("3"), Status.BLANK),
    ]
    answers = [Answer(name, Status.BLANK, parts=parts) for name, parts in zip(AGENCIES, figures, strict=False)]
    for answer in answers:
        one.add(answer)
    assert (one.value(PLACES), one.one_part) == (number("37.5"), 1)
    one.remove(answers[0])
    one.remove(answers[2])
    assert (one.value(PLACES), one.one_part) == (number("50"), 0)


def round_of_all_kinds(folder: Path) -> Round:
    listed = (indicator(name, **given_) for name, (given_, _) in KINDS.items())
    desk, round_ = builders.opened(folder, *listed, indicator("w"))
    desk.close()
    return round_


def test_running_totals_are_the_totals(tmp_path: Path) -> None:
    """Submissions come, are replaced and go away; at every step the totals are those of what counts then."""
    round_ = round_of_all_kinds(tmp_path)
    chance = Random(8)
    running = RunningTotals(round_)
    counting: dict[str, Submitted] = {}
    for turn in range(120):
        agency = chance.choice([one.id for one in round_.agencies])
        if agency in counting:
            running.remove(counting.pop(agency))
        if chance.random() < 0.8:
            counting[agency] = submission(chance, agency, turn)
            running.add(counting[agency])
        whole = {name: total.without_shares() for name, total in consolidate(round_, counting).items()}
        assert running.totals() == whole
        assert list(running.totals()) == list(round_.asked)


def submission(chance: Random, agency: str, turn: int) -> Submitted:
    given_: dict[str, Value] = {
        "sum": Number(Decimal(chance.randint(-99, 99)).scaleb(-1)),
        "mean": Number(Decimal(chance.randint(0, 10_000)).scaleb(-2)),
        "any": Mark(chance.random() < 0.5),
        "words": Text(chance.choice("xyz")),
        "sole": Number(Decimal(turn)),
        "w": Number(Decimal(chance.randint(0, 3))),
    }
    answers = {
        name: value if chance.random() < 0.8 else chance.choice(list(Status))
        for name, value in given_.items()
        if chance.random() < 0.9
    }
    return Submitted(
        agency, f"{turn:064x}", chance.random() < 0.3, answers, {}, entered=chance.random() < 0.3, revision=turn
    )


def test_every_way_to_consolidate_is_tried() -> None:
    tried = {Consolidation(given_.get("consolidation", "sum")) for given_, _ in KINDS.values()}
    assert tried == set(Consolidation) - {Consolidation.RATE}
