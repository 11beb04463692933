"""A computed rate in every kind of report: what is printed, what machines read, and what is said of it."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

import pytest
from docx import Document
from openpyxl import load_workbook

from reformdesk.core.consolidation import Submitted, consolidate
from reformdesk.core.report import ConsolidatedRound, Report, printed_tables
from reformdesk.core.values import Status, Value
from reformdesk.office import export
from tests.core.builders import number, rated_source, round_of

LEFT_OUT = "Chưa tính 1 đơn vị mới có tử số hoặc mẫu số."


def handed_in(agency: str, **answers: Value) -> Submitted:
    return Submitted(agency, agency * 64, provisional=False, answers=answers, explanations={})


@pytest.fixture(scope="module")
def report() -> Report:
    """Two agencies of three gave both parts of the rate, one the numerator alone."""
    round_ = round_of(rated_source(unit={"vi": "%", "en": "%"}))
    given = {
        "a": handed_in("a", m=number("1"), n=number("3"), o=number("1")),
        "b": handed_in("b", m=number("90"), n=number("100"), o=Status.BLANK),
        "c": handed_in("c", m=number("9")),
    }
    return Report.of([ConsolidatedRound(round_, consolidate(round_, given))], "0" * 64)


def test_the_printed_table_has_the_rate_of_the_sums_and_says_who_is_left_out(report: Report) -> None:
    (table,) = printed_tables(report.parts)
    assert [row[-1].text for row in table.rows] == ["100", "103", "88,35", "1"]
    assert table.rows[2][-1].behind
    assert any(note.printed.endswith(LEFT_OUT) for note in table.notes)
    book = load_workbook(BytesIO(export.render("r.xlsx", report)))
    assert [row[-1].value for row in book["1"].iter_rows(min_row=2, max_row=5)] == [100, 103, 88.35, 1]
    words = "\n".join(
        one.text for one in Document(BytesIO(export.render("r.docx", report))).element.body.iter() if one.text
    )
    assert "88,35" in words
    assert LEFT_OUT in words


def test_machines_read_the_rate_with_each_agencys(report: Report) -> None:
    rows = list(csv.reader(StringIO(export.render("r.csv", report).decode("utf-8-sig"), newline="")))
    assert [row[2:5] for row in rows if row[1] == "r"] == [
        ["", "88.35", ""],
        ["a", "33.33", ""],
        ["b", "90", ""],
        ["c", "", "blank"],
    ]
    (total,) = [
        one for one in json.loads(export.render("r.json", report))["rounds"][0]["totals"] if one["indicator"] == "r"
    ]
    assert (total["value"], total["coverage"], total["one_part"]) == ({"number": "88.35"}, "2/3", 1)
    data = list(csv.DictReader(StringIO(export.render("r.sdmx.csv", report).decode("utf-8-sig"))))
    found = {one["REPORTER"]: one for one in data if one["INDICATOR"] == "r"}
    assert (found["_T"]["OBS_VALUE"], found["_T"]["OBS_STATUS"]) == ("88.35", "P")
    assert found["b"]["OBS_VALUE"] == "90"
    assert LEFT_OUT in found["_T"].values()
