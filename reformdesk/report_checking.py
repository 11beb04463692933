"""A report that comes back: made once more from what it says it was made from, and each altered figure named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from reformdesk.core import recomputing, reporting
from reformdesk.core.cover_text import cover_text
from reformdesk.core.origin import Origin
from reformdesk.core.recomputing import FigureToday, Recomputed
from reformdesk.core.report import Report, printed_tables
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value, write
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.office import export, report_comparing, report_file, report_reading
from reformdesk.office.report_file import Kind
from reformdesk.office.report_places import Altered, Judged, Names, What

MOST = 1000
"""How many places are named; where more are altered, the report is another one."""


@dataclass(frozen=True, eq=False)
class ReportCheck:
    """What became of a report since it was written.

    ``altered`` are the places that are not as they were printed, ``more`` says that there are others beyond
    :data:`MOST`. ``today`` are the figures that would be printed otherwise now, with what they would be as
    ``expected``. ``recomputed`` has what it was made from and how that stands today; a list carries none of that
    and was compared with the figures of today. ``problem`` says why nothing could be compared.
    ``framed``: it is set in a letterhead that the office does not keep, whose words nobody could compare.
    """

    kind: Kind
    recomputed: Recomputed | None = None
    altered: tuple[Altered, ...] = ()
    more: bool = False
    today: tuple[Altered, ...] = ()
    problem: ReformDeskError | None = None
    framed: bool = False

    @property
    def trouble(self) -> ReformDeskError | None:
        """What is wrong in one sentence: ``None`` where the report is sound."""
        made = self.recomputed
        if self.problem is not None or self.sound:
            return self.problem
        if made is not None and not made.is_true:
            return Mendable("report-untrue")
        if self.altered and self.kind is Kind.LINES:
            return Mendable("list-differs", count=len(self.altered))
        if self.altered:
            return Mendable("report-altered-much" if self.more else "report-altered", count=len(self.altered))
        return Mendable("report-not-whole")

    @property
    def sound(self) -> bool:
        """Whether all of it was made once more, and stands as it was printed."""
        made = self.recomputed
        whole = made is None or (made.is_true and not made.lacking)
        return whole and not self.altered and self.problem is None


def is_report(path: Path) -> bool:
    """Whether a file is a written report, or any other workbook or document, whatever its name."""
    return report_file.kind_of(path) is not None


def check_report(path: Path, workspace: Workspace) -> ReportCheck:
    """Check a report against Home Affairs' workspace. Never raises for the file; ``StoreError`` for the workspace."""
    kind = report_file.kind_of(path)
    if kind is None:
        return ReportCheck(Kind.DATA, problem=Mendable("no-report", file=path.name))
    try:
        content = report_file.read(path, kind)
        if kind is Kind.LINES:
            return _check_list(content, workspace)
        return _check(kind, content, path.name, workspace)
    except Mendable as problem:
        return ReportCheck(kind, problem=problem.kept())
    except ValueError:
        return ReportCheck(kind, problem=Mendable("report-damaged", file=path.name))


def _check_list(content: bytes, workspace: Workspace) -> ReportCheck:
    rows = report_reading.listed(content)[1:]
    rounds = list(dict.fromkeys(row[0] for row in rows))
    if not rounds:
        raise Mendable("no-round")
    whose = {row[2] for row in rows if len(row) > 2 and row[2]}
    report = reporting.read(workspace, rounds)
    if len(whose) == 1 and any(len(part.counted) > 1 for part in report.parts):
        report = reporting.of_agency(workspace, whose.pop(), rounds)
    altered, more = _compared(Kind.LINES, content, report, None)
    return ReportCheck(Kind.LINES, None, altered, more)


_ORIGINS: Mapping[Kind, Callable[[bytes], Origin | None]] = {
    Kind.WORKBOOK: report_reading.origin_of_workbook,
    Kind.DOCUMENT: report_reading.origin_of_document,
    Kind.DATA: report_reading.origin_of_data,
}


def _check(kind: Kind, content: bytes, name: str, workspace: Workspace) -> ReportCheck:
    try:
        origin = _ORIGINS[kind](content)
    except ValueError as problem:
        raise Mendable("report-origin-damaged", file=name) from problem
    if origin is None:
        raise Mendable("report-without-origin", file=name)
    made = recomputing.recompute(workspace, origin)
    if made.report is None or made.lacking.rounds:
        return ReportCheck(kind, made)
    report = _as_set(made.report, origin, workspace)
    framed = bool(origin.letterhead) and report.letterhead is None
    altered, more = _compared(kind, content, report, made, framed=framed)
    return ReportCheck(kind, made, altered, more, _today(made, report), framed=framed)


def _as_set(report: Report, origin: Origin, workspace: Workspace) -> Report:
    """Return a report set as it was, in the office's letterhead too where that is the one which the office keeps."""
    kept = reporting.letterhead(workspace)
    if not origin.letterhead or kept is None or kept.digest != origin.letterhead:
        return replace(report, letterhead=None)
    # its day stays blank, and a blank is the office's to fill
    return replace(report, letterhead=kept)


def _today(made: Recomputed, report: Report) -> tuple[Altered, ...]:
    names = Names(printed_tables(report.parts))
    catalogues = {part.round.id: part.round.catalogue for part in report.parts}

    def shown(one: FigureToday, value: Value | None) -> str:
        indicator = catalogues[one.round].indicators.get(one.indicator)
        return "" if value is None or indicator is None else write(value, indicator)

    return tuple(
        names.altered(
            What.FIGURE,
            {"round": one.round, "indicator": one.indicator},
            shown(one, one.printed),
            shown(one, one.now),
        )
        for one in made.since.figures
    )


def _compared(
    kind: Kind, content: bytes, report: Report, made: Recomputed | None, *, framed: bool = False
) -> tuple[tuple[Altered, ...], bool]:
    expected = export.render(f"report{kind.value}", report)
    is_of_earlier = kind is Kind.DOCUMENT and made is not None and not made.current
    judged = Judged(
        printed_tables(report.parts),
        frozenset() if made is None else made.unsure,
        _loose(report, expected) if is_of_earlier else frozenset(),
        figures_only=made is not None and bool(made.lacking),
        begins=report_reading.text_of(cover_text(report).opening) if framed else "",
    )
    found = tuple(islice(report_comparing.compare(kind, content, expected, judged), MOST + 1))
    return found[:MOST], len(found) > MOST


def _loose(report: Report, expected: bytes) -> frozenset[str]:
    """Return the paragraphs that tell when files came: what had come by an earlier state nobody keeps."""
    without = export.render("report.docx", replace(report, arrivals=None))
    now, then = (
        set(map(report_reading.text_of, report_reading.document(one).paragraphs)) for one in (expected, without)
    )
    return frozenset(now - then)
