"""A column tells how its numbers are written; a number alone often does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.number_style import NumberStyle, amount_in, style_of
from reformdesk.core.values import Ambiguous, Number, read
from tests.core.builders import one

VIETNAMESE, ENGLISH = NumberStyle.VIETNAMESE, NumberStyle.ENGLISH


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["1.234", "5"], None),
        (["1,234", "88.125"], None),
        (["1.234", "12,5"], VIETNAMESE),
        (["1.234.567"], VIETNAMESE),
        (["83,46%", "x", "Chưa thực hiện"], VIETNAMESE),
        (["-0,125"], VIETNAMESE),
        (["1,234", "93.37"], ENGLISH),
        (["1,234.5"], ENGLISH),
        ([" 83.46 %"], ENGLISH),
        (["93.37", "83,46"], None),
        (["31.12.2024"], None),
        ([], None),
    ],
)
def test_what_a_column_shows(texts: list[str], style: NumberStyle | None) -> None:
    assert style_of(texts) is style


@pytest.mark.parametrize(
    ("kind", "typed", "style", "amount"),
    [
        ("decimal", "1,234", VIETNAMESE, "1.234"),
        ("decimal", "1,234", ENGLISH, "1234"),
        ("decimal", "88.125", VIETNAMESE, "88125"),
        ("percent", "88.125%", ENGLISH, "88.125"),
        ("count", "1,234", ENGLISH, "1234"),
        ("count", "1.234", VIETNAMESE, "1234"),
        ("count", "12", ENGLISH, "12"),
    ],
)
def test_the_style_settles_what_is_meant(kind: str, typed: str, style: NumberStyle, amount: str) -> None:
    assert read(typed, one(kind), style) == Number(Decimal(amount))


@pytest.mark.parametrize(("kind", "typed", "style"), [("count", "1,234", VIETNAMESE), ("decimal", "1,234", None)])
def test_what_is_odd_in_the_style_is_asked(kind: str, typed: str, style: NumberStyle | None) -> None:
    assert isinstance(read(typed, one(kind), style), Ambiguous)


@given(st.decimals(0, 10**12, places=2), st.sampled_from(NumberStyle), st.booleans())
def test_what_is_written_in_a_style_is_read_in_it(amount: Decimal, style: NumberStyle, grouped: bool) -> None:
    group, fraction = style.marks
    plain = f"{amount:,.2f}" if grouped else f"{amount:.2f}"
    written = plain.replace(",", "g").replace(".", fraction).replace("g", group)
    assert amount_in(written, style) == amount
    assert style_of([written]) is style
