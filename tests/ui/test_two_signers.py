"""Officer and head through the windows: two keys made, two codes shown and compared, and whose passphrase was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reformdesk.core import journal
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import matching_code
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.finish import FinishDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES
from reformdesk.ui.widgets.basics import Strip
from tests.core.desks import at_work
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, say
from tests.ui.on_form import give_reason

OFFICERS, HEADS = "mat khau 12", "mat khau 34"


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """An agency's and Home Affairs' workspaces: the round demands the head's signature, and all is filled in."""
    with at_work(tmp_path, signatures=2) as desks:
        desks.type(m="40", n="2", o="3")
        journal.name_officer(desks.office, "Lê Văn Minh")
    return tmp_path / "agency" / "b.rdesk", tmp_path / "office" / "office.rdesk"


@pytest.fixture
def agency(both: tuple[Path, Path], open_window: Open) -> AgencyDesk:
    return desk_of(open_window(both[0]), AgencyDesk)


def texts(widget: QWidget) -> str:
    """Return all labels on show, each group of blanks as one."""
    return " ".join(" ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible()).split())


def finishing(agency: AgencyDesk, hands: Hands) -> FinishDialog:
    hands.click(agency.finish_button)
    hands.settle_desk(agency)
    return agency.errands.handing_in.finishing


def finish_first(agency: AgencyDesk, hands: Hands) -> bytes:
    """Finish for the first time, so that both make their keys; gives the file."""
    dialog = finishing(agency, hands)
    assert dialog.head is not None
    assert dialog.head_key is not None
    people = (
        (dialog.officer, "Nguyễn Thị Hòa", dialog.key, OFFICERS),
        (dialog.head, "Lê Văn An", dialog.head_key, HEADS),
    )
    for edit, name, box, passphrase in people:
        hands.focus(edit)
        hands.type_vietnamese(name)
        for line in (box.secret.first, box.secret.second):
            hands.focus(line)
            hands.type(passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    return agency.errands.handing_in.exported.path.read_bytes()


def test_both_codes_are_shown_and_compared(
    agency: AgencyDesk, both: tuple[Path, Path], open_window: Open, hands: Hands
) -> None:
    codes = [matching_code(one.fingerprint) for one in verify(finish_first(agency, hands)).signers]
    exported = agency.errands.handing_in.exported
    assert all(code in texts(exported) for code in codes)
    hands.click(exported.close_button)
    hands.click(agency.item(HOME))
    hands.settle_desk(agency)
    assert all(code in texts(agency.home) for code in codes)
    office = desk_of(open_window(both[1]), OfficeDesk)
    hands.drop(office.window(), exported.path)
    hands.settle_desk(office)
    hands.press(Qt.Key.Key_Return)
    office.ways.open_review("b", "")
    hands.settle_desk(office)
    titles = ("{who}: is this their code?", "{who}: is this the code of the head?")
    for code, title in zip(codes, titles, strict=True):
        compare = [one for one in office.review.findChildren(Strip) if one.isVisible() and code in one.accessibleName()]
        hands.click(button_named(compare[0], say("ReviewStrips", "Compare the code…")))
        dialog = office.errands.trust.dialog
        assert dialog is not None
        assert say("CompareDialog", title).format(who="B") in texts(dialog)
        assert code in texts(dialog)
        assert not office.errands.reviewing.data.received.counts
        hands.click(dialog.agree_button)
        hands.settle_desk(office)
    assert office.errands.reviewing.data.received.counts
    revoke_the_heads(office, hands)
    office.ways.open_review("b", "")
    hands.settle_desk(office)
    revoked = office.errands.reviewing.data.revoked
    assert revoked is not None
    words = say(
        "ReviewStrips", "The head's key was revoked {moment} ({reason}). This file had come before, and stays good."
    )
    words = words.format(moment=long_moment(revoked.revoked_at), reason="mất máy")
    assert words in [one.accessibleName() for one in office.review.findChildren(Strip) if one.isVisible()]
    assert office.errands.reviewing.data.received.counts


def revoke_the_heads(office: OfficeDesk, hands: Hands) -> None:
    hands.click(office.item(AGENCIES))
    hands.settle_desk(office)
    page = office.agencies
    page.table.selectRow(next(row for row, line in enumerate(page._lines) if line.is_head))
    hands.click(page.revoke_button)
    assert say("Revoking", "the head of {agency}").format(agency="B") in texts(office.errands.revoking.dialog)
    hands.focus(office.errands.revoking.dialog.reason)
    hands.type_vietnamese("mất máy")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(office)


@pytest.mark.parametrize("wrong", ["officer", "head"])
def test_a_wrong_passphrase_is_told_at_whose_it_is(
    wrong: str, agency: AgencyDesk, hands: Hands, heard: HeardMessages
) -> None:
    finish_first(agency, hands)
    hands.click(agency.errands.handing_in.exported.close_button)
    hands.click(agency.item("area:1"))
    agency.jump("m")
    hands.settle_desk(agency)
    hands.replace("41")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    give_reason(agency, hands, "m")
    dialog = finishing(agency, hands)
    assert dialog.head_key is not None
    boxes = {"officer": (dialog.key, OFFICERS), "head": (dialog.head_key, HEADS)}
    for who, (box, passphrase) in boxes.items():
        hands.focus(box.secret.first)
        hands.type("something else" if who == wrong else passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    whose = {"officer": "At the one who prepared it", "head": "At the head of the agency"}[wrong]
    told = f"{say('FinishDialog', whose)}: {heard.words.error(Mendable('wrong-passphrase'))}"
    assert told in [one.accessibleName() for one in dialog.findChildren(Strip) if one.isVisible()]
    at_fault, passphrase = boxes[wrong]
    assert hands.focused() is at_fault.secret.first
    # what is typed now replaces what was wrong
    hands.type(passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert len(verify(agency.errands.handing_in.exported.path.read_bytes()).signers) == 2
