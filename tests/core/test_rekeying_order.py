"""The other program's order, from whatever list an office has of it."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading, rekeying
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.rekeying_order import MOST_LINES, ReadOrder, Trouble, Unmatched, cells_in, read_order
from tests.core.builders import indicator, source

PRINTED = catalogue_reading.load(resource("catalogue", "2021-2024.json"))


def read(text: str) -> ReadOrder:
    return read_order(PRINTED, cells_in(text))


@given(st.permutations(PRINTED.order))
def test_ids_in_any_order_are_that_order(names: list[str]) -> None:
    assert read("\n".join(names)) == ReadOrder(tuple(names), ())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_known_whatever_stands_before_and_however_they_are_written(form: Literal["NFC", "NFD"]) -> None:
    text = "- Số lượng TTHC cấp xã\n\n  SỐ LƯỢNG CHỮ KÝ SỐ:\n+ Tỷ lệ hồ sơ trực tuyến"
    found = read(unicodedata.normalize(form, text))
    assert found == ReadOrder(("procedures-commune", "digital-signatures", "online-dossiers-rate"), ())


def test_the_printed_tables_themselves_are_understood_with_their_headings() -> None:
    rows = []
    for table in PRINTED.tables:
        rows.append(table.title)
        rows += [f"{row.number}\t{row.name}\t{row.printed_reporter}" for row in table.rows]
        rows += [column.header for column in table.columns if column.indicator]
    assert read("\n".join(rows)) == ReadOrder(PRINTED.order, ())


def test_qualified_numbers_lead_to_their_indicators_and_bare_ones_follow_the_table_before_them() -> None:
    numbers = {name: rekeying.numbered(PRINTED, name) for name in PRINTED.order}
    alone = [name for name in numbers if [*numbers.values()].count(numbers[name]) == 1]
    assert len(alone) > 20
    assert read("\n".join(numbers[name] for name in alone)) == ReadOrder(tuple(alone), ())
    found = read("7. Xây dựng chính quyền điện tử, chính quyền số\n12\n3.\n1")
    assert found.listed == ("online-dossiers-rate", "exchange-platform-received", "electronic-documents-rate")
    assert found.unmatched == ()
    found = read("inspected-agencies\n4")
    assert found == ReadOrder(("inspected-agencies", "reform-initiatives"), ())


def test_a_name_that_several_have_is_the_one_below_the_heading_before_it() -> None:
    found = read("Tổng số biên chế viên chức\n- Tổng số có mặt\n- Tổng số được giao")
    assert found == ReadOrder(("public-employees-present", "public-employees-assigned"), ())


def test_what_leads_nowhere_or_to_several_or_twice_is_told_with_its_line() -> None:
    found = read("STT\tChỉ tiêu\nTổng số có mặt\ndigital-signatures\n\nChữ ký số chưa có\n5\tSố lượng chữ ký số\n99")
    assert found.listed == ("digital-signatures",)
    assert found.unmatched == (
        Unmatched(1, "STT · Chỉ tiêu", Trouble.UNKNOWN),
        Unmatched(2, "Tổng số có mặt", Trouble.SEVERAL),
        Unmatched(5, "Chữ ký số chưa có", Trouble.UNKNOWN),
        Unmatched(6, "5 · Số lượng chữ ký số", Trouble.TWICE),
        Unmatched(7, "99", Trouble.UNKNOWN),
    )


def test_a_number_beside_a_name_that_is_not_known_is_no_reason_to_guess() -> None:
    found = read("7. Xây dựng chính quyền điện tử, chính quyền số\n5\tSố máy tính")
    assert found == ReadOrder((), (Unmatched(2, "5 · Số máy tính", Trouble.UNKNOWN),))


def test_a_number_beside_a_name_tells_which_of_several_it_is(small: Catalogue) -> None:
    assert read_order(small, [["2", "Có mặt"], ["1", "Có mặt"]]) == ReadOrder(("b", "a"), ())


def test_a_file_that_is_no_list_is_read_so_far_and_no_further() -> None:
    found = read("x x\n" * (MOST_LINES + 5))
    assert len(found.unmatched) == MOST_LINES


@pytest.fixture
def small() -> Catalogue:
    return catalogue_reading.parse(source(*({**indicator(name), "name": "Có mặt"} for name in ("a", "b"))))
