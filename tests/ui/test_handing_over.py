"""Handing the desk over through the windows, with the real key; the record on paper."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reformdesk.core import handover, keyring, office_handover, store
from reformdesk.core.handover import Handover, OpenRound, SentRound
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import office_record
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.handover import HandedOverDialog, HandoverDialog
from reformdesk.ui.handover_record import pieces, render
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, button_named, desk_of, nameless, say

NEW = "khoa cua Binh"


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


def asked(agency: AgencyDesk, hands: Hands) -> HandoverDialog:
    hands.click(button_named(agency, say("AgencyDesk", "Hand over…")))
    hands.settle_desk(agency)
    assert agency.errands.handing_over.dialog is not None
    return agency.errands.handing_over.dialog


def fill(dialog: HandoverDialog, hands: Hands, old: str = DEFAULT_PASSPHRASE, new: str = NEW) -> None:
    hands.focus(dialog.leaving)
    hands.replace("Nguyen Van At")
    hands.focus(dialog.old.first)
    hands.replace(old)
    hands.focus(dialog.following)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese("Trần Văn Bình")
    for line in (dialog.new.first, dialog.new.second):
        hands.focus(line)
        hands.replace(new)


def done(agency: AgencyDesk) -> HandedOverDialog:
    assert agency.errands.handing_over.done is not None
    return agency.errands.handing_over.done


def test_the_desk_is_handed_over_and_the_record_printed(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, desk: Path, tmp_path: Path
) -> None:
    before = keyring.read_key_file(desk.parent / "keys" / "so-tu-phap.p12")
    dialog = asked(agency, hands)
    assert dialog.leaving.text() != ""
    assert not dialog.go.isEnabled()
    assert nameless(dialog) == []
    fill(dialog, hands)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert not dialog.isVisible()
    assert "Trần Văn Bình" in agency.saved.text()
    assert nameless(done(agency)) == []
    heard.target = tmp_path / "biên bản.pdf"
    hands.click(done(agency).go)
    hands.settle_desk(agency)
    assert heard.target.read_bytes().startswith(b"%PDF-")
    assert str(heard.target) in agency.saved.text()
    # from now on the successor prepares
    agency.finish()
    hands.settle_desk(agency)
    assert agency.errands.handing_in.finishing.officer.text() == "Trần Văn Bình"
    agency.errands.handing_in.finishing.reject()
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        assert keyring.unlock(workspace, NEW).fingerprint == keyring.fingerprint(workspace)
        with pytest.raises(Mendable, match="wrong-passphrase"):
            keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        (made,) = handover.handovers(workspace)
    assert (made.leaving, made.following) == ("Nguyen Van At", "Trần Văn Bình")
    assert len(made.sent) == 5
    assert keyring.read_key_file(desk.parent / "keys" / "so-tu-phap.p12") != before


def test_a_wrong_passphrase_keeps_what_was_typed(agency: AgencyDesk, hands: Hands, heard: HeardMessages) -> None:
    dialog = asked(agency, hands)
    fill(dialog, hands, old="sai")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert dialog.isVisible()
    shown = [strip.accessibleName() for strip in dialog.findChildren(Strip) if strip.isVisible()]
    assert heard.words.error(Mendable("wrong-passphrase")) in shown
    assert dialog.following.text() == "Trần Văn Bình"


def test_diacritics_in_the_new_passphrase_are_warned_about(agency: AgencyDesk, hands: Hands) -> None:
    dialog = asked(agency, hands)
    hands.focus(dialog.new.first)
    hands.type_vietnamese("mật khẩu mới")
    warned = say(
        "PassphraseBox", "Use letters without diacritics: typing tools write them differently from time to time."
    )
    assert dialog.new._hint.text() == warned


def test_a_new_copy_is_saved_and_an_old_record_printed_again(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    fill(asked(agency, hands), hands)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    heard.folder = tmp_path / "USB"
    heard.folder.mkdir()
    hands.click(button_named(done(agency), say("HandedOverDialog", "Save a copy…")))
    hands.settle_desk(agency)
    assert (heard.folder / "so-tu-phap.p12").is_file()
    done(agency).reject()
    dialog = asked(agency, hands)
    assert dialog.leaving.text() == "Trần Văn Bình"
    heard.target = tmp_path / "lại.pdf"
    hands.click(button_named(dialog, say("HandoverDialog", "Print the last record again…")))
    hands.settle_desk(agency)
    assert heard.target.read_bytes().startswith(b"%PDF-")


def test_without_a_key_only_names_are_asked_for(desk: Path, open_window: Open, hands: Hands) -> None:
    (desk.parent / "keys" / "so-tu-phap.p12").unlink()
    agency = desk_of(open_window(desk), AgencyDesk)
    dialog = asked(agency, hands)
    assert not dialog.old.isVisible()
    assert not dialog.new.isVisible()
    hands.focus(dialog.following)
    hands.type("Binh")
    assert dialog.go.isEnabled()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages_fit(desk: Path, open_window: Open, hands: Hands, speak: Speak, language: str) -> None:
    messages = speak(language)
    agency = desk_of(open_window(desk, messages), AgencyDesk)
    dialog = asked(agency, hands)
    assert dialog.windowTitle() == say("HandoverDialog", "Hand the desk over")
    assert dialog.height() <= 614


# the record


@pytest.fixture
def made() -> Handover:
    sent = tuple(SentRound(f"Năm {year}", 1, "2024-06-20T08:00:00Z", "ab" * 32, received=True) for year in range(20))
    open_ = (OpenRound("6 tháng <2024>", "returned", "2024-07-05", 9, (("1", ("1", "2.1")), ("3", ("4",)))),)
    return Handover("2024-07-01T08:00:00Z", "Hòa & Co", "Bình", "Sở Tư pháp", "cd" * 32, "", sent, open_, ())


def test_the_record_says_who_what_and_with_which_key(qapp: QApplication, made: Handover) -> None:
    text = "".join(one.html for one in pieces(made))
    for words in (
        "SỞ TƯ PHÁP",
        "Hòa &amp; Co",
        "Bình",
        "6 tháng &lt;2024&gt;",
        "3/9 chỉ tiêu<br/>Mục 1: 1, 2.1<br/>Mục 3: 4",
        matching_code("cd" * 32),
        "ab" * 8,
        "BÊN GIAO",
        "BÊN NHẬN",
        "Chưa có bản dự phòng",
    ):
        assert words in text, words
    nothing = "".join(one.html for one in pieces(replace(made, sent=(), open=(), fingerprint="")))
    assert nothing.count("Không có.") == 3
    assert "token" in nothing


def test_a_long_record_goes_over_pages(qapp: QApplication, made: Handover) -> None:
    short, long = (render(one).count(b"/Type /Page\n") for one in (replace(made, sent=()), made))
    assert short < long


def test_home_affairs_hands_over_as_well(
    office: Path, demo: Path, open_window: Open, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    shutil.copytree(demo / "keys", office.parent / "keys")
    desk = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(desk)
    hands.click(desk.hand_over_button)
    hands.settle_desk(desk)
    dialog = desk.errands.handing_over.dialog
    assert dialog is not None
    assert nameless(dialog) == []
    fill(dialog, hands)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    done = desk.errands.handing_over.done
    assert done is not None
    heard.target = tmp_path / "biên bản.pdf"
    hands.click(done.go)
    hands.settle_desk(desk)
    assert heard.target.read_bytes().startswith(b"%PDF-")
    desk.window().close()
    with store.open_workspace(office) as workspace:
        (made,) = office_handover.handovers(workspace)
        assert keyring.unlock(workspace, NEW).fingerprint == made.fingerprint
    words = " ".join(piece.html for piece in office_record.pieces(made))
    assert matching_code(made.fingerprint) in words
    assert all(one.digest[:16] in words for one in made.rounds)
    assert "39/39" in words
