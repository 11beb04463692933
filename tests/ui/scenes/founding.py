"""Home Affairs' beginning and its keeping: the set-up, the trial run, the second place, the handover."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.dialogs.first_round.wizard import FirstRoundDialog
from reformdesk.ui.dialogs.handover import HandoverDialog
from reformdesk.ui.dialogs.second_place import SecondPlaceDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from tests.ui.pasted import PASTED_AGENCIES, PASTED_TABLE
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage


def _laid_out(stage: Stage) -> FirstRoundDialog:
    """Return the wizard with its first step filled."""
    window = stage.window()
    window.set_up()
    dialog = window.setting_up
    dialog.province.setText("tỉnh Minh Sơn")
    dialog.path.setText(str(stage.place() / "home-affairs.rdesk"))
    return dialog


@scene("set-up", FirstRoundDialog)
def _set_up(stage: Stage) -> QWidget:
    window = stage.window()
    window.set_up()
    window.setting_up.province.setText("tỉnh Minh Sơn")
    return window.setting_up


@scene("set-up", FirstRoundDialog)
def _set_up_agencies(stage: Stage) -> QWidget:
    dialog = _laid_out(stage)
    dialog.go_on()
    dialog.agencies.take(PASTED_AGENCIES, "")
    return dialog


@scene("set-up", FirstRoundDialog)
def _set_up_indicators(stage: Stage) -> QWidget:
    dialog = _laid_out(stage)
    dialog.go_on()
    dialog.agencies.start_from_template()
    dialog.go_on()
    dialog.indicators.take(PASTED_TABLE, "")
    return dialog


@scene("set-up", FirstRoundDialog)
def _set_up_second(stage: Stage) -> QWidget:
    dialog = _laid_out(stage)
    dialog.agencies.start_from_template()
    for _ in range(3):
        dialog.go_on()
    return dialog


def founded(stage: Stage) -> MainWindow:
    """Return a window on the desk that the wizard has made."""
    dialog = _laid_out(stage)
    dialog.agencies.start_from_template()
    for _ in range(dialog.count):
        dialog.go_on()
    window = dialog.parentWidget()
    assert isinstance(window, MainWindow)
    return window


@scene("new-round")
def _no_round(stage: Stage) -> QWidget:
    return founded(stage)


@scene("board")
def _trial(stage: Stage) -> QWidget:
    window = founded(stage)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.errands.trying.start()
    stage.settle(window)
    stage.settle(window)
    return window


@scene("second-place", SecondPlaceDialog)
def _second_place(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.second.open()
    dialog = desk.second.dialog
    assert dialog is not None
    dialog.chosen.emit(stage.place())
    stage.settle(desk.window())
    stage.settle(desk.window())
    return dialog


@scene("handover", HandoverDialog)
def _office_handover(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.hand_over()
    stage.settle(desk.window())
    assert desk.errands.handing_over.dialog is not None
    return desk.errands.handing_over.dialog
