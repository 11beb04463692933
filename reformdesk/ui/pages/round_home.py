"""The agency's page of a round: where it stands and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reformdesk.core.annexes import Letter
from reformdesk.core.catalogue import Label
from reformdesk.core.filing import RECOVERED
from reformdesk.core.inbox import ENTERED, RECEIPT, OpenReturn, Reply
from reformdesk.core.text import sentence
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.closed_strip import closed_strip
from reformdesk.ui.pages.corrections_box import CorrectionsBox
from reformdesk.ui.pages.covered import covered
from reformdesk.ui.pages.due import due
from reformdesk.ui.widgets.basics import (
    ENTERED_SIGN,
    SIGNS,
    Strip,
    button,
    clear,
    columns,
    hairline,
    label,
    restyle,
    rows,
)
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.words import Words

_SHEET_WIDTH, _WIDE_SHEET = 840, 1560
_LEAST_BESIDE = 1300
"""Pixels at 100 % from which there is room for a second column."""
_STEPS_SHARE, _BESIDE_SHARE = 4, 3
_ABOVE = 240


@dataclass(frozen=True)
class Step:
    """A step of the round: what it is, how far it is, whether it is done, and the button that goes there."""

    title: str
    text: str
    done: bool
    action: QPushButton | None


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
    leads = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        outer = rows(self, space=0)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll)
        ground = self._ground = QWidget()
        ground.setObjectName("ground")
        around = columns(ground, margin=theme.SPACE_20, space=0)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheet = sheet
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, sheet)
        self._parts.setContentsMargins(*4 * (theme.SPACE_20,))
        self._layout = self.sheet = self._part(_STEPS_SHARE)
        self._beside = self._part(_BESIDE_SHARE)
        self._arrange()
        around.addWidget(sheet, 1, Qt.AlignmentFlag.AlignTop)
        around.addStretch(0)
        scroll.setWidget(ground)

    def _part(self, share: int) -> QVBoxLayout:
        part = QWidget()
        self._parts.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        return rows(part, space=theme.SPACE_8)

    def _arrange(self) -> None:
        """Put what was sent and came back beside the steps where there is room, else below them."""
        wide = self.width() >= theme.px(_LEAST_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if wide else down)
        self._parts.setSpacing(2 * theme.SPACE_20 if wide else theme.SPACE_20)
        theme.hold(self._sheet, most_width=_WIDE_SHEET if wide else _SHEET_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def refresh(self, data: FormData) -> None:
        """Show where the round stands; a cursor that was here goes to the next step."""
        # also while another window is in front
        focused = self.window().focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        for part in (self._layout, self._beside):
            clear(part)
        self.fill_sheet(data)
        if here:
            self.begin()

    def fill_sheet(self, data: FormData) -> None:
        """Say what a desk that finishes has to say."""
        self._show_notices(data)
        if self._layout.count():
            self._layout.addSpacing(theme.SPACE_4)
        self.show_steps(data, self._steps(data))
        if data.since is not None or data.requests:
            corrections = CorrectionsBox(self._words, data)
            corrections.jump.connect(self.jump)
            corrections.withdraw.connect(self.withdraw)
            self._beside.addWidget(corrections)
            self._beside.addSpacing(theme.SPACE_12)
        self._show_sent(data)
        self._beside.addSpacing(theme.SPACE_12)
        self._show_replies(data)
        self._beside.addSpacing(theme.SPACE_12)
        self.show_turning(
            self.tr("Two officers, two machines"),
            self.tr("Does another machine of your agency finish, and this one only enter figures?"),
            self.tr("Data entry only…"),
        )

    def show_turning(self, title: str, question: str, action: str) -> None:
        """Offer at the end of the page to make this another kind of desk."""
        self._beside.addWidget(label(title, role="strong"))
        self.turn_button = button(action, self.turn.emit, flat=True)
        line = columns(space=theme.SPACE_12)
        line.addWidget(label(question, role="quiet", wrap=True), 1)
        line.addWidget(self.turn_button)
        self._beside.addLayout(line)

    def begin(self) -> None:
        """Put the cursor on the next step."""
        for part in (self._layout, self._beside):
            for place in range(part.count()):
                # Qt shows what is new in a layout only later
                item = part.itemAt(place)
                if item is not None and (widget := item.widget()) is not None:
                    widget.show()
        buttons = [one for one in self.findChildren(QPushButton) if one.isVisibleTo(self)]
        first = next((one for one in buttons if one.property("primary")), next(iter(buttons), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            # once all has its place
            QTimer.singleShot(0, first, lambda: self._bring(first))

    def _bring(self, step: QWidget) -> None:
        """Scroll to a step only as far as must be, so that what is said above it is seen as well."""
        self._parts.activate()
        foot = step.mapTo(self._ground, step.rect().bottomLeft()).y() + theme.SPACE_12
        if foot <= self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self._scroll.ensureWidgetVisible(step, 0, theme.px(_ABOVE))

    def _show_notices(self, data: FormData) -> None:
        """Say first what somebody waits for: a return to answer, a key to compare."""
        if data.asked is not None:
            self._layout.addWidget(self._return_strip(data, data.asked))
        if data.closed is not None:
            self._layout.addWidget(closed_strip(data.closed, received=_is_received(data)))
        if data.round.note is not None and (data.anew is not None or not data.sent):
            self._layout.addWidget(self._issue_strip(data, data.round.note))
        if data.extended is not None:
            text = self.tr("Home Affairs gave you more time, until the end of {day}: {words}")
            words = text.format(day=day(data.deadline), words=sentence(data.extended.words))
            self._layout.addWidget(Strip("good", words))
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

    def _issue_strip(self, data: FormData, note: Label) -> Strip:
        """Say that the round was corrected, and what is asked anew of who has answered already."""
        parts = [
            self.tr("Home Affairs has corrected this round (issue {number}).").format(number=data.round.revision),
            sentence(note.text(self._words.language)),
        ]
        anew = data.anew
        wanted = anew.new | anew.asked_again if anew is not None else frozenset()
        if anew is not None and wanted:
            text = self.tr("New indicators: {new}; asked again: {again}. All else stands as you sent it.")
            parts.append(text.format(new=len(anew.new), again=len(anew.asked_again)))
        elif anew is not None:
            parts.append(self.tr("What you sent stands; there is nothing to do."))
        else:
            parts.append(self.tr("What you have typed stays."))
        strip = Strip("warning" if wanted else "good", " ".join(parts))
        first = next((name for name in data.round.owed(data.agency) if name in wanted), "")
        if first:
            strip.add(button(self.tr("Go to the fields"), lambda: self.jump.emit(first)))
        return strip

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

    def show_steps(self, data: FormData, steps: Sequence[Step]) -> None:
        """Show the way of a round; the first step that is not done is the next one, and its button the filled one."""
        self._layout.addWidget(label(self._headline(data), role="title", wrap=True))
        stands = due(data)
        self._layout.addWidget(label(stands.text, tone=stands.tone))
        self._layout.addWidget(label(covered(data.round.period), role="quiet", wrap=True))
        self._layout.addSpacing(theme.SPACE_8)
        current = next((place for place, step in enumerate(steps) if not step.done), len(steps))
        for place, step in enumerate(steps):
            if place:
                self._layout.addWidget(hairline())
            self._layout.addWidget(StepLine(place + 1, step, current=place == current))

    def _steps(self, data: FormData) -> list[Step]:
        state = data.readiness
        sent = data.is_handed_in
        newest = data.sent[-1] if data.sent else None
        received = _is_received(data)
        answered = self.tr("{done} of {owed} indicators").format(done=state.owed - len(state.blanks), owed=state.owed)
        open_ = self.tr("Errors: {errors}. Please explain: {open}. Not entered: {blanks}.").format(
            errors=len(state.errors) + len(state.unreasoned), open=len(state.unexplained), blanks=len(state.blanks)
        )
        in_order = not (state.errors or state.unexplained or state.unreasoned or state.unmet)
        file = self.tr("Writes one small sealed file for Home Affairs.")
        way = self.tr("Send the file by e-mail or on a USB stick.")
        reply = self.tr("Open the receipt or the return here when it comes.")
        digest = ""
        if data.is_correcting and data.since is not None:
            text = self.tr("Writes the correction, no. {next}, which replaces no. {revision}.")
            file = text.format(next=data.since.revision + 1, revision=data.since.revision)
        elif newest is not None and data.asked is not None:
            file = self.tr("Writes no. {next}, which answers the return.").format(next=newest["revision"] + 1)
        elif newest is not None:
            file = self.tr("No. {revision}, {moment}").format(
                revision=newest["revision"], moment=long_moment(newest["signed_at"])
            )
            way = self.tr("Send {file} by e-mail or on a USB stick.").format(file=newest["name"])
            digest = str(newest["digest"])
            if received:
                way = self.tr("{file} has reached Home Affairs.").format(file=newest["name"])
                reply = self.tr("The receipt for no. {revision} is here.").format(revision=newest["revision"])
        entered = sent or (not state.blanks and not state.unmet)
        copy = button(self.tr("Copy to a USB stick…"), lambda: self.export_again.emit(digest))
        copy.setEnabled(bool(digest))
        copy.setToolTip("" if digest else self.tr("Finish and export first."))
        return [
            Step(self.tr("Fill in"), answered, entered, button(self.tr("Fill in"), self.fill.emit)),
            Step(self.tr("Check"), open_, sent or (entered and in_order), button(self.tr("Check"), self.check.emit)),
            Step(self.tr("Finish and export"), file, sent, button(self.tr("Finish and export…"), self.finish.emit)),
            Step(self.tr("Hand in"), way, received, copy),
            Step(
                self.tr("Reply of Home Affairs"),
                reply,
                received,
                button(self.tr("Open a file…"), self.open_file.emit),
            ),
        ]

    def _headline(self, data: FormData) -> str:
        if data.asked is not None:
            return self.tr("Answer Home Affairs' questions, then finish and export again")
        if data.is_correcting:
            return self.tr("A correction is under way; finish and export it")
        if _is_received(data):
            return self.tr("Home Affairs has received no. {revision}").format(revision=data.sent[-1]["revision"])
        if data.sent:
            return self.tr("Submission no. {revision} has been written").format(revision=data.sent[-1]["revision"])
        return self.tr("Where this round stands")

    def _show_sent(self, data: FormData) -> None:
        self._beside.addWidget(label(self.tr("Submissions"), role="strong"))
        if not data.sent:
            self._beside.addWidget(label(self.tr("What you export will be listed here."), role="quiet"))
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
            self._beside.addWidget(_line(text, detail, annex, again))

    def _letter_words(self, letter: Letter) -> str:
        """Say with which stamped letter a submission went."""
        number = letter.number or "…"
        if letter.dated is None:
            return self.tr("Letter {number}").format(number=number)
        return self.tr("Letter {number} of {day}").format(number=number, day=day(letter.dated))

    def _show_code(self, text: str, key: str) -> None:
        words = label(text.format(code=matching_code(key)), wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._beside.addWidget(words)

    def _show_replies(self, data: FormData) -> None:
        self._beside.addWidget(label(self.tr("Replies of Home Affairs"), role="strong"))
        if not data.replies:
            self._beside.addWidget(
                label(self.tr("Receipts and returns will be listed here once you open them."), role="quiet")
            )
        for reply in _told_once(data.replies):
            if reply.state == ENTERED:
                self._beside.addLayout(self._entered_line(reply))
                continue
            if reply.type == RECEIPT:
                text = self.tr("Receipt: no. {revision} was received {moment}").format(
                    revision=reply.revision, moment=long_moment(reply.received_at)
                )
            elif reply.taken_back:
                text = self.tr("Return taken back: no. {revision}").format(revision=reply.revision)
            else:
                text = self.tr("Returned: no. {revision}").format(revision=reply.revision)
            sign = SIGNS["good" if reply.type == RECEIPT else "returned"]
            tone = "good" if reply.type == RECEIPT else "quiet" if reply.taken_back else "error"
            line = columns()
            line.addWidget(label(sign, role="strong", tone=tone))
            # what was asked by mistake is not asked here either
            words = "" if reply.taken_back else sentence(reply.returned.words)
            line.addWidget(label(f"{text}. {words}".rstrip(), wrap=True), 1)
            if reply.type == RECEIPT:
                show = partial(self.show_receipt.emit, reply.digest, reply.revision)
                line.addWidget(button(self.tr("Show…"), show, flat=True))
            self._beside.addLayout(line)

    def _entered_line(self, reply: Reply) -> QHBoxLayout:
        """Say what stands in the agency's name without a file of its own."""
        text = self.tr(
            "Home Affairs entered figures on your behalf on {moment}; they stand in your name. Hand in your own file "
            "if they are not right: it is then held beside them."
        ).format(moment=long_moment(reply.received_at))
        line = columns()
        line.addWidget(label(ENTERED_SIGN, role="strong", tone="warning"))
        line.addWidget(label(text, wrap=True), 1)
        return line


def _is_received(data: FormData) -> bool:
    """Whether a receipt for the newest submission came, and nothing is asked since."""
    newest = data.sent[-1]["digest"] if data.sent and data.asked is None and not data.is_correcting else None
    return newest is not None and any(one.type == RECEIPT and one.submission == newest for one in data.replies)


def _told_once(replies: Sequence[Reply]) -> list[Reply]:
    """Return replies without those that a later one repeats: a file of many replies may have every receipt again."""

    def told(one: Reply) -> tuple[object, ...]:
        when = one.received_at if one.type == RECEIPT else ""
        return one.type, one.submission, one.state == ENTERED, when, one.returned

    last: dict[tuple[object, ...], Reply] = {}
    for one in replies:
        last.pop(told(one), None)
        last[told(one)] = one
    return list(last.values())


class StepLine(QFrame):
    """A step with its number, or a tick once it is done; the current one is tinted and says so in words too."""

    def __init__(self, number: int, step: Step, *, current: bool) -> None:
        super().__init__()
        self.setProperty("strip", "accent" if current else "")
        line = columns(self, space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        tone = "good" if step.done else "accent" if current else "quiet"
        sign = label(SIGNS["good"] if step.done else str(number), role="large", tone=tone)
        theme.hold(sign, width=34)
        line.addWidget(sign)
        words = rows(space=2)
        next_step = self.tr("next step")
        title = f"{step.title} · {next_step}" if current else step.title
        words.addWidget(label(title, role="strong", tone="accent" if current else ""))
        words.addWidget(label(step.text, role="" if current else "quiet", wrap=True))
        line.addLayout(words, 1)
        if step.action is not None:
            restyle(step.action, primary=current)
            line.addWidget(step.action, 0, Qt.AlignmentFlag.AlignVCenter)


def _line(text: str, detail: str, *actions: QPushButton) -> FoldingLine:
    said = QWidget()
    line = columns(said, space=theme.SPACE_12)
    line.addWidget(label(text))
    line.addWidget(label(detail, role="quiet"), 1)
    return FoldingLine(said, *actions, space=theme.SPACE_12)
