"""Who reports what an agency that is no more reported alone."""

from __future__ import annotations

from datetime import date

import pytest

from reformdesk.core import register
from reformdesk.core.catalogue import Reporter
from reformdesk.core.register import Register
from reformdesk.core.reorganising import dissolve, merge_into, split
from reformdesk.core.round_layout import Layout
from reformdesk.core.successors import hand_on, heirs, taking_over
from tests.core import builders

FIRST, SECOND = date(2025, 3, 1), date(2025, 7, 1)


@pytest.fixture
def parted() -> Register:
    """Agency ``b`` went to three others by its tasks, one of which went into ``e`` later; ``f`` just ended."""
    wires = [{"id": one, "name": one.upper(), "groups": ["all"]} for one in "abcdef"]
    made = register.from_agencies(wires, office="a")
    tasks = {"c": {"m", "shared"}, "d": {"n", "shared"}}
    made = split(made, "b", tasks, FIRST, dissolve=True)
    return dissolve(merge_into(made, ["d"], "e", SECOND), "f", FIRST)


def test_the_heir_of_an_heir_is_found_by_task_and_day(parted: Register) -> None:
    before = date(2025, 2, 28)
    assert heirs(parted, "b", "m", before) == ("b",)
    assert heirs(parted, "b", "m", SECOND) == ("c",)
    assert heirs(parted, "b", "n", FIRST) == ("d",)
    assert heirs(parted, "b", "n", SECOND) == ("e",)
    assert heirs(parted, "b", "shared", SECOND) == ("c", "e")
    assert heirs(parted, "b", "left-behind", SECOND) == ()
    assert heirs(parted, "f", "m", SECOND) == ()
    assert heirs(parted, "nobody", "m", SECOND) == ()


def test_what_was_handed_back_goes_on_from_who_had_it_last() -> None:
    wires = [{"id": one, "name": one.upper(), "groups": ["all"]} for one in "abcd"]
    made = register.from_agencies(wires, office="a")
    made = split(made, "b", {"c": {"m"}}, FIRST, dissolve=False)
    made = split(made, "c", {"b": {"m"}}, SECOND, dissolve=False)
    assert heirs(made, "b", "m", FIRST) == ("c",)
    assert heirs(made, "b", "m", SECOND) == heirs(made, "c", "m", SECOND) == ("b",)
    gone = merge_into(made, ["b"], "d", date(2026, 1, 1))
    assert heirs(gone, "b", "m", date(2026, 1, 1)) == ("d",)
    # what c handed over before it had it stays where it was
    other = split(register.from_agencies(wires, office="a"), "c", {"d": {"m"}}, FIRST, dissolve=False)
    assert heirs(merge_into(other, ["b"], "c", SECOND), "b", "m", SECOND) == ("c",)


def test_what_one_agency_took_over_is_handed_on_to_it(parted: Register) -> None:
    names = ("m", "n", "shared", "left-behind")
    sole = [builders.indicator(name, reporter={"agency": "b"}, consolidation="sole") for name in names]
    source = builders.source(*sole, builders.indicator("everyone"))
    layout = Layout(parted.wire_at(SECOND), source)
    taking = taking_over(layout, parted, {"1"}, SECOND)
    assert taking == {"m": "c", "n": "e"}
    handed = hand_on(layout, taking)
    assert [handed.catalogue.indicators[name].reporter for name in ("m", "n")] == [
        Reporter(agency="c"),
        Reporter(agency="e"),
    ]
    assert handed.unreported({"1"}) == ("shared", "left-behind")
    assert taking_over(handed, parted, {"1"}, SECOND) == {}
    without_e = Layout(tuple(one for one in layout.agencies if one["id"] != "e"), source)
    assert taking_over(without_e, parted, {"1"}, SECOND) == {"m": "c"}
