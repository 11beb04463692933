"""What is left of a window is collected on the GUI thread, between two events, and nowhere else."""

from __future__ import annotations

import gc
import weakref
from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reformdesk.ui.garbage import GarbageKeeper


class _Knot:
    """Holds itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


def test_another_thread_collects_nothing_and_the_keeper_does(qtbot: QtBot) -> None:
    parent = QObject()
    keeper = GarbageKeeper(parent)
    knot = weakref.ref(_Knot())
    other = Thread(target=lambda: [_Knot() for _ in range(5000)])
    other.start()
    other.join()
    assert knot() is not None
    keeper.collect_if_due()
    assert knot() is None


def test_it_looks_by_itself(qtbot: QtBot) -> None:
    parent = QObject()
    keeper = GarbageKeeper(parent)
    keeper._timer.setInterval(1)
    knots = [weakref.ref(_Knot()) for _ in range(gc.get_threshold()[0] + 10)]
    qtbot.waitUntil(lambda: not any(one() for one in knots))
