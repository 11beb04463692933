"""Forms that came back: what people and programs do to a sheet costs no figure, or the loss is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.number_style import NumberStyle
from reformdesk.errors import Mendable
from reformdesk.office.form_layout import Part
from tests.office.forms import (
    Form,
    areas_in,
    cell_of,
    codes,
    column_of,
    copied_out,
    losses,
    notes,
    offered,
    row_of,
    sheets_in,
)

RATES, MARK, COUNT, OTHER = "province-satisfaction", "reform-contest", "reform-initiatives", "province-survey-forms"
FIRST_ROW = 5
_MAY_DAY = datetime(2024, 5, 1)  # noqa: DTZ001 - a sheet's days have no zone


# what costs nothing


def test_a_blank_form_offers_nothing_and_lost_nothing(form: Form) -> None:
    read = form.read()
    assert offered(read) == {}
    assert losses(read) == []


def test_what_was_typed_comes_back_with_its_words(form: Form) -> None:
    expected = form.fill_all()
    form.fill({MARK: "x", f"{RATES}#so-nganh": 88.5, f"{RATES}#huyen": "85,4%"})
    form.change(lambda book: setattr(cell_of(book, COUNT, Part.WORDS), "value", "vì sáp nhập "))
    read = form.read()
    assert offered(read) == {**expected, MARK: "x", RATES: "- Khối sở, ngành: 88,5%\n- Khối huyện: 85,4%"}
    assert next(one.explanation for one in read.offers if one.indicator == COUNT) == "vì sáp nhập"
    assert losses(read) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), marks=st.booleans())
def test_moved_columns_and_sorted_rows_cost_nothing(form: Form, seed: int, marks: bool) -> None:
    """With the hidden marks in any order; without them, by number and name alone."""
    expected = form.write().fill_all()
    chance = random.Random(seed)

    def shuffled(book: Workbook) -> None:
        for sheet in areas_in(book):
            if not marks:
                for row in (1, 3):
                    sheet.cell(row, 1).value = None
                for row in range(1, sheet.max_row + 1):
                    sheet.cell(row, 1).value = None
                    if str(sheet.cell(row, 2).value).startswith("rd:"):
                        for column in range(1, sheet.max_column + 1):
                            sheet.cell(row, column).value = None
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
            chance.shuffle(rows)
            columns = list(range(sheet.max_column))
            chance.shuffle(columns)
            head = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=FIRST_ROW - 1)]
            for place, values in enumerate([*head, *rows], 1):
                for at, column in enumerate(columns, 1):
                    sheet.cell(place, at).value = values[column]

    read = form.change(shuffled).read()
    assert offered(read) == expected
    assert codes(read) <= {"not-our-form"}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.integers(2, 20), max_size=4), columns=st.lists(st.integers(1, 9), max_size=3))
def test_inserted_rows_and_columns_cost_nothing(form: Form, rows: list[int], columns: list[int]) -> None:
    expected = form.write().fill_all()

    def inserted(book: Workbook) -> None:
        for sheet in areas_in(book):
            for row in rows:
                sheet.insert_rows(row)
            for column in columns:
                sheet.insert_cols(column)

    read = form.change(inserted).read()
    assert offered(read) == expected
    assert losses(read) == []


def test_renamed_sheets_in_another_order_cost_nothing(form: Form) -> None:
    expected = form.fill_all()

    def renamed(book: Workbook) -> None:
        for place, sheet in enumerate(book.worksheets):
            sheet.title = f"Trang {place}"
        book.move_sheet("Trang 1", 2)

    assert offered(form.change(renamed).read()) == expected


def test_rows_and_sheets_that_are_hidden_are_read_and_it_is_said(form: Form) -> None:
    expected = form.fill_all()

    def hidden(book: Workbook) -> None:
        sheet, row = row_of(book, COUNT)
        sheet.row_dimensions[row].hidden = True
        book.worksheets[-1].sheet_state = "hidden"

    read = form.change(hidden).read()
    assert offered(read) == expected
    assert notes(read, COUNT) == ("hidden",)
    assert notes(read, "training-courses") == ("hidden",)


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (("1.234.567", "1,475"), NumberStyle.VIETNAMESE),
        (("1,234,567", "1,475"), NumberStyle.ENGLISH),
        (("12", "1,475"), None),
    ],
)
def test_numbers_stored_as_text_say_how_they_are_written(
    form: Form, texts: tuple[str, str], style: NumberStyle | None
) -> None:
    read = form.fill({OTHER: texts[0], COUNT: texts[1]}).read()
    assert offered(read) == {OTHER: texts[0], COUNT: texts[1]}
    assert read.style is style


def test_a_number_is_taken_as_the_cell_shows_it(form: Form) -> None:
    form.fill({RATES: 0.8346, "agency-satisfaction": 93.4567})

    def dressed(book: Workbook) -> None:
        cell_of(book, RATES).number_format = "0.00%"
        cell_of(book, "agency-satisfaction").number_format = "#,##0.0"

    read = form.change(dressed).read()
    assert offered(read) == {RATES: "83.46", "agency-satisfaction": "93.5"}
    assert notes(read, RATES) == ("percent-cell",)
    assert notes(read, "agency-satisfaction") == ("as-shown",)


def test_a_rate_below_one_and_a_changed_unit_are_pointed_out(form: Form) -> None:
    form.fill({RATES: 0.8346, COUNT: 3})
    form.change(lambda book: setattr(cell_of(book, COUNT, Part.UNIT), "value", "nghìn"))
    read = form.read()
    assert notes(read, RATES) == ("below-one",)
    assert notes(read, COUNT) == ("unit-differs",)


def test_a_sum_of_tenths_is_what_it_looks_like(form: Form) -> None:
    assert offered(form.fill({RATES: 0.1 + 0.2}).read()) == {RATES: "0.3"}


def test_words_of_old_fonts_are_converted_and_it_is_said(form: Form) -> None:
    form.fill({COUNT: "Ch\xada thùc hiÖn"})
    form.change(lambda book: setattr(cell_of(book, OTHER, Part.WORDS), "value", "Thùc hiÖn theo NghÞ quyÕt"))
    read = form.read()
    assert offered(read) == {COUNT: "Chưa thực hiện"}
    words = {one.indicator: (one.explanation, one.notes) for one in read.offers if one.explanation}
    assert words == {OTHER: ("Thực hiện theo Nghị quyết", ("old-font",))}


def test_a_copy_without_its_marks_is_found_by_number_and_name(form: Form) -> None:
    expected = form.fill_all()
    copied_out(form.book(), marks=False).save(form.path)
    read = form.read()
    assert offered(read) == expected
    assert codes(read) == {"not-our-form", "sheet-unknown"}  # the sheet of instructions, with its figures


def test_a_sheet_copied_out_with_its_marks_is_a_form_like_any(form: Form) -> None:
    expected = form.fill_all()
    copied_out(form.book(), marks=True).save(form.path)
    read = form.read()
    assert offered(read) == expected
    assert losses(read) == []


def test_a_cell_merged_sideways_is_its_rows_own(form: Form) -> None:
    form.fill({COUNT: 7})

    def merged(book: Workbook) -> None:
        sheet, row, column = _value(book, COUNT)
        sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)

    read = form.change(merged).read()
    assert offered(read) == {COUNT: "7"}
    assert notes(read, COUNT) == ("merged",)


def test_rows_sorted_without_their_hidden_keys_go_by_their_names(form: Form) -> None:
    """The worst of all: the key says one row, the name that a person saw another."""
    form.fill({"civil-servants-assigned": 97, "civil-servants-present": 91})

    def swapped(book: Workbook) -> None:
        sheet, one = row_of(book, "civil-servants-assigned")
        _, other = row_of(book, "civil-servants-present")
        for column in range(2, sheet.max_column + 1):
            first, second = sheet.cell(one, column), sheet.cell(other, column)
            first.value, second.value = second.value, first.value

    read = form.change(swapped).read()
    assert offered(read) == {"civil-servants-assigned": "97", "civil-servants-present": "91"}
    assert notes(read, "civil-servants-present") == ("by-name",)


# what costs something, and is named


def _value(book: Workbook, key: str) -> tuple[Worksheet, int, int]:
    sheet, row = row_of(book, key)
    return sheet, row, column_of(sheet, Part.VALUE)


def _merge_over_two(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)


def _merge_with_the_year_before(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    sheet.merge_cells(start_row=row, end_row=row, start_column=column - 1, end_column=column)


def _copy_a_row_with_another_figure(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    last = sheet.max_row + 1
    for at in range(1, sheet.max_column + 1):
        sheet.cell(last, at).value = sheet.cell(row, at).value
    sheet.cell(last, column).value = 5


def _delete_a_row(book: Workbook) -> None:
    sheet, row, _ = _value(book, "civil-servants-assigned")
    sheet.delete_rows(row)


def _a_row_of_their_own(book: Workbook) -> None:
    sheet, _, column = _value(book, "civil-servants-assigned")
    row = sheet.max_row + 1
    sheet.cell(row, 3).value, sheet.cell(row, column).value = "Tổng cộng", 99


def _a_figure_at_a_group(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    sheet.cell(row - 1, column).value = 99


def _a_column_of_their_own(book: Workbook) -> None:
    sheet, row, _ = _value(book, "civil-servants-assigned")
    sheet.cell(4, 20).value, sheet.cell(row, 20).value = "Phòng Tổ chức", 12
    sheet.cell(row + 2, 21).value = 7  # beside a row that only structures


def _a_figure_in_the_year_before(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    sheet.cell(row, column - 1).value = 4711


def _a_second_column_of_figures(book: Workbook) -> None:
    sheet, row, column = _value(book, "civil-servants-assigned")
    for at in range(1, sheet.max_row + 1):
        sheet.cell(at, 20).value = sheet.cell(at, column).value
    sheet.cell(row, 20).value = 5


def _type(key: str, value: object, number_format: str = "General") -> Callable[[Workbook], None]:
    def typed(book: Workbook) -> None:
        cell = cell_of(book, key)
        cell.value = value  # type: ignore[assignment] # whatever stands there
        cell.number_format = number_format

    return typed


def _rate_and_blocks(book: Workbook) -> None:
    cell_of(book, RATES).value = 80
    cell_of(book, f"{RATES}#huyen").value = 70


def _same_names_without_marks(book: Workbook) -> None:
    sheet = next(one for one in areas_in(book) if one.title.startswith("5"))
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 1).value = None
        if "cán bộ, công chức" in str(sheet.cell(row, 3).value) or "viên chức" in str(sheet.cell(row, 3).value):
            sheet.cell(row, 2).value = None
        for words in ("được giao", "có mặt"):
            if str(sheet.cell(row, 3).value).endswith(words):
                sheet.cell(row, 2).value, sheet.cell(row, 3).value = None, f"Tổng số {words}"
    # groups below their rows: what stands above tells nothing
    _, last = sheet.max_row, sheet.max_row + 1
    for at in range(2, sheet.max_column + 1):
        sheet.cell(last, at).value = sheet.cell(5, at).value
        sheet.cell(5, at).value = sheet.cell(last - 1, at).value
        sheet.cell(last - 1, at).value = None


def _a_sheet_of_another_round(book: Workbook) -> None:
    sheet = areas_in(book)[-1]
    sheet["A1"].value = str(sheet["A1"].value).replace("2024-h1", "2023")


def _no_column_of_this_period(book: Workbook) -> None:
    for sheet in sheets_in(book):
        sheet["A1"].value = None
        sheet.delete_cols(1)
        for cell in sheet[3]:
            cell.value = None
        for cell in sheet[4]:
            if str(cell.value).startswith("Số liệu kỳ này"):
                cell.value = "Năm 2023"


LOSSES: list[tuple[str, Callable[[Workbook], None], set[str]]] = [
    ("one merged cell over two rows", _merge_over_two, {"merged"}),
    ("merged with the year before", _merge_with_the_year_before, {"merged"}),
    ("a row twice, with two figures", _copy_a_row_with_another_figure, {"row-twice"}),
    ("a row deleted", _delete_a_row, {"row-missing"}),
    ("a row of their own", _a_row_of_their_own, {"row-unknown"}),
    ("a figure at a group", _a_figure_at_a_group, {"group-has-figure"}),
    ("a column of their own", _a_column_of_their_own, {"column-not-read"}),
    ("a figure in the year before", _a_figure_in_the_year_before, {"earlier-changed"}),
    ("a second column of figures", _a_second_column_of_figures, {"two-figures"}),
    ("a formula never reckoned", _type("civil-servants-assigned", "=SUM(A1:A2)"), {"formula-no-result"}),
    ("an error", _type("civil-servants-assigned", "#REF!"), {"error-cell"}),
    ("a date", _type("civil-servants-assigned", _MAY_DAY, "d/m/yyyy"), {"date"}),
    ("a rate and rates by block", _rate_and_blocks, {"rate-and-blocks"}),
    ("an area deleted", lambda book: book.remove(areas_in(book)[-1]), {"area-missing"}),
    ("a sheet of another round", _a_sheet_of_another_round, {"sheet-of-another", "area-missing"}),
    ("a sheet of their own", lambda book: book.create_sheet("Nháp").append([1, 2]), {"sheet-unknown"}),
    ("names alike without marks", _same_names_without_marks, {"row-ambiguous"}),
]


@pytest.mark.parametrize(("mangle", "expected"), [(one[1], one[2]) for one in LOSSES], ids=[one[0] for one in LOSSES])
def test_each_loss_is_named_and_nothing_else_is_lost(
    form: Form, mangle: Callable[[Workbook], None], expected: set[str]
) -> None:
    whole = form.fill_all()
    read = form.change(mangle).read()
    assert codes(read) == expected
    kept = offered(read)
    assert all(kept[name] == whole[name] for name in kept.keys() & whole.keys())
    named = {one.name for one in read.losses}
    for name in whole.keys() - kept.keys():
        label = form.round.catalogue.indicators[name].name.vi
        area = form.round.catalogue.area(form.round.catalogue.area_of[name]).short.vi
        assert named & {label, area, f"Tổng số {label[-9:]}", f"Tổng số {label[-6:]}"} or "merged" in expected


def test_a_loss_says_where(form: Form) -> None:
    form.change(_type("civil-servants-assigned", "#REF!"))
    (loss,) = form.read().losses
    cell = cell_of(form.book(), "civil-servants-assigned")
    assert (loss.sheet, loss.row, loss.cell, loss.text) == (cell.parent.title, cell.row, cell.coordinate, "#REF!")


def test_a_layout_whose_columns_are_all_of_earlier_periods_gives_nothing(form: Form) -> None:
    form.fill_all()
    read = form.change(_no_column_of_this_period).read()
    assert offered(read) == {}
    assert codes(read) == {"not-our-form", "no-figures", "sheet-unknown"}


def test_an_old_layout_with_the_columns_of_years_is_read_by_its_headings(form: Form) -> None:
    """As the tables were sent around before: no marks, group rows, a column a year."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["BIỂU TỔNG HỢP"])
    sheet.append([])
    sheet.append(["TT", "Nội dung", "2022", "2023", "6 tháng 2024", "Ghi chú"])
    sheet.append([1, "Tổng số biên chế cán bộ, công chức"])
    sheet.append(["-", "Tổng số được giao", 70, 71, 72, "theo QĐ"])
    sheet.append(["-", "Tong so co mat", 66, 67, 68])
    sheet.append([2, "Tổng số biên chế viên chức"])
    sheet.append(["-", "Tổng số được giao", 600, 630, 640])
    sheet.append([9, "Số ô tô", 1, 1, 2])
    book.save(form.path)
    read = form.read()
    assert offered(read) == {
        "civil-servants-assigned": "72",
        "civil-servants-present": "68",
        "public-employees-assigned": "640",
    }
    assert [one.explanation for one in read.offers] == ["theo QĐ", "", ""]
    assert ("row-unknown", 9, "2") in losses(read)
    assert "column-guessed" not in codes(read)


def test_a_column_that_no_heading_names_is_taken_with_a_word(form: Form) -> None:
    book = Workbook()
    book.worksheets[0].append(["STT", "Chỉ tiêu", "2023", "Phòng A"])
    book.worksheets[0].append([4, "Số lượng mô hình, sáng kiến CCHC được triển khai áp dụng", 3, 4])
    book.save(form.path)
    read = form.read()
    assert offered(read) == {COUNT: "4"}
    (told,) = [one for one in read.losses if one.code == "column-guessed"]
    assert (told.cell, told.name) == ("D", "Phòng A")


# what is refused as a whole


def test_another_agencys_form_is_named(form: Form) -> None:
    with pytest.raises(Mendable) as told:
        form.read("so-tu-phap")
    assert told.value.code == "form-other-agency"
    assert told.value.params["agency"] == "Sở Nội vụ"


def test_another_rounds_form_is_named_and_an_earlier_issue_of_this_one_is_read(form: Form) -> None:
    form.fill({COUNT: 3})
    now = form.round
    form.round = replace(now, digest="0" * 64)
    read = form.read()
    assert offered(read) == {COUNT: "3"}
    assert codes(read) == {"earlier-issue"}
    form.round = replace(now, id="2024")
    with pytest.raises(Mendable, match="form-other-round"):
        form.read()


def test_a_form_of_a_newer_program_is_named(form: Form) -> None:
    def newer(book: Workbook) -> None:
        for sheet in book.worksheets:
            sheet["A1"].value = "reformdesk-form/2 something new"

    with pytest.raises(Mendable, match="form-newer"):
        form.change(newer).read()


def test_a_workbook_without_any_row_of_the_form_is_named(form: Form) -> None:
    book = Workbook()
    book.worksheets[0].append(["Họ tên", "Lương"])
    book.save(form.path)
    with pytest.raises(Mendable, match="form-not-recognised"):
        form.read()


def test_nothing_that_a_cell_may_hold_makes_it_stumble(form: Form, tmp_path: Path) -> None:
    values = [True, 1e308, -0.0, "", " ", "=", "'", "\u200b", "12 - 13", "1e5", Decimal("0.1"), _MAY_DAY]
    keys = [*form.round.owed(form.agency)]
    form.fill(dict(zip(keys, values, strict=False)))
    form.change(lambda book: setattr(areas_in(book)[0], "freeze_panes", None))
    assert len(form.read().offers) == len(keys)
    assert column_of(areas_in(form.book())[0], Part.VALUE) > 5
