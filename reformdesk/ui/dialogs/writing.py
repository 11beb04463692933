"""A dialog that asks what is to be written, then shows how far the writing is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label


class WritingDialog(QuestionDialog):
    """``stopped`` says that the writing is to end."""

    stopped = Signal()
    is_writing = False
    """Whether something is being written."""

    def _add_progress(self) -> None:
        """Add the bar, and the line that says what is being written; both are hidden until then."""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.said = label(role="small", wrap=True)
        for one in (self.bar, self.said):
            self.content.addWidget(one)
            one.hide()

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self.is_writing:
            self.cancel.setEnabled(False)
            self.stopped.emit()
        else:
            super().reject()
