"""The table on the sheet: heads above their cells, room shared out, colours that stay."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.signs_apart import SignsApart

HEAD = ["Đơn vị", "Số liệu", "Điểm cần xem và giải trình"]
LINE = ["Sở Tài nguyên và Môi trường", "25.647", "Bằng đúng số của năm 2023. Nếu đúng, đề nghị giải trình."]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


def table(qtbot: QtBot, width: int, *, wraps: bool = False, tones: Sequence[str] = ("", "", "")) -> SheetTable:
    model = GridModel()
    made = SheetTable(model, "Bảng")
    # the model has no owner of its own
    model.setParent(made)
    qtbot.addWidget(made)
    if wraps:
        made.wrap_header()
    model.show_rows(HEAD, [[GridCell(text, tone=tone) for text, tone in zip(LINE, tones, strict=True)]])
    made.share({0: 1, 2: 1}, {1: 160})
    made.resize(width, 300)
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    made.fit_rows()
    return made


@pytest.mark.parametrize("width", [900, 420, 300])
def test_nothing_scrolls_sideways_and_nobody_starves(qtbot: QtBot, width: int) -> None:
    made = table(qtbot, width)
    assert made.horizontalScrollBar().maximum() == 0
    widths = [made.columnWidth(column) for column in range(3)]
    assert widths[1] == (160 if width == 900 else 96 if width == 300 else widths[1])
    assert min(widths) >= 90


def test_fixed_columns_take_their_width_again_with_the_room(qtbot: QtBot) -> None:
    made = table(qtbot, 300)
    made.resize(900, 300)
    QApplication.processEvents()
    assert made.columnWidth(1) == 160


def test_a_head_is_as_high_as_its_words_and_no_higher(qtbot: QtBot) -> None:
    wide, narrow = table(qtbot, 900, wraps=True), table(qtbot, 300, wraps=True)
    one = wide.horizontalHeader().height()
    assert one < 48
    assert narrow.horizontalHeader().height() > one


def test_a_chosen_row_keeps_the_colours_that_mean_something(qtbot: QtBot) -> None:
    made = table(qtbot, 900, tones=("", "", "warning"))
    delegate = made.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    option = QStyleOptionViewItem()
    option.palette = made.palette()
    delegate.initStyleOption(option, made.model().index(0, 2))
    assert option.palette.color(QPalette.ColorRole.HighlightedText) == QColor(theme.LIGHT.warning)


def test_signs_that_have_no_room_apart_take_no_figure_s_place(qtbot: QtBot) -> None:
    model = GridModel()
    made = SheetTable(model, "Bảng")
    model.setParent(made)
    qtbot.addWidget(made)
    made.setItemDelegate(SignsApart(made))
    model.show_rows(["Năm 2024"], [[GridCell("25.976", before="(**) ◐ 37/39")], [GridCell("25.976")]])
    delegate = made.itemDelegate()
    assert isinstance(delegate, SignsApart)
    shown = [delegate.text_in(model.index(0, 0), width) for width in (300, 70)]
    assert shown == ["25.976", "(**) ◐ 37/39 25.976"]
    made.horizontalHeader().resizeSection(0, 70)
    made.fit_rows()
    QApplication.processEvents()
    assert made.rowHeight(0) > made.rowHeight(1)


def test_a_short_table_ends_with_its_rows(qtbot: QtBot) -> None:
    made = table(qtbot, 900)
    assert made.height() == 300
    made.end_with_rows()
    made.fit_rows()
    QApplication.processEvents()
    assert made.height() < 100
    last = made.visualRect(made.model().index(0, 0))
    assert made.viewport().rect().bottom() - last.bottom() <= 2
    assert made.verticalScrollBar().maximum() == 0
