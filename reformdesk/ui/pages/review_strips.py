"""Above a submission: what is to be said of it, and what an officer can decide about it at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.conflict_sentences import ADVICE
from reformdesk.core.evidence import Paper
from reformdesk.core.merged import Received
from reformdesk.core.pins import Revocation
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.core.returns import Return
from reformdesk.core.standing import Reason
from reformdesk.core.text import sentence
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.pages.restored_strip import restored_strip
from reformdesk.ui.widgets.basics import Strip, button

if TYPE_CHECKING:
    from reformdesk.ui.pages.review import ReviewPage

_SAID_ELSEWHERE = (
    *(Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN, Reason.FORK, Reason.NOT_CHOSEN, Reason.GAP),
    Reason.BESIDE_ENTERED,
)


class ReviewStrips(QObject):
    """Makes a strip for each thing; what its buttons decide are the page's signals."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page

    def strips(self, data: ReviewData) -> Iterator[QWidget]:
        """Yield what is to be said of a submission, what needs a decision first."""
        one = data.received
        if data.restored is not None:
            yield restored_strip(data, data.restored, self._page.history_accepted.emit)
        for key in data.open_keys:
            yield self._key_strip(data, key)
        yield from self._page.entered.strips(data)
        yield from self._reason_strips(data)
        if data.revoked is not None:
            yield self._revoked_strip(one, data.revoked)
        for paper in data.papers:
            yield self._paper_strip(paper)
        if data.asked is not None:
            yield self._answer_strip(data, data.asked)
        yield from self._page.corrections.strips(data)
        if one.returned and not one.entered:
            yield self._returned_strip(data.said)
        elif one.counts and not one.entered:
            yield self._counted_strip(one)

    def signed(self, name: str, issuer: str, signed_at: str) -> str:
        """Say what a signature is: a seal by the program's own key, or one with an authority's certificate."""
        moment = long_moment(signed_at)
        if issuer:
            text = self.tr("Digital signature of {name} (certificate by {issuer}) {moment}")
            return text.format(name=name, issuer=issuer, moment=moment)
        return self.tr("Sealed by {name} {moment}").format(name=name, moment=moment)

    def _paper_strip(self, paper: Paper) -> Strip:
        """Say who signed the form that came along, and whether it says what the submission says."""
        if paper.problem is not None:
            return Strip("warning", f"{paper.title}: {self._page.words.error(paper.problem)}")
        signers = "; ".join(
            self.signed(one.name, one.issuer, one.signed_at.isoformat() if one.signed_at else "")
            for one in paper.signatures
        )
        if not all(one.whole for one in paper.signatures):
            return Strip(
                "error",
                self.tr("{paper}: {signers}. It was changed after it was signed.").format(
                    paper=paper.title, signers=signers
                ),
            )
        if paper.agrees:
            return Strip(
                "good",
                self.tr("{paper}: {signers}. It agrees with these figures.").format(paper=paper.title, signers=signers),
            )
        return Strip(
            "error",
            self.tr("{paper}: {signers}. It was printed from OTHER figures.").format(
                paper=paper.title, signers=signers
            ),
        )

    def _revoked_strip(self, one: Received, revoked: Revocation) -> Strip:
        text = self.tr("This key was revoked {moment} ({reason}). This file had come before, and stays good.")
        if revoked.fingerprint != one.signer:
            text = self.tr("The head's key was revoked {moment} ({reason}). This file had come before, and stays good.")
        return Strip("warning", text.format(moment=long_moment(revoked.revoked_at), reason=revoked.reason))

    def _counted_strip(self, one: Received) -> Strip:
        text = self.tr("Received, and counted in the totals.")
        if one.provisional:
            text = self.tr(
                "Received provisionally: counted in the totals, each of which is marked {sign} until the code is "
                "compared."
            ).format(sign=PROVISIONAL)
        if one.reviewed:
            reviewed = self.tr("Reviewed and accepted.")
            text = f"{text} {reviewed}"
        strip = Strip("good", text)
        if not one.reviewed:
            strip.add(button(self.tr("Accept (A)"), self._page.accept))
        send_back = button(self.tr("Return… (R)"), lambda: self._page.returned.emit(one.digest, ""))
        send_back.setToolTip(self.tr("R on a row asks about that field."))
        strip.add(send_back)
        return strip

    def _key_strip(self, data: ReviewData, key: str) -> Strip:
        one = data.received
        text = (
            self.tr("This key was not compared yet. Telephone the agency and compare its code: {code}")
            if key == one.signer
            else self.tr("The head's key was not compared yet. Telephone the agency and compare its code: {code}")
        )
        strip = Strip("warning", text.format(code=matching_code(key)))
        strip.add(button(self.tr("Compare the code…"), lambda: self._page.compare.emit(one.digest, key)))
        if not one.provisional and key == data.open_keys[0]:
            strip.add(button(self.tr("Accept provisionally"), lambda: self._page.provisional.emit(one.digest)))
        return strip

    def _reason_strips(self, data: ReviewData) -> list[Strip]:
        """Return a sentence for each thing that an officer must decide, with its buttons."""
        one = data.received
        strips = []
        for code in one.reasons:
            if code in _SAID_ELSEWHERE or (code == Reason.HISTORY_BROKEN and data.restored is not None):
                continue
            text = self._page.words.reason(code)
            if code == Reason.HISTORY_BROKEN:
                why = self.tr(
                    "It was changed outside the program, or an older copy was put back. Ask the agency before you "
                    "accept it."
                )
                text = f"{sentence(text)} {why}"
            strip = Strip("warning", text)
            if code == Reason.HISTORY_BROKEN:
                strip.add(
                    button(self.tr("Accept it all the same"), lambda: self._page.history_accepted.emit(one.digest))
                )
            strips.append(strip)
        if data.missing is not None:
            strips.append(self._missing_strip(data))
        if data.sides:
            strips.append(self._fork_strip(data))
        return strips

    def _missing_strip(self, data: ReviewData) -> Strip:
        """Say what a submission goes on from that is not there."""
        revision, missing = data.received.revision, data.missing
        if missing is not None and missing.numbers:
            numbers = ", ".join(map(str, missing.numbers))
            text = self.tr("Missing: no. {numbers} (named by no. {revision}). Ask the agency to send it.")
            return Strip("warning", text.format(numbers=numbers, revision=revision))
        if missing is None or missing.before is None:
            text = self.tr("No. {revision} goes on from another no. {before} than the one here. Ask the agency for it.")
            return Strip("warning", text.format(revision=revision, before=revision - 1))
        before = missing.before
        text = self.tr("No. {revision} goes on from no. {before}, which waits itself. Decide on that one first.")
        strip = Strip("warning", text.format(revision=revision, before=before.revision))
        show = self.tr("Open no. {revision}").format(revision=before.revision)
        strip.add(button(show, partial(self._page.other.emit, before.agency, before.digest)))
        return strip

    def _fork_strip(self, data: ReviewData) -> Strip:
        decided, words = any(side.holds for side in data.sides), self._page.words
        strip = Strip(
            "warning",
            self.tr("Another file with this number was chosen. This one stays here and does not count.")
            if decided
            else f"{sentence(words.reason(Reason.FORK))} {words.of(ADVICE, 'advice', Reason.FORK)}",
        )
        on_show = self._page.shows_sides
        text = self.tr("Show this one alone") if on_show else self.tr("Show the sides")
        strip.add(button(text, lambda: self._page.turn(data, sides=not on_show)))
        return strip

    def _returned_strip(self, said: Return | None) -> Strip:
        """Say with what words a submission was returned, and until when an answer is due."""
        parts = [self.tr("Returned.")]
        if said is not None:
            parts += [sentence(said.words)] if said.words else []
            if said.fields:
                parts.append(self.tr("Fields asked about: {count}.").format(count=len(said.fields)))
            if said.until is not None:
                parts.append(self.tr("Answer by {day}.").format(day=day(said.until)))
        return Strip("returned", " ".join(parts))

    def _answer_strip(self, data: ReviewData, asked: Return) -> Strip:
        """Say how far a revision answers the return before it."""
        about = [one for one in asked.fields if one.indicator in data.names]
        answered = sum(data.answers(one) for one in about)
        others = len(data.changed - {one.indicator for one in about})
        number = data.previous.revision if data.previous is not None else data.received.revision - 1
        text = self.tr(
            "Answers your return of no. {revision}: {answered} of {asked} fields you asked about; other fields "
            "changed: {others}."
        )
        if data.is_correction:
            text = self.tr(
                "Sent before the agency had read your return of no. {revision}: {answered} of {asked} fields you asked "
                "about are answered; other fields changed: {others}."
            )
        text = text.format(revision=number, answered=answered, asked=len(about), others=others)
        lacking = sum(not data.reasons.get(name) for name in data.changed) if data.is_correction else 0
        if lacking:
            without = self.tr("Without a reason: {count}.")
            text = f"{text} {without.format(count=lacking)}"
        if asked.words:
            written = self.tr("You wrote: {words}").format(words=asked.words)
            text = f"{text} {written}"
        return Strip("good" if answered == len(about) and not lacking else "warning", text)
