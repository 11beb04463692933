"""What an agency's officer does in the real window, step by step, for tests that play whole rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.form_row import FormRow
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, documents, say
from tests.ui.on_form import give_reason

CONTROL = Qt.KeyboardModifier.ControlModifier

_Desk = TypeVar("_Desk", AgencyDesk, OfficeDesk)


def strips(parent: QWidget) -> list[str]:
    """Return what is said in the strips on show."""
    return [strip.accessibleName() for strip in parent.findChildren(Strip) if strip.isVisible()]


def words_on(parent: QWidget) -> str:
    """Return all words on show, blanks taken together."""
    return " ".join(" ".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible()).split())


class Sitting(Generic[_Desk]):
    """Somebody at a window."""

    KIND: type[_Desk]
    window: MainWindow

    def __init__(self, hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot) -> None:
        self.hands, self.heard, self._open_window, self.qtbot = hands, heard, open_window, qtbot

    def open(self, path: Path | None = None) -> None:
        self.window = self._open_window(path)

    def leave(self) -> None:
        """Close the window and what stands open over it."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.window.close()

    @property
    def desk(self) -> _Desk:
        return desk_of(self.window, self.KIND)

    def settle(self) -> None:
        self.hands.settle(self.window)

    def click(self, parent: QWidget, context: str, source: str) -> None:
        """Press the button that says something in the interface's language."""
        self.hands.click(button_named(parent, say(context, source)))
        self.settle()

    def write(self, field: QWidget, words: str) -> None:
        """Write words into a field."""
        self.hands.focus(field)
        self.hands.press(Qt.Key.Key_A, CONTROL)
        self.hands.type_vietnamese(words)


class AgencyOfficer(Sitting[AgencyDesk]):
    """An agency's officer; ``code`` is what to read out on the telephone, once there is a key."""

    KIND = AgencyDesk
    code = ""

    def __init__(
        self,
        hands: Hands,
        heard: HeardMessages,
        open_window: Open,
        qtbot: QtBot,
        *,
        agency: str,
        called: str,
        passphrase: str,
        name: str,
    ) -> None:
        """``called`` is what is typed to find the agency in the list."""
        super().__init__(hands, heard, open_window, qtbot)
        self.agency, self.called, self.passphrase, self.name = agency, called, passphrase, name

    @property
    def outbox(self) -> Path:
        """The folder that files are handed in from."""
        return documents() / "ReformDesk"

    def begin(self, round_file: Path) -> None:
        """Drop the first round file on the empty window, and say which agency this is."""
        self.open()
        self.hands.drop(self.window, round_file)
        dialog = self.window.choosing
        self.hands.focus(dialog.filter)
        self.hands.type(self.called)
        self.hands.press(Qt.Key.Key_Return)
        assert dialog.agency() == self.agency
        self.hands.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window.desk is not None, timeout=15_000)
        self.settle()
        assert self.desk.workspace.path == self.outbox / f"{self.agency}.rdesk"
        self.hands.click(self.desk.item(HOME))

    def come_back(self) -> None:
        """Open the desk again."""
        self.open(self.outbox / f"{self.agency}.rdesk")
        self.settle()
        self.hands.click(self.desk.item(HOME))

    def put_back(self, recovery: Path) -> None:
        """Drop a recovery file on the empty window of a new machine, and go on from there."""
        self.open()
        self.hands.drop(self.window, recovery)
        dialog = self.window.putting_back.dialog
        assert dialog is not None
        self.hands.click(dialog.go)
        self.settle()
        self.hands.click(self.desk.item(HOME))

    def row(self, name: str) -> FormRow:
        return next(row for row in self.desk.form.findChildren(FormRow) if row.indicator.id == name)

    def at(self) -> str:
        """Return the indicator whose field has the focus."""
        rows = self.desk.form.findChildren(FormRow)
        return next(row.indicator.id for row in rows if row.field.edit is self.hands.focused())

    def jump(self, name: str) -> None:
        self.desk.jump(name)
        QApplication.processEvents()
        assert self.at() == name

    def shown(self, name: str) -> str:
        return self.row(name).field.edit.text()

    def enter(self, text: str) -> None:
        """Type where one stands, as ASCII or as an input method composes it."""
        if text.isascii():
            self.hands.type(text)
        else:
            self.hands.type_vietnamese(text)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()

    def fill_in(self, figures: Mapping[str, str], order: Sequence[str]) -> None:
        """Type figures in the order of the form; Enter goes down, what is blank stays so."""
        for name in order:
            if name in figures:
                self.jump(name)
                self.hands.press(Qt.Key.Key_A, CONTROL)
                self.enter(figures[name])

    def correct(self, changes: Mapping[str, str]) -> None:
        """Change what was handed in, and say why."""
        for name, text in changes.items():
            self.jump(name)
            self.hands.press(Qt.Key.Key_A, CONTROL)
            self.enter(text)
            give_reason(self.desk, self.hands, name, f"Cộng lại theo sổ theo dõi, đúng là {text}")

    def open_points(self) -> list[str]:
        """Return what the page of open points lists."""
        listed = self.desk.check.list
        return [listed.item(row).text() for row in range(listed.count())]

    def begin_to_finish(self) -> None:
        self.hands.click(self.desk.finish_button)
        self.settle()

    def seal(self, passphrase: str, *, new_key: bool) -> None:
        """Type into the dialog for finishing, and press Enter."""
        dialog = self.desk.errands.handing_in.finishing
        if new_key:
            self.hands.focus(dialog.officer)
            self.hands.press(Qt.Key.Key_A, CONTROL)
            self.hands.type_vietnamese(self.name)
            self.hands.press(Qt.Key.Key_Tab)
        else:
            self.hands.focus(dialog.secret.first)
            self.hands.press(Qt.Key.Key_A, CONTROL)
        self.hands.type(passphrase)
        if new_key:
            self.hands.press(Qt.Key.Key_Tab)
            self.hands.type(passphrase)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()

    def finish(self, *, new_key: bool = False) -> Path:
        """Finish and export; gives the file."""
        self.begin_to_finish()
        assert self.desk.stack.currentWidget() is not self.desk.check, self.open_points()
        self.seal(self.passphrase, new_key=new_key)
        exported = self.desk.errands.handing_in.exported
        assert exported.isVisible()
        self.hands.click(exported.close_button)
        # without a window manager another window may be in front now
        self.hands.click(self.desk.item(HOME))
        if new_key:
            self.code = self.read_code()
        return exported.path

    def read_code(self) -> str:
        """What the officer reads out on the telephone: it stands on the page of the round."""
        self.hands.click(self.desk.item(HOME))
        pattern = say("RoundHomePage", "Your matching code, to read to Home Affairs by telephone: {code}")
        before = pattern.format(code="")
        texts = [one.text() for one in self.desk.home.findChildren(QLabel) if one.isVisible()]
        return next(text.removeprefix(before) for text in texts if text.startswith(before))

    def take(self, file: Path) -> None:
        """Drop a round file or a reply on the window, and look at the page of the round."""
        self.hands.drop(self.window, file)
        self.settle()
        self.hands.click(self.desk.item(HOME))
        self.settle()
