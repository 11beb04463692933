"""What a round covers: the usual periods, and any other."""

from __future__ import annotations

from datetime import date

import pytest

from reformdesk.core.periods import PERIODS, custom, months_between, next_due, propose


@pytest.mark.parametrize("key", PERIODS)
def test_a_usual_period_has_the_length_it_says(key: str) -> None:
    found = propose(key, 2024)
    assert months_between(found.starts, found.ends) == found.months
    assert found.ends < found.deadline


def test_nine_months_run_from_the_years_start() -> None:
    found = propose("9m", 2024)
    assert (found.id, found.starts, found.ends) == ("2024-9m", date(2023, 12, 15), date(2024, 9, 14))
    assert found.cumulates
    assert found.title == {"vi": "9 tháng đầu năm 2024", "en": "First nine months of 2024"}


def test_a_period_of_ones_own_takes_its_id_from_its_title() -> None:
    found = custom("Đột xuất  tháng 8/2024", "", date(2024, 8, 1), date(2024, 8, 31), cumulates=False)
    assert (found.id, found.months) == ("dot-xuat-thang-8-2024", 1)
    assert found.title == {"vi": "Đột xuất tháng 8/2024"}
    assert found.printed == "Đột xuất tháng 8/2024 (tính đến {cut_off})"


@pytest.mark.parametrize(
    ("starts", "ends", "months"),
    [
        (date(2024, 1, 1), date(2024, 1, 2), 1),
        (date(2024, 1, 1), date(2024, 12, 31), 12),
        (date(2023, 12, 15), date(2024, 6, 14), 6),
        (date(2024, 6, 2), date(2024, 6, 1), 1),
        (date(2000, 1, 1), date(2024, 1, 1), 120),
    ],
)
def test_months_are_whole_and_within_what_a_round_file_takes(starts: date, ends: date, months: int) -> None:
    assert months_between(starts, ends) == months


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2024, 1, 2), ("q1", 2024)),
        (date(2024, 3, 16), ("h1", 2024)),
        (date(2024, 9, 15), ("q3", 2024)),
        (date(2024, 11, 26), ("year", 2024)),
        (date(2024, 12, 16), ("q1", 2025)),
    ],
)
def test_the_period_that_is_due_next_is_proposed(day: date, due: tuple[str, int]) -> None:
    assert next_due(day) == due
