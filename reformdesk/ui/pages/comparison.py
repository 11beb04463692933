"""Two rounds side by side: what each total was and is, what it changed by, and where that cannot be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget, QWidget

from reformdesk import series_words
from reformdesk.core.catalogue import Area
from reformdesk.core.charted import can_be_drawn
from reformdesk.core.consolidation import Total
from reformdesk.core.like_periods import Likeness, partners
from reformdesk.core.round_labels import RoundLabel
from reformdesk.core.rounds_compared import Comparison, Line, Obstacle, changed, largest_first
from reformdesk.core.text import fold
from reformdesk.core.values import Status, write, write_number
from reformdesk.ui import theme
from reformdesk.ui.dates import day
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import EmptyState, button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_NUMBER, _VALUE, _CHANGE, _PERCENT = 52, 112, 108, 84
_NUMBER_IN_AREA, _NAME_PART_BESIDE = 140, 4
_AND = "\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}"
_NAME_PART, _REMARK_PART = 5, 3


@dataclass(frozen=True)
class Pair:
    """Which rounds are compared, by id."""

    now: str
    before: str
    both_only: bool = False


class ComparisonPage(QWidget):
    """``wanted`` asks for a :class:`Pair`, ``charts`` for an indicator's pictures, ``save`` for a workbook."""

    wanted = Signal(Pair)
    charts = Signal(str, str)
    save = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._labels: list[RoundLabel] = []
        self.comparison: Comparison | None = None
        self._shown: tuple[Line | None, ...] = ()
        layout = rows(self, space=theme.SPACE_8)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        layout.addWidget(self._choosers())
        layout.addWidget(self._filters())
        self.warning = label(tone="warning", wrap=True)
        self.warning.hide()
        layout.addWidget(self.warning)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Two rounds side by side"))
        self.table.wrap_header()
        self.table.opened.connect(self._open_charts)
        self.table.entered_row.connect(lambda _: self._enable())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to compare yet"),
                self.tr("Once there are two rounds, their totals stand here side by side."),
            )
        )
        layout.addWidget(self._stack, 1)
        foot = columns(space=theme.SPACE_12)
        self.charts_button = button(self.tr("Charts…"), lambda: self._open_charts(self.table.currentIndex().row()))
        self.save_button = button(self.tr("Save as Excel…"), self.save.emit)
        foot.addWidget(self.charts_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        layout.addLayout(foot)

    def _choosers(self) -> FoldingLine:
        self.now = QComboBox()
        self.now.setAccessibleName(self.tr("Round"))
        self.before = QComboBox()
        self.before.setAccessibleName(self.tr("Compared with"))
        chosen = QWidget()
        line = columns(chosen, space=theme.SPACE_8)
        line.addWidget(self.now)
        line.addWidget(label(self.tr("compared with")))
        line.addWidget(self.before)
        line.addStretch(1)
        for one in (self.now, self.before):
            one.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.both_only = QCheckBox(self.tr("Only agencies that answered in both"))
        self.now.activated.connect(lambda _: self._offer_partners())
        self.before.activated.connect(lambda _: self._ask())
        self.both_only.toggled.connect(lambda _: self._ask())
        return FoldingLine(chosen, self.both_only, near=True)

    def _filters(self) -> FoldingLine:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter indicators"))
        self.filter.setAccessibleName(self.tr("Filter indicators"))
        self.filter.setClearButtonEnabled(True)
        theme.hold(self.filter, least_width=150, most_width=260)
        self.only_changed = QCheckBox(self.tr("Only what changed"))
        self.largest = QCheckBox(self.tr("Largest change first"))
        self.filter.textChanged.connect(lambda _: self._list())
        for one in (self.only_changed, self.largest):
            one.toggled.connect(lambda _: self._list())
        return FoldingLine(self.filter, self.only_changed, self.largest, near=True)

    @property
    def pair(self) -> Pair:
        """What is chosen."""
        return Pair(str(self.now.currentData() or ""), str(self.before.currentData() or ""), self.both_only.isChecked())

    def offer(self, labels: Sequence[RoundLabel], chosen: str) -> None:
        """Offer rounds, the newest first; what was chosen stays, else it is ``chosen`` and the best beside it."""
        before = self.pair
        self._labels = sorted(labels, key=lambda one: (one.ends, one.months, one.id), reverse=True)
        self._stack.setCurrentIndex(0 if len(labels) > 1 else 1)
        self.now.clear()
        for one in self._labels:
            self.now.addItem(one.title.text(self._words.language), one.id)
        self.now.setCurrentIndex(max(0, self.now.findData(before.now or chosen)))
        self._offer_partners(before.before)

    def _offer_partners(self, keep: str = "") -> None:
        this = next((one for one in self._labels if one.id == self.now.currentData()), None)
        self.before.clear()
        for one, likeness in partners(self._labels, this) if this is not None else ():
            text = one.title.text(self._words.language)
            if likeness is Likeness.SAME_PERIOD:
                text = self.tr("{round} (same period last year)").format(round=text)
            self.before.addItem(text, one.id)
        self.before.setCurrentIndex(max(0, self.before.findData(keep)))
        self._ask()

    def _ask(self) -> None:
        if self.pair.before:
            self.wanted.emit(self.pair)
        self._enable()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two rounds, unless others were chosen meanwhile."""
        if (comparison.now.id, comparison.before.id, comparison.both_only) != (
            self.pair.now,
            self.pair.before,
            self.pair.both_only,
        ):
            return
        self.comparison = comparison
        self.warning.setVisible(bool(self.about()))
        self.warning.setText(self.about())
        self._list()

    def about(self) -> str:
        """Return what is to be known of the two rounds together; nothing where everything can be compared."""
        comparison = self.comparison
        if comparison is None:
            return ""
        said = []
        if not comparison.is_like:
            said.append(self.tr("The two periods are of different kinds: only what is counted on a day is compared."))
        if comparison.broken:
            text = self.tr("Not compared, since their series is broken: {count} (the reason stands beside each).")
            said.append(text.format(count=len(comparison.broken)))
        if comparison.reorganised_on is not None:
            text = self.tr("Reorganised on {day}: totals that add up are compared with those of the agencies before.")
            said.append(text.format(day=day(comparison.reorganised_on)))
        return " ".join(said)

    def lines(self) -> tuple[Line, ...]:
        """Return what is to be listed, in order."""
        if self.comparison is None:
            return ()
        found = self.comparison.lines
        if self.only_changed.isChecked():
            found = changed(found)
        wanted = fold(self.filter.text())
        if wanted:
            found = tuple(line for line in found if wanted in fold(f"{line.number} {self._name(line)}"))
        return largest_first(found) if self.largest.isChecked() else found

    def header(self) -> list[str]:
        """Return the headings of a comparison's columns."""
        sides = ("", "") if self.comparison is None else (self.comparison.before, self.comparison.now)
        names = [one if isinstance(one, str) else one.short.text(self._words.language) for one in sides]
        return [self.tr("No."), self.tr("Indicator"), *names, self.tr("Change"), "%", self.tr("Coverage, remarks")]

    def _name(self, line: Line) -> str:
        return line.indicator.name.text(self._words.language)

    def _list(self) -> None:
        at = self._line_at(self.table.currentIndex().row())
        kept = at.indicator.id if at is not None else ""
        self._shown = tuple(self._with_areas(self.lines()))
        self.model.show_rows(self.header(), [self._row(line, place) for place, line in enumerate(self._shown)])
        in_area = self.largest.isChecked()
        number, name = (_NUMBER_IN_AREA, _NAME_PART_BESIDE) if in_area else (_NUMBER, _NAME_PART)
        self.table.share({1: name, 6: _REMARK_PART}, {0: number, 2: _VALUE, 3: _VALUE, 4: _CHANGE, 5: _PERCENT})
        places = {line.indicator.id: place for place, line in enumerate(self._shown) if line is not None}
        if places:
            # Enter opens one from the start
            self.table.selectRow(places.get(kept, min(places.values())))
        self._enable()

    def _with_areas(self, lines: Sequence[Line]) -> Iterator[Line | None]:
        """Yield the lines, each area's below a heading where they stand in printed order."""
        area = ""
        for line in lines:
            if line.area != area and not self.largest.isChecked():
                yield None
            area = line.area
            yield line

    def _row(self, line: Line | None, place: int) -> list[GridCell]:
        if line is None:
            return self._heading(place)
        remark, tone = self.remark(line)
        return [
            GridCell(self._number(line), tone="quiet"),
            GridCell(self._name(line)),
            GridCell(self._value(line, line.before), right=True),
            GridCell(self._value(line, line.now), right=True),
            GridCell(self._difference(line), right=True, strong=True),
            GridCell(signed(line.percent, "%"), right=True),
            GridCell(remark, tone=tone),
        ]

    def _number(self, line: Line) -> str:
        """Return a line's number, with its area where no heading above says that."""
        area = self._area(line) if self.largest.isChecked() else None
        return (
            f"{area.short.text(self._words.language)}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}{line.number}"
            if area is not None
            else line.number
        )

    def _area(self, line: Line) -> Area | None:
        comparison = self.comparison
        if comparison is None:
            return None
        asking = comparison.now if line.now is not None else comparison.before
        return asking.catalogue.area(line.area)

    def _heading(self, place: int) -> list[GridCell]:
        following = self._shown[place + 1]
        area = self._area(following) if following is not None else None
        if area is None:
            return [GridCell("")] * 7
        title = GridCell(area.short.text(self._words.language), strong=True)
        return [GridCell(area.id, strong=True), title, *([GridCell("")] * 5)]

    def _value(self, line: Line, total: Total | None) -> str:
        if total is None:
            return "–"
        if isinstance(total.value, Status) and total.value is not Status.BLANK:
            return self._words.answer(total.value.value)
        return write(total.value, line.asked(total))

    def _difference(self, line: Line) -> str:
        if line.in_points and line.difference is not None:
            return self.tr("{change} points").format(change=signed(line.difference))
        return signed(line.difference)

    def remark(self, line: Line) -> tuple[str, str]:
        """Return what is to be known of a difference, with its tone: the coverage, or why there is none."""
        said, tone = self._coverage(line)
        told = [said, self.tr("adjusted total") if line.is_adjusted else ""]
        reorganised = line.seam.reorganised if line.seam is not None else None
        if reorganised is not None and reorganised.on is not None and line.obstacle is None:
            told.insert(1, series_words.then(reorganised, self._words))
        return " · ".join(filter(None, told)), tone

    def _coverage(self, line: Line) -> tuple[str, str]:
        comparison = self.comparison
        if comparison is None:
            return "", ""
        if line.before is None or line.now is None:
            asking = comparison.now if line.now is not None else comparison.before
            name = asking.short.text(self._words.language)
            return self.tr("asked for in {round} only").format(round=name), "quiet"
        if line.seam is not None and line.obstacle in (Obstacle.COUNTED_OTHERWISE, Obstacle.OTHER_AGENCIES):
            why = series_words.why(line.seam, self._words)
            return self.tr("not compared: {why}").format(why=why), "warning"
        if comparison.both_only and line.now.answered != line.before.answered:
            text = self.tr("agencies in both: {now}, before {before}")
            return text.format(now=line.now.answered, before=line.before.answered), "quiet"
        if comparison.both_only:
            return self.tr("{count} agencies in both").format(count=line.now.answered), "quiet"
        if line.obstacle is Obstacle.OTHER_PERIOD:
            return self.tr("not compared"), "quiet"
        sides = {"before": line.before.coverage, "now": line.now.coverage}
        if line.is_uneven:
            return self.tr("{now} against {before}: cannot be compared in full").format(**sides), "warning"
        return (
            line.now.coverage if sides["before"] == sides["now"] else f"{sides['before']} → {sides['now']}"
        ), "quiet"

    def _line_at(self, row: int) -> Line | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        line = self._line_at(self.table.currentIndex().row())
        drawn = line is not None and can_be_drawn(line.indicator)
        self.charts_button.setEnabled(drawn)
        self.charts_button.setToolTip("" if drawn else self.tr("Choose an indicator that is a figure."))
        self.save_button.setEnabled(bool(self._shown))
        self.save_button.setToolTip("" if self._shown else self.tr("There is nothing to show yet."))

    def _open_charts(self, row: int) -> None:
        line = self._line_at(row)
        if line is not None and can_be_drawn(line.indicator):
            self.charts.emit(self.pair.now if line.now is not None else self.pair.before, line.indicator.id)


def signed(amount: Decimal | None, behind: str = "") -> str:
    """Return an amount with its sign; nothing for none."""
    if amount is None:
        return ""
    return f"{'+' if amount > 0 else ''}{write_number(amount)}{behind}"
