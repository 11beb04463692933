"""A submission goes back: words on the whole, until when, and words at the fields that are asked about."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.text import nfc
from reformdesk.core.values import Ambiguous, Number, Unreadable, read
from reformdesk.ui import theme
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.review import ReviewData, value_of, value_text
from reformdesk.ui.phrasing import Phrasing
from reformdesk.ui.widgets.basics import button, columns, label, labelled, restyle, rows, with_sign
from reformdesk.words import Words

WORKING_DAYS = 3
"""How long an agency has for its answer where the round's own deadline is over."""
MOST_LETTERS = 4000
"""How long words may be (``reply.schema.json``)."""
_MOST_PLACES = 10
_WIDTH, _HEIGHT, _MARGIN = 1000, 680, 48
_WORDS_HEIGHT, _NUMBER_WIDTH, _VALUE_WIDTH, _BOUND_WIDTH = 76, 32, 170, 96
_WITH_RANGE = (Kind.COUNT, Kind.DECIMAL, Kind.PERCENT)


def proposed_day(deadline: date, day: date) -> date:
    """Return until when an answer is asked for on ``day``: the round's deadline, else three working days on.

    Saturdays and Sundays do not count; holidays are not known here and are the officer's to skip.
    """
    if deadline >= day:
        return deadline
    left = WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


class ReturnDialog(QuestionDialog):
    """Why a submission is returned, and which fields are asked about; :meth:`returned` has the answer."""

    GUIDE = "returning"
    FITS = False

    def __init__(self, parent: QWidget, data: ReviewData, words: Words) -> None:
        agency = data.round.by_id[data.received.agency].text(words.language)
        super().__init__(parent, self.tr("Return to {agency}").format(agency=agency), self.tr("Return"))
        self.phrasing = Phrasing(self, data.phrases)
        self._rates = data.round.catalogue.rates
        text = self.tr("It stays here, but counts no more until the agency sends its next number. Say what to do:")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.content.addLayout(self._make_top(proposed_day(data.round.deadline, today())))
        self._count = label(role="strong")
        self.content.addWidget(self._count)
        self.fields = [AskedField(data, name, words, self.phrasing) for name in _in_order(data)]
        self.content.addWidget(self._make_list(), 1)
        self.content.addLayout(self._make_buttons())
        for field in self.fields:
            field.tick.setChecked(field.wants_explanation)
        self._go_to(self.fields[0] if self.fields else None)
        self._enable()
        self._fit(parent)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def returned(self) -> Return:
        """Return what the officer says; fields in printed order of the list on show."""
        fields = tuple(field.asked() for field in self.fields if field.is_asked)
        until = None if self.no_day.isChecked() else _date(self.until.date())
        return Return(nfc(self.words.toPlainText()).strip(), until, fields)

    def ask(self, indicator: str) -> None:
        """Ask about a field, with the cursor in its words; of a computed rate, about its numerator."""
        rate = self._rates.get(indicator)
        asked = rate.numerator if rate is not None else indicator
        field = next(one for one in self.fields if one.indicator.id == asked)
        field.tick.setChecked(True)
        self._go_to(field)
        field.words.setFocus(Qt.FocusReason.OtherFocusReason)
        # once the list knows how high its rows are
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(field))

    def _make_top(self, proposed: date) -> QGridLayout:
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        theme.hold(self.words, height=_WORDS_HEIGHT)
        self.words.textChanged.connect(self._enable)
        self.until = QDateEdit(QDate(proposed.year, proposed.month, proposed.day))
        self.until.setDisplayFormat("dd/MM/yyyy")
        self.until.setCalendarPopup(True)
        self.until.setMinimumDate(QDate(today().year, today().month, today().day))
        self.no_day = QCheckBox(self.tr("No date"))
        self.no_day.toggled.connect(self.until.setDisabled)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_20)
        name = self.tr("Words to the agency")
        self.words.setAccessibleName(name)
        line = columns(space=theme.SPACE_4)
        line.addWidget(label(name), 1)
        line.addWidget(self.phrasing.attach(self.words, name, in_words=True))
        written = rows(space=theme.SPACE_4)
        written.addLayout(line)
        written.addWidget(self.words)
        written.addStretch(1)
        grid.addLayout(written, 0, 0)
        day = labelled(self.tr("Answer by"), self.until)
        day.addSpacing(theme.SPACE_4)
        day.addWidget(self.no_day)
        day.addStretch(1)
        grid.addLayout(day, 0, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _make_list(self) -> QScrollArea:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        layout = rows(sheet, space=0)
        for field in self.fields:
            layout.addWidget(field)
            field.changed.connect(self._enable)
            field.entered.connect(lambda field=field: self._go_to(field))
            field.moved.connect(lambda step, field=field: self._move(field, step))
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        self._current: AskedField | None = None
        return self._scroll

    def _make_buttons(self) -> QGridLayout:
        """Lay out the buttons, with what is still to be done, or how to go about it, before them."""
        self.hint = label(role="small", wrap=True)
        line = columns()
        line.addWidget(button(self.tr("Cancel"), self.reject))
        line.addWidget(self.go)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_20)
        grid.addWidget(self.hint, 0, 0)
        grid.addLayout(line, 0, 1)
        grid.setColumnStretch(0, 1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.go.click)
        return grid

    def _fit(self, parent: QWidget) -> None:
        """Take the room there is, and never more than the window below."""
        room = parent.window().size()
        self.resize(min(theme.px(_WIDTH), room.width() - _MARGIN), min(theme.px(_HEIGHT), room.height() - _MARGIN))

    def _go_to(self, field: AskedField | None) -> None:
        """Let Tab reach the row that one is in, beside those that are asked about."""
        before, self._current = self._current, field
        if before is not None and before is not field:
            before.set_current(False)
        if field is not None:
            field.set_current(True)

    def _move(self, field: AskedField, step: int) -> None:
        place = self.fields.index(field) + step
        if 0 <= place < len(self.fields):
            self.fields[place].tick.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.fields[place])

    def _enable(self) -> None:
        problem = self._to_do()
        count = sum(field.is_asked for field in self.fields)
        self._count.setText(self.tr("Fields to ask about: {count}").format(count=count))
        self.go.setEnabled(not problem)
        self.go.setToolTip(problem)
        self.hint.setText(
            problem
            or self.tr(
                "↑ ↓ from row to row · Space: ask about it · Tab: its words · Ctrl+Space: phrases · Ctrl+Enter: return"
            )
        )

    def _to_do(self) -> str:
        """Return what is still to be done before it can go back; empty for nothing."""
        if len(self.words.toPlainText()) > MOST_LETTERS:
            return self.tr("The words to the agency are too long: at most {most} characters.").format(most=MOST_LETTERS)
        asked = [field for field in self.fields if field.is_asked]
        if not asked and not self.words.toPlainText().strip():
            return self.tr("A return must say why: write it above, or tick a field to ask about.")
        return next((f"“{field.title}”: {problem}" for field in asked if (problem := field.problem())), "")


def _in_order(data: ReviewData) -> list[str]:
    """Return the indicators with a finding first, each part in printed order."""
    found = {one.indicator for one in data.findings}
    return sorted(data.round.owed(data.received.agency), key=lambda name: name not in found)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class AskedField(QFrame):
    """An indicator with its value; ticked, also with words and what is expected. ``moved`` gives +1 or -1 row."""

    changed = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, data: ReviewData, name: str, words: Words, phrasing: Phrasing) -> None:
        super().__init__()
        self.indicator: Indicator = data.round.catalogue.indicators[name]
        self.title = self.indicator.name.text(words.language)
        self._words = words
        self._phrasing = phrasing
        self._findings = " ".join(words.finding(one) for one in data.findings_on(name))
        self._explanation = data.content.explanations.get(name, "")
        self.setObjectName("formRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = columns(self, space=theme.SPACE_8)
        outer.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        self.tick = QCheckBox()
        self.tick.setAccessibleName(self.tr("Ask about this: {name}").format(name=self.title))
        self.tick.toggled.connect(self._turn)
        outer.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        beside = rows(space=theme.SPACE_4)
        number = data.round.catalogue.printed_number(name)
        beside.addLayout(self._make_line(number, value_text(value_of(data.content, name), self.indicator, words)))
        self.question = self._make_question()
        self.question.hide()
        beside.addWidget(self.question)
        outer.addLayout(beside, 1)
        for widget in (self.tick, self.words, self.least, self.most):
            widget.installEventFilter(self)
        self.set_current(False)

    @property
    def wants_explanation(self) -> bool:
        """Whether a finding stands here that the agency said nothing about."""
        return bool(self._findings) and not self._explanation

    @property
    def is_asked(self) -> bool:
        """Whether this is asked about."""
        return self.tick.isChecked()

    def asked(self) -> FieldReturn:
        """Return what is asked; only where :meth:`problem` finds nothing."""
        least, most = (self._bound(edit) for edit in (self.least, self.most))
        return FieldReturn(
            self.indicator.id,
            nfc(self.words.text()).strip(),
            least if isinstance(least, Decimal) else None,
            most if isinstance(most, Decimal) else None,
        )

    def problem(self) -> str:
        """Return what is still to be mended here; empty for nothing."""
        says = any(edit.text().strip() for edit in (self.words, self.least, self.most))
        return self._range_problem() or ("" if says else self.tr("Write what you ask."))

    def set_current(self, current: bool) -> None:
        """Tint the row that one is in, and let Tab reach it; it reaches what is asked about in any case."""
        restyle(self, current="true" if current else "false")
        self._is_current = current
        self._let_tab_in()

    def _let_tab_in(self) -> None:
        reached = self._is_current or self.is_asked
        self.tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def _make_line(self, number: str, value: str) -> QHBoxLayout:
        line = columns(space=theme.SPACE_8)
        shown = label(number, role="quiet")
        theme.hold(shown, width=_NUMBER_WIDTH)
        line.addWidget(shown)
        names = rows(space=2)
        names.addWidget(label(self.title, wrap=True))
        if self._findings:
            tone = "warning" if self.wants_explanation else "quiet"
            names.addWidget(label(with_sign(tone, self._findings), role="small", tone=tone, wrap=True))
        if self._explanation:
            explained = self.tr("Explanation: {words}").format(words=self._explanation)
            names.addWidget(label(explained, role="small", wrap=True))
        line.addLayout(names, 1)
        shown = label(value, role="strong", wrap=True)
        theme.hold(shown, width=_VALUE_WIDTH)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(shown)
        return line

    def _make_question(self) -> QWidget:
        question = QWidget()
        below = rows(question, space=theme.SPACE_4)
        line = columns(space=theme.SPACE_8)
        self.words = QLineEdit()
        self.words.setMaxLength(MOST_LETTERS)
        self.words.setPlaceholderText(self.tr("What should the agency look at?"))
        self.words.setAccessibleName(self.tr("Words at: {name}").format(name=self.title))
        self.words.textChanged.connect(self.changed)
        line.addWidget(self.words, 1)
        line.addWidget(self._phrasing.attach(self.words, self.title))
        self.least, self.most = QLineEdit(), QLineEdit()
        self.least.setAccessibleName(self.tr("Expected at least: {name}").format(name=self.title))
        self.most.setAccessibleName(self.tr("Expected at most: {name}").format(name=self.title))
        names = (label(self.tr("expected from"), role="quiet"), label(self.tr("to"), role="quiet"))
        for name, edit in zip(names, (self.least, self.most), strict=True):
            theme.hold(edit, width=_BOUND_WIDTH)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            edit.textChanged.connect(self._range_typed)
            line.addWidget(name)
            line.addWidget(edit)
            for piece in (name, edit):
                piece.setVisible(self.indicator.kind in _WITH_RANGE)
        below.addLayout(line)
        self.mark = label(role="small", tone="error", wrap=True)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.mark.hide()
        below.addWidget(self.mark)
        return question

    def _turn(self, asked: bool) -> None:
        """Show or hide what belongs to a field that is asked about; a finding proposes the words."""
        self.question.setVisible(asked)
        if asked and not self.words.text():
            self.words.setText(self._findings)
            self.words.setCursorPosition(0)
        self._let_tab_in()
        self.changed.emit()

    def _bound(self, edit: QLineEdit) -> Decimal | Unreadable | None:
        """Read a bound as a value of the indicator is read; ``None`` where nothing was typed."""
        if not edit.text().strip():
            return None
        reading = read(edit.text(), self.indicator)
        match reading:
            case Number(amount):
                exponent = amount.as_tuple().exponent
                too_fine = isinstance(exponent, int) and -exponent > _MOST_PLACES
                return Unreadable("too-long") if too_fine else amount
            case Ambiguous(choices):
                texts = " / ".join(value_text(choice, self.indicator, self._words) for choice in choices)
                return Unreadable("ambiguous", (("choices", texts),))
            case Unreadable():
                return reading
            case _:
                return Unreadable("not-a-number")

    def _range_problem(self) -> str:
        least, most = (self._bound(edit) for edit in (self.least, self.most))
        unreadable = next((one for one in (least, most) if isinstance(one, Unreadable)), None)
        if unreadable is not None:
            return self._words.unreadable(unreadable)
        if isinstance(least, Decimal) and isinstance(most, Decimal) and least > most:
            return self.tr("The first figure is larger than the second.")
        return ""

    def _range_typed(self) -> None:
        """Take a mark away as soon as it is mended; a new one waits until the field is left."""
        if self.mark.isVisibleTo(self):
            self._mark_range()
        self.changed.emit()

    def _mark_range(self) -> None:
        """Frame the bounds that cannot be read, or both where they do not go together."""
        problem = self._range_problem()
        bounds = [(edit, self._bound(edit)) for edit in (self.least, self.most)]
        unreadable = [edit for edit, bound in bounds if isinstance(bound, Unreadable)]
        for edit, _ in bounds:
            wrong = bool(problem) and edit in (unreadable or [self.least, self.most])
            restyle(edit, state="error" if wrong else "")
        self.mark.setText(problem)
        self.mark.setVisible(bool(problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter go from row to row, as in the form; what was typed as a bound is read when it is left."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() is QEvent.Type.FocusOut and watched in (self.least, self.most):
            self._mark_range()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.moved.emit(-1 if back else 1)
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the name ticks as well."""
        if self.question.isHidden() or event.position().y() < self.question.y():
            self.tick.toggle()
            self.tick.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)
