"""Corrections at real desks: what changed asks why, the home page says where it stands, Home Affairs sees both."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from reformdesk.core import inbox, keyring, replies, store
from reformdesk.core.requests import Verdict
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.values import Number, Value
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, nameless, say
from tests.ui.on_form import data_of, give_reason, row_of, settle, type_into

FIELD = "training-courses"
WORDS = "Cộng thiếu lớp tháng 5"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


def told(widget: QWidget) -> list[str]:
    strips = [one.accessibleName() for one in widget.findChildren(Strip) if one.isVisible()]
    return strips + [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def amount(value: Value | None) -> Decimal:
    assert isinstance(value, Number)
    return value.amount


def home(desk: AgencyDesk, hands: Hands) -> list[str]:
    hands.click(desk.item(HOME))
    settle(desk, hands)
    return told(desk.home)


def seal(desk: AgencyDesk, hands: Hands) -> Path:
    hands.click(desk.finish_button)
    settle(desk, hands)
    dialog = desk.errands.handing_in.finishing
    hands.focus(dialog.officer)
    hands.replace("Tran Thi B")
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    settle(desk, hands)
    exported = desk.errands.handing_in.exported
    hands.click(exported.close_button)
    return exported.path


def write_request(desk: AgencyDesk, hands: Hands, figure: str, reason: str = WORDS) -> None:
    desk.jump(FIELD)
    settle(desk, hands)
    hands.focus(row_of(desk, FIELD).field.edit)
    hands.press(Qt.Key.Key_H, CONTROL)
    settle(desk, hands)
    hands.focus(desk.form.panel.history.past)
    hands.press(Qt.Key.Key_Home, CONTROL)
    hands.press(Qt.Key.Key_Return)
    dialog = desk.errands.requesting.dialog
    assert dialog is not None
    hands.focus(dialog.figure)
    hands.type(figure)
    hands.focus(dialog.reason)
    hands.type_vietnamese(reason)
    assert nameless(dialog) == []
    hands.click(dialog.go)
    settle(desk, hands)


def test_after_sending_nothing_new_is_said_and_cannot_be_exported(agency: AgencyDesk, hands: Hands) -> None:
    nothing = say("CorrectionsBox", "Nothing has changed since no. {revision}; there is nothing new to export.")
    assert nothing.format(revision=1) in home(agency, hands)
    hands.click(agency.finish_button)
    settle(agency, hands)
    dialog = agency.errands.handing_in.finishing
    hands.focus(dialog.officer)
    hands.replace("Tran Thi B")
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip() == say("FinishDialog", "Nothing has changed.")


def test_a_change_asks_why_beside_its_field_and_on_the_home_page(agency: AgencyDesk, hands: Hands) -> None:
    before = data_of(agency).answer(FIELD).value
    type_into(agency, hands, FIELD, "88")
    asks = say("FormRow", "Changed since no. {revision}: {before} → {after}. Write why.")
    shown = asks.format(revision=1, before=amount(before), after="88")
    assert shown in told(row_of(agency, FIELD))
    lacking = say("CorrectionsBox", "Still without a reason: {count}.").format(count=1)
    assert [one for one in home(agency, hands) if one.endswith(lacking)] != []
    assert nameless(agency.home) == []
    hands.click(button_named(agency.home, say("CorrectionsBox", "Write the reasons")))
    settle(agency, hands)
    assert row_of(agency, FIELD).field.edit.hasFocus()
    give_reason(agency, hands, FIELD, WORDS)
    done = say("FormRow", "Corrected since no. {revision}: {before} → {after}.")
    assert done.format(revision=1, before=amount(before), after="88") in told(row_of(agency, FIELD))
    words = home(agency, hands)
    assert WORDS in words
    assert say("RoundHomePage", "A correction is under way; finish and export it") in words


def test_old_words_beside_a_new_change_are_told_apart(agency: AgencyDesk, hands: Hands) -> None:
    """What explained one correction stands there still, and explains no other."""
    type_into(agency, hands, FIELD, "88")
    give_reason(agency, hands, FIELD, WORDS)
    seal(agency, hands)
    type_into(agency, hands, FIELD, "89")
    asks = say(
        "FormRow",
        "Changed since no. {revision}: {before} → {after}. The words below stood there before; write why it changes "
        "now.",
    )
    assert asks.format(revision=2, before=88, after=89) in told(row_of(agency, FIELD))


def test_without_a_reason_finishing_leads_to_the_field(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, FIELD, "88")
    hands.click(agency.finish_button)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.check
    wanted = say("CheckPage", "Changed since no. {revision}. Write why.").format(revision=1)
    listed = [agency.check.list.item(place).text() for place in range(agency.check.list.count())]
    assert listed[0].endswith(wanted)


def test_the_correction_arrives_with_from_to_and_why_and_the_receipt_says_so(
    agency: AgencyDesk, office: Path, demo: Path, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    type_into(agency, hands, FIELD, "88")
    give_reason(agency, hands, FIELD, WORDS)
    hands.click(agency.finish_button)
    settle(agency, hands)
    about = say(
        "FinishDialog",
        "This is a correction (no. {next}) of your own. It replaces no. {revision}. Figures corrected: {count}.",
    )
    assert about.format(next=2, revision=1, count=1) in told(agency.errands.handing_in.finishing)
    hands.press(Qt.Key.Key_Escape)
    path = seal(agency, hands)
    at_office = desk_of(open_window(office), OfficeDesk)
    hands.drop(at_office.window(), path)
    hands.settle_desk(at_office)
    at_office.ways.open_review(AGENCY, "")
    hands.settle_desk(at_office)
    row = at_office.review.model.row_of(FIELD)
    cells = [at_office.review.model.cell(row, column).text for column in range(at_office.review.model.columnCount())]
    assert cells[-2].endswith("→ 88")
    assert cells[-1].startswith(say("ReviewRows", "Corrected: {reason}").format(reason=WORDS))
    a_correction = say(
        "ReviewCorrections",
        "A correction by the agency itself: it replaces no. {revision}. Figures corrected: {count}.",
    )
    assert a_correction.format(revision=1, count=1) in told(at_office.review)
    at_office.window().close()
    reply = answered(office, demo, tmp_path)
    hands.drop(agency.window(), reply)
    settle(agency, hands)
    hands.click(agency.item(HOME))
    settle(agency, hands)
    newest = data_of(agency).replies[-1]
    agency.errands.handing_in.show_receipt(newest.digest, newest.revision)
    said = say("ReceiptDialog", "No. {revision}, correction: figures corrected: {count}").format(revision=2, count=1)
    assert said in told(agency.errands.handing_in.receipt)


def answered(office: Path, demo: Path, folder: Path) -> Path:
    """Let Home Affairs write its replies to the agency."""
    target = folder / "phiếu chung.rdreply"
    (office.parent / "keys").mkdir(exist_ok=True)
    (office.parent / "keys" / "home-affairs.p12").write_bytes((demo / "keys" / "home-affairs.p12").read_bytes())
    with store.open_workspace(office) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        target.write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
    return target


def test_a_request_is_written_beside_the_earlier_figure_and_taken_back(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages
) -> None:
    write_request(agency, hands, "9")
    (state,) = data_of(agency).requests
    past = data_of(agency).round.earlier[-1]
    assert state.request.earlier == past.id
    assert state.request.reported == data_of(agency).round.earlier_value(past, AGENCY, FIELD)
    waits = say("CorrectionsBox", "Goes out with the next submission.")
    reason = say("CorrectionsBox", "Reason: {reason}").format(reason=WORDS)
    assert f"{waits} {reason}" in home(agency, hands)
    assert nameless(agency.home) == []
    hands.click(button_named(agency.home, say("CorrectionsBox", "Withdraw")))
    settle(agency, hands)
    assert data_of(agency).requests == ()
    assert heard.problems == []


def test_a_right_figure_that_cannot_be_read_or_is_the_same_stays_in_the_dialog(
    agency: AgencyDesk, hands: Hands
) -> None:
    write_request(agency, hands, "nhieu")
    dialog = agency.errands.requesting.dialog
    assert dialog is not None
    assert dialog.isVisible()
    past = data_of(agency).round.earlier[-1]
    reported = data_of(agency).round.earlier_value(past, AGENCY, FIELD)
    hands.focus(dialog.figure)
    hands.replace(str(amount(reported)))
    hands.click(dialog.go)
    settle(agency, hands)
    assert dialog.isVisible()
    same = QCoreApplication.translate("errors", "This is the figure that was reported; there is nothing to correct.")
    assert same in told(dialog)
    hands.focus(dialog.figure)
    hands.replace("9")
    hands.click(dialog.go)
    settle(agency, hands)
    assert not dialog.isVisible()
    assert len(data_of(agency).requests) == 1


def test_home_affairs_decides_and_the_words_come_back(
    agency: AgencyDesk, office: Path, demo: Path, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    write_request(agency, hands, "9")
    path = seal(agency, hands)
    document = verify(path.read_bytes()).document
    assert isinstance(document, SubmissionDocument)
    assert len(document.requests) == 1
    at_office = desk_of(open_window(office), OfficeDesk)
    hands.drop(at_office.window(), path)
    hands.settle_desk(at_office)
    at_office.ways.open_review(AGENCY, "")
    hands.settle_desk(at_office)
    hands.click(button_named(at_office.review, say("ReviewCorrections", "Decline…")))
    dialog = at_office.errands.reviewing.deciding
    assert not dialog.go.isEnabled()
    hands.focus(dialog.words)
    hands.type_vietnamese("Sổ của Sở ghi như đã báo cáo")
    hands.click(dialog.go)
    hands.settle_desk(at_office)
    declined = say("ReviewCorrections", "You declined.")
    assert [one for one in told(at_office.review) if declined in one] != []
    at_office.window().close()
    hands.drop(agency.window(), answered(office, demo, tmp_path))
    settle(agency, hands)
    (state,) = data_of(agency).requests
    assert state.decided is not None
    assert (state.decided.verdict, state.decided.words) == (Verdict.DECLINED, "Sổ của Sở ghi như đã báo cáo")
    said = say("CorrectionsBox", "Home Affairs declines: {words}").format(words=state.decided.words)
    assert [one for one in home(agency, hands) if one.startswith(said)] != []
    assert [one.type for one in data_of(agency).replies if one.revision == 2] == [inbox.RECEIPT]
