"""What is left of a window is collected on the GUI thread, in short pieces, and the whole where there is rest."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.ui import garbage
from reformdesk.ui.app import Program
from reformdesk.ui.garbage import GarbageKeeper


class _Knot:
    """Holds itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def keeper(qtbot: QtBot) -> Iterator[GarbageKeeper]:
    """A keeper that looks when it is asked to."""
    gc.collect()
    parent = QObject()
    made = GarbageKeeper(parent)
    made._timer.stop()
    yield made
    parent.deleteLater()


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A short moment counts as a rest."""
    monkeypatch.setattr(garbage, "_REST", 60)


def _some() -> list[_Knot]:
    return [_Knot() for _ in range(gc.get_threshold()[0] + 10)]


def test_another_thread_collects_nothing_and_the_keeper_does(keeper: GarbageKeeper) -> None:
    knot = weakref.ref(_Knot())
    other = Thread(target=_some)
    other.start()
    other.join()
    assert knot() is not None
    keeper.collect_if_due()
    assert knot() is None


def test_it_looks_by_itself(qtbot: QtBot, keeper: GarbageKeeper) -> None:
    keeper._timer.start(1)
    knots = [weakref.ref(one) for one in _some()]
    qtbot.waitUntil(lambda: not any(one() for one in knots))


def test_a_mass_of_figures_is_put_aside_and_not_looked_at(keeper: GarbageKeeper, qtbot: QtBot) -> None:
    looked: list[str] = []
    gc.callbacks.append(lambda phase, _info: looked.append(phase))
    try:
        figures = [[number] for number in range(garbage._MASS)]
        keeper.collect_if_due()
        assert not looked
        assert gc.get_count()[0] < gc.get_threshold()[0]
        few = _some()
        keeper.collect_if_due()
        assert looked == ["start", "stop"]
    finally:
        gc.callbacks.pop()
    assert (len(figures), len(few)) == (garbage._MASS, gc.get_threshold()[0] + 10)


def test_the_whole_waits_for_rest(keeper: GarbageKeeper, qtbot: QtBot, soon: None) -> None:
    knot = _Knot()
    aside = weakref.ref(knot)
    few = _some()
    keeper.collect_if_due()
    del knot
    keeper.collect_if_due()
    assert aside() is not None
    keeper.collect_at_rest()
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    for _ in range(5):
        qtbot.wait(20)
        QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
        keeper.collect_if_due()
        assert aside() is not None, "collected while somebody typed"
    qtbot.wait(90)
    keeper.collect_if_due()
    assert aside() is None
    assert few


def test_much_put_aside_is_looked_at_without_being_asked_for(
    keeper: GarbageKeeper, qtbot: QtBot, soon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_MUCH", 1000)
    knots = [weakref.ref(one) for one in [*_some(), *_some()]]
    kept = [one() for one in knots]
    keeper.collect_if_due()
    kept.clear()
    keeper._timer.start(10)
    qtbot.waitUntil(lambda: not any(one() for one in knots))


def test_leaving_a_desk_asks_for_it(qapp: QApplication, qtbot: QtBot) -> None:
    program = Program(qapp, "vi")
    qtbot.addWidget(program.window)
    keeper = program._garbage
    before = keeper._rest
    program.window.left_desk.emit()
    after = keeper._rest
    keeper._timer.stop()
    keeper.deleteLater()
    qapp.removeTranslator(program.words.translator)
    assert (before is None, after is None) == (True, False)
