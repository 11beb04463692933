"""Home Affairs' consolidated figures: adjusted ones, and the way from a figure to its signed file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reformdesk.core import adjusting, journal, merged, past_totals, roundbook, store
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.periods import propose
from reformdesk.core.store import timestamp
from reformdesk.core.values import Number, Value, to_wire
from reformdesk.exchange import keys
from reformdesk.ui.dialogs.adjust import AdjustDialog
from reformdesk.ui.dialogs.earlier_figures import EarlierFiguresDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import ROUNDS, TABLES
from tests.demo import LATER, NEWEST
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage

FIGURE, OTHER = "civil-servants-present", "civil-servants-assigned"
OFFICER = "Trần Thị Lan"
REASON = "Sở Tư pháp đếm thiếu hai công chức mới tuyển, đã xác nhận tại Công văn số 215/STP-VP"


def _adjusted_desk(stage: Stage) -> Path:
    """Return a desk on which a total was adjusted, and another one by two desks differently."""
    path = stage.situation().path
    with store.open_workspace(path) as workspace:
        journal.name_officer(workspace, OFFICER)
        round_ = roundbook.load(workspace, NEWEST)
        for name in (FIGURE, OTHER):
            computed = merged.total(workspace, NEWEST, name).value
            wanted = Adjustment(name, _more(computed, 4), computed, REASON)
            adjusting.adjust(workspace, round_, wanted, OFFICER, LATER)
        detail = {"value": to_wire(_more(computed, 7)), "computed": to_wire(computed)}
        apart = Decision(Kind.TOTAL, NEWEST, "", OTHER, detail, "Theo báo cáo giấy của Sở Tài chính")
        with workspace.atomic():
            journal.take_over(workspace, [(apart, [journal.Hand("Lê Văn Minh", timestamp(LATER), "desk")])])
    return path


def _more(value: Value, by: int) -> Value:
    assert isinstance(value, Number)
    return Number(value.amount + Decimal(by))


def _at_figure(stage: Stage, path: Path, name: str = FIGURE) -> OfficeDesk:
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    desk = window.desk
    desk.open_page(TABLES)
    stage.settle(window)
    page = desk.tables
    tab, row, column = next(
        (tab, row, column)
        for tab, table in enumerate(page._tables)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        if cell.indicator is not None and (cell.round, cell.indicator.id) == (NEWEST, name)
    )
    page.tabs.setCurrentIndex(tab)
    page.table.setCurrentIndex(page.model.index(row, column))
    stage.settle(window)
    return desk


@scene("tables")
def _adjusted_total(stage: Stage) -> QWidget:
    return _at_figure(stage, _adjusted_desk(stage)).window()


@scene("override", AdjustDialog)
def _adjusting(stage: Stage) -> QWidget:
    return _dialog(stage, FIGURE)


@scene("override", AdjustDialog)
def _adjusting_contested(stage: Stage) -> QWidget:
    return _dialog(stage, OTHER)


def _dialog(stage: Stage, name: str) -> QWidget:
    desk = _at_figure(stage, _adjusted_desk(stage), name)
    desk.errands.adjust_total(NEWEST, name)
    stage.settle(desk.window())
    assert desk.errands.adjusting.dialog is not None
    return desk.errands.adjusting.dialog


@scene("tables")
def _lineage(stage: Stage) -> QWidget:
    desk = _at_figure(stage, stage.situation().path)
    desk.ways.open_share(*desk.tables.pane.stops()[0])
    stage.settle(desk.window())
    desk.errands.trace(FIGURE)
    stage.settle(desk.window())
    return desk.window()


_OLD_REPORT = """STT\tChỉ tiêu\tNăm 2018\tNăm 2019
1\tTổng số biên chế cán bộ, công chức\t\t
-\tTổng số được giao\t3.300\t3.250
-\tTổng số có mặt\t3.100\tba nghìn
"""


@scene("earlier-figures", EarlierFiguresDialog)
def _earlier_figures(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(ROUNDS)
    stage.settle(desk.window())
    desk.errands.ask_earlier("")
    stage.settle(desk.window())
    dialog = desk.errands.earlier.dialog
    assert dialog is not None
    dialog.year.setCurrentIndex(dialog.year.findData(2019))
    dialog._paste(_OLD_REPORT, "")
    dialog.table.go_to_doubt()
    return dialog


@scene("tables")
def _tables_with_an_earlier_period(stage: Stage) -> QWidget:
    return _at_figure(stage, _with_earlier(stage)).window()


def _with_earlier(stage: Stage) -> Path:
    path = stage.situation().path
    certificate = keys.create("Sở Nội vụ", "home-affairs", "mat khau", LATER, rounds=1000)
    with store.open_workspace(path) as workspace:
        figures: dict[str, Value] = {FIGURE: Number(Decimal(3050)), OTHER: Number(Decimal(3250))}
        key = keys.unlock(certificate, "mat khau")
        past_totals.enter(workspace, propose("year", 2019), figures, key, OFFICER, LATER)
    return path


@scene("new-round")
def _rounds_with_an_earlier_period(stage: Stage) -> QWidget:
    window = stage.window(_with_earlier(stage))
    assert isinstance(window.desk, OfficeDesk)
    window.desk.open_page(ROUNDS)
    stage.settle(window)
    window.desk.rounds.table.selectRow(window.desk.rounds.model.rowCount() - 1)
    return window
