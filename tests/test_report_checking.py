"""A report that comes back is made once more: what was altered is named, and nothing else is."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from reformdesk.core import closed_report, closings, intake, refolding, reporting, store
from reformdesk.core.report import PrintedTable, Report, printed_tables
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.office import export, origin_sheet
from reformdesk.office.report_places import What
from reformdesk.report_checking import ReportCheck, check_report
from tests.core.builders import NOW
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, copy_of_office, hand_in_again
from tests.office.libreoffice import SOFFICE, Hand, converted

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
PRESENT = "civil-servants-present"
SUFFIXES = (".xlsx", ".docx", ".csv", ".json")
_SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Written:
    """The sample's report in every form, and the desk that it is checked at."""

    desk: Workspace
    report: Report
    files: Mapping[str, bytes]

    @property
    def tables(self) -> list[PrintedTable]:
        return printed_tables(self.report.parts, self.report.newest.catalogue)


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    with store.open_workspace(copy_of_office(demo, tmp_path_factory.mktemp("checked"))) as desk:
        report = reporting.read(desk)
        yield Written(desk, report, {suffix: export.render(f"r{suffix}", report) for suffix in SUFFIXES})


def checked(content: bytes, folder: Path, desk: Workspace, name: str = "báo cáo") -> ReportCheck:
    """Check a report under a name that says nothing of what it is."""
    path = folder / name
    path.write_bytes(content)
    return check_report(path, desk)


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def places(found: ReportCheck) -> list[tuple[str, str, str, str]]:
    return [(one.what.value, one.table, one.column, one.printed) for one in found.altered]


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
@_SETTINGS
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
@_SETTINGS
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
    changed = _in_parts(written.files[".xlsx"], "xl/worksheets/sheet6.xml", rb"<v>2932</v>", b"<v>2934</v>")
    found = checked(changed, tmp_path, written.desk)
    assert [(one.table, one.indicator, one.printed, one.expected) for one in found.altered] == [
        ("5", "civil-servants-present", "2.934", "2.932")
    ]


def _in_parts(content: bytes, part: str, before: bytes, after: bytes) -> bytes:
    """Change the first place in a part of an office file."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if re.fullmatch(part, name):
                data, count = re.subn(before, after, data, count=1)
                assert count == 1
            made.writestr(name, data)
    return target.getvalue()


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
    changed = _in_parts(written.files[".docx"], "word/charts/chart3.xml", figure, rb"\g<1>0.5")
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


# what it was made from


def _origin_changed(content: bytes, change: Callable[[Any], object]) -> bytes:
    book = load_workbook(BytesIO(content))
    change(book[origin_sheet.SHEET])
    return saved(book)


def _line_of(sheet: Any, agency: str, round_id: str = NEWEST) -> int:
    (row,) = [row[0].row for row in sheet.iter_rows() if (row[0].value, row[1].value) == (round_id, agency)]
    return int(row)


def test_a_submission_that_does_not_exist_is_named(written: Written, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.cell(_line_of(sheet, AGENCY), 5).value = "f" * 64

    found = checked(_origin_changed(written.files[".xlsx"], change), tmp_path, written.desk)
    assert not found.sound
    assert found.trouble is not None
    assert found.trouble.code == "report-untrue"
    assert found.recomputed is not None
    assert [line[:2] for line in found.recomputed.lacking.files] == [(NEWEST, AGENCY)]
    assert [(one.round, one.agency) for one in found.recomputed.untrue] == [(NEWEST, AGENCY)]


@pytest.mark.parametrize("column", [4, 6, 7])
def test_another_number_or_mark_of_a_submission_is_named(column: int, written: Written, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        cell = sheet.cell(_line_of(sheet, AGENCY), column)
        cell.value = "2" if column == 4 else "x"

    found = checked(_origin_changed(written.files[".xlsx"], change), tmp_path, written.desk)
    assert found.recomputed is not None
    assert [(one.round, one.agency) for one in found.recomputed.untrue] == [(NEWEST, AGENCY)]


def test_the_file_of_another_agency_is_not_taken_for_this_ones(written: Written, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.cell(_line_of(sheet, AGENCY), 5).value = sheet.cell(_line_of(sheet, "so-noi-vu"), 5).value

    found = checked(_origin_changed(written.files[".xlsx"], change), tmp_path, written.desk)
    assert not found.sound
    assert found.recomputed is not None
    assert [line[:2] for line in found.recomputed.lacking.files] == [(NEWEST, AGENCY)]


def _without(report: Report, agency: str, desk: Workspace) -> Report:
    """Return the report as if an agency's file had never come, consistent in itself."""

    def part_of(part: Any) -> Any:
        counted = {name: one for name, one in part.counted.items() if name != agency}
        folded = refolding.refold(desk, part.round, counted, part.decisions).part
        return folded if part.round.id == NEWEST else part

    parts = tuple(part_of(one) for one in report.whole())
    return replace(report, parts=parts, whole=lambda: parts)


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".json"])
def test_a_submission_left_out_of_figures_and_origin_alike_is_named(
    suffix: str, written: Written, tmp_path: Path
) -> None:
    lacking = _without(written.report, AGENCY, written.desk)
    found = checked(export.render(f"r{suffix}", lacking), tmp_path, written.desk)
    assert found.recomputed is not None
    assert [(one.round, one.agency, one.printed) for one in found.recomputed.untrue] == [(NEWEST, AGENCY, None)]
    assert found.recomputed.untrue[0].now is not None
    assert found.altered == ()
    assert not found.sound
    # under a state of its own it may be an earlier one: what counts today, and was not in it, is told
    earlier = replace(lacking, state="0" * 64)
    found = checked(export.render(f"r{suffix}", earlier), tmp_path, written.desk)
    assert found.sound
    assert found.recomputed is not None
    assert not found.recomputed.current
    assert [(one.round, one.agency, one.printed) for one in found.recomputed.since.files] == [(NEWEST, AGENCY, None)]
    assert "civil-servants-present" in {one.indicator for one in found.today}
    assert {one.round for one in found.today} == {NEWEST}


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".json"])
def test_the_report_of_a_closing_is_checked_whatever_came_since(suffix: str, office: Path, tmp_path: Path) -> None:
    with store.open_workspace(office) as desk:
        closings.close(desk, NEWEST, "", "Thu", NOW)
        first = reporting.of_closing(closed_report.as_closed(desk, NEWEST, "1"))
        live = reporting.read(desk)
        files = [export.render(f"r{suffix}", one) for one in (first, live)]
        for content in files:
            found = checked(content, tmp_path, desk)
            assert found.sound
            assert found.recomputed is not None
            assert found.recomputed.current
        closings.reopen(desk, NEWEST, "nộp muộn", "Thu", NOW)
        reopened = export.render(f"r{suffix}", reporting.read(desk))
        assert checked(reopened, tmp_path, desk).sound
        for content in files:
            found = checked(content, tmp_path, desk)
            assert found.sound, found.altered
            assert found.recomputed is not None
            assert not found.recomputed.current


def test_a_desk_that_lacks_files_says_which_and_judges_the_rest(written: Written, office: Path, tmp_path: Path) -> None:
    with store.open_workspace(office) as desk:
        with desk.atomic():
            where = {"round": NEWEST, "agency": AGENCY}
            desk.db.execute("DELETE FROM standing WHERE round = :round AND agency = :agency", where)
            desk.db.execute(
                "DELETE FROM files WHERE kind = 'submission' AND round = :round AND agency = :agency", where
            )
        found = checked(written.files[".xlsx"], tmp_path, desk)
        assert found.trouble is not None
        assert found.trouble.code == "report-not-whole"
        assert found.recomputed is not None
        assert [line[:2] for line in found.recomputed.lacking.files] == [(NEWEST, AGENCY)]
        assert found.altered == ()
        book = load_workbook(BytesIO(written.files[".xlsx"]))
        book["5"]["E4"].value = 2874
        book["5"]["G4"].value = 1
        book["4.2"]["C3"].value = 7
        found = checked(saved(book), tmp_path, desk)
        # the agency has no part in the districts' figures, nor in an earlier round's
        assert [(one.table, one.printed) for one in found.altered] == [("4.2", "7"), ("5", "2.874")]


def test_a_desk_that_lacks_the_round_says_so(written: Written, tmp_path: Path) -> None:
    with store.create(tmp_path / "w.rdesk", store.Office.HOME_AFFAIRS, "so-noi-vu", NOW) as desk:
        found = checked(written.files[".xlsx"], tmp_path, desk)
        assert found.recomputed is not None
        assert len(found.recomputed.lacking.rounds) == 5
        assert not found.sound
        listed = checked(written.files[".csv"], tmp_path, desk)
        assert listed.problem is not None
        assert listed.problem.code == "unknown-round"


def test_what_came_since_is_counted_and_what_would_be_printed_today_is_named(
    written: Written, demo: Path, office: Path, tmp_path: Path
) -> None:
    sent = hand_in_again(copy_of_agency(demo, AGENCY, tmp_path / "agency"), {PRESENT: Number(Decimal(5))})
    path = tmp_path / sent.file_name
    path.write_bytes(sent.content)
    with store.open_workspace(office) as desk:
        (verdict,) = [one for _, one in intake.take_all(desk, path, "command", LATER, provisional=False)]
        assert verdict.state == "accepted"
        for suffix in (".xlsx", ".docx", ".json"):
            found = checked(written.files[suffix], tmp_path, desk)
            assert found.sound
            assert found.recomputed is not None
            assert not found.recomputed.current
            assert [
                (one.agency, one.printed and one.printed.revision, one.now and one.now.revision)
                for one in found.recomputed.since.files
            ] == [(AGENCY, 1, 2)]
            assert {(one.table, one.indicator, one.printed) for one in found.today} == {("5", PRESENT, "2.932")}
        # a list knows no state: it is compared with what holds now
        listed = checked(written.files[".csv"], tmp_path, desk)
        assert {(one.indicator, one.agency) for one in listed.altered if one.what is What.FIGURE} == {
            (PRESENT, ""),
            (PRESENT, AGENCY),
        }


# files that are no report


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: saved(Workbook()), "report-without-origin"),
        (lambda: b"", "no-report"),
        (lambda: b'{"format": "reformdesk-report/1", "rounds": [', "report-origin-damaged"),
        (lambda: b'{"format": "reformdesk-report/1"}', "report-without-origin"),
        (lambda: b'{"format": "reformdesk-report/1"' + b'"a":[' * 100_000, "report-origin-damaged"),
        (lambda: b"round,indicator,agency,value,status,note,coverage\r\n\xff\r\n", "report-damaged"),
        (lambda: b"round,indicator,agency,value,status,note,coverage\r\n", "no-round"),
    ],
)
def test_what_is_no_report_is_told(make: Callable[[], bytes], code: str, written: Written, tmp_path: Path) -> None:
    found = checked(make(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == code


def test_a_bomb_is_not_opened(written: Written, tmp_path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(written.files[".xlsx"])) as source:
        names = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in names.items():
            made.writestr(name, content)
        made.writestr("xl/worksheets/sheet99.xml", b"<c/>" * 80_000_000)
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == "report-too-large"


def test_of_two_parts_with_one_name_none_is_believed(written: Written, tmp_path: Path) -> None:
    target = BytesIO(written.files[".xlsx"])
    with zipfile.ZipFile(target, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("xl/worksheets/sheet1.xml", made.read("xl/worksheets/sheet1.xml"))
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == "report-damaged"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet6.xml"])
def test_what_a_sheet_only_points_at_is_read(part: str, written: Written, tmp_path: Path) -> None:
    """The sheets themselves may be what they were, and show something else all the same."""
    before, after = {
        "xl/sharedStrings.xml": ("Chưa thực hiện".encode(), b"Xong"),
        "xl/styles.xml": (rb'formatCode="\[\$-42A\]#,##0"', b'formatCode="&quot;77&quot;#,##0"'),
        "xl/worksheets/sheet6.xml": (rb"<v>2932</v>", b"<v>2934</v>"),
    }[part]
    changed = _in_parts(written.files[".xlsx"], re.escape(part), before, after)
    assert not checked(changed, tmp_path, written.desk).sound


@given(data=st.data())
@settings(_SETTINGS, max_examples=60)
def test_a_mangled_report_never_crashes(data: st.DataObject, written: Written, tmp_path: Path) -> None:
    suffix = data.draw(st.sampled_from(SUFFIXES))
    content = bytearray(written.files[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "double"])):
            case "flip":
                content[place] = data.draw(st.integers(0, 255))
            case "cut":
                del content[place : place + data.draw(st.integers(1, 400))]
            case _:
                content[place:place] = content[place : place + 50]
        if not content:
            break
    found = checked(bytes(content), tmp_path, written.desk)
    assert found.sound or found.trouble is not None


@given(data=st.data())
@settings(_SETTINGS, max_examples=60)
def test_a_report_with_mangled_parts_never_crashes(data: st.DataObject, written: Written, tmp_path: Path) -> None:
    """The container is sound; what lies in it is not."""
    suffix = data.draw(st.sampled_from([".xlsx", ".docx"]))
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(written.files[suffix])) as source, zipfile.ZipFile(target, "w") as made:
        names = source.namelist()
        wanted = data.draw(st.sampled_from(names))
        for name in names:
            content = source.read(name)
            if name == wanted:
                tags = [found.span() for found in re.finditer(rb"<[^>]*>|\d+", content)]
                start, end = data.draw(st.sampled_from(tags)) if tags else (0, len(content))
                content = content[:start] + data.draw(st.sampled_from([b"", b"-1", b"<x>", b"9" * 40])) + content[end:]
            made.writestr(name, content)
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.sound or found.trouble is not None


def test_a_paragraph_that_repeats_what_stands_around_a_blank_is_read_in_no_time(
    written: Written, tmp_path: Path
) -> None:
    word = Document(BytesIO(written.files[".docx"]))
    blank = next(one for one in word.paragraphs if "ngày" in one.text and "   " in one.text)
    pieces = [one for one in re.split(r"\s{3,}|[.…]{3,}", blank.text.strip()) if one.strip()]
    word.add_paragraph("".join(f"{piece.strip()} " * 300 for piece in pieces[:-1]) + "?")
    buffer = BytesIO()
    word.save(buffer)
    begun = time.process_time()
    found = checked(buffer.getvalue(), tmp_path, written.desk)
    assert [one.what for one in found.altered] == [What.WORDS]
    # it would not have ended in a day
    assert time.process_time() - begun < 60
