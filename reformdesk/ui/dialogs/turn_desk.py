"""Making a desk one for data entry only, or the main desk: what that means is said before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import Strip, fit, label

_WIDTH = 520


class TurnDeskDialog(QuestionDialog):
    """Explains what changes on this machine, and what must hold on the other."""

    GUIDE = "two_officers"

    def __init__(self, parent: QWidget, data: FormData) -> None:
        if data.entry_only:
            title, go = self.tr("Make this the main desk"), self.tr("This machine finishes")
        else:
            title, go = self.tr("Data entry only"), self.tr("This machine only enters")
        super().__init__(parent, title, go, _WIDTH)
        for text in self._main_words() if data.entry_only else self._entry_words():
            self.content.addWidget(label(text, wrap=True))
        if data.sent and not data.entry_only:
            text = self.tr("This machine has handed in already in this round; the next file must come from it as well.")
            self.content.addWidget(Strip("warning", text))
        self.add_buttons()
        # a deliberate step: Enter alone does not take it
        self.go.setDefault(False)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped words need."""
        super().showEvent(event)
        fit(self)

    def _main_words(self) -> tuple[str, ...]:
        return (
            self.tr("From now on this machine checks, seals and hands in. What was entered stays."),
            self.tr(
                "One machine of an agency finishes. If two do, their files contradict each other at Home Affairs. If "
                "the other one has handed in already, go on there, and pass figures as a file."
            ),
        )

    def _entry_words(self) -> tuple[str, ...]:
        return (
            self.tr(
                "From now on this machine only enters figures and exports areas for the machine that finishes. What "
                "was entered, sent and received stays, and so does the key."
            ),
            self.tr("Do this where another machine of your agency finishes. It can be turned back."),
        )
