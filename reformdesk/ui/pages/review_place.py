"""In a review: which one of how many this is, and the way to the ones before and after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.ui import theme
from reformdesk.ui.models.review_run import WAITING, Run
from reformdesk.ui.widgets.basics import button, columns, label

PREVIOUS, NEXT = "P", "N"


class PlaceBar(QWidget):
    """``step`` gives -1 or +1. The keys on its buttons are the page's; a button that leads nowhere says why."""

    step = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        line = columns(self)
        self.previous = button(self.tr("‹ Previous ({key})").format(key=PREVIOUS), lambda: self.step.emit(-1))
        self.place = label(role="small")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next = button(self.tr("Next ({key}) ›").format(key=NEXT), lambda: self.step.emit(1))
        for one in (self.previous, self.place, self.next):
            line.addWidget(one)
        theme.hold(self.place, height=theme.CONTROL)
        self.show_run(Run())

    def show_run(self, run: Run) -> None:
        """Say where one is; nothing where there is no order to go on in."""
        self.setVisible(len(run.stops) > 1)
        text = self.tr("{place} of {count} that wait") if run.source == WAITING else self.tr("{place} of {count}")
        self.place.setText(text.format(place=run.place + 1, count=len(run.stops)))
        for one, step, why in (
            (self.previous, -1, self.tr("This is the first one.")),
            (self.next, 1, self.tr("This is the last one.")),
        ):
            there = run.beside(step) is not None
            one.setEnabled(there)
            one.setToolTip("" if there else why)
