"""Workspaces whose pages were damaged at random: ``python -m tests.endurance.damage --seeds 2000``.

What must hold of each: the program opens it with the figures that were in it, or says that it is
damaged; it can then be looked at without a byte being changed; a self-check tells of it; and a
backup takes its place, after which nothing lacks that the backup or a signed file has.
``--seed N`` does one again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

from reformdesk.core import (
    entry,
    health,
    intake,
    restoring,
    roundbook,
    soundness,
    store,
)
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.errors import ReformDeskError, StoreError
from tests import province
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.scenes import ROUND

PAGE = 4096
_SOME = 20
TOLD, UNHARMED = "told", "unharmed"
_LOG = "-wal"
_TYPED = 12
"""Values that are typed after the backup, each a commit of its own."""


class Ground(ABC):
    """A workspace with a backup: ``truths`` are the states that were committed, the last one last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.path = folder / "desk.rdesk"
        self.lay_out()
        with store.open_workspace(self.path) as workspace:
            if store.backup_if_due(workspace, NOW) is None:
                raise RuntimeError("no backup")
            self.backed_up = desk.figures(workspace)
            self.truths = [self.backed_up]
            for step in self.work(workspace):
                step()
                self.truths.append(desk.figures(workspace))
            # as it lies on the disk when the process is killed: the log has not been written back
            self._keep("killed")
        self._keep("closed")

    def _keep(self, name: str) -> None:
        kept = self.folder / name
        kept.mkdir()
        for ending in ("", _LOG):
            beside = self.path.with_name(self.path.name + ending)
            if beside.exists():
                shutil.copy(beside, kept)

    def lay(self, name: str) -> None:
        """Lay the workspace out as it was ``closed`` or ``killed``."""
        for ending in ("", _LOG, "-shm", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        for one in (self.folder / name).iterdir():
            shutil.copy(one, self.folder)
        for aside in (self.folder / "backups").glob(f"*{restoring.SET_ASIDE}*"):
            aside.unlink()

    @property
    def log(self) -> Path:
        """What is not written back."""
        return self.path.with_name(self.path.name + _LOG)

    @abstractmethod
    def lay_out(self) -> None:
        """Make the workspace."""

    @abstractmethod
    def work(self, workspace: Workspace) -> Iterable[Callable[[], object]]:
        """Give what is done after the backup, one commit each."""

    def again(self, workspace: Workspace) -> object:
        """Do once more what can be done from signed files alone, and return what must stand then."""
        return self.backed_up


class Agency(Ground):
    """An agency's desk after five rounds."""

    def lay_out(self) -> None:
        """Take a kept one."""
        shutil.copy(desk.newest("agency.rdesk"), self.path)

    def work(self, workspace: Workspace) -> Iterable[Callable[[], object]]:
        """Type."""
        round_ = roundbook.load(workspace, ROUND)
        name = round_.owed(workspace.owner)[0]
        for figure in range(_TYPED):
            yield partial(entry.set_value, workspace, round_, name, Number(Decimal(figure)), NOW)


class Decided(Ground):
    """Home Affairs' desk with every kind of decision, and an edition that is being drawn."""

    def lay_out(self) -> None:
        """Take a kept one."""
        shutil.copy(desk.newest("home-affairs.rdesk"), self.path)

    def work(self, workspace: Workspace) -> Iterable[Callable[[], object]]:
        """Do nothing: all is in the backup."""
        return []


class Receiving(Ground):
    """Home Affairs' desk, to which submissions come after the backup."""

    def lay_out(self) -> None:
        """Lay a small province out."""
        made = province.make(self.folder / "province", 8, 2, taken=4)
        self._coming = sorted(made.coming.iterdir())
        made.office.rename(self.path)

    def work(self, workspace: Workspace) -> Iterable[Callable[[], object]]:
        """Take the rest in."""
        for place, one in enumerate(self._coming):
            yield partial(self._take, workspace, place, one)

    @staticmethod
    def _take(workspace: Workspace, place: int, file: Path) -> None:
        intake.take_path(workspace, file, "folder", NOW + timedelta(minutes=place))

    def again(self, workspace: Workspace) -> object:
        """The signed files bring everything."""
        for place, one in enumerate(self._coming):
            self._take(workspace, place, one)
        return self.truths[-1]


GROUNDS: tuple[type[Ground], ...] = (Agency, Decided, Receiving)


def _random_bytes(content: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(1, 4)):
        length = chance.randint(1, 64)
        place = chance.randrange(len(content) // PAGE) * PAGE + chance.randrange(PAGE - length)
        content[place : place + length] = chance.randbytes(length)


def _bits(content: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _random_page(content: bytearray, chance: Random) -> None:
    place = chance.randrange(len(content) // PAGE) * PAGE
    content[place : place + PAGE] = chance.choice([bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)])


def _swapped(content: bytearray, chance: Random) -> None:
    one, other = (place * PAGE for place in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = content[other : other + PAGE], content[one : one + PAGE]


def _cut(content: bytearray, chance: Random) -> None:
    del content[chance.randrange(len(content)) :]


def _header(content: bytearray, chance: Random) -> None:
    content[: chance.choice([16, 100, PAGE])] = bytes(chance.choice([16, 100]))


Harm = Callable[[bytearray, Random], None]
HARMS: dict[str, Harm] = {
    "random bytes": _random_bytes,
    "bits": _bits,
    "a page": _random_page,
    "pages exchanged": _swapped,
    "cut short": _cut,
    "header": _header,
}
LOG_HARMS: dict[str, Harm] = {
    "log: random bytes": _random_bytes,
    "log: bits": _bits,
    "log: a page": _random_page,
    "log: cut short": _cut,
}


@dataclass
class Report:
    """What a run has shown: how each kind of damage ended, and what was wrong."""

    ends: dict[str, Counter[str]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    elapsed: float = 0.0

    @property
    def count(self) -> int:
        """How many workspaces were damaged."""
        return sum(found.total() for found in self.ends.values())

    @property
    def told(self) -> int:
        """How often the program said that one is damaged."""
        return sum(found[TOLD] for found in self.ends.values())

    @property
    def all_findings(self) -> list[str]:
        """What was wrong; also that none was ever told, for then nothing was damaged in earnest."""
        return [*self.findings, *["none was told: they were not damaged"] * (self.count >= _SOME and not self.told)]

    def __str__(self) -> str:
        lines = [f"{self.count} damaged workspaces in {self.elapsed:.0f} s, {self.told} told and put back"]
        lines += [
            f"{name}: " + ", ".join(f"{end} {found[end]}" for end in sorted(found))
            for name, found in sorted(self.ends.items())
        ]
        return "\n".join(lines + self.all_findings)


class Damaging:
    """Damages copies and looks at what the program makes of them; all lies under one folder."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._grounds = [kind(folder / kind.__name__) for kind in GROUNDS]
        self.report = report

    def hurt(self, seed: int) -> None:
        """Damage one workspace and enter how it ended."""
        chance = Random(f"damage/{seed}")
        every = HARMS | LOG_HARMS
        name = list(every)[seed % len(every)]
        in_log = name in LOG_HARMS
        ground = chance.choice([one for one in self._grounds if len(one.truths) > 1 or not in_log])
        ground.lay("killed" if in_log else chance.choice(["killed", "closed"]))
        target = ground.log if in_log else ground.path
        content = bytearray(target.read_bytes())
        every[name](content, chance)
        if content == target.read_bytes():
            return
        target.write_bytes(content)
        try:
            end, wrong = self._end(ground)
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            end, wrong = "broke", [traceback.format_exc()]
        self.report.ends.setdefault(name, Counter())[end] += 1
        self.report.findings += [f"seed {seed}, {type(ground).__name__}, {name}: {one}" for one in wrong]

    def _end(self, ground: Ground) -> tuple[str, list[str]]:
        lies = ground.path.read_bytes()
        has_log = ground.log.exists()
        try:
            with soundness.open_sound(ground.path) as workspace:
                found = desk.figures(workspace)
        except StoreError as told:
            if told.code != "workspace-damaged":
                return "broke", [f"it is told {told}"]
        else:
            wanted = ground.truths if has_log else ground.truths[-1:]
            return UNHARMED, [] if found in wanted else ["it is opened with other figures than were in it"]
        wrong = ["it was written to"] * (not has_log and ground.path.read_bytes() != lies)
        wrong += _looked_at(ground)
        if all(one.problem is None for one in health.workspace_check(ground.path)):
            wrong.append("the self-check finds it well")
        return TOLD, [*wrong, *_put_back(ground)]


def _looked_at(ground: Ground) -> list[str]:
    """Open it to look, read, and try to write."""
    before = ground.path.read_bytes()
    try:
        with store.open_workspace(ground.path, to_look=True) as workspace:
            _read(workspace)
            try:
                workspace.set_meta("officer", "A")
            except StoreError as told:
                if told.code != "workspace-to-look":
                    return [f"writing to it is told {told}"]
            else:
                return ["it can be written to"]
    except StoreError as told:
        if told.code != "workspace-damaged":
            return [f"looking at it is told {told}"]
    return ["looking at it changed it"] * (not ground.log.exists() and ground.path.read_bytes() != before)


def _read(workspace: Workspace) -> None:
    """Read what can be read; the window tells each error of ours, and takes whatever else stumbles for damage."""
    try:
        desk.figures(workspace)
    except (ReformDeskError, ValueError, TypeError, LookupError):
        return


def _put_back(ground: Ground) -> list[str]:
    lies = ground.path.read_bytes()
    newest_one = restoring.list_backups(ground.path)[0]
    if not newest_one.sound:
        return ["its backup is called damaged"]
    aside = restoring.restore(ground.path, newest_one.path, NOW + timedelta(days=1))
    wrong = ["what stood there is not kept"] * (aside is None or (aside.read_bytes() != lies))
    with soundness.open_sound(ground.path) as workspace:
        if desk.figures(workspace) != ground.backed_up:
            wrong.append("the backup did not come back")
        if ground.again(workspace) != desk.figures(workspace):
            wrong.append("the signed files do not bring back what they say")
    return wrong


def run(seeds: Iterable[int]) -> Report:
    """Damage a workspace for each seed."""
    report = Report()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        damaging = Damaging(Path(folder), report)
        for seed in seeds:
            damaging.hurt(seed)
    report.elapsed = time.monotonic() - began
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.damage", description=__doc__)
    parser.add_argument("--seeds", type=int, default=int(os.environ.get("REFORMDESK_DAMAGED", "2000")))
    parser.add_argument("--first", type=int, default=0, help="the first of the seeds")
    parser.add_argument("--seed", type=int, help="this one alone")
    options = parser.parse_args(arguments)
    every = range(options.first, options.first + options.seeds)
    report = run(every if options.seed is None else [options.seed])
    print(report)
    return 1 if report.all_findings else 0


if __name__ == "__main__":
    sys.exit(main())
