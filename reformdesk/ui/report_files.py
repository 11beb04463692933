"""Writes one report in several kinds of file, a short step at a time, for whoever shows how far it is."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic
from types import MappingProxyType

from reformdesk.core import closed_report, deadlines, reporting
from reformdesk.core.outfile import require_writable, write_together
from reformdesk.core.report import Report
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.office import export
from reformdesk.office.export import Progress, Writing
from reformdesk.ui.dates import now

PDF = ".pdf"
_A_MOMENT = 0.02
"""Seconds that are drawn at a time: a window that draws itself less than once in so long seems to stand still."""
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Word": (".docx",),
        "PDF": (PDF,),
        "Excel": (".xlsx",),
        "CSV": (".csv",),
        "JSON": (".json",),
        "SDMX": (".sdmx.csv", ".sdmx.xml"),
    }
)
"""What a report can be written as: what people call it, how its file's name ends, and that of a file beside it."""


def with_companions(target: Path) -> tuple[Path, ...]:
    """Return a report's file and those that belong beside it."""
    return (target, *(target.with_name(name) for name in export.companion_names(target.name)))


@dataclass(frozen=True)
class Choice:
    """What is exported: ``rounds`` (all where none is named), or one of them as the closing of a digest has it.

    ``agency`` is whose own answers are wanted, empty for the totals; not of a closing.
    """

    rounds: tuple[str, ...] = ()
    closing: str = ""
    agency: str = ""

    @property
    def name_ending(self) -> str:
        """What the files of a closing, or of one agency, are told by behind the common name."""
        if self.closing:
            return f"-{self.rounds[0]}-{self.closing[:8]}"
        return f"-{self.agency}" if self.agency else ""


@dataclass(frozen=True)
class Step:
    """How far an export is: ``done`` of ``total`` pieces of the file that is number ``place`` of ``count``.

    ``anew``: something was taken in meanwhile, and all was begun once more.
    """

    file: str
    place: int
    count: int
    done: int
    total: int
    anew: bool = False

    @property
    def part(self) -> float:
        """Which part of the whole export is done, from 0 to 1: every file counts alike."""
        return (self.place - 1 + self.done / max(self.total, 1)) / self.count


@dataclass(frozen=True)
class Written:
    """The files of an export. ``rebuilt``: what is here still comes to the figures that were closed."""

    files: tuple[Path, ...]
    rebuilt: bool = True


class Drawing:
    """A PDF that is drawn on the windows' thread, while the export waits for it."""

    def __init__(self, steps: Writing, told: Callable[[Progress], Step]) -> None:
        self._steps, self._told = steps, told
        self.content: bytes | None = None
        self._newest = Progress(0, 1)

    def go_on(self) -> Step:
        """Draw for a moment."""
        began = monotonic()
        try:
            while monotonic() - began < _A_MOMENT:
                self._newest = next(self._steps)
        except StopIteration as done:
            self.content = bytes(done.value)
        return self._told(self._newest)

    def close(self) -> None:
        """Let go of what is half drawn."""
        self._steps.close()


Steps = Generator[Step | Drawing, None, Written]


class ReportFiles:
    """An export in the making; what it writes lies there all at once when the last step is done, or nothing does."""

    def __init__(self, choice: Choice, targets: Sequence[Path]) -> None:
        self._choice = choice
        self._targets = tuple(targets)
        self._steps: Steps | None = None

    def step(self, workspace: Workspace) -> Step | Drawing | Written:
        """Do the next step, or say what is to be drawn before; always on the same thread.

        Raises what writing and reading raise. A step that failed can be asked for once more, and the export is begun
        from its start.
        """
        if self._steps is None:
            self._steps = _writing(workspace, self._choice, self._targets)
        try:
            return next(self._steps)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return] # the generator's own type says what it returns
        except BaseException:
            self._steps = None
            raise

    def close(self) -> None:
        """Let go of what is half done, on the thread of the steps; nothing of it lies on the disk."""
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()


def _writing(workspace: Workspace, choice: Choice, targets: Sequence[Path]) -> Steps:
    for target in targets:
        for file in with_companions(target):
            require_writable(file)
    try:
        return (yield from _written(workspace, choice, targets, anew=False))
    except Mendable as problem:
        if problem.code != "report-overtaken":
            raise
    return (yield from _written(workspace, choice, targets, anew=True))


def _written(workspace: Workspace, choice: Choice, targets: Sequence[Path], *, anew: bool) -> Steps:
    read, rebuilt = _read(workspace, choice)
    report = replace(read, dated=deadlines.day_of(now()))
    made: dict[Path, bytes] = {}
    for place, target in enumerate(targets, 1):
        of = partial(_step_of, target.name, place, len(targets), anew=anew)
        made[target] = yield from _drawn(report, of) if target.suffix.lower() == PDF else _one(target, report, of)
        for name, content in export.companions(target.name, report, now()).items():
            made[target.with_name(name)] = content
    write_together(made)
    return Written(tuple(made), rebuilt)


def _read(workspace: Workspace, choice: Choice) -> tuple[Report, bool]:
    if choice.agency:
        return reporting.of_agency(workspace, choice.agency, choice.rounds or None), True
    if not choice.closing:
        return reporting.read(workspace, choice.rounds or None), True
    found = closed_report.as_closed(workspace, choice.rounds[0], choice.closing)
    return reporting.of_closing(found, reporting.letterhead(workspace)), found.rebuilt


def _step_of(name: str, place: int, count: int, progress: Progress, *, anew: bool) -> Step:
    return Step(name, place, count, progress.done, progress.total, anew)


def _one(target: Path, report: Report, of: Callable[[Progress], Step]) -> Generator[Step, None, bytes]:
    steps = export.writing(target.name, report)
    while True:
        try:
            progress = next(steps)
        except StopIteration as done:
            return bytes(done.value)
        yield of(progress)


def _drawn(report: Report, of: Callable[[Progress], Step]) -> Generator[Step | Drawing, None, bytes]:
    from reformdesk.ui import report_pdf

    yield of(Progress(0, 1))
    drawing = Drawing(report_pdf.drawing(report_pdf.lay(report)), of)
    while drawing.content is None:
        yield drawing
    return drawing.content
