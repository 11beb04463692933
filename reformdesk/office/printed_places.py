"""The place of an indicator in the printed tables, as one points at it on paper.

``5/1/2``: table 5, number 1, its second line; ``6/II/3`` or ``6/II.3``: what is numbered 3 under II; ``4.1/2``: the
second indicator of a table that has them side by side. Without the table where only one has such a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reformdesk.core.catalogue import Catalogue, Row, Table
from reformdesk.core.text import fold


@dataclass(frozen=True)
class Found:
    """What stands at a place: indicators, and rows that carry none. Several where the place is not plain."""

    indicators: tuple[str, ...] = ()
    headings: tuple[Row, ...] = ()


@dataclass(frozen=True)
class _Node:
    number: str
    printed: str
    indicator: str
    row: Row | None
    below: list[_Node]


def at(catalogue: Catalogue, text: str) -> Found:
    """Return what a text points at; nothing where it is no place."""
    table, slash, path = text.replace(" ", "").partition("/")
    named = [one for one in catalogue.tables if fold(one.id) == fold(table)] if slash else []
    tables, wanted = (named, path) if named else (catalogue.tables, text.replace(" ", ""))
    steps = [step for step in wanted.split("/") if step]
    nodes = [node for one in tables for node in _reached(_tree(one), steps)]
    return Found(
        tuple(dict.fromkeys(node.indicator for node in nodes if node.indicator)),
        tuple(node.row for node in nodes if node.row is not None and not node.indicator),
    )


def path_of(catalogue: Catalogue, indicator: str) -> str:
    """Return the shortest place that points at an indicator and at nothing else; empty where there is none."""
    table, _ = catalogue.place_of(indicator)
    return next((path for path in _paths(table, indicator) if at(catalogue, path).indicators == (indicator,)), "")


def _paths(table: Table, indicator: str) -> Iterator[str]:
    for chain in _chains(_tree(table), indicator, ()):
        yield "/".join((table.id, *chain))


def _chains(nodes: Sequence[_Node], indicator: str, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    plain = all(not node.number for node in nodes)
    for place, node in enumerate(nodes, 1):
        step = str(place) if plain else node.printed if node.number else ""
        if step and node.indicator == indicator:
            yield (*above, step)
        if step:
            yield from _chains(node.below, indicator, (*above, step))


def _tree(table: Table) -> list[_Node]:
    """Return a table's rows under those that they belong to; the columns of one that has its periods downwards."""
    top: list[_Node] = []
    open_: list[tuple[int, _Node]] = []
    for row in table.rows:
        node = _Node(_number(row.number), row.number.strip(" ."), row.indicator, row, [])
        while open_ and open_[-1][0] >= row.level:
            open_.pop()
        (open_[-1][1].below if open_ else top).append(node)
        open_.append((row.level, node))
    return top + [_Node("", "", column.indicator, None, []) for column in table.columns if column.indicator]


def _number(printed: str) -> str:
    """Return a row's number without what is written around it; a dash counts as none."""
    return re.sub(r"[^0-9a-z.]", "", fold(printed)).strip(".")


def _reached(nodes: Sequence[_Node], steps: Sequence[str]) -> list[_Node]:
    """Return what a path leads to: the next below first, else further down."""
    if not steps:
        return []
    step = _number(steps[0])
    found = _matching(nodes, step)
    if not found and "." in step:
        head, _, rest = step.partition(".")
        return _reached(nodes, [head, rest, *steps[1:]])
    if len(steps) == 1:
        return found
    return [one for node in found for one in _reached(node.below, steps[1:])]


def _matching(nodes: Sequence[_Node], step: str) -> list[_Node]:
    if not step:
        return []
    if all(not node.number for node in nodes):
        return [node for place, node in enumerate(nodes, 1) if str(place) == step]
    direct = [node for node in nodes if node.number == step]
    return direct or [one for node in nodes for one in _matching_numbers(node.below, step)]


def _matching_numbers(nodes: Sequence[_Node], step: str) -> list[_Node]:
    direct = [node for node in nodes if node.number == step]
    return direct or [one for node in nodes for one in _matching_numbers(node.below, step)]
