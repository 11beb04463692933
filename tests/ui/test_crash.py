"""The last resort: a bug from any thread ends in a report that can be copied."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reformdesk import __version__
from reformdesk.ui import crash
from reformdesk.ui.crash import CrashDialog, CrashHandler, report_of


class Bug(Exception):
    """What a test breaks with."""


def _broken() -> Bug:
    try:
        raise Bug("no such thing")
    except Bug as problem:
        return problem


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Collect the reports instead of waiting for someone to close them, and whether the GUI thread shows them."""
    found: list[tuple[str, bool]] = []

    class Silent:
        def __init__(self, text: str) -> None:
            application = QApplication.instance()
            assert application is not None
            found.append((text, QThread.currentThread() is application.thread()))

        def exec(self) -> int:
            return 0

    monkeypatch.setattr(crash, "CrashDialog", Silent)
    # what install() puts there is put back
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    return found


def test_a_report_names_versions_and_the_place() -> None:
    text = report_of(_broken())
    assert __version__ in text
    assert "Bug: no such thing" in text
    assert "_broken" in text


def test_a_bug_is_shown_on_the_gui_thread(qapp: QApplication, qtbot: QtBot, shown: list[tuple[str, bool]]) -> None:
    handler = CrashHandler()
    handler.install()
    sys.excepthook(Bug, _broken(), None)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "no such thing" in shown[0][0]
    assert shown[0][1]


def test_a_bug_in_another_thread_is_shown_on_the_gui_thread(
    qapp: QApplication, qtbot: QtBot, shown: list[tuple[str, bool]]
) -> None:
    handler = CrashHandler()
    handler.install()

    def break_down() -> None:
        raise _broken()

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0][1]


def test_the_interrupt_key_is_no_bug(qapp: QApplication, shown: list[tuple[str, bool]]) -> None:
    CrashHandler().install()
    with pytest.raises(SystemExit) as ended:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended.value.code == 130
    assert shown == []


def test_the_report_can_be_copied(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = CrashDialog("what a maintainer needs")
    qtbot.addWidget(dialog)
    dialog.findChildren(QPushButton)[0].click()
    assert QGuiApplication.clipboard().text() == "what a maintainer needs"
    report = dialog.findChild(QPlainTextEdit)
    assert report is not None
    assert report.isReadOnly()
