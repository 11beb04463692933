"""An edition that is being drawn: an indicator set with the agencies over time, and what an edit of it is.

While it is drawn it may name what is no more there: a rule whose indicator was retired stays until somebody
mends it, and :mod:`reformdesk.core.edition_checks` says so. :attr:`Edition.catalogue` is always readable.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Kind, Label, Reporter, Rule
from reformdesk.core.register import Register
from reformdesk.core.round_layout import SHARED, Layout
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

Wire = Mapping[str, Any]
T = TypeVar("T")

UNNAMED = Label("", "")

_MOST_OF_A_TEXT = 400

FITTING = {
    Kind.COUNT: (Consolidation.SOLE, Consolidation.SUM, Consolidation.MEAN),
    Kind.DECIMAL: (Consolidation.SOLE, Consolidation.SUM, Consolidation.MEAN),
    Kind.PERCENT: (Consolidation.SOLE, Consolidation.MEAN, Consolidation.RATE),
    Kind.RATE_OR_BLOCKS: (Consolidation.SOLE, Consolidation.MEAN),
    Kind.MARK: (Consolidation.SOLE, Consolidation.ANY),
    Kind.TEXT: (Consolidation.SOLE, Consolidation.ANY),
}
"""By kind, how shares may become one figure."""


@dataclass(frozen=True)
class Edition:
    """An indicator set in its JSON form, and the agencies over time.

    ``taken`` are indicators of other editions: their ids are never given to a new one, whose series would
    go on where theirs ended.
    """

    source: Wire = field(repr=False)
    register: Register = field(repr=False)
    taken: frozenset[str] = frozenset()

    @cached_property
    def drawn(self) -> Catalogue:
        """The set as it is drawn, with rules, weights and rates that name what is no more there."""
        return catalogue_reading.built(self.source)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The set without what names something that is no more there: it can be shown, printed and computed."""
        return catalogue_reading.parse(_sound(self.source, self.drawn))

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return self.drawn.indicators

    @cached_property
    def used(self) -> frozenset[str]:
        """The ids that no new indicator may get."""
        return self.taken | {one["id"] for one in self.source["indicators"]}

    def keeping(self, retired: Collection[str]) -> Edition:
        """Return the edition so that no new indicator gets the id of one of these."""
        return replace(self, taken=self.taken | set(retired))

    def indicator(self, name: str) -> Indicator:
        """Return an indicator. Raises ``Mendable('edition-gone')``."""
        return catalogue_reading.one_of(self.source, by_id(self.source["indicators"], name))

    def table(self, table: str) -> Wire:
        """Return a table in its JSON form. Raises ``Mendable('edition-gone')``."""
        return by_id(self.source["tables"], table)

    def rule(self, rule: str) -> Rule:
        """Return a rule. Raises ``Mendable('edition-gone')``."""
        return found(next((one for one in self.drawn.rules if one.id == rule), None), rule)

    def layout(self, day: date) -> Layout:
        """Return who takes part on a day, and who reports what."""
        return Layout(self.register.wire_at(day), self.catalogue.source)

    def with_source(self, **members: Any) -> Edition:
        """Return the edition with other members of its source."""
        source = {**self.source, **members}
        return replace(self, source={**source, "format": catalogue_reading.format_of(source)})

    def with_table(self, own: str, /, **members: Any) -> Edition:
        """Return the edition with other members of one table."""
        return self.with_source(tables=changed(self.source["tables"], own, lambda one: without(one, members)))

    def with_indicator(self, indicator: str, /, **members: Any) -> Edition:
        """Return the edition with other members of one indicator; a member that is ``None`` is left out."""
        self.indicator(indicator)
        return self.with_source(
            indicators=changed(self.source["indicators"], indicator, lambda one: without(one, members))
        )


class Edit(ABC):
    """One step of drawing an edition; kept in the draft, applied again whenever it is read."""

    @abstractmethod
    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with this done; raises ``Mendable`` with the reason where it cannot be."""


def found(one: T | None, name: str) -> T:
    """Return what was found. Raises ``Mendable('edition-gone')`` where nothing was."""
    if one is None:
        raise Mendable("edition-gone", name=name)
    return one


def by_id(items: Sequence[Wire], name: str) -> Wire:
    """Return the item with an id. Raises ``Mendable('edition-gone')``."""
    return found(next((one for one in items if one["id"] == name), None), name)


def changed(items: Sequence[Wire], name: str, change: Callable[[Wire], Wire]) -> list[Wire]:
    """Return the items, one of them changed. Raises ``Mendable('edition-gone')``."""
    by_id(items, name)
    return [change(one) if one["id"] == name else one for one in items]


def without(item: Wire, members: Wire) -> Wire:
    """Return an item with other members; those that are ``None`` are left out, and empty words it never had."""
    given = {name: value for name, value in members.items() if value != "" or name in item}
    return {name: value for name, value in {**item, **given}.items() if value is not None}


def clean(text: str, most: int = _MOST_OF_A_TEXT) -> str:
    """Return what somebody wrote, blanks folded, in NFC, no longer than a file may hold."""
    return " ".join(nfc(text).split())[:most].rstrip()


def named(text: str, most: int = _MOST_OF_A_TEXT) -> str:
    """Return a name. Raises ``Mendable('edition-name-missing')`` where there is none."""
    if not (name := clean(text, most)):
        raise Mendable("edition-name-missing")
    return name


def reporter_wire(reporter: Reporter) -> dict[str, str]:
    """Return a reporter in its JSON form."""
    return {"group": reporter.group} if reporter.group else {"agency": reporter.agency}


def _sound(source: Wire, drawn: Catalogue) -> Wire:
    """Return a source without the rules, weights and rates that the catalogue cannot have."""
    known = drawn.indicators.keys()
    sound = {
        **source,
        "indicators": [_sound_indicator(one, drawn) for one in source["indicators"]],
        "rules": [
            wire
            for wire, rule in zip(source["rules"], drawn.rules, strict=True)
            if all(name in known for name in rule.operands())
        ],
    }
    return {**sound, "format": catalogue_reading.format_of(sound)}


def _sound_indicator(item: Wire, drawn: Catalogue) -> Wire:
    indicator = drawn.indicators[item["id"]]
    if indicator.weight and indicator.weight not in drawn.indicators:
        item = without(item, {"weight": None})
    if any(catalogue_reading.faults(indicator, drawn)):
        alone = Consolidation.SOLE if indicator.reporter.agency else SHARED[indicator.kind]
        item = without(item, {"rate": None, "consolidation": alone.value})
    return item
