"""What an edition's kinds, reporters and rules are called on its page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Kind, Nature, Reporter, Rule, Severity
from reformdesk.core.edition import Edition
from reformdesk.core.edition_problem import Problem
from reformdesk.core.register import Entry, Register
from reformdesk.edition_note_sentences import ASKED_KINDS, GROUPS, NATURES
from reformdesk.edition_words import EditionWords
from reformdesk.ui.dates import day as written_day
from reformdesk.words import Words

RULE_KINDS = ("at-most", "total", "range", "jump", "repeat")
"""The kinds of rules, the most usual first."""


class EditionWording(QObject):
    """Speaks of one edition in the interface's language; ``words`` are its sentences."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.language = words.language
        self.kinds: Mapping[Kind, str] = {kind: words.of(ASKED_KINDS, "asked", kind.value) for kind in Kind}
        usual_first = (Nature.FLOW, Nature.STOCK)
        self.natures: Mapping[Nature, str] = {one: words.of(NATURES, "asked", one.value) for one in usual_first}
        self.consolidations: Mapping[Consolidation, str] = {
            Consolidation.SOLE: self.tr("one agency's"),
            Consolidation.SUM: self.tr("sum"),
            Consolidation.MEAN: self.tr("mean"),
            Consolidation.ANY: self.tr("held by any"),
            Consolidation.RATE: self.tr("computed rate"),
        }
        self.severities: Mapping[Severity, str] = {
            Severity.ERROR: self.tr("must be mended"),
            Severity.WARNING: self.tr("wants an explanation"),
        }
        self.rule_kinds: Mapping[str, str] = {
            "at-most": self.tr("not larger than another"),
            "total": self.tr("equals the sum of others"),
            "range": self.tr("lies between bounds"),
            "jump": self.tr("does not jump"),
            "repeat": self.tr("is not the same again"),
        }

    def group(self, register: Register, group: str) -> str:
        """Return a group's name: its own, else the program's for its id."""
        own = next((one for one in register.groups if one.id == group), None)
        if own is not None and own.name:
            return own.label.text(self.language)
        return self.words.of(GROUPS, "groups", group)

    def agency(self, entry: Entry, day: date) -> str:
        """Return what an agency is called on a day."""
        return entry.named(day).label.text(self.language)

    def reporter(self, register: Register, reporter: Reporter, day: date) -> str:
        """Return who reports, nothing where nobody does."""
        if reporter.group:
            return self.group(register, reporter.group)
        entry = register.by_id.get(reporter.agency)
        return self.agency(entry, day) if entry is not None else ""

    def indicator(self, catalogue: Catalogue, name: str) -> str:
        """Return an indicator with its printed number; its id where it is no more there."""
        found = catalogue.indicators.get(name)
        if found is None:
            return name
        number = catalogue.printed_number(name) if name in catalogue.order else ""
        return " ".join(filter(None, [number.strip("-"), self.named(found)]))

    def named(self, indicator: Indicator) -> str:
        """Return an indicator's name."""
        return indicator.name.text(self.language)

    def said_of(self, edition: Edition, base: Edition) -> EditionWords:
        """Return the words for an edition; what is no more in it, ``base`` names, which it was made from."""
        return EditionWords(self.words, edition, base)

    def rule(self, said: EditionWords, rule: Rule) -> str:
        """Return a rule as a sentence, and what it does with a figure."""
        return f"{said.rule(rule)} · {self.severities[rule.severity]}"

    def place(self, edition: Edition, problem: Problem) -> str:
        """Return where it is wrong."""
        catalogue, register = edition.drawn, edition.register
        if problem.indicator in catalogue.indicators:
            return self.indicator(catalogue, problem.indicator)
        if problem.agency in register.by_id:
            return self.agency(register.by_id[problem.agency], date.max)
        if problem.rule:
            return next((self.rule_kinds[rule.kind] for rule in catalogue.rules if rule.id == problem.rule), "")
        table = next((one for one in catalogue.tables if one.id == problem.table), None)
        if table is not None:
            row = table.rows[problem.row].label if problem.row is not None else table.label
            return row.text(self.language) or table.label.text(self.language)
        return next((one.short.text(self.language) for one in catalogue.areas if one.id == problem.area), "")

    def since(self, day: date | None) -> str:
        """Return a day; a dash for always and not yet."""
        return written_day(day) if day is not None else "–"
