"""Everything that may be lost, for an hour: ``python -m tests.endurance.soak --minutes 60``.

It goes round and round: robots are killed at their work, files are mutated, workspaces damaged, disks filled, clocks
set wrong, sticks pulled, and a day is typed through once. Each round has a new seed. What is found is kept in
``build/soak`` with the command that repeats it; the end is 1 where anything was.
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import shlex
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.attacks import fuzz
from tests.endurance import damage, robot

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "soak"
_PATIENCE = 3600.0
"""Seconds until a portion counts as hung."""
_SOME = 20
"""After so many kills a scene must have been hit at its work."""
_TYPED = "20000"
"""Values that are typed in a day that makes a process neither larger nor slower."""
_TESTS = (
    *("tests/test_frozen.py", "tests/test_wrong_workspaces.py", "tests/core/test_restoring.py"),
    *("tests/core/test_recovery.py", "tests/core/test_store.py"),
    *("test_disk", "test_cramped_export", "test_pulled", "test_read_only", "test_clock"),
)

Command = Callable[[int, int], Sequence[str]]
"""What a portion of a seed and a size runs, behind the interpreter."""


@dataclass(frozen=True)
class Portion:
    """A part of each round; ``size`` is how much of it there is in a round. ``once``: in the first round alone."""

    command: Command
    size: int
    once: bool = False


def _tests(*names: str) -> Sequence[str]:
    paths = [one if "/" in one else f"tests/endurance/{one}.py" for one in names]
    return ["-m", "pytest", "-p", "no:cacheprovider", *paths]


PORTIONS: Mapping[str, Portion] = {
    "killed at work": Portion(lambda seed, size: ["-m", robot.__name__, "--seed", str(seed), "--kills", str(size)], 60),
    "killed while taking in": Portion(
        lambda seed, size: ["-m", robot.__name__, "--seed", str(seed), "--kills", str(size), "--only", "taking in"], 20
    ),
    "killed while migrating": Portion(
        lambda seed, size: ["-m", robot.__name__, "--seed", str(seed), "--kills", str(size), "--only", "migrating"], 40
    ),
    "damaged": Portion(
        lambda seed, size: ["-m", damage.__name__, "--first", str(seed * 1000), "--seeds", str(size)], 100
    ),
    "mutated": Portion(lambda seed, size: ["-m", fuzz.__name__, "--seed", str(seed), "--count", str(size)], 4000),
    "disks, sticks, folders and clocks": Portion(lambda _seed, _size: _tests(*_TESTS), 1),
    "a day of typing": Portion(lambda _seed, _size: _tests("test_memory"), 1, once=True),
}

_COUNT = re.compile(r"^(\d+) (?:kills|inputs|damaged workspaces)|(\d+) passed", re.MULTILINE)
_KILLS = re.compile(r"^\d+ kills in \d+ s: (.*)$", re.MULTILINE)
_AT_WORK = re.compile(r"^killed at work: (.*)$", re.MULTILINE)


@dataclass
class Summary:
    """What came of it all: how much of each portion was done, kills by scene and at work, what was found."""

    rounds: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    at_work: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    elapsed: float = 0.0

    @property
    def all_findings(self) -> list[str]:
        """What was found; also what shows nothing, since it was never done."""
        idle = [name for name, count in self.kills.items() if count >= _SOME and not self.at_work[name]]
        return [*self.findings, *(f"{name} was never killed at its work" for name in idle)]

    def __str__(self) -> str:
        lost = self.all_findings
        done = ", ".join(f"{name} {count:,}" for name, count in self.counts.items())
        kills = ", ".join(f"{name} {self.at_work[name]} of {count}" for name, count in sorted(self.kills.items()))
        return "\n".join(
            [
                f"{self.rounds} rounds in {self.elapsed / 60:.1f} minutes: {done}",
                *([f"killed at work: {kills}"] if kills else []),
                f"{len(lost)} findings" if lost else "nothing was lost",
                *lost,
            ]
        )


class Soak:
    """Goes through portions; what it finds is kept in a folder."""

    def __init__(self, portions: Mapping[str, Portion], share: float = 1.0, kept: Path = KEPT) -> None:
        self._portions, self._share, self._kept = portions, share, kept
        self.summary = Summary()

    def run(self, seed: int, minutes: float) -> Summary:
        """Go round until the time is up, once in any case; each portion that was begun is finished."""
        began = time.monotonic()
        until = began + minutes * 60
        while not self.summary.rounds or time.monotonic() < until:
            for name, portion in self._portions.items():
                if self.summary.rounds and (portion.once or time.monotonic() > until):
                    continue
                self._do(name, portion, seed + self.summary.rounds)
            self.summary.rounds += 1
        self.summary.elapsed = time.monotonic() - began
        return self.summary

    def _do(self, name: str, portion: Portion, seed: int) -> None:
        words = list(portion.command(seed, max(1, round(portion.size * self._share))))
        began = time.monotonic()
        code, said = _ran(words)
        counted = _COUNT.search(said)
        count = int(next(filter(None, counted.groups()))) if counted else 0
        self.summary.counts[name] += count
        for found, pattern in ((self.summary.kills, _KILLS), (self.summary.at_work, _AT_WORK)):
            for line in pattern.findall(said):
                found.update(_pairs(line))
        fault = f"ended in {code}" if code else "" if count else "did nothing"
        print(f"seed {seed}, {name}: {count:,} in {time.monotonic() - began:.0f} s{fault and ', ' + fault}", flush=True)
        if fault:
            self._keep(f"seed {seed}, {name}", fault, shlex.join(["python", *words]), said)

    def _keep(self, what: str, fault: str, command: str, said: str) -> None:
        self._kept.mkdir(parents=True, exist_ok=True)
        place = self._kept / (re.sub(r"\W+", "-", what) + ".txt")
        place.write_text(f"{command}\n{fault}\n\n{said}", encoding="utf-8")
        self.summary.findings.append(f"{what} {fault}: {command}, see {place.name}")


def _ran(words: Sequence[str]) -> tuple[int | str, str]:
    """Run a portion; return how it ended and what it said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REFORMDESK_TYPED": _TYPED}
    try:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as problem:
        said = problem.output or b""
        return f"nothing within {_PATIENCE:.0f} s", said.decode(errors="replace") if isinstance(said, bytes) else said
    return done.returncode, done.stdout


def _pairs(line: str) -> dict[str, int]:
    """Read ``typing 3, taking in 4``."""
    split = (one.rpartition(" ") for one in line.split(", "))
    return {name: int(count) for name, _, count in split}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=float(os.environ.get("REFORMDESK_SOAK_MINUTES", "60")))
    parser.add_argument("--seed", type=int, default=None, help="of the first round (default: another one each time)")
    parser.add_argument("--only", choices=PORTIONS, action="append", help="this portion (several may be named)")
    parser.add_argument("--share", type=float, default=1.0, help="how much of each portion there is in a round")
    options = parser.parse_args(arguments)
    chosen = {name: one for name, one in PORTIONS.items() if not options.only or name in options.only}
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    summary = Soak(chosen, options.share).run(seed, options.minutes)
    print(summary)
    return 1 if summary.all_findings else 0


if __name__ == "__main__":
    sys.exit(main())
