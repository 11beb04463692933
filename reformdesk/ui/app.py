"""The application: language, look, the window, and what happens when something breaks."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reformdesk import __version__
from reformdesk.assets import resource
from reformdesk.core.store import SUFFIX
from reformdesk.ui import theme
from reformdesk.ui.appearance import Appearance
from reformdesk.ui.crash import CrashHandler
from reformdesk.ui.garbage import GarbageKeeper
from reformdesk.ui.messages import Messages
from reformdesk.ui.window import MainWindow
from reformdesk.words import LANGUAGES, Words

_LANGUAGE = "language"


class Program:
    """Keeps what lives as long as the application."""

    def __init__(self, application: QApplication, language: str | None = None, *, at_start: bool = True) -> None:
        self._application = application
        application.setApplicationName("ReformDesk")
        application.setOrganizationName("ReformDesk")
        application.setApplicationVersion(__version__)
        application.setWindowIcon(QIcon(str(resource("icons", "reformdesk.svg"))))
        self.appearance = Appearance(application)
        self._garbage = GarbageKeeper(application)
        self._crashes = CrashHandler()
        self.words = self._speak(language or _stored_language())
        self.window = self._make_window(at_start=at_start)

    def _speak(self, language: str | None) -> Words:
        words = Words(language)
        self._application.installTranslator(words.translator)
        return words

    def _make_window(self, *, at_start: bool) -> MainWindow:
        window = MainWindow(Messages(self.words), at_start=at_start)
        window.language_chosen.connect(self._change_language)
        window.wants_settings.connect(self.open_settings)
        self.appearance.changed.connect(window.lay_out_anew)
        window.broke.connect(self._crashes.report)
        window.left_desk.connect(self._garbage.collect_at_rest)
        return window

    def open_settings(self) -> None:
        """Show what can be chosen of look and language."""
        from reformdesk.ui.dialogs.settings import SettingsDialog

        self.settings = SettingsDialog(self.window, self.appearance, self.words.language)
        # once the dialog is closed: its window goes with the old language
        self.settings.language_chosen.connect(self._change_language, Qt.ConnectionType.QueuedConnection)
        self.settings.open()

    def _change_language(self, language: str) -> None:
        QSettings().setValue(_LANGUAGE, language)
        self._application.removeTranslator(self.words.translator)
        self.words = self._speak(language)
        before = self.window
        path = before.desk.workspace.path if before.desk is not None else None
        self.window = self._make_window(at_start=path is None)
        self.window.setGeometry(before.geometry())
        self.window.show()
        before.close()
        if path is not None:
            self.window.open_path(path)

    def catch_bugs(self) -> None:
        """From now on a bug ends in the crash dialog."""
        self._crashes.install()


def run(path: Path | None) -> int:
    """Open the window, with a file if one is given, until it is closed."""
    application = theme.new_application()
    # what was loaded stays to the end: looking through it for garbage would stop the window for nothing
    gc.freeze()
    program = Program(application, at_start=path is None or path.suffix.lower() != SUFFIX)
    program.catch_bugs()
    program.window.show()
    if path is not None:
        QTimer.singleShot(0, program.window, lambda: program.window.open_path(path))
    return application.exec()


def build_offscreen() -> str:
    """Build the window without a screen and say which Qt did it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    program = Program(application)
    program.window.ensurePolished()
    program.window.close()
    return f"Qt {qVersion()}"


def _stored_language() -> str | None:
    stored = str(QSettings().value(_LANGUAGE, ""))
    return stored if stored in LANGUAGES else None
