"""F1: the guide at the page that fits what is in front, in dialogs too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from reformdesk.ui.guide import GuideWindow, page_for

_HELPED = "helped"


class Helping(QObject):
    """Opens a window's guide; a dialog says with its class's ``GUIDE`` which page is its own (:data:`guide.PAGE_FOR`).

    A dialog is a window of its own and blocks the keys of the one below, so that F1 is given to
    each when it comes to the front: no dialog has to remember it.
    """

    def __init__(self, window: QMainWindow, language: str, place: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self.guide = GuideWindow(language)
        QShortcut(QKeySequence("F1"), window).activated.connect(self.open)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._help)

    def open(self) -> None:
        """Open the guide at the page for the desk's page."""
        self.guide.open_at(page_for(self._place()))

    def _help(self) -> None:
        """Look by oneself: what the signals of focus tell of may be on its way out, which Python must not touch."""
        dialog = QApplication.activeWindow()
        if not isinstance(dialog, QDialog) or dialog.property(_HELPED) or not self._is_ours(dialog):
            return
        dialog.setProperty(_HELPED, True)
        page = page_for(str(getattr(dialog, "GUIDE", "")))
        QShortcut(QKeySequence("F1"), dialog).activated.connect(lambda: self.guide.open_at(page))

    def _is_ours(self, dialog: QWidget) -> bool:
        """Whether a dialog stands over this window, over another dialog or not."""
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is self._window
