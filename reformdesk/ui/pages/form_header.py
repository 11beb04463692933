"""What heads the columns of the agency's form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reformdesk.core.comparison import Beside, Column
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.earlier_signs import EarlierSigns
from reformdesk.ui.pages.figure_row import EARLIER_WIDTH, FIELD_WIDTH, NUMBER_WIDTH, TOOLS_WIDTH, period_heading
from reformdesk.ui.widgets.basics import columns, hairline, label, rows
from reformdesk.ui.widgets.elided import SpareLabel
from reformdesk.words import Words

_SPARKLINE_WIDTH = 72


class FormHeader(QWidget):
    """The earlier periods, how they stand to this one, and what their figures' signs mean."""

    def __init__(self, shown: Sequence[Column], data: FormData, area: str, words: Words, *, has_series: bool) -> None:
        """``has_series``: the rows have a series behind their earlier figures."""
        super().__init__()
        outer = rows(self, space=0)
        line = columns(space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_8)
        number = label(self.tr("No."), role="small")
        theme.hold(number, width=NUMBER_WIDTH - theme.SPACE_12)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignBottom)
        name = SpareLabel(self.tr("Indicator"))
        name.setProperty("role", "small")
        line.addWidget(name, 1, Qt.AlignmentFlag.AlignBottom)
        beside = {Beside.SAME_PERIOD: self.tr("last year"), Beside.PREVIOUS: self.tr("previous"), Beside.OTHER: ""}
        for one in shown:
            period, title = (text.text(words.language) for text in (one.past.short, one.past.title))
            line.addWidget(period_heading(f"{period}\n{beside[one.beside]}".rstrip(), EARLIER_WIDTH, title))
        if has_series:
            line.addSpacing(_SPARKLINE_WIDTH + theme.SPACE_12)
        now = period_heading(data.round.short.text(words.language), FIELD_WIDTH)
        line.addWidget(now, 0, Qt.AlignmentFlag.AlignBottom)
        line.addSpacing(theme.px(TOOLS_WIDTH) + theme.SPACE_12)
        outer.addLayout(line)
        outer.addWidget(hairline())
        outer.addWidget(EarlierSigns(data.round, shown, data.agency, data.figures_in(area), words, has_history=True))
