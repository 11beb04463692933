"""A folder in which nothing can be written: each way of writing says so, and leaves nothing half there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import backups, store
from tests.core.builders import NOW
from tests.endurance import desk, read_only
from tests.endurance.small_disk import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")

_OLD = b"the older report"
TOLD = {
    "opening": "workspace-read-only",
    "founding": "folder-read-only",
    "a file": "folder-read-only",
    "files": "folder-read-only",
    "asking": "folder-read-only",
    "a folder": "folder-read-only",
    "bringing back": "folder-read-only",
    "a copy": "backup-failed",
    "a second place": "folder-read-only",
    "a backup": "backup-failed",
}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A desk that can be written, Home Affairs' in a folder that cannot, and a copy in a second place."""
    desk.make(tmp_path / "desk")
    (tmp_path / "desk" / backups.FOLDER).mkdir()
    office = tmp_path / "office"
    office.mkdir()
    shutil.copy(desk.newest("home-affairs.rdesk"), office / "office.rdesk")
    (office / "report.xlsx").write_bytes(_OLD)
    copy = tmp_path / "second" / "desk-20240101T000000Z" / "desk-20240620T080000Z.rdesk"
    copy.parent.mkdir(parents=True)
    shutil.copy(desk.newest("agency.rdesk"), copy)
    office.chmod(0o555)
    yield tmp_path
    for closed in (office, tmp_path / "desk" / backups.FOLDER):
        closed.chmod(0o755)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_each_way_of_writing_says_so_and_leaves_all_as_it_was(folder: Path) -> None:
    before = contents(folder / "office")
    said = subprocess.run(
        [sys.executable, "-m", read_only.__name__, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=read_only.without_power,
    )
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout) == TOLD
    assert contents(folder / "office") == before
    assert list((folder / "desk" / backups.FOLDER).iterdir()) == []
    with store.open_workspace(folder / "desk" / f"{desk.AGENCY}.rdesk") as workspace:
        assert desk.problems(workspace) == []
        # what was refused is done once it may be
        (folder / "desk" / backups.FOLDER).chmod(0o755)
        assert store.backup_if_due(workspace, NOW) is not None
