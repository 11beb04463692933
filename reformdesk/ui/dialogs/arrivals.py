"""When the agencies' files came: the picture, and the same as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from reformdesk.core.board import BoardData
from reformdesk.ui import theme
from reformdesk.ui.dates import day, today
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.arrivals_chart import ArrivalsChart
from reformdesk.ui.widgets.basics import label, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable

_LEAST_WIDTH, _CHART_HEIGHT, _TABLE_HEIGHT = 480, 100, 90
_SIZE = (640, 540)


class ArrivalsDialog(QuestionDialog):
    """Says day by day how many had sent."""

    FITS = False
    GUIDE = "arrivals"

    def __init__(self, parent: QWidget | None, data: BoardData, language: str) -> None:
        super().__init__(parent, self.tr("Arrivals against the deadline"), self.tr("Close"), _LEAST_WIDTH)
        self.take(*_SIZE)
        arrivals = data.arrivals()
        self.chart = ArrivalsChart()
        self.chart.show_arrivals(arrivals, today())
        theme.hold(self.chart, least_height=_CHART_HEIGHT)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        text = f"{data.round.title.text(language)}. {self.chart.words()}"
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.content.addWidget(self.chart, 1)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Arrivals by day"))
        theme.hold(self.table, least_height=_TABLE_HEIGHT)
        lines = []
        before = 0
        for moment, count in arrivals.days:
            by_own = dict(arrivals.excused).get(moment, 0)
            late = moment > arrivals.deadline and count - before > by_own
            remark = self.tr("after the deadline") if late else ""
            if by_own:
                within = self.tr("within an extension: {count}").format(count=by_own)
                remark = f"{remark} ({within})" if late else within
            tone = "warning" if late else ""
            lines.append(
                [
                    GridCell(day(moment)),
                    GridCell(str(count - before), right=True),
                    GridCell(f"{count}/{arrivals.owing}", right=True),
                    GridCell(with_sign(tone, remark), tone=tone),
                ]
            )
            before = count
        head = [self.tr("Day"), self.tr("First files"), self.tr("Sent so far"), ""]
        self.model.show_rows(head, lines)
        self.table.share({3: 1}, {0: 120, 1: 110, 2: 120})
        self.content.addWidget(self.table, 1)
        self.add_buttons()
        self.cancel.hide()
        # the table would keep Enter for itself
        self.go.setFocus()
