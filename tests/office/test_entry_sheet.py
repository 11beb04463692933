"""Tables of values: read as they come, never guessed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from reformdesk.errors import Mendable
from reformdesk.office.entry_sheet import Line, read_lines


def _workbook(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_in_each_form(mark: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    lines = [["indicator", "value", "explanation"], ["a", '"1,5"', "vì sáp nhập"], ["", "", ""], ["b", "x", ""]]
    path.write_text("\n".join(mark.join(line) for line in lines), encoding=encoding)
    assert read_lines(path) == [Line("a", "1,5", "vì sáp nhập"), Line("b", "x", "")]


def test_columns_in_any_order_and_other_columns_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text(" VALUE ,Chỉ tiêu,Indicator\n7,Số lượng,a\n", encoding="utf-8")
    assert read_lines(path) == [Line("a", "7")]


def test_a_quoted_line_break_stays_in_its_value(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text('indicator,value\na,"- Khối sở: 88,5%\n- Khối huyện: 85,4%"\n', encoding="utf-8")
    assert read_lines(path) == [Line("a", "- Khối sở: 88,5%\n- Khối huyện: 85,4%")]


def test_a_workbook_by_content_whatever_its_name(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "v.csv", ["indicator", "value"], ["a", 83.46], ["b", 0.1], ["c", "1.475"], ["d", None])
    assert read_lines(path) == [
        Line("a", Decimal("83.46")),
        Line("b", Decimal("0.1")),
        Line("c", "1.475"),
        Line("d", ""),
    ]


def test_a_cell_that_shows_a_percentage_is_read_as_shown(tmp_path: Path) -> None:
    """Excel keeps 83,46% as 0.8346; the officer sees, and means, 83,46."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["indicator", "value"])
    sheet.append(["a", 0.8346])
    sheet.cell(2, 2).number_format = "0.00%"
    book.save(tmp_path / "v.xlsx")
    (line,) = read_lines(tmp_path / "v.xlsx")
    assert line.value in (Decimal("83.46"), "83.46%", "83,46%")


def test_a_workbook_of_the_first_sheet_alone(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["indicator", "value"])
    book.create_sheet("khác").append(["indicator", "value"])
    book.worksheets[1].append(["a", 1])
    book.save(tmp_path / "v.xlsx")
    assert read_lines(tmp_path / "v.xlsx") == []


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"indicator;number\na;1\n", b"PK\x03\x04", b"\xff\xd8\xff\xe0", "indicator,value".encode("utf-16")],
)
def test_what_is_no_table_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(content)
    with pytest.raises(Mendable, match="sheet-unreadable"):
        read_lines(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Mendable, match="path-missing"):
        read_lines(tmp_path / "none.csv")
    with pytest.raises(Mendable, match="sheet-unreadable"):
        read_lines(tmp_path)
