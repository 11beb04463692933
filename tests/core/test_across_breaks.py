"""Totals across a change of edition and a reorganisation: compared, drawn and told only as far as that is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import breaks, charted, outliers, seam_text, seams
from reformdesk.core.catalogue import Label
from reformdesk.core.catalogue_reading import format_of, parse
from reformdesk.core.consolidation import PAST_REASON, Submitted
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.report_charts import MOST_PERIODS, area_charts
from reformdesk.core.rounds import Break, Round
from reformdesk.core.rounds_compared import Comparison, Obstacle, answered_in_both, compare
from reformdesk.core.values import Number, Status, Value
from tests.core.builders import indicator, number, source
from tests.core.test_breaks import round_of, step
from tests.core.test_cover_text import part, said, year

RATED = indicator("r", "percent", consolidation="rate", rate={"numerator": "n", "denominator": "d"})
UNIT = {"unit": {"vi": "nghìn cái", "en": ""}}


def short(round_: Round) -> Round:
    return replace(round_, short=Label(round_.title.vi.removeprefix("Năm "), ""))


def gave(round_: Round, of: int, **amounts: str) -> ConsolidatedRound:
    """Return a year's round in which agencies gave so much."""
    return part(short(year(round_, of)), {agency: {"n": number(amount)} for agency, amount in amounts.items()})


TWO = {"a": "3", "b": "5"}
MERGED = (step("a", "c"), step("b", "c"))


def line(found: Comparison) -> Any:
    return next(one for one in found.lines if one.indicator.id == "n")


def test_a_sum_is_compared_across_a_merger_and_the_merger_is_told() -> None:
    before, now = gave(round_of(("a", "b")), 2024, **TWO), gave(round_of(("c",), *MERGED), 2025, c="10")
    one = line(compare(before, now))
    assert (one.difference, one.obstacle) == (Decimal(2), None)
    assert one.seam.reorganised.on == date(2025, 7, 1)
    # whichever of them is looked at first
    assert line(compare(now, before)).difference == Decimal(-2)
    assert compare(before, now).reorganised_on == date(2025, 7, 1)
    assert compare(before, before).reorganised_on is None
    text = said(before, now)
    assert text.areas[0].paragraphs[0].startswith("N: 10 cái, tăng 02 cái (25%) so với năm 2024")
    told = "Có 01 chỉ tiêu được so sánh với số liệu của các đơn vị trước sắp xếp tổ chức (trước ngày 01/7/2025)."
    assert told in text.collected
    # of one that only joined nothing is told
    joined = said(before, gave(round_of(("a", "b", "c")), 2025, c="10", **TWO))
    assert not any("sắp xếp" in one for one in joined.collected)


@pytest.mark.parametrize(
    ("was", "is_", "succession", "why"),
    [
        ({}, UNIT, MERGED, Obstacle.COUNTED_OTHERWISE),
        ({}, {"nature": "stock"}, MERGED, Obstacle.COUNTED_OTHERWISE),
        ({"consolidation": "mean"}, {"consolidation": "mean"}, MERGED, Obstacle.OTHER_AGENCIES),
        ({}, {}, (), Obstacle.OTHER_AGENCIES),
    ],
)
def test_no_difference_is_said_across_a_break(
    was: dict[str, Any], is_: dict[str, Any], succession: tuple[dict[str, Any], ...], why: Obstacle
) -> None:
    before = gave(round_of(("a", "b"), **was), 2024, **TWO)
    now = gave(round_of(("c",), *succession, **is_), 2025, c="10")
    found = compare(before, now)
    assert (line(found).difference, line(found).obstacle) == (None, why)
    assert next(one.indicator.id for one in found.broken if one.obstacle is why) == "n"
    text = said(before, now)
    assert "so với" not in text.areas[0].paragraphs[0]
    assert any("chuỗi số liệu bị gián đoạn" in one for one in text.collected)
    assert not any("cùng loại với kỳ này" in one for one in text.collected)


def test_a_figure_of_another_kind_is_told_for_what_it_is() -> None:
    before = part(year(round_of(("a",), kind="text", consolidation="any"), 2024), {"a": {"n": number("3")}})
    found = compare(before, gave(round_of(("a",)), 2025, a="3"))
    assert line(found).obstacle is Obstacle.COUNTED_OTHERWISE
    assert line(found).was.kind == "text"


def test_of_figures_from_before_there_were_shares_nobody_knows_whose_they_are() -> None:
    before, now = gave(round_of(("a",)), 2024, a="3"), gave(round_of(("c",)), 2025, c="10")
    (total,) = (before.totals["n"],)
    past = replace(before, totals={**before.totals, "n": replace(total, adjusted=PAST_REASON, sent=0)})
    assert line(compare(before, now)).obstacle is Obstacle.OTHER_AGENCIES
    assert line(compare(past, now)).difference == Decimal(7)


def sent(**given_: Value) -> dict[str, Submitted]:
    return {agency: Submitted(agency, agency * 64, False, {"n": value}, {}) for agency, value in given_.items()}


def in_both(
    before: Round, was: dict[str, Submitted], now: Round, is_: dict[str, Submitted]
) -> tuple[Value, Value, str, str]:
    sides = (year(before, 2024), was), (year(now, 2025), is_)
    one, other = (part.totals["n"] for part in answered_in_both(*sides))
    turned = [part.totals["n"] for part in answered_in_both(*reversed(sides))]
    assert [each.value for each in turned] == [other.value, one.value]
    return one.value, other.value, one.coverage, other.coverage


def test_predecessors_count_beside_their_successor_where_all_of_them_answered() -> None:
    before, now = round_of(("a", "b", "e")), round_of(("c", "e", "new"), *MERGED)
    rest = {"e": number("1")}
    was, is_ = sent(a=number("3"), b=number("5"), **rest), sent(c=number("10"), new=number("99"), **rest)
    assert in_both(before, was, now, is_) == (number("9"), number("11"), "3/3", "2/2")
    # without one of them the sum is not that of the successor
    assert in_both(before, sent(a=number("3"), **rest), now, is_) == (number("1"), number("1"), "1/1", "1/1")
    # to whom it did not apply, adds nothing
    none = sent(a=number("3"), b=Status.NOT_APPLICABLE, **rest)
    assert in_both(before, none, now, is_)[:2] == (number("4"), number("11"))
    mean = {"consolidation": "mean"}
    alike = round_of(("a", "b", "e"), **mean), round_of(("c", "e", "new"), *MERGED, **mean)
    assert in_both(alike[0], was, alike[1], is_)[:2] == (number("1"), number("1"))


def test_what_went_in_part_to_somebody_who_is_not_asked_is_not_all_with_those_who_are() -> None:
    before, now = round_of(("a",)), round_of(("b",), step("a", "b"), step("a", "gone"))
    (one,) = breaks.kin(year(before, 2024), year(now, 2025), "n")
    assert (one.before, one.now) == (frozenset("a"), frozenset({"b", "gone"}))
    assert in_both(before, sent(a=number("3")), now, sent(b=number("2")))[:2] == (Status.BLANK, Status.BLANK)


def test_a_task_that_was_handed_back_went_over_once_since() -> None:
    there, back = step("a", "b", "2024-03-01"), step("b", "a", "2025-03-01")
    before, now = round_of(("b",), there), round_of(("a",), there, back)
    assert breaks.kin(year(before, 2024), year(now, 2025), "n") == (breaks.Kin(frozenset("b"), frozenset("a")),)
    one = line(compare(gave(before, 2024, b="8"), gave(now, 2025, a="10")))
    assert (one.difference, one.obstacle, one.seam.reorganised.days) == (Decimal(2), None, (date(2025, 3, 1),))
    # who had it first and has it again is compared with itself
    first = round_of(("a",))
    assert breaks.kin(year(first, 2023), year(now, 2025), "n") == (breaks.Kin(frozenset("a"), frozenset("a")),)


def test_whoever_shares_a_task_since_stands_for_one_with_whoever_it_came_from() -> None:
    before, now = round_of(("a", "b")), round_of(("a", "b", "c"), step("a", "c"), step("a", "b", "2020-01-01"))
    assert set(breaks.kin(year(before, 2024), year(now, 2025), "n")) == {
        breaks.Kin(frozenset("a"), frozenset("ac")),
        breaks.Kin(frozenset("b"), frozenset("b")),
    }


@given(
    st.sets(st.sampled_from("abcd"), min_size=1),
    st.sets(st.sampled_from("cdef"), min_size=1),
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("cdef")).filter(lambda one: one[0] != one[1])),
)
def test_nobody_stands_for_two(old: set[str], new: set[str], steps: list[tuple[str, str]]) -> None:
    pairs = breaks.kin(
        year(round_of(tuple(sorted(old))), 2024),
        year(round_of(tuple(sorted(new)), *(step(*one) for one in steps)), 2025),
        "n",
    )
    # who took something over and is not asked may be among those of now
    for side, all_ in ((0, old), (1, new | {after for _, after in steps})):
        members = [agency for one in pairs for agency in (one.before, one.now)[side]]
        assert len(members) == len(set(members))
        assert set(members) <= all_
    assert old & new <= {agency for one in pairs for agency in one.now}
    assert all(one.now & new for one in pairs)


def series(*parts: ConsolidatedRound, of: int = -1) -> charted.Series:
    return charted.series(parts, "n", parts[of].round.id)


def test_a_series_goes_on_over_a_merger_with_a_mark_and_stops_at_a_break() -> None:
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED)
    first, second, third = gave(old, 2023, **TWO), gave(old, 2024, **TWO), gave(new, 2025, c="10")
    found = series(first, second, third)
    assert [point.amount for point in found.points] == [8, 8, 10]
    assert list(found.seams) == [2]
    assert [found.goes_on(place) for place in range(2)] == [True, True]
    mean = gave(round_of(("c",), *MERGED, consolidation="mean"), 2025, c="10")
    broken = series(first, second, mean)
    assert [broken.goes_on(place) for place in range(2)] == [True, False]
    assert broken.seams[2].broken is Break.CONSOLIDATION
    assert len(broken.points) == 3


def test_what_counts_in_another_unit_has_no_place_on_the_scale_and_the_break_is_at_the_edge() -> None:
    old, new = round_of(("a",)), round_of(("a",), **UNIT)
    parts = [gave(old, 2022, a="1000"), gave(old, 2023, a="2000"), gave(new, 2024, a="3"), gave(new, 2025, a="4")]
    found = series(*parts)
    assert [point.amount for point in found.points] == [3, 4]
    assert list(found.seams) == [0]
    assert [one.id for one in found.otherwise] == ["2022-12", "2023-12"]
    earlier = series(*parts, of=0)
    assert [point.amount for point in earlier.points] == [1000, 2000]
    assert list(earlier.seams) == [2]


def test_the_reports_chart_tells_what_lies_between_its_periods() -> None:
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED)
    parts = [gave(old, 2023, **TWO), gave(old, 2024, a="3", b="6"), gave(new, 2025, c="10")]
    (chart,) = area_charts(parts)
    assert (chart.parted, chart.reorganised) == ((), (2,))
    assert chart.notes == ("Từ năm 2025, số liệu do C báo cáo (trước ngày 01/7/2025: 2 đơn vị).",)
    (unit,) = area_charts(
        [*parts[:2], gave(round_of(("a",), **UNIT), 2025, a="4"), gave(round_of(("a",), **UNIT), 2026, a="5")]
    )
    assert unit.labels == ("2025", "2026")
    assert unit.notes == (
        "Chuỗi số liệu bị gián đoạn từ năm 2025: đơn vị tính thay đổi.",
        "Biểu đồ không có năm 2023, năm 2024 vì khi đó khác loại số liệu hoặc đơn vị tính.",
    )
    (parted,) = area_charts([*parts[:2], gave(round_of(("c",), *MERGED, consolidation="mean"), 2025, c="10")])
    assert (parted.parted, parted.reorganised) == ((2,), ())


def test_a_seam_before_the_periods_that_are_shown_is_not_told() -> None:
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED)
    after = [gave(new, 2025 + place, c=str(place)) for place in range(MOST_PERIODS)]
    (chart,) = area_charts([gave(old, 2024, **TWO), *after])
    assert (len(chart.periods), chart.seams, chart.notes) == (MOST_PERIODS, {}, ())
    (chart,) = area_charts([gave(old, 2024, **TWO), *after[: MOST_PERIODS - 1]])
    assert list(chart.seams) == [1]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": "text", "consolidation": "any"}, "loại số liệu thay đổi"),
        ({"nature": "stock"}, "trước và sau không cùng tính tại thời điểm hay theo kỳ"),
        ({"consolidation": "mean"}, "cách tổng hợp thay đổi"),
    ],
)
def test_a_break_is_told_in_the_words_of_the_report(changed: dict[str, Any], words: str) -> None:
    seam = seams.between(gave(round_of(("a",)), 2024), gave(round_of(("a",), **changed), 2025), "n")
    assert seam is not None
    assert seam_text.said(seam) == f"Chuỗi số liệu bị gián đoạn từ năm 2025: {words}."


def test_others_without_a_day_are_told_too() -> None:
    seam = seams.between(gave(round_of(("a",)), 2024), gave(round_of(("c", "d")), 2025), "n")
    assert seam is not None
    assert seam_text.said(seam) == "Chuỗi số liệu bị gián đoạn từ năm 2025: số liệu do 2 đơn vị báo cáo (trước đó: A)."


def odd(now: ConsolidatedRound, *past: ConsolidatedRound) -> list[str]:
    """Return which agencies' figures stand out from what was reported before."""

    def amounts(one: ConsolidatedRound) -> dict[str, dict[str, Decimal]]:
        shares = one.totals["n"].shares
        return {"n": {share.agency: share.value.amount for share in shares if isinstance(share.value, Number)}}

    found = outliers.find(now.round, amounts(now), [(one.round, amounts(one)) for one in past])
    return [one.agency for one in found.get("n", ())]


def test_whoever_took_over_is_measured_by_the_sum_of_those_it_took_over_from() -> None:
    old = round_of(("a", "b", "e"))
    past = [gave(old, 2020 + place, a=str(100 + place), b="900", e="50") for place in range(4)]
    steps = step("a", "b"), step("e", "f")
    now = round_of(("b", "f"), *steps)
    assert odd(gave(now, 2025, b="1000", f="50"), *past) == []
    # what was b's alone would be usual for b, and is too little for both
    assert odd(gave(now, 2025, b="200", f="50"), *past) == ["b"]
    assert odd(gave(now, 2025, b="1000", f="500"), *past) == ["f"]
    # where one of them gave none, nobody knows
    gaps = [gave(old, 2020 + place, b="900", e="50") for place in range(4)]
    assert odd(gave(now, 2025, b="100", f="50"), *gaps) == []
    # counted otherwise, or too seldom
    unit = round_of(("b", "f"), *steps, **UNIT)
    assert odd(gave(unit, 2025, b="1", f="50"), *past) == []
    assert odd(gave(now, 2025, b="200", f="50"), *past[:2]) == []
    divided = round_of(("b", "c"), step("a", "b"), step("a", "c"))
    assert odd(gave(divided, 2025, b="1", c="1"), *past) == []
    mean = round_of(("b", "f"), *steps, consolidation="mean")
    assert odd(gave(mean, 2025, b="1", f="500"), *past) == ["f"]


def test_rates_of_those_who_merged_are_the_rate_of_their_sums() -> None:
    made = source(indicator("n"), indicator("d"), RATED)
    old, new = (
        replace(round_of(agencies, *steps), catalogue=parse({**made, "format": format_of(made)}))
        for agencies, steps in ((("a", "b"), ()), (("c",), MERGED))
    )
    parts = {"n": {"a": Decimal(1), "b": Decimal(90)}, "d": {"a": Decimal(100), "b": Decimal(100)}}
    past = [(year(old, 2020 + place), {**parts, "r": {"a": Decimal(1), "b": Decimal(90)}}) for place in range(4)]
    # 91 of 200, which neither of the two is near
    assert outliers.find(year(new, 2025), {"r": {"c": Decimal("45.5")}}, past) == {}
    (found,) = outliers.find(year(new, 2025), {"r": {"c": Decimal(5)}}, past)["r"]
    assert found.usual == Decimal("45.5")
    without = [(one, {**figures, "n": {"a": Decimal(1)}}) for one, figures in past]
    assert outliers.find(year(new, 2025), {"r": {"c": Decimal(5)}}, without) == {}
