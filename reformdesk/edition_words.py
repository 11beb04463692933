"""A change note, what is wrong with an edition, and what is asked in it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reformdesk.core.catalogue import Catalogue, Consolidation, Kind, Label, Nature, Reporter, Rule
from reformdesk.core.edition import Edition
from reformdesk.core.edition_change import Change, Section
from reformdesk.core.edition_problem import Asked, Problem
from reformdesk.core.values import write_number
from reformdesk.edition_note_sentences import (
    ASKED_KINDS,
    CHANGES,
    CONSOLIDATIONS,
    GROUPS,
    NATURES,
    NOTHING,
    PROBLEMS,
    RULES,
    SECTIONS,
)
from reformdesk.edition_sentences import EDITION_ERRORS
from reformdesk.words import Words

_MOST_NAMED = 6
_QUOTED = frozenset({"indicator", "row"})
_WITHOUT = {
    "weight-changed": ("weight", "weight-removed"),
    "contact-changed": ("contact", "contact-removed"),
    "founding-changed": ("day", "founding-removed"),
    "group-joined": ("day", "group-always"),
}
"""Which other sentence a change has where what it speaks of is empty."""


@dataclass(frozen=True)
class Paragraph:
    """What a change note says under one heading: the lines, and the changes that they tell."""

    heading: str
    lines: tuple[str, ...]
    changes: tuple[Change, ...]


class EditionWords:
    """Says in one language what was changed or is wrong; ``old`` is what the edition was made from, if anything."""

    def __init__(self, words: Words, edition: Edition, old: Edition | None = None) -> None:
        self._words = words
        self._sets = tuple(one.drawn for one in (edition, old) if one is not None)
        self._registers = tuple(one.register for one in (edition, old) if one is not None)

    def problem(self, problem: Problem) -> str:
        """Return what is wrong."""
        known = problem.code in PROBLEMS
        source = PROBLEMS[problem.code] if known else EDITION_ERRORS[problem.code]
        return self._words.say("problems" if known else "errors", source, **self._filled(problem.params))

    def change(self, change: Change) -> str:
        """Return one line of a change note."""
        code, params = change.code, dict(change.params)
        if code in _WITHOUT and not _says_anything(params[_WITHOUT[code][0]]):
            code = _WITHOUT[code][1]
        line = self._words.say("changes", CHANGES[code], **self._filled(params.items()))
        # a row without a number leaves no gap
        return " ".join(line.split())

    def note(self, changes: Iterable[Change]) -> tuple[Paragraph, ...]:
        """Return the change note: a paragraph for the set, each table, the rules, the agencies."""
        told: dict[str, list[Change]] = {}
        for change in changes:
            told.setdefault(self._heading(change), []).append(change)
        return tuple(
            Paragraph(heading, tuple(self.change(one) for one in those), tuple(those))
            for heading, those in told.items()
        )

    def text(self, changes: Iterable[Change]) -> str:
        """Return the change note as plain text, to be copied into a letter."""
        paragraphs = self.note(changes)
        return "\n\n".join("\n".join([one.heading, *(f"- {line}" for line in one.lines)]) for one in paragraphs)

    def rule(self, rule: Rule) -> str:
        """Return what a rule says."""
        parts = [(part.sign, self.indicator(part.indicator)) for part in rule.parts]
        summed = " ".join(f"{'−' if sign < 0 else '+'} “{name}”" for sign, name in parts)
        return self._words.say(
            "rules",
            RULES[rule.kind],
            left=self.indicator(rule.left),
            right=self.indicator(rule.right),
            total=self.indicator(rule.total),
            parts=summed.removeprefix("+ "),
            kinds=", ".join(self.kind(kind) for kind in rule.kinds),
            least=write_number(rule.least),
            most=write_number(rule.most),
            factor=write_number(rule.factor),
        )

    def kind(self, kind: Kind) -> str:
        """Return what kind of value is asked for."""
        return self._words.of(ASKED_KINDS, "asked", kind.value)

    def nature(self, nature: Nature) -> str:
        """Return when something is counted."""
        return self._words.of(NATURES, "asked", nature.value)

    def consolidation(self, how: Consolidation) -> str:
        """Return how figures become one."""
        return self._words.of(CONSOLIDATIONS, "asked", how.value)

    def indicator(self, indicator: str) -> str:
        """Return what an indicator is called, or was before it was retired; its id where nobody knows it."""
        return _named_in(self._sets, indicator).text(self._words.language)

    def reporter(self, reporter: Reporter) -> str:
        """Return who reports."""
        return self.group(reporter.group) if reporter.group else self.agency(reporter.agency)

    def agency(self, agency: str) -> str:
        """Return what an agency is called last; its id where nobody knows it."""
        found = next((one.by_id[agency] for one in self._registers if agency in one.by_id), None)
        if found is None:
            return agency
        return found.names[-1].label.text(self._words.language)

    def group(self, group: str) -> str:
        """Return what a group is called: its own name, else the one that the program has for it."""
        own = next((one for register in self._registers for one in register.groups if one.id == group), None)
        if own is not None and own.name:
            return own.label.text(self._words.language)
        return self._words.of(GROUPS, "groups", group)

    def _heading(self, change: Change) -> str:
        if change.section is not Section.TABLES:
            return self._words.of(SECTIONS, "changes", change.section.value)
        titles = (table.label for one in self._sets for table in one.tables if table.id == change.table)
        title = next(titles, None)
        return title.text(self._words.language) if title else change.table

    def _listed(self, names: tuple[Label, ...], *, quoted: bool) -> str:
        """Return names: all of them where the sentence quotes them, else of many the first and how many there are."""
        if quoted:
            return "”, “".join(one.text(self._words.language) for one in names)
        first = ", ".join(one.text(self._words.language) for one in names[:_MOST_NAMED])
        return first if len(names) <= _MOST_NAMED else f"{first}… ({len(names)})"

    def _filled(self, params: Iterable[tuple[str, object]]) -> Mapping[str, str]:
        return {name: self._said(name, value) for name, value in params}

    def _said(self, name: str, value: object) -> str:
        match value:
            case Label():
                said = value.text(self._words.language)
            case tuple():
                said = self._listed(value, quoted=name in _QUOTED)
            case Kind():
                said = self.kind(value)
            case Nature():
                said = self.nature(value)
            case Consolidation():
                said = self.consolidation(value)
            case Reporter():
                said = self.reporter(value)
            case Rule():
                said = self.rule(value)
            case Asked():
                said = self.indicator(value.indicator)
            case _:
                said = self.group(str(value)) if name == "group" else str(value)
        return said or (self._words.say("asked", NOTHING) if name in ("old", "new") else "")


def _says_anything(value: object) -> bool:
    return bool(value.vi if isinstance(value, Label) else value)


def _named_in(sets: Iterable[Catalogue], indicator: str) -> Label:
    found = (one.indicators[indicator].name for one in sets if indicator in one.indicators)
    return next(found, Label(indicator, indicator))
