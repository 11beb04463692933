"""Entering on behalf of an agency, and how that shows at Home Affairs."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from reformdesk.core import entered, inbox, intake, keyring, replies, roundbook, store
from reformdesk.core.answers import Given
from reformdesk.core.entered import How, Source
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.values import Number, Status
from reformdesk.ui.dialogs.why import WhyDialog, WithdrawDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import TABLES
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency
from tests.ui.scenes.register import scene
from tests.ui.situation import Situation
from tests.ui.stage import FIELD, Stage

SOURCE = Source(How.PAPER, "Chị Nguyễn Thị Hoa, Phó Chánh Văn phòng", "2024-07-19T08:05:00Z", "Báo cáo số 45/BC-SXD")
_FIGURES = {
    FIELD: Given(Number(Decimal(14))),
    "legal-documents-issued": Given(Number(Decimal(23)), "Theo báo cáo giấy."),
    "civil-servants-present": Given(Status.IN_PROGRESS),
}


def begin(stage: Stage, agency: str) -> OfficeDesk:
    """Open Home Affairs' desk with an entry for an agency under way."""
    path = stage.office_with_key()
    with store.open_workspace(path) as workspace:
        type_in(workspace, agency)
        entered.attach(workspace, roundbook.load(workspace, NEWEST), agency, "Báo cáo 45.pdf", b"%PDF-1.7 x", LATER)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    return window.desk


def type_in(workspace: store.Workspace, agency: str) -> None:
    round_ = roundbook.load(workspace, NEWEST)
    owed = set(round_.owed(agency))
    past = round_.earlier[-1]
    before = {name: round_.earlier_value(past, agency, name) for name in round_.owed(agency)[4:12]}
    given = {name: Given(value) for name, value in before.items() if isinstance(value, Number)}
    given |= {name: one for name, one in _FIGURES.items() if name in owed}
    entered.set_answers(workspace, round_, agency, given, LATER)
    entered.set_source(workspace, NEWEST, agency, SOURCE, LATER)


def sealed(stage: Stage, agency: str) -> OfficeDesk:
    """Open Home Affairs' desk with an entry for an agency that counts."""
    path = stage.office_with_key()
    with store.open_workspace(path) as workspace:
        type_in(workspace, agency)
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        seen = entered.draft(workspace, NEWEST, agency)
        entered.seal_entry(workspace, seen, "Trần Văn Minh", key, LATER)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    return window.desk


@scene("on-behalf")
def _entering_on_behalf(stage: Stage) -> QWidget:
    desk = begin(stage, Situation.missing)
    desk.errands.entering_for.open(NEWEST, Situation.missing)
    stage.settle(desk.window())
    return desk.window()


@scene("on-behalf")
def _correcting_an_entry(stage: Stage) -> QWidget:
    desk = sealed(stage, AGENCY)
    desk.errands.entering_for.open(NEWEST, AGENCY)
    stage.settle(desk.window())
    return desk.window()


@scene("start")
def _entered_at_the_agency(stage: Stage) -> QWidget:
    office, name = stage.office_with_key(), Situation.missing
    with store.open_workspace(office) as workspace:
        type_in(workspace, name)
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        entered.seal_entry(workspace, entered.draft(workspace, NEWEST, name), "Trần Văn Minh", key, LATER)
        told = replies.write(workspace, NEWEST, (name,), key, LATER)
    path = copy_of_agency(stage.demo, name, stage.place())
    with store.open_workspace(path) as workspace:
        inbox.take(workspace, told, "phieu.rdreply", LATER)
    return stage.window(path)


@scene("on-behalf", WithdrawDialog)
def _withdrawing_an_entry(stage: Stage) -> QWidget:
    desk = sealed(stage, Situation.missing)
    desk.ways.open_review(Situation.missing, "")
    stage.settle(desk.window())
    desk.errands.reviewing._withdraw(desk.errands.reviewing.data.received.digest)
    return desk.errands.reviewing.why


@scene("board")
def _board_with_an_entry(stage: Stage) -> QWidget:
    return sealed(stage, Situation.missing).window()


@scene("review")
def _review_of_an_entry(stage: Stage) -> QWidget:
    desk = sealed(stage, Situation.missing)
    desk.ways.open_review(Situation.missing, "")
    stage.settle(desk.window())
    return desk.window()


@scene("review")
def _review_beside_an_entry(stage: Stage) -> QWidget:
    path = stage.office_with_key()
    name = Situation.missing
    with store.open_workspace(path) as workspace:
        type_in(workspace, name)
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        entered.seal_entry(workspace, entered.draft(workspace, NEWEST, name), "Trần Văn Minh", key, LATER)
        own = next((stage.demo / "submissions" / NEWEST).glob(f"{name}-r*.rdsub"))
        assert intake.take_path(workspace, own, "window", LATER).reasons == ("beside-entered",)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.ways.open_review(name, "")
    stage.settle(window)
    return window


@scene("tables")
def _tables_with_an_entry(stage: Stage) -> QWidget:
    desk = sealed(stage, Situation.missing)
    desk.open_page(TABLES)
    stage.settle(desk.window())
    place, row, column = next(
        (place, row, column)
        for place, table in enumerate(desk.tables._tables)
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line)
        if cell.total is not None and cell.total.entered and cell.text
    )
    desk.tables.tabs.setCurrentIndex(place)
    desk.tables.table.setCurrentIndex(desk.tables.model.index(row, column))
    stage.settle(desk.window())
    return desk.window()


@scene("conflicts", WhyDialog)
def _why_it_holds(stage: Stage) -> QWidget:
    window = _review_beside_an_entry(stage)
    assert isinstance(window, MainWindow)
    desk = window.desk
    assert isinstance(desk, OfficeDesk)
    desk.review.entered.holds.emit(("", ""), "own")
    return desk.errands.reviewing.why
