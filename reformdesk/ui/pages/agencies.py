"""Agencies and their keys at Home Affairs; the rounds and their files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.pins import Pin
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.models.board import BoardData
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words


class AgenciesPage(QWidget):
    """Every agency with the key that speaks for it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Agencies and keys"), role="title"))
        text = self.tr("A key is compared once, by telephone, when an agency's first submission comes in.")
        layout.addWidget(label(text, role="quiet"))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Agencies and keys"))
        layout.addWidget(self.table, 1)

    def refresh(self, data: BoardData, pins: Sequence[Pin]) -> None:
        """List agencies and keys."""
        keys = {pin.subject: pin for pin in pins}
        header = [self.tr("Agency"), self.tr("Contact"), self.tr("Matching code"), self.tr("Compared")]
        lines = []
        for agency in data.round.agencies:
            pin = keys.get(agency.id)
            code = matching_code(pin.fingerprint) if pin else self.tr("no key yet")
            lines.append(
                [
                    GridCell(agency.text(self._words.language), key=agency.id),
                    GridCell(agency.contact, tone="quiet"),
                    GridCell(code, tone="" if pin else "quiet"),
                    GridCell(long_moment(pin.pinned_at) if pin else "", tone="quiet"),
                ]
            )
        self.model.show_rows(header, lines)
        for column, width in enumerate((300, 250, 290)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)


class RoundsPage(QWidget):
    """The rounds, newest first; each one's file can be saved again."""

    opened = Signal(str)
    new_round = Signal()
    save_file = Signal(str)
    save_replies = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        head = columns(space=theme.SPACE_12)
        head.addWidget(label(self.tr("Rounds"), role="title"), 1)
        self.save_button = button(self.tr("Save the round file…"), lambda: self.save_file.emit(self._chosen()))
        self.replies_button = button(self.tr("Save receipts for all…"), lambda: self.save_replies.emit(self._chosen()))
        self.new_button = button(self.tr("Open a new round…"), self.new_round.emit)
        for one in (self.save_button, self.replies_button, self.new_button):
            head.addWidget(one)
        layout.addLayout(head)
        layout.addWidget(
            label(self.tr("Send the round file to every agency. Open a line to see its board."), role="quiet")
        )
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Rounds"))
        self.table.opened.connect(lambda row: self.opened.emit(self.model.cell(row, 0).key))
        layout.addWidget(self.table, 1)

    def refresh(self, boards: Sequence[BoardData]) -> None:
        """List the rounds, newest first."""
        header = [
            self.tr("Round"),
            self.tr("Deadline"),
            self.tr("Received"),
            self.tr("Indicators"),
            self.tr("Indicator set"),
        ]
        lines = [
            [
                GridCell(data.round.title.text(self._words.language), key=data.round.id),
                GridCell(day(data.round.deadline)),
                GridCell(f"{data.count('good')}/{len(data.lines)}", right=True),
                GridCell(str(len(data.round.asked)), right=True),
                GridCell(data.round.catalogue.name.text(self._words.language), tone="quiet"),
            ]
            for data in boards
        ]
        self.model.show_rows(header, lines)
        for column, width in enumerate((300, 120, 100, 100)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        if lines:
            self.table.selectRow(0)
        for one in (self.save_button, self.replies_button):
            one.setEnabled(bool(lines))

    def _chosen(self) -> str:
        return self.model.cell(max(0, self.table.currentIndex().row()), 0).key
