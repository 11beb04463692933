"""A figure that is a sum: an agency's subordinate units and what each contributes (Chi tiết theo đơn vị trực thuộc).

The list of units is the agency's own and is kept from round to round. A count is the sum of its
units'; a rate is asked for by its parts, since rates cannot be added: so many of so many.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core import entry
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.changes import Changes
from reformdesk.core.entry import UNIT, VALUE, Place, Step
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import fold, nfc, slug
from reformdesk.core.values import Number, Value, format_plain
from reformdesk.errors import Mendable

_HUNDREDTH = Decimal("0.01")
_SUMMED = {Kind.COUNT, Kind.DECIMAL, Kind.PERCENT, Kind.RATE_OR_BLOCKS}


@dataclass(frozen=True)
class Unit:
    """A subordinate unit."""

    id: str
    name: str


@dataclass(frozen=True)
class Figure:
    """What a unit contributes: a figure, or for a rate its numerator and, in ``whole``, its denominator."""

    part: Decimal
    whole: Decimal | None = None


@dataclass(frozen=True)
class Detail:
    """An indicator by units, in the order of the list: those with a figure, those without, and what it comes to.

    A unit of a rate that has no denominator yet is missing. ``total`` is ``None`` where no unit has a
    figure yet, or the denominators come to nought.
    """

    figures: Mapping[str, Figure]
    missing: tuple[Unit, ...]
    total: Number | None


def can_be_detailed(indicator: Indicator) -> bool:
    """Whether an indicator is a figure that units add up to."""
    return indicator.kind in _SUMMED


def is_rate(indicator: Indicator) -> bool:
    """Whether both parts of a rate are asked for."""
    return indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)


def units(workspace: Workspace) -> tuple[Unit, ...]:
    """Return the units that the agency has now, in its own order."""
    found = workspace.rows("SELECT id, name FROM units WHERE gone = 0 ORDER BY position")
    return tuple(Unit(row["id"], row["name"]) for row in found)


def names(workspace: Workspace) -> dict[str, str]:
    """Return the names of all units there ever were, by id."""
    return {str(row["id"]): str(row["name"]) for row in workspace.rows("SELECT id, name FROM units")}


def set_units(workspace: Workspace, listed: Iterable[str]) -> Changes:
    """Keep the list of units as it is given, one name each; one that is named again is the one it was.

    Raises ``Mendable('unit-twice')``.
    """
    known = {fold(row["name"]): str(row["id"]) for row in workspace.rows("SELECT id, name FROM units")}
    taken = set(known.values())
    lines: dict[str, dict[str, object]] = {}
    for name in filter(None, (" ".join(nfc(name).split()) for name in listed)):
        one = known.get(fold(name)) or _new_id(name, taken)
        if one in lines:
            raise Mendable("unit-twice", unit=name)
        known[fold(name)] = one
        taken.add(one)
        lines[one] = {"id": one, "name": name, "position": len(lines), "gone": 0}
    with workspace.atomic():
        workspace.db.execute("UPDATE units SET gone = 1")
        workspace.db.table("units").upsert_all(lines.values(), pk="id")
    return Changes.ANSWERS


def add_units(workspace: Workspace, wanted: Iterable[str]) -> dict[str, str]:
    """Put the units of these names that the list lacks at its end; return the ids by name as given.

    The caller has begun the transaction. A unit that was taken off the list is on it again.
    """
    listed = [unit.name for unit in units(workspace)]
    here = {fold(name) for name in listed}
    asked = list(wanted)
    new = {fold(name): name for name in asked if fold(name) not in here}
    if new:
        set_units(workspace, [*listed, *new.values()])
    ids = {fold(unit.name): unit.id for unit in units(workspace)}
    return {name: ids[fold(name)] for name in asked}


def details(workspace: Workspace, round_: Round) -> dict[str, Detail]:
    """Return the indicators of a round that are detailed by units."""
    listed = units(workspace)
    found: dict[str, dict[str, Figure]] = {}
    for (name, unit), content in entry.entries(workspace, round_.id, UNIT).items():
        found.setdefault(name, {})[unit] = figure_of(content)
    return {name: detail(round_.catalogue.indicators[name], figures, listed) for name, figures in found.items()}


def detail(indicator: Indicator, figures: Mapping[str, Figure], listed: tuple[Unit, ...]) -> Detail:
    """Add an indicator's units up; pure."""
    ordered = {unit.id: figures[unit.id] for unit in listed if unit.id in figures}
    ordered |= {name: figure for name, figure in figures.items() if name not in ordered}
    whole = {unit: one for unit, one in ordered.items() if one.whole is not None or not is_rate(indicator)}
    missing = tuple(unit for unit in listed if unit.id not in whole)
    return Detail(ordered, missing, total(indicator, whole.values()))


def total(indicator: Indicator, figures: Iterable[Figure]) -> Number | None:
    """Return what figures come to: their sum, or the rate in percent with two digits, rounded half up."""
    given = tuple(figures)
    if not given:
        return None
    part = sum((one.part for one in given), Decimal(0))
    if not is_rate(indicator):
        return Number(Decimal(format_plain(part)))
    whole = sum((one.whole or Decimal(0) for one in given), Decimal(0))
    if not whole:
        return None
    return Number(Decimal(format_plain((part * 100 / whole).quantize(_HUNDREDTH, ROUND_HALF_UP))))


def set_figures(
    workspace: Workspace,
    round_: Round,
    indicator: str,
    new: Mapping[str, Figure | None],
    now: datetime,
    source: str = entry.TYPED,
) -> Changes:
    """Record what units contribute, and with it, in the same step, what the indicator comes to.

    ``None`` takes a unit's figure away; where the last one goes, the indicator's value stays. Raises
    ``Mendable``: ``not-owed``, ``unknown-unit-id``.
    """
    if indicator not in round_.owed(workspace.owner):
        raise Mendable("not-owed", indicator=indicator)
    with workspace.atomic():
        step = Step(workspace, source, now)
        write_figures(workspace, step, round_, indicator, new)
    return Changes.ANSWERS if step.wrote else Changes.NOTHING


def write_figures(
    workspace: Workspace, step: Step, round_: Round, indicator: str, new: Mapping[str, Figure | None]
) -> None:
    """Do as :func:`set_figures` as a part of a step that is under way."""
    listed = units(workspace)
    given = details(workspace, round_).get(indicator)
    figures = dict(given.figures) if given is not None else {}
    for unit, figure in new.items():
        if unit not in {one.id for one in listed} | figures.keys():
            raise Mendable("unknown-unit-id", unit=unit)
        step.write(Place(round_.id, indicator, UNIT + unit), "" if figure is None else _content(figure))
        figures.pop(unit, None)
        if figure is not None:
            figures[unit] = figure
    comes_to = detail(round_.catalogue.indicators[indicator], figures, listed).total
    if comes_to is not None:
        step.write(Place(round_.id, indicator, VALUE), entry.wire_of(comes_to))


def differing(given: Mapping[str, Detail], values: Mapping[str, Value]) -> dict[str, Number]:
    """Return what the units come to where the value that stands says otherwise, by indicator."""
    return {name: one.total for name, one in given.items() if one.total is not None and values.get(name) != one.total}


def to_document(given: Mapping[str, Detail], names: Mapping[str, str]) -> tuple[dict[str, object], ...]:
    """Return the member ``details`` of a submission; ``names`` are the units', by id."""
    return tuple(
        {
            "indicator": name,
            "units": [{"name": names.get(unit, unit), **_wire(figure)} for unit, figure in one.figures.items()],
        }
        for name, one in sorted(given.items())
    )


def _new_id(name: str, taken: set[str]) -> str:
    stem = slug(name)
    return next(one for one in (stem, *(f"{stem}-{count}" for count in range(2, 1000))) if one not in taken)


def _wire(figure: Figure) -> dict[str, str]:
    wire = {"part": format_plain(figure.part)}
    return wire if figure.whole is None else {**wire, "whole": format_plain(figure.whole)}


def content_of(wire: Mapping[str, str]) -> str:
    """Return how a figure in a submission's ``details`` is kept as an entry."""
    return json.dumps({name: wire[name] for name in ("part", "whole") if name in wire}, sort_keys=True)


def _content(figure: Figure) -> str:
    return content_of(_wire(figure))


def figure_of(content: str) -> Figure:
    """Return the figure that an entry's content says."""
    wire = json.loads(content)
    return Figure(Decimal(wire["part"]), Decimal(wire["whole"]) if "whole" in wire else None)
