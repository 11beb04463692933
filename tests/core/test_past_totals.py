"""Totals of earlier periods: they stand in tables beside later ones, and travel nowhere as an agency's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reformdesk.core import (
    adjusting,
    board,
    catalogue,
    catalogue_reading,
    founding,
    journal,
    merged,
    office_handover,
    past_totals,
    pasted_table,
    periods,
    recovery_writing,
    roundbook,
)
from reformdesk.core.consolidation import PAST_REASON
from reformdesk.core.deciding import Kind
from reformdesk.core.past_totals import Pasted
from reformdesk.core.periods import PeriodProposal
from reformdesk.core.report import Report, printed_tables
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import ReplyDocument
from reformdesk.exchange.verification import verify
from reformdesk.office import export
from tests.core import builders
from tests.core.builders import number
from tests.core.desks import Desks, at_work, send_first

LATER = datetime(2024, 8, 1, 3, 0, tzinfo=UTC)
Y2023, Y2022 = periods.propose("year", 2023), periods.propose("year", 2022)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks with a round that one agency answered."""
    with at_work(tmp_path) as made:
        send_first(made, m="1", n="2", o="3")
        yield made


def enter(desks: Desks, period: PeriodProposal = Y2023, **figures: Value) -> None:
    past_totals.enter(desks.office, period, figures, desks.office_key, "Lan", LATER)


def test_earlier_totals_stand_beside_later_ones_in_order_of_time(desks: Desks) -> None:
    enter(desks, m=number("40"), n=Status.NOT_DONE)
    enter(desks, Y2022, m=number("30"))
    parts = merged.consolidated(desks.office)
    assert [part.round.id for part in parts] == ["2022", "2023", "2024-h1"]
    assert [part.is_past for part in parts] == [True, True, False]
    (table,) = printed_tables(parts)
    assert table.header[2:] == ("Năm 2022 (1)", "Năm 2023 (1)", "Năm 2024 (tính đến 31/5)")
    assert [[cell.text for cell in row[2:]] for row in table.rows] == [
        ["30", "40", "1"],
        ["", "Chưa thực hiện", "2"],
        ["", "", "3"],
    ]
    assert [note.printed for note in table.notes][-1] == "(1) Số liệu đã báo cáo, không có số liệu từng đơn vị."
    total = parts[1].totals["m"]
    assert (total.is_past, total.shares, total.computed) == (True, (), Status.BLANK)


def test_every_export_has_them(desks: Desks) -> None:
    enter(desks, m=number("40"))
    parts = merged.consolidated(desks.office)
    for suffix in export.SUFFIXES:
        assert export.render(f"r{suffix}", Report.of(parts, ""))
    lines = export.render("r.csv", Report.of(parts, "")).decode("utf-8-sig").splitlines()
    assert f"2023,m,,40,,{PAST_REASON}.,0/2" in [line.replace('"', "") for line in lines]


def test_nothing_of_it_goes_to_an_agency(desks: Desks) -> None:
    before = merged.earlier_answers(desks.office)
    enter(desks, m=number("40"))
    assert merged.earlier_answers(desks.office) == before
    blob, left_out = recovery_writing.write(desks.office, "b", desks.office_key, LATER)
    document = verify(blob).document
    assert isinstance(document, ReplyDocument)
    assert [one["round"] for one in document.items[0]["rounds"]] == ["2024-h1"]
    assert left_out == ()
    office_handover_rounds = [one.title for one in office_handover._rounds(desks.office)]
    assert office_handover_rounds == ["6 tháng đầu năm 2024"]


def test_a_period_that_ended_after_the_first_round_was_opened_is_no_newer_round(desks: Desks) -> None:
    period = periods.propose("q3", 2024)
    later = datetime(2025, 1, 2, 3, 0, tzinfo=UTC)
    past_totals.enter(desks.office, period, {"m": number("4")}, desks.office_key, "Lan", later)
    assert roundbook.latest(desks.office).id == "2024-h1"
    assert [part.round.id for part in merged.consolidated(desks.office)] == ["2024-h1", "2024-q3"]


def test_the_newest_round_stays_the_one_to_go_on_from(desks: Desks) -> None:
    enter(desks, m=number("40"))
    enter(desks, Y2022, m=number("30"))
    assert roundbook.latest(desks.office).id == "2024-h1"
    assert founding.base_plan(desks.office).agencies == founding.foundation(desks.office).agencies
    outlines = board.outlines(desks.office, LATER)
    assert [(one.round.id, one.is_past) for one in outlines] == [("2024-h1", False), ("2023", True), ("2022", True)]


def test_each_figure_is_a_decision_with_its_author(desks: Desks) -> None:
    before = merged.digest(desks.office)
    enter(desks, m=number("40"), n=number("2"), o=Status.BLANK)
    lines = journal.lines(desks.office, "2023")
    assert [(line.decision.kind, line.decision.reason) for line in lines] == [(Kind.TOTAL, PAST_REASON)] * 2
    assert {line.hands[0].author for line in lines} == {"Lan"}
    assert merged.digest(desks.office) != before
    assert adjusting.past_rounds(desks.office) == {"2023"}


def test_earlier_figures_are_set_right_and_added_to(desks: Desks) -> None:
    enter(desks, m=number("40"), n=number("2"))
    past_totals.correct(desks.office, "2023", {"m": number("41"), "n": number("2"), "o": number("3")}, "Minh", LATER)
    assert past_totals.entered(desks.office, "2023") == {"m": number("41"), "n": number("2"), "o": number("3")}
    assert len(journal.lines(desks.office, "2023")) == 4, "what stood already was not decided again"


def test_what_cannot_be_an_earlier_period_is_refused_whole(desks: Desks) -> None:
    for period, figures, code in (
        (Y2023, {"m": Status.BLANK}, "past-empty"),
        (periods.propose("year", 2024), {"m": number("1")}, "past-not-over"),
        (periods.propose("h1", 2024), {"m": number("1")}, "round-exists"),
    ):
        with pytest.raises(Mendable, match=code):
            past_totals.enter(desks.office, period, figures, desks.office_key, "Lan", LATER)
    assert roundbook.round_ids(desks.office) == ["2024-h1"]
    with pytest.raises(Mendable, match="round-exists"):
        past_totals.correct(desks.office, "2024-h1", {"m": number("1")}, "Lan", LATER)


ROWS = """STT\tChỉ tiêu\tĐơn vị\tNăm 2022\tNăm 2023
I\tTổ chức\t\t\t
1\tTổng số\tcái\t1.200\t1.300
2\tGhi chú khác\tcái\t5\t6
II\tBiên chế\t\t\t
1\tTổng số\tcái\t12,5\t
"""


def grouped() -> catalogue.Catalogue:
    made = builders.source(builders.indicator("a"), builders.indicator("b"), builders.indicator("c"))
    rows = [
        {"number": "I", "name": "Tổ chức", "level": 0},
        {"number": "1", "name": "Tổng số", "level": 1, "indicator": "a"},
        {"number": "2", "name": "Ghi chú", "level": 1, "indicator": "b"},
        {"number": "II", "name": "Biên chế", "level": 0},
        {"number": "1", "name": "Tổng số", "level": 1, "indicator": "c"},
    ]
    made["tables"][0]["rows"] = rows
    return catalogue_reading.parse(made)


def pasted(text: str) -> Pasted:
    return past_totals.read(pasted_table.read(text), past_totals.lines(grouped()))


def test_a_pasted_table_is_read_by_its_names_in_the_printed_order() -> None:
    found = pasted(ROWS)
    assert [(one.heading, dict(one.texts)) for one in found.columns] == [
        ("Năm 2022", {"a": "1.200", "c": "12,5"}),
        ("Năm 2023", {"a": "1.300", "c": ""}),
    ]
    assert found.unsure == frozenset()
    assert [found.best(year) for year in (2022, 2023, 2019)] == [0, 1, 1]


def test_a_name_that_stands_twice_is_marked_where_its_place_is_not_sure() -> None:
    found = pasted("Chỉ tiêu\tNăm 2022\nGhi chú\t3\nTổng số\t7\n")
    assert dict(found.columns[0].texts) == {"b": "3", "c": "7"}
    assert found.unsure == {"c"}


@pytest.mark.parametrize("text", ["", "a\tb\n", "12\n13\n"])
def test_what_names_nothing_that_is_asked_has_no_columns(text: str) -> None:
    assert pasted(text).columns == ()
