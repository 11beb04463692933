"""A list of agencies as an office has it in Word or Excel, read into what a set-up needs.

Each line is an agency, or a heading that names the group of those below it. What was concluded and
not read is marked, so that a person looks at it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reformdesk.core import legacy_text
from reformdesk.core.pasted_table import Line
from reformdesk.core.reporting_names import ALL, KNOWN_GROUPS, group_id, group_of_name, groups_in, memberships
from reformdesk.core.text import fold, nfc, slug
from reformdesk.errors import Mendable

_NUMBER = re.compile(r"^\s*(?:(\d+(?:\.\d+)*|[IVX]+|[A-H])[.)]|[-–—+•*])\s*")
_NUMBER_ALONE = re.compile(r"\s*(\d+(\.\d+)*|[IVX]+|[A-H])?[.)]?\s*")
_ORDINAL = re.compile(r"([IVX]+|[A-H])[.)]?")
_NAME_HEADS = ("ten", "co quan", "don vi", "so, ban", "danh sach", "dia phuong")
_NUMBER_HEADS = ("stt", "tt", "so tt", "so thu tu")
_NO_AGENCY = re.compile(r"(tong cong|tong so|cong|danh sach|ghi chu)\b.*")
_MOST_OF_A_CONTACT, _MOST_OF_A_NAME = 300, 300


class Doubt(StrEnum):
    """What of an agency was concluded: its group from its name, its name from old fonts."""

    NAME = "name"
    GROUP = "group"


@dataclass(frozen=True)
class AgencyDraft:
    """An agency as it would be set up; ``group`` is a known group's id, or the words of another one's heading."""

    name: str
    group: str
    contact: str = ""
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True)
class _Columns:
    number: int | None
    name: int
    first: int
    """The first row that is no heading of columns."""


def read(lines: Sequence[Line]) -> tuple[AgencyDraft, ...]:
    """Read a list, in its own order."""
    columns = _columns(lines)
    return tuple(_drafts(lines[columns.first :], columns)) if columns is not None else ()


def _columns(lines: Sequence[Line]) -> _Columns | None:
    inside = [line for line in lines if any(line.texts)]
    if not inside:
        return None
    for place, line in enumerate(lines[:5]):
        heads = [fold(text) for text in line.texts]
        number = next((at for at, head in enumerate(heads) if head in _NUMBER_HEADS), None)
        name = next((at for at, head in enumerate(heads) if at != number and head.startswith(_NAME_HEADS)), None)
        if number is not None and name is not None:
            return _Columns(number, name, place + 1)
    width = max(len(line.cells) for line in inside)
    numbers = [at for at in range(width) if all(_NUMBER_ALONE.fullmatch(line.text(at)) for line in inside)]
    filled = Counter(at for line in inside for at in range(width) if at not in numbers and line.text(at))
    # the leftmost of the columns that most rows fill
    name = min(filled, key=lambda at: (-filled[at], at), default=0)
    return _Columns(numbers[0] if numbers and numbers[0] < name else None, name, 0)


def _drafts(lines: Sequence[Line], columns: _Columns) -> Iterator[AgencyDraft]:
    heading = ""
    for line in lines:
        name, rest = _name_and_rest(line, columns)
        if not name or _NO_AGENCY.fullmatch(fold(name)):
            continue
        if not rest and _is_heading(line, columns, name):
            heading = _group(name)
        else:
            yield _agency(name, heading, ", ".join(rest))


def _name_and_rest(line: Line, columns: _Columns) -> tuple[str, list[str]]:
    used = {columns.name, columns.number}
    rest = [" ".join(line.text(at).split()) for at in range(len(line.cells)) if at not in used]
    name = line.text(columns.name) or (line.text(columns.number) if not any(rest) else "")
    return " ".join(_NUMBER.sub("", name, count=1).split()), [one for one in rest if one]


def _is_heading(line: Line, columns: _Columns, name: str) -> bool:
    """Whether a line that has a name alone heads those below: by its number, its capitals, or whom it names."""
    led = _NUMBER.match(line.text(columns.name))
    number = line.text(columns.number).strip() or ((led.group(1) or "") if led else "")
    if _ORDINAL.fullmatch(number):
        return True
    plural = fold(name).startswith(("cac ", "khoi ", "nhom ")) or len(groups_in(name)) > 1
    return plural or (name.isupper() and " " in name) or (bool(groups_in(name)) and _names_no_one(name))


def _names_no_one(name: str) -> bool:
    """Whether every word after ``UBND`` is the kind of a place and none is a name."""
    words = set(re.findall(r"[a-z]+", fold(name))) - {"ubnd", "uy", "ban", "nhan", "dan", "cap", "cac", "va", "nganh"}
    return words <= {"huyen", "thi", "xa", "thanh", "pho", "phuong", "tran", "dac", "khu", "so"}


def _group(heading: str) -> str:
    named = [group for group in KNOWN_GROUPS if group in groups_in(heading)]
    if len(named) == 1:
        return named[0]
    return heading.capitalize() if heading.isupper() else heading


def _agency(name: str, heading: str, contact: str) -> AgencyDraft:
    doubts = set()
    said = legacy_text.notice(name)
    if said:
        name = said[0].text
        doubts.add(Doubt.NAME)
    own = group_of_name(name)
    if not heading or (heading in KNOWN_GROUPS and heading != own):
        doubts.add(Doubt.GROUP)
    return AgencyDraft(name, heading or own, contact, frozenset(doubts))


def to_wire(drafts: Iterable[AgencyDraft], known: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Return the agencies as a round file has them, in the order given.

    A name that ``known`` has keeps its id, which an indicator set may refer to, and its English name.
    Raises ``Mendable``: ``agency-twice``, ``no-agencies``, ``agency-too-long``.
    """
    by_name = {fold(str(one["name"])): one for one in known}
    listed = [one for one in drafts if one.name.strip()]
    present = {one.group for one in listed}
    found: dict[str, dict[str, Any]] = {}
    for one in listed:
        name, contact = (" ".join(nfc(text).split()) for text in (one.name, one.contact))
        if len(name) > _MOST_OF_A_NAME or len(contact) > _MOST_OF_A_CONTACT:
            raise Mendable("agency-too-long", agency=name[:80])
        template = by_name.get(fold(name), {})
        agency = {
            "id": template.get("id") or slug(name),
            "name": name,
            "name_en": template.get("name_en", ""),
            "groups": memberships(group_id(one.group), present),
        }
        if contact:
            agency["contact"] = contact
        if agency["id"] in found or any(fold(other["name"]) == fold(name) for other in found.values()):
            raise Mendable("agency-twice", agency=name)
        found[agency["id"]] = agency
    if not found:
        raise Mendable("no-agencies")
    return tuple(found.values())


def from_wire(agencies: Iterable[Mapping[str, Any]]) -> tuple[AgencyDraft, ...]:
    """Return agencies of a round file, or of the template, as a list to go on from."""
    return tuple(
        AgencyDraft(
            str(one["name"]),
            next((str(group) for group in one["groups"] if group != ALL), KNOWN_GROUPS[0]),
            str(one.get("contact", "")),
        )
        for one in agencies
    )
