"""F1: the guide at the page that fits what is in front, in dialogs too."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from reformdesk.ui.guide import GuideWindow


class Helping(QObject):
    """Opens a window's guide; ``place`` says what the window shows.

    A dialog is a window of its own and blocks the keys of the one below: it takes F1 itself and
    sends its page up (:class:`reformdesk.ui.widgets.fitted_dialog.FittedDialog`).
    """

    def __init__(self, window: QMainWindow, language: str, place: Callable[[], str]) -> None:
        super().__init__(window)
        self._place = place
        self._language = language
        QShortcut(QKeySequence("F1"), window).activated.connect(self.open)

    @cached_property
    def guide(self) -> GuideWindow:
        """The guide, made when it is first wanted."""
        from reformdesk.ui.guide import GuideWindow

        return GuideWindow(self._language)

    def close(self) -> None:
        """Close the guide for good, where it was ever opened; nobody else would delete it."""
        if "guide" in vars(self):
            self.guide.close()
            self.guide.deleteLater()
            del self.guide

    def open(self) -> None:
        """Open the guide at the page for the desk's page."""
        self.open_for(self._place())

    def open_for(self, place: str) -> None:
        """Open the guide at the page for a place (:data:`reformdesk.ui.guide.PAGE_FOR`)."""
        from reformdesk.ui.guide import page_for

        self.guide.open_at(page_for(place))
