"""The report's workbook: what stands behind its tables, how it is set, and that it is written piece by piece."""

from __future__ import annotations

import csv
import errno
import gc
import re
import tempfile
import weakref
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core import merged, past_totals, reporting, store
from reformdesk.core.catalogue import Label
from reformdesk.core.consolidation import PAST_REASON, Share, Total
from reformdesk.core.periods import propose
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text
from reformdesk.errors import StoreError
from reformdesk.exchange import keys
from reformdesk.office import export, long_sheet
from reformdesk.office.report_sources import COVERAGE_HEADER, COVERAGE_SHEET, LINEAGE_HEADER, LINEAGE_SHEET
from tests.demo import LATER, NEWEST
from tests.printed import TABLES

FIGURE, OTHER = "civil-servants-present", "civil-servants-recruited"
STATUS = {
    "blank": None,
    "not-done": "Chưa thực hiện",
    "in-progress": "Đang triển khai",
    "not-applicable": "Không áp dụng",
}
Line = dict[str, Any]


@pytest.fixture
def report(office: Path) -> Report:
    """The report on the newest round, its shares at hand."""
    with store.open_workspace(office) as workspace:
        read = reporting.read(workspace, [NEWEST])
        return Report.of(list(read.whole()), read.state)


@pytest.fixture
def part(report: Report) -> ConsolidatedRound:
    return report.parts[0]


def _book(report: Report) -> Workbook:
    return load_workbook(BytesIO(export.render("r.xlsx", report)))


def _lines(sheet: Worksheet) -> list[Line]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def _with(part: ConsolidatedRound, name: str, **changed: Any) -> Report:
    total = replace(part.totals[name], **changed)
    return Report.of([replace(part, totals={**part.totals, name: total})], "0" * 64)


def _saying(part: ConsolidatedRound, value: Any, explanation: str = "") -> list[Line]:
    """Let one agency say something, and return the line that tells of it."""
    share = Share("so-noi-vu", value, explanation, "a" * 64, provisional=False)
    book = _book(_with(part, OTHER, value=value, shares=(share,), sent=1))
    return [line for line in _lines(book[LINEAGE_SHEET]) if line["Mã SHA-256 của tệp nộp"] == "a" * 64]


# what stands there


def test_the_tables_come_first_and_what_is_behind_their_figures_follows(report: Report) -> None:
    book = _book(report)
    printed, behind = book.sheetnames[: len(TABLES)], book.sheetnames[len(TABLES) :]
    assert tuple(printed) == TABLES
    assert behind == [COVERAGE_SHEET, LINEAGE_SHEET, "Nguồn gốc"]
    for name, header in ((COVERAGE_SHEET, COVERAGE_HEADER), (LINEAGE_SHEET, LINEAGE_HEADER)):
        assert tuple(cell.value for cell in book[name][1]) == header


def test_the_columns_that_others_read_stay_as_they_are() -> None:
    assert (
        *("Biểu", "STT", "Chỉ tiêu", "Đơn vị tính", "Đợt báo cáo", "Số liệu", "Đã báo cáo", "Phải báo cáo"),
        *("Tỷ lệ (%)", "Nhập thay", "Chưa đối chiếu", "Lý do điều chỉnh", "Mã chỉ tiêu", "Mã đợt"),
    ) == COVERAGE_HEADER
    assert (
        *("Đợt báo cáo", "Biểu", "Chỉ tiêu", "Đơn vị", "Số liệu", "Giải trình", "Nhập thay", "Chưa đối chiếu"),
        *("Lần nộp", "Mã SHA-256 của tệp nộp", "Mã đợt", "Mã chỉ tiêu", "Mã đơn vị"),
    ) == LINEAGE_HEADER


def _told_in_csv(demo: Path) -> list[Line]:
    with (demo / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _cell_for(row: Line) -> object:
    """Return what a cell shows of a value in the tidy list; block rates are written out in the sheet."""
    if row["status"]:
        return STATUS[row["status"]]
    try:
        return Decimal(row["value"])
    except ArithmeticError:
        return row["value"]


def _same(cell: object, row: Line) -> bool:
    expected = _cell_for(row)
    if isinstance(cell, int | float):
        return Decimal(str(cell)) == expected
    by_block = "=" in row["value"]
    return by_block == ("Khối" in str(cell)) if by_block else cell == str(expected) or cell is expected


def test_coverage_and_shares_are_those_of_the_tidy_list(demo: Path) -> None:
    """Each figure and each share of all rounds once, with the same value."""
    told = _told_in_csv(demo)
    book = load_workbook(demo / "report.xlsx")
    covered = {(one["Mã đợt"], one["Mã chỉ tiêu"]): one for one in _lines(book[COVERAGE_SHEET])}
    totals = {(row["round"], row["indicator"]): row for row in told if not row["agency"]}
    assert covered.keys() == totals.keys()
    for place, row in totals.items():
        line = covered[place]
        assert f"{line['Đã báo cáo']}/{line['Phải báo cáo']}" == row["coverage"], place
        assert _same(line["Số liệu"], row), place
        if line["Phải báo cáo"]:
            exact = Decimal(100 * line["Đã báo cáo"]) / line["Phải báo cáo"]
            assert abs(Decimal(str(line["Tỷ lệ (%)"])) - exact) <= Decimal("0.05")
        else:
            assert line["Tỷ lệ (%)"] is None
    lines = _lines(book[LINEAGE_SHEET])
    shares = {(one["Mã đợt"], one["Mã chỉ tiêu"], one["Mã đơn vị"]): one for one in lines}
    expected = {(row["round"], row["indicator"], row["agency"]): row for row in told if row["agency"]}
    assert len(lines) == len(shares)
    assert shares.keys() == expected.keys()
    for share, row in expected.items():
        assert _same(shares[share]["Số liệu"], row), share
        assert (shares[share]["Giải trình"] or "") == row["note"]


def test_each_share_names_the_submission_that_counts(report: Report, office: Path) -> None:
    with store.open_workspace(office) as workspace:
        counting = {one.agency: one for one in merged.received(workspace, NEWEST) if one.counts}
    lines = _lines(_book(report)[LINEAGE_SHEET])
    named = {(one["Mã đơn vị"], one["Mã SHA-256 của tệp nộp"], one["Lần nộp"]) for one in lines}
    assert named == {(agency, one.digest, one.revision) for agency, one in counting.items()}
    (line,) = [one for one in lines if (one["Mã chỉ tiêu"], one["Mã đơn vị"]) == (FIGURE, "so-tu-phap")]
    assert (line["Biểu"], line["Đơn vị"], line["Đợt báo cáo"]) == ("5", "Sở Tư pháp", report.newest.short.vi)


def test_what_was_entered_not_compared_or_adjusted_is_told(part: ConsolidatedRound) -> None:
    first, second, *others = part.totals[FIGURE].shares
    shares = (first._replace(entered=True), second._replace(provisional=True), *others)
    marked = {"shares": shares, "entered": 1, "provisional": 1, "answered": 36, "owed": 39}
    changed = _with(part, FIGURE, **marked, adjusted="=Sở A đếm thiếu", value=Number(Decimal(3130)))
    book = _book(changed)
    (line,) = [one for one in _lines(book[COVERAGE_SHEET]) if one["Mã chỉ tiêu"] == FIGURE]
    assert [line[name] for name in COVERAGE_HEADER[5:12]] == [3130, 36, 39, 92.3, 1, 1, "=Sở A đếm thiếu"]
    lines = {one["Mã đơn vị"]: one for one in _lines(book[LINEAGE_SHEET]) if one["Mã chỉ tiêu"] == FIGURE}
    marks = {agency: (one["Nhập thay"], one["Chưa đối chiếu"]) for agency, one in lines.items()}
    assert marks.pop(first.agency) == ("x", None)
    assert marks.pop(second.agency) == (None, "x")
    assert set(marks.values()) == {(None, None)}


def test_an_earlier_period_s_figure_has_no_coverage(office: Path) -> None:
    certificate = keys.create("Sở Nội vụ", "home-affairs", "mat khau", LATER, rounds=1000)
    with store.open_workspace(office) as workspace:
        key = keys.unlock(certificate, "mat khau")
        past_totals.enter(workspace, propose("year", 2019), {FIGURE: Number(Decimal(3250))}, key, "Lan", LATER)
        lines = _lines(_book(reporting.read(workspace))[COVERAGE_SHEET])
    (line,) = [one for one in lines if one["Mã đợt"] == "2019"]
    assert [line[name] for name in COVERAGE_HEADER[5:12]] == [3250, *[None] * 5, PAST_REASON]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Number(Decimal("83.46")), 83.46),
        (Number(Decimal("-0.5")), -0.5),
        (Number(Decimal("123456789012345")), 123456789012345),
        (Mark(held=True), "x"),
        (Mark(held=False), "0"),
        (Status.NOT_DONE, "Chưa thực hiện"),
        (Status.BLANK, None),
        (Rates((BlockRate("huyen", "- Khối huyện", Decimal("85.4")),)), "- Khối huyện: 85,4%"),
    ],
)
def test_a_number_is_a_number_and_all_else_is_text(value: Any, shown: object, part: ConsolidatedRound) -> None:
    (line,) = _saying(part, value)
    assert line["Số liệu"] == shown
    assert type(line["Số liệu"]) is type(shown)


WRITTEN = [
    ("a\vb", "a\nb"),
    ("a\r\nb\rc\x0cd", "a\nb\nc\nd"),
    ("a\x00b\x1fc\ud800d\uffffe", "abcde"),
    (" a \n", " a \n"),
    ('<b a="1">&amp;</b>', '<b a="1">&amp;</b>'),
    ("ă" * 40_000, "ă" * 32_767),
]


@pytest.mark.parametrize(("words", "shown"), WRITTEN)
def test_what_no_workbook_can_hold_is_left_out(words: str, shown: str, part: ConsolidatedRound) -> None:
    """Word's line break within a paragraph, what was cut in two, what is too long: in the table and behind it."""
    (line,) = _saying(part, Text(words), words)
    assert (line["Số liệu"], line["Giải trình"]) == (shown, shown)


# how it is set


def test_every_sheet_is_ready_for_the_printer(report: Report) -> None:
    for sheet in _book(report).worksheets[:-1]:
        page, name, fitting, below = sheet.page_setup, sheet.title, sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
        assert fitting is not None
        assert below is not None
        assert (page.orientation, str(page.paperSize), page.fitToWidth) == ("landscape", "9", 1), name
        assert fitting.fitToPage, name
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1"), name
        assert (below.center.text, below.left.text) == ("&P/&N", report.newest.title.vi), name
        assert all(sheet.row_dimensions[row].height for row in (1, 2)), name


def test_long_titles_fit_the_head_and_the_foot_of_a_page(part: ConsolidatedRound) -> None:
    """Excel takes 255 letters in each, with their codes."""
    catalogue = part.round.catalogue
    tables = tuple(replace(table, title="Lĩnh vực & " * 60) for table in catalogue.tables)
    title = Label("Đợt & kỳ " * 60, "")
    round_ = replace(part.round, title=title, catalogue=replace(catalogue, tables=tables))
    content = export.render("r.xlsx", Report.of([replace(part, round=round_)], "0" * 64))
    with ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
    written = [unescape(text) for sheet in sheets for text in re.findall(r"<odd(?:Header|Footer)>(.*?)</odd", sheet)]
    assert len(written) > 2 * len(TABLES)
    assert max(map(len, written)) <= 255
    assert any("…" in text for text in written)
    assert not [text for text in written if "&" in re.sub(r'&&|&[LCRPN]|&"[^"]*"|&\d+', "", text)]


def test_the_lists_can_be_filtered_and_ids_stay_off_the_paper(report: Report) -> None:
    book = _book(report)
    for name, last, printed in ((COVERAGE_SHEET, "N", "L"), (LINEAGE_SHEET, "M", "J")):
        sheet = book[name]
        rows = sheet.max_row
        assert rows > 80
        assert sheet.auto_filter.ref == f"A1:{last}{rows}"
        assert sheet.print_area.replace("$", "").endswith(f"!A1:{printed}{rows}")
        assert sheet.dimensions == f"A1:{last}{rows}"


def test_the_first_table_is_on_show_and_no_two_sheets_are_chosen_together(report: Report) -> None:
    book = _book(report)
    assert book.active is book["1"]
    assert not [sheet.title for sheet in book.worksheets[1:] if sheet.sheet_view.tabSelected]


def test_the_file_says_whose_it_is(report: Report) -> None:
    book = _book(report)
    assert (book.properties.creator, book.properties.title) == ("Sở Nội vụ", report.newest.title.vi)


def test_a_table_of_a_few_lines_more_than_a_page_is_printed_on_one(report: Report) -> None:
    heights = {sheet.title: sheet.page_setup.fitToHeight for sheet in _book(report).worksheets}
    assert heights["1"] == heights["6"] == 1
    assert heights[LINEAGE_SHEET] == 0


# how it is written


def test_more_shares_than_a_sheet_holds_go_on_in_the_next(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _lines(_book(report)[LINEAGE_SHEET])
    most = len(whole) // 3 + 1
    monkeypatch.setattr(long_sheet, "MOST_LINES", most)
    book = _book(report)
    names = [name for name in book.sheetnames if name.startswith(LINEAGE_SHEET)]
    assert names == [LINEAGE_SHEET, f"{LINEAGE_SHEET} 2", f"{LINEAGE_SHEET} 3"]
    assert [line for name in names for line in _lines(book[name])] == whole
    assert [book[name].auto_filter.ref for name in names[:2]] == [f"A1:M{most + 1}"] * 2


def test_a_sheet_holds_as_many_lines_as_excel_has_rows() -> None:
    assert long_sheet.MOST_LINES + 1 == 2**20


def test_shares_are_held_for_one_round_at_a_time(part: ConsolidatedRound) -> None:
    alive: list[weakref.ref[ConsolidatedRound]] = []

    def one_more() -> ConsolidatedRound:
        assert not [one for one in alive if one() is not None]
        made = replace(part, totals={FIGURE: part.totals[FIGURE]})
        alive.append(weakref.ref(made))
        return made

    def whole() -> Iterator[ConsolidatedRound]:
        for _ in range(4):
            yield one_more()

    few = replace(part, totals={FIGURE: part.totals[FIGURE].without_shares()})
    book = _book(Report((few,) * 4, "0" * 64, whole))
    assert len(alive) == 4
    assert len(_lines(book[LINEAGE_SHEET])) == 4 * len(part.totals[FIGURE].shares)


def _steps(report: Report) -> Iterator[export.Progress]:
    return export.writing("r.xlsx", report)


def test_progress_rises_to_the_end(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reformdesk.office.report_xlsx._STEP", 100)
    _, *steps = _steps(report)
    assert len({one.total for one in steps}) == 1
    done = [one.done for one in steps]
    assert done == sorted(done)
    assert len(done) > 15
    assert done[-1] == steps[-1].total


def test_nothing_stays_behind_whether_it_is_finished_or_given_up(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("reformdesk.office.report_xlsx._STEP", 100)
    count = len(list(_steps(report)))
    assert not list((tmp_path / "temporary").iterdir())
    for most in range(1, count, 4):
        steps = _steps(report)
        for _ in range(most):
            next(steps)
        assert isinstance(steps, Iterator)
        del steps
        gc.collect()
        assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EACCES, "cannot-write")]
)
def test_no_room_for_temporary_files_is_told(
    number: int, code: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Workbook, "save", refuse)
    with pytest.raises(StoreError, match=code):
        export.render("r.xlsx", report)


def test_a_round_of_which_nothing_came_in_has_a_report(part: ConsolidatedRound) -> None:
    totals = {name: Total(name, Status.BLANK, (), 0, one.owed) for name, one in part.totals.items()}
    book = _book(Report.of([replace(part, totals=totals, counted={})], "0" * 64))
    assert _lines(book[LINEAGE_SHEET]) == []
    assert book[LINEAGE_SHEET].auto_filter.ref == "A1:M1"
    assert {line["Đã báo cáo"] for line in _lines(book[COVERAGE_SHEET])} == {0}


def test_many_periods_stand_in_narrow_columns_that_still_hold_their_figures(part: ConsolidatedRound) -> None:
    long = replace(part.totals[FIGURE], value=Number(Decimal("123456789.25")))
    parts = [
        replace(
            part,
            round=replace(part.round, id=f"r{place}"),
            totals={**part.totals, FIGURE: long} if place else part.totals,
        )
        for place in range(12)
    ]
    few, many = (_book(Report.of(some, "0" * 64))["5"].column_dimensions for some in (parts[:2], parts))
    assert few["D"].width == few["E"].width == 17
    assert many["D"].width == 10
    assert {many[letter].width for letter in "EFGHIJKLMNO"} == {len("123.456.789,25") + 2}
