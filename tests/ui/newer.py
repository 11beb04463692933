"""A stick with a round of a newer program, what Home Affairs sealed beside it, and what the window says of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reformdesk.core import pins, roundbook, store
from reformdesk.exchange.keys import SigningKey
from reformdesk.ui.compared_keys import remember_compared
from reformdesk.ui.dialogs.update import UpdateDialog
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.demo import LATER
from tests.installers import file_of_tomorrow, office_key

VERSION = "99.2.0"
LONGEST = 15_000
Refuse = Callable[[MainWindow], UpdateDialog]


@pytest.fixture
def key(demo: Path, tmp_path: Path) -> SigningKey:
    """Home Affairs' key."""
    return office_key(demo, tmp_path)


@pytest.fixture
def compared(desk: Path, key: SigningKey, open_window: Callable[..., MainWindow]) -> str:
    """Home Affairs' key, whose code was compared at this desk on this machine."""
    with store.open_workspace(desk) as workspace:
        pins.mark_compared(workspace, roundbook.latest(workspace).office, key.fingerprint, LATER)
    remember_compared(key.fingerprint)
    return key.fingerprint


@pytest.fixture
def stick(demo: Path, tmp_path: Path, key: SigningKey) -> Path:
    """A stick with the folder that Home Affairs sent, in which the round wants a newer program."""
    folder = tmp_path / "USB" / "phat-hanh-2025-h1"
    file_of_tomorrow(demo, folder / "2025-h1.rdround", key)
    return folder


@pytest.fixture
def refuse(stick: Path, qtbot: QtBot) -> Refuse:
    """Open the round file in a window, and wait until the window says what it found."""

    def refused(window: MainWindow) -> UpdateDialog:
        window.open_path(stick / "2025-h1.rdround")
        return told(window, qtbot)

    return refused


def told(window: MainWindow, qtbot: QtBot) -> UpdateDialog:
    qtbot.waitUntil(
        lambda: (
            window.updating.dialog is not None
            and window.updating.dialog.isVisible()
            and not window.updating.dialog.bar.isVisible()
        ),
        timeout=LONGEST,
    )
    # what was put into its layout is shown in a moment
    QApplication.processEvents()
    dialog = window.updating.dialog
    assert dialog is not None
    return dialog


def startable(window: MainWindow) -> list[bytes]:
    """Let installers be started here as on Windows; gives what was started."""
    started: list[bytes] = []
    window.updating.start = lambda program: started.append(program.read_bytes())
    return started


def said(dialog: UpdateDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def tones(dialog: UpdateDialog) -> list[str]:
    return [str(one.property("strip")) for one in dialog.findChildren(Strip) if one.isVisible()]
