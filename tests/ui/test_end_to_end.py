"""One whole round in the real windows, with real keys, files and signatures."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reformdesk.errors import Mendable
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.models.board import MISSING, PARTIAL, RETURNED, WAITING, AgencyLine
from reformdesk.ui.office_desk import BOARD, ROUNDS, TABLES, OfficeDesk
from reformdesk.ui.pages.form_row import FormRow
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, documents, say
from tests.ui.on_form import give_reason

OFFICE_PASSPHRASE, AGENCY_PASSPHRASE = "mua xuan 2024", "cong viec 6 thang"
ROUND, AGENCY = "2024-h1", "so-noi-vu"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
OFFICER = "Nguyễn Văn Ất"
ASKED = "reform-initiatives"
QUESTION = "Gấp nhiều lần năm trước, đề nghị kiểm tra lại."
EXPLANATION = "Tiếp nhận 02 công chức do sáp nhập"


def _row(desk: AgencyDesk, name: str) -> FormRow:
    return next(row for row in desk.form.findChildren(FormRow) if row.indicator.id == name)


def _at(desk: AgencyDesk, hands: Hands) -> str:
    """Return the indicator whose field has the focus."""
    return next(row.indicator.id for row in desk.form.findChildren(FormRow) if row.field.edit is hands.focused())


def _strips(row: FormRow) -> list[str]:
    return [strip.accessibleName() for strip in row.findChildren(Strip) if strip.isVisible()]


class Story:
    """What one does after the other, at two desks."""

    def __init__(self, hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot) -> None:
        self.hands, self.heard, self.open, self.qtbot = hands, heard, open_window, qtbot
        self.office_window: MainWindow
        self.agency_window: MainWindow

    @property
    def office(self) -> OfficeDesk:
        return desk_of(self.office_window, OfficeDesk)

    @property
    def agency(self) -> AgencyDesk:
        return desk_of(self.agency_window, AgencyDesk)

    def settle(self) -> None:
        windows = [getattr(self, name, None) for name in ("office_window", "agency_window")]
        self.hands.settle(*(window for window in windows if window is not None))

    def set_up_home_affairs(self) -> None:
        self.office_window = self.open()
        assert self.office_window.start is not None
        self.hands.click(self.office_window.start.set_up_button)
        dialog = self.office_window.setting_up
        self.hands.focus(dialog.province)
        self.hands.type_vietnamese("tỉnh Minh Sơn")
        self.hands.press(Qt.Key.Key_Return)
        self.hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
        assert dialog.agencies.model.count() == 39
        self.hands.click(dialog.go)
        assert not dialog.indicators.model.guesses()
        self.hands.click(dialog.go)
        self.hands.focus(dialog.second)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.office.workspace.path == documents() / "home-affairs.rdesk"

    def open_the_round(self) -> Path:
        button = button_named(self.office, say("OfficeDesk", "Open a new round…"))
        self.hands.focus(button)
        self.hands.press(Qt.Key.Key_Space)
        self.settle()
        dialog = self.office.errands.opening.dialog
        self.hands.focus(dialog.year)
        self.hands.type("2024")
        self.hands.focus(dialog.secret.first)
        self.hands.type("short")
        assert not dialog.go.isEnabled()
        self.hands.replace(OFFICE_PASSPHRASE)
        self.hands.press(Qt.Key.Key_Tab)
        self.hands.type(OFFICE_PASSPHRASE)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        path = documents() / f"{ROUND}.rdround"
        assert str(path) in self.heard.told.pop()
        assert self.office.stack.currentWidget() is self.office.board
        assert {line.state for line in _lines(self.office)} == {MISSING}
        return path

    def begin_at_the_agency(self, round_file: Path) -> None:
        self.agency_window = self.open()
        self.hands.drop(self.agency_window, round_file)
        dialog = self.agency_window.choosing
        self.hands.focus(dialog.filter)
        self.hands.type("noi vu")
        self.hands.press(Qt.Key.Key_Return)
        assert dialog.agency() == AGENCY
        self.hands.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.agency_window.desk is not None, timeout=15_000)
        self.settle()
        assert self.agency.workspace.path == documents() / "ReformDesk" / f"{AGENCY}.rdesk"
        self.hands.click(self.agency.item("area:1"))
        assert _at(self.agency, self.hands) == "inspected-agencies"

    def compare_home_affairs_code(self) -> None:
        """The agency compares the code of the first round file with what Home Affairs reads out."""
        self.office.errands.key.open()
        self.settle()
        own = self.office.errands.key.dialog
        assert own is not None
        self.hands.click(self.agency.item(HOME))
        self.hands.click(button_named(self.agency.home, say("RoundHomePage", "Compare…")))
        dialog = self.agency.errands.trust.dialog
        assert dialog is not None
        shown = " ".join(" ".join(one.text() for one in dialog.findChildren(QLabel)).split())
        codes = [one.text() for one in own.findChildren(QLabel) if one.text() and one.text() in shown]
        assert [len(code.split()) for code in codes] == [6]
        self.hands.click(dialog.agree_button)
        self.hands.click(own.close_button)
        self.settle()
        compare = say("RoundHomePage", "Compare…")
        assert not [
            one for one in self.agency.home.findChildren(QPushButton) if one.text() == compare and one.isVisible()
        ]
        self.hands.click(self.agency.item("area:1"))

    def enter(self, text: str) -> None:
        self.hands.type(text)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()

    def jump(self, name: str) -> None:
        self.agency.jump(name)
        QApplication.processEvents()
        assert _at(self.agency, self.hands) == name

    def shown(self, name: str) -> str:
        return _row(self.agency, name).field.edit.text()

    def fill_in(self) -> None:
        """Enter goes down, Tab on; figures, a mark, an answer that is no figure."""
        hands, desk = self.hands, self.agency
        self.enter("1.234")
        assert _at(desk, hands) == "inspected-subordinate-units"
        assert self.shown("inspected-agencies") == "1.234"
        hands.type("7")
        hands.press(Qt.Key.Key_Tab)
        self.settle()
        assert _at(desk, hands) == "reform-contest"
        self.enter("x")
        assert self.shown("reform-contest") == "x"
        assert _at(desk, hands) == "reform-workshops"
        hands.press(Qt.Key.Key_Down, ALT)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.shown("reform-workshops") == self.heard.words.answer("not-done")
        self.jump("agency-satisfaction")
        self.enter("83,46%")
        assert self.shown("agency-satisfaction") == "83,46%"
        assert desk.counts.text().startswith("5/23")
        assert desk.item("area:1").accessibleDescription() == "5/12"

    def answer_a_question(self) -> None:
        """What can be read in two ways is asked about at the field, and stored only when answered."""
        self.jump("reform-initiatives")
        self.enter("1,475")
        row = _row(self.agency, "reform-initiatives")
        assert self.shown("reform-initiatives") == "1,475"
        assert self.agency.counts.text().startswith("5/23")
        self.hands.click(button_named(row, "1.475"))
        self.settle()
        assert self.shown("reform-initiatives") == "1.475"
        assert _strips(row) == []
        assert self.agency.counts.text().startswith("6/23")

    def mend_an_error(self) -> None:
        """What cannot be is said at the field, keeps what was typed, and stops the finishing."""
        row_of, desk = _row, self.agency
        self.jump("province-surveyed-services")
        self.enter("hai")
        row = row_of(desk, "province-surveyed-services")
        assert self.shown("province-surveyed-services") == "hai"
        assert len(_strips(row)) == 1
        self.jump("province-surveyed-services")
        self.hands.replace("2")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert (self.shown("province-surveyed-services"), _strips(row)) == ("2", [])
        self.jump("agency-satisfaction")
        self.enter("120")
        assert len(_strips(row_of(desk, "agency-satisfaction"))) == 1
        self.hands.click(desk.finish_button)
        self.settle()
        assert desk.stack.currentWidget() is desk.check
        assert desk.check.list.count() > 0
        self.hands.focus(desk.check.list)
        self.hands.press(Qt.Key.Key_Home)
        self.hands.press(Qt.Key.Key_Return)
        assert _at(desk, self.hands) == "agency-satisfaction"
        self.enter("83,46%")
        assert _strips(row_of(desk, "agency-satisfaction")) == []

    def explain(self) -> None:
        """What is unlikely wants words, which go along."""
        self.hands.click(self.agency.item("area:5"))
        self.enter("70")
        assert _at(self.agency, self.hands) == "civil-servants-present"
        self.enter("72")
        row = _row(self.agency, "civil-servants-present")
        assert len(_strips(row)) == 1
        edit = next(
            one for one in row.findChildren(QLineEdit) if one.placeholderText() == say("FormRow", "Explanation…")
        )
        self.hands.focus(edit)
        self.hands.type_vietnamese(EXPLANATION)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert say("AgencyDesk", "please explain: {count}").format(count=1) not in self.agency.counts.text()

    def undo_and_redo(self) -> None:
        self.jump("training-courses")
        self.enter("9")
        self.jump("training-courses")
        self.hands.press(Qt.Key.Key_Z, CONTROL)
        self.settle()
        assert self.shown("training-courses") == ""
        self.hands.press(Qt.Key.Key_Y, CONTROL)
        self.settle()
        assert self.shown("training-courses") == "9"

    def seal(self, passphrase: str, *, new_key: bool) -> None:
        """Type into the dialog for finishing, and press Enter."""
        dialog = self.agency.errands.handing_in.finishing
        if new_key:
            self.hands.focus(dialog.officer)
            self.hands.type_vietnamese(OFFICER)
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

    def finish(self) -> Path:
        self.hands.click(self.agency.finish_button)
        self.settle()
        self.seal(AGENCY_PASSPHRASE, new_key=True)
        assert self.agency.errands.handing_in.exported.isVisible()
        self.hands.click(self.agency.errands.handing_in.exported.close_button)
        path = documents() / "ReformDesk" / f"{AGENCY}-r1.rdsub"
        assert self.agency.errands.handing_in.exported.path == path
        assert verify(path.read_bytes()).signers[0].name
        return path

    def mistake_the_passphrase(self) -> Path:
        """A wrong passphrase is told where it was typed; the right one then finishes."""
        self.hands.click(self.agency.item("area:5"))
        self.jump("training-courses")
        self.enter("10")
        give_reason(self.agency, self.hands, "training-courses")
        self.hands.click(self.agency.finish_button)
        self.settle()
        self.seal("something else", new_key=False)
        dialog = self.agency.errands.handing_in.finishing
        assert dialog.isVisible()
        assert self.heard.words.error(Mendable("wrong-passphrase")) in [
            strip.accessibleName() for strip in dialog.findChildren(Strip) if strip.isVisible()
        ]
        assert dialog.officer.text() == OFFICER
        assert not (documents() / "ReformDesk" / f"{AGENCY}-r2.rdsub").exists()
        self.seal(AGENCY_PASSPHRASE, new_key=False)
        self.hands.click(self.agency.errands.handing_in.exported.close_button)
        return documents() / "ReformDesk" / f"{AGENCY}-r2.rdsub"

    def take_in(self, submission: Path) -> list[str]:
        """Drop a file on Home Affairs' window; return the words of its verdict."""
        self.hands.drop(self.office_window, submission)
        self.settle()
        model = self.office.verdicts.model
        said = [model.cell(0, column).text for column in range(model.columnCount())]
        self.qtbot.waitUntil(self.office.verdicts.isActiveWindow)
        self.hands.press(Qt.Key.Key_Return)
        assert not self.office.verdicts.isVisible()
        self.settle()
        return said

    def line(self) -> AgencyLine:
        return next(line for line in _lines(self.office) if line.agency.id == AGENCY)

    def code_at_the_agency(self) -> str:
        """What the agency's officer reads out on the telephone: it stands on the page of the round."""
        self.hands.click(self.agency.item(HOME))
        pattern = say("RoundHomePage", "Your matching code, to read to Home Affairs by telephone: {code}").format(
            code=""
        )
        texts = [one.text() for one in self.agency.home.findChildren(QLabel) if one.isVisible()]
        return next(text.removeprefix(pattern) for text in texts if text.startswith(pattern))

    def compare_the_key(self, submission: Path) -> None:
        """The unknown key waits, and counts once its code was compared."""
        words = self.heard.words
        assert self.take_in(submission)[2:] == [words.state("waiting"), words.reason("key-unknown")]
        assert self.line().state == WAITING
        self.hands.focus(self.office.board.table)
        place = next(row for row, line in enumerate(_lines(self.office)) if line.agency.id == AGENCY)
        self.hands.press(Qt.Key.Key_Home, CONTROL)
        for _ in range(place):
            self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.office.stack.currentWidget() is self.office.review
        self.hands.click(button_named(self.office.review, say("ReviewPage", "Compare the code…")))
        dialog = self.office.errands.trust.dialog
        assert dialog is not None
        code = " ".join(self.code_at_the_agency().split())
        assert code in " ".join(" ".join(one.text() for one in dialog.findChildren(QLabel)).split())
        self.hands.click(dialog.agree_button)
        self.settle()
        assert button_named(self.office.review, say("ReviewPage", "Return…"))
        self.hands.click(self.office.item(BOARD))
        assert self.line().state == PARTIAL
        assert self.office.counts.text() == say("OfficeDesk", "received {received}/{count}").format(
            received=1, count=39
        )

    def see_it_in_the_table(self) -> None:
        """The consolidated table shows the total, and its share on a click."""
        self.hands.click(self.office.item(TABLES))
        self.settle()
        page = self.office.tables
        page.tabs.setCurrentIndex(0)
        model = page.model
        cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        (row, column), *others = [place for place in cells if model.cell(*place).text == "1.234"]
        assert others == []
        assert model.cell(row, 1).text == "Các Sở, ngành, UBND huyện, thị xã, thành phố được kiểm tra"
        self.hands.focus(page.table)
        page.table.setCurrentIndex(model.index(row, column - 1))
        self.hands.press(Qt.Key.Key_Right)
        assert page.shares.isVisible()
        shares = page.shares_model
        assert [(shares.cell(row, 0).text, shares.cell(row, 1).text) for row in range(shares.rowCount())] == [
            ("Sở Nội vụ", "1.234")
        ]

    def export(self) -> Path:
        target = documents() / "báo cáo.xlsx"
        self.heard.target = target
        menu = self.office.report_button.menu()
        assert menu is not None
        menu.popup(self.office.report_button.mapToGlobal(self.office.report_button.rect().bottomLeft()))
        self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        return target

    def ask_back(self) -> Path:
        """Return the submission with words and an expected range at one field; gives the signed return."""
        self.office.open_review(AGENCY, "")
        self.settle()
        self.hands.click(button_named(self.office.review, say("ReviewPage", "Return…")))
        dialog = self.office.errands.reviewing.returning
        dialog.ask(ASKED)
        field = next(one for one in dialog.fields if one.indicator.id == ASKED)
        self.hands.focus(field.words)
        self.hands.type_vietnamese(QUESTION)
        self.hands.focus(field.least)
        self.hands.type("100")
        self.hands.focus(field.most)
        self.hands.type("200")
        self.hands.click(dialog.go)
        self.settle()
        self.hands.click(self.office.item(BOARD))
        assert self.line().state == RETURNED
        return self.reply("tra lai.rdreply")

    def answer(self, returned: Path) -> Path:
        """The return reopens its field with the words beside it; the next number answers it."""
        self.hands.drop(self.agency_window, returned)
        self.settle()
        self.hands.click(self.agency.item(HOME))
        self.hands.click(button_named(self.agency.home, say("RoundHomePage", "Go to the fields")))
        self.settle()
        assert _at(self.agency, self.hands) == ASKED
        (asked,) = _strips(_row(self.agency, ASKED))
        assert QUESTION in asked
        assert say("FormRow", "Expected: {least} to {most}.").format(least=100, most=200) in asked
        self.hands.replace("147")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.hands.click(self.agency.finish_button)
        self.settle()
        self.seal(AGENCY_PASSPHRASE, new_key=False)
        self.hands.click(self.agency.errands.handing_in.exported.close_button)
        assert "147" in self.shown(ASKED)
        return documents() / "ReformDesk" / f"{AGENCY}-r3.rdsub"

    def show_the_receipt(self) -> None:
        """The agency can show what was received, by the digest of its own file."""
        self.hands.click(self.agency.item(HOME))
        self.settle()
        shows = [
            one for one in self.agency.home.findChildren(QPushButton) if one.text() == say("RoundHomePage", "Show…")
        ]
        self.hands.click(next(one for one in reversed(shows) if one.isVisible()))
        receipt = self.agency.errands.handing_in.receipt
        texts = [one.text().replace(" ", "").replace("\n", "") for one in receipt.findChildren(QLabel)]
        assert verify((documents() / "ReformDesk" / f"{AGENCY}-r3.rdsub").read_bytes()).digest in texts
        self.hands.click(receipt.close_button)

    def reply(self, name: str) -> Path:
        """Seal Home Affairs' replies to everyone into one file."""
        target = documents() / name
        self.heard.target = target
        self.hands.click(self.office.item(ROUNDS))
        self.settle()
        self.hands.click(self.office.rounds.replies_button)
        dialog = self.office.errands.handing_out.sealing
        self.hands.focus(dialog.secret.first)
        self.hands.type(OFFICE_PASSPHRASE)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        return target

    def acknowledge(self) -> Path:
        """Seal the receipts, after a slip of the fingers."""
        target = documents() / "receipts.rdreply"
        self.heard.target = target
        self.hands.click(self.office.item(ROUNDS))
        self.settle()
        self.hands.click(self.office.rounds.replies_button)
        dialog = self.office.errands.handing_out.sealing
        self.hands.focus(dialog.secret.first)
        self.hands.type("something else")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert not target.exists()
        assert dialog.isVisible()
        assert self.heard.words.error(Mendable("wrong-passphrase")) in [
            strip.accessibleName() for strip in dialog.findChildren(Strip) if strip.isVisible()
        ]
        self.hands.focus(dialog.secret.first)
        self.hands.replace(OFFICE_PASSPHRASE)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        return target

    def open_the_receipt(self, replies: Path) -> None:
        self.hands.drop(self.agency_window, replies)
        self.settle()
        self.hands.click(self.agency.item(HOME))
        texts = [one.text() for one in self.agency.home.findChildren(QLabel) if one.isVisible()]
        receipt = say("RoundHomePage", "Receipt: no. {revision} was received {moment}")
        wanted = receipt.format(revision=3, moment="").strip()
        assert [text for text in texts if text.startswith(wanted)] != []


def _lines(desk: OfficeDesk) -> list[AgencyLine]:
    return [desk.board.model.line(row) for row in range(desk.board.model.rowCount())]


def test_one_round_from_the_set_up_to_the_receipt(
    hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot, home: Path
) -> None:
    story = Story(hands, heard, open_window, qtbot)
    story.set_up_home_affairs()
    story.begin_at_the_agency(story.open_the_round())
    story.compare_home_affairs_code()
    story.fill_in()
    story.answer_a_question()
    story.mend_an_error()
    story.explain()
    story.undo_and_redo()
    story.compare_the_key(story.finish())
    second = story.mistake_the_passphrase()
    assert story.take_in(second)[2] == heard.words.state("accepted")
    story.see_it_in_the_table()
    sheet = load_workbook(story.export())["1"]
    assert [cell.value for row in sheet.iter_rows() for cell in row].count(1234) == 1
    third = story.answer(story.ask_back())
    assert story.take_in(third)[2] == heard.words.state("accepted")
    hands.click(story.office.item(BOARD))
    assert story.line().state == PARTIAL
    story.open_the_receipt(story.acknowledge())
    story.show_the_receipt()
    assert heard.problems == []
    assert sorted(path.name for path in (home / "data" / "ReformDesk" / "keys").iterdir()) == [
        "home-affairs.p12",
        f"{AGENCY}.p12",
    ]
