"""Which tables a report over several editions of the indicator set prints, each in the words of its own edition. Pure.

A table that two editions print alike is one table that has the periods of both. Where an edition words a row
otherwise, retires one, or counts a figure otherwise, the table ends, and begins anew: old figures never stand under
new words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core import breaks
from reformdesk.core.catalogue import Catalogue, Indicator, Kind, Table


@dataclass(frozen=True, eq=False)
class Stretch:
    """A table over the rounds, by their places, whose editions print it alike; in the words of the newest of them.

    ``leads``: the newest edition of all has it.
    """

    table: Table
    catalogue: Catalogue
    rounds: tuple[int, ...]
    leads: bool


def stretches(catalogues: Sequence[Catalogue]) -> tuple[Stretch, ...]:
    """Return the tables of rounds by whose editions, given in order of time, they are asked.

    The newest edition's come first in printed order, then what only older ones print so, the newest before the oldest.
    """
    editions = _newest_first(catalogues)
    taken: set[tuple[str, str]] = set()
    found = []
    for place, (catalogue, _) in enumerate(editions):
        for table in catalogue.tables:
            if (catalogue.digest, table.id) in taken:
                continue
            alike = _run(table, editions[place:])
            taken |= {(one.digest, table.id) for one, _ in alike}
            rounds = sorted(number for _, numbers in alike for number in numbers)
            found.append(Stretch(table, catalogue, tuple(rounds), leads=place == 0))
    return tuple(found)


_Edition = tuple[Catalogue, tuple[int, ...]]


def _newest_first(catalogues: Sequence[Catalogue]) -> list[_Edition]:
    """Return the editions with the places of their rounds, that which was asked by last first."""
    places: dict[str, list[int]] = {}
    for number, catalogue in enumerate(catalogues):
        places.setdefault(catalogue.digest, []).append(number)
    return [(catalogues[numbers[-1]], tuple(numbers)) for numbers in sorted(places.values(), key=lambda one: -one[-1])]


def _run(table: Table, editions: Sequence[_Edition]) -> list[_Edition]:
    """Return the first edition, and the older ones on from it for as long as they print a table as it does."""
    newest, found = editions[0][0], [editions[0]]
    for one in editions[1:]:
        older = next((each for each in one[0].tables if each.id == table.id), None)
        if older is None:
            continue
        if not _alike(newest, table, one[0], older):
            break
        found.append(one)
    return found


def _alike(newest: Catalogue, table: Table, older: Catalogue, before: Table) -> bool:
    """Whether two editions print a table in the same words, of figures that are one series and are written alike."""
    was, is_ = older.indicators, newest.indicators
    return table == before and all(
        breaks.between(older, newest, name) is None and _written(was[name]) == _written(is_[name])
        for name in table.indicators()
    )


def _written(indicator: Indicator) -> tuple[Kind, int, str]:
    """Return by what a figure is written."""
    return indicator.kind, indicator.digits, indicator.written_unit
