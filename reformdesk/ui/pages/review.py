"""A submission's view: who sealed it, what it says, beside what was said before; what to decide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.values import Status, Value, write
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.form import short_text
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.widgets.basics import SIGNS, Strip, button, clear, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_EARLIER_WIDTH, _VALUE_WIDTH, _SIGN_WIDTH = 84, 190, 300


class ReviewPage(QWidget):
    """Shows one submission; each decision is a signal with what it is about."""

    back = Signal()
    compared = Signal(str, str)
    provisional = Signal(str)
    chosen = Signal(str)
    returned = Signal(str)
    other = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        self._head = columns(space=theme.SPACE_12)
        layout.addLayout(self._head)
        self._strips = rows(space=theme.SPACE_4)
        layout.addLayout(self._strips)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Answers of the submission"))
        self.table.setWordWrap(True)
        layout.addWidget(self.table, 1)

    def show_review(self, data: ReviewData) -> None:
        """Show a submission."""
        self._show_head(data)
        self._show_decisions(data)
        self._show_answers(data)

    def _show_head(self, data: ReviewData) -> None:
        clear(self._head)
        one = data.received
        self._head.addWidget(button(self.tr("‹ Back"), self.back.emit))
        names = rows(space=0)
        agency = data.round.by_id[one.agency].text(self._words.language)
        title = self.tr("{agency} · no. {revision}").format(agency=agency, revision=one.revision)
        names.addWidget(label(title, role="title"))
        facts = self.tr("Sealed by {name} {signed}, received {received}, file {file}").format(
            name=one.signer_name,
            signed=long_moment(one.signed_at),
            received=long_moment(one.received_at),
            file=one.name,
        )
        names.addWidget(label(facts, role="small"))
        self._head.addLayout(names, 1)
        for another in data.others:
            text = self.tr("No. {revision}").format(revision=another.revision)
            self._head.addWidget(button(text, partial(self.other.emit, another.agency, another.digest)))

    def _show_decisions(self, data: ReviewData) -> None:
        clear(self._strips)
        one = data.received
        if one.signer not in data.known_keys:
            text = self.tr("This key was not compared yet. Telephone the agency and compare its code: {code}").format(
                code=matching_code(one.signer)
            )
            strip = Strip("warning", text)
            strip.add(button(self.tr("The codes agree"), lambda: self.compared.emit(one.digest, one.signer)))
            if not one.provisional:
                strip.add(button(self.tr("Accept provisionally"), lambda: self.provisional.emit(one.digest)))
            self._strips.addWidget(strip)
        for reason in one.reasons:
            if reason == "key-unknown":
                continue
            strip = Strip("warning", self._words.reason(reason))
            if reason == "fork":
                strip.add(button(self.tr("This one holds"), lambda: self.chosen.emit(one.digest)))
            self._strips.addWidget(strip)
        if one.returned:
            self._strips.addWidget(Strip("error", f"{SIGNS['returned']}  {self._words.state('returned')}"))
        elif one.counts:
            strip = Strip("good", self.tr("Received, and counted in the totals."))
            strip.add(button(self.tr("Return…"), lambda: self.returned.emit(one.digest)))
            self._strips.addWidget(strip)

    def _show_answers(self, data: ReviewData) -> None:
        catalogue = data.round.catalogue
        titles = {past.id: past.short.text(self._words.language) for past in data.round.earlier}
        header = [
            self.tr("Indicator"),
            *(titles[name] for name, _ in data.earlier),
            data.round.short.text(self._words.language),
            self.tr("Findings and explanation"),
        ]
        lines = []
        for name in data.round.owed(data.received.agency):
            indicator = catalogue.indicators[name]
            value = data.content.answers.get(name, Status.BLANK)
            found = [one for one in data.findings if one.indicator == name]
            explanation = data.content.explanations.get(name, "")
            words = " ".join([*(self._words.finding(one) for one in found), explanation])
            tone = ("quiet" if explanation else "warning") if found else ""
            lines.append(
                [
                    GridCell(indicator.name.text(self._words.language), hint=indicator.name.vi),
                    *(
                        GridCell(short_text(past.get(name), indicator), right=True, tone="quiet")
                        for _, past in data.earlier
                    ),
                    GridCell(self._shown(value, name, data), right=True, strong=True),
                    GridCell(words, tone=tone, hint=words),
                ]
            )
        self.model.show_rows(header, lines)
        self.table.stretch(0)
        for place in range(len(data.earlier)):
            self.table.setColumnWidth(1 + place, _EARLIER_WIDTH)
        self.table.setColumnWidth(1 + len(data.earlier), _VALUE_WIDTH)
        self.table.setColumnWidth(2 + len(data.earlier), _SIGN_WIDTH)
        # once the page is shown and its columns have their widths
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

    def _shown(self, value: Value, name: str, data: ReviewData) -> str:
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return write(value, data.round.catalogue.indicators[name]).replace("\n", "; ")
