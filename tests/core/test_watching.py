"""A watched folder: what is whole is given out once, and what is half written is left alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.watching import Folder, Look, Watch

OURS = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.etsi.asic-e+zip" + bytes(200)
A, B = Path("a.rdsub"), Path("b.rdsub")


def look_twice(folder: Folder, watch: Watch) -> list[str]:
    return [path.name for _ in range(2) for path in watch.whole_and_new(folder.look())]


def test_a_file_is_given_out_when_it_looks_the_same_twice() -> None:
    watch = Watch()
    assert watch.whole_and_new({A: Look(10, 1)}) == ()
    assert watch.whole_and_new({A: Look(10, 1)}) == (A,)
    assert watch.whole_and_new({A: Look(10, 1)}) == ()


def test_a_file_that_grows_is_left_alone_until_it_rests() -> None:
    watch = Watch()
    for written in range(5):
        assert watch.whole_and_new({A: Look(10 * written, written)}) == ()
    assert watch.whole_and_new({A: Look(40, 4)}) == (A,)


def test_a_file_without_a_byte_is_one_that_is_about_to_be_written() -> None:
    watch = Watch()
    assert [watch.whole_and_new({A: Look(0, 1)}) for _ in range(3)] == [(), (), ()]


def test_a_file_that_changes_after_it_was_taken_is_given_out_again() -> None:
    watch = Watch()
    for look in (Look(10, 1), Look(10, 1), Look(12, 9)):
        watch.whole_and_new({A: look})
    assert watch.whole_and_new({A: Look(12, 9)}) == (A,)


def test_a_renamed_file_is_another_file_and_one_that_comes_back_too() -> None:
    watch = Watch()
    for listing in ({A: Look(10, 1)}, {A: Look(10, 1)}, {B: Look(10, 1)}):
        watch.whole_and_new(listing)
    assert watch.whole_and_new({B: Look(10, 1)}) == (B,)
    watch.whole_and_new({})
    watch.whole_and_new({B: Look(10, 1)})
    assert watch.whole_and_new({B: Look(10, 1)}) == (B,)


def test_what_could_not_be_read_is_given_out_again() -> None:
    watch = Watch()
    listing = {A: Look(10, 1)}
    watch.whole_and_new(listing)
    assert watch.whole_and_new(listing) == (A,)
    watch.give_again(A)
    assert watch.whole_and_new(listing) == (A,)


@given(st.lists(st.dictionaries(st.sampled_from([A, B]), st.builds(Look, st.integers(0, 2), st.integers(0, 2)))))
def test_nothing_is_given_out_twice_as_it_is_nor_before_it_rests(listings: list[dict[Path, Look]]) -> None:
    watch = Watch()
    before: dict[Path, Look] = {}
    given_out: dict[Path, Look] = {}
    for now in listings:
        given_out = {path: look for path, look in given_out.items() if path in now}
        for path in watch.whole_and_new(now):
            assert now[path] == before.get(path)
            assert given_out.get(path) != now[path]
            given_out[path] = now[path]
        before = now


def test_a_folder_shows_submissions_whatever_their_names_and_nothing_else(tmp_path: Path) -> None:
    inner = tmp_path / "Thư đến" / "Sở Y tế"
    inner.mkdir(parents=True)
    (inner / "bao cao (1).zip").write_bytes(OURS)
    (tmp_path / "so-y-te-r1.rdsub").write_bytes(b"hong")
    for name in ("cong van.pdf", "anh.jpg", "tai lieu.zip"):
        (tmp_path / name).write_bytes(b"PK\x03\x04" + bytes(80))
    for name in (".giau.rdsub", "~$bao cao.rdsub", "so-y-te.rdsub.crdownload", "so-y-te.rdsub.part"):
        (tmp_path / name).write_bytes(OURS)
    assert sorted(path.name for path in Folder(tmp_path).look()) == ["bao cao (1).zip", "so-y-te-r1.rdsub"]
    assert look_twice(Folder(tmp_path), Watch()) == ["bao cao (1).zip", "so-y-te-r1.rdsub"]


def test_a_file_that_grows_in_a_folder_is_taken_whole(tmp_path: Path) -> None:
    folder, watch = Folder(tmp_path), Watch()
    file = tmp_path / "a.rdsub"
    for size in (10, 100, len(OURS)):
        file.write_bytes(OURS[:size])
        os.utime(file, ns=(size, size))
        assert watch.whole_and_new(folder.look()) == ()
    assert watch.whole_and_new(folder.look()) == (file,)


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="whoever may read everything is never refused")
def test_a_locked_file_comes_when_it_can_be_read(tmp_path: Path) -> None:
    folder, watch = Folder(tmp_path), Watch()
    file = tmp_path / "a.rdsub"
    file.write_bytes(OURS)
    file.chmod(0)
    assert look_twice(folder, watch) == []
    file.chmod(0o600)
    assert look_twice(folder, watch) == ["a.rdsub"]


def test_a_file_that_another_program_holds_comes_when_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, watch = Folder(tmp_path), Watch()
    (tmp_path / "a.rdsub").write_bytes(OURS)

    def held(*_: object) -> None:
        raise PermissionError("held")

    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", held)
        assert look_twice(folder, watch) == []
    assert look_twice(folder, watch) == ["a.rdsub"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert Folder(tmp_path / "khong co").look() == {}
    (tmp_path / "tep").write_bytes(OURS)
    assert Folder(tmp_path / "tep").look() == {}


def test_a_folder_is_not_read_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path)
    (tmp_path / "thu.eml").write_bytes(b"From: a" * 100)
    (tmp_path / "a.rdsub").write_bytes(OURS)
    first = folder.look()

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("builtins.open", refuse)
    assert folder.look() == first
