"""The agency's page of a round: where it stands and what to do next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from reformdesk.core.annexes import Letter
from reformdesk.core.filing import RECOVERED
from reformdesk.core.inbox import RECEIPT, OpenReturn
from reformdesk.core.text import sentence
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import day, long_moment, today
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.corrections_box import CorrectionsBox
from reformdesk.ui.widgets.basics import SIGNS, Strip, button, clear, columns, hairline, label, rows
from reformdesk.words import Words

_SHEET_WIDTH = 760


class RoundHomePage(QWidget):
    """Steps of the round with the next one marked, what was sent, what came back."""

    fill = Signal()
    check = Signal()
    finish = Signal()
    export_again = Signal(str)
    annex = Signal(str)
    open_file = Signal()
    jump = Signal(str)
    show_receipt = Signal(str, int)
    compare_office = Signal()
    turn = Signal()
    withdraw = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        outer = rows(self, space=0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll)
        ground = QWidget()
        ground.setObjectName("ground")
        around = columns(ground, margin=theme.SPACE_20, space=0)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sheet.setMaximumWidth(_SHEET_WIDTH)
        self._layout = self.sheet = rows(sheet, margin=theme.SPACE_20, space=theme.SPACE_8)
        around.addWidget(sheet, 1, Qt.AlignmentFlag.AlignTop)
        around.addStretch(0)
        scroll.setWidget(ground)

    def refresh(self, data: FormData) -> None:
        """Show where the round stands."""
        self.begin()
        self._show_notices(data)
        self._show_steps(data)
        if data.since is not None or data.requests:
            corrections = CorrectionsBox(self._words, data)
            corrections.jump.connect(self.jump)
            corrections.withdraw.connect(self.withdraw)
            self._layout.addWidget(corrections)
        self._layout.addSpacing(theme.SPACE_12)
        self._show_sent(data)
        self._layout.addSpacing(theme.SPACE_12)
        self._show_replies(data)
        self.show_turning(
            self.tr("Two officers, two machines"),
            self.tr("Does another machine of your agency finish, and this one only enter figures?"),
            self.tr("Data entry only…"),
        )

    def begin(self) -> None:
        """Empty the sheet."""
        clear(self._layout)

    def show_deadline(self, data: FormData) -> None:
        """Say above the steps how the round stands."""
        self._layout.addWidget(label(self._deadline_words(data), role="title"))
        self._layout.addSpacing(theme.SPACE_8)

    def show_turning(self, title: str, question: str, action: str) -> None:
        """Offer at the foot of the sheet to make this another kind of desk."""
        self._layout.addSpacing(theme.SPACE_12)
        self._layout.addWidget(label(title, role="strong"))
        self.turn_button = button(action, self.turn.emit, flat=True)
        line = columns(space=theme.SPACE_12)
        line.addWidget(label(question, role="quiet", wrap=True), 1)
        line.addWidget(self.turn_button)
        self._layout.addLayout(line)

    def _show_notices(self, data: FormData) -> None:
        """Say first what somebody waits for: a return to answer, a key to compare."""
        if data.asked is not None:
            self._layout.addWidget(self._return_strip(data, data.asked))
        if data.sent and data.sent[-1]["channel"] == RECOVERED:
            text = self.tr(
                "This desk was put back on {moment} as Home Affairs had accepted no. {revision}. What was typed after "
                "that must be typed again."
            )
            moment = long_moment(data.sent[-1]["received_at"])
            revision = data.sent[-1]["revision"]
            self._layout.addWidget(Strip("warning", text.format(moment=moment, revision=revision)))
        if data.office_key is not None:
            strip = Strip(
                "warning", self.tr("Home Affairs' matching code was not compared yet. It takes one telephone call.")
            )
            if data.office_key.ended_at is not None:
                text = self.tr(
                    "The matching codes differ: this round is not from Home Affairs. Enter nothing here, and ask Home "
                    "Affairs for the right file."
                )
                strip = Strip("error", text)
            strip.add(button(self.tr("Compare…"), self.compare_office.emit))
            self._layout.addWidget(strip)

    def _return_strip(self, data: FormData, asked: OpenReturn) -> Strip:
        returned = asked.returned
        parts = [self.tr("Home Affairs returned no. {revision}.").format(revision=asked.revision)]
        if returned.words:
            parts.append(sentence(returned.words))
        if returned.fields:
            parts.append(self.tr("Fields asked about: {count}.").format(count=len(returned.fields)))
        if returned.until is not None:
            parts.append(self.tr("Answer by {day}.").format(day=day(returned.until)))
        strip = Strip("returned", " ".join(parts))
        owed = data.round.owed(data.agency)
        first = next((name for name in owed if returned.field(name) is not None), "")
        if first:
            strip.add(button(self.tr("Go to the fields"), lambda: self.jump.emit(first)))
        return strip

    def _show_steps(self, data: FormData) -> None:
        state = data.readiness
        answered = state.owed - len(state.blanks)
        sent = bool(data.sent) and data.asked is None and not data.is_correcting
        newest = data.sent[-1]["digest"] if data.sent else ""
        received = sent and any(reply.type == RECEIPT and reply.submission == newest for reply in data.replies)
        steps = [
            (
                self.tr("Fill in"),
                self.tr("{done} of {owed} indicators").format(done=answered, owed=state.owed),
                answered == state.owed,
                button(self.tr("Fill in"), self.fill.emit),
            ),
            (
                self.tr("Check"),
                self.tr("Errors: {errors}. Please explain: {open}. Not entered: {blanks}.").format(
                    errors=len(state.errors), open=len(state.unexplained), blanks=len(state.blanks)
                ),
                not state.errors and not state.unexplained and not state.blanks,
                button(self.tr("Check"), self.check.emit),
            ),
            (
                self.tr("Finish and export"),
                self._export_words(data),
                sent,
                button(self.tr("Finish and export…"), self.finish.emit),
            ),
            (
                self.tr("Hand in"),
                self.tr("Send the file by e-mail or on a USB stick; then open Home Affairs' reply here."),
                received,
                button(self.tr("Open a file…"), self.open_file.emit),
            ),
        ]
        self.show_deadline(data)
        for number, (title, text, done, action) in enumerate(steps, 1):
            self._layout.addLayout(step_line(number, title, text, done, action))
            self._layout.addWidget(hairline())

    def _export_words(self, data: FormData) -> str:
        if data.is_correcting and data.since is not None:
            text = self.tr("Writes the correction, no. {next}, which replaces no. {revision}.")
            return text.format(next=data.since.revision + 1, revision=data.since.revision)
        return self.tr("Writes one small file for Home Affairs. Deadline {day}.").format(day=day(data.round.deadline))

    def _deadline_words(self, data: FormData) -> str:
        left = (data.round.deadline - today()).days
        if data.asked is not None:
            return self.tr("Answer Home Affairs' questions, then finish and export again")
        if data.is_correcting:
            return self.tr("A correction is under way; finish and export it")
        if data.sent:
            return self.tr("Submission no. {revision} has been written").format(revision=data.sent[-1]["revision"])
        if left < 0:
            return self.tr("The deadline was {day}").format(day=day(data.round.deadline))
        return self.tr("{days} days left until {day}").format(days=left, day=day(data.round.deadline))

    def _show_sent(self, data: FormData) -> None:
        self._layout.addWidget(label(self.tr("Submissions"), role="strong"))
        if not data.sent:
            self._layout.addWidget(label(self.tr("What you export will be listed here."), role="quiet"))
        if data.sent and data.sent[-1]["channel"] != RECOVERED:
            text = self.tr("Your matching code, to read to Home Affairs by telephone: {code}")
            self._show_code(text, data.sent[-1]["signer"])
        if data.head_key:
            self._show_code(self.tr("The head's matching code: {code}"), data.head_key)
        for one in data.sent:
            text = self.tr("No. {revision}, {moment}").format(
                revision=one["revision"], moment=long_moment(one["signed_at"])
            )
            again = button(self.tr("Save a copy…"), partial(self.export_again.emit, one["digest"]), flat=True)
            annex = button(self.tr("Annex…"), partial(self.annex.emit, one["digest"]), flat=True)
            letter = data.letters.get(one["revision"])
            detail = self._letter_words(letter) if letter is not None else str(one["name"])
            self._layout.addLayout(_line(text, detail, annex, again))

    def _letter_words(self, letter: Letter) -> str:
        """Say with which stamped letter a submission went."""
        number = letter.number or "…"
        if letter.dated is None:
            return self.tr("Letter {number}").format(number=number)
        return self.tr("Letter {number} of {day}").format(number=number, day=day(letter.dated))

    def _show_code(self, text: str, key: str) -> None:
        words = label(text.format(code=matching_code(key)), wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(words)

    def _show_replies(self, data: FormData) -> None:
        self._layout.addWidget(label(self.tr("Replies of Home Affairs"), role="strong"))
        if not data.replies:
            self._layout.addWidget(
                label(self.tr("Receipts and returns will be listed here once you open them."), role="quiet")
            )
        for reply in data.replies:
            if reply.type == RECEIPT:
                text = self.tr("Receipt: no. {revision} was received {moment}").format(
                    revision=reply.revision, moment=long_moment(reply.received_at)
                )
            else:
                text = self.tr("Returned: no. {revision}").format(revision=reply.revision)
            sign = SIGNS["good" if reply.type == RECEIPT else "returned"]
            tone = "good" if reply.type == RECEIPT else "error"
            line = columns()
            line.addWidget(label(sign, role="strong", tone=tone))
            line.addWidget(label(f"{text}. {sentence(reply.returned.words)}".rstrip(), wrap=True), 1)
            if reply.type == RECEIPT:
                show = partial(self.show_receipt.emit, reply.digest, reply.revision)
                line.addWidget(button(self.tr("Show…"), show, flat=True))
            self._layout.addLayout(line)


def step_line(number: int, title: str, text: str, done: bool, action: QPushButton | None) -> QVBoxLayout:
    """Return a numbered step with what is to be done, ticked where it is; some have a button."""
    outer = rows(space=0)
    line = columns(space=theme.SPACE_12)
    sign = label(SIGNS["good"] if done else str(number), role="large", tone="good" if done else "quiet")
    sign.setFixedWidth(34)
    line.addWidget(sign)
    words = rows(space=2)
    words.addWidget(label(title, role="strong"))
    words.addWidget(label(text, role="quiet", wrap=True))
    line.addLayout(words, 1)
    if action is not None:
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
    outer.addSpacing(theme.SPACE_4)
    outer.addLayout(line)
    outer.addSpacing(theme.SPACE_4)
    return outer


def _line(text: str, detail: str, *actions: QPushButton) -> QVBoxLayout:
    outer = rows(space=0)
    line = columns(space=theme.SPACE_12)
    line.addWidget(label(text))
    line.addWidget(label(detail, role="quiet"), 1)
    for action in actions:
        line.addWidget(action)
    outer.addLayout(line)
    return outer
