"""Requests on earlier figures: kept, sent along, decided, and nothing is ever changed in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reformdesk.core import inbox, merged, request_states, requests, roundbook, submission
from reformdesk.core.requests import Decided, Request, Verdict
from reformdesk.core.values import Status, Text
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.core.builders import number
from tests.core.desks import Desks, at_work, send_first

EARLIER = "2024-h1"
WANTED = Request(EARLIER, "m", Status.BLANK, number("41"), "Cộng thiếu một đơn vị, đối chiếu sổ tháng 5")
REQUEST = replace(WANTED, reported=number("40"))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks in a second round; in the first the agency had reported 40."""
    with at_work(tmp_path) as made:
        send_first(made, m="40", n="2", o="3")
        made.take_round(made.open_round("2024-y"))
        assert made.round.id == "2024-y"
        made.type(m="90", n="5", o="6")
        yield made


def states(desks: Desks) -> tuple[request_states.RequestState, ...]:
    return request_states.request_states(desks.agency, desks.round)


def ask(desks: Desks, wanted: Request = WANTED) -> None:
    requests.ask(desks.agency, desks.round, wanted, desks.tick())


def decide(desks: Desks, verdict: Verdict, words: str = "") -> None:
    decided = Decided(requests.name_of("b", REQUEST), verdict, words)
    requests.answer(desks.office, desks.round.id, "b", decided, "officer", desks.tick())


def test_a_request_keeps_what_was_reported_and_goes_out(desks: Desks) -> None:
    ask(desks)
    assert states(desks) == (request_states.RequestState(REQUEST, 0, None),)
    sent = desks.finish()
    document = verify(sent.content).document
    assert isinstance(document, SubmissionDocument)
    assert requests.from_document(document.requests) == (REQUEST,)
    assert states(desks) == (request_states.RequestState(REQUEST, 1, None),)
    assert desks.take(sent).state == "accepted"


def test_the_earlier_figure_stays_on_both_sides(desks: Desks) -> None:
    before = merged.consolidated(desks.office, [EARLIER])[0].totals["m"]
    ask(desks)
    desks.take(desks.finish())
    decide(desks, Verdict.AGREED)
    assert merged.consolidated(desks.office, [EARLIER])[0].totals["m"] == before
    past = desks.round.earlier[0]
    assert desks.round.earlier_value(past, "b", "m") == number("40")
    assert len(submission.sent(desks.agency, EARLIER)) == 1


def test_a_request_alone_is_something_new(desks: Desks) -> None:
    desks.finish()
    ask(desks)
    since = submission.since_last(desks.agency, desks.round)
    assert since is not None
    assert (since.nothing, since.others) == (False, ("requests",))
    assert desks.finish().revision == 2
    with pytest.raises(Mendable, match="nothing-changed"):
        desks.finish()


def test_it_can_be_taken_back_and_written_anew(desks: Desks) -> None:
    ask(desks)
    ask(desks, replace(WANTED, right=number("42")))
    (state,) = states(desks)
    assert state.request.right == number("42")
    assert state.may_be_withdrawn
    requests.withdraw(desks.agency, desks.round.id, state.request)
    assert states(desks) == ()


def test_what_went_out_stays(desks: Desks) -> None:
    ask(desks)
    desks.finish()
    (state,) = states(desks)
    assert not state.may_be_withdrawn


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (replace(WANTED, right=number("40")), "request-same"),
        (replace(WANTED, reason=" \n"), "request-reason-missing"),
        (replace(WANTED, right=Text("nhiều")), "request-impossible"),
        (replace(WANTED, earlier="2019"), "not-owed"),
        (replace(WANTED, indicator="z"), "not-owed"),
    ],
)
def test_what_cannot_be_asked_is_said(desks: Desks, wanted: Request, code: str) -> None:
    with pytest.raises(Mendable, match=code):
        ask(desks, wanted)
    assert states(desks) == ()


@pytest.mark.parametrize(("verdict", "words"), [(Verdict.AGREED, ""), (Verdict.DECLINED, "Sổ ghi 40")])
def test_what_was_decided_comes_back(desks: Desks, verdict: Verdict, words: str) -> None:
    ask(desks)
    desks.take(desks.finish())
    decide(desks, verdict, words)
    desks.answer()
    (state,) = states(desks)
    assert state.decided == Decided(requests.name_of("b", REQUEST), verdict, words)


def test_a_decision_holds_for_the_same_words_in_a_later_submission(desks: Desks) -> None:
    ask(desks)
    desks.take(desks.finish())
    decide(desks, Verdict.AGREED)
    desks.type("Cộng thiếu", n="8")
    desks.take(desks.finish())
    desks.answer()
    assert inbox.replies(desks.agency, desks.round.id)[-1].decided != ()


def test_declining_takes_words(desks: Desks) -> None:
    with pytest.raises(Mendable, match="request-reason-missing"):
        decide(desks, Verdict.DECLINED, "  ")


def test_a_decision_is_part_of_the_state_and_the_last_one_holds(desks: Desks) -> None:
    ask(desks)
    desks.take(desks.finish())
    undecided = merged.digest(desks.office)
    decide(desks, Verdict.DECLINED, "Sổ ghi 40")
    declined = merged.digest(desks.office)
    decide(desks, Verdict.AGREED)
    assert len({undecided, declined, merged.digest(desks.office)}) == 3
    (held,) = requests.answers(desks.office, desks.round.id).values()
    assert held.verdict is Verdict.AGREED


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"round": "2019"}, "invalid-document"),
        ({"indicator": "z"}, "not-owed-inside"),
        ({"right": {"number": "1.5"}}, "error-inside"),
    ],
)
def test_a_request_that_cannot_be_is_refused_at_intake(desks: Desks, change: dict[str, object], code: str) -> None:
    ask(desks)
    sent = verify(desks.finish().content).document
    assert isinstance(sent, SubmissionDocument)
    forged = replace(sent, requests=({**sent.requests[0], **change},))
    verdict = desks.take_blob(seal(forged, {}, desks.agency_key, desks.tick()))
    assert isinstance(verdict.error, Refused)
    assert verdict.error.code == code
    assert roundbook.round_ids(desks.office) == [EARLIER, "2024-y"]
