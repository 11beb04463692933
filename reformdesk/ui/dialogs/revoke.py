"""Revoke an agency's key that was lost or stolen."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled


class RevokeDialog(QuestionDialog):
    """Says what stays good and what will be refused, and asks why.

    ``received`` counts the submissions under the key; ``None`` for a key with which Home Affairs itself seals.
    """

    GUIDE = "revoke"

    def __init__(self, parent: QWidget, who: str, code: str, received: int | None) -> None:
        super().__init__(parent, self.tr("Revoke the key of {who}").format(who=who), self.tr("Revoke the key"), 560)
        self.content.addWidget(label(code, role="strong"))
        for text in self._own_words() if received is None else self._words_on(received):
            self.content.addWidget(label(text, wrap=True))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("lost laptop, told by telephone"))
        self.content.addLayout(labelled(self.tr("Why"), self.reason))
        self.add_buttons()
        self.reason.textChanged.connect(self._enable)
        self._enable()

    def _words_on(self, received: int) -> tuple[str, str]:
        return (
            self.tr("Submissions received under this key so far: {count}. They stay good.").format(count=received),
            self.tr(
                "Whatever comes later under this key is refused, whatever day it claims. The agency makes a new key "
                "and you compare its code by telephone."
            ),
        )

    def _own_words(self) -> tuple[str, str]:
        return (
            self.tr(
                "This key seals nothing more here. The next round file names it no longer, and agencies believe "
                "it no longer."
            ),
            self.tr("Go on with a new key, or with the reserve key, which agencies believe at once."),
        )

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.reason.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write why first."))
