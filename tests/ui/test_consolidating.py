"""The consolidated tables at Home Affairs' desk: from a figure to its signed file, and a figure that is adjusted."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reformdesk.core import adjusting, filing, journal, merged, store
from reformdesk.core.deciding import Kind
from reformdesk.core.report import Cell
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.ui.dialogs.adjust import AdjustDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import LINEAGE, REVIEW, TABLES
from reformdesk.ui.pages.total_pane import ADJUST
from tests.demo import NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, desk_of, nameless, say

_T = TypeVar("_T")
FIGURE = "civil-servants-present"
OFFICER = "Trần Thị Lan"
REASON = "Sở Tư pháp đếm thiếu hai người"


@pytest.fixture
def desk(office: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    """The desk after the sample's last round, its tables on show."""
    with store.open_workspace(office) as workspace:
        journal.name_officer(workspace, OFFICER)
    made = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(made)
    hands.click(made.item(TABLES))
    hands.settle_desk(made)
    return made


def go_to(desk: OfficeDesk, hands: Hands, name: str = FIGURE) -> None:
    """Walk to the newest figure of an indicator."""
    page = desk.tables
    places = [
        (tab, row, column)
        for tab, table in enumerate(page._tables)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        if cell.indicator is not None and (cell.round, cell.indicator.id) == (NEWEST, name)
    ]
    tab, row, column = places[0]
    page.tabs.setCurrentIndex(tab)
    hands.focus(page.table)
    page.table.setCurrentIndex(page.model.index(row, column - 1))
    hands.press(Qt.Key.Key_Right)
    hands.settle_desk(desk)


def cell_of(desk: OfficeDesk) -> Cell:
    found = desk.tables._cell_at(desk.tables.table.currentIndex())
    assert found is not None
    return found


def looked(desk: OfficeDesk, hands: Hands, read: Callable[[Workspace], _T]) -> _T:
    """Return what the desk's own workspace says; nobody else may open it meanwhile."""
    found: list[_T] = []
    desk.workspace.read(read, found.append)
    hands.settle_desk(desk)
    return found[0]


def shown_in(desk: OfficeDesk) -> str:
    """Return the text of the chosen figure as it stands in the table."""
    index = desk.tables.table.currentIndex()
    return desk.tables.model.cell(index.row(), index.column()).text


def test_an_agency_whose_name_fits_has_a_row_of_one_line(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands)
    pane = desk.tables.pane
    names = [pane.model.cell(row, 0).text for row in range(pane.model.rowCount())]
    row = names.index("Sở Tài nguyên và Môi trường")
    assert pane.table.rowHeight(row) == pane.table.rowHeight(names.index("Sở Nội vụ"))


def test_a_figure_reaches_its_signed_file_by_four_presses_and_goes_back_the_same_way(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    go_to(desk, hands)
    assert shown_in(desk) == cell_of(desk).text
    heard.target = tmp_path / "tep.rdsub"
    enter, escape = Qt.Key.Key_Return, Qt.Key.Key_Escape
    hands.press(enter)
    assert hands.focused() is desk.tables.pane.table
    hands.press(Qt.Key.Key_Down)
    agency, digest = desk.tables.pane.stops()[1]
    hands.press(enter)
    hands.settle_desk(desk)
    assert (desk.page, desk.errands.reviewing.data.received.digest) == (REVIEW, digest)
    row = desk.review.table.currentIndex().row()
    assert desk.review.model.cell(row, 0).key == FIGURE
    hands.press(enter)
    hands.settle_desk(desk)
    page = desk.errands.tracing.page
    assert desk.page == LINEAGE
    assert nameless(page) == []
    texts = [page.model.cell(row, 1).text for row in range(page.model.rowCount())]
    assert any(digest == text for text in texts)
    assert "openssl cms -verify" in page.commands.toPlainText()
    # the key is of the program's own making: a seal, no signature
    assert page.title.text().startswith("Tệp đã niêm phong: ")
    hands.press(enter)
    hands.settle_desk(desk)
    assert heard.target.read_bytes() == looked(desk, hands, lambda workspace: filing.bytes_of(workspace, digest))
    hands.press(escape)
    hands.settle_desk(desk)
    assert (desk.page, hands.focused()) == (REVIEW, desk.review.table)
    hands.press(escape)
    hands.settle_desk(desk)
    assert (desk.page, hands.focused()) == (TABLES, desk.tables.pane.table)
    assert desk.tables.pane.stops()[desk.tables.pane.table.currentIndex().row()][0] == agency
    hands.press(escape)
    assert hands.focused() is desk.tables.table
    cell = cell_of(desk)
    assert cell.indicator is not None
    assert (cell.round, cell.indicator.id) == (NEWEST, FIGURE)


def test_beside_a_total_stands_its_name_on_the_paper_where_that_is_another(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands)
    assert desk.tables.pane.printed.isVisible()
    assert desk.tables.pane.printed.text() == "Trong biểu: Tổng số có mặt"
    go_to(desk, hands, "reform-initiatives")
    assert desk.tables.pane.printed.isHidden()


def test_an_english_window_has_the_periods_and_what_is_no_name_in_english(
    office: Path, speak: Speak, open_window: Open, hands: Hands
) -> None:
    desk = desk_of(open_window(office, speak("en")), OfficeDesk)
    hands.settle_desk(desk)
    hands.click(desk.item(TABLES))
    hands.settle_desk(desk)
    page = desk.tables
    heads = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in range(page.model.columnCount())]
    ours = [say("TablesPage", source) for source in ("No.", "Indicator", "Reported by")]
    to = say("TablesPage", "{period} (to {day})").format(period="H1 2024", day="30/6")
    assert heads == [*ours, "2021", "2022", "2023", to]
    page.tabs.setCurrentIndex([table.table.id for table in page._tables].index("4.1"))
    assert page.model.headerData(2, Qt.Orientation.Horizontal) == page._tables[3].columns[2].header
    last = page.model.rowCount() - 1
    assert page.model.cell(last, 1).text.startswith("H1 2024")


def test_the_next_share_is_a_key_away_at_the_same_figure(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands)
    for _ in range(2):
        hands.press(Qt.Key.Key_Return)
        hands.settle_desk(desk)
    assert desk.page == REVIEW
    hands.press(Qt.Key.Key_N)
    hands.settle_desk(desk)
    assert desk.errands.reviewing.data.received.agency == desk.tables.pane.stops()[1][0]
    assert desk.review.model.cell(desk.review.table.currentIndex().row(), 0).key == FIGURE
    hands.press(Qt.Key.Key_L)
    hands.settle_desk(desk)
    assert desk.page == LINEAGE


def test_from_the_board_enter_in_a_review_still_shows_the_details(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands)
    for _ in range(2):
        hands.press(Qt.Key.Key_Return)
        hands.settle_desk(desk)
    desk.ways.open_review("so-tu-phap", "")
    hands.settle_desk(desk)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert desk.page == REVIEW
    assert not desk.review.answers.details.isHidden()


def ask(desk: OfficeDesk, hands: Hands) -> AdjustDialog:
    hands.press(Qt.Key[f"Key_{ADJUST}"])
    hands.settle_desk(desk)
    dialog = desk.errands.adjusting.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_total_is_adjusted_with_a_reason_by_keyboard_and_marked_at_once(
    desk: OfficeDesk, hands: Hands, qtbot: QtBot
) -> None:
    go_to(desk, hands)
    before = cell_of(desk).total
    assert before is not None
    dialog = ask(desk, hands)
    assert nameless(dialog) == []
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    assert {before.coverage, cell_of(desk).text} <= set(texts)
    hands.replace("3130")
    assert not dialog.go.isEnabled()
    hands.press(Qt.Key.Key_Return)
    hands.type_vietnamese(REASON)
    assert dialog.go.isEnabled()
    assert not dialog.withdraw.isVisible()
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert shown_in(desk) == "3.130"
    index = desk.tables.table.currentIndex()
    assert desk.tables.model.cell(index.row(), index.column()).before == "(1)"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "3.130; (1)"
    assert desk.tables.note.isVisible()
    assert REASON in desk.tables.note.text()
    assert cell_of(desk).marks == ("(1)",)
    said = [one.text() for one in desk.tables.pane.findChildren(QLabel)]
    assert [text for text in said if OFFICER in text and REASON in text]
    total = looked(desk, hands, lambda workspace: merged.total(workspace, NEWEST, FIGURE))
    assert (total.value, total.computed, total.adjusted) == (Number(Decimal(3130)), before.value, REASON)
    desk.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.tables.table, timeout=5000)


def adjusted(desk: OfficeDesk, hands: Hands) -> None:
    dialog = ask(desk, hands)
    hands.replace("3130")
    hands.press(Qt.Key.Key_Return)
    hands.type_vietnamese(REASON)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    hands.focus(desk.tables.table)


def test_what_was_adjusted_is_taken_back_with_a_reason(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands)
    computed = shown_in(desk)
    adjusted(desk, hands)
    dialog = ask(desk, hands)
    assert dialog.withdraw.isVisible()
    assert not dialog.withdraw.isEnabled()
    assert dialog.figure.field.edit.text() == "3.130"
    hands.press(Qt.Key.Key_Return)
    hands.type_vietnamese("Đơn vị đã đính chính")
    hands.click(dialog.withdraw)
    hands.settle_desk(desk)
    assert shown_in(desk) == computed
    assert not desk.tables.note.isVisible()
    lines = looked(desk, hands, lambda workspace: adjusting.lines_on(workspace, NEWEST, FIGURE))
    assert [(line.decision.kind, line.stands) for line in lines] == [(Kind.TOTAL, False), (Kind.TAKE_BACK, True)]


@pytest.mark.parametrize(("typed", "ready"), [("nhiều", False), ("1,5", False), ("12", True), ("Chưa thực hiện", True)])
def test_only_what_can_be_this_indicators_figure_is_printed(
    typed: str, ready: bool, desk: OfficeDesk, hands: Hands
) -> None:
    go_to(desk, hands)
    dialog = ask(desk, hands)
    hands.replace("")
    hands.type_vietnamese(typed)
    hands.press(Qt.Key.Key_Return)
    hands.type_vietnamese(REASON)
    assert dialog.go.isEnabled() is ready
    dialog.reject()


def test_what_can_be_read_in_two_ways_is_asked_about(desk: OfficeDesk, hands: Hands) -> None:
    go_to(desk, hands, "official-email-rate")
    dialog = ask(desk, hands)
    hands.replace("1,234")
    hands.press(Qt.Key.Key_Return)
    hands.type_vietnamese(REASON)
    assert not dialog.go.isEnabled()
    assert dialog.figure.value is None
    dialog.reject()
    QApplication.processEvents()
