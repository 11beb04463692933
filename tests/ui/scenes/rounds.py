"""Home Affairs' rounds: laid out, opened, handed out."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from reformdesk.core import founding
from reformdesk.core.register import from_agencies
from reformdesk.core.reorganising import merge_into
from reformdesk.core.round_layout import leave
from reformdesk.issuing_files import Progress
from reformdesk.ui.dialogs.issuing import IssuingDialog
from reformdesk.ui.dialogs.round_agencies import AgencyEntryDialog, LeavingDialog
from reformdesk.ui.dialogs.round_plan import RoundPlanDialog
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import NEWEST
from tests.installers import installer
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage


def _plan(stage: Stage, page: int) -> RoundPlanDialog:
    desk = stage.office()
    desk.errands.new_round()
    return _shown(stage, desk, page)


def _shown(stage: Stage, desk: OfficeDesk, page: int) -> RoundPlanDialog:
    stage.settle(desk.window())
    dialog = desk.errands.opening.dialog
    dialog.tabs.setCurrentIndex(page)
    return dialog


@scene("new-round", RoundPlanDialog)
def _plan_period(stage: Stage) -> QWidget:
    return _plan(stage, 0)


@scene("new-round", RoundPlanDialog)
def _plan_areas(stage: Stage) -> QWidget:
    return _plan(stage, 1)


@scene("new-round", RoundPlanDialog)
def _plan_agencies(stage: Stage) -> QWidget:
    return _plan(stage, 2)


@scene("new-round", RoundPlanDialog)
def _plan_agencies_by_hand(stage: Stage) -> QWidget:
    dialog = _plan(stage, 2)
    dialog.agencies.changed.emit(leave(dialog.layout_now, "so-thong-tin-va-truyen-thong", "so-noi-vu"))
    return dialog


@scene("new-round", RoundPlanDialog)
def _plan_assignments(stage: Stage) -> QWidget:
    known = from_agencies(founding.template_agencies(), office="so-noi-vu")
    merged = merge_into(known, ["so-thong-tin-va-truyen-thong"], "so-khoa-hoc-va-cong-nghe", date(2025, 3, 1))
    desk = stage.office()
    desk.errands.opening.open_drawn(founding.template_indicators().source, merged)
    return _shown(stage, desk, 3)


@scene("new-round", RoundPlanDialog)
def _plan_demands(stage: Stage) -> QWidget:
    return _plan(stage, 4)


@scene("new-round", AgencyEntryDialog)
def _agency_joins(stage: Stage) -> QWidget:
    dialog = _plan(stage, 2)
    dialog.agencies.table.opened.emit(0)
    return dialog.agencies.entry


@scene("new-round", LeavingDialog)
def _agency_leaves(stage: Stage) -> QWidget:
    dialog = _plan(stage, 2)
    dialog.agencies.table.selectRow(10)
    dialog.agencies.leave_button.click()
    return dialog.agencies.leaving


@scene("correct-a-round", RoundPlanDialog)
def _correction(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.correct_round(NEWEST)
    stage.settle(desk.window())
    dialog = desk.errands.opening.dialog
    assert dialog.correction is not None
    dialog.correction.note.setText("Hỏi lại hai chỉ tiêu vì đổi cách tính.")
    dialog.assignments.again = frozenset({"legal-documents-issued", "reform-initiatives"})
    dialog.assignments.changed.emit(dialog.layout_now)
    stage.settle(desk.window())
    return dialog


def _issue(stage: Stage) -> IssuingDialog:
    desk = stage.office()
    desk.errands.issuing.open(NEWEST, just_opened=True)
    stage.settle(desk.window())
    return desk.errands.issuing.dialog


@scene("handing-out", IssuingDialog)
def _issuing(stage: Stage) -> QWidget:
    return _issue(stage)


@scene("handing-out", IssuingDialog)
def _issued(stage: Stage) -> QWidget:
    dialog = _issue(stage)
    dialog.offer_programs((stage.place() / "ReformDesk-1.0.0-setup.exe",))
    dialog.begin()
    dialog.show_progress(Progress(12, 46, "bieu-excel/bieu-so-tu-phap-2024-h1.xlsx"))
    dialog.show_done(stage.place() / "phat-hanh-2024-h1")
    return dialog


@scene("keys", PassphraseDialog)
def _sealing_installer(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.issuing.open(NEWEST)
    stage.settle(desk.window())
    dialog = desk.errands.issuing.dialog
    path = stage.place() / "ReformDesk-1.12.0-setup.exe"
    path.write_bytes(installer("1.12.0"))
    dialog.offer_programs((path,))
    dialog.wanted.emit(stage.place() / "out")
    stage.settle(desk.window())
    return desk.errands.issuing.sealing
