"""Home Affairs' desk: figures that stand out, two rounds side by side, an indicator in pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.core import store
from reformdesk.ui.dialogs.charts import ACROSS, OVER_TIME, ChartsDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import COMPARISON, OUTLIERS, TABLES
from tests.demo import NEWEST
from tests.outlying import INDICATOR, plant
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage


def office_with_an_outlier(stage: Stage) -> OfficeDesk:
    path = stage.situation().path
    with store.open_workspace(path) as workspace:
        plant(workspace, stage.demo, stage.place())
    desk = stage.window(path).desk
    assert isinstance(desk, OfficeDesk)
    return desk


@scene("outliers")
def _outliers(stage: Stage) -> QWidget:
    desk = office_with_an_outlier(stage)
    desk.open_page(TABLES)
    stage.settle(desk.window())
    desk.tables.wants_outliers.emit()
    stage.settle(desk.window())
    assert desk.outliers.model.rowCount() == 1
    return desk.window()


@scene("outliers")
def _nothing_stands_out(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(OUTLIERS)
    desk.tables.wants_outliers.emit()
    stage.settle(desk.window())
    return desk.window()


@scene("tables")
def _tables_with_a_mark(stage: Stage) -> QWidget:
    desk = office_with_an_outlier(stage)
    desk.open_page(TABLES)
    stage.settle(desk.window())
    desk.tables.wants_outliers.emit()
    stage.settle(desk.window())
    desk.outliers.share_button.click()
    stage.settle(desk.window())
    assert desk.tables.shares.currentIndex().isValid()
    return desk.window()


@scene("comparison")
def _comparison(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(COMPARISON)
    stage.settle(desk.window())
    return desk.window()


@scene("comparison")
def _comparison_of_years(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(COMPARISON)
    stage.settle(desk.window())
    page = desk.comparison
    page.now.setCurrentIndex(page.now.findData("2023"))
    page.now.activated.emit(page.now.currentIndex())
    page.largest.setChecked(True)
    stage.settle(desk.window())
    assert page.pair.before == "2022"
    return desk.window()


def _charts(stage: Stage, tab: int, *, as_table: bool = False) -> QWidget:
    desk = office_with_an_outlier(stage)
    desk.errands.show_charts(NEWEST, INDICATOR)
    stage.settle(desk.window())
    dialog = desk.errands.charting.dialog
    dialog.tabs.setCurrentIndex(tab)
    dialog.as_table.setChecked(as_table)
    stage.settle(desk.window())
    return dialog


@scene("charts", ChartsDialog)
def _chart_over_time(stage: Stage) -> QWidget:
    return _charts(stage, OVER_TIME)


@scene("charts", ChartsDialog)
def _chart_across_agencies(stage: Stage) -> QWidget:
    return _charts(stage, ACROSS)


@scene("charts", ChartsDialog)
def _chart_as_a_table(stage: Stage) -> QWidget:
    return _charts(stage, ACROSS, as_table=True)
