"""Home Affairs on the last days: more time for agencies, corrected arrivals, codes that are compared in piles."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.dialogs.compare_many import AGREES, DIFFERS, CompareManyDialog
from reformdesk.ui.dialogs.extension import ExtensionDialog
from reformdesk.ui.dialogs.provisional import ProvisionalDialog
from reformdesk.ui.dialogs.received import ReceivedDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import INTAKE, WAITING
from tests.demo import copy_of_office
from tests.ui.last_day import CORRECTED, EXTENDED, UNTIL, WHY, put_on_last_day
from tests.ui.scenes.register import scene
from tests.ui.situation import put_into_situation
from tests.ui.stage import Stage


def _last_day(stage: Stage) -> OfficeDesk:
    path = copy_of_office(stage.demo, stage.place())
    put_into_situation(path)
    put_on_last_day(path)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    return window.desk


@scene("board")
def _board_on_the_last_day(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.board.table.selectRow(desk.board.model.row_of(EXTENDED))
    return desk.window()


@scene("waiting")
def _many_wait(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.open_page(WAITING)
    return desk.window()


@scene("taking-in")
def _intake_with_a_corrected_arrival(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.open_page(INTAKE)
    return desk.window()


@scene("extension", ExtensionDialog)
def _extension(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.board.wants_extension.emit((EXTENDED, CORRECTED))
    return desk.errands.extending.extension


@scene("taking-in", ReceivedDialog)
def _received(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.ways.open_review(CORRECTED, "")
    stage.settle(desk.window())
    desk.errands.correct_received(desk.errands.reviewing.data.received)
    stage.settle(desk.window())
    return desk.errands.extending.received


@scene("many-codes", ProvisionalDialog)
def _provisional(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.waiting.pile.accept.emit()
    return desk.errands.comparing.accepting


@scene("many-codes", CompareManyDialog)
def _compare_many(stage: Stage) -> QWidget:
    desk = _last_day(stage)
    desk.waiting.pile.compare.emit()
    stage.settle(desk.window())
    dialog = desk.errands.comparing.pile
    dialog.answers[AGREES].click()
    dialog.answers[DIFFERS].click()
    return dialog


@scene("start")
def _agency_with_more_time(stage: Stage) -> QWidget:
    return stage.agency_with_more_time(UNTIL, WHY).window()
