"""Home Affairs' desk is handed over: the key under another passphrase, and a record of how the rounds stood."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import handover, keyring, merged, office_handover, roundbook, second_place, store
from reformdesk.core.office_handover import OfficeHandover
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from tests.demo import LATER, NEWEST, without_submissions

NEW = "khoa cua Binh"
NAMES = ("Nguyễn Thị Hòa", "Trần Văn Bình")


@pytest.fixture
def desk(office: Path, demo: Path) -> Iterator[Workspace]:
    shutil.copytree(demo / "keys", office.parent / "keys")
    with store.open_workspace(office) as workspace:
        yield workspace


def hand_over(desk: Workspace, old: str = DEFAULT_PASSPHRASE) -> OfficeHandover:
    return office_handover.hand_over(desk, NAMES, (old, NEW), LATER, rounds=1000)[0]


def test_the_key_stays_and_opens_with_the_new_passphrase_alone(desk: Workspace) -> None:
    before, digest = keyring.unlock(desk, DEFAULT_PASSPHRASE), merged.digest(desk)
    made = hand_over(desk)
    assert made.fingerprint == before.fingerprint
    assert keyring.unlock(desk, NEW) == before
    with pytest.raises(Mendable):
        keyring.unlock(desk, DEFAULT_PASSPHRASE)
    assert merged.digest(desk) == digest
    assert handover.officer(desk) == NAMES[1]


def test_the_record_says_how_every_round_stood(desk: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    second_place.choose(desk, stick)
    second_place.copy(desk, LATER)
    made = hand_over(desk)
    assert (made.agency, made.province) == ("Sở Nội vụ", "tỉnh Minh Sơn")
    assert [one.title for one in made.rounds][-1] == "Năm 2020"
    newest = made.rounds[0]
    assert (newest.received, newest.agencies, newest.missing) == (39, 39, ())
    assert newest.digest == merged.digest(desk, NEWEST)
    assert (made.second_place, bool(made.second_made_at)) == (str(stick), True)
    assert {"workspace", "key"} <= {one.kind for one in made.files}


def test_it_is_kept_as_it_was_whatever_comes_later(office: Path, demo: Path) -> None:
    shutil.copytree(demo / "keys", office.parent / "keys")
    with store.open_workspace(office) as desk:
        made = hand_over(desk)
    without_submissions(office)
    with store.open_workspace(office) as desk:
        assert office_handover.handovers(desk) == (made,)
        assert made.rounds[0].received == 39
        assert roundbook.latest(desk).id == NEWEST


def test_what_is_missing_is_named(office: Path, demo: Path) -> None:
    without_submissions(office)
    with store.open_workspace(office) as desk:
        made = hand_over(desk)
    # without a key file no passphrase is asked for
    assert made.fingerprint == ""
    assert (made.rounds[0].received, len(made.rounds[0].missing)) == (0, 39)


@pytest.mark.parametrize("names", [("", "B"), ("A", " "), ("Hòa", " Hòa ")])
def test_two_names_are_wanted(desk: Workspace, names: tuple[str, str]) -> None:
    with pytest.raises(Mendable) as refused:
        office_handover.hand_over(desk, names, (DEFAULT_PASSPHRASE, NEW), LATER)
    assert refused.value.code == "handover-names"
    assert office_handover.handovers(desk) == ()


def test_a_wrong_passphrase_hands_nothing_over(desk: Workspace) -> None:
    with pytest.raises(Mendable):
        hand_over(desk, "sai")
    assert office_handover.handovers(desk) == ()
    assert keyring.unlock(desk, DEFAULT_PASSPHRASE)
