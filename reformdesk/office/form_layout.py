"""How a form's workbook is laid out: what its writer and its reader both know.

Every sheet says by itself whose form it is and which row and column is which, in a hidden column
and a hidden row, so that it can be told even when it was renamed, moved or copied out. Where that
is gone, rows are known by their printed number and name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from reformdesk.core.catalogue import Catalogue, Kind, Label, Row, Table
from reformdesk.core.form_lines import rows_to_show, tables_to_show
from reformdesk.core.rounds import Round
from reformdesk.core.text import fold

FORMAT = "reformdesk-form/1"
_FAMILY = "reformdesk-form/"
_IDENTITY = re.compile(
    r"(?P<format>reformdesk-form/\S+)(?: round=(?P<round>\S+) digest=(?P<digest>\S+) agency=(?P<agency>\S+))?.*"
)
_BLOCK_MARK = "#"


class Part(StrEnum):
    """What a column of a sheet is, as its hidden row says."""

    ROW = "rd:row"
    NUMBER = "rd:number"
    NAME = "rd:name"
    UNIT = "rd:unit"
    REPORTER = "rd:reporter"
    EARLIER = "rd:earlier"
    VALUE = "rd:value"
    WORDS = "rd:words"


HEADINGS: Mapping[Part, Label] = {
    Part.NUMBER: Label("STT", "No."),
    Part.NAME: Label("Chỉ tiêu", "Indicator"),
    Part.UNIT: Label("Đơn vị tính", "Unit"),
    Part.REPORTER: Label("Đơn vị báo cáo", "Reported by"),
    Part.VALUE: Label("Số liệu kỳ này", "This period"),
    Part.WORDS: Label("Giải trình, ghi chú", "Explanation"),
}
"""What stands above the columns; they are words of the paper, in its own language."""

ALSO_HEADED: Mapping[Part, tuple[str, ...]] = {
    Part.NUMBER: ("TT", "Số thứ tự", "Số TT", "No"),
    Part.NAME: ("Tên chỉ tiêu", "Nội dung", "Nội dung chỉ tiêu", "Chỉ tiêu thống kê", "Indicators", "Name"),
    Part.UNIT: ("ĐVT", "Đơn vị", "Units"),
    Part.REPORTER: ("Cơ quan báo cáo", "Đơn vị thực hiện", "Cơ quan, đơn vị báo cáo", "Đơn vị chủ trì"),
    Part.VALUE: ("Số liệu", "Số liệu báo cáo", "Kết quả", "Kết quả thực hiện", "Giá trị", "Value", "Kỳ này"),
    Part.WORDS: ("Giải trình", "Ghi chú", "Lý do", "Thuyết minh", "Note", "Notes"),
}
"""What other layouts write above the same columns."""


@dataclass(frozen=True)
class Identity:
    """Whose form a sheet is: the round's id, the digest of its issue, the agency's id."""

    round: str
    digest: str
    agency: str
    format: str = FORMAT

    def __str__(self) -> str:
        return f"{self.format} round={self.round} digest={self.digest} agency={self.agency}"


def identity_in(text: str) -> Identity | None:
    """Read a sheet's identity; ``None`` for any other text."""
    found = _IDENTITY.fullmatch(text.strip()) if text.startswith(_FAMILY) else None
    if found is None:
        return None
    return Identity(found["round"] or "", found["digest"] or "", found["agency"] or "", found["format"])


@dataclass(frozen=True)
class LayoutRow:
    """A row of the form.

    ``key`` is what the hidden column says: the indicator's id, with the block's where the row is for
    one block of agencies; empty for a row that only structures. ``also`` are its other names,
    ``groups`` the names of the rows that it stands under, the nearest first.
    """

    key: str
    indicator: str
    block: str
    number: str
    name: str
    also: tuple[str, ...]
    unit: str
    reporter: str
    level: int
    groups: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """All its names, as :func:`squashed` compares them."""
        return frozenset(squashed(name) for name in (self.name, *self.also) if name)


@lru_cache(maxsize=4096)
def squashed(text: str) -> str:
    """Return a name for comparison: no diacritics, no case, no punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def key_of(indicator: str, block: str = "") -> str:
    """Return what the hidden column says of a row."""
    return f"{indicator}{_BLOCK_MARK}{block}" if block else indicator


def layout_rows(round_: Round, agency: str, area: str, language: str) -> tuple[LayoutRow, ...]:
    """Return the rows of an agency's form in an area, named so that no two in the form are alike."""
    twice = _names_twice(round_, agency, language)
    own = set(round_.figures_of(agency))
    tables = tables_to_show(round_, agency, area)
    rows: list[LayoutRow] = []
    for table in tables:
        if len(tables) > 1:
            rows.append(_title(table, language))
        rows += (_told_apart(round_.catalogue, row, twice, language) for row in _rows(round_, table, own, language))
    return tuple(rows)


def rows_of_all(round_: Round) -> tuple[LayoutRow, ...]:
    """Return the rows of every table, whoever owes them: a copied layout may hold others' too."""
    asked = set(round_.asked)
    tables = (table for table in round_.catalogue.tables if table.area in round_.period.areas)
    return tuple(row for table in tables for row in _rows(round_, table, asked, "vi"))


def _names_twice(round_: Round, agency: str, language: str) -> frozenset[str]:
    own = set(round_.figures_of(agency))
    rows = (
        row
        for area in round_.areas_of(agency)
        for table in tables_to_show(round_, agency, area)
        for row in _rows(round_, table, own, language)
    )
    return frozenset(name for name, count in Counter(squashed(row.name) for row in rows).items() if count > 1)


def _told_apart(catalogue: Catalogue, row: LayoutRow, twice: Collection[str], language: str) -> LayoutRow:
    if not row.key or squashed(row.name) not in twice:
        return row
    whole = catalogue.indicators[row.indicator].name.text(language)
    name = f"{whole}: {row.name}" if row.block else whole
    return replace(row, name=name, also=(row.name, *row.also))


def _title(table: Table, language: str) -> LayoutRow:
    name = table.label.text(language)
    return LayoutRow("", "", "", "", name, (table.title, table.title_en), "", "", 0, ())


def _rows(round_: Round, table: Table, own: Collection[str], language: str) -> Iterator[LayoutRow]:
    above: list[Row] = []
    for row in rows_to_show(table, own):
        above = [one for one in above if one.level < row.level]
        groups = tuple(one.name for one in reversed(above))
        reporter = row.printed_reporter or next((one.printed_reporter for one in reversed(above)), "")
        above.append(row)
        if row.indicator in round_.catalogue.indicators:
            made = _of_indicator(round_.catalogue, row, reporter or table.printed_reporter, groups, language)
            yield made
            yield from _of_blocks(round_.catalogue, made, language)
        else:
            name = row.label.text(language)
            yield LayoutRow("", "", "", row.number, name, (row.name, row.name_en), "", "", row.level, groups)


def _of_indicator(catalogue: Catalogue, row: Row, reporter: str, groups: tuple[str, ...], language: str) -> LayoutRow:
    indicator = catalogue.indicators[row.indicator]
    printed = row.label
    name = printed.text(language) if language != "en" or row.name_en else indicator.name.text(language)
    also = (row.name, row.name_en, indicator.name.vi, indicator.name.en)
    unit = indicator.unit.text(language)
    return LayoutRow(indicator.id, indicator.id, "", row.number, name, also, unit, reporter, row.level, groups)


def _of_blocks(catalogue: Catalogue, row: LayoutRow, language: str) -> Iterator[LayoutRow]:
    indicator = catalogue.indicators[row.indicator]
    if indicator.kind is not Kind.RATE_OR_BLOCKS:
        return
    for block in indicator.blocks:
        spellings = (block.name.vi, block.name.en, *block.also)
        wholes = (indicator.name.vi, indicator.name.en)
        also = (*spellings, *(f"{whole}: {name}" for whole in wholes for name in spellings if whole and name))
        yield replace(
            row,
            key=key_of(indicator.id, block.id),
            block=block.id,
            number="",
            name=block.name.text(language),
            also=also,
            level=row.level + 1,
            groups=(row.name, *row.groups),
        )
