"""In a review: that an agency corrects itself, and what it asks for in earlier periods."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from reformdesk.core.requests import Verdict
from reformdesk.ui.models.form import told
from reformdesk.ui.models.review import Asked, ReviewData
from reformdesk.ui.widgets.basics import Strip, button
from reformdesk.words import Words


class ReviewCorrections(QObject):
    """Makes the strips; ``verdict`` gives a request's name, what is to be decided, and the request in words."""

    verdict = Signal(str, str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def strips(self, data: ReviewData) -> list[Strip]:
        """Return a strip for the correction, if it is one, and one for each request on an earlier figure.

        Where the revision before was returned meanwhile, what it says of the return is told instead.
        """
        strips = [self._about(data)] if data.is_correction and data.asked is None else []
        return strips + [self._request_strip(data, one) for one in data.requests]

    def _about(self, data: ReviewData) -> Strip:
        lacking = sum(not data.reasons.get(name) for name in data.changed)
        number = data.previous.revision if data.previous is not None else data.received.revision - 1
        text = self.tr(
            "A correction by the agency itself: it replaces no. {revision}. Figures corrected: {count}."
        ).format(revision=number, count=len(data.changed))
        if lacking:
            without = self.tr("Without a reason: {count}.").format(count=lacking)
            text = f"{text} {without}"
        return Strip("warning" if lacking else "good", text)

    def _request_strip(self, data: ReviewData, asked: Asked) -> Strip:
        what = self._in_words(data, asked)
        reason = self.tr("Reason: {reason}").format(reason=asked.request.reason)
        parts = [what, reason]
        if asked.here is not None and asked.here != asked.request.reported:
            indicator = data.round.catalogue.indicators[asked.request.indicator]
            other = self.tr("Here stands {value}.")
            parts.append(other.format(value=told(asked.here, indicator, self._words)))
        if asked.decided is not None:
            parts.append(self._decided(asked))
        strip = Strip(_tone(asked), " ".join(parts))
        for verdict, text in (
            (Verdict.AGREED, self.tr("Agree…")),
            (Verdict.DECLINED, self.tr("Decline…")),
        ):
            if asked.decided is None or asked.decided.verdict is not verdict:
                strip.add(button(text, partial(self.verdict.emit, asked.name, verdict.value, what)))
        return strip

    def _in_words(self, data: ReviewData, asked: Asked) -> str:
        one = asked.request
        indicator = data.round.catalogue.indicators[one.indicator]
        past = next((past for past in data.round.earlier if past.id == one.earlier), None)
        text = self.tr("Request on {period}, {name}: reported {reported}, right {right}.")
        return text.format(
            period=past.short.text(self._words.language) if past is not None else one.earlier,
            name=indicator.name.text(self._words.language),
            reported=told(one.reported, indicator, self._words),
            right=told(one.right, indicator, self._words),
        )

    def _decided(self, asked: Asked) -> str:
        decided = asked.decided
        if decided is None:
            return ""
        agreed = self.tr("You agreed.")
        declined = self.tr("You declined.")
        return f"{agreed if decided.verdict is Verdict.AGREED else declined} {decided.words}".rstrip()


def _tone(asked: Asked) -> str:
    if asked.decided is None:
        return "warning"
    return "good" if asked.decided.verdict is Verdict.AGREED else "returned"
