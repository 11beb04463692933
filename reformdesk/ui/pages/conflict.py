"""What waits for a decision: why, both sides field by field, and below each choice what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from reformdesk.conflict_sentences import ADVICE
from reformdesk.core.conflicts import Choice, Step
from reformdesk.core.standing import Reason
from reformdesk.core.text import sentence
from reformdesk.ui import theme
from reformdesk.ui.models.conflict import ConflictData, effect_words, step_words, submission_words
from reformdesk.ui.models.decided import decision_words, hands_words, reason_words
from reformdesk.ui.pages.compare_sides import SidesView
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, hairline, label, labelled, rows
from reformdesk.ui.widgets.snug_scroll import SnugScroll
from reformdesk.words import Words

_SIDES_SHARE, _CHOICES_SHARE = 3, 2


class ChoiceRow(QWidget):
    """A choice that wraps, with what it does below it."""

    def __init__(self, text: str, effects: list[str]) -> None:
        super().__init__()
        line = columns(self, space=theme.SPACE_8)
        self.radio = QRadioButton()
        self.radio.setObjectName("bare")
        self.radio.setAccessibleName(text)
        self.radio.setAccessibleDescription(" ".join(effects))
        line.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        words = rows(space=2)
        for shown in (label(text, role="strong", wrap=True), *(label(one, role="small", wrap=True) for one in effects)):
            # wrapped as narrow as the panel is, which a label by itself does not grant
            shown.setMinimumWidth(1)
            words.addWidget(shown)
        line.addLayout(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by its words as well."""
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.setChecked(True)
        event.accept()


class ConflictPage(QWidget):
    """``decided`` gives what was chosen, of which subject, and why; ``compare`` a digest and the key whose code is
    to be compared; ``opened`` an agency and a digest to look at.
    """

    back = Signal()
    decided = Signal(str, str, str)
    compare = Signal(str, str)
    opened = Signal(str, str)
    leads = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._data: ConflictData | None = None
        self.choices: list[tuple[Choice, ChoiceRow]] = []
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        layout.addLayout(self._head())
        self._strips = rows(space=theme.SPACE_4)
        layout.addLayout(self._strips)
        body = columns(space=theme.SPACE_20)
        self.sides = SidesView(words, choosing=False)
        body.addWidget(self.sides, _SIDES_SHARE)
        body.addWidget(self._panel(), _CHOICES_SHARE)
        layout.addLayout(body, 1)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.back)

    def _head(self) -> QHBoxLayout:
        line = columns(space=theme.SPACE_12)
        line.addWidget(button(self.tr("‹ Back"), self.back.emit))
        self.title = label(role="title", wrap=True)
        line.addWidget(self.title, 1)
        self.open_button = button(self.tr("Show the submission"), self._open)
        line.addWidget(self.open_button)
        return line

    def _panel(self) -> QWidget:
        panel = QWidget()
        layout = rows(panel, space=theme.SPACE_20)
        inner = QWidget()
        inner.setObjectName("ground")
        self._list = rows(inner, space=theme.SPACE_12)
        layout.addWidget(SnugScroll(inner))
        self._foot = QWidget()
        foot = rows(self._foot, space=theme.SPACE_8)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("whom you asked"))
        self.reason.textChanged.connect(self._enable)
        self.reason.returnPressed.connect(self._decide)
        foot.addLayout(labelled(self.tr("Why"), self.reason))
        self.decide_button = button(self.tr("Decide (Ctrl+Enter)"), self._decide, primary=True)
        line = columns()
        line.addStretch(1)
        line.addWidget(self.decide_button)
        foot.addLayout(line)
        layout.addWidget(self._foot)
        layout.addStretch(1)
        return panel

    def show_conflict(self, data: ConflictData) -> None:
        """Show what is to be decided; nothing is chosen beforehand."""
        self._data = data
        self._say_what(data)
        self.sides.setVisible(data.review is not None)
        if data.review is not None:
            self.sides.show_sides(data.review)
        clear(self._list)
        self.choices = []
        self._list_decided(data)
        self._list_choices(data)
        self.reason.clear()
        self._foot.setVisible(bool(self.choices))
        self._enable()
        self.take_focus()

    def take_focus(self) -> None:
        """Begin at the first choice, without choosing it; where there is none, at the fields."""
        if self.choices:
            self.choices[0][1].radio.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.sides.isVisibleTo(self):
            self.sides.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_what(self, data: ConflictData) -> None:
        clear(self._strips)
        conflict, words = data.conflict, self._words
        agency = data.round.by_id.get(conflict.place.agency)
        name = agency.text(words.language) if agency is not None else data.round.title.text(words.language)
        if conflict.received is None:
            self.title.setText(name)
            text = f"{sentence(words.reason('contested'))} {words.of(ADVICE, 'advice', 'contested')}"
            self._strips.addWidget(Strip("warning", text))
        else:
            number = submission_words(conflict.received, data.letters, words)
            self.title.setText(f"{name} · {number[:1].lower()}{number[1:]}")
            for reason in conflict.reasons:
                text = f"{sentence(words.reason(reason))} {words.of(ADVICE, 'advice', reason)}"
                self._strips.addWidget(Strip("warning", text))
        if conflict.closed and Reason.ROUND_CLOSED not in conflict.reasons:
            self._strips.addWidget(Strip("warning", words.of(ADVICE, "advice", Reason.ROUND_CLOSED)))
        self.open_button.setVisible(conflict.received is not None)

    def _list_decided(self, data: ConflictData) -> None:
        if not data.conflict.decided:
            return
        self._list.addWidget(label(self.tr("Decided so far"), role="strong"))
        for line in data.conflict.decided:
            text = sentence(decision_words(line.decision, data.named, self._words))
            hands = "; ".join(hands_words(line, self._words))
            why = reason_words(line.decision)
            shown = label(" ".join(filter(None, [f"{hands}: {text}", why])), role="small", wrap=True)
            shown.setMinimumWidth(1)
            self._list.addWidget(shown)
        self._list.addWidget(hairline())

    def _list_choices(self, data: ConflictData) -> None:
        if not data.conflict.choices:
            text = self.tr("There is nothing to choose here: do what stands above.")
            self._list.addWidget(label(text, role="quiet", wrap=True))
            return
        head = label(self.tr("What you can decide, and what it does"), role="strong", wrap=True)
        head.setMinimumWidth(1)
        self._list.addWidget(head)
        group = QButtonGroup(self._foot)
        for choice in data.conflict.choices:
            effects = effect_words(choice.effect, data.round, self._words, data.letters)
            row = ChoiceRow(step_words(choice, data, self._words), effects)
            group.addButton(row.radio)
            row.radio.toggled.connect(self._enable)
            self.choices.append((choice, row))
            self._list.addWidget(row)

    def _chosen(self) -> Choice | None:
        return next((choice for choice, row in self.choices if row.radio.isChecked()), None)

    def _enable(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.step is Step.COMPARE:
            why = ""
        elif chosen is None:
            why = self.tr("Choose first.")
        else:
            why = "" if self.reason.text().strip() else self.tr("Write why first.")
        self.decide_button.setEnabled(not why)
        self.decide_button.setToolTip(why)

    def _decide(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._data is None or not self.decide_button.isEnabled():
            return
        if chosen.step is Step.COMPARE:
            self.compare.emit(self._data.conflict.place.digest, chosen.subject)
        else:
            self.decided.emit(chosen.step.value, chosen.subject, self.reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter decides, from wherever one is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._decide()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._data is not None and self._data.conflict.received is not None:
            self.opened.emit(self._data.conflict.place.agency, self._data.conflict.place.digest)
