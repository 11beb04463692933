"""A country's communes and departments in one round: what a submission costs when thousands are there already.

1,000, 4,000 and 14,000 submissions of eighty figures are merged as the command merges them, each in a process of its
own: the time of one, and the most memory. Then one more comes, and is consolidated.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reformdesk import __main__ as program
from reformdesk.core import intake, judgement, merged, round_totals, store
from tests.benchmarks import measured, submissions
from tests.benchmarks.bench_merge import expected
from tests.benchmarks.measured import Measured, Unit
from tests.benchmarks.submissions import ROUND, Country

FEW, SOME, MANY = 1_000, 4_000, 14_000
LATER = 25
"""Files that come one by one when all others are in."""
_MEBIBYTE = 1 << 20


def merge(country: Country, folder: Path) -> dict[str, Any]:
    """Merge all but the last files in this process, then those; return the costs in seconds and bytes."""
    path = Path(shutil.copy(country.office, folder / f"office-{country.agencies}.rdesk"))
    *first, last = [*country.files[:-LATER], country.files[-LATER:]]
    at_once = folder / f"at-once-{country.agencies}"
    at_once.mkdir()
    for one in first:
        (at_once / one.name).hardlink_to(one)
    start = time.perf_counter()
    if program.main(["merge", "--workspace", str(path), str(at_once), "--json"]) != 0:
        raise RuntimeError("not all was taken in")
    each = (time.perf_counter() - start) / len(first)
    with store.open_workspace(path) as office:
        start = time.perf_counter()
        round_totals.of_round(office, ROUND)
        whole = time.perf_counter() - start
        more = []
        for one in last:
            if intake.take_path(office, one, "folder", datetime.now(UTC)).state != judgement.ACCEPTED:
                raise RuntimeError(one.name)
            start = time.perf_counter()
            totals = round_totals.of_round(office, ROUND).totals
            more.append(time.perf_counter() - start)
        if {name: total.value for name, total in totals.items()} != expected(country):
            raise RuntimeError("the sums are wrong")
        digest = merged.digest(office)
    return {
        "each": each,
        "whole": whole,
        "more": statistics.median(more),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "digest": digest,
    }


def in_its_own(folder: Path, agencies: int) -> dict[str, Any]:
    """Lay a country out, and merge it in a process of its own."""
    country = submissions.make(folder / str(agencies), agencies)
    words = [sys.executable, "-m", "tests.benchmarks.bench_country", "--merge", str(country.folder), str(agencies)]
    said = subprocess.run(words, capture_output=True, text=True, check=True)
    return dict(json.loads(said.stdout.splitlines()[-1]))


def measures(folder: Path) -> Iterator[Measured]:
    """Measure."""
    costs = {agencies: in_its_own(folder, agencies) for agencies in (FEW, SOME, MANY)}
    base = costs[FEW]
    for agencies in (SOME, MANY):
        yield Measured(
            f"merging one of {agencies:,} submissions", f"one of {FEW:,}", costs[agencies]["each"], base["each"], 1.2
        )
    many = costs[MANY]
    yield Measured(f"memory for {MANY:,} submissions", "at most", many["memory"], None, 400 * _MEBIBYTE, Unit.BYTES)
    yield Measured(
        f"consolidating after one more of {MANY:,}", "consolidating all of them", many["more"], many["whole"], 0.02
    )


def main() -> None:
    """Print each figure."""
    if sys.argv[1:2] == ["--merge"]:
        folder = Path(sys.argv[2])
        print(json.dumps(merge(Country(folder, int(sys.argv[3])), folder)))
        return
    measured.run(measures)


if __name__ == "__main__":
    main()
