"""Who owes a round follows from its last day: the office's register between rounds and drafts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import founding, past_totals, periods, register, roundbook, store
from reformdesk.core.organisation import Agency
from reformdesk.core.reorganising import found, merge_into
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable, Refused
from tests.core import builders
from tests.core.builders import NOW, number

H1, YEAR = date(2024, 6, 14), date(2024, 12, 14)
REFORM = date(2024, 7, 1)
HandOut = Callable[..., RoundPlan]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as workspace:
        yield workspace


@pytest.fixture
def hand_out(office: Workspace) -> HandOut:
    """Open a round that ends on a day; each is opened a day after the one before."""
    sealing = builders.key()
    source = builders.source(builders.indicator("m"))
    opened: list[str] = []

    def made(round_id: str, ends: date, **changed: Any) -> RoundPlan:
        plan = builders.plan(source, round_id)
        plan = replace(plan, period={**plan.period, "to": ends.isoformat()}, **changed)
        opened.append(round_id)
        roundbook.open_round(office, plan, (), sealing, NOW + timedelta(days=len(opened)))
        return plan

    return made


def ids(agencies: tuple[Agency, ...]) -> list[str]:
    return [one.id for one in agencies]


def wires(*names: str) -> tuple[dict[str, Any], ...]:
    return tuple({"id": one, "name": one.upper(), "groups": ["all"]} for one in names)


def test_before_the_first_round_the_set_up_tells(tmp_path: Path) -> None:
    template = founding.template_agencies()
    with founding.found(tmp_path / "o.rdesk", "tỉnh Thử", template, NOW) as workspace:
        told = founding.agencies_over_time(workspace)
        assert told.office == "so-noi-vu"
        assert founding.base_plan(workspace, YEAR).agencies == told.wire_at(YEAR) == template


def test_without_anything_there_is_no_register(office: Workspace) -> None:
    with pytest.raises(Mendable, match="no-round"):
        founding.agencies_over_time(office)


def test_the_rounds_tell_it_in_the_order_of_their_days(office: Workspace, hand_out: HandOut) -> None:
    hand_out("2024", YEAR, agencies=wires("a", "c"))
    hand_out("2024-h1", H1, agencies=wires("a", "b"))
    told = founding.agencies_over_time(office)
    assert ids(told.at(H1)) == ["a", "b"]
    assert ids(told.at(YEAR)) == ["a", "c"]


def test_a_round_of_a_reorganised_province_knows_who_succeeded_whom(office: Workspace, hand_out: HandOut) -> None:
    hand_out("2024-h1", H1, agencies=wires("a", "b", "c"))
    drafted = found(founding.agencies_over_time(office), Agency("d", "D"), REFORM)
    founding.keep_register(office, merge_into(drafted, ["b", "c"], "d", REFORM))
    before, after = founding.base_plan(office, H1), founding.base_plan(office, YEAR)
    assert [one["id"] for one in before.agencies] == ["a", "b", "c"]
    assert (before.former, before.succession) == ((), ())
    assert [one["id"] for one in after.agencies] == ["a", "d"]
    assert after.former == ({"id": "b", "name": "B"}, {"id": "c", "name": "C"})
    # the round goes out so, and the register goes on from it though nothing is kept any more
    hand_out("2024", YEAR, agencies=after.agencies, former=after.former, succession=after.succession)
    read = roundbook.latest(office)
    assert ids(read.former) == ["b", "c"]
    assert {(one.before, one.after, one.on) for one in read.succession} == {("b", "d", REFORM), ("c", "d", REFORM)}
    kept = founding.agencies_over_time(office)
    office.set_meta("register", "{}")
    told = founding.agencies_over_time(office)
    for day in (H1, REFORM, YEAR):
        assert told.at(day) == kept.at(day)
        assert told.succession_until(day) == kept.succession_until(day)


def test_what_a_kept_register_foresees_outlives_rounds_without_it(office: Workspace, hand_out: HandOut) -> None:
    hand_out("2024-h1", H1, agencies=wires("a", "b"))
    founding.keep_register(office, merge_into(founding.agencies_over_time(office), ["b"], "a", date(2025, 7, 1)))
    hand_out("2024", YEAR, agencies=wires("a", "b", "c"))
    told = founding.agencies_over_time(office)
    assert ids(told.at(H1)) == ["a", "b"]
    assert ids(told.at(YEAR)) == ["a", "b", "c"]
    assert ids(told.at(date(2025, 7, 1))) == ["a", "c"]


def test_an_earlier_period_changes_nothing_that_later_rounds_say(office: Workspace, hand_out: HandOut) -> None:
    hand_out("2024", YEAR, agencies=wires("a", "b"))
    founding.keep_register(office, founding.agencies_over_time(office))
    hand_out("2024-h1", H1, agencies=wires("a", "c"))
    assert ids(founding.agencies_over_time(office).at(YEAR)) == ["a", "b"]


def test_figures_of_a_past_year_are_those_of_its_agencies(office: Workspace, hand_out: HandOut) -> None:
    hand_out("2022", date(2022, 12, 14), agencies=wires("a", "b"))
    founding.keep_register(office, merge_into(founding.agencies_over_time(office), ["b"], "a", date(2023, 7, 1)))
    hand_out("2024-h1", H1, agencies=wires("a"))
    past_totals.enter(office, periods.propose("h1", 2023), {"m": number("4")}, builders.key(), "Lan", NOW)
    assert ids(roundbook.load(office, "2023-h1").agencies) == ["a", "b"]
    assert [one["id"] for one in founding.base_plan(office, H1).agencies] == ["a"]


def test_a_kept_register_that_cannot_be_read_is_refused(office: Workspace) -> None:
    office.set_meta("register", json.dumps({"register": {"format": register.FORMAT}, "rounds": []}))
    with pytest.raises(Refused, match="invalid-register"):
        founding.agencies_over_time(office)


@pytest.mark.parametrize("damage", ["{", "[]", '{"register": []}', '{"rounds": []}', "[" * 100_000])
def test_a_damaged_register_is_refused(damage: str, office: Workspace) -> None:
    office.set_meta("register", damage)
    with pytest.raises(Refused):
        founding.agencies_over_time(office)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"catalogue":' * 50_000, "[]", "{}"])
def test_a_file_that_is_no_edition_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bo-chi-tieu.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused):
        founding.edition_in(path)
