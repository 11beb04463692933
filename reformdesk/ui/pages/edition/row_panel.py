"""What the chosen row of a table is, each particular to be changed, and its rules with a field to try them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QStackedWidget, QTabBar, QWidget

from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Kind, Label, Nature, Rate
from reformdesk.core.edition import FITTING, Edit
from reformdesk.core.indicator_edits import (
    Assign,
    ChangeDigits,
    ChangeKind,
    ChangeNature,
    ChangeUnit,
    Consolidate,
    Reword,
)
from reformdesk.core.table_edits import HeadColumn, PrintReporter, RewordRow
from reformdesk.ui.models.edition_rows import PrintedLine
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.pages.edition.beside import choices, sheet_rows, under
from reformdesk.ui.pages.edition.rule_box import RuleBox
from reformdesk.ui.widgets.basics import label, rows

_MOST_LETTERS, _MOST_DIGITS = 400, 6
_PART_KINDS = (Kind.COUNT, Kind.DECIMAL)


class RowPanel(QWidget):
    """``edited`` has what is to be changed."""

    edited = Signal(object)

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self._wording = wording
        self._sight: EditionSight | None = None
        self._line: PrintedLine | None = None
        self._named: dict[QWidget, QLabel] = {}
        layout = sheet_rows(self)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("About the chosen row"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("Row"))
        self.tabs.addTab(self.tr("Rules"))
        layout.addWidget(self.tabs)
        self.pages = QStackedWidget()
        self.pages.setObjectName("sheet")
        layout.addWidget(self.pages, 1)
        self.row = QWidget()
        self.row.setObjectName("sheet")
        self.rules = RuleBox(wording)
        self.pages.addWidget(self.row)
        self.pages.addWidget(self.rules)
        self.tabs.currentChanged.connect(self._turn)
        self._make_fields()
        self._turn(0)

    def _turn(self, page: int) -> None:
        """Show one page; the other asks for no room."""
        self.row.setVisible(page == 0)
        self.rules.setVisible(page == 1)
        self.pages.setCurrentIndex(page)

    def _make_fields(self) -> None:
        words = self._wording
        self._layout = rows(self.row, space=4)
        self.about = label(role="small", wrap=True)
        self._layout.addWidget(self.about)
        # what is asked and how it becomes one figure stands first: all of it is seen on a small screen
        self.name = self._typed(self.tr("Name, in Vietnamese"), self._reword)
        self.kind = self._chosen(self.tr("Kind of figure"), self._change_kind)
        self.nature = self._chosen(self.tr("Counted"), self._change_nature)
        for kind, text in words.kinds.items():
            self.kind.addItem(text, kind)
        for nature, text in words.natures.items():
            self.nature.addItem(text, nature)
        self.reporter = self._chosen(self.tr("Reported by"), self._assign)
        self.shares = self._chosen(self.tr("The agencies' figures together"), self._consolidate)
        self.weight = self._chosen(self.tr("Weighed by"), self._weigh)
        self.numerator = self._chosen(self.tr("Numerator"), self._rate)
        self.denominator = self._chosen(self.tr("Denominator"), self._rate)
        self.unit = self._typed(self.tr("Unit, in Vietnamese"), self._change_unit)
        self.printed_reporter = self._typed(self.tr("Printed as reported by"), self._print_reporter)
        self.digits = self._chosen(self.tr("Digits printed at least"), self._change_digits)
        self.english = self._typed(self.tr("Name, in English"), self._reword)
        self.unit_english = self._typed(self.tr("Unit, in English"), self._change_unit)
        for count in range(1, _MOST_DIGITS + 1):
            self.digits.addItem(str(count), count)
        self._layout.addStretch(1)

    def _typed(self, text: str, done: Callable[[], object]) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(_MOST_LETTERS)
        made.editingFinished.connect(done)
        self._named[made] = under(self._layout, text, made)
        return made

    def _chosen(self, text: str, done: Callable[[], object]) -> QComboBox:
        made = choices(text)
        made.activated.connect(lambda _: done())
        self._named[made] = under(self._layout, text, made)
        return made

    def show_row(self, sight: EditionSight, line: PrintedLine | None) -> None:
        """Show a row, or that none is chosen."""
        self._sight, self._line = sight, line
        indicator = sight.catalogue.indicators.get(line.indicator) if line is not None else None
        self._show_words(line, indicator)
        for one in (self.kind, self.nature, self.unit, self.unit_english, self.reporter, self.shares, self.digits):
            self._show(one, shown=indicator is not None)
        self._show_parts(indicator)
        if indicator is not None:
            self._show_figure(sight, indicator)
        self.rules.show_rules(sight, line.indicator if line is not None else "")
        self.tabs.setTabText(1, self.tr("Rules ({count})").format(count=self.rules.count()))

    def _show_words(self, line: PrintedLine | None, indicator: Indicator | None) -> None:
        if line is None:
            self.about.setText(self.tr("No row yet. “New row…” begins the table."))
        elif indicator is None:
            self.about.setText(self.tr("A heading: nothing is asked in this row."))
        else:
            self.about.setText(self.tr("Known as: {id}").format(id=indicator.id))
        for edit in (self.name, self.english, self.printed_reporter):
            self._show(edit, shown=line is not None and not (line.is_column and edit is not self.name))
        if line is not None:
            _put(self.name, line.name)
            english = indicator.name.en if indicator is not None and not line.name_en else line.name_en
            _put(self.english, english)
            _put(self.printed_reporter, line.printed_reporter)

    def _show_figure(self, sight: EditionSight, indicator: Indicator) -> None:
        words = self._wording
        self.kind.setCurrentIndex(self.kind.findData(indicator.kind))
        self.nature.setCurrentIndex(self.nature.findData(indicator.nature))
        _put(self.unit, indicator.unit.vi)
        _put(self.unit_english, indicator.unit.en)
        now = words.said_of(sight.edition, sight.base).reporter(indicator.reporter)
        self._offer(self.reporter, sight.reporters(words), indicator.reporter, now)
        ways = {way: words.consolidations[way] for way in FITTING[indicator.kind]}
        self._offer(self.shares, ways, indicator.consolidation)
        self.digits.setCurrentIndex(self.digits.findData(indicator.digits))

    def _show_parts(self, indicator: Indicator | None) -> None:
        """Show what a mean is weighed by, or what a rate is computed from."""
        how = indicator.consolidation if indicator is not None else None
        self._show(self.weight, shown=how is Consolidation.MEAN)
        for part in (self.numerator, self.denominator):
            self._show(part, shown=how is Consolidation.RATE)
        if indicator is None or self._sight is None:
            return
        parts = self._parts(self._sight.catalogue, indicator)
        self._offer(self.weight, {"": self.tr("nothing: all count alike"), **parts}, indicator.weight)
        rate = indicator.rate
        for field, name in zip((self.numerator, self.denominator), rate.parts if rate else ("", ""), strict=True):
            self._offer(field, parts, name, self.tr("choose"))

    def _parts(self, catalogue: Catalogue, indicator: Indicator) -> dict[str, str]:
        """Return the counts that a rate or a weight may be made of: the same agencies report them."""
        return {
            name: self._wording.indicator(catalogue, name)
            for name in catalogue.order
            if name != indicator.id
            and catalogue.indicators[name].kind in _PART_KINDS
            and catalogue.indicators[name].reporter == indicator.reporter
        }

    def _offer(self, field: QComboBox, texts: Mapping[Any, str], chosen: object, other: str = "") -> None:
        """Fill a list with one of it chosen; ``other`` stands first for what is not in it."""
        field.clear()
        values = list(texts)
        if chosen not in values:
            field.addItem(other, chosen)
        for value in values:
            field.addItem(texts[value], value)
        place = values.index(chosen) if chosen in values else 0
        field.setCurrentIndex(place)
        # an agency's name may be longer than the panel is wide
        field.setToolTip(field.currentText())

    def _show(self, widget: QWidget, *, shown: bool) -> None:
        widget.setVisible(shown)
        self._named[widget].setVisible(shown)

    def _now(self) -> tuple[PrintedLine, Indicator | None] | None:
        if self._sight is None or self._line is None:
            return None
        return self._line, self._sight.catalogue.indicators.get(self._line.indicator)

    def _indicator(self) -> Indicator | None:
        now = self._now()
        return now[1] if now is not None else None

    def _reword(self) -> None:
        now = self._now()
        if now is None:
            return
        line, indicator = now
        name, english = self.name.text().strip(), self.english.text().strip()
        edit: Edit | None = None
        if line.is_column:
            edit = HeadColumn(line.table, line.place, name) if name != line.name else None
        elif indicator is not None and not line.name_en and name == line.name:
            # the row says its name in Vietnamese alone: the English one is the indicator's
            edit = Reword(indicator.id, Label(indicator.name.vi, english)) if english != indicator.name.en else None
        elif (name, english) != (line.name, line.name_en or (indicator.name.en if indicator is not None else "")):
            edit = RewordRow(line.table, line.place, name, english)
        self._emit(edit)

    def _change_kind(self) -> None:
        own, kind = self._indicator(), self.kind.currentData()
        self._emit(ChangeKind(own.id, Kind(kind)) if own is not None and kind != own.kind else None)

    def _change_nature(self) -> None:
        own, nature = self._indicator(), self.nature.currentData()
        self._emit(ChangeNature(own.id, Nature(nature)) if own is not None and nature != own.nature else None)

    def _change_unit(self) -> None:
        own = self._indicator()
        unit = Label(self.unit.text().strip(), self.unit_english.text().strip())
        if own is not None and unit != own.unit:
            written = unit.vi if own.written_unit and own.written_unit == own.unit.vi else own.written_unit
            self._emit(ChangeUnit(own.id, unit, written))

    def _assign(self) -> None:
        own, reporter = self._indicator(), self.reporter.currentData()
        self._emit(Assign((own.id,), reporter) if own is not None and reporter != own.reporter else None)

    def _print_reporter(self) -> None:
        now, printed = self._now(), self.printed_reporter.text().strip()
        if now is not None and printed != now[0].printed_reporter and not now[0].is_column:
            self._emit(PrintReporter(now[0].table, now[0].place, printed))

    def _consolidate(self) -> None:
        own, how = self._indicator(), Consolidation(self.shares.currentData())
        if own is None or how is own.consolidation:
            return
        if how is not Consolidation.RATE:
            self._emit(Consolidate(own.id, how))
            return
        self.choose_rate()

    def choose_rate(self) -> None:
        """Ask for the parts of a rate: it is computed as soon as both are chosen."""
        self.shares.setCurrentIndex(self.shares.findData(Consolidation.RATE))
        for part in (self.numerator, self.denominator):
            self._show(part, shown=True)
        self._show(self.weight, shown=False)
        self.numerator.setFocus()

    def _weigh(self) -> None:
        own, weight = self._indicator(), str(self.weight.currentData())
        if own is not None and weight != own.weight:
            self._emit(Consolidate(own.id, Consolidation.MEAN, weight))

    def _rate(self) -> None:
        own = self._indicator()
        numerator, denominator = str(self.numerator.currentData()), str(self.denominator.currentData())
        if own is None or not numerator or not denominator:
            return
        rate = replace(own.rate or Rate("", ""), numerator=numerator, denominator=denominator)
        if rate != own.rate:
            self._emit(Consolidate(own.id, Consolidation.RATE, rate=rate))

    def _change_digits(self) -> None:
        own, digits = self._indicator(), int(self.digits.currentData())
        self._emit(ChangeDigits(own.id, digits) if own is not None and digits != own.digits else None)

    def _emit(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edited.emit(edit)

    def fields(self) -> Sequence[QWidget]:
        """Return the fields, from top to bottom."""
        return tuple(self._named)


def _put(field: QLineEdit, text: str) -> None:
    """Show a text, unless somebody is typing another one there right now."""
    if not (field.hasFocus() and field.isModified()):
        field.setText(text)
        field.setCursorPosition(0)
