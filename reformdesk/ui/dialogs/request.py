"""A request to correct what was reported in an earlier period: the figure reported, the right one, why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.requests import LONGEST_REASON, Request, Verdict
from reformdesk.core.rounds import EarlierRound
from reformdesk.core.values import Ambiguous, Status, Unreadable, Value
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.form import field_text, told
from reformdesk.ui.widgets.basics import Strip, button, fit, label, labelled
from reformdesk.words import Words

_WIDTH, _REASON_HEIGHT = 560, 84


class RequestDialog(QuestionDialog):
    """Asks for the right figure and the reason; :meth:`request` is what was written once it is accepted."""

    GUIDE = "correction"

    def __init__(
        self, parent: QWidget, words: Words, indicator: Indicator, past: EarlierRound, reported: Value
    ) -> None:
        super().__init__(
            parent, self.tr("Request a correction of an earlier figure"), self.tr("Save the request"), _WIDTH
        )
        self._words = words
        self._indicator = indicator
        self._past = past
        self._reported = reported
        self._right: Value | None = None
        self._choices: Strip | None = None
        self._show_facts()
        self.figure = QLineEdit()
        self.figure.setAccessibleName(self.tr("Right figure"))
        self.content.addLayout(labelled(self.tr("Right figure"), self.figure))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON_HEIGHT)
        self.reason.setPlaceholderText(self.tr("One sentence that names the source, such as the register of May"))
        self.content.addLayout(labelled(self.tr("Reason"), self.reason))
        text = self.tr(
            "The earlier figure stays as it is. The request goes out with your next submission, and Home Affairs "
            "decides; both figures are kept."
        )
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.add_buttons()
        self.figure.textEdited.connect(self._typed)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self.figure.setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self)

    def request(self) -> Request:
        """Return what was written."""
        right = Status.BLANK if self._right is None else self._right
        reason = self.reason.toPlainText().strip()
        return Request(self._past.id, self._indicator.id, self._reported, right, reason)

    def accept(self) -> None:
        """Close only with a figure that can be read; ask where it can be read in two ways."""
        if not self.go.isEnabled():
            return
        reading = self._right or self._read()
        if isinstance(reading, Unreadable):
            self.show_problem(self._words.unreadable(reading))
        elif isinstance(reading, Ambiguous):
            self._ask(reading)
        else:
            self._right = reading
            super().accept()

    def _read(self) -> Value | Ambiguous | Unreadable:
        text = self.figure.text()
        return self._words.status_named(text) or values.read(text, self._indicator)

    def _ask(self, reading: Ambiguous) -> None:
        self._forget_choices()
        strip = self._choices = Strip("warning", self.tr("Which one do you mean?"))
        for choice in reading.choices:
            strip.add(button(field_text(choice, self._indicator), partial(self._choose, choice)))
        self.content.insertWidget(self.content.count() - 1, strip)
        fit(self)

    def _choose(self, choice: Value) -> None:
        self._right = choice
        self.accept()

    def _forget_choices(self) -> None:
        if self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
            self._choices = None

    def _typed(self) -> None:
        self._right = None
        self._forget_choices()
        self._enable()

    def _show_facts(self) -> None:
        language = self._words.language
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_20)
        grid.setVerticalSpacing(theme.SPACE_4)
        grid.setColumnStretch(1, 1)
        unit = self._indicator.unit.text(language)
        facts = (
            (self.tr("Indicator"), f"{self._indicator.name.text(language)} ({unit})"),
            (self.tr("Period"), self._past.title.text(language)),
            (self.tr("Reported"), told(self._reported, self._indicator, self._words)),
        )
        for place, (name, value) in enumerate(facts):
            grid.addWidget(label(name, role="quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, role="strong", wrap=True), place, 1)
        self.content.addLayout(grid)

    def _enable(self) -> None:
        reason = self.reason.toPlainText().strip()
        ready = bool(self.figure.text().strip()) and 0 < len(reason) <= LONGEST_REASON
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Write the right figure and the reason first."))


class VerdictDialog(QuestionDialog):
    """Home Affairs' words on a request; to decline needs some."""

    GUIDE = "correction"

    def __init__(self, parent: QWidget, verdict: Verdict, what: str) -> None:
        agreed = verdict is Verdict.AGREED
        title = self.tr("Agree to the request") if agreed else self.tr("Decline the request")
        super().__init__(parent, title, self.tr("Agree") if agreed else self.tr("Decline"), _WIDTH)
        self.verdict = verdict
        self._needs_words = not agreed
        self.content.addWidget(label(what, role="strong", wrap=True))
        text = self.tr("Your words go back with the next reply. The earlier figure stays, and both are kept.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_REASON_HEIGHT)
        self.content.addLayout(labelled(self.tr("Words for the agency"), self.words))
        self.add_buttons()
        self.words.textChanged.connect(self._enable)
        self._enable()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self)

    def _enable(self) -> None:
        words = self.words.toPlainText().strip()
        self.go.setEnabled(len(words) <= LONGEST_REASON and (bool(words) or not self._needs_words))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write why first."))
