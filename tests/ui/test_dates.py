"""Dates as people here read them, whatever the machine's own format."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from reformdesk.ui import dates

LATE = datetime(2024, 6, 30, 17, 5, 9, tzinfo=UTC)


@pytest.fixture
def _hanoi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its time zone in a test")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Ho_Chi_Minh")
        time.tzset()
        yield
    time.tzset()


def test_a_day_has_two_digits_and_the_whole_year() -> None:
    assert dates.day(date(2026, 1, 5)) == "05/01/2026"


@pytest.mark.usefixtures("_hanoi")
def test_a_moment_is_told_in_local_time() -> None:
    assert dates.long_moment(LATE) == "01/07/2024 00:05"
    assert dates.moment(LATE) == "01/07 00:05"
    assert dates.clock(LATE) == "00:05:09"


@pytest.mark.usefixtures("_hanoi")
def test_a_moment_may_come_as_it_travels() -> None:
    assert dates.long_moment("2024-06-30T17:05:09Z") == dates.long_moment(LATE)


def test_now_knows_its_zone() -> None:
    assert dates.now().tzinfo is UTC
