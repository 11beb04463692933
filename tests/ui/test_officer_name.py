"""Who decides at Home Affairs' desk: asked once, and written beside each decision."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import journal, store
from reformdesk.core.deciding import Kind
from reformdesk.ui.dialogs.officer import OfficerDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES
from tests.demo import AGENCY
from tests.ui.conftest import Hands, Open, desk_of
from tests.ui.situation import Situation


@pytest.fixture
def nobody(situation: Situation) -> Situation:
    """Home Affairs' desk at which nobody has decided anything under a name yet."""
    with store.open_workspace(situation.path) as workspace, workspace.atomic():
        workspace.db.execute("DELETE FROM meta WHERE name = 'officer'")
    return situation


def waiting_submission(desk: OfficeDesk, hands: Hands, agency: str) -> None:
    desk.ways.open_review(agency, "")
    hands.settle_desk(desk)


def dialog_of(desk: OfficeDesk) -> OfficerDialog:
    dialog = desk.errands.deciding.dialog
    assert dialog is not None
    return dialog


def authors(path: Path, kind: Kind) -> list[list[str]]:
    with store.open_workspace(path) as workspace:
        made = [one for one in journal.everything(workspace) if one.kind is kind]
        return [[hand.author for hand in journal.hands(workspace, one.id)] for one in made]


def test_the_first_decision_asks_for_the_name_and_the_next_does_not(
    nobody: Situation, open_window: Open, hands: Hands
) -> None:
    window = open_window(nobody.path)
    desk = desk_of(window, OfficeDesk)
    waiting_submission(desk, hands, nobody.waiting)
    digest = desk.errands.reviewing.data.received.digest
    desk.review.provisional.emit(digest)
    hands.settle_desk(desk)
    dialog = dialog_of(desk)
    assert dialog.isVisible()
    assert not dialog.go.isEnabled()
    assert dialog.name.hasFocus()
    hands.type_vietnamese("Trần Thị Lan")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    hands.settle_desk(desk)
    assert desk.errands.reviewing.data.received.state == "accepted"
    desk.errands.deciding.dialog = None
    desk.review.returned.emit(digest, "")
    desk.errands.reviewing.returning.words.setPlainText("Thiếu")
    desk.errands.reviewing.returning.accept()
    hands.settle_desk(desk)
    hands.settle_desk(desk)
    assert desk.errands.deciding.dialog is None
    window.close()
    assert authors(nobody.path, Kind.PROVISIONAL) == [["Trần Thị Lan"]]
    assert ["Trần Thị Lan"] in authors(nobody.path, Kind.RETURN)


def test_without_a_name_nothing_is_decided(nobody: Situation, open_window: Open, hands: Hands) -> None:
    window = open_window(nobody.path)
    desk = desk_of(window, OfficeDesk)
    waiting_submission(desk, hands, nobody.waiting)
    desk.review.provisional.emit(desk.errands.reviewing.data.received.digest)
    hands.settle_desk(desk)
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    window.close()
    assert authors(nobody.path, Kind.PROVISIONAL) == []


def test_the_name_can_be_changed(situation: Situation, open_window: Open, hands: Hands) -> None:
    window = open_window(situation.path)
    desk = desk_of(window, OfficeDesk)
    desk.open_page(AGENCIES)
    hands.settle_desk(desk)
    hands.click(desk.agencies.officer_button)
    hands.settle_desk(desk)
    dialog = dialog_of(desk)
    assert dialog.name.text() == "Chuyên viên cải cách hành chính"
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese("Lê Văn Minh")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    waiting_submission(desk, hands, AGENCY)
    window.close()
    with store.open_workspace(situation.path) as workspace:
        assert journal.officer(workspace) == "Lê Văn Minh"
