"""Closing a round in the window: what is missing is shown first, the digest after it, and then receipts and report."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from reformdesk.core import (
    closings,
    filing,
    inbox,
    intake,
    joining,
    journal,
    keyring,
    merged,
    replies,
    store,
)
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.values import Number
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.closing import ClosedDialog, ClosingDialog, ReopenDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, ROUNDS, TABLES, WAITING
from reformdesk.ui.widgets.basics import with_sign
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, hand_in_again
from tests.ui.conftest import (
    Hands,
    HeardMessages,
    Open,
    Situation,
    button_named,
    desk_of,
    nameless,
    say,
)

OFFICER = "Trần Thị Lan"


def words_of(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def named(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        journal.name_officer(workspace, OFFICER)


@pytest.fixture
def closed(office: Path) -> Path:
    named(office)
    with store.open_workspace(office) as workspace:
        closings.close(workspace, NEWEST, "Báo cáo 6 tháng", OFFICER, LATER)
    return office


@pytest.fixture
def late(closed: Path, demo: Path, tmp_path: Path) -> Path:
    """An office that closed its newest round, to which a correction came."""
    sent = hand_in_again(
        copy_of_agency(demo, AGENCY, tmp_path / "agency"),
        {"civil-servants-present": Number(Decimal(11))},
    )
    with store.open_workspace(closed) as workspace:
        intake.take(workspace, sent.file_name, sent.content, "window", LATER)
    return closed


def opened(desk: OfficeDesk, hands: Hands, page: str = ROUNDS) -> OfficeDesk:
    """Press the button for closings, on the page of rounds or on that of the tables."""
    hands.click(desk.item(page))
    hands.settle_desk(desk)
    shown = desk.rounds if page == ROUNDS else desk.tables
    hands.click(button_named(shown, say("RoundsPage", "Closing…")))
    hands.settle_desk(desk)
    return desk


def asking(desk: OfficeDesk) -> ClosingDialog:
    dialog = desk.errands.closing.closing
    assert dialog is not None
    return dialog


def shown(desk: OfficeDesk) -> ClosedDialog:
    dialog = desk.errands.closing.closed
    assert dialog is not None
    return dialog


def why(desk: OfficeDesk) -> ReopenDialog:
    dialog = desk.errands.closing.reopening
    assert dialog is not None
    return dialog


def closings_of(path: Path) -> list[tuple[int, str]]:
    with store.open_workspace(path) as workspace:
        return [(one.number, one.digest) for one in closings.of_round(workspace, NEWEST)]


@pytest.mark.parametrize("page", [ROUNDS, TABLES])
def test_what_is_missing_is_shown_and_blocks_nothing(
    situation: Situation, open_window: Open, hands: Hands, page: str
) -> None:
    with store.open_workspace(situation.path) as workspace:
        workspace.set_meta("officer", "")
    desk = opened(desk_of(open_window(situation.path), OfficeDesk), hands, page)
    dialog = asking(desk)
    assert nameless(dialog) == []
    said = words_of(dialog)
    for name in ("Sở Xây dựng", "Sở Tư pháp", "Sở Y tế (lần 1)", "36/39", "58/80"):
        assert name in said
    hands.type_vietnamese("Báo cáo 6 tháng")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    officer = desk.errands.deciding.dialog
    assert officer is not None, "the first decision asks who decides"
    hands.type_vietnamese(OFFICER)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    result = shown(desk)
    assert result.isVisible()
    assert nameless(result) == []
    assert f"{OFFICER}, " in words_of(result)
    assert "Báo cáo 6 tháng" in words_of(result)
    digest = result.digest.text()
    hands.click(result.copy)
    assert QGuiApplication.clipboard().text() == digest
    hands.click(result.go)
    desk.window().close()
    assert closings_of(situation.path) == [(1, digest)]


def test_who_counts_is_received_whatever_else_of_theirs_waits(
    office: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    """A number that leaves one out waits, and the one before it goes on counting."""
    agency = copy_of_agency(demo, AGENCY, tmp_path / "agency")
    for figure in (11, 12):
        sent = hand_in_again(agency, {"civil-servants-present": Number(Decimal(figure))})
    with store.open_workspace(office) as workspace:
        assert intake.take(workspace, sent.file_name, sent.content, "window", LATER).state == "waiting"
    desk = opened(desk_of(open_window(office), OfficeDesk), hands)
    assert "39/39 đơn vị" in words_of(asking(desk))


def test_the_desk_says_everywhere_that_it_is_closed(closed: Path, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(closed), OfficeDesk)
    ((_, digest),) = closings_of_open(desk)
    told = f"Đã chốt lần 1 · {digest[:8]}…"
    assert told in desk.counts.text()
    hands.click(desk.item(TABLES))
    hands.settle_desk(desk)
    assert f"✓ {told}" in desk.tables.closing_line.words.text()
    hands.click(desk.item(ROUNDS))
    hands.settle_desk(desk)
    texts = [desk.rounds.model.cell(row, 3).text for row in range(desk.rounds.model.rowCount())]
    assert texts[0] == with_sign("good", told)
    assert not any(texts[1:])


def closings_of_open(desk: OfficeDesk) -> list[tuple[int, str]]:
    """Read through a copy: the desk holds its own file open."""
    copy = desk.workspace.path.with_name("bản sao.rdesk")
    shutil.copy2(desk.workspace.path, copy)
    for ending in ("-wal",):
        beside = desk.workspace.path.with_name(desk.workspace.path.name + ending)
        if beside.exists():
            shutil.copy2(beside, copy.with_name(copy.name + ending))
    return closings_of(copy)


def test_nothing_is_decided_on_a_closed_round_and_the_desk_says_what_to_do(
    situation: Situation, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    named(situation.path)
    with store.open_workspace(situation.path) as workspace:
        closings.close(workspace, NEWEST, "", OFFICER, LATER)
    desk = desk_of(open_window(situation.path), OfficeDesk)
    hands.click(desk.item(WAITING))
    hands.settle_desk(desk)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    hands.click(button_named(desk.review, say("ReviewStrips", "Accept provisionally")))
    hands.settle_desk(desk)
    (problem,) = heard.problems
    assert problem.startswith("Đợt báo cáo đã chốt lần 1 nên không quyết định hay thay đổi gì nữa. Hãy mở lại trước")


def test_a_closed_round_is_not_corrected(closed: Path, open_window: Open, hands: Hands, heard: HeardMessages) -> None:
    desk = desk_of(open_window(closed), OfficeDesk)
    hands.click(desk.item(ROUNDS))
    hands.settle_desk(desk)
    hands.click(desk.rounds.correct_button)
    hands.settle_desk(desk)
    assert len(heard.problems) == 1
    assert "Hãy mở lại trước" in heard.problems[0]


def test_a_late_file_reopens_it_and_no_2_says_what_changed(late: Path, open_window: Open, hands: Hands) -> None:
    desk = opened(desk_of(open_window(late), OfficeDesk), hands)
    assert "Đến muộn, đang chờ: Sở Tư pháp (lần 2)" in words_of(shown(desk))
    hands.click(shown(desk).reopen)
    hands.settle_desk(desk)
    dialog = why(desk)
    assert nameless(dialog) == []
    assert dialog.reason.toPlainText() == "Đến muộn: Sở Tư pháp (lần 2)"
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete)
    assert not dialog.go.isEnabled()
    hands.type_vietnamese("Sở Tư pháp đính chính")
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert "Đã mở lại sau lần chốt 1" in desk.counts.text()
    desk = opened(desk, hands)
    again = asking(desk)
    (table,) = again.tables
    rows = [
        [table.model().data(table.model().index(row, column)) for column in range(4)]
        for row in range(table.model().rowCount())
    ]
    assert rows[-1][:3] == ["Sở Tư pháp", "Lần 1", "Lần 2"]
    assert [row[3] for row in rows[:-1]] == ["39/39"]
    hands.click(again.go)
    hands.settle_desk(desk)
    assert "đã chốt lần 2" in words_of(shown(desk))
    hands.click(shown(desk).go)
    desk.window().close()
    assert [number for number, _ in closings_of(late)] == [1, 2]
    with store.open_workspace(late) as workspace:
        reasons = [one.decision.reason for one in journal.lines(workspace, NEWEST) if "reopened" in one.decision.detail]
    assert reasons == ["Sở Tư pháp đính chính"]


def test_receipts_and_reports_go_out_from_the_closing(
    late: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    (late.parent / "keys").mkdir()
    shutil.copy2(demo / "keys" / "home-affairs.p12", late.parent / "keys")
    desk = opened(desk_of(open_window(late), OfficeDesk), hands)
    dialog = shown(desk)
    heard.target = tmp_path / "phiếu.rdreply"
    hands.click(dialog.receipts)
    handing_out = desk.errands.closing.handing_out
    assert handing_out is not None
    hands.focus(handing_out.sealing.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert "phiếu.rdreply" in dialog.said.text()
    document = verify(heard.target.read_bytes()).document
    assert getattr(document, "closing", None) == {"number": 1, "digest": dialog.digest.text()}
    reports = {}
    for place, target in enumerate(("nay.json", "lần 1.json")):
        heard.target = tmp_path / target
        menu: QObject | None = dialog.report.menu()
        assert isinstance(menu, QMenu)
        for _ in range(place):
            menu = menu.actions()[-1].menu()
            assert isinstance(menu, QMenu)
        next(one for one in menu.actions() if "JSON" in one.text()).trigger()
        hands.settle_desk(desk)
        reports[target] = json.loads(heard.target.read_bytes())
    assert len(reports["nay.json"]["rounds"]) == 5
    (one,) = reports["lần 1.json"]["rounds"]
    assert (one["id"], one["closing"]["number"]) == (NEWEST, 1)


def test_an_agency_sees_that_the_round_is_closed(
    closed: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    """Also the one whose file is not among what was received."""
    (closed.parent / "keys").mkdir()
    shutil.copy2(demo / "keys" / "home-affairs.p12", closed.parent / "keys")
    receipts = tmp_path / "phiếu.rdreply"
    with store.open_workspace(closed) as workspace:
        with workspace.atomic():
            for table in ("standing", "files"):
                workspace.db.execute(f"DELETE FROM {table} WHERE round = ? AND agency = ?", (NEWEST, AGENCY))
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        receipts.write_bytes(replies.write(workspace, NEWEST, ("so-tai-chinh",), key, LATER))
        (made,) = closings.of_round(workspace, NEWEST)
    for name, received in (("so-tai-chinh", True), (AGENCY, False)):
        path = copy_of_agency(demo, name, tmp_path / name)
        with store.open_workspace(path) as workspace:
            for row in filing.filed(workspace, "reply", NEWEST):
                workspace.db.execute("DELETE FROM files WHERE digest = ?", (row["digest"],))
            workspace.db.conn.commit()
        window = open_window(path)
        desk = desk_of(window, AgencyDesk)
        hands.drop(window, receipts)
        hands.settle(window)
        assert heard.problems == []
        told = words_of(desk)
        assert f"Đợt đã chốt lần 1, mã {made.code}…" in told
        assert ("hãy gọi điện trước" in told) is not received
        window.close()
        with store.open_workspace(path) as workspace:
            found = inbox.closed(workspace, NEWEST)
            assert found is not None
            assert found.digest == made.digest


def test_what_another_desk_brings_shows_as_a_difference(
    office: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    other = tmp_path / "máy hai.rdesk"
    shutil.copy2(office, other)
    named(office)
    with store.open_workspace(other) as workspace:
        one = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-tai-chinh")
        returned = Decision(Kind.RETURN, NEWEST, one.agency, one.digest, {"words": "Thiếu", "fields": []})
        with workspace.atomic():
            journal.record(workspace, returned, "Minh", LATER)
    with store.open_workspace(office) as workspace:
        closings.close(workspace, NEWEST, "", OFFICER, LATER)
        joining.join(workspace, other, LATER)
    desk = desk_of(open_window(office), OfficeDesk)
    assert desk.counts.text().endswith("khác lần chốt 1")
    desk = opened(desk, hands)
    dialog = shown(desk)
    assert "Số liệu ở đây khác lần chốt 1" in words_of(dialog)
    assert len(dialog.tables) == 1


def test_closings_made_apart_are_shown_and_closed_anew(
    office: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    other = tmp_path / "máy hai.rdesk"
    shutil.copy2(office, other)
    named(office)
    with store.open_workspace(other) as workspace:
        one = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-tai-chinh")
        with workspace.atomic():
            returned = Decision(Kind.RETURN, NEWEST, one.agency, one.digest, {"words": "Thiếu", "fields": []})
            journal.record(workspace, returned, "Minh", LATER)
        closings.close(workspace, NEWEST, "", "Minh", LATER)
    with store.open_workspace(office) as workspace:
        closings.close(workspace, NEWEST, "", OFFICER, LATER)
        joining.join(workspace, other, LATER)
        apart = closings.stand(workspace, NEWEST)
    desk = desk_of(open_window(office), OfficeDesk)
    assert "Hai bàn chốt lần 1 khác nhau" in desk.counts.text()
    desk = opened(desk, hands)
    dialog = asking(desk)
    for closing in apart.last:
        assert closing.code in words_of(dialog)
    assert dialog.reopen.isVisible()
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert "đã chốt lần 2" in words_of(shown(desk))
    hands.click(shown(desk).go)
    hands.settle_desk(desk)
    hands.click(desk.item(BOARD))
    assert "Đã chốt lần 2" in desk.counts.text()
