"""What a report says it was made from is held against the desk: what is not so, what is missing, what came since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reformdesk.core import closed_report, closings, intake, refolding, reporting, store
from reformdesk.core.report import Report
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.office import export, origin_sheet
from reformdesk.office.report_places import What
from tests.core.builders import NOW
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, hand_in_again
from tests.written_reports import PRESENT, Written, checked, saved, written_of


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    with written_of(demo, tmp_path_factory.mktemp("checked")) as made:
        yield made


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
