"""The evidence about the report is itself tried: the transcription, and the comparison that uses it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.printed import (
    TABLES,
    CellPlace,
    Tables,
    UnknownFormatError,
    differences,
    differences_between_reports,
    figure_columns,
    printed_number,
    read_report,
    rendered,
    transcription,
)
from tests.seed_document import read_seed, seed_path

SIZES = {
    "1": (18, 7),
    "2": (7, 7),
    "3": (18, 7),
    "4.1": (2, 5),
    "4.2": (2, 5),
    "5": (11, 7),
    "6": (21, 6),
    "7": (13, 7),
}

TEXT = "@"
COUNT = "[$-42A]#,##0"
SMALL_TABLES: Tables = {
    "1": [
        ["STT", "Chỉ tiêu", "Đơn vị tổng hợp", "Năm 2021", "Năm 2022"],
        ["1", "Số lượng phiếu", "Sở Nội vụ", "5.470", "7.000"],
        ["-", "Cuộc thi", "Sở Nội vụ", "x", ""],
        ["6.1.", "Mức độ hài lòng chung", "%", "83,46%", "- Khối sở: 88,5%\n- Khối huyện: 85,4%"],
        ["-", "Tỷ lệ", "", "93,37", "99,8"],
    ],
    "7": [
        ["STT", "Chỉ tiêu", "Năm 2021", "Năm 2022"],
        ["I", "Cấp huyện", "07", "0"],
        ["10", "Số dịch vụ", "1.475 DVCTT", "1.679 DCVTT"],
        ["11", "Số văn bản", "1.558.386", "Đang triển khai"],
    ],
}
"""One of everything the printed tables hold."""

FORMATS = {
    "83,46%": '[$-42A]0.00"%"',
    "93,37": "[$-42A]0.0#",
    "99,8": "[$-42A]0.0#",
    "07": "00",
    "1.475 DVCTT": '[$-42A]#,##0" DVCTT"',
    "1.679 DCVTT": '[$-42A]#,##0" DCVTT"',
}


def test_the_transcription_has_the_printed_rows_and_columns() -> None:
    tables = transcription()
    assert {name: (len(rows) - 1, len(rows[0])) for name, rows in tables.items()} == SIZES
    assert list(tables) == list(TABLES)
    for name, rows in tables.items():
        assert {len(row) for row in rows} == {len(rows[0])}, name


def test_the_transcription_is_the_seed_document() -> None:
    path = seed_path()
    if path is None:
        pytest.skip("the seed document is not at hand beside this checkout (../shared/seed)")
    read = read_seed(path)
    assert list(read) == list(TABLES)
    for name, rows in transcription().items():
        for number, (transcribed, seed) in enumerate(zip(rows, read[name], strict=True), start=1):
            assert transcribed == seed, f"table {name}, row {number}"


@pytest.mark.parametrize(
    ("table", "row", "column", "text"),
    [
        ("1", 15, 5, "- Khối sở, ngành: 88,5%\n- Khối huyện: 85,4%"),
        ("2", 3, 7, "Chưa thực hiện"),
        ("3", 13, 3, "%"),
        ("4.2", 1, 1, "Đơn vị tổng hợp, báo cáo"),
        ("6", 10, 5, "07"),
        ("7", 11, 6, "1.679 DCVTT"),
    ],
)
def test_the_transcription_keeps_what_is_odd(table: str, row: int, column: int, text: str) -> None:
    assert transcription()[table][row - 1][column - 1] == text


def test_every_digit_in_a_column_of_figures_is_a_number_or_stands_in_a_rate_by_blocks() -> None:
    for name, rows in transcription().items():
        for row in rows[1:]:
            for column in figure_columns(rows[0]):
                text = row[column - 1]
                if any(character.isdigit() for character in text):
                    assert (printed_number(text) is None) == ("Khối" in text), (name, text)


def test_the_seed_parser_refuses_cells_that_fill_no_row(tmp_path: Path) -> None:
    document = tmp_path / "seed.txt"
    document.write_text("1. Chỉ đạo\n\tSTT\n\tNăm 2021\n\n\t1\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="table 1"):
        read_seed(document)


def test_the_seed_parser_refuses_a_row_broken_elsewhere_than_the_header(tmp_path: Path) -> None:
    document = tmp_path / "seed.txt"
    document.write_text("1. Chỉ đạo\n\tA\n\tB\n\n\t1\n\n\t2\n\t3\n\t4\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="does not end"):
        read_seed(document)


def _workbook(tables: Tables) -> Workbook:
    """A workbook that prints the tables as the contract wants it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in tables.items():
        sheet = workbook.create_sheet(name)
        for row, texts in enumerate(rows, start=1):
            for column, text in enumerate(texts, start=1):
                _print_cell(sheet, row, column, text, row > 1 and column in figure_columns(rows[0]))
    return workbook


def _print_cell(sheet: Worksheet, row: int, column: int, text: str, may_be_number: bool) -> None:
    number = printed_number(text) if may_be_number else None
    cell = sheet.cell(row, column, number if number is not None else text or None)
    cell.number_format = FORMATS.get(text, COUNT) if number is not None else TEXT


def _differences(workbook: Workbook, path: Path, tables: Tables) -> list[str]:
    workbook.save(path)
    return differences(read_report(path), tables)


def test_a_right_report_has_no_differences(tmp_path: Path) -> None:
    assert _differences(_workbook(SMALL_TABLES), tmp_path / "report.xlsx", SMALL_TABLES) == []


def test_blank_cells_beyond_the_table_do_not_matter(tmp_path: Path) -> None:
    workbook = _workbook(SMALL_TABLES)
    workbook["1"].cell(9, 9).number_format = COUNT
    assert _differences(workbook, tmp_path / "report.xlsx", SMALL_TABLES) == []


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        pytest.param("1", "D2", 5471, id="one digit changed"),
        pytest.param("1", "D2", Decimal("5.47"), id="a grouping dot taken for a decimal sign"),
        pytest.param("1", "D2", "5.470", id="a number as text"),
        pytest.param("1", "D2", True, id="a truth value"),
        pytest.param("1", "D2", None, id="a figure missing"),
        pytest.param("1", "D5", Decimal("93.3700001"), id="a value that only shows right"),
        pytest.param("1", "D4", Decimal("0.8346"), id="a percentage as a fraction"),
        pytest.param("1", "E3", 0, id="a blank as zero"),
        pytest.param("1", "E3", " ", id="a blank as white space"),
        pytest.param("1", "D3", "X", id="another mark"),
        pytest.param("1", "A2", 1, id="a row's number as a number"),
        pytest.param("1", "E4", "- Khối sở: 88,5% - Khối huyện: 85,4%", id="blocks on one line"),
        pytest.param("1", "A1", "Số TT", id="another header"),
        pytest.param("1", "F2", 1, id="a column too many"),
        pytest.param("7", "D4", "Chưa thực hiện", id="another status"),
        pytest.param("7", "C4", "=SUM(C2:C3)", id="a formula"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(
    tmp_path: Path, sheet: str, cell: str, value: str | Decimal | int | None
) -> None:
    workbook = _workbook(SMALL_TABLES)
    workbook[sheet][cell] = value
    found = _differences(workbook, tmp_path / "report.xlsx", SMALL_TABLES)
    assert [line.split(":")[0] for line in found] == [f"{sheet}!{cell}"]


@pytest.mark.parametrize(
    ("sheet", "cell", "number_format"),
    [
        pytest.param("1", "D2", "0", id="no grouping"),
        pytest.param("1", "D2", "General", id="no format"),
        pytest.param("1", "D2", "[$-409]#,##0", id="another country's format"),
        pytest.param("1", "D2", COUNT + ";[Red]-0", id="a format that is not understood"),
        pytest.param("1", "D2", "yyyy", id="a date"),
        pytest.param("1", "D4", "0.00", id="the sign missing"),
        pytest.param("1", "D4", "0.00%", id="a sign that multiplies"),
        pytest.param("1", "D5", "0", id="decimals hidden"),
        pytest.param("1", "E5", "0.00", id="a decimal too many"),
        pytest.param("7", "C2", "0", id="a leading zero lost"),
        pytest.param("7", "D3", '#,##0" DVCTT"', id="a misprint mended"),
    ],
)
def test_a_wrong_format_is_named_with_its_place(tmp_path: Path, sheet: str, cell: str, number_format: str) -> None:
    workbook = _workbook(SMALL_TABLES)
    workbook[sheet][cell].number_format = number_format
    found = _differences(workbook, tmp_path / "report.xlsx", SMALL_TABLES)
    assert [line.split(":")[0] for line in found] == [f"{sheet}!{cell}"]


def _swap_rows(workbook: Workbook) -> None:
    rows = SMALL_TABLES["7"]
    swapped = {"7": [rows[0], rows[2], rows[1], rows[3]]}
    _replace_sheet(workbook, swapped)


def _drop_last_row(workbook: Workbook) -> None:
    workbook["7"].delete_rows(4)


def _add_row(workbook: Workbook) -> None:
    workbook["7"].append(["12", "Thêm", 1, 2])


def _second_header(workbook: Workbook) -> None:
    workbook["7"].insert_rows(1)
    workbook["7"]["A1"] = "7. Xây dựng chính quyền điện tử"


def _swap_columns(workbook: Workbook) -> None:
    _replace_sheet(workbook, {"7": [[*row[:2], row[3], row[2]] for row in SMALL_TABLES["7"]]})


def _drop_sheet(workbook: Workbook) -> None:
    workbook.remove(workbook["7"])


def _add_sheet(workbook: Workbook) -> None:
    workbook.create_sheet("8")


def _swap_sheets(workbook: Workbook) -> None:
    workbook.move_sheet("7", -1)


def _replace_sheet(workbook: Workbook, tables: Tables) -> None:
    (name,) = tables
    sheet = workbook[name]
    sheet.delete_rows(1, sheet.max_row)
    rows = tables[name]
    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            _print_cell(sheet, row, column, text, row > 1 and column in figure_columns(rows[0]))


@pytest.mark.parametrize(
    ("spoil", "places"),
    [
        (_swap_rows, {f"7!{column}{row}" for column in "ABCD" for row in (2, 3)}),
        (_drop_last_row, {"7", "7!A4", "7!B4", "7!C4", "7!D4"}),
        (_add_row, {"7", "7!A5", "7!B5", "7!C5", "7!D5"}),
        (_second_header, {"7"} | {f"7!{column}{row}" for column in "ABCD" for row in range(1, 6)}),
        (_swap_columns, {f"7!{column}{row}" for column in "CD" for row in range(1, 5)}),
        (_drop_sheet, {"sheets"}),
        (_add_sheet, {"sheets"}),
        (_swap_sheets, {"sheets"}),
    ],
)
def test_another_shape_is_reported(tmp_path: Path, spoil: Callable[[Workbook], None], places: set[str]) -> None:
    workbook = _workbook(SMALL_TABLES)
    spoil(workbook)
    found = _differences(workbook, tmp_path / "report.xlsx", SMALL_TABLES)
    assert {line.split(":")[0] for line in found} == places


def test_an_empty_sheet_is_reported(tmp_path: Path) -> None:
    workbook = _workbook(SMALL_TABLES)
    workbook["7"].delete_rows(1, 9)
    found = _differences(workbook, tmp_path / "report.xlsx", SMALL_TABLES)
    assert {line.split(":")[0] for line in found} >= {"7", "7!A1", "7!D4"}


def test_reports_differ_in_exactly_the_changed_cells(tmp_path: Path) -> None:
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    workbook = _workbook(SMALL_TABLES)
    workbook.save(before)
    workbook["1"]["D2"] = 5471
    workbook["1"]["E3"] = 0
    workbook["7"]["C2"].number_format = "0"
    workbook["7"]["D2"] = "0"
    workbook["7"]["A5"] = "12"
    workbook.save(after)
    places = [("1", 2, 4), ("1", 3, 5), ("7", 2, 3), ("7", 2, 4), ("7", 5, 1)]
    assert differences_between_reports(read_report(before), read_report(after)) == places
    assert differences_between_reports(read_report(after), read_report(before)) == places
    assert differences_between_reports(read_report(after), read_report(after)) == []


def test_a_sheet_that_one_report_lacks_differs_where_it_is_not_blank(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    _workbook(SMALL_TABLES).save(path)
    whole = read_report(path)
    part = {"1": whole["1"]}
    places = differences_between_reports(part, whole)
    assert places == [CellPlace("7", row, column) for row in range(1, 5) for column in range(1, 5)]
    assert str(places[0]) == "7!A1"


def test_the_format_of_a_blank_cell_does_not_matter_between_reports(tmp_path: Path) -> None:
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    workbook = _workbook(SMALL_TABLES)
    workbook.save(before)
    workbook["1"]["E3"].number_format = COUNT
    workbook.save(after)
    assert differences_between_reports(read_report(before), read_report(after)) == []


def test_a_number_in_the_header_is_a_text(tmp_path: Path) -> None:
    tables = {"1": [["STT", "2021"], ["1", "15"]]}
    workbook = _workbook(tables)
    assert _differences(workbook, tmp_path / "right.xlsx", tables) == []
    workbook["1"]["B1"] = 2021
    assert _differences(workbook, tmp_path / "wrong.xlsx", tables) == ["1!B1: printed '2021', report 2021"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.470", "5470"),
        ("1.558.386", "1558386"),
        ("93,37", "93.37"),
        ("83,46%", "83.46"),
        ("07", "7"),
        ("0", "0"),
        ("1.475 DVCTT", "1475"),
        ("1.679 DCVTT", "1679"),
    ],
)
def test_a_printed_number_is_read(text: str, value: str) -> None:
    assert printed_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "x", "-", "93.37", "1,234.5", "1.23", "12.34.567", "0.123", "6.1.", "83,46 %", "Đang triển khai"],
)
def test_another_text_is_no_printed_number(text: str) -> None:
    assert printed_number(text) is None


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("5470", "[$-42A]#,##0", "5.470"),
        ("1558386", "[$-vi-VN]#,##0", "1.558.386"),
        ("999", "#,##0", "999"),
        ("0", "#,##0", "0"),
        ("7", "00", "07"),
        ("107", "00", "107"),
        ("93.37", "0.0#", "93,37"),
        ("99.8", "0.0#", "99,8"),
        ("90", "0.0#", "90,0"),
        ("90", "0.##", "90,"),
        ("90", "0", "90"),
        ("0.125", "0.00", "0,13"),
        ("1234.5", "#,##0.0", "1.234,5"),
        ("83.46", '0.00"%"', "83,46%"),
        ("83.46", r"0.00\%", "83,46%"),
        ("83.46", "0.00%", "8346,00%"),
        ("1475", '[$-42A]#,##0" DVCTT"', "1.475 DVCTT"),
        ("-1475", "#,##0", "-1.475"),
        ("93.37", "General", "93,37"),
        ("90", "General", "90"),
    ],
)
def test_a_number_is_rendered_as_a_spreadsheet_shows_it(value: str, number_format: str, text: str) -> None:
    assert rendered(Decimal(value), number_format) == text


@pytest.mark.parametrize("number_format", ["", "@", "#,##0;-0", "[Red]0", "0,", "0 DVCTT", "?0", "dd/mm/yyyy"])
def test_a_format_beyond_the_subset_is_refused(number_format: str) -> None:
    with pytest.raises(UnknownFormatError):
        rendered(Decimal(5), number_format)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_rendered_is_read_again(value: Decimal) -> None:
    assert printed_number(rendered(value, "[$-42A]#,##0.00")) == value
