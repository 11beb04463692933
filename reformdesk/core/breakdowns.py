"""The detail by subordinate units in a submission, beside the one in the revision before; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reformdesk.core.text import fold
from reformdesk.core.units import Figure

Breakdown = tuple[tuple[str, Figure], ...]
"""The units of an indicator by name, each with what it contributes, in the agency's order."""


@dataclass(frozen=True)
class UnitLine:
    """What a unit contributes now and contributed before; ``None`` where it is not in the list."""

    name: str
    now: Figure | None
    before: Figure | None

    @property
    def changed(self) -> bool:
        """Whether it says anything else than before."""
        return self.now != self.before


def from_document(details: Iterable[Mapping[str, Any]]) -> dict[str, Breakdown]:
    """Read the member ``details`` of a submission, by indicator."""
    return {line["indicator"]: tuple((one["name"], _figure(one)) for one in line["units"]) for line in details}


def _figure(wire: Mapping[str, str]) -> Figure:
    return Figure(Decimal(wire["part"]), Decimal(wire["whole"]) if "whole" in wire else None)


def compared(now: Breakdown, before: Breakdown) -> tuple[UnitLine, ...]:
    """Put two details side by side: the units of now in their order, then those that are gone."""
    old = {fold(name): figure for name, figure in before}
    lines = [UnitLine(name, figure, old.get(fold(name))) for name, figure in now]
    here = {fold(name) for name, _ in now}
    return (*lines, *(UnitLine(name, None, figure) for name, figure in before if fold(name) not in here))
