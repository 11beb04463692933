"""The sample's report in every form, and how a test has it checked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, settings
from openpyxl import Workbook

from reformdesk.core import reporting, store
from reformdesk.core.report import PrintedTable, Report, printed_tables
from reformdesk.core.store import Workspace
from reformdesk.office import export
from reformdesk.report_checking import ReportCheck, check_report
from tests.demo import copy_of_office

PRESENT = "civil-servants-present"
SUFFIXES = (".xlsx", ".docx", ".csv", ".json")
FEW_EXAMPLES = settings(
    deadline=None,
    derandomize=True,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Written:
    """The sample's report in every form, and the desk that it is checked at."""

    desk: Workspace
    report: Report
    files: Mapping[str, bytes]

    @property
    def tables(self) -> list[PrintedTable]:
        return printed_tables(self.report.parts)


@contextmanager
def written_of(demo: Path, folder: Path) -> Iterator[Written]:
    """Write the sample's report in every form, at a desk of its own."""
    with store.open_workspace(copy_of_office(demo, folder)) as desk:
        report = reporting.read(desk)
        yield Written(desk, report, {suffix: export.render(f"r{suffix}", report) for suffix in SUFFIXES})


def checked(content: bytes, folder: Path, desk: Workspace, name: str = "báo cáo") -> ReportCheck:
    """Check a report under a name that says nothing of what it is."""
    path = folder / name
    path.write_bytes(content)
    return check_report(path, desk)


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def places(found: ReportCheck) -> list[tuple[str, str, str, str]]:
    return [(one.what.value, one.table, one.column, one.printed) for one in found.altered]


def in_parts(content: bytes, part: str, before: bytes, after: bytes) -> bytes:
    """Change the first place in a part of an office file."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if re.fullmatch(part, name):
                data, count = re.subn(before, after, data, count=1)
                assert count == 1
            made.writestr(name, data)
    return target.getvalue()
