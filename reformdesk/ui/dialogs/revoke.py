"""Revoke an agency's key that was lost or stolen."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled


class RevokeDialog(QuestionDialog):
    """Says what stays good and what will be refused, and asks why."""

    GUIDE = "revoke"

    def __init__(self, parent: QWidget, who: str, code: str, received: int) -> None:
        super().__init__(parent, self.tr("Revoke the key of {who}").format(who=who), self.tr("Revoke the key"), 560)
        self.content.addWidget(label(code, role="strong"))
        stays = self.tr("Submissions received under this key so far: {count}. They stay good.").format(count=received)
        self.content.addWidget(label(stays, wrap=True))
        later = self.tr(
            "Whatever comes later under this key is refused, whatever day it claims. The agency makes a new key and "
            "you compare its code by telephone."
        )
        self.content.addWidget(label(later, wrap=True))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("lost laptop, told by telephone"))
        self.content.addLayout(labelled(self.tr("Why"), self.reason))
        self.add_buttons()
        self.reason.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.reason.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write why first."))
