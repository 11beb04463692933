"""An agency's round and form: where it stands, the fields, what belongs to them, what comes from elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.agency_desk import CHECK, HOME
from reformdesk.ui.dialogs.excel_form import ExcelFormDialog
from reformdesk.ui.dialogs.request import RequestDialog
from reformdesk.ui.dialogs.unit_list import UnitListDialog
from reformdesk.ui.pages.form import EVIDENCE, HISTORY, UNITS
from tests.ui.scenes.register import scene
from tests.ui.stage import FIELD, Stage

_AREA = "area:2"


@scene("start")
def _home(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(HOME)
    return desk.window()


@scene("start")
def _home_returned(stage: Stage) -> QWidget:
    return stage.agency(returned=True).window()


@scene("start")
def _home_return_taken_back(stage: Stage) -> QWidget:
    return stage.agency_with_return_taken_back().window()


@scene("the-form")
def _form(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(_AREA)
    desk.jump("legal-documents-examined")
    return desk.window()


@scene("the-form")
def _form_with_units_of_a_rate(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump("agency-satisfaction")
    stage.settle(desk.window())
    desk.form.show_panel(UNITS)
    return desk.window()


@scene("the-form")
def _form_of_staff(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page("area:5")
    return desk.window()


@scene("the-form")
def _form_returned(stage: Stage) -> QWidget:
    desk = stage.agency(returned=True)
    desk.jump(FIELD)
    return desk.window()


def _panel(stage: Stage, tab: int) -> QWidget:
    desk = stage.agency()
    desk.jump(FIELD)
    stage.settle(desk.window())
    desk.form.show_panel(tab)
    return desk.window()


@scene("the-form")
def _field_history(stage: Stage) -> QWidget:
    return _panel(stage, HISTORY)


@scene("the-form")
def _field_units(stage: Stage) -> QWidget:
    return _panel(stage, UNITS)


@scene("the-form")
def _field_evidence(stage: Stage) -> QWidget:
    return _panel(stage, EVIDENCE)


@scene("units", UnitListDialog)
def _unit_list(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.form.panel.units.list_button.click()
    assert desk.belongings.listing is not None
    return desk.belongings.listing


@scene("findings")
def _check(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(CHECK)
    return desk.window()


@scene("paste-from-excel")
def _preview(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump("legal-documents-issued")
    stage.settle(desk.window())
    desk.form.pasted.emit("legal-documents-issued", "31\nkhoảng 12\n14\n1.475\n0\n1\n2\n3\n4\n")
    return desk.window()


@scene("excel-form", ExcelFormDialog)
def _excel_form(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_excel_form()
    stage.settle(desk.window())
    return desk.errands.excel.dialog


@scene("corrections", RequestDialog)
def _request(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump(FIELD)
    stage.settle(desk.window())
    desk.form.panel.history.request.emit("2023")
    assert desk.errands.requesting.dialog is not None
    return desk.errands.requesting.dialog
