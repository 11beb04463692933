"""A report in JSON or as a list beside the same report made anew: by what programs go, whatever the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reformdesk.core.report import TIDY_HEADER
from reformdesk.office import report_reading
from reformdesk.office.report_places import Altered, Judged, Names, What, plain
from reformdesk.office.report_reading import text_of


def lists(printed: bytes, expected: bytes, judged: Judged) -> Iterator[Altered]:
    """Compare two lists. Raises :class:`ValueError` for what is none."""
    names = Names(judged.tables)
    found, doubled = _by_place(report_reading.listed(printed))
    due, _ = _by_place(report_reading.listed(expected))
    for place, line in due.items():
        where = dict(zip(_PLACE, place, strict=True))
        other = found.get(place)
        if other is None:
            yield names.altered(What.ROW_MISSING, where)
            continue
        for member, should, shown in zip(TIDY_HEADER, line, other, strict=True):
            if not _same(should, shown):
                what = What.FIGURE if member == "value" else What.WORDS
                yield names.altered(what, {**where, "member": member}, shown, should)
    for place in (*(place for place in found if place not in due), *doubled):
        yield names.altered(What.ROW_ADDED, dict(zip(_PLACE, place, strict=True)))


_PLACE = ("round", "indicator", "agency")
_Lines = dict[tuple[str, ...], Sequence[str]]


def _by_place(rows: Sequence[Sequence[str]]) -> tuple[_Lines, list[tuple[str, ...]]]:
    """Return a list's lines by round, indicator and agency, and the places that stand in it again."""
    if not rows or tuple(map(text_of, rows[0])) != TIDY_HEADER or {len(row) for row in rows} != {len(TIDY_HEADER)}:
        raise ValueError("no report")
    found: _Lines = {}
    doubled = []
    for row in rows[1:]:
        place = tuple(map(text_of, row[: len(_PLACE)]))
        if place in found:
            doubled.append(place)
        found.setdefault(place, row)
    return found, doubled


def _same(should: str, shown: str) -> bool:
    """Whether a field says what it should; a program may have written a number in its own way."""
    return text_of(should) == text_of(shown) or (plain(should) is not None and plain(should) == plain(shown))


_ID_OF = {"rounds": ("round", "id"), "totals": ("indicator", "indicator"), "shares": ("agency", "agency")}
"""The lists of a report in JSON: what their members are, and what each goes by."""
_VALUES = ("value", "computed", "decided_on")
"""The members that are a value as a whole, not a document of their own."""


def data(printed: bytes, expected: bytes, judged: Judged) -> Iterator[Altered]:
    """Compare two documents. Raises :class:`ValueError` for what is none."""
    found, due = report_reading.data(printed), report_reading.data(expected)
    # what it was made from was followed already
    for document in (found, due):
        document.pop("origin", None)
    yield from _members(Names(judged.tables), found, due, {})


def _members(names: Names, found: Any, due: Any, where: Mapping[str, str]) -> Iterator[Altered]:
    if isinstance(found, dict) and isinstance(due, dict) and where.get("member") not in _VALUES:
        for name in dict.fromkeys([*due, *found]):
            if name in _ID_OF and isinstance(found.get(name), list) and isinstance(due.get(name), list):
                yield from _listed(names, name, found[name], due[name], where)
                continue
            member = ".".join(filter(None, [where.get("member", ""), name]))
            yield from _members(names, found.get(name), due.get(name), {**where, "member": member})
    elif isinstance(found, list) and isinstance(due, list) and len(found) == len(due):
        for one, other in zip(found, due, strict=True):
            yield from _members(names, one, other, where)
    elif found != due and not (isinstance(found, str) and isinstance(due, str) and text_of(found) == text_of(due)):
        is_value = where.get("member") == "value"
        yield names.altered(What.FIGURE if is_value else What.WORDS, where, _said(found), _said(due))


def _listed(
    names: Names, name: str, found: Sequence[Any], due: Sequence[Any], where: Mapping[str, str]
) -> Iterator[Altered]:
    what, goes_by = _ID_OF[name]
    by_id = [{str(one.get(goes_by)): one for one in side if isinstance(one, dict)} for side in (found, due)]
    for key in dict.fromkeys([*by_id[1], *by_id[0]]):
        at = {**{kind: text for kind, text in where.items() if kind != "member"}, what: key}
        if key not in by_id[0]:
            yield names.altered(What.ROW_MISSING, at)
        elif key not in by_id[1]:
            yield names.altered(What.ROW_ADDED, at)
        else:
            yield from _members(names, by_id[0][key], by_id[1][key], at)
    if len(found) != len(by_id[0]):
        yield names.altered(What.ROW_ADDED, {**where, "member": name})


def _said(item: Any) -> str:
    """Return a member of a document as people read it."""
    if isinstance(item, dict):
        return "; ".join(_said(one) for one in item.values())
    if isinstance(item, list):
        return ", ".join(map(_said, item))
    return "" if item is None else str(item)
