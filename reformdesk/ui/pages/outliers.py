"""Figures that stand out in a round, the weightiest first: to be asked about, nothing is held up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from reformdesk import outlier_words
from reformdesk.core.figures import Odd, OutliersOf
from reformdesk.core.merged import Received
from reformdesk.core.outliers import LEAST_PEERS, LEAST_ROUNDS
from reformdesk.core.round_labels import RoundLabel
from reformdesk.core.values import Number, write, write_number
from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import EmptyState, button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_NUMBER_WIDTH, _FIGURE_WIDTH, _WEIGHT_WIDTH, _ROUND_WIDTH = 48, 88, 96, 240
_TENTH, _HUNDRED = Decimal("0.1"), Decimal(100)


class OutliersPage(QWidget):
    """``opened`` asks for a submission (agency, digest), ``share`` for its place in the tables (round, indicator,
    agency), ``charts`` for an indicator's pictures (round, indicator), ``wanted`` for another round, ``back`` leaves.
    """

    opened = Signal(str, str)
    share = Signal(str, str, str)
    charts = Signal(str, str)
    wanted = Signal(str)
    back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._found: OutliersOf | None = None
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.round = QComboBox()
        self.round.setAccessibleName(self.tr("Round"))
        self.round.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        theme.hold(self.round, least_width=_ROUND_WIDTH)
        self.round.activated.connect(lambda _: self.wanted.emit(str(self.round.currentData())))
        head = QWidget()
        line = columns(head, space=theme.SPACE_12)
        self.back_button = button(self.tr("‹ Back"), self.back.emit)
        line.addWidget(self.back_button)
        line.addWidget(label(self.tr("Figures that stand out"), role="title"), 1)
        layout.addWidget(FoldingLine(head, self.round))
        text = self.tr(
            "Each figure is held against the agency's own earlier ones (at least {rounds}) and against its group "
            "(at least {peers} others). Nothing is held up by it: look at the submission and ask where needed."
        )
        layout.addWidget(label(text.format(rounds=LEAST_ROUNDS, peers=LEAST_PEERS), role="quiet", wrap=True))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Figures that stand out"))
        self.table.wrap_header()
        self.table.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("No figure stands out"),
                self.tr("Figures far from what an agency, or its group, usually reports will be listed here."),
            )
        )
        layout.addWidget(self._stack, 1)
        foot = columns()
        self.open_button = button(self.tr("Open the submission"), lambda: self._open(self._row()))
        self.share_button = button(self.tr("Show in the table"), self._show_share)
        self.charts_button = button(self.tr("Charts…"), self._show_charts)
        for one in (self.open_button, self.share_button, self.charts_button):
            foot.addWidget(one)
        foot.addStretch(1)
        layout.addLayout(foot)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.back)

    def offer(self, labels: Sequence[RoundLabel], chosen: str) -> None:
        """Offer rounds, the newest first, with one of them chosen."""
        self.round.clear()
        for one in sorted(labels, key=lambda one: (one.ends, one.months, one.id), reverse=True):
            self.round.addItem(one.title.text(self._words.language), one.id)
        self.round.setCurrentIndex(max(0, self.round.findData(chosen)))

    def show_outliers(self, found: OutliersOf) -> None:
        """List a round's figures that stand out; the cursor stays on its line."""
        before = self._line(self._row())
        self._found = found
        language, round_ = self._words.language, found.round
        lines = []
        for one in found.lines:
            indicator = round_.catalogue.indicators[one.indicator]
            lines.append(
                [
                    GridCell(round_.catalogue.printed_number(one.indicator), tone="quiet"),
                    GridCell(indicator.name.text(language)),
                    GridCell(round_.by_id[one.outlier.agency].text(language)),
                    GridCell(write(Number(one.outlier.value), indicator), right=True, strong=True),
                    GridCell(outlier_words.usual(one.outlier, self._words)),
                    GridCell(share_of(one.outlier.weight), right=True),
                    GridCell(one.explanation, tone="quiet"),
                ]
            )
        self.model.show_rows(
            [
                self.tr("No."),
                self.tr("Indicator"),
                self.tr("Agency"),
                self.tr("Figure"),
                self.tr("Usually"),
                self.tr("Weight in the total"),
                self.tr("The agency's explanation"),
            ],
            lines,
        )
        self.table.share({1: 4, 2: 3, 4: 4, 6: 4}, {0: _NUMBER_WIDTH, 3: _FIGURE_WIDTH, 5: _WEIGHT_WIDTH})
        if lines:
            same = [place for place, one in enumerate(found.lines) if one == before]
            # Enter opens one from the start
            self.table.selectRow((same or [0])[0])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentIndex(0 if lines else 1)
        for tool in (self.open_button, self.share_button, self.charts_button):
            tool.setEnabled(bool(lines))
            tool.setToolTip("" if lines else self.tr("No figure stands out"))

    def indicator_at(self, agency: str, digest: str) -> str:
        """Return what stands out in a submission: what the cursor is at where that is in it, else the weightiest."""
        lines = self._found.lines if self._found is not None else ()
        named = [one for one in (self._line(self._row()), *lines) if one is not None]
        return next((one.indicator for one in named if (one.outlier.agency, one.submission) == (agency, digest)), "")

    def go_to(self, one: Received) -> None:
        """Put the cursor on a line of a submission, where there is one."""
        lines = self._found.lines if self._found is not None else ()
        places = [place for place, line in enumerate(lines) if line.submission == one.digest]
        if places and self._row() not in places:
            self.table.selectRow(places[0])

    def stops(self) -> tuple[tuple[str, str], ...]:
        """Return the submissions that are listed, as agency and digest, each once."""
        lines = self._found.lines if self._found is not None else ()
        return tuple(dict.fromkeys((one.outlier.agency, one.submission) for one in lines))

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _line(self, row: int) -> Odd | None:
        lines = self._found.lines if self._found is not None else ()
        return lines[row] if 0 <= row < len(lines) else None

    def _open(self, row: int) -> None:
        line = self._line(row)
        if line is not None:
            self.opened.emit(line.outlier.agency, line.submission)

    def _show_share(self) -> None:
        line = self._line(self._row())
        if line is not None and self._found is not None:
            self.share.emit(self._found.round.id, line.indicator, line.outlier.agency)

    def _show_charts(self) -> None:
        line = self._line(self._row())
        if line is not None and self._found is not None:
            self.charts.emit(self._found.round.id, line.indicator)


def share_of(weight: Decimal) -> str:
    """Return a part of a whole in per cent: whole ones, or tenths of what is less than one."""
    percent = weight * _HUNDRED
    return f"{write_number(percent.quantize(Decimal(1) if percent >= 1 else _TENTH, ROUND_HALF_UP))}%"
