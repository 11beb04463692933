"""Placeholders in a workbook of somebody else's: figures in its own formats, and everything else as it was."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.report import Report
from reformdesk.core.values import Number, Status, Text
from reformdesk.errors import Mendable
from tests.demo import AGENCY
from tests.office.filled_forms import (
    PRESENT,
    RATE,
    SHEET,
    book_of,
    cells,
    changed_parts,
    filled,
    parts_of,
    reasons,
    sheet_of,
    with_part,
    with_total,
    workbook,
)

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def shared(*texts: str) -> bytes:
    """Return a workbook whose cells share their texts, as Excel writes it; each text may be XML of its own."""
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>{at - 1}</v></c></row>' for at in range(1, len(texts) + 1))
    items = "".join(f"<si>{text if text.startswith('<') else f'<t>{text}</t>'}</si>" for text in texts)
    content = cells(A1="x")
    parts = parts_of(content)
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'spreadsheetml.sharedStrings+xml"/></Types>',
    )
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    )
    if b"sharedStrings" not in parts["[Content_Types].xml"]:
        content = with_part(content, "[Content_Types].xml", types)
        content = with_part(content, "xl/_rels/workbook.xml.rels", relations)
    content = with_part(content, "xl/sharedStrings.xml", f'<sst xmlns="{NS}">{items}</sst>'.encode())
    sheet = f'<worksheet xmlns="{NS}"><sheetData>{rows}</sheetData></worksheet>'
    return with_part(content, SHEET, sheet.encode())


def test_a_cell_that_is_a_placeholder_becomes_a_number(told: Report) -> None:
    sheet = sheet_of(filled(cells(A1=f"{{{{{PRESENT}}}}}", A2=f" {{{{ {RATE} ; tổng }}}}\n", A3="khác"), told))
    assert (sheet["A1"].value, sheet["A1"].data_type) == (3156, "n")
    assert sheet["A2"].value == 83.46
    assert sheet["A3"].value == "khác"


def test_within_a_text_it_becomes_text_as_it_is_written_here(told: Report) -> None:
    text = f"Có {{{{{PRESENT}}}}} người, đạt {{{{{RATE}}}}}% ({{{{{PRESENT}; tên}}}})"
    sheet = sheet_of(filled(cells(B2=text), told))
    name = told.newest.catalogue.indicators[PRESENT].name.vi
    assert sheet["B2"].value == f"Có 3.156 người, đạt 83,46% ({name})"


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("0.00%", RATE, 0.8346),
        ("0%", RATE, 0.8346),
        ("[$-42A]0.0%;[Red]-0.0%", RATE, 0.8346),
        ('0.00"%"', RATE, 83.46),
        ("General", RATE, 83.46),
        ("#,##0.00", RATE, 83.46),
        ("#,##0", PRESENT, 3156),
        ("@", PRESENT, "3.156"),
        ("@", RATE, "83,46"),
    ],
)
def test_the_cells_own_format_is_kept_and_met(code: str, name: str, expected: Any, told: Report) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = f"{{{{{name}}}}}"
        sheet["A1"].number_format = code
        sheet["A1"].font = Font(bold=True)

    cell = sheet_of(filled(workbook(fill), told))["A1"]
    assert (cell.value, cell.number_format, cell.font.bold) == (expected, code, True)


@pytest.mark.parametrize(("code", "reason"), [("0%", "percent-cell"), ("dd/mm/yyyy", "date-cell")])
def test_a_format_that_would_show_another_figure_is_told(code: str, reason: str, told: Report) -> None:
    raw = f"{{{{{PRESENT}}}}}"

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = raw
        sheet["A1"].number_format = code

    form = filled(workbook(fill), told)
    assert reasons(form) == {raw: reason}
    assert sheet_of(form)["A1"].value == raw


def test_what_is_left_stays_visible_with_its_place(told: Report) -> None:
    content = cells(A1="{{a}}", C3=f"{{{{{PRESENT}}}}} và {{{{agency-satisfaction}}}}", D4="{{" + PRESENT)
    form = filled(content, told)
    sheet = sheet_of(form)
    assert sheet["A1"].value == "{{a}}"
    assert sheet["C3"].value == "3.156 và {{agency-satisfaction}}"
    assert [(line.place.sheet, line.place.at) for line in form.left] == [(sheet.title, at) for at in ("A1", "C3", "D4")]
    assert list(reasons(form).values()) == ["unknown-indicator", "blank", "not-closed"]


def test_a_status_is_written_and_a_blank_is_no_zero(report: Report) -> None:
    status = with_total(with_total(report, PRESENT, value=Status.NOT_APPLICABLE), RATE, value=Status.BLANK)
    form = filled(cells(A1=f"{{{{{PRESENT}}}}}", A2=f"{{{{{RATE}}}}}"), status)
    sheet = sheet_of(form)
    assert sheet["A1"].value == "Không áp dụng"
    assert sheet["A2"].value == f"{{{{{RATE}}}}}"


@pytest.mark.parametrize("words", ["=1+1", "+84", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_words_of_a_stranger_become_a_formula(words: str, report: Report) -> None:
    def fill(sheet: Worksheet) -> None:
        for at in ("A1", "A2", "A3"):
            sheet[at] = f"{{{{{PRESENT}}}}}"
            sheet[at].fill = PatternFill("solid", fgColor="FFFF00")
        sheet["B1"] = f"{{{{{PRESENT}}}}}{{{{{RATE}; đvt}}}}"

    form = filled(workbook(fill), with_total(report, PRESENT, value=Text(words)))
    sheet = sheet_of(form)
    for at in ("A1", "A2", "A3", "B1"):
        assert sheet[at].data_type == "s"
        assert sheet[at].value.startswith(words)
        assert sheet[at].quotePrefix
    assert sheet["A3"].fill.fgColor.rgb == "00FFFF00"
    assert not sheet["C1"].quotePrefix


def test_texts_that_cells_share_are_filled_each_for_itself(told: Report) -> None:
    rich = "<r><rPr><b/></rPr><t>Tổng: {{civil-</t></r><r><t>servants-present}} ng</t></r><r><t>ười</t></r>"
    content = shared(f"{{{{{PRESENT}}}}}", rich, "khác")
    form = filled(content, told)
    assert changed_parts(content, form.content) == {SHEET}
    sheet = load_workbook(io.BytesIO(form.content), rich_text=True).worksheets[0]
    assert sheet["A1"].value == 3156
    assert str(sheet["A2"].value) == "Tổng: 3.156 người"
    assert sheet["A2"].value[0].font.b
    assert sheet["A3"].value == "khác"


def test_nothing_else_of_the_workbook_changes(told: Report) -> None:
    """Charts, comments, checks, names, merged cells, conditional formats: parts and elements."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = f"{{{{{PRESENT}}}}}"
        sheet["A2"], sheet["A3"] = 5, 6
        sheet.merge_cells("C1:D4")
        sheet["C1"] = "gộp"
        sheet.add_data_validation(DataValidation("whole", sqref="A1:A9"))
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
        sheet.add_chart(chart, "F2")
        sheet["A2"].comment = Comment("của Bộ", "Bộ Nội vụ")
        book_of(sheet).defined_names["TONG"] = DefinedName("TONG", attr_text="'Biểu 1'!$A$1")
        book_of(sheet).create_sheet("Khác")["A1"] = "x"

    content = workbook(fill)
    form = filled(content, told)
    assert changed_parts(content, form.content) == {SHEET}
    before, after = (etree.fromstring(parts_of(one)[SHEET]) for one in (content, form.content))
    for root in (before, after):
        cell = next(one for one in root.iter("{*}c") if one.get("r") == "A1")
        row = cell.getparent()
        assert row is not None
        row.remove(cell)
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_formulas_are_kept_and_computed_anew(told: Report) -> None:
    content = cells(A1=f"{{{{{PRESENT}}}}}", A2="=SUM(A1:A1)", A3='="{{x}}"&A1')
    # what a program last showed there, and that it need not compute anew
    stale = re.sub(rb"(</f>)<v ?/?>(</v>)?", rb"\1<v>0</v>", parts_of(content)[SHEET])
    assert stale.count(b"</f><v>0</v>") == 2
    content = with_part(content, SHEET, stale)
    calm = re.sub(rb"<calcPr[^>]*/>", b"", parts_of(content)["xl/workbook.xml"])
    content = with_part(content, "xl/workbook.xml", calm)
    form = filled(content, told)
    sheet = sheet_of(form)
    assert (sheet["A2"].value, sheet["A3"].value) == ("=SUM(A1:A1)", '="{{x}}"&A1')
    assert reasons(form) == {"{{x}}": "formula"}
    root = etree.fromstring(parts_of(form.content)[SHEET])
    assert not [one for one in root.iter("{*}c") if one.find("{*}f") is not None and one.find("{*}v") is not None]
    book = etree.fromstring(parts_of(form.content)["xl/workbook.xml"])
    (calculation,) = book.iter("{*}calcPr")
    assert calculation.get("fullCalcOnLoad") == "1"
    names = [etree.QName(one).localname for one in book]
    assert names.index("sheets") < names.index("calcPr")


def test_where_nothing_was_filled_not_a_byte_changes(told: Report) -> None:
    content = cells(A1="{{a}}", A2="=1+1")
    assert changed_parts(content, filled(content, told).content) == set()


def test_the_head_of_an_excel_table_is_not_touched(told: Report) -> None:
    """The table names its columns once more; two names of one column are a broken file."""
    raw = f"{{{{{PRESENT}; tên}}}}"

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Đơn vị", raw])
        sheet.append(["a", raw])
        sheet.add_table(Table(displayName="T", ref="A1:B2"))

    form = filled(workbook(fill), told)
    assert [(line.place.at, line.raw) for line in form.left] == [("B1", raw)]
    assert sheet_of(form)["B2"].value == told.newest.catalogue.indicators[PRESENT].name.vi


def test_headers_comments_and_shapes_are_filled_too(told: Report) -> None:
    def fill(sheet: Worksheet) -> None:
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = f"Có {{{{{PRESENT}}}}} & {{{{a}}}}"
        sheet["A1"].comment = Comment(f"Số: {{{{{PRESENT}}}}}", "Bộ")
        chart = BarChart()
        chart.title = f"Đạt {{{{{RATE}}}}}%"
        chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
        sheet.add_chart(chart, "F2")

    form = filled(workbook(fill), told)
    parts = parts_of(form.content)
    assert "Có 3.156 " in parts[SHEET].decode()
    assert any(
        "Số: 3.156" in content.decode()
        for name, content in parts.items()
        if "comment" in name.lower() and name.endswith(".xml")
    )
    assert "Đạt 83,46%" in parts["xl/charts/chart1.xml"].decode()
    assert reasons(form) == {"{{a}}": "unknown-indicator"}


def test_a_placeholder_where_nothing_is_filled_is_listed(told: Report) -> None:
    content = cells(A1=f"{{{{{PRESENT}}}}}")
    form = filled(with_part(content, "customXml/item1.xml", b'<a b="{{x}}">{{y}}</a>'), told)
    assert reasons(form) == {"{{x}}": "not-reached", "{{y}}": "not-reached"}


def test_what_a_check_asks_for_is_listed(told: Report) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = f"{{{{{PRESENT}}}}}"
        sheet.add_data_validation(DataValidation("whole", sqref="A1", promptTitle="{{x}}", showInputMessage=True))

    assert reasons(filled(workbook(fill), told)) == {"{{x}}": "not-reached"}


def test_a_form_without_a_placeholder_is_told(told: Report) -> None:
    with pytest.raises(Mendable, match="form-empty"):
        filled(cells(A1="x"), told)


def test_an_agency_stands_in_its_own_cell(report: Report) -> None:
    sheet = sheet_of(filled(cells(A1=f"{{{{{PRESENT}; {AGENCY}; 2023}}}}"), report))
    assert sheet["A1"].value == int(filled_amount(report))


def filled_amount(report: Report) -> Decimal:
    (part,) = [one for one in report.whole() if one.round.id == "2023"]
    (share,) = [one for one in part.totals[PRESENT].shares if one.agency == AGENCY]
    assert isinstance(share.value, Number)
    return share.value.amount


PIECES = [*"{}｛｝;|/ 5.12&<>\"'=\tđ", PRESENT, f"{{{{{PRESENT}}}}}"]
ODD = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(max_examples=60)
@given(texts=st.lists(ODD, min_size=1, max_size=4))
def test_no_text_with_braces_is_too_odd(texts: list[str], told: Report) -> None:
    """Nothing but placeholders changes, whatever stands around them."""
    content = cells(**{f"A{row}": f"'{text}" for row, text in enumerate([*texts, "{{a}}"], 1)})
    form = filled(content, told)
    before, after = sheet_of_bytes(content), sheet_of(form)
    for row in range(1, len(texts) + 2):
        old = str(before[f"A{row}"].value)
        for line in (line for line in form.filled if line.place.at == f"A{row}"):
            old = old.replace(line.raw, "3.156", 1)
        assert str(after[f"A{row}"].value) == old


def sheet_of_bytes(content: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(content)).worksheets[0]
