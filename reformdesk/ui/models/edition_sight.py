"""What the page of an edition shows: the draft as it stands, and the edition that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reformdesk.core.catalogue import Catalogue, Reporter
from reformdesk.core.edition import Edition
from reformdesk.core.edition_problem import Problem
from reformdesk.core.organisation import Agency
from reformdesk.core.register import Register
from reformdesk.core.round_labels import RoundLabel
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.reorganisation import owed


@dataclass(frozen=True, eq=False)
class EditionSight:
    """``day`` is the one that agencies are shown at, ``changes`` counts what the change note says against ``base``.

    ``rounds`` are those on which a rule can be tried, newest first.
    """

    edition: Edition
    base: Edition
    day: date
    can_undo: bool = False
    can_redo: bool = False
    changes: int = 0
    problems: tuple[Problem, ...] = ()
    rounds: tuple[RoundLabel, ...] = ()

    @cached_property
    def errors(self) -> int:
        """How many of the problems keep the draft from being used."""
        return sum(problem.blocks for problem in self.problems)

    @property
    def catalogue(self) -> Catalogue:
        """The set as it is drawn: it may name what is no more there."""
        return self.edition.drawn

    @property
    def register(self) -> Register:
        """The agencies over the years."""
        return self.edition.register

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies of the day, in the office's order."""
        return self.register.at(self.day)

    @cached_property
    def owed(self) -> Mapping[str, tuple[str, ...]]:
        """By agency of the day, what it owes, in printed order."""
        return owed(self.catalogue, self.agencies)

    def groups(self) -> tuple[str, ...]:
        """Return the ids of the groups that have a member on the day."""
        there = {group for agency in self.agencies for group in agency.groups}
        return tuple(group.id for group in self.register.groups if group.id in there)

    def reporters(self, wording: EditionWording) -> dict[Reporter, str]:
        """Return all who may report on the day: groups, then agencies."""
        named = {Reporter(group=group): wording.group(self.register, group) for group in self.groups()}
        own = {Reporter(agency=agency.id): agency.text(wording.language) for agency in self.agencies}
        return {**named, **own}
