"""Going through what was received without a mouse: in the order of the list, one key to the next, nothing lost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reformdesk.core import catalogue, entry, intake, journal, judgement, merged, returns, roundbook, store
from reformdesk.core.deciding import Kind
from reformdesk.core.values import Number
from reformdesk.ui.models.review_run import BOARD, WAITING, Run
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import REVIEW
from reformdesk.words import LANGUAGES
from tests import demo as sample
from tests.demo import AGENCIES, LATER, NEWEST
from tests.ui.conftest import Hands, Open, Situation, Speak, button_named, desk_of, nameless, say

FIFTY = 50
CONTROL = Qt.KeyboardModifier.ControlModifier


def of(place: int, count: int, *, waiting: bool = False) -> str:
    """Return how a place is told."""
    text = say("PlaceBar", "{place} of {count} that wait" if waiting else "{place} of {count}")
    return text.format(place=place, count=count)


def test_a_run_goes_on_to_the_end_and_no_further() -> None:
    stops = (("a", "1"), ("b", "2"), ("c", "3"))
    run = Run.at(WAITING, stops, ("b", "2"))
    assert run.stop == ("b", "2")
    there = run.beside(1)
    assert there is not None
    assert (there.stop, there.beside(1)) == (("c", "3"), None)
    back = run.beside(-1)
    assert back is not None
    assert (back.stop, back.beside(-1)) == (("a", "1"), None)
    elsewhere = Run.at(BOARD, stops, ("d", ""))
    assert (elsewhere.stop, elsewhere.beside(1), elsewhere.beside(-1)) == (None, None, None)


@pytest.fixture
def fifty(office: Path, demo: Path, tmp_path: Path) -> Path:
    """Home Affairs with fifty submissions that wait: every agency's key is new, and eleven have sent a no. 2."""
    sample.without_pins(office)
    with store.open_workspace(office) as workspace:
        agencies = [one.agency for one in merged.received(workspace, NEWEST)]
        assert len(agencies) == AGENCIES
        for agency in agencies:
            judgement.rejudge(workspace, NEWEST, agency)
    sent = []
    for agency in agencies[: FIFTY - AGENCIES]:
        path = sample.copy_of_agency(demo, agency, tmp_path / agency)
        with store.open_workspace(path) as workspace:
            round_ = roundbook.load(workspace, NEWEST)
            name = next(
                one for one in round_.owed(agency) if round_.catalogue.indicators[one].kind is catalogue.Kind.COUNT
            )
            before = entry.answers(workspace, NEWEST)[name].value
            figure = Number(before.amount + 1 if isinstance(before, Number) else Decimal(1))
            sent.append(sample.finish_with(workspace, {name: figure}, NEWEST, LATER).content)
    with store.open_workspace(office) as workspace:
        for place, blob in enumerate(sent):
            intake.take(workspace, f"{place}.rdsub", blob, "window", LATER)
    return office


def test_fifty_that_wait_are_gone_through_by_keys_alone(fifty: Path, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(fifty), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_Home, CONTROL)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    listed = list(desk.waiting.stops())
    assert len(listed) == FIFTY
    seen = []
    for number in range(1, FIFTY + 1):
        one = desk.errands.reviewing.data.received
        seen.append((one.agency, one.digest))
        assert desk.page == REVIEW
        assert hands.focused() is desk.review.table
        assert desk.review.place.place.text() == of(number, FIFTY, waiting=True)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_N)
        hands.settle_desk(desk)
    assert seen == listed
    assert not desk.review.place.next.isEnabled()
    assert desk.review.place.next.toolTip() == say("PlaceBar", "This is the last one.")
    hands.press(Qt.Key.Key_P)
    hands.settle_desk(desk)
    assert desk.errands.reviewing.data.received.digest == listed[-2][1]
    hands.press(Qt.Key.Key_Escape)
    assert desk.stack.currentWidget() is desk.waiting
    assert hands.focused() is desk.waiting.table
    assert desk.waiting.table.currentIndex().row() == FIFTY - 2


@pytest.fixture
def on_board(office: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    """Home Affairs with the cursor on the first agency of the board."""
    desk = desk_of(open_window(office), OfficeDesk)
    hands.focus(desk.board.table)
    hands.press(Qt.Key.Key_Home, CONTROL)
    return desk


def shown(desk: OfficeDesk) -> str:
    return desk.errands.reviewing.data.received.agency


def test_after_a_return_the_next_one_is_one_key_away(on_board: OfficeDesk, hands: Hands) -> None:
    listed = [agency for agency, _ in on_board.board.stops()]
    assert len(listed) == AGENCIES
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(on_board)
    for number in range(3):
        assert shown(on_board) == listed[number]
        assert on_board.review.place.place.text() == of(number + 1, AGENCIES)
        hands.press(Qt.Key.Key_R)
        dialog = on_board.errands.reviewing.returning
        hands._go_to(dialog)
        hands.replace(f"Xem lai {number}")
        hands.press(Qt.Key.Key_Return, CONTROL)
        hands._go_to(on_board.review)
        hands.settle_desk(on_board)
        assert on_board.errands.reviewing.data.received.returned
        assert shown(on_board) == listed[number]
        assert hands.focused() is on_board.review.table
        hands.press(Qt.Key.Key_N)
        hands.settle_desk(on_board)
    digest = on_board.errands.reviewing.data
    assert digest.received.agency == listed[3]
    held = on_board.workspace._workspace
    sent_back = [one for one in merged.received(held, NEWEST) if one.returned]
    assert {one.agency for one in sent_back} == set(listed[:3])
    words = {returns.returns_on(held, one.digest)[0].fields[0].words for one in sent_back}
    assert words == {"Xem lai 0", "Xem lai 1", "Xem lai 2"}


def test_keys_that_come_while_the_next_one_is_read_are_meant_for_it(on_board: OfficeDesk, hands: Hands) -> None:
    listed = [agency for agency, _ in on_board.board.stops()]
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(on_board)
    table = on_board.review.table
    asked: list[str] = []
    on_board.review.returned.connect(lambda digest, _: asked.append(digest))
    # no event in between: nothing of what was asked for can have come back
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_R):
        QTest.keyClick(table, key)
    assert asked == []
    hands.settle_desk(on_board)
    assert shown(on_board) == listed[2]
    assert asked == [on_board.errands.reviewing.data.received.digest]
    assert on_board.errands.reviewing.returning.windowTitle().endswith(
        on_board.errands.reviewing.data.round.by_id[listed[2]].name
    )


def test_the_run_is_what_the_filter_shows_and_leads_back_to_it(on_board: OfficeDesk, hands: Hands) -> None:
    hands.focus(on_board.board.filter)
    hands.type("huyen")
    listed = [agency for agency, _ in on_board.board.stops()]
    assert 1 < len(listed) < AGENCIES
    hands.focus(on_board.board.table)
    hands.press(Qt.Key.Key_Home, CONTROL)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(on_board)
    hands.press(Qt.Key.Key_N)
    hands.settle_desk(on_board)
    assert (shown(on_board), on_board.review.place.place.text()) == (listed[1], of(2, len(listed)))
    hands.press(Qt.Key.Key_Escape)
    assert on_board.stack.currentWidget() is on_board.board
    assert on_board.board.table.currentIndex().row() == 1


def test_a_decision_by_a_button_leaves_the_focus_in_the_table(
    situation: Situation, open_window: Open, hands: Hands
) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    # alone in its list there is nothing to go on to
    assert desk.review.place.isHidden()
    accept = button_named(desk.review, say("ReviewStrips", "Accept provisionally"))
    hands.focus(accept)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert desk.errands.reviewing.data.received.provisional
    assert hands.focused() is desk.review.table
    hands.press(Qt.Key.Key_Escape)
    assert desk.stack.currentWidget() is desk.waiting


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_on_says_its_keys(language: str, office: Path, open_window: Open, hands: Hands, speak: Speak) -> None:
    desk = desk_of(open_window(office, speak(language)), OfficeDesk)
    hands.focus(desk.board.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert "(N)" in desk.review.place.next.text()
    assert "(P)" in desk.review.place.previous.text()
    assert nameless(desk.review) == []


def test_fifty_are_accepted_by_keys_alone(on_board: OfficeDesk, hands: Hands) -> None:
    held = on_board.workspace._workspace
    accepted: list[tuple[str, str]] = []
    for round_id in (NEWEST, "2023"):
        if round_id != NEWEST:
            on_board.open_round(round_id)
            hands.settle_desk(on_board)
            hands.focus(on_board.board.table)
            hands.press(Qt.Key.Key_Home, CONTROL)
        listed = [agency for agency, _ in on_board.board.stops()]
        hands.press(Qt.Key.Key_Return)
        hands.settle_desk(on_board)
        for agency in listed[: FIFTY - len(accepted)]:
            one = on_board.errands.reviewing.data.received
            assert (on_board.page, one.round, one.agency, one.reviewed) == (REVIEW, round_id, agency, False)
            assert hands.focused() is on_board.review.table
            hands.press(Qt.Key.Key_Down)
            hands.press(Qt.Key.Key_A)
            hands.settle_desk(on_board)
            accepted.append((round_id, one.digest))
        if round_id == NEWEST:
            # the last of the list stays on show, and says that it was looked at
            assert on_board.errands.reviewing.data.received.agency == listed[-1]
            told = " ".join(one.text() for one in on_board.review.findChildren(QLabel))
            assert say("ReviewStrips", "Reviewed and accepted.") in told
            hands.press(Qt.Key.Key_Escape)
            hands.settle_desk(on_board)
            assert all(on_board.board.model.line(row).reviewed for row in range(AGENCIES))
    assert len(accepted) == FIFTY
    stands = journal.standing_of(held, Kind.ACCEPT)
    assert {(one.round, one.subject) for one in stands} == set(accepted)
    assert {journal.hands(held, one.id)[0].author for one in stands} == {journal.officer(held)}


def test_a_return_takes_the_place_of_an_accept_that_was_seen(on_board: OfficeDesk, hands: Hands) -> None:
    held = on_board.workspace._workspace
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(on_board)
    first = on_board.errands.reviewing.data.received
    hands.press(Qt.Key.Key_A)
    hands.settle_desk(on_board)
    assert on_board.errands.reviewing.data.received.agency != first.agency
    hands.press(Qt.Key.Key_P)
    hands.settle_desk(on_board)
    assert on_board.errands.reviewing.data.received.reviewed
    hands.press(Qt.Key.Key_R)
    dialog = on_board.errands.reviewing.returning
    hands._go_to(dialog)
    hands.replace("Xem lai")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands._go_to(on_board.review)
    hands.settle_desk(on_board)
    now = on_board.errands.reviewing.data.received
    assert (now.digest, now.returned, now.reviewed, now.contested) == (first.digest, True, False, False)
    assert journal.standing_of(held, Kind.ACCEPT) == ()
    # what was returned is not accepted by a key
    hands.press(Qt.Key.Key_A)
    hands.settle_desk(on_board)
    assert on_board.errands.reviewing.data.received.returned


def test_keys_that_come_while_one_is_accepted_are_meant_for_the_next(on_board: OfficeDesk, hands: Hands) -> None:
    held = on_board.workspace._workspace
    listed = [agency for agency, _ in on_board.board.stops()]
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(on_board)
    for _ in range(4):
        QTest.keyClick(on_board.review.table, Qt.Key.Key_A)
    hands.settle_desk(on_board)
    assert shown(on_board) == listed[4]
    reviewed = {one.agency for one in merged.received(held, NEWEST) if one.reviewed}
    assert reviewed == set(listed[:4])


def test_a_desk_without_an_officer_asks_once_and_goes_on(office: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(office) as workspace:
        workspace.set_meta("officer", "")
    desk = desk_of(open_window(office), OfficeDesk)
    hands.focus(desk.board.table)
    hands.press(Qt.Key.Key_Home, CONTROL)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    first = shown(desk)
    hands.press(Qt.Key.Key_A)
    hands.settle_desk(desk)
    dialog = desk.errands.deciding.dialog
    assert dialog is not None
    dialog.reject()
    hands.settle_desk(desk)
    # nothing was decided, and the keys go on
    assert shown(desk) == first
    hands._go_to(desk.review)
    hands.focus(desk.review.table)
    hands.press(Qt.Key.Key_A)
    hands.settle_desk(desk)
    again = desk.errands.deciding.dialog
    assert again is not None
    again.name.setText("Trần Thị Hoa")
    again.accept()
    hands.settle_desk(desk)
    assert shown(desk) != first
    (kept,) = journal.standing_of(desk.workspace._workspace, Kind.ACCEPT)
    assert journal.hands(desk.workspace._workspace, kept.id)[0].author == "Trần Thị Hoa"
