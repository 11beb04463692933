"""The agency's own list of subordinate units: a name a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reformdesk.core.units import Unit
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label

_SIZE, _LEAST_HEIGHT = (480, 440), 120


class UnitListDialog(QuestionDialog):
    """Asks for the names; a unit keeps its figures as long as it keeps its name."""

    FITS = False
    GUIDE = "units"

    def __init__(self, parent: QWidget, listed: Sequence[Unit]) -> None:
        super().__init__(parent, self.tr("Subordinate units"), self.tr("Save the list"))
        text = self.tr("One unit a line, in your order. A column copied from Excel can be pasted here.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.names = QPlainTextEdit("\n".join(unit.name for unit in listed))
        self.names.setAccessibleName(self.tr("Subordinate units"))
        theme.hold(self.names, least_height=_LEAST_HEIGHT)
        self.names.setTabChangesFocus(True)
        self.content.addWidget(self.names, 1)
        self.add_buttons()
        self.take(*_SIZE)

    def listed(self) -> list[str]:
        """Return the names as they were written."""
        return self.names.toPlainText().splitlines()
