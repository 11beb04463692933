"""An indicator set made of tables as they were read, checked and set right by a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Catalogue, Consolidation, Kind, Layout, Reporter
from reformdesk.core.catalogue_draft import RowDraft, TableDraft
from reformdesk.core.catalogue_reading import FORMAT
from reformdesk.core.nesting import head_of
from reformdesk.core.text import fold, nfc, slug
from reformdesk.errors import Mendable

_NUMBERED = re.compile(r"^\s*(\d+(?:\.\d+)*|[IVX]+)[.)]?\s+(?=\S)")
_OPENINGS = re.compile(r"^(lĩnh vực|công tác|về)\s+", re.IGNORECASE)
_SHORT, _TINY_WORDS = 40, 2
_ID_PART = 40
# what any set of figures is checked for: rates within their bounds, leaps, figures carried forward
_GENERAL_RULES: tuple[Mapping[str, Any], ...] = (
    {
        "id": "range-percent",
        "kind": "range",
        "kinds": ["percent", "rate-or-blocks"],
        "least": "0",
        "most": "100",
        "severity": "error",
    },
    {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"},
    {"id": "repeat", "kind": "repeat", "severity": "warning"},
)
_BLOCKS: tuple[Mapping[str, Any], ...] = (
    {"id": "so-nganh", "name": {"vi": "Khối sở, ngành", "en": "Departments and sectors"}, "also": ["Khối sở ngành"]},
    {"id": "huyen", "name": {"vi": "Khối huyện", "en": "Districts"}, "also": []},
    {"id": "xa", "name": {"vi": "Khối xã", "en": "Communes"}, "also": []},
)


def write(set_id: str, name: str, tables: Sequence[TableDraft], known: Catalogue) -> dict[str, Any]:
    """Return the JSON form of an indicator set, as a round file carries it.

    What ``known`` has of it keeps its id, English names, weights and rules, so that its series go on.
    Raises ``Mendable``: ``no-indicators``, ``indicator-unreported`` for a row that nobody would report.
    """
    if not any(row.asked for table in tables for row in table.rows):
        raise Mendable("no-indicators")
    for table in tables:
        for row in table.rows:
            if row.lacks_reporter:
                raise Mendable("indicator-unreported", number=row.number, name=row.name[:80])
    writing = _Writing(known)
    written = [writing.table(table, place) for place, table in enumerate(tables, 1)]
    made = set(writing.indicators)
    uses_blocks = any(one["kind"] == Kind.RATE_OR_BLOCKS for one in writing.indicators.values())
    source = {
        "format": FORMAT,
        "id": set_id,
        "name": {"vi": nfc(name), "en": ""},
        "areas": list(writing.areas.values()),
        "blocks": list(known.source.get("blocks") or _BLOCKS) if uses_blocks else [],
        "tables": written,
        "indicators": list(writing.indicators.values()),
        "rules": [rule for rule in known.source["rules"] if _holds(rule, known, made)] or list(_GENERAL_RULES),
    }
    catalogue_reading.parse(source)
    return source


def _holds(rule: Mapping[str, Any], known: Catalogue, made: set[str]) -> bool:
    """Whether everything that a rule speaks of is there."""
    built = next(one for one in known.rules if one.id == rule["id"])
    return set(built.operands()) <= made


def bare_title(title: str) -> str:
    """Return a table's title without its number."""
    return _NUMBERED.sub("", title, count=1).strip()


@dataclass
class _Writing:
    """Collects areas and indicators while tables are written."""

    known: Catalogue
    areas: dict[str, dict[str, Any]] = field(default_factory=dict)
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    _tables: set[str] = field(default_factory=set)

    def table(self, draft: TableDraft, place: int) -> dict[str, Any]:
        """Write one table, its indicators and, where it is the first of its area, the area."""
        same: Mapping[str, Any] = next((one for one in self.known.source["tables"] if one["id"] == draft.known), {})
        led = _NUMBERED.match(draft.title)
        number = led.group(1) if led is not None and led.group(1)[0].isdigit() else ""
        table_id = self._free(number or str(place), self._tables)
        area = self._area(number.partition(".")[0] or str(place), draft, same)
        repeated = Counter(fold(row.name) for row in draft.rows)
        ids = [self._indicator(row, draft, at, repeated) if row.asked else "" for at, row in enumerate(draft.rows)]
        wire: dict[str, Any] = {
            "id": table_id,
            "area": area,
            "title": nfc(draft.title) or self.areas[area]["title"],
            "title_en": same.get("title_en", ""),
            "layout": draft.layout.value,
            "columns": list(_columns(draft, ids)),
            "rows": [] if draft.layout is Layout.PERIODS_DOWN else list(_rows(draft, ids, same)),
        }
        if draft.printed_reporter:
            wire["printed_reporter"] = draft.printed_reporter
        return wire

    def _free(self, wanted: str, taken: set[str]) -> str:
        name, turn = wanted, 1
        while name in taken:
            turn += 1
            name = f"{wanted}-{turn}"
        taken.add(name)
        return name

    def _area(self, area: str, draft: TableDraft, same: Mapping[str, Any]) -> str:
        if area in self.areas:
            return area
        template = next((one for one in self.known.source["areas"] if one["id"] == same.get("area")), None)
        title = bare_title(draft.title) or f"Bảng {area}"
        short = _OPENINGS.sub("", title)
        short = short[:1].upper() + short[1:]
        self.areas[area] = {
            "id": area,
            "title": template["title"] if template else title,
            "short": template["short"] if template else {"vi": short_name(short), "en": ""},
            "tiny": template["tiny"] if template else {"vi": tiny_name(short), "en": ""},
        }
        return area

    def _indicator(self, row: RowDraft, draft: TableDraft, at: int, repeated: Mapping[str, int]) -> str:
        """Write an indicator and return its id, which it keeps where the known set has it."""
        known: Mapping[str, Any] = next((one for one in self.known.source["indicators"] if one["id"] == row.known), {})
        above = _above(draft.rows, at)
        alone = repeated[fold(row.name)] == 1
        template = known if known and known["id"] not in self.indicators else {}
        if template:
            name = str(template["id"])
        else:
            wanted = (
                slug(row.name)[:_ID_PART] if alone or not above else f"{slug(above)[:_ID_PART]}-{slug(row.name)[:30]}"
            )
            name = self._free(wanted.strip("-"), set(self.indicators))
        full = nfc(row.name if alone or not above else f"{above} – {row.name[:1].lower()}{row.name[1:]}")
        wire: dict[str, Any] = {
            "id": name,
            "name": template.get("name") or full,
            "name_en": template.get("name_en", ""),
            "kind": row.kind.value,
            "nature": row.nature.value,
            "unit": template["unit"] if template and template["unit"]["vi"] == row.unit else {"vi": row.unit, "en": ""},
            "reporter": {"agency": row.reporter.agency} if row.reporter.agency else {"group": row.reporter.group},
            "reporter_from": row.reporter_from,
            "consolidation": _consolidation(row.kind, row.reporter).value,
        }
        weight = template.get("weight", "")
        optional = {"weight": weight, "written_unit": row.written_unit, "unit_also": template.get("unit_also")}
        wire |= {key: value for key, value in optional.items() if value}
        if row.digits > 1:
            wire["digits"] = row.digits
        self.indicators[name] = wire
        return name


def _above(rows: Sequence[RowDraft], at: int) -> str:
    """Return the name of the row that heads another, empty where none does."""
    place = head_of([row.level for row in rows], at)
    return rows[place].name if place >= 0 else ""


def short_name(title: str) -> str:
    """Return what an area is called where there is little room."""
    return title if len(title) <= _SHORT else title[:_SHORT].rpartition(" ")[0].rstrip(",;") + "…"


def tiny_name(title: str) -> str:
    """Return what heads an area's column on the board: the first words of its title."""
    return " ".join(title.split()[:_TINY_WORDS]).strip(",;")


def _consolidation(kind: Kind, reporter: Reporter) -> Consolidation:
    """Return how shares become one figure: counts add up, rates do not."""
    if reporter.agency:
        return Consolidation.SOLE
    if kind in (Kind.COUNT, Kind.DECIMAL):
        return Consolidation.SUM
    return Consolidation.MEAN if kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS) else Consolidation.ANY


def _columns(draft: TableDraft, ids: Sequence[str]) -> Iterator[dict[str, str]]:
    asking = iter([name for name, row in zip(ids, draft.rows, strict=True)])
    for head in draft.heads:
        wire = {"kind": head.kind}
        if head.header:
            wire["header"] = nfc(head.header)
        if head.kind == "indicator":
            name = next(asking, "")
            if not name:
                continue
            wire["indicator"] = name
        yield wire


def _rows(draft: TableDraft, ids: Sequence[str], same: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    english = {(fold(row["name"]), row["level"]): row.get("name_en", "") for row in same.get("rows", ())}
    for row, name in zip(draft.rows, ids, strict=True):
        wire: dict[str, Any] = {
            "number": row.number,
            "name": nfc(row.name),
            "name_en": english.get((fold(row.name), row.level), "") if not name else "",
            "printed_reporter": row.printed_reporter,
            "level": row.level,
        }
        if name:
            wire["indicator"] = name
        yield wire
