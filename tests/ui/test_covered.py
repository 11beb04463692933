"""What a round covers is said where it is filled: from which day to which, and whether it adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reformdesk.ui.pages.covered import covered
from tests.core.builders import rated_source, round_of
from tests.ui.conftest import Speak


def test_a_period_says_its_days_and_whether_it_adds_up(speak: Speak) -> None:
    period = round_of(rated_source()).period
    speak("vi")
    assert covered(period) == "Số liệu từ 15/12/2023 đến 14/06/2024, cộng dồn từ đầu năm"
    alone = replace(period, cumulates=False, starts=date(2024, 6, 15))
    assert covered(alone, date(2024, 8, 31)) == "Số liệu từ 15/06/2024 đến 31/08/2024, chỉ tính số phát sinh trong kỳ"
