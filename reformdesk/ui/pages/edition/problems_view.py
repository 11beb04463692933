"""What the check of a draft finds: each line leads to where it is mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reformdesk.core.edition_problem import Problem
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import EmptyState, button, columns, label, rows, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable


class ProblemsView(QWidget):
    """``led`` has a problem that one wants to be led to."""

    led = Signal(object)

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self._wording = wording
        self._problems: tuple[Problem, ...] = ()
        layout = rows(self)
        self.state = label(role="strong", wrap=True)
        layout.addWidget(self.state)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("What the check finds"))
        self.table.opened.connect(lambda _: self._lead())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to mend"),
                self.tr(
                    "Every row is reached, every rule names what is there, and somebody reports every indicator. The "
                    "draft can be used for a new round."
                ),
            )
        )
        layout.addWidget(self._stack, 1)
        self.go_button = button(self.tr("Go there"), self._lead)
        line = columns()
        line.addWidget(self.go_button)
        line.addStretch(1)
        layout.addLayout(line)

    def show_sight(self, sight: EditionSight) -> None:
        """List what is wrong, what keeps the draft from being used first."""
        self._problems = sight.problems
        text = self.tr("To be mended before the draft is used: {errors} · worth a look: {others}")
        self.state.setText(text.format(errors=sight.errors, others=len(self._problems) - sight.errors))
        self.state.setVisible(bool(self._problems))
        row = self.table.currentIndex().row()
        words = self._wording.said_of(sight.edition, sight.base)
        lines = []
        for problem in self._problems:
            tone = "error" if problem.blocks else "warning"
            said = words.problem(problem)
            where = self._wording.place(sight.edition, problem)
            cell = GridCell(with_sign(tone, said), tone=tone, hint=said)
            lines.append([cell, GridCell(where, tone="quiet", hint=where)])
        self.model.show_rows([self.tr("What is wrong"), self.tr("Where")], lines)
        self.table.share({0: 3, 1: 2}, {})
        self._stack.setCurrentIndex(0 if lines else 1)
        self.go_button.setVisible(bool(lines))
        if lines:
            self.table.selectRow(min(max(0, row), len(lines) - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._problems):
            self.led.emit(self._problems[row])
