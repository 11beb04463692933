"""What waits and what was decided at Home Affairs' desk, as it looks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reformdesk.core import decisions, intake, journal, judgement, merged, settling, store
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Hand
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.values import Number
from reformdesk.ui.dialogs.take_back import TakeBackDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import DECISIONS, WAITING
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, copy_of_office, hand_in_again
from tests.ui.scenes.register import scene
from tests.ui.situation import Situation
from tests.ui.stage import FIELD, Stage


def _desk(stage: Stage, path: Path) -> OfficeDesk:
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    return window.desk


def _conflict(desk: OfficeDesk, stage: Stage, agency: str) -> QWidget:
    held = desk.workspace._workspace
    one = next(one for one in reversed(merged.received(held, NEWEST)) if one.agency == agency and one.reasons)
    desk.ways.decide(WAITING, agency, one.digest)
    stage.settle(desk.window())
    return desk.window()


@scene("conflicts")
def _key_to_compare(stage: Stage) -> QWidget:
    return _conflict(stage.office(), stage, Situation.waiting)


def with_two_of_one_number(stage: Stage) -> Path:
    """Return Home Affairs' workspace with two files of an agency that say they are the same number."""
    path = copy_of_office(stage.demo, stage.place())
    with store.open_workspace(path) as workspace:
        for figure in (15, 41):
            agency = copy_of_agency(stage.demo, AGENCY, stage.place())
            sent = hand_in_again(agency, {FIELD: Number(Decimal(figure))})
            intake.take(workspace, f"{figure}.rdsub", sent.content, "window", LATER)
    return path


@scene("conflicts")
def _two_with_one_number(stage: Stage) -> QWidget:
    desk = _desk(stage, with_two_of_one_number(stage))
    window = _conflict(desk, stage, AGENCY)
    desk.conflict.choices[1][1].radio.setChecked(True)
    desk.conflict.reason.setText("Chị Hoa xác nhận qua điện thoại")
    return window


def _with_decisions(stage: Stage) -> OfficeDesk:
    """Open Home Affairs with what two desks decided in the round."""
    path = copy_of_office(stage.demo, stage.place())
    with store.open_workspace(path) as workspace:
        received = {one.agency: one for one in merged.received(workspace, NEWEST)}
        for agency in ("so-noi-vu", "so-tai-chinh"):
            settling.accept(workspace, received[agency].digest, "Lê Thu Trang", LATER)
        (kept,) = journal.stands_on(workspace, Kind.ACCEPT, received["so-tai-chinh"].digest)
        decisions.take_back(workspace, kept.id, "Bấm nhầm đơn vị", "Lê Thu Trang", LATER)
        returned = Return("Xem lại số văn bản đã kiểm tra", None, (FieldReturn(FIELD, "Gấp bốn lần kỳ trước"),))
        decisions.send_back(workspace, received["so-cong-thuong"].digest, returned, "Lê Thu Trang", LATER)
        accepted = Decision(Kind.ACCEPT, NEWEST, "so-cong-thuong", received["so-cong-thuong"].digest)
        hand = Hand("Nguyễn Văn Minh", "2024-07-04T02:30:00Z", "x")
        with workspace.atomic():
            journal.take_over(workspace, [(accepted, [hand])])
            judgement.rejudge(workspace, NEWEST, "so-cong-thuong")
    desk = _desk(stage, path)
    desk.open_page(DECISIONS)
    stage.settle(desk.window())
    return desk


@scene("decisions")
def _decisions(stage: Stage) -> QWidget:
    return _with_decisions(stage).window()


@scene("decisions")
def _no_decisions(stage: Stage) -> QWidget:
    desk = _desk(stage, copy_of_office(stage.demo, stage.place()))
    desk.open_page(DECISIONS)
    stage.settle(desk.window())
    return desk.window()


@scene("conflicts")
def _decided_apart(stage: Stage) -> QWidget:
    return _conflict(_with_decisions(stage), stage, "so-cong-thuong")


@scene("decisions", TakeBackDialog)
def _taking_back(stage: Stage) -> QWidget:
    desk = _with_decisions(stage)
    row = next(n for n, one in enumerate(desk.decisions._shown) if one.decision.kind is Kind.RETURN)
    desk.decisions.table.selectRow(row)
    desk.decisions.back_button.click()
    stage.settle(desk.window())
    assert desk.errands.settling.dialog is not None
    return desk.errands.settling.dialog
