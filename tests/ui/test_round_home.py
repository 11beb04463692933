"""The agency's first page: the five steps, the one that comes next, the days that are left."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from reformdesk.core import decisions, entry, journal, keyring, merged, replies, roundbook, store
from reformdesk.core.deciding import Kind
from reformdesk.core.inbox import RETURN
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.values import Status
from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.dates import today
from reformdesk.ui.pages import due
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, Open, desk_of, say
from tests.ui.on_form import data_of, not_sent, settle, type_into

CONTEXT = "RoundHomePage"
STEPS = ("Fill in", "Check", "Finish and export", "Hand in", "Reply of Home Affairs")


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
    monkeypatch.setattr(due, "today", lambda: date(2024, 7, 5) - timedelta(days=days))
    agency = desk_of(open_window(not_sent(desk)), AgencyDesk)
    wanted = say("due", source).format(days=days, day="05/07/2024")
    said = next(text for text in texts(agency) if wanted in text)
    # a sign beside the colour, as soon as there is one
    assert (said == wanted) is (days > 5)
    # and the same in the title bar
    assert agency.deadline.text() == said
    assert agency.deadline.property("pill") == ("warning" if days >= 0 else "error")


def test_the_title_bar_is_calm_once_all_was_handed_in(desk: Path, open_window: Open) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    assert agency.deadline.text() == say("due", "Deadline {day}").format(day="05/07/2024")
    assert agency.deadline.property("pill") == "quiet"


def test_what_is_done_asks_for_nothing_more(desk: Path, open_window: Open) -> None:
    shown = texts(desk_of(open_window(desk), AgencyDesk))
    assert say(CONTEXT, "{file} has reached Home Affairs.").format(file=f"{AGENCY}-r1.rdsub") in shown
    assert say(CONTEXT, "The receipt for no. {revision} is here.").format(revision=1) in shown
    assert say(CONTEXT, "Open the receipt or the return here when it comes.") not in shown


def test_a_receipt_that_comes_again_is_told_once(
    desk: Path, office: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    again = tmp_path / "phieu.rdreply"
    (office.parent / "keys").mkdir()
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    with store.open_workspace(office) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        again.write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
    agency = desk_of(open_window(desk), AgencyDesk)
    before = len(data_of(agency).replies)
    agency.take_files([again])
    settle(agency, hands)
    assert len(data_of(agency).replies) == before + 1
    receipt = say(CONTEXT, "Receipt: no. {revision} was received {moment}").partition(" {revision}")[0]
    assert len([text for text in texts(agency) if text.startswith(receipt)]) == 1


def test_a_correction_of_one_s_own_is_late_for_nothing(desk: Path, open_window: Open, hands: Hands) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    type_into(agency, hands, "training-courses", "99")
    data = data_of(agency)
    assert data.is_correcting
    assert data.deadline < today()
    assert (due.due(data).tone, agency.deadline.property("pill")) == ("quiet", "quiet")


def test_a_return_that_comes_again_is_told_once(desk: Path, open_window: Open) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    data = data_of(agency)
    first = replace(data.replies[0], type=RETURN, returned=Return("Xem lại", None, (FieldReturn("a", "Vì sao?"),)))
    again = replace(first, digest="0" * 64, received_at="2024-07-30T08:00:00Z")
    other = replace(
        again, received_at="2024-07-31T08:00:00Z", returned=Return("Xem lại", None, (FieldReturn("b", "Vì sao?"),))
    )
    agency.home.refresh(replace(data, replies=(first, again, other)))
    assert len([one for one in agency.home.findChildren(QLabel) if "Xem lại" in one.text()]) == 2


def test_a_return_that_was_taken_back_asks_nothing_and_says_so(
    desk: Path, office: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    (office.parent / "keys").mkdir()
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    told = tmp_path / "1.rdreply", tmp_path / "2.rdreply"
    with store.open_workspace(office) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        (sent,) = (one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY)
        decisions.send_back(workspace, sent.digest, Return("Xem lại số đơn vị"), "Lan", LATER)
        told[0].write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
        (held,) = (one for one in journal.standing_of(workspace, Kind.RETURN) if one.subject == sent.digest)
        decisions.take_back(workspace, held.id, "Nhầm đơn vị", "Lan", LATER)
        told[1].write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER - timedelta(days=400)))
    agency = desk_of(open_window(desk), AgencyDesk)
    asks = say(CONTEXT, "Answer Home Affairs' questions, then finish and export again")
    returned = say(CONTEXT, "Returned: no. {revision}").format(revision=1)
    agency.take_files([told[0]])
    settle(agency, hands)
    assert asks in texts(agency)
    assert [text for text in texts(agency) if text.startswith(returned)]
    agency.take_files([told[1]])
    settle(agency, hands)
    assert asks not in texts(agency)
    assert not [text for text in texts(agency) if text.startswith(returned)]
    receipt = say(CONTEXT, "Receipt: no. {revision} was received {moment}").partition(" {moment}")[0].format(revision=1)
    back = say(CONTEXT, "Return taken back: no. {revision}").format(revision=1)
    said = [text for text in texts(agency) if text.startswith((back, receipt))]
    assert [text.startswith(back) for text in said] == [True, False]
    assert not [text for text in texts(agency) if "Xem lại số đơn vị" in text]


@pytest.mark.parametrize("wide", [False, True])
def test_what_was_sent_stands_beside_the_steps_where_there_is_room(
    wide: bool, desk: Path, open_window: Open, hands: Hands
) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    agency.window().resize(1920 if wide else 1366, 900)
    settle(agency, hands)
    agency.open_page(HOME)
    settle(agency, hands)

    def place(text: str) -> QPoint:
        found = next(one for one in agency.home.findChildren(QLabel) if one.text() == say(CONTEXT, text))
        return found.mapTo(agency.home, QPoint())

    step, sent = place("Check"), place("Submissions")
    assert (sent.x() > step.x() + 400) is wide
    assert (sent.y() < step.y()) is wide


def test_the_page_begins_at_its_top_where_the_next_step_fits(desk: Path, open_window: Open, hands: Hands) -> None:
    agency = desk_of(open_window(not_sent(desk, blanks=1)), AgencyDesk)
    scroll = next(iter(agency.home.findChildren(QScrollArea)))
    step = hands.focused()
    assert step.property("primary")
    # as an earlier layout left it
    scroll.verticalScrollBar().setValue(40)
    agency.home.begin()
    settle(agency, hands)
    assert step.mapTo(scroll, step.rect().bottomLeft()).y() < scroll.viewport().height()
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.verticalScrollBar().value() == 0


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
