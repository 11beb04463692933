"""How the report's periods, units and answers are named in SDMX, alike in its data and in its structure.

Identifiers follow SDMX 3.0 (section 2, and ``IDType`` of SDMX-ML's ``SDMXCommon.xsd``): letters, digits, ``_@$-``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reformdesk.core.catalogue import Area, Block, Indicator, Label
from reformdesk.core.organisation import Agency
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Period
from reformdesk.core.text import slug
from reformdesk.core.values import Mark, Number, Status, Text, Value

VERSION = "1.0"
DATAFLOW = "REFORM_INDICATORS"
TOTAL = "_T"
"""The code of a total, and of a figure that is not given by block, as SDMX's own code lists have it."""
NOT_APPLICABLE = "_Z"
"""The code where there is no unit, as SDMX's own code lists have it."""

NORMAL, IMPUTED, UNVALIDATED, PROVISIONAL, CANNOT_EXIST, MISSING, BREAK = "A", "I", "V", "P", "M", "O", "B"
"""Codes of ``SDMX:CL_OBS_STATUS(2.2)``."""

ANSWERS: Mapping[str, Label] = {
    "NUMBER": Label("Số", "Number"),
    "MARK": Label("Đánh dấu: 1 là có, 0 là không", "Mark: 1 is held, 0 is not held"),
    "RATE": Label("Tỷ lệ của một khối", "Rate of a block"),
    "TEXT": Label("Nội dung bằng chữ", "Words"),
    "BLANK": Label("Chưa nhập", "Not entered"),
    "NOT_DONE": Label("Chưa thực hiện", "Not yet carried out"),
    "IN_PROGRESS": Label("Đang triển khai", "In progress"),
    "NOT_APPLICABLE": Label("Không áp dụng", "Not applicable"),
}
"""The kinds of answer, by code."""

_PERCENT = "PT"
_LAST_COMMON_DAY = 28
"""A month further on has this day for certain."""


@dataclass(frozen=True, eq=False)
class Coding:
    """The codes of a report.

    ``maintainer`` is the office that keeps the code lists. ``units``, ``areas`` and ``blocks`` have by the name or id
    that the indicator sets use the code, and by code its name in ``named``.
    """

    maintainer: str
    office: Label
    indicators: Mapping[str, Indicator]
    agencies: Mapping[str, Agency]
    rounds: Mapping[str, Label]
    units: Mapping[str, str]
    areas: Mapping[str, str]
    blocks: Mapping[str, str]
    named: Mapping[str, Mapping[str, Label]]

    @property
    def dataflow(self) -> str:
        """The identity of the dataflow as a file names it."""
        return f"{self.maintainer}:{DATAFLOW}({VERSION})"


def coding_of(parts: Sequence[ConsolidatedRound]) -> Coding:
    """Return the codes of a report's rounds, oldest first; a name that changed is the newest one's."""
    newest = parts[-1].round
    catalogues = [part.round.catalogue for part in parts]
    every = [one for catalogue in catalogues for one in catalogue.indicators.values()]
    units: dict[str, Label] = {one.unit.vi: one.unit for one in every}
    areas: dict[str, Area] = {one.id: one for catalogue in catalogues for one in catalogue.areas}
    blocks: dict[str, Block] = {block.id: block for one in every for block in one.blocks}
    unit_codes = _codes(units, _unit_code)
    area_codes, block_codes = _codes(areas, _as_id), _codes(blocks, _as_id)
    office = newest.by_id[newest.office]
    return Coding(
        maintainer=_as_maintainer(newest.office),
        office=Label(office.name, office.name_en),
        indicators={one.id: one for one in every},
        agencies={one.id: one for part in parts for one in part.round.agencies},
        rounds={part.round.id: part.round.title for part in parts},
        units=unit_codes,
        areas=area_codes,
        blocks=block_codes,
        named={
            "units": {code: _unit_label(units[name]) for name, code in unit_codes.items()},
            "areas": {code: Label(areas[name].title, areas[name].short.en) for name, code in area_codes.items()},
            "blocks": {code: blocks[name].name for name, code in block_codes.items()},
        },
    )


def _unit_label(unit: Label) -> Label:
    return unit if unit.vi else Label("Không có đơn vị tính", "No unit of measure")


def _codes(names: Iterable[str], code_of: Callable[[str], str]) -> dict[str, str]:
    """Return a code for each name; of two that would have the same one, the later in order gets a number behind."""
    codes: dict[str, str] = {}
    for name in sorted(names):
        code, number = code_of(name), 1
        while code in codes.values():
            number += 1
            code = f"{code_of(name)}-{number}"
        codes[name] = code
    return codes


def _unit_code(name: str) -> str:
    if not name:
        return NOT_APPLICABLE
    return _PERCENT if name.strip() == "%" else slug(name)


def _as_id(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_@$-]", "_", text) or NOT_APPLICABLE


def _as_maintainer(text: str) -> str:
    """Return an agency's id as a maintainer's: one that begins with a letter (``NestedNCNameIDType``)."""
    code = re.sub(r"[^A-Za-z0-9_-]", "_", text)
    return code if code[:1].isalpha() else f"A_{code}"


def time_period(period: Period) -> str:
    """Return what a round covers as an SDMX time range: its first day and its length, ``2023-12-15/P6M``.

    SDMX's named periods cannot say it: a reporting year begins in the calendar year that it is called by, and here
    it begins on 15 December of the year before (SDMX 3.0, section 6, 4.2.4 to 4.2.8).
    """
    return f"{period.starts.isoformat()}/{_length(period.starts, period.ends)}"


def _length(starts: date, ends: date) -> str:
    """Return the length of a span with both its days: in whole years or months where it is such, or in days."""
    following = ends + timedelta(days=1)
    months = (following.year - starts.year) * 12 + following.month - starts.month
    if months < 1 or following.day != starts.day or starts.day > _LAST_COMMON_DAY:
        return f"P{(following - starts).days}D"
    return f"P{months}M" if months % 12 else f"P{months // 12}Y"


def answer_code(value: Value) -> str:
    """Return the code of an answer's kind, of :data:`ANSWERS`."""
    match value:
        case Status():
            return value.value.upper().replace("-", "_")
        case Mark():
            return "MARK"
        case Text():
            return "TEXT"
        case Number():
            return "NUMBER"
        case _:
            return "RATE"


def status_of(value: Value, *, imputed: bool = False, unvalidated: bool = False, partial: bool = False) -> str:
    """Return how an observation stands, by the strongest that is to be said of it.

    ``imputed``: Home Affairs put another figure in its place; ``unvalidated``: a key that nobody has compared stands
    behind it; ``partial``: answers are still missing. Each has an attribute of its own beside this one.
    """
    if isinstance(value, Status):
        return CANNOT_EXIST if value is Status.NOT_APPLICABLE else MISSING
    if imputed:
        return IMPUTED
    if unvalidated:
        return UNVALIDATED
    return PROVISIONAL if partial else NORMAL
