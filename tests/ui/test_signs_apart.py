"""A figure and its signs in one cell: two things, at two edges and in two colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.signs_apart import SignsApart, room_for_both

SIGNS, FIGURE = "(**) ◐ 37/39", "25.976"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


def table(qtbot: QtBot, width: int) -> SheetTable:
    model = GridModel()
    made = SheetTable(model, "Bảng")
    model.setParent(made)
    made.setItemDelegate(SignsApart(made))
    qtbot.addWidget(made)
    model.show_rows(["Năm"], [[GridCell(FIGURE, right=True, before=SIGNS)]])
    made.fix(0, width)
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def places(image: QImage, colour: str) -> list[int]:
    """Return how far from the left a colour is found."""
    wanted = QColor(colour).rgb()
    return [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == wanted]


def test_signs_stand_at_the_left_in_their_own_colour_and_the_figure_at_the_right(qtbot: QtBot) -> None:
    shown = table(qtbot, room_for_both(SIGNS, FIGURE))
    image = shown.viewport().grab(shown.visualRect(shown.model().index(0, 0))).toImage()
    signs, figure = places(image, theme.LIGHT.warning), places(image, theme.LIGHT.text)
    assert signs
    assert figure
    assert max(signs) + theme.SPACE_8 <= min(figure)


def test_without_room_for_both_they_are_one_text(qtbot: QtBot) -> None:
    shown = table(qtbot, room_for_both(SIGNS, FIGURE) - 1)
    option, index = QStyleOptionViewItem(), shown.model().index(0, 0)
    option.rect = shown.visualRect(index)
    delegate = shown.itemDelegate()
    assert isinstance(delegate, SignsApart)
    delegate.initStyleOption(option, index)
    assert option.text == f"{SIGNS} {FIGURE}"
    image = shown.viewport().grab(option.rect).toImage()
    assert places(image, theme.LIGHT.warning) == []


def test_both_are_said(qtbot: QtBot) -> None:
    shown = table(qtbot, 200)
    assert shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{FIGURE}; {SIGNS}"
