"""The board's own tools: order, totals, lateness, the chart, the reminder list."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from reformdesk.core import collation, store
from reformdesk.core.board import LATE, MISSING, OVERDUE, PARTIAL, RECEIVED
from reformdesk.ui import theme
from reformdesk.ui.models.board import NAME, RECEIVED_AT, STATE, URGENCY, StateDelegate
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import AGENCIES, NEWEST
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, Situation, button_named, desk_of, nameless, say


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    return made


def agencies(desk: OfficeDesk) -> list[str]:
    model = desk.board.model
    return [model.line(row).agency.id for row in range(model.rowCount())]


def click_heading(desk: OfficeDesk, column: int) -> None:
    header = desk.board.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(("state", "edged"), [(PARTIAL, True), (RECEIVED, False)])
def test_a_sign_on_the_chosen_row_s_own_tint_has_an_edge(state: str, edged: bool, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    table = QTableView()
    table.ensurePolished()
    option = QStyleOptionViewItem()
    option.widget, option.rect = table, QRect(0, 0, 80, 32)
    option.state = QStyle.StateFlag.State_Selected
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), state, STATE)
    shown = QImage(80, 32, QImage.Format.Format_RGB32)
    shown.fill(theme.current(qapp).accent_tint)
    with QPainter(shown) as painter:
        StateDelegate(table).paint(painter, option, model.index(0, 0))
    # above the sign, where the tint begins
    top = [shown.pixelColor(40, y).lightness() for y in range(3, 7)]
    assert (min(top) < max(top) - 60) is edged


def test_a_heading_sorts_turns_round_and_goes_back(desk: OfficeDesk, check_model: CheckModel) -> None:
    official = agencies(desk)
    model = desk.board.model
    click_heading(desk, 0)
    names = [model.line(row).agency.name for row in range(model.rowCount())]
    assert names == sorted(names, key=collation.key)
    check_model(model)
    click_heading(desk, 0)
    assert [model.line(row).agency.name for row in range(model.rowCount())] == names[::-1]
    click_heading(desk, 0)
    assert agencies(desk) == official
    assert desk.board.orders[""].isChecked()


def test_the_order_is_chosen_by_keyboard_and_kept_for_the_next_time(
    desk: OfficeDesk, situation: Situation, open_window: Open, hands: Hands
) -> None:
    desk.board.orders[URGENCY].trigger()
    assert agencies(desk)[:3] == [situation.missing, situation.returned, situation.waiting]
    desk.board.orders[f"-{RECEIVED_AT}"].trigger()
    last_first = agencies(desk)
    assert last_first[-1] == situation.missing
    desk.window().close()
    again = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(again)
    assert agencies(again) == last_first
    again.board.sort_by("")


def test_an_areas_column_brings_what_is_missing_up(desk: OfficeDesk, situation: Situation) -> None:
    click_heading(desk, 1)
    assert agencies(desk)[0] == situation.missing
    assert desk.board.model.sorted_by == "1"


def test_the_cursor_stays_on_its_agency(desk: OfficeDesk, situation: Situation, hands: Hands) -> None:
    desk.board.table.selectRow(agencies(desk).index(situation.returned))
    desk.board.sort_by(NAME, backwards=True)
    assert agencies(desk)[desk.board.table.currentIndex().row()] == situation.returned
    desk.reload()
    hands.settle_desk(desk)
    assert agencies(desk)[desk.board.table.currentIndex().row()] == situation.returned


def test_the_totals_stand_under_their_columns_and_are_said(desk: OfficeDesk) -> None:
    totals = desk.board.totals
    assert totals.text(0).endswith(f"36/{AGENCIES}")
    assert [totals.text(column) for column in desk.board.model.area_columns] == [
        "36/39",
        "0/1",
        "19/19",
        "36/39",
        "36/39",
        "1/1",
        "1/1",
    ]
    assert "36/39" in desk.board.table.accessibleDescription()


def test_late_and_overdue_have_their_filters_where_there_are_any(
    desk: OfficeDesk, situation: Situation, hands: Hands
) -> None:
    page = desk.board
    assert page._chips[OVERDUE].isVisible()
    assert not page._chips[LATE].isVisible()
    hands.click(page._chips[OVERDUE])
    assert set(agencies(desk)) == {situation.missing, situation.returned}
    line = page.model.line(agencies(desk).index(situation.missing))
    assert line.state == MISSING
    spoken = page.model.index(page.model.row_of(situation.missing), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(say("BoardModel", "not sent, overdue"))
    hands.click(page._chips[""])


def test_a_first_file_after_the_deadline_is_marked(situation: Situation, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(situation.path) as workspace, workspace.atomic():
        sql = "UPDATE files SET received_at = :at WHERE round = :round AND agency = 'so-cong-thuong'"
        workspace.db.execute(sql, {"at": "2024-07-06T01:00:00Z", "round": NEWEST})
    desk = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(desk)
    model = desk.board.model
    cell = model.index(model.row_of("so-cong-thuong"), model.column_of(RECEIVED_AT))
    assert cell.data().endswith(" !")
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == say("BoardModel", "sent after the deadline")
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    hands.click(desk.board._chips[LATE])
    assert agencies(desk) == ["so-cong-thuong"]


def test_the_chart_says_what_it_shows_and_opens_the_days(
    desk: OfficeDesk, hands: Hands, qtbot: QtBot, check_model: CheckModel
) -> None:
    words = desk.board.chart.accessibleName()
    assert words == say(
        "ArrivalsChart", "{sent} of {count} agencies have sent, {in_time} of them by the deadline {day}."
    ).format(sent=38, count=39, in_time=38, day="05/07/2024")
    hands.focus(desk.board.chart)
    hands.press(Qt.Key.Key_Return)
    dialog = desk.errands.following_up.arrivals
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) == []
    model = dialog.model
    check_model(model)
    assert model.cell(model.rowCount() - 1, 2).text == "38/39"
    firsts = [int(model.cell(row, 1).text) for row in range(model.rowCount())]
    assert sum(firsts) == 38
    assert words in dialog.findChildren(type(desk.board.chart))[0].accessibleName()
    hands.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_reminder_list_is_copied_and_saved(
    desk: OfficeDesk, situation: Situation, hands: Hands, heard: HeardMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.click(desk.board.reminders_button)
    dialog = desk.errands.following_up.reminders
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) == []
    assert [one.agency.id for one in dialog.found()] == [situation.returned, situation.missing]
    hands.click(dialog.go)
    text = QGuiApplication.clipboard().text()
    assert "Sở Xây dựng" in text
    assert "0200 3800 108" in text
    assert dialog.isVisible()
    hands.click(dialog.ticks["returned"])
    assert [one.agency.id for one in dialog.found()] == [situation.missing]
    heard.target = tmp_path / "đôn đốc.xlsx"
    hands.click(dialog.save_button)
    hands.settle_desk(desk)
    sheet = openpyxl.load_workbook(heard.target).active
    assert sheet is not None
    assert sheet.cell(5, 2).value == "Sở Xây dựng"
    hands.click(dialog.ticks["missing"])
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip()
    hands.click(button_named(dialog, say("RemindersDialog", "Close")))
    assert not dialog.isVisible()
