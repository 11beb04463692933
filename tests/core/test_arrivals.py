"""What is noted of every file that came, also of what was refused."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import arrivals, intake
from reformdesk.core.arrivals import Arrival
from reformdesk.core.catalogue import Label
from reformdesk.errors import Refused
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import Verified
from reformdesk.words import Words
from tests.core import desks as at_desks
from tests.core.builders import NOW
from tests.core.desks import Desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_desks.at_work(tmp_path) as made:
        yield made


def take(desks: Desks, name: str, blob: bytes, channel: str = "window") -> intake.Verdict:
    return intake.take(desks.office, name, blob, channel, desks.tick())


def documents_in_memory() -> list[object]:
    return [one for one in gc.get_objects() if isinstance(one, Verified | SubmissionDocument)]


def test_what_was_refused_is_noted_with_why(desks: Desks) -> None:
    verdict = take(desks, "ảnh.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "email")
    (one,) = arrivals.refused(desks.office)
    assert (one.name, one.channel, one.digest, one.claims) == ("ảnh.jpg", "email", "", ("", "", 0))
    assert verdict.error is not None
    assert one.problem is not None
    assert Words("vi").error(one.problem) == Words("vi").error(verdict.error)


def test_what_was_refused_after_it_was_read_says_whose_it_claims_to_be(desks: Desks) -> None:
    desks.type(m="1")
    sent = desks.finish()
    desks.office.db.execute("DELETE FROM rounds")
    verdict = desks.take(sent)
    assert verdict.reasons == ("unknown-round",)
    (one,) = arrivals.refused(desks.office)
    assert one.claims == ("2024-h1", "b", 1)
    assert one.problem is not None
    assert verdict.error is not None
    assert Words("en").error(one.problem) == Words("en").error(verdict.error)


def test_what_was_refused_does_not_stay_in_memory_with_its_refusal(desks: Desks) -> None:
    desks.type(m="1")
    sent = desks.finish()
    desks.office.db.execute("DELETE FROM rounds")
    before = documents_in_memory()
    gc.disable()
    try:
        verdict = desks.take(sent)
        after = documents_in_memory()
    finally:
        gc.enable()
    assert verdict.reasons == ("unknown-round",)
    assert len(after) == len(before)


def test_a_name_in_two_languages_comes_back_as_one(desks: Desks) -> None:
    label = Label("Số văn bản", "Documents")
    arrivals.note_refused(desks.office, ("x", "window", "2024-07-01T00:00:00Z"), Refused("c", indicator=label, most=3))
    (one,) = arrivals.refused(desks.office)
    assert one.problem is not None
    assert one.problem.params == {"indicator": label, "most": "3"}


def test_a_refused_file_does_not_date_the_sound_one_that_comes_after_it(desks: Desks) -> None:
    desks.type(m="1")
    sent = desks.finish()
    take(desks, sent.file_name, sent.content[:-40])
    desks.take(sent)
    (kept,) = desks.received()
    with desks.office.atomic():
        arrivals.settle(desks.office)
    assert desks.received() == [kept]


@pytest.mark.parametrize("channel", ["window", "watched"])
def test_a_watched_folder_is_noted_once_however_often_it_is_looked_at(desks: Desks, channel: str) -> None:
    desks.type(m="1")
    sent = desks.finish()
    for _ in range(3):
        take(desks, "hong.rdsub", sent.content[:-40], channel)
        take(desks, "tot.rdsub", sent.content, channel)
    times = 1 if channel == "watched" else 3
    assert len(arrivals.refused(desks.office)) == times
    assert len(arrivals.all_of(desks.office)) == 2 * times


def test_what_cannot_be_read_has_not_come(desks: Desks, tmp_path: Path) -> None:
    verdict = intake.take_path(desks.office, tmp_path / "gone.rdsub", "window", NOW)
    assert verdict.reasons == ("path-missing",)
    assert intake.take_path(desks.office, tmp_path, "window", NOW).reasons == ("is-a-folder",)
    assert [one.name for one in arrivals.refused(desks.office)] == [tmp_path.name]


def test_a_name_that_is_no_text_is_noted_all_the_same(desks: Desks) -> None:
    verdict = take(desks, "h\udcffng.rdsub", b"nothing of ours")
    assert verdict.state == intake.REJECTED
    assert [one.name for one in arrivals.refused(desks.office)] == ["h?ng.rdsub"]


def test_nothing_was_refused_of_what_was_taken() -> None:
    one = Arrival("d", "s", "x", "window", "2024-07-01T00:00:00Z", "desk", "accepted", ("key-unknown",))
    assert one.problem is None
