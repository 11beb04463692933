"""A report that comes back is made once more: what was altered is named, and nothing else is."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from reformdesk.core import reporting
from reformdesk.core.report import PrintedTable
from reformdesk.office import export
from reformdesk.office.report_places import What
from reformdesk.report_checking import ReportCheck
from tests.demo import AGENCY, NEWEST
from tests.office.libreoffice import SOFFICE, Hand, converted
from tests.written_reports import FEW_EXAMPLES, PRESENT, SUFFIXES, Written, checked, in_parts, places, saved, written_of

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    with written_of(demo, tmp_path_factory.mktemp("checked")) as made:
        yield made


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_nobody_touched_is_sound(suffix: str, written: Written, tmp_path: Path) -> None:
    found = checked(written.files[suffix], tmp_path, written.desk)
    assert (found.sound, found.altered, found.trouble) == (True, (), None)
    assert (found.recomputed is None) is (suffix == ".csv")
    assert found.recomputed is None or found.recomputed.current


# one figure


def _figures(written: Written) -> list[tuple[PrintedTable, int, int]]:
    """Return where figures stand in print: table, row from one, column from nought."""
    return [
        (table, turn, column)
        for table in written.tables
        for turn, cells in enumerate(table.rows, 1)
        for column, cell in enumerate(cells)
        if cell.indicator is not None
    ]


def _one(found: ReportCheck, table: PrintedTable, turn: int, column: int) -> None:
    """Demand that this figure is named, by its place in print, and nothing else."""
    (one,) = found.altered
    cell = table.rows[turn - 1][column]
    assert cell.indicator is not None
    assert (one.what, one.table, one.round, one.indicator) == (
        What.FIGURE,
        table.table.id,
        cell.round,
        cell.indicator.id,
    )
    assert one.column == " ".join(table.header[column].split())
    source = table.sources[turn - 1]
    assert source is None or one.row == " ".join(f"{source.number} {source.name}".split())
    assert not found.sound
    assert found.recomputed is None or (found.recomputed.is_true and found.recomputed.current)


@given(data=st.data())
@FEW_EXAMPLES
def test_a_figure_changed_in_excel_is_named_and_nothing_else(
    data: st.DataObject, written: Written, tmp_path: Path
) -> None:
    figures = _figures(written)
    table, turn, column = figures[data.draw(st.integers(0, len(figures) - 1))]
    book = load_workbook(BytesIO(written.files[".xlsx"]))
    cell = book[table.table.id].cell(turn + 1, column + 1)
    cell.value = data.draw(st.sampled_from([7777777, 0.123, "Chưa rõ", None if cell.value else 5]))
    found = checked(saved(book), tmp_path, written.desk)
    _one(found, table, turn, column)
    assert found.altered[0].where == f"{table.table.id}!{cell.coordinate}"


@given(data=st.data())
@FEW_EXAMPLES
def test_a_figure_changed_in_word_is_named_and_nothing_else(
    data: st.DataObject, written: Written, tmp_path: Path
) -> None:
    figures = _figures(written)
    table, turn, column = figures[data.draw(st.integers(0, len(figures) - 1))]
    word = Document(BytesIO(written.files[".docx"]))
    header = [" ".join(text.split()) for text in table.header]
    (found_table,) = [
        one
        for one in word.tables
        if [" ".join(cell.text.split()) for cell in one.rows[0].cells] == header
        and len(one.rows) == len(table.rows) + 1
        and one.cell(1, 1).text == table.rows[0][1].text
    ]
    found_table.cell(turn, column).text = "7.777.777"
    buffer = BytesIO()
    word.save(buffer)
    found = checked(buffer.getvalue(), tmp_path, written.desk)
    _one(found, table, turn, column)
    assert found.altered[0].printed == "7.777.777"
    assert found.altered[0].expected == table.rows[turn - 1][column].marked.strip()


def test_a_figure_changed_in_the_files_own_xml_is_named(written: Written, tmp_path: Path) -> None:
    changed = in_parts(written.files[".xlsx"], "xl/worksheets/sheet6.xml", rb"<v>2932</v>", b"<v>2934</v>")
    found = checked(changed, tmp_path, written.desk)
    assert [(one.table, one.indicator, one.printed, one.expected) for one in found.altered] == [
        ("5", "civil-servants-present", "2.934", "2.932")
    ]


@pytest.mark.parametrize("agency", ["", AGENCY])
def test_a_figure_changed_in_a_list_is_named(agency: str, written: Written, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(written.files[".csv"].decode("utf-8-sig"), newline="")))
    (line,) = [row for row in rows if row[:3] == [NEWEST, "civil-servants-present", agency]]
    before, line[3] = line[3], "9999"
    found = checked(_listed(rows), tmp_path, written.desk)
    assert [(one.round, one.indicator, one.agency, one.printed, one.expected, one.table) for one in found.altered] == [
        (NEWEST, "civil-servants-present", agency, "9999", before, "5")
    ]


def _listed(rows: list[list[str]], separator: str = ",") -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+\.\d+", text) is not None


def test_a_list_may_be_sorted_and_saved_by_a_program_set_to_vietnamese(written: Written, tmp_path: Path) -> None:
    head, *rows = csv.reader(io.StringIO(written.files[".csv"].decode("utf-8-sig"), newline=""))
    commas = [[*row[:3], row[3].replace(".", ",") if _is_number(row[3]) else row[3], *row[4:]] for row in rows]
    assert commas != rows
    assert checked(_listed([head, *reversed(commas)], ";"), tmp_path, written.desk).sound
    assert checked(_listed([head, *rows[1:], rows[1]]), tmp_path, written.desk).altered[-1].what is What.ROW_ADDED
    assert places(checked(_listed([head, *rows[1:]]), tmp_path, written.desk))[0][0] == "row-missing"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda total: total.update(value={"number": "1"}), [(What.FIGURE, "", "1")]),
        (lambda total: total["shares"][3].update(value={"status": "blank"}), [(What.FIGURE, "share", "blank")]),
        (lambda total: total.update(coverage="1/39"), [(What.WORDS, "", "1/39")]),
        (lambda total: total["shares"].pop(3), [(What.ROW_MISSING, "share", "")]),
        (
            lambda total: total["shares"].append({"agency": "so-x", "value": {"number": "5"}}),
            [(What.ROW_ADDED, "so-x", "")],
        ),
        (lambda total: total["shares"].reverse(), []),
    ],
)
def test_what_is_changed_in_json_is_named(
    change: Callable[[dict[str, Any]], None], expected: list[tuple[What, str, str]], written: Written, tmp_path: Path
) -> None:
    document = json.loads(written.files[".json"])
    (total,) = [one for one in document["rounds"][-1]["totals"] if one["indicator"] == "civil-servants-present"]
    share = total["shares"][3]["agency"]
    change(total)
    found = checked(json.dumps(document).encode(), tmp_path, written.desk)
    assert [(one.what, one.agency, one.printed) for one in found.altered] == [
        (what, share if agency == "share" else agency, printed) for what, agency, printed in expected
    ]
    assert {(one.round, one.indicator, one.table) for one in found.altered} <= {(NEWEST, "civil-servants-present", "5")}


# rows, sheets, words


def _change(book: Workbook, change: Callable[[Workbook], object]) -> bytes:
    change(book)
    return saved(book)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda book: book["5"].delete_rows(4), [("row-missing", "5", "", "")]),
        (lambda book: book["5"].insert_rows(4), []),
        (lambda book: book.remove(book["3"]), [("table-missing", "3", "", "")]),
        (lambda book: book.create_sheet("Phụ lục").append(["Khác"]), [("table-added", "Phụ lục", "", "")]),
        (lambda book: book.move_sheet("7", -3), []),
        (lambda book: setattr(book["5"]["B4"], "value", "Tên khác"), [("words", "5", "Chỉ tiêu", "Tên khác")]),
        (lambda book: book["5"].append(["", "Số liệu này đã duyệt"]), [("row-added", "5", "", "")]),
        (lambda book: setattr(book["5"]["E1"], "value", "2099"), [("words", "5", "Năm 2022", "2099")]),
        (lambda book: setattr(book["5"]["E4"], "value", "=2000+3"), [("figure", "5", "Năm 2022", "=2000+3")]),
        (
            lambda book: setattr(book["5"]["E4"], "number_format", '"9.99"0'),
            [("figure", "5", "Năm 2022", "2.926 [999]")],
        ),
        (lambda book: setattr(book["5"]["E4"], "number_format", "0.000"), []),
        (lambda book: setattr(book["5"]["E4"], "value", "2926"), []),
    ],
)
def test_what_is_changed_in_a_workbook_is_named(
    change: Callable[[Workbook], object],
    expected: list[tuple[str, str, str, str]],
    written: Written,
    tmp_path: Path,
) -> None:
    found = checked(_change(load_workbook(BytesIO(written.files[".xlsx"])), change), tmp_path, written.desk)
    assert places(found) == expected
    assert found.sound is (not expected)


def test_what_the_office_fills_into_a_document_is_no_change(written: Written, tmp_path: Path) -> None:
    word = Document(BytesIO(written.files[".docx"]))
    for table in (word.tables[0], word.tables[-1]):
        for cell in table._cells:
            for one in cell.paragraphs:
                for before, after in (("Số:            ", "Số: 123"), ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "GIÁM ĐỐC")):
                    if before in one.text:
                        one.text = one.text.replace(before, after)
    buffer = BytesIO()
    word.save(buffer)
    assert checked(buffer.getvalue(), tmp_path, written.desk).sound


def test_words_rows_and_tables_changed_in_a_document_are_named(written: Written, tmp_path: Path) -> None:
    word = Document(BytesIO(written.files[".docx"]))
    tables = {table.cell(0, 0).text: table for table in word.tables if len(table.rows) > 3}
    table = next(iter(tables.values()))
    row = table.rows[2]
    table._tbl.remove(row._tr)
    (title,) = [one for one in word.paragraphs if one.text == "BÁO CÁO"]
    title.text = "BÁO CÁO MỚI"
    word.add_paragraph("Số liệu trên là số chính thức.")
    buffer = BytesIO()
    word.save(buffer)
    found = checked(buffer.getvalue(), tmp_path, written.desk)
    assert [(one.what, one.printed, one.expected) for one in found.altered] == [
        (What.ROW_MISSING, "", ""),
        (What.WORDS, "BÁO CÁO MỚI", "BÁO CÁO"),
        (What.WORDS, "Số liệu trên là số chính thức.", ""),
    ]


@needs_libreoffice
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_report_saved_again_is_sound_and_what_was_changed_there_is_named(
    suffix: str, written: Written, tmp_path: Path
) -> None:
    source = tmp_path / "a" / f"r{suffix}"
    source.parent.mkdir()
    source.write_bytes(written.files[suffix])
    if suffix == ".docx":
        again = converted(source, "docx", tmp_path).read_bytes()
    else:
        try:
            Hand(tmp_path / "libreoffice").work(source, [])
        except subprocess.SubprocessError as problem:
            pytest.skip(f"LibreOffice does not start here: {problem}")
        again = source.read_bytes()
        assert again != written.files[suffix]
    assert checked(again, tmp_path, written.desk).sound
    if suffix == ".xlsx":
        book = load_workbook(BytesIO(again))
        book["5"]["E4"].value = 2874
        found = checked(saved(book), tmp_path, written.desk)
        assert places(found) == [("figure", "5", "Năm 2022", "2.874")]


def test_a_figure_changed_in_a_chart_is_named(written: Written, tmp_path: Path) -> None:
    figure = rb"(<c:val>.*?<c:pt idx=.0.><c:v>)[^<]*"
    changed = in_parts(written.files[".docx"], "word/charts/chart3.xml", figure, rb"\g<1>0.5")
    found = checked(changed, tmp_path, written.desk)
    (one,) = found.altered
    assert (one.what, one.printed) == (What.FIGURE, "0.5")
    assert one.table.startswith("Hình 3. ")
    assert one.column


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_report_of_one_agency_is_checked_against_its_own_answers(
    suffix: str, written: Written, tmp_path: Path
) -> None:
    report = reporting.of_agency(written.desk, AGENCY)
    content = export.render(f"r{suffix}", report)
    found = checked(content, tmp_path, written.desk)
    assert (found.sound, found.altered) == (True, ())
    assert found.recomputed is None or found.recomputed.current
    if suffix == ".xlsx":
        book = load_workbook(BytesIO(content))
        (cell,) = [row[-1] for row in book["5"].iter_rows() if row[1].value == "Tổng số có mặt"][:1]
        cell.value = 1
        assert [(one.table, one.printed) for one in checked(saved(book), tmp_path, written.desk).altered] == [
            ("5", "1")
        ]


@pytest.mark.parametrize("sheet", ["Độ phủ", "Nguồn số liệu"])
def test_what_is_changed_behind_the_tables_is_named(sheet: str, written: Written, tmp_path: Path) -> None:
    book = load_workbook(BytesIO(written.files[".xlsx"]))
    page: Any = book[sheet]
    heads = [cell.value for cell in page[1]]
    (row, *_) = [
        line[0].row
        for line in page.iter_rows(min_row=2)
        if PRESENT in [cell.value for cell in line] and line[heads.index("Mã đợt")].value == NEWEST
    ]
    page.cell(row, heads.index("Số liệu") + 1).value = 31
    found = checked(saved(book), tmp_path, written.desk)
    assert [(one.what, one.table, one.column, one.printed) for one in found.altered] == [
        (What.FIGURE, sheet, "Số liệu", "31")
    ]
    assert (found.altered[0].round, found.altered[0].indicator) == (NEWEST, PRESENT)
    page.delete_rows(row)
    assert places(checked(saved(book), tmp_path, written.desk)) == [("row-missing", sheet, "", "")]
