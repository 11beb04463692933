"""Blocks between the form and a spreadsheet, by real keys and the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from reformdesk.core import store
from reformdesk.core.number_style import NumberStyle
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.models.preview import NEW
from reformdesk.ui.models.ticking import NOTE, NUMBER
from reformdesk.ui.widgets.basics import Strip, with_sign
from tests import demo as sample
from tests.demo import AGENCY
from tests.ui.conftest import CheckModel, Hands, Open, desk_of, nameless, say
from tests.ui.on_form import data_of, field_at, row_of, settle, stored_in, type_into

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
AREA = ("legal-documents-issued", "legal-documents-to-amend", "legal-documents-handled", "legal-documents-examined")


@pytest.fixture
def agency(desk: Path, open_window: Open, hands: Hands) -> AgencyDesk:
    """An agency's desk with the cursor in the first field of its second area."""
    found = desk_of(open_window(desk), AgencyDesk)
    hands.click(found.item("area:2"))
    settle(found, hands)
    return found


def paste(agency: AgencyDesk, hands: Hands, text: str) -> None:
    QApplication.clipboard().setText(text)
    hands.press(Qt.Key.Key_V, CONTROL)
    settle(agency, hands)


def fields(agency: AgencyDesk, count: int = 4) -> list[str]:
    return [row_of(agency, name).field.edit.text() for name in list(data_of(agency).owed_in("2"))[:count]]


def changes_in(path: Path) -> int:
    with store.open_workspace(path) as workspace:
        return int(workspace.rows("SELECT count(*) AS n FROM history")[0]["n"])


def test_one_cell_goes_into_the_field_without_its_line_end(agency: AgencyDesk, hands: Hands) -> None:
    paste(agency, hands, " 1.234\r\n")
    assert agency.stack.currentWidget() is agency.form
    assert fields(agency, 1) == ["1.234"]
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert fields(agency, 1) == ["1.234"]


def test_a_column_is_looked_at_and_taken_with_enter(agency: AgencyDesk, hands: Hands) -> None:
    before = fields(agency)
    paste(agency, hands, "31\n\n14\n")
    assert agency.stack.currentWidget() is agency.preview
    assert agency.preview.table.hasFocus()
    assert nameless(agency.preview) == []
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.form
    assert fields(agency) == ["31", before[1], "14", before[3]]
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert fields(agency) == before
    hands.press(Qt.Key.Key_Y, CONTROL)
    settle(agency, hands)
    assert fields(agency)[0] == "31"


def test_escape_leaves_all_as_it_is(agency: AgencyDesk, hands: Hands, desk: Path, demo: Path) -> None:
    before = fields(agency)
    hands.press(Qt.Key.Key_Down)
    here = field_at(agency, hands)
    paste(agency, hands, "1\n2\n3")
    hands.press(Qt.Key.Key_Escape)
    settle(agency, hands)
    assert (fields(agency), field_at(agency, hands)) == (before, here)
    agency.window().close()
    assert changes_in(desk) == changes_in(sample.copy_of_agency(demo, AGENCY, desk.parent / "fresh"))


def test_a_row_whose_tick_is_taken_off_stays(agency: AgencyDesk, hands: Hands) -> None:
    before = fields(agency)
    paste(agency, hands, "901\n902")
    note = str(agency.preview.model.index(0, NOTE).data())
    assert note == with_sign("warning", say("PreviewModel", "Replaces the answer that stands."))
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    assert agency.preview.model.index(1, NUMBER).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    hands.click(agency.preview.take)
    settle(agency, hands)
    assert fields(agency, 2) == ["901", before[1]]


def test_a_table_with_names_lands_by_them_with_its_explanations(agency: AgencyDesk, hands: Hands) -> None:
    data = data_of(agency)
    first, second = data.owed_in("2")[:2]
    other = data.owed_in("5")[0]
    names = [data.round.catalogue.indicators[name].name.vi for name in (other, second, first)]
    paste(agency, hands, "\n".join(f"{name}\t1\t{900 + place}\tdo sáp nhập" for place, name in enumerate(names)))
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    given = data_of(agency).answers
    assert [str(given[name].value.amount) for name in (other, second, first)] == ["900", "901", "902"]  # type: ignore[union-attr] # numbers
    assert given[other].explanation == "do sáp nhập"


def test_a_number_that_could_mean_two_things_is_asked_at_its_row(agency: AgencyDesk, hands: Hands) -> None:
    paste(agency, hands, "1,475\n7")
    assert not agency.preview.model.given().keys() & {data_of(agency).owed_in("2")[0]}
    hands.press(Qt.Key.Key_Return)
    assert agency.preview.menu.isVisible()
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert agency.preview.model.index(0, NEW).data() == "1.475"
    agency.preview.menu.hide()
    hands.click(agency.preview.take)
    settle(agency, hands)
    assert fields(agency, 2) == ["1.475", "7"]


def test_the_way_numbers_are_written_can_be_told(agency: AgencyDesk, hands: Hands) -> None:
    paste(agency, hands, "1,475\n2,310")
    box = agency.preview.style_box
    assert box.currentData() is None
    hands.focus(box)
    for _ in NumberStyle:
        hands.press(Qt.Key.Key_Down)
    assert box.currentText() == "1,234.5"
    assert len(agency.preview.model.given()) == 2
    hands.click(agency.preview.take)
    settle(agency, hands)
    assert fields(agency, 2) == ["1.475", "2.310"]


def test_what_cannot_be_read_or_placed_is_said_and_never_written(
    agency: AgencyDesk, hands: Hands, check_model: CheckModel
) -> None:
    data = data_of(agency)
    name = data.round.catalogue.indicators[data.owed_in("2")[0]].name.vi
    paste(agency, hands, f"{name}\tkhoảng 12\nKhông có dòng này\t5")
    check_model(agency.preview.model)
    assert agency.preview.model.given() == {}
    assert not agency.preview.take.isEnabled()
    said = [one.accessibleName() for one in agency.preview.findChildren(Strip) if one.isVisible()]
    assert any("Không có dòng này" in text for text in said)


def test_marked_rows_are_copied_as_a_spreadsheet_takes_them_and_come_back(agency: AgencyDesk, hands: Hands) -> None:
    before = fields(agency, 3)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.press(Qt.Key.Key_Down, SHIFT)
    assert agency.form.marked == data_of(agency).owed_in("2")[:3]
    hands.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().splitlines() == before
    hands.press(Qt.Key.Key_Delete)
    settle(agency, hands)
    assert fields(agency, 3) == ["", "", ""]
    agency.form.go_to(data_of(agency).owed_in("2")[0])
    assert not agency.form.marked
    hands.press(Qt.Key.Key_V, CONTROL)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert fields(agency, 3) == before


def test_clearing_marked_rows_is_one_step(agency: AgencyDesk, hands: Hands) -> None:
    before = fields(agency, 2)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.press(Qt.Key.Key_Delete)
    settle(agency, hands)
    assert fields(agency, 2) == ["", ""]
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert fields(agency, 2) == before


def test_an_explanation_of_an_old_font_is_kept_and_offered_converted(
    agency: AgencyDesk, hands: Hands, desk: Path
) -> None:
    name = data_of(agency).owed_in("2")[0]
    hands.press(Qt.Key.Key_F4)
    hands.type_vietnamese("Thùc hiÖn theo NghÞ quyÕt")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(name).explanation == "Thùc hiÖn theo NghÞ quyÕt"
    convert = next(
        one
        for one in row_of(agency, name).findChildren(QPushButton)
        if one.text() == say("FormRow", "Convert") and one.isVisible()
    )
    hands.click(convert)
    settle(agency, hands)
    assert data_of(agency).answer(name).explanation == "Thực hiện theo Nghị quyết"
    buttons = [one.text() for one in row_of(agency, name).findChildren(QPushButton) if one.isVisible()]
    assert say("FormRow", "Convert") not in buttons
    agency.window().close()
    assert stored_in(desk)[name]


def test_a_value_typed_in_one_field_after_a_block_is_its_own_step(agency: AgencyDesk, hands: Hands) -> None:
    before = fields(agency, 2)
    paste(agency, hands, "901\n902")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    type_into(agency, hands, data_of(agency).owed_in("2")[0], "5")
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert fields(agency, 2) == ["901", "902"]
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert fields(agency, 2) == before
