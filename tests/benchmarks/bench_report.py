"""What the workbook of ten rounds and 300 agencies costs, against the same cells written with bare openpyxl.

- Ours: from the open workspace to the finished bytes, folding the rounds and reading their shares included.
- Bare: the very values of that workbook, held in memory and appended to sheets without a style, a width or a
  page; once in openpyxl's fastest way (``write_only``), once in its ordinary one.
- Memory: the most that a process of its own took for the report of 2 rounds and of 10.

Ours and the fast bare way run in turns, the median counts; the ordinary way runs once.
``python -m tests.benchmarks.bench_report [PROVINCE]``, a folder that :mod:`tests.province` has laid out
before; ``make bench`` runs every benchmark.
"""

from __future__ import annotations

import gc
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from reformdesk.core import merged, reporting, store
from reformdesk.office import export
from tests import province

AGENCIES, ROUNDS, FEW = 300, 10, 2
TURNS = 3
_MOST = 2.0
"""How many times the bare writing the report may take."""

Sheets = dict[str, list[tuple[object, ...]]]


def ours(path: Path, rounds: int) -> bytes:
    """Write the report of a workspace's first rounds, as the command line does."""
    with store.open_workspace(path) as workspace:
        return export.render("report.xlsx", reporting.read(workspace, merged.in_time(workspace)[:rounds]))


def values_of(content: bytes) -> Sheets:
    """Return every value of a workbook."""
    book = load_workbook(BytesIO(content), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def bare(sheets: Sheets, *, write_only: bool) -> bytes:
    """Write values alone."""
    book = Workbook(write_only=write_only)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _megabytes(path: Path, rounds: int) -> float:
    """Return the most memory that a process took for the report of so many rounds."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_report", "--memory", str(path), str(rounds)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(said.stdout)


def main() -> None:
    """Print the table's lines."""
    if sys.argv[1:2] == ["--memory"]:
        ours(Path(sys.argv[2]), int(sys.argv[3]))
        sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
        return
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        given = [Path(name) / province.OFFICE_FILE for name in sys.argv[1:]]
        made = given[0] if given else province.make(folder / "province", AGENCIES, ROUNDS).office
        path = Path(shutil.copy(made, folder / "copy.rdesk"))
        few, many = (_megabytes(path, rounds) for rounds in (FEW, ROUNDS))
        content = ours(path, ROUNDS)
        sheets = values_of(content)
        cells = sum(value is not None for rows in sheets.values() for row in rows for value in row)
        our_times, bare_times = [], []
        for _ in range(TURNS):
            our_times.append(_timed(lambda: ours(path, ROUNDS)))
            bare_times.append(_timed(lambda: bare(sheets, write_only=True)))
        normal = _timed(lambda: bare(sheets, write_only=False))
    our_cost, bare_cost = statistics.median(our_times), statistics.median(bare_times)
    verdict = "" if our_cost < _MOST * bare_cost else f", target {_MOST:.0f} times missed"
    sys.stdout.write(
        f"report.xlsx of {ROUNDS} rounds, {cells} cells, {len(content) / 1e6:.1f} MB: {our_cost:.1f} s; "
        f"bare openpyxl {bare_cost:.1f} s write-only, {normal:.1f} s ordinary; "
        f"{our_cost / bare_cost:.2f} and {our_cost / normal:.2f} times{verdict}\n"
        f"memory at most: {many:.0f} MB; of {FEW} rounds {few:.0f} MB\n"
    )


if __name__ == "__main__":
    main()
