"""Real windows for tests: a desk of one's own, hands on the keyboard, and ears for what is said in boxes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.errors import ReformDeskError
from reformdesk.sentences import UNKNOWN
from reformdesk.ui import theme
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.messages import Messages
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from reformdesk.words import Words
from tests.demo import FOLDER
from tests.installers import temporary
from tests.ui.machine import Machine, documents
from tests.ui.newer import compared, key, refuse, stick
from tests.ui.situation import Situation, put_into_situation
from tests.ui.stage import is_busy

__all__ = ["Situation", "compared", "documents", "key", "refuse", "stick", "temporary"]

Open = Callable[..., MainWindow]
Speak = Callable[[str], "HeardMessages"]
CheckModel = Callable[[QAbstractItemModel], None]
_Desk = TypeVar("_Desk", AgencyDesk, OfficeDesk)

_LONGEST_WAIT = 60_000
"""Milliseconds after which a window does not come to rest: a busy machine is no failure."""
_NO_WINDOW_MANAGER = r"^This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)$"
"""What the offscreen platform says at dialogs and menus: it has no window manager to ask."""


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Let those sentences pass; every other warning of Qt fails a test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_NO_WINDOW_MANAGER))


class HeardMessages(Messages):
    """Stands in for native boxes and dialogs, which nothing can drive: notes what is said, answers as told."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.problems: list[str] = []
        self.told: list[str] = []
        self.asked: list[str] = []
        self.answer = True
        self.target: Path | None = None
        self.files: list[Path] = []
        self.folder: Path | None = None

    def error(self, parent: QWidget | None, problem: ReformDeskError) -> None:
        self.problems.append(self.words.error(problem))

    def tell(self, parent: QWidget | None, text: str) -> None:
        self.told.append(text)

    def ask(self, parent: QWidget | None, text: str, yes: str, no: str) -> bool:
        self.asked.append(text)
        return self.answer

    def choose_target(self, parent: QWidget | None, title: str, name: str) -> Path | None:
        return self.target

    def choose_file(self, parent: QWidget | None, title: str, suffixes: Sequence[str]) -> Path | None:
        return next(iter(self.files), None)

    def choose_folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self.folder

    def choose_files(self, parent: QWidget | None, title: str, suffixes: Sequence[str]) -> list[Path]:
        return self.files


class Hands:
    """Types into whatever has the focus, clicks, and waits until the desks are idle."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._window: QWidget | None = None

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._typed_at(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._typed_at(), text)
        # a list that opened while typing is shown before the next key
        QApplication.processEvents()

    def type_vietnamese(self, text: str) -> None:
        """Type as a Vietnamese input method does: it hands over composed letters."""
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(self._typed_at(), composed)

    def replace(self, text: str) -> None:
        """Type over what stands in the focused field."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def focus(self, widget: QWidget) -> None:
        self._go_to(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert self.focused() in (widget, widget.focusProxy())

    def focused(self) -> QWidget:
        self._stay()
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def _typed_at(self) -> QWidget:
        return QApplication.activePopupWidget() or self.focused()

    def click(self, widget: QWidget) -> None:
        self._go_to(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        self._stay()

    def _go_to(self, widget: QWidget) -> None:
        self._qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled(), timeout=_LONGEST_WAIT)
        self._window = widget.window()
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow, timeout=_LONGEST_WAIT)

    def _stay(self) -> None:
        """Do what a window manager does: when a dialog closes, its parent is active again."""
        if self._window is not None and self._window.isVisible() and QApplication.activeWindow() is None:
            self._window.activateWindow()
            self._qtbot.waitUntil(self._window.isActiveWindow, timeout=_LONGEST_WAIT)

    def drop(self, window: QWidget, *paths: Path) -> None:
        """Drop files on a window, as a file manager does."""
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        rules = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(QPoint(300, 300), *rules)
        QApplication.sendEvent(window, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *rules))

    def settle_desk(self, desk: AgencyDesk | OfficeDesk) -> None:
        """Wait until one desk has done what it was asked to."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not is_busy(desk), timeout=_LONGEST_WAIT)
        QApplication.processEvents()

    def settle(self, *windows: MainWindow) -> None:
        """Wait until every desk has done what it was asked to."""

        def idle() -> bool:
            return all(one.desk is None or not is_busy(one.desk) for one in windows)

        QApplication.processEvents()
        self._qtbot.waitUntil(idle, timeout=_LONGEST_WAIT)
        QApplication.processEvents()


def desk_of(window: MainWindow, kind: type[_Desk]) -> _Desk:
    """Return the window's desk, which must be of a kind."""
    assert isinstance(window.desk, kind)
    return window.desk


def say(context: str, source: str) -> str:
    """Return a fixed text of the interface in the language that it speaks now."""
    return QCoreApplication.translate(context, source)


def button_named(parent: QWidget, text: str) -> QAbstractButton:
    """Return the visible button that says ``text``."""
    found = [one for one in parent.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons say {text!r}"
    return found[0]


def nameless(page: QWidget) -> list[str]:
    """Return the controls on show that a screen reader could not name."""
    found = []
    for widget in page.findChildren(QWidget):
        reached = widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not reached or widget.focusProxy() is not None:
            continue
        names = [widget.accessibleName()]
        if isinstance(widget, QAbstractButton | QLabel):
            names.append(widget.text())
        if isinstance(widget, QTabBar):
            names += [widget.tabText(place) for place in range(widget.count())]
        if not any(letter.isalnum() for name in names for letter in name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.fixture
def situation(office: Path) -> Situation:
    """A copy of the sample's Home Affairs with one agency missing, one waiting and one returned."""
    return put_into_situation(office)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a name as people give them: documents, settings and keys land there."""
    folder = tmp_path / FOLDER
    Machine(folder, monkeypatch).sit_down()
    return folder


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Let the interface speak a language; gives the ears for it."""
    installed: list[Words] = []

    def spoken(language: str) -> HeardMessages:
        words = Words(language)
        qapp.installTranslator(words.translator)
        installed.append(words)
        return HeardMessages(words)

    yield spoken
    for words in installed:
        qapp.removeTranslator(words.translator)


@pytest.fixture
def check_model(qtmodeltester: Any) -> CheckModel:
    """Check a model against Qt's rules for models."""
    check: CheckModel = qtmodeltester.check  # pytest-qt gives its checker no types
    return check


@pytest.fixture
def heard(speak: Speak) -> HeardMessages:
    """The interface in Vietnamese, its first language."""
    return speak("vi")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture(scope="module", autouse=True)
def _keep_what_is_loaded() -> None:
    """Let no test look through the libraries for garbage: to do so takes longer than most of them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _leave_no_language() -> Iterator[None]:
    """Find the test that leaves its language to all that come after it."""
    yield
    assert say("errors", UNKNOWN) == UNKNOWN, "a translator is still installed"


@pytest.fixture(autouse=True)
def _collect_garbage_here() -> Iterator[None]:
    """Let no worker thread collect a window's remains, as the program does not."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, home: Path, heard: HeardMessages, hands: Hands) -> Iterator[Open]:
    """Open a main window at the size of an office's screen, with a file if one is given."""
    qapp.setApplicationName("ReformDesk")
    qapp.setOrganizationName("ReformDesk")
    theme.apply(qapp, dark=False)
    opened: list[MainWindow] = []
    bugs: list[object] = []

    def made(path: Path | None = None, messages: HeardMessages | None = None) -> MainWindow:
        window = MainWindow(messages or heard, place=lambda _path: None)
        qtbot.addWidget(window)
        window.broke.connect(bugs.append)
        opened.append(window)
        with qtbot.waitActive(window):
            window.show()
        if path is not None:
            window.open_path(path)
            hands.settle(window)
        return window

    yield made
    for window in opened:
        window.close()
    assert bugs == []
