"""A computed rate in the windows: it follows its parts, takes no cursor, and Home Affairs asks about its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import TABLES
from reformdesk.ui.pages.rate_row import RateRow
from tests.core.desks import at_work
from tests.ui.conftest import Hands, Open, desk_of
from tests.ui.on_form import row_of, type_into


@pytest.fixture
def desk(tmp_path: Path, open_window: Open, hands: Hands) -> AgencyDesk:
    """The desk of an agency whose round computes a rate."""
    with at_work(tmp_path) as made:
        made.take_round(made.open_round("2024-r", rated=True))
        path = made.agency.path
    desk = desk_of(open_window(path), AgencyDesk)
    desk.open_page("area:1")
    hands.settle_desk(desk)
    return desk


def rate_in(desk: AgencyDesk) -> RateRow:
    (row,) = [one for one in desk.form.findChildren(RateRow) if one.isVisible()]
    return row


def test_a_rate_follows_its_parts_and_takes_no_cursor(desk: AgencyDesk, hands: Hands) -> None:
    rate = rate_in(desk)
    assert rate.value.text() == "–"
    type_into(desk, hands, "n", "1234")
    assert "1.234" in rate.source.text()
    type_into(desk, hands, "m", "617")
    assert (rate.value.text(), rate.text) == ("50%", "50%")
    assert rate.source.text() == "Dòng 1, “M”: 617; trên dòng 2, “N”: 1.234"
    assert rate.value.accessibleDescription() == f"50%. {rate.source.text()}"
    type_into(desk, hands, "o", "3")
    assert rate.value.focusPolicy() is Qt.FocusPolicy.NoFocus
    type_into(desk, hands, "m", "2000")
    assert "1.234" in "".join(desk._words.finding(one) for one in row_of(desk, "m")._findings)


def test_what_lies_between_marked_rows_is_copied_with_them(desk: AgencyDesk, hands: Hands) -> None:
    for name, text in (("m", "1"), ("n", "4"), ("o", "7")):
        type_into(desk, hands, name, text)
    desk.form.go_to("m")
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split() == ["1", "4", "25%", "7"]


@pytest.fixture
def office(tmp_path: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    """Home Affairs with two submissions of an agency, between which the rate's numerator changed."""
    with at_work(tmp_path) as made:
        made.take_round(made.open_round("2024-r", rated=True))
        made.type(m="3", n="8", o="1")
        made.take(made.finish(), provisional=True)
        made.type(m="4")
        made.take(made.finish(), provisional=True)
        path = made.office.path
    desk = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(desk)
    return desk


def test_a_review_shows_the_rate_and_asks_about_its_numerator(office: OfficeDesk, hands: Hands) -> None:
    office.ways.open_review("b", "")
    hands.settle_desk(office)
    data, page = office.errands.reviewing.data, office.review
    assert data.changed == {"m"}
    row = page.model.row_of("r")
    last = page.model.columnCount() - 1
    assert page.model.cell(row, last - 1).text == "37,5 → 50"
    assert "Tự tính: dòng 1 trên dòng 2" in page.model.cell(row, last).text
    page.table.selectRow(row)
    hands.focus(page.table)
    hands.press(Qt.Key.Key_R)
    hands.settle_desk(office)
    dialog = office.errands.reviewing.returning
    assert dialog is not None
    assert [field.indicator.id for field in dialog.fields if field.is_asked] == ["m"]
    assert "r" not in [field.indicator.id for field in dialog.fields]
    dialog.reject()


def test_beside_the_table_stands_what_the_rate_is_of(office: OfficeDesk, hands: Hands) -> None:
    hands.click(office.item(TABLES))
    hands.settle_desk(office)
    page = office.tables
    column = page.model.columnCount() - 1
    page.table.setCurrentIndex(page.model.index(2, column))
    hands.settle_desk(office)
    assert page.pane.source.isVisible()
    assert page.pane.source.text() == "Tự tính: dòng 1 (4) trên dòng 2 (8)"
    assert page.pane.model.cell(0, 1).hint == "4 / 8"
    page.table.setCurrentIndex(page.model.index(0, column))
    hands.settle_desk(office)
    assert not page.pane.source.isVisible()
