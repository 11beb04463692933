"""What Home Affairs said last holds at the agency: in any order of its files, whatever its clock says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import (
    backups,
    closings,
    deadlines,
    decisions,
    filing,
    inbox,
    joining,
    journal,
    replies,
    request_states,
    requests,
    restoring,
    returns,
    roundbook,
    second_place,
    settling,
    store,
)
from reformdesk.core.closing_document import State
from reformdesk.core.deciding import Kind
from reformdesk.core.requests import Decided, Request, Verdict
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import Status
from reformdesk.errors import Mendable
from reformdesk.exchange import payload
from reformdesk.exchange.payload import Known, ReplyDocument
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW, WRONG_BY, number
from tests.core.desks import Desks, at_work, resealed, send_first

ROUND = "2024-y"
REQUEST = Request("2024-h1", "m", number("40"), number("41"), "Cộng thiếu một đơn vị")
FIRST, SECOND = Return("Kiểm tra lại"), Return("", None, (FieldReturn("m", "Thiếu quyết định"),))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks in a second round, in which the agency sent no. 1 with a request on the first."""
    with at_work(tmp_path) as made:
        send_first(made, m="40", n="2", o="3")
        made.take_round(made.open_round(ROUND))
        made.type(m="90", n="5", o="6")
        requests.ask(made.agency, made.round, replace(REQUEST, reported=Status.BLANK), made.tick())
        made.take(made.finish())
        yield made


def say(desks: Desks, at: Workspace | None = None) -> bytes:
    """Return Home Affairs' reply."""
    return replies.write(at or desks.office, ROUND, ("b",), desks.office_key, desks.clock)


def hear(desks: Desks, blob: bytes) -> None:
    """Open a reply at the agency."""
    inbox.take(desks.agency, blob, "b.rdreply", NOW)


def extend(desks: Desks, until: date | None, reason: str) -> None:
    deadlines.extend(desks.office, ROUND, ("b",), until, reason, "Lan", desks.clock)


def send_back(desks: Desks, returned: Return, at: Workspace | None = None) -> None:
    digest = desks.received()[-1].digest
    decisions.send_back(at or desks.office, digest, returned, "Lan", desks.clock)


def take_back(desks: Desks, kind: Kind, at: Workspace | None = None) -> None:
    """Take back what stands of a kind."""
    office = at or desks.office
    for one in journal.standing_of(office, kind):
        decisions.take_back(office, one.id, "Nhầm đơn vị", "Lan", desks.clock)


def decide(desks: Desks, verdict: Verdict, words: str) -> None:
    decided = Decided(requests.name_of("b", REQUEST), verdict, words)
    requests.answer(desks.office, ROUND, "b", decided, "Lan", desks.clock)


EVENTS: tuple[Callable[[Desks], object], ...] = (
    lambda desks: extend(desks, date(2024, 12, 20), "Bão"),
    lambda desks: extend(desks, date(2024, 12, 28), "Lũ"),
    lambda desks: extend(desks, None, "Đã có điện"),
    lambda desks: take_back(desks, Kind.EXTENSION),
    lambda desks: send_back(desks, FIRST),
    lambda desks: send_back(desks, SECOND),
    lambda desks: take_back(desks, Kind.RETURN),
    lambda desks: decide(desks, Verdict.AGREED, ""),
    lambda desks: decide(desks, Verdict.DECLINED, "Sổ ghi 40"),
    lambda desks: take_back(desks, Kind.REQUEST),
    lambda desks: closings.close(desks.office, ROUND, "", "Lan", desks.clock),
    lambda desks: closings.reopen(desks.office, ROUND, "nộp muộn", "Lan", desks.clock),
)


def decided(desks: Desks) -> tuple[object, ...]:
    """Return what Home Affairs has decided, by its own workspace."""
    stand = closings.stand(desks.office, ROUND)
    round_ = desks.round
    given = deadlines.extensions(desks.office, ROUND).get("b")
    asked = returns.returns_on(desks.office, desks.received()[-1].digest)
    return (
        deadlines.effective(round_.deadline, given),
        stand.number if stand.state is State.CLOSED else 0,
        returns.joined(asked) if asked else None,
        requests.answers(desks.office, ROUND).get(requests.name_of("b", REQUEST)),
    )


def understood(desks: Desks) -> tuple[object, ...]:
    """Return what the agency takes it to be."""
    closed, asked = inbox.closed(desks.agency, ROUND), inbox.open_return(desks.agency, ROUND)
    (request,) = request_states.request_states(desks.agency, desks.round)
    return (
        inbox.deadline(desks.agency, desks.round),
        closed.number if closed else 0,
        asked.returned if asked else None,
        request.decided,
    )


@pytest.mark.parametrize("seed", range(12))
def test_the_last_word_holds_in_any_order_whatever_the_clock_says(seed: int, desks: Desks) -> None:
    chance = Random(seed)
    said = [say(desks)]
    for minute in range(12):
        desks.clock = NOW + timedelta(minutes=minute) + chance.choice(WRONG_BY)
        with suppress(Mendable):
            chance.choice(EVENTS)(desks)
        said.append(say(desks))
    chance.shuffle(said)
    for blob in said:
        hear(desks, blob)
    assert understood(desks) == decided(desks)


def test_a_return_that_was_taken_back_asks_nothing_any_more(desks: Desks) -> None:
    send_back(desks, FIRST)
    hear(desks, say(desks))
    assert inbox.open_return(desks.agency, ROUND) is not None
    take_back(desks, Kind.RETURN)
    desks.clock -= timedelta(days=1)
    hear(desks, say(desks))
    assert inbox.open_return(desks.agency, ROUND) is None
    told = inbox.replies(desks.agency, ROUND)
    assert [(one.type, one.taken_back) for one in told] == [("return", True), ("receipt", False)]


def test_a_return_that_was_answered_is_not_called_taken_back(desks: Desks) -> None:
    send_back(desks, FIRST)
    hear(desks, say(desks))
    desks.type("Đã xem lại", m="91")
    desks.take(desks.finish())
    hear(desks, say(desks))
    told = inbox.replies(desks.agency, ROUND)
    assert [(one.type, one.revision, one.taken_back) for one in told] == [("return", 1, False), ("receipt", 2, False)]


def other_desk(desks: Desks) -> Path:
    """Return a copy of Home Affairs' workspace, for a colleague's machine."""
    path = desks.folder / "colleague" / "office.rdesk"
    path.parent.mkdir()
    store.copy_to(desks.office, path)
    return path


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_desks_that_know_nothing_of_each_other_are_both_heard(order: tuple[int, ...], desks: Desks) -> None:
    receipt = say(desks)
    path = other_desk(desks)
    send_back(desks, FIRST)
    with store.open_workspace(path) as colleague:
        send_back(desks, SECOND, colleague)
        # at a desk that knows more of the agency in all the other's return is unknown all the same
        deadlines.extend(colleague, ROUND, ("b",), date(2024, 12, 20), "Bão", "Minh", desks.clock)
        said = (receipt, say(desks), say(desks, colleague))
    for place in order:
        hear(desks, said[place])
    asked = inbox.open_return(desks.agency, ROUND)
    assert asked is not None
    assert asked.returned == returns.joined((FIRST, SECOND))
    joining.join(desks.office, path, desks.tick())
    take_back(desks, Kind.RETURN)
    desks.clock -= timedelta(days=400)
    hear(desks, say(desks))
    assert inbox.open_return(desks.agency, ROUND) is None
    assert inbox.deadline(desks.agency, desks.round) == date(2024, 12, 20)


def test_a_reopening_reaches_an_agency_that_has_sent_nothing(desks: Desks) -> None:
    """It is who was late that a round is opened again for."""
    (desks.folder / "late").mkdir()
    with store.create(desks.folder / "late" / "a.rdesk", Office.AGENCY, "a", NOW) as late:
        roundbook.take_round(late, desks.round_blob(), "r.rdround", NOW)
        for change, is_closed in ((closings.close, True), (closings.reopen, False)):
            change(desks.office, ROUND, "nộp muộn", "Lan", desks.tick())
            blob = replies.write(desks.office, ROUND, ("a", "b"), desks.office_key, desks.clock)
            inbox.take(late, blob, "all.rdreply", NOW)
            assert (inbox.closed(late, ROUND) is not None) == is_closed


@pytest.mark.parametrize("seed", range(8))
def test_two_desks_that_come_together_have_one_last_word(seed: int, desks: Desks) -> None:
    chance = Random(seed)
    mine, path = desks.office, other_desk(desks)
    with store.open_workspace(path) as colleague:
        said = []
        for minute in range(10):
            desks.clock = NOW + timedelta(minutes=minute) + chance.choice(WRONG_BY)
            desks.office = chance.choice((mine, colleague))
            with suppress(Mendable):
                chance.choice(EVENTS)(desks)
            said.append(say(desks))
            if chance.random() < 0.2:
                joining.join(desks.office, colleague.path if desks.office is mine else mine.path, desks.clock)
        desks.office = mine
        joining.join(mine, path, desks.clock)
        if closings.stand(mine, ROUND).is_closed:
            closings.reopen(mine, ROUND, "nộp muộn", "Lan", desks.clock)
        settling.accept(mine, desks.received()[-1].digest, "Lan", desks.clock)
        extend(desks, date(2024, 12, 30), "Thống nhất")
        decide(desks, Verdict.DECLINED, "Thống nhất")
        said.append(say(desks))
        chance.shuffle(said)
        for blob in said:
            hear(desks, blob)
        assert understood(desks) == decided(desks)


def test_a_reply_that_does_not_say_what_was_known_is_ordered_by_its_time(desks: Desks) -> None:
    path = other_desk(desks)
    send_back(desks, FIRST)
    said = [resealed(desks, say(desks), known=None)]
    with store.open_workspace(path) as colleague:
        desks.tick()
        deadlines.extend(colleague, ROUND, ("b",), date(2024, 12, 20), "Bão", "Minh", desks.clock)
        said.append(say(desks, colleague))
    desks.tick()
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    said.append(say(desks))
    closings.reopen(desks.office, ROUND, "nộp muộn", "Lan", desks.tick())
    said.append(resealed(desks, say(desks), known=None))
    for blob in reversed(said):
        hear(desks, blob)
    asked = inbox.open_return(desks.agency, ROUND)
    assert asked is not None
    assert asked.returned == FIRST
    assert not any(one.taken_back for one in inbox.replies(desks.agency, ROUND))
    assert inbox.closed(desks.agency, ROUND) is None


@pytest.mark.parametrize("kept", ["backup", "second place"])
def test_a_desk_that_was_put_back_is_heard_though_it_knows_less(kept: str, desks: Desks) -> None:
    """What it had said since is lost with the machine, and does not hold against it."""
    extend(desks, date(2024, 12, 20), "Bão")
    decide(desks, Verdict.DECLINED, "Sổ ghi 40")
    if kept == "backup":
        path = backups.back_up(desks.office.connection, desks.office.path, desks.clock)
    else:
        (desks.folder / "stick").mkdir()
        second_place.choose(desks.office, desks.folder / "stick")
        copied = second_place.copy(desks.office, desks.clock)
        assert copied is not None
        path = copied
    before = decided(desks)
    extend(desks, date(2024, 12, 28), "Lũ")
    decide(desks, Verdict.AGREED, "")
    send_back(desks, FIRST)
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    desks.tick()
    hear(desks, say(desks))
    assert understood(desks) == decided(desks) != before
    desks.tick()
    again = Path(shutil.copy(path, desks.folder / "again.rdesk"))
    with store.open_workspace(again) as restored:
        hear(desks, say(desks, restored))
        lives = journal.lives(restored)
    told = understood(desks)
    assert (*told[:2], told[3]) == (*before[:2], before[3])
    # what was asked once is better answered than forgotten
    assert told[2] == FIRST
    assert lives
    assert not journal.lives(desks.office)
    joining.join(desks.office, again, desks.clock)
    assert journal.lives(desks.office) == lives


@pytest.mark.parametrize("kept", ["backup", "second place"])
def test_what_goes_on_twice_from_one_copy_is_two_lives(kept: str, desks: Desks) -> None:
    """As when an officer restores, works for an hour, and restores once more."""
    extend(desks, date(2024, 12, 20), "Bão")
    path = backups.back_up(desks.office.connection, desks.office.path, desks.clock)
    spoken = []
    for life, until in enumerate((date(2024, 12, 28), None)):
        folder = desks.folder / f"machine {life}"
        folder.mkdir()
        desk = folder / "office.rdesk"
        if kept == "backup":
            restoring.restore(desk, path, desks.tick())
        else:
            desk = second_place.bring_back(path, folder)
        with store.open_workspace(desk) as again:
            if until is not None:
                deadlines.extend(again, ROUND, ("b",), until, "Lũ", "Lan", desks.clock)
                closings.close(again, ROUND, "", "Lan", desks.clock)
            hear(desks, say(desks, again))
            spoken.append(journal.lives(again))
        desks.tick()
    first, second = spoken
    assert len(first & second) == 1
    assert (len(first), len(second)) == (2, 2)
    assert inbox.deadline(desks.agency, desks.round) == date(2024, 12, 20)
    assert inbox.closed(desks.agency, ROUND) is None


def test_a_desk_put_back_to_before_a_closing_tells_those_who_sent_nothing_as_well(desks: Desks) -> None:
    path = backups.back_up(desks.office.connection, desks.office.path, desks.clock)
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    (desks.folder / "late").mkdir()
    with store.create(desks.folder / "late" / "a.rdesk", Office.AGENCY, "a", NOW) as late:
        roundbook.take_round(late, desks.round_blob(), "r.rdround", NOW)
        inbox.take(late, replies.write(desks.office, ROUND, ("a", "b"), desks.office_key, desks.clock), "1", NOW)
        assert inbox.closed(late, ROUND) is not None
        restoring.restore(desks.folder / "again.rdesk", path, desks.tick())
        with store.open_workspace(desks.folder / "again.rdesk") as again:
            inbox.take(late, replies.write(again, ROUND, ("a", "b"), desks.office_key, desks.clock), "2", NOW)
        assert inbox.closed(late, ROUND) is None


def test_a_mark_with_a_changed_letter_stops_no_reply(desks: Desks) -> None:
    with desks.office.atomic():
        desks.office.set_meta(f"{backups.LIFE}0123456789abcdeX", "")
        desks.office.set_meta(f"{backups.LIFE}0123456789abcdef", "")
    assert journal.lives(desks.office) == {"0123456789abcdef"}
    hear(desks, say(desks))


def test_while_desks_have_closed_apart_what_was_told_before_holds(desks: Desks) -> None:
    path = other_desk(desks)
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    hear(desks, say(desks))
    with store.open_workspace(path) as colleague:
        send_back(desks, FIRST, colleague)
        closings.close(colleague, ROUND, "", "Minh", desks.clock)
    joining.join(desks.office, path, desks.tick())
    assert closings.stand(desks.office, ROUND).state is State.CONTESTED
    told = inbox.closed(desks.agency, ROUND)
    hear(desks, say(desks))
    assert told is not None
    assert inbox.closed(desks.agency, ROUND) == told
    closings.close(desks.office, ROUND, "", "Lan", desks.tick())
    desks.clock -= timedelta(days=300)
    hear(desks, say(desks))
    last = inbox.closed(desks.agency, ROUND)
    assert last is not None
    assert last.number == 2


def test_one_return_in_the_place_of_another_is_told_apart(desks: Desks) -> None:
    for returned in (FIRST, SECOND):
        take_back(desks, Kind.RETURN)
        send_back(desks, returned)
        hear(desks, say(desks))
        desks.tick()
    assert [one.taken_back for one in inbox.replies(desks.agency, ROUND)] == [True, False]
    send_back(desks, FIRST)
    hear(desks, say(desks))
    # it is asked again
    assert [one.taken_back for one in inbox.replies(desks.agency, ROUND)] == [False, False, False]


@pytest.mark.parametrize(
    ("last", "taken_back"),
    [
        (Return("", None, (FieldReturn("m", "Thiếu quyết định\nVà công văn"), FieldReturn("n", "Vì sao?"))), False),
        (Return("", None, (FieldReturn("n", "Thiếu quyết định"),)), True),
        (Return("", None, (FieldReturn("m", "Vì sao?"),)), True),
        (Return("Vì sao?", None, SECOND.fields), False),
    ],
)
def test_a_return_holds_while_all_it_asks_is_asked(last: Return, taken_back: bool) -> None:
    assert returns.is_within(SECOND, last) is not taken_back


def test_a_verdict_on_what_a_lost_submission_bore_is_shown(desks: Desks) -> None:
    path = backups.back_up(desks.agency.connection, desks.agency.path, desks.clock)
    requests_before = request_states.request_states(desks.agency, desks.round)
    decide(desks, Verdict.AGREED, "")
    blob = say(desks)
    with store.open_workspace(Path(shutil.copy(path, desks.folder / "b.rdesk"))) as put_back:
        with put_back.atomic():
            for row in filing.filed(put_back, "submission", ROUND):
                put_back.db.execute("DELETE FROM standing WHERE digest = ?", (row["digest"],))
                put_back.db.execute("DELETE FROM files WHERE digest = ?", (row["digest"],))
        inbox.take(put_back, blob, "b.rdreply", NOW)
        (state,) = request_states.request_states(put_back, roundbook.load(put_back, ROUND))
    assert [one.sent_in for one in requests_before] == [1]
    assert (state.sent_in, state.decided and state.decided.verdict) == (0, Verdict.AGREED)


def test_the_receipts_of_the_whole_country_can_be_read(desks: Desks) -> None:
    document = verify(say(desks)).document
    assert isinstance(document, ReplyDocument)
    names = [f"xa-{number}" for number in range(5000)]
    items = tuple({"type": "extension", "agency": name, "until": "2024-12-20", "words": ""} for name in names)
    known = Known(frozenset(), {name: frozenset({f"{number:016x}"}) for number, name in enumerate(names)})
    large = replace(document, items=items, known=known)
    assert payload.parse_reply(large.to_bytes()).known == known


def test_a_reply_says_only_what_concerns_who_gets_it(desks: Desks) -> None:
    extend(desks, date(2024, 12, 20), "Bão")
    deadlines.extend(desks.office, ROUND, ("a",), date(2024, 12, 21), "Bão", "Lan", desks.clock)
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    document = verify(say(desks)).document
    assert isinstance(document, ReplyDocument)
    assert [one["words"] for one in document.items if one["type"] == "extension"] == ["Bão"]
    (closed,) = journal.stands_on(desks.office, Kind.CLOSING, ROUND)
    (own,) = journal.at(desks.office, ROUND, "b")
    assert document.known == Known(frozenset({closed.id[:16]}), {"b": frozenset({own.id[:16]})})


def test_why_an_extension_was_taken_back_stays_at_home_affairs(desks: Desks) -> None:
    extend(desks, date(2024, 12, 20), "Bão")
    take_back(desks, Kind.EXTENSION)
    blob = say(desks)
    document = verify(blob).document
    assert isinstance(document, ReplyDocument)
    (said,) = (one for one in document.items if one["type"] == "extension")
    assert (said["until"], said["words"]) == (desks.round.deadline.isoformat(), "")
    assert b"Nh\xe1\xba\xa7m \xc4\x91\xc6\xa1n" not in document.to_bytes()


def test_where_what_was_known_does_not_tell_the_times_do(desks: Desks) -> None:
    """As of a desk that goes on from a copy that somebody made of the file by hand."""
    path = other_desk(desks)
    extend(desks, date(2024, 12, 20), "Bão")
    hear(desks, say(desks))
    desks.tick()
    with store.open_workspace(path) as restored:
        deadlines.extend(restored, ROUND, ("b",), date(2024, 12, 18), "Lũ", "Lan", desks.clock)
        hear(desks, say(desks, restored))
    assert inbox.deadline(desks.agency, desks.round) == date(2024, 12, 18)
