"""A report in PDF is drawn on the windows' thread, a moment at a time, while the desk goes on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from pytestqt.qtbot import QtBot

from reformdesk.ui import paper, report_files, report_sheets
from reformdesk.ui.office_desk import OfficeDesk
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of

WINDOWS = threading.main_thread()


@pytest.fixture
def desk(office: Path, open_window: Open) -> OfficeDesk:
    return desk_of(open_window(office), OfficeDesk)


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """On which threads words are laid out."""
    found: list[threading.Thread] = []

    def lay_out(writer: QPagedPaintDevice, html: str, page: QSizeF) -> QTextDocument:
        found.append(threading.current_thread())
        return paper.lay_out(writer, html, page)

    monkeypatch.setattr(report_sheets, "lay_out", lay_out)
    return found


def test_words_are_laid_out_where_the_windows_are(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, drawing: list[threading.Thread]
) -> None:
    """On another thread Qt's lock and Python's could wait for each other for ever."""
    heard.target = tmp_path / "a.pdf"
    desk.errands.export_report_as(".pdf")
    hands.settle_desk(desk)
    assert heard.target.read_bytes().startswith(b"%PDF-")
    assert set(drawing) == {WINDOWS}


def test_it_is_stopped_half_way_and_can_be_begun_again(
    desk: OfficeDesk,
    hands: Hands,
    heard: HeardMessages,
    tmp_path: Path,
    drawing: list[threading.Thread],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report_files, "_A_MOMENT", 0.0001)
    heard.target = tmp_path / "a.pdf"
    exporting = desk.errands.exporting
    told: list[str] = []

    def stop(text: str) -> None:
        told.append(text)
        if len(told) == 5:
            exporting._stop()

    exporting.progressed.connect(stop)
    desk.errands.export_report_as(".pdf")
    hands.settle_desk(desk)
    assert drawing
    assert not exporting.is_running
    assert not heard.target.exists()
    exporting.progressed.disconnect(stop)
    desk.errands.export_report_as(".pdf")
    hands.settle_desk(desk)
    assert heard.target.is_file()


def test_a_bug_in_drawing_is_reported_and_lets_another_export_begin(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(*_: object) -> QTextDocument:
        raise ZeroDivisionError

    heard.target = tmp_path / "a.pdf"
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(report_sheets, "lay_out", broken)
        desk.errands.export_report_as(".pdf")
        hands.settle_desk(desk)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert not desk.errands.exporting.is_running
    desk.errands.export_report_as(".pdf")
    hands.settle_desk(desk)
    assert heard.target.is_file()


def test_the_window_can_be_closed_while_it_draws(
    desk: OfficeDesk, heard: HeardMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(report_files, "_A_MOMENT", 0.0001)
    heard.target = tmp_path / "a.pdf"
    window, told = desk.window(), list[str]()

    def close(text: str) -> None:
        told.append(text)
        if len(told) == 5:
            window.close()

    desk.errands.exporting.progressed.connect(close)
    desk.errands.export_report_as(".pdf")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    assert not heard.target.exists()
