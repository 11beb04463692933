from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import values
from reformdesk.core.organisation import Agency
from reformdesk.core.sample import deal, read_sample, shares_of
from reformdesk.core.values import Number, Status
from tests.core.builders import number, one

AGENCIES = [Agency(f"a{place}", f"A{place}") for place in range(12)]


@given(
    st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False),
    st.lists(st.integers(min_value=1, max_value=100), min_size=1, max_size=60),
)
def test_shares_add_up_to_the_total_exactly(total: Decimal, weights: list[int]) -> None:
    shares = deal(total, weights)
    assert sum(shares) == total
    assert len(shares) == len(weights)
    assert all(share >= 0 for share in shares)


@given(st.integers(min_value=0, max_value=10**6), st.lists(st.integers(1, 100), min_size=1, max_size=60))
def test_a_count_is_dealt_in_whole_things(total: int, weights: list[int]) -> None:
    assert all(share == share.to_integral_value() for share in deal(Decimal(total), weights))


def test_a_total_smaller_than_the_group_gives_some_nothing() -> None:
    shares = shares_of(one(), "2", AGENCIES)
    assert sum(value.amount for value in shares.values() if isinstance(value, Number)) == 2
    others = [value for value in shares.values() if value != number("1")]
    assert len(others) == len(AGENCIES) - 2
    assert set(others) <= {number("0"), Status.NOT_APPLICABLE}


def test_a_blank_stays_a_blank() -> None:
    assert set(shares_of(one(), "", AGENCIES).values()) == {Status.BLANK}


def test_the_sample_is_the_contracts_province() -> None:
    sample = read_sample()
    groups = [agency.groups for agency in sample.agencies]
    assert len(groups) == 39
    assert sum("departments" in one_ for one_ in groups) == 21
    assert sum("districts" in one_ for one_ in groups) == 18
    assert [wire["id"] for wire in sample.rounds] == ["2020", "2021", "2022", "2023", "2024-h1"]
    assert values.STATUS_WORDS[Status.BLANK] == ""
