"""A list from a workbook, looked at before it goes into the draft: what it would change, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reformdesk import list_files
from reformdesk.core.listed_rows import Problem
from reformdesk.list_files import Listed
from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, foot, label, rows, with_sign
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words


@dataclass(frozen=True)
class LookedAt:
    """A list as it was read, and what it would change, as a note."""

    listed: Listed
    note: str


class TakenListDialog(FittedDialog):
    """Accepted where the list is to go into the draft."""

    GUIDE = "lists"
    FITS = False

    def __init__(self, parent: QWidget, path: Path, found: LookedAt, words: Words) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(self.tr("A list from Excel"))
        self.take(820, 580)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("A list from Excel"), role="title"))
        listed = found.listed
        layout.addWidget(label(self._summary(path, listed), tone="error" if listed.is_refused else "", wrap=True))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("What is to be said of the list"))
        self._list(listed.problems)
        self.table.setVisible(bool(listed.problems))
        layout.addWidget(self.table, 1)
        self.note = QPlainTextEdit(found.note)
        self.note.setReadOnly(True)
        self.note.setAccessibleName(self.tr("What it would change"))
        self.note.setVisible(not listed.is_refused and bool(found.note))
        layout.addWidget(self.note, 1)
        takes = not listed.is_refused and listed.step is not None
        self.go = button(self.tr("Into the draft"), self.accept, primary=takes)
        self.go.setVisible(takes)
        self.leave = button(self.tr("Leave it") if takes else self.tr("Close"), self.reject, primary=not takes)
        foot(layout, [], [self.leave, self.go])

    def _summary(self, path: Path, listed: Listed) -> str:
        file = path.name
        if listed.is_refused:
            count = sum(one.blocks for one in listed.problems)
            text = self.tr("{file} was not taken in. To be mended there: {count}. Then take it in once more.")
            return with_sign("error", text.format(file=file, count=count))
        if listed.step is None:
            return self.tr("All in {file} is so already.").format(file=file)
        return self.tr("{file} can be taken in. It changes this:").format(file=file)

    def _list(self, problems: tuple[Problem, ...]) -> None:
        lines = []
        for one in list_files.in_order(problems):
            tone = "error" if one.blocks else "warning"
            reason = list_files.reason_of(one, self._words)
            lines.append(
                [
                    GridCell(one.sheet, tone="quiet", hint=one.sheet),
                    GridCell(str(one.row or ""), right=True),
                    GridCell(one.column, tone="quiet", hint=one.column),
                    GridCell(with_sign(tone, reason), tone=tone, hint=reason),
                ]
            )
        heads = [self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("What is wrong")]
        self.model.show_rows(heads, lines)
        self.table.share({3: 1}, {0: 120, 1: 64, 2: 140})
