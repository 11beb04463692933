from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.values import (
    Ambiguous,
    BlockRate,
    Mark,
    Number,
    Rates,
    Status,
    Text,
    Unreadable,
    Value,
    from_wire,
    read,
    to_wire,
    write,
)
from tests.core.builders import number, one


@pytest.mark.parametrize(
    ("typed", "kind", "amount"),
    [
        ("1.234,5", "decimal", "1234.5"),
        ("83,46%", "percent", "83.46"),
        ("83,46 %", "percent", "83.46"),
        ("93.37", "percent", "93.37"),
        ("1 234", "count", "1234"),
        ("1\u00a0234", "count", "1234"),
        ("1 234,5", "decimal", "1234.5"),
        ("1,234.5", "decimal", "1234.5"),
        ("1.475", "count", "1475"),
        ("1.234.567", "decimal", "1234567"),
        ("07", "count", "7"),
        ("12", "count", "12"),
        ("１２３４", "count", "1234"),
        ("１．２３４，５", "decimal", "1234.5"),
        (" 5 \n", "count", "5"),
        ("0,475", "decimal", "0.475"),
        ("0.475", "decimal", "0.475"),
        ("-3", "decimal", "-3"),
        ("−3,5", "decimal", "-3.5"),
        ("99,80", "percent", "99.8"),
        ("5,0", "count", "5"),
    ],
)
def test_numbers_as_they_are_written_here(typed: str, kind: str, amount: str) -> None:
    assert read(typed, one(kind)) == number(amount)


@pytest.mark.parametrize(
    ("typed", "kind", "choices"),
    [
        ("1.475", "decimal", ["1475", "1.475"]),
        ("1,475", "decimal", ["1.475", "1475"]),
        ("1,475", "count", ["1475"]),
        ("88.125", "percent", ["88125", "88.125"]),
        ("1,234,567", "count", ["1234567"]),
        ("1 234.567", "decimal", ["1234.567", "1234567"]),
    ],
)
def test_what_can_mean_two_things_is_asked_about(typed: str, kind: str, choices: list[str]) -> None:
    assert read(typed, one(kind)) == Ambiguous(tuple(number(choice) for choice in choices))


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_may_be_blank_nought_or_not_applicable(dash: str) -> None:
    assert read(dash, one()) == Ambiguous((Status.BLANK, number("0"), Status.NOT_APPLICABLE))


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("khoảng 50", "count", "not-a-number"),
        ("1 23", "count", "not-a-number"),
        ("1.23.4", "decimal", "not-a-number"),
        ("7,5", "count", "not-whole"),
        ("5%", "count", "percent-in-count"),
        ("5 cái", "count", "unknown-unit"),
        ("1e5", "decimal", "unknown-unit"),
        ("9" * 30, "count", "too-long"),
        ("2", "mark", "not-a-mark"),
        ("٣", "count", "not-a-number"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, kind: str, code: str) -> None:
    reading = read(typed, one(kind))
    assert isinstance(reading, Unreadable)
    assert reading.code == code


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("Chưa thực hiện", Status.NOT_DONE),
        ("chưa  thực hiện. ", Status.NOT_DONE),
        ("chua thuc hien", Status.NOT_DONE),
        ("Đang triển khai", Status.IN_PROGRESS),
        ("KHÔNG ÁP DỤNG", Status.NOT_APPLICABLE),
        ("", Status.BLANK),
        ("  ", Status.BLANK),
    ],
)
@pytest.mark.parametrize("kind", ["count", "percent", "mark", "text", "rate-or-blocks"])
def test_the_answers_that_are_no_figure(typed: str, status: Status, kind: str, form: str) -> None:
    assert read(unicodedata.normalize(form, typed), one(kind)) is status  # type: ignore[arg-type] # a literal


def test_the_five_answers_are_five_and_none_is_nought() -> None:
    readings = [read(text, one("mark")) for text in ("x", "", "Chưa thực hiện", "Đang triển khai", "Không áp dụng")]
    assert len(set(readings)) == 5
    assert number("0") not in readings
    assert Mark(held=False) not in readings


@pytest.mark.parametrize(("typed", "held"), [("x", True), ("X", True), ("Có", True), ("0", False), ("không", False)])
def test_marks(typed: str, held: bool) -> None:
    assert read(typed, one("mark")) == Mark(held)


def test_a_misprinted_unit_is_understood_and_kept() -> None:
    services = one(written_unit="DVCTT", unit_also=["DCVTT"])
    assert read("1.475 DVCTT", services) == number("1475")
    assert read("1.679 DCVTT", services) == Number(Decimal(1679), "DCVTT")
    assert write(read_value("1.679 DCVTT", services), services) == "1.679 DCVTT"
    assert write(number("1475"), services) == "1.475 DVCTT"


def read_value(text: str, indicator: Indicator) -> Value:
    reading = read(text, indicator)
    assert not isinstance(reading, Ambiguous | Unreadable)
    return reading


@pytest.mark.parametrize(
    "printed",
    ["- Khối sở, ngành: 88,5%\n- Khối huyện: 85,4%", "-Khối sở ngành: 81,28%\n- Khối huyện: 74,36%", "83,46%"],
)
def test_a_satisfaction_rate_prints_as_it_was_written(printed: str) -> None:
    rates = one("rate-or-blocks")
    assert write(read_value(printed, rates), rates) == printed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Khối lạ: 5%", "unknown-block"),
        ("Khối huyện: nhiều", "not-a-block-rate"),
        ("Khối huyện: 5%; khoi huyen: 6%", "block-twice"),
        ("Khối huyện: 5%\nthừa", "not-a-block-rate"),
    ],
)
def test_blocks_that_cannot_be_read(typed: str, code: str) -> None:
    reading = read(typed, one("rate-or-blocks"))
    assert isinstance(reading, Unreadable)
    assert reading.code == code


def test_digits_and_signs_of_the_printed_tables() -> None:
    assert write(number("7"), one(digits=2)) == "07"
    assert write(number("83.46"), one("rate-or-blocks")) == "83,46%"
    assert write(number("1558386"), one()) == "1.558.386"
    assert write(number("-1234.5"), one("decimal")) == "-1.234,5"


amounts = st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False)


@given(amounts)
def test_what_is_printed_reads_back_as_itself_or_is_asked_about(amount: Decimal) -> None:
    indicator = one("decimal")
    value = Number(Decimal(values.format_plain(amount)))
    reading = read(write(value, indicator), indicator)
    assert reading == value or (isinstance(reading, Ambiguous) and value in reading.choices)


@given(st.integers(min_value=0, max_value=10**17))
def test_a_printed_count_reads_back_without_a_question(amount: int) -> None:
    assert read(write(Number(Decimal(amount)), one()), one()) == Number(Decimal(amount))


any_value = st.one_of(
    amounts.map(lambda amount: Number(Decimal(values.format_plain(amount)))),
    st.sampled_from(list(Status)),
    st.booleans().map(Mark),
    st.text(min_size=1).map(Text),
    amounts.map(lambda rate: Rates((BlockRate("huyen", "- Khối huyện", Decimal(values.format_plain(rate))),))),
)


@given(st.text(alphabet="0123456789", min_size=1, max_size=20))
def test_bare_digits_are_read_as_full_width_ones_are(digits: str) -> None:
    # which take the long way
    wide = digits.translate({ord("0") + one: 0xFF10 + one for one in range(10)})
    assert values.read(digits, one()) == values.read(wide, one())


@given(any_value)
def test_the_wire_brings_a_value_back(value: Value) -> None:
    assert from_wire(to_wire(value)) == value


@given(st.text())
def test_nothing_typed_breaks_the_reading(typed: str) -> None:
    for kind in ("count", "decimal", "percent", "mark", "text", "rate-or-blocks"):
        read(typed, one(kind))


def test_an_exact_number_from_a_spreadsheet() -> None:
    assert values.from_amount(Decimal("7.0"), one()) == number("7")
    assert values.from_amount(Decimal("7.5"), one()) == Unreadable("not-whole")
    assert values.from_amount(Decimal(0), one("mark")) == Mark(held=False)
    assert values.from_amount(Decimal(10) ** 20, one()) == Unreadable("too-long")
