"""An agency that corrects itself: what changed, why, and that a correction replaces and never adds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from reformdesk.core import corrections, decisions, entry, inbox, intake, merged, narratives, submission
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.submission import Submission
from reformdesk.core.values import Number, Status
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import SubmissionDocument, content_digest
from reformdesk.exchange.verification import seal, verify
from tests.core.builders import NOW, number
from tests.core.desks import Desks, at_work, send_first


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks; no. 1 was sent and its key compared, one of its three figures blank."""
    with at_work(tmp_path) as made:
        send_first(made, m="40", n="2")
        yield made


def document(sent: Submission) -> SubmissionDocument:
    found = verify(sent.content).document
    assert isinstance(found, SubmissionDocument)
    return found


def total(desks: Desks, name: str) -> object:
    part = merged.consolidated(desks.office, [desks.round.id])[0]
    return part.totals[name].value


def test_what_changed_since_is_told_from_what_to_what(desks: Desks) -> None:
    assert submission.since_last(desks.agency, desks.round) == submission.SinceLast(1, (), ())
    desks.type(n="7")
    narratives.set_narrative(desks.agency, desks.round, "1", "Khó khăn", desks.tick())
    since = submission.since_last(desks.agency, desks.round)
    assert since is not None
    (one,) = since.corrections
    assert (one.indicator, one.before, one.after, one.reason) == ("n", number("2"), number("7"), "")
    assert since.others == ("narratives",)
    assert submission.readiness(desks.agency, desks.round).unreasoned == ("n",)


def test_before_the_first_submission_nothing_is_corrected(tmp_path: Path) -> None:
    with at_work(tmp_path) as made:
        made.type(m="1")
        assert submission.since_last(made.agency, made.round) is None
        assert submission.readiness(made.agency, made.round).unreasoned == ()
        assert document(made.finish()).corrections == ()


def test_a_blank_that_is_filled_in_explains_itself_and_one_that_is_made_does_not(desks: Desks) -> None:
    desks.type(o="3")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()
    entry.set_value(desks.agency, desks.round, "n", Status.BLANK, desks.tick())
    assert submission.readiness(desks.agency, desks.round).unreasoned == ("n",)


def test_old_words_are_no_reason_for_a_new_change(desks: Desks) -> None:
    desks.type("Cộng thiếu Chi cục Chăn nuôi", n="7")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()
    desks.finish()
    desks.type(n="8")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ("n",)


def test_a_correction_says_what_stood_there_and_why(desks: Desks) -> None:
    desks.type("Cộng thiếu Chi cục Chăn nuôi", n="7")
    desks.type(o="3")
    sent = document(desks.finish())
    assert sent.is_correction
    assert sent.corrections == (
        {"indicator": "n", "before": {"number": "2"}, "reason": "Cộng thiếu Chi cục Chăn nuôi"},
        {"indicator": "o", "before": {"status": "blank"}},
    )
    assert corrections.reasons(sent.corrections) == {"n": "Cộng thiếu Chi cục Chăn nuôi", "o": ""}


def test_the_printed_form_of_a_correction_covers_what_it_corrects(desks: Desks) -> None:
    desks.type("Cộng thiếu", n="7")
    printed = submission.content_to_print(desks.agency, desks.round, NOW)
    sent = document(desks.finish())
    assert content_digest(sent) == printed


def test_the_answer_to_a_return_is_no_correction_of_its_own(desks: Desks) -> None:
    asked = Return("", None, (FieldReturn("m", "Sao nhiều?", Decimal(1), Decimal(9)),))
    decisions.send_back(desks.office, desks.received()[-1].digest, asked, "officer", desks.tick())
    desks.answer()
    desks.type(m="4")
    desks.type("Cộng thiếu", n="7")
    desks.type(o="1")
    sent = desks.finish()
    assert not document(sent).is_correction
    assert [one["indicator"] for one in document(sent).corrections] == ["m", "n", "o"]
    desks.take(sent)
    desks.answer()
    assert inbox.replies(desks.agency, desks.round.id)[-1].corrections is None


def test_the_receipt_says_that_it_was_a_correction(desks: Desks) -> None:
    desks.answer()
    assert inbox.replies(desks.agency, desks.round.id)[-1].corrections is None
    desks.type("Cộng thiếu", n="7")
    desks.take(desks.finish())
    desks.answer()
    receipt = inbox.replies(desks.agency, desks.round.id)[-1]
    assert (receipt.type, receipt.revision, receipt.corrections) == ("receipt", 2, 1)


def test_where_nothing_changed_nothing_goes_out(desks: Desks) -> None:
    desks.type(n="7")
    desks.type(n="2")
    since = submission.since_last(desks.agency, desks.round)
    assert since is not None
    assert since.nothing
    with pytest.raises(Mendable, match="nothing-changed"):
        desks.finish()


def test_a_correction_replaces_and_never_adds(desks: Desks) -> None:
    assert total(desks, "n") == Number(Decimal(2))
    desks.type("Cộng thiếu", n="7")
    desks.take(desks.finish())
    assert desks.counting() == [2]
    assert total(desks, "n") == Number(Decimal(7))


def test_corrections_come_to_the_same_in_any_order(desks: Desks, tmp_path: Path) -> None:
    sent = [desks.received()[0].digest]
    blobs = [desks.office.rows("SELECT bytes FROM files WHERE kind = 'submission'")[0]["bytes"]]
    for figure in ("7", "9"):
        desks.type(f"Nay là {figure}", n=figure)
        made = desks.finish()
        sent.append(made.digest)
        blobs.append(made.content)
    states = set()
    for place, order in enumerate(permutations(blobs)):
        desks.office.db.execute("DELETE FROM standing")
        desks.office.db.execute("DELETE FROM files WHERE kind = 'submission'")
        for blob in order:
            intake.take(desks.office, f"{place}.rdsub", bytes(blob), "window", desks.tick())
        states.add((merged.digest(desks.office), str(total(desks, "n"))))
    assert len(states) == 1
    assert states.pop()[1] == str(Number(Decimal(9)))


def test_a_correction_of_what_is_not_answered_is_refused(desks: Desks) -> None:
    desks.type("Cộng thiếu", n="7")
    sent = document(desks.finish())
    strange = {"indicator": "p", "before": {"number": "1"}}
    forged = SubmissionDocument(**{**sent.__dict__, "corrections": (strange,)})
    verdict = desks.take_blob(seal(forged, {}, desks.agency_key, desks.tick()))
    assert isinstance(verdict.error, Refused)
    assert (verdict.error.code, verdict.error.params["where"]) == ("invalid-document", "corrections")
