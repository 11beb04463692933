"""Asking for the reason of a decision, which stands in the journal with its author and time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled
from reformdesk.ui.widgets.typing_line import TypingLine


class WhyDialog(QuestionDialog):
    """Says what the decision does; without a reason it is not made."""

    GUIDE = "why"

    def __init__(self, parent: QWidget, title: str, text: str, go: str) -> None:
        super().__init__(parent, title, go)
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.reason = TypingLine()
        self.reason.textChanged.connect(lambda _text: self._enable())
        self.content.addLayout(labelled(self.tr("Why"), self.reason))
        self.add_buttons()
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.reason.text().strip())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Write why first."))


class WithdrawDialog(WhyDialog):
    """Withdrawing what was entered on behalf of an agency."""

    GUIDE = "withdraw"

    def __init__(self, parent: QWidget, agency: str) -> None:
        super().__init__(
            parent,
            self.tr("Withdraw what was entered for {agency}?").format(agency=agency),
            self.tr("It stays here and counts no more. What the agency has sent itself, if anything, counts again."),
            self.tr("Withdraw"),
        )
