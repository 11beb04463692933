"""Rates from their parts: of one agency, and of all that gave both."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading, rates
from reformdesk.core.consolidation import Submitted, total_of
from reformdesk.core.values import Number, Status, Value
from reformdesk.errors import Refused
from tests.core import builders

counts = st.integers(0, 10**9).map(lambda amount: Number(Decimal(amount)))


def number(amount: str | int) -> Number:
    return Number(Decimal(amount))


@pytest.mark.parametrize(
    ("numerator", "denominator", "rate"),
    [
        (number(3), number(8), number("37.5")),
        (number(1), number(3), number("33.33")),
        (number(2), number(3), number("66.67")),
        (number(0), number(9), number(0)),
        (number(0), number(0), Status.NOT_APPLICABLE),
        (number(5), number(0), Status.BLANK),
        (Status.BLANK, number(5), Status.BLANK),
        (number(5), Status.IN_PROGRESS, Status.IN_PROGRESS),
        (Status.NOT_APPLICABLE, Status.BLANK, Status.NOT_APPLICABLE),
        (Status.NOT_DONE, Status.IN_PROGRESS, Status.NOT_DONE),
    ],
)
def test_one_agencys_rate(numerator: Value, denominator: Value, rate: Value) -> None:
    assert rates.computed(numerator, denominator) == rate


@given(st.lists(st.tuples(counts, counts), min_size=1))
def test_the_rate_of_many_is_that_of_their_sums(pairs: list[tuple[Number, Number]]) -> None:
    counting = [pair for pair in pairs if pair[1].amount or not pair[0].amount]
    numerator, denominator = (sum((pair[at].amount for pair in counting), Decimal(0)) for at in (0, 1))
    whole = rates.computed(Number(numerator), Number(denominator))
    assert rates.of_all(pairs) == (whole if counting else Status.BLANK)


def rated(*others: dict[str, Any], **changed: Any) -> dict[str, Any]:
    rate = builders.indicator("r", "percent", consolidation="rate", rate={"numerator": "n", "denominator": "d"})
    made = builders.source(builders.indicator("n"), builders.indicator("d"), {**rate, **changed}, *others)
    return {**made, "format": catalogue_reading.format_of(made)}


def submitted(agency: str, **answers: Value) -> Submitted:
    return Submitted(agency, agency * 8, provisional=False, answers=answers, explanations={})


def test_a_province_adds_up_before_it_divides_and_leaves_out_what_does_not_apply() -> None:
    round_ = builders.round_of(rated())
    assert "r" in round_.asked
    assert all("r" not in round_.owed(agency.id) for agency in round_.agencies)
    one, other, third = (agency.id for agency in round_.owing("r")[:3])
    total = total_of(
        round_,
        "r",
        {
            one: submitted(one, n=number(1), d=number(2)),
            other: submitted(other, n=number(90), d=number(100)),
            third: submitted(third, n=Status.NOT_APPLICABLE, d=Status.NOT_APPLICABLE),
        },
    )
    assert total.value == number("89.22")
    assert total.coverage == f"2/{len(round_.owing('r')) - 1}"
    assert [share.value for share in total.shares] == [number(50), number(90), Status.NOT_APPLICABLE]


@pytest.mark.parametrize(
    "changed",
    [
        {"rate": {"numerator": "n", "denominator": "ghost"}},
        {"rate": {"numerator": "n", "denominator": "n"}},
        {"rate": {"numerator": "r", "denominator": "d"}},
        {"rate": {"numerator": "n"}},
        {"rate": {"numerator": "n", "denominator": 5}},
        {"kind": "count"},
        {"consolidation": "mean"},
        {"reporter": {"agency": "a"}},
    ],
)
def test_a_rate_that_cannot_be_computed_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        catalogue_reading.parse(rated(**changed))
    assert caught.value.code == "invalid-catalogue"


def test_only_the_newer_form_has_rates() -> None:
    made = rated()
    assert made["format"] == catalogue_reading.RATES_FORMAT
    assert catalogue_reading.parse(made).indicators["r"].rate is not None
    with pytest.raises(Refused):
        catalogue_reading.parse({**made, "format": catalogue_reading.FORMAT})


@pytest.mark.parametrize(
    ("numerator", "denominator"),
    [("999999999999999999", "1"), ("999999999999999999", "0.0000000001"), ("-999999999999999999", "-0.0000000001")],
)
def test_a_rate_longer_than_any_figure_is_none(numerator: str, denominator: str) -> None:
    """It would fit into no file, and not be read again."""
    parts = (number(numerator), number(denominator))
    assert rates.computed(*parts) is Status.BLANK
    assert rates.of_all([parts]) is Status.BLANK


def test_something_out_of_nothing_does_not_count_with_the_others_and_is_told() -> None:
    round_ = builders.round_of(rated())
    one, other, third = (agency.id for agency in round_.owing("r")[:3])
    total = total_of(
        round_,
        "r",
        {
            one: submitted(one, n=number(5), d=number(0)),
            other: submitted(other, n=number(95), d=number(100)),
            third: submitted(third, n=number(0), d=number(0)),
        },
    )
    assert (total.value, total.one_part) == (number(95), 1)


def test_where_it_applies_to_one_of_them_not_what_the_others_say_is_said() -> None:
    round_ = builders.round_of(rated())
    one, other = (agency.id for agency in round_.owing("r")[:2])
    under_way = submitted(other, n=Status.IN_PROGRESS, d=Status.IN_PROGRESS)
    total = total_of(round_, "r", {one: submitted(one, n=number(0), d=number(0)), other: under_way})
    assert total.value is Status.IN_PROGRESS
