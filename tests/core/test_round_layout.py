"""Laying a round out: who takes part, who reports what, what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import founding, roundbook, rounds
from reformdesk.core.catalogue import Consolidation, Reporter
from reformdesk.core.organisation import Agency
from reformdesk.core.round_layout import EVERYONE, Asked, Layout, Trouble, assign, change, join, leave, troubles
from reformdesk.errors import Mendable
from tests.core.builders import rated_source
from tests.demo import NEWEST

OFFICE, BROKEN_UP = "so-noi-vu", "so-thong-tin-va-truyen-thong"
SOLE = "reform-workshops"
TODAY = date(2024, 6, 1)


@pytest.fixture
def layout() -> Layout:
    """The sample province with the template's indicators."""
    return Layout(founding.template_agencies(), founding.template_indicators().source)


def areas(layout: Layout) -> set[str]:
    return {area.id for area in layout.catalogue.areas}


def named(layout: Layout, agency: str) -> Agency:
    return next(one for one in layout.members if one.id == agency)


def asked(layout: Layout) -> Asked:
    cut_off = dict.fromkeys(areas(layout), date(2024, 6, 14))
    return Asked("2024-h1", "6 tháng", date(2023, 12, 15), date(2024, 6, 14), date(2024, 6, 20), cut_off)


def test_an_agency_joins_last_and_owes_what_its_groups_owe(layout: Layout) -> None:
    joined = join(layout, " Xã  Tân Hưng ", ["communes"], contact="0200 3800 300")
    new = joined.members[-1]
    assert new == Agency("xa-tan-hung", "Xã Tân Hưng", (EVERYONE, "communes"), "", "0200 3800 300")
    assert len(layout.members) == len(joined.members) - 1
    of_everyone = [one for one in layout.catalogue.indicators.values() if one.reporter == Reporter(group=EVERYONE)]
    assert joined.assigned(areas(layout))[new.id] == len(of_everyone)
    assert joined.groups == (EVERYONE, "departments", "districts", "communes")


def test_a_name_stands_once_and_ids_are_never_shared(layout: Layout) -> None:
    with pytest.raises(Mendable, match="agency-twice"):
        join(layout, "sở NỘI vụ", [])
    with pytest.raises(Mendable, match="agency-name-missing"):
        join(layout, "  ", [])
    # the same letters without their marks
    twins = join(join(layout, "Xã Hòa Lộc", []), "Xã Hoa Lộc!", [])
    assert [one.id for one in twins.members[-2:]] == ["xa-hoa-loc", "xa-hoa-loc-2"]


def test_a_change_keeps_id_and_place(layout: Layout) -> None:
    changed = change(layout, BROKEN_UP, "Sở TT&TT", ["departments", "Khối số"], "ICT", "x")
    assert [one.id for one in changed.members] == [one.id for one in layout.members]
    assert named(changed, BROKEN_UP).groups == (EVERYONE, "departments", "khoi-so")
    with pytest.raises(Mendable, match="agency-twice"):
        change(layout, BROKEN_UP, "Sở Tư pháp", [])


def test_who_leaves_takes_its_indicators_along_unless_somebody_stands_in(layout: Layout) -> None:
    alone = layout.alone(BROKEN_UP)
    assert len(alone) == 13
    assert leave(layout, BROKEN_UP, OFFICE).unreported(areas(layout)) == alone
    followed = leave(layout, BROKEN_UP, OFFICE, successor="so-khoa-hoc-va-cong-nghe")
    assert followed.unreported(areas(layout)) == ()
    assert [one.id for one in followed.owing(alone[0])] == ["so-khoa-hoc-va-cong-nghe"]
    assert BROKEN_UP not in {one.id for one in followed.members}
    with pytest.raises(Mendable, match="office-cannot-leave"):
        leave(layout, OFFICE, OFFICE)


def test_what_several_report_becomes_one_figure(layout: Layout) -> None:
    assert layout.catalogue.indicators[SOLE].consolidation is Consolidation.SOLE
    given_out = assign(layout, {SOLE}, Reporter(group="districts"))
    indicator = given_out.catalogue.indicators[SOLE]
    assert (indicator.reporter, indicator.consolidation) == (Reporter(group="districts"), Consolidation.SUM)
    assert len(given_out.owing(SOLE)) == 18
    back = assign(given_out, {SOLE}, Reporter(agency=OFFICE)).catalogue.indicators[SOLE]
    assert (back.reporter, back.consolidation) == (Reporter(agency=OFFICE), Consolidation.SUM)
    assert layout.catalogue.indicators[SOLE].consolidation is Consolidation.SOLE


def test_words_that_several_write_are_all_kept(layout: Layout) -> None:
    words = [{**one, "kind": "text"} if one["id"] == SOLE else one for one in layout.source["indicators"]]
    given_out = assign(replace(layout, source={**layout.source, "indicators": words}), {SOLE}, Reporter(group="all"))
    assert given_out.catalogue.indicators[SOLE].consolidation is Consolidation.ANY


@given(st.data())
def test_whatever_is_assigned_the_rest_stays(data: st.DataObject) -> None:
    layout = Layout(founding.template_agencies(), founding.template_indicators().source)
    names = data.draw(st.sets(st.sampled_from(layout.catalogue.order)))
    group = data.draw(st.sampled_from(layout.groups))
    changed = assign(layout, names, Reporter(group=group))
    for name, before in layout.catalogue.indicators.items():
        after = changed.catalogue.indicators[name]
        assert after.reporter == (Reporter(group=group) if name in names else before.reporter)
        if name not in names:
            assert after == before
        else:
            assert after.consolidation is not Consolidation.SOLE
    assert changed.catalogue.order == layout.catalogue.order
    assert changed.catalogue.rules_digest == layout.catalogue.rules_digest


def test_counts_are_those_of_the_round_that_is_opened(demo: Path) -> None:
    blob = (demo / "rounds" / f"{NEWEST}.rdround").read_bytes()
    _, round_ = roundbook.read_round_file(blob)
    drawn = Layout(founding.template_agencies(), round_.catalogue.source)
    assert drawn.assigned(set(round_.period.areas)) == {one.id: len(round_.owed(one.id)) for one in round_.agencies}
    assert rounds.agency_from_wire(drawn.agencies[0]) == round_.agencies[0]


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"title": " "}, Trouble.NO_TITLE),
        ({"cut_off": {}}, Trouble.NO_AREA),
        ({"ends": date(2023, 12, 14)}, Trouble.SPAN),
        ({"id": "2023"}, Trouble.KNOWN),
        ({"deadline": date(2024, 6, 13)}, Trouble.CUT_OFF),
    ],
)
def test_what_is_wrong_is_named(layout: Layout, changes: dict[str, Any], trouble: Trouble) -> None:
    assert troubles(asked(layout), layout, {"2023"}, TODAY) == ()
    assert troubles(replace(asked(layout), **changes), layout, {"2023"}, TODAY) == (trouble,)


def test_indicators_without_a_reporter_and_rounds_without_an_agency_are_named(layout: Layout) -> None:
    left = leave(layout, BROKEN_UP, OFFICE)
    assert troubles(asked(left), left, (), TODAY) == (Trouble.UNREPORTED,)
    assert not Trouble.UNREPORTED.blocks
    nobody = replace(left, agencies=())
    assert troubles(asked(left), nobody, (), TODAY) == (Trouble.NOBODY, Trouble.UNREPORTED)
    assert Trouble.NOBODY.blocks
    assert troubles(asked(layout), layout, (), date(2024, 6, 21)) == (Trouble.PASSED,)


def test_a_rate_and_its_parts_are_assigned_together_and_nobody_owes_the_rate() -> None:
    source = rated_source()
    other = {**next(one for one in source["indicators"] if one["id"] == "r"), "id": "r2"}
    other["rate"] = {"numerator": "o", "denominator": "n"}
    source["indicators"].append(other)
    (table,) = source["tables"]
    table["rows"].append({**table["rows"][-1], "number": "5", "name": "R2", "indicator": "r2"})
    both = ({"id": one, "name": one.upper(), "groups": [EVERYONE]} for one in "ab")
    layout = assign(Layout(tuple(both), source), {"m"}, Reporter(agency="a"))
    assert {one.id for one in layout.catalogue.indicators.values() if one.reporter.agency == "a"} == set(
        layout.catalogue.order
    )
    assert layout.assigned({"1"}) == {"a": 3, "b": 0}
    back = assign(layout, {"r2"}, Reporter(group=EVERYONE)).catalogue.indicators
    assert {one.consolidation for one in back.values()} == {Consolidation.SUM, Consolidation.RATE}
