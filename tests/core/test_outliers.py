from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import figures, roundbook, store, what_counts
from reformdesk.core.outliers import Code, Outlier, among, find, median, peer_groups
from reformdesk.core.rounds import succession_from_wire
from reformdesk.outlier_words import about, sentence
from reformdesk.words import Words
from tests.core import builders
from tests.core.builders import one
from tests.demo import NEWEST
from tests.outlying import BY, INDICATOR, WHY, plant

_GROUPS = {f"a{place:02}": ("s" if place < 12 else "h") for place in range(30)}


def figures_of(seed: int, spread: int = 30, agencies: int = 30) -> tuple[dict[str, Decimal], dict[str, list[Decimal]]]:
    """Return a province without oddities: agencies of every size, none moving by more than ``spread`` per cent."""
    chance = Random(seed)
    sizes = {agency: chance.randint(500, 900) for agency in list(_GROUPS)[:agencies]}

    def moved(size: int) -> Decimal:
        return Decimal(size * chance.randint(100 - spread, 100 + spread)) / 100

    return (
        {agency: moved(size) for agency, size in sizes.items()},
        {agency: [moved(size) for _ in range(4)] for agency, size in sizes.items()},
    )


def named(found: tuple[Outlier, ...]) -> list[tuple[str, Code]]:
    return [(one.agency, one.code) for one in found]


@given(st.integers(0, 10**6))
def test_a_province_without_oddities_has_none(seed: int) -> None:
    now, history = figures_of(seed)
    assert among(now, history, _GROUPS) == ()
    assert among(now, {}, _GROUPS) == ()


@given(
    st.integers(0, 10**6), st.sampled_from(sorted(_GROUPS)), st.sampled_from([Decimal(10), Decimal("0.1"), Decimal(0)])
)
def test_one_planted_is_the_one_found(seed: int, agency: str, times: Decimal) -> None:
    """A nought too many, one too few, and a zero that should have been left blank."""
    now, history = figures_of(seed, spread=10)
    now[agency] *= times
    code = Code.OWN_ZERO if not times else Code.OWN_HIGH if times > 1 else Code.OWN_LOW
    assert named(among(now, history, _GROUPS)) == [(agency, code)]


@given(st.integers(0, 10**6), st.sampled_from(sorted(_GROUPS)))
def test_one_without_a_past_is_found_by_its_peers(seed: int, agency: str) -> None:
    now, history = figures_of(seed)
    now[agency] = Decimal(200_000)
    del history[agency]
    assert named(among(now, history, _GROUPS)) == [(agency, Code.PEERS_HIGH)]


@given(
    st.integers(0, 10**6),
    st.dictionaries(st.sampled_from(sorted(_GROUPS)), st.sampled_from([0, 1, 7, 20, 1000]), max_size=4),
    st.sampled_from(["0.001", "0.5", "3", "7", "1000", "1000000"]),
    st.randoms(use_true_random=False),
)
def test_neither_the_unit_nor_the_order_says_anything(
    seed: int, planted: Mapping[str, int], unit: str, chance: Random
) -> None:
    now, history = figures_of(seed)
    for agency, times in planted.items():
        now[agency] *= times
    found = among(now, history, _GROUPS)
    by = Decimal(unit)
    scaled = among(
        {agency: value * by for agency, value in now.items()},
        {agency: [value * by for value in past] for agency, past in history.items()},
        _GROUPS,
    )
    assert named(scaled) == named(found)
    assert [round(one.weight, 9) for one in scaled] == [round(one.weight, 9) for one in found]
    order = list(now)
    chance.shuffle(order)
    turned = {agency: history[agency][::-1] for agency in reversed(order)}
    assert among({agency: now[agency] for agency in order}, turned, _GROUPS) == found


@given(st.integers(0, 10**6))
def test_what_moves_everybody_moves_nobody_out(seed: int) -> None:
    """A new task makes the figures of the whole group jump."""
    now, history = figures_of(seed, spread=10)
    now = {agency: value * 8 if _GROUPS[agency] == "s" else value for agency, value in now.items()}
    assert among(now, history, _GROUPS) == ()


def test_a_group_that_stands_still_still_shows_the_one_that_moves() -> None:
    """Where more than half are equal, the median distance is zero."""
    still = {agency: Decimal(100) for agency in _GROUPS}
    found = among({**still, "a03": Decimal(1000)}, {agency: [Decimal(100)] * 3 for agency in _GROUPS}, _GROUPS)
    assert named(found) == [("a03", Code.OWN_HIGH)]
    assert named(among({**still, "a03": Decimal(1000)}, {}, _GROUPS)) == [("a03", Code.PEERS_HIGH)]
    assert among(still, {}, _GROUPS) == ()


def test_small_figures_that_swing_are_left_alone() -> None:
    history = {agency: [Decimal(2), Decimal(1), Decimal(3), Decimal(2)] for agency in _GROUPS}
    now = {agency: Decimal(place % 4) for place, agency in enumerate(_GROUPS)}
    assert among(now, history, _GROUPS) == ()


def test_what_weighs_little_beside_the_others_is_left_out() -> None:
    now, history = figures_of(1, spread=5)
    now["a00"], history["a00"] = Decimal(20), [Decimal(2)] * 4
    assert among(now, history, _GROUPS) == ()


def test_two_earlier_figures_or_four_peers_say_nothing() -> None:
    two = {"a00": [Decimal(120), Decimal(118)]}
    assert among({"a00": Decimal(1204)}, two, _GROUPS) == ()
    few = {f"a0{place}": Decimal(100) for place in range(4)}
    assert among({**few, "a09": Decimal(9000)}, {}, _GROUPS) == ()
    alone = among({"a00": Decimal(1204)}, {"a00": [Decimal(120), Decimal(118), Decimal(121)]}, {})
    assert named(alone) == [("a00", Code.OWN_HIGH)]


def test_the_weightiest_comes_first() -> None:
    now, history = figures_of(5, spread=5)
    now["a01"] *= 6
    now["a20"] *= 40
    assert [one.agency for one in among(now, history, _GROUPS)] == ["a20", "a01"]


@pytest.mark.parametrize(("figures_", "middle"), [([3, 1, 2], "2"), ([4, 1, 2, 3], "2.5"), ([7], "7")])
def test_the_median(figures_: list[int], middle: str) -> None:
    assert median(map(Decimal, figures_)) == Decimal(middle)


def test_it_is_said_in_words() -> None:
    found = Outlier("a", Code.OWN_HIGH, Decimal(1204), Decimal("120.4"), Decimal("10.00"), 4, Decimal("0.4"))
    words = Words("vi")
    assert sentence(found, one(), "Sở X", words) == "Sở X: 1.204, thường khoảng 120 (gấp 10 lần)"
    for code in Code:
        said = sentence(Outlier("a", code, Decimal(3), Decimal(9), Decimal("4.46"), 5, Decimal(1)), one(), "Y", words)
        assert said.startswith("Y: 3, ")
        assert "4,5" in said or code is Code.OWN_ZERO


@pytest.mark.parametrize(
    ("amount", "said"), [("120.4", "120"), ("0", "0"), ("3188.5", "3.190"), ("0.4567", "0,457"), ("12", "12")]
)
def test_what_is_usual_is_said_to_three_digits(amount: str, said: str) -> None:
    assert about(Decimal(amount)) == said


def test_the_samples_peers_are_its_departments_and_its_districts(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        groups = peer_groups(roundbook.load(workspace, NEWEST))
    assert set(groups.values()) == {"departments", "districts"}
    assert groups["so-tu-phap"] == "departments"


def test_a_figure_with_a_nought_too_many_is_found_in_the_sample(office: Path, demo: Path, tmp_path: Path) -> None:
    """And with it the submission and what the agency said; the round is measured anew once something else counts."""
    with store.open_workspace(office) as workspace:
        assert figures.outliers_of(workspace, NEWEST).lines == ()
        planted = plant(workspace, demo, tmp_path / "agency")
        found = figures.outliers_of(workspace, NEWEST).lines
        assert [(one.indicator, one.outlier.agency, one.outlier.value) for one in found] == [
            (INDICATOR, BY, planted.amount)
        ]
        assert (found[0].outlier.code, found[0].outlier.among) == (Code.OWN_HIGH, 3)
        assert found[0].explanation == WHY
        assert found[0].submission == what_counts.submitted(workspace, NEWEST)[BY].digest


def test_a_round_is_measured_by_those_before_it_that_are_like_it(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        assert figures.compared_with(workspace, "2020") == []
        # of 2020 area 4 alone, which 2023 does not ask for
        assert figures.compared_with(workspace, "2023") == ["2021", "2022"]
        assert figures.compared_with(workspace, NEWEST) == ["2020", "2021", "2022", "2023"]


def test_a_successor_is_measured_by_what_its_predecessors_came_to() -> None:
    source = builders.source(builders.indicator("n"))
    step = {"from": "b", "to": "a", "on": "2024-06-01"}
    then = builders.round_of(source)
    now = replace(
        then,
        agencies=tuple(one for one in then.agencies if one.id != "b"),
        succession=(succession_from_wire(step),),
    )
    past = replace(then, period=replace(then.period, ends=date(2023, 6, 14)))
    before = [(past, {"n": {"a": Decimal(10), "b": Decimal(90), "c": Decimal(50)}})] * 3

    def out(figure: int) -> list[tuple[str, Code]]:
        amounts = {"n": {"a": Decimal(figure), "c": Decimal(50)}}
        return named(find(now, amounts, before).get("n", ()))

    assert out(100) == []
    assert out(1000) == [("a", Code.OWN_HIGH)]
    # without one of the figures there is nothing to measure by
    before = [(past, {"n": {"a": Decimal(10), "c": Decimal(50)}})] * 3
    assert out(100) == []
