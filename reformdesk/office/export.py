"""The report in the format that a file name asks for."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from reformdesk.core.report import Report, printed_tables
from reformdesk.errors import Mendable
from reformdesk.office import report_data, sdmx

_FOR_MACHINES: Mapping[str, Callable[[Report], Iterator[bytes]]] = {
    ".csv": report_data.csv_pieces,
    ".json": report_data.json_pieces,
    sdmx.SUFFIX: sdmx.pieces,
}
"""What is written round by round, as pieces of the file."""
SUFFIXES = (".xlsx", ".docx", *_FOR_MACHINES)


@dataclass(frozen=True)
class Progress:
    """How far a report is written: ``done`` of ``total`` pieces of about the same length."""

    done: int
    total: int


Writing = Generator[Progress, None, bytes]
"""A report in the making: each step is short, and the last returns the file."""


def suffix_of(file_name: str) -> str:
    """Return the ending that says what a file is to be: that of SDMX has two parts."""
    plain = file_name.lower()
    return sdmx.SUFFIX if plain.endswith(sdmx.SUFFIX) else PurePath(plain).suffix


def companions(file_name: str, report: Report, now: datetime) -> dict[str, bytes]:
    """Return by name the files that belong beside a report, to be written before it; most stand alone.

    ``now`` is when they are written; they say so.
    """
    names = companion_names(file_name)
    if not names or not report.parts:
        return {}
    from reformdesk.office import sdmx_structure

    return {name: sdmx_structure.message(report, now) for name in names}


def companion_names(file_name: str) -> tuple[str, ...]:
    """Return the names of the files that belong beside a report: its structure beside SDMX."""
    if suffix_of(file_name) != sdmx.SUFFIX:
        return ()
    return (file_name[: -len(sdmx.SUFFIX)] + sdmx.STRUCTURE_SUFFIX,)


def render(file_name: str, report: Report) -> bytes:
    """Return a report as the file that ``file_name`` names; raises as :func:`writing` does."""
    return finished(writing(file_name, report))


def finished(steps: Writing) -> bytes:
    """Do all steps of a report in the making, and return the file."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return bytes(done.value)


def writing(file_name: str, report: Report) -> Writing:
    """Write a report a step at a time, so that whoever waits sees it grow and can stop it.

    Raises ``Mendable``: ``unknown-type``, ``no-round``, what reading the shares raises
    (:mod:`reformdesk.core.reporting`), and what is wrong with a letterhead (:mod:`reformdesk.office.letterhead`);
    :class:`StoreError` where there is no room for temporary files.
    """
    suffix = suffix_of(file_name)
    if suffix not in SUFFIXES:
        raise Mendable("unknown-type", file=file_name)
    if not report.parts:
        raise Mendable("no-round")
    if suffix in _FOR_MACHINES:
        return (yield from _in_pieces(_FOR_MACHINES[suffix](report), len(report.parts) + 1))
    yield Progress(0, 1)
    tables = printed_tables(report.parts)
    if suffix == ".xlsx":
        from reformdesk.office import report_xlsx

        return (yield from report_xlsx.writing(report, tables))
    from reformdesk.office import report_docx

    return (yield from report_docx.writing(report, tables))


def _in_pieces(pieces: Iterator[bytes], count: int) -> Writing:
    """Gather the ``count`` pieces of a file, and say so after each."""
    yield Progress(0, count)
    written: list[bytes] = []
    for piece in pieces:
        written.append(piece)
        yield Progress(min(len(written), count), count)
    return b"".join(written)
