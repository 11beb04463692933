"""Earlier figures of those whose tasks an agency took over: added up where that is right, named beside where not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading
from reformdesk.core.inherited import Apart, Descent, Inherited, Part
from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.values import Mark, Number, Status, Value
from tests.core import builders

ENDED = date(2024, 6, 14)
MARCH, JULY = date(2025, 3, 1), date(2025, 7, 1)


def number(amount: int | str) -> Number:
    return Number(Decimal(amount))


CATALOGUE = catalogue_reading.parse(
    {
        **builders.source(
            builders.indicator("n"),
            builders.indicator("d"),
            builders.indicator("r", "percent", consolidation="rate", rate={"numerator": "n", "denominator": "d"}),
            builders.indicator("mean", "percent", consolidation="mean"),
            builders.indicator("mark", "mark", consolidation="any"),
            builders.indicator("sole", "percent", consolidation="sole", reporter={"agency": "s"}),
        ),
        "format": catalogue_reading.RATES_FORMAT,
    }
)


def descent(now: str, *steps: Succession) -> Descent:
    """Return who does what now, of agencies with letters for names."""
    return Descent(CATALOGUE.indicators, tuple(Agency(name, name.upper(), ("all",)) for name in now), steps)


def to(before: str, after: str, on: date = MARCH, *indicators: str) -> Succession:
    return Succession(before, after, on, frozenset(indicators) or None)


def figure(
    lines: Descent, answers: Mapping[str, Mapping[str, Value]], agency: str = "s", name: str = "n", ended: date = ENDED
) -> Inherited:
    return lines.inherited(answers, ended, agency, name)


def amounts(**given: int | Status) -> dict[str, dict[str, Value]]:
    return {agency: {"n": one if isinstance(one, Status) else number(one)} for agency, one in given.items()}


def test_who_took_nothing_over_has_its_own_figure_alone() -> None:
    lines = descent("st", to("p", "s"))
    own = figure(lines, amounts(p=1, t=2), "t")
    assert (own.value, own.is_own, own.others) == (number(2), True, ())
    nothing = figure(lines, {}, "t")
    assert (nothing.value, nothing.parts, nothing.why) == (None, (), None)


def test_counts_of_merged_agencies_add_up_and_are_named() -> None:
    merged = figure(descent("s", to("p", "s"), to("q", "s")), amounts(s=1, p=20, q=300))
    assert merged == Inherited("s", number(321), (Part("s", number(1)), Part("p", number(20)), Part("q", number(300))))
    assert not merged.is_own
    assert merged.others == merged.parts[1:]


def test_figures_after_the_day_stay_with_who_gave_them() -> None:
    lines = descent("sp", to("p", "s", MARCH, "n"))
    assert figure(lines, amounts(s=1, p=20), ended=MARCH).value == number(1)
    assert figure(lines, amounts(s=1, p=20), "p", ended=MARCH).value == number(20)


def test_a_chain_of_mergers_is_followed_in_time_alone() -> None:
    lines = descent("s", to("p", "q", MARCH), to("q", "s", JULY))
    assert figure(lines, amounts(p=1, q=2)).value == number(3)
    # whoever came to q after q had handed its tasks on brought s nothing
    late = descent("sq", to("p", "q", JULY), to("q", "s", MARCH, "n"))
    assert [part.agency for part in figure(late, amounts(p=1, q=2)).parts] == ["q"]


@pytest.mark.parametrize(("ended", "value"), [(ENDED, 2), (date(2025, 6, 14), 1), (JULY, 2)])
def test_a_task_that_was_handed_back_is_that_of_who_has_it_now(ended: date, value: int) -> None:
    """Agency ``s`` had it, ``p`` between March and July, and ``s`` has it again."""
    asked = Agency("s", "S"), Agency("p", "P")
    lines = Descent(CATALOGUE.indicators, asked, (to("s", "p", MARCH, "sole"), to("p", "s", JULY, "sole")))
    then = {"p" if value == 1 else "s": {"sole": number(value)}}
    found = figure(lines, then, name="sole", ended=ended)
    assert (found.value, found.why) == (number(value), None)
    assert lines.holders("s", "sole", ended) == {"s"}
    assert figure(lines, then, "p", name="sole", ended=ended).value is None


def test_who_handed_it_back_is_no_holder_whether_anybody_is_asked_or_not() -> None:
    lines = Descent(CATALOGUE.indicators, (), (to("q", "p", MARCH, "n"), to("p", "q", JULY, "n")))
    assert lines.holders("q", "n", ENDED) == lines.holders("p", "n", ENDED) == {"q"}


def test_each_indicator_goes_its_own_way() -> None:
    lines = descent("st", to("p", "s", MARCH, "n"), to("p", "t", MARCH, "d"))
    answers = {"p": {"n": number(4), "d": number(5)}}
    assert figure(lines, answers, "s", "n").value == number(4)
    assert figure(lines, answers, "s", "d").parts == ()
    assert figure(lines, answers, "t", "d").value == number(5)


def test_a_task_that_went_to_two_is_named_with_both_and_added_with_neither() -> None:
    lines = descent("st", to("p", "s"), to("p", "t"))
    for heir in "st":
        found = figure(lines, amounts(s=1, t=1, p=20), heir)
        assert (found.value, found.why, found.because) == (None, Apart.DIVIDED, ("p",))
        assert found.parts == (Part(heir, number(1)), Part("p", number(20)))


def test_a_task_of_which_part_stayed_behind_is_divided_for_both() -> None:
    lines = descent("sp", to("p", "s", MARCH, "n"))
    assert figure(lines, amounts(s=1, p=20), "s").why is Apart.DIVIDED
    kept = figure(lines, amounts(s=1, p=20), "p")
    assert (kept.value, kept.why, kept.parts) == (None, Apart.DIVIDED, (Part("p", number(20)),))
    assert not kept.is_own


def test_what_an_agency_is_asked_no_more_it_has_handed_on_wholly() -> None:
    lines = Descent(
        CATALOGUE.indicators, (Agency("s", "S"), Agency("p", "P", ("all",))), (to("p", "s", MARCH, "sole"),)
    )
    assert figure(lines, {"p": {"sole": number("99.5")}}, name="sole").value == number("99.5")


def test_a_figure_that_came_over_from_one_alone_is_taken_as_it_is_whatever_its_kind() -> None:
    lines = descent("s", to("p", "s"))
    values: dict[str, Value] = {"mean": number("83.46"), "mark": Mark(held=True), "n": Status.NOT_DONE}
    apart: Value = Status.NOT_APPLICABLE
    for name, value in values.items():
        assert figure(lines, {"p": {name: value}}, name=name).value == value
        assert figure(lines, {"s": {name: apart}, "p": {name: value}}, name=name).value == value


@pytest.mark.parametrize(("name", "value"), [("mean", number("83.46")), ("mark", Mark(held=True))])
def test_what_does_not_add_up_is_named(name: str, value: Value) -> None:
    found = figure(descent("s", to("p", "s")), {"s": {name: value}, "p": {name: value}}, name=name)
    assert (found.value, found.why, found.parts) == (None, Apart.NOT_ADDITIVE, (Part("s", value), Part("p", value)))


def test_figures_in_different_units_do_not_add_up() -> None:
    answers: dict[str, dict[str, Value]] = {"s": {"n": number(1)}, "p": {"n": Number(Decimal(2), "trang")}}
    assert figure(descent("s", to("p", "s")), answers).why is Apart.NOT_ADDITIVE


@pytest.mark.parametrize("gap", [Status.BLANK, Status.IN_PROGRESS, Status.NOT_DONE])
def test_a_sum_that_lacks_a_figure_is_none(gap: Status) -> None:
    found = figure(descent("s", to("p", "s"), to("q", "s")), amounts(s=1, p=gap, q=3))
    assert (found.value, found.why, found.because) == (None, Apart.MISSING, ("p",))


def test_what_did_not_apply_to_the_whole_task_is_not_said_of_each_part() -> None:
    lines = descent("st", to("p", "s"), to("p", "t"))
    found = figure(lines, amounts(p=Status.NOT_APPLICABLE))
    assert (found.value, found.why) == (None, Apart.DIVIDED)


@pytest.mark.parametrize("said", list(Status))
def test_what_all_say_alike_is_said(said: Status) -> None:
    assert figure(descent("s", to("p", "s")), amounts(s=said, p=said)).value is said


def test_a_rate_is_that_of_the_sums() -> None:
    lines = descent("s", to("p", "s"))
    answers: dict[str, dict[str, Value]] = {
        "s": {"n": number(1), "d": number(2)},
        "p": {"n": number(9), "d": number(10)},
    }
    found = figure(lines, answers, name="r")
    assert found.value == number("83.33")
    assert found.parts == (Part("s", number(50)), Part("p", number(90)))
    assert figure(lines, {"s": answers["s"]}, name="r").value == number(50)
    brought = {"s": {**answers["s"], "r": number(50)}, "p": {**answers["p"], "r": number(90)}}
    assert figure(lines, brought, name="r").value == number("83.33")
    halved: dict[str, dict[str, Value]] = {**answers, "p": {"n": number(9), "d": Status.BLANK}}
    assert figure(lines, halved, name="r").why is Apart.MISSING
    # what one task is measured by ended: there is no rate of the two
    parted = descent("s", to("p", "s", MARCH, "n"))
    assert figure(parted, answers, name="r").why is Apart.DIVIDED


def test_a_rate_that_was_asked_for_then_is_not_computed_from_what_is_asked_now() -> None:
    answers: dict[str, dict[str, Value]] = {"s": {"r": number(50)}, "p": {"r": number(90)}}
    assert figure(descent("s", to("p", "s")), answers, name="r").why is Apart.NOT_ADDITIVE
    assert figure(descent("s"), answers, name="r").value == number(50)


def test_an_agency_without_succession_has_its_computed_rate() -> None:
    assert figure(descent("s"), {"s": {"n": number(1), "d": number(4)}}, name="r").value == number(25)


NAMES = "abcdef"
steps = st.builds(
    to, st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([date(2024, 1, 1), MARCH, JULY])
).filter(lambda one: one.before != one.after)


@given(st.lists(steps, max_size=8), st.sets(st.sampled_from(NAMES), min_size=1))
def test_no_figure_is_ever_counted_twice(succession: list[Succession], now: set[str]) -> None:
    lines = descent("".join(sorted(now)), *succession)
    then = {name: {"n": number(10**place)} for place, name in enumerate(NAMES)}
    found = [figure(lines, then, agency) for agency in sorted(now)]
    added = [part.agency for one in found if one.value is not None for part in one.parts]
    assert len(added) == len(set(added))
    values = [one.value.amount for one in found if isinstance(one.value, Number)]
    assert sum(values) == sum(10 ** NAMES.index(name) for name in added)


@given(st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz")), st.booleans())
def test_where_all_tasks_came_over_whole_nothing_is_lost(heirs: dict[str, str], again: bool) -> None:
    chain = [to(before, after, MARCH) for before, after in heirs.items()]
    gone = [to("x", "y", JULY)] if again else []
    now = "yz" if again else "xyz"
    lines = descent(now + "".join(sorted(set("abc") - set(heirs))), *chain, *gone)
    then = {name: {"n": number(10**place)} for place, name in enumerate("abcxyz")}
    values = [figure(lines, then, agency.id).value for agency in lines.agencies]
    assert sum(value.amount for value in values if isinstance(value, Number)) == 111_111
