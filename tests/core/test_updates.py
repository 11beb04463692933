"""Which installer is newer, what it says of itself, and whose key vouches for it at an agency's desk."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import pins, roundbook, store, updates
from reformdesk.core.pins import How
from reformdesk.core.store import Workspace
from reformdesk.core.updates import OfficeKeys, Standing
from reformdesk.exchange.keychange import HOME_AFFAIRS
from tests.demo import AGENCY, LATER, copy_of_agency
from tests.exchange import samples
from tests.installers import installer, named, office_key, round_naming

KEYS = OfficeKeys(frozenset({"known", "seen"}), frozenset({"ended"}), trusted=frozenset({"known"}))


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("ReformDesk-1.2.0-setup.exe", "1.2.0"),
        ("ReformDesk-1.2-setup.exe", "1.2"),
        ("ReformDesk-1.10.0.4-setup.exe", "1.10.0.4"),
        ("ReformDesk-1.2.0-setup.exe.p7s", ""),
        ("ReformDesk-1.2.0-setup.EXE", ""),
        ("ReformDesk-1.2.0-setup (1).exe", ""),
        ("ReformDesk-1.2.0-portable.zip", ""),
        ("ReformDesk--setup.exe", ""),
        ("ReformDesk-1..2-setup.exe", ""),
        ("ReformDesk-١.٢.٠-setup.exe", ""),
        ("ReformDesk-1.2.0\u202e-setup.exe", ""),
        ("ReformDesk-../../1.2-setup.exe", ""),
        ("ReformDesk-1.2.0-setup.exe\n", ""),
        ("ReformDesk-123456789.0-setup.exe", ""),
    ],
)
def test_an_installer_is_known_by_its_whole_name(name: str, version: str) -> None:
    assert updates.version_named(name) == version


@pytest.mark.parametrize(
    ("running", "wanted"),
    [
        ("1.9.0", ["1.10.0"]),
        ("1.10.0", []),
        ("1.10", []),
        ("1.11.0", []),
        ("1.2.0", ["1.10.0", "1.9.0"]),
        ("0.1.0", ["1.10.0", "1.9.0", "1.2.0"]),
    ],
)
def test_numbers_are_compared_and_not_text(running: str, wanted: list[str]) -> None:
    found = [Path(named(version)) for version in ("1.2.0", "1.10.0", "1.9.0")]
    assert updates.newer([*found, Path("ReformDesk-readme.txt")], running) == [Path(named(one)) for one in wanted]


_NUMBERS = st.lists(st.integers(0, 65535), min_size=2, max_size=4)


@given(st.lists(_NUMBERS, max_size=6), _NUMBERS, st.randoms(use_true_random=False))
def test_the_newest_comes_first_in_whatever_order_they_lie(
    versions: list[list[int]], running: list[int], shuffled: random.Random
) -> None:
    found = [Path(named(".".join(map(str, one)))) for one in versions]
    shuffled.shuffle(found)
    said = updates.newer(found, ".".join(map(str, running)))
    numbers = [updates.version_in(updates.version_named(path.name)) for path in said]
    padded = [tuple([*one, 0, 0][:4]) for one in versions]
    assert numbers == sorted((one for one in padded if one > tuple([*running, 0, 0][:4])), reverse=True)


@given(_NUMBERS)
def test_a_program_states_the_version_that_it_was_made_with(numbers: list[int]) -> None:
    version = ".".join(map(str, numbers))
    assert updates.version_stated(installer(version)) == updates.version_in(version)


@given(st.binary(max_size=300), st.integers(0, 700))
def test_what_states_no_version_is_no_failure(noise: bytes, cut: int) -> None:
    whole = installer("1.2.0")
    assert updates.version_stated(noise) is None
    assert updates.version_stated(whole[:cut]) in (None, (1, 2, 0, 0))
    assert updates.version_stated(b"PK" + whole[2:]) is None


@pytest.mark.parametrize(
    ("signer", "stated", "standing"),
    [
        ("known", "1.2.0", Standing.SEALED),
        ("ended", "1.2.0", Standing.ENDED_KEY),
        ("another", "1.2.0", Standing.UNKNOWN_KEY),
        ("seen", "1.2.0", Standing.UNKNOWN_KEY),
        ("", "1.2.0", Standing.UNSOUND),
        (None, "1.2.0", Standing.UNSEALED),
        # an old installer of Home Affairs under a new name
        ("known", "1.1.0", Standing.OTHER_VERSION),
        ("another", "1.1.0", Standing.OTHER_VERSION),
    ],
)
def test_what_is_to_be_thought_of_an_installer(signer: str | None, stated: str, standing: Standing) -> None:
    assert updates.judge(named("1.2.0"), installer(stated), signer, KEYS) is standing


def test_a_document_that_home_affairs_sealed_is_no_program() -> None:
    assert updates.judge(named("1.2.0"), b"<?xml version='1.0'?>", "known", KEYS) is Standing.OTHER_VERSION


def test_an_agency_knows_the_keys_that_its_round_files_named(desk: Path) -> None:
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.latest(workspace)
        known = updates.office_keys(workspace)
        assert known.speaking == pins.pinned(workspace, round_.office) != frozenset()
        assert known.ended == frozenset()
        assert known.contact == round_.by_id[round_.office].contact


def test_a_key_that_was_replaced_or_found_not_to_be_theirs_speaks_no_more(desk: Path) -> None:
    new = samples.key("Sở Nội vụ mới").certificate
    with store.open_workspace(desk) as workspace:
        office = roundbook.latest(workspace).office
        (old,) = pins.pinned(workspace, office)
        pins.pin(workspace, office, "Sở Nội vụ", new, LATER, How.HANDED_OVER)
        (added,) = pins.pinned(workspace, office) - {old}
        pins.end_others(workspace, office, {added}, LATER + timedelta(hours=1))
        known = updates.office_keys(workspace)
    assert known.speaking == {added}
    assert known.ended == {old}


def test_without_a_desk_the_recent_ones_are_asked_and_one_that_heard_of_the_end_is_believed(
    demo: Path, desk: Path, tmp_path: Path
) -> None:
    other = copy_of_agency(demo, "so-tai-chinh", tmp_path / "other")
    damaged = tmp_path / "damaged.rdesk"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(2000))
    robbed = copy_of_agency(demo, "so-noi-vu", tmp_path / "robbed")
    with store.open_workspace(robbed) as workspace:
        workspace.db.execute("UPDATE rounds SET digest = 'ff'")
    paths = [tmp_path / "gone.rdesk", damaged, robbed, desk, other]
    known = updates.keys_at(paths)
    assert len(known.speaking) == 1
    assert updates.keys_at([]) == updates.keys_at(paths[:3]) == OfficeKeys()
    with store.open_workspace(other) as workspace:
        pins.end_others(workspace, roundbook.latest(workspace).office, (), LATER)
    assert updates.keys_at(paths).ended == known.speaking
    assert updates.keys_at(paths).speaking == frozenset()


def compare(workspace: Workspace, key: str) -> None:
    pins.mark_compared(workspace, roundbook.latest(workspace).office, key, LATER)


def test_a_key_is_trusted_once_it_was_compared_by_telephone_on_this_machine(desk: Path) -> None:
    with store.open_workspace(desk) as workspace:
        (key,) = updates.office_keys(workspace).speaking
        here = frozenset({key})
        assert updates.office_keys(workspace, here).trusted == frozenset()
        compare(workspace, key)
        assert updates.office_keys(workspace, here).trusted == here
        # a desk that was brought here says so of any key
        assert updates.office_keys(workspace).trusted == frozenset()
    assert updates.keys_at([desk], here).trusted == here
    assert updates.keys_at([desk]).trusted == frozenset()


@pytest.fixture
def named_later(demo: Path, desk: Path, tmp_path: Path) -> tuple[Path, str, str]:
    """A desk whose key of Home Affairs, the first one here, has named another in a round file; both codes."""
    new = samples.key("Sở Nội vụ mới")
    with store.open_workspace(desk) as workspace:
        (old,) = updates.office_keys(workspace).speaking
        compare(workspace, old)
        blob = round_naming(demo, office_key(demo, tmp_path), new)
        roundbook.take_round(workspace, blob, "2025.rdround", LATER)
    return desk, old, new.fingerprint


def test_a_key_named_by_a_trusted_one_is_trusted_too(named_later: tuple[Path, str, str]) -> None:
    path, old, new = named_later
    with store.open_workspace(path) as workspace:
        known = updates.office_keys(workspace, frozenset({old}))
        assert known.trusted == known.speaking == {old, new}
        assert updates.office_keys(workspace, frozenset({"another"})).trusted == frozenset()


def test_what_a_desk_only_says_of_a_key_vouches_for_nothing(desk: Path) -> None:
    """Whoever makes a desk up knows the fingerprint of Home Affairs' real key: it stands in every round file."""
    made_up = samples.key("Sở Nội vụ").certificate
    with store.open_workspace(desk) as workspace:
        (key,) = updates.office_keys(workspace).speaking
        compare(workspace, key)
        office = roundbook.latest(workspace).office
        for how in (How.NAMED, How.HANDED_OVER, How.COMPARED):
            pins.pin(workspace, office, "Sở Nội vụ", made_up, LATER, how)
            known = updates.office_keys(workspace, frozenset({key}))
            assert len(known.speaking) == 2
            assert known.trusted == {key}


def test_home_affairs_own_desk_knows_its_own_keys(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        (key,) = updates.office_keys(workspace).speaking
        assert updates.office_keys(workspace).trusted == frozenset()
        revoked = pins.Revocation(HOME_AFFAIRS, key, frozenset(), "Mất máy", "Lan", "")
        pins.revoke(workspace, revoked, LATER)
        assert updates.office_keys(workspace).ended == {key}


def test_a_desk_without_a_round_knows_no_key(tmp_path: Path) -> None:
    with store.create(tmp_path / "new.rdesk", store.Office.AGENCY, AGENCY, LATER) as workspace:
        assert updates.office_keys(workspace) == OfficeKeys()
