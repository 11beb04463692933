"""The report in PDF, read back by poppler: what is printed in the seed stands in it, in its order, as text."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reformdesk.core import adjusting, closings, merged, reporting, roundbook, store
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.cover_text import cover_text
from reformdesk.core.report import Report
from reformdesk.core.report_charts import area_charts
from reformdesk.core.values import Number
from reformdesk.office import export
from reformdesk.ui import report_pdf
from reformdesk.ui.report_sheets import Printed, Sheets
from tests.demo import LATER, NEWEST
from tests.printed import transcription
from tests.ui.situation import Situation

FIGURE = "civil-servants-present"

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF")


def written(report: Report) -> bytes:
    """Reckon on a thread of its own and draw here, as the window does."""
    found: list[report_pdf.Laid] = []
    worker = threading.Thread(target=lambda: found.append(report_pdf.lay(report)))
    worker.start()
    worker.join()
    return export.finished(report_pdf.drawing(found[0]))


def run(*words: str | Path) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def pages_of(path: Path) -> list[str]:
    """Return the text of each page, in the order in which it was drawn, without blanks."""
    text = run("pdftotext", "-raw", path, "-")
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def report(office: Path, qapp: QApplication) -> Report:
    with store.open_workspace(office) as workspace:
        return reporting.read(workspace)


@pytest.fixture
def pdf(report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(written(report))
    return path


def test_the_seeds_tables_stand_in_it_row_by_row(pdf: Path) -> None:
    pages = pages_of(pdf)
    first = next(place for place, page in enumerate(pages) if "Phụlục" in page and "STT" in page)
    text = "".join(pages[first:])
    numbers = {str(place) for place in range(first + 1, len(pages) + 1)}
    at = text.index("1.Lĩnhvực")
    for name, rows in transcription().items():
        head = bare("".join(rows[0]))
        for number, row in enumerate(rows):
            wanted = bare("".join(row))
            found = text.find(wanted, at)
            assert found >= 0, (name, number, wanted)
            between = text[at:found]
            if number:
                # nothing but a new page's number and the head once more
                assert between in {"", *(f"{page}{head}" for page in numbers)}, (name, number, between)
            at = found + len(wanted)


def test_the_text_and_the_charts_figures_can_be_read(pdf: Path, report: Report) -> None:
    text = "".join(pages_of(pdf))
    for area in cover_text(report).areas:
        assert bare(area.heading) in text
    pages = pages_of(pdf)
    for chart in area_charts(report.parts):
        # an area may have two charts of one title
        names = [bare(drawn.name) for drawn in chart.drawn]
        assert any(bare(chart.title) in page and all(name in page for name in names) for page in pages), chart.words
    assert "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM" in text
    assert "Nơinhận:" in text
    assert pages[-1].endswith(report.state)


def test_its_pages_are_numbered_and_lie_as_they_should(pdf: Path) -> None:
    about = run("pdfinfo", "-l", "99", pdf)
    title = re.search(r"^Title: +(.*)$", about, re.MULTILINE)
    assert title is not None
    assert title[1] == "Báo cáo kết quả các chỉ tiêu thống kê cải cách hành chính 6 tháng đầu năm 2024"
    sides = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+)", about, re.MULTILINE)
    pages = pages_of(pdf)
    annex = next(place for place, page in enumerate(pages) if "Phụlục" in page and "STT" in page)
    assert [float(wide) > float(high) for wide, high in sides] == [place >= annex for place in range(len(pages))]
    assert not pages[0].startswith("1")
    assert all(page.startswith(str(place)) for place, page in enumerate(pages[1:], 2))
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert {line.split()[-5] for line in fonts} == {"yes"}, fonts


def test_words_longer_than_a_page_go_on_on_the_next(report: Report, tmp_path: Path) -> None:
    newest = report.parts[-1]
    agency = next(iter(newest.counted))
    said = [f"Câu{number}đủ." for number in range(3000)]
    parts = (*report.parts[:-1], replace(newest, narratives={"1": [(agency, " ".join(said))]}))
    path = tmp_path / "long.pdf"
    path.write_bytes(written(replace(report, parts=parts)))
    pages = pages_of(path)
    text = "".join(page.removeprefix(str(place)) for place, page in enumerate(pages, 1))
    assert "".join(said) in text
    assert sum("Câu" in page for page in pages) > 3


def tabled(path: Path, heads: list[str], rows: list[list[str]], above: float) -> list[str]:
    """Write a table that begins some points below the top of a page and return the pages' words, without numbers."""
    sheets = Sheets("Bảng", across=True)
    sheets.words("<p>Trước</p>")
    sheets.space(above)
    lines = [[Printed(cell) for cell in row] for row in rows]
    assert list(sheets.table([1, 4], [Printed(head) for head in heads], lines, 11)) == list(range(1, len(rows) + 1))
    path.write_bytes(sheets.finish())
    return [page.removeprefix(str(place)) if place > 1 else page for place, page in enumerate(pages_of(path), 1)]


@pytest.mark.parametrize("above", [0, 250, 400])
def test_a_cell_higher_than_a_page_goes_on_on_the_next_below_the_head(
    above: float, qapp: QApplication, tmp_path: Path
) -> None:
    said = [f"Câu{number}đủđầyvàrõràng." for number in range(900)]
    rows = [["Một", "ngắn"], ["Hai", " ".join(said)], ["Ba", "cuối"]]
    pages = tabled(tmp_path / "cell.pdf", ["STT", "Trảlời"], rows, above)
    assert len(pages) > 2
    assert all(page.startswith("STTTrảlời") for page in pages[1:])
    text = "".join(page.replace("STTTrảlời", "") for page in pages)
    assert text == "TrướcMộtngắnHai" + "".join(said) + "Bacuối"


@pytest.mark.parametrize("above", [300, 340, 370, 400])
@pytest.mark.parametrize("words", [1, 900])
def test_a_tall_head_stands_with_the_first_of_its_lines(
    above: float, words: int, qapp: QApplication, tmp_path: Path
) -> None:
    head = "<br/>".join(f"Đầu{number}" for number in range(10))
    pages = tabled(tmp_path / "head.pdf", ["STT", head], [["Một", "Lời " * words]], above)
    assert all("Đầu9" in page and "Lời" in page for page in pages if "STT" in page)
    assert "".join(pages).count("Lời") == words


def test_with_many_periods_no_figure_is_torn(report: Report, tmp_path: Path) -> None:
    path, state = tmp_path / "wide.pdf", "ff" * 32
    path.write_bytes(written(replace(report, parts=report.parts * 3, state=state)))
    words = set(run("pdftotext", "-raw", path, "-").split())
    figures = {cell for rows in transcription().values() for row in rows[1:] for cell in row[3:]}
    assert [one for one in figures if re.fullmatch(r"[\d.,]+%?", one) and one not in words] == []
    assert "STT" in words
    # nor is the digest written with letters that are two in one
    assert state in words


def test_signs_their_notes_and_what_changed_stand_in_it(
    situation: Situation, qapp: QApplication, tmp_path: Path
) -> None:
    with store.open_workspace(situation.path) as workspace:
        closings.close(workspace, NEWEST, "", "Lan", LATER)
        closings.reopen(workspace, NEWEST, "Sở Tư pháp đính chính", "Lan", LATER)
        round_, computed = roundbook.load(workspace, NEWEST), merged.total(workspace, NEWEST, FIGURE).value
        wanted = Adjustment(FIGURE, Number(Decimal(98765)), computed, "Theo báo cáo giấy")
        adjusting.adjust(workspace, round_, wanted, "Lan", LATER)
        report = reporting.read(workspace)
    path = tmp_path / "a.pdf"
    path.write_bytes(written(report))
    text = "".join(pages_of(path))
    assert bare("(a) Có số liệu của") in text
    assert bare("98.765 (a) (1)") in text
    assert bare("Đã mở lại sau lần chốt 1") in text
    assert bare("Phụ lục II THAY ĐỔI SO VỚI SỐ LIỆU ĐÃ CHỐT") in text
    appendix = text[text.index(bare("Thay đổi so với lần chốt 1")) :]
    assert "98.765" in appendix
    assert bare("điều chỉnh số tổng hợp") in appendix


def test_one_that_is_given_up_half_way_leaves_no_complaint(report: Report) -> None:
    steps = report_pdf.drawing(report_pdf.lay(report))
    for _ in range(40):
        next(steps)
    steps.close()
