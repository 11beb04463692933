"""In a review: the line of one indicator, with what was said before, what changed, and what was asked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from reformdesk.core.returns import FieldReturn
from reformdesk.core.text import sentence
from reformdesk.core.values import write_number
from reformdesk.ui.models.earlier import earlier_cell
from reformdesk.ui.models.grid import GridCell
from reformdesk.ui.models.review import ReviewData, value_of, value_text
from reformdesk.ui.widgets.basics import with_sign
from reformdesk.words import Words


class ReviewRows(QObject):
    """Makes the lines of the table of answers."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def lines(self, data: ReviewData) -> Iterator[list[GridCell]]:
        """Yield the lines of a submission, below their areas' headings: several where what was asked comes first."""
        heading = ""
        for name in data.names:
            area = data.round.catalogue.area(data.round.catalogue.area_of[name])
            if area.id != heading:
                title = GridCell(area.short.text(self._words.language), strong=True, tone="text")
                empty = [GridCell("")] * (len(data.earlier) + 2)
                yield [GridCell(area.id, strong=True, tone="text", heading=True), title, *empty]
            heading = area.id
            yield self.line(data, name)

    def line(self, data: ReviewData, name: str) -> list[GridCell]:
        """Return the cells of an indicator: its number and name, earlier figures, what is said now, words on it."""
        title = data.round.catalogue.indicators[name].name.text(self._words.language)
        agency = data.received.agency
        past = [earlier_cell(data.round, one, agency, name, self._words) for one in data.earlier]
        tone, words = self._said(data, name)
        return [
            GridCell(data.round.catalogue.printed_number(name), tone="quiet", key=name),
            GridCell(title, hint=title),
            *(GridCell(one.text, right=True, tone="quiet", hint=one.tip) for one in past),
            self._value(data, name),
            GridCell(words, tone=tone, hint=words),
        ]

    def _value(self, data: ReviewData, name: str) -> GridCell:
        """Return what is said now; where it changed, after what was said before, and stronger than the rest."""
        indicator = data.round.catalogue.indicators[name]
        now = value_text(value_of(data.content, name), indicator, self._words)
        if data.before is None:
            return GridCell(now, right=True, strong=True)
        if not data.differs(name):
            return GridCell(now, right=True)
        before = value_text(value_of(data.before, name), indicator, self._words)
        text = f"{before} → {now}"
        return GridCell(text, right=True, strong=True, hint=text)

    def _said(self, data: ReviewData, name: str) -> tuple[str, str]:
        """Return the tone and words beside a value: what was asked, what the rules find, what explains it."""
        explanation = data.content.explanations.get(name, "")
        found = data.findings_on(name)
        tone = ("quiet" if explanation else "warning") if found else "quiet"
        lines = [with_sign(tone, self._words.finding(one)) for one in found]
        reason = data.reasons.get(name, "") if data.is_correction else ""
        corrected = name in data.changed and data.is_correction
        if corrected:
            text = self.tr("Corrected: {reason}").format(reason=reason or self.tr("no reason given"))
            lines.insert(0, text if reason else with_sign("warning", text))
        if explanation and explanation != reason:
            lines.append(self.tr("Explanation: {words}").format(words=explanation))
        lines += self._behind(data, name)
        if name in data.round.catalogue.rates:
            parts = [data.round.catalogue.printed_number(one) for one in data.round.catalogue.rates[name].parts]
            lines.append(self.tr("Computed: row {part} out of row {whole}").format(part=parts[0], whole=parts[1]))
        asked, said = data.asked_on(name), data.said_on(name)
        if asked is not None:
            tone, answered = self._answered(data, asked)
            lines.insert(0, answered)
        if corrected and not reason and tone != "error":
            tone = "warning"
        if said is not None:
            tone, question = "error", self.tr("You asked: {words}").format(words=self._question(said))
            lines.insert(0, with_sign("returned", question))
        return tone, "\n".join(lines)

    def _behind(self, data: ReviewData, name: str) -> list[str]:
        """Return that there is more to a figure, and whether it changed."""
        lines = []
        units, files = data.units_on(name), data.files_on(name)
        if units:
            text = self.tr("By units: {count}").format(count=sum(one.now is not None for one in units))
            changed = sum(one.changed for one in units) if data.before is not None else 0
            told = self.tr("changed: {count}").format(count=changed)
            lines.append(f"{text}, {told}" if changed else text)
        if files:
            text = self.tr("Evidence: {count}").format(count=len(files))
            new = sum(map(data.is_new, files))
            told = self.tr("new: {count}").format(count=new)
            lines.append(f"{text}, {told}" if new else text)
        return lines

    def _answered(self, data: ReviewData, asked: FieldReturn) -> tuple[str, str]:
        """Return the tone and words for a field that the return before asked about."""
        if not data.answers(asked):
            tone, text = "error", self.tr("Not answered: {words}")
        elif not data.is_as_expected(asked):
            tone, text = "warning", self.tr("Answered, but not as you expected: {words}")
        else:
            tone, text = "good", self.tr("Answers your question: {words}")
        return tone, with_sign(tone, text.format(words=self._question(asked)))

    def _question(self, asked: FieldReturn) -> str:
        """Return what was asked about a field, with what is expected there."""
        least, most = (None if one is None else write_number(one) for one in (asked.least, asked.most))
        parts = [sentence(asked.words)] if asked.words else []
        if least is not None and most is not None:
            parts.append(self.tr("Expected: {least} to {most}.").format(least=least, most=most))
        elif least is not None:
            parts.append(self.tr("Expected: at least {least}.").format(least=least))
        elif most is not None:
            parts.append(self.tr("Expected: at most {most}.").format(most=most))
        return " ".join(parts)
