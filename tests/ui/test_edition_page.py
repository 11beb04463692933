"""The page on which Home Affairs draws the next edition, with real keys and a real workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt

from reformdesk.core import edition_draft
from reformdesk.core.catalogue import Reporter
from reformdesk.core.edition_draft import Draft
from reformdesk.core.indicator_edits import Assign, Retire
from reformdesk.core.table_edits import RemoveRow, Renumber
from reformdesk.ui.dialogs.edition.rule import RuleDialog
from reformdesk.ui.editing import Editing
from reformdesk.ui.models import reorganisation
from reformdesk.ui.models.edition_rows import NAME, NUMBER
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import EDITION
from reformdesk.ui.pages.edition.matrix_view import AMONG, REPORTS
from reformdesk.ui.pages.edition.page import AGENCIES, CHECK, MATRIX, RULES, TABLE
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, desk_of

CONTROL = Qt.KeyboardModifier.ControlModifier
MEDIA = "so-thong-tin-va-truyen-thong"
SIMPLIFIED = "procedures-simplified"


@pytest.fixture
def desk(office: Path, open_window: Open) -> OfficeDesk:
    return desk_of(open_window(office), OfficeDesk)


@pytest.fixture
def editing(desk: OfficeDesk, hands: Hands) -> Editing:
    """A draft that was begun with the one button that the empty page has."""
    hands.click(desk.item(EDITION))
    hands.settle_desk(desk)
    page = desk.errands.editing.page
    hands.click(page.begin_button)
    hands.settle_desk(desk)
    return desk.errands.editing


def draft_of(desk: OfficeDesk, hands: Hands) -> Draft:
    """Return the draft as it is on the disk."""
    found: list[Draft | None] = []
    desk.workspace.read(edition_draft.current, found.append)
    hands.settle_desk(desk)
    assert found[0] is not None
    return found[0]


def test_a_cell_is_changed_in_place_and_every_step_is_on_the_disk(
    editing: Editing, desk: OfficeDesk, hands: Hands, check_model: CheckModel
) -> None:
    page = editing.page
    page.open_part(f"{TABLE}3")
    page.rows.go_to(SIMPLIFIED)
    row = page.rows.table.currentIndex().row()
    page.rows.table.setCurrentIndex(page.rows.model.index(row, NUMBER))
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type("2a")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert draft_of(desk, hands).edits == (Renumber("3", row, "2a"),)
    assert page.rows.model.cell(row, NUMBER).text == "2a"
    # the cursor stays where one works
    assert hands.focused() is page.rows.table
    assert page.rows.table.currentIndex().row() == row
    hands.press(Qt.Key.Key_Delete)
    hands.settle_desk(desk)
    assert draft_of(desk, hands).edits[1:] == (Retire(SIMPLIFIED),)
    for _ in range(2):
        hands.press(Qt.Key.Key_Z, CONTROL)
        hands.settle_desk(desk)
    assert draft_of(desk, hands).edits == ()
    assert page.rows.model.cell(row, NUMBER).text == "2"
    hands.press(Qt.Key.Key_Y, CONTROL)
    hands.settle_desk(desk)
    assert draft_of(desk, hands).edits == (Renumber("3", row, "2a"),)
    assert "(1)" in page.changes_button.text()
    hands.click(page.changes_button)
    hands.settle_desk(desk)
    assert "2a" in editing.note.note.toPlainText()
    editing.note.close()
    check_model(page.rows.model)


def test_what_is_typed_beside_is_a_step_and_what_cannot_be_is_told(
    editing: Editing, desk: OfficeDesk, hands: Hands, heard: HeardMessages
) -> None:
    page = editing.page
    page.open_part(f"{TABLE}3")
    page.rows.go_to(SIMPLIFIED)
    panel = page.rows.panel
    hands.focus(panel.unit)
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type_vietnamese("quy trình")
    hands.focus(page.rows.table)
    hands.settle_desk(desk)
    assert draft_of(desk, hands).edition.indicators[SIMPLIFIED].unit.vi == "quy trình"
    page.rows.table.setCurrentIndex(page.rows.model.index(0, NAME))
    hands.click(page.rows.out_button)
    hands.settle_desk(desk)
    assert len(heard.problems) == 1
    assert page.rows.model.lines[0].name in heard.problems[0]
    assert not any(isinstance(one, RemoveRow) for one in draft_of(desk, hands).edits)


def test_cells_of_one_column_are_given_to_it_at_once(editing: Editing, desk: OfficeDesk, hands: Hands) -> None:
    page = editing.page
    matrix = page.matrix
    page.open_part(MATRIX)
    matrix.area.setCurrentIndex(matrix.area.findData("7"))
    matrix.area.activated.emit(matrix.area.currentIndex())
    column = next(at for at, one in enumerate(matrix._across) if one == Reporter(group="departments")) + 2
    hands.focus(matrix.table)
    for row in (0, 1):
        index = matrix.model.index(row, column)
        matrix.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
    chosen = matrix._shown[:2]
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert draft_of(desk, hands).edits == (Assign(chosen, Reporter(group="departments")),)
    assert [matrix.model.cell(row, column).text for row in (0, 1)] == [REPORTS, REPORTS]
    own = next(at for at, one in enumerate(matrix._across) if one == Reporter(agency=MEDIA)) + 2
    assert matrix.model.cell(0, own).text == AMONG


def test_a_rule_is_tried_and_set(editing: Editing, desk: OfficeDesk, hands: Hands) -> None:
    page = editing.page
    page.open_part(f"{TABLE}5")
    page.rows.go_to("civil-servants-present")
    page.rows.panel.tabs.setCurrentIndex(1)
    box = page.rows.panel.rules
    hands.click(box.try_button)
    hands.settle_desk(desk)
    assert box.result.text()
    hands.click(box.new_button)
    dialog = editing.dialog
    assert isinstance(dialog, RuleDialog)
    assert dialog.left.currentData() == "civil-servants-present"
    dialog.right.setCurrentIndex(dialog.right.findData("public-employees-assigned"))
    before = box.count()
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert not dialog.isVisible()
    assert box.count() == before + 1


def test_a_rule_that_names_what_was_retired_takes_nothing_else_for_it(
    editing: Editing, desk: OfficeDesk, hands: Hands
) -> None:
    editing.record(Retire("civil-servants-assigned"))
    hands.settle_desk(desk)
    page = editing.page
    page.open_part(RULES)
    page.rules.go_to("civil-servants-present-within-assigned")
    hands.click(page.rules.change_button)
    dialog = editing.dialog
    assert isinstance(dialog, RuleDialog)
    assert (dialog.left.currentData(), dialog.right.currentData()) == ("civil-servants-present", "")
    hands.click(dialog.go)
    hands.settle_desk(desk)
    # the rule says nothing so: it is not set
    assert draft_of(desk, hands).edits == (Retire("civil-servants-assigned"),)


def test_a_problem_leads_to_where_it_is_mended_and_holds_the_draft_back(
    editing: Editing, desk: OfficeDesk, hands: Hands
) -> None:
    page = editing.page
    editing.record(reorganisation.end([MEDIA], date(2025, 3, 1)))
    hands.settle_desk(desk)
    assert not page.use_button.isEnabled()
    page.open_part(CHECK)
    first = page.problems._problems[0]
    hands.press(Qt.Key.Key_Return)
    assert page.part.startswith(TABLE)
    line = page.rows.chosen()
    assert line is not None
    assert line.indicator == first.indicator
    page.open_part(AGENCIES)
    page.register.go_to(MEDIA)
    assert page.register.chosen() == MEDIA
    page.open_part(RULES)
    assert page.rules.count() == len(draft_of(desk, hands).edition.drawn.rules)


def test_a_form_is_filled_in_and_taken_in_as_one_step(
    editing: Editing, desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    heard.target = tmp_path / "chi-tieu.xlsx"
    editing.page.indicators_template.emit()
    hands.settle_desk(desk)
    book = load_workbook(heard.target)
    sheet = book.worksheets[0]
    named = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Lớp tập huấn chuyên đề CCHC")
    named.value = "Lớp tập huấn về cải cách"
    book.save(heard.target)
    heard.files = [heard.target]
    editing.page.take_indicators.emit()
    hands.settle_desk(desk)
    dialog = editing.lists.dialog
    assert "Lớp tập huấn về cải cách" in dialog.note.toPlainText()
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert len(draft_of(desk, hands).edits) == 1
    editing.page.take_indicators.emit()
    hands.settle_desk(desk)
    assert editing.lists.dialog.go.isHidden(), "what stands so already is no step"
