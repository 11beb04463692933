"""A mark on the shares that stand out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reformdesk.ui.models.grid import GridCell

ODD = "!"
"""What stands before the name of an agency whose figure stands out."""


def marked(
    lines: Sequence[Sequence[GridCell]], agencies: Sequence[str], said: Mapping[str, str]
) -> list[list[GridCell]]:
    """Return shares with a mark before the names of the agencies that ``said`` says something of, by id."""
    return [
        [_marked(first, said[agency]), replace(second, tone="warning"), *rest]
        if agency in said
        else [first, second, *rest]
        for (first, second, *rest), agency in zip(lines, agencies, strict=True)
    ]


def _marked(cell: GridCell, said: str) -> GridCell:
    hint = f"{said}\n{cell.hint}" if cell.hint and cell.hint != cell.text else said
    return replace(cell, text=f"{ODD} {cell.text}", tone="warning", hint=hint)
