"""The form's workbook as a colleague gets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core import proposals
from reformdesk.core.answers import Answer
from reformdesk.core.catalogue import Consolidation
from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.proposals import Fate
from reformdesk.core.rounds import Break
from reformdesk.core.values import Number, Status
from reformdesk.office import form_template
from reformdesk.office.form_layout import HEADINGS, Part, identity_in, layout_rows, squashed
from reformdesk.office.form_words import SIGNS
from tests.office.conftest import Filed
from tests.office.forms import Form, areas_in, cell_of, codes, column_of, losses, offered, row_of, sheets_in

RATES = "province-satisfaction"


def _sheets(form: Form) -> list[Worksheet]:
    return areas_in(form.book())


def test_a_sheet_for_each_area_after_one_that_says_how(form: Form) -> None:
    areas = form.round.areas_of(form.agency)
    sheets = _sheets(form)
    assert [sheet.title[0] for sheet in sheets] == list(areas)
    keys = [str(cell.value) for sheet in sheets for cell in sheet["A"] if cell.value]
    assert [key for key in keys if key in form.round.catalogue.indicators] == list(form.round.owed(form.agency))


def test_its_own_rows_alone_each_by_a_name_of_its_own(form: Form) -> None:
    rows = [
        row for area in form.round.areas_of(form.agency) for row in layout_rows(form.round, form.agency, area, "vi")
    ]
    names = [squashed(row.name) for row in rows if row.key]
    assert len(names) == len(set(names)) > len(form.round.owed(form.agency))
    shown = [str(sheet.cell(5 + place, 3).value) for sheet in _sheets(form)[:1] for place in range(3)]
    assert shown == [row.name for row in rows[:3]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_speaks_the_programs_language(filed: Filed, language: str) -> None:
    form = filed[0].write(language=language)
    texts = [str(cell.value) for cell in _sheets(form)[0][4]]
    assert HEADINGS[Part.NAME].text(language) in texts
    assert codes(form.read()) == set()


def test_only_what_is_to_be_filled_in_is_open(form: Form) -> None:
    for sheet in sheets_in(form.book()):
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        parts = {
            Part(str(sheet.cell(3, column).value))
            for row in sheet.iter_rows()
            for column, cell in enumerate(row, 1)
            if not cell.protection.locked
        }
        assert parts <= {Part.VALUE, Part.WORDS}
    assert not cell_of(form.book(), "reform-initiatives").protection.locked
    assert not cell_of(form.book(), "reform-initiatives", Part.WORDS).protection.locked
    assert cell_of(form.book(), f"{RATES}#huyen", Part.WORDS).protection.locked


def test_what_is_hidden_says_whose_it_is_and_never_shows(form: Form) -> None:
    for sheet in form.book().worksheets:
        found = identity_in(str(sheet["A1"].value))
        assert found is not None
        assert (found.round, found.digest, found.agency) == (form.round.id, form.round.digest, form.agency)
        assert sheet.column_dimensions["A"].hidden
    assert all(sheet.row_dimensions[3].hidden for sheet in _sheets(form))


@pytest.mark.parametrize(
    ("key", "kind", "says"),
    [
        ("reform-initiatives", "custom", "INT("),
        (RATES, "custom", "<=100"),
        (f"{RATES}#huyen", "custom", "FALSE"),
        ("reform-contest", "list", "x,0,Chưa thực hiện"),
    ],
)
def test_each_kind_is_checked_while_it_is_typed(form: Form, key: str, kind: str, says: str) -> None:
    book = form.book()
    sheet, cell = row_of(book, key)[0], cell_of(book, key)
    checks = [one for one in sheet.data_validations.dataValidation if cell.coordinate in one.sqref]
    assert [(one.type, says in str(one.formula1), bool(one.prompt)) for one in checks] == [(kind, True, True)]
    assert len(str(checks[0].formula1)) <= 255


def test_earlier_figures_stand_before_the_field_the_nearest_last(form: Form) -> None:
    sheet, row = row_of(form.book(), "province-survey-forms")
    cell, at = sheet.cell(row, column_of(sheet, Part.VALUE)), column_of(sheet, Part.VALUE)
    past = [one.id for one in form.round.earlier][-3:]
    assert [str(sheet.cell(3, at - 3 + place).value) for place in range(3)] == [f"rd:earlier:{one}" for one in past]
    for place, one in enumerate(form.round.earlier[-3:]):
        value = form.round.earlier_value(one, form.agency, "province-survey-forms")
        assert isinstance(value, Number)
        assert sheet.cell(row, at - 3 + place).value == value.amount
    assert cell.number_format == "[$-42A]#,##0"


def test_a_successors_form_has_the_sums_and_says_by_signs_what_is_to_be_known_of_them(form: Form) -> None:
    *others, past = form.round.earlier
    own, indicators = past.answers[form.agency], form.round.catalogue.indicators
    sums = {name for name, one in indicators.items() if one.consolidation is Consolidation.SUM}
    name, reported = next((name, one) for name, one in own.items() if name in sums and isinstance(one, Number))
    taken_over = replace(
        past, answers={**past.answers, "cu": {name: Number(Decimal(1000))}}, breaks={RATES: Break.UNIT}
    )
    step = Succession("cu", form.agency, past.ends + timedelta(days=1))
    round_ = replace(form.round, earlier=(*others, taken_over), former=(Agency("cu", "Sở Cũ"),), succession=(step,))
    successor = replace(form, round=round_).write()
    book = successor.book()
    sheet, row = row_of(book, name)
    cell = sheet.cell(row, column_of(sheet, Part.VALUE) - 1)
    assert cell.value == reported.amount + 1000
    assert cell.number_format == form_template.number_format(indicators[name]) + '"*"'
    sheet, row = row_of(book, RATES)
    assert sheet.cell(row, column_of(sheet, Part.VALUE) - 1).number_format == '[$-42A]"("General")"'
    assert _explains_signs(successor)
    assert codes(successor.read()) == set()
    assert not _explains_signs(form.write())


def _explains_signs(form: Form) -> bool:
    return any(SIGNS.vi in str(cell.value) for row in form.book().worksheets[0].iter_rows() for cell in row)


def test_what_is_answered_already_stands_there_and_reads_back_as_the_same(filed: Filed) -> None:
    form, given = filed
    rates = {RATES: form.round.earlier[-1].answers[form.agency][RATES]}
    answers = {**given, **{name: Answer(value, "do sáp nhập") for name, value in rates.items()}}
    read = form.write(answers).read()
    weighed = proposals.weigh(form.round, form.agency, answers, read.offers, read.style)
    assert {one.fate for one in weighed} == {Fate.SAME}
    assert {one.indicator for one in weighed} == {
        name for name, one in answers.items() if one.value is not Status.BLANK or one.explanation
    }
    assert losses(read) == []


@pytest.mark.parametrize("amount", ["123456789012345678", "83.4600000000000001"])
def test_a_figure_with_more_digits_than_a_spreadsheet_keeps_is_not_cut(filed: Filed, amount: str) -> None:
    form = filed[0]
    name = RATES if "." in amount else "reform-initiatives"
    form.write({name: Answer(Number(Decimal(amount)))})
    found = offered(form.read())[name]
    assert found.replace(".", "").replace(",", "").rstrip("%") == amount.replace(".", "")


def test_a_name_that_begins_like_a_formula_stays_a_name(filed: Filed) -> None:
    form = filed[0]
    agencies = tuple(replace(one, name="=1+1") if one.id == form.agency else one for one in form.round.agencies)
    form.round = replace(form.round, agencies=agencies)
    assert form.write().book().worksheets[0]["C2"].data_type == "s"


def test_it_prints_on_a4_with_its_headings_on_each_page(form: Form) -> None:
    for sheet in _sheets(form):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$4:$4"
        assert column_of(sheet, Part.ROW) == 1
        assert "$B$1" in str(sheet.print_area)


def test_the_name_is_ascii_and_says_whose_and_which(form: Form) -> None:
    name = form_template.file_name(form.round, form.agency)
    assert name.isascii()
    assert form.agency in name
    assert form.round.id in name
