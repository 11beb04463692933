"""Reads what a report is made from: rounds as they stand now, or one as it was closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reformdesk.core import closed_report, merged
from reformdesk.core.closed_report import AsClosed
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable


def read(workspace: Workspace, round_ids: Sequence[str] | None = None) -> Report:
    """Return a report on rounds as they stand, on all where none are named.

    Its ``whole`` reads from the workspace. Raises ``Mendable``: ``unknown-round``, ``no-round``;
    ``whole`` raises ``report-overtaken`` where something was taken in or decided meanwhile.
    """
    wanted = merged.in_time(workspace, round_ids)
    if not wanted:
        raise Mendable("no-round")
    parts = tuple(_with_closing(workspace, name).without_shares() for name in wanted)
    return Report(parts, merged.digest(workspace), lambda: _whole(workspace, parts))


def of_closing(found: AsClosed) -> Report:
    """Return the report of a round as it was closed."""
    return Report.of([found.part], found.closing.digest)


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
