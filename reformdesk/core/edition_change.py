"""One difference between two editions, and what had to move for one order to become another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reformdesk.core.catalogue import Consolidation, Kind, Label, Nature, Reporter, Rule


class Section(StrEnum):
    """Under which heading of the note a change stands."""

    SET = "set"
    TABLES = "tables"
    RULES = "rules"
    AGENCIES = "agencies"


Param = str | int | Label | tuple[Label, ...] | Kind | Nature | Consolidation | Reporter | Rule
"""What a change speaks of; each becomes words in the interface."""


@dataclass(frozen=True)
class Change:
    """One line of the note; ``table`` heads it where it is about one, the other places lead there."""

    section: Section
    code: str
    params: tuple[tuple[str, Param], ...] = ()
    table: str = ""
    indicator: str = ""
    rule: str = ""
    agency: str = ""


def moved(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the fewest of those in both that have to move for the one order to become the other, in the new order."""
    place = {name: at for at, name in enumerate(before)}
    kept = [name for name in now if name in place]
    # the longest run that goes up stays: by length the place it ends with, and which one is before each
    ends: list[str] = []
    behind: dict[str, str] = {}
    for name in kept:
        at = bisect_left([place[one] for one in ends], place[name])
        if at:
            behind[name] = ends[at - 1]
        ends[at : at + 1] = [name]
    stays = set[str]()
    last = ends[-1] if ends else ""
    while last:
        stays.add(last)
        last = behind.get(last, "")
    return [name for name in kept if name not in stays]
