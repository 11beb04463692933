"""When a round's deadline has passed. Lateness is shown and printed; no total depends on it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Deadlines end with the day in Vietnam, whatever zone a machine is set to."""


def due(deadline: date) -> datetime:
    """Return the first moment after a deadline's day."""
    return datetime.combine(deadline + timedelta(days=1), time.min, VIETNAM)


def is_past(deadline: date, moment: datetime) -> bool:
    """Whether a moment lies after a deadline."""
    return moment >= due(deadline)


def day_of(moment: datetime) -> date:
    """Return the day in Vietnam that a moment belongs to."""
    return moment.astimezone(VIETNAM).date()
