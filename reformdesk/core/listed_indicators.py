"""One row of a list of indicators: what it asks for, each cell by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reformdesk.core.catalogue import Consolidation, Kind, Label, Nature
from reformdesk.core.list_headings import CONSOLIDATIONS, INDICATOR_COLUMNS, KINDS, NATURES, Value, values_of
from reformdesk.core.listed_rows import Line, Problem, choice_in
from reformdesk.core.text import fold, nfc

Told = Callable[[Problem], None]

_COLUMNS = {column.key: column for column in INDICATOR_COLUMNS}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_OF_AN_ID, _MOST_OF_A_NAME, _DEEPEST, _MOST_DIGITS = 80, 400, 20, 10
_TICKS = {"x", "co", "yes", "true"}
_DASHES = str.maketrans("–—−‐‑•·", "-" * 7)


@dataclass(frozen=True)
class Asked:
    """A row of a list as it was read; what is blank or ``None`` leaves what is known.

    ``name`` is what the table prints, ``full_name`` what the indicator is called where that says too little.
    """

    line: Line
    id: str
    table: str
    title: str
    area: str
    number: str
    name: str
    full_name: str
    name_en: str
    level: int | None
    kind: Kind | None
    unit: str
    unit_en: str
    nature: Nature | None
    reporter: str
    how: Consolidation | None
    weight: str
    numerator: str
    denominator: str
    digits: int | None
    retired: bool

    @property
    def is_heading(self) -> bool:
        """Whether the row takes no figure, as far as it says itself."""
        return self.kind is None and not self.id and not self.reporter


def read_row(line: Line, told: Told) -> Asked | None:
    """Read a row; ``None`` where it cannot be said what it is about. What is wrong with it is told."""
    own_id, table, name = line.text("id"), line.text("table"), nfc(line.text("name"))
    for key in ("table", "name"):
        if line.lacks(key):
            told(line.problem("list-cell-missing", key))
    for key in ("name", "full_name", "name_en", "title"):
        if len(line.text(key)) > _MOST_OF_A_NAME:
            told(line.problem("list-too-long", key, text=line.text(key)[:60]))
    if own_id and (not _ID.fullmatch(own_id) or len(own_id) > _MOST_OF_AN_ID):
        told(line.problem("list-id-unfit", "id", text=own_id))
        return None
    if isinstance(line.entries.get("number"), date):
        told(line.problem("list-number-day", "number", text=line.text("number")))
    if not table or not name:
        return None
    return Asked(
        line=line,
        id=own_id,
        table=table,
        title=nfc(line.text("title")),
        area=nfc(line.text("area")),
        number=line.text("number").translate(_DASHES),
        name=name,
        full_name=nfc(line.text("full_name")),
        name_en=nfc(line.text("name_en")),
        level=_whole(line, "level", 0, _DEEPEST, told),
        kind=_choice(line, "kind", KINDS, told),
        unit=nfc(line.text("unit")),
        unit_en=nfc(line.text("unit_en")),
        nature=_choice(line, "nature", NATURES, told),
        reporter=nfc(line.text("reporter")),
        how=_choice(line, "consolidation", CONSOLIDATIONS, told),
        weight=nfc(line.text("weight")),
        numerator=nfc(line.text("numerator")),
        denominator=nfc(line.text("denominator")),
        digits=_whole(line, "digits", 1, _MOST_DIGITS, told),
        retired=_ticked(line, told),
    )


def _choice(line: Line, key: str, labels: Mapping[Value, Label], told: Told) -> Value | None:
    value = choice_in(line, _COLUMNS[key], values_of(labels), told)
    return next((one for one in labels if one.value == value), None)


def _whole(line: Line, key: str, least: int, most: int, told: Told) -> int | None:
    text = line.text(key)
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        told(line.problem("list-number-unfit", key, text=text, least=least, most=most))
        return None
    return int(text)


def _ticked(line: Line, told: Told) -> bool:
    text = fold(line.text("retire"))
    if text and text not in _TICKS and text not in ("0", "khong", "no"):
        told(line.problem("list-tick-unfit", "retire", text=line.text("retire")))
    return text in _TICKS
