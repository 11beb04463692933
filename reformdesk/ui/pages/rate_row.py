"""A row of a form that nobody fills: a rate that is computed from two others, which it names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reformdesk.core import rates
from reformdesk.core.catalogue import Catalogue, Indicator, Row
from reformdesk.core.values import Status, Value
from reformdesk.ui import theme
from reformdesk.ui.models.form import field_text
from reformdesk.ui.pages.figure_row import FIELD_WIDTH, LEVEL_INDENT, NUMBER_WIDTH, TOOLS_WIDTH, FigureRow
from reformdesk.ui.widgets.basics import columns, label, restyle
from reformdesk.words import Words

_ARROW = 33
"""How far from the edge the figures stand in the fields above and below, which have an arrow there."""


class RateRow(FigureRow):
    """Shows what a rate comes to as its parts are entered; it takes no cursor."""

    def __init__(self, row: Row, catalogue: Catalogue, words: Words, earlier: int, *, stacked: bool = False) -> None:
        """Lay a row out, ``stacked`` with its name above its figures."""
        indicator = catalogue.indicators[row.indicator]
        super().__init__(row, row.number, indicator, words, earlier, stacked=stacked)
        self._catalogue = catalogue
        self._rate = catalogue.rates[row.indicator]
        self._text = ""
        self.value = label(role="strong")
        theme.hold(self.value, width=FIELD_WIDTH, least_height=theme.CONTROL)
        self.value.setContentsMargins(0, 0, theme.px(_ARROW), 0)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.value.setAccessibleName(indicator.name.text(words.language))
        self.line.addWidget(self.value, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self._make_sign())
        self.source = label(role="quiet", wrap=True)
        self.source.setContentsMargins(theme.px(NUMBER_WIDTH), 0, theme.px(TOOLS_WIDTH) + theme.SPACE_12, 0)
        self.source.setIndent(row.level * LEVEL_INDENT)
        self.outer.addWidget(self.source)

    def _make_sign(self) -> QWidget:
        tools = QWidget()
        theme.hold(tools, width=TOOLS_WIDTH)
        layout = columns(tools, space=theme.SPACE_4)
        computed = label(self.tr("= computed"), role="small")
        computed.setToolTip(self.tr("Computed from its two parts. There is nothing to enter here."))
        layout.addWidget(computed)
        layout.addStretch(1)
        return tools

    def show_parts(self, numerator: Value, denominator: Value) -> None:
        """Show what the rate comes to, and what of."""
        rate = rates.computed(numerator, denominator)
        self._text = "" if rate is Status.BLANK else self._said(rate, self.indicator)
        self.value.setText(self._text or "–")
        restyle(self.value, tone="quiet" if isinstance(rate, Status) else "")
        text = self.tr("{numerator}: {part}; out of {denominator}: {whole}")
        (named, part), (other, whole) = (
            (self._named(name), self._said(value, self._catalogue.indicators[name]))
            for name, value in zip(self._rate.parts, (numerator, denominator), strict=True)
        )
        said = text.format(numerator=named, part=part, denominator=other, whole=whole)
        said = said[:1].upper() + said[1:]
        self.source.setText(said)
        self.value.setAccessibleDescription(f"{self.value.text()}. {said}")

    @property
    def text(self) -> str:
        """What a spreadsheet takes of it; empty where there is no rate."""
        return self._text

    def _named(self, part: str) -> str:
        name = self._catalogue.indicators[part].name.text(self._words.language)
        return self.tr("row {number}, “{name}”").format(number=self._catalogue.printed_number(part), name=name)

    def _said(self, value: Value, indicator: Indicator) -> str:
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return field_text(value, indicator)
