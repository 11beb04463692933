"""A desk that stays open overnight says in the morning what has become overdue, and how many days are left."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reformdesk.core.board import OVERDUE
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from tests.ui.clock import Clock
from tests.ui.conftest import Hands, Open, Situation, desk_of, say
from tests.ui.on_form import not_sent


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Some days before the newest round's deadline, in the morning."""
    return Clock(monkeypatch, datetime(2024, 6, 1, 1, 0, tzinfo=UTC))


def test_what_is_overdue_shows_in_the_morning(
    situation: Situation, clock: Clock, open_window: Open, hands: Hands
) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    assert desk._data is not None
    assert desk._data.count(OVERDUE) == 0
    due = desk._data.round.deadline
    clock.go_to(due.day, 23, month=due.month)
    desk.days.look()
    hands.settle_desk(desk)
    assert desk._data.count(OVERDUE) == 0
    clock.go_to(due.day + 1, month=due.month)
    desk.days.look()
    hands.settle_desk(desk)
    assert desk._data.count(OVERDUE) > 0


def test_the_days_left_count_down(desk: Path, clock: Clock, open_window: Open, hands: Hands) -> None:
    found = desk_of(open_window(not_sent(desk)), AgencyDesk)
    assert found._data is not None
    due = found._data.round.deadline
    left = say("due", "{days} days left until {day}")
    before = found.deadline.text()
    clock.go_to(3)
    found.days.look()
    hands.settle_desk(found)
    assert found.deadline.text() != before
    assert found.deadline.text() == left.format(days=(due - date(2024, 6, 3)).days, day=f"{due:%d/%m/%Y}")
