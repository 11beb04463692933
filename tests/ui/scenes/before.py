"""Before there is a desk, and what belongs to none: the start, settings, the guide."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk.ui import theme
from reformdesk.ui.appearance import Appearance
from reformdesk.ui.crash import CrashDialog
from reformdesk.ui.dialogs.recovery import PutBackDialog
from reformdesk.ui.dialogs.settings import SettingsDialog
from reformdesk.ui.dialogs.small import AgencyDialog
from reformdesk.ui.guide import GuideWindow
from tests.demo import AGENCY, NEWEST, copy_of_agency
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage


@scene("start")
def _start(stage: Stage) -> QWidget:
    recent = copy_of_agency(stage.demo, AGENCY, stage.place())
    window = stage.window(recent)
    stage.settle(window)
    window.close()
    return stage.window()


@scene("start", AgencyDialog)
def _choose_agency(stage: Stage) -> QWidget:
    window = stage.window()
    window.open_path(next((stage.demo / "rounds").glob(f"{NEWEST}*.rdround")))
    return window.choosing


@scene("index", CrashDialog)
def _crash(stage: Stage) -> QWidget:
    dialog = CrashDialog("ReformDesk 1.0\n\nTraceback (most recent call last):\n  …")
    stage.show(dialog)
    return dialog


@scene("index", GuideWindow)
def _guide(stage: Stage) -> QWidget:
    guide = GuideWindow(stage.words.language)
    stage.show(guide)
    guide.open_at("the-form")
    return guide


@scene("lost", PutBackDialog)
def _put_back(stage: Stage) -> QWidget:
    window = stage.window()
    window.open_path(stage.recovery())
    assert window.putting_back.dialog is not None
    return window.putting_back.dialog


@scene("settings", SettingsDialog)
def _settings(stage: Stage) -> QWidget:
    desk = stage.agency()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # what is worn is what was chosen
    QSettings().setValue("look", str(application.property("scheme")))
    QSettings().setValue("text_size", theme.text_size())
    appearance = Appearance(application)
    dialog = SettingsDialog(desk.window(), appearance, stage.words.language)
    appearance.setParent(dialog)
    dialog.open()
    return dialog
