"""On the round's page: what the next submission would correct, and what is asked for in earlier periods."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reformdesk.core.corrections import Correction
from reformdesk.core.request_states import RequestState
from reformdesk.core.requests import Verdict
from reformdesk.core.submission import SinceLast
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData, told
from reformdesk.ui.widgets.basics import SIGNS, Strip, button, columns, label, rows
from reformdesk.words import Words

_MOST = 12
_SIGN_WIDTH = 16


class CorrectionsBox(QWidget):
    """``jump`` names the indicator to go to, ``withdraw`` gives the request that is taken back."""

    jump = Signal(str)
    withdraw = Signal(object)

    def __init__(self, words: Words, data: FormData) -> None:
        super().__init__()
        self._words = words
        self._data = data
        self._layout = rows(self)
        if data.since is not None:
            self._show_since(data.since)
        if data.requests:
            self._layout.addSpacing(theme.SPACE_12)
            self._layout.addWidget(label(self.tr("Requests on earlier figures"), role="strong"))
        for state in data.requests:
            self._layout.addLayout(self._request_line(state))

    def _show_since(self, since: SinceLast) -> None:
        if since.nothing:
            text = self.tr("Nothing has changed since no. {revision}; there is nothing new to export.")
            self._layout.addWidget(label(text.format(revision=since.revision), role="quiet", wrap=True))
            return
        self._layout.addWidget(self._summary(since))
        for one in since.corrections[:_MOST]:
            self._layout.addLayout(self._correction_line(one))
        more = len(since.corrections) - _MOST
        if more > 0:
            self._layout.addWidget(label(self.tr("and {count} more").format(count=more), role="quiet"))

    def _summary(self, since: SinceLast) -> Strip:
        """Say what the next submission would be: a correction, or the answer to a return."""
        lacking = len(self._data.readiness.unreasoned)
        if self._data.asked is None:
            text = self.tr(
                "Figures changed since no. {revision}: {count}. The next submission is a correction, no. {next}; it "
                "replaces no. {revision}."
            )
        else:
            text = self.tr("Figures changed since no. {revision}: {count}.")
        parts = [text.format(revision=since.revision, next=since.revision + 1, count=len(since.corrections))]
        if since.others:
            parts.append(self.tr("Also changed: {what}.").format(what=", ".join(map(self._other, since.others))))
        if lacking:
            parts.append(self.tr("Still without a reason: {count}.").format(count=lacking))
        strip = Strip("error" if lacking else "good", " ".join(parts))
        if lacking:
            first = self._data.readiness.unreasoned[0]
            strip.add(button(self.tr("Write the reasons"), lambda: self.jump.emit(first)))
        return strip

    def _other(self, code: str) -> str:
        return {
            "explanations": self.tr("explanations"),
            "details": self.tr("figures of subordinate units"),
            "issue": self.tr("what the corrected round asks anew"),
            "narratives": self.tr("words on areas"),
            "evidence": self.tr("evidence"),
            "requests": self.tr("requests on earlier figures"),
        }[code]

    def _correction_line(self, one: Correction) -> QHBoxLayout:
        indicator = self._data.round.catalogue.indicators[one.indicator]
        change = f"{told(one.before, indicator, self._words)} → {told(one.after, indicator, self._words)}"
        lacking = one.indicator in self._data.readiness.unreasoned
        words = self.tr("No reason yet.") if lacking else one.reason
        go = button(self.tr("Open"), partial(self.jump.emit, one.indicator), flat=True)
        name = indicator.name.text(self._words.language)
        go.setAccessibleName(self.tr("Open {name}").format(name=name))
        return _line(("error" if lacking else "good"), f"{name}: {change}", words, go)

    def _request_line(self, state: RequestState) -> QHBoxLayout:
        one = state.request
        round_ = self._data.round
        indicator = round_.catalogue.indicators[one.indicator]
        period = next((past.short.text(self._words.language) for past in round_.earlier if past.id == one.earlier), "")
        title = self.tr("{name}, {period}: reported {reported}, right {right}").format(
            name=indicator.name.text(self._words.language),
            period=period or one.earlier,
            reported=told(one.reported, indicator, self._words),
            right=told(one.right, indicator, self._words),
        )
        tone, said = self._stands(state)
        take_back = None
        if state.may_be_withdrawn:
            take_back = button(self.tr("Withdraw"), partial(self.withdraw.emit, one), flat=True)
            take_back.setAccessibleName(self.tr("Withdraw: {name}").format(name=title))
        reason = self.tr("Reason: {reason}").format(reason=one.reason)
        return _line(tone, title, f"{said} {reason}", take_back)

    def _stands(self, state: RequestState) -> tuple[str, str]:
        """Return the tone and words for how a request stands."""
        if state.decided is not None:
            agreed = state.decided.verdict is Verdict.AGREED
            text = self.tr("Home Affairs agrees: {words}") if agreed else self.tr("Home Affairs declines: {words}")
            said = text.format(words=state.decided.words).strip().rstrip(":.") + "."
            return ("good" if agreed else "error"), said
        if state.sent_in:
            text = self.tr("Sent with no. {revision}, not decided yet.").format(revision=state.sent_in)
            return "waiting", text
        return "missing", self.tr("Goes out with the next submission.")


def _line(tone: str, title: str, words: str, action: QPushButton | None) -> QHBoxLayout:
    line = columns(space=theme.SPACE_12)
    sign = label(SIGNS[tone], role="strong", tone=tone if tone in ("good", "error") else "quiet")
    sign.setFixedWidth(_SIGN_WIDTH)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    texts = rows(space=0)
    texts.addWidget(label(title, wrap=True))
    if words:
        texts.addWidget(label(words, role="small", tone="error" if tone == "error" else "", wrap=True))
    line.addLayout(texts, 1)
    if action is not None:
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
    return line
