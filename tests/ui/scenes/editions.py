"""Home Affairs draws the next edition: tables, rules, who reports what, agencies that are reorganised."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Label
from reformdesk.core.edition import Edit
from reformdesk.core.indicator_edits import Retire
from reformdesk.core.table_edits import NameEdition
from reformdesk.list_files import ListKind
from reformdesk.ui.dialogs.edition.agency import GroupsDialog, JoinDialog
from reformdesk.ui.dialogs.edition.new_row import NewRowDialog
from reformdesk.ui.dialogs.edition.reorganise import DIVIDE, END, MERGE, RENAME, ReorganiseDialog
from reformdesk.ui.dialogs.edition.rule import RuleDialog
from reformdesk.ui.dialogs.edition.small import ChangeNoteDialog, NamesDialog
from reformdesk.ui.dialogs.edition.tables import TablesDialog
from reformdesk.ui.dialogs.edition.taken_list import TakenListDialog
from reformdesk.ui.dialogs.round_plan import RoundPlanDialog
from reformdesk.ui.editing import Editing
from reformdesk.ui.list_taking import look_at
from reformdesk.ui.models import reorganisation
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import EDITION
from reformdesk.ui.pages.edition.page import AGENCIES, CHECK, MATRIX, TABLE
from reformdesk.ui.window import MainWindow
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage

MEDIA, HEIR = "so-thong-tin-va-truyen-thong", "so-khoa-hoc-va-cong-nghe"
ON = date(2025, 3, 1)


def _draft(stage: Stage, *edits: Edit) -> Editing:
    """Return the page with a draft of some steps."""
    desk = stage.office()
    desk.open_page(EDITION)
    stage.settle(desk.window())
    editing = desk.errands.editing
    editing.page.begin_button.click()
    stage.settle(desk.window())
    for edit in edits:
        editing.record(edit)
        stage.settle(desk.window())
    return editing


@scene("editions")
def _draft_rows(stage: Stage) -> QWidget:
    page = _draft(stage).page
    page.open_part(f"{TABLE}3")
    page.rows.go_to("procedures-simplified")
    return page.window()


@scene("editions")
def _draft_rate(stage: Stage) -> QWidget:
    page = _draft(stage).page
    page.open_part(f"{TABLE}1")
    page.rows.go_to("agency-satisfaction")
    stage.settle(page.window())
    page.rows.panel.choose_rate()
    return page.window()


@scene("editions")
def _draft_rules(stage: Stage) -> QWidget:
    page = _draft(stage).page
    page.open_part(f"{TABLE}5")
    page.rows.go_to("civil-servants-present")
    page.rows.panel.tabs.setCurrentIndex(1)
    page.rows.panel.rules.try_button.click()
    return page.window()


@scene("editions")
def _draft_matrix(stage: Stage) -> QWidget:
    page = _draft(stage).page
    page.open_part(MATRIX)
    return page.window()


@scene("editions")
def _draft_agencies(stage: Stage) -> QWidget:
    editing = _draft(stage)
    assert editing.page.sight is not None
    editing.record(reorganisation.merge(editing.page.sight.edition, [MEDIA], HEIR, ON))
    stage.settle(editing.page.window())
    editing.page.open_part(AGENCIES)
    editing.page.register.go_to(MEDIA)
    return editing.page.window()


@scene("editions")
def _draft_check(stage: Stage) -> QWidget:
    page = _draft(stage, reorganisation.end([MEDIA], ON)).page
    page.open_part(CHECK)
    return page.window()


@scene("editions")
def _draft_check_of_what_was_retired(stage: Stage) -> QWidget:
    page = _draft(stage, Retire("civil-servants-assigned"), Retire("agency-survey-forms")).page
    page.open_part(CHECK)
    return page.window()


@scene("new-round", RoundPlanDialog)
def _plan_beside_a_draft(stage: Stage) -> QWidget:
    editing = _draft(stage, NameEdition(Label("Bộ chỉ tiêu 2025", "Indicator set 2025")))
    window = editing.page.window()
    assert isinstance(window, MainWindow)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.errands.new_round()
    stage.settle(window)
    return window.desk.errands.opening.dialog


@scene("editions", ChangeNoteDialog)
def _change_note(stage: Stage) -> QWidget:
    editing = _draft(stage, reorganisation.end([MEDIA], ON))
    editing.page.changes_button.click()
    stage.settle(editing.page.window())
    return editing.note


@scene("editions", NewRowDialog)
def _new_row(stage: Stage) -> QWidget:
    editing = _draft(stage)
    editing.page.rows.add_button.click()
    return _dialog(editing)


@scene("editions", TablesDialog)
def _areas_and_tables(stage: Stage) -> QWidget:
    return _tables(_draft(stage))


@scene("editions", NamesDialog)
def _area_names(stage: Stage) -> QWidget:
    tables = _tables(_draft(stage))
    tables.title_button.click()
    return tables.names


@scene("who-reports", RuleDialog)
def _changing_a_rule(stage: Stage) -> QWidget:
    editing = _draft(stage)
    rules = editing.page.rules
    editing.page.open_part("rules")
    rules.go_to("autonomous-agencies-total")
    rules.change_button.click()
    return _dialog(editing)


@scene("agencies-over-time", ReorganiseDialog)
def _reorganising(stage: Stage) -> QWidget:
    editing = _draft(stage)
    dialog = _reorganise(editing, DIVIDE)
    dialog.dividing.table.selectRow(0)
    dialog.dividing.heir.setCurrentIndex(dialog.dividing.heir.findData(HEIR))
    dialog.dividing.give_button.click()
    return dialog


@scene("agencies-over-time", ReorganiseDialog)
def _reorganising_by_merging(stage: Stage) -> QWidget:
    dialog = _reorganise(_draft(stage), MERGE)
    dialog.into.setCurrentIndex(dialog.into.findData(HEIR))
    return dialog


@scene("agencies-over-time", ReorganiseDialog)
def _reorganising_by_renaming(stage: Stage) -> QWidget:
    dialog = _reorganise(_draft(stage), RENAME)
    dialog.name.setText("Sở Truyền thông")
    return dialog


@scene("agencies-over-time", ReorganiseDialog)
def _reorganising_by_ending(stage: Stage) -> QWidget:
    return _reorganise(_draft(stage), END)


@scene("agencies-over-time", JoinDialog)
def _agency_begins(stage: Stage) -> QWidget:
    editing = _draft(stage)
    editing.page.open_part(AGENCIES)
    editing.page.register.join_button.click()
    return _dialog(editing)


@scene("agencies-over-time", GroupsDialog)
def _groups_of_an_agency(stage: Stage) -> QWidget:
    editing = _draft(stage)
    editing.page.open_part(AGENCIES)
    editing.page.register.change_button.click()
    return _dialog(editing)


@scene("who-reports", TakenListDialog)
def _list_that_is_wrong(stage: Stage) -> QWidget:
    editing = _draft(stage)
    path = stage.place() / "chi-tieu.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (("STT", "Tên chỉ tiêu", "Đơn vị báo cáo"), ("1", "Số lớp tập huấn chuyển đổi số", "Sở Khai khoáng")):
        sheet.append(row)
    book.save(path)
    reading = look_at(ListKind.INDICATORS, path, stage.words)
    window = editing.page.window()
    editing.workspace.read(reading, lambda found: editing.lists.show(path, found))
    stage.settle(window)
    return editing.lists.dialog


def _reorganise(editing: Editing, kind: str) -> ReorganiseDialog:
    editing.page.open_part(AGENCIES)
    editing.page.register.go_to(MEDIA)
    editing.page.register.reorganise_button.click()
    dialog = editing.dialog
    assert isinstance(dialog, ReorganiseDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    return dialog


def _tables(editing: Editing) -> TablesDialog:
    editing.page.tables.emit()
    assert editing.tables is not None
    return editing.tables


def _dialog(editing: Editing) -> QWidget:
    assert editing.dialog is not None
    return editing.dialog
