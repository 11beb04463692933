"""What is done with all keys at once that were not compared yet, wherever they are listed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.board import BoardData
from reformdesk.ui.widgets.basics import button, columns


class PileButtons(QWidget):
    """``compare`` asks for the pile of codes, ``accept`` for all of them to count before that."""

    compare = Signal()
    accept = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = columns(self)
        self.compare_button = button(self.tr("Compare many codes…"), self.compare.emit)
        self.accept_button = button("", self.accept.emit)
        line.addWidget(self.compare_button)
        line.addWidget(self.accept_button)
        self._show(0, 0)

    def show_pile(self, data: BoardData) -> None:
        """Say how many there are."""
        self._show(len(data.waiting_for_keys), sum(one.waits_for_keys or one.provisional for one in data.received))

    def _show(self, waiting: int, uncompared: int) -> None:
        text = self.tr("Accept all provisionally ({count})…").format(count=waiting)
        self.accept_button.setText(text if waiting else self.tr("Accept all provisionally…"))
        self.accept_button.setEnabled(waiting > 0)
        self.accept_button.setToolTip("" if waiting else self.tr("No submission waits for its key alone."))
        self.compare_button.setEnabled(uncompared > 0)
        self.compare_button.setToolTip("" if uncompared else self.tr("Every key of this round has been compared."))
