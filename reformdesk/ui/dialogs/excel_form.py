"""The Excel form for a colleague: hand it out, or read it back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_WIDTH = 520


class ExcelFormDialog(FittedDialog):
    """Says what the form is for; ``EXPORT`` and ``READ`` are how it ends otherwise than closed."""

    GUIDE = "excel_form"

    EXPORT, READ = 2, 3

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Excel form"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Let a colleague fill in an Excel form"), role="title", wrap=True))
        text = self.tr(
            "The form has your agency's rows, a sheet for each area, with the earlier periods. Your colleague needs "
            "only Excel or LibreOffice."
        )
        layout.addWidget(label(text, wrap=True))
        text = self.tr("What comes back is shown row by row first. Nothing is written before you have looked at it.")
        layout.addWidget(label(text, role="quiet", wrap=True))
        self.close_button = button(self.tr("Close"), self.reject)
        self.read = button(self.tr("Read a form back…"), lambda: self.done(self.READ))
        self.export = button(self.tr("Export the form…"), lambda: self.done(self.EXPORT), primary=True)
        self.export.setDefault(True)
        foot(layout, [self.close_button], [self.read, self.export])
