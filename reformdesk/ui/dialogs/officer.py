"""Who decides at this desk."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled


class OfficerDialog(QuestionDialog):
    """Asks for the name that stands beside each decision; ``go`` says what happens then."""

    GUIDE = "officer"

    def __init__(self, parent: QWidget, name: str, go: str) -> None:
        super().__init__(parent, self.tr("Who decides at this desk?"), go)
        self.content.addWidget(
            label(
                self.tr(
                    "Your full name stands beside every decision you make here, with its time and reason. "
                    "A colleague who brings this desk together with theirs reads it too."
                ),
                wrap=True,
            )
        )
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(self.tr("Full name"))
        self.name.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.content.addLayout(labelled(self.tr("Full name"), self.name))
        self.go.setEnabled(bool(name.strip()))
        self.add_buttons()
        self.name.setFocus()
