"""Home Affairs' desk: figures typed into the ministry's software once more, and the order in which it asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.core import rekeyed, store
from reformdesk.core.rekeying import Carried, Order
from reformdesk.core.values import Number
from reformdesk.ui.dialogs.rekeying import RekeyingWindow
from reformdesk.ui.dialogs.rekeying_order import RekeyingOrderDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import TABLES
from tests.demo import LATER, NEWEST
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage

_ORDER = "7. Xây dựng chính quyền điện tử, chính quyền số\n5\tSố lượng chữ ký số\n12\nSố máy tính\nTổng số có mặt\n7.13"


def _window(stage: Stage) -> tuple[OfficeDesk, RekeyingWindow]:
    """Open the window in the middle of the work: some lines done, one of them changed since."""
    path = stage.situation().path
    with store.open_workspace(path) as workspace:
        for place, line in enumerate(rekeyed.read(workspace, NEWEST).lines[:9]):
            done = Carried(line.value, "2024-07-08T01:00:00Z")
            if place == 1 and isinstance(line.value, Number):
                done = Carried(Number(line.value.amount - 1), done.at)
            rekeyed.carry(workspace, NEWEST, rekeyed.WHOLE, line.key, done, LATER)
    desk = stage.window(path).desk
    assert isinstance(desk, OfficeDesk)
    desk.open_page(TABLES)
    stage.settle(desk.window())
    desk.tables.wants_rekeying.emit()
    stage.settle(desk.window())
    window = desk.errands.rekeying.window
    stage.settle(window)
    return desk, window


@scene("rekeying", RekeyingWindow)
def _rekeying(stage: Stage) -> QWidget:
    _, window = _window(stage)
    window.take()
    window.take()
    return window


@scene("rekeying", RekeyingWindow)
def _rekeying_what_changed(stage: Stage) -> QWidget:
    _, window = _window(stage)
    window.only_open.setChecked(True)
    window.list.selectRow(0)
    return window


@scene("rekeying", RekeyingWindow)
def _rekeying_what_is_no_figure(stage: Stage) -> QWidget:
    _, window = _window(stage)
    window.list.selectRow(2)
    return window


@scene("rekeying", RekeyingWindow)
def _rekeying_settings(stage: Stage) -> QWidget:
    _, window = _window(stage)
    window.settings_button.click()
    return window


@scene("rekeying", RekeyingOrderDialog)
def _rekeying_order(stage: Stage) -> QWidget:
    desk, window = _window(stage)
    window.settings.order_button.click()
    stage.settle(desk.window())
    dialog = desk.errands.rekeying.ordering
    dialog.show_rows([line.split("\t") for line in _ORDER.splitlines()])
    stage.settle(window)
    return dialog


@scene("rekeying", RekeyingWindow)
def _rekeying_in_the_offices_order(stage: Stage) -> QWidget:
    desk, window = _window(stage)
    desk.workspace.run(
        lambda workspace: (
            None,
            rekeyed.keep_order(workspace, Order(("digital-signatures", "training-courses")), LATER),
        )
    )
    stage.settle(desk.window())
    window.list.selectRow(2)
    return window
