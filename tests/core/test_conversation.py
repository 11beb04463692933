"""What goes back and forth: returns that reopen fields, two signatures, histories that must go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import (
    chronicle,
    decisions,
    entry,
    history,
    inbox,
    journal,
    judgement,
    merged,
    pins,
    replies,
    returns,
    submission,
)
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import countersign, seal, verify
from tests.core.desks import Desks, at_work, key, pin, resealed, send_first

ASKED = Return("Đề nghị xem lại", date(2024, 7, 1), (FieldReturn("m", "Sao tăng gấp bốn?", Decimal(1), Decimal(9)),))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks; no. 1 was sent and its key compared."""
    with at_work(tmp_path) as made:
        send_first(made, m="40", n="2", o="3")
        yield made


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Desks]:
    """Both desks; the round demands the head's signature."""
    with at_work(tmp_path, signatures=2) as made:
        made.type(m="40", n="2", o="3")
        yield made


def send_back(desks: Desks, returned: Return = ASKED) -> None:
    decisions.send_back(desks.office, desks.received()[-1].digest, returned, "officer", desks.tick())
    desks.answer()


def test_a_return_says_at_the_field_what_is_asked(desks: Desks) -> None:
    send_back(desks)
    asked = inbox.open_return(desks.agency, desks.round.id)
    assert asked is not None
    assert (asked.revision, asked.returned) == (1, ASKED)
    assert asked.asks_about("m")
    assert not asked.asks_about("n")
    assert desks.counting() == []


def test_the_next_submission_answers_the_return(desks: Desks) -> None:
    send_back(desks)
    asked = inbox.open_return(desks.agency, desks.round.id)
    desks.type(m="4")
    sent = desks.finish()
    document = verify(sent.content).document
    assert isinstance(document, SubmissionDocument)
    assert asked is not None
    assert document.answers_return == asked.reply
    assert inbox.open_return(desks.agency, desks.round.id) is None
    assert desks.take(sent).state == "accepted"
    assert desks.counting() == [2]


def test_a_field_nobody_asked_about_needs_a_word(desks: Desks) -> None:
    send_back(desks)
    desks.type(m="4", n="7")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ("n",)
    with pytest.raises(Mendable, match="reason-missing"):
        desks.finish()
    entry.set_explanation(desks.agency, desks.round, "n", "Gõ nhầm", desks.tick())
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()
    assert desks.finish().revision == 2


def test_an_old_word_is_no_reason_for_a_new_change(desks: Desks) -> None:
    desks.type("như năm trước", n="3")
    desks.take(desks.finish())
    send_back(desks)
    desks.type(n="7")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ("n",)


def test_a_field_asked_about_that_stands_as_it_stood_is_pointed_out(desks: Desks) -> None:
    send_back(desks)
    assert submission.readiness(desks.agency, desks.round).unmet == ("m",)
    entry.set_explanation(desks.agency, desks.round, "m", "Đúng: sáp nhập hai đơn vị", desks.tick())
    assert submission.readiness(desks.agency, desks.round).unmet == ()


def test_a_return_without_fields_opens_them_all(desks: Desks) -> None:
    send_back(desks, Return("Thiếu thuyết minh"))
    desks.type(n="7")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()


def test_without_a_return_a_correction_goes_out_as_it_is(desks: Desks) -> None:
    desks.type(n="7")
    assert desks.finish().revision == 2


def test_two_returns_of_one_submission_are_one(desks: Desks) -> None:
    also = Return("", date(2024, 6, 28), (FieldReturn("m", "Kèm quyết định", Decimal(2)), FieldReturn("o", "Thiếu?")))
    digest = desks.received()[-1].digest
    decisions.send_back(desks.office, digest, ASKED, "one", desks.tick())
    decisions.send_back(desks.office, digest, also, "two", desks.tick())
    desks.answer()
    asked = inbox.open_return(desks.agency, desks.round.id)
    assert asked is not None
    assert asked.returned == Return(
        "Đề nghị xem lại",
        date(2024, 6, 28),
        (
            FieldReturn("m", "Sao tăng gấp bốn?\nKèm quyết định", Decimal(2), Decimal(9)),
            FieldReturn("o", "Thiếu?"),
        ),
    )


def test_an_empty_return_is_not_sent(desks: Desks) -> None:
    with pytest.raises(Mendable, match="return-empty"):
        send_back(desks, Return("  "))


def test_bounds_travel_as_plain_decimals() -> None:
    bounds = returns.to_wire(Return("", None, (FieldReturn("m", "?", Decimal("1E+2"), Decimal("-0.0")),)))
    assert bounds["fields"] == [{"indicator": "m", "words": "?", "least": "100", "most": "0"}]
    assert returns.from_wire(bounds).fields[0].least == 100


def test_a_submission_without_the_heads_signature_waits(both: Desks) -> None:
    with pytest.raises(Mendable, match="approval-missing"):
        both.finish()


def test_two_signatures_wait_for_two_comparisons(both: Desks) -> None:
    head = key("Giám đốc B")
    verdict = both.take(both.finish(approver=head))
    assert verdict.reasons == ("key-unknown", "approver-unknown")
    pin(both, both.agency_key.fingerprint)
    assert [one.reasons for one in both.received()] == [("approver-unknown",)]
    pin(both, head.fingerprint)
    assert both.counting() == [1]
    assert pins.pinned(both.office, pins.head_of("b")) == {head.fingerprint}
    assert pins.pinned(both.office, "b") == {both.agency_key.fingerprint}


def test_the_heads_key_alone_cannot_submit(both: Desks) -> None:
    head = key("Giám đốc B")
    both.take(both.finish(approver=head))
    for fingerprint in (both.agency_key.fingerprint, head.fingerprint):
        pin(both, fingerprint)
    both.type(m="1")
    assert both.take(both.finish(head, approver=both.agency_key)).reasons == ("key-unknown", "approver-unknown")


def test_a_stripped_second_signature_waits_and_is_mended_by_the_whole_file(both: Desks) -> None:
    head = key("Giám đốc B")
    whole = both.finish(approver=head)
    document = verify(whole.content).document
    alone = seal(document, {}, both.agency_key, both.tick())
    assert both.take_blob(alone).reasons == ("key-unknown", "approval-missing")
    assert both.take_blob(whole.content).reasons == ("key-unknown", "approver-unknown")
    assert both.take_blob(whole.content).state == "known"
    assert both.take_blob(alone).state == "known"


def test_the_same_key_does_not_sign_twice(both: Desks) -> None:
    with pytest.raises(Refused, match="same-signer"):
        both.finish(approver=both.agency_key)


def test_no_third_signature(both: Desks) -> None:
    sent = both.finish(approver=key("Giám đốc B"))
    with pytest.raises(Refused, match="signed-twice"):
        countersign(sent.content, key("Ai đó"), both.tick())


def test_provisionally_accepted_covers_both_keys(both: Desks) -> None:
    verdict = both.take(both.finish(approver=key("Giám đốc B")), provisional=True)
    assert (verdict.state, verdict.provisional) == ("accepted", True)
    pin(both, both.agency_key.fingerprint)
    assert [one.provisional for one in both.received()] == [True]


def test_each_submission_names_and_proves_its_history(desks: Desks) -> None:
    desks.type(m="1", n="5")
    document = json.loads(verify(desks.finish().content).data)
    stated = history.stated_in(document)
    assert stated.head is not None
    assert stated.since is not None
    assert (stated.head.length, stated.since.length, stated.proved) == (5, 3, True)
    assert history.problems(desks.agency) == []


@pytest.mark.parametrize(
    ("harm", "codes"),
    [
        ('UPDATE history SET after = \'{"number": "9"}\' WHERE id = 1', ["edited", "answers"]),
        ("UPDATE history SET changed_at = '2020-01-01T00:00:00Z' WHERE id = 2", ["edited"]),
        ("DELETE FROM history WHERE id = 3", ["answers", "differs"]),
        ("DELETE FROM history WHERE id = 2", ["edited", "cut", "answers", "differs"]),
    ],
)
def test_a_harmed_history_is_noticed_at_the_desk_and_at_intake(desks: Desks, harm: str, codes: list[str]) -> None:
    with desks.agency.atomic():
        desks.agency.db.execute(harm)
    assert history.problems(desks.agency) == codes
    desks.type(o="8")
    verdict = desks.take(desks.finish())
    assert (verdict.state, verdict.reasons) == ("waiting", ("history-broken",))
    assert desks.counting() == [1]


def test_a_history_reckoned_anew_after_the_harm_is_noticed_all_the_same(desks: Desks) -> None:
    with desks.agency.atomic():
        desks.agency.db.execute("UPDATE history SET changed_at = '2020-01-01T00:00:00Z' WHERE id = 1")
        link = ""
        for line in desks.agency.rows("SELECT * FROM history ORDER BY id"):
            link = chronicle.link(link, line)
            desks.agency.db.execute("UPDATE history SET link = ? WHERE id = ?", (link, line["id"]))
    assert history.problems(desks.agency) == ["differs"]
    desks.type(o="8")
    assert desks.take(desks.finish()).reasons == ("history-broken",)


def test_an_officer_may_accept_a_broken_history(desks: Desks) -> None:
    with desks.agency.atomic():
        desks.agency.db.execute("DELETE FROM history WHERE id = 3")
    desks.type(o="8")
    sent = desks.finish()
    desks.take(sent)
    state = merged.digest(desks.office)
    decisions.accept_history(desks.office, sent.digest, "officer", desks.tick())
    assert desks.counting() == [2]
    assert merged.digest(desks.office) != state


def test_one_file_has_everyones_receipts(desks: Desks) -> None:
    blob = replies.write(desks.office, desks.round.id, ("a", "b"), desks.office_key, desks.tick())
    inbox.take(desks.agency, blob, "all.rdreply", desks.tick())
    receipt = inbox.replies(desks.agency, desks.round.id)[-1]
    assert (receipt.type, receipt.revision, receipt.state) == ("receipt", 1, "accepted")
    assert receipt.submission == desks.received()[-1].digest


def test_a_reply_by_a_stranger_is_refused(desks: Desks) -> None:
    desks.office_key = key("Sở Nội vụ")
    with pytest.raises(Refused, match="office-key-differs"):
        desks.answer()
    assert inbox.replies(desks.agency, desks.round.id) == []


def reply_that(desks: Desks, **changes: Any) -> bytes:
    """Return Home Affairs' reply with something else in it."""
    blob = replies.write(desks.office, desks.round.id, ("b",), desks.office_key, desks.tick())
    return resealed(desks, blob, **changes)


def test_a_receipt_of_an_issue_that_has_not_come_yet_is_taken(desks: Desks) -> None:
    newer = "ab" * 32
    with pytest.raises(Refused, match="other-round"):
        inbox.take(desks.agency, reply_that(desks, round_digest=newer), "b.rdreply", desks.tick())
    known = reply_that(desks, round_digest=newer, issues=(desks.round.digest, newer))
    inbox.take(desks.agency, known, "b.rdreply", desks.tick())
    assert [one.type for one in inbox.replies(desks.agency, desks.round.id)] == ["receipt"]


def test_an_extension_comes_to_an_agency_that_has_sent_nothing(desks: Desks) -> None:
    item = {"type": "extension", "agency": "b", "until": "2024-07-09", "words": "Do bão"}
    inbox.take(desks.agency, reply_that(desks, items=(item,)), "b.rdreply", desks.tick())
    assert inbox.replies(desks.agency, desks.round.id) == []
    other = reply_that(desks, items=({**item, "agency": "a"},))
    with pytest.raises(Refused, match="reply-not-for-us"):
        inbox.take(desks.agency, other, "b.rdreply", desks.tick())


def test_nothing_goes_out_on_what_desks_decided_differently(desks: Desks) -> None:
    (one,) = desks.received()
    decisions.send_back(desks.office, one.digest, ASKED, "one", desks.tick())
    accepted = Decision(Kind.ACCEPT, one.round, "b", one.digest)
    with desks.office.atomic():
        journal.take_over(desks.office, [(accepted, [])])
        judgement.rejudge(desks.office, one.round, "b")
    with pytest.raises(Mendable, match="nothing-to-reply"):
        replies.write(desks.office, one.round, ("b",), desks.office_key, desks.tick())
