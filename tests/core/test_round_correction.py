"""An open round is corrected: what stands, what is asked anew, at both desks and in every order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import entry, filing, inbox, merged, replies, round_correction, roundbook, store, submission
from reformdesk.core.issues import Carried
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.rounds import Break
from reformdesk.core.store import Office
from reformdesk.core.values import Status
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import seal
from tests.core import builders
from tests.core.desks import Desks, at_work

NOTE = {"vi": "Thêm một chỉ tiêu, đổi một đơn vị tính."}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        yield made


def with_indicators(plan: RoundPlan, **indicators: Mapping[str, Any]) -> RoundPlan:
    """Ask for other indicators; ``builders.indicator`` makes each from what is given."""
    return replace(
        plan, catalogue=builders.source(*({**builders.indicator(name), **given} for name, given in indicators.items()))
    )


def changed(plan: RoundPlan) -> RoundPlan:
    """One indicator is new (p), one has another unit (n), one is gone (o), one stays (m)."""
    return with_indicators(plan, p={}, m={}, n={"unit": {"vi": "nghìn", "en": "thousands"}})


def correct(desks: Desks, plan: RoundPlan | None = None, *again: str) -> bytes:
    wanted = plan or changed(round_correction.plan_of(desks.office, "2024-h1"))
    return round_correction.correct_round(desks.office, wanted, NOTE, again, desks.office_key, desks.tick())


def totals(desks: Desks) -> dict[str, Any]:
    (part,) = merged.consolidated(desks.office)
    return {name: total.value for name, total in part.totals.items()}


def test_the_preview_says_what_stands_and_what_is_asked_again(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    base = round_correction.plan_of(desks.office, "2024-h1")
    found = round_correction.preview(desks.office, changed(base), ())
    assert (found.unchanged, found.partly, found.lost) == ((), ("b",), ())
    assert (found.asked_again, found.new, found.gone) == ({"n": 1}, {"p": 1}, {"o": 1})
    renamed = with_indicators(base, n={"name": "Tên khác"}, m={}, o={})
    assert round_correction.preview(desks.office, renamed, ()).unchanged == ("b",)
    again = round_correction.preview(desks.office, base, ("m",))
    assert (again.partly, again.asked_again) == (("b",), {"m": 1})
    assert len(roundbook.load(desks.office, "2024-h1").asked) == 3, "a preview changes nothing"


def test_what_stands_is_counted_on_and_the_rest_is_not(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    correct(desks)
    assert totals(desks) == {"p": Status.BLANK, "m": builders.number("1"), "n": Status.BLANK}
    (received,) = merged.received(desks.office, "2024-h1")
    assert (received.state, received.counts) == ("accepted", True)


def test_a_submission_that_comes_after_the_correction_stands_as_one_that_came_before(tmp_path: Path) -> None:
    states = []
    for order in ("before", "after"):
        with at_work(tmp_path / order) as desks:
            desks.type(m="1", n="2", o="3")
            sent = desks.finish()
            if order == "before":
                desks.take(sent, provisional=True)
            correct(desks)
            if order == "after":
                desks.take(sent, provisional=True)
            states.append(totals(desks))
    assert states[0] == states[1]


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_issues_reach_an_agency_in_any_order(desks: Desks, tmp_path: Path, order: tuple[int, ...]) -> None:
    first = desks.round_blob()
    second = correct(desks)
    third = correct(desks, with_indicators(round_correction.plan_of(desks.office, "2024-h1"), m={}, q={}))
    issues = (first, second, third)
    with store.create(tmp_path / "another.rdesk", Office.AGENCY, "b", builders.NOW) as agency:
        desks.agency = agency
        for place in order:
            desks.take_round(issues[place])
        assert desks.round.revision == 3
        assert desks.round.asked == ("m", "q")
        assert roundbook.round_ids(desks.agency) == ["2024-h1"]
        # each of them once more changes nothing
        for blob in issues:
            assert desks.take_round(blob).revision == 3


def test_what_was_typed_stays_and_only_the_rest_is_asked_anew(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    sent = desks.finish()
    assert submission.asked_anew(desks.agency, desks.round) is None
    desks.take_round(correct(desks))
    anew = submission.asked_anew(desks.agency, desks.round)
    assert anew == Carried(frozenset("m"), frozenset("n"), frozenset("p"), frozenset("o"))
    assert entry.answers(desks.agency, "2024-h1")["m"].value == builders.number("1")
    assert submission.is_changed(desks.agency, desks.round)
    since = submission.since_last(desks.agency, desks.round)
    assert since is not None
    assert "issue" in since.others
    desks.type(p="5", n="7")
    # another figure in what is asked anew needs no word why
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()
    again = desks.finish()
    assert submission.asked_anew(desks.agency, desks.round) is None
    for one in (again, sent):
        desks.take(one, provisional=True)
    assert totals(desks) == {"p": builders.number("5"), "m": builders.number("1"), "n": builders.number("7")}


def test_what_is_confirmed_unchanged_can_be_handed_in(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    desks.take_round(correct(desks, round_correction.plan_of(desks.office, "2024-h1"), "m"))
    assert totals(desks)["m"] == Status.BLANK
    desks.take(desks.finish(), provisional=True)
    assert totals(desks)["m"] == builders.number("1")
    with pytest.raises(Mendable, match="nothing-changed"):
        desks.finish()


def test_words_alone_ask_nobody_for_anything(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    before = totals(desks)
    renamed = with_indicators(round_correction.plan_of(desks.office, "2024-h1"), o={}, n={"name": "Tên khác"}, m={})
    desks.take_round(correct(desks, renamed))
    assert totals(desks) == before
    assert not submission.is_changed(desks.agency, desks.round)


def test_a_receipt_is_opened_before_the_issue_that_it_was_written_under(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    correct(desks)
    receipt = replies.write(desks.office, "2024-h1", ("b",), desks.office_key, desks.tick())
    inbox.take(desks.agency, receipt, "r.rdreply", desks.tick())
    (reply,) = inbox.replies(desks.agency, "2024-h1")
    assert (reply.type, reply.revision) == ("receipt", 1)


def test_two_issues_of_one_number_are_not_taken_for_each_other(desks: Desks) -> None:
    mine = correct(desks)
    desks.take_round(mine)
    kept = filing.filed(desks.office, "round", "2024-h1")
    assert [row["revision"] for row in sorted(kept, key=lambda row: row["revision"])] == [1, 2]
    document = roundbook.read_round_file(mine)[0].document
    assert isinstance(document, RoundDocument)
    forged = seal(replace(document, note={"vi": "khác"}), {}, desks.office_key, desks.tick())
    with pytest.raises(Refused, match="round-differs"):
        desks.take_round(forged)
    assert desks.round.note is not None
    assert desks.round.note.vi == NOTE["vi"]


def test_a_correction_that_corrects_nothing_is_told(desks: Desks) -> None:
    base = round_correction.plan_of(desks.office, "2024-h1")
    with pytest.raises(Mendable, match="round-unchanged"):
        correct(desks, base)
    assert roundbook.load(desks.office, "2024-h1").revision == 1
    with pytest.raises(Mendable, match="unknown-round"):
        round_correction.preview(desks.office, replace(base, id="none"), ())


def test_earlier_figures_stay_what_they_were(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    desks.open_round("2025")
    base = round_correction.plan_of(desks.office, "2025")
    round_correction.correct_round(desks.office, changed(base), NOTE, (), desks.office_key, desks.tick())
    found = roundbook.load(desks.office, "2025")
    assert (found.revision, [past.id for past in found.earlier]) == (2, ["2024-h1"])
    # in figures, not in what the corrected edition makes of them
    assert (found.earlier[0].answers["b"]["n"], found.earlier[0].breaks) == (builders.number("2"), {"n": Break.UNIT})
