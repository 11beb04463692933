"""A row of the agency's form: what is asked, what was, the field, and what the rules say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from reformdesk.core import legacy_text, values
from reformdesk.core.answers import Answer
from reformdesk.core.catalogue import Indicator, Kind, Row
from reformdesk.core.checks import Finding
from reformdesk.core.corrections import Correction
from reformdesk.core.entry import EXPLANATION, VALUE
from reformdesk.core.legacy_text import Converted
from reformdesk.core.text import sentence
from reformdesk.core.values import Ambiguous, Rates, Status, Unreadable, Value, write_number
from reformdesk.ui import theme
from reformdesk.ui.dates import day
from reformdesk.ui.models.form import Request, field_text
from reformdesk.ui.pages.blocks_line import BlocksLine
from reformdesk.ui.pages.figure_row import FIELD_WIDTH, NUMBER_WIDTH, TOOLS_WIDTH, FigureRow
from reformdesk.ui.widgets.basics import SIGNS, Strip, button, clear, columns, label, restyle, rows
from reformdesk.ui.widgets.typing_line import TypingLine
from reformdesk.ui.widgets.value_field import ValueField
from reformdesk.words import Words

_BY_BLOCK = "by-block"
_STATUSES = (Status.BLANK, Status.NOT_DONE, Status.IN_PROGRESS, Status.NOT_APPLICABLE)


@dataclass(frozen=True)
class NotSaved:
    """What was typed could not be written: a full disk, a stick that was pulled."""


@dataclass(frozen=True)
class LeftOver:
    """What was being typed when the program stopped."""


Pending = Ambiguous | Unreadable | NotSaved | LeftOver
"""Why what was typed is not stored yet."""


class FormRow(FigureRow):
    """One indicator. Every signal begins with the indicator's id."""

    drafted = Signal(str, str, str)
    typed = Signal(str, str)
    decided = Signal(str, object)
    explained = Signal(str, str)
    moved = Signal(str, str)
    entered = Signal(str)
    pasted = Signal(str, str)
    copied = Signal()
    cleared = Signal()
    asked_past = Signal(str)
    taken_back = Signal(str)

    def __init__(
        self, row: Row, number: str, indicator: Indicator, words: Words, earlier: int, *, stacked: bool = False
    ) -> None:
        """Lay a row out, ``stacked`` with its name above its figures."""
        super().__init__(row, number, indicator, words, earlier, stacked=stacked)
        outer, line = self.outer, self.line
        line.addWidget(self._make_field(), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._make_tools())
        self._blocks = self._make_blocks() if indicator.blocks else None
        if self._blocks is not None:
            outer.addWidget(self._blocks)
        self._below = rows(space=theme.SPACE_4)
        self._below.setContentsMargins(theme.px(NUMBER_WIDTH), 0, theme.px(TOOLS_WIDTH) + theme.SPACE_12, 0)
        outer.addLayout(self._below)
        self._explanation: TypingLine | None = None
        self._answer = Answer(Status.BLANK)
        self._findings: tuple[Finding, ...] = ()
        self._wants_words = False
        self._keeps_words = False
        self._unsaved_words: str | None = None
        self._pending: Pending | None = None
        self._request: Request | None = None
        self._drawn: tuple[object, ...] = ()

    def _make_blocks(self) -> BlocksLine:
        blocks = BlocksLine(self.indicator, self._words.language)
        blocks.setContentsMargins(theme.px(NUMBER_WIDTH), 0, 0, 0)
        blocks.typed.connect(lambda text: self.typed.emit(self.indicator.id, text))
        blocks.hide()
        return blocks

    def _make_field(self) -> QWidget:
        kind = self.indicator.kind
        self.field = ValueField(mark=kind is Kind.MARK, text=kind in (Kind.TEXT, Kind.RATE_OR_BLOCKS))
        theme.hold(self.field, width=FIELD_WIDTH)
        self.field.name(self.indicator.name.text(self._words.language), self.indicator.unit.text(self._words.language))
        self.field.edit.setPlaceholderText(SIGNS["missing"] + " " + self.tr("not entered"))
        self.field.edit.setToolTip(self.indicator.unit.text(self._words.language))
        offers = [("held", self._words.answer("held")), ("not-held", self._words.answer("not-held")), ("", "")]
        statuses = [(status.value, self._words.answer(status.value)) for status in _STATUSES]
        by_block = [(_BY_BLOCK, self.tr("One rate for each block")), ("", "")] if self.indicator.blocks else []
        self.field.offer((offers if kind is Kind.MARK else by_block) + statuses)
        name = self.indicator.id
        self.field.drafted.connect(lambda text: self.drafted.emit(name, VALUE, text))
        self.field.taken_back.connect(self._take_back)
        self.field.committed.connect(lambda text: self.typed.emit(name, text))
        self.field.chosen.connect(self._choose)
        self.field.copied.connect(self.copied)
        self.field.cleared.connect(self.cleared)
        self.field.pasted.connect(lambda text: self.pasted.emit(name, text))
        self.field.moved.connect(lambda move: self.moved.emit(name, move))
        self.field.entered.connect(lambda: self.entered.emit(name))
        return self.field

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        theme.hold(tools, width=TOOLS_WIDTH)
        layout = columns(tools, space=theme.SPACE_4)
        self._sign = label(role="strong")
        theme.hold(self._sign, width=16)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sign)
        note = _tool("✎", self.tr("Add an explanation (F4)"))
        note.clicked.connect(self._open_explanation)
        past = self.past = _tool("⋯", self.tr("Earlier periods and changes (Ctrl+H)"))
        past.clicked.connect(lambda: self.asked_past.emit(self.indicator.id))
        layout.addWidget(note)
        layout.addWidget(past)
        self._belongings = label(role="small")
        layout.addWidget(self._belongings)
        layout.addStretch(1)
        return tools

    def show_belongings(self, *, detailed: bool, evidence: int) -> None:
        """Say that a figure is made up of units, and how many pieces of evidence stand beside it."""
        signs = (["Σ"] if detailed else []) + ([f"▤{evidence}"] if evidence else [])
        self._belongings.setText(" ".join(signs))
        told = [self.tr("by subordinate units")] if detailed else []
        told += [self.tr("evidence: {count}").format(count=evidence)] if evidence else []
        self._belongings.setToolTip(", ".join(told))
        self._belongings.setAccessibleName(", ".join(told))

    def show_answer(self, answer: Answer, findings: tuple[Finding, ...], request: Request | None = None) -> None:
        """Show what is stored; what is being typed or asked about stays as it is."""
        self._answer, self._findings, self._request = answer, findings, request
        if self._unsaved_words == answer.explanation:
            self._unsaved_words = None
        if self._pending is None and not self.field.is_busy:
            text = self._answer_text(answer.value)
            self.field.show_value(text, words=isinstance(answer.value, Status))
            if self._blocks is not None and isinstance(answer.value, Rates):
                self._blocks.show_rates(answer.value)
                self._blocks.show()
        self._redraw()

    def _answer_text(self, value: Value) -> str:
        if isinstance(value, Status):
            return "" if value is Status.BLANK else self._words.answer(value.value)
        return field_text(value, self.indicator).replace("\n", "; ")

    def ask(self, pending: Pending | None) -> None:
        """Show a question about what was typed, or why it cannot be read; ``None`` when settled."""
        self._pending = pending
        if isinstance(pending, NotSaved):
            self.field.hand_over_again()
        self._redraw()

    def ask_again(self, typed: str, pending: Pending) -> None:
        """Show what was left unsettled when the row was last on show."""
        self.field.show_refused(typed)
        self.ask(pending)

    def show_draft(self, part: str, text: str) -> None:
        """Show what was being typed when the program stopped."""
        if part == EXPLANATION:
            self._unsaved_words, self._wants_words = text, True
            self._drawn = ()
            self._redraw()
        elif not self.field.is_busy:
            self.field.show_refused(text)
            self.field.hand_over_again()
            self.ask(LeftOver())

    def _take_back(self) -> None:
        if isinstance(self._pending, LeftOver | NotSaved):
            self.ask(None)
        self.taken_back.emit(self.indicator.id)

    def explain(self) -> None:
        """Open the explanation and put the cursor there."""
        self._open_explanation()

    def set_current(self, current: bool) -> None:
        """Tint the row that the cursor is in."""
        restyle(self, current="true" if current else "false")

    def mark(self, marked: bool) -> None:
        """Mark the row as one of several that are copied or cleared together."""
        self.field.marked = marked
        restyle(self, marked="true" if marked else "false")

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.field.commit()
        if self._blocks is not None:
            self._blocks.commit()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return str(self.field.edit.text())

    def _choose(self, code: str) -> None:
        if code == _BY_BLOCK and self._blocks is not None:
            self._blocks.show()
            self._blocks.begin()
            return
        chosen: Value = values.Mark(code == "held") if code in ("held", "not-held") else Status(code)
        self.field.edit.setModified(False)
        self.decided.emit(self.indicator.id, chosen)

    def _open_explanation(self) -> None:
        self._wants_words = True
        self._redraw()
        if self._explanation is not None:
            self._explanation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _redraw(self) -> None:
        """Lay the sentences and the explanation out below the line."""
        edit = self._explanation
        here = edit is not None and edit.hasFocus()
        unsaved = edit is not None and (edit.is_composing or edit.text().strip() != self._answer.explanation)
        tone = self._tone()
        self.field.show_state(tone if tone in ("error", "warning") else "")
        restyle(self._sign, tone=tone)
        self._sign.setText(SIGNS.get(tone, ""))
        asked = (self._pending, self._findings, self._request)
        below = (*asked, self._answer.explanation, self._wants_words, self._keeps_words)
        if below == self._drawn or (here and unsaved):
            # whoever is typing there, or on the way there, is not disturbed
            return
        self._drawn = below
        clear(self._below)
        self._explanation = None
        if self._pending is not None:
            self._below.addWidget(self._question(self._pending))
        if self._request is not None:
            self._below.addWidget(self._request_strip(self._request))
        for finding in self._findings if self._pending is None else ():
            tone = "error" if finding.blocks else "" if self._answer.explanation else "warning"
            text = self._words.finding(finding)
            self._below.addWidget(Strip(tone, text) if tone else label(text, role="quiet", wrap=True))
        warned = any(not finding.blocks for finding in self._findings)
        if warned or self._answer.explanation or self._wants_words or self._request is not None:
            line = self._explanation_line()
            self._below.addWidget(line)
            for converted in legacy_text.notice(self._answer.explanation) if not self._keeps_words else ():
                self._below.addWidget(self._conversion(converted))
            if here:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._order_below()

    def _order_below(self) -> None:
        """Let Tab go from the field to what stands below it, and only then to the next row."""
        items = map(self._below.itemAt, range(self._below.count()))
        below = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        steps: list[QWidget] = []
        for one in below:
            steps += one.findChildren(QPushButton) or [one]
        last: QWidget = self.field.tick or self.field.edit
        for step in steps:
            if step.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(last, step)
                last = step

    def _tone(self) -> str:
        if self._pending is not None:
            return "warning" if isinstance(self._pending, Ambiguous | LeftOver) else "error"
        if any(finding.blocks for finding in self._findings) or (self._request and self._request.unreasoned):
            return "error"
        if (self._findings and not self._answer.explanation) or (self._request and not self._request.met):
            return "warning"
        return "good" if values.is_answer(self._answer.value) else ""

    def _request_strip(self, request: Request) -> Strip:
        """Show what Home Affairs asked at this field, or that a change nobody asked for wants a word."""
        if request.corrected is not None:
            return self._correction_strip(request.corrected, request)
        if request.asked is None:
            return Strip("error", self.tr("Home Affairs did not ask about this. Write why it changes."))
        parts = [self.tr("Home Affairs asks: {words}").format(words=sentence(request.asked.words) or "?")]
        least, most = (None if one is None else write_number(one) for one in (request.asked.least, request.asked.most))
        if least is not None and most is not None:
            parts.append(self.tr("Expected: {least} to {most}.").format(least=least, most=most))
        elif least is not None:
            parts.append(self.tr("Expected: at least {least}.").format(least=least))
        elif most is not None:
            parts.append(self.tr("Expected: at most {most}.").format(most=most))
        if request.until is not None:
            parts.append(self.tr("Answer by {day}.").format(day=day(request.until)))
        return Strip("good" if request.met else "warning", " ".join(parts))

    def _correction_strip(self, corrected: Correction, request: Request) -> Strip:
        """Say from what to what the agency corrects itself, and ask why."""
        before, after = (
            self._answer_text(value) or self._words.answer("blank") for value in (corrected.before, corrected.after)
        )
        if request.unreasoned and self._answer.explanation:
            text = self.tr(
                "Changed since no. {revision}: {before} → {after}. The words below stood there before; write why it "
                "changes now."
            )
        elif request.unreasoned:
            text = self.tr("Changed since no. {revision}: {before} → {after}. Write why.")
        else:
            text = self.tr("Corrected since no. {revision}: {before} → {after}.")
        return Strip(
            "error" if request.unreasoned else "good",
            text.format(revision=request.revision, before=before, after=after),
        )

    def _question(self, pending: Pending) -> Strip:
        if isinstance(pending, NotSaved):
            return Strip("error", self.tr("Not saved yet. It stays here until it is."))
        if isinstance(pending, LeftOver):
            text = self.tr("You were typing this when the program stopped. Enter keeps it, Esc takes it back.")
            return Strip("warning", text)
        if isinstance(pending, Unreadable):
            return Strip("error", self._words.unreadable(pending))
        one = len(pending.choices) == 1
        strip = Strip("warning", self.tr("Is this what you mean?") if one else self.tr("Which one do you mean?"))
        for choice in pending.choices:
            text = self._answer_text(choice) or self._words.answer("blank")
            strip.add(button(text, partial(self.decided.emit, self.indicator.id, choice)))
        return strip

    def _conversion(self, converted: Converted) -> Strip:
        """Offer what the explanation says in Unicode; it is stored as it came meanwhile."""
        text = self.tr("Typed for an old font ({font})? It would read: {text}")
        strip = Strip("warning", text.format(font=converted.encoding.value, text=converted.text))
        strip.add(button(self.tr("Convert"), partial(self.explained.emit, self.indicator.id, converted.text)))
        strip.add(button(self.tr("Keep as it is"), self._keep_words))
        return strip

    def _keep_words(self) -> None:
        self._keeps_words = True
        self._drawn = ()
        self._redraw()

    def _explanation_line(self) -> QLineEdit:
        self._explanation = TypingLine(self._answer.explanation if self._unsaved_words is None else self._unsaved_words)
        self._explanation.setPlaceholderText(self.tr("Explanation…"))
        self._explanation.setAccessibleName(
            self.tr("Explanation: {name}").format(name=self.indicator.name.text(self._words.language))
        )
        self._explanation.textEdited.connect(lambda text: self.drafted.emit(self.indicator.id, EXPLANATION, text))
        self._explanation.editingFinished.connect(self._hand_over_explanation)
        return self._explanation

    def _hand_over_explanation(self) -> None:
        edit = self._explanation
        if edit is not None and edit.text().strip() not in (self._answer.explanation, self._unsaved_words):
            self._unsaved_words = edit.text().strip()
            self.explained.emit(self.indicator.id, edit.text())


def _tool(sign: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName("rowTool")
    made.setText(sign)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made
