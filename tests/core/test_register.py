"""The register of agencies over time: who was there when, and what may become of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import founding, register, reorganising, rounds
from reformdesk.core.organisation import Agency
from reformdesk.core.register import Named, Register
from reformdesk.core.reorganising import (
    dissolve,
    flaws,
    found,
    join_group,
    leave_group,
    merge_into,
    rename,
    set_contact,
    split,
)
from reformdesk.core.round_layout import EVERYONE
from reformdesk.errors import Mendable, Refused

START, MIDDLE, END = date(2025, 3, 1), date(2025, 5, 1), date(2025, 7, 1)
BEFORE = START - timedelta(days=1)


def small(*ids: str) -> Register:
    """Agencies that have always been there, the first of them Home Affairs."""
    wires = tuple({"id": one, "name": f"Sở {one}", "groups": [EVERYONE]} for one in ids)
    return register.from_agencies(wires, office=ids[0])


def ids(agencies: tuple[Agency, ...]) -> list[str]:
    return [one.id for one in agencies]


def test_the_sample_provinces_agencies_are_a_register_that_gives_them_back() -> None:
    agencies = founding.template_agencies()
    made = register.from_agencies(agencies, office="so-noi-vu")
    assert [dict(one) for one in made.wire_at(START)] == [dict(one) for one in agencies]
    assert [one.id for one in made.groups] == ["all", "departments", "districts"]
    assert flaws(made) == ()
    assert made.former(END) == ()
    assert made.days() == ()


def test_joining_a_group_again_leaves_what_an_agency_is_foremost() -> None:
    made = register.from_agencies(founding.template_agencies(), office="so-noi-vu")
    assert join_group(made, "so-tu-phap", EVERYONE) == made
    assert join_group(made, "so-tu-phap", EVERYONE, START) == made


def test_a_department_merged_from_two_is_there_from_the_day_they_are_not() -> None:
    before = small("noi-vu", "nong-nghiep", "tai-nguyen")
    new = Agency("", "Sở Nông nghiệp và Môi trường", ("departments",), "Department of Agriculture and Environment")
    after = found(before, new, START, behind="noi-vu")
    after = merge_into(after, ["nong-nghiep", "tai-nguyen"], "so-nong-nghiep-va-moi-truong", START)
    assert ids(after.at(BEFORE)) == ["noi-vu", "nong-nghiep", "tai-nguyen"]
    assert after.former(BEFORE) == ()
    assert ids(after.at(START)) == ["noi-vu", "so-nong-nghiep-va-moi-truong"]
    assert after.at(START)[1].groups == (EVERYONE, "departments")
    assert [one.name for one in after.former(START)] == ["Sở nong-nghiep", "Sở tai-nguyen"]
    assert [(one["from"], one["to"]) for one in after.succession_wire(START)] == [
        ("nong-nghiep", "so-nong-nghiep-va-moi-truong"),
        ("tai-nguyen", "so-nong-nghiep-va-moi-truong"),
    ]
    assert after.succession_until(BEFORE) == ()
    assert after.days() == (START,)
    assert ids(before.at(END)) == ["noi-vu", "nong-nghiep", "tai-nguyen"], "a register is never changed"


def test_tasks_go_to_several_successors_and_a_rest_may_stay() -> None:
    made = small("noi-vu", "lao-dong", "y-te", "thong-tin", "van-hoa")
    made = split(made, "lao-dong", {"noi-vu": {"labour"}, "y-te": {"children"}}, START, dissolve=True)
    made = split(made, "thong-tin", {"van-hoa": {"press"}}, START, dissolve=False)
    assert ids(made.at(START)) == ["noi-vu", "y-te", "thong-tin", "van-hoa"]
    assert ids(made.former(START)) == ["lao-dong"]
    covered = {(one.before, one.after): one.covers("press") for one in made.succession_until(START)}
    assert covered == {("lao-dong", "noi-vu"): False, ("lao-dong", "y-te"): False, ("thong-tin", "van-hoa"): True}


def test_names_and_groups_are_those_of_the_day() -> None:
    made = rename(small("noi-vu", "dan-toc"), "dan-toc", "Sở Dân tộc và Tôn giáo", on=START)
    made = leave_group(join_group(made, "dan-toc", "Sở ngành", START), "dan-toc", "so-nganh", END)
    assert [one.at(BEFORE).name for one in made.entries] == ["Sở noi-vu", "Sở dan-toc"]
    assert made.at(START)[1] == Agency("dan-toc", "Sở Dân tộc và Tôn giáo", (EVERYONE, "so-nganh"))
    assert made.at(END)[1].groups == (EVERYONE,)
    again = join_group(made, "dan-toc", "so-nganh", END)
    assert again.at(END)[1].groups == (EVERYONE, "so-nganh")
    assert len(again.by_id["dan-toc"].memberships) == 2, "leaving and joining on one day is staying"
    never = leave_group(made, "dan-toc", "so-nganh")
    assert all(one.at(START).groups == (EVERYONE,) for one in never.entries)
    mended = rename(made, "dan-toc", "Sở Dân tộc, Tôn giáo")
    assert mended.by_id["dan-toc"].names == (Named("Sở dan-toc"), Named("Sở Dân tộc, Tôn giáo", since=START))


def test_a_name_is_free_again_when_nobody_bears_it() -> None:
    made = small("noi-vu", "y-te")
    with pytest.raises(Mendable, match="agency-name-taken"):
        found(made, Agency("", "sở Y-TE"), START)
    gone = dissolve(made, "y-te", START)
    assert ids(found(gone, Agency("", "Sở y-te"), START).at(START)) == ["noi-vu", "so-y-te"]
    with pytest.raises(Mendable, match="agency-name-taken"):
        found(gone, Agency("", "Sở y-te"), BEFORE)


REFUSED: dict[str, tuple[str, Callable[[Register], Register]]] = {
    "nobody": ("agency-unknown", lambda it: rename(it, "x", "X")),
    "nobody succeeds": ("agency-unknown", lambda it: merge_into(it, ["b"], "x", START)),
    "no name": ("agency-name-missing", lambda it: rename(it, "b", "  ")),
    "an id twice": ("agency-id-taken", lambda it: found(it, Agency("b", "Khác"))),
    "into itself": ("succession-itself", lambda it: merge_into(it, ["b"], "b", START)),
    "the office goes": ("office-stays", lambda it: dissolve(it, "a", START)),
    "gone already": ("agency-not-there", lambda it: dissolve(dissolve(it, "b", START), "b", END)),
    "the heir is gone": ("agency-not-there", lambda it: merge_into(dissolve(it, "b", START), ["c"], "b", END)),
    "renamed after its end": ("agency-not-there", lambda it: rename(dissolve(it, "b", START), "b", "B", on=END)),
    "ends before its name": ("agency-not-there", lambda it: dissolve(rename(it, "b", "B", on=END), "b", START)),
    "ends as it begins": (
        "agency-ends-first",
        lambda it: dissolve(found(it, Agency("d", "D"), START), "d", START),
    ),
    "out of everyone": ("group-of-everyone", lambda it: leave_group(it, "b", EVERYONE)),
    "nothing taken over": ("succession-empty", lambda it: split(it, "b", {"c": set()}, START, dissolve=True)),
    "said twice": (
        "succession-twice",
        lambda it: split(split(it, "b", {"c": None}, START, dissolve=False), "b", {"c": {"n"}}, END, dissolve=True),
    ),
    "in a circle": (
        "succession-cycle",
        lambda it: split(split(it, "b", {"c": {"n"}}, END, dissolve=False), "c", {"b": None}, END, dissolve=False),
    ),
}


@pytest.mark.parametrize(("code", "change"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_with_the_reason(code: str, change: Callable[[Register], Register]) -> None:
    with pytest.raises(Mendable, match=code):
        change(small("a", "b", "c"))


def test_tasks_may_be_exchanged() -> None:
    made = split(small("a", "b", "c"), "b", {"c": {"n"}}, START, dissolve=False)
    assert flaws(split(made, "c", {"b": {"m"}}, START, dissolve=False)) == ()


def test_a_task_may_be_handed_back_on_a_later_day_and_over_again() -> None:
    made = small("a", "b", "c")
    for day, (before, after) in zip((START, MIDDLE, END), (("b", "c"), ("c", "b"), ("b", "c")), strict=True):
        made = split(made, before, {after: {"n"}}, day, dissolve=False)
        assert flaws(made) == ()
    # over another it is no circle either, in whatever order it was said
    over = small("a", "b", "c")
    for day, before, after in ((END, "c", "b"), (START, "b", "a"), (MIDDLE, "a", "c")):
        over = split(over, before, {after: None}, day, dissolve=False)
    assert flaws(over) == ()
    with pytest.raises(Mendable, match="succession-cycle"):
        split(over, "a", {"b": {"n"}}, START, dissolve=False)


def test_all_that_is_wrong_is_named_at_once() -> None:
    wire = register.to_wire(small("a", "b", "c"))
    wire["agencies"][1]["names"][0]["name"] = "Sở a"
    wire["agencies"][2]["dissolved"] = "2025-07-01"
    wire["succession"] = [
        {"from": "a", "to": "b", "on": "2025-03-01"},
        {"from": "b", "to": "c", "on": "2025-03-01"},
        {"from": "c", "to": "a", "on": "2025-03-01"},
        {"from": "b", "to": "c", "on": "2025-12-31"},
        {"from": "x", "to": "a", "on": "2025-07-01"},
    ]
    found_flaws = flaws(register.from_wire(wire))
    assert [one.problem.code for one in found_flaws] == [
        "agency-name-taken",
        "agency-not-there",
        "agency-unknown",
        "succession-twice",
        "succession-cycle",
    ]
    assert found_flaws[-1].problem.params["agencies"] == "Sở a → Sở a → Sở c → Sở a"


def test_home_affairs_is_always_there() -> None:
    made = small("a", "b")
    founded = replace(made, entries=(replace(made.entries[0], founded=START), made.entries[1]))
    for one in (founded, replace(made, office="x")):
        assert [flaw.problem.code for flaw in flaws(one)] == ["office-stays"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda wire: wire.update(format="reformdesk-register/9"),
        lambda wire: wire.pop("agencies"),
        lambda wire: wire["agencies"][0].update(founded="1/3/2025"),
        lambda wire: wire["agencies"][0].update(names=[]),
        lambda wire: wire["agencies"].append(wire["agencies"][0]),
    ],
)
def test_a_register_that_cannot_be_read_is_refused(spoil: Callable[[dict[str, object]], object]) -> None:
    wire = register.to_wire(small("a", "b"))
    spoil(wire)
    with pytest.raises(Refused, match=r"invalid-register|newer-format"):
        register.from_wire(wire)


def test_one_that_took_over_and_is_no_more_was_there_to_take_over() -> None:
    made = split(small("a", "b", "c"), "a", {"b": None}, START, dissolve=False)
    made = split(made, "b", {"c": {"n"}}, BEFORE, dissolve=False)
    made = dissolve(made, "b", END)
    again = register.from_agencies(made.wire_at(END), made.former_wire(END), made.succession_wire(END), "a")
    assert again.at(END) == made.at(END)
    assert flaws(again) == ()


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
KNOWN = st.sampled_from(["a", "b", "c", "d", "so-moi", "so-moi-2", "nobody"])
TASKS = st.none() | st.sets(st.sampled_from(["n", "m"]))
CHANGES = st.one_of(
    st.builds(
        lambda day, name, group: lambda it: found(it, Agency("", name, (group,)), day),
        st.none() | DAYS,
        st.sampled_from(["Sở mới", "Sở Mới nữa", "Sở b", ""]),
        st.sampled_from(["x", "y"]),
    ),
    st.builds(
        lambda one, name, day: lambda it: rename(it, one, name, on=day),
        KNOWN,
        st.sampled_from(["Sở a", "Sở khác", "Sở mới"]),
        st.none() | DAYS,
    ),
    st.builds(lambda some, into, day: lambda it: merge_into(it, some, into, day), st.lists(KNOWN), KNOWN, DAYS),
    st.builds(
        lambda one, tasks, day, ends: lambda it: split(it, one, tasks, day, dissolve=ends),
        KNOWN,
        st.dictionaries(KNOWN, TASKS, max_size=3),
        DAYS,
        st.booleans(),
    ),
    st.builds(lambda one, day: lambda it: dissolve(it, one, day), KNOWN, DAYS),
    st.builds(
        lambda change, one, group, day: lambda it: change(it, one, group, day),
        st.sampled_from([join_group, leave_group]),
        KNOWN,
        st.sampled_from(["x", "y", EVERYONE]),
        st.none() | DAYS,
    ),
    st.builds(lambda one, text: lambda it: set_contact(it, one, text), KNOWN, st.text(max_size=3)),
    st.builds(lambda one, behind: lambda it: reorganising.place(it, one, behind), KNOWN, st.just("") | KNOWN),
)


@given(st.lists(CHANGES, max_size=12), DAYS)
def test_any_changes_leave_a_sound_register_or_are_refused(
    changes: list[Callable[[Register], Register]], day: date
) -> None:
    made = small("a", "b", "c", "d")
    for change in changes:
        try:
            made = change(made)
        except Mendable:
            continue
    assert flaws(made) == ()
    assert register.from_wire(register.to_wire(made)) == made
    there, gone = ids(made.at(day)), ids(made.former(day))
    assert "a" in there
    assert all(EVERYONE in one.groups for one in made.at(day))
    assert len({*there, *gone}) == len(there) + len(gone), "a round's document names nobody twice"
    assert len({one.name.casefold() for one in made.at(day)}) == len(there)
    for one in made.succession_until(day):
        assert {one.before, one.after} <= {*there, *gone}
        assert rounds.succession_from_wire(register.succession_to_wire(one)) == one
    # between two of its days nothing changes
    spans = [date(2024, 1, 1), *made.days(), date(2026, 1, 1)]
    since = max(one for one in spans if one <= day)
    assert made.at(since) == made.at(day)
    # what a round says of it begins a register that says the same on that day
    again = register.from_agencies(made.wire_at(day), made.former_wire(day), made.succession_wire(day), "a")
    assert again.at(day) == made.at(day)
    assert again.succession_until(day) == made.succession_until(day)
    assert set(ids(again.former(day))) == set(gone)
