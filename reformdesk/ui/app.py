"""The application: language, look, the window, and what happens when something breaks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from reformdesk import __version__
from reformdesk.ui import theme
from reformdesk.ui.crash import CrashHandler
from reformdesk.ui.garbage import GarbageKeeper
from reformdesk.ui.messages import Messages
from reformdesk.ui.window import MainWindow
from reformdesk.words import LANGUAGES, Words

_LANGUAGE = "language"


class Program:
    """Keeps what lives as long as the application."""

    def __init__(self, application: QApplication, language: str | None = None) -> None:
        self._application = application
        application.setApplicationName("ReformDesk")
        application.setOrganizationName("ReformDesk")
        application.setApplicationVersion(__version__)
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self._garbage = GarbageKeeper(application)
        self._crashes = CrashHandler()
        self.words = self._speak(language or _stored_language())
        self.window = self._make_window()

    def _dress(self) -> None:
        """Follow the system between light and dark."""
        theme.apply(self._application, dark=theme.system_is_dark(self._application))

    def _speak(self, language: str | None) -> Words:
        words = Words(language)
        self._application.installTranslator(words.translator)
        return words

    def _make_window(self) -> MainWindow:
        window = MainWindow(Messages(self.words))
        window.language_chosen.connect(self._change_language)
        window.broke.connect(self._crashes.report)
        return window

    def _change_language(self, language: str) -> None:
        QSettings().setValue(_LANGUAGE, language)
        self._application.removeTranslator(self.words.translator)
        self.words = self._speak(language)
        before = self.window
        self.window = self._make_window()
        self.window.setGeometry(before.geometry())
        self.window.show()
        before.close()

    def catch_bugs(self) -> None:
        """From now on a bug ends in the crash dialog."""
        self._crashes.install()


def run(path: Path | None) -> int:
    """Open the window, with a file if one is given, until it is closed."""
    application = QApplication(sys.argv[:1])
    program = Program(application)
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
