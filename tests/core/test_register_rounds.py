"""The register that rounds tell of: each was right on its last day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import register
from reformdesk.core.organisation import Agency
from reformdesk.core.register import Named, Register
from reformdesk.core.register_rounds import HandedOut, adopt, of_rounds
from reformdesk.core.reorganising import dissolve, flaws, found, merge_into, rename, split
from reformdesk.core.rounds import agency_from_wire
from reformdesk.errors import Mendable

FIRST, SECOND, THIRD = date(2024, 12, 14), date(2025, 6, 14), date(2025, 12, 14)
REFORM = date(2025, 7, 1)


def wire(name: str, *groups: str, **more: str) -> dict[str, Any]:
    return {"id": name, "name": f"Sở {name}", "groups": ["all", *groups], **more}


def ids(agencies: tuple[Agency, ...]) -> list[str]:
    return [one.id for one in agencies]


def test_rounds_tell_who_began_and_who_ended_between_them() -> None:
    districts = (wire("a"), wire("huyen", "districts"), wire("b"))
    communes = (wire("a"), wire("xa", "communes"), wire("phuong", "communes"), wire("b"))
    succession = tuple({"from": "huyen", "to": one, "on": "2025-07-01"} for one in ("xa", "phuong"))
    told = of_rounds(
        [HandedOut(THIRD, communes, (wire("huyen"),), succession), HandedOut(FIRST, districts)], office="a"
    )
    assert flaws(told) == ()
    assert ids(told.at(SECOND)) == ["a", "huyen", "b"]
    assert ids(told.at(REFORM)) == ["a", "xa", "phuong", "b"]
    assert ids(told.former(REFORM)) == ["huyen"]
    assert told.days() == (REFORM,)
    # the newest round alone knows as much of what is no more
    alone = of_rounds([HandedOut(THIRD, communes, (wire("huyen"),), succession)], office="a")
    assert ids(alone.former(THIRD)) == ["huyen"]
    assert "huyen" in ids(alone.at(SECOND))
    assert of_rounds([], office="a") == Register(office="a")


def test_what_was_changed_by_hand_holds_from_the_rounds_last_day() -> None:
    told = of_rounds([HandedOut(FIRST, (wire("a"), wire("b"), wire("c")))], office="a")
    by_hand = (wire("a"), wire("d", contact="0200"), {**wire("c", "x"), "name": "Sở mới"})
    now = adopt(told, HandedOut(SECOND, by_hand))
    assert ids(now.at(FIRST)) == ["a", "b", "c"]
    assert now.at(FIRST)[2].name == "Sở c"
    assert [dict(one) for one in now.wire_at(SECOND)] == list(by_hand)
    assert now.former(SECOND) == (), "nobody said who does its work"
    # a corrected issue puts it right
    renamed = adopt(now, HandedOut(SECOND, ({**by_hand[1], "name": "Sở D"}, by_hand[0], by_hand[2])))
    assert renamed.by_id["d"].names == (Named("Sở D"),), "nobody bore the other name for a day"
    back = adopt(now, HandedOut(SECOND, (wire("a"), wire("b"), wire("c"))))
    assert ids(back.at(SECOND)) == ["a", "b", "c"]
    assert "d" not in back.by_id


def test_what_somebody_handed_over_long_ago_does_not_end_it() -> None:
    told = of_rounds([HandedOut(FIRST, (wire("a"), wire("b"), wire("c")))], office="a")
    parted = split(told, "b", {"c": {"n"}}, date(2025, 1, 1), dissolve=False)
    left = adopt(parted, HandedOut(SECOND, (wire("a"), wire("c")), (wire("b"),), parted.succession_wire(SECOND)))
    assert left.by_id["b"].dissolved == SECOND
    assert ids(left.former(SECOND)) == ["b"]


def test_what_is_foreseen_for_later_stays_where_it_still_can_be() -> None:
    told = of_rounds([HandedOut(FIRST, (wire("a"), wire("b"), wire("c"), wire("d")))], office="a")
    foreseen = merge_into(rename(told, "d", "Sở D mới", on=REFORM), ["b"], "c", REFORM)
    same = adopt(foreseen, HandedOut(SECOND, (wire("a"), wire("b"), wire("c"), wire("d"))))
    assert same == foreseen
    without = adopt(foreseen, HandedOut(SECOND, (wire("a"), wire("c"), wire("d"))))
    assert without.successions == ()
    assert flaws(without) == ()
    assert [one.name for one in without.at(THIRD)] == ["Sở a", "Sở c", "Sở D mới"]


def there(told: Register, day: date, leaving: set[str]) -> set[tuple[str, str, frozenset[str]]]:
    return {(one.id, one.name, frozenset(one.groups)) for one in told.at(day) if one.id not in leaving}


IDS = st.lists(st.sampled_from("bcdefg"), unique=True)
CHANGED: st.SearchStrategy[dict[str, str]] = st.sampled_from([{}, {"name": "Sở p"}, {"name": "Sở q"}])
ROUNDS = st.builds(
    lambda some, groups, changed: (
        wire("a"),
        *({**wire(one, *groups), **(changed if one == some[0] else {})} for one in some),
    ),
    IDS,
    st.lists(st.sampled_from(["x", "y", "z"]), unique=True),
    CHANGED,
)
DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
FORESEEN = st.lists(st.tuples(st.sampled_from("bcdefg"), st.sampled_from("bcdefg"), DAYS), max_size=4)


@given(ROUNDS, ROUNDS, FORESEEN, DAYS)
def test_a_round_is_right_on_its_day_and_changes_nothing_before_it(
    before: tuple[dict[str, Any], ...],
    round_: tuple[dict[str, Any], ...],
    foreseen: list[tuple[str, str, date]],
    day: date,
) -> None:
    told = of_rounds([HandedOut(FIRST, before)], office="a")
    for one, other, on in foreseen:
        with suppress(Mendable):
            told = found(told, Agency(one, f"Sở {one} {one}"), on) if one not in told.by_id else told
            told = merge_into(told, [one], other, on) if one < other else dissolve(told, one, on)
    adopted = adopt(told, HandedOut(day, round_))
    assert adopted.at(day) == tuple(agency_from_wire(one) for one in round_)
    assert adopt(adopted, HandedOut(day, round_)) == adopted
    again = HandedOut(day, told.wire_at(day), told.former_wire(day), told.succession_wire(day))
    assert adopt(told, again) == told, "what a round took from the register is no news to it"
    came_back = {one["id"] for one in round_ if one["id"] in told.by_id and not told.by_id[one["id"]].exists(day)}
    for earlier in (one for one in told.days() if one < day):
        assert there(adopted, earlier, came_back) == there(told, earlier, came_back)
    assert register.from_wire(register.to_wire(adopted)) == adopted
