"""The lines to be typed, with the keys that carry them over: one hand on the keyboard, the eyes at the browser."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from reformdesk import rekeying_files
from reformdesk.core.rekeying import Line, State, Typing
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import ENTERED_SIGN, SIGNS
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.signs_apart import SignsApart
from reformdesk.words import Words

CHANGED = "≠"
"""Beside a line whose figure is another one than was carried over."""
_SIGN, _NUMBER, _NAME, _FIGURE = range(4)
_WIDTHS = {_SIGN: 32, _NUMBER: 62, _FIGURE: 104}
_STATES = {
    State.TO_DO: ("", ""),
    State.DONE: (SIGNS["good"], "good"),
    State.CHANGED: (CHANGED, "warning"),
}


class RekeyingList(SheetTable):
    """``taken`` asks for the line at hand to be copied and left, ``back`` and ``undone`` for the way back.

    ``copied`` asks for a copy alone; ``sought`` has the first letter of a number or name that is gone to.
    """

    taken = Signal()
    back = Signal()
    undone = Signal()
    copied = Signal()
    sought = Signal(str)

    def __init__(self, words: Words) -> None:
        self.lines = GridModel()
        super().__init__(self.lines, self.tr("Figures to be typed"))
        self._words = words
        self.setItemDelegate(SignsApart(self))
        self.opened.connect(lambda _row: self.taken.emit())
        self.ticked.connect(lambda _row: self.taken.emit())

    def show_lines(self, shown: Sequence[Line], typing: Typing) -> None:
        """List lines; the cursor is set by whoever shows them."""
        header = [SIGNS["good"], self.tr("No."), self.tr("Indicator"), self.tr("Figure")]
        first = self.lines.columnCount() == 0
        self.lines.show_rows(header, [self._cells(line, typing) for line in shown])
        if first:
            self.share({_NAME: 1}, _WIDTHS)

    def _cells(self, line: Line, typing: Typing) -> list[GridCell]:
        sign, tone = _STATES[line.state]
        name = rekeying_files.name_of(line, self._words)
        if line.state is State.CHANGED:
            name = f"{name}\n{CHANGED} {rekeying_files.how_far(line, typing, self._words)}"
        figure = rekeying_files.short(line.value, line, typing, self._words)
        return [
            GridCell(sign, tone=tone, key=line.key, hint=rekeying_files.how_far(line, typing, self._words)),
            GridCell(line.number, tone="quiet"),
            GridCell(name, tone="quiet" if line.state is State.DONE else ""),
            self._figure(line, figure),
        ]

    def _figure(self, line: Line, text: str) -> GridCell:
        hint = "\n".join(rekeying_files.remarks(line, self._words))
        if not line.is_figure:
            return GridCell(text, tone="quiet", hint=rekeying_files.choice(line.value, self._words))
        sign = SIGNS["warning"] if line.needs_care else ENTERED_SIGN if line.remarks else ""
        return GridCell(text, right=True, tone="warning" if line.needs_care else "", hint=hint, before=sign)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry over, go back, or seek; a key that is held down carries over once."""
        key = event.key()
        letters = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.isAutoRepeat() and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if key == Qt.Key.Key_Backspace:
            self.back.emit()
        elif key == Qt.Key.Key_Delete:
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif plain and letters.isalnum():
            self.sought.emit(letters)
        else:
            super().keyPressEvent(event)
