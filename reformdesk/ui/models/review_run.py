"""The submissions that an officer goes through one after the other, in the order of the list they were opened from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reformdesk.core import merged
from reformdesk.core.merged import Received
from reformdesk.core.store import Workspace

BOARD, WAITING = "board", "waiting"


@dataclass(frozen=True)
class Run:
    """Where one is among them: ``stops`` are agency and digest, an empty digest for the agency's newest.

    The list is the one that stood when the first was opened: what is decided meanwhile stays in it, so
    that "3 of 12" goes on to mean the same. ``source`` is the list that one goes back to.
    """

    source: str = BOARD
    stops: tuple[tuple[str, str], ...] = ()
    place: int = -1

    @classmethod
    def at(cls, source: str, stops: tuple[tuple[str, str], ...], stop: tuple[str, str]) -> Run:
        """Begin at a stop; one that is not in the list is shown outside of any order."""
        return cls(source, stops, stops.index(stop)) if stop in stops else cls(source)

    @property
    def stop(self) -> tuple[str, str] | None:
        """Where one is."""
        return self.stops[self.place] if 0 <= self.place < len(self.stops) else None

    def beside(self, step: int) -> Run | None:
        """Return the run ``step`` places on, ``None`` where the list ends."""
        there = replace(self, place=self.place + step)
        return there if self.stop is not None and there.stop is not None else None


def next_unreviewed(workspace: Workspace, round_id: str, run: Run) -> Run | None:
    """Return the run at the next submission that counts and that nobody has accepted yet, first those further on.

    ``None`` where all of the list were looked at.
    """
    by_agency: dict[str, list[Received]] = {}
    for one in merged.received(workspace, round_id):
        by_agency.setdefault(one.agency, []).append(one)
    count = len(run.stops)
    for step in range(1, count):
        place = (run.place + step) % count
        agency, digest = run.stops[place]
        sent = by_agency.get(agency, [])
        shown = next((one for one in sent if one.digest == digest), sent[-1] if sent else None)
        if shown is not None and shown.may_be_accepted and not shown.reviewed:
            return replace(run, place=place)
    return None
