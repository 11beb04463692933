"""An agency's own submission beside what Home Affairs entered on its behalf, as a review shows the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core import journal, what_counts
from reformdesk.core.deciding import Kind
from reformdesk.core.merged import Received
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status

OWN, ENTERED = "own", "entered"


@dataclass(frozen=True)
class Beside:
    """Both, how many answers differ, and what was said to hold: ``own`` or ``entered``, nothing yet, or both."""

    own: Received
    entry: Received
    differ: int
    holds: frozenset[str]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided, or two desks decided differently."""
        return len(self.holds) != 1

    @property
    def pair(self) -> tuple[str, str]:
        """Both digests, the agency's own first."""
        return self.own.digest, self.entry.digest


def read_beside(workspace: Workspace, shown: Received, all_of_it: Sequence[Received]) -> Beside | None:
    """Return the two where the one on show is one of them and there is, or was, anything to decide."""
    entries = [one for one in all_of_it if one.entered and one.on_chain]
    beside = (Reason.BESIDE_ENTERED.value,)
    own = [one for one in all_of_it if not one.entered and (one.on_chain or one.reasons == beside)]
    if not entries or not own or shown not in (own[-1], entries[-1]):
        return None
    entry = entries[-1]
    said = journal.stands_on(workspace, Kind.BESIDE, own[-1].digest)
    holds = frozenset(str(one.detail["holds"]) for one in said if one.detail["entered"] == entry.digest)
    if not holds and own[-1].reasons != beside:
        return None
    first, second = (what_counts.answers_in(workspace, one.digest).answers for one in (own[-1], entry))
    differ = sum(first.get(name, Status.BLANK) != second.get(name, Status.BLANK) for name in {*first, *second})
    return Beside(own[-1], entry, differ, holds)
