"""A structured fuzzer over verification, intake and an agency's desk.

``python -m tests.attacks.fuzz --count 100000`` runs it whole, ``--seed N --input K`` replays one input
in this process. Input K of seed N is the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.attacks import documents, mutations, target, world
from tests.attacks.world import World

ROOT = Path(__file__).resolve().parents[2]
FAILURES = ROOT / "build" / "fuzz"
Layer = Callable[[World, Random], bytes]
LAYERS: dict[str, tuple[Layer, int]] = {
    "raw bytes": (mutations.raw, 12),
    "ZIP records": (mutations.zipped, 18),
    "manifest": (mutations.manifest, 14),
    "signature": (mutations.signature, 18),
    "JSON text": (documents.text, 10),
    "JSON values": (documents.tree, 16),
    "submissions": (documents.plausible, 11),
    "heavy": (documents.heavy, 1),
}


@dataclass(frozen=True)
class Bounds:
    """What one input may cost: seconds of computing, bytes of memory, and seconds until the process is killed.

    The last is longer, since a busy machine is no hang.
    """

    seconds: float = 2.0
    memory: int = 200 * 1024 * 1024
    patience: float = 20.0


@dataclass(frozen=True)
class Finding:
    """An input that did what none may do."""

    index: int
    what: str
    detail: str


@dataclass
class Report:
    """What a run has shown."""

    inputs: int = 0
    elapsed: float = 0.0
    peak: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    codes: Counter[str] = field(default_factory=Counter)
    by_layer: dict[str, Counter[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def __str__(self) -> str:
        seconds, index = self.slowest
        lines = [
            f"{self.inputs} inputs in {self.elapsed:.0f} s; peak memory {self.peak / 2**20:.0f} MB",
            f"slowest input {seconds:.2f} s (no. {index})",
            *(f"{count / self.inputs:7.2%}  {code}" for code, count in self.codes.most_common()),
        ]
        for layer, codes in self.by_layer.items():
            shares = ", ".join(f"{code} {count / codes.total():.1%}" for code, count in codes.most_common(8))
            lines.append(f"{layer} ({codes.total()}): {shares}")
        return "\n".join(lines + [f"no. {one.index}: {one.what}\n{one.detail}" for one in self.findings])


def layer_of(chance: Random) -> str:
    """Choose a layer by weight."""
    return chance.choices(list(LAYERS), [weight for _, weight in LAYERS.values()])[0]


def make_input(made: World, seed: int, index: int) -> tuple[str, bytes]:
    """Return the layer and the bytes of an input."""
    chance = Random(f"{seed}/{index}")
    layer = layer_of(chance)
    return layer, LAYERS[layer][0](made, chance)


class Target:
    """The process that takes inputs in; started anew after it was killed."""

    def __init__(self, command: Sequence[str], bounds: Bounds) -> None:
        self._command, self._bounds = command, bounds
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, blob: bytes) -> tuple[str, float, int, str]:
        """Return what became of an input: code, seconds, peak memory, traceback."""
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(len(blob).to_bytes(4, "big") + blob)
            process.stdin.flush()
        except BrokenPipeError:
            self.stop()
            return "! died", 0.0, 0, "before it had read the input"
        ready, _, _ = select.select([process.stdout], [], [], self._bounds.patience)
        line = process.stdout.readline() if ready else b""
        if not line:
            self.stop()
            return ("! died", 0.0, 0, "") if ready else ("! hang", self._bounds.patience, 0, "")
        code, seconds, peak, trace = json.loads(line)
        return code, seconds, peak, trace

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1
        )
        return self._process

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@contextmanager
def target_for(made: World, folder: Path, bounds: Bounds) -> Iterator[Target]:
    """Run the real target over copies of a world's workspaces."""
    found = Target([sys.executable, "-m", target.__name__, str(made.office), str(made.desk), str(folder)], bounds)
    try:
        yield found
    finally:
        found.stop()


def try_input(asked: Target, index: int, blob: bytes, bounds: Bounds, report: Report) -> str:
    """Give one input to the target and enter what it did; return its code."""
    code, seconds, peak, trace = asked.ask(blob)
    report.inputs += 1
    report.peak = max(report.peak, peak)
    report.slowest = max(report.slowest, (seconds, index))
    report.codes[code] += 1
    if code.startswith("!"):
        report.findings.append(Finding(index, code, trace))
    elif seconds > bounds.seconds:
        report.findings.append(Finding(index, f"{seconds:.1f} s", code))
    elif peak > bounds.memory:
        report.findings.append(Finding(index, f"{peak >> 20} MB", code))
        # the peak of a process does not fall again: the next input begins anew
        asked.stop()
    return code


def run(seed: int, count: int, bounds: Bounds | None = None, failures: Path = FAILURES) -> Report:
    """Try inputs 0 to ``count`` of a seed; what fails is kept in ``failures``."""
    bounds = bounds or Bounds()
    report = Report()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = world.make(folder)
        with target_for(made, folder, bounds) as asked:
            for index in range(count):
                layer, blob = make_input(made, seed, index)
                known = len(report.findings)
                code = try_input(asked, index, blob, bounds, report)
                report.by_layer.setdefault(layer, Counter())[code] += 1
                if len(report.findings) > known:
                    failures.mkdir(parents=True, exist_ok=True)
                    (failures / f"seed-{seed}-input-{index}.rdsub").write_bytes(blob)
                    print(f"python -m tests.attacks.fuzz --seed {seed} --input {index}", file=sys.stderr)
    report.elapsed = time.monotonic() - began
    return report


def replay(seed: int, index: int) -> None:
    """Take one input in without a second process, so that a debugger or a traceback shows where it ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = world.make(folder)
        layer, blob = make_input(made, seed, index)
        FAILURES.mkdir(parents=True, exist_ok=True)
        (FAILURES / f"seed-{seed}-input-{index}.rdsub").write_bytes(blob)
        code, seconds, peak, trace = target.answer(target.Desks(made.office, made.desk, folder), blob)
        print(f"{layer}, {len(blob)} bytes: {code}, {seconds:.3f} s, {peak >> 20} MB\n{trace}")


def main() -> int:
    """Run the fuzzer from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=int(os.environ.get("REFORMDESK_FUZZ", "100000")))
    parser.add_argument("--input", type=int)
    options = parser.parse_args()
    if options.input is not None:
        replay(options.seed, options.input)
        return 0
    report = run(options.seed, options.count)
    print(report)
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
