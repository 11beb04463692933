"""Editions drawn at random: a small set that has of everything, and edits of it that may well be refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from reformdesk.core import catalogue_reading, register
from reformdesk.core.agency_edits import (
    DissolveAgency,
    FoundAgency,
    JoinGroup,
    LeaveGroup,
    MergeAgencies,
    NameGroup,
    PlaceAgency,
    RenameAgency,
    SetContact,
    SplitAgency,
    TakeRegister,
    Task,
)
from reformdesk.core.catalogue import (
    Block,
    Consolidation,
    Indicator,
    Kind,
    Label,
    Layout,
    Nature,
    Part,
    Rate,
    Reporter,
    Rule,
    Severity,
)
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import Several
from reformdesk.core.indicator_edits import (
    AddIndicator,
    Assign,
    ChangeDigits,
    ChangeKind,
    ChangeNature,
    ChangeUnit,
    Consolidate,
    RemoveRule,
    Retire,
    Reword,
    SetBlocks,
    SetRule,
)
from reformdesk.core.register import Register
from reformdesk.core.table_edits import (
    AddArea,
    AddRow,
    AddTable,
    HeadColumn,
    MoveColumn,
    MoveRow,
    MoveTable,
    NameEdition,
    PrintReporter,
    PrintTableReporter,
    RemoveArea,
    RemoveRow,
    RemoveTable,
    Renumber,
    RetitleArea,
    RetitleTable,
    RewordRow,
)
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from tests.core.builders import indicator, source

REFORM = date(2025, 7, 1)
DAYS = (date(2025, 3, 1), REFORM, date(2026, 1, 1))
GROUPS = ("all", "departments", "communes", "nobody")
_STRANGE = "x"
"""An id that nothing has."""

_words = st.sampled_from(("Số hồ sơ", "Tỷ lệ", "n", "  ", "Đề mục", "Số hồ sơ"))
_labels = st.builds(Label, _words, st.sampled_from(("", "Dossiers")))
_levels = st.integers(0, 2)
_places = st.integers(-1, 5)


def base() -> Edition:
    """Return a set with each kind of value, a rate, a weight, rules, tables of both layouts; and four agencies."""
    of_a = {"reporter": {"agency": "a"}, "consolidation": "sole"}
    everything = source(
        indicator("received"),
        indicator("settled"),
        indicator("ratio", "percent", consolidation="rate", rate={"numerator": "settled", "denominator": "received"}),
        indicator("pleased", "rate-or-blocks", consolidation="mean", weight="received"),
        indicator("held", "mark", consolidation="any"),
        indicator("told", "text", **of_a),
        indicator("length", "decimal", nature="stock", reporter={"group": "departments"}),
        indicator("staff", nature="stock", reporter={"group": "communes"}),
        rules=(
            {"id": "within", "kind": "at-most", "left": "settled", "right": "received", "severity": "warning"},
            {"id": "range", "kind": "range", "kinds": ["percent"], "least": "0", "most": "100", "severity": "error"},
            {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"},
        ),
    )
    across = everything["tables"][0]
    heading = {"number": "I", "name": "Hồ sơ", "level": 0}
    across["rows"] = [heading, *({**row, "level": 1} for row in across["rows"][:6])]
    columns = [{"kind": "reporter"}, {"kind": "period"}]
    asked = [{"kind": "indicator", "header": name.upper(), "indicator": name} for name in ("length", "staff")]
    down: dict[str, Any] = {"id": "2", "area": "2", "title": "Bảng 2", "layout": "periods-down", "rows": []}
    down["columns"] = [*columns, *asked]
    everything["tables"].append(down)
    everything["areas"].append({**everything["areas"][0], "id": "2"})
    everything["format"] = catalogue_reading.RATES_FORMAT
    return Edition(everything, agencies())


def agencies() -> Register:
    """Return two departments and two communes; nobody is in the last of the groups."""
    wires = [
        {"id": name, "name": f"Sở {name}" if name in "ab" else f"Xã {name}", "groups": ["all", group]}
        for name, group in (("a", "departments"), ("b", "departments"), ("c", "communes"), ("d", "communes"))
    ]
    made = register.from_agencies(wires, office="a")
    return Register((*made.groups, register.Group("nobody")), made.entries, office="a")


def edits(edition: Edition) -> st.SearchStrategy[Edit]:
    """Return edits of an edition, also ones that it refuses: of what is not there, and to what cannot be."""
    one = st.sampled_from(_KINDS).flatmap(lambda kind: kind(edition))
    return st.one_of(one, one, one, st.builds(Several, st.lists(one, max_size=2).map(tuple)))


def _of_tables(edition: Edition) -> st.SearchStrategy[Edit]:
    areas, tables = _one_of([one["id"] for one in edition.source["areas"]]), _tables(edition)
    titled = (_words, _labels, _labels)
    return st.one_of(
        st.builds(NameEdition, _labels),
        st.builds(AddArea, *titled),
        st.builds(RetitleArea, areas, *titled),
        st.builds(RemoveArea, areas),
        st.builds(AddTable, areas, _words, st.just(""), st.sampled_from(Layout)),
        st.builds(RetitleTable, tables, _words),
        st.builds(MoveTable, tables, _places, st.just("") | areas),
        st.builds(RemoveTable, tables),
        st.builds(PrintTableReporter, tables, _words),
        st.builds(MoveColumn, tables, st.integers(0, 4), _places),
        st.builds(HeadColumn, tables, st.integers(0, 4), _words),
        st.builds(SetBlocks, st.sampled_from(((), (Block("xa", Label("Khối xã", "")),)))),
    )


def _of_rows(edition: Edition) -> st.SearchStrategy[Edit]:
    tables, rows = _tables(edition), st.integers(0, 8)
    return st.one_of(
        st.builds(AddRow, tables, _words, level=_levels, at=_places),
        st.builds(RewordRow, tables, rows, _words),
        st.builds(Renumber, tables, rows, st.sampled_from(("1", "I.", ""))),
        st.builds(PrintReporter, tables, rows, _words),
        st.builds(MoveRow, tables, rows, _places, _levels, st.just("") | tables),
        st.builds(RemoveRow, tables, rows),
    )


def _of_indicators(edition: Edition) -> st.SearchStrategy[Edit]:
    names, kinds, natures = _names(edition), st.sampled_from(Kind), st.sampled_from(Nature)
    rates = st.builds(Rate, names, names, st.booleans())
    how = st.sampled_from(Consolidation)
    who = _reporters(edition)
    return st.one_of(
        st.builds(AddIndicator, _tables(edition), _labels, who, kinds, natures, _labels, level=_levels, at=_places),
        st.builds(
            AddIndicator,
            _tables(edition),
            _labels,
            who,
            st.just(Kind.PERCENT),
            level=_levels,
            consolidation=how,
            rate=rates,
            digits=st.integers(0, 3),
        ),
        st.builds(Retire, names),
        st.builds(Reword, names, _labels),
        st.builds(ChangeKind, names, kinds),
        st.builds(ChangeUnit, names, _labels, st.sampled_from(("", "km"))),
        st.builds(ChangeNature, names, natures),
        st.builds(ChangeDigits, names, st.integers(0, 3)),
        st.builds(Consolidate, names, how, st.just("") | names, st.none() | rates),
        st.builds(Assign, st.lists(names, max_size=3).map(tuple), who, st.sampled_from(("", "Các xã"))),
    )


def _of_rules(edition: Edition) -> st.SearchStrategy[Edit]:
    names, rules = _names(edition), _one_of([one["id"] for one in edition.source["rules"]])
    numbers = st.sampled_from((Decimal(0), Decimal("1.5"), Decimal(20)))
    made = st.builds(
        Rule,
        st.just("") | rules,
        st.sampled_from(("at-most", "total", "range", "jump", "repeat", "odd")),
        st.sampled_from(Severity),
        st.just("") | names,
        st.just("") | names,
        st.just("") | names,
        st.lists(st.builds(Part, st.sampled_from((1, -1)), names), max_size=2).map(tuple),
        st.sampled_from(((), (Kind.PERCENT,))),
        numbers,
        numbers,
        numbers,
    )
    return st.one_of(st.builds(SetRule, made), st.builds(RemoveRule, rules))


def _of_agencies(edition: Edition) -> st.SearchStrategy[Edit]:
    known = _one_of([entry.id for entry in edition.register.entries])
    groups, day, days = st.sampled_from(GROUPS), st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)
    tasks = st.builds(Task, known, st.none() | st.frozensets(_names(edition), max_size=2))
    called = st.sampled_from(("Sở mới", "Xã mới", "Sở a", " "))
    return st.one_of(
        st.builds(FoundAgency, called, st.lists(groups, max_size=2).map(tuple), on=days),
        st.builds(RenameAgency, known, called, on=days),
        st.builds(MergeAgencies, st.lists(known, max_size=2).map(tuple), known, day),
        st.builds(SplitAgency, known, st.lists(tasks, max_size=2).map(tuple), day, st.booleans()),
        st.builds(DissolveAgency, known, day),
        st.builds(JoinGroup, known, groups, days),
        st.builds(LeaveGroup, known, groups, days),
        st.builds(SetContact, known, st.sampled_from(("", "0200"))),
        st.builds(PlaceAgency, known, st.just("") | known),
        st.builds(NameGroup, groups, called),
        st.builds(TakeRegister, st.just(edition.register)),
    )


_KINDS = (_of_tables, _of_rows, _of_indicators, _of_indicators, _of_rules, _of_agencies)


def _tables(edition: Edition) -> st.SearchStrategy[str]:
    return _one_of([one["id"] for one in edition.source["tables"]])


def _names(edition: Edition) -> st.SearchStrategy[str]:
    return _one_of([*edition.indicators])


def _reporters(edition: Edition) -> st.SearchStrategy[Reporter]:
    known = [Reporter(agency=entry.id) for entry in edition.register.entries]
    groups = [Reporter(group=group) for group in GROUPS]
    return st.sampled_from([*known, *groups, Reporter(), Reporter(agency=_STRANGE)])


def _one_of(known: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from([*known, _STRANGE])


def answers(asked: Indicator) -> tuple[Value, ...]:
    """Return answers that an agency may give to an indicator."""
    blocks = tuple(BlockRate(one.id, one.name.vi, Decimal(80)) for one in asked.blocks)
    given: dict[Kind, tuple[Value, ...]] = {
        Kind.COUNT: (Number(Decimal(0)), Number(Decimal(7))),
        Kind.DECIMAL: (Number(Decimal(0)), Number(Decimal("1.5"))),
        Kind.PERCENT: (Number(Decimal(0)), Number(Decimal("83.46"))),
        Kind.RATE_OR_BLOCKS: (Rates(blocks) if blocks else Number(Decimal(50)),),
        Kind.MARK: (Mark(True), Mark(False)),
        Kind.TEXT: (Text("đã làm"),),
    }
    return (*given[asked.kind], *given[asked.kind], *Status)
