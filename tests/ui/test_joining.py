"""A colleague's workspace, dropped on Home Affairs' window: brought together, or opened instead."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from reformdesk.core import decisions, intake, joining, journal, merged, store
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.returns import Return
from reformdesk.core.values import Number
from reformdesk.ui.dialogs.join import JoinDialog, JoinedDialog
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, hand_in_again
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of


@pytest.fixture
def colleague(office: Path, demo: Path, tmp_path: Path) -> Path:
    """A second desk of the same office, where a colleague took in one more submission and returned another."""
    path = tmp_path / "máy thứ hai" / "so-noi-vu.rdesk"
    path.parent.mkdir()
    shutil.copy2(office, path)
    sent = hand_in_again(
        copy_of_agency(demo, AGENCY, tmp_path / "agency"), {"civil-servants-present": Number(Decimal(11))}
    )
    with store.open_workspace(path) as workspace:
        journal.name_officer(workspace, "Lê Văn Minh")
        assert intake.take(workspace, sent.file_name, sent.content, "window", LATER).state == "accepted"
        other = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-tai-chinh")
        decisions.send_back(workspace, other.digest, Return("Thiếu"), "Lê Văn Minh", LATER)
    return path


def dialog_of(desk: OfficeDesk) -> JoinDialog:
    dialog = desk.errands.joining.dialog
    assert dialog is not None
    return dialog


def words_of(dialog: JoinDialog | JoinedDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def digest_of(path: Path) -> str:
    with store.open_workspace(path) as workspace:
        return merged.digest(workspace)


def test_what_it_brings_is_shown_then_brought_and_given_back(
    office: Path, colleague: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    before = colleague.read_bytes()
    window = open_window(office)
    desk = desk_of(window, OfficeDesk)
    hands.drop(window, colleague)
    hands.settle(window)
    dialog = dialog_of(desk)
    assert "Lê Văn Minh" in words_of(dialog)
    assert "1 tệp mới, 1 quyết định mới, 0 khóa mới" in words_of(dialog)
    hands.click(dialog.go)
    hands.settle(window)
    done = desk.errands.joining.done
    assert done is not None
    assert "1 tệp mới" in words_of(done)
    heard.target = colleague.with_name("trả lại.rdesk")
    hands.click(done.copy)
    hands.settle(window)
    hands.click(done.go)
    window.close()
    assert colleague.read_bytes() == before, "the colleague's file is read, and not changed"
    assert digest_of(office) == digest_of(colleague) == digest_of(heard.target)


def test_it_can_be_opened_instead(office: Path, colleague: Path, open_window: Open, hands: Hands) -> None:
    window = open_window(office)
    hands.drop(window, colleague)
    hands.settle(window)
    hands.click(dialog_of(desk_of(window, OfficeDesk)).other)
    hands.settle(window)
    assert desk_of(window, OfficeDesk).workspace.path == colleague


def test_a_decision_that_differs_is_named(office: Path, colleague: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(office) as workspace, workspace.atomic():
        returned = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-tai-chinh")
        accepted = Decision(Kind.ACCEPT, NEWEST, "so-tai-chinh", returned.digest)
        journal.record(workspace, accepted, "Trần Thị Lan", LATER)
    window = open_window(office)
    hands.drop(window, colleague)
    hands.settle(window)
    dialog = dialog_of(desk_of(window, OfficeDesk))
    assert "Hai bàn quyết định khác nhau, chờ anh/chị quyết định: Sở Tài chính" in words_of(dialog)
    hands.click(dialog.cancel)


def test_an_agency_s_workspace_is_opened_as_ever(
    office: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    agency = copy_of_agency(demo, AGENCY, tmp_path / "agency")
    window = open_window(office)
    hands.drop(window, agency)
    hands.settle(window)
    hands.settle(window)
    assert window.desk is not None
    assert window.desk.workspace.path == agency


def test_what_was_decided_differently_is_settled_by_deciding_once_more(
    office: Path, colleague: Path, open_window: Open, hands: Hands
) -> None:
    with store.open_workspace(office) as workspace:
        theirs = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-tai-chinh")
        accepted = Decision(Kind.ACCEPT, NEWEST, "so-tai-chinh", theirs.digest)
        journal.record(workspace, accepted, "Trần Thị Lan", LATER)
        joining.join(workspace, colleague, LATER)
    window = open_window(office)
    desk = desk_of(window, OfficeDesk)
    assert [one.agency for one in desk._data.waiting] == ["so-tai-chinh"] if desk._data else False
    desk.ways.open_review("so-tai-chinh", "")
    hands.settle(window)
    assert any("Hai bàn làm việc quyết định khác nhau" in one.text() for one in desk.review.findChildren(QLabel))
    desk.review.returned.emit(theirs.digest, "")
    returning = desk.errands.reviewing.returning
    returning.words.setPlainText("Thiếu thuyết minh")
    returning.accept()
    hands.settle(window)
    hands.settle(window)
    assert desk.errands.reviewing.data.received.returned
    assert not desk.errands.reviewing.data.received.contested
    window.close()
