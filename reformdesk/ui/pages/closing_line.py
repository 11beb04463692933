"""Above the consolidated tables: whether the round that the desk shows is closed, and the button for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.closings import ClosingStand
from reformdesk.core.rounds import Round
from reformdesk.ui import closing_words
from reformdesk.ui.widgets.basics import button, columns, label, restyle
from reformdesk.words import Words


class ClosingLine(QWidget):
    """``close_round`` gives the round that is to be closed, or whose closing is to be looked at."""

    close_round = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._round_id = ""
        line = columns(self)
        self.words = label(wrap=True)
        self.button = button(self.tr("Closing…"), lambda: self.close_round.emit(self._round_id))
        line.addWidget(self.words, 1)
        line.addWidget(self.button)

    def show_stand(self, round_: Round, stand: ClosingStand) -> None:
        """Say how the round stands."""
        self._round_id = round_.id
        said = closing_words.marked(stand, self._words) or self.tr("Not closed yet")
        self.words.setText(f"{round_.title.text(self._words.language)}: {said}")
        restyle(self.words, tone=closing_words.tone_of(stand))
