"""The report's workbook in a real LibreOffice: opened, saved again, and turned into PDF pages that hold its figures."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reformdesk.core import reporting, store
from reformdesk.office import export
from reformdesk.office.report_sources import COVERAGE_SHEET, LINEAGE_SHEET
from tests.demo import AGENCY, NEWEST
from tests.office.libreoffice import SOFFICE, Hand, converted
from tests.printed import differences, figure_columns, read_report, transcription

PDFTOTEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (Debian: libreoffice-calc-nogui) is not installed")


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    try:
        return Hand(tmp_path / "libreoffice")
    except subprocess.SubprocessError as problem:
        pytest.skip(f"LibreOffice does not start here: {problem}")


def test_what_it_saves_is_what_was_written(demo: Path, hand: Hand, tmp_path: Path) -> None:
    """Nothing is repaired away: the printed tables, and every value behind them."""
    path = Path(shutil.copy(demo / "report.xlsx", tmp_path))
    hand.work(path, [])
    assert differences(read_report(path), transcription()) == []
    before, after = load_workbook(demo / "report.xlsx"), load_workbook(path)
    assert after.sheetnames == before.sheetnames
    for name in (COVERAGE_SHEET, LINEAGE_SHEET):
        ours, theirs = ([*book[name].iter_rows(values_only=True)] for book in (before, after))
        assert theirs == ours
        assert after[name].auto_filter.ref == before[name].auto_filter.ref


def _pages(path: Path, folder: Path) -> list[str]:
    """Turn a workbook into PDF and return the text of each page, its white space single blanks."""
    if PDFTOTEXT is None:
        pytest.skip("pdftotext (Debian: poppler-utils) is not installed")
    made = converted(path, "pdf", folder)
    done = subprocess.run([PDFTOTEXT, "-layout", made, "-"], check=True, capture_output=True, timeout=60)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def _figures(rows: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each printed row's figures in order, as far as they stand in one line; the first row is the header."""
    head, *lines = rows
    columns = sorted(figure_columns(head))
    for row in lines:
        yield tuple(row[column - 1] for column in columns if re.fullmatch(r"[\d.,]+%?", row[column - 1]))


def test_the_pdf_prints_the_figures_of_the_seed(demo: Path, tmp_path: Path) -> None:
    pages = _pages(demo / "report.xlsx", tmp_path)
    assert pages[0].endswith(f"1/{len(pages)}")
    for name, rows in transcription().items():
        titled = [page for page in pages if page.startswith(f"{name.partition('.')[0]}.")]
        for figures in _figures(rows):
            row = " ".join(figures)
            assert any(row in page for page in titled), (name, row)


def test_one_agency_s_report_is_printed_with_its_name_on_each_page(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    with store.open_workspace(office) as workspace:
        path.write_bytes(export.render(path.name, reporting.of_agency(workspace, AGENCY, [NEWEST])))
    *printed, origin = _pages(path, tmp_path)
    assert len(printed) == 6
    assert all("6 tháng đầu năm 2024 của Sở Tư pháp" in page for page in printed)
    assert "Nguồn gốc của báo cáo" in origin


def test_headings_are_repeated_on_every_page_and_ids_are_not_printed(demo: Path, tmp_path: Path) -> None:
    pages = _pages(demo / "report.xlsx", tmp_path)
    for title, head, left_out in (
        ("Độ phủ của số liệu tổng hợp", "Lý do điều chỉnh", "Mã chỉ tiêu"),
        ("Nguồn số liệu của từng đơn vị", "Giải trình", "Mã đơn vị"),
    ):
        found = [page for page in pages if page.startswith(title)]
        assert len(found) > 3
        assert all(head in page for page in found)
        assert not [page for page in found if left_out in page]
