from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import charted, merged, round_totals, rounds_compared, store
from reformdesk.core.consolidation import Submitted, consolidate
from reformdesk.core.like_periods import Likeness, are_alike, partners
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.rounds_compared import Obstacle, answered_in_both, changed, compare, largest_first
from reformdesk.core.values import Mark, Number, Status, Value
from tests.core.builders import indicator, number, opened
from tests.demo import NEWEST


@dataclass(frozen=True)
class Known:
    id: str
    months: int
    ends: date


_ROUNDS = (
    Known("2021-h1", 6, date(2021, 6, 14)),
    Known("2022", 12, date(2022, 12, 14)),
    Known("2023-h1", 6, date(2023, 6, 14)),
    Known("2023-q3", 6, date(2023, 9, 14)),
    Known("2023", 12, date(2023, 12, 14)),
    Known("2024-h1", 6, date(2024, 6, 14)),
    Known("2025-h1", 6, date(2025, 6, 14)),
)


def test_the_same_period_last_year_is_offered_first_then_its_like() -> None:
    offered = [(one.id, likeness) for one, likeness in partners(_ROUNDS, _ROUNDS[5])]
    assert offered == [
        ("2023-h1", Likeness.SAME_PERIOD),
        ("2021-h1", Likeness.ALIKE),
        ("2025-h1", Likeness.ALIKE),
        ("2023", Likeness.OTHER),
        ("2023-q3", Likeness.OTHER),
        ("2022", Likeness.OTHER),
    ]


def rounds(folder: Path, *indicators: dict[str, Any], months: int = 12) -> tuple[Round, Round]:
    """Return a year's round and one that ends a year later."""
    desk, first = opened(folder, *indicators)
    desk.close()
    period = replace(first.period, months=12, ends=date(2023, 12, 14), cut_off={"1": date(2023, 12, 31)})
    later = replace(period, months=months, ends=date(2024, 12, 14), cut_off={"1": date(2024, 12, 31)})
    return replace(first, id="before", period=period), replace(first, id="now", period=later)


def part(round_: Round, **answers: dict[str, Value]) -> ConsolidatedRound:
    return ConsolidatedRound(round_, consolidate(round_, sent(answers)))


def sent(answers: dict[str, dict[str, Value]]) -> dict[str, Submitted]:
    return {agency: Submitted(agency, agency * 64, False, given_, {}) for agency, given_ in answers.items()}


def test_totals_stand_side_by_side_with_what_changed(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n"), indicator("m"), indicator("k", "mark", consolidation="any"))
    found = compare(
        part(
            before, a={"n": number("3"), "m": number("0"), "k": Mark(held=True)}, b={"n": number("5"), "m": number("0")}
        ),
        part(now, a={"n": number("3"), "m": number("2"), "k": Mark(held=True)}, b={"n": number("6"), "m": number("0")}),
    )
    n, m, k = found.lines
    assert (n.difference, n.percent, n.obstacle, n.is_uneven) == (Decimal(1), Decimal("12.5"), None, False)
    assert (m.difference, m.percent) == (Decimal(2), None)
    assert (k.difference, k.obstacle) == (None, Obstacle.NO_FIGURE)
    assert found.is_like
    assert [line.indicator.id for line in changed(found.lines)] == ["n", "m"]


def test_a_rate_changes_by_points(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n", "percent", consolidation="mean"))
    line = compare(part(before, a={"n": number("80")}), part(now, a={"n": number("82.5")})).lines[0]
    assert (line.in_points, line.difference, line.percent) == (True, Decimal("2.5"), None)


def test_unequal_coverage_is_marked(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n"))
    whole = part(now, a={"n": number("3")}, b={"n": number("5")})
    line = compare(part(before, a={"n": number("3")}), whole).lines[0]
    assert line.is_uneven
    assert [one.coverage for one in (line.before, line.now) if one] == ["1/2", "2/2"]
    # whoever has no such task is not missing
    waived = part(before, a={"n": number("3")}, b={"n": Status.NOT_APPLICABLE})
    assert not compare(waived, whole).lines[0].is_uneven


def test_only_those_that_answered_in_both(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n"), indicator("m"))
    sides = (
        (before, sent({"a": {"n": number("3"), "m": number("1")}, "b": {"n": number("5")}})),
        (now, sent({"a": {"n": number("4"), "m": Status.NOT_APPLICABLE}, "b": {"n": Status.BLANK}})),
    )
    found = compare(*answered_in_both(*sides), both_only=True)
    n, m = found.lines
    assert [(one.value, one.coverage) for one in (n.before, n.now) if one] == [
        (number("3"), "1/1"),
        (number("4"), "1/1"),
    ]
    assert (n.difference, n.is_uneven) == (Decimal(1), False)
    assert m.obstacle is Obstacle.NO_FIGURE


def test_a_half_year_is_not_set_against_a_year_but_a_stock_is(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n"), indicator("s", nature="stock"), months=6)
    given_: dict[str, Value] = {"n": number("3"), "s": number("3")}
    n, s = compare(part(before, a=given_), part(now, a=given_)).lines
    assert (n.obstacle, s.obstacle) == (Obstacle.OTHER_PERIOD, None)
    assert n.before is not None
    assert not compare(part(before), part(now)).lines[0].difference


def test_flows_are_alike_only_where_they_are_cut_off_alike(tmp_path: Path) -> None:
    before, now = rounds(tmp_path, indicator("n"))
    assert are_alike(before, now, "n")
    assert not are_alike(before, now, "unheard-of")
    for other in ({"cut_off": {"1": date(2024, 10, 31)}}, {"cumulates": False}, {"months": 9}):
        assert not are_alike(before, replace(now, period=replace(now.period, **other)), "n")
    # the turn of the year is no distance
    early = replace(now, period=replace(now.period, cut_off={"1": date(2025, 1, 5)}))
    assert are_alike(before, early, "n")


def test_what_only_one_asks_for_is_listed_and_not_compared(tmp_path: Path) -> None:
    before, _ = rounds(tmp_path, indicator("n"), indicator("old"))
    (tmp_path / "2").mkdir()
    _, now = rounds(tmp_path / "2", indicator("new"), indicator("n"))
    found = compare(part(before, a={}), part(now, a={}))
    assert [(line.indicator.id, line.obstacle) for line in found.lines] == [
        ("new", Obstacle.ASKED_ONCE),
        ("n", Obstacle.NO_FIGURE),
        ("old", Obstacle.ASKED_ONCE),
    ]


def test_the_largest_change_comes_first(tmp_path: Path) -> None:
    names = ("same", "none", "tenth", "from-nothing", "halved")
    before, now = rounds(tmp_path, *(indicator(name) for name in names))
    was: dict[str, Value] = dict(zip(names, map(number, ("5", "7", "100", "0", "8")), strict=True))
    is_: dict[str, Value] = {
        **was,
        "tenth": number("110"),
        "from-nothing": number("1"),
        "halved": number("4"),
        "none": Status.BLANK,
    }
    found = compare(part(before, a=was), part(now, a=is_))
    assert [line.indicator.id for line in largest_first(found.lines)] == [
        *("from-nothing", "halved", "tenth", "same", "none"),
    ]


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_there_and_back_is_nothing(one: int, other: int) -> None:
    with TemporaryDirectory() as folder:
        before, now = rounds(Path(folder), indicator("n"))
    there = compare(part(before, a={"n": Number(Decimal(one))}), part(now, a={"n": Number(Decimal(other))})).lines[0]
    back = compare(part(before, a={"n": Number(Decimal(other))}), part(now, a={"n": Number(Decimal(one))})).lines[0]
    assert there.difference is not None
    assert back.difference is not None
    assert there.difference + back.difference == 0
    assert (there.percent is None) is (one == 0)


def test_the_samples_rounds_are_compared_by_the_printed_totals(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        found = rounds_compared.read(workspace, "2022", "2023", both_only=False)
        both = rounds_compared.read(workspace, "2022", "2023", both_only=True)
        parts = [round_totals.of_round(workspace, name) for name in ("2022", "2023")]
    assert found.is_like
    compared = [line for line in found.lines if line.difference is not None]
    assert len(compared) > 60
    for line in compared:
        was, is_ = (charted.amount_of(one.totals[line.indicator.id].value) for one in parts)
        assert was is not None
        assert is_ is not None
        assert line.difference == is_ - was
    # everybody answered in both
    assert [line.difference for line in both.lines] == [line.difference for line in found.lines]


def test_a_series_goes_through_its_like_in_order_and_names_what_it_leaves_out(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        parts = [round_totals.of_round(workspace, name) for name in (NEWEST, "2021", "2023", "2022")]
        flow = charted.series(parts, "legal-documents-handled", "2023")
        assert [point.round.id for point in flow.points] == ["2021", "2022", "2023"]
        assert [one.id for one in flow.left_out] == [NEWEST]
        alone = charted.series(parts, "legal-documents-handled", NEWEST)
        assert [point.round.id for point in alone.points] == [NEWEST]
        stock = charted.series(parts, "civil-servants-assigned", "2023")
        assert [point.round.id for point in stock.points] == ["2021", "2022", "2023", NEWEST]
        assert stock.left_out == ()
        total = merged.total(workspace, NEWEST, "civil-servants-assigned")
        bars = charted.bars(parts[0].round, total)
    amounts = [bar.amount for bar in bars.bars]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) == 39
    assert bars.median == sorted(amounts)[19]
    assert bars.groups == ("departments", "districts")
    assert bars.without == ()


def test_bars_name_who_gave_no_figure(tmp_path: Path) -> None:
    _, now = rounds(tmp_path, indicator("n"))
    total = part(now, a={"n": number("3")}).totals["n"]
    bars = charted.bars(now, total)
    assert ([bar.agency.id for bar in bars.bars], [one.id for one in bars.without]) == (["a"], ["b"])
    assert bars.median == Decimal(3)


@pytest.mark.parametrize(("kind", "drawn"), [("count", True), ("percent", True), ("mark", False), ("text", False)])
def test_marks_and_words_are_not_drawn(tmp_path: Path, kind: str, drawn: bool) -> None:
    round_, _ = rounds(tmp_path, indicator("n", kind, consolidation="sole"))
    assert charted.can_be_drawn(round_.catalogue.indicators["n"]) is drawn
