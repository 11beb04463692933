"""The indicator set: areas, printed tables and their rows, indicators, rules.

A catalogue is data. It is read from JSON (``resources/catalogue/*.json``, or the copy inside a
round file) and this module knows no figure, no agency and no indicator by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from reformdesk.core import shapes
from reformdesk.errors import Refused

FORMAT = "reformdesk-catalogue/1"


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
class Indicator:
    """One figure that is asked for.

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
    """An indicator set. ``source`` is the JSON it was read from, as a round file carries it."""

    id: str
    name: Label
    areas: tuple[Area, ...]
    tables: tuple[Table, ...]
    indicators: Mapping[str, Indicator]
    rules: tuple[Rule, ...]
    source: Mapping[str, Any]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The indicators' ids in printed order."""
        return tuple(name for table in self.tables for name in table.indicators())

    @cached_property
    def area_of(self) -> Mapping[str, str]:
        """The area's id of each indicator."""
        return {name: table.area for table in self.tables for name in table.indicators()}

    @cached_property
    def rules_digest(self) -> str:
        """SHA-256 (hex) of the rules, so that both sides can tell that they check alike."""
        canonical = json.dumps(self.source["rules"], sort_keys=True, ensure_ascii=False)
        return sha256(canonical.encode()).hexdigest()

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


def load(path: Path) -> Catalogue:
    """Read a catalogue from a JSON file that ships with the program."""
    return parse(json.loads(path.read_text(encoding="utf-8")))


def parse(source: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue from its JSON form; ``Refused('invalid-catalogue')`` names what is wrong."""
    if source.get("format") != FORMAT:
        raise Refused("newer-catalogue", format=str(source.get("format", "")))
    try:
        catalogue = _build(source)
        shapes.require(catalogue)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        raise Refused("invalid-catalogue", where=f"{type(problem).__name__}: {problem}") from problem
    _check_references(catalogue)
    return catalogue


def _build(source: Mapping[str, Any]) -> Catalogue:
    blocks = tuple(
        Block(item["id"], _label(item["name"]), tuple(item.get("also", ()))) for item in source.get("blocks", ())
    )
    indicators = (_indicator(item, blocks) for item in source["indicators"])
    return Catalogue(
        id=source["id"],
        name=_label(source["name"]),
        areas=tuple(
            Area(item["id"], item["title"], _label(item["short"]), _label(item["tiny"])) for item in source["areas"]
        ),
        tables=tuple(_table(item) for item in source["tables"]),
        indicators={indicator.id: indicator for indicator in indicators},
        rules=tuple(_rule(item) for item in source["rules"]),
        source=source,
    )


def _label(item: Mapping[str, str]) -> Label:
    return Label(item["vi"], item.get("en", ""))


def _indicator(item: Mapping[str, Any], blocks: tuple[Block, ...]) -> Indicator:
    kind = Kind(item["kind"])
    return Indicator(
        id=item["id"],
        name=Label(item["name"], item.get("name_en", "")),
        kind=kind,
        nature=Nature(item["nature"]),
        unit=_label(item["unit"]),
        reporter=Reporter(**item["reporter"]),
        reporter_from=item.get("reporter_from", "row"),
        consolidation=Consolidation(item["consolidation"]),
        weight=item.get("weight", ""),
        digits=item.get("digits", 1),
        written_unit=item.get("written_unit", ""),
        unit_also=tuple(item.get("unit_also", ())),
        blocks=blocks if kind is Kind.RATE_OR_BLOCKS else (),
    )


def _table(item: Mapping[str, Any]) -> Table:
    return Table(
        id=item["id"],
        area=item["area"],
        title=item["title"],
        title_en=item.get("title_en", ""),
        layout=Layout(item["layout"]),
        columns=tuple(Column(**column) for column in item["columns"]),
        rows=tuple(
            Row(
                number=row["number"],
                name=row["name"],
                name_en=row.get("name_en", ""),
                printed_reporter=row.get("printed_reporter", ""),
                level=row["level"],
                indicator=row.get("indicator", ""),
            )
            for row in item["rows"]
        ),
        printed_reporter=item.get("printed_reporter", ""),
    )


def _rule(item: Mapping[str, Any]) -> Rule:
    return Rule(
        id=item["id"],
        kind=item["kind"],
        severity=Severity(item["severity"]),
        left=item.get("left", ""),
        right=item.get("right", ""),
        total=item.get("total", ""),
        parts=tuple(Part(-1 if part["sign"] == "-" else 1, part["indicator"]) for part in item.get("parts", ())),
        kinds=tuple(Kind(kind) for kind in item.get("kinds", ())),
        least=Decimal(item.get("least", "0")),
        most=Decimal(item.get("most", "0")),
        factor=Decimal(item.get("factor", "0")),
    )


def _check_references(catalogue: Catalogue) -> None:
    known = set(catalogue.indicators)
    areas = {area.id for area in catalogue.areas}
    placed = catalogue.order
    problems = [
        *(f"table {table.id}: area {table.area}" for table in catalogue.tables if table.area not in areas),
        *(f"row: {name}" for name in placed if name not in known),
        *(f"unplaced: {name}" for name in sorted(known - set(placed))),
        *(f"rule {rule.id}: {name}" for rule in catalogue.rules for name in rule.operands() if name not in known),
        *(
            f"weight: {indicator.weight}"
            for indicator in catalogue.indicators.values()
            if indicator.weight and indicator.weight not in known
        ),
    ]
    if len(placed) != len(set(placed)):
        problems.append("an indicator stands twice")
    if problems:
        raise Refused("invalid-catalogue", where="; ".join(problems))
