"""The report in the format that a file name asks for."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import PurePath

from reformdesk.core import origin
from reformdesk.core.report import Report, printed_tables
from reformdesk.errors import Mendable
from reformdesk.office import report_data

SUFFIXES = (".xlsx", ".docx", ".csv", ".json")


@dataclass(frozen=True)
class Progress:
    """How far a report is written: ``done`` of ``total`` pieces of about the same length."""

    done: int
    total: int


Writing = Generator[Progress, None, bytes]
"""A report in the making: each step is short, and the last returns the file."""


def render(file_name: str, report: Report) -> bytes:
    """Return a report as the file that ``file_name`` names; raises as :func:`writing` does."""
    steps = writing(file_name, report)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return bytes(done.value)


def writing(file_name: str, report: Report) -> Writing:
    """Write a report a step at a time, so that whoever waits sees it grow and can stop it.

    Raises ``Mendable``: ``unknown-type``, ``no-round``, and what reading the shares raises
    (:mod:`reformdesk.core.reporting`); :class:`StoreError` where there is no room for temporary files.
    """
    suffix = PurePath(file_name).suffix.lower()
    if suffix not in SUFFIXES:
        raise Mendable("unknown-type", file=file_name)
    if not report.parts:
        raise Mendable("no-round")
    yield Progress(0, 1)
    if suffix == ".csv":
        return report_data.tidy_csv(report.whole())
    if suffix == ".json":
        return report_data.report_json(report.whole(), origin.of(report))
    tables = printed_tables(report.parts, report.newest.catalogue)
    if suffix == ".xlsx":
        from reformdesk.office import report_xlsx

        return (yield from report_xlsx.writing(report, tables))
    from reformdesk.office import report_docx

    return report_docx.document(report, tables)
