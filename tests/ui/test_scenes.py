"""Every page and dialog at the size of an office's screen and of a small one: nothing cut off, nothing sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import fit
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.words import LANGUAGES, Words
from tests.ui.conftest import Speak
from tests.ui.looking import cut_off, filled, outside, scrolling_sideways, without_name_or_role
from tests.ui.scenes import SCENES, Scene
from tests.ui.stage import Stage

OFFICE, SMALL = (1366, 768), (1093, 614)
VIEWS = ((OFFICE, 100), (SMALL, 100), (OFFICE, 150), (SMALL, 150))
"""An office's screen and a small one (the same at a scale of 125 %), each also with the largest text."""
FRAME = 40
"""What the system draws around a window, in pixels."""

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
def test_a_page_is_whole_at_every_size_and_says_what_it_is(
    scene: Scene, language: str, stage: SetUp, qapp: QApplication
) -> None:
    """Opened once and looked at in each size, since opening takes longest."""
    set_up = stage(language)
    shown = scene.open(set_up)
    set_up.settle(shown.window())
    assert type(shown) is scene.kind
    set_up.settle(shown.window())
    faults = [f"{one} (screen reader)" for one in without_name_or_role(shown)]
    if len(steps := filled(shown)) > 1:
        faults.append(f"more than one filled button: {steps}")
    for size, text_size in VIEWS:
        if text_size != theme.text_size():
            theme.apply(qapp, dark=False, text_size=text_size)
        if not isinstance(shown, QDialog):
            shown.resize(*size)
        elif isinstance(below := shown.parentWidget(), QWidget):
            below.window().resize(*size)
            if isinstance(shown, FittedDialog) and shown.FITS:
                fit(shown)
        set_up.settle(shown.window())
        found = [*scrolling_sideways(shown), *cut_off(shown), *outside(shown)]
        if shown.width() > size[0]:
            found.append(f"{shown.width()} px wide")
        if isinstance(shown, QDialog) and shown.minimumSizeHint().height() > size[1] - FRAME:
            found.append(f"at least {shown.minimumSizeHint().height()} px high")
        faults += [f"{one} ({size[0]}x{size[1]}, {text_size} %)" for one in found]
    assert faults == []
