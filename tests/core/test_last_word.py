"""What Home Affairs said last holds at the agency: in any order of its files, whatever its clock says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import (
    closings,
    deadlines,
    decisions,
    inbox,
    joining,
    journal,
    replies,
    request_states,
    requests,
    returns,
    roundbook,
    store,
)
from reformdesk.core.closing_document import State
from reformdesk.core.deciding import Kind
from reformdesk.core.requests import Decided, Request, Verdict
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import Status
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import Known, ReplyDocument
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW, number
from tests.core.desks import Desks, at_work, pin

ROUND = "2024-y"
YEARS = tuple(timedelta(days=days) for days in (0, -3650, 1, 4000, -2, 0, -40, 3650, -1, 700, -700, 5))
REQUEST = Request("2024-h1", "m", number("40"), number("41"), "Cộng thiếu một đơn vị")
FIRST, SECOND = Return("Kiểm tra lại"), Return("", None, (FieldReturn("m", "Thiếu quyết định"),))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks in a second round, in which the agency sent no. 1 with a request on the first."""
    with at_work(tmp_path) as made:
        made.type(m="40", n="2", o="3")
        made.take(made.finish())
        pin(made, made.agency_key.fingerprint)
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


def decided(desks: Desks) -> object:
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


def understood(desks: Desks) -> object:
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
        desks.clock = NOW + timedelta(minutes=minute) + chance.choice(YEARS)
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
    with closing(sqlite3.connect(path)) as target:
        desks.office.connection.backup(target)
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


def test_a_reply_says_only_what_concerns_who_gets_it(desks: Desks) -> None:
    extend(desks, date(2024, 12, 20), "Bão")
    deadlines.extend(desks.office, ROUND, ("a",), date(2024, 12, 21), "Bão", "Lan", desks.clock)
    closings.close(desks.office, ROUND, "", "Lan", desks.clock)
    document = verify(say(desks)).document
    assert isinstance(document, ReplyDocument)
    (closed,) = journal.stands_on(desks.office, Kind.CLOSING, ROUND)
    own = {one.id for one in journal.at(desks.office, ROUND, "b")}
    assert document.known == Known(frozenset({closed.id}), {"b": frozenset(own)})


def test_where_what_was_known_is_silent_the_times_tell(desks: Desks) -> None:
    """As of two replies of a desk that lost what it had decided, and was put back from a backup."""
    path = other_desk(desks)
    extend(desks, date(2024, 12, 20), "Bão")
    hear(desks, say(desks))
    desks.tick()
    with store.open_workspace(path) as restored:
        deadlines.extend(restored, ROUND, ("b",), date(2024, 12, 18), "Lũ", "Lan", desks.clock)
        hear(desks, say(desks, restored))
    assert inbox.deadline(desks.agency, desks.round) == date(2024, 12, 18)
