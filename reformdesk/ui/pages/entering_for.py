"""Entering on behalf of an agency: where the figures come from, and the agency's own form to type them into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from reformdesk.core import comparison
from reformdesk.core.catalogue import Layout, Row
from reformdesk.core.entered import Draft
from reformdesk.core.form_lines import rows_to_show, tables_to_show
from reformdesk.core.merged import Received
from reformdesk.core.values import is_answer
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.earlier import earlier_cells
from reformdesk.ui.pages.covered import covered
from reformdesk.ui.pages.earlier_signs import EarlierSigns
from reformdesk.ui.pages.figure_row import EARLIER_WIDTH, FIELD_WIDTH, MOST_WIDTH, TOOLS_WIDTH, GroupRow, period_heading
from reformdesk.ui.pages.form_row import FormRow, Pending
from reformdesk.ui.pages.rate_row import RateRow
from reformdesk.ui.pages.source_box import SourceBox
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, hairline, held_column, label, rows
from reformdesk.ui.widgets.value_field import Move
from reformdesk.words import Words

_FITS = ((1100, 3), (760, 2))
"""How many earlier periods fit, by the least width of the page in pixels."""
_LEAST_BESIDE = 560


class EnteringPage(QWidget):
    """Shows a draft; hands every change over with the indicator's id.

    ``back`` leaves, the draft stays. ``sourced`` has the source as it stands, ``attach`` asks for a file,
    ``detach`` gives one's SHA-256; ``seal`` and ``discard`` end the draft.
    """

    back = Signal()
    typed = Signal(str, str)
    decided = Signal(str, object)
    explained = Signal(str, str)
    pasted = Signal(str, str)
    sourced = Signal(object)
    attach = Signal()
    detach = Signal(str)
    seal = Signal()
    discard = Signal()
    leads = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._draft: Draft | None = None
        self._built: tuple[object, ...] = ()
        self._rows: dict[str, FormRow] = {}
        self._rates: dict[str, RateRow] = {}
        self._shown: tuple[comparison.Column, ...] = ()
        self._current = ""
        self._unsettled: dict[str, tuple[str, Pending]] = {}
        outer = rows(self, margin=theme.SPACE_20, space=theme.SPACE_8)
        outer.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        outer.addLayout(self._head())
        self._strips = rows(space=theme.SPACE_4)
        outer.addLayout(self._strips)
        self._told: Strip | None = None
        self._after = ("", "warning")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setObjectName("ground")
        self._scroll.setWidget(ground)
        inside = rows(held_column(ground, MOST_WIDTH), space=theme.SPACE_12)
        inside.setContentsMargins(0, 0, theme.SPACE_12, 0)
        self.source = SourceBox()
        self.source.changed.connect(self.sourced)
        self.source.attach.connect(self.attach)
        self.source.detach.connect(self.detach)
        inside.addWidget(self.source)
        self._form = rows(space=0)
        inside.addLayout(self._form)
        inside.addStretch(1)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot())
        for keys, verb in (("Ctrl+Return", self.seal.emit), ("F4", self._explain)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def _head(self) -> QHBoxLayout:
        line = columns(space=theme.SPACE_12)
        line.addWidget(button(self.tr("‹ Back"), self.back.emit))
        names = rows(space=0)
        self._title = label(role="title", wrap=True)
        self._facts = label(role="small", wrap=True)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        line.addLayout(names, 1)
        return line

    def _foot(self) -> QHBoxLayout:
        line = columns(space=theme.SPACE_12)
        self._left = label(role="quiet", wrap=True)
        line.addWidget(self._left, 1)
        self.discard_button = button(self.tr("Throw the draft away"), self.discard.emit, flat=True)
        self.seal_button = button(self.tr("Seal the entry…"), self.seal.emit, primary=True)
        self.seal_button.setToolTip(self.tr("Ctrl+Enter"))
        line.addWidget(self.discard_button)
        line.addWidget(self.seal_button)
        return line

    @property
    def draft(self) -> Draft | None:
        """What is on show."""
        return self._draft

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The indicators whose typed text cannot be stored, or is still asked about."""
        return tuple(self._unsettled)

    def begin(self) -> None:
        """Begin with another agency: nothing of the one before is left."""
        self._unsettled.clear()
        self._built = ()
        self.tell("")

    def show_draft(self, draft: Draft, waiting: int = 0) -> None:
        """Show what is kept; ``waiting`` forms of other agencies come next."""
        first = not self._built
        self._draft = draft
        self._show_head(draft, waiting)
        self._show_strips(draft)
        self.source.show_source(draft.source, draft.papers)
        built = self._measures(draft)
        if built != self._built:
            self._built = built
            self._build(draft)
        for name, row in self._rows.items():
            findings = tuple(one for one in draft.findings if one.indicator == name)
            row.show_answer(draft.answer(name), findings)
            row.show_earlier(earlier_cells(draft.round, self._shown, draft.agency, name, self._words))
        for name, rate in self._rates.items():
            rate.show_parts(*(draft.answer(one).value for one in draft.round.catalogue.rates[name].parts))
            rate.show_earlier(earlier_cells(draft.round, self._shown, draft.agency, name, self._words))
        self._show_left(draft)
        if first:
            self.source.given_by.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.verticalScrollBar().setValue(0)

    def _show_head(self, draft: Draft, waiting: int) -> None:
        agency = draft.round.by_id[draft.agency].text(self._words.language)
        self._title.setText(self.tr("Entering on behalf: {agency}").format(agency=agency))
        parts = [
            draft.round.title.text(self._words.language),
            draft.round.by_id[draft.agency].contact,
            covered(draft.round.period),
        ]
        if waiting:
            parts.append(self.tr("then {count} more forms").format(count=waiting))
        self._facts.setText(" · ".join(filter(None, parts)))

    def _show_strips(self, draft: Draft) -> None:
        told = self._after
        clear(self._strips)
        self._told = None
        for text in self._circumstances(draft):
            self._strips.addWidget(Strip("warning", text))
        self.tell(*told)

    def _circumstances(self, draft: Draft) -> list[str]:
        """Say what is here already, and what this entry would be beside it."""
        said = []
        if draft.last is not None:
            text = self.tr(
                "No. {revision} was entered on {moment}. What you seal now corrects it, as no. {next}; what you leave "
                "as it is stays."
            )
            moment = long_moment(draft.last.signed_at)
            said.append(text.format(revision=draft.last.revision, moment=moment, next=draft.revision))
        if draft.follows is not None:
            said.append(self._over(draft.follows))
        return said

    def _over(self, own: Received) -> str:
        text = self.tr(
            "The agency's own no. {revision} came on {moment}. What you seal now stands in its place until a newer "
            "one comes."
        )
        return text.format(revision=own.revision, moment=long_moment(own.received_at))

    def tell(self, text: str, tone: str = "warning") -> None:
        """Say above the form what became of something, or what is missing, until something else is said."""
        self._after = (text, tone)
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
            self._told = None
        if text:
            self._told = Strip(tone, text)
            self._strips.insertWidget(0, self._told)

    def _show_left(self, draft: Draft) -> None:
        owed = draft.round.owed(draft.agency)
        done = sum(is_answer(draft.answer(name).value) for name in owed)
        text = self.tr("{done} of {owed} indicators. Blank: {blanks}; errors: {errors}.")
        self._left.setText(text.format(done=done, owed=len(owed), blanks=len(draft.blanks), errors=len(draft.errors)))
        self.discard_button.setEnabled(draft.is_begun)
        self.discard_button.setToolTip("" if draft.is_begun else self.tr("Nothing was typed yet."))

    def ask(self, name: str, pending: Pending) -> None:
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

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self._current in self._rows:
            self._rows[self._current].commit()
        self.source.commit()

    def go_to(self, name: str) -> None:
        """Put the cursor into a field."""
        row = self._rows.get(name)
        if row is not None:
            row.field.edit.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(row, 0, theme.ROW))

    def _explain(self) -> None:
        if self._current in self._rows:
            self._rows[self._current].explain()

    def _measures(self, draft: Draft) -> tuple[object, ...]:
        return draft.agency, draft.round.digest, theme.text_size(), self._most_earlier(), self._stacks_rows()

    def _most_earlier(self) -> int:
        return next((count for least, count in _FITS if self.width() >= theme.px(least)), 1)

    def _stacks_rows(self) -> bool:
        return self.width() < theme.px(_LEAST_BESIDE)

    def _build(self, draft: Draft) -> None:
        clear(self._form)
        self._rows.clear()
        self._rates.clear()
        self._current = ""
        own = draft.round.figures_of(draft.agency)
        self._shown = comparison.columns(draft.round, draft.agency, own, self._most_earlier())
        self._form.addWidget(self._header(draft))
        for area in draft.round.areas_of(draft.agency):
            title = draft.round.catalogue.area(area).short.text(self._words.language)
            heading = label(f"{area}. {title}", role="strong", tone="accent")
            heading.setContentsMargins(theme.SPACE_12, theme.SPACE_12, 0, theme.SPACE_8)
            self._form.addWidget(heading)
            for table in tables_to_show(draft.round, draft.agency, area):
                if table.layout is Layout.PERIODS_DOWN:
                    self._form.addWidget(GroupRow(Row("", table.title, table.title_en, "", 0), self._words.language))
                for row in rows_to_show(table, set(own)):
                    self._add(row, draft)
        for name, (typed, pending) in self._unsettled.items():
            if name in self._rows:
                self._rows[name].ask_again(typed, pending)

    def _add(self, row: Row, draft: Draft) -> None:
        if not row.indicator:
            self._form.addWidget(GroupRow(row, self._words.language))
            return
        catalogue = draft.round.catalogue
        if row.indicator in catalogue.rates:
            rate = RateRow(row, catalogue, self._words, len(self._shown), stacked=self._stacks_rows())
            rate.leave_series_out()
            self._rates[row.indicator] = rate
            self._form.addWidget(rate)
            return
        indicator = catalogue.indicators[row.indicator]
        made = FormRow(row, row.number, indicator, self._words, len(self._shown), stacked=self._stacks_rows())
        made.leave_series_out()
        # no history is kept of what is entered here
        made.past.hide()
        made.typed.connect(self.typed)
        made.decided.connect(self.decided)
        made.explained.connect(self.explained)
        made.pasted.connect(self.pasted)
        made.taken_back.connect(lambda name: self._unsettled.pop(name, None))
        made.moved.connect(self._move)
        made.entered.connect(self._enter)
        self._rows[row.indicator] = made
        self._form.addWidget(made)

    def _header(self, draft: Draft) -> QWidget:
        header = QWidget()
        outer = rows(header, space=0)
        line = columns(space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_8)
        line.addWidget(label(self.tr("Figures"), role="strong"), 1, Qt.AlignmentFlag.AlignBottom)
        for one in self._shown:
            short, title = (text.text(self._words.language) for text in (one.past.short, one.past.title))
            line.addWidget(period_heading(short, EARLIER_WIDTH, title))
        now = period_heading(draft.round.short.text(self._words.language), FIELD_WIDTH)
        line.addWidget(now, 0, Qt.AlignmentFlag.AlignBottom)
        line.addSpacing(theme.px(TOOLS_WIDTH) + theme.SPACE_12)
        outer.addLayout(line)
        outer.addWidget(hairline())
        names = draft.round.figures_of(draft.agency)
        outer.addWidget(EarlierSigns(draft.round, self._shown, draft.agency, names, self._words))
        return header

    def _move(self, name: str, move: str) -> None:
        order: Sequence[str] = list(self._rows)
        target = order.index(name) + Move(move).step
        if 0 <= target < len(order):
            self.go_to(order[target])

    def _enter(self, name: str) -> None:
        if name not in self._rows:
            return
        if self._current in self._rows:
            self._rows[self._current].set_current(False)
        self._current = name
        self._rows[name].set_current(True)
        self._scroll.ensureWidgetVisible(self._rows[name], 0, theme.SPACE_20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, once the field that the cursor is in has nothing to take back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self.source.fit(self.width())
        if self._draft is not None and self._built and self._measures(self._draft) != self._built:
            self.commit()
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        draft, current = self._draft, self._current
        if draft is not None and self._measures(draft) != self._built:
            had_focus = current in self._rows and self.window().focusWidget() is self._rows[current].field.edit
            self.show_draft(draft)
            if had_focus:
                self.go_to(current)
