"""Taking in at Home Affairs: what came, what became of each file, and what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from reformdesk.core.intake import KNOWN, REJECTED
from reformdesk.core.remarks import PROVISIONAL as PROVISIONAL_SIGN
from reformdesk.ui import theme
from reformdesk.ui.channels import CORRECTED, channel_chooser, channel_name
from reformdesk.ui.dates import moment
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.intake import ENTERED, OTHER, PROVISIONAL, REPLACED, RETURNED, IntakeLine
from reformdesk.ui.pages.pile_buttons import PileButtons
from reformdesk.ui.taking_in import Progress
from reformdesk.ui.widgets.basics import ENTERED_SIGN, SIGNS, EmptyState, button, chips, columns, label, rows
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

ACCEPTED, WAITING = "accepted", "waiting"
_LOOKS = {
    ACCEPTED: (SIGNS["good"], "good"),
    PROVISIONAL: (PROVISIONAL_SIGN, "warning"),
    ENTERED: (ENTERED_SIGN, "good"),
    WAITING: (SIGNS["waiting"], "warning"),
    RETURNED: (SIGNS["returned"], "error"),
    REJECTED: (SIGNS["error"], "error"),
}
"""The sign and the colour of how a file stands; what has none is quiet."""
_RESULT_WIDTH, _TIME_WIDTH, _CHANNEL_WIDTH = 116, 112, 132
_CELL = 22
"""What a cell needs beside its words."""


class IntakePage(QWidget):
    """Progress, the watched folder, and a line for each file.

    ``opened`` gives round, agency and digest of a submission; ``compare``, ``provisional``, ``received`` and
    ``enter_for`` give the line that is to be decided, or entered on behalf of; ``choose_watched`` and
    ``stop_watching`` are about the watched folder.
    """

    stop = Signal()
    opened = Signal(str, str, str)
    compare = Signal(object)
    provisional = Signal(object)
    enter_for = Signal(object)
    received = Signal(object)
    choose_watched = Signal()
    stop_watching = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._lines: tuple[IntakeLine, ...] = ()
        self._shown: list[IntakeLine] = []
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.pile = PileButtons()
        layout.addWidget(FoldingLine(label(self.tr("Intake"), role="title"), self.pile))
        layout.addLayout(self._progress_line())
        # while files are taken in there is no room for both
        self._watched_box = QWidget()
        self._watched_line(self._watched_box)
        layout.addWidget(self._watched_box)
        layout.addWidget(self._filters())
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Files that came in"))
        self.table.opened.connect(self._open)
        self.table.entered_row.connect(lambda _row: self._enable())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing has come in yet"),
                self.tr(
                    "Drop files or whole folders on the window, in any order and any number of times. Each file is "
                    "listed here with what became of it."
                ),
            )
        )
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._actions())
        self.show_progress(Progress(0, 0))
        self.show_watched(None)
        self._enable()

    def _progress_line(self) -> QHBoxLayout:
        line = columns(space=theme.SPACE_12)
        self.progress_text = label()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How far taking in is"))
        self.stop_button = button(self.tr("Stop"), self.stop.emit)
        self.stop_button.setToolTip(
            self.tr("The file under way is finished. Those behind it stay outside and can be dropped again.")
        )
        line.addWidget(self.progress_text)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        return line

    def _watched_line(self, box: QWidget) -> None:
        line = self._watching = columns(box)
        self.watched = label(role="quiet", wrap=True)
        self.watched_path = PathLabel(Path())
        self.choose_watched_button = button(self.tr("Watch a folder…"), self.choose_watched.emit)
        self.stop_watching_button = button(self.tr("Stop watching"), self.stop_watching.emit)
        line.addWidget(self.watched)
        line.addWidget(self.watched_path, 1)
        line.addWidget(self.choose_watched_button)
        line.addWidget(self.stop_watching_button)

    def _filters(self) -> FoldingLine:
        usual = QWidget()
        line = columns(usual)
        self._chip_words = {
            "": self.tr("All"),
            WAITING: self.tr("Waiting"),
            REJECTED: self.tr("Refused"),
        }
        self.chips = chips(self, self._chip_words, self._list)
        for chip in self.chips.values():
            line.addWidget(chip)
        self.summary = label(role="quiet")
        line.addWidget(self.summary)
        line.addStretch(1)
        name = self.tr("Files dropped next came by")
        self.arrived_by = channel_chooser(name, self.tr("(not said)"))
        self.arrived_by.setToolTip(self.tr("How what is dropped or chosen next reached the office."))
        return FoldingLine(usual, label(name, role="quiet"), self.arrived_by)

    @property
    def channel(self) -> str:
        """How what is dropped next reached the office; empty where nobody says."""
        return str(self.arrived_by.currentData())

    def _actions(self) -> FoldingLine:
        self.open_button = button(self.tr("Open"), lambda: self._open(self.table.currentIndex().row()))
        self.compare_button = button(self.tr("Compare the code…"), lambda: self._decide(self.compare))
        self.provisional_button = button(self.tr("Accept provisionally"), lambda: self._decide(self.provisional))
        self.enter_for_button = button(self.tr("Enter on behalf…"), lambda: self._decide(self.enter_for))
        self.received_button = button(self.tr("When it came…"), lambda: self._decide(self.received))
        first = QWidget()
        line = columns(first)
        for one in (self.open_button, self.compare_button, self.provisional_button):
            line.addWidget(one)
        return FoldingLine(first, self.received_button, self.enter_for_button, near=True)

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is, or how it ended."""
        for one in (self.progress, self.stop_button):
            one.setVisible(not progress.is_over)
        self._watched_box.setVisible(progress.is_over)
        # without an end while folders are looked through
        self.progress.setRange(0, 0 if progress.searching and not progress.count else progress.count)
        self.progress.setValue(progress.done)
        self.progress_text.setText(self._progress_words(progress))
        self.progress_text.setVisible(bool(self.progress_text.text()))

    def _progress_words(self, progress: Progress) -> str:
        if progress.stopped:
            return self.tr("Stopped: {done} files looked at, {left} left outside. Drop them again at any time.").format(
                done=progress.done, left=progress.stopped
            )
        if progress.searching and progress.done >= progress.count:
            return self.tr("Looking through folders…")
        if not progress.is_over:
            return self.tr("Taking in {number} of {count}…").format(number=progress.done + 1, count=progress.count)
        return self.tr("Files looked at: {count}").format(count=progress.count) if progress.count else ""

    def show_watched(self, folder: Path | None) -> None:
        """Say which folder is watched."""
        watched = folder is not None
        self.watched.setText(
            self.tr("Watched folder:")
            if watched
            else self.tr("What is saved in a watched folder is taken in by itself; nothing there is changed.")
        )
        self.watched_path.say(str(folder or ""))
        self.watched_path.setVisible(watched)
        self.watched.setWordWrap(not watched)
        self._watching.setStretchFactor(self.watched, 0 if watched else 1)
        self.stop_watching_button.setVisible(watched)
        self.choose_watched_button.setText(self.tr("Another folder…") if watched else self.tr("Watch a folder…"))

    def refresh(self, lines: Sequence[IntakeLine]) -> None:
        """List what came in, newest first."""
        self._lines = tuple(lines)
        self._list()

    def _list(self) -> None:
        counts = {state: sum(one.state == state for one in self._lines) for state in self._chip_words}
        for state, chip in self.chips.items():
            count = counts[state] if state else len(self._lines)
            chip.setText(f"{self._chip_words[state]} {count}")
        new = [one for one in self._lines if one.new]
        said = {state: sum(one.state == state for one in new) for state in (ACCEPTED, WAITING, KNOWN, REJECTED)}
        self.summary.setText(
            " · ".join(f"{self._words.state(state)}: {count}" for state, count in said.items() if count)
        )
        wanted = next(state for state, chip in self.chips.items() if chip.isChecked())
        row = self.table.currentIndex().row()
        before = self._shown[row] if 0 <= row < len(self._shown) else None
        self._shown = [one for one in self._lines if not wanted or one.state == wanted]
        header = [
            self.tr("File"),
            self.tr("Agency"),
            self.tr("Result"),
            self.tr("Why"),
            self.tr("Came"),
            self.tr("By way of"),
        ]
        self.model.show_rows(header, [self._cells(one) for one in self._shown])
        self.table.share({0: 5, 1: 4, 3: 4}, {2: self._result_width(), 4: _TIME_WIDTH, 5: _CHANNEL_WIDTH})
        self._stack.setCurrentIndex(0 if self._lines else 1)
        self._select_again(before)
        self._enable()

    def _result_width(self) -> int:
        """Return the width that the longest result on show has on one line, in pixels at 100 %."""
        results = {self._result(state).text for state in {one.state for one in self._shown}}
        widest = max(map(self.table.fontMetrics().horizontalAdvance, results), default=0)
        return max(_RESULT_WIDTH, widest * 100 // theme.text_size() + _CELL)

    def _select_again(self, before: IntakeLine | None) -> None:
        if before is not None:
            same = (one.file == before.file and one.at == before.at for one in self._shown)
            row = next((row for row, found in enumerate(same) if found), -1)
            if row >= 0:
                self.table.selectRow(row)

    def _cells(self, one: IntakeLine) -> list[GridCell]:
        agency = one.agency.text(self._words.language) if one.agency is not None else ""
        if agency and one.revision > 1:
            agency = self.tr("{agency}, no. {revision}").format(agency=agency, revision=one.revision)
        why = self._why(one)
        return [
            GridCell(one.file, hint=one.file),
            GridCell(agency),
            self._result(one.state),
            GridCell(why, hint=why),
            self._came(one),
            GridCell(channel_name(one.channel), tone="quiet"),
        ]

    def _came(self, one: IntakeLine) -> GridCell:
        if one.correction is None:
            return GridCell(moment(one.at), tone="quiet")
        hint = self.tr("Corrected: {reason}").format(reason=one.correction.reason)
        if one.correction.contested:
            hint = self.tr("Two desks corrected this differently; the earliest arrival counts.")
        return GridCell(f"{moment(one.at)} {CORRECTED}", tone="quiet", hint=hint)

    def _why(self, one: IntakeLine) -> str:
        if one.error is not None:
            return self._words.error(one.error)
        if one.state == REPLACED:
            return self.tr("no. {revision} stands in its place").format(revision=one.by)
        return "; ".join(self._words.reason(reason) for reason in one.reasons)

    def _result(self, state: str) -> GridCell:
        own = {REPLACED: self.tr("replaced"), OTHER: self.tr("decided against")}
        sign, tone = _LOOKS.get(state, ("", "quiet"))
        return GridCell(f"{sign} {own.get(state) or self._words.state(state)}".lstrip(), tone=tone)

    def _chosen(self) -> IntakeLine | None:
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        one = self._chosen()
        decidable = one is not None and one.waits_for_key_alone
        self.open_button.setEnabled(one is not None and bool(one.digest))
        self.open_button.setToolTip("" if self.open_button.isEnabled() else self.tr("Choose a file that was kept."))
        self.received_button.setEnabled(self.open_button.isEnabled())
        self.received_button.setToolTip(
            self.tr("Corrects when, and by which way, it reached the office.")
            if self.open_button.isEnabled()
            else self.open_button.toolTip()
        )
        for each in (self.compare_button, self.provisional_button):
            each.setEnabled(decidable)
            each.setToolTip("" if decidable else self.tr("Choose a file whose key was not compared yet."))
        enterable = one is not None and (one.is_form or one.agency is not None)
        self.enter_for_button.setEnabled(enterable)
        tip = self.tr("Choose an agency's file, or an Excel form that was not taken in.")
        self.enter_for_button.setToolTip("" if enterable else tip)

    def _open(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        if one is not None and one.digest and one.round is not None and one.agency is not None:
            self.opened.emit(one.round.id, one.agency.id, one.digest)

    def _decide(self, wanted: SignalInstance) -> None:
        one = self._chosen()
        if one is not None:
            wanted.emit(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops taking in."""
        if event.key() == Qt.Key.Key_Escape and self.stop_button.isVisible():
            self.stop.emit()
        else:
            super().keyPressEvent(event)
