"""When the agencies' files came, day by day, against the deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Arrivals:
    """How many agencies' first files had come by each day on which any came, against the deadline.

    ``extended`` are the days to which deadlines were extended, each with how many agencies' were; ``excused``
    are the days after the round's on which some came by their own, each with how many did.
    """

    days: tuple[tuple[date, int], ...]
    owing: int
    opened: date
    deadline: date
    extended: tuple[tuple[date, int], ...] = ()
    excused: tuple[tuple[date, int], ...] = ()

    @property
    def so_far(self) -> int:
        """How many have come."""
        return self.days[-1][1] if self.days else 0

    @property
    def in_time(self) -> int:
        """How many had come when the deadline's day ended, each agency's own."""
        before = max((count for day, count in self.days if day <= self.deadline), default=0)
        return before + sum(count for _, count in self.excused)
