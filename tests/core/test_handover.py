"""An agency's desk is handed over: the key under another passphrase, and a record of how the desk stood."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import decisions, handover, keyring, merged, store
from reformdesk.core.handover import Handover
from reformdesk.core.keyring import Role
from reformdesk.core.returns import Return
from reformdesk.errors import Mendable, StoreError
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from tests.core.desks import FEW, PASSPHRASE, Desks, at_work, send_first

NEW = "mat khau cua Binh"
NAMES = ("Nguyễn Thị Hòa", "Trần Văn Bình")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """The agency has its key in a file, has sent no. 1, and Home Affairs has compared its code."""
    with at_work(tmp_path) as made:
        made.agency_key = keyring.create(made.agency, "Đơn vị B", PASSPHRASE, made.tick(), rounds=FEW)
        send_first(made, m="1", n="2")
        yield made


def hand_over(desks: Desks, names: tuple[str, str] = NAMES, old: str = PASSPHRASE, new: str = NEW) -> Handover:
    return handover.hand_over(desks.agency, names, (old, new), desks.tick(), rounds=FEW)[0]


def key_file(desks: Desks) -> Path:
    path = keyring.find(desks.agency)
    assert path is not None
    return path


def opens(path: Path, passphrase: str) -> SigningKey | None:
    try:
        return keys.unlock(path.read_bytes(), passphrase)
    except Mendable:
        return None


def test_the_same_key_opens_with_the_new_passphrase_alone(desks: Desks) -> None:
    hand_over(desks)
    assert opens(key_file(desks), NEW) == desks.agency_key
    assert opens(key_file(desks), PASSPHRASE) is None
    if sys.platform != "win32":
        assert stat.S_IMODE(key_file(desks).stat().st_mode) == 0o600


def test_home_affairs_compares_nothing_anew(desks: Desks) -> None:
    hand_over(desks)
    desks.type(m="4")
    assert desks.take(desks.finish(keyring.unlock(desks.agency, NEW))).state == "accepted"


def test_the_successor_prepares_from_now_on(desks: Desks) -> None:
    hand_over(desks)
    assert desks.agency.meta("officer") == NAMES[1]


def test_a_copy_made_before_keeps_its_passphrase(desks: Desks, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    keyring.copy_to(desks.agency, stick, desks.tick())
    assert hand_over(desks).key_copied_at != ""
    assert opens(stick / "b.p12", PASSPHRASE) == desks.agency_key


def test_keys_that_were_put_away_here_follow(desks: Desks) -> None:
    copy = key_file(desks).read_bytes()
    keyring.adopt(desks.agency, copy, PASSPHRASE, desks.tick())
    head = keyring.create(desks.agency, "Giám đốc", PASSPHRASE, desks.tick(), Role.HEAD, rounds=FEW)
    neighbour = key_file(desks).with_name("b-2.p12")
    shutil.copy(key_file(desks), neighbour)
    hand_over(desks)
    put_away = next(one for one in key_file(desks).parent.glob("b-2024*.p12"))
    assert opens(put_away, PASSPHRASE) is None
    assert opens(put_away, NEW) == desks.agency_key
    # the head stays, and another agency's key is nobody's business here
    assert opens(key_file(desks).with_name("b-head.p12"), PASSPHRASE) == head
    assert opens(neighbour, PASSPHRASE) == desks.agency_key


def test_a_key_that_was_put_away_under_another_passphrase_stays(desks: Desks) -> None:
    other = keys.create("Đơn vị B", "b", "khac", desks.tick(), rounds=FEW)
    put_away = key_file(desks).with_name("b-20240101T000000Z.p12")
    put_away.write_bytes(other)
    hand_over(desks)
    assert put_away.read_bytes() == other


@pytest.mark.parametrize(
    ("names", "old", "new", "code"),
    [
        (NAMES, "sai", NEW, "wrong-passphrase"),
        (NAMES, PASSPHRASE, "", "passphrase-empty"),
        (NAMES, PASSPHRASE, PASSPHRASE, "passphrase-same"),
        (("Hòa", " "), PASSPHRASE, NEW, "handover-names"),
        (("Hòa", " Hòa "), PASSPHRASE, NEW, "handover-names"),
    ],
)
def test_what_is_wrong_changes_nothing(desks: Desks, names: tuple[str, str], old: str, new: str, code: str) -> None:
    before = key_file(desks).read_bytes()
    with pytest.raises(Mendable, match=code):
        hand_over(desks, names, old, new)
    assert key_file(desks).read_bytes() == before
    assert handover.handovers(desks.agency) == ()
    assert desks.agency.meta("officer") == ""


def test_a_full_disk_leaves_the_old_key(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_file(desks).read_bytes()

    def full(path: Path, *_: object, **__: object) -> None:
        raise StoreError("disk-full", file=path.name)

    monkeypatch.setattr(keyring, "write_whole", full)
    with pytest.raises(StoreError, match="disk-full"):
        hand_over(desks)
    assert key_file(desks).read_bytes() == before
    assert handover.handovers(desks.agency) == ()


@pytest.mark.parametrize("where", ["fsync", "replace", "commit"])
def test_a_crash_in_between_loses_no_key(desks: Desks, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is broken off, the key opens with one of the two, and the handover can be done again."""

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        match where:
            case "fsync":
                patch.setattr(os, "fsync", crash)
            case "replace":
                patch.setattr(Path, "replace", crash)
            case _:
                patch.setattr(handover, "_as_it_stands", crash)
        with pytest.raises(KeyboardInterrupt):
            hand_over(desks)
    assert handover.handovers(desks.agency) == ()
    now = NEW if where == "commit" else PASSPHRASE
    assert opens(key_file(desks), now) == desks.agency_key
    hand_over(desks, old=now, new="mat khau thu ba")
    assert opens(key_file(desks), "mat khau thu ba") == desks.agency_key


def test_the_record_says_what_was_sent_and_what_is_open(desks: Desks) -> None:
    decisions.send_back(desks.office, desks.received()[-1].digest, Return("Thiếu"), "Lan", desks.tick())
    desks.answer()
    desks.take_round(desks.open_round("2024-9t"))
    first = merged.received(desks.office, "2024-h1")[-1].digest
    made = hand_over(desks)
    (sent,) = made.sent
    assert (sent.revision, sent.digest, sent.received) == (1, first, False)
    assert [(one.why, one.owed, one.blanks) for one in made.open] == [
        ("not-sent", 3, (("1", ("1", "2", "3")),)),
        ("returned", 3, (("1", ("3",)),)),
    ]
    assert (made.leaving, made.following, made.agency) == (*NAMES, "B")
    assert made.fingerprint == desks.agency_key.fingerprint
    assert [one.kind for one in made.files] == ["workspace", "key"]


def test_a_round_that_stands_as_it_was_sent_is_not_open(desks: Desks) -> None:
    desks.answer()
    made = hand_over(desks)
    assert made.open == ()
    assert [one.received for one in made.sent] == [True]
    desks.type(o="3")
    again = hand_over(desks, (NAMES[1], "Lê Thị Cúc"), NEW, PASSPHRASE)
    assert [one.why for one in again.open] == ["changed"]


def test_every_handover_is_remembered_as_it_was(desks: Desks) -> None:
    first = hand_over(desks)
    desks.take_round(desks.open_round("2024-9t"))
    second = hand_over(desks, (NAMES[1], "Lê Thị Cúc"), NEW, PASSPHRASE)
    path = desks.agency.path
    desks.agency.close()
    desks.agency = store.open_workspace(path)
    assert handover.handovers(desks.agency) == (first, second)
    assert second.open != first.open


def test_a_desk_that_signs_with_a_token_has_no_passphrase(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        made = hand_over(desks, old="", new="")
        assert (made.fingerprint, [one.kind for one in made.files]) == ("", ["workspace"])
        assert desks.agency.meta("officer") == NAMES[1]
