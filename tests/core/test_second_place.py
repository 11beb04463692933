"""A second place keeps whole copies and the key; what goes wrong there is said and harms nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.core import backups, intake, keyring, merged, second_place, store
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, ReformDeskError, StoreError
from tests.demo import LATER, submission_files, without_submissions

PASSPHRASE = DEFAULT_PASSPHRASE


@pytest.fixture
def path(office: Path, demo: Path) -> Path:
    """Home Affairs' workspace with its key beside it."""
    shutil.copytree(demo / "keys", office.parent / "keys")
    return office


@pytest.fixture
def desk(path: Path) -> Iterator[Workspace]:
    with store.open_workspace(path) as workspace:
        yield workspace


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "USB của Sở"
    made.mkdir()
    return made


def copied(desk: Workspace) -> Path:
    found = second_place.copy(desk, LATER)
    assert found is not None
    return found


def test_without_a_place_nothing_is_copied_and_that_is_worrying(desk: Workspace) -> None:
    assert second_place.state(desk) == second_place.SecondPlace()
    assert second_place.state(desk).is_worrying(LATER)
    assert second_place.copy(desk, LATER) is None


def test_a_copy_opens_with_its_key_and_holds_everything(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    assert second_place.state(desk).is_worrying(LATER)
    copy = copied(desk)
    standing = second_place.state(desk)
    assert (standing.folder, standing.behind, standing.failed) == (str(stick), False, "")
    assert not standing.is_worrying(LATER + timedelta(days=30))
    assert keyring.copied_at(desk) == standing.made_at
    assert second_place.is_copy(copy)
    assert not second_place.is_copy(desk.path)
    with store.open_workspace(copy) as opened:
        assert merged.digest(opened) == merged.digest(desk)
        assert keyring.unlock(opened, PASSPHRASE)
        key = keyring.find(opened)
        assert key is not None
        assert key.parent.parent == copy.parent


def test_what_comes_later_leaves_the_copy_behind(desk: Workspace, stick: Path, demo: Path) -> None:
    second_place.choose(desk, stick)
    copied(desk)
    with desk.atomic():
        desk.db.execute("DELETE FROM standing")
        desk.db.execute("DELETE FROM files WHERE kind = 'submission' AND agency = 'so-y-te'")
    standing = second_place.state(desk)
    assert standing.behind
    assert not standing.is_worrying(LATER + timedelta(hours=23))
    assert standing.is_worrying(LATER + timedelta(hours=25))


def test_the_oldest_copies_make_room(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    made = [second_place.copy(desk, LATER + timedelta(hours=hour)) for hour in range(5)]
    assert made[-1] is not None
    assert second_place.copies(made[-1].parent) == made[-second_place.KEPT :]


def test_a_new_key_does_not_take_the_old_ones_place(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    folder = copied(desk).parent / "keys"
    keyring.replace(desk, "Sở Nội vụ", "mật khẩu mới", LATER, rounds=1000)
    assert second_place.state(desk).behind
    second_place.copy(desk, LATER + timedelta(hours=1))
    assert len(list(folder.glob("home-affairs*.p12"))) == 2


def test_the_place_of_the_workspace_itself_is_no_second_one(desk: Workspace, tmp_path: Path) -> None:
    for folder in (desk.path.parent, tmp_path):
        with pytest.raises(Mendable) as refused:
            second_place.choose(desk, folder)
        assert refused.value.code == "second-place-here"
    with pytest.raises(StoreError) as missing:
        second_place.choose(desk, tmp_path / "not plugged in")
    assert missing.value.code == "second-place-missing"


def test_a_stick_that_was_pulled_is_told_and_costs_nothing(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    copied(desk)
    away = stick.rename(stick.with_name("pulled"))
    for _ in range(2):
        with pytest.raises(StoreError) as missing:
            second_place.copy(desk, LATER)
        assert missing.value.code == "second-place-missing"
        # a mount point may stay behind, empty
        stick.mkdir(exist_ok=True)
    assert list(stick.iterdir()) == []
    assert not list(desk.path.parent.glob("backups/*.second"))
    second_place.note_failed(desk, "second-place-missing")
    assert second_place.state(desk).is_worrying(LATER)
    stick.rmdir()
    away.rename(stick)
    copied(desk)
    assert second_place.state(desk).failed == ""


@pytest.mark.parametrize("trouble", ["full", "lies"])
def test_a_stick_in_trouble_keeps_what_it_has(
    desk: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    second_place.choose(desk, stick)
    good = copied(desk)
    before = good.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        if trouble == "full":
            patched.setattr(shutil, "copyfileobj", full)
        else:
            patched.setattr(shutil, "copyfileobj", lambda _, target, __: target.write(b"\0" * 4096))
        with pytest.raises(StoreError) as told:
            second_place.copy(desk, LATER + timedelta(hours=1))
    assert told.value.code == {"full": "disk-full", "lies": "second-place-unsound"}[trouble]
    assert [one.name for one in good.parent.iterdir() if one.is_file()] == [good.name]
    assert good.read_bytes() == before


def test_what_a_pulled_stick_left_half_written_goes_with_the_next_copy(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    folder = copied(desk).parent
    (folder / ".home-affairs-20260101T000000Z.rdesk.part").write_bytes(b"SQLite")
    copied(desk)
    assert not list(folder.glob(".*"))


def test_what_a_copy_that_was_cut_short_left_is_no_part_of_the_next(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    unfinished = desk.path.parent / backups.FOLDER / f"{desk.path.stem}.second"
    unfinished.parent.mkdir(exist_ok=True)
    for ending in ("", *backups.BESIDE):
        unfinished.with_name(unfinished.name + ending).write_bytes(b"SQLite")
    prepared = second_place.prepare(desk, LATER)
    assert [one.name for one in unfinished.parent.iterdir() if one.name.startswith(unfinished.name)] == [
        unfinished.name
    ]
    with store.open_kept(second_place.deliver(prepared)) as kept:
        assert store.check(kept.workspace) == []


def test_given_up_it_stays_as_it_is(desk: Workspace, stick: Path) -> None:
    second_place.choose(desk, stick)
    copy = copied(desk)
    second_place.choose(desk, None)
    assert second_place.state(desk) == second_place.SecondPlace()
    assert copy.exists()


def test_a_dead_machine_is_rebuilt_from_the_copy_and_the_mail(path: Path, stick: Path, demo: Path) -> None:
    """The copy is from before the agencies' last files; the mail folder has them all, and older ones too."""
    mail = submission_files(demo)
    without_submissions(path)
    with store.open_workspace(path) as desk:
        second_place.choose(desk, stick)
        intake_all(desk, mail[:10])
        copy = copied(desk)
        intake_all(desk, mail)
        expected = merged.digest(desk)
        assert second_place.state(desk).behind
    shutil.rmtree(path.parent)
    again = second_place.bring_back(copy, path.parent)
    assert again == path
    with store.open_workspace(again) as desk:
        assert merged.digest(desk) != expected
        intake_all(desk, reversed(mail))
        assert merged.digest(desk) == expected
        assert keyring.unlock(desk, PASSPHRASE)
        # its copies go on in the same folder
        assert copied(desk).parent == copy.parent
    with pytest.raises(ReformDeskError) as refused:
        second_place.bring_back(copy, path.parent)
    assert refused.value.code == "workspace-exists"


def intake_all(desk: Workspace, files: Iterable[Path]) -> None:
    for one in files:
        intake.take(desk, one.name, one.read_bytes(), "folder", LATER)
