"""Figures that stand out: the list, the way to the submission and the share, the mark beside a total."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import store
from reformdesk.core.returns import Return
from reformdesk.core.values import write_number
from reformdesk.ui import office_actions
from reformdesk.ui.models.odd import ODD
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import OUTLIERS, REVIEW, TABLES
from reformdesk.ui.pages.outliers import share_of
from tests.demo import NEWEST
from tests.outlying import BY, WHY, plant
from tests.ui.conftest import CheckModel, Hands, Open, Situation, desk_of, nameless


@pytest.fixture
def planted(situation: Situation, demo: Path, tmp_path: Path) -> str:
    """The figure with a nought too many, as it is printed."""
    with store.open_workspace(situation.path) as workspace:
        return write_number(plant(workspace, demo, tmp_path / "agency").amount)


@pytest.fixture
def desk(situation: Situation, planted: str, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    made.open_page(TABLES)
    hands.settle_desk(made)
    return made


def open_list(desk: OfficeDesk, hands: Hands) -> None:
    hands.click(desk.tables.outliers_button)
    hands.settle_desk(desk)


def test_the_tables_say_how_many_and_the_list_says_which_and_why(
    desk: OfficeDesk, planted: str, hands: Hands, check_model: CheckModel
) -> None:
    assert "(1)" in desk.tables.outliers_button.text()
    open_list(desk, hands)
    page = desk.outliers
    assert (desk.page, desk.item(TABLES).isChecked()) == (OUTLIERS, True)
    model = page.model
    check_model(model)
    assert model.rowCount() == 1
    said = [model.cell(0, column).text for column in range(model.columnCount())]
    assert said[2:5] == ["Sở Công Thương", planted, "khoảng 83 (nay gấp 9,9 lần)"]
    assert said[6] == WHY
    assert said[:2] == ["1", "Biên chế cán bộ, công chức được giao"]
    assert nameless(page) == []
    assert page.round.currentData() == NEWEST


def test_enter_opens_the_submission_and_escape_comes_back_to_the_line(desk: OfficeDesk, hands: Hands) -> None:
    open_list(desk, hands)
    hands.focus(desk.outliers.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert desk.page == REVIEW
    received = desk.errands.reviewing.data.received
    assert (received.agency, received.revision) == (BY, 2)
    assert desk.errands.reviewing.run.source == OUTLIERS
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    assert desk.page == OUTLIERS
    assert desk.outliers.table.hasFocus()
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    assert desk.page == TABLES


def test_the_share_is_found_in_its_table_and_marked(desk: OfficeDesk, planted: str, hands: Hands) -> None:
    open_list(desk, hands)
    hands.click(desk.outliers.share_button)
    hands.settle_desk(desk)
    tables = desk.tables
    assert desk.page == TABLES
    row = tables.shares.currentIndex().row()
    name, share = tables.shares_model.cell(row, 0), tables.shares_model.cell(row, 1)
    assert (name.text, share.text) == (f"{ODD} Sở Công Thương", planted)
    assert name.hint.startswith(f"Sở Công Thương: {planted}, thường khoảng")
    assert WHY in name.hint
    marked = [row for row in range(tables.shares_model.rowCount()) if tables.shares_model.cell(row, 0).tone]
    assert marked == [row]


def test_the_charts_open_from_the_list(desk: OfficeDesk, hands: Hands) -> None:
    open_list(desk, hands)
    hands.click(desk.outliers.charts_button)
    hands.settle_desk(desk)
    dialog = desk.errands.charting.dialog
    assert dialog.isVisible()
    assert dialog.bars_chart.words_of(0).startswith("1. Sở Công Thương")
    assert "!" in dialog.bars_chart.words_of(0)
    dialog.close()


def test_another_round_is_measured_and_where_nothing_stands_out_it_is_said(desk: OfficeDesk, hands: Hands) -> None:
    open_list(desk, hands)
    page = desk.outliers
    page.round.setCurrentIndex(page.round.findData("2023"))
    page.round.activated.emit(page.round.currentIndex())
    hands.settle_desk(desk)
    assert page.model.rowCount() == 0
    assert page._stack.currentIndex() == 1
    assert not page.open_button.isEnabled()
    assert page.open_button.toolTip()
    # another round's review goes by that round
    assert desk.outlying.round_id == "2023"


def test_what_was_returned_stands_out_no_more(desk: OfficeDesk, hands: Hands) -> None:
    open_list(desk, hands)
    assert desk.outliers.model.rowCount() == 1
    digest = desk.outliers.stops()[0][1]
    desk.workspace.run(office_actions.send_back(digest, Return("Xem lại số biên chế."), "Nguyễn Văn Ất"))
    hands.settle_desk(desk)
    assert desk.outliers.model.rowCount() == 0


def test_a_weight_is_said_in_per_cent() -> None:
    assert [share_of(Decimal(one)) for one in ("0.2031", "0.004", "1.5")] == ["20%", "0,4%", "150%"]
