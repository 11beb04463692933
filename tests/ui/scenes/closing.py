"""Rounds that are closed, reopened and closed anew."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reformdesk.core import (
    adjusting,
    closings,
    inbox,
    intake,
    joining,
    journal,
    keyring,
    merged,
    replies,
    roundbook,
    store,
)
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.values import Number
from reformdesk.ui.dialogs.closing import ClosedDialog, ClosingDialog, ReopenDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import ROUNDS, TABLES
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, copy_of_office, hand_in_again
from tests.ui.scenes.register import scene
from tests.ui.situation import put_into_situation
from tests.ui.stage import Stage

OFFICER, FIGURE = "Trần Thị Lan", "civil-servants-present"


def closed_office(stage: Stage, *, again: bool = False, situation: bool = False) -> Path:
    """Return an office that closed its newest round, to which a file came late; closed ``again`` with it."""
    path = copy_of_office(stage.demo, stage.place())
    if situation:
        put_into_situation(path)
    late = copy_of_agency(stage.demo, AGENCY, stage.place())
    sent = hand_in_again(late, {"civil-servants-present": Number(Decimal(11))})
    with store.open_workspace(path) as workspace:
        journal.name_officer(workspace, OFFICER)
        closings.close(workspace, NEWEST, "Báo cáo 6 tháng", OFFICER, LATER)
        intake.take(workspace, sent.file_name, sent.content, "window", LATER)
        if again:
            closings.reopen(workspace, NEWEST, "Sở Tư pháp đính chính", OFFICER, LATER)
            closings.close(workspace, NEWEST, "Gửi lại Bộ", OFFICER, LATER)
    return path


def _desk(stage: Stage, path: Path) -> OfficeDesk:
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    return window.desk


def _opened(stage: Stage, desk: OfficeDesk) -> OfficeDesk:
    desk.errands.close_round(NEWEST)
    stage.settle(desk.window())
    return desk


@scene("closing", ClosingDialog)
def _closing(stage: Stage) -> QWidget:
    desk = _opened(stage, stage.office())
    assert desk.errands.closing.closing is not None
    return desk.errands.closing.closing


@scene("closing", ClosingDialog)
def _closing_again(stage: Stage) -> QWidget:
    path = closed_office(stage)
    with store.open_workspace(path) as workspace:
        closings.reopen(workspace, NEWEST, "Sở Tư pháp đính chính", OFFICER, LATER)
    desk = _opened(stage, _desk(stage, path))
    assert desk.errands.closing.closing is not None
    return desk.errands.closing.closing


@scene("closing", ClosingDialog)
def _closing_contested(stage: Stage) -> QWidget:
    """Two desks of the office closed the round with different figures."""
    path, other = closed_office(stage), copy_of_office(stage.demo, stage.place())
    with store.open_workspace(other) as workspace:
        journal.name_officer(workspace, "Lê Văn Minh")
        round_ = roundbook.load(workspace, NEWEST)
        computed = merged.total(workspace, NEWEST, FIGURE).value
        wanted = Adjustment(FIGURE, Number(Decimal(2900)), computed, "Theo báo cáo giấy")
        adjusting.adjust(workspace, round_, wanted, "Lê Văn Minh", LATER)
        closings.close(workspace, NEWEST, "Báo cáo 6 tháng", "Lê Văn Minh", LATER)
    with store.open_workspace(path) as workspace:
        joining.join(workspace, other, LATER)
    desk = _opened(stage, _desk(stage, path))
    assert desk.errands.closing.closing is not None
    return desk.errands.closing.closing


@scene("closing", ClosedDialog)
def _closed(stage: Stage) -> QWidget:
    desk = _opened(stage, _desk(stage, closed_office(stage)))
    assert desk.errands.closing.closed is not None
    return desk.errands.closing.closed


@scene("closing", ClosedDialog)
def _closed_again(stage: Stage) -> QWidget:
    desk = _opened(stage, _desk(stage, closed_office(stage, again=True)))
    assert desk.errands.closing.closed is not None
    return desk.errands.closing.closed


@scene("closing", ReopenDialog)
def _reopening(stage: Stage) -> QWidget:
    desk = _opened(stage, _desk(stage, closed_office(stage)))
    assert desk.errands.closing.closed is not None
    desk.errands.closing.closed.reopen.click()
    stage.settle(desk.window())
    assert desk.errands.closing.reopening is not None
    return desk.errands.closing.reopening


@scene("new-round")
def _closed_in_the_list(stage: Stage) -> QWidget:
    desk = _desk(stage, closed_office(stage, situation=True))
    desk.open_page(ROUNDS)
    return desk.window()


@scene("tables")
def _closed_tables(stage: Stage) -> QWidget:
    desk = _desk(stage, closed_office(stage))
    desk.open_page(TABLES)
    return desk.window()


@scene("start")
def _closed_at_the_agency(stage: Stage) -> QWidget:
    office = closed_office(stage)
    (office.parent / "keys").mkdir(exist_ok=True)
    (office.parent / "keys" / "home-affairs.p12").write_bytes((stage.demo / "keys" / "home-affairs.p12").read_bytes())
    with store.open_workspace(office) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        receipts = replies.write(workspace, NEWEST, ("so-tai-chinh",), key, LATER)
    path = copy_of_agency(stage.demo, "so-tai-chinh", stage.place())
    with store.open_workspace(path) as workspace:
        inbox.take(workspace, receipts, "phieu.rdreply", LATER)
    return stage.window(path)
