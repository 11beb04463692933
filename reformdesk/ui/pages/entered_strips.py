"""In a review: that Home Affairs entered this on behalf, from which source; and what holds beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.entered import Facts, How
from reformdesk.core.standing import Reason
from reformdesk.core.text import sentence
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.beside import ENTERED, OWN, Beside
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.widgets.basics import Strip, button, columns, rows


class EnteredStrips(QObject):
    """``correct`` gives the agency whose entry is corrected, ``holds`` a pair and which of the two is to hold.

    ``withdraw`` gives the digest of an entry to give up, ``other`` an agency and a digest to show instead.
    """

    correct = Signal(str)
    withdraw = Signal(str)
    holds = Signal(object, str)
    other = Signal(str, str)

    def strips(self, data: ReviewData) -> list[QWidget]:
        """Return what there is to say of the submission on show."""
        found: list[QWidget] = []
        if data.facts is not None:
            found.append(self._facts_strip(data, data.facts))
        if data.beside is not None:
            found.append(self._beside_strip(data, data.beside))
        return found

    def _facts_strip(self, data: ReviewData, facts: Facts) -> Strip:
        if Reason.KEY_UNKNOWN in data.received.reasons:
            text = self.tr(
                "This says that Home Affairs entered it, but it is not sealed with a key of Home Affairs. It never "
                "counts. Ask the agency what it means."
            )
            return Strip("error", text)
        source = facts.source
        text = self.tr("✎ Entered on behalf by {by}: {how}, given by {given_by} on {moment}.").format(
            by=facts.by,
            how=self._how(source.how),
            given_by=source.given_by,
            moment=long_moment(source.given_at),
        )
        if source.document:
            document = self.tr("Document: {document}.").format(document=source.document)
            text = f"{text} {document}"
        if data.received.counts:
            counted = self.tr("It counts in the totals, marked (**).")
            text = f"{text} {counted}"
        strip = Strip("good" if data.received.counts else "", text)
        agency, digest = data.received.agency, data.received.digest
        if data.received.returned:
            why = data.said.words if data.said is not None else ""
            withdrawn = self.tr("Withdrawn: {why}").format(why=sentence(why))
            strip = Strip("returned", f"{text} {withdrawn}")
        strip.add(button(self.tr("Correct the entry…"), lambda: self.correct.emit(agency)))
        if not data.received.returned:
            strip.add(button(self.tr("Withdraw…"), lambda: self.withdraw.emit(digest)))
        return strip

    def _how(self, how: How) -> str:
        return {
            How.TELEPHONE: self.tr("by telephone"),
            How.PAPER: self.tr("on stamped paper"),
            How.EXCEL_FORM: self.tr("in the Excel form"),
            How.OTHER: self.tr("another way"),
        }[how]

    def _beside_strip(self, data: ReviewData, beside: Beside) -> QWidget:
        made = QWidget()
        layout = rows(made, space=theme.SPACE_4)
        layout.addWidget(Strip("warning" if beside.is_open else "", self._beside_words(beside)))
        # three buttons behind the sentence would leave it no room
        line = columns()
        layout.addLayout(line)
        another = beside.entry if data.received.digest == beside.own.digest else beside.own
        show = self.tr("Show the entry") if another is beside.entry else self.tr("Show the agency's file")
        line.addWidget(button(show, lambda: self.other.emit(another.agency, another.digest)))
        for holds, words in ((OWN, self.tr("Use the agency's file")), (ENTERED, self.tr("Keep the entry"))):
            if beside.holds != {holds}:
                line.addWidget(button(words, partial(self.holds.emit, beside.pair, holds)))
        line.addStretch(1)
        return made

    def _beside_words(self, beside: Beside) -> str:
        if len(beside.holds) > 1:
            return self.tr("Two desks decided differently whether the agency's own or the entry holds. Decide again.")
        if beside.is_open:
            text = self.tr(
                "The agency's own no. {revision} came after Home Affairs had entered on its behalf. Answers that "
                "differ: {differ}. The entry counts until you decide."
            )
            return text.format(revision=beside.own.revision, differ=beside.differ)
        if beside.holds == {OWN}:
            text = self.tr("Decided: the agency's file is used, not the entry. Answers that differ: {differ}.")
        else:
            text = self.tr("Decided: the entry is kept, not the agency's file. Answers that differ: {differ}.")
        return text.format(differ=beside.differ)
