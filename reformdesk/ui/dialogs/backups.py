"""The backups of a workspace: what each holds, and one of them put back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.restoring import BackupFacts
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import Strip, button, label, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable

_WIDTH, _SIZE, _LEAST_TABLE = 720, (720, 490), 120


class BackupsDialog(QuestionDialog):
    """``accepted`` puts :meth:`chosen` back; ``make_one`` makes a backup now."""

    FITS = False
    GUIDE = "backups"
    make_one = Signal()

    def __init__(self, parent: QWidget | None, workspace: Path, *, damaged: bool) -> None:
        super().__init__(parent, self.tr("Backups"), self.tr("Put this backup back"), _WIDTH)
        if damaged:
            text = self.tr("“{file}” is damaged. Put its newest sound backup back.")
            self.content.addWidget(Strip("error", text.format(file=workspace.name)))
        where = self.tr("They lie in “{folder}”. A backup is made every day by itself.")
        self.content.addWidget(label(where.format(folder=workspace.parent / "backups"), role="quiet", wrap=True))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Backups"))
        theme.hold(self.table, least_height=_LEAST_TABLE)
        self.table.entered_row.connect(self._enable)
        self.table.opened.connect(lambda _row: self.go.click())
        self.content.addWidget(self.table, 1)
        text = self.tr(
            "What stands now is kept beside the backups. If something was handed in since, telephone Home Affairs: "
            "the next file would go on from an older one."
        )
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.add_buttons()
        self.make = button(self.tr("Make a backup now"), self.make_one.emit)
        self.make.setVisible(not damaged)
        self.lead(self.make)
        self._backups: tuple[BackupFacts, ...] = ()
        self.take(*_SIZE)

    def show_backups(self, found: Sequence[BackupFacts]) -> None:
        """List backups, newest first; the newest sound one is chosen."""
        self._backups = tuple(found)
        head = [self.tr("Made"), self.tr("Answers"), self.tr("Last change"), self.tr("Handed in"), self.tr("State")]
        self.model.show_rows(head, [self._line(one) for one in found])
        self.table.share({0: 4, 2: 4, 4: 3}, {1: 80, 3: 90})
        newest = next((row for row, one in enumerate(found) if one.sound), -1)
        self.table.selectRow(newest)
        self._enable(newest)
        self.table.setFocus()

    def chosen(self) -> Path:
        """Return the backup that is to be put back."""
        return self._backups[self.table.currentIndex().row()].path

    def _line(self, one: BackupFacts) -> list[GridCell]:
        if not one.sound:
            return [GridCell(long_moment(one.made_at)), *[GridCell("")] * 3, _state(self.tr("damaged"), "error")]
        return [
            GridCell(long_moment(one.made_at)),
            GridCell(str(one.answers), right=True),
            GridCell(long_moment(one.changed_at) if one.changed_at else "–"),
            GridCell(str(one.submissions), right=True),
            _state(self.tr("sound"), "good"),
        ]

    def _enable(self, row: int) -> None:
        self.go.setEnabled(0 <= row < len(self._backups) and self._backups[row].sound)
        tip = self.tr("Choose a sound backup. None was made yet, if the list is empty.")
        self.go.setToolTip("" if self.go.isEnabled() else tip)


def _state(words: str, tone: str) -> GridCell:
    return GridCell(with_sign(tone, words), tone=tone)
