"""The Word report: a letter in the decree's form, its charts, the annex; and what LibreOffice prints of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from openpyxl import load_workbook

from reformdesk.core import reporting, store
from reformdesk.core.catalogue import Label
from reformdesk.core.cover_text import cover_text
from reformdesk.core.report import Report
from reformdesk.core.report_charts import AreaChart, ArrivalsChart, area_charts, arrivals_chart
from reformdesk.core.values import write_number
from reformdesk.office import export
from reformdesk.office.decree30 import fitted
from tests.demo import NEWEST
from tests.office.libreoffice import SOFFICE, converted
from tests.printed import Tables, figure_columns, printed_number, transcription

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture
def report(office: Path) -> Report:
    with store.open_workspace(office) as workspace:
        made = reporting.read(workspace)
        return replace(made, whole=lambda: made.parts)


def written(report: Report) -> WordDocument:
    return Document(BytesIO(export.render("r.docx", report)))


def texts(word: WordDocument) -> list[str]:
    return [one.text for one in word.paragraphs]


def test_the_letter_stands_upright_and_its_annex_lies_across(report: Report) -> None:
    letter, annex = written(report).sections
    edges = ("page_width", "page_height", "top_margin", "bottom_margin", "left_margin", "right_margin")
    assert [round(Length(getattr(letter, edge)).mm) for edge in edges] == [210, 297, 20, 20, 30, 15]
    assert [round(Length(getattr(annex, edge)).mm) for edge in edges[:2]] == [297, 210]
    # the first page of all bears no number, the annex's first page does
    assert (letter.different_first_page_header_footer, annex.different_first_page_header_footer) == (True, False)
    assert annex.header.is_linked_to_previous
    number = letter.header.paragraphs[0]
    assert number.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in "".join(one.text or "" for one in number._p.iter(qn("w:instrText")))


def test_the_head_is_the_decree_s_and_number_day_and_name_stay_blank(report: Report) -> None:
    word = written(report)
    who, what = word.tables[0].rows[0].cells
    assert [one.text for one in who.paragraphs] == ["UBND TỈNH MINH SƠN", "SỞ NỘI VỤ", ""]
    assert [one.text for one in what.paragraphs] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
    ]
    # each has its rule, which is a line and no underlined text
    assert all(cell.paragraphs[2]._p.find(f".//{qn('w:bottom')}") is not None for cell in (who, what))
    number, day = (" ".join(cell.text.split()) for cell in word.tables[0].rows[1].cells)
    assert (number, day) == ("Số: /BC-SNV", "Minh Sơn, ngày tháng năm")
    said = texts(word)
    title = said.index("BÁO CÁO")
    assert said[title + 1] == "Kết quả các chỉ tiêu thống kê cải cách hành chính 6 tháng đầu năm 2024"
    recipients, signer = (cell.text.split("\n") for cell in word.tables[1].rows[0].cells)
    assert recipients == ["Nơi nhận:", "- Bộ Nội vụ;", "- UBND tỉnh Minh Sơn;", "- Lưu: VT."]
    assert signer == ["GIÁM ĐỐC", *[""] * 5]


def test_the_text_stands_in_it_whole_justified_and_indented(report: Report) -> None:
    word, text = written(report), cover_text(report)
    wanted = [text.opening, *text.collected, *(one for area in text.areas for one in area.paragraphs), *text.ending]
    said = texts(word)
    places = [said.index(one) for one in wanted]
    assert places == sorted(places)
    assert places[-1] < said.index("Phụ lục")
    for place in places:
        shape = word.paragraphs[place].paragraph_format
        assert shape.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
        assert round(Length(shape.first_line_indent or 0).mm, 1) == 12.7
        assert {run.font.size for run in word.paragraphs[place].runs} == {Pt(13)}
    headings = [one.heading for one in text.areas]
    assert [one for one in said[: said.index("Phụ lục")] if one in headings] == headings
    levels = [
        int(level)
        for one in word.paragraphs
        for level in one._p.xpath("./w:pPr/w:outlineLvl/@w:val")
        if one.text in ("II. KẾT QUẢ THEO TỪNG LĨNH VỰC", headings[0], "Phụ lục")
    ]
    # the annex's tables have the areas' titles
    assert levels == [0, 1, 0, 1]


# charts


def charts_of(word: WordDocument) -> list[Any]:
    """Return the charts' XML in the order in which they stand in the text."""
    found = []
    for one in word.element.body.iter(f"{C}chart"):
        part = word.part.related_parts[one.get(qn("r:id"))]
        found.append(parse_xml(part.blob))
    return found


def test_each_area_has_its_charts_numbered_and_told_in_words(report: Report) -> None:
    word = written(report)
    arrivals = arrivals_chart(report)
    assert arrivals is not None
    charts: list[AreaChart | ArrivalsChart] = [arrivals, *area_charts(report.parts)]
    captions = [one for one in texts(word) if one.startswith("Hình ")]
    assert captions == [f"Hình {place}. {one.title}" for place, one in enumerate(charts, 1)]
    told = [one.get("descr") for one in word.element.body.iter(qn("wp:docPr"))]
    assert told == [one.words for one in charts]
    numbers = [one.get("id") for one in word.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(charts) == len(charts_of(word))
    # the caption's number is a field, so that it follows where one is taken out
    fields = [one.text for one in word.element.body.iter(qn("w:instrText")) if "SEQ" in (one.text or "")]
    assert fields == [" SEQ Hình \\* ARABIC "] * len(charts)


def test_a_chart_shows_its_figures_at_its_columns_in_black_and_white(report: Report) -> None:
    word = written(report)
    for xml, chart in zip(charts_of(word)[1:], area_charts(report.parts), strict=True):
        series = list(xml.iter(f"{C}ser"))
        assert [one.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") for one in series] == [
            one.name for one in chart.drawn
        ]
        labels = [[label.text for label in one.iter(f"{A}t")] for one in series]
        assert labels == [[write_number(one) for one in drawn.amounts if one is not None] for drawn in chart.drawn]
        looks = [one.find(f"{C}spPr")[0] for one in series]
        assert len({(look.tag, *(each.get("val") for each in look.iter())) for look in looks}) == len(series)
        colours = {one.get("val") for one in xml.iter(f"{A}srgbClr")}
        assert {value for colour in colours for value in (colour[:2], colour[2:4])} <= {"00", "59", "FF"}
        (least,) = xml.iter(f"{C}min")
        assert least.get("val") == "0"


def test_the_figures_behind_a_chart_are_a_workbook_without_a_formula(report: Report) -> None:
    part = report.parts[-1]
    named = "=HYPERLINK(1)"
    indicators = part.round.catalogue.indicators
    changed = {**indicators, "procedures-province": replace(indicators["procedures-province"], name=Label(named, ""))}
    round_ = replace(part.round, catalogue=replace(part.round.catalogue, indicators=changed))
    word = written(replace(report, parts=(*report.parts[:-1], replace(part, round=round_))))
    books = [
        load_workbook(BytesIO(one.target_part.blob)).worksheets[0]
        for chart in word.part.rels.values()
        if chart.reltype.endswith("/chart")
        for one in chart.target_part.rels.values()
    ]
    (sheet,) = [book for book in books if book["B1"].value in (named, "Số lượng TTHC cấp tỉnh")]
    assert [cell.value for cell in sheet["B"]] == [named, 1439, 1488, 1469, 1455]
    assert not [cell for book in books for row in book.iter_rows() for cell in row if cell.data_type == "f"]


def test_many_periods_are_lines_told_apart_by_dash_and_marker(report: Report) -> None:
    last = report.parts[-1]
    years = [
        replace(
            last,
            round=replace(
                last.round,
                id=f"r{of}",
                short=Label(f"6T {of}", ""),
                period=replace(last.round.period, ends=last.round.period.ends.replace(year=of)),
            ),
            totals={name: _plus(total, of - 2024) for name, total in last.totals.items()},
        )
        for of in range(2019, 2025)
    ]
    word = written(replace(report, parts=tuple(years)))
    (xml, *_) = [one for one in charts_of(word) if one.find(f".//{C}lineChart") is not None]
    dashes = [one.find(f"{C}spPr/{A}ln/{A}prstDash").get("val") for one in xml.iter(f"{C}ser")]
    markers = [one.find(f"{C}marker/{C}symbol").get("val") for one in xml.iter(f"{C}ser")]
    assert dashes == ["solid", "dash", "sysDot"]
    assert markers == ["circle", "square", "triangle"]


def _plus(total: Any, more: int) -> Any:
    amount = getattr(total.value, "amount", None)
    return total if amount is None else replace(total, value=replace(total.value, amount=amount + more))


# one agency's


def test_one_agency_s_report_tells_of_it_alone(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        made = reporting.of_agency(workspace, "so-tu-phap", [NEWEST])
        word = written(made)
    said = texts(word)
    subject = "Kết quả các chỉ tiêu thống kê cải cách hành chính 6 tháng đầu năm 2024 của Sở Tư pháp"
    assert said[said.index("BÁO CÁO") + 1] == subject
    assert "Số liệu lấy từ tệp nộp lần 1 của Sở Tư pháp." in said
    assert not [one for one in said if "/39" in one]


# printed


def test_the_figures_in_the_pdf_are_the_seed_s(demo: Path, tmp_path: Path) -> None:
    if SOFFICE is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice and pdftotext (Debian: libreoffice-writer-nogui, poppler-utils) are not installed")
    try:
        pdf = converted(demo / "report.docx", "pdf", tmp_path)
    except subprocess.SubprocessError as problem:
        pytest.skip(f"LibreOffice does not start here: {problem}")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    pages = done.stdout.decode().split("\f")
    first = next(
        place for place, page in enumerate(pages) if page.strip().split("\n")[0].strip() != "" and "Phụ lục\n" in page
    )
    tables = transcription()
    assert missing(pages[first:], tables) == []
    tables["3"] = [[text.replace("46.774", "46.775") for text in row] for row in tables["3"]]
    assert [one.startswith("3: ") for one in missing(pages[first:], tables)] == [True]
    assert pages[0].lstrip().startswith("UBND TỈNH MINH SƠN")
    # neither a number on the first page nor none on the others
    numbers = [page.strip().split("\n")[0].strip() for page in pages if page.strip()]
    assert numbers[1:] == [str(place) for place in range(2, len(numbers) + 1)]


def missing(pages: Sequence[str], tables: Tables) -> list[str]:
    """Return the printed rows whose figures do not stand in one line, in order, after those of the row before."""
    lines = [line.split() for page in pages for line in page.split("\n")]
    found, at = [], 0
    for name, (header, *rows) in tables.items():
        columns = sorted(figure_columns(header))
        for row in rows:
            cells = [row[column - 1] for column in columns]
            figures = [word for text in cells if printed_number(text) is not None for word in text.split()]
            if not figures:
                continue
            place = next((place for place in range(at, len(lines)) if _in_order(figures, lines[place])), None)
            if place is None:
                found.append(f"{name}: {row}")
            else:
                at = place + 1
    return found


def _in_order(figures: Sequence[str], words: Sequence[str]) -> bool:
    """Whether figures stand in a line one after the other, whatever stands between them."""
    rest = iter(words)
    return all(figure in rest for figure in figures)


def test_a_column_of_figures_keeps_the_room_that_they_need() -> None:
    def shares(*given: Any) -> list[int]:
        return [round(one.mm) for one in fitted(*given)]

    assert shares([15, 90, 45], 150) == [15, 90, 45]
    # names give way, and what they give goes no further than is needed
    assert shares([15, 90, *[29] * 12], 257, [11, 0, *[17] * 12]) == [11, 42, *[17] * 12]
    assert sum(shares([15, 90, *[29] * 30], 257, [11, 0, *[16] * 30])) <= 257
