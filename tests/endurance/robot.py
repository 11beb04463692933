"""A robot works at a desk, and is killed at a random moment: 500 times, by ``make soak``.

``python -m tests.endurance.robot --kills 500`` runs it whole; ``--seed N --only typing`` one scene
of a seed. What the robot does in kill K of seed N is the same in every run, the moment of its death
is the machine's.

The robot's process is forked off one that has loaded everything and has no threads and no
QApplication: a kill costs no start of Python.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reformdesk.core import store
from reformdesk.errors import StoreError
from tests.endurance import desk
from tests.endurance.ledger import Log, read_log
from tests.endurance.office_scenes import Closing, Drawing
from tests.endurance.scenes import BackingUp, Careless, Founding, Migrating, Scene, Sealing, Typing
from tests.endurance.taking_in import TakingIn
from tests.endurance.window import Window

SCENES: Mapping[str, tuple[type[Scene], int]] = {
    "typing": (Typing, 60),
    "window": (Window, 8),
    "sealing": (Sealing, 8),
    "founding": (Founding, 8),
    "backing up": (BackingUp, 8),
    "migrating": (Migrating, 8),
    "taking in": (TakingIn, 8),
    "closing": (Closing, 8),
    "drawing": (Drawing, 8),
}
"""Each scene with its weight."""
BROKEN: Mapping[str, tuple[type[Scene], int]] = {"careless": (Careless, 1)}
"""What the robot must notice."""
_PATIENCE = 60.0
_A_MOMENT = 2.0
"""Seconds that a busy machine may let pass between the end of a robot's work and its word of it."""
_SOME = 20
"""After so many kills a scene must have been hit at its work."""
_FROM_THE_START = 0.3
"""The share of robots that may be killed before they have said that they are at work."""


@dataclass
class Report:
    """What a run has shown: kills by scene, how many hit it at work, and a step under way, what was wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    at_work: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    findings: list[str] = field(default_factory=list)
    elapsed: float = 0.0

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        return "\n".join(
            [
                f"{self.kills.total()} kills in {self.elapsed:.0f} s: {parts}",
                f"{self.acknowledged} acknowledged steps, {self.caught.total()} kills between a step and its answer",
                "killed at work: " + ", ".join(f"{name} {self.at_work[name]}" for name in sorted(self.kills)),
                *self.all_findings,
            ]
        )

    @property
    def all_findings(self) -> list[str]:
        """What was wrong; also that a scene was never killed in the middle of its work, for then it shows nothing."""
        idle = [name for name, count in self.kills.items() if count >= _SOME and not self.at_work[name]]
        return [*self.findings, *(f"{name} was never killed at its work" for name in idle)]


class Robot:
    """Kills and inspects; all scenes lie under one folder."""

    def __init__(self, folder: Path, seed: int, scenes: Mapping[str, tuple[type[Scene], int]]) -> None:
        self._folder, self._seed = folder, seed
        self._kinds = scenes
        self._made = desk.make(folder / "made")
        self._scenes: dict[str, Scene] = {}
        self.report = Report()

    def kill(self, number: int) -> None:
        """Let a robot work, kill it, and look at what it leaves."""
        chance = Random(f"{self._seed}/{number}")
        weights = [weight for _, weight in self._kinds.values()]
        # the first kills go through all scenes, so that a short run has each
        name = list(self._kinds)[number] if number < len(self._kinds) else chance.choices(list(self._kinds), weights)[0]
        if name not in self._scenes:
            self._scenes[name] = self._kinds[name][0](self._folder / name, self._made)
        scene = self._scenes[name]
        scene.prepare()
        log, trace = self._folder / f"log-{number}", self._folder / "trace"
        trace.write_bytes(b"")
        process = self._begin(scene, log, trace, chance)
        wrong = self._end(process, scene, log, chance)
        promised = read_log(log)
        try:
            wrong += scene.inspect(promised)
        except Exception:  # noqa: BLE001 - whatever it is, it is what the robot is there to find
            wrong.append(traceback.format_exc())
        wrong += self._told(trace)
        log.unlink(missing_ok=True)
        self.report.kills[name] += 1
        self.report.caught[name] += bool(promised.pending)
        self.report.at_work[name] += scene.was_at_work(promised)
        self.report.acknowledged += promised.acknowledged
        self.report.findings += [f"seed {self._seed}, kill {number}, {name}: {one}" for one in wrong]

    @staticmethod
    def _begin(scene: Scene, log: Path, trace: Path, chance: Random) -> int:
        process = os.fork()
        if process:
            return process
        try:
            os.dup2(os.open(trace, os.O_WRONLY), sys.stderr.fileno())
            scene.act(Log(log), chance)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - told to the process that waits
            os.write(sys.stderr.fileno(), traceback.format_exc().encode())
        finally:
            os._exit(1)

    @staticmethod
    def _told(trace: Path) -> list[str]:
        """Return what a robot that failed by itself has written; not what Qt says of a platform without a screen."""
        lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
        told = [line for line in lines if not line.startswith("This plugin does not support")]
        return ["\n".join(told)] if told else []

    def _end(self, process: int, scene: Scene, log: Path, chance: Random) -> list[str]:
        wrong: list[str] = []
        if chance.random() > _FROM_THE_START:
            wrong += self._wait_for_work(process, log)
            if scene.open_file is not None and chance.random() < 0.2:
                wrong += self._second_opener(scene.open_file, log)
        time.sleep(chance.uniform(0, scene.seconds))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        # a scene that has come to its end exits with 0; one that failed has left a trace
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
            wrong.append(f"the robot died of {signal.Signals(os.WTERMSIG(status)).name} before it was killed")
        return wrong

    @staticmethod
    def _wait_for_work(process: int, log: Path) -> list[str]:
        give_up = time.monotonic() + _PATIENCE
        while not log.exists() or not log.stat().st_size:
            if time.monotonic() > give_up:
                return ["the robot did not begin"]
            if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
                break
            time.sleep(0.002)
        return []

    @staticmethod
    def _second_opener(path: Path, log: Path) -> list[str]:
        """While a robot holds a desk, another opener is told at once."""
        before = len(read_log(log).said)
        try:
            with store.open_workspace(path):
                let_in = len(read_log(log).said)
        except StoreError as told:
            return [] if told.code == "workspace-busy" else [f"the second opener is told {told}"]
        # it may have been let in as the robot had closed the desk: then that is the next thing the robot says
        give_up = time.monotonic() + _A_MOMENT
        while time.monotonic() < give_up:
            said = [what for what, _ in read_log(log).said]
            if "closed" in said[max(0, before - 1) :]:
                closed = said.index("closed", max(0, before - 1))
                return [] if closed <= let_in else ["two have the desk open"]
            time.sleep(0.002)
        return ["two have the desk open"]


def run(seed: int, kills: int, scenes: Mapping[str, tuple[type[Scene], int]] = SCENES) -> Report:
    """Kill a robot so many times."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        robot = Robot(Path(folder), seed, scenes)
        for number in range(kills):
            robot.kill(number)
    robot.report.elapsed = time.monotonic() - began
    return robot.report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the robot from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.robot", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("REFORMDESK_KILLS", "500")))
    parser.add_argument("--only", choices=[*SCENES, *BROKEN])
    options = parser.parse_args(arguments)
    known = {**SCENES, **BROKEN}
    scenes = {options.only: known[options.only]} if options.only else SCENES
    report = run(options.seed, options.kills, scenes)
    print(report)
    return 1 if report.all_findings else 0


if __name__ == "__main__":
    sys.exit(main())
