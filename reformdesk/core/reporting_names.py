"""Who a table or a list means: agencies by name or abbreviation, and the groups that are named together.

A printed table says ``Sở TT&TT``, ``Đài PT-TH tỉnh`` or ``Các sở, ngành, UBND cấp huyện``; a list of
agencies has headings such as ``I. CÁC SỞ, BAN, NGÀNH``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reformdesk.core.catalogue import Reporter
from reformdesk.core.organisation import Agency
from reformdesk.core.text import fold, slug

ALL = "all"
DEPARTMENTS, DISTRICTS, COMMUNES = "departments", "districts", "communes"
KNOWN_GROUPS = (DEPARTMENTS, DISTRICTS, COMMUNES)

_NAMED = {
    DEPARTMENTS: re.compile(r"\bcac so\b|\bso,? (ban,? )?nganh\b|\bkhoi so\b|\bco quan chuyen mon\b|\bcap tinh\b"),
    DISTRICTS: re.compile(r"\bhuyen\b|\bthi xa\b"),
    COMMUNES: re.compile(r"(?<!\bthi )\bxa\b|(?<!\bdia )\bphuong\b|\bdac khu\b|\bthi tran\b"),
}
_EVERYONE = re.compile(r"(tat ca |cac )?(co quan|don vi)( va|,)? (don vi|dia phuong)\b.*|tat ca .*|toan tinh")
_OWN = (
    (DISTRICTS, re.compile(r"(ubnd |uy ban nhan dan )?(huyen|thi xa|thanh pho|quan|tp\.?) .+")),
    (COMMUNES, re.compile(r"(ubnd |uy ban nhan dan )?(xa|phuong|thi tran|dac khu) .+")),
)
_WORDS = re.compile(r"[a-z0-9]+")


def group_of_name(name: str) -> str:
    """Return the group that an agency most likely belongs to, by its name."""
    folded = fold(name)
    return next((group for group, own in _OWN if own.fullmatch(folded)), DEPARTMENTS)


def groups_in(text: str) -> frozenset[str]:
    """Return the groups that a heading or a printed reporter names; :data:`ALL` where it names everyone."""
    folded = fold(text)
    named = frozenset(group for group, words in _NAMED.items() if words.search(folded))
    return named or (frozenset({ALL}) if _EVERYONE.fullmatch(folded) else frozenset())


def group_id(group: str) -> str:
    """Return the id of a group: one of the known ones as it is, another by the name it was given."""
    return slug(group)


def memberships(own: str, present: Iterable[str]) -> list[str]:
    """Return all groups that an agency of the group ``own`` reports in, among the groups that there are.

    Where a province has more than two groups, each pair has one as well: ``Các sở, ngành, UBND cấp
    xã`` may leave the third out.
    """
    others = sorted({group_id(one) for one in present} - {own})
    pairs = [joined((own, other)) for other in others] if len(others) > 1 else []
    return [ALL, own, *pairs]


def joined(groups: Iterable[str]) -> str:
    """Return the id of several groups taken together."""
    return "-".join(sorted(groups))


def is_same(one: str, other: str) -> bool:
    """Whether two names are one, where either may shorten words to their initials (``TT&TT``, ``PTNT``)."""
    return _aligned(_words(one), _words(other))


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORDS.findall(fold(name)) if word != "va")


def _aligned(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        # the province's own bodies are named with and without it
        return list(one or other) in ([], ["tinh"])
    if one[0] == other[0] and _aligned(one[1:], other[1:]):
        return True
    return _shortened(one, other) or _shortened(other, one)


def _shortened(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the first word of ``short`` has the initials of the first words of ``whole``, and the rest goes on."""
    letters = short[0]
    spelt = "".join(word[0] for word in whole[: len(letters)])
    return len(letters) > 1 and spelt == letters and _aligned(short[1:], whole[len(letters) :])


class Reporters:
    """Finds who a printed reporter means among a province's agencies.

    ``printed`` has what the texts of tables that are known stand for.
    """

    def __init__(self, agencies: Iterable[Agency], printed: Mapping[str, Reporter] | None = None) -> None:
        self._agencies = tuple(agencies)
        self._by_name = {fold(agency.name): agency.id for agency in self._agencies}
        self._ids = frozenset(self._by_name.values())
        self._groups = frozenset(group for agency in self._agencies for group in agency.groups)
        self._own = frozenset(agency.groups[1] for agency in self._agencies if len(agency.groups) > 1)
        self._printed = printed or {}

    def exists(self, reporter: Reporter) -> bool:
        """Whether somebody answers to it."""
        return reporter.agency in self._ids if reporter.agency else reporter.group in self._groups

    def find(self, text: str) -> Reporter | None:
        """Return who is meant, ``None`` where that cannot be told."""
        folded = fold(text)
        if not folded:
            return None
        if folded in self._by_name:
            return Reporter(agency=self._by_name[folded])
        named = groups_in(text)
        known = self._printed.get(folded)
        # a text that names districts speaks of nobody where there are only communes
        if known is not None and self.exists(known) and (known.agency or named <= self._own | {ALL}):
            return known
        alike = [agency.id for agency in self._agencies if is_same(agency.name, text)]
        if len(alike) == 1:
            return Reporter(agency=alike[0])
        return self._group(named)

    def _group(self, named: frozenset[str]) -> Reporter | None:
        if not named or not named <= self._own | {ALL}:
            return None
        whole = ALL in named or named >= self._own
        return Reporter(group=ALL if whole else joined(named))
