"""Whom a list means: agencies by id, name or abbreviation, groups by their names, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from reformdesk.core.catalogue import Reporter
from reformdesk.core.list_headings import EVERYONE, GROUPS
from reformdesk.core.register import Register
from reformdesk.core.reporting_names import ALL, groups_in, is_same, joined
from reformdesk.core.text import fold

_ALSO = {
    "tat ca": ALL,
    "tat ca don vi": ALL,
    "tat ca cac don vi": ALL,
    "so": "departments",
    "so nganh": "departments",
    "huyen": "districts",
    "xa": "communes",
    "phuong": "communes",
}
"""Other words for groups, folded."""

_ALIKE = 0.75
_MOST_MEANT = 50
"""How often it is said who was perhaps meant: a list with more unknown names is of another province."""


class Names:
    """The names in a register: those that agencies bear and bore, and those of its groups."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._sought = 0

    def agency(self, text: str) -> str:
        """Return the id of who is meant, empty where nobody is or several may be."""
        if text in self._register.by_id:
            return text
        bearing = self._by_name.get(fold(text), ())
        if not bearing:
            bearing = tuple(one.id for one in self._register.entries if is_same(one.names[-1].name, text))
        # of several that bore a name, who is still there is meant
        there = [name for name in bearing if self._register.by_id[name].dissolved is None]
        return next(iter(bearing if len(bearing) == 1 else there if len(there) == 1 else ()), "")

    def group_called(self, text: str) -> str:
        """Return the id of the group that bears a name, in either language, or is known by it; empty where none is."""
        return self._groups.get(fold(text), "")

    def group(self, text: str) -> str:
        """Return the id of the group that is meant, empty where none is."""
        called = self.group_called(text)
        if called:
            return called
        named = groups_in(text)
        return next(iter(named)) if len(named) == 1 and named <= self.group_ids else ""

    def groups_together(self, text: str) -> str:
        """Return the id of a group that takes several together, as printed tables name them; empty where none is."""
        named = groups_in(text)
        if ALL in named or (named and named >= self.own_groups):
            return ALL
        return joined(named) if len(named) > 1 and joined(named) in self.group_ids else ""

    def reporter(self, text: str, printed: Mapping[str, Reporter]) -> Reporter | None:
        """Return who is to report, ``None`` where that cannot be told.

        ``printed`` has by folded words what the texts of tables that are known stand for.
        """
        folded = fold(text)
        if folded in self._groups:
            return Reporter(group=self._groups[folded])
        agency = self.agency(text)
        if agency:
            return Reporter(agency=agency)
        known = printed.get(folded)
        # a text that names districts speaks of nobody once there are none
        if known is not None and groups_in(text) <= self.own_groups | {ALL}:
            return known
        group = self.group(text) or self.groups_together(text)
        return Reporter(group=group) if group else None

    def near_agency(self, text: str) -> str:
        """Return the name of the agency that was perhaps meant, empty where none is alike."""
        return self._near(text, self._shown)

    def near_group(self, text: str) -> str:
        """Return the name of the group that was perhaps meant, empty where none is alike."""
        return self._near(text, {folded: self.group_name(group) for folded, group in self._groups.items()})

    def group_name(self, group: str, language: str = "vi") -> str:
        """Return what a group is called."""
        if group == ALL:
            return EVERYONE.text(language)
        own = next((one for one in self._register.groups if one.id == group and one.name), None)
        if own is not None:
            return own.label.text(language)
        return GROUPS[group].text(language) if group in GROUPS else group

    @cached_property
    def group_ids(self) -> frozenset[str]:
        """The groups that there are, and those that the program knows by itself."""
        return frozenset((ALL, *GROUPS, *(one.id for one in self._register.groups)))

    @cached_property
    def own_groups(self) -> frozenset[str]:
        """The groups that agencies are in that are still there, without those that take several together."""
        there = (entry for entry in self._register.entries if entry.dissolved is None)
        return own_groups(one.group for entry in there for one in entry.memberships if one.until is None)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for entry in self._register.entries:
            for folded in dict.fromkeys(fold(one.name) for one in entry.names):
                found[folded] = (*found.get(folded, ()), entry.id)
        return found

    @cached_property
    def _shown(self) -> Mapping[str, str]:
        return {folded: self._name(ids[0]) for folded, ids in self._by_name.items()}

    @cached_property
    def _groups(self) -> Mapping[str, str]:
        found = dict(_ALSO)
        for group in self.group_ids:
            found[group] = group
            found |= {fold(self.group_name(group, language)): group for language in ("vi", "en")}
        return found

    def _name(self, agency: str) -> str:
        return self._register.by_id[agency].names[-1].name

    def _near(self, text: str, names: Mapping[str, str]) -> str:
        self._sought += 1
        if self._sought > _MOST_MEANT:
            return ""
        alike = get_close_matches(fold(text), names, 1, _ALIKE)
        return names[alike[0]] if alike else ""


def own_groups(groups: Iterable[str]) -> frozenset[str]:
    """Return those of some groups that are neither everyone's nor several taken together."""
    single = frozenset(groups) - {ALL}
    pairs = {joined((one, other)) for one in single for other in single if one != other}
    return single - pairs
