"""Disks that are full, in trouble, read-only or pulled out, and processes that are stopped: nothing is lost."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import backups, entry, roundbook, store
from reformdesk.core.values import Number
from reformdesk.errors import StoreError
from tests.core.builders import NOW
from tests.endurance import cramped, desk, typing_process
from tests.endurance.ledger import Ledger, read_log
from tests.endurance.scenes import ROUND
from tests.endurance.small_disk import ROOT, on_a_small_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, mounts and signals of POSIX")

JOBS = (
    *("a value", "a block", "undo", "a backup", "a file", "opening", "sealing", "founding", "migrating"),
    *("taking in", "taking a folder in", "deciding", "giving time", "closing", "remembering totals", "report files"),
    *("a second place", "drawing", "restoring"),
)
TOLD = {
    "a backup": {"backup-failed"},
    "migrating": {"backup-failed"},
    "a second place": {"backup-failed"},
}
"""What is told beside that the disk is full."""


Outcomes = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What came of every way of writing on a disk that is full."""
    folder = tmp_path_factory.mktemp("full") / "disk"
    said = on_a_small_disk(folder, f'"{sys.executable}" -m {cramped.__name__} tmpfs "$0"')
    assert said.returncode == 0, said.stderr
    return dict(json.loads(said.stdout))


@pytest.fixture(scope="module")
def in_trouble(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What came of every way of writing where no file may grow."""
    folder = tmp_path_factory.mktemp("limited")
    words = [sys.executable, "-m", cramped.__name__, "limit", str(folder)]
    said = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    return dict(json.loads(said.stdout))


@pytest.mark.parametrize("job", JOBS)
def test_a_full_disk_is_told_and_nothing_is_lost(job: str, full: Outcomes) -> None:
    outcome = full[job]
    assert outcome["wrong"] == []
    assert set(outcome["codes"]) <= {"disk-full"} | TOLD.get(job, set())
    # a workspace opens however full the disk is
    assert bool(outcome["codes"]) == (job != "opening")


@pytest.mark.parametrize("job", JOBS)
def test_a_disk_in_trouble_is_told_and_nothing_is_lost(job: str, in_trouble: Outcomes) -> None:
    outcome = in_trouble[job]
    assert outcome["wrong"] == []
    assert set(outcome["codes"]) <= {"disk-trouble", "disk-full"} | TOLD.get(job, set())
    assert bool(outcome["codes"]) == (job != "opening")


def test_no_way_of_writing_is_left_out(in_trouble: Outcomes) -> None:
    assert tuple(in_trouble) == JOBS


def test_a_workspace_on_a_read_only_disk_is_refused_with_the_reason(tmp_path: Path) -> None:
    python = f'"{sys.executable}" -c'
    make = "import sys; from pathlib import Path; from tests.endurance import desk; desk.make(Path(sys.argv[1]) / 'd')"
    look = (
        "import sys; from pathlib import Path; from reformdesk.core import store\n"
        "try: store.open_workspace(next(Path(sys.argv[1]).glob('d/*.rdesk')))\n"
        "except store.StoreError as told: print(told.code)"
    )
    said = on_a_small_disk(
        tmp_path / "disk", f'{python} "{make}" "$0" && mount -o remount,ro "$0" && {python} "{look}" "$0"'
    )
    assert said.stdout.strip() == "workspace-read-only", said.stderr


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return desk.make(tmp_path / "stick")


@contextmanager
def typing(path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Let a process type at a desk; gives the process and its log."""
    log = path.parent.parent / "log"
    words = [sys.executable, "-m", typing_process.__name__, str(path), str(log)]
    with subprocess.Popen(words, cwd=ROOT) as process:
        try:
            wait_for(process, log, 20)
            yield process, log
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[bytes], log: Path, more: int) -> None:
    """Wait until so many more steps were acknowledged."""
    wanted = read_log(log).acknowledged + more
    while read_log(log).acknowledged < wanted:
        assert process.poll() is None, "the process has ended"


def told(log: Path) -> list[str]:
    """Return the codes that the process was told."""
    return [str(detail) for what, detail in read_log(log).said if what == "told"]


def kept(path: Path, log: Path) -> list[str]:
    """Return what of the acknowledged is missing, or unsound."""
    with store.open_workspace(path) as workspace:
        return desk.settle(workspace, ROUND, read_log(log).outcomes(Ledger()))[1]


def test_a_process_that_was_stopped_goes_on(path: Path) -> None:
    with typing(path) as (process, log):
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)
        before = read_log(log).acknowledged
        with pytest.raises(StoreError, match="workspace-busy"):
            store.open_workspace(path)
        assert read_log(log).acknowledged == before
        process.send_signal(signal.SIGCONT)
        wait_for(process, log, 20)
        process.kill()
        process.wait()
        assert told(log) == []
    assert kept(path, log) == []


def test_what_a_stopped_process_held_is_free_once_it_is_killed(path: Path) -> None:
    with typing(path) as (process, log):
        process.send_signal(signal.SIGSTOP)
        process.kill()
        process.wait()
    assert kept(path, log) == []


def test_the_next_step_says_that_the_disk_is_in_trouble_and_later_ones_go_on(path: Path) -> None:
    with typing(path) as (process, log):
        # the log is smaller than that, the WAL is not
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1 << 16, resource.RLIM_INFINITY))
        while not told(log):
            assert process.poll() is None
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        wait_for(process, log, 20)
        process.kill()
        process.wait()
        assert set(told(log)) == {"disk-trouble"}
    assert kept(path, log) == []


def test_the_next_step_says_that_the_folder_is_gone_and_goes_on_when_it_is_back(path: Path) -> None:
    elsewhere = path.parent.with_name("pulled")
    with typing(path) as (process, log):
        path.parent.rename(elsewhere)
        while not told(log):
            assert process.poll() is None
        elsewhere.rename(path.parent)
        wait_for(process, log, 20)
        process.kill()
        process.wait()
        assert set(told(log)) == {"workspace-gone"}
    assert kept(path, log) == []


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_was_deleted_or_replaced(path: Path, replaced: bool) -> None:
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        content = path.read_bytes()
        path.unlink()
        if replaced:
            path.write_bytes(content)
        with pytest.raises(StoreError) as caught:
            entry.set_value(workspace, round_, round_.owed(workspace.owner)[0], Number(Decimal(1)), NOW)
    assert caught.value.code == "workspace-gone"
    assert caught.value.params == {"file": path.name, "folder": str(path.parent)}


def test_backups_go_on_after_the_clock_was_turned_back(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        assert store.backup_if_due(workspace, NOW + timedelta(days=3650)) is not None
        assert store.backup_if_due(workspace, NOW) is not None
        assert len(backups.backups(path)) == 2
