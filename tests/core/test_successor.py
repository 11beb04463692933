"""A successor at its desk: its predecessors' earlier figures, rounds behind a break apart, a key of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import comparison, decisions, entry, merged, requests, roundbook, store, submission
from reformdesk.core.answers import Answer
from reformdesk.core.catalogue import Label
from reformdesk.core.checks import check_answers
from reformdesk.core.earlier_rounds import seen_from
from reformdesk.core.inherited import Apart
from reformdesk.core.requests import Request
from reformdesk.core.rounds import Break, EarlierRound, Round
from reformdesk.core.standing import Reason
from reformdesk.core.standstill import standstill
from reformdesk.core.store import Office
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable
from tests.core import builders, desks
from tests.core.builders import NOW, indicator, number, source

JUMP = {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"}
REPEAT = {"id": "repeat", "kind": "repeat", "severity": "warning"}
FORMER = {"id": "p", "name": "P"}
MERGER = {"from": "p", "to": "a", "on": "2024-03-01"}


def merged_round(
    *indicators: dict[str, Any], breaks: dict[str, Break] | None = None, **then: dict[str, Value]
) -> Round:
    """Return a half-year's round in which ``a`` has taken ``p`` over, after a round answered by both."""
    asked = source(*indicators, rules=(JUMP, REPEAT))
    round_ = builders.round_of(asked, former=(FORMER,), succession=(MERGER,))
    past = EarlierRound("past", Label("Kỳ trước", ""), Label("KT", ""), 6, date(2023, 12, 14), then, breaks or {})
    return replace(round_, earlier=(past,))


def test_sums_go_on_as_the_successors_past() -> None:
    round_ = merged_round(indicator("n"), a={"n": number("4")}, p={"n": number("6")})
    (past,) = round_.earlier
    assert round_.earlier_value(past, "a", "n") == number("10")
    assert round_.earlier_values(past, "a") == {"n": number("10")}
    assert [part.agency for part in round_.inherited(past, "a", "n").parts] == ["a", "p"]
    assert round_.known["p"].name == "P"
    assert [one.past for one in comparison.columns(round_, "a", ("n",), 4)] == [past]
    assert comparison.series(round_, "a", "n").past == (past,)
    assert [one.code for one in check_answers(round_, "a", {"n": number("40")})] == ["jump"]
    assert [one.code for one in check_answers(round_, "a", {"n": number("10")})] == ["same-again"]
    assert check_answers(round_, "a", {"n": number("4")}) == []


def test_a_successor_that_is_new_has_a_past_too() -> None:
    round_ = merged_round(indicator("n", nature="stock"), p={"n": number("6")})
    assert standstill(round_, "a", {}, "1").open == {"n": number("6")}
    assert standstill(round_, "b", {}, "1").count == 0


def test_what_does_not_add_up_has_a_column_but_is_compared_with_nothing() -> None:
    given: dict[str, Value] = {"n": number("50")}
    round_ = merged_round(indicator("n", "percent", consolidation="mean"), a=given, p=given)
    (past,) = round_.earlier
    assert round_.earlier_value(past, "a", "n") is None
    assert round_.inherited(past, "a", "n").why is Apart.NOT_ADDITIVE
    assert [one.past for one in comparison.columns(round_, "a", ("n",), 4)] == [past]
    assert check_answers(round_, "a", {"n": number("50")}) == []


def test_a_round_behind_a_break_is_shown_and_compared_with_nothing() -> None:
    given: dict[str, Value] = {"n": number("4"), "s": number("4")}
    stock = indicator("s", nature="stock")
    both = {"n": Break.UNIT, "s": Break.UNIT}
    alike, broken = (merged_round(indicator("n"), stock, breaks=breaks, b=given) for breaks in ({}, both))
    (past,) = broken.earlier
    same = {"n": number("4"), "s": number("4")}
    assert [one.code for one in check_answers(alike, "b", same)] == ["same-again"]
    assert check_answers(broken, "b", {"n": number("400"), "s": number("400")}) == []
    assert check_answers(broken, "b", same) == []
    assert (broken.comparable("n"), broken.previous("n")) == ((), None)
    answered = {"s": Answer(number("4"))}
    assert [standstill(one, "b", answered, "1").count for one in (alike, broken)] == [1, 0]
    assert comparison.series(broken, "b", "s").past == ()
    assert [one.past for one in comparison.columns(broken, "b", ("n",), 4)] == [past]
    assert broken.earlier_value(past, "b", "n") == number("4")


def test_the_same_period_last_year_is_not_repeated_across_a_break() -> None:
    year_before = EarlierRound(
        "2023-h1", Label("", ""), Label("", ""), 6, date(2023, 6, 14), {"b": {"n": number("4")}}, {"n": Break.KIND}
    )
    round_ = replace(merged_round(indicator("n")), earlier=(year_before,))
    assert round_.same_period_last_year() is year_before
    assert check_answers(round_, "b", {"n": number("4")}) == []


def test_a_rate_has_the_past_of_its_parts() -> None:
    rate = indicator("r", "percent", consolidation="rate", rate={"numerator": "n", "denominator": "d"})
    asked = {**source(indicator("n"), indicator("d"), rate), "format": "reformdesk-catalogue/2"}
    past = EarlierRound(
        "past", Label("", ""), Label("", ""), 6, date(2023, 12, 14), {"b": {"n": number("1"), "d": number("4")}}
    )
    round_ = replace(builders.round_of(asked), earlier=(past,))
    assert round_.comparable("r") == (past,)
    assert round_.earlier_value(past, "b", "r") == number("25")


def test_an_earlier_round_is_seen_by_the_edition_that_asks_now() -> None:
    then = builders.round_of(source(indicator("n"), indicator("m"), indicator("o")))
    now = builders.round_of(
        source(indicator("n", unit={"vi": "hồ sơ"}), indicator("m", consolidation="mean"), indicator("o", digits=2))
    )
    past = {"round": "past", "answers": {"a": {"n": {"number": "1"}}}}
    assert seen_from(past, then, then.catalogue, ()) == past
    # how an agency's shares become one figure changes nothing in what it reported
    assert seen_from(past, then, now.catalogue, ()) == {**past, "breaks": {"n": "unit"}}
    assert seen_from({**past, "breaks": {"o": "kind"}}, then, then.catalogue, ()) == past


def test_who_did_not_answer_and_was_merged_is_blank_and_no_sum_passes_for_the_whole() -> None:
    then = builders.round_of(source(indicator("n"), indicator("m")))
    past = {"round": "past", "answers": {"a": {"n": {"number": "1"}}}}
    blank = {"status": "blank"}
    seen = seen_from(past, then, then.catalogue, ({"from": "b", "to": "a", "on": "2024-03-01"},))
    assert seen["answers"] == {"a": {"n": {"number": "1"}, "m": blank}, "b": {"n": blank, "m": blank}}


def test_a_successor_has_its_predecessors_figures_and_a_key_of_its_own(tmp_path: Path) -> None:
    with desks.at_work(tmp_path) as at:
        at.type(m="3", n="4", o="5")
        at.take(at.finish(), provisional=True)
        decisions.pin_key(at.office, at.received()[0].digest, at.agency_key.fingerprint, at.tick())
        heir = {"id": "c", "name": "C", "groups": ["all"]}
        plan = replace(
            builders.plan(at.round.catalogue.source, "2024-9t"),
            agencies=(builders.AGENCIES[0], heir),
            former=({"id": "b", "name": "B"},),
            succession=({"from": "b", "to": "c", "on": "2024-07-01"},),
        )
        plan = replace(plan, period={**plan.period, "to": "2024-09-14", "months": 9})
        earlier = merged.earlier_answers(at.office, plan=plan)
        blob = roundbook.open_round(at.office, plan, earlier, at.office_key, at.tick())
        own_key = desks.key("C")
        with store.create(tmp_path / "c.rdesk", Office.AGENCY, "c", NOW) as desk:
            round_, _ = roundbook.take_round(desk, blob, "r.rdround", at.tick())
            (past,) = round_.earlier
            assert round_.earlier_values(past, "c") == {"m": number("3"), "n": number("4"), "o": number("5")}
            # what another reported is not its to correct
            asked = Request(past.id, "m", Status.BLANK, number("9"), "nhầm")
            with pytest.raises(Mendable, match="not-owed"):
                requests.ask(desk, round_, asked, at.tick())
            entry.set_value(desk, round_, "m", number("3"), at.tick())
            first = submission.finish(desk, round_, own_key, "Hòa", at.tick())[0]
            assert at.take(first).reasons == (Reason.KEY_UNKNOWN,)
            received = merged.received(at.office, round_.id)
            decisions.pin_key(at.office, received[0].digest, own_key.fingerprint, at.tick())
            entry.set_value(desk, round_, "m", number("4"), at.tick())
            by_old_key = submission.finish(desk, round_, at.agency_key, "Hòa", at.tick())[0]
            assert at.take(by_old_key).reasons == (Reason.KEY_UNKNOWN,)
            assert [one.counts for one in merged.received(at.office, round_.id)] == [True, False]
