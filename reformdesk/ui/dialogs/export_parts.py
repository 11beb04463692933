"""Parts of the dialog that exports a report: which rounds, which kinds of file, and the files once they are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QWidget

from reformdesk.ui import theme
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.exportable import ExportableRound, agencies_of
from reformdesk.ui.report_files import KINDS, Choice
from reformdesk.ui.widgets.basics import button, clear, columns, label, labelled, rows
from reformdesk.ui.widgets.elided import ElidedLabel, PathLabel

_ROUND = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS = 31, 5
_ALL, _CHOSEN = "all", "chosen"


class RoundsBox(QWidget):
    """All rounds, some that are ticked, or one as a closing of it has it; of all agencies together, or of one."""

    changed = Signal()

    def __init__(self, offered: Sequence[ExportableRound], language: str) -> None:
        super().__init__()
        self._offered = tuple(offered)
        layout = rows(self)
        self.what = QComboBox()
        # long titles must not make the dialog wider than a small screen
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.addItem(self.tr("All rounds ({count})").format(count=len(offered)), Choice())
        self.what.addItem(self.tr("Chosen rounds"), None)
        as_closed = self.tr("{round}: as closed, no. {number} · {code}…")
        for one in self._offered:
            for closing in reversed(one.closings):
                text = as_closed.format(round=one.title.text(language), number=closing.number, code=closing.code)
                self.what.addItem(text, Choice((one.id,), closing.digest))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rounds to export"))
        for one in self._offered:
            item = QListWidgetItem(one.title.text(language))
            item.setData(_ROUND, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            newest = one is self._offered[0]
            item.setCheckState(Qt.CheckState.Checked if newest else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        theme.hold(self.list, height=_ROW * min(_MOST_ROWS, len(self._offered)) + theme.SPACE_12)
        self.list.setCurrentRow(0)
        self.whose = QComboBox()
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose.addItem(self.tr("The whole report"), "")
        for agency in agencies_of(offered):
            self.whose.addItem(agency.text(language), agency.id)
        layout.addLayout(labelled(self.tr("Rounds"), self.what))
        layout.addWidget(self.list)
        layout.addLayout(labelled(self.tr("Whose figures"), self.whose))
        self.list.hide()
        self.what.currentIndexChanged.connect(self._turn)
        self.whose.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def choose(self, choice: Choice) -> None:
        """Choose what is in the list, such as one round as a closing of it has it."""
        self.what.setCurrentIndex(
            next((row for row in range(self.what.count()) if self.what.itemData(row) == choice), 0)
        )

    @property
    def agency(self) -> str:
        """Whose own answers are wanted; empty for the totals of all."""
        return str(self.whose.currentData())

    @property
    def choice(self) -> Choice | None:
        """What is to be exported; ``None`` where no round is ticked."""
        chosen = self.what.currentData()
        if isinstance(chosen, Choice):
            return chosen if chosen.closing else replace(chosen, agency=self.agency)
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [str(one.data(_ROUND)) for one in items if one.checkState() is Qt.CheckState.Checked]
        return Choice(tuple(ticked), agency=self.agency) if ticked else None

    @property
    def live(self) -> tuple[ExportableRound, ...]:
        """The chosen rounds that are exported as they stand now; none where it is one as it was closed."""
        choice = self.choice
        if choice is None or choice.closing:
            return ()
        return tuple(one for one in self._offered if not choice.rounds or one.id in choice.rounds)

    @property
    def name_ending(self) -> str:
        """What the files of this choice are told by."""
        return self.choice.name_ending if self.choice is not None else ""

    def _turn(self) -> None:
        chosen = self.what.currentData()
        self.list.setVisible(chosen is None)
        closed = isinstance(chosen, Choice) and bool(chosen.closing)
        if closed:
            self.whose.setCurrentIndex(0)
        self.whose.setEnabled(not closed)
        self.whose.setToolTip(self.tr("What was closed are the totals of all agencies.") if closed else "")
        self.changed.emit()


class KindsBox(QWidget):
    """The kinds of file, several at once."""

    changed = Signal()

    def __init__(self, ticked: Sequence[str]) -> None:
        super().__init__()
        line = columns(self, space=theme.SPACE_20)
        self.ticks: dict[str, QCheckBox] = {}
        for name, suffixes in KINDS.items():
            tick = self.ticks[name] = QCheckBox(name)
            tick.setToolTip(", ".join(suffixes))
            tick.setChecked(name in ticked)
            tick.toggled.connect(lambda _on: self.changed.emit())
            line.addWidget(tick)
        line.addStretch(1)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of the kinds that are ticked."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def targets(self, folder: Path, name: str) -> tuple[Path, ...]:
        """Return the report's file in each kind."""
        return tuple(folder / f"{name}{KINDS[kind][0]}" for kind in self.ticked)


class LetterheadRow(QWidget):
    """The office's own Word file in place of the report's head: its name, another one, none.

    ``chosen`` has a file, ``taken_away`` says that there is to be none.
    """

    chosen = Signal(object)
    taken_away = Signal()

    def __init__(self, name: str, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        line = columns(self)
        self.name = ElidedLabel("quiet")
        self.choose = button(self.tr("Letterhead…"), self._choose)
        self.choose.setToolTip(self.tr("A Word file (.docx) of the office, in which the report in Word is set"))
        self.take_away = button(self.tr("Take it away"), self.taken_away.emit, flat=True)
        line.addWidget(self.choose)
        line.addWidget(self.name, 1)
        line.addWidget(self.take_away)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Say which file it is."""
        self.name.say(name or self.tr("The report in Word has the head that Decree 30/2020/NĐ-CP wants."))
        self.take_away.setVisible(bool(name))

    def _choose(self) -> None:
        chosen = self._messages.choose_file(self, self.tr("Letterhead"), (".docx",))
        if chosen is not None:
            self.chosen.emit(chosen)


class FilesBox(QWidget):
    """The files that were written, each to be opened; ``opened`` has one, or their folder."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = rows(self, space=theme.SPACE_4)
        self.buttons: Mapping[Path, QWidget] = {}

    def show_files(self, files: Sequence[Path]) -> None:
        """List them."""
        clear(self._layout)
        self.buttons = {path: self._line(path) for path in files}
        folder = files[0].parent
        line = columns()
        self.open_folder = button(self.tr("Open the folder"), lambda: self.opened.emit(folder))
        line.addWidget(self.open_folder)
        line.addWidget(PathLabel(folder, role="small"), 1)
        self._layout.addLayout(line)

    def _line(self, path: Path) -> QWidget:
        line = columns()
        line.addWidget(label(path.name), 1)
        opening = button(self.tr("Open"), lambda: self.opened.emit(path))
        opening.setAccessibleName(self.tr("Open {file}").format(file=path.name))
        line.addWidget(opening)
        self._layout.addLayout(line)
        return opening
