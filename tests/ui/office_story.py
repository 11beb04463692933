"""What Home Affairs' officer does in the real window, step by step, for tests that play whole rounds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reformdesk.core.board import AgencyLine
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, ROUNDS
from reformdesk.ui.widgets.basics import SIGNS
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, documents, say
from tests.ui.pasted import paste
from tests.ui.story import CONTROL, Sitting, strips, words_on

REPORTS = (".docx", ".pdf", ".xlsx", ".csv", ".json", ".sdmx.csv")
"""The kinds of report in the order of their menu."""
_SIGNS = f"{''.join(SIGNS.values())} "


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
        return {name: (state.lstrip(_SIGNS), why) for name, _, state, why in reversed(cells)}

    def at_line(self, agency: str) -> None:
        """Go to an agency's line on the board, by keyboard."""
        self.hands.click(self.desk.item(BOARD))
        self.settle()
        self.hands.focus(self.desk.board.table)
        place = [line.agency.id for line in self.lines()].index(agency)
        self.hands.press(Qt.Key.Key_Home, CONTROL)
        for _ in range(place):
            self.hands.press(Qt.Key.Key_Down)

    def review(self, agency: str) -> None:
        """Open an agency's submission from the board."""
        self.at_line(agency)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.desk.stack.currentWidget() is self.desk.review
        assert self.desk.errands.reviewing.data.received.agency == agency

    def decide(self, source: str) -> None:
        """Press a button on the page of a submission, and say who decides where that is asked."""
        self.click(self.desk.review, "ReviewStrips", source)
        self.say_who()

    def say_why(self, reason: str) -> None:
        """Give the reason that a decision on the page of a submission asks for."""
        dialog = self.desk.errands.reviewing.why
        self.write(dialog.reason, reason)
        self.hands.click(dialog.go)
        self.settle()
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
        self.click(self.desk.review, "ReviewStrips", "Compare the code…")
        dialog = self.desk.errands.trust.dialog
        assert dialog is not None
        assert " ".join(code.split()) in words_on(dialog)
        self.hands.click(dialog.agree_button)
        self.settle()
        self.say_who()

    def send_back(self, agency: str, indicator: str, question: str, least: str = "", most: str = "") -> None:
        """Return a submission with words, and bounds, at one field."""
        self.desk.ways.open_review(agency, "")
        self.settle()
        self.click(self.desk.review, "ReviewStrips", "Return… (R)")
        dialog = self.desk.errands.reviewing.returning
        dialog.ask(indicator)
        field = next(one for one in dialog.fields if one.indicator.id == indicator)
        self.write(field.words, question)
        for edit, bound in ((field.least, least), (field.most, most)):
            if bound:
                self.hands.focus(edit)
                self.hands.type(bound)
        self.hands.click(dialog.go)
        self.settle()
        self.say_who()
        self.hands.click(self.desk.item(BOARD))

    def export(self, suffix: str, target: Path) -> Path:
        """Export the report from its menu, by keyboard."""
        self.heard.target = target
        menu = self.desk.report_button.menu()
        assert menu is not None
        menu.popup(self.desk.report_button.mapToGlobal(self.desk.report_button.rect().bottomLeft()))
        # the first entry asks for all there is to choose
        for _ in range(REPORTS.index(suffix) + 2):
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
        assert target.is_file()
        return target
