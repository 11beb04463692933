"""What the workbook of ten rounds and 300 agencies costs, against the same cells written with bare openpyxl.

- Ours: from the open workspace to the finished bytes, folding the rounds and reading their shares included.
- Bare: the very values of that workbook, held in memory and appended to sheets without a style, a width or a
  page, in openpyxl's fastest way (``write_only``).
- Memory: the most that a process of its own took for it.

Both run in turns, and the median counts.
``python -m tests.benchmarks.bench_report``; ``make bench`` runs every benchmark. ``PROVINCE`` may name a folder that
:mod:`tests.province` has laid out before.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from reformdesk.core import merged, reporting, store
from reformdesk.office import export
from tests import province
from tests.benchmarks import measured
from tests.benchmarks.measured import Measured, Unit, in_turns

AGENCIES, ROUNDS = 300, 10
TURNS = 3

Sheets = dict[str, list[tuple[object, ...]]]


def ours(path: Path, rounds: int) -> bytes:
    """Write the report of a workspace's first rounds, as the command line does."""
    with store.open_workspace(path) as workspace:
        return export.render("report.xlsx", reporting.read(workspace, merged.in_time(workspace)[:rounds]))


def values_of(content: bytes) -> Sheets:
    """Return every value of a workbook."""
    book = load_workbook(BytesIO(content), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def bare(sheets: Sheets) -> bytes:
    """Write values alone."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _bytes(path: Path, rounds: int) -> float:
    """Return the most memory that a process took for the report of so many rounds."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_report", "--memory", str(path), str(rounds)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(said.stdout)


def measures(folder: Path) -> Iterator[Measured]:
    """Measure; the province is laid out first, unless ``PROVINCE`` has one."""
    given = os.environ.get("PROVINCE")
    made = Path(given) / province.OFFICE_FILE if given else province.make(folder / "province", AGENCIES, ROUNDS).office
    path = Path(shutil.copy(made, folder / "copy.rdesk"))
    memory = _bytes(path, ROUNDS)
    sheets = values_of(ours(path, ROUNDS))
    cells = sum(value is not None for rows in sheets.values() for row in rows for value in row)
    if cells < AGENCIES * ROUNDS:
        raise RuntimeError(f"{cells} cells")
    our_cost, bare_cost = in_turns(TURNS, lambda: ours(path, ROUNDS), lambda: bare(sheets))
    what = f"the workbook of {AGENCIES} agencies × {ROUNDS} rounds, {cells:,} cells"
    yield Measured(what, "openpyxl's fastest writing of the same values", our_cost, bare_cost, 2)
    yield Measured("memory for it", "at most", memory, None, 400 << 20, Unit.BYTES)


def main() -> None:
    """Print each figure."""
    if sys.argv[1:2] == ["--memory"]:
        ours(Path(sys.argv[2]), int(sys.argv[3]))
        sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))
        return
    measured.run(measures)


if __name__ == "__main__":
    main()
