"""Where copies of the workspace and its key are kept, besides this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.second_place import SecondPlace
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import button, columns, fit, label, restyle
from reformdesk.ui.widgets.elided import PathLabel


class SecondPlaceDialog(QuestionDialog):
    """``chosen`` has the folder from now on, ``given_up`` ends it, ``copy`` makes a copy now."""

    GUIDE = "second_place"
    chosen = Signal(object)
    given_up = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget, messages: Messages) -> None:
        super().__init__(parent, self.tr("Second place"), self.tr("Copy now"), 620)
        self._messages = messages
        words = self.tr(
            "A machine that dies the night before the deadline costs ten minutes when a copy of the workspace and of "
            "its key lies elsewhere: on a USB stick that is locked away, or on a colleague's computer. The program "
            "copies by itself ten minutes after a change and when it is closed."
        )
        self.content.addWidget(label(words, role="quiet", wrap=True))
        self._folder = PathLabel(Path(), role="strong")
        self.content.addWidget(self._folder)
        self._state = label(wrap=True)
        self.content.addWidget(self._state)
        line = columns()
        self.choose_button = button(self.tr("Choose a folder…"), self._choose)
        self.give_up_button = button(self.tr("No second place any more"), self.given_up.emit, flat=True)
        line.addWidget(self.choose_button)
        line.addWidget(self.give_up_button)
        line.addStretch(1)
        self.content.addLayout(line)
        self.add_buttons(self.tr("Close"))

    def accept(self) -> None:
        """Make a copy; the dialog stays to tell how it went."""
        self.copy.emit()

    def show_standing(self, standing: SecondPlace, words: str, *, is_copying: bool) -> None:
        """Show how it stands."""
        self._folder.say(standing.folder or self.tr("No folder is chosen."))
        self._state.setText(words)
        restyle(self._state, tone="warning" if standing.failed or not standing.folder else "")
        self.give_up_button.setVisible(bool(standing.folder))
        self.go.setEnabled(bool(standing.folder) and not is_copying)
        waiting = self.tr("A copy is being made.") if is_copying else self.tr("Choose a folder first.")
        self.go.setToolTip("" if self.go.isEnabled() else waiting)
        fit(self)

    def _choose(self) -> None:
        folder = self._messages.choose_folder(self, self.tr("Choose a folder…"))
        if folder is not None:
            self.chosen.emit(folder)
