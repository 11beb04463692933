"""Lists as workbooks: what a spreadsheet makes of a cell, and what a form offers to choose among."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reformdesk.core.catalogue import Label
from reformdesk.core.listed_rows import Column, ListForm, Spoilt
from reformdesk.errors import Mendable
from reformdesk.office import list_forms

COLUMNS = (
    Column("name", Label("Tên", "Name"), Label("Tên đầy đủ", "The full name"), needed=True),
    Column("day", Label("Từ ngày", "From"), Label("Ngày", "A day")),
    Column("group", Label("Nhóm", "Group"), Label("Nhóm", "Group"), choices=(Label("Sở, ngành", "Departments"),)),
)


def test_cells_are_read_as_what_they_hold(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["  Sở  Y tế ", 6.1, date(2025, 3, 1), None, "=A1&B1", "#REF!"])
    sheet["F1"].data_type = "e"
    sheet["A3"] = "gộp"
    sheet.merge_cells("A3:B4")
    book.create_sheet("Hai").append(["khác"])
    path = tmp_path / "list.xlsx"
    book.save(path)
    first, second = list_forms.read(path)
    assert (first.title, second.title) == ("Sheet", "Hai")
    assert [row.number for row in first.rows] == [1, 3]
    name, number, day, blank, formula, error = first.rows[0].cells
    assert (name, number, day, blank) == ("Sở  Y tế", Decimal("6.1"), date(2025, 3, 1), "")
    assert (formula, error) == (Spoilt(""), Spoilt("#REF!"))
    assert first.rows[1].cells[:2] == ("gộp", "gộp")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_form_explains_its_columns_and_offers_their_words(language: str, tmp_path: Path) -> None:
    rows = (("Sở Y tế", "01/03/2025", "Sở, ngành"), ("=1+1", "", ""))
    path = tmp_path / "form.xlsx"
    path.write_bytes(list_forms.workbook([ListForm("Đơn vị", "Mỗi dòng một đơn vị.", COLUMNS, rows)], language))
    book = load_workbook(path)
    page, guide, words = book.worksheets
    assert [cell.value for cell in page[4]] == [
        f"{column.heading.text(language)}{' *' * column.needed}" for column in COLUMNS
    ]
    # a day stays as it was typed, whatever the language of the machine
    assert (page["B5"].value, page["B5"].number_format, page.column_dimensions["B"].number_format) == (
        "01/03/2025",
        "@",
        "@",
    )
    assert (page["A6"].data_type, page["A6"].quotePrefix) == ("s", True)
    (offered,) = page.data_validations.dataValidation
    assert str(offered.sqref).startswith("C5:")
    assert (words.sheet_state, words["A1"].value) == ("hidden", COLUMNS[2].choices[0].text(language))
    explained = [cell.value for row in guide.iter_rows() for cell in row]
    assert COLUMNS[0].hint.text(language) in explained
    again, *_ = list_forms.read(path)
    assert again.rows[-1].cells[0] == "=1+1"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("Tên,Nhóm", encoding="utf-8")
    with pytest.raises(Mendable, match="workbook-damaged"):
        list_forms.read(path)
