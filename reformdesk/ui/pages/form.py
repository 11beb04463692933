"""The agency's form: one area at a time, a row for each printed row that concerns the agency."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reformdesk.core.catalogue import Layout, Row
from reformdesk.core.form_lines import rows_to_show, tables_to_show
from reformdesk.core.values import Ambiguous, Unreadable
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.form_row import (
    EARLIER_WIDTH,
    FIELD_WIDTH,
    NUMBER_WIDTH,
    TOOLS_WIDTH,
    FormRow,
    GroupRow,
)
from reformdesk.ui.widgets.basics import clear, columns, hairline, label, rows
from reformdesk.ui.widgets.value_field import Move
from reformdesk.words import Words

_SPARKLINE_WIDTH = 72


class FormPage(QWidget):
    """Shows an area; hands every change over with the indicator's id."""

    typed = Signal(str, str)
    decided = Signal(str, object)
    explained = Signal(str, str)
    pasted = Signal(str, str)
    cleared = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._area = ""
        self._round = ""
        self._rows: dict[str, FormRow] = {}
        self._current = ""
        self._anchor = ""
        self._unsettled: dict[str, tuple[str, Ambiguous | Unreadable]] = {}
        outer = rows(self, space=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll)
        ground = QWidget()
        ground.setObjectName("ground")
        self._scroll.setWidget(ground)
        self._layout: QVBoxLayout = rows(ground, space=0)
        self._layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_20)

    @property
    def area(self) -> str:
        """The area on show."""
        return self._area

    @property
    def current(self) -> str:
        """The indicator whose field the cursor is in, or was last; empty for none."""
        return self._current

    def show_area(self, area: str, data: FormData) -> None:
        """Build the rows of an area and show what is stored."""
        if data.round.digest != self._round:
            self._unsettled.clear()
        if (area, data.round.digest) != (self._area, self._round):
            self._area, self._round = area, data.round.digest
            self._build(data)
        self.refresh(data)
        for name, (typed, pending) in self._unsettled.items():
            if name in self._rows:
                self._rows[name].ask_again(typed, pending)

    def explain_current(self) -> None:
        """Open the explanation of the row that the cursor is in."""
        if self._current in self._rows:
            self._rows[self._current].explain()

    def refresh(self, data: FormData) -> None:
        """Show what is stored now."""
        past_rounds = data.earlier_in(self._area)
        like = bool(past_rounds) and past_rounds[-1].months == data.round.period.months
        for name, row in self._rows.items():
            answer = data.answer(name)
            row.show_answer(answer, data.findings_on(name), data.request(name))
            past = [data.round.earlier_value(one, data.agency, name) for one in past_rounds]
            row.show_earlier(past, answer.value, like=like)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The indicators whose typed text cannot be stored, or is still asked about, in all areas."""
        return tuple(self._unsettled)

    def ask(self, name: str, pending: Ambiguous | Unreadable) -> None:
        """Show a question, or why something cannot be read, at a field; kept until it is settled."""
        row = self._rows[name]
        self._unsettled[name] = (row.field.edit.text(), pending)
        row.ask(pending)

    def settle(self, name: str) -> None:
        """The field's content was stored; nothing is pending there any more."""
        self._unsettled.pop(name, None)
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
        """Hand over what is being typed."""
        for row in self._rows.values():
            row.commit()

    def _build(self, data: FormData) -> None:
        clear(self._layout)
        self._rows.clear()
        self._current = self._anchor = ""
        past = data.earlier_in(self._area)
        shown = tables_to_show(data.round, data.agency, self._area)
        self._layout.addWidget(self._header([one.short.text(self._words.language) for one in past], data))
        for table in shown:
            if len(shown) > 1 or table.layout is Layout.PERIODS_DOWN:
                title = table.title_en if self._words.language == "en" else table.title
                self._layout.addWidget(GroupRow(Row("", title, table.title_en, "", 0), self._words.language))
            for row in rows_to_show(table, set(data.owed_in(self._area))):
                self._add(row, data, len(past))
        self._layout.addStretch(1)
        previous: FormRow | None = None
        for one in self._rows.values():
            if previous is not None:
                QWidget.setTabOrder(previous.field.edit, one.field.edit)
            previous = one

    def _add(self, row: Row, data: FormData, earlier: int) -> None:
        if not row.indicator:
            self._layout.addWidget(GroupRow(row, self._words.language))
            return
        indicator = data.round.catalogue.indicators[row.indicator]
        made = FormRow(row, row.number, indicator, self._words, earlier)
        made.typed.connect(self.typed)
        made.decided.connect(self.decided)
        made.explained.connect(self.explained)
        made.pasted.connect(self.pasted)
        made.copied.connect(self._copy_marked)
        made.cleared.connect(lambda: self.cleared.emit(self.marked))
        made.moved.connect(self._move)
        made.entered.connect(self._enter)
        self._rows[row.indicator] = made
        self._layout.addWidget(made)

    def _header(self, periods: list[str], data: FormData) -> QWidget:
        header = QWidget()
        outer = rows(header, space=0)
        line = columns(space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_8)
        number = label(self.tr("No."), role="small")
        number.setFixedWidth(NUMBER_WIDTH - theme.SPACE_12)
        line.addWidget(number)
        line.addWidget(label(self.tr("Indicator"), role="small"), 1)
        for period in periods:
            past = label(period, role="small")
            past.setFixedWidth(EARLIER_WIDTH)
            past.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(past)
        line.addSpacing(_SPARKLINE_WIDTH + theme.SPACE_12)
        now = label(data.round.short.text(self._words.language), role="small")
        now.setFixedWidth(FIELD_WIDTH)
        line.addWidget(now)
        line.addSpacing(TOOLS_WIDTH + theme.SPACE_12)
        outer.addLayout(line)
        outer.addWidget(hairline())
        return header

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
        """Put the marked answers on the clipboard, one a line, as a spreadsheet takes them."""
        fields = [self._rows[name].field.edit.text() for name in self.marked]
        QGuiApplication.clipboard().setText("".join(f"{text}\n" for text in fields))

    def _enter(self, name: str) -> None:
        if name not in self._rows:
            return  # a row on its way out, as another area is shown
        if self._current in self._rows:
            self._rows[self._current].set_current(False)
        self._current = name
        row = self._rows[name]
        row.set_current(True)
        if self._anchor:
            self._mark("", "")
        self._scroll.ensureWidgetVisible(row, 0, theme.SPACE_20)
