"""The form filled in and saved by a real LibreOffice, and what people do to it there, read back."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.office.form_layout import Part
from tests.office.forms import Form, cell_of, codes, losses, notes, offered, row_of
from tests.office.libreoffice import SOFFICE, Hand, typed

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (Debian: libreoffice-calc-nogui) is not installed")

RATES, MARK, COUNT = "province-satisfaction", "reform-contest", "reform-initiatives"
STATUS = "civil-servants-recruited"
COUNTS = ("civil-servants-assigned", "civil-servants-present", "public-employees-assigned", "training-courses")


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    try:
        return Hand(tmp_path / "libreoffice")
    except subprocess.SubprocessError as problem:
        pytest.skip(f"LibreOffice does not start here: {problem}")


def _type(form: Form, key: str, text: str, part: Part = Part.VALUE) -> str:
    cell = cell_of(form.book(), key, part)
    return typed(cell.parent.title, cell.coordinate, text)


def test_a_form_filled_in_and_saved_there_reads_back_whole(form: Form, hand: Hand) -> None:
    """Every indicator is answered once, each kind in its way."""
    owed = form.round.owed(form.agency)
    kinds = form.round.catalogue.indicators
    expected: dict[str, str] = {}
    steps = []
    for place, name in enumerate(owed):
        if name == RATES:
            steps += [_type(form, f"{name}#so-nganh", "88.5"), _type(form, f"{name}#huyen", "85.4")]
            expected[name] = "- Khối sở, ngành: 88,5%\n- Khối huyện: 85,4%"
            continue
        text = {"mark": "x", "percent": "83.46"}.get(kinds[name].kind, str(1200 + place))
        text = "Chưa thực hiện" if name == STATUS else text
        steps.append(_type(form, name, text))
        expected[name] = text
    steps.append(_type(form, COUNT, "1/5 số xã sáp nhập", Part.WORDS))
    hand.work(form.path, steps)
    read = form.read()
    assert offered(read) == expected
    assert set(expected) == set(owed)
    assert losses(read) == []
    assert next(one.explanation for one in read.offers if one.indicator == COUNT) == "1/5 số xã sáp nhập"
    assert next(one.raw for one in read.offers if one.indicator == "agency-satisfaction") == Decimal("83.46")


def test_what_people_do_to_it_there_is_read_or_named(form: Form, hand: Hand) -> None:
    """Rows sorted and hidden, a column moved away, a sheet renamed, a formula, an error, merged cells."""
    book = form.book()
    sheet, first = row_of(book, COUNTS[0])
    _, last = row_of(book, COUNTS[-1])
    value = cell_of(book, COUNTS[0]).column_letter
    steps = [_type(form, name, str(500 + place)) for place, name in enumerate(COUNTS)]
    steps += [
        _type(form, STATUS, f"={value}{first}+1"),
        _type(form, "staff-downsized", "=1/0"),
        f'Set sheet = book.Sheets.getByName("{sheet.title}")',
        'sheet.unprotect("")',
        f"sheet.Rows.getByIndex({last - 1}).IsVisible = False",
        "sheet.Columns.insertByIndex(1, 2)",
        'sheet.Name = "Bien che"',
        f'book.Sheets.getByName("{book.worksheets[1].title}").unprotect("")',
        _type(form, "province-surveyed-services", "5"),
        f'Set area = book.Sheets.getByName("{book.worksheets[1].title}").getCellRangeByName("{_two_below(form)}")',
        "area.merge(True)",
    ]
    hand.work(form.path, steps)
    read = form.read()
    assert offered(read) == {**{name: str(500 + place) for place, name in enumerate(COUNTS)}, STATUS: "501"}
    assert notes(read, STATUS) == ("formula",)
    assert notes(read, COUNTS[-1]) == ("hidden",)
    assert codes(read) == {"error-cell", "merged"}
    assert {loss.sheet for loss in read.losses} == {"Bien che", book.worksheets[1].title}


def _two_below(form: Form) -> str:
    cell = cell_of(form.book(), "province-surveyed-services")
    return f"{cell.coordinate}:{cell.column_letter}{cell.row + 1}"


def test_numbers_are_shown_there_as_they_are_written_here(form: Form, hand: Hand, tmp_path: Path) -> None:
    """LibreOffice shows them by the format's language, whatever its own is."""
    steps = [_type(form, COUNT, "1234567"), _type(form, RATES, "83.46")]
    shown = tmp_path / "shown.xlsx"
    for key in (COUNT, RATES):
        cell = cell_of(form.book(), key)
        at = f'book.Sheets.getByName("{cell.parent.title}").getCellRangeByName("{cell.coordinate}")'
        there = f'book.Sheets.getByName("{cell.parent.title}").getCellRangeByName("Z{cell.row}")'
        steps.append(f"{there}.String = {at}.String")
    steps.insert(0, f'book.Sheets.getByName("{cell_of(form.book(), COUNT).parent.title}").unprotect("")')
    shown.write_bytes(form.path.read_bytes())
    hand.work(shown, steps)
    book = Form(form.round, form.agency, shown).book()
    texts = [row_of(book, key)[0].cell(row_of(book, key)[1], 26).value for key in (COUNT, RATES)]
    assert texts == ["1.234.567", "83,46"]
