"""A return at the agency's desk: what is asked stands at the field, and nothing else changes without a word."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from reformdesk.core import decisions, keyring, merged, replies, store
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.dialogs.receipt import ReceiptDialog
from reformdesk.ui.pages.form_row import FormRow
from reformdesk.ui.widgets.basics import Strip
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, say

ASKED, UNASKED = "legal-documents-handled", "other-documents-with-legal-norms"
WORDS = "Số này lớn hơn số đã phát hiện."


@pytest.fixture
def returned(office: Path, demo: Path, tmp_path: Path) -> Path:
    """Home Affairs' return of the agency's newest submission, as a file."""
    (office.parent / "keys").mkdir()
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    path = tmp_path / "tra lai.rdreply"
    asked = Return("Xem lại phần văn bản", date(2024, 7, 30), (FieldReturn(ASKED, WORDS, Decimal(1), Decimal(9)),))
    with store.open_workspace(office) as workspace:
        sent = next(one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY)
        decisions.send_back(workspace, sent.digest, asked, "officer", LATER)
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        path.write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
    return path


@pytest.fixture
def agency(desk: Path, returned: Path, open_window: Open, hands: Hands) -> AgencyDesk:
    window = open_window(desk)
    hands.drop(window, returned)
    hands.settle(window)
    return desk_of(window, AgencyDesk)


def strips(widget: FormRow) -> list[str]:
    return [strip.accessibleName() for strip in widget.findChildren(Strip) if strip.isVisible()]


def row(desk: AgencyDesk, name: str) -> FormRow:
    return next(one for one in desk.form.findChildren(FormRow) if one.indicator.id == name and one.isVisible())


def put(desk: AgencyDesk, hands: Hands, name: str, text: str) -> None:
    desk.jump(name)
    hands.settle_desk(desk)
    hands.focus(row(desk, name).field.edit)
    hands.replace(text)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)


def test_the_first_page_offers_the_returned_file_to_nobody(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item(HOME))
    shown = [one.text() for one in agency.home.findChildren(QLabel) if one.isVisible()]
    assert say("RoundHomePage", "Writes no. {next}, which answers the return.").format(next=2) in shown
    assert say("RoundHomePage", "Send the file by e-mail or on a USB stick.") in shown
    copy = button_named(agency.home, say("RoundHomePage", "Copy to a USB stick…"))
    assert not copy.isEnabled()
    assert copy.toolTip() == say("RoundHomePage", "Finish and export first.")
    # and asks for the answer by the return's own day
    assert agency.deadline.text().endswith(say("due", "Answer was due {day}").format(day="30/07/2024"))
    assert agency.deadline.property("pill") == "error"


def test_the_first_page_says_what_home_affairs_asks_and_leads_there(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item(HOME))
    hands.click(button_named(agency.home, say("RoundHomePage", "Go to the fields")))
    hands.settle_desk(agency)
    assert agency.form.current == ASKED
    asked = strips(row(agency, ASKED))[0]
    assert WORDS in asked
    assert say("FormRow", "Expected: {least} to {most}.").format(least=1, most=9) in asked
    assert "30/07/2024" in asked


def test_a_change_nobody_asked_for_stops_finishing_until_it_has_a_word(agency: AgencyDesk, hands: Hands) -> None:
    put(agency, hands, ASKED, "8")
    put(agency, hands, UNASKED, "1")
    notice = say("FormRow", "Home Affairs did not ask about this. Write why it changes.")
    assert notice in strips(row(agency, UNASKED))
    hands.click(agency.finish_button)
    hands.settle_desk(agency)
    assert agency.stack.currentWidget() is agency.check
    agency.jump(UNASKED)
    hands.settle_desk(agency)
    edit = next(
        one
        for one in row(agency, UNASKED).findChildren(QLineEdit)
        if one.isVisible() and one.placeholderText() == say("FormRow", "Explanation…")
    )
    hands.focus(edit)
    hands.type_vietnamese("Gõ nhầm lần trước")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert notice not in strips(row(agency, UNASKED))
    hands.click(agency.finish_button)
    hands.settle_desk(agency)
    assert agency.errands.handing_in.finishing.isVisible()


def test_the_answer_goes_out_and_closes_the_return(agency: AgencyDesk, hands: Hands, returned: Path) -> None:
    put(agency, hands, ASKED, "8")
    hands.click(agency.finish_button)
    hands.settle_desk(agency)
    dialog = agency.errands.handing_in.finishing
    if not dialog.officer.text():
        hands.focus(dialog.officer)
        hands.type_vietnamese("Nguyễn Thị Hạnh")
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    document = verify(agency.errands.handing_in.exported.path.read_bytes()).document
    assert isinstance(document, SubmissionDocument)
    assert document.answers_return == verify(returned.read_bytes()).digest
    assert agency._data is not None
    assert agency._data.asked is None


def test_what_was_asked_and_stands_as_it_stood_is_listed(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item(CHECK))
    hands.settle_desk(agency)
    listed = [agency.check.list.item(place).text() for place in range(agency.check.list.count())]
    unmet = say("CheckPage", "Home Affairs asked about this; it stands as it stood.")
    assert [text for text in listed if text.endswith(unmet)] != []


def test_a_receipt_is_shown_and_saved(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, demo: Path
) -> None:
    hands.click(agency.item(HOME))
    hands.click(button_named(agency.home, say("RoundHomePage", "Show…")))
    dialog = agency.errands.handing_in.receipt
    assert isinstance(dialog, ReceiptDialog)
    digest = verify((demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub").read_bytes()).digest
    texts = [one.text().replace(" ", "").replace("\n", "") for one in dialog.findChildren(QLabel)]
    assert digest in texts
    heard.target = tmp_path / "phiếu.rdreply"
    hands.click(dialog.save)
    hands.settle_desk(agency)
    assert heard.target.read_bytes() == (demo / "replies" / NEWEST / f"{AGENCY}-r1.rdreply").read_bytes()
