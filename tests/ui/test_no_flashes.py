"""No part of a page is a window of its own for a moment: it would flash, and take the keys from the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES, COMPARISON, DECISIONS, INTAKE, ROUNDS, TABLES, WAITING
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY
from tests.ui.conftest import Hands, Open, Situation, desk_of


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and not isinstance(watched, MainWindow):
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watching = Watch()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def test_an_agencys_pages(desk: Path, open_window: Open, hands: Hands, watch: Watch) -> None:
    made = desk_of(open_window(desk), AgencyDesk)
    for page in (HOME, "area:2", "area:5", CHECK):
        hands.click(made.item(page))
        hands.settle_desk(made)
    assert watch.shown == []


def test_home_affairs_pages(situation: Situation, open_window: Open, hands: Hands, watch: Watch) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    hands.focus(made.board.table)
    made.board.table.selectRow(3)
    hands.click(made.board.enter_for_button)
    hands.settle_desk(made)
    assert made.entering.isVisible()
    for page in (INTAKE, WAITING, TABLES, COMPARISON, DECISIONS, ROUNDS, AGENCIES):
        hands.click(made.item(page))
        hands.settle_desk(made)
    made.ways.open_review(AGENCY, "")
    hands.settle_desk(made)
    assert watch.shown == []
