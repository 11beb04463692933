"""Every page and dialog at the size of an office's screen and of a small one: nothing cut off, nothing sideways.

And without a mouse and without eyes: Tab reaches everything and comes back, F1 helps everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import fit
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.words import LANGUAGES, Words
from tests.ui.conftest import Speak
from tests.ui.looking import cut_off, filled, outside, scrolling_sideways, unsigned, without_name_or_role
from tests.ui.scenes import SCENES, Scene
from tests.ui.stage import Stage
from tests.ui.walking import missed, window_below

OFFICE, SMALL = (1366, 768), (1093, 614)
_A_MOMENT = 200
"""Milliseconds."""
VIEWS = ((OFFICE, 100), (SMALL, 100), (OFFICE, 150), (SMALL, 150))
"""An office's screen and a small one (the same at a scale of 125 %), each also with the largest text."""
FRAME = 40
"""What the system draws around a window, in pixels."""
WINDOW_OF_ITS_OWN = {
    *("crash", "guide"),
    *("rekeying", "rekeying-what-changed", "rekeying-what-is-no-figure", "rekeying-in-the-offices-order"),
    *("rekeying-settings", "rekeying-order"),
}
"""Nothing lies below them whose guide F1 could open."""

SIGNED = (
    *("intake", "intake-with-a-corrected-arrival", "waiting", "many-wait", "decisions", "compare-many", "reminders"),
    *("review", "review-of-an-answer", "review-returned", "review-details", "arrivals"),
)
"""Scenes with lists whose colours mean something."""

SetUp = Callable[..., Stage]


@pytest.fixture
def stage(qapp: QApplication, home: Path, demo: Path, tmp_path: Path, speak: Speak) -> Iterator[SetUp]:
    qapp.setApplicationName("ReformDesk")
    qapp.setOrganizationName("ReformDesk")
    made: list[Stage] = []

    def set_up(language: str = "vi", size: tuple[int, int] = OFFICE, text_size: int = 100) -> Stage:
        theme.apply(qapp, dark=False, text_size=text_size)
        words: Words = speak(language).words
        one = Stage(demo, tmp_path / "stage", words)
        one.size = size
        made.append(one)
        return one

    yield set_up
    for one in made:
        one.close()
    theme.apply(qapp, dark=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_page_is_whole_at_every_size_and_needs_no_mouse(
    scene: Scene, language: str, stage: SetUp, qapp: QApplication, qtbot: QtBot
) -> None:
    """Opened once for all, since opening takes longest."""
    set_up = stage(language)
    shown = scene.open(set_up)
    set_up.settle(shown.window())
    assert type(shown) is scene.kind
    set_up.settle(shown.window())
    faults = [f"{one} (screen reader)" for one in without_name_or_role(shown)]
    if scene.name in SIGNED:
        faults += [f"{one} (colour alone)" for one in unsigned(shown)]
    if len(steps := filled(shown)) > 1:
        faults.append(f"more than one filled button: {steps}")
    for size, text_size in VIEWS:
        if text_size != theme.text_size():
            theme.apply(qapp, dark=False, text_size=text_size)
        _give_size(shown, size)
        set_up.settle(shown.window())
        found = _out_of_place(shown, size)
        if found:
            # a window finds its places in several turns, and the machine may be busy: what is wrong stays wrong
            qtbot.wait(_A_MOMENT)
            set_up.settle(shown.window())
            found = _out_of_place(shown, size)
        faults += [f"{one} ({size[0]}x{size[1]}, {text_size} %)" for one in found]
    # the order of the controls is that of no language
    if language == LANGUAGES[0]:
        shown.window().activateWindow()
        qtbot.waitUntil(shown.window().isActiveWindow)
        faults += [f"{one} (Tab)" for one in missed(shown)]
        _require_help(shown, scene, qtbot)
    assert faults == []


def _give_size(shown: QWidget, size: tuple[int, int]) -> None:
    if not isinstance(shown, QDialog):
        shown.resize(*size)
    elif isinstance(below := shown.parentWidget(), QWidget):
        below.window().resize(*size)
        if isinstance(shown, FittedDialog) and shown.FITS:
            fit(shown)


def _out_of_place(shown: QWidget, size: tuple[int, int]) -> list[str]:
    found = [*scrolling_sideways(shown), *cut_off(shown), *outside(shown)]
    if shown.width() > size[0]:
        found.append(f"{shown.width()} px wide")
    if isinstance(shown, QDialog) and shown.minimumSizeHint().height() > size[1] - FRAME:
        found.append(f"at least {shown.minimumSizeHint().height()} px high")
    return found


def _require_help(shown: QWidget, scene: Scene, qtbot: QtBot) -> None:
    if scene.name in WINDOW_OF_ITS_OWN:
        return
    window = window_below(shown)
    QTest.keyClick(shown, Qt.Key.Key_F1)
    qtbot.waitUntil(window.guide.isVisible)
    assert window.guide.shown == scene.guide
