"""Filling a form of somebody else's: which form, as of which period, and what becomes of each placeholder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QWidget

from reformdesk import filling
from reformdesk.core.round_labels import RoundLabel
from reformdesk.office.form_answers import Filled, Left
from reformdesk.office.form_filling import FilledForm
from reformdesk.office.form_runs import Line
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, label, labelled, restyle, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_LEAST_WIDTH, _TABLE_HEIGHT = 640, 140
_SIZE = (940, 600)


class FillingDialog(QuestionDialog):
    """Shows what would be filled before anything is written.

    ``choose`` asks for a form, ``wanted`` gives the form and the period that are to be looked at, ``save`` asks for
    the place of the filled one, ``list_wanted`` for that of the list of placeholders, ``show_folder`` gives the
    folder that was written to.
    """

    FITS = False
    GUIDE = "filling"
    choose = Signal()
    wanted = Signal(object, str)
    save = Signal()
    list_wanted = Signal(str)
    show_folder = Signal(object)

    def __init__(self, parent: QWidget | None, rounds: Sequence[RoundLabel], round_id: str, words: Words) -> None:
        super().__init__(parent, self.tr("Fill a form"), self.tr("Save the filled form…"), _LEAST_WIDTH)
        self.take(*_SIZE)
        self.setAcceptDrops(True)
        self._words = words
        self.form: Path | None = None
        self.filled: FilledForm | None = None
        self._folder: Path | None = None
        text = self.tr(
            "A form of the ministry or of anyone else, Excel or Word, in which placeholders such as {example} stand "
            "where figures belong. It stays as it is; the filled one is a new file."
        )
        self.content.addWidget(label(text.format(example="{{civil-servants-present}}"), role="quiet", wrap=True))
        self._add_choice(rounds, round_id)
        self._add_table()
        self.add_buttons(self.tr("Close"))
        self.list_button = button(self.tr("Save the list of placeholders…"), self._ask_list)
        self.lead(self.list_button)
        self.folder_button = button(self.tr("Open the folder"), lambda: self.show_folder.emit(self._folder))
        self.folder_button.hide()
        self._buttons.insertWidget(1, self.folder_button)
        self.clear()
        self.choose_button.setFocus()

    def _add_choice(self, rounds: Sequence[RoundLabel], round_id: str) -> None:
        line = columns(space=theme.SPACE_12)
        self.round = QComboBox()
        for one in reversed(rounds):
            self.round.addItem(one.title.text(self._words.language), one.id)
        self.round.setCurrentIndex(max(0, self.round.findData(round_id)))
        self.choose_button = button(self.tr("Choose the form…"), self.choose.emit)
        line.addLayout(labelled(self.tr("“This period” in the form"), self.round))
        line.addLayout(labelled(self.tr("Form"), self.choose_button))
        self.name = label(role="strong", wrap=True)
        theme.hold(self.name, least_height=theme.CONTROL)
        line.addLayout(labelled("", self.name), 1)
        self.content.addLayout(line)
        self.round.currentIndexChanged.connect(self._look)

    def _add_table(self) -> None:
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Placeholders of the form"))
        theme.hold(self.table, least_height=_TABLE_HEIGHT)
        self.content.addWidget(self.table, 1)
        self.said = label(role="small", wrap=True)
        self.content.addWidget(self.said)

    @property
    def round_id(self) -> str:
        """The period that is chosen."""
        return str(self.round.currentData())

    def take_form(self, path: Path) -> None:
        """Look at a form."""
        self.form = path
        self._look()

    def _look(self) -> None:
        if self.form is not None:
            self.clear()
            self.name.setText(self.form.name)
            self.say(self.tr("Looking at the form…"), "quiet")
            self.wanted.emit(self.form, self.round_id)

    def _ask_list(self) -> None:
        self.list_wanted.emit(self.round_id)

    def clear(self) -> None:
        """Show no form."""
        self.filled = None
        self.folder_button.hide()
        self._list(())
        self.name.setText("")
        self.say(self.tr("Choose the form, or drop it here."), "quiet")
        self._enable()

    def fail(self, problem: str) -> None:
        """Say why a form cannot be filled."""
        self.say(with_sign("error", problem), "error")

    def show_filled(self, made: FilledForm) -> None:
        """Show what becomes of each placeholder: first those that are left, for they want a hand."""
        self.filled = made
        self._list((*made.left, *made.filled))
        counts = self.tr("Filled: {filled} of {all}.").format(filled=len(made.filled), all=len(made.lines))
        if made.left:
            left = self.tr("The others stay visible in the form: mend them there, or fill them by hand.")
            self.say(with_sign("warning", f"{counts} {left}"), "warning")
        else:
            self.say(with_sign("good", counts), "good")
        self._enable()

    def _list(self, lines: Sequence[Line]) -> None:
        header = [self.tr("Placeholder"), self.tr("Where it stands"), self.tr("What becomes of it")]
        self.model.show_rows(header, [self._cells(line) for line in lines])
        self.table.share({0: 3, 1: 3, 2: 4}, {})

    def _cells(self, line: Line) -> list[GridCell]:
        place = GridCell(filling.place(line.place, self._words), tone="quiet")
        return [GridCell(line.raw), place, self._outcome(line.outcome)]

    def _outcome(self, outcome: Filled | Left) -> GridCell:
        if isinstance(outcome, Left):
            return GridCell(with_sign("warning", filling.reason(outcome, self._words)), tone="warning")
        remark = filling.remark(outcome, self._words)
        shown = outcome.text.replace("\n", "; ")
        text = f"{shown} ({remark})" if shown and remark else shown or remark
        return GridCell(with_sign("good", text), tone="" if remark else "good")

    def _enable(self) -> None:
        ready = self.filled is not None and bool(self.filled.filled)
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Choose a form with placeholders that can be filled first."))

    def say(self, text: str, tone: str) -> None:
        """Say how it stands."""
        restyle(self.said, tone=tone)
        self.said.setText(text)

    def show_written(self, target: Path) -> None:
        """Say where a file lies, and offer its folder."""
        self._folder = target.parent
        self.folder_button.show()
        self.say(self.tr("✓ Saved to {file}").format(file=target), "good")

    def accept(self) -> None:
        """Ask where to; the dialog stays, for the next form."""
        self.save.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A form may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the first file that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.take_form(paths[0])
