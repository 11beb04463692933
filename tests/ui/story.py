"""What people do at their desks in the real windows, step by step, for tests that play whole rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.core.board import AgencyLine
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.office_desk import BOARD, ROUNDS, OfficeDesk
from reformdesk.ui.pages.form_row import FormRow
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, documents, say
from tests.ui.pasted import paste

CONTROL = Qt.KeyboardModifier.ControlModifier
REPORTS = (".xlsx", ".docx", ".csv", ".json")
"""The kinds of report in the order of their menu."""

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


class HomeAffairs(Sitting[OfficeDesk]):
    """Home Affairs' officer."""

    KIND = OfficeDesk

    def __init__(
        self, hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot, *, passphrase: str, name: str
    ) -> None:
        super().__init__(hands, heard, open_window, qtbot)
        self.passphrase, self.name = passphrase, name

    def lines(self) -> list[AgencyLine]:
        model = self.desk.board.model
        return [model.line(row) for row in range(model.rowCount())]

    def line(self, agency: str) -> AgencyLine:
        return next(line for line in self.lines() if line.agency.id == agency)

    def set_up(self, agencies: str = "", tables: str = "", second: Path | None = None) -> None:
        """Set up Home Affairs from what lies on the clipboard, or from the sample where nothing does."""
        self.open()
        assert self.window.start is not None
        self.hands.click(self.window.start.set_up_button)
        dialog = self.window.setting_up
        self.hands.focus(dialog.province)
        self.hands.type_vietnamese("tỉnh Minh Sơn")
        self.hands.press(Qt.Key.Key_Return)
        if agencies:
            paste(self.hands, dialog.agencies.table, agencies)
        else:
            self.hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
        self.hands.click(dialog.go)
        if tables:
            paste(self.hands, dialog.indicators.table, tables)
        self.hands.click(dialog.go)
        assert dialog.step == dialog.count - 1, strips(dialog)
        self.hands.focus(dialog.second)
        if second is not None:
            self.hands.type_vietnamese(str(second))
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.desk.workspace.path == documents() / "home-affairs.rdesk"

    def lay_out_round(self, year: str = "2024") -> None:
        """Begin to lay out the round of the first six months of a year."""
        button = button_named(self.desk, say("OfficeDesk", "Open a new round…"))
        self.hands.focus(button)
        self.hands.press(Qt.Key.Key_Space)
        self.settle()
        dialog = self.desk.errands.opening.dialog
        self.hands.focus(dialog.span.year)
        self.hands.type(year)
        self.hands.focus(dialog.span.period)
        self.hands.press(Qt.Key.Key_Home)
        self.hands.press(Qt.Key.Key_Down)

    def seal_round(self, folder: Path, *, new_key: bool = False) -> Path:
        """Type the passphrase, open the round and make its folder; gives the round file in it."""
        dialog = self.desk.errands.opening.dialog
        self.hands.focus(dialog.secret.first)
        if new_key:
            self.hands.type("short")
            assert not dialog.go.isEnabled()
            self.hands.replace(self.passphrase)
            self.hands.press(Qt.Key.Key_Tab)
        self.hands.type(self.passphrase)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert not dialog.isVisible()
        self.hands.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(folder.is_dir, timeout=60_000)
        self.settle()
        self.hands.press(Qt.Key.Key_Return)
        (path,) = folder.glob("*.rdround")
        return path

    def take_in(self, *files: Path) -> dict[str, tuple[str, str]]:
        """Drop files on the window; gives by file name what became of it, and why, in words."""
        self.hands.drop(self.window, *files)
        self.settle()
        model = self.desk.intake.model
        cells = [[model.cell(row, column).text for column in range(4)] for row in range(model.rowCount())]
        self.hands.click(self.desk.item(BOARD))
        self.settle()
        return {name: (state, why) for name, _, state, why in reversed(cells)}

    def review(self, agency: str) -> None:
        """Open an agency's submission from the board, by keyboard."""
        self.hands.click(self.desk.item(BOARD))
        self.settle()
        self.hands.focus(self.desk.board.table)
        place = [line.agency.id for line in self.lines()].index(agency)
        self.hands.press(Qt.Key.Key_Home, CONTROL)
        for _ in range(place):
            self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.desk.stack.currentWidget() is self.desk.review
        assert self.desk.errands.reviewing.data.received.agency == agency

    def decide(self, source: str) -> None:
        """Press a button on the page of a submission, and say who decides where that is asked."""
        self.click(self.desk.review, "ReviewPage", source)
        self.say_who()

    def say_who(self) -> None:
        """The first decision at a desk: whose is it?"""
        naming = self.desk.errands.deciding.dialog
        if naming is not None and naming.isVisible():
            self.hands.type_vietnamese(self.name)
            self.hands.click(naming.go)
            self.settle()

    def compare(self, agency: str, code: str) -> None:
        """Compare a key's code with what the agency reads out on the telephone."""
        self.review(agency)
        self.click(self.desk.review, "ReviewPage", "Compare the code…")
        dialog = self.desk.errands.trust.dialog
        assert dialog is not None
        assert " ".join(code.split()) in words_on(dialog)
        self.hands.click(dialog.agree_button)
        self.settle()
        self.say_who()

    def export(self, suffix: str, target: Path) -> Path:
        """Export the report from its menu, by keyboard."""
        self.heard.target = target
        menu = self.desk.report_button.menu()
        assert menu is not None
        menu.popup(self.desk.report_button.mapToGlobal(self.desk.report_button.rect().bottomLeft()))
        for _ in range(REPORTS.index(suffix) + 1):
            self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert target.is_file()
        return target

    def export_all(self, folder: Path) -> Path:
        """Export the report in every kind into a new folder."""
        folder.mkdir(parents=True)
        for suffix in REPORTS:
            self.export(suffix, folder / f"report{suffix}")
        return folder

    def begin_reply(self, target: Path) -> None:
        """Ask for the receipts and returns of the newest round, up to the passphrase."""
        self.heard.target = target
        self.hands.click(self.desk.item(ROUNDS))
        self.settle()
        self.hands.click(self.desk.rounds.replies_button)

    def reply(self, target: Path) -> Path:
        """Seal what all agencies are to get back into one file."""
        self.begin_reply(target)
        self.hands.focus(self.desk.errands.handing_out.sealing.secret.first)
        self.hands.type(self.passphrase)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        return target


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
