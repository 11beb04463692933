"""Take a decision back: what it was, what then happens, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled, rows


class TakeBackDialog(QuestionDialog):
    """Says what taking a decision back does before it is done, and asks why."""

    GUIDE = "take_back"

    def __init__(self, parent: QWidget, what: str, effects: Sequence[str]) -> None:
        super().__init__(parent, self.tr("Take a decision back"), self.tr("Take it back"), 560)
        self.content.addWidget(label(what, role="strong", wrap=True))
        done = rows(space=theme.SPACE_4)
        for text in effects:
            done.addWidget(label(text, wrap=True))
        self.content.addLayout(done)
        kept = self.tr("It stays in the journal, with who decided it and who took it back.")
        self.content.addWidget(label(kept, role="quiet", wrap=True))
        self.reason = QLineEdit()
        self.content.addLayout(labelled(self.tr("Why"), self.reason))
        self.add_buttons()
        self.reason.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.reason.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write why first."))
