"""A workspace whose pages were damaged at random is told, shown and put back: a short run, and whether it would notice.

``make soak`` is the long run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reformdesk.core import backups, health, restoring, soundness, store
from reformdesk.core.store import Workspace
from reformdesk.errors import StoreError
from tests.core.builders import NOW
from tests.endurance import damage
from tests.endurance.damage import Damaging, Report

SEEDS = int(os.environ.get("REFORMDESK_DAMAGED", "40"))


@pytest.fixture(scope="module")
def damaging(tmp_path_factory: pytest.TempPathFactory) -> Damaging:
    return Damaging(tmp_path_factory.mktemp("damaged"), Report())


def report_on(damaging: Damaging, seeds: range) -> Report:
    damaging.report = Report()
    for seed in seeds:
        damaging.hurt(seed)
    return damaging.report


def test_a_damaged_workspace_is_told_and_put_back(damaging: Damaging) -> None:
    report = report_on(damaging, range(SEEDS))
    assert report.findings == [], str(report)
    assert report.ends.keys() == damage.HARMS.keys() | damage.LOG_HARMS.keys(), "more seeds are needed"
    assert report.told > SEEDS // 3, str(report)


def blind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(soundness, "problems", lambda _workspace: [])
    patch.setattr(store, "check", lambda _workspace: [])


def writing(patch: pytest.MonkeyPatch) -> None:
    right = store.open_workspace
    patch.setattr(store, "open_workspace", lambda path, to_look=False: right(path))


def well(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(health, "workspace_check", lambda _path: [])


def elsewhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(restoring, "restore", lambda _path, _backup, _now: None)


@pytest.mark.parametrize("broken", [blind, writing, well, elsewhere], ids=lambda one: one.__name__)
def test_it_notices(
    broken: Callable[[pytest.MonkeyPatch], None], damaging: Damaging, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    report = damaging.report = Report()
    for seed in range(SEEDS):
        damaging.hurt(seed)
        if report.findings:
            return
    pytest.fail("nothing was noticed")


def test_a_torn_workspace_drives_no_sound_backup_out(tmp_path: Path) -> None:
    ground = damage.Agency(tmp_path / "agency")
    ground.lay("closed")
    with store.open_workspace(ground.path) as workspace:
        kept = backups.backups(ground.path)
        assert kept
        _tear(workspace)
        with pytest.raises(StoreError, match="workspace-damaged"):
            backups.back_up(workspace.connection, ground.path, NOW.replace(year=NOW.year + 1))
        assert backups.backups(ground.path) == kept
        assert [one.suffix for one in kept[0].parent.iterdir()] == [".rdesk"] * len(kept)


def _tear(workspace: Workspace) -> None:
    """Let the file be torn while it is open."""
    content = bytearray(workspace.path.read_bytes())
    for place in range(damage.PAGE, len(content), 3 * damage.PAGE):
        content[place : place + 100] = b"\xff" * 100
    descriptor = os.open(workspace.path, os.O_WRONLY)
    # closing the file would let go of the lock: it is left open
    os.pwrite(descriptor, bytes(content), 0)
