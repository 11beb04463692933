"""Rows nested by their depths: what stands below a row, and which one heads it."""

from __future__ import annotations

from collections.abc import Sequence


def end_of(levels: Sequence[int], place: int) -> int:
    """Return the place behind a row and all that is nested below it."""
    return next((one for one in range(place + 1, len(levels)) if levels[one] <= levels[place]), len(levels))


def head_of(levels: Sequence[int], place: int) -> int:
    """Return the place of the row that another is nested in, -1 where it is in none."""
    return next((one for one in reversed(range(place)) if levels[one] < levels[place]), -1)
