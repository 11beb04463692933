"""The reminder list: who is to be telephoned, as a table, as text to paste, as a workbook."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from reformdesk import reminding
from reformdesk.core.board import MISSING, PARTIAL, RETURNED, BoardData
from reformdesk.core.reminders import Reminder, reminders
from reformdesk.core.text import whole_numbers
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import SIGNS, button, columns, label, restyle
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_LEAST_WIDTH, _TABLE_HEIGHT = 560, 120
_SIZE = (860, 480)


class RemindersDialog(QuestionDialog):
    """``save`` asks for the workbook of :meth:`found`; the text goes to the clipboard here."""

    FITS = False
    GUIDE = "reminders"
    save = Signal()

    def __init__(self, parent: QWidget | None, data: BoardData, words: Words) -> None:
        super().__init__(parent, self.tr("Reminder list"), self.tr("Copy as text"), _LEAST_WIDTH)
        self.take(*_SIZE)
        self.round, self._data, self._words = data.round, data, words
        line = columns(space=theme.SPACE_20)
        self.ticks = {
            MISSING: QCheckBox(self.tr("Not sent")),
            RETURNED: QCheckBox(self.tr("Returned, not answered")),
            PARTIAL: QCheckBox(self.tr("Sent in part")),
        }
        for kind, tick in self.ticks.items():
            tick.setChecked(kind != PARTIAL)
            tick.toggled.connect(lambda _checked: self._show())
            line.addWidget(tick)
        line.addStretch(1)
        self.content.addLayout(line)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Reminder list"))
        theme.hold(self.table, least_height=_TABLE_HEIGHT)
        self.content.addWidget(self.table, 1)
        self.said = label(role="small")
        self.content.addWidget(self.said)
        self.add_buttons(self.tr("Close"))
        self.save_button = button(self.tr("Save as Excel…"), self.save.emit)
        self.lead(self.save_button)
        self._show()
        self.table.setFocus()

    def found(self) -> tuple[Reminder, ...]:
        """Return whom the list names now."""
        return reminders(self._data, [kind for kind, tick in self.ticks.items() if tick.isChecked()])

    def accept(self) -> None:
        """Copy the text; the list stays open, to telephone along."""
        QGuiApplication.clipboard().setText(reminding.as_text(self.round, self.found(), self._words))
        self.say(self.tr("✓ Copied. Paste it into a message or a letter."))

    def say(self, text: str) -> None:
        """Say what was done."""
        restyle(self.said, tone="good")
        self.said.setText(text)

    def _state(self, one: Reminder) -> GridCell:
        text = reminding.state(one, self._words)
        # as on the board
        return GridCell(f"{SIGNS['warning']} {text}", tone="error") if one.overdue else GridCell(text)

    def _show(self) -> None:
        found = self.found()
        lines = [
            [
                GridCell(one.agency.text(self._words.language)),
                GridCell(whole_numbers(one.agency.contact)),
                self._state(one),
            ]
            for one in found
        ]
        self.model.show_rows([self.tr("Agency"), self.tr("Contact"), self.tr("How it stands")], lines)
        self.table.share({0: 3, 1: 3, 2: 3}, {})
        restyle(self.said, tone="quiet")
        self.said.setText(self.tr("Agencies: {count}").format(count=len(found)))
        for one in (self.go, self.save_button):
            one.setEnabled(bool(found))
            one.setToolTip("" if found else self.tr("There is nobody to remind."))
