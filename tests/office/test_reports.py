"""The report for machines and for Word, and that no words of a stranger become a formula."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Length
from openpyxl import load_workbook

from reformdesk.core import merged, past_totals, store
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.periods import propose
from reformdesk.core.report import ConsolidatedRound, Report, printed_tables
from reformdesk.core.values import Number, Status, Text
from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from reformdesk.office import export
from tests.demo import AGENCIES, LATER, NEWEST, ROUNDS, Said
from tests.printed import transcription

HEADER = ["round", "indicator", "agency", "value", "status", "note", "coverage"]
FORMULAS = [
    *("=1+1", "+84 905", "-1+2", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"),
    # full-width and small signs, after blanks, after what has no width
    *(
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(A1)",
        "﹢1",
        "﹣1+1",
        "  =1+1",
        "\u00a0=1",
        "\u3000＝1",
        "\ufeff=1",
        "\u200b@A1",
    ),
]
"""Words that a program for spreadsheets might calculate."""


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def _round(demo: Path) -> list[dict[str, str]]:
    rows = _rows((demo / "report.csv").read_bytes())
    assert rows[0] == HEADER
    assert {len(row) for row in rows} == {len(HEADER)}
    return [dict(zip(HEADER, row, strict=True)) for row in rows[1:]]


def test_report_csv_is_utf_8_with_a_mark(demo: Path) -> None:
    content = (demo / "report.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfround,indicator,agency,value,status,note,coverage\r\n")
    assert content.endswith(b"\r\n")


def test_report_csv_is_tidy(demo: Path) -> None:
    rows = _round(demo)
    places = [(row["round"], row["indicator"], row["agency"]) for row in rows]
    assert len(set(places)) == len(places)
    assert list(dict.fromkeys(row["round"] for row in rows)) == list(ROUNDS)
    totals = [row for row in rows if not row["agency"]]
    assert len([row for row in totals if row["round"] == NEWEST]) == 80
    assert {row["status"] for row in rows} <= {"", "blank", "not-done", "in-progress", "not-applicable"}
    assert not [row for row in rows if row["status"] and row["value"]]
    assert not [row for row in rows if not row["status"] and not row["value"]]


def test_report_csv_says_how_many_answered(demo: Path) -> None:
    rows = _round(demo)
    assert not [row for row in rows if row["agency"] and row["coverage"]]
    coverage = {
        (row["round"], row["indicator"]): tuple(int(part) for part in row["coverage"].split("/"))
        for row in rows
        if not row["agency"]
    }
    assert coverage[NEWEST, "civil-servants-present"] == (AGENCIES, AGENCIES)
    assert coverage[NEWEST, "civil-servants-recruited"] == (1, 1)
    for place, (answered, owed) in coverage.items():
        shares = [row for row in rows if row["agency"] and (row["round"], row["indicator"]) == place]
        waived = sum(row["status"] == "not-applicable" for row in shares)
        assert owed == len(shares) - waived
        assert answered == sum(row["status"] not in ("blank", "not-applicable") for row in shares)


def test_the_shares_in_report_csv_add_up(demo: Path) -> None:
    rows = _round(demo)
    for round_id, total in (("2021", 3156), (NEWEST, 3126)):
        found = [row for row in rows if (row["round"], row["indicator"]) == (round_id, "civil-servants-assigned")]
        assert [row["value"] for row in found if not row["agency"]] == [str(total)]
        assert sum(Decimal(row["value"] or 0) for row in found if row["agency"]) == total


def test_report_json_says_the_same(demo: Path, office: Path, tmp_path: Path, command: Callable[..., Said]) -> None:
    target = tmp_path / "report.json"
    assert command("report", "--workspace", office, "--to", target).code == 0
    document = json.loads(target.read_bytes(), parse_float=_no_floats)
    assert list(document) == ["format", "state", "origin", "rounds"]
    assert document["format"] == "reformdesk-report/1"
    assert document["state"] == command("digest", "--workspace", office).out.strip()
    assert [part["id"] for part in document["rounds"]] == list(ROUNDS)
    expected = {(row["round"], row["indicator"], row["agency"]): row for row in _round(demo)}
    found = dict(_lines(document))
    assert found.keys() == expected.keys()
    for place, value in found.items():
        assert value.get("status", "") == expected[place]["status"]
        if "number" in value:
            assert value["number"] == expected[place]["value"]


def _no_floats(text: str) -> Any:
    raise AssertionError(f"a float: {text}")


def _lines(document: dict[str, Any]) -> Iterator[tuple[tuple[str, str, str], dict[str, str]]]:
    for part in document["rounds"]:
        for total in part["totals"]:
            yield (part["id"], total["indicator"], ""), total["value"]
            for share in total["shares"]:
                assert len(share["submission"]) == 64
                yield (part["id"], total["indicator"], share["agency"]), share["value"]


def test_report_docx_holds_the_printed_tables(demo: Path) -> None:
    word = Document(str(demo / "report.docx"))
    # the letter has its head and the place for the signature; all else is its annex
    _, _, *tables = word.tables
    for (name, rows), table in zip(transcription().items(), tables, strict=True):
        assert [[cell.text for cell in row.cells] for row in table.rows] == rows, name


def test_report_docx_is_set_as_the_decree_wants(demo: Path) -> None:
    word = Document(str(demo / "report.docx"))
    texts = [cell.text for cell in word.tables[0]._cells]
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text for text in texts)
    assert any("Độc lập - Tự do - Hạnh phúc" in text for text in texts)
    sides = [(section.page_width, section.page_height) for section in word.sections]
    assert [[round(Length(one or 0).mm) for one in both] for both in sides] == [[210, 297], [297, 210]]


# words of a stranger


@pytest.fixture
def parts(office: Path) -> list[ConsolidatedRound]:
    with store.open_workspace(office) as workspace:
        return merged.consolidated(workspace, [NEWEST])


INDICATOR = "civil-servants-recruited"


def _saying(parts: list[ConsolidatedRound], words: str) -> list[ConsolidatedRound]:
    """Let one agency answer ``words``, with the same words as its explanation."""
    (part,) = parts
    share = Share("so-noi-vu", Text(words), words, "0" * 64, provisional=False)
    total = Total(INDICATOR, Text(words), (share,), 1, 1)
    return [replace(part, totals={**part.totals, INDICATOR: total})]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_the_workbook_becomes_a_formula(words: str, parts: list[ConsolidatedRound]) -> None:
    book = load_workbook(BytesIO(export.render("r.xlsx", Report.of(_saying(parts, words), ""))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    # a carriage return is a line break in XML
    found = [cell for cell in cells if cell.value in (words, words.replace("\r", "\n"))]
    # the printed table and the figure's coverage, the share and what it explains
    assert [cell.parent.title for cell in found] == ["5", "Độ phủ", *["Nguồn số liệu"] * 2]
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.quotePrefix for cell in found} == {words[0] in "=+-@"}


@pytest.mark.parametrize("words", FORMULAS)
def test_no_field_of_the_csv_becomes_a_formula(words: str, parts: list[ConsolidatedRound]) -> None:
    rows = _rows(export.render("r.csv", Report.of(_saying(parts, words), "")))
    fields = [field for row in rows[1:] for field in row]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert fields.count(f"'{words}") == 3


@pytest.mark.parametrize("words", FORMULAS)
def test_no_field_of_sdmx_becomes_a_formula(words: str, parts: list[ConsolidatedRound]) -> None:
    rows = _rows(export.render("r.sdmx.csv", Report.of(_saying(parts, words), "")))
    said = f"'{words.strip(chr(10) + chr(13))}" if words[0] in "\r\n" else f"'{words}"
    assert [field for row in rows[1:] for field in row].count(said) == 3


@pytest.mark.parametrize("words", ["Một cửa", "5 - 3 = 2", "a@b.vn", "'quoted", "1.5", "-7", "-0.25", "07", "±5"])
def test_other_words_and_figures_stay_as_they_are(words: str, parts: list[ConsolidatedRound]) -> None:
    rows = _rows(export.render("r.csv", Report.of(_saying(parts, words), "")))
    assert [field for row in rows[1:] for field in row].count(words) == 3


def test_a_negative_figure_stays_a_figure_in_the_csv(parts: list[ConsolidatedRound]) -> None:
    (part,) = parts
    total = Total(INDICATOR, Number(Decimal("-12.5")), (), 1, 1)
    content = export.render("r.csv", Report.of([replace(part, totals={INDICATOR: total})], ""))
    assert _rows(content)[1] == [NEWEST, INDICATOR, "", "-12.5", "", "", "1/1"]


@pytest.mark.parametrize("suffix", export.SUFFIXES)
def test_quotes_line_breaks_and_separators_survive(suffix: str, parts: list[ConsolidatedRound]) -> None:
    words = "a \"b\", c; d\ne <f> & 'g'"
    content = export.render(f"r{suffix}", Report.of(_saying(parts, words), ""))
    if suffix == ".sdmx.csv":
        one_line = words.replace("\n", " / ")
        assert [field for row in _rows(content) for field in row].count(one_line) == 3
    elif suffix == ".csv":
        assert [field for row in _rows(content) for field in row].count(words) == 3
    elif suffix == ".json":
        assert {"text": words} in [value for _, value in _lines(json.loads(content))]
    elif suffix == ".xlsx":
        book = load_workbook(BytesIO(content))
        assert words in [c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    else:
        tables = Document(BytesIO(content)).tables
        assert words in [cell.text for table in tables for cell in table._cells]


def test_a_blank_is_no_zero_anywhere(parts: list[ConsolidatedRound]) -> None:
    (part,) = parts
    blank = Total(INDICATOR, Status.BLANK, (), 0, 1)
    zero = Total(INDICATOR, Number(Decimal(0)), (), 1, 1)
    rows = [
        _rows(export.render("r.csv", Report.of([replace(part, totals={INDICATOR: total})], "")))[1]
        for total in (blank, zero)
    ]
    assert [row[3:5] for row in rows] == [["", "blank"], ["0", ""]]


def test_an_unknown_type_and_no_round_are_told(parts: list[ConsolidatedRound]) -> None:
    with pytest.raises(Mendable, match="unknown-type"):
        export.render("r.pdf", Report.of(parts, ""))
    with pytest.raises(Mendable, match="no-round"):
        export.render("r.xlsx", Report.of([], ""))


# what is to be said of a figure


NOTED = "civil-servants-present"


def _with(parts: list[ConsolidatedRound], **changed: Any) -> list[ConsolidatedRound]:
    """Change a total, as an agency that is missing or an officer would."""
    (part,) = parts
    return [replace(part, totals={**part.totals, NOTED: replace(part.totals[NOTED], **changed)})]


def _adjusted(parts: list[ConsolidatedRound]) -> list[ConsolidatedRound]:
    computed = parts[0].totals[NOTED].value
    return _with(parts, answered=36, value=Number(Decimal(3130)), folded=computed, adjusted="=Sở A đếm thiếu {2}")


ADJUSTED_NOTE = "(1) Điều chỉnh số tổng hợp; số tính từ các đơn vị là 2.914. Lý do: =Sở A đếm thiếu {2}"
PARTIAL_NOTE = "(a) Có số liệu của 36/39 đơn vị."


def test_a_sheet_shows_the_signs_and_keeps_the_figures_bare(parts: list[ConsolidatedRound]) -> None:
    before = load_workbook(BytesIO(export.render("r.xlsx", Report.of(parts, ""))))["5"]
    after = load_workbook(BytesIO(export.render("r.xlsx", Report.of(_adjusted(parts), ""))))["5"]
    (marked,) = [cell for row in after.iter_rows() for cell in row if "(1)" in cell.number_format]
    assert (marked.value, marked.data_type) == (3130, "n")
    assert marked.number_format.endswith('" (a) (1)"')
    same = [cell.coordinate for row in before.iter_rows() for cell in row if after[cell.coordinate].value != cell.value]
    assert same == [marked.coordinate]
    below = [cell.value for row in after.iter_rows(min_row=before.max_row + 1) for cell in row if cell.value]
    assert below == [PARTIAL_NOTE, ADJUSTED_NOTE.replace("2.914", _printed(parts))]


def _printed(parts: list[ConsolidatedRound]) -> str:
    value = parts[0].totals[NOTED].value
    assert isinstance(value, Number)
    return f"{value.amount:,}".replace(",", ".")


def test_words_in_a_sheet_stay_bare_under_their_sign(parts: list[ConsolidatedRound]) -> None:
    changed = _with(parts, answered=36, value=Status.NOT_DONE)
    sheet = load_workbook(BytesIO(export.render("r.xlsx", Report.of(changed, ""))))["5"]
    (marked,) = [cell for row in sheet.iter_rows() for cell in row if "(a)" in cell.number_format]
    assert (marked.value, marked.number_format) == ("Chưa thực hiện", '@" (a)"')


def test_a_document_raises_the_signs_and_explains_them_below_the_table(parts: list[ConsolidatedRound]) -> None:
    word = Document(BytesIO(export.render("r.docx", Report.of(_adjusted(parts), ""))))
    (marked,) = {
        cell._tc: cell for table in word.tables for cell in table._cells if cell.text.startswith("3.130")
    }.values()
    figure, signs = marked.paragraphs[0].runs
    assert (figure.text, signs.text, signs.font.superscript) == ("3.130", " (a) (1)", True)
    said = [one.text for one in word.paragraphs]
    assert said.index(ADJUSTED_NOTE.replace("2.914", _printed(parts))) == said.index(PARTIAL_NOTE) + 1


def test_csv_and_json_say_what_was_computed_and_why_it_is_not_printed(parts: list[ConsolidatedRound]) -> None:
    rows = _rows(export.render("r.csv", Report.of(_adjusted(parts), "")))
    (line,) = [dict(zip(HEADER, row, strict=True)) for row in rows if row[1:3] == [NOTED, ""]]
    assert (line["value"], line["coverage"]) == ("3130", "36/39")
    assert line["note"] == ADJUSTED_NOTE.replace("2.914", _printed(parts)).removeprefix("(1) ")
    document = json.loads(export.render("r.json", Report.of(_adjusted(parts), "")))
    (total,) = [one for one in document["rounds"][0]["totals"] if one["indicator"] == NOTED]
    computed = {"number": _printed(parts).replace(".", "")}
    assert (total["value"], total["adjusted"]) == (
        {"number": "3130"},
        {"computed": computed, "decided_on": computed, "reason": "=Sở A đếm thiếu {2}"},
    )
    assert len(total["shares"]) == AGENCIES


def test_a_contested_figure_and_a_plain_mean_are_told(parts: list[ConsolidatedRound]) -> None:
    changed = _with(parts, contested=True, unweighed=3, plain_mean=True)
    document = json.loads(export.render("r.json", Report.of(changed, "")))
    (total,) = [one for one in document["rounds"][0]["totals"] if one["indicator"] == NOTED]
    assert (total["contested"], total["unweighed"]) == (True, 3)
    word = Document(BytesIO(export.render("r.docx", Report.of(changed, ""))))
    notes = [one.text for one in word.paragraphs if re.match(r"\(\d+\)", one.text)]
    assert notes == [
        "(1) Bình quân cộng của các đơn vị, vì chưa có số liệu để tính tỷ lệ chung.",
        "(2) Có hai cách điều chỉnh khác nhau, chưa quyết định; đây là số tính từ các đơn vị.",
    ]


def test_a_sheet_is_printed_with_its_name_its_notes_whole_and_its_page_number(parts: list[ConsolidatedRound]) -> None:
    book = load_workbook(BytesIO(export.render("r.xlsx", Report.of(_adjusted(parts), ""))))
    (sheet,) = [one for one in book.worksheets if any("Lý do" in str(cell.value) for (cell,) in one["A1:A60"])]
    (note,) = [cell for (cell,) in sheet["A1:A60"] if "Lý do" in str(cell.value)]
    assert note.alignment.wrap_text
    assert f"A{note.row}" in {one.start_cell.coordinate for one in sheet.merged_cells.ranges}
    title = "5. Lĩnh vực xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    assert (sheet.oddHeader.center.text, sheet.oddFooter.center.text) == (title, "&P/&N")


def test_an_earlier_period_has_a_column_only_in_tables_of_which_figures_are_known(office: Path) -> None:
    certificate = keys.create("Sở Nội vụ", "home-affairs", "mat khau", LATER, rounds=1000)
    with store.open_workspace(office) as workspace:
        key = keys.unlock(certificate, "mat khau")
        past_totals.enter(workspace, propose("year", 2019), {NOTED: Number(Decimal(3250))}, key, "Lan", LATER)
        parts = merged.consolidated(workspace)
    tables = printed_tables(parts)
    assert [one.table.id for one in tables if any("2019" in head for head in one.header)] == ["5"]
    assert not [cell for one in tables for row in one.rows for cell in row if "2019" in cell.text]
