"""What makes an indicator's figures of two editions another series, and who stands behind a total otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import breaks, catalogue_reading
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.rounds import Break, Round
from tests.core import builders

DAY, EARLIER_DAY = "2025-07-01", "2025-03-01"


def edition(*indicators: dict[str, Any]) -> Catalogue:
    made = builders.source(*indicators)
    return catalogue_reading.parse({**made, "format": catalogue_reading.format_of(made)})


def n(**given_: Any) -> dict[str, Any]:
    return {**builders.indicator("n"), **given_}


RATE = {"numerator": "n", "denominator": "d"}


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        ({}, {"name": "Tên khác", "reporter": {"agency": "a"}, "digits": 2}, None),
        ({}, {"kind": "decimal"}, None),
        ({}, {"kind": "text"}, Break.KIND),
        ({}, {"unit": {"vi": " CÁI ", "en": "items"}}, None),
        ({}, {"unit": {"vi": "nghìn cái", "en": ""}}, Break.UNIT),
        ({}, {"unit": {"vi": "chiếc", "en": ""}, "unit_also": ["cái"]}, None),
        ({"unit": {"vi": "", "en": ""}}, {}, None),
        ({"kind": "percent"}, {"kind": "percent", "unit": {"vi": "%", "en": "%"}}, None),
        ({}, {"nature": "stock"}, Break.NATURE),
        ({}, {"consolidation": "mean"}, Break.CONSOLIDATION),
        ({"consolidation": "mean"}, {"consolidation": "mean", "weight": "d"}, Break.CONSOLIDATION),
    ],
)
def test_what_is_counted_otherwise_is_another_series(
    before: dict[str, Any], now: dict[str, Any], why: Break | None
) -> None:
    weight = builders.indicator("d")
    old, new = edition(n(**before), weight), edition(n(**now), weight)
    assert breaks.between(old, new, "n") is why
    assert breaks.all_between(old, new) == ({} if why is None else {"n": why})
    assert breaks.between(new, old, "n") is why


def test_a_rate_breaks_where_it_is_computed_from_now_on_and_where_its_parts_break() -> None:
    parts = (builders.indicator("n"), builders.indicator("d"))
    computed = builders.indicator("r", "percent", consolidation="rate", rate=RATE)
    asked = edition(*parts, builders.indicator("r", "percent", consolidation="mean"))
    new = edition(*parts, computed)
    assert breaks.all_between(asked, new) == {"r": Break.RATE}
    thousands = edition(n(unit={"vi": "nghìn cái", "en": ""}), parts[1], computed)
    assert breaks.all_between(new, thousands) == {"n": Break.UNIT, "r": Break.RATE}


def test_a_mean_breaks_where_its_weight_does_and_nothing_does_that_one_set_does_not_know() -> None:
    mean = builders.indicator("m", "percent", consolidation="mean", weight="n")
    assert breaks.all_between(edition(mean, n()), edition(mean, n(nature="stock"))) == {
        "m": Break.CONSOLIDATION,
        "n": Break.NATURE,
    }
    assert breaks.between(edition(mean, n()), edition(n()), "m") is None


def agency(name: str, *groups: str) -> dict[str, Any]:
    return {"id": name, "name": name.upper(), "groups": list(groups)}


def step(before: str, after: str, on: str = DAY, *indicators: str) -> dict[str, Any]:
    named = {"indicators": list(indicators)} if indicators else {}
    return {"from": before, "to": after, "on": on, **named}


def round_of(agencies: tuple[str, ...], *succession: dict[str, Any], **changed: Any) -> Round:
    """Return a round that asks ``agencies`` for one sum."""
    known = {name for one in succession for name in (one["from"], one["to"])}
    return builders.round_of(
        builders.source(n(**changed), builders.indicator("d")),
        agencies=(*(agency(name, "all") for name in agencies), agency("office")),
        office="office",
        former=tuple({"id": name, "name": name.upper()} for name in sorted(known - {*agencies, "office"})),
        succession=succession,
    )


def ids(agencies: Any) -> list[str]:
    return [one.id for one in agencies]


def test_nothing_is_reorganised_where_the_same_agencies_report() -> None:
    assert breaks.reorganised(round_of(("a", "b")), round_of(("b", "a"), step("old", "a")), "n") is None
    assert breaks.reorganised(round_of(("a", "b")), round_of(("c",)), "unheard-of") is None
    assert breaks.reorganised(round_of(()), round_of(("c",)), "n") is None


def test_a_sum_goes_on_with_the_successors_however_many_steps_there_are() -> None:
    now = round_of(("b", "e"), step("a", "c", EARLIER_DAY), step("c", "b"), step("d", "b"), step("d", "e"))
    found = breaks.reorganised(round_of(("a", "b", "d")), now, "n")
    assert found is not None
    assert (ids(found.gone), ids(found.came), ids(found.without_successor)) == (["a", "d"], ["e"], [])
    assert found.successors == {"a": ("b",), "d": ("b", "e")}
    assert (found.on, found.is_one_series) == (date.fromisoformat(EARLIER_DAY), True)


def test_a_task_goes_over_by_function() -> None:
    before = round_of(("a", "b"))
    now = round_of(("b", "c", "e"), step("a", "c", DAY, "d"), step("a", "e", DAY, "n"))
    found = breaks.reorganised(before, now, "n")
    assert found is not None
    assert found.successors == {"a": ("e",)}
    nobody = breaks.reorganised(before, round_of(("b", "c"), step("a", "c", DAY, "d")), "n")
    assert nobody is not None
    assert (ids(nobody.without_successor), nobody.on, nobody.is_one_series) == (["a"], None, True)


@pytest.mark.parametrize(
    ("changed", "merged", "others"),
    [
        ({}, True, False),
        ({"consolidation": "any", "kind": "mark"}, True, False),
        ({"consolidation": "mean"}, False, False),
        ({"consolidation": "mean", "weight": "d"}, True, False),
        ({"consolidation": "sole"}, True, True),
    ],
)
def test_a_total_goes_on_where_it_adds_up(changed: dict[str, Any], *, merged: bool, others: bool) -> None:
    old = round_of(("a", "b"), **changed)
    one = breaks.reorganised(old, round_of(("c",), step("a", "c"), step("b", "c"), **changed), "n")
    other = breaks.reorganised(old, round_of(("c",), **changed), "n")
    assert one is not None
    assert other is not None
    assert (one.is_one_series, other.is_one_series) == (merged, others)


def test_a_mean_goes_on_where_somebody_only_joined() -> None:
    mean = {"consolidation": "mean"}
    found = breaks.reorganised(round_of(("a",), **mean), round_of(("a", "b"), **mean), "n")
    assert found is not None
    assert (found.is_one_series, found.on) == (True, None)


@given(st.lists(st.tuples(*[st.sampled_from("abcdef")] * 2).filter(lambda pair: pair[0] != pair[1]), max_size=12))
def test_any_succession_ends_even_in_a_circle(pairs: list[tuple[str, str]]) -> None:
    found = breaks.reorganised(round_of(("a", "b")), round_of(("e", "f"), *(step(*pair) for pair in pairs)), "n")
    assert found is not None
    reachable = {"a"}
    for _ in pairs:
        reachable |= {after for before, after in pairs if before in reachable}
    assert set(found.successors["a"]) == reachable & {"e", "f"}
