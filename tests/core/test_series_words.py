"""What lies between two totals, in the words of the windows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reformdesk import series_words
from reformdesk.core import seam_text, seams
from reformdesk.core.rounds import Round
from reformdesk.core.seams import Seam
from reformdesk.words import Words
from tests.core.test_across_breaks import MERGED, UNIT, gave
from tests.core.test_breaks import round_of, step

EN, VI = Words("en"), Words("vi")
DISTRICTS, COMMUNES = tuple(f"district-{place}" for place in range(3)), tuple(f"commune-{place}" for place in range(9))


def grouped(round_: Round, group: str) -> Round:
    """Return the round with all who report in a group of that name as well."""
    agencies = (replace(one, groups=(*one.groups, group)) if one.groups else one for one in round_.agencies)
    return replace(round_, agencies=tuple(agencies))


def between(earlier: Round, later: Round) -> Seam:
    found = seams.between(gave(earlier, 2024), gave(later, 2025), "n")
    assert found is not None
    return found


def test_a_reorganisation_is_told_with_its_day_and_its_groups() -> None:
    steps = tuple(step(DISTRICTS[place % 3], name) for place, name in enumerate(COMMUNES))
    seam = between(grouped(round_of(DISTRICTS), "districts"), grouped(round_of(COMMUNES, *steps), "communes"))
    assert series_words.why(seam, EN) == "before 01/07/2025: 3 districts"
    assert series_words.sentence(seam, EN) == (
        "From năm 2025 on reported by 9 communes and wards, before 01/07/2025: 3 districts."
    )
    assert series_words.sentence(seam, VI) == (
        "Từ năm 2025, 9 đơn vị cấp xã báo cáo, trước ngày 01/07/2025: 3 đơn vị cấp huyện."
    )
    assert series_words.short(seam, EN) == "reorganised 01/07/2025"


def test_whose_part_nobody_took_over_is_named() -> None:
    seam = between(round_of(("a", "b", "e")), round_of(("c",), *MERGED))
    assert series_words.sentence(seam, EN).endswith("Nobody took over from E.")
    many = between(round_of(("a", "b", *"efgh")), round_of(("c",), *MERGED))
    assert series_words.sentence(many, EN).endswith("Nobody took over from 4 agencies.")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (UNIT, "the unit was “pieces” and is “nghìn cái”"),
        ({"kind": "text", "consolidation": "any"}, "another kind of figure is asked for"),
        ({"nature": "stock"}, "one counts on a day, the other over the period"),
        ({"consolidation": "mean"}, "the agencies' figures are consolidated in another way"),
    ],
)
def test_a_break_says_why(changed: dict[str, Any], said: str) -> None:
    seam = between(round_of(("a",)), round_of(("a",), **changed))
    assert series_words.why(seam, EN) == said
    assert series_words.sentence(seam, EN) == f"Break in the series from năm 2025 on: {said}."
    assert series_words.short(seam, EN) == "break in the series"


def test_others_without_succession_break_a_sum_and_not_one_agencys_figure() -> None:
    seam = between(round_of(("a",)), round_of(("c", "d")))
    assert series_words.sentence(seam, EN) == (
        "Break in the series from năm 2025 on: reported by 2 agencies, before: A."
    )
    sole = {"consolidation": "sole"}
    assert series_words.short(between(round_of(("a",), **sole), round_of(("c",), **sole)), EN) == "other agencies"


def test_blocks_that_are_rated_no_more_are_told_as_such() -> None:
    rate = {"kind": "rate-or-blocks", "consolidation": "sole"}
    old, new = round_of(("a",), **rate), round_of(("a",), **rate)
    indicators = new.catalogue.indicators
    fewer = {**indicators, "n": replace(indicators["n"], blocks=indicators["n"].blocks[:1])}
    seam = between(old, replace(new, catalogue=replace(new.catalogue, indicators=fewer)))
    assert series_words.why(seam, EN) == "other blocks of agencies are rated"
    assert seam_text.said(seam) == "Chuỗi số liệu bị gián đoạn từ năm 2025: các khối được khảo sát thay đổi."


def test_two_days_are_told_from_the_first_to_the_last() -> None:
    seam = between(round_of(("a", "b")), round_of(("c",), step("a", "c", "2025-03-01"), step("b", "c")))
    assert series_words.short(seam, EN) == "reorganised 01/03/2025 – 01/07/2025"
