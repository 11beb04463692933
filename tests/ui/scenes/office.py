"""Home Affairs' desk: the board, what waits, tables, rounds, agencies, the review."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.core.requests import Verdict
from reformdesk.ui.dialogs.arrivals import ArrivalsDialog
from reformdesk.ui.dialogs.join import JoinDialog, JoinedDialog
from reformdesk.ui.dialogs.officer import OfficerDialog
from reformdesk.ui.dialogs.phrases import PhrasesDialog
from reformdesk.ui.dialogs.reminders import RemindersDialog
from reformdesk.ui.dialogs.request import VerdictDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES, BOARD, INTAKE, ROUNDS, TABLES, WAITING
from reformdesk.ui.taking_in import Progress
from tests.demo import AGENCY, NEWEST, copy_of_office, without_submissions
from tests.ui.scenes.register import scene
from tests.ui.situation import Situation
from tests.ui.stage import Stage


@scene("board")
def _board(stage: Stage) -> QWidget:
    return stage.office().window()


def _office_page(stage: Stage, page: str) -> QWidget:
    desk = stage.office()
    desk.open_page(page)
    return desk.window()


@scene("waiting")
def _waiting(stage: Stage) -> QWidget:
    return _office_page(stage, WAITING)


@scene("waiting")
def _nothing_waits(stage: Stage) -> QWidget:
    path = copy_of_office(stage.demo, stage.place())
    without_submissions(path)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.open_page(WAITING)
    return window


@scene("tables")
def _tables(stage: Stage) -> QWidget:
    return _office_page(stage, TABLES)


@scene("tables")
def _tables_with_shares(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(TABLES)
    stage.settle(desk.window())
    desk.tables.tabs.setCurrentIndex(5)
    model = desk.tables.model
    desk.tables.table.setCurrentIndex(model.index(1, model.columnCount() - 1))
    stage.settle(desk.window())
    assert not desk.tables._beside.isHidden()
    return desk.window()


@scene("new-round")
def _rounds(stage: Stage) -> QWidget:
    return _office_page(stage, ROUNDS)


@scene("keys-ha")
def _agencies(stage: Stage) -> QWidget:
    return _office_page(stage, AGENCIES)


def review_of(stage: Stage, agency: str) -> OfficeDesk:
    desk = stage.office()
    desk.ways.open_review(agency, "")
    stage.settle(desk.window())
    return desk


@scene("review")
def _review(stage: Stage) -> QWidget:
    return review_of(stage, "so-cong-thuong").window()


@scene("review")
def _review_waiting(stage: Stage) -> QWidget:
    return review_of(stage, Situation.waiting).window()


@scene("review")
def _review_returned(stage: Stage) -> QWidget:
    return review_of(stage, AGENCY).window()


@scene("review")
def _review_details(stage: Stage) -> QWidget:
    desk = stage.office_with_details()
    desk.review.answers.go_to_files()
    return desk.window()


@scene("review")
def _review_in_order(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.ways.go_through(BOARD, "so-cong-thuong", "")
    stage.settle(desk.window())
    return desk.window()


@scene("review", ReturnDialog)
def _returning(stage: Stage) -> QWidget:
    desk = review_of(stage, "so-cong-thuong")
    desk.errands.reviewing._return(desk.errands.reviewing.data.received.digest, "")
    desk.errands.reviewing.returning.fields[0].tick.setChecked(True)
    return desk.errands.reviewing.returning


@scene("phrases", PhrasesDialog)
def _phrases(stage: Stage) -> QWidget:
    dialog = _returning(stage)
    assert isinstance(dialog, ReturnDialog)
    dialog.phrasing._edit()
    assert dialog.phrasing.editing is not None
    return dialog.phrasing.editing


@scene("taking-in")
def _intake(stage: Stage) -> QWidget:
    desk = stage.office()
    junk = stage.place() / "gui So Noi vu"
    junk.mkdir()
    files = sorted((stage.demo / "submissions" / NEWEST).iterdir())[:4]
    for place, one in enumerate(files):
        (junk / f"{place} {one.name}").write_bytes(one.read_bytes())
    (junk / "5 hong.rdsub").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    desk.taking.watching.choose(stage.place())
    desk.take_files([junk])
    stage.settle(desk.window())
    desk.intake.table.selectRow(0)
    return desk.window()


@scene("taking-in")
def _intake_under_way(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(INTAKE)
    stage.settle(desk.window())
    desk.intake.show_progress(Progress(150, 300))
    return desk.window()


@scene("board", RemindersDialog)
def _reminders(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.board.reminders_button.click()
    return desk.errands.following_up.reminders


@scene("board", ArrivalsDialog)
def _arrivals(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.board.wants_arrivals.emit()
    return desk.errands.following_up.arrivals


@scene("board")
def _board_at_work(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.warn(stage.words.place("cloud-folder", at_office=True))
    return desk.window()


@scene("corrections", VerdictDialog)
def _verdict(stage: Stage) -> QWidget:
    dialog = VerdictDialog(stage.office(), Verdict.AGREED, "Số văn bản được kiểm tra, Năm 2023: 14 thành 15")
    dialog.open()
    return dialog


@scene("two-desks", OfficerDialog)
def _officer(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.name_officer()
    stage.settle(desk.window())
    assert desk.errands.deciding.dialog is not None
    return desk.errands.deciding.dialog


@scene("two-desks", JoinDialog)
def _join(stage: Stage) -> QWidget:
    return _offered(stage.office(), stage)


@scene("two-desks", JoinedDialog)
def _joined(stage: Stage) -> QWidget:
    desk = stage.office()
    _offered(desk, stage).accept()
    stage.settle(desk.window())
    assert desk.errands.joining.done is not None
    return desk.errands.joining.done


def _offered(desk: OfficeDesk, stage: Stage) -> JoinDialog:
    desk.errands.offer_desk(stage.second_desk())
    stage.settle(desk.window())
    assert desk.errands.joining.dialog is not None
    return desk.errands.joining.dialog
