"""A clock that a test sets."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reformdesk.ui import dates

_VIETNAM = timedelta(hours=7)


class Clock:
    """What the program takes for the time: it goes on a second whenever it is looked at."""

    def __init__(self, patch: pytest.MonkeyPatch, begins: datetime) -> None:
        self._moment = begins
        clock = self

        class Shown(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override] # always asked for UTC
                return clock._next()

        patch.setattr(dates, "datetime", Shown)

    def _next(self) -> datetime:
        self._moment += timedelta(seconds=1)
        return self._moment

    def go_to(self, day: int, hour: int = 8, *, month: int = 0) -> None:
        """Go on to an hour of a day of the month, or of another month, as clocks in Vietnam show it."""
        here = self._moment + _VIETNAM
        moment = here.replace(month=month or here.month, day=day, hour=hour, minute=0, second=0) - _VIETNAM
        assert moment > self._moment, "the clock goes on"
        self._moment = moment
