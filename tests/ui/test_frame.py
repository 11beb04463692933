"""The frame of every page, with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button
from reformdesk.ui.widgets.frame import Frame

KEYS = ("home", "one", "two")


@pytest.fixture
def frame(qapp: QApplication, qtbot: QtBot) -> Frame:
    theme.apply(qapp, dark=False)
    made = Frame()
    qtbot.addWidget(made)
    for key in KEYS:
        made.add_item(key, key, progress=key != "home")
        made.add_page(key, QWidget())
    made.show_page("home")
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_click_and_a_key_go_to_a_page(frame: Frame) -> None:
    gone: list[str] = []
    frame.navigated.connect(gone.append)
    QTest.mouseClick(frame.item("two"), Qt.MouseButton.LeftButton)
    frame.item("home").setFocus()
    QTest.keyClick(frame.item("home"), Qt.Key.Key_Down)
    assert frame.item("one").hasFocus()
    QTest.keyClick(frame.item("one"), Qt.Key.Key_Space)
    assert gone == ["two", "one"]


def test_exactly_the_page_on_show_is_marked(frame: Frame) -> None:
    for key in KEYS:
        frame.show_page(key)
        assert [name for name in KEYS if frame.item(name).isChecked()] == [key]


def test_several_entries_may_show_one_page(frame: Frame) -> None:
    frame.show_page("two")
    shared = frame.stack.currentWidget()
    frame.show_page("one", "two")
    assert frame.item("one").isChecked()
    assert frame.stack.currentWidget() is shared


def test_the_title_bar_s_next_step_is_filled_but_on_a_page_that_has_its_own(frame: Frame) -> None:
    class Leading(QWidget):
        leads = True

    step = button("F5", lambda: None, primary=True)
    frame.add_tool(step)
    frame.add_page("leading", Leading())
    frame.show_page("one", "leading")
    assert not step.property("primary")
    frame.show_page("one")
    assert step.property("primary")


def test_progress_is_said_in_figures_and_as_a_bar(frame: Frame) -> None:
    item = frame.item("one")
    item.show_progress(5, 7)
    bar = item.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (5, 7)
    assert item.accessibleDescription() == "5/7"


def test_entries_are_high_enough_to_hit(frame: Frame) -> None:
    assert frame.item("home").height() >= 34
    assert frame.item("one").height() >= 43


def test_an_emptied_column_can_be_filled_anew(frame: Frame) -> None:
    frame.clear_navigation()
    again = frame.add_item("home", "home")
    assert frame.item("home") is again
    frame.show_page("home")
    assert again.isChecked()


def test_a_tool_is_not_stretched_to_the_bar(frame: Frame, qtbot: QtBot) -> None:
    tool = button("Kiểm tra", lambda: None)
    frame.add_tool(tool)
    qtbot.waitUntil(lambda: tool.isVisible() and tool.height() > 0)
    assert tool.height() <= theme.CONTROL + 4


def test_the_status_line_says_what_was_done_and_falls_silent(frame: Frame) -> None:
    frame.report("✓ Đã lưu 14:32:07")
    assert frame.saved.isVisible()
    frame.report("")
    assert not frame.saved.isVisible()


def test_the_arrows_stop_at_the_ends(frame: Frame) -> None:
    frame.item("home").setFocus()
    QTest.keyClick(frame.item("home"), Qt.Key.Key_Up)
    assert frame.item("home").hasFocus()
    frame.item("two").setFocus()
    QTest.keyClick(frame.item("two"), Qt.Key.Key_Down)
    assert frame.item("two").hasFocus()
