"""What is reported: the tables of indicators, pasted as they are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from reformdesk.core import catalogue_draft, catalogue_writing, founding, pasted_table
from reformdesk.core.catalogue import Kind, Nature, Reporter
from reformdesk.core.catalogue_draft import TableDraft
from reformdesk.core.organisation import Agency
from reformdesk.core.reporting_names import ALL
from reformdesk.core.rounds import agency_from_wire
from reformdesk.core.text import slug
from reformdesk.ui import theme
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.first_round.draft_step import DraftStep
from reformdesk.ui.models.indicator_drafts import (
    KIND,
    LEVEL,
    NAME,
    NATURE,
    NUMBER,
    REPORTER,
    UNIT,
    IndicatorModel,
    IndicatorWords,
)
from reformdesk.ui.widgets.basics import columns, label


class IndicatorsStep(DraftStep):
    """Numbers, names and nesting as printed; who reports, what kind of figure, its unit."""

    def __init__(self) -> None:
        words = IndicatorWords(
            kinds={
                Kind.COUNT: self.tr("whole number"),
                Kind.DECIMAL: self.tr("decimal number"),
                Kind.PERCENT: self.tr("rate (%)"),
                Kind.RATE_OR_BLOCKS: self.tr("rate, or one per block"),
                Kind.MARK: self.tr("held: x / 0"),
                Kind.TEXT: self.tr("words"),
            },
            natures={
                Nature.FLOW: self.tr("over the period"),
                Nature.STOCK: self.tr("on the day"),
            },
            heading=self.tr("– heading only"),
            nobody=self.tr("choose who reports"),
        )
        header = (
            self.tr("No."),
            self.tr("Indicator"),
            self.tr("Depth"),
            self.tr("Who reports"),
            self.tr("Kind of figure"),
            self.tr("Unit"),
            self.tr("Counted"),
        )
        hint = self.tr("To be looked at: Enter corrects it, the space bar says that it is right.")
        self.indicators = IndicatorModel(header, hint, words)
        self._known = founding.template_indicators()
        self._agencies: tuple[Agency, ...] = ()
        self._offered: tuple[TableDraft, ...] = ()
        super().__init__(
            self.tr(
                "Copy the tables from Word or Excel with their headings and paste them here, one after the other. Past "
                "figures in them only help to tell what kind of figure a row takes; they are not kept."
            ),
            self.indicators,
            self.tr("Tables of indicators"),
            self.tr("Start from the template 2021–2024"),
        )
        self.table.share({NAME: 9, REPORTER: 6, UNIT: 3}, {NUMBER: 52, LEVEL: 60, KIND: 150, NATURE: 132})
        self.table.wrap_header()
        self.name = QLineEdit()
        self._name_own()
        theme.hold(self.name, least_width=320)
        line = columns()
        line.addWidget(label(self.tr("Name of this indicator set")))
        line.addWidget(self.name)
        line.addStretch(1)
        self.name.setAccessibleName(self.tr("Name of this indicator set"))
        self.body.insertLayout(2, line)
        self._count()

    def show_agencies(self, wire: Sequence[Mapping[str, Any]], group_words: Callable[[str], str]) -> None:
        """Say who there is to report; what a row named stays where it is still there."""
        self._agencies = tuple(agency_from_wire(one) for one in wire)
        groups = dict.fromkeys(group for agency in self._agencies for group in agency.groups)
        single = {group for agency in self._agencies for group in agency.groups[1:2]}
        reporters = {Reporter(group=ALL): self.tr("all agencies")}
        for group in groups:
            if group != ALL:
                parts = [group] if group in single else sorted(one for one in single if one in group)
                reporters[Reporter(group=group)] = " + ".join(group_words(one) for one in parts)
        reporters |= {Reporter(agency=agency.id): agency.name for agency in self._agencies}
        self.indicators.show_reporters(reporters)
        if self._is_as_offered():
            self._offer_template()
        else:
            self.indicators.show_tables(catalogue_draft.with_agencies(self.indicators.tables, self._agencies))

    def take(self, text: str, html: str) -> None:
        """Add the tables that were pasted below those that there are; the template, untouched, makes room for them."""
        found = catalogue_draft.read(pasted_table.read(text, html), self._agencies, self._known)
        if found:
            before = [] if self._is_as_offered() else self.indicators.tables
            if not before:
                self._name_own()
            self.indicators.show_tables([*before, *found])
        else:
            words = self.tr("No table was found. Copy it with its headings: No., indicator, who reports.")
            self.say(words, "warning")

    def start_from_template(self) -> None:
        """Begin with the tables that ship with the program."""
        self._offer_template()
        self.name.setText(self._known.name.vi)

    def _offer_template(self) -> None:
        """Show the template as it is for these agencies: some of its rows may have lost who reports them."""
        drafts = catalogue_draft.from_catalogue(self._known)
        self._offered = tuple(catalogue_draft.with_agencies(drafts, self._agencies))
        self.indicators.show_tables(self._offered)

    def _is_as_offered(self) -> bool:
        """Whether the template is on show and nobody has touched it."""
        return bool(self._offered) and tuple(self.indicators.tables) == self._offered

    def clear(self) -> None:
        """Begin with no table."""
        self.indicators.show_tables(())
        self._name_own()

    def _name_own(self) -> None:
        self.name.setText(self.tr("Indicator set {year}").format(year=today().year))

    def _is_template(self) -> bool:
        return tuple(self.indicators.tables) == catalogue_draft.from_catalogue(self._known)

    def summary(self) -> str:
        """Return how many figures are asked for."""
        tables = self.indicators.tables
        asked = sum(row.asked for table in tables for row in table.rows)
        return self.tr("indicators: {count} · tables: {tables}").format(count=asked, tables=len(tables))

    def source(self) -> Mapping[str, Any] | None:
        """Return the indicator set, ``None`` for the template as it is; raises ``Mendable`` where it cannot stand."""
        if self._is_template():
            return None
        name = " ".join(self.name.text().split()) or self.name.accessibleName()
        return catalogue_writing.write(slug(name), name, self.indicators.tables, self._known)
