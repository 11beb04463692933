"""The rows that a form can have, found by what its sheets still say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core import legacy_text
from reformdesk.core.legacy_text import Encoding
from reformdesk.core.rounds import Round
from reformdesk.office.form_layout import LayoutRow, layout_rows, rows_of_all, squashed

_LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Clues:
    """What a sheet says of one of its rows: hidden key, number, name, and the row of structure above it.

    ``under`` is what stands above in the sheet: the nearest row of structure, and the indicator of
    the row before; empty where the order of rows tells nothing.
    """

    key: str
    number: str
    name: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """Which row it is, ``None`` for none; ``among`` counts the rows it could be. ``notes`` are for a person."""

    row: LayoutRow | None
    among: int = 0
    notes: tuple[str, ...] = ()


class KnownRows:
    """All rows of a round, an agency's own before the others'."""

    def __init__(self, round_: Round, agency: str) -> None:
        self.owed = frozenset(round_.figures_of(agency))
        self._round = round_
        own = [
            row
            for language in _LANGUAGES
            for area in round_.areas_of(agency)
            for row in layout_rows(round_, agency, area, language)
        ]
        every = [*own, *rows_of_all(round_)]
        self.by_key: dict[str, LayoutRow] = {}
        self._by_name: dict[str, list[str]] = {}
        self._structure: dict[str, str] = {}
        for row in every:
            if row.key:
                self.by_key.setdefault(row.key, row)
                for name in row.names:
                    keys = self._by_name.setdefault(name, [])
                    if row.key not in keys:
                        keys.append(row.key)
            else:
                for name in row.names:
                    self._structure.setdefault(name, squashed(row.also[0]))
        order = round_.catalogue.order
        self._place = {name: place for place, name in enumerate(order)}

    def place(self, row: LayoutRow) -> int:
        """Return where a row stands among all, from the top."""
        return self._place[row.indicator]

    def block_name(self, row: LayoutRow) -> str:
        """Return the name of the block that a row is for, as the tables print it."""
        blocks = self._round.catalogue.indicators[row.indicator].blocks
        return next(block.name.vi for block in blocks if block.id == row.block)

    def structure(self, name: str) -> str:
        """Return the row of structure of a name, in its one spelling; empty where it is none."""
        return self._structure.get(squashed(name), "")

    def named(self, name: str) -> list[LayoutRow]:
        """Return the rows of a name, the agency's own alone where there are any; old fonts are understood."""
        for spelling in (name, *_converted(name)):
            keys = self._by_name.get(squashed(spelling), []) if spelling else []
            rows = [self.by_key[key] for key in keys]
            if rows:
                return [row for row in rows if row.indicator in self.owed] or rows
        return []

    def find(self, clues: Clues) -> Match:
        """Say which row the clues mean.

        The hidden key decides, unless the name, which a person saw, is another row's: then rows were
        sorted without their keys.
        """
        keyed = self.by_key.get(clues.key)
        named = self.named(clues.name)
        if keyed is not None:
            if keyed in named or not clues.name:
                return Match(keyed)
            if not named:
                return Match(keyed, notes=("renamed",))
            found = self._told_apart(named, clues)
            return Match(found.row, found.among, ("by-name",) if found.row is not None else ())
        return self._told_apart(named, clues)

    def _told_apart(self, rows: Sequence[LayoutRow], clues: Clues) -> Match:
        if len(rows) < 2:
            return Match(next(iter(rows), None), len(rows))
        if any(letter.isdigit() for letter in clues.number):
            numbered = [row for row in rows if squashed(clues.number) in self._numbers(row)]
            if len(numbered) == 1:
                return Match(numbered[0], 1)
            rows = numbered or rows
        below = [row for row in rows if set(self._above(row)) & set(clues.under)]
        return Match(below[0], 1) if len(below) == 1 else Match(None, len(rows))

    def _numbers(self, row: LayoutRow) -> set[str]:
        return {squashed(row.number), squashed(self._round.catalogue.printed_number(row.indicator))}

    def _above(self, row: LayoutRow) -> tuple[str, ...]:
        """Return what a row stands under, as :class:`Clues` says it."""
        return (row.indicator,) if row.block else tuple(squashed(one) for one in row.groups[:1])


def _converted(name: str) -> list[str]:
    return [legacy_text.convert(name, encoding) for encoding in Encoding] if not name.isascii() else []
