"""A folder is taken in by portions that reach the disk together: whole or not at all, and told only then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import filing, intake, roundbook, store
from reformdesk.core.store import Workspace
from reformdesk.errors import StoreError
from tests import province
from tests.core.builders import NOW

COUNT = 8


@pytest.fixture
def made(tmp_path: Path) -> province.Province:
    """A province none of whose files are in, with only so many that came."""
    laid_out = province.make(tmp_path / "province", COUNT, 1, taken=0)
    for left_out in sorted(laid_out.coming.iterdir())[COUNT:]:
        left_out.unlink()
    return laid_out


@pytest.fixture
def office(made: province.Province) -> Iterator[Workspace]:
    with store.open_workspace(made.office) as workspace:
        yield workspace


def commits(office: Workspace, folder: Path) -> list[int]:
    """Return after how many commits each verdict was told."""
    said: list[str] = []
    office.connection.set_trace_callback(said.append)
    told = [said.count("COMMIT") for _ in intake.take_all(office, folder, "folder", NOW)]
    office.connection.set_trace_callback(None)
    return told


@pytest.mark.parametrize(
    ("files", "size", "told"),
    [
        (16, 1 << 20, [1] * COUNT),
        (3, 1 << 20, [1, 1, 1, 2, 2, 2, 3, 3]),
        (16, 1, [*range(1, COUNT + 1)]),
    ],
)
def test_so_many_files_wait_for_the_disk_together(
    files: int, size: int, told: list[int], made: province.Province, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FILES_TOGETHER", files)
    monkeypatch.setattr(intake, "BYTES_TOGETHER", size)
    assert commits(office, made.coming) == told


def test_a_portion_that_cannot_be_written_is_in_with_nothing_and_nobody_was_told(
    made: province.Province, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FILES_TOGETHER", 3)
    whole = filing.file
    written: list[str] = []

    def full_once(*given: object) -> None:
        whole(*given)  # type: ignore[arg-type] # handed on as they came
        written.append("")
        if len(written) == 5:
            raise StoreError("disk-full", file="office")

    monkeypatch.setattr(filing, "file", full_once)
    told: list[str] = []
    with pytest.raises(StoreError, match="disk-full"):
        told.extend(verdict.state for _, verdict in intake.take_all(office, made.coming, "folder", NOW))
    assert told == ["accepted"] * 3
    newest = roundbook.latest(office).id
    assert len(filing.filed(office, "submission", newest)) == 3
    again = [verdict.state for _, verdict in intake.take_all(office, made.coming, "folder", NOW)]
    assert sorted(again) == ["accepted"] * (COUNT - 3) + ["known"] * 3


def test_the_workspace_itself_is_no_file_that_came(made: province.Province, office: Workspace) -> None:
    (made.coming / "again.rdesk").hardlink_to(office.path)
    taken = [file.name for file, _ in intake.take_all(office, made.office.parent, "folder", NOW)]
    assert len(taken) >= COUNT
    assert not {one for one in taken if one.startswith((office.path.name, "again"))}
