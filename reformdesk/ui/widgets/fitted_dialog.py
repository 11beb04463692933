"""A dialog as high as its words need, also when the size of text changes while it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent, QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import fit, room_for


class FittedDialog(QDialog):
    """What every dialog is; where ``FITS`` is false it keeps the size it was given.

    ``GUIDE`` says which page of the guide F1 opens (:data:`reformdesk.ui.guide.PAGE_FOR`).
    """

    FITS = True
    GUIDE = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the window below for the guide: a dialog blocks its keys."""
        if event.key() != Qt.Key.Key_F1:
            super().keyPressEvent(event)
            return
        below: QWidget = self
        while (above := below.parentWidget()) is not None:
            below = above.window()
        QApplication.sendEvent(below, QWhatsThisClickedEvent(self.GUIDE))

    def take(self, width: int, height: int) -> None:
        """Take a size in pixels at the common text size, or as much of it as there is room for."""
        self.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room_for(self)))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped words need."""
        super().showEvent(event)
        if self.FITS:
            fit(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.FITS and self.isVisible():
            fit(self)
