"""A block from a spreadsheet lands where a person would put it, and says what found no place."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading, pasting
from reformdesk.core.form_lines import FormLine
from reformdesk.core.number_style import NumberStyle
from reformdesk.core.pasting import Landing
from reformdesk.core.text import nfc
from tests.core.builders import indicator, source

INDICATORS = catalogue_reading.parse(
    source(indicator("a"), indicator("b"), indicator("c", "percent"), indicator("d", "mark"), indicator("t", "text"))
).indicators
LINES = (
    FormLine("a", "1", "Số văn bản"),
    FormLine("", "2", "Kết quả"),
    FormLine("b", "2.1", "Đã xử lý"),
    FormLine("c", "2.2", "Tỷ lệ đúng hạn"),
    FormLine("", "3", "Hội nghị"),
    FormLine("d", "3.1", "Đã tổ chức"),
    FormLine("t", "3.2", "Đã xử lý"),
)


def landed(text: str, start: str = "a") -> dict[str, str]:
    block = pasting.parse(text)
    found = pasting.land(block, pasting.propose(block, LINES, INDICATORS), LINES, start)
    return {one.indicator: str(one.raw) for one in found.offers if one.raw}


@pytest.mark.parametrize("text", ["12", "12\r\n", "1.234,5", "", "một dòng\n"])
def test_one_cell_is_no_block(text: str) -> None:
    assert not pasting.is_block(text)


@pytest.mark.parametrize("text", ["1\n2", "1\t2", "1\r\n2\r\n", '"a\nb"\t1'])
def test_more_cells_are(text: str) -> None:
    assert pasting.is_block(text)


def test_figures_land_below_each_other_from_the_cursor() -> None:
    assert landed("1\n2\n83,46%\n") == {"a": "1", "b": "2", "c": "83,46%"}
    assert landed("2\r\n\r\nx\r\n", "b") == {"b": "2", "d": "x"}


def test_a_column_copied_with_its_group_rows_passes_them_over() -> None:
    assert landed("1\n\n2\n50\n\nx") == {"a": "1", "b": "2", "c": "50", "d": "x"}


def test_rows_with_names_find_their_place_in_any_order() -> None:
    text = (
        "STT\tChỉ tiêu\t2022\t2023\tGiải trình\n3.1\tda to chuc\t0\tx\t\n1\tSo\u0302\u0301 văn bản\t7\t9\tdo sáp nhập\n"
    )
    block = pasting.parse(text)
    landing = pasting.propose(block, LINES, INDICATORS)
    assert (landing.names, landing.figures, landing.words) == (1, 3, 4)
    found = pasting.land(block, landing, LINES, "a")
    assert {one.indicator: (one.raw, one.explanation) for one in found.offers} == {
        "d": ("x", ""),
        "a": ("9", "do sáp nhập"),
    }
    assert found.lost == ()


def test_a_name_that_is_no_row_of_the_form_is_named() -> None:
    block = pasting.parse("Số văn bản\t7\nSố phiếu\t8\nĐã tổ chức\tx")
    found = pasting.land(block, pasting.propose(block, LINES, INDICATORS), LINES, "a")
    assert found.lost == ((2, "Số phiếu"),)


def test_two_rows_of_one_name_are_told_apart_by_their_order() -> None:
    assert landed("Đã xử lý\t5\nSố văn bản\t6\nĐã xử lý\tnhiều") == {"b": "5", "a": "6", "t": "nhiều"}


def test_rows_below_the_last_are_named() -> None:
    block = pasting.parse("x\nchữ\n7\n8")
    found = pasting.land(block, Landing(None, 0, None, None), LINES, "d")
    assert [one.indicator for one in found.offers] == ["d", "t"]
    assert found.lost == ((3, "7"), (4, "8"))


def test_the_style_of_the_figures_is_told_by_the_column() -> None:
    assert pasting.propose(pasting.parse("1,234\n93.5"), LINES, INDICATORS).style is NumberStyle.ENGLISH
    assert pasting.propose(pasting.parse("1.234\n93,5"), LINES, INDICATORS).style is NumberStyle.VIETNAMESE
    assert pasting.propose(pasting.parse("1,234\n5"), LINES, INDICATORS).style is None


def test_words_beside_bare_figures_are_explanations() -> None:
    block = pasting.parse("1\tvì tăng biên chế\n2\t\n3\tdo bàn giao")
    landing = pasting.propose(block, LINES, INDICATORS)
    assert (landing.names, landing.figures, landing.words) == (None, 0, 1)


cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=6))
def test_cells_come_out_as_a_spreadsheet_put_them_in(rows: list[list[str]]) -> None:
    made = StringIO()
    csv.writer(made, dialect="excel-tab", lineterminator="\r\n").writerows(rows)
    block = pasting.parse(made.getvalue())
    assert len(block.rows) == len(rows)
    for row, read in zip(rows, block.rows, strict=True):
        assert [cell.split() for cell in read] == [nfc(cell).split() for cell in row]


@given(st.text(max_size=60), st.sampled_from("abcdt"))
def test_no_text_makes_it_stumble(text: str, start: str) -> None:
    block = pasting.parse(text)
    if block.rows and block.width:
        found = pasting.land(block, pasting.propose(block, LINES, INDICATORS), LINES, start)
        assert {one.indicator for one in found.offers} <= set(INDICATORS)
