"""What a benchmark measured: a cost beside another cost of the same run, and the most it may be.

A benchmark offers ``measures(folder)``, which yields each figure as it comes; :func:`run` prints them, for a person or,
with ``--json``, for :mod:`tests.benchmarks.__main__`.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

Measures = Callable[[Path], Iterable["Measured"]]


class Unit(StrEnum):
    """What a figure counts."""

    SECONDS = "seconds"
    BYTES = "bytes"
    COUNT = "count"
    TIMES = "times"


@dataclass(frozen=True)
class Measured:
    """A cost, ``against`` what, and its ``limit``: that of the ratio, or without ``theirs`` of the cost itself."""

    what: str
    against: str
    ours: float
    theirs: float | None
    limit: float
    unit: Unit = Unit.SECONDS

    @property
    def ratio(self) -> float | None:
        """Our cost in theirs."""
        return None if self.theirs is None else self.ours / self.theirs

    @property
    def is_met(self) -> bool:
        """Whether the limit holds."""
        return (self.ours if self.ratio is None else self.ratio) <= self.limit

    @property
    def cells(self) -> tuple[str, str, str, str, str, str]:
        """The figures in words: what, ours, against what, theirs, how many times, and the most that it may be."""
        theirs = "" if self.theirs is None else said(self.theirs, self.unit)
        times = "" if self.ratio is None else said(self.ratio, Unit.TIMES)
        most = said(self.limit, self.unit if self.ratio is None else Unit.TIMES)
        return self.what, said(self.ours, self.unit), self.against, theirs, times, most

    def __str__(self) -> str:
        what, ours, against, theirs, times, most = self.cells
        beside = f"; {against} {theirs}; {times} times" if theirs else f" ({against})" if against else ""
        return f"{what}: {ours}{beside}; at most {most}{'' if self.is_met else ', MISSED'}"


def said(figure: float, unit: Unit) -> str:
    """Return a figure in words, with three digits that count."""
    match unit:
        case Unit.SECONDS:
            return f"{_three(figure)} s" if figure >= 1 else f"{_three(figure * 1e3)} ms"
        case Unit.BYTES:
            scale, name = next(
                (one for one in ((1 << 20, "MiB"), (1 << 10, "KiB")) if abs(figure) >= one[0]), (1, "bytes")
            )
            return f"{_three(figure / scale)} {name}"
        case Unit.COUNT:
            return f"{figure:,.0f}"
        case Unit.TIMES:
            return f"{figure:.2f}" if figure < 10 else f"{figure:.0f}"


def _three(figure: float) -> str:
    digits = 2 - len(str(int(abs(figure)))) + 1 if abs(figure) >= 1 else 2
    return f"{figure:.{max(digits, 0)}f}"


def require(so: bool, otherwise: str) -> None:
    """Break off where what was timed has not happened."""
    if not so:
        raise RuntimeError(otherwise)


def timed(work: Callable[[], object]) -> float:
    """Return how long some work takes, in seconds, on swept ground."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(turns: int, *works: Callable[[], object]) -> tuple[float, ...]:
    """Let each work do its turn, one after the other, so many times; return the median seconds of each."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for kept, work in zip(times, works, strict=True):
            kept.append(timed(work))
    return tuple(statistics.median(one) for one in times)


def run(measures: Measures, given: Sequence[str] | None = None) -> None:
    """Print each figure as it comes, with ``--json`` as a line of JSON; end in 1 where a limit is missed."""
    as_json = "--json" in (sys.argv[1:] if given is None else given)
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for one in measures(Path(folder)):
            missed |= not one.is_met
            sys.stdout.write(f"{json.dumps(asdict(one)) if as_json else one}\n")
            sys.stdout.flush()
    sys.exit(1 if missed else 0)


def read(lines: Iterable[str]) -> Iterator[Measured]:
    """Read what :func:`run` has printed as JSON."""
    for line in lines:
        wire: dict[str, Any] = json.loads(line)
        yield Measured(**{**wire, "unit": Unit(wire["unit"])})
