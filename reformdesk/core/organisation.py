"""Agencies, the groups that they report in, and who succeeded whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reformdesk.core.catalogue import Reporter


@dataclass(frozen=True)
class Agency:
    """An agency that reports. ``id`` is a stable ASCII slug, unique in the province."""

    id: str
    name: str
    groups: tuple[str, ...] = ()
    name_en: str = ""
    contact: str = ""

    def text(self, language: str) -> str:
        """Return the agency's name in the interface's language."""
        return self.name_en if language == "en" and self.name_en else self.name

    def answers_for(self, reporter: Reporter) -> bool:
        """Whether ``reporter`` names this agency or a group it belongs to."""
        if reporter.agency:
            return reporter.agency == self.id
        return reporter.group in self.groups


@dataclass(frozen=True)
class Succession:
    """From day ``on``, ``after`` does what ``before`` did: of all its tasks, or of those that ``indicators`` ask about.

    Many-to-many: one agency may have several successors, each with indicators of its own, and one may succeed
    several. An indicator that two successors both took over was divided between them.
    """

    before: str
    after: str
    on: date
    indicators: frozenset[str] | None = None

    def covers(self, indicator: str) -> bool:
        """Whether the task that an indicator asks about went over."""
        return self.indicators is None or indicator in self.indicators

    def shares_tasks(self, other: Succession) -> bool:
        """Whether both are about one and the same task, or either about all."""
        return self.indicators is None or other.indicators is None or bool(self.indicators & other.indicators)


def reporting(agencies: Iterable[Agency], reporter: Reporter) -> tuple[Agency, ...]:
    """Return the agencies that ``reporter`` names, in the office's order."""
    return tuple(agency for agency in agencies if agency.answers_for(reporter))
