"""Totals of an earlier period, typed or pasted as they had been reported."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from reformdesk.core import past_totals, pasted_table
from reformdesk.core.past_totals import Pasted, PastGround
from reformdesk.core.periods import PERIODS, PeriodProposal, propose
from reformdesk.ui import theme
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.past_rows import FIGURE, NAME, NUMBER, UNIT, PastModel
from reformdesk.ui.widgets.basics import button, columns, label, labelled, restyle, room_for
from reformdesk.ui.widgets.draft_table import DraftTable
from reformdesk.words import Words

_FIRST_YEAR = 2010
_WIDTH, _LEAST_HEIGHT, _GOOD_HEIGHT = 820, 150, 260
_AROUND = 584
"""What stands above and below the figures, in pixels at 100 %."""


class EarlierFiguresDialog(QuestionDialog):
    """Asks for a period and its figures; without a key box where one is set right that is there already."""

    GUIDE = "earlier_figures"

    def __init__(self, parent: QWidget, words: Words, ground: PastGround, *, has_key: bool) -> None:
        super().__init__(parent, self.tr("Earlier figures"), self.tr("Save the figures"), _WIDTH)
        self._words = words
        self._ground = ground
        self._pasted = Pasted(())
        text = self.tr(
            "Totals that were reported before this program was in use. They stand in the tables beside later periods; "
            "there are no figures of single agencies behind them, and none is sent to an agency."
        )
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self._add_period()
        self._add_table()
        self.key = KeyBox(new=not has_key)
        self.secret = self.key.secret
        self.key.setVisible(ground.round is None)
        self.content.addWidget(self.key)
        self.add_buttons()
        self.key.edited.connect(self._enable)
        self.model.corrected.connect(self._enable)
        self.model.show_figures(ground.figures)
        self._enable()
        self.table.setCurrentIndex(self.model.index(1, FIGURE))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_period(self) -> None:
        self.year, self.period = QComboBox(), QComboBox()
        last = today().year
        for year in range(last, _FIRST_YEAR - 1, -1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(1)
        self.column = QComboBox()
        line = columns(space=theme.SPACE_12)
        round_ = self._ground.round
        if round_ is not None:
            self.content.addWidget(label(round_.title.text(self._words.language), role="strong"))
        else:
            line.addLayout(labelled(self.tr("Year"), self.year))
            line.addLayout(labelled(self.tr("Period"), self.period), 1)
            self._name_periods()
            self.year.currentIndexChanged.connect(self._name_periods)
            self.period.currentIndexChanged.connect(self._enable)
        self._column_box = QWidget()
        self._column_box.setLayout(labelled(self.tr("Column of the pasted table"), self.column))
        self._column_box.hide()
        line.addWidget(self._column_box, 1)
        line.addStretch(1)
        self.content.addLayout(line)
        self.column.activated.connect(self._take_column)

    def _name_periods(self) -> None:
        kind = self.period.currentData() or "year"
        language = self._words.language
        self.period.blockSignals(True)
        self.period.clear()
        for key in PERIODS:
            title = propose(key, int(self.year.currentData())).title
            self.period.addItem(title.get(language, title["vi"]), key)
        self.period.setCurrentIndex(self.period.findData(kind))
        self.period.blockSignals(False)
        self._enable()

    def _add_table(self) -> None:
        header = (self.tr("No."), self.tr("Indicator"), self.tr("Unit"), self.tr("Figure"))
        hint = self.tr("To be looked at: Enter corrects it, the space bar says that it is right.")
        self.model = PastModel(header, hint, self._words, past_totals.lines(self._ground.catalogue))
        self.table = DraftTable(self.model, self.tr("Figures of the earlier period"))
        self.table.share({NAME: 1}, {NUMBER: 56, UNIT: 96, FIGURE: 150})
        self.table.pasted.connect(self._paste)
        line = columns()
        line.addWidget(button(self.tr("Paste (Ctrl+V)"), self.table.paste))
        words = self.tr("A table with the names of the indicators lands by itself; figures alone fill in downwards.")
        line.addWidget(label(words, role="small", wrap=True), 1)
        line.addWidget(button(self.tr("Next to look at"), self.table.go_to_doubt))
        self.content.addLayout(line)
        # a low screen has no room for a dialog that scrolls around a table that does
        left = theme.at_common_size(room_for(self).height()) - _AROUND
        theme.hold(self.table, least_height=max(_LEAST_HEIGHT, min(_GOOD_HEIGHT, left)))
        self.content.addWidget(self.table, 1)
        self.state = label(role="small", wrap=True)
        self.content.addWidget(self.state)

    def proposal(self) -> PeriodProposal:
        """Return the period that is chosen."""
        return propose(str(self.period.currentData()), int(self.year.currentData()))

    def _paste(self, text: str, html: str) -> None:
        lines = pasted_table.read(text, html)
        self._pasted = past_totals.read(lines, past_totals.lines(self._ground.catalogue))
        self.column.clear()
        for place, one in enumerate(self._pasted.columns, 1):
            self.column.addItem(one.heading or self.tr("column {number}").format(number=place))
        self._column_box.setVisible(len(self._pasted.columns) > 1)
        if self._pasted.columns:
            year = self.proposal().ends.year if self._ground.round is None else self._ground.round.period.ends.year
            self.column.setCurrentIndex(self._pasted.best(year))
            self._take_column()
        elif lines and all(len(line.cells) == 1 for line in lines):
            self.model.fill(self.table.currentIndex().row(), [line.text(0) for line in lines])
        else:
            self._say(self.tr("No indicator was found by its name in what lies on the clipboard."), "warning")

    def _take_column(self) -> None:
        place = self.column.currentIndex()
        if 0 <= place < len(self._pasted.columns):
            self.model.take(self._pasted.columns[place].texts, self._pasted.unsure)

    def _say(self, text: str, tone: str) -> None:
        restyle(self.state, tone=tone)
        self.state.setText(text)

    def _problem_with_period(self) -> str:
        if self._ground.round is not None:
            return ""
        proposal = self.proposal()
        if proposal.ends >= today():
            return self.tr("This period is not over yet.")
        if proposal.id in self._ground.known:
            return self.tr("This period is there already: open its line among the rounds to set it right.")
        return ""

    def _enable(self) -> None:
        if not hasattr(self, "key"):
            return
        figures, wrongs, guesses = len(self.model.figures()), self.model.wrongs(), self.model.guesses()
        parts = [self.tr("figures: {count}").format(count=figures)]
        if wrongs:
            parts.append(self.tr("✕ to be mended: {count}").format(count=wrongs))
        if guesses:
            parts.append(self.tr("? to look at: {count}").format(count=guesses))
        period = self._problem_with_period()
        if period:
            parts.insert(0, period)
        self._say(" · ".join(parts), "error" if wrongs or period else "warning" if guesses else "")
        sealed = self._ground.round is not None or self.key.is_ready
        ready = bool(figures) and not wrongs and not guesses and not period and sealed
        self.go.setEnabled(ready)
        missing = self.tr("Choose a period that is over, set right what is marked, and type the passphrase first.")
        self.go.setToolTip("" if ready else missing)
