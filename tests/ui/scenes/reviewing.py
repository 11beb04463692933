"""A submission at Home Affairs with something that an officer has to decide, or that answers what was asked."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reformdesk.core import decisions, inbox, intake, keyring, merged, replies, sample, store
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.values import Number
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, copy_of_office, hand_in_again
from tests.ui.scenes.deciding import with_two_of_one_number
from tests.ui.scenes.register import scene
from tests.ui.stage import FIELD, Stage


def _review(stage: Stage, path: Path) -> QWidget:
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.ways.open_review(AGENCY, "")
    stage.settle(window)
    return window


@scene("review")
def _review_of_a_fork(stage: Stage) -> QWidget:
    return _review(stage, with_two_of_one_number(stage))


@scene("review")
def _review_after_a_gap(stage: Stage) -> QWidget:
    office, agency = copy_of_office(stage.demo, stage.place()), copy_of_agency(stage.demo, AGENCY, stage.place())
    hand_in_again(agency, {FIELD: Number(Decimal(15))})
    sent = hand_in_again(agency, {FIELD: Number(Decimal(16))})
    with store.open_workspace(office) as workspace:
        intake.take(workspace, "so-tu-phap-r3.rdsub", sent.content, "window", LATER)
    return _review(stage, office)


@scene("review")
def _review_of_an_answer(stage: Stage) -> QWidget:
    office, agency = copy_of_office(stage.demo, stage.place()), copy_of_agency(stage.demo, AGENCY, stage.place())
    shutil.copytree(stage.demo / "keys", office.parent / "keys", dirs_exist_ok=True)
    asked = (FieldReturn(FIELD, "Gấp bốn lần kỳ trước"), FieldReturn("legal-documents-issued", "Đã tính Quý II chưa?"))
    with store.open_workspace(office) as workspace:
        first = next(one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY)
        returned = Return("Xem lại số văn bản đã kiểm tra", date(2024, 7, 30), asked)
        decisions.send_back(workspace, first.digest, returned, "Lê Thu Trang", LATER)
        key = keyring.unlock(workspace, sample.DEFAULT_PASSPHRASE)
        reply = replies.write(workspace, NEWEST, (AGENCY,), key, LATER)
        with store.open_workspace(agency) as theirs:
            inbox.take(theirs, reply, "tra-lai.rdreply", LATER)
        sent = hand_in_again(agency, {FIELD: Number(Decimal(15))})
        intake.take(workspace, "so-tu-phap-r2.rdsub", sent.content, "window", LATER)
    return _review(stage, office)
