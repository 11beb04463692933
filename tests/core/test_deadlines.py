"""Extensions and corrected arrivals: what holds, what is contested, what lateness goes by, what an agency is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reformdesk.core import deadlines, decisions, inbox, journal, merged, receiving, replies
from reformdesk.core.board import EXTENDED, LATE, OVERDUE, read_board
from reformdesk.core.deadlines import Extension
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.reminders import reminders
from reformdesk.errors import Mendable
from tests.core import desks as at_desks
from tests.core.desks import Desks

DEADLINE, LATER, LATEST = date(2024, 7, 5), date(2024, 7, 9), date(2024, 7, 12)
AFTER = datetime(2024, 7, 6, 3, 0, tzinfo=UTC)
"""A morning after the deadline, within the extension."""
ROUND = "2024-h1"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_desks.at_work(tmp_path) as made:
        yield made


def extend(desks: Desks, until: date | None, *agencies: str, reason: str = "Do bão số 3") -> None:
    deadlines.extend(desks.office, ROUND, agencies or ("b",), until, reason, "Lan", desks.tick())


def decided_elsewhere(desks: Desks, wanted: Decision) -> None:
    """Let another desk's decision come in beside this one's."""
    with desks.office.atomic():
        journal.take_over(desks.office, [(wanted, [journal.Hand("Minh", "2024-07-01T00:00:00Z", "other")])])


def send(desks: Desks, at: datetime) -> str:
    desks.clock = at
    desks.type(m="1", n="2", o="3")
    digest = desks.take(desks.finish()).digest
    at_desks.pin(desks, desks.agency_key.fingerprint)
    return digest


def told(desks: Desks, *agencies: str) -> inbox.Extension | None:
    blob = replies.write(desks.office, ROUND, agencies or ("b",), desks.office_key, desks.tick())
    inbox.take(desks.agency, blob, "b.rdreply", desks.tick())
    return inbox.extension(desks.agency, ROUND)


def test_an_extension_moves_one_agencys_deadline(desks: Desks) -> None:
    assert read_board(desks.office, "", AFTER).count(OVERDUE) == 2
    extend(desks, LATER)
    data = read_board(desks.office, "", AFTER)
    assert (data.count(OVERDUE), data.count(EXTENDED)) == (1, 1)
    due = {line.agency.id: line.due for line in data.lines}
    assert due == {"a": DEADLINE, "b": LATER}
    assert read_board(desks.office, "", deadlines.due(LATER)).count(OVERDUE) == 2


def test_the_last_day_decided_holds_and_none_takes_it_back(desks: Desks) -> None:
    extend(desks, LATER)
    extend(desks, LATEST, reason="Vẫn mất điện")
    assert deadlines.extensions(desks.office, ROUND)["b"] == Extension(LATEST, "Vẫn mất điện")
    extend(desks, None, reason="Đã có điện")
    data = read_board(desks.office, "", AFTER)
    assert (data.count(OVERDUE), data.count(EXTENDED)) == (2, 0)
    extend(desks, LATEST)
    assert read_board(desks.office, "", AFTER).count(EXTENDED) == 1
    assert len(journal.lines(desks.office, ROUND)) == 4


def test_several_agencies_are_extended_together_or_none(desks: Desks) -> None:
    extend(desks, LATER, "a", "b")
    assert set(deadlines.extensions(desks.office, ROUND)) == {"a", "b"}


@pytest.mark.parametrize(
    ("until", "reason", "code"),
    [(LATER, "  ", "extension-reason-missing"), (DEADLINE, "Bão", "extension-too-early")],
)
def test_an_extension_needs_a_reason_and_a_later_day(desks: Desks, until: date, reason: str, code: str) -> None:
    with pytest.raises(Mendable, match=code):
        extend(desks, until, "a", "b", reason=reason)
    assert deadlines.extensions(desks.office, ROUND) == {}


def test_where_desks_gave_different_days_the_rounds_own_holds(desks: Desks) -> None:
    extend(desks, LATER)
    other = Decision(Kind.EXTENSION, ROUND, "b", "b", {"until": LATEST.isoformat()}, "Lũ")
    decided_elsewhere(desks, other)
    assert deadlines.extensions(desks.office, ROUND)["b"] == Extension(None, contested=(LATER, LATEST))
    data = read_board(desks.office, "", AFTER)
    assert (data.count(OVERDUE), data.count(EXTENDED)) == (2, 0)
    with pytest.raises(Mendable, match="nothing-to-reply"):
        replies.write(desks.office, ROUND, ("b",), desks.office_key, desks.tick())
    extend(desks, LATEST, reason="Theo anh Minh")
    assert read_board(desks.office, "", AFTER).count(EXTENDED) == 1


def test_no_total_and_no_standing_depends_on_a_deadline(desks: Desks) -> None:
    send(desks, AFTER)
    before = merged.round_state(desks.office, ROUND)
    extend(desks, LATER)
    after = merged.round_state(desks.office, ROUND)
    assert {**after, "decisions": []} == {**before, "decisions": []}


def test_lateness_goes_by_the_agencys_own_deadline(desks: Desks) -> None:
    send(desks, AFTER)
    data = read_board(desks.office, "", AFTER)
    assert (data.count(LATE), data.arrivals().in_time) == (1, 0)
    extend(desks, LATER)
    data = read_board(desks.office, "", AFTER)
    assert data.count(LATE) == 0
    arrivals = data.arrivals()
    assert (arrivals.in_time, arrivals.excused, arrivals.extended) == (
        1,
        ((deadlines.day_of(AFTER), 1),),
        ((LATER, 1),),
    )


def test_who_is_reminded_is_told_the_own_day(desks: Desks) -> None:
    extend(desks, LATER)
    found = {one.agency.id: one for one in reminders(read_board(desks.office, "", AFTER))}
    assert (found["b"].until, found["b"].overdue) == (LATER, False)
    assert (found["a"].until, found["a"].overdue) == (None, True)


def test_an_agency_that_sent_nothing_is_told_of_its_extension(desks: Desks) -> None:
    assert inbox.extension(desks.agency, ROUND) is None
    extend(desks, LATER)
    said = told(desks)
    assert said is not None
    assert (said.until, said.words) == (LATER, "Do bão số 3")
    assert inbox.replies(desks.agency, ROUND) == []


def test_the_newest_word_on_a_deadline_holds_at_the_agency_in_any_order(desks: Desks) -> None:
    extend(desks, LATER)
    first = replies.write(desks.office, ROUND, ("b",), desks.office_key, desks.tick())
    extend(desks, None, reason="Nhầm")
    said = told(desks)
    assert said is not None
    assert (said.until, said.words) == (DEADLINE, "Nhầm")
    inbox.take(desks.agency, first, "old.rdreply", desks.tick())
    again = inbox.extension(desks.agency, ROUND)
    assert again == said


def test_one_file_has_receipts_and_extensions(desks: Desks) -> None:
    send(desks, desks.clock)
    extend(desks, LATER, "a", "b")
    said = told(desks, "a", "b")
    assert said is not None
    assert said.until == LATER
    assert [one.type for one in inbox.replies(desks.agency, ROUND)] == ["receipt"]


def test_when_a_submission_reached_the_office_is_corrected_with_a_reason(desks: Desks) -> None:
    digest = send(desks, AFTER)
    earlier = AFTER - timedelta(days=1)
    receiving.correct(desks.office, digest, (earlier, "paper"), "Văn thư nhận hôm trước", "Lan", desks.tick())
    (one,) = desks.received()
    assert (one.received_at, one.channel) == ("2024-07-05T03:00:00Z", "paper")
    assert (one.came_at, one.came_by) == ("2024-07-06T03:05:00Z", "window")
    assert one.corrected is not None
    assert (one.corrected.reason, one.corrected.contested) == ("Văn thư nhận hôm trước", False)
    data = read_board(desks.office, "", AFTER)
    assert (data.count(LATE), data.arrivals().days) == (0, ((DEADLINE, 1),))
    told(desks)
    (receipt,) = inbox.replies(desks.agency, ROUND)
    assert receipt.received_at == "2024-07-05T03:00:00Z"


def test_a_channel_that_is_not_said_stays_as_it_was_noted(desks: Desks) -> None:
    digest = send(desks, AFTER)
    receiving.correct(desks.office, digest, (AFTER - timedelta(days=1), ""), "Nhận qua điện thoại", "", desks.tick())
    assert desks.received()[0].channel == "window"


def test_of_corrections_that_contradict_each_other_the_earliest_counts(desks: Desks) -> None:
    digest = send(desks, AFTER)
    first, second = AFTER - timedelta(days=1), AFTER - timedelta(days=2)
    receiving.correct(desks.office, digest, (first, "usb"), "Nhận qua USB", "Lan", desks.tick())
    detail = {"received_at": "2024-07-04T03:00:00Z", "channel": "email"}
    decided_elsewhere(desks, Decision(Kind.RECEIVED, ROUND, "b", digest, detail, "Có trong hộp thư"))
    (one,) = desks.received()
    assert (one.received_at, one.channel) == ("2024-07-04T03:00:00Z", "email")
    assert one.corrected is not None
    assert one.corrected.contested
    receiving.correct(desks.office, digest, (second, "email"), "Đã hỏi lại", "Lan", desks.tick())
    (one,) = desks.received()
    assert one.corrected is not None
    assert not one.corrected.contested


@pytest.mark.parametrize(
    ("at", "reason", "code"),
    [
        (AFTER, "", "received-reason-missing"),
        (datetime(2030, 1, 1, tzinfo=UTC), "Nhầm", "received-in-future"),
        (datetime(2023, 7, 5, tzinfo=UTC), "Nhầm", "received-too-early"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(desks: Desks, at: datetime, reason: str, code: str) -> None:
    digest = send(desks, AFTER)
    with pytest.raises(Mendable, match=code):
        receiving.correct(desks.office, digest, (at, "paper"), reason, "", desks.tick())
    assert desks.received()[0].corrected is None


def test_all_that_wait_for_their_keys_are_accepted_in_one_go(desks: Desks) -> None:
    desks.type(m="1")
    first = desks.take(desks.finish()).digest
    second = desks.take(desks.finish_again()).digest
    waiting = [one.digest for one in desks.received() if one.waits_for_keys]
    assert waiting == [first, second]
    decisions.accept_all_provisionally(desks.office, waiting, "Lan", desks.tick())
    assert [(one.counts, one.provisional) for one in desks.received()] == [(False, True), (True, True)]
    at_desks.pin(desks, desks.agency_key.fingerprint)
    assert [(one.counts, one.provisional) for one in desks.received()] == [(False, False), (True, False)]


def test_none_is_accepted_where_one_of_them_cannot_be(desks: Desks) -> None:
    desks.type(m="1")
    first = desks.take(desks.finish()).digest
    with pytest.raises(KeyError):
        decisions.accept_all_provisionally(desks.office, [first, "f" * 64], "Lan", desks.tick())
    assert not any(one.counts for one in desks.received())


def test_what_waits_for_more_than_keys_is_not_among_them(desks: Desks) -> None:
    send(desks, desks.clock)
    one = replace(desks.received()[0], state="waiting", reasons=("key-unknown", "older-round"))
    assert not one.waits_for_keys
    assert replace(one, reasons=("key-unknown",)).waits_for_keys
    assert replace(one, reasons=("approver-unknown", "key-unknown")).waits_for_keys
    # what Home Affairs entered itself is no agency's key
    assert not replace(one, reasons=("key-unknown",), entered=True).waits_for_keys
