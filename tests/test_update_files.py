"""An installer beside a file: found, copied, checked and started, with nothing in between that could change it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reformdesk import update_files
from reformdesk.core import updates
from reformdesk.core.updates import OfficeKeys, Standing
from reformdesk.errors import Mendable, Refused, StoreError
from reformdesk.exchange import cades
from reformdesk.update_files import Offer
from tests.demo import LATER
from tests.exchange import samples
from tests.installers import REAL_SIZE, installer, named, put, seal_of, temporary

__all__ = ["temporary"]
pytestmark = pytest.mark.usefixtures("temporary")

OFFICE, OTHER, BEFORE = samples.key("Sở Nội vụ"), samples.key("Kẻ lạ"), samples.key("Sở Nội vụ trước đây")
KEYS = OfficeKeys(
    frozenset({OFFICE.fingerprint}), frozenset({BEFORE.fingerprint}), trusted=frozenset({OFFICE.fingerprint})
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A USB stick with the folder that Home Affairs sent."""
    folder = tmp_path / "USB" / "phat-hanh-2024-h1"
    folder.mkdir(parents=True)
    (folder / "2024-h1.rdround").write_bytes(b"PK")
    return folder


def near(stick: Path) -> Path:
    return stick / "2024-h1.rdround"


def looked(stick: Path, running: str = "1.0.0") -> Offer:
    return update_files.look(update_files.find(near(stick), running), KEYS)


def test_an_installer_sealed_by_a_known_key_is_offered_as_a_copy_of_ones_own(stick: Path, temporary: Path) -> None:
    path = put(stick, "1.2.0", OFFICE)
    offer = looked(stick)
    assert (offer.standing, offer.version, offer.name) == (Standing.SEALED, "1.2.0", named("1.2.0"))
    assert (offer.signer, offer.fingerprint) == ("Sở Nội vụ", OFFICE.fingerprint)
    assert offer.copy is not None
    assert offer.copy.read_bytes() == path.read_bytes()
    assert offer.copy.parent.parent == temporary
    assert stat.S_IMODE(offer.copy.parent.stat().st_mode) == 0o700
    assert not stat.S_IMODE(offer.copy.stat().st_mode) & 0o222
    update_files.throw_away(offer)
    assert list(temporary.iterdir()) == []


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def with_seal_of_another(path: Path) -> None:
    seal_of(path).write_bytes(cades.sign(b"another file", OFFICE, LATER))


def with_flipped_seal(path: Path) -> None:
    flipped(seal_of(path))


def with_empty_seal(path: Path) -> None:
    seal_of(path).write_bytes(b"")


def with_huge_seal(path: Path) -> None:
    seal_of(path).write_bytes(seal_of(path).read_bytes() + bytes(1 << 20))


def with_seal_that_is_a_folder(path: Path) -> None:
    seal_of(path).unlink()
    seal_of(path).mkdir()


def without_seal(path: Path) -> None:
    seal_of(path).unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        flipped,
        cut,
        longer,
        with_seal_of_another,
        with_flipped_seal,
        with_empty_seal,
        with_huge_seal,
        with_seal_that_is_a_folder,
    ],
)
def test_what_is_not_what_home_affairs_sent_is_never_offered(
    spoil: Callable[[Path], None], stick: Path, temporary: Path
) -> None:
    spoil(put(stick, "1.2.0", OFFICE))
    offer = looked(stick)
    assert (offer.standing, offer.copy, offer.problem) == (Standing.UNSOUND, None, None)
    assert list(temporary.iterdir()) == []


def test_what_carries_no_seal_is_not_offered_and_not_called_forged(stick: Path, temporary: Path) -> None:
    without_seal(put(stick, "1.2.0", OFFICE))
    assert (looked(stick).standing, looked(stick).copy) == (Standing.UNSEALED, None)
    assert list(temporary.iterdir()) == []


def test_an_old_installer_under_a_new_name_is_not_what_home_affairs_sent(stick: Path) -> None:
    put(stick, "9.9.9", OFFICE, stated="1.1.0")
    assert looked(stick).standing is Standing.OTHER_VERSION


def test_a_foreign_key_is_told_with_its_name_and_kept_for_after_the_comparison(stick: Path) -> None:
    put(stick, "1.2.0", OTHER)
    offer = looked(stick)
    assert (offer.standing, offer.signer, offer.fingerprint) == (Standing.UNKNOWN_KEY, "Kẻ lạ", OTHER.fingerprint)
    assert offer.copy is not None


def test_a_key_that_was_replaced_seals_nothing_any_more(stick: Path, temporary: Path) -> None:
    put(stick, "1.2.0", BEFORE)
    offer = looked(stick)
    assert (offer.standing, offer.copy) == (Standing.ENDED_KEY, None)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("running", ["1.2.0", "1.2", "1.2.1", "1.10.0"])
def test_the_same_or_a_lower_version_is_nothing_new(stick: Path, running: str) -> None:
    put(stick, "1.2.0", OFFICE)
    assert looked(stick, running) == Offer()


def test_ten_comes_after_nine(stick: Path) -> None:
    for version in ("1.9.0", "1.10.0", "1.2.0"):
        put(stick, version, OFFICE)
    assert looked(stick).version == "1.10.0"


def test_a_forged_newer_one_does_not_hide_the_one_that_home_affairs_sealed(stick: Path, temporary: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    put(stick, "9.0.0", OTHER)
    seal_of(put(stick, "9.9.9", OFFICE)).unlink()
    offer = looked(stick)
    assert (offer.version, offer.standing) == ("1.2.0", Standing.SEALED)
    assert offer.copy is not None
    assert list(temporary.iterdir()) == [offer.copy.parent]


@pytest.mark.parametrize("place", [".", "phat-hanh-2024-h1", "../phat-hanh-2024-h1-lan-2", ".."])
def test_it_is_found_where_the_folder_that_was_sent_may_lie(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "USB" / "đợt mới"
    folder.mkdir(parents=True)
    put(folder / place, "1.2.0", OFFICE)
    found = update_files.find(folder / "2024-h1.rdround", "1.0.0")
    assert [path.name for path in found] == [named("1.2.0")]


def test_what_was_issued_last_is_looked_at_first(tmp_path: Path) -> None:
    """A stick that went around for years has more such folders than are looked into."""
    folder = tmp_path / "USB"
    made = [put(folder / f"phat-hanh-{2000 + number}", "1.2.0", OFFICE).parent for number in range(30)]
    newest_first = [made[(number * 7) % 30] for number in range(30)]
    for age, one in enumerate(newest_first):
        os.utime(one, (10**6 - age * 1000, 10**6 - age * 1000))
    assert update_files.places(folder / "2024-h1.rdround")[2:] == newest_first[:20]
    found = update_files.find(folder / "2024-h1.rdround", "1.0.0")
    assert [path.parent for path in found] == newest_first[:5]


def test_decoys_without_a_seal_do_not_keep_the_sealed_one_from_being_looked_at(stick: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    for number in range(20):
        without_seal(put(stick, f"9.{number}.0", OFFICE))
    offer = looked(stick)
    assert (offer.version, offer.standing) == ("1.2.0", Standing.SEALED)


def test_other_folders_are_not_looked_into(stick: Path) -> None:
    put(stick.parent / "Ảnh", "1.2.0", OFFICE)
    put(stick / "bieu-excel", "1.2.0", OFFICE)
    assert update_files.find(near(stick), "1.0.0") == []


@pytest.mark.parametrize(
    "name", ["ReformDesk-1.2.0-setup.exe .exe", "ReformDesk-1.2.0-setup (2).exe", "ReformDesk-1.2.0\u202e-setup.exe"]
)
def test_odd_names_are_left_alone(stick: Path, name: str) -> None:
    put(stick, "1.2.0", OFFICE).rename(stick / name)
    assert update_files.find(near(stick), "1.0.0") == []


def test_links_are_not_followed(stick: Path, tmp_path: Path) -> None:
    real = put(tmp_path / "elsewhere", "1.2.0", OFFICE)
    (stick / real.name).symlink_to(real)
    (stick / seal_of(real).name).symlink_to(seal_of(real))
    (stick.parent / "phat-hanh-2025").symlink_to(real.parent, target_is_directory=True)
    assert update_files.find(near(stick), "1.0.0") == []
    (stick / named("1.3.0")).mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(stick / named("1.4.0"))
    assert update_files.find(near(stick), "1.0.0") == []


def test_a_seal_that_is_a_link_is_none(stick: Path, tmp_path: Path) -> None:
    path = put(stick, "1.2.0", OFFICE)
    seal_of(path).rename(tmp_path / "seal")
    seal_of(path).symlink_to(tmp_path / "seal")
    assert looked(stick).standing is Standing.UNSOUND


def test_what_goes_away_while_it_is_looked_at_is_told_and_leaves_nothing(stick: Path, temporary: Path) -> None:
    path = put(stick, "1.2.0", OFFICE)
    found = update_files.find(near(stick), "1.0.0")
    path.unlink()
    offer = update_files.look(found, KEYS)
    assert (offer.standing, offer.copy) == (None, None)
    assert isinstance(offer.problem, Mendable)
    assert offer.problem.code == "file-unreadable"
    assert list(temporary.iterdir()) == []


def test_a_stick_that_was_pulled_out_holds_nothing(tmp_path: Path) -> None:
    assert update_files.find(tmp_path / "gone" / "gone" / "2024-h1.rdround", "1.0.0") == []


def test_a_folder_that_the_system_forbids_holds_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(stick, "1.2.0", OFFICE)
    listed = os.scandir

    def forbidding(folder: Path) -> object:
        if folder == stick:
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", forbidding)
    assert update_files.find(near(stick), "1.0.0") == []


def test_no_room_among_the_temporary_files_is_told(stick: Path, temporary: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    temporary.rmdir()
    offer = looked(stick)
    assert isinstance(offer.problem, StoreError)
    assert offer.standing is None


def test_a_file_far_too_large_is_not_copied_to_its_end(
    stick: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "LARGEST_INSTALLER", 1 << 20)
    put(stick, "1.2.0", OFFICE, size=3 << 20)
    offer = looked(stick)
    assert offer.problem is not None
    assert offer.problem.code == "too-large"
    assert list(temporary.iterdir()) == []


def test_a_search_that_was_stopped_looks_at_nothing(stick: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    assert update_files.look(update_files.find(near(stick), "1.0.0"), KEYS, lambda: False) == Offer()


def test_the_checked_bytes_are_started(stick: Path) -> None:
    path = put(stick, "1.2.0", OFFICE, size=REAL_SIZE)
    content = path.read_bytes()
    offer = looked(stick)
    # whatever happens on the stick meanwhile
    path.write_bytes(installer("1.2.0") + b"evil")
    started: list[bytes] = []
    update_files.start(offer, lambda program: started.append(program.read_bytes()))
    assert started == [content]


def test_a_copy_that_was_swapped_between_check_and_start_is_not_started(stick: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    offer = looked(stick)
    assert offer.copy is not None
    offer.copy.unlink()
    offer.copy.write_bytes(installer("1.2.0") + b"evil")
    started: list[Path] = []
    with pytest.raises(Refused, match="installer-changed"):
        update_files.start(offer, started.append)
    offer.copy.unlink()
    with pytest.raises(Mendable, match="installer-not-started"):
        update_files.start(offer, started.append)
    with pytest.raises(Refused, match="installer-changed"):
        update_files.start(Offer("1.2.0", named("1.2.0"), Standing.UNSOUND), started.append)
    assert started == []


def test_an_installer_that_the_system_holds_back_is_told(stick: Path) -> None:
    put(stick, "1.2.0", OFFICE)

    def held_back(program: Path) -> None:
        raise PermissionError(13, "Operation did not complete because the file contains a virus", str(program))

    with pytest.raises(Mendable, match="installer-not-started"):
        update_files.start(looked(stick), held_back)


def test_what_an_installation_left_behind_goes_with_the_next_one(stick: Path, temporary: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    left, running = looked(stick), looked(stick)
    assert left.copy is not None
    assert running.copy is not None
    days_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(left.copy.parent, (days_ago, days_ago))
    link = temporary / "reformdesk-update-link"
    link.symlink_to(stick, target_is_directory=True)
    os.utime(link, (days_ago, days_ago), follow_symlinks=False)
    looked(stick)
    assert not left.copy.parent.exists()
    assert running.copy.exists()
    assert (stick / named("1.2.0")).exists()


def left_behind(temporary: Path) -> Path:
    folder = temporary / "reformdesk-update-left"
    folder.mkdir()
    (folder / named("1.2.0")).write_bytes(b"MZ")
    return folder


def grow_old(folder: Path) -> None:
    days_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(folder, (days_ago, days_ago))


def test_only_what_the_program_made_is_taken_away(stick: Path, temporary: Path, tmp_path: Path) -> None:
    put(stick, "1.2.0", OFFICE)
    folder = left_behind(temporary)
    (folder / "ghi-chú.txt").write_bytes(b"mine")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "x").write_bytes(b"")
    other = tmp_path / "other"
    other.write_bytes(b"")
    other.chmod(0o400)
    (folder / named("1.3.0")).symlink_to(other)
    grow_old(folder)
    update_files.throw_away(looked(stick))
    assert {one.name for one in folder.iterdir()} == {"ghi-chú.txt", "deeper", named("1.3.0")}
    assert stat.S_IMODE(other.stat().st_mode) == 0o400


def test_a_junction_is_not_followed(stick: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows it is a folder to all but its reparse tag."""
    put(stick, "1.2.0", OFFICE)
    folder = left_behind(temporary)
    grow_old(folder)
    lstat = Path.lstat

    class Junction:
        st_mode, st_mtime, st_reparse_tag = stat.S_IFDIR | 0o700, 0.0, 0xA0000003

    monkeypatch.setattr(Path, "lstat", lambda path: Junction() if path == folder else lstat(path))
    update_files.throw_away(looked(stick))
    assert (folder / named("1.2.0")).exists()
    monkeypatch.undo()


def test_a_read_only_copy_is_taken_away_where_the_system_keeps_it(
    stick: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(stick, "1.2.0", OFFICE)
    offer = looked(stick)
    unlink = Path.unlink

    def as_on_windows(path: Path, **arguments: bool) -> None:
        if not path.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(13, "Access is denied", str(path))
        unlink(path, **arguments)

    monkeypatch.setattr(Path, "unlink", as_on_windows)
    update_files.throw_away(offer)
    assert list(temporary.iterdir()) == []


def test_what_is_started_is_not_told_the_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFORMDESK_PASSPHRASE", "demo")
    monkeypatch.setenv("REFORMDESK_OTHER", "1")
    told = update_files.environment()
    assert "demo" not in told.values()
    assert told["REFORMDESK_OTHER"] == "1"
    assert told.get("PATH") == os.environ.get("PATH")
