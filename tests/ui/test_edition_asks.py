"""What hands do in the tables of an edition, as steps of its draft: pure, no window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reformdesk.core import register
from reformdesk.core.catalogue import Column, Consolidation, Kind, Label, Reporter
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import apply
from reformdesk.core.indicator_edits import Assign, ChangeKind, ChangeUnit, Consolidate, Retire
from reformdesk.core.organisation import Succession
from reformdesk.core.table_edits import HeadColumn, MoveColumn, MoveRow, RemoveRow, Renumber, RewordRow
from reformdesk.errors import Mendable
from reformdesk.ui.models import edition_asks, reorganisation
from reformdesk.ui.models.edition_rows import (
    KIND,
    NAME,
    NUMBER,
    REPORTER,
    SHARES,
    UNIT,
    PrintedLine,
    printed_lines,
)
from reformdesk.ui.models.reorganisation import NewAgency, Owing
from tests.core.builders import indicator, source

ON = date(2025, 7, 1)
AGENCIES = (
    {"id": "ha", "name": "Sở Nội vụ", "groups": ["all", "departments"]},
    {"id": "b", "name": "Sở Kế hoạch", "groups": ["all", "departments"]},
    {"id": "c", "name": "Sở Tài chính", "groups": ["all", "departments"]},
)
ROWS = (("1", 0, "n"), ("", 1, "m"), ("", 1, "o"), ("2", 0, ""), ("", 1, "p"), ("3", 0, "q"))


def _edition() -> Edition:
    """Return six rows, nested in twos; ``b`` alone reports ``n`` and ``m``."""
    own = {"n": {"agency": "b"}, "m": {"agency": "b"}}
    asked = [
        indicator(name, reporter=own.get(name, {"group": "all"}), consolidation="sole" if name in own else "sum")
        for *_, name in ROWS
        if name
    ]
    made: dict[str, Any] = source(*asked)
    made["tables"][0]["rows"] = [
        {"number": number, "name": name.upper() or "Mục", "level": level, **({"indicator": name} if name else {})}
        for number, level, name in ROWS
    ]
    return Edition(made, register.from_agencies(AGENCIES, office="ha"))


def _lines(edition: Edition) -> tuple[PrintedLine, ...]:
    return printed_lines(edition.drawn.tables[0])


def _order(edition: Edition) -> list[tuple[str, int]]:
    return [(row.indicator, row.level) for row in edition.drawn.tables[0].rows]


@pytest.mark.parametrize(
    ("place", "column", "value", "wanted"),
    [
        (1, NUMBER, " a) ", Renumber("1", 1, "a)")),
        (1, NAME, "Tên  mới", RewordRow("1", 1, "Tên mới")),
        (1, KIND, Kind.DECIMAL, ChangeKind("m", Kind.DECIMAL)),
        (1, UNIT, "hồ sơ", ChangeUnit("m", Label("hồ sơ", "pieces"))),
        (1, REPORTER, Reporter(group="all"), Assign(("m",), Reporter(group="all"))),
        (2, SHARES, Consolidation.MEAN, Consolidate("o", Consolidation.MEAN)),
        (2, SHARES, Consolidation.RATE, None),
        (3, KIND, Kind.COUNT, None),
    ],
)
def test_a_cell_asks_for_one_step(place: int, column: int, value: object, wanted: Edit | None) -> None:
    edition = _edition()
    assert edition_asks.written(edition.drawn, _lines(edition)[place], column, value, "vi") == wanted


def test_english_words_are_typed_in_an_english_window() -> None:
    line = PrintedLine("1", 0, "1", "Tên", "Name", 0, "n")
    assert edition_asks.written(_edition().drawn, line, NAME, "Other", "en") == RewordRow("1", 0, "Tên", "Other")
    column = PrintedLine("4", 2, "", "Số", "", 0, "n", is_column=True)
    assert edition_asks.written(_edition().drawn, column, NAME, "Khác", "en") == HeadColumn("4", 2, "Khác")


def test_a_row_that_asks_is_retired_and_a_heading_removed() -> None:
    lines = _lines(_edition())
    assert edition_asks.taken_out(lines[4]) == Retire("p")
    assert edition_asks.taken_out(lines[3]) == RemoveRow("1", 3)


@pytest.mark.parametrize(
    ("place", "step", "wanted"),
    [
        (0, 1, ["", "p", "n", "m", "o", "q"]),
        (3, -1, ["", "p", "n", "m", "o", "q"]),
        (1, 1, ["n", "o", "m", "", "p", "q"]),
        (5, -1, ["n", "m", "o", "q", "", "p"]),
        (2, 1, None),
        (1, -1, None),
        (0, -1, None),
        (5, 1, None),
    ],
)
def test_a_row_moves_among_its_like_with_all_within_it(place: int, step: int, wanted: list[str] | None) -> None:
    edition = _edition()
    table = edition.drawn.tables[0]
    edit = edition_asks.moved(table, _lines(edition)[place], step)
    got = None if edit is None else [name for name, _ in _order(apply(edition, edit))]
    assert got == wanted


def test_a_column_moves_past_the_next_one_that_asks() -> None:
    edition = _edition()
    table = edition.drawn.tables[0]
    heads = (Column("number"), Column("indicator", "N", "n"), Column("note"), Column("indicator", "M", "m"))
    lines = printed_lines(replace(table, rows=(), columns=heads))
    columns = replace(table, rows=(), columns=heads)
    assert edition_asks.moved(columns, lines[0], 1) == MoveColumn("1", 1, 3)
    assert edition_asks.moved(columns, lines[1], -1) == MoveColumn("1", 3, 1)
    assert edition_asks.moved(columns, lines[1], 1) is None


def test_a_row_is_nested_deeper_with_all_within_it() -> None:
    edition = _edition()
    edit = edition_asks.nested(_lines(edition)[3], 1)
    assert edit == MoveRow("1", 3, 3, 1)
    assert _order(apply(edition, edit))[3:5] == [("", 1), ("p", 2)]
    assert edition_asks.nested(_lines(edition)[0], -1) is None


def test_who_goes_into_a_new_agency_hands_over_what_it_alone_reported() -> None:
    edition = _edition()
    edit = reorganisation.merge(edition, ["b", "c"], NewAgency("Sở Kế hoạch và Tài chính"), ON)
    then = apply(edition, edit)
    assert [agency.name for agency in then.register.at(ON)] == ["Sở Nội vụ", "Sở Kế hoạch và Tài chính"]
    new = then.register.at(ON)[1]
    assert new.groups == ("all", "departments")
    assert then.indicators["n"].reporter == Reporter(agency=new.id)
    found = reorganisation.preview(edition, edit, ON)
    assert set(found.owing) == {Owing("b", 5, None), Owing("c", 3, None), Owing(new.id, None, 5)}
    assert found.unreported == ()


def test_tasks_are_divided_by_function() -> None:
    edition = _edition()
    edit = reorganisation.divide(edition, "b", {"n": "c", "m": NewAgency("Sở Mới")}, ON, ends=True)
    then = apply(edition, edit)
    assert then.register.successions == (
        Succession("b", "c", ON, frozenset({"n"})),
        Succession("b", "so-moi", ON, frozenset({"m"})),
    )
    assert [then.indicators[name].reporter.agency for name in ("n", "m")] == ["c", "so-moi"]


def test_what_nobody_took_over_is_told() -> None:
    edition = _edition()
    found = reorganisation.preview(edition, reorganisation.end(["b"], ON), ON)
    assert found.unreported == ("n", "m")
    with pytest.raises(Mendable, match="office-stays"):
        reorganisation.preview(edition, reorganisation.end(["ha"], ON), ON)


def test_an_agency_is_renamed_from_a_day_or_put_right() -> None:
    edition = _edition()
    later = apply(edition, reorganisation.rename("c", "Sở Tài chính mới", "", ON))
    assert [later.register.by_id["c"].named(day).name for day in (date(2025, 6, 30), ON)] == [
        "Sở Tài chính",
        "Sở Tài chính mới",
    ]
    right = apply(edition, reorganisation.rename("c", "Sở Tài Chính", "", None))
    assert [one.name for one in right.register.by_id["c"].names] == ["Sở Tài Chính"]
