"""Keys and safety at both desks: codes compared, keys made, revoked and put back, backups."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.backups import BackupsDialog
from reformdesk.ui.dialogs.compare import CompareDialog
from reformdesk.ui.dialogs.key import AdoptDialog, ColleagueDialog, KeyDialog, RenewDialog, ReserveDialog
from reformdesk.ui.dialogs.recovery import RecoveryDialog
from reformdesk.ui.dialogs.revoke import RevokeDialog
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, NEWEST
from tests.ui.scenes.office import review_of
from tests.ui.scenes.register import scene
from tests.ui.situation import Situation
from tests.ui.stage import Stage


@scene("keys", KeyDialog)
def _key(stage: Stage) -> QWidget:
    return _key_dialog(stage, stage.agency())


@scene("keys", RenewDialog)
def _renew(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.agency()).renew.emit()
    assert isinstance(desk.errands.key.question, RenewDialog)
    return desk.errands.key.question


@scene("lost", AdoptDialog)
def _adopt(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.agency()).adopt.emit()
    assert isinstance(desk.errands.key.question, AdoptDialog)
    return desk.errands.key.question


@scene("keys", KeyDialog)
def _office_key(stage: Stage) -> QWidget:
    return _key_dialog(stage, stage.office())


@scene("keys-ha", ReserveDialog)
def _reserve(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.office()).reserve.emit()
    assert isinstance(desk.errands.key.question, ReserveDialog)
    return desk.errands.key.question


@scene("keys-ha", ColleagueDialog)
def _colleague(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.office()).colleague.emit()
    assert isinstance(desk.errands.key.question, ColleagueDialog)
    return desk.errands.key.question


@scene("keys", PassphraseDialog)
def _passphrase(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.save_replies(NEWEST)
    return desk.errands.handing_out.sealing


@scene("keys", CompareDialog)
def _compare_office(stage: Stage) -> QWidget:
    desk = stage.agency()
    data = desk.entering.data
    assert data is not None
    desk.errands.trust.compare_office(data.round, "0f" * 32)
    assert desk.errands.trust.dialog is not None
    return desk.errands.trust.dialog


@scene("keys", CompareDialog)
def _compare(stage: Stage) -> QWidget:
    desk = review_of(stage, Situation.waiting)
    desk.errands.trust.compare_submission(desk.errands.reviewing.data, desk.errands.reviewing.data.received.signer)
    assert desk.errands.trust.dialog is not None
    return desk.errands.trust.dialog


@scene("keys-ha", RevokeDialog)
def _revoke(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(AGENCIES)
    stage.settle(desk.window())
    desk.errands.revoke(next(one for one in desk.agencies._lines if one.fingerprint and not one.office_role))
    return desk.errands.revoking.dialog


@scene("lost", RecoveryDialog)
def _recovery(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.recovering.ask(AGENCY)
    stage.settle(desk.window())
    assert desk.errands.recovering.dialog is not None
    return desk.errands.recovering.dialog


@scene("backup", BackupsDialog)
def _backups(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.wants_backups.emit()
    window = desk.window()
    assert isinstance(window, MainWindow)
    assert window.backups.dialog is not None
    return window.backups.dialog


def _key_dialog(stage: Stage, desk: AgencyDesk | OfficeDesk) -> KeyDialog:
    desk.errands.key.open()
    stage.settle(desk.window())
    assert desk.errands.key.dialog is not None
    return desk.errands.key.dialog
