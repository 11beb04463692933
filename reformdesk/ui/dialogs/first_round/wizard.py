"""Set up Home Affairs: the province, its agencies, their tables, and where all this lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from reformdesk.core import second_place
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.ui import theme
from reformdesk.ui.dialogs.first_round.agencies_step import AgenciesStep
from reformdesk.ui.dialogs.first_round.indicators_step import IndicatorsStep
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import Strip, button, columns, label, labelled, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_SIZE = (1060, 590)


@dataclass(frozen=True)
class SetUp:
    """What was laid out: ``indicators`` is ``None`` for the template's, ``second`` where copies are to be kept."""

    path: Path
    province: str
    agencies: tuple[Mapping[str, Any], ...]
    indicators: Mapping[str, Any] | None
    second: Path | None


class FirstRoundDialog(FittedDialog):
    """One step after the other; what was filled stays when one goes back."""

    GUIDE = "set_up"
    FITS = False

    def __init__(self, parent: QWidget, messages: Messages) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setWindowTitle(self.tr("Set up Home Affairs"))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self.agencies = AgenciesStep()
        self.indicators = IndicatorsStep()
        self._steps = QStackedWidget()
        self._titles: list[str] = []
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self._title = label(role="title")
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        self._foot = rows(space=theme.SPACE_12)
        layout.addLayout(self._foot)
        self._problem: Strip | None = None
        self._add(self.tr("The province"), self._place_step())
        self._add(self.tr("Who reports"), self.agencies)
        self._add(self.tr("What is reported"), self.indicators)
        self._add(self.tr("A second place"), self._second_step())
        self._add_buttons()
        self._show(0)

    def _add(self, title: str, step: QWidget) -> None:
        self._titles.append(title)
        self._steps.addWidget(step)

    def _place_step(self) -> QWidget:
        step = QWidget()
        step.setObjectName("ground")
        layout = rows(step, space=theme.SPACE_12)
        words = self.tr(
            "You need three things: the province's name, the list of agencies, and the tables that they fill. Have the "
            "official documents open beside this window; Word and Excel will do. Nothing is written before the end."
        )
        layout.addWidget(label(words, role="quiet", wrap=True))
        self.province = QLineEdit()
        self.province.setPlaceholderText("tỉnh Minh Sơn")
        layout.addLayout(labelled(self.tr("Province, as it is written in documents"), self.province))
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.path = QLineEdit(str(folder / "home-affairs.rdesk"))
        line = columns()
        line.addLayout(labelled(self.tr("Workspace file"), self.path), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(line)
        layout.addStretch(1)
        return step

    def _second_step(self) -> QWidget:
        step = QWidget()
        step.setObjectName("ground")
        layout = rows(step, space=theme.SPACE_12)
        words = self.tr(
            "Machines die the night before a deadline. Choose a folder on a USB stick that is locked away, or on a "
            "colleague's computer: the program keeps copies of the workspace and its key there by itself. Whoever has "
            "such a copy and the files that the agencies sent is back at work in ten minutes."
        )
        layout.addWidget(label(words, role="quiet", wrap=True))
        self.second = QLineEdit()
        line = columns()
        line.addLayout(labelled(self.tr("Second place for workspace and key"), self.second), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose_second), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(line)
        later = self.tr("It can stay empty for now: the line at the bottom of the desk will ask for it.")
        layout.addWidget(label(later, role="quiet", wrap=True))
        layout.addStretch(1)
        return step

    def _choose_second(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Second place for workspace and key"))
        if chosen is not None:
            self.second.setText(str(chosen))

    def _add_buttons(self) -> None:
        line = columns()
        self.back = button(self.tr("Back"), self._go_back)
        line.addWidget(self.back)
        line.addStretch(1)
        self.cancel = button(self.tr("Cancel"), self.reject)
        line.addWidget(self.cancel)
        self.go = button("", self.go_on, primary=True)
        self.go.setDefault(True)
        line.addWidget(self.go)
        self._foot.addLayout(line)

    @property
    def step(self) -> int:
        """The number of the step on show, from 0."""
        return self._steps.currentIndex()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._titles)

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        title = self.tr("Step {number} of {count}: {title}")
        self._title.setText(title.format(number=step + 1, count=len(self._titles), title=self._titles[step]))
        is_last = step == len(self._titles) - 1
        self.go.setText(self.tr("Set up") if is_last else self.tr("Next"))
        self.back.setEnabled(step > 0)
        self.back.setToolTip("" if step else self.tr("This is the first step."))
        first = (self.province, self.agencies.table, self.indicators.table, self.second)[step]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._say_no_problem()
        self._show(self.step - 1)

    def go_on(self) -> None:
        """Go to the next step, or be done; what is missing is said."""
        try:
            self._check()
        except ReformDeskError as problem:
            self.show_problem(self._messages.words.error(problem))
            return
        self._say_no_problem()
        if self.step == len(self._titles) - 1:
            self.accept()
        else:
            self._show(self.step + 1)

    def _check(self) -> None:
        if self.step == 0 and not self.province.text().strip():
            raise Mendable("province-missing")
        if self.step == 1:
            self.indicators.show_agencies(self.agencies.wire(), self.agencies.group_words)
            if not self.indicators.indicators.count():
                self.indicators.start_from_template()
        if self.step == 2:
            self.indicators.source()
        if self.step == len(self._titles) - 1:
            second_place.require_apart(Path(self.path.text()), self.laid_out().second)

    def laid_out(self) -> SetUp:
        """Return what was laid out; raises ``Mendable`` where it cannot stand."""
        second = self.second.text().strip()
        return SetUp(
            path=Path(self.path.text()),
            province=self.province.text(),
            agencies=self.agencies.wire(),
            indicators=self.indicators.source(),
            second=Path(second) if second else None,
        )

    def show_problem(self, text: str) -> None:
        """Say why it did not work, above the buttons, with everything filled still there."""
        self._say_no_problem()
        self._problem = Strip("error", text)
        self._foot.insertWidget(0, self._problem)

    def _say_no_problem(self) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def _choose(self) -> None:
        chosen = self._messages.choose_target(self, self.tr("Workspace file"), "home-affairs.rdesk")
        if chosen is not None:
            self.path.setText(str(chosen))
