"""Number and date of the stamped letter are kept for each submission; its annex prints what was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reformdesk.core import letters, merged, narratives, submission
from reformdesk.core.annexes import Letter
from reformdesk.core.changes import Changes
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import SubmissionDocument, content_digest
from reformdesk.exchange.verification import verify
from tests.core.desks import Desks, at_work, pin

FIRST, LATER = Letter("12/BC-B", date(2024, 6, 20)), Letter("15/BC-B", date(2024, 7, 1))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        made.type(m="40", n="2")
        narratives.set_narrative(made.agency, made.round, "1", "Khó khăn", made.tick())
        yield made


def test_each_submission_has_its_letter_and_the_last_word_holds(desks: Desks) -> None:
    round_id = desks.round.id
    assert letters.set_letter(desks.agency, round_id, 1, Letter()) is Changes.NOTHING
    assert letters.set_letter(desks.agency, round_id, 1, FIRST) is Changes.SUBMISSIONS
    assert letters.set_letter(desks.agency, round_id, 2, Letter(" 13/BC-B ")) is Changes.SUBMISSIONS
    letters.set_letter(desks.agency, round_id, 2, LATER)
    assert letters.set_letter(desks.agency, round_id, 2, LATER) is Changes.NOTHING
    assert letters.letters(desks.agency, round_id) == {1: FIRST, 2: LATER}
    assert letters.usual_symbol(desks.agency) == "/BC-B"


def test_a_number_has_its_bounds(desks: Desks) -> None:
    with pytest.raises(Mendable, match="letter-too-long"):
        letters.set_letter(desks.agency, desks.round.id, 1, Letter("1" * 81))
    assert letters.usual_symbol(desks.agency) == ""


def test_the_annex_prints_what_was_handed_in_whatever_stands_now(desks: Desks) -> None:
    sent = desks.finish()
    document = verify(sent.content).document
    assert isinstance(document, SubmissionDocument)
    letters.set_letter(desks.agency, desks.round.id, 1, FIRST)
    desks.type(m="41")
    annex = letters.annex_to(desks.agency, desks.round, sent.digest)
    assert (annex.revision, annex.letter, annex.digest) == (1, FIRST, content_digest(document))
    (area,) = annex.areas
    assert [(line.number, line.value) for line in area.lines] == [("1", "40"), ("2", "2"), ("3", "")]
    assert area.narrative == "Khó khăn"


def test_a_correction_prints_from_what_to_what(desks: Desks) -> None:
    desks.finish()
    desks.type("Cộng thiếu", m="41")
    sent = desks.finish()
    annex = letters.annex_to(desks.agency, desks.round, sent.digest)
    assert annex.issue == "Bản đính chính, Lần 2"
    (one,) = annex.corrections
    assert (one.before, one.after, one.reason) == ("40", "41", "Cộng thiếu")


def test_the_words_reach_home_affairs_with_what_counts(desks: Desks) -> None:
    desks.take(desks.finish())
    assert merged.consolidated(desks.office)[0].narratives == {}
    pin(desks, desks.agency_key.fingerprint)
    assert merged.consolidated(desks.office)[0].narratives == {"1": (("b", "Khó khăn"),)}
    narratives.set_narrative(desks.agency, desks.round, "1", "Đã xong", desks.tick())
    desks.take(desks.finish())
    assert merged.consolidated(desks.office)[0].narratives == {"1": (("b", "Đã xong"),)}
    assert len(submission.sent(desks.agency, desks.round.id)) == 2
