"""What merging a submission of eighty figures costs, against the raw work and against forms in Excel.

- Reading, verifying, comparing the key, checking, storing durably and consolidating, against the raw work that nobody
  can do without (:mod:`tests.benchmarks.raw_intake`), on one core and on as many as there are.
- 39 agencies, against reading the same figures from 39 workbooks with openpyxl in its fastest way and adding them up.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from reformdesk.core import intake, judgement, round_totals, roundbook, store
from reformdesk.core.answers import Answer
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.office import form_template
from reformdesk.office.form_template import Filled
from tests.attacks import zips
from tests.benchmarks import measured, submissions
from tests.benchmarks.measured import Measured, in_turns
from tests.benchmarks.raw_intake import Raw, Signed, signed
from tests.benchmarks.submissions import ROUND, Country

MANY, FEW = 300, 39
EARLIER = ("2020", "2021", "2022", "2023")
"""What stands beside the figures of now, in a form as in the program."""
TURNS = 5
"""Of each side, over all files."""


@dataclass
class Merging:
    """A country's files, merged again and again into copies of its empty office."""

    country: Country
    folder: Path
    turn: int = 0

    def ours(self) -> None:
        """Take the files in as the command does, and consolidate; what it comes to is known beforehand."""
        self.turn += 1
        path = Path(shutil.copy(self.country.office, self.folder / f"office-{self.turn}.rdesk"))
        with store.open_workspace(path) as office:
            require_durable(office)
            taken = intake.take_all(office, self.country.folder / "submissions", "folder", datetime.now(UTC))
            states = Counter(verdict.state for _, verdict in taken)
            totals = round_totals.of_round(office, ROUND).totals
        if states != {judgement.ACCEPTED: self.country.agencies}:
            raise RuntimeError(states)
        if {name: total.value for name, total in totals.items()} != expected(self.country):
            raise RuntimeError("the sums are wrong")

    def raw(self, parts: list[Signed]) -> None:
        """Do the raw work alone."""
        self.turn += 1
        with closing(Raw(self.folder / f"raw-{self.turn}.db")) as raw:
            for path, by in zip(self.country.files, parts, strict=True):
                raw.take(path, by)


def expected(country: Country) -> dict[str, Number]:
    """Return the totals."""
    return {name: Number(Decimal(whole)) for name, whole in country.sums.items()}


def require_durable(office: Workspace) -> None:
    """Whoever does not wait for the disk is quick."""
    (row,) = office.rows("PRAGMA synchronous")
    (journal,) = office.rows("PRAGMA journal_mode")
    if (row["synchronous"], journal["journal_mode"]) != (2, "wal"):
        raise RuntimeError(f"{row}, {journal}")


def require_careful(country: Country, folder: Path) -> None:
    """Whoever does not look is quick: what is changed, wrong, or sealed by a stranger's key is told apart."""
    path = Path(shutil.copy(country.office, folder / "careful.rdesk"))
    with store.open_workspace(path) as office:
        round_ = roundbook.load(office, ROUND)
        whole = zips.parts_of(country.files[0].read_bytes())
        digits = whole["submission.json"].replace(b'{"number":"', b'{"number":"1', 1)
        seal = whole["META-INF/signature001.p7s"]
        stranger, figures = submissions.key_of("x"), dict.fromkeys(submissions.NAMES, 1)
        of_stranger = partial(submissions.sealed, round_.digest, round_.catalogue.rules_digest, 0, key=stranger)
        wanted = {
            "a figure was changed": (zips.repack({**whole, "submission.json": digits}), intake.REJECTED),
            "the signature was changed": (
                zips.repack({**whole, "META-INF/signature001.p7s": seal[:-1] + bytes([seal[-1] ^ 1])}),
                intake.REJECTED,
            ),
            "a figure cannot be": (of_stranger(figures={**figures, "n01": -1}), intake.REJECTED),
            "nobody compared the key": (of_stranger(figures=figures), judgement.WAITING),
        }
        for why, (blob, state) in wanted.items():
            found = intake.take(office, "x.rdsub", blob, "folder", datetime.now(UTC))
            if found.state != state:
                raise RuntimeError(f"{why}: {found.state} {found.reasons}")


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep this process on one processor, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def forms(country: Country, folder: Path) -> list[Path]:
    """Write what each agency answers into the Excel form that it would fill without the program."""
    folder.mkdir()
    with store.open_workspace(Path(shutil.copy(country.office, folder / "office.rdesk"))) as office:
        round_ = roundbook.load(office, ROUND)
    found = []
    for place in range(country.agencies):
        agency = submissions.agency_at(place)
        answers = {name: Answer(Number(Decimal(submissions.figure(place, name)))) for name in submissions.NAMES}
        path = folder / f"{agency}.xlsx"
        path.write_bytes(form_template.workbook(Filled(round_, agency, answers, "vi")))
        found.append(path)
    return found


def add_up(paths: list[Path]) -> dict[str, int]:
    """Add up all forms, by the hidden key of each row."""
    sums: Counter[str] = Counter()
    for path in paths:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets[1:]:
            for row in sheet.iter_rows(values_only=True):
                sums.update(_figure(row))
        book.close()
    return dict(sums)


def _figure(row: tuple[Any, ...]) -> dict[str, int]:
    key = row[0]
    if not isinstance(key, str) or key not in _KEYS:
        return {}
    return {key: next(one for one in reversed(row) if isinstance(one, int))}


_KEYS = frozenset(submissions.NAMES)


def measures(folder: Path) -> Iterator[Measured]:
    """Measure."""
    country = submissions.make(folder / "many", MANY)
    require_careful(country, folder)
    merging = Merging(country, folder)
    raw = partial(merging.raw, [signed(path) for path in country.files])
    against = "unzip, SHA-256, one P-256 verification, JSON, one durable insert"
    what = f"merging a submission of {submissions.FIGURES} figures"
    with on_one_core():
        ours, theirs = in_turns(TURNS, merging.ours, raw)
    yield Measured(f"{what}, one core", against, ours / MANY, theirs / MANY, 8)
    ours, theirs = in_turns(TURNS, merging.ours, raw)
    yield Measured(f"{what}, by the clock", against, ours / MANY, theirs / MANY, 5)
    few = submissions.make(folder / "few", FEW, earlier=EARLIER)
    books = forms(few, folder / "books")
    if add_up(books) != few.sums:
        raise RuntimeError("the forms say something else")
    ours, theirs = in_turns(TURNS, Merging(few, folder / "few").ours, partial(add_up, books))
    yield Measured(f"merging {FEW} agencies", f"adding up {FEW} Excel forms with openpyxl", ours, theirs, 1 / 4)


def main() -> None:
    """Print each figure."""
    measured.run(measures)


if __name__ == "__main__":
    main()
