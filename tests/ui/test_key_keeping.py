"""Keeping keys through the windows: copies, new keys, key files, the reserve key, revoking."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reformdesk.core import founding, keyring, pins, roundbook, store
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from reformdesk.exchange.cades import name_in
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import key_actions
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.key import AdoptDialog, ColleagueDialog, KeyDialog, RenewDialog, ReserveDialog
from reformdesk.ui.key_keeping import KeyKeeping
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES
from reformdesk.ui.widgets.basics import Strip
from tests.demo import AGENCY, LATER
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, say

NEW = "khoa moi 2024"


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


@pytest.fixture
def at_office(office: Path, demo: Path, open_window: Open) -> OfficeDesk:
    (office.parent / "keys").mkdir()
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    return desk_of(open_window(office), OfficeDesk)


def shown(keeping: KeyKeeping) -> KeyDialog:
    assert keeping.dialog is not None
    return keeping.dialog


def opened(desk: AgencyDesk | OfficeDesk, hands: Hands) -> KeyDialog:
    keeping = desk.errands.key
    keeping.open()
    hands.settle_desk(desk)
    return shown(keeping)


def type_new(question: RenewDialog | ReserveDialog | ColleagueDialog, hands: Hands, passphrase: str) -> None:
    hands.focus(question.secret.first)
    hands.type(passphrase)
    hands.press(Qt.Key.Key_Tab)
    hands.type(passphrase)


def test_the_key_is_saved_in_a_second_place(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    stick = tmp_path / "USB của Sở"
    stick.mkdir()
    heard.folder = stick
    dialog = opened(agency, hands)
    hands.click(button_named(dialog, say("KeyDialog", "Save a copy…")))
    hands.settle_desk(agency)
    assert (stick / f"{AGENCY}.p12").is_file()
    assert str(stick) in agency.saved.text()
    found: list[str] = []
    agency.workspace.read(keyring.copied_at, found.append)
    hands.settle_desk(agency)
    assert found != [""]


def test_a_new_key_is_signed_over_by_the_old_one(agency: AgencyDesk, hands: Hands, desk: Path) -> None:
    dialog = opened(agency, hands)
    hands.click(button_named(dialog, say("KeyDialog", "Make a new key…")))
    question = agency.errands.key.question
    assert isinstance(question, RenewDialog)
    hands.focus(question.old.first)
    hands.type("wrong one")
    type_new(question, hands, NEW)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    wrong = agency.errands.key._messages.words.error(Mendable("wrong-passphrase"))
    assert wrong in [strip.accessibleName() for strip in question.findChildren(Strip) if strip.isVisible()]
    hands.focus(question.old.first)
    hands.replace(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert not question.isVisible()
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        key = keyring.unlock(workspace, NEW)
        assert len(keyring.statements_for(workspace, key)) == 1


def test_a_lost_key_is_made_anew(agency: AgencyDesk, hands: Hands, desk: Path) -> None:
    dialog = opened(agency, hands)
    hands.click(button_named(dialog, say("KeyDialog", "Make a new key…")))
    question = agency.errands.key.question
    assert isinstance(question, RenewDialog)
    hands.focus(question.lost)
    hands.press(Qt.Key.Key_Space)
    type_new(question, hands, NEW)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        key = keyring.unlock(workspace, NEW)
        assert keyring.statements_for(workspace, key) == ()
        assert keyring.fingerprint(workspace) == key.fingerprint
    assert matching_code(key.fingerprint) in agency.saved.text()


def test_the_reserve_key_is_made_named_and_used(
    at_office: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, office: Path
) -> None:
    safe = tmp_path / "két"
    safe.mkdir()
    heard.folder = safe
    dialog = opened(at_office, hands)
    hands.click(button_named(dialog, say("KeyDialog", "Make a reserve key…")))
    question = at_office.errands.key.question
    assert isinstance(question, ReserveDialog)
    type_new(question, hands, NEW)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    made = safe / "home-affairs-reserve.p12"
    assert made.is_file()
    heard.files = [made]
    hands.click(button_named(shown(at_office.errands.key), say("KeyDialog", "Use a key file…")))
    adopting = at_office.errands.key.question
    assert isinstance(adopting, AdoptDialog)
    hands.click(button_named(adopting, say("AdoptDialog", "Choose…")))
    hands.focus(adopting.secret.first)
    hands.type(NEW)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    at_office.window().close()
    with store.open_workspace(office) as workspace:
        reserve = keyring.unlock(workspace, NEW)
        assert reserve.fingerprint in pins.pinned(workspace, roundbook.RESERVE)


def test_a_colleague_seals_as_well_once_a_round_file_names_the_key(
    at_office: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, office: Path
) -> None:
    heard.folder = tmp_path
    dialog = opened(at_office, hands)
    hands.click(button_named(dialog, say("KeyDialog", "A colleague's key…")))
    question = at_office.errands.key.question
    assert isinstance(question, ColleagueDialog)
    type_new(question, hands, NEW)
    assert not question.go.isEnabled()
    hands.focus(question.name)
    hands.type_vietnamese("Trần Văn Bình")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    at_office.window().close()
    made = keys.unlock((tmp_path / "home-affairs-tran-van-binh.p12").read_bytes(), NEW)
    with store.open_workspace(office) as workspace:
        own = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        named = {one["fingerprint"]: (one["name"], one["role"]) for one in roundbook.keys_in_force(workspace, own)}
        assert named[made.fingerprint] == ("Sở Nội vụ (Trần Văn Bình)", "officer")
        for place in range(roundbook.MOST_KEYS):
            certificate = keys.unlock(keys.create(str(place), "x", NEW, LATER, rounds=1000), NEW).certificate
            roundbook.register_own_key(workspace, roundbook.RESERVE, certificate, LATER)
        with pytest.raises(Mendable) as refused:
            roundbook.require_room_for_key(workspace)
    assert refused.value.code == "too-many-keys"


def test_a_key_is_revoked_with_a_reason(at_office: OfficeDesk, hands: Hands, office: Path) -> None:
    hands.click(at_office.item(AGENCIES))
    hands.settle_desk(at_office)
    page = at_office.agencies
    keys = [page.model.cell(row, 0).key for row in range(page.model.rowCount())]
    place = keys.index(AGENCY)
    page.table.selectRow(place)
    hands.click(page.revoke_button)
    dialog = at_office.errands.revoking.dialog
    assert not dialog.go.isEnabled()
    hands.focus(dialog.reason)
    hands.type_vietnamese("mất máy tính")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    assert "mất máy tính" in page.model.cell(place, 3).text
    assert not page.revoke_button.isEnabled()
    at_office.window().close()
    with store.open_workspace(office) as workspace:
        revoked = pins.all_revocations(workspace)
    assert [(one.subject, one.reason, len(one.covers)) for one in revoked] == [(AGENCY, "mất máy tính", 5)]


def test_home_affairs_own_key_is_listed_and_can_be_revoked(at_office: OfficeDesk, hands: Hands, office: Path) -> None:
    hands.click(at_office.item(AGENCIES))
    hands.settle_desk(at_office)
    page = at_office.agencies
    own = say("AgenciesPage", "{agency}: the office's own key").format(agency="Sở Nội vụ")
    assert page.model.cell(0, 0).text == own
    page.table.selectRow(0)
    hands.click(page.revoke_button)
    own = "Go on with a new key, or with the reserve key, which agencies believe at once."
    assert say("RevokeDialog", own) in [one.text() for one in at_office.errands.revoking.dialog.findChildren(QLabel)]
    hands.focus(at_office.errands.revoking.dialog.reason)
    hands.type("may hong")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    at_office.window().close()
    with store.open_workspace(office) as workspace:
        assert [one.subject for one in pins.all_revocations(workspace)] == [HOME_AFFAIRS]


def test_home_affairs_key_bears_its_name_before_the_first_round(tmp_path: Path) -> None:
    with founding.found(tmp_path / "o.rdesk", "tỉnh Minh Sơn", founding.template_agencies(), LATER) as workspace:
        (tmp_path / "keys").mkdir()
        code, _ = key_actions.renew(None, NEW)(workspace)
        key = keyring.unlock(workspace, NEW)
        assert (name_in(key.certificate), code) == ("Sở Nội vụ", matching_code(key.fingerprint))
