"""Adjust a total: what the shares come to, what is to be printed instead, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from reformdesk.core.adjusting import Adjustment
from reformdesk.core.catalogue import Indicator
from reformdesk.core.journal import LONGEST_REASON
from reformdesk.core.lineage import TotalLineage
from reformdesk.core.values import Status
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.decided import named_by
from reformdesk.ui.models.form import told
from reformdesk.ui.models.lineage import decision_text
from reformdesk.ui.widgets.basics import Strip, button, fit, label, labelled
from reformdesk.ui.widgets.figure_box import FigureBox
from reformdesk.words import Words

_WIDTH, _REASON_HEIGHT = 600, 84


class AdjustDialog(QuestionDialog):
    """:meth:`adjustment` is what was decided once it is accepted; ``withdrawn`` has the reason to take it back."""

    GUIDE = "override"
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget, words: Words, indicator: Indicator, period: str, lineage: TotalLineage) -> None:
        super().__init__(parent, self.tr("Adjust the total"), self.tr("Use this total"), _WIDTH)
        self._words = words
        self._indicator = indicator
        self._lineage = lineage
        total = lineage.total
        unit = indicator.unit.text(words.language)
        self._show_facts(
            (
                (self.tr("Indicator"), f"{indicator.name.text(words.language)} ({unit})"),
                (self.tr("Round"), period),
                (self.tr("Computed from the agencies"), told(total.computed, indicator, words)),
                (self.tr("Agencies that have answered"), total.coverage),
            )
        )
        self._show_decisions()
        self.figure = FigureBox(words, indicator, self.tr("Use instead"))
        self.content.addWidget(self.figure)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.px(_REASON_HEIGHT))
        self.reason.setPlaceholderText(self.tr("One sentence that names the source; it stands below the table"))
        self.content.addLayout(labelled(self.tr("Reason"), self.reason))
        text = self.tr(
            "The agencies' figures stay as they are. The adjusted total is marked on the screen and in every report, "
            "with the reason and the computed figure."
        )
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.add_buttons()
        self.withdraw = button(self.tr("Back to the computed total"), self._withdraw)
        self.withdraw.setVisible(bool(total.adjusted) or total.contested)
        self.lead(self.withdraw)
        self.figure.changed.connect(self._enable)
        self.figure.left.connect(lambda: self.reason.setFocus(Qt.FocusReason.OtherFocusReason))
        self.reason.textChanged.connect(self._enable)
        if total.adjusted:
            self.figure.show_value(total.value)
        self._enable()
        self.figure.focus()
        fit(self)

    def adjustment(self) -> Adjustment:
        """Return what was decided."""
        value = Status.BLANK if self.figure.value is None else self.figure.value
        return Adjustment(self._indicator.id, value, self._lineage.total.computed, self._why())

    def accept(self) -> None:
        """Close only with a figure and a reason."""
        self.figure.take()
        self._enable()
        if self.go.isEnabled():
            super().accept()

    def _withdraw(self) -> None:
        if self.withdraw.isEnabled():
            self.withdrawn.emit(self._why())
            self.reject()

    def _why(self) -> str:
        return self.reason.toPlainText().strip()

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_20)
        grid.setVerticalSpacing(theme.SPACE_4)
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(facts):
            grid.addWidget(label(name, role="quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, role="strong", wrap=True), place, 1)
        self.content.addLayout(grid)

    def _show_decisions(self) -> None:
        """Say what stands: one figure, or two that contradict each other."""
        total = self._lineage.total
        if total.contested:
            self.content.addWidget(Strip("warning", self._words.remark("contested")))
        elif total.is_overtaken:
            text = self.tr("The total computed now is {now}; it was another when this one was adjusted.")
            now = told(total.computed, self._indicator, self._words)
            self.content.addWidget(Strip("warning", text.format(now=now)))
        named = named_by(self._lineage.round, self._lineage.decisions)
        for line in self._lineage.decisions:
            if line.stands and line.decision.subject == self._indicator.id:
                self.content.addWidget(
                    label(decision_text(line, named, self._words, self._indicator), role="small", wrap=True)
                )

    def _enable(self) -> None:
        reason = self._why()
        explained = 0 < len(reason) <= LONGEST_REASON
        given = self.figure.value is not None and self.figure.value is not Status.BLANK
        self.go.setEnabled(explained and given)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write the figure and the reason first."))
        self.withdraw.setEnabled(explained)
        self.withdraw.setToolTip("" if explained else self.tr("Write why first."))
