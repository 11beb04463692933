"""How large things get: a submission, a workspace after one round more, and the installer, where it was built."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from reformdesk.core import entry, intake, judgement, roundbook, store, submission
from reformdesk.core.store import Office
from reformdesk.core.values import Number
from reformdesk.exchange.verification import verify
from tests.benchmarks import measured, submissions
from tests.benchmarks.measured import Measured, Unit
from tests.benchmarks.submissions import NAMES, OPENED, ROUND, Country

AGENCIES = 39
EARLIER = ("2020", "2021", "2022", "2023")
_KIBIBYTE, _MEBIBYTE = 1 << 10, 1 << 20
DIST = Path(__file__).resolve().parents[2] / "dist"


def beyond_the_signature(path: Path) -> int:
    """Return the size of a submission less that of the signature in it."""
    if len(verify(path.read_bytes()).data) < len(NAMES):
        raise RuntimeError(path.name)
    with zipfile.ZipFile(path) as archive:
        signature = archive.getinfo("META-INF/signature001.p7s")
    return path.stat().st_size - signature.compress_size


def at_home_affairs(country: Country, folder: Path) -> int:
    """Return by how much Home Affairs' workspace grows when all have handed in."""
    path = Path(shutil.copy(country.office, folder / "office.rdesk"))
    before = path.stat().st_size
    with store.open_workspace(path) as office:
        for file in country.files:
            if intake.take_path(office, file, "folder", datetime.now(UTC)).state != judgement.ACCEPTED:
                raise RuntimeError(file.name)
    return path.stat().st_size - before


def at_an_agency(country: Country, folder: Path) -> int:
    """Return by how much an agency's workspace grows: the round file, each figure typed once, and what is sealed."""
    path = folder / "agency.rdesk"
    agency = submissions.agency_at(0)
    with store.open_workspace(Path(shutil.copy(country.office, folder / "asked.rdesk"))) as office:
        (blob,) = (row["bytes"] for row in office.rows("SELECT bytes FROM files WHERE kind = 'round'"))
    store.create(path, Office.AGENCY, agency, OPENED).close()
    before = path.stat().st_size
    with store.open_workspace(path) as workspace:
        round_, _ = roundbook.take_round(workspace, blob, "2024-h1.rdround", OPENED)
        for place, name in enumerate(NAMES):
            moment = OPENED + timedelta(seconds=place)
            entry.set_value(workspace, round_, name, Number(Decimal(submissions.figure(0, name))), moment)
        with workspace.atomic():
            submission.finish(workspace, round_, submissions.key_of(agency), "Chuyên viên", OPENED + timedelta(hours=1))
        if len(entry.current_values(workspace, ROUND)) != len(NAMES):
            raise RuntimeError("not all was typed")
    return path.stat().st_size - before


def measures(folder: Path) -> Iterator[Measured]:
    """Measure."""
    country = submissions.make(folder / "country", AGENCIES, earlier=EARLIER)
    figures = submissions.FIGURES
    beyond = max(map(beyond_the_signature, country.files))
    yield Measured(
        f"a submission of {figures} figures", "beyond the signature", beyond, None, 4 * _KIBIBYTE, Unit.BYTES
    )
    grown = at_home_affairs(country, folder)
    yield Measured("Home Affairs' workspace, a round more", f"{AGENCIES} agencies", grown, None, _MEBIBYTE, Unit.BYTES)
    yield Measured(
        "an agency's workspace, a round more",
        f"{figures} figures and {len(EARLIER)} earlier years",
        at_an_agency(country, folder),
        None,
        _MEBIBYTE,
        Unit.BYTES,
    )
    for built in sorted(DIST.glob("*-setup.exe"), key=os.path.getmtime)[-1:]:
        yield Measured("the installer", "for Windows", built.stat().st_size, None, 30 * _MEBIBYTE, Unit.BYTES)


def main() -> None:
    """Print each figure."""
    measured.run(measures)


if __name__ == "__main__":
    main()
