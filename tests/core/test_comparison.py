"""Like stands beside like: the same period last year, the previous period, series of one length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import comparison
from reformdesk.core.catalogue import Label
from reformdesk.core.comparison import Beside
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Number, Value
from tests.core.builders import indicator, opened

ONE: Mapping[str, Value] = {"f": Number(Decimal(1)), "s": Number(Decimal(1))}


@pytest.fixture
def round_(tmp_path: Path) -> Round:
    """A half-year round over a flow and a stock."""
    desk, made = opened(tmp_path, indicator("f"), indicator("s", nature="stock"))
    desk.close()
    return made


def past(name: str, months: int, ends: date, answers: Mapping[str, Value] = ONE, agency: str = "a") -> EarlierRound:
    return EarlierRound(name, Label(name, ""), Label(name, ""), months, ends, {agency: answers})


YEAR_2022 = past("2022", 12, date(2022, 12, 14))
HALF_2023 = past("2023-h1", 6, date(2023, 6, 14))
YEAR_2023 = past("2023", 12, date(2023, 12, 14))
QUARTER = past("2024-q1", 3, date(2024, 3, 14))


def shown(round_: Round, *earlier: EarlierRound, most: int = 4) -> list[tuple[str, Beside]]:
    found = comparison.columns(replace(round_, earlier=earlier), "a", ("f", "s"), most)
    return [(one.past.id, one.beside) for one in found]


def test_the_same_period_last_year_stands_nearest_then_the_previous_one(round_: Round) -> None:
    assert shown(round_, YEAR_2022, HALF_2023, YEAR_2023, QUARTER) == [
        ("2022", Beside.OTHER),
        ("2023", Beside.OTHER),
        ("2024-q1", Beside.PREVIOUS),
        ("2023-h1", Beside.SAME_PERIOD),
    ]
    assert shown(round_, YEAR_2022, HALF_2023, YEAR_2023, most=2) == [
        ("2023", Beside.PREVIOUS),
        ("2023-h1", Beside.SAME_PERIOD),
    ]
    assert shown(round_, YEAR_2022, YEAR_2023, most=1) == [("2023", Beside.PREVIOUS)]
    assert shown(round_, YEAR_2022, most=0) == []


def test_a_period_that_is_both_is_the_same_period(round_: Round) -> None:
    assert shown(round_, YEAR_2022, HALF_2023) == [("2022", Beside.OTHER), ("2023-h1", Beside.SAME_PERIOD)]


def test_a_period_that_asked_others_alone_is_not_shown(round_: Round) -> None:
    assert shown(round_, past("2023", 12, date(2023, 12, 14), agency="b")) == []
    assert shown(round_, past("2023", 12, date(2023, 12, 14), {"other": Number(Decimal(1))})) == []


def test_a_half_year_is_never_drawn_in_line_with_full_years(round_: Round) -> None:
    years = replace(round_, earlier=(YEAR_2022, YEAR_2023))
    found = comparison.series(years, "a", "f")
    assert ([one.id for one in found.past], found.joins) == (["2022", "2023"], False)
    mixed = replace(round_, earlier=(YEAR_2022, HALF_2023, YEAR_2023))
    found = comparison.series(mixed, "a", "f")
    assert ([one.id for one in found.past], found.joins) == (["2023-h1"], True)
    lengths = replace(round_, earlier=(YEAR_2022, YEAR_2023, QUARTER))
    found = comparison.series(lengths, "a", "f")
    assert ([one.id for one in found.past], found.joins) == (["2024-q1"], False)


def test_a_stock_is_drawn_through_all_of_them(round_: Round) -> None:
    mixed = replace(round_, earlier=(YEAR_2022, HALF_2023, YEAR_2023))
    found = comparison.series(mixed, "a", "s")
    assert ([one.id for one in found.past], found.joins) == (["2022", "2023-h1", "2023"], True)


def test_without_a_past_there_is_only_now(round_: Round) -> None:
    assert comparison.series(round_, "a", "f") == comparison.Series((), joins=True)
