"""A stick that is pulled out while a file on it is read: one clear sentence, nothing half in, and the rest goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reformdesk.core import intake, merged, second_place, store
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from tests import province
from tests.commands import Command, clear_line, unchanged
from tests.core.builders import NOW

_IN_TROUBLE = Path("/proc/self/mem")
"""The system says of it that it is a file, and fails with EIO when it is read."""

needs_proc = pytest.mark.skipif(not _IN_TROUBLE.exists(), reason="/proc has a file that cannot be read")

_READING: dict[str, tuple[str, ...]] = {
    "verify": ("verify", "x.rdsub"),
    "verify a report": ("verify", "--workspace", "OFFICE", "x.xlsx"),
    "merge a submission": ("merge", "--workspace", "OFFICE", "x.rdsub"),
    "merge a desk": ("merge", "--workspace", "OFFICE", "x.rdesk"),
    "enter a list": ("enter", "--workspace", "DESK", "--from", "x.csv"),
    "enter a form": ("enter", "--workspace", "DESK", "--from", "x.xlsx"),
    "fill": ("fill", "--workspace", "OFFICE", "--form", "x.docx", "--to", "OUT.docx"),
    "rekey": ("rekey", "--workspace", "OFFICE", "--order", "x.txt", "--to", "OUT.csv"),
    "agencies": ("edition", "--workspace", "OFFICE", "--agencies", "x.xlsx"),
    "indicators": ("edition", "--workspace", "OFFICE", "--indicators", "x.xlsx"),
    "letterhead": ("report", "--workspace", "OFFICE", "--letterhead", "x.docx", "--to", "OUT.docx"),
    "digest": ("digest", "--workspace", "x.rdesk"),
    "doctor": ("doctor", "--workspace", "x.rdesk"),
}


@needs_proc
@pytest.mark.parametrize("arguments", _READING.values(), ids=_READING.keys())
def test_a_file_that_fails_while_it_is_read_is_named(
    arguments: tuple[str, ...], office: Path, desk: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    given: list[str | Path] = []
    for one in arguments:
        if one.startswith("x."):
            (stick / one).symlink_to(_IN_TROUBLE)
        given.append({"OFFICE": office, "DESK": desk}.get(one, stick / one if one.startswith("x.") else one))
    given = [tmp_path / str(one) if str(one).startswith("OUT") else one for one in given]
    with unchanged(office, desk):
        said = command(*given)
    assert said.code == 1, said
    told = [line for line in (said.err + said.out).splitlines() if "x." in line]
    assert len(told) == 1, said
    clear_line(told[0])
    assert not list(tmp_path.glob("OUT*"))


def _gone(folder: Path) -> None:
    shutil.rmtree(folder)


def _moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def _shrunk(folder: Path) -> None:
    for one in folder.iterdir():
        one.write_bytes(one.read_bytes()[:-100])


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        one.write_bytes(b"")


@pytest.mark.parametrize("together", [1, 3, 16])
@pytest.mark.parametrize("pull", [_gone, _moved, _shrunk, _empty])
def test_what_was_read_before_the_stick_was_pulled_is_in_and_the_rest_comes_later(
    pull: Callable[[Path], None], together: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FILES_TOGETHER", together)
    read, whole = list[Path](), intake.read_file

    def pulled_after_three(path: Path) -> bytes:
        if len(read) == 3:
            pull(stick)
        read.append(path)
        return whole(path)

    made = province.make(tmp_path / "province", 8, 1, taken=0)
    stick = tmp_path / "stick"
    shutil.copytree(made.coming, stick)
    undisturbed = Path(shutil.copy(made.office, tmp_path / "undisturbed.rdesk"))
    with store.open_workspace(made.office) as workspace:
        with monkeypatch.context() as reading:
            reading.setattr(intake, "read_file", pulled_after_three)
            verdicts = [verdict for _, verdict in intake.take_all(workspace, stick, "folder", NOW)]
        states = [one.state for one in verdicts]
        count = len(list(made.coming.iterdir()))
        assert states == ["accepted"] * 3 + ["rejected"] * (count - 3)
        assert all(one.error is not None for one in verdicts[3:])
        assert _in(workspace) == 3
        assert store.check(workspace) == []
        again = [one.state for _, one in intake.take_all(workspace, made.coming, "folder", NOW)]
        assert sorted(again) == ["accepted"] * (count - 3) + ["known"] * 3
        wanted = merged.digest(workspace)
    with store.open_workspace(undisturbed) as workspace:
        for _ in intake.take_all(workspace, made.coming, "folder", NOW):
            pass
        assert merged.digest(workspace) == wanted


def _in(workspace: Workspace) -> int:
    return int(workspace.rows("SELECT count(*) AS held FROM files WHERE kind = 'submission'")[0]["held"])


@needs_proc
def test_a_copy_that_fails_while_it_is_brought_back_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "stick" / "office-20240101T000000Z"
    place.mkdir(parents=True)
    copy = place / "office-20240620T080000Z.rdesk"
    copy.symlink_to(_IN_TROUBLE)
    home = tmp_path / "home"
    with pytest.raises(ReformDeskError):
        second_place.bring_back(copy, home)
    assert [one.name for one in home.rglob("*") if one.is_file()] == []
