"""A figure that is a sum: its units add up, live, and undo takes both back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import entry, history, store, units
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.units import Figure
from reformdesk.core.values import Number, Status
from reformdesk.errors import Mendable
from tests.core.builders import NOW, indicator, number, one, opened

A, B, C = "trung-tam-cong-bao", "phong-noi-vu", "chi-cuc-van-thu"
NAMES = ("Trung tâm Công báo", "Phòng Nội vụ", "Chi cục Văn thư")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Workspace, Round]]:
    workspace, round_ = opened(tmp_path, indicator("n"), indicator("p", "percent"))
    units.set_units(workspace, NAMES)
    yield workspace, round_
    workspace.close()


def figure(part: str, whole: str | None = None) -> Figure:
    return Figure(Decimal(part), None if whole is None else Decimal(whole))


def value(workspace: Workspace, round_: Round, name: str) -> object:
    return entry.current_values(workspace, round_.id).get(name, Status.BLANK)


def test_a_count_is_the_sum_of_its_units_and_the_missing_are_named(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "n", {A: figure("12"), C: figure("30")}, NOW)
    found = units.details(workspace, round_)["n"]
    assert found.total == number("42")
    assert [unit.name for unit in found.missing] == ["Phòng Nội vụ"]
    assert value(workspace, round_, "n") == number("42")
    units.set_figures(workspace, round_, "n", {B: figure("8"), A: None}, NOW)
    assert value(workspace, round_, "n") == number("38")
    assert [unit.id for unit in units.details(workspace, round_)["n"].missing] == [A]


def test_a_rate_is_reckoned_from_its_parts_and_never_averaged(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "p", {A: figure("1", "2"), B: figure("99", "100")}, NOW)
    assert value(workspace, round_, "p") == Number(Decimal("98.04"))
    units.set_figures(workspace, round_, "p", {C: figure("0", "0")}, NOW)
    assert value(workspace, round_, "p") == Number(Decimal("98.04"))


def test_a_unit_of_a_rate_without_its_denominator_is_missing(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "p", {A: figure("1", "4"), B: figure("3")}, NOW)
    found = units.details(workspace, round_)["p"]
    assert found.total == Number(Decimal(25))
    assert [unit.id for unit in found.missing] == [B, C]


def test_without_a_denominator_there_is_no_rate(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "p", {A: figure("0", "0")}, NOW)
    assert units.details(workspace, round_)["p"].total is None
    assert value(workspace, round_, "p") is Status.BLANK


def test_undo_takes_a_unit_and_the_sum_back_together(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "n", {A: figure("12")}, NOW)
    units.set_figures(workspace, round_, "n", {A: figure("13"), B: figure("1")}, NOW)
    assert entry.undo(workspace, round_.id, NOW) == "n"
    assert value(workspace, round_, "n") == number("12")
    assert dict(units.details(workspace, round_)["n"].figures) == {A: figure("12")}
    entry.undo(workspace, round_.id, NOW)
    assert units.details(workspace, round_) == {}
    assert value(workspace, round_, "n") is Status.BLANK
    entry.redo(workspace, round_.id, NOW)
    assert value(workspace, round_, "n") == number("12")
    assert history.problems(workspace) == []


def test_the_list_is_kept_and_a_unit_named_again_is_the_one_it_was(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "n", {A: figure("12"), B: figure("1")}, NOW)
    units.set_units(workspace, ["  phòng  nội vụ ", "Văn phòng", "", "Trung tâm Công báo"])
    assert [(unit.id, unit.name) for unit in units.units(workspace)] == [
        (B, "phòng nội vụ"),
        ("van-phong", "Văn phòng"),
        (A, "Trung tâm Công báo"),
    ]
    assert list(units.details(workspace, round_)["n"].figures) == [B, A]
    units.set_units(workspace, ["Văn phòng"])
    assert units.details(workspace, round_)["n"].total == number("13")
    units.set_units(workspace, NAMES)
    assert units.units(workspace)[0].id == A


def test_one_name_twice_is_told_and_changes_nothing(desk: tuple[Workspace, Round]) -> None:
    workspace, _ = desk
    with pytest.raises(Mendable, match="unit-twice"):
        units.set_units(workspace, ["Văn phòng", "VĂN PHÒNG"])
    assert [unit.name for unit in units.units(workspace)] == list(NAMES)


def test_two_names_that_look_alike_without_marks_are_two(desk: tuple[Workspace, Round]) -> None:
    workspace, _ = desk
    units.set_units(workspace, ["Phòng 1/2", "Phòng 1-2"])
    assert [unit.id for unit in units.units(workspace)] == ["phong-1-2", "phong-1-2-2"]


def test_a_value_typed_over_the_sum_is_noticed(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "n", {A: figure("12")}, NOW)
    given = units.details(workspace, round_)
    assert units.differing(given, entry.current_values(workspace, round_.id)) == {}
    entry.set_value(workspace, round_, "n", number("15"), NOW)
    assert units.differing(given, entry.current_values(workspace, round_.id)) == {"n": number("12")}


def test_a_strange_unit_or_indicator_is_refused_whole(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    with pytest.raises(Mendable, match="unknown-unit-id"):
        units.set_figures(workspace, round_, "n", {A: figure("1"), "x": figure("1")}, NOW)
    with pytest.raises(Mendable, match="not-owed"):
        units.set_figures(workspace, round_, "z", {A: figure("1")}, NOW)
    assert units.details(workspace, round_) == {}


def test_it_is_there_after_a_restart(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_figures(workspace, round_, "p", {A: figure("1", "3")}, NOW)
    workspace.close()
    with store.open_workspace(workspace.path) as again:
        assert dict(units.details(again, round_)["p"].figures) == {A: figure("1", "3")}
        assert value(again, round_, "p") == Number(Decimal("33.33"))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=1, max_size=8))
def test_the_order_of_the_units_does_not_matter(parts: list[tuple[int, int]]) -> None:
    figures = [Figure(Decimal(min(pair)), Decimal(max(pair))) for pair in parts]
    for kind in ("count", "percent"):
        made = units.total(one(kind), figures)
        assert made == units.total(one(kind), reversed(figures))
        assert made is not None
        if kind == "percent":
            assert 0 <= made.amount <= 100
