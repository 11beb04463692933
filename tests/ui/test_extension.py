"""More time for agencies, and when a file really came, at both desks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reformdesk import reminding
from reformdesk.core import deadlines, inbox, journal, keyring, merged, receiving, replies, store
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.board import EXTENDED as EXTENDED_STATE
from reformdesk.core.board import read_board
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.reminders import reminders
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.exchange.keys import SigningKey
from reformdesk.ui import office_actions, taking_in, theme
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.channels import CORRECTED as CORRECTED_SIGN
from reformdesk.ui.channels import channel_name
from reformdesk.ui.dialogs.arrivals import ArrivalsDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, INTAKE
from reformdesk.ui.pages.due import due
from reformdesk.ui.widgets.arrivals_chart import ArrivalsChart
from reformdesk.ui.widgets.basics import Strip
from reformdesk.words import Words
from tests.demo import LATER, NEWEST, copy_of_agency
from tests.ui.conftest import Hands, HeardMessages, Open, Situation, desk_of, nameless, say
from tests.ui.last_day import CORRECTED, EXTENDED, OFFICER, PROVISIONAL, UNTIL, WHY, put_on_last_day


@pytest.fixture
def path(situation: Situation) -> Path:
    put_on_last_day(situation.path)
    return situation.path


@pytest.fixture
def desk(path: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(made)
    return made


def choose(desk: OfficeDesk, hands: Hands, *agencies: str) -> None:
    """Go to the first by keys, and add those below it with Shift; they lie side by side."""
    hands.focus(desk.board.table)
    desk.board.table.selectRow(desk.board.model.row_of(agencies[0]))
    for _ in agencies[1:]:
        hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.board.chosen() == agencies


def extensions(path: Path) -> dict[str, deadlines.Extension]:
    with store.open_workspace(path) as workspace:
        return dict(deadlines.extensions(workspace, NEWEST))


def test_several_agencies_get_more_time_from_the_board(desk: OfficeDesk, path: Path, hands: Hands) -> None:
    two = ("so-giao-thong-van-tai", "so-khoa-hoc-va-cong-nghe")
    choose(desk, hands, *two)
    hands.click(desk.board.extend_button)
    dialog = desk.errands.extending.extension
    assert nameless(dialog) == []
    assert not dialog.go.isEnabled()
    dialog._until.setDate(QDate(2024, 7, 12))
    hands.focus(dialog.reason)
    hands.type_vietnamese("Lũ quét")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert not dialog.isVisible()
    assert desk.board._chips[EXTENDED_STATE].text().endswith(" 4")
    desk.window().close()
    found = extensions(path)
    assert {found[name] for name in two} == {deadlines.Extension(date(2024, 7, 12), "Lũ quét")}
    with store.open_workspace(path) as workspace:
        (made,) = journal.stands_on(workspace, Kind.EXTENSION, two[0])
        assert [hand.author for hand in journal.hands(workspace, made.id)] == [OFFICER]


def test_nothing_is_extended_where_nobody_is_chosen(desk: OfficeDesk) -> None:
    desk.board.table.clearSelection()
    assert not desk.board.extend_button.isEnabled()
    assert desk.board.extend_button.toolTip()


def test_an_extension_is_shown_and_taken_back(desk: OfficeDesk, path: Path, hands: Hands) -> None:
    model = desk.board.model
    row, column = model.row_of(EXTENDED), model.column_of("received")
    # these tests play years later: it is overdue all the same
    assert "09/07/2024" in model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
    assert "09/07/2024" in model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    choose(desk, hands, EXTENDED)
    hands.click(desk.board.extend_button)
    dialog = desk.errands.extending.extension
    assert dialog.back.isVisible()
    hands.focus(dialog.reason)
    hands.type_vietnamese("Đã có điện")
    hands.click(dialog.back)
    hands.settle_desk(desk)
    desk.window().close()
    assert extensions(path)[EXTENDED] == deadlines.Extension(None, "Đã có điện")


def test_there_is_nothing_to_take_back_where_nothing_was_given(desk: OfficeDesk, hands: Hands) -> None:
    choose(desk, hands, "so-giao-thong-van-tai")
    hands.click(desk.board.extend_button)
    assert not desk.errands.extending.extension.back.isVisible()


def test_what_desks_gave_differently_is_said_and_settled(path: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(path) as workspace, workspace.atomic():
        other = Decision(Kind.EXTENSION, NEWEST, EXTENDED, EXTENDED, {"until": "2024-07-12"}, "Lũ")
        journal.take_over(workspace, [(other, [journal.Hand("Minh", "2024-07-01T00:00:00Z", "other")])])
    desk = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(desk)
    choose(desk, hands, EXTENDED)
    hands.click(desk.board.extend_button)
    dialog = desk.errands.extending.extension
    (said,) = (one.accessibleName() for one in dialog.findChildren(Strip))
    assert "09/07/2024, 12/07/2024" in said
    dialog._until.setDate(QDate(2024, 7, 12))
    hands.focus(dialog.reason)
    hands.type("Theo anh Minh")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    desk.window().close()
    assert extensions(path)[EXTENDED] == deadlines.Extension(date(2024, 7, 12), "Theo anh Minh")


def test_the_reminder_list_names_the_own_day(path: Path, tmp_path: Path) -> None:
    with store.open_workspace(path) as workspace:
        data = read_board(workspace, "", LATER)
    found = reminders(data, ["missing"])
    text = reminding.as_text(data.round, found, Words("vi"))
    assert "Sở Xây dựng: chưa gửi, quá hạn; gia hạn đến 09/07/2024" in text
    target = tmp_path / "reminders.xlsx"
    target.write_bytes(reminding.as_workbook(data.round, found, Words("vi")))
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    assert "gia hạn đến 09/07/2024" in str(sheet["D5"].value)


def test_the_chart_says_extended_days_and_draws_them(desk: OfficeDesk, hands: Hands) -> None:
    chart = desk.board.chart
    assert "09/07/2024 (2)" in chart.accessibleName()
    assert desk._data is not None
    arrivals = desk._data.arrivals()
    assert arrivals.extended == ((UNTIL, 2),)
    drawn = chart.grab().toImage()
    other = ArrivalsChart()
    other.resize(chart.size())
    other.show_arrivals(type(arrivals)(arrivals.days, arrivals.owing, arrivals.opened, arrivals.deadline), LATER.date())
    assert drawn != other.grab().toImage()


def test_the_line_goes_on_to_today_and_an_extended_day_is_written(qtbot: QtBot) -> None:
    opened, deadline = date(2024, 6, 3), date(2024, 7, 5)
    chart = ArrivalsChart()
    qtbot.addWidget(chart)
    arrivals = Arrivals(((date(2024, 6, 4), 5), (date(2024, 6, 15), 20)), 39, opened, deadline, ((UNTIL, 2),))
    ends = {}
    for day in (date(2024, 6, 15), date(2024, 7, 1), date(2024, 9, 1)):
        chart.show_arrivals(arrivals, day)
        points = chart._points(arrivals)
        ends[day] = points[-1].x()
        assert points[-1].y() == points[-2].y()
    assert list(ends.values()) == sorted(ends.values())
    assert len(set(ends.values())) == 3
    assert list(ends.values())[-1] == chart._area().right()
    # its day is written below its tick, which ends on the ground line
    image = chart.grab().toImage()
    below = range(int(chart._area().bottom()) + 3, image.height())
    amber = QColor(theme.current().warning).hue()
    found = [image.pixelColor(x, y) for x in range(image.width()) for y in below]
    assert any(abs(one.hue() - amber) < 8 and one.saturation() > 100 for one in found)


def test_a_day_after_the_deadline_may_be_within_an_extension(path: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(path) as workspace:
        one = next(one for one in merged.received(workspace, NEWEST) if one.agency == PROVISIONAL)
        came = LATER.replace(day=8)
        receiving.correct(workspace, one.digest, (came, "usb"), "Mang đến bằng USB", OFFICER, LATER)
    desk = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(desk)
    assert desk._data is not None
    dialog = ArrivalsDialog(desk, desk._data, "vi")
    last = dialog.model.rowCount() - 1
    assert dialog.model.cell(last, 3).text == say("ArrivalsDialog", "within an extension: {count}").format(count=1)
    dialog.close()


def reply(office: Path, key: SigningKey, target: Path) -> Path:
    with store.open_workspace(office) as workspace:
        target.write_bytes(replies.write(workspace, NEWEST, (CORRECTED,), key, LATER))
    return target


@pytest.fixture
def office_key(demo: Path, office: Path) -> SigningKey:
    (office.parent / "keys").mkdir(exist_ok=True)
    (office.parent / "keys" / "home-affairs.p12").write_bytes((demo / "keys/home-affairs.p12").read_bytes())
    with store.open_workspace(office) as workspace:
        return keyring.unlock(workspace, DEFAULT_PASSPHRASE)


def test_the_agency_counts_the_days_to_its_own_deadline(
    path: Path, desk_path: Path, office_key: SigningKey, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    far = date(2099, 7, 9)
    with store.open_workspace(path) as workspace:
        deadlines.extend(workspace, NEWEST, (CORRECTED,), far, WHY, OFFICER, LATER)
    file = reply(path, office_key, tmp_path / "tra loi.rdreply")
    agency = desk_of(open_window(desk_path), AgencyDesk)
    agency.take_files([file])
    hands.settle_desk(agency)
    hands.click(agency.item(HOME))
    said = [one.accessibleName() for one in agency.home.findChildren(Strip) if one.isVisible()]
    words = say("RoundHomePage", "Home Affairs gave you more time, until the end of {day}: {words}")
    assert words.format(day="09/07/2099", words=f"{WHY}.") in said
    assert "09/07/2099" in agency.deadline.text()
    assert due(agency.entering.data or pytest.fail("nothing was read")).text.endswith("09/07/2099")
    agency.window().close()
    with store.open_workspace(desk_path) as workspace:
        held = inbox.extension(workspace, NEWEST)
    assert held is not None
    assert held.until == far


@pytest.fixture
def desk_path(demo: Path, tmp_path: Path) -> Path:
    return copy_of_agency(demo, CORRECTED, tmp_path / "agency")


def test_when_a_file_came_is_corrected_in_review_and_shown(desk: OfficeDesk, path: Path, hands: Hands) -> None:
    agency = "so-giao-thong-van-tai"
    desk.ways.open_review(agency, "")
    hands.settle_desk(desk)
    one = desk.errands.reviewing.data.received
    hands.press(Qt.Key.Key_T)
    hands.settle_desk(desk)
    dialog = desk.errands.extending.received
    assert nameless(dialog) == []
    assert not dialog.go.isEnabled()
    wanted = QDateTime.fromString("2024-06-05T08:30", Qt.DateFormat.ISODate)
    dialog.moment.setDateTime(wanted)
    dialog.channel.setCurrentIndex(dialog.channel.findData("in-person"))
    hands.focus(dialog.reason)
    hands.type_vietnamese("Mang đến tận nơi")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    shown = desk.errands.reviewing.data.received
    assert shown.corrected is not None
    assert (shown.channel, shown.corrected.reason) == ("in-person", "Mang đến tận nơi")
    assert shown.received_at != one.received_at
    desk.open_page(BOARD)
    model = desk.board.model
    cell = model.index(model.row_of(agency), model.column_of("received"))
    assert cell.data() == f"05/06 08:30 {CORRECTED_SIGN}"
    assert "Mang đến tận nơi" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_a_time_that_has_not_come_stays_in_the_dialog(desk: OfficeDesk, hands: Hands) -> None:
    desk.ways.open_review(CORRECTED, "")
    hands.settle_desk(desk)
    desk.review.received.emit(desk.errands.reviewing.data.received)
    hands.settle_desk(desk)
    dialog = desk.errands.extending.received
    dialog.moment.setDateTime(QDateTime.currentDateTime().addDays(2))
    hands.focus(dialog.reason)
    hands.type_vietnamese("Nhầm")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert dialog.isVisible()
    assert dialog._problem is not None
    assert dialog.reason.text() == "Nhầm"
    dialog.reject()
    QApplication.processEvents()


def test_the_intake_page_shows_it_and_corrects_it(desk: OfficeDesk, hands: Hands) -> None:
    hands.click(desk.item(INTAKE))
    hands.settle_desk(desk)
    shown = desk.intake._shown
    row = next(place for place, one in enumerate(shown) if one.agency is not None and one.agency.id == CORRECTED)
    assert desk.intake.model.cell(row, 4).text.endswith(CORRECTED_SIGN)
    assert desk.intake.model.cell(row, 5).text == channel_name("paper")
    desk.intake.table.selectRow(row)
    hands.click(desk.intake.received_button)
    hands.settle_desk(desk)
    assert desk.errands.extending.received.received.agency == CORRECTED


def test_what_is_dropped_next_came_as_the_page_says(
    desk: OfficeDesk, demo: Path, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    hands.click(desk.item(INTAKE))
    hands.settle_desk(desk)
    desk.intake.arrived_by.setCurrentIndex(desk.intake.arrived_by.findData("zalo"))
    junk = tmp_path / "hong.rdsub"
    junk.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    hands.drop(desk.window(), junk)
    hands.settle_desk(desk)
    assert desk.intake.model.cell(0, 5).text == channel_name("zalo")


def test_what_is_refused_as_a_second_ends_is_listed_once(
    situation: Situation, open_window: Open, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    junk = tmp_path / "hong.rdsub"
    junk.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    seconds = count()
    for module in (taking_in, office_actions):
        monkeypatch.setattr(module, "now", lambda: LATER + timedelta(seconds=next(seconds)))
    window = open_window(situation.path)
    hands.drop(window, junk)
    hands.settle(window)
    desk = desk_of(window, OfficeDesk)
    files = [desk.intake.model.cell(row, 0).text for row in range(desk.intake.model.rowCount())]
    assert files.count(junk.name) == 1


def test_what_an_earlier_session_refused_is_still_listed(
    situation: Situation, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    junk = tmp_path / "hong.rdsub"
    junk.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    first = open_window(situation.path)
    hands.drop(first, junk)
    hands.settle(first)
    desk = desk_of(first, OfficeDesk)
    told = [desk.intake.model.cell(0, column).text for column in range(6)]
    assert len([one for one in desk.intake._shown if one.file == junk.name]) == 1
    first.close()
    again = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(again)
    hands.click(again.item(INTAKE))
    hands.settle_desk(again)
    assert [again.intake.model.cell(0, column).text for column in range(6)] == told
    refused = again.intake.chips["rejected"]
    assert refused.text().endswith(" 1")
    # what is told is of this session alone
    assert again.intake.summary.text() == ""
