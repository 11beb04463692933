"""An edition of the indicator set read from its JSON form, and what keeps it from being one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from reformdesk.core import shapes
from reformdesk.core.catalogue import (
    Area,
    Block,
    Catalogue,
    Column,
    Consolidation,
    Indicator,
    Kind,
    Label,
    Layout,
    Nature,
    Part,
    Rate,
    Reporter,
    Row,
    Rule,
    Severity,
    Table,
)
from reformdesk.errors import Refused

FORMAT = "reformdesk-catalogue/1"
RATES_FORMAT = "reformdesk-catalogue/2"
"""The form of a set that computes rates from their parts, or says what it follows; older programs cannot read it."""

_NEWER_MEMBERS = ("follows", "example")


def load(path: Path) -> Catalogue:
    """Read a catalogue from a JSON file that ships with the program."""
    return parse(json.loads(path.read_text(encoding="utf-8")))


def parse(source: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue from its JSON form; ``Refused('invalid-catalogue')`` names what is wrong."""
    catalogue = built(source)
    _check_references(catalogue)
    return catalogue


def built(source: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue that may name what it does not have, as one that is being drawn does.

    Raises ``Refused``: ``newer-catalogue``, and ``invalid-catalogue`` where it has not the form of one.
    """
    if source.get("format") not in (FORMAT, RATES_FORMAT):
        raise Refused("newer-catalogue", format=str(source.get("format", "")))
    try:
        catalogue = _build(source)
        shapes.require(catalogue)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        raise Refused("invalid-catalogue", where=f"{type(problem).__name__}: {problem}") from problem
    return catalogue


def format_of(source: Mapping[str, Any]) -> str:
    """Return the form that a set's JSON is to name: the oldest that has all that it uses."""
    newer = any(name in source for name in _NEWER_MEMBERS) or any("rate" in item for item in source["indicators"])
    return RATES_FORMAT if newer else FORMAT


def _build(source: Mapping[str, Any]) -> Catalogue:
    if source["format"] == FORMAT != format_of(source):
        raise ValueError("format")
    blocks = _blocks(source)
    indicators = (_indicator(item, blocks) for item in source["indicators"])
    name, example = _label(source["name"]), _flag(source.get("example", False))
    return Catalogue(
        id=source["id"],
        name=_as_example(name) if example else name,
        areas=tuple(
            Area(item["id"], item["title"], _label(item["short"]), _label(item["tiny"])) for item in source["areas"]
        ),
        tables=tuple(_table(item) for item in source["tables"]),
        indicators={indicator.id: indicator for indicator in indicators},
        rules=tuple(_rule(item) for item in source["rules"]),
        source=source,
        follows=source.get("follows", ""),
        example=example,
    )


def one_of(source: Mapping[str, Any], item: Mapping[str, Any]) -> Indicator:
    """Build one indicator of a set in its JSON form, without reading all the others."""
    return _indicator(item, _blocks(source))


def _blocks(source: Mapping[str, Any]) -> tuple[Block, ...]:
    return tuple(
        Block(item["id"], _label(item["name"]), tuple(item.get("also", ()))) for item in source.get("blocks", ())
    )


def _flag(item: object) -> bool:
    if not isinstance(item, bool):
        raise TypeError(f"{item} is neither true nor false")
    return item


def _as_example(name: Label) -> Label:
    """Return what an example is called: it says so wherever it is shown, also where whoever named it did not."""
    return Label(_marked(name.vi, "ví dụ"), _marked(name.en, "example"))


def _marked(name: str, word: str) -> str:
    return f"{name} ({word})" if name and word not in name.lower() else name


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
        rate=_rate(item["rate"]) if "rate" in item else None,
    )


def _rate(item: Mapping[str, Any]) -> Rate:
    return Rate(item["numerator"], item["denominator"], _flag(item.get("may_exceed", False)))


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
    problems += [f"rate: {one.id} {fault}" for one in catalogue.indicators.values() for fault in faults(one, catalogue)]
    for kind in ("indicators", "tables", "areas"):
        ids = Counter(one["id"] for one in catalogue.source[kind])
        problems += [f"{kind}: {name} twice" for name, times in ids.items() if times > 1]
    if len(placed) != len(set(placed)):
        problems.append("an indicator stands twice")
    if problems:
        raise Refused("invalid-catalogue", where="; ".join(problems))


class RateFault(StrEnum):
    """What keeps a rate from being computed for an agency and for the province."""

    CONSOLIDATION = "consolidation"
    KIND = "kind"
    PARTS = "parts"
    PART = "part"
    PART_REPORTER = "part-reporter"
    PART_CONSOLIDATION = "part-consolidation"


def faults(indicator: Indicator, catalogue: Catalogue) -> Iterator[RateFault]:
    """Say what is wrong with an indicator's rate; nothing where it is none."""
    if (indicator.rate is not None) != (indicator.consolidation is Consolidation.RATE):
        yield RateFault.CONSOLIDATION
    if indicator.rate is None:
        return
    if indicator.kind is not Kind.PERCENT:
        yield RateFault.KIND
    if indicator.rate.numerator == indicator.rate.denominator:
        yield RateFault.PARTS
    for name in indicator.rate.parts:
        part = catalogue.indicators.get(name)
        if part is None or part.kind not in (Kind.COUNT, Kind.DECIMAL):
            yield RateFault.PART
        elif part.reporter != indicator.reporter:
            yield RateFault.PART_REPORTER
        elif part.consolidation not in (Consolidation.SUM, Consolidation.SOLE):
            yield RateFault.PART_CONSOLIDATION
