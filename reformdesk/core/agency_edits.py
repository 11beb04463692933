"""Edits of the agencies over time, as steps of drawing an edition; what each refuses stands in
:mod:`reformdesk.core.reorganising`.

``on`` is the first day of the new state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from reformdesk.core import reorganising
from reformdesk.core.catalogue import Reporter
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.indicator_edits import Assign
from reformdesk.core.organisation import Agency
from reformdesk.core.register import Register


@dataclass(frozen=True)
class FoundAgency(Edit):
    """Let there be a new agency."""

    name: str
    groups: tuple[str, ...] = ()
    name_en: str = ""
    contact: str = ""
    on: date | None = None
    behind: str = ""
    id: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency."""
        new = Agency(self.id, self.name, self.groups, self.name_en, self.contact)
        return _with(edition, reorganising.found(edition.register, new, self.on, self.behind))


@dataclass(frozen=True)
class RenameAgency(Edit):
    """Let an agency be called otherwise from a day; without one its name is only put right."""

    agency: str
    name: str
    name_en: str = ""
    on: date | None = None

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency's name."""
        return _with(edition, reorganising.rename(edition.register, self.agency, self.name, self.name_en, self.on))


@dataclass(frozen=True)
class MergeAgencies(Edit):
    """Let agencies go into another one."""

    agencies: tuple[str, ...]
    into: str
    on: date

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agencies merged; who reports is not touched."""
        return _with(edition, reorganising.merge_into(edition.register, self.agencies, self.into, self.on))


@dataclass(frozen=True)
class Task:
    """What one successor takes over: the tasks that some indicators ask about, ``None`` all."""

    after: str
    indicators: frozenset[str] | None = None


@dataclass(frozen=True)
class SplitAgency(Edit):
    """Let others take over from an agency, each some of its tasks."""

    agency: str
    tasks: tuple[Task, ...]
    on: date
    dissolve: bool = True

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency split; who reports is not touched."""
        tasks = {task.after: task.indicators for task in self.tasks}
        done = reorganising.split(edition.register, self.agency, tasks, self.on, dissolve=self.dissolve)
        return _with(edition, done)


@dataclass(frozen=True)
class DissolveAgency(Edit):
    """Let an agency be no more, and nobody succeed it."""

    agency: str
    on: date

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the agency from that day."""
        return _with(edition, reorganising.dissolve(edition.register, self.agency, self.on))


@dataclass(frozen=True)
class JoinGroup(Edit):
    """Let an agency report with a group."""

    agency: str
    group: str
    on: date | None = None

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency in the group."""
        return _with(edition, reorganising.join_group(edition.register, self.agency, self.group, self.on))


@dataclass(frozen=True)
class LeaveGroup(Edit):
    """Let an agency report with a group no more; without a day it never did."""

    agency: str
    group: str
    on: date | None = None

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency out of the group."""
        return _with(edition, reorganising.leave_group(edition.register, self.agency, self.group, self.on))


@dataclass(frozen=True)
class SetContact(Edit):
    """Note whom to call at an agency."""

    agency: str
    contact: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency's contact."""
        return _with(edition, reorganising.set_contact(edition.register, self.agency, self.contact))


@dataclass(frozen=True)
class PlaceAgency(Edit):
    """Let an agency stand right behind another in the office's order, else first."""

    agency: str
    behind: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the agency in its place."""
        return _with(edition, reorganising.place(edition.register, self.agency, self.behind))


@dataclass(frozen=True)
class NameGroup(Edit):
    """Give a group a name of its own, or begin a new group."""

    group: str
    name: str
    name_en: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the group's name."""
        return _with(edition, reorganising.name_group(edition.register, self.group, self.name, self.name_en))


@dataclass(frozen=True)
class TakeRegister(Edit):
    """Take over a whole register, as one that was read from a list. Raises what is wrong with it, if anything is."""

    register: Register

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the register."""
        found = reorganising.flaws(self.register)
        if found:
            raise found[0].problem
        return _with(edition, self.register)


Reorganisation = MergeAgencies | SplitAgency


def assignments(edition: Edition, edit: Reorganisation) -> tuple[Assign, ...]:
    """Return who reports after a reorganisation what an agency alone reported before: whoever took its task over.

    What several took over between them is left: somebody has to say who reports it.
    """
    return tuple(_assignments(edition, edit))


def _assignments(edition: Edition, edit: Reorganisation) -> Iterator[Assign]:
    if isinstance(edit, MergeAgencies):
        for agency in edit.agencies:
            if alone := _alone(edition, agency):
                yield Assign(alone, Reporter(agency=edit.into))
        return
    for name in _alone(edition, edit.agency):
        heirs = [task.after for task in edit.tasks if task.indicators is not None and name in task.indicators]
        heirs = heirs or [task.after for task in edit.tasks if task.indicators is None]
        if len(heirs) == 1:
            yield Assign((name,), Reporter(agency=heirs[0]))


def _alone(edition: Edition, agency: str) -> tuple[str, ...]:
    return tuple(name for name in edition.drawn.order if edition.indicators[name].reporter.agency == agency)


def _with(edition: Edition, register: Register) -> Edition:
    return replace(edition, register=register)
