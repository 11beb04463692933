"""An indicator in pictures: over time, and across agencies; behind each the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QScrollArea, QStackedWidget, QTabBar, QWidget

from reformdesk import series_words
from reformdesk.core.catalogue import Indicator
from reformdesk.core.charted import Bars, Point, Series
from reformdesk.core.consolidation import Total
from reformdesk.core.values import Number, write
from reformdesk.ui import theme
from reformdesk.ui.dialogs.round_agencies import GroupWords
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.bars_chart import BarsChart
from reformdesk.ui.widgets.basics import SIGNS, button, label
from reformdesk.ui.widgets.chart import Chart
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.series_chart import SeriesChart
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

OVER_TIME, ACROSS = 0, 1
_LEAST_WIDTH, _LEAST_HEIGHT = 560, 170
_SIZE = (900, 620)


class ChartsDialog(QuestionDialog):
    """``save`` asks for the picture on show to be saved; it is copied here."""

    FITS = False
    GUIDE = "charts"
    save = Signal(QImage)

    def __init__(self, parent: QWidget | None, indicator: Indicator, words: Words) -> None:
        super().__init__(parent, indicator.name.text(words.language), self.tr("Copy the picture"), _LEAST_WIDTH)
        self.take(*_SIZE)
        self._words, self._indicator = words, indicator
        self._series: Series | None = None
        self._bars: Bars | None = None
        self._odd: frozenset[str] = frozenset()
        self._more = 0
        self._groups = GroupWords(self)
        self._groups.hide()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Charts"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for text in (self.tr("Over time"), self.tr("Across agencies")):
            self.tabs.addTab(text)
        self.as_table = QCheckBox(self.tr("As a table"))
        self.content.addWidget(FoldingLine(self.tabs, self.as_table))
        self._said = label(role="quiet", wrap=True)
        self.content.addWidget(self._said)
        self.series_chart = SeriesChart(words)
        self.bars_chart = BarsChart(words, self._groups.said)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("The figures of the chart"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.bars_chart)
        self._scroll.setProperty("framed", "false")
        self.bars_chart.lend_frame(self._scroll)
        self._stack = QStackedWidget()
        for page in (self.series_chart, self._scroll, self.table):
            self._stack.addWidget(page)
        theme.hold(self._stack, least_height=_LEAST_HEIGHT)
        self.content.addWidget(self._stack, 1)
        self.pointed = label(role="small", wrap=True)
        self.content.addWidget(self.pointed)
        self.add_buttons(self.tr("Close"))
        self.save_button = button(self.tr("Save as a picture…"), lambda: self.save.emit(self.picture()))
        self.lead(self.save_button)
        for chart in (self.series_chart, self.bars_chart):
            chart.pointed.connect(self.pointed.setText)
        self.bars_chart.pointed.connect(lambda _: self._scroll_along())
        self.tabs.currentChanged.connect(lambda _: self._turn())
        self.as_table.toggled.connect(lambda _: self._turn())
        self._turn()

    @property
    def chart(self) -> Chart:
        """The picture of the tab that is open."""
        return self.series_chart if self.tabs.currentIndex() == OVER_TIME else self.bars_chart

    def show_series(self, series: Series, more: int = 0) -> None:
        """Draw the totals over time; ``more`` rounds are still being read."""
        self._series = series
        self._more = more
        self.series_chart.show_series(series)
        self._turn()

    def show_bars(self, bars: Bars, odd: frozenset[str]) -> None:
        """Draw the agencies' figures; ``odd`` are those that stand out."""
        self._bars, self._odd = bars, odd
        self.bars_chart.show_bars(bars, odd)
        self._turn()

    def picture(self) -> QImage:
        """Return the picture on show, under the indicator's name and, across agencies, the round's."""
        title = self._indicator.name.text(self._words.language)
        unit = self._indicator.unit.text(self._words.language)
        if unit:
            title = f"{title} ({unit})"
        if self.tabs.currentIndex() == ACROSS and self._bars is not None:
            title = f"{title}. {self._bars.round.title.text(self._words.language)}"
        return self.chart.picture(title)

    def accept(self) -> None:
        """Copy the picture; the dialog stays open."""
        QGuiApplication.clipboard().setImage(self.picture())
        self.say(self.tr("✓ Copied. Paste it into a letter or a slide."))

    def say(self, text: str) -> None:
        """Say what was done."""
        self.pointed.setText(text)

    def _turn(self) -> None:
        """Show the tab, as a picture or as a table."""
        place = self.tabs.currentIndex()
        if self.as_table.isChecked():
            self._list(place)
            self._stack.setCurrentWidget(self.table)
        else:
            self._stack.setCurrentIndex(place)
        self.pointed.setText("")
        self._said.setText(self._about(place))
        known = self.chart.count() > 0
        for one in (self.go, self.save_button):
            one.setEnabled(known)
            one.setToolTip("" if known else self.tr("There is nothing to show yet."))

    def _about(self, place: int) -> str:
        language = self._words.language
        if place == ACROSS:
            if self._bars is None:
                return self.tr("Being read…")
            return f"{self._bars.round.title.text(language)}. {self.bars_chart.words()}"
        if self._series is None:
            return self.tr("Being read…")
        said = [self.series_chart.words()]
        if any(point.total.is_partial for point in self._series.points):
            said.append(self.tr("◐ hollow: answers are missing."))
        for text, rounds in (
            (self.tr("Not drawn, of another length: {rounds}."), self._series.left_out),
            (self.tr("Not drawn, of another kind or unit: {rounds}."), self._series.otherwise),
        ):
            if rounds:
                said.append(text.format(rounds=", ".join(one.short.text(language) for one in rounds)))
        if self._more:
            said.append(self.tr("Earlier rounds are being added: {count}").format(count=self._more))
        return " ".join(said)

    def _list(self, place: int) -> None:
        if place == OVER_TIME:
            self._list_periods()
        else:
            self._list_agencies()

    def _list_periods(self) -> None:
        points = self._series.points if self._series is not None else ()
        seams = self._series.seams if self._series is not None else {}
        lines = []
        for place in range(len(points) + 1):
            if place in seams:
                said = series_words.sentence(seams[place], self._words)
                tone = "warning" if seams[place].parts_series else "quiet"
                lines.append([GridCell(said, tone=tone, hint=said), GridCell(""), GridCell("")])
            lines += [self._period(point) for point in points[place : place + 1]]
        self.model.show_rows([self.tr("Period"), self.tr("Total"), self.tr("Coverage")], lines)
        self.table.share({0: 1}, {1: 130, 2: 110})

    def _period(self, point: Point) -> list[GridCell]:
        return [
            GridCell(point.round.title.text(self._words.language)),
            GridCell(write(point.total.value, self._indicator).replace("\n", "; "), right=True),
            _coverage(point.total),
        ]

    def _list_agencies(self) -> None:
        lines = []
        if self._bars is not None:
            language = self._words.language
            lines = [
                [
                    GridCell(str(place), right=True),
                    GridCell(bar.agency.text(language)),
                    GridCell(write(Number(bar.amount), self._indicator), right=True),
                    GridCell("! " + self.tr("stands out") if bar.agency.id in self._odd else "", tone="warning"),
                ]
                for place, bar in enumerate(self._bars.bars, 1)
            ]
            lines += [
                [GridCell(""), GridCell(one.text(language)), GridCell(""), GridCell(self.tr("no figure"), tone="quiet")]
                for one in self._bars.without
            ]
        self.model.show_rows([self.tr("Place"), self.tr("Agency"), self.tr("Figure"), ""], lines)
        self.table.share({1: 1}, {0: 60, 2: 130, 3: 130})

    def _scroll_along(self) -> None:
        row: QRect = self.bars_chart.row_of(self.bars_chart.at).toRect()
        self._scroll.ensureVisible(row.left(), row.center().y(), 0, row.height())


def _coverage(total: Total) -> GridCell:
    if not total.is_partial:
        return GridCell(total.coverage, right=True)
    return GridCell(f"{SIGNS['partial']} {total.coverage}", right=True, tone="warning")
