"""Reads what a report is made from: rounds as they stand now, or one as it was closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reformdesk.core import agency_report, board, closed_report, merged, office_files, roundbook
from reformdesk.core.closed_report import AsClosed
from reformdesk.core.report import ConsolidatedRound, Letterhead, Report
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable


def usual_rounds(workspace: Workspace) -> tuple[list[str], list[str]]:
    """Return the rounds that a report is on where none are named, in order of time, and those that it leaves out.

    An example of an indicator set is there to be looked at: its rounds are left out beside any that are no example.
    """
    ids = merged.in_time(workspace)
    examples = [name for name in ids if roundbook.load(workspace, name).catalogue.example]
    usual = [name for name in ids if name not in examples]
    return (usual, examples) if usual else (examples, [])


def read(workspace: Workspace, round_ids: Sequence[str] | None = None) -> Report:
    """Return a report on rounds as they stand, on all where none are named, in the letterhead that the office keeps.

    Its ``whole`` reads from the workspace. Raises ``Mendable``: ``unknown-round``, ``no-round``;
    ``whole`` raises ``report-overtaken`` where something was taken in or decided meanwhile.
    """
    workspace.require_sound()
    wanted = merged.in_time(workspace, round_ids)
    if not wanted:
        raise Mendable("no-round")
    parts = tuple(_with_closing(workspace, name).for_printing() for name in wanted)
    return Report(
        parts,
        merged.digest(workspace, folded_already=parts),
        lambda: _whole(workspace, parts),
        arrivals=board.read_arrivals(workspace, wanted[-1]),
        letterhead=letterhead(workspace),
    )


def of_agency(workspace: Workspace, agency: str, round_ids: Sequence[str] | None = None) -> Report:
    """Return one agency's report: its own answers as the figures; raises as :func:`agency_report.read`."""
    return replace(agency_report.read(workspace, agency, round_ids), letterhead=letterhead(workspace))


def of_closing(found: AsClosed, kept: Letterhead | None = None) -> Report:
    """Return the report of a round as it was closed, in a letterhead where one is given."""
    return replace(Report.of([found.part], found.closing.digest), letterhead=kept)


def letterhead(workspace: Workspace) -> Letterhead | None:
    """Return the letterhead that the office keeps; ``None`` where it keeps none."""
    kept = office_files.get(workspace, office_files.LETTERHEAD)
    return Letterhead(kept.file_name, kept.content) if kept is not None else None


def _with_closing(workspace: Workspace, name: str) -> ConsolidatedRound:
    (part,) = closed_report.noted(workspace, merged.consolidated(workspace, [name]))
    return part


def _whole(workspace: Workspace, parts: Sequence[ConsolidatedRound]) -> Iterator[ConsolidatedRound]:
    for part in parts:
        (now,) = merged.consolidated(workspace, [part.round.id])
        if (now.round.digest, now.counted, now.decisions) != (part.round.digest, part.counted, part.decisions):
            raise Mendable("report-overtaken", round=part.round.title)
        yield replace(now, closing=part.closing)


def until(workspace: Workspace, round_id: str) -> Report:
    """Return a report on a round, as its newest, and all before it in time; raises as :func:`read` does."""
    merged.in_time(workspace, [round_id])
    ids = merged.in_time(workspace)
    return read(workspace, ids[: ids.index(round_id) + 1])
