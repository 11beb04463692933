"""One whole round in the real windows, with real keys, files and signatures."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reformdesk.core.board import MISSING, PARTIAL, RETURNED, WAITING, AgencyLine
from reformdesk.errors import Mendable
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, TABLES
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, documents, say
from tests.ui.office_story import HomeAffairs
from tests.ui.on_form import give_reason
from tests.ui.story import CONTROL, AgencyOfficer, strips

OFFICE_PASSPHRASE, AGENCY_PASSPHRASE = "mua xuan 2024", "cong viec 6 thang"
ROUND, AGENCY = "2024-h1", "so-noi-vu"
ALT = Qt.KeyboardModifier.AltModifier
OFFICER = "Nguyễn Văn Ất"
ASKED = "reform-initiatives"
QUESTION = "Gấp nhiều lần năm trước, đề nghị kiểm tra lại."
EXPLANATION = "Tiếp nhận 02 công chức do sáp nhập"


class Story:
    """What one does after the other, at two desks."""

    def __init__(self, hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot) -> None:
        self.hands, self.heard = hands, heard
        self.at_office = HomeAffairs(
            hands, heard, open_window, qtbot, passphrase=OFFICE_PASSPHRASE, name="Trần Thị Lan"
        )
        self.at_agency = AgencyOfficer(
            hands,
            heard,
            open_window,
            qtbot,
            agency=AGENCY,
            called="noi vu",
            passphrase=AGENCY_PASSPHRASE,
            name=OFFICER,
        )

    @property
    def office(self) -> OfficeDesk:
        return self.at_office.desk

    @property
    def agency(self) -> AgencyDesk:
        return self.at_agency.desk

    def settle(self) -> None:
        self.hands.settle(self.at_office.window, self.at_agency.window)

    def open_the_round(self) -> Path:
        self.at_office.lay_out_round()
        path = self.at_office.seal_round(documents() / f"phat-hanh-{ROUND}", new_key=True)
        assert self.office.stack.currentWidget() is self.office.board
        assert len(self.at_office.lines()) == 39
        assert {line.state for line in self.at_office.lines()} == {MISSING}
        return path

    def begin_at_the_agency(self, round_file: Path) -> None:
        self.at_agency.begin(round_file)
        self.hands.click(self.agency.item("area:1"))
        assert self.at_agency.at() == "inspected-agencies"

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

    def fill_in(self) -> None:
        """Enter goes down, Tab on; figures, a mark, an answer that is no figure."""
        hands, desk = self.hands, self.agency
        self.at_agency.enter("1.234")
        assert self.at_agency.at() == "inspected-subordinate-units"
        assert self.at_agency.shown("inspected-agencies") == "1.234"
        hands.type("7")
        hands.press(Qt.Key.Key_Tab)
        self.settle()
        assert self.at_agency.at() == "reform-contest"
        self.at_agency.enter("x")
        assert self.at_agency.shown("reform-contest") == "x"
        assert self.at_agency.at() == "reform-workshops"
        hands.press(Qt.Key.Key_Down, ALT)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.at_agency.shown("reform-workshops") == self.heard.words.answer("not-done")
        self.at_agency.jump("agency-satisfaction")
        self.at_agency.enter("83,46%")
        assert self.at_agency.shown("agency-satisfaction") == "83,46%"
        assert desk.counts.text().startswith("5/23")
        assert desk.item("area:1").accessibleDescription() == "5/12"

    def answer_a_question(self) -> None:
        """What can be read in two ways is asked about at the field, and stored only when answered."""
        self.at_agency.jump("reform-initiatives")
        self.at_agency.enter("1,475")
        row = self.at_agency.row("reform-initiatives")
        assert self.at_agency.shown("reform-initiatives") == "1,475"
        assert self.agency.counts.text().startswith("5/23")
        self.hands.click(button_named(row, "1.475"))
        self.settle()
        assert self.at_agency.shown("reform-initiatives") == "1.475"
        assert strips(row) == []
        assert self.agency.counts.text().startswith("6/23")

    def mend_an_error(self) -> None:
        """What cannot be is said at the field, keeps what was typed, and stops the finishing."""
        row_of, desk = self.at_agency.row, self.agency
        self.at_agency.jump("province-surveyed-services")
        self.at_agency.enter("hai")
        row = row_of("province-surveyed-services")
        assert self.at_agency.shown("province-surveyed-services") == "hai"
        assert len(strips(row)) == 1
        self.at_agency.jump("province-surveyed-services")
        self.hands.replace("2")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert (self.at_agency.shown("province-surveyed-services"), strips(row)) == ("2", [])
        self.at_agency.jump("agency-satisfaction")
        self.at_agency.enter("120")
        assert len(strips(row_of("agency-satisfaction"))) == 1
        self.hands.click(desk.finish_button)
        self.settle()
        assert desk.stack.currentWidget() is desk.check
        assert desk.check.list.count() > 0
        self.hands.focus(desk.check.list)
        self.hands.press(Qt.Key.Key_Home)
        self.hands.press(Qt.Key.Key_Return)
        assert self.at_agency.at() == "agency-satisfaction"
        self.at_agency.enter("83,46%")
        assert strips(row_of("agency-satisfaction")) == []

    def explain(self) -> None:
        """What is unlikely wants words, which go along."""
        self.hands.click(self.agency.item("area:5"))
        self.at_agency.enter("70")
        assert self.at_agency.at() == "civil-servants-present"
        self.at_agency.enter("72")
        row = self.at_agency.row("civil-servants-present")
        assert len(strips(row)) == 1
        edit = next(
            one for one in row.findChildren(QLineEdit) if one.placeholderText() == say("FormRow", "Explanation…")
        )
        self.hands.focus(edit)
        self.hands.type_vietnamese(EXPLANATION)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert say("AgencyDesk", "please explain: {count}").format(count=1) not in self.agency.counts.text()

    def undo_and_redo(self) -> None:
        self.at_agency.jump("training-courses")
        self.at_agency.enter("9")
        self.at_agency.jump("training-courses")
        self.hands.press(Qt.Key.Key_Z, CONTROL)
        self.settle()
        assert self.at_agency.shown("training-courses") == ""
        self.hands.press(Qt.Key.Key_Y, CONTROL)
        self.settle()
        assert self.at_agency.shown("training-courses") == "9"

    def finish(self) -> Path:
        path = self.at_agency.finish(new_key=True)
        assert path == documents() / "ReformDesk" / f"{AGENCY}-r1.rdsub"
        assert verify(path.read_bytes()).signers[0].name
        return path

    def mistake_the_passphrase(self) -> Path:
        """A wrong passphrase is told where it was typed; the right one then finishes."""
        self.hands.click(self.agency.item("area:5"))
        self.at_agency.jump("training-courses")
        self.at_agency.enter("10")
        give_reason(self.agency, self.hands, "training-courses")
        self.hands.click(self.agency.finish_button)
        self.settle()
        self.at_agency.seal("something else", new_key=False)
        dialog = self.agency.errands.handing_in.finishing
        assert dialog.isVisible()
        assert self.heard.words.error(Mendable("wrong-passphrase")) in strips(dialog)
        assert dialog.officer.text() == OFFICER
        assert not (documents() / "ReformDesk" / f"{AGENCY}-r2.rdsub").exists()
        self.at_agency.seal(AGENCY_PASSPHRASE, new_key=False)
        self.hands.click(self.agency.errands.handing_in.exported.close_button)
        return documents() / "ReformDesk" / f"{AGENCY}-r2.rdsub"

    def take_in(self, submission: Path) -> tuple[str, str]:
        """Drop a file on Home Affairs' window; return the words of its verdict."""
        return self.at_office.take_in(submission)[submission.name]

    def line(self) -> AgencyLine:
        return self.at_office.line(AGENCY)

    def compare_the_key(self, submission: Path) -> None:
        """The unknown key waits, and counts once its code was compared."""
        words = self.heard.words
        assert self.take_in(submission) == (words.state("waiting"), words.reason("key-unknown"))
        assert self.line().state == WAITING
        self.at_office.compare(AGENCY, self.at_agency.code)
        assert self.office.errands.deciding.dialog is not None
        assert button_named(self.office.review, say("ReviewStrips", "Return… (R)"))
        self.hands.click(self.office.item(BOARD))
        assert self.line().state == PARTIAL
        assert self.office.counts.text().split(" · ")[0] == say("OfficeDesk", "received {received}/{count}").format(
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
        self.settle()
        assert page.shares.isVisible()
        shares = page.shares_model
        assert [(shares.cell(row, 0).text, shares.cell(row, 1).text) for row in range(shares.rowCount())] == [
            ("Sở Nội vụ", "1.234")
        ]

    def ask_back(self) -> Path:
        """Return the submission with words and an expected range at one field; gives the signed return."""
        self.at_office.send_back(AGENCY, ASKED, QUESTION, "100", "200")
        assert self.line().state == RETURNED
        return self.at_office.reply(documents() / "tra lai.rdreply")

    def answer(self, returned: Path) -> Path:
        """The return reopens its field with the words beside it; the next number answers it."""
        self.hands.drop(self.at_agency.window, returned)
        self.settle()
        self.hands.click(self.agency.item(HOME))
        self.hands.click(button_named(self.agency.home, say("RoundHomePage", "Go to the fields")))
        self.settle()
        assert self.at_agency.at() == ASKED
        (asked,) = strips(self.at_agency.row(ASKED))
        assert QUESTION in asked
        assert say("FormRow", "Expected: {least} to {most}.").format(least=100, most=200) in asked
        self.hands.replace("147")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.hands.click(self.agency.finish_button)
        self.settle()
        self.at_agency.seal(AGENCY_PASSPHRASE, new_key=False)
        self.hands.click(self.agency.errands.handing_in.exported.close_button)
        assert "147" in self.at_agency.shown(ASKED)
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

    def acknowledge(self) -> Path:
        """Seal the receipts, after a slip of the fingers."""
        target = documents() / "receipts.rdreply"
        self.at_office.begin_reply(target)
        dialog = self.office.errands.handing_out.sealing
        self.hands.focus(dialog.secret.first)
        self.hands.type("something else")
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert not target.exists()
        assert dialog.isVisible()
        assert self.heard.words.error(Mendable("wrong-passphrase")) in strips(dialog)
        self.hands.focus(dialog.secret.first)
        self.hands.replace(OFFICE_PASSPHRASE)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        return target

    def open_the_receipt(self, replies: Path) -> None:
        self.hands.drop(self.at_agency.window, replies)
        self.settle()
        self.hands.click(self.agency.item(HOME))
        texts = [one.text() for one in self.agency.home.findChildren(QLabel) if one.isVisible()]
        receipt = say("RoundHomePage", "Receipt: no. {revision} was received {moment}")
        wanted = receipt.format(revision=3, moment="").strip()
        assert [text for text in texts if text.startswith(wanted)] != []


def test_one_round_from_the_set_up_to_the_receipt(
    hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot, home: Path
) -> None:
    story = Story(hands, heard, open_window, qtbot)
    story.at_office.set_up()
    story.begin_at_the_agency(story.open_the_round())
    story.compare_home_affairs_code()
    story.fill_in()
    story.answer_a_question()
    story.mend_an_error()
    story.explain()
    story.undo_and_redo()
    story.compare_the_key(story.finish())
    second = story.mistake_the_passphrase()
    assert story.take_in(second)[0] == heard.words.state("accepted")
    story.see_it_in_the_table()
    sheet = load_workbook(story.at_office.export(".xlsx", documents() / "báo cáo.xlsx"))["1"]
    assert [cell.value for row in sheet.iter_rows() for cell in row].count(1234) == 1
    third = story.answer(story.ask_back())
    assert story.take_in(third)[0] == heard.words.state("accepted")
    hands.click(story.office.item(BOARD))
    assert story.line().state == PARTIAL
    story.open_the_receipt(story.acknowledge())
    story.show_the_receipt()
    assert heard.problems == []
    assert sorted(path.name for path in (home / "data" / "ReformDesk" / "keys").iterdir()) == [
        "home-affairs.p12",
        f"{AGENCY}.p12",
    ]
