"""A dialog as high as its words need, also when the size of text changes while it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from reformdesk.ui.widgets.basics import fit


class FittedDialog(QDialog):
    """What every dialog is; where ``FITS`` is false it keeps the size it was given."""

    FITS = True

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
