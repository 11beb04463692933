"""The agency's first page: the five steps, the one that comes next, the days that are left."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reformdesk.core import entry, roundbook, store
from reformdesk.core.values import Status
from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.pages import round_home
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, Open, desk_of, say
from tests.ui.on_form import data_of, settle

CONTEXT = "RoundHomePage"
STEPS = ("Fill in", "Check", "Finish and export", "Hand in", "Reply of Home Affairs")


def not_sent(path: Path, *, blanks: int = 0) -> Path:
    """Take back what was sent in the newest round; leave some of its answers blank."""
    with store.open_workspace(path) as workspace:
        round_ = roundbook.latest(workspace)
        with workspace.atomic():
            workspace.db.execute("DELETE FROM files WHERE round = ? AND kind <> 'round'", (NEWEST,))
        owed = round_.owed(AGENCY)
        entry.set_values(workspace, round_, dict.fromkeys(owed[:blanks], Status.BLANK), LATER)
        rest = dict.fromkeys(owed[blanks:], Status.NOT_APPLICABLE)
        entry.set_values(workspace, round_, rest, LATER)
    return path


def texts(desk: AgencyDesk) -> list[str]:
    return [one.text() for one in desk.home.findChildren(QLabel) if one.isVisible()]


def filled(desk: AgencyDesk) -> list[str]:
    """Return what the filled buttons of the whole window say."""
    return [one.text() for one in desk.findChildren(QPushButton) if one.isVisible() and one.property("primary")]


def test_the_steps_stand_in_their_order(desk: Path, open_window: Open) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    shown = texts(agency)
    places = [next(at for at, text in enumerate(shown) if text.startswith(say(CONTEXT, one))) for one in STEPS]
    assert places == sorted(places)


@pytest.mark.parametrize(("blanks", "verb"), [(2, "Fill in"), (0, "Finish and export…")])
def test_the_next_step_is_the_one_filled_button_and_has_the_cursor(
    blanks: int, verb: str, desk: Path, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    agency = desk_of(open_window(not_sent(desk, blanks=blanks)), AgencyDesk)
    assert filled(agency) == [say(CONTEXT, verb)]
    agency.window().activateWindow()
    qtbot.waitUntil(lambda: hands.focused().property("primary"))
    assert any(say("StepLine", "next step") in text for text in texts(agency))
    agency.open_page(CHECK)
    assert filled(agency) == [say("AgencyDesk", "Finish and export…")]
    agency.open_page(HOME)
    settle(agency, hands)
    assert filled(agency) == [say(CONTEXT, verb)]


def test_enter_on_the_next_step_does_it(desk: Path, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    agency = desk_of(open_window(not_sent(desk, blanks=1)), AgencyDesk)
    agency.window().activateWindow()
    qtbot.waitUntil(lambda: hands.focused().property("primary"))
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.form
    assert agency.form.current == data_of(agency).readiness.blanks[0]


def test_nothing_is_next_once_the_receipt_is_here(desk: Path, open_window: Open) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    assert filled(agency) == []
    assert say(CONTEXT, "Home Affairs has received no. {revision}").format(revision=1) in texts(agency)


@pytest.mark.parametrize(
    ("days", "source"),
    [
        (9, "{days} days left until {day}"),
        (2, "{days} days left until {day}"),
        (0, "Due today, {day}"),
        (-1, "The deadline was {day}"),
    ],
)
def test_the_deadline_is_said_in_days(
    days: int, source: str, desk: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = date(2024, 7, 5)
    monkeypatch.setattr(round_home, "today", lambda: due - timedelta(days=days))
    agency = desk_of(open_window(not_sent(desk)), AgencyDesk)
    wanted = say(CONTEXT, source).format(days=days, day="05/07/2024")
    said = next(text for text in texts(agency) if wanted in text)
    # a sign beside the colour, as soon as there is one
    assert (said == wanted) is (days > 5)


def test_the_steps_count_errors_as_the_status_line_does(desk: Path, open_window: Open, hands: Hands) -> None:
    """A figure changed after sending, without a reason, is an error in both places."""
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.latest(workspace)
        entry.set_values(workspace, round_, {"training-courses": Status.IN_PROGRESS}, LATER)
    agency = desk_of(open_window(desk), AgencyDesk)
    settle(agency, hands)
    assert len(data_of(agency).readiness.unreasoned) == 1
    assert say("AgencyDesk", "errors: {count}").format(count=1) in agency.counts.text()
    said = say(CONTEXT, "Errors: {errors}. Please explain: {open}. Not entered: {blanks}.")
    start = said.partition(" {open}")[0].format(errors=1)
    assert [text for text in texts(agency) if text.startswith(start)]
