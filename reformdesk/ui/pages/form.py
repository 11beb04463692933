"""The agency's form: one area at a time, a row for each printed row that concerns the agency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reformdesk.core import comparison
from reformdesk.core.catalogue import Layout, Row
from reformdesk.core.entry import EXPLANATION, NARRATIVE, VALUE
from reformdesk.core.form_lines import rows_to_show, tables_to_show
from reformdesk.core.standstill import standstill
from reformdesk.core.values import Value
from reformdesk.ui import theme
from reformdesk.ui.models.earlier import earlier_cells
from reformdesk.ui.models.form import FormData, short_text
from reformdesk.ui.pages.figure_row import (
    FITS,
    LEAST_BESIDE,
    LEAST_FOR_SERIES,
    MOST_WIDTH,
    FigureRow,
    GroupRow,
    spanned,
)
from reformdesk.ui.pages.form_header import FormHeader
from reformdesk.ui.pages.form_row import FormRow, NotSaved, Pending
from reformdesk.ui.pages.narrative_box import NarrativeBox
from reformdesk.ui.pages.rate_row import RateRow
from reformdesk.ui.pages.standstill_line import StandstillLine
from reformdesk.ui.widgets.basics import Strip, button, clear, held_column, rows
from reformdesk.ui.widgets.value_field import Move
from reformdesk.words import Words

if TYPE_CHECKING:
    from reformdesk.ui.pages.field_panel import FieldPanel

HISTORY, UNITS, EVIDENCE = range(3)
"""The tabs of the panel below the form."""


class FormPage(QWidget):
    """Shows an area; hands every change over with the indicator's id.

    ``panel_made`` has the panel below the form, once it was wanted.
    """

    drafted = Signal(str, str, str)
    taken_back = Signal(str)
    typed = Signal(str, str)
    decided = Signal(str, object)
    explained = Signal(str, str)
    pasted = Signal(str, str)
    cleared = Signal(object)
    unchanged = Signal(object)
    wants_history = Signal(str)
    narrated = Signal(str, str)
    panel_made = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._area = ""
        self._built: tuple[object, ...] = ()
        self._shown: tuple[comparison.Column, ...] = ()
        self._data: FormData | None = None
        self._rows: dict[str, FormRow] = {}
        self._rates: dict[str, RateRow] = {}
        self._current = ""
        self._anchor = ""
        self._drafts: dict[tuple[str, str], str] = {}
        self._unsettled: dict[str, tuple[str, Pending]] = {}
        self._trouble: Strip | None = None
        outer = self._outer = rows(self, space=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll, 1)
        self.standstill = StandstillLine()
        self.standstill.confirmed.connect(self._confirm)
        self.narrative = NarrativeBox()
        self.narrative.drafted.connect(lambda text: self.drafted.emit(self._area, NARRATIVE, text))
        self.narrative.written.connect(lambda text: self.narrated.emit(self._area, text))
        for kept in (self.standstill, self.narrative):
            # nobody would delete them with a page that never showed a round
            kept.setParent(self)
            kept.hide()
        ground = QWidget()
        ground.setObjectName("ground")
        self._scroll.setWidget(ground)
        self._layout: QVBoxLayout = rows(held_column(ground, MOST_WIDTH + 2 * theme.SPACE_20), space=0)
        self._layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_20)

    @cached_property
    def panel(self) -> FieldPanel:
        """What belongs to the field that the cursor is in."""
        from reformdesk.ui.pages.field_panel import FieldPanel

        panel = FieldPanel(self._words)
        panel.hide()
        panel.left.connect(lambda: self.go_to(self._current))
        panel.take_of(self.height())
        self._outer.addWidget(panel)
        self.panel_made.emit(panel)
        return panel

    @property
    def area(self) -> str:
        """The area on show."""
        return self._area

    @property
    def current(self) -> str:
        """The indicator whose field the cursor is in, or was last; empty for none."""
        return self._current

    def begin(self, data: FormData) -> None:
        """Begin with a round: what was being typed in it when the program stopped is still to be settled."""
        self._unsettled.clear()
        self._drafts = dict(data.drafts)
        self._built = ()

    def show_area(self, area: str, data: FormData) -> None:
        """Build the rows of an area and show what is stored."""
        built = self._measures(area, data)
        self._area = area
        if built != self._built:
            self._built = built
            self._build(data)
        self.refresh(data)
        for name, (typed, pending) in self._unsettled.items():
            if name in self._rows:
                self._rows[name].ask_again(typed, pending)
        for (name, part), text in self._drafts.items():
            if name in self._rows:
                self._rows[name].show_draft(part, text)

    def explain_current(self) -> None:
        """Open the explanation of the row that the cursor is in."""
        if self._current in self._rows:
            self._rows[self._current].explain()

    def refresh(self, data: FormData) -> None:
        """Show what is stored now."""
        self._data = data
        for name, row in self._rows.items():
            answer = data.answer(name)
            row.show_answer(answer, data.findings_on(name), data.request(name))
            evidence = sum(one.indicator == name for one in data.enclosures)
            row.show_belongings(detailed=name in data.details, evidence=evidence)
        for name, rate in self._rates.items():
            rate.show_parts(*(data.value(one) for one in data.round.catalogue.rates[name].parts))
        for name, figure in (*self._rows.items(), *self._rates.items()):
            figure.show_earlier(earlier_cells(data.round, self._shown, data.agency, name, self._words))
            figure.show_series(data.heights(name))
        draft = self._drafts.get((self._area, NARRATIVE))
        self.narrative.show_words(data.narratives.get(self._area, ""), draft)
        self._show_standstill(data)
        self._show_panel()

    def _show_standstill(self, data: FormData) -> None:
        found = standstill(data.round, data.agency, data.answers, self._area)
        period = found.since.short.text(self._words.language) if found.since else ""
        indicators = data.round.catalogue.indicators
        names = [
            f"{indicators[name].name.text(self._words.language)}: {short_text(value, indicators[name])}"
            for name, value in found.open.items()
        ]
        self.standstill.show_standstill(found, period, names)

    def _confirm(self, stocks: Mapping[str, Value]) -> None:
        self.unchanged.emit(stocks)
        self.go_to(next(iter(stocks), ""))

    def show_panel(self, tab: int) -> None:
        """Show what belongs to the field that the cursor is in, at a tab; hide it if that is shown."""
        if self.panel.isVisible() and self.panel.tabs.currentIndex() == tab:
            self.panel.hide()
            self.go_to(self._current)
        elif self._current:
            self.panel.show()
            self._show_panel()
            self.panel.open_tab(tab)

    def _show_past_of(self, name: str) -> None:
        self.go_to(name)
        if not self._shows_panel():
            self.show_panel(self.panel.tabs.currentIndex())

    def _shows_panel(self) -> bool:
        return "panel" in vars(self) and self.panel.isVisible()

    def _fit_panel(self) -> None:
        if "panel" in vars(self):
            self.panel.take_of(self.height())

    def _show_panel(self) -> None:
        if self._shows_panel() and self._data is not None and self._current:
            self.panel.show_field(self._data, self._current)
            self.wants_history.emit(self._current)

    def _measures(self, area: str, data: FormData) -> tuple[object, ...]:
        """Return what the rows are built from; where it changes they are built anew."""
        room = self._most_earlier(), self._draws_series(), self._stacks_rows()
        return area, data.round.digest, theme.text_size(), room

    def _most_earlier(self) -> int:
        """Return how many earlier periods fit beside the field."""
        return next((count for least, count in FITS if self._room() >= theme.px(least)), 1)

    def _draws_series(self) -> bool:
        """Whether there is room for the series beside the earlier figures."""
        return self._room() >= theme.px(LEAST_FOR_SERIES)

    def _stacks_rows(self) -> bool:
        """Whether a name stands above its figures, since there is too little room beside them."""
        return self._room() < theme.px(LEAST_BESIDE)

    def _room(self) -> int:
        # before it is shown, a page does not have its size yet
        parent = self.parentWidget()
        return self.width() if self.isVisible() or parent is None else parent.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more earlier periods where more fit."""
        super().resizeEvent(event)
        self._fit_panel()
        if self._data is not None and self._area and self._measures(self._area, self._data) != self._built:
            self.commit()
            QTimer.singleShot(0, self, self._rebuild)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.StyleChange:
            return
        self._fit_panel()
        if self._built and theme.text_size() not in self._built:
            self.commit()
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        current = self._current
        # the one that the keys go to once the window is active, which it may not be yet
        had_focus = current in self._rows and self.window().focusWidget() is self._rows[current].field.edit
        if self._data is not None and self._area and self._measures(self._area, self._data) != self._built:
            self.show_area(self._area, self._data)
            if had_focus:
                self.go_to(current)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The indicators whose typed text cannot be stored, or is still asked about, in all areas."""
        left_over = (name for name, part in self._drafts if part == VALUE)
        return tuple(dict.fromkeys((*self._unsettled, *left_over)))

    def _forget(self, name: str) -> None:
        self._unsettled.pop(name, None)
        self._drafts.pop((name, VALUE), None)
        self.taken_back.emit(name)

    def ask(self, name: str, pending: Pending) -> None:
        """Show a question, or why something cannot be read, at a field; kept until it is settled."""
        row = self._rows[name]
        self._unsettled[name] = (row.field.edit.text(), pending)
        row.ask(pending)

    def show_trouble(self, name: str, words: str, retry: Callable[[], object]) -> None:
        """Say above the form that something could not be written, and keep what was typed in the field ``name``."""
        self.show_no_trouble()
        self._trouble = Strip("error", words)
        self._trouble.add(button(self.tr("Try again"), retry))
        self._outer.insertWidget(0, self._trouble)
        if name in self._rows and self._rows[name].field.is_changed:
            self.ask(name, NotSaved())

    def show_no_trouble(self) -> None:
        """Take that back: it was written."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None

    def settle(self, name: str) -> None:
        """The field's content was stored; nothing is pending there any more."""
        self._unsettled.pop(name, None)
        for part in (VALUE, EXPLANATION, NARRATIVE):
            self._drafts.pop((name, part), None)
        row = self._rows.get(name)
        if row is not None:
            row.field.edit.setModified(False)
            row.ask(None)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field."""
        row = self._rows.get(name)
        if row is not None:
            row.field.edit.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(row, 0, theme.ROW))

    def commit(self) -> None:
        """Hand over what is being typed; what was left over in another field stays there until someone looks at it."""
        if self._current in self._rows:
            self._rows[self._current].commit()
        if self._area:
            self.narrative.commit()

    def _build(self, data: FormData) -> None:
        for kept in (self.standstill, self.narrative):
            self._layout.removeWidget(kept)
            kept.setParent(self)
        clear(self._layout)
        self._rows.clear()
        self._rates.clear()
        self._current = self._anchor = ""
        past = comparison.columns(data.round, data.agency, data.figures_in(self._area), self._most_earlier())
        self._shown = past
        shown = tables_to_show(data.round, data.agency, self._area)
        self._layout.addWidget(FormHeader(past, data, self._area, self._words, has_series=self._draws_series()))
        self._layout.addWidget(self.standstill)
        for table in shown:
            if len(shown) > 1 or table.layout is Layout.PERIODS_DOWN:
                title = Row("", table.title, table.title_en, "", 0)
                self._layout.addWidget(GroupRow(title, self._words.language))
            for row in rows_to_show(table, set(data.figures_in(self._area))):
                self._add(row, data, len(past))
        self._layout.addWidget(self.narrative)
        self._layout.addStretch(1)
        self.narrative.show()
        last = next(reversed(self._rows.values()), None)
        if last is not None:
            # rows follow each other as they were made; the words were there before them
            QWidget.setTabOrder(last.field.tick or last.field.edit, self.narrative.edit)

    def _add(self, row: Row, data: FormData, earlier: int) -> None:
        if not row.indicator:
            self._layout.addWidget(GroupRow(row, self._words.language))
            return
        catalogue = data.round.catalogue
        if row.indicator in catalogue.rates:
            rate = RateRow(row, catalogue, self._words, earlier, stacked=self._stacks_rows())
            self._rates[row.indicator] = rate
            self._lay(rate)
            return
        made = FormRow(
            row, row.number, catalogue.indicators[row.indicator], self._words, earlier, stacked=self._stacks_rows()
        )
        made.drafted.connect(self.drafted)
        made.taken_back.connect(self._forget)
        made.typed.connect(self.typed)
        made.decided.connect(self.decided)
        made.explained.connect(self.explained)
        made.pasted.connect(self.pasted)
        made.asked_past.connect(self._show_past_of)
        made.copied.connect(self._copy_marked)
        made.cleared.connect(lambda: self.cleared.emit(self.marked))
        made.moved.connect(self._move)
        made.entered.connect(self._enter)
        self._rows[row.indicator] = made
        self._lay(made)

    def _lay(self, made: FigureRow) -> None:
        if not self._draws_series():
            made.leave_series_out()
        self._layout.addWidget(made)

    def _move(self, name: str, move: str) -> None:
        order = list(self._rows)
        target = order.index(name) + Move(move).step
        if not 0 <= target < len(order):
            return
        anchor = self._anchor or name
        self.go_to(order[target])
        if Move(move).extends:
            self._mark(anchor, order[target])

    @property
    def marked(self) -> tuple[str, ...]:
        """The indicators whose rows are marked, from top to bottom."""
        return tuple(name for name, row in self._rows.items() if row.field.marked)

    def _mark(self, anchor: str, end: str) -> None:
        """Mark the rows between two, both included; a row alone is none."""
        order = list(self._rows)
        first, last = sorted((order.index(anchor), order.index(end))) if anchor else (0, -1)
        self._anchor = anchor
        for place, row in enumerate(self._rows.values()):
            row.mark(first <= place <= last and first < last)

    def _copy_marked(self) -> None:
        """Put the marked answers on the clipboard, one a line as a spreadsheet takes them, computed rates between."""
        shown: dict[str, FormRow | RateRow] = {**self._rows, **self._rates}
        order = self._data.figures_in(self._area) if self._data is not None else ()
        fields = [shown[name].text for name in spanned(order, self.marked)]
        QGuiApplication.clipboard().setText("".join(f"{text}\n" for text in fields))

    def _enter(self, name: str) -> None:
        if name not in self._rows:
            return  # a row on its way out, as another area is shown
        if self._current in self._rows:
            self._rows[self._current].set_current(False)
        moved = name != self._current
        self._current = name
        row = self._rows[name]
        row.set_current(True)
        if self._anchor:
            self._mark("", "")
        self._scroll.ensureWidgetVisible(row, 0, theme.SPACE_20)
        if moved:
            self._show_panel()
