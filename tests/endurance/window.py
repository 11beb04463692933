"""The robot at the real window: keys go into fields, through all areas, and the status line acknowledges."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk.core import drafts, store, values
from reformdesk.core.catalogue import Kind
from reformdesk.core.entry import EXPLANATION, VALUE
from reformdesk.core.values import Mark, Number, Status
from reformdesk.errors import ReformDeskError
from reformdesk.ui import theme
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData
from reformdesk.ui.window import MainWindow
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words
from tests.endurance import desk
from tests.endurance.ledger import Kind as StepKind
from tests.endurance.ledger import Ledger, Log, Step
from tests.endurance.scenes import ROUND, Typing

CONTROL = Qt.KeyboardModifier.ControlModifier
_PATIENCE = 60.0


class QuietMessages(Messages):
    """Notes the codes of what would be told in a box."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.codes: list[str] = []

    def error(self, parent: QWidget | None, problem: ReformDeskError) -> None:
        """Note it."""
        self.codes.append(problem.code)


class AtTheWindow:
    """A main window with a desk open, and hands on the keyboard."""

    def __init__(self, path: Path, home: Path) -> None:
        # nothing of whoever runs this: neither settings nor documents
        for name, folder in (("HOME", home), ("XDG_CONFIG_HOME", home / "config"), ("XDG_DATA_HOME", home / "data")):
            folder.mkdir(parents=True, exist_ok=True)
            os.environ[name] = str(folder)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        existing = QApplication.instance()
        self.application = existing if isinstance(existing, QApplication) else QApplication(["robot"])
        self.application.setApplicationName("ReformDesk")
        self.application.setOrganizationName("ReformDesk")
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / "config"))
        theme.apply(self.application, dark=False)
        self.messages = QuietMessages(Words("vi"))
        self.application.installTranslator(self.messages.words.translator)
        self.tones: list[str] = []
        self.window = MainWindow(self.messages)
        self.window.show()
        self._activate()
        self.window.open_path(path)
        if not isinstance(self.window.desk, AgencyDesk):
            raise TypeError(self.messages.codes)
        self.desk: AgencyDesk = self.window.desk
        self.desk.entering.said.connect(lambda _text, tone: self.tones.append(tone))
        self.settle()

    @property
    def workspace(self) -> OpenWorkspace:
        """The open workspace."""
        return self.desk.workspace

    @property
    def data(self) -> FormData:
        """What the form shows."""
        if self.desk.entering.data is None:
            raise TypeError
        return self.desk.entering.data

    @property
    def saved(self) -> int:
        """How often the status line has said Saved."""
        return self.tones.count("good")

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until a condition holds."""
        give_up = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > give_up:
                raise TimeoutError(f"{self.tones[-5:]} {self.messages.codes}")
            self.work()

    def work(self) -> None:
        """Do what is waiting, as the running program's event loop would."""
        self.application.processEvents()
        # what is to go is kept outside of a running loop, until someone says so
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self) -> None:
        """Wait until everything that was asked for is done and shown."""
        self.work()
        self.until(lambda: not self.workspace.is_busy)
        self.work()

    def go_to(self, name: str) -> None:
        """Put the cursor into an indicator's field."""
        self._activate()
        self.desk.jump(name)
        self.until(lambda: self.desk.form.current == name)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self.focused(), key, modifier)
        self.application.processEvents()

    def type(self, text: str) -> None:
        """Type over what stands in the focused field."""
        self.press(Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(self.focused(), text)

    def rest_at(self, name: str) -> None:
        """Stand still in a field, with nothing left over from before."""
        self.go_to(name)
        self.settle()

    def _activate(self) -> None:
        """Do what a window manager does."""
        self.application.processEvents()
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)

    def focused(self) -> QWidget:
        """Return the widget that keys go to."""
        self._activate()
        self.until(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        if found is None:
            raise TypeError
        return found


class Window(Typing):
    """As :class:`~tests.endurance.scenes.Typing`, by keys; *Saved* in the status line is the acknowledgement."""

    seconds = 0.6

    def act(self, log: Log, chance: Random) -> None:
        """Type for ever; what the last robot was in the middle of typing is forgotten first."""
        with store.open_workspace(self.path) as workspace:
            for name, part in drafts.drafts(workspace, ROUND):
                drafts.drop(workspace, ROUND, name, part)
        robot = KeyTypist(AtTheWindow(self.path, self.folder / "home"), log, chance, self.ledger)
        log.say("open")
        while True:
            robot.step()


class KeyTypist:
    """Types at a window; every step it begins is logged before its last key."""

    def __init__(self, at: AtTheWindow, log: Log, chance: Random, ledger: Ledger) -> None:
        self._at, self._log, self._chance, self._ledger = at, log, chance, ledger
        indicators = at.data.round.catalogue.indicators
        self._names = [
            name
            for name in at.data.round.owed(at.data.agency)
            if indicators[name].kind in (Kind.COUNT, Kind.PERCENT, Kind.MARK)
        ]
        at.desk.entering.said.connect(self._said)
        at.workspace.broke.connect(self._broke)

    def _said(self, _text: str, tone: str) -> None:
        if tone == "good":
            self._log.done()
        elif tone == "error":
            raise RuntimeError(self._at.messages.codes)

    @staticmethod
    def _broke(problem: BaseException) -> None:
        raise problem

    def step(self) -> None:
        """Do one thing."""
        what = self._chance.random()
        if what < 0.15 and self._ledger.done:
            self._shortcut(Step(StepKind.UNDO), Qt.Key.Key_Z)
        elif what < 0.25 and self._ledger.undone:
            self._shortcut(Step(StepKind.REDO), Qt.Key.Key_Y)
        elif what < 0.35:
            self._explain()
        else:
            self._value()

    def _value(self) -> None:
        name = self._chance.choice(self._names)
        indicator = self._at.data.round.catalogue.indicators[name]
        value = desk.some_value(self._chance, indicator)
        if isinstance(value, Status) or self._ledger.says((name, VALUE)) == desk.wire(value):
            return
        text = values.write(value, indicator)
        if not isinstance(values.read(text, indicator), Number | Mark):
            return  # it would be asked about first
        self._at.go_to(name)
        self._at.type(text)
        self._begin(Step(StepKind.WRITE, (((name, VALUE), desk.wire(value)),)))
        self._at.press(Qt.Key.Key_Return)
        if self._chance.random() < 0.5:
            self._at.settle()

    def _explain(self) -> None:
        name = self._chance.choice(self._names)
        words = f"do sap nhap {self._chance.randint(0, 9999)}"
        self._at.settle()
        self._at.go_to(name)
        self._at.press(Qt.Key.Key_F4)
        self._at.type(words)
        self._begin(Step(StepKind.WRITE, (((name, EXPLANATION), words),)))
        self._at.press(Qt.Key.Key_Return)
        self._at.settle()

    def _shortcut(self, step: Step, key: Qt.Key) -> None:
        self._at.settle()
        self._at.go_to(self._chance.choice(self._names))
        self._begin(step)
        self._at.press(key, CONTROL)
        self._at.settle()

    def _begin(self, step: Step) -> None:
        self._log.begun(step)
        self._ledger = self._ledger.after(step)
