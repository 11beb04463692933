"""Whom to remind in a round, with what is missing and whom to telephone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from reformdesk.core.board import MISSING, PARTIAL, RECEIVED, RETURNED, BoardData
from reformdesk.core.catalogue import Area
from reformdesk.core.organisation import Agency

KINDS = (MISSING, RETURNED, PARTIAL)
"""What an agency can be reminded of: nothing was sent, a return is not answered, something is blank."""


@dataclass(frozen=True)
class Reminder:
    """One agency to remind. ``areas`` are those in which something is missing, in order.

    ``since`` is when its newest file came, as RFC 3339; empty where none has. ``until`` is the day to
    which its deadline was extended, ``None`` where the round's own holds.
    """

    agency: Agency
    kind: str
    overdue: bool
    areas: tuple[Area, ...]
    since: str = ""
    until: date | None = None


def reminders(board: BoardData, kinds: Collection[str] = KINDS) -> tuple[Reminder, ...]:
    """Return whom to remind, in the office's order. What waits for the office itself is no agency's fault."""
    catalogue = board.round.catalogue
    return tuple(
        Reminder(
            line.agency,
            line.state,
            line.overdue,
            tuple(catalogue.area(area) for area, state in line.areas.items() if state != RECEIVED),
            line.newest.received_at if line.newest else "",
            line.due if line.extended else None,
        )
        for line in board.lines
        if line.state in kinds
    )
