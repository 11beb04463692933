"""The first minutes: the round is found, an unpacked one is taken, the guide opens, a bad place is said."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.demo import NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, say

TITLE = "6 tháng đầu năm 2024"


@pytest.fixture
def downloads(home: Path) -> Path:
    folder = home / "Downloads"
    folder.mkdir()
    return folder


def _offered(window: MainWindow) -> list[QPushButton]:
    assert window.start is not None
    return [one for one in window.start.findChildren(QPushButton) if one.text() == TITLE and one.isVisible()]


def test_a_round_in_downloads_is_offered_and_opens(
    downloads: Path, demo: Path, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    shutil.copy(demo / "rounds" / f"{NEWEST}.rdround", downloads / "bao cao (1).zip")
    (downloads / "khác.zip").write_bytes(b"PK\x03\x04")
    window = open_window()
    qtbot.waitUntil(lambda: len(_offered(window)) == 1, timeout=10_000)
    hands.click(_offered(window)[0])
    assert window.choosing.isVisible()
    window.choosing.reject()


def test_where_nothing_is_found_nothing_is_said(downloads: Path, open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    told: list[object] = []
    window.searching.found.connect(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == [[]]
    assert _offered(window) == []


def test_a_search_is_given_up_once_a_desk_is_open(
    downloads: Path, demo: Path, desk: Path, open_window: Open, qtbot: QtBot
) -> None:
    shutil.copy(demo / "rounds" / f"{NEWEST}.rdround", downloads)
    window = open_window()
    told: list[object] = []
    window.searching.found.connect(told.append)
    window.open_path(desk)
    qtbot.wait(600)
    assert told == []


def test_a_zip_that_was_unpacked_into_a_folder_is_taken(
    tmp_path: Path, demo: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    folder = tmp_path / "2024-h1"
    with zipfile.ZipFile(demo / "rounds" / f"{NEWEST}.rdround") as packed:
        packed.extractall(folder)
    window = open_window()
    hands.drop(window, folder)
    assert heard.problems == []
    assert window.choosing.isVisible()
    window.choosing.reject()


def test_f1_opens_the_guide_at_the_page_that_fits(desk: Path, open_window: Open, hands: Hands) -> None:
    window = open_window(desk)
    agency = desk_of(window, AgencyDesk)
    for key, page in (("home", "start"), ("area:2", "the-form"), ("check", "findings")):
        hands.click(agency.item(key))
        hands.press(Qt.Key.Key_F1)
        assert window.guide.isVisible()
        assert window.guide.shown == page
        window.guide.close()
        window.activateWindow()


def test_a_place_that_is_not_safe_is_said_until_it_is_hidden(
    desk: Path, home: Path, heard: HeardMessages, hands: Hands, qtbot: QtBot
) -> None:
    window = MainWindow(heard, place=lambda path: "cloud-folder" if path == desk else None)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.open_path(desk)
    hands.settle(window)
    agency = desk_of(window, AgencyDesk)
    (said,) = [one for one in agency.findChildren(Strip) if one.accessibleName() == heard.words.place("cloud-folder")]
    assert said.isVisible()
    hands.click(button_named(said, say("Frame", "Hide")))
    assert not said.isVisible()
    window.close()


def test_home_affairs_is_told_of_its_own_way_to_work_on_two_machines(
    office: Path, home: Path, heard: HeardMessages, hands: Hands, qtbot: QtBot
) -> None:
    window = MainWindow(heard, place=lambda _path: "network-folder")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.open_path(office)
    hands.settle(window)
    there = desk_of(window, OfficeDesk)
    said = heard.words.place("network-folder", at_office=True)
    assert said != heard.words.place("network-folder")
    (strip,) = [one for one in there.findChildren(Strip) if one.accessibleName() == said]
    hands.click(button_named(strip, say("MainWindow", "What to do…")))
    assert window.guide.shown == "two-desks"
    window.guide.close()
    window.close()
