"""The indicator set: areas, printed tables and their rows, indicators, rules.

A catalogue is data. It is read from JSON (``resources/catalogue/*.json``, or the copy inside a
round file) and this module knows no figure, no agency and no indicator by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Any


class Kind(StrEnum):
    """What kind of value an indicator takes."""

    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    RATE_OR_BLOCKS = "rate-or-blocks"
    MARK = "mark"
    TEXT = "text"

    @property
    def takes_fraction(self) -> bool:
        """Whether a decimal sign may stand in a value of this kind."""
        return self in (Kind.DECIMAL, Kind.PERCENT, Kind.RATE_OR_BLOCKS)


class Nature(StrEnum):
    """A stock is counted on a day and may stand still; a flow is counted over a period."""

    STOCK = "stock"
    FLOW = "flow"


class Consolidation(StrEnum):
    """How the shares of the reporting agencies become one figure."""

    SOLE = "sole"
    SUM = "sum"
    MEAN = "mean"
    ANY = "any"
    RATE = "rate"


class Layout(StrEnum):
    """How a printed table is laid out: periods as columns, or periods as rows."""

    PERIODS_ACROSS = "periods-across"
    PERIODS_DOWN = "periods-down"


class Severity(StrEnum):
    """An error must be mended; a warning yields to an explanation (giải trình)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Label:
    """A name in the two languages of the interface."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """Return the name in ``language``; Vietnamese where the English one is empty."""
        return self.en if language == "en" and self.en else self.vi

    @classmethod
    def joined(cls, between: str, names: Iterable[Label]) -> Label:
        """Return several names as one, with a sign between them."""
        listed = tuple(names)
        return cls(*(between.join(one.text(language) for one in listed) for language in ("vi", "en")))


@dataclass(frozen=True)
class Area:
    """One of the areas of reform; ``short`` heads navigation, ``tiny`` the board's columns."""

    id: str
    title: str
    short: Label
    tiny: Label


@dataclass(frozen=True)
class Block:
    """A block of agencies that a satisfaction rate can be given for; ``also`` are other spellings."""

    id: str
    name: Label
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reporter:
    """Who owes an indicator: one agency or every member of a group; exactly one is not empty."""

    agency: str = ""
    group: str = ""


@dataclass(frozen=True)
class Rate:
    """What a rate is computed from: so many ``numerator`` in a hundred ``denominator``, both indicators' ids.

    With ``may_exceed`` the numerator is no part of the denominator, as where work done is held against a plan.
    """

    numerator: str
    denominator: str
    may_exceed: bool = False

    @property
    def parts(self) -> tuple[str, str]:
        """Both indicators' ids, the numerator first."""
        return self.numerator, self.denominator


@dataclass(frozen=True)
class Indicator:
    """One figure that is asked for, or with ``rate`` one that is computed and that nobody enters.

    ``reporter_from`` says where the reporter was taken from: the printed ``row``, its ``parent``,
    or ``assumed`` where the table names none.
    ``digits`` is the least number of digits printed (``07``); ``written_unit`` is the unit that is
    printed behind the figure, and ``unit_also`` are misprints of it that are understood.
    """

    id: str
    name: Label
    kind: Kind
    nature: Nature
    unit: Label
    reporter: Reporter
    reporter_from: str
    consolidation: Consolidation
    weight: str = ""
    digits: int = 1
    written_unit: str = ""
    unit_also: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    rate: Rate | None = None

    @property
    def prints_percent_sign(self) -> bool:
        """Whether the printed figure carries ``%`` itself (it does where it may be one per block)."""
        return self.kind is Kind.RATE_OR_BLOCKS


@dataclass(frozen=True)
class Row:
    """A printed row; without ``indicator`` it only structures. ``level`` is its nesting depth."""

    number: str
    name: str
    name_en: str
    printed_reporter: str
    level: int
    indicator: str = ""

    @property
    def label(self) -> Label:
        """What it says, in both languages."""
        return Label(self.name, self.name_en)


@dataclass(frozen=True)
class Column:
    """A printed column: number, name, reporter, periods, period, indicator or note."""

    kind: str
    header: str = ""
    indicator: str = ""


@dataclass(frozen=True)
class Table:
    """A printed table of one area."""

    id: str
    area: str
    title: str
    title_en: str
    layout: Layout
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    printed_reporter: str = ""

    @property
    def label(self) -> Label:
        """Its title, in both languages."""
        return Label(self.title, self.title_en)

    def indicators(self) -> Iterator[str]:
        """Yield the ids of the table's indicators in printed order."""
        for row in self.rows:
            if row.indicator:
                yield row.indicator
        for column in self.columns:
            if column.indicator:
                yield column.indicator

    @cached_property
    def above(self) -> Mapping[str, str]:
        """By indicator that breaks another one down, the nearest one that its row is nested in."""
        found = {}
        path: list[Row] = []
        for row in self.rows:
            path = [one for one in path if one.level < row.level]
            wholes = [one.indicator for one in path if one.indicator]
            if row.indicator and wholes:
                found[row.indicator] = wholes[-1]
            path.append(row)
        return found


@dataclass(frozen=True)
class Part:
    """A signed operand of a total."""

    sign: int
    indicator: str


@dataclass(frozen=True)
class Rule:
    """A rule about one value (``range``), about a value and its past (``jump``, ``repeat``) or
    between values (``at-most``, ``total``).
    """

    id: str
    kind: str
    severity: Severity
    left: str = ""
    right: str = ""
    total: str = ""
    parts: tuple[Part, ...] = ()
    kinds: tuple[Kind, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    factor: Decimal = Decimal(0)

    def operands(self) -> tuple[str, ...]:
        """Return the indicators that the rule names."""
        named = (self.left, self.right, self.total, *(part.indicator for part in self.parts))
        return tuple(name for name in named if name)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """An edition of the indicator set. ``source`` is the JSON it was read from, as a round file carries it.

    ``follows`` is the :attr:`digest` of the edition that it was made from, empty where that is not known;
    an ``example`` is one by its ``name``, wherever that is shown.
    """

    id: str
    name: Label
    areas: tuple[Area, ...]
    tables: tuple[Table, ...]
    indicators: Mapping[str, Indicator]
    rules: tuple[Rule, ...]
    source: Mapping[str, Any]
    follows: str = ""
    example: bool = False

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the set's canonical JSON: what a round is bound to."""
        return sha256(_canonical(self.source)).hexdigest()

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The indicators' ids in printed order."""
        return tuple(name for table in self.tables for name in table.indicators())

    @cached_property
    def area_of(self) -> Mapping[str, str]:
        """The area's id of each indicator."""
        return {name: table.area for table in self.tables for name in table.indicators()}

    @cached_property
    def rates(self) -> Mapping[str, Rate]:
        """The rates that are computed from their parts, by indicator."""
        return {name: one.rate for name, one in self.indicators.items() if one.rate is not None}

    @cached_property
    def rules_digest(self) -> str:
        """SHA-256 (hex) of the rules, so that both sides can tell that they check alike."""
        return sha256(json.dumps(self.source["rules"], sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def area(self, area_id: str) -> Area:
        """Return one area; ``KeyError`` where it is unknown."""
        return next(area for area in self.areas if area.id == area_id)

    def tables_of(self, area_id: str) -> tuple[Table, ...]:
        """Return the printed tables of an area in order."""
        return tuple(table for table in self.tables if table.area == area_id)

    def place_of(self, indicator_id: str) -> tuple[Table, Row | None]:
        """Return the table and, where periods run across, the row that an indicator stands in."""
        for table in self.tables:
            for row in table.rows:
                if row.indicator == indicator_id:
                    return table, row
            if indicator_id in table.indicators():
                return table, None
        raise KeyError(indicator_id)

    def printed_number(self, indicator_id: str) -> str:
        """Return the printed number an officer would look for: the row's own or its nearest numbered parent's."""
        table, row = self.place_of(indicator_id)
        if row is None:
            return table.id
        position = table.rows.index(row)
        level = row.level + 1
        for candidate in reversed(table.rows[: position + 1]):
            if candidate.level < level:
                level = candidate.level
                if candidate.number.strip("-"):
                    return candidate.number
        return table.id


def _canonical(source: Mapping[str, Any]) -> bytes:
    return json.dumps(source, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
