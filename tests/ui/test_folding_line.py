"""A line that folds where there is no room for its tools beside what it says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import label
from reformdesk.ui.widgets.folding_line import FoldingLine

WIDE, NARROW = 900, 320
SAID = "Đơn vị và khóa xác thực của các đơn vị"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """What the line lies on: a window of its own would never be narrower than its tools beside what it says."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(line: FoldingLine, ground: QWidget, width: int) -> tuple[QPushButton, QPushButton]:
    line.setParent(ground)
    line.resize(width, 200)
    ground.show()
    QApplication.processEvents()
    first, last = line.findChildren(QPushButton)
    return first, last


def left(line: FoldingLine, tool: QPushButton) -> int:
    return tool.mapTo(line, tool.rect().topLeft()).x()


def test_tools_stand_at_the_right_end_while_there_is_room(ground: QWidget) -> None:
    line = FoldingLine(label(SAID), QPushButton("Thu hồi khóa…"), QPushButton("Khóa của Sở Nội vụ…"))
    _, last = shown(line, ground, WIDE)
    assert not line.is_folded
    assert left(line, last) + last.width() == WIDE


def test_near_tools_stand_right_behind_what_is_said(ground: QWidget) -> None:
    said = label(SAID)
    line = FoldingLine(said, QPushButton("Tất cả 39"), QPushButton("Chờ xử lý 1"), near=True)
    first, _ = shown(line, ground, WIDE)
    assert left(line, first) == said.width() + theme.SPACE_8


def test_tools_go_below_and_come_back(ground: QWidget) -> None:
    line = FoldingLine(label(SAID), QPushButton("Thu hồi khóa…"), QPushButton("Khóa của Sở Nội vụ…"))
    first, _ = shown(line, ground, NARROW)
    assert line.is_folded
    assert left(line, first) == 0
    line.resize(WIDE, 200)
    QApplication.processEvents()
    assert not line.is_folded


def test_it_asks_for_no_more_width_than_when_it_is_folded(ground: QWidget) -> None:
    said = label(SAID)
    line = FoldingLine(said, QPushButton("Thu hồi khóa…"), QPushButton("Khóa của Sở Nội vụ…"))
    shown(line, ground, WIDE)
    assert said.sizeHint().width() <= line.minimumSizeHint().width() < WIDE / 2


def test_what_may_be_shortened_does_not_fold_the_line_before_its_time(ground: QWidget) -> None:
    line = FoldingLine(label(SAID * 5), QPushButton("a"), QPushButton("b"), enough=100)
    shown(line, ground, NARROW)
    assert not line.is_folded
