"""A killed process loses nothing that was acknowledged: a short run of the robot, and whether it would notice.

``make soak`` is the long run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import entry, history, roundbook, store
from reformdesk.core.schema import MIGRATIONS
from reformdesk.core.values import Number
from tests.core.builders import NOW
from tests.endurance import desk, robot
from tests.endurance.ledger import Kind, Ledger, Step
from tests.endurance.scenes import ROUND

KILLS = int(os.environ.get("REFORMDESK_KILLS", "12"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills by SIGKILL")


def run_robot(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the robot in a process that has no threads and no QApplication: it forks."""
    return subprocess.run(
        [sys.executable, "-m", robot.__name__, *arguments],
        cwd=Path(robot.__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def test_whatever_was_acknowledged_is_there_after_a_kill() -> None:
    said = run_robot("--kills", str(KILLS), "--seed", "1")
    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout.startswith(f"{KILLS} kills")
    assert all(name in said.stdout for name in robot.SCENES)


def test_an_older_workspace_of_every_schema_is_whole_after_a_kill() -> None:
    older = [one for one in desk.FROZEN.glob("*/*.rdesk") if int(one.parent.name) < len(MIGRATIONS)]
    said = run_robot("--kills", str(2 * len(older)), "--seed", "1", "--only", "migrating")
    assert said.returncode == 0, said.stdout + said.stderr
    assert int(said.stdout.rpartition("killed at work: migrating ")[2]) > len(older) // 2


def test_a_scene_that_was_never_hit_at_its_work_is_no_proof() -> None:
    report = robot.Report()
    report.kills["typing"] = 20
    assert report.all_findings == ["typing was never killed at its work"]
    report.at_work["typing"] = 1
    assert report.all_findings == []


def test_the_robot_notices_a_promise_that_is_not_kept() -> None:
    said = run_robot("--kills", "1", "--only", "careless")
    assert said.returncode == 1
    assert "promised 1 lines, found 0" in said.stdout


@pytest.mark.parametrize("seed", range(3))
def test_the_ledger_says_what_the_desk_does(seed: int, tmp_path: Path) -> None:
    path = desk.make(tmp_path / "desk")
    ledger = Ledger()
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        typist = desk.Typist(Random(seed), round_, workspace.owner)
        for _ in range(200):
            step = typist.step(ledger)
            desk.perform(workspace, round_, step)
            ledger = ledger.after(step)
        assert desk.standing(workspace, ROUND) == (dict(ledger.answers), ledger.lines)
        assert desk.settle(workspace, ROUND, [ledger])[1] == []
        assert history.problems(workspace) == []


def test_of_a_block_all_is_there_or_nothing(tmp_path: Path) -> None:
    path = desk.make(tmp_path / "desk")
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        typist = desk.Typist(Random(1), round_, workspace.owner)
        figures = [(place, desk.wire(Number(Decimal(7)))) for place, _ in map(typist.figure, typist.names)]
        block = Step(Kind.WRITE, tuple(figures))
        half = Step(Kind.WRITE, block.writes[:3])
        desk.perform(workspace, round_, half)
        _, wrong = desk.settle(workspace, ROUND, [Ledger(), Ledger().after(block)])
    assert len(wrong) == 1
    assert wrong[0].startswith("promised 0 lines, found 3")


def test_history_goes_by_its_order_when_the_clock_is_turned_back(tmp_path: Path) -> None:
    path = desk.make(tmp_path / "desk")
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        name = round_.owed(workspace.owner)[0]
        for day, figure in ((20, 1), (10, 2), (15, 3), (1, 4)):
            moment = NOW.replace(day=day)
            entry.set_value(workspace, round_, name, Number(Decimal(figure)), moment)
        changes = entry.history(workspace, ROUND, name)
        assert [one.after for one in changes] == [desk.wire(Number(Decimal(one))) for one in (1, 2, 3, 4)]
        assert history.problems(workspace) == []
        for figure in (3, 2, 1):
            entry.undo(workspace, ROUND, NOW.replace(day=5))
            assert entry.current_values(workspace, ROUND)[name] == Number(Decimal(figure))
        assert history.problems(workspace) == []
