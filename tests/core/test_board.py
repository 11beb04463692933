"""The board without a window: states, lateness, totals, arrivals, and whom to remind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reformdesk.core import deadlines, decisions
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.board import (
    LATE,
    MISSING,
    NOT_COMPARED,
    OVERDUE,
    PARTIAL,
    RECEIVED,
    RETURNED,
    WAITING,
    BoardData,
    outlines,
    read_board,
)
from reformdesk.core.reminders import reminders
from reformdesk.core.returns import Return
from tests.core import desks as at_desks
from tests.core.desks import Desks

BEFORE, AFTER = datetime(2024, 7, 5, 16, 59, tzinfo=UTC), datetime(2024, 7, 5, 17, 0, tzinfo=UTC)
"""The deadline is 5 July 2024, which ends in Vietnam at 17:00 UTC."""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_desks.at_work(tmp_path) as made:
        yield made


def board_of(desks: Desks, now: datetime = BEFORE) -> BoardData:
    return read_board(desks.office, "", now)


def send(desks: Desks, **figures: str) -> str:
    desks.type(**figures)
    return desks.take(desks.finish()).digest


def pinned(desks: Desks) -> None:
    at_desks.pin(desks, desks.agency_key.fingerprint)


def state(data: BoardData, agency: str = "b") -> str:
    return next(line.state for line in data.lines if line.agency.id == agency)


def test_a_deadline_ends_with_its_day_in_vietnam() -> None:
    assert not deadlines.is_past(date(2024, 7, 5), BEFORE)
    assert deadlines.is_past(date(2024, 7, 5), AFTER)
    assert deadlines.day_of(datetime(2024, 7, 4, 17, 0, tzinfo=UTC)) == date(2024, 7, 5)


def test_an_agency_goes_through_its_states(desks: Desks) -> None:
    assert state(board_of(desks)) == MISSING
    digest = send(desks, m="1")
    assert state(board_of(desks)) == WAITING
    pinned(desks)
    data = board_of(desks)
    assert (state(data), data.count(RECEIVED), data.totals()) == (PARTIAL, 1, {"1": (1, 2)})
    decisions.send_back(desks.office, digest, Return("Xem lại"), "", desks.tick())
    assert state(board_of(desks)) == RETURNED
    desks.answer()
    send(desks, m="2", n="3", o="4")
    assert state(board_of(desks)) == RECEIVED
    assert state(board_of(desks), "a") == MISSING


def test_what_counts_provisionally_is_counted_apart(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(), provisional=True)
    data = board_of(desks)
    assert (data.count(RECEIVED), data.count(NOT_COMPARED)) == (1, 1)
    pinned(desks)
    assert board_of(desks).count(NOT_COMPARED) == 0


def test_overdue_is_what_the_agency_owes_after_the_deadline(desks: Desks) -> None:
    assert board_of(desks, BEFORE).count(OVERDUE) == 0
    assert board_of(desks, AFTER).count(OVERDUE) == 2
    digest = send(desks, m="1")
    # it waits for the office now
    assert board_of(desks, AFTER).count(OVERDUE) == 1
    pinned(desks)
    assert board_of(desks, AFTER).count(OVERDUE) == 1
    decisions.send_back(desks.office, digest, Return("Xem lại"), "", desks.tick())
    assert board_of(desks, AFTER).count(OVERDUE) == 2


def test_late_goes_by_the_first_file_not_by_a_later_correction(desks: Desks) -> None:
    send(desks, m="1")
    pinned(desks)
    desks.clock = AFTER
    send(desks, m="2")
    assert board_of(desks, AFTER).count(LATE) == 0


def test_a_first_file_after_the_deadline_is_late(desks: Desks) -> None:
    desks.clock = AFTER
    send(desks, m="1")
    data = board_of(desks, AFTER)
    assert [line.agency.id for line in data.lines if line.late] == ["b"]
    assert data.arrivals() == Arrivals(((date(2024, 7, 6), 1),), 2, date(2024, 6, 20), date(2024, 7, 5))
    assert (data.arrivals().so_far, data.arrivals().in_time) == (1, 0)


def test_arrivals_rise_day_by_day() -> None:
    days = ((date(2024, 7, 1), 3), (date(2024, 7, 5), 7), (date(2024, 7, 8), 9))
    arrivals = Arrivals(days, 10, date(2024, 6, 20), date(2024, 7, 5))
    assert (arrivals.so_far, arrivals.in_time) == (9, 7)
    nothing = replace(arrivals, days=())
    assert (nothing.so_far, nothing.in_time) == (0, 0)


def test_a_file_that_was_set_aside_is_nobodys_arrival(desks: Desks) -> None:
    send(desks, m="1")
    one = desks.received()[0]
    decisions.set_aside(desks.office, one.digest, one.signer, "", desks.tick())
    data = board_of(desks, AFTER)
    assert (state(data), data.arrivals().so_far, data.count(OVERDUE)) == (MISSING, 0, 2)


def test_outlines_count_as_the_boards_do(desks: Desks) -> None:
    send(desks, m="1", n="2", o="3")
    pinned(desks)
    desks.open_round("2024-q3")
    found = outlines(desks.office, AFTER)
    assert [one.round.id for one in found] == ["2024-q3", "2024-h1"]
    for one in found:
        whole = read_board(desks.office, one.round.id, AFTER)
        for wanted in (RECEIVED, MISSING, WAITING, RETURNED, OVERDUE, LATE):
            assert one.count(wanted) == whole.count(wanted)
        assert len(one.lines) == len(whole.lines)


def test_who_is_reminded_and_of_what(desks: Desks) -> None:
    digest = send(desks, m="1")
    # what waits for the office is no agency's fault
    assert [one.agency.id for one in reminders(board_of(desks))] == ["a"]
    pinned(desks)
    found = {one.agency.id: one for one in reminders(board_of(desks, AFTER))}
    assert (found["a"].kind, found["a"].overdue, found["a"].since) == (MISSING, True, "")
    assert (found["b"].kind, [area.id for area in found["b"].areas]) == (PARTIAL, ["1"])
    assert [one.agency.id for one in reminders(board_of(desks), [MISSING])] == ["a"]
    decisions.send_back(desks.office, digest, Return("Xem lại"), "", desks.tick())
    assert [one.kind for one in reminders(board_of(desks), [RETURNED])] == [RETURNED]
