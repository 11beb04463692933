"""A workspace that the disk has changed: its backups are offered, and it is shown to be looked at only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.backups import BackupsDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from tests.demo import altered
from tests.ui.scenes.register import scene
from tests.ui.stage import FIELD, Stage


@scene("backup", BackupsDialog)
def _damaged_with_backups(stage: Stage) -> QWidget:
    return _offered(_opened_again(stage, stage.agency(), b'{"number": "14"}', b'{"number": "41"}'))


@scene("the-form")
def _damaged_form(stage: Stage) -> QWidget:
    window = _looked_at(stage, stage.agency(), b'{"number": "14"}', b'{"number": "41"}')
    assert isinstance(window.desk, AgencyDesk)
    window.desk.jump(FIELD)
    stage.settle(window)
    return window


@scene("board")
def _damaged_board(stage: Stage) -> QWidget:
    return _looked_at(stage, stage.office(), b'"reformdesk-submission/', b'"reformdesk-submissiom/')


def _looked_at(stage: Stage, desk: AgencyDesk | OfficeDesk, words: bytes, others: bytes) -> MainWindow:
    window = _opened_again(stage, desk, words, others)
    _offered(window).reject()
    stage.settle(window)
    return window


def _offered(window: MainWindow) -> BackupsDialog:
    assert window.backups.dialog is not None
    return window.backups.dialog


def _opened_again(stage: Stage, desk: AgencyDesk | OfficeDesk, words: bytes, others: bytes) -> MainWindow:
    """Open a desk whose file was changed by so many bytes since it was closed."""
    path = desk.workspace.path
    desk.window().close()
    altered(path, words, others)
    window = stage.window(path)
    assert window.desk is not None
    assert window.desk.workspace.to_look
    return window
