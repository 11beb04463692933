"""Who is believed of a newer program in the window: a key that was compared on this machine, and no other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import pins, roundbook, store
from reformdesk.core.pins import How
from reformdesk.exchange.keys import SigningKey, matching_code
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.compared_keys import compared_here, remember_compared
from tests.demo import LATER
from tests.exchange import samples
from tests.installers import put, round_naming
from tests.ui.conftest import Hands, Open, desk_of, say
from tests.ui.newer import VERSION, Refuse, said, startable, tones
from tests.ui.on_form import data_of, settle
from tests.ui.test_office_code import comparing

pytestmark = pytest.mark.usefixtures("temporary")
_CALL = "Telephone Home Affairs, on a number that you know, and let them read their code to you."
_NOT_COMPARED = (
    "ReformDesk {version} came along with it, sealed by a key whose code this machine has not compared yet: {name}."
)


def test_a_key_that_is_not_known_is_compared_by_telephone_first(
    desk: Path, stick: Path, open_window: Open, refuse: Refuse, hands: Hands
) -> None:
    other = samples.key("Sở Nội vụ tỉnh bên")
    put(stick, VERSION, other)
    window = open_window(desk)
    started = startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["warning"]
    assert matching_code(other.fingerprint) in said(dialog)
    assert "Sở Nội vụ tỉnh bên" in said(dialog)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip()
    # Enter, without reading, closes
    assert hands.focused() is dialog.cancel
    dialog.accept()
    assert dialog.isVisible()
    hands.focus(dialog.compared)
    hands.press(Qt.Key.Key_Space)
    hands.click(dialog.go)
    assert len(started) == 1


def test_a_key_that_the_desk_only_saw_is_compared_first_and_known_from_then_on(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    round_ = data_of(desk_of(window, AgencyDesk)).round
    started = startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["warning"]
    # the number that a desk knows may be anybody's where its key is not trusted
    assert round_.by_id[round_.office].contact not in said(dialog)
    assert say("UpdateDialog", _CALL) in said(dialog)
    hands.click(dialog.compared)
    assert compared_here() == frozenset()
    hands.click(dialog.go)
    assert len(started) == 1
    assert compared_here() == {key.fingerprint}


def test_comparing_the_code_at_the_desk_is_enough(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    startable(window)
    agency = desk_of(window, AgencyDesk)
    hands.click(comparing(agency, hands).agree_button)
    settle(agency, hands)
    assert compared_here() == {key.fingerprint}
    assert tones(refuse(window)) == ["good"]


@pytest.mark.parametrize("agrees", [True, False])
def test_comparing_a_new_key_of_home_affairs_counts_too(
    demo: Path, desk: Path, key: SigningKey, open_window: Open, hands: Hands, tmp_path: Path, agrees: bool
) -> None:
    other = samples.key("Sở Nội vụ")
    path = tmp_path / "2025-h1.rdround"
    path.write_bytes(round_naming(demo, other, key))
    agency = desk_of(open_window(desk), AgencyDesk)
    if not agrees:
        remember_compared(other.fingerprint)
    agency.take_files([path])
    settle(agency, hands)
    dialog = agency.errands.trust.dialog
    assert dialog is not None
    hands.click(dialog.agree_button if agrees else dialog.differ_button)
    if not agrees:
        hands.click(dialog.aside_button)
    settle(agency, hands)
    assert compared_here() == ({other.fingerprint} if agrees else frozenset())


def test_a_code_that_differs_is_not_believed_any_more(
    desk: Path, key: SigningKey, open_window: Open, hands: Hands
) -> None:
    window = open_window(desk)
    remember_compared(key.fingerprint)
    agency = desk_of(window, AgencyDesk)
    dialog = comparing(agency, hands)
    hands.click(dialog.differ_button)
    hands.click(dialog.aside_button)
    settle(agency, hands)
    assert compared_here() == frozenset()


@pytest.mark.usefixtures("compared")
def test_a_desk_that_was_brought_here_vouches_for_nothing(
    desk: Path, stick: Path, open_window: Open, refuse: Refuse
) -> None:
    """It says of a key that it was compared by telephone: on whose machine?"""
    other = samples.key("Sở Nội vụ")
    with store.open_workspace(desk) as workspace:
        pins.pin(workspace, roundbook.latest(workspace).office, "Sở Nội vụ", other.certificate, LATER)
    put(stick, VERSION, other)
    window = open_window(desk)
    startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["warning"]
    assert not dialog.go.isEnabled()


def test_at_home_affairs_own_desk_nobody_says_that_no_desk_knows_the_key(
    office: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse
) -> None:
    put(stick, VERSION, key)
    open_window(office).close()
    window = open_window()
    startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["warning"]
    assert say("UpdateDialog", _NOT_COMPARED).format(version=VERSION, name="Sở Nội vụ") in said(dialog)


def test_without_any_desk_it_says_that_nobody_here_knows_the_key(
    stick: Path, key: SigningKey, open_window: Open, refuse: Refuse
) -> None:
    put(stick, VERSION, key)
    window = open_window()
    startable(window)
    dialog = refuse(window)
    assert matching_code(key.fingerprint) in said(dialog)
    assert not dialog.go.isEnabled()
    assert tones(dialog) == ["warning"]


def test_a_key_that_a_newer_one_replaced_is_not_offered(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, temporary: Path
) -> None:
    with store.open_workspace(desk) as workspace:
        office = roundbook.latest(workspace).office
        new = samples.key("Sở Nội vụ")
        pins.pin(workspace, office, "Sở Nội vụ", new.certificate, LATER, How.HANDED_OVER)
        pins.end_others(workspace, office, {new.fingerprint}, LATER + timedelta(hours=1))
    put(stick, VERSION, key)
    window = open_window(desk)
    startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["error"]
    assert matching_code(key.fingerprint) in said(dialog)
    assert not dialog.go.isVisible()
    assert list(temporary.iterdir()) == []
