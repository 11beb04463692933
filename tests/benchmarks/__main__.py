"""Every benchmark, each in a process of its own, and the table of what they measured.

``python -m tests.benchmarks [NAMES] [--readme]``: ``--readme`` writes the table into the README, with the machine
named. Ends in 1 where a limit is missed, or a benchmark found that what it timed had not happened.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.measured import Measured, read

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BEGIN, END = "<!-- make bench -->", "<!-- /make bench -->"
_HEADS = ("", "ReformDesk", "against", "", "ratio", "at most")


def names() -> list[str]:
    """Return the benchmarks that there are."""
    return sorted(one.stem.removeprefix("bench_") for one in Path(__file__).parent.glob("bench_*.py"))


def measure(name: str) -> tuple[list[Measured], bool]:
    """Run one benchmark; say what it measured, and whether it came to its end."""
    words = [sys.executable, "-m", f"tests.benchmarks.bench_{name}", "--json"]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    found: list[Measured] = []
    with subprocess.Popen(
        words, cwd=ROOT, env={**kept, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.PIPE, text=True
    ) as process:
        for line in process.stdout or ():
            (one,) = read([line])
            found.append(one)
            sys.stdout.write(f"{one}\n")
            sys.stdout.flush()
    ended = process.returncode == (1 if any(not one.is_met for one in found) else 0)
    return found, ended and bool(found)


def table(found: Iterable[Measured]) -> str:
    """Return the table as the README has it."""
    rows = [_HEADS, ("---",) * len(_HEADS), *(one.cells for one in found)]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)


def machine() -> str:
    """Return what the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores of {_processor()} with {memory:.0f} GB, "
        f"{_system()}, Python {platform.python_version()}."
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()


def with_table(readme: str, words: str) -> str:
    """Return the README with other words between the table's marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{words}\n{END}{after}"


def main(given: Sequence[str] | None = None) -> int:
    """Run what is named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(given)
    found: list[Measured] = []
    broken: list[str] = []
    for name in options.names or names():
        measured, ended = measure(name)
        found += measured
        broken += [] if ended else [name]
    missed = [one for one in found if not one.is_met]
    sys.stdout.write(f"\n{table(found)}\n\n{machine()}\n")
    if options.readme:
        README.write_text(with_table(README.read_text("utf-8"), f"{table(found)}\n\n{machine()}"), "utf-8")
    sys.stdout.write(
        f"{len(found)} figures, {len(missed)} missed{''.join(f'; bench_{one} broke off' for one in broken)}\n"
    )
    return 1 if missed or broken else 0


if __name__ == "__main__":
    sys.exit(main())
