"""What is different between two indicator sets, as a change note tells it. Pure.

First the set itself, then its tables in printed order with what is asked in them, then the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reformdesk.core.catalogue import Catalogue, Column, Label, Row, Table
from reformdesk.core.edition import UNNAMED
from reformdesk.core.edition_change import Change, Param, Section, moved
from reformdesk.core.nesting import end_of

_SAID_OF_MANY = frozenset({"reporter-changed", "reporter-printed", "consolidation-changed", "row-nested"})
"""What is said of many rows at a time, where it is the same of all; what it is said of stands first."""


def between(old: Catalogue, new: Catalogue) -> tuple[Change, ...]:
    """Return what is different between two indicator sets."""
    return (*_of_the_set(old, new), *_of_the_tables(old, new), *_of_the_rules(old, new))


def _of_the_set(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    if old.name != new.name:
        yield _set("set-renamed", old=old.name, new=new.name)
    before, now = ({area.id: area for area in one.areas} for one in (old, new))
    for name, area in now.items():
        if name not in before:
            yield _set("area-added", area=area.title)
        elif area.title != before[name].title:
            yield _set("area-retitled", old=before[name].title, new=area.title)
        elif area != before[name]:
            yield _set("area-shortened", area=area.title)
    for name, area in before.items():
        if name not in now:
            yield _set("area-removed", area=area.title)
    for name in moved([*before], [*now]):
        yield _set("area-moved", area=now[name].title)
    if old.source.get("blocks", []) != new.source.get("blocks", []):
        names = ", ".join(one["name"]["vi"] for one in new.source.get("blocks", []))
        yield _set("blocks-changed", blocks=names)


def _set(code: str, **params: Param) -> Change:
    return Change(Section.SET, code, tuple(params.items()))


def _of_the_tables(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    before, now = ({table.id: table for table in one.tables} for one in (old, new))
    shifted = set(moved([*before], [*now]))
    for name, table in now.items():
        was = before.get(name)
        if was is None:
            yield _in(table, "table-added", table=table.title)
        told = [*_of_a_table(was, table, new, shifted)] if was else []
        told += [*_of_what_is_asked(was, table, old, new), *_of_headings(was, table)]
        yield from _gathered(told)
        if was is not None and was != table and not told and set(was.indicators()) <= set(table.indicators()):
            yield _in(table, "table-rearranged", table=table.title)
    for name, table in before.items():
        if name not in now:
            yield _in(table, "table-removed", table=table.title)
            yield from _retired(table, old, new)


def _in(where: Table, code: str, asked: str = "", /, **params: Param) -> Change:
    return Change(Section.TABLES, code, tuple(params.items()), table=where.id, indicator=asked)


def _of_a_table(before: Table, table: Table, new: Catalogue, shifted: set[str]) -> Iterator[Change]:
    if before.title != table.title:
        yield _in(table, "table-retitled", **_renamed(before.label, table.label))
    elif before.title_en != table.title_en:
        yield _in(table, "table-retitled-in-english", new=table.title_en)
    if before.area != table.area:
        area = next((one.title for one in new.areas if one.id == table.area), table.area)
        yield _in(table, "table-in-other-area", table=table.title, area=area)
    if table.id in shifted:
        yield _in(table, "table-moved", table=table.title)
    if before.printed_reporter != table.printed_reporter:
        yield _in(table, "table-reporter-printed", new=table.printed_reporter)
    heads = [_fixed(one.columns) for one in (before, table)]
    if heads[0] != heads[1] or before.layout != table.layout:
        yield _in(table, "columns-headed", heads=", ".join(head for _, head in heads[1] if head))


def _renamed(old: Label, new: Label) -> dict[str, Param]:
    """Return both names, in English too where that tells them apart."""
    if old.en and new.en and old.en != new.en:
        return {"old": old, "new": new}
    return {"old": old.vi, "new": new.vi}


def _gathered(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes, those that say the same of several rows as one that names them all."""
    alike: dict[tuple[object, ...], list[Change]] = {}
    for place, change in enumerate(changes):
        key = (change.code, change.params[1:]) if change.code in _SAID_OF_MANY else (place,)
        alike.setdefault(key, []).append(change)
    for first, *others in alike.values():
        if not others:
            yield first
            continue
        what = first.params[0][0]
        named = tuple(value for one in (first, *others) for _, value in one.params[:1] if isinstance(value, Label))
        yield replace(first, params=((what, named), *first.params[1:]))


def _fixed(columns: Sequence[Column]) -> list[tuple[str, str]]:
    return [(one.kind, one.header) for one in columns if not one.indicator]


def _of_what_is_asked(before: Table | None, table: Table, old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Yield what became of each indicator in printed order, those that are asked for no more last."""
    was_in = {name: one for one in old.tables for name in one.indicators()}
    shifted = set(moved([*before.indicators()], [*table.indicators()])) if before else set()
    for name in table.indicators():
        indicator = new.indicators[name]
        if name not in was_in:
            number = new.printed_number(name)
            asked: dict[str, Param] = {"kind": indicator.kind, "unit": indicator.unit}
            asked |= {"reporter": indicator.reporter}
            yield _in(table, "indicator-added", name, number=number, indicator=indicator.name, **asked)
            continue
        if was_in[name].id != table.id:
            yield _in(table, "indicator-from-table", name, indicator=indicator.name, table=was_in[name].label)
        yield from _of_its_row(was_in[name], table, name, old, new)
        if name in shifted:
            yield _in(table, "indicator-moved", name, indicator=indicator.name)
        yield from _of_an_indicator(table, old, new, name)
    if before is not None:
        yield from _retired(before, old, new)


def _retired(before: Table, old: Catalogue, new: Catalogue) -> Iterator[Change]:
    for name in before.indicators():
        if name not in new.indicators:
            number, own = old.printed_number(name), old.indicators[name].name
            yield _in(before, "indicator-retired", name, number=number, indicator=own)


def _of_its_row(before: Table, table: Table, name: str, old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Yield how an indicator is called and numbered otherwise."""
    called = (old.indicators[name].name, new.indicators[name].name)
    if called[0].vi != called[1].vi:
        yield _in(table, "indicator-reworded", name, **_renamed(*called))
    elif called[0].en != called[1].en:
        yield _in(table, "indicator-reworded-in-english", name, indicator=called[1].vi, new=called[1].en)
    was, row = (next((row for row in one.rows if row.indicator == name), None) for one in (before, table))
    if was is None or row is None:
        heads = [next((c.header for c in one.columns if c.indicator == name), "") for one in (before, table)]
        if heads[0] != heads[1] and heads[1] != called[1].vi:
            yield _in(table, "row-reworded", name, old=heads[0], new=heads[1])
        return
    if was.number != row.number:
        yield _in(table, "row-renumbered", name, row=_said(row, called[1]), old=was.number, new=row.number)
    if (was.name, was.name_en) != (row.name, row.name_en) and row.name != called[1].vi:
        said = _renamed(was.label, row.label)
        yield _in(table, "row-reworded", name, **said)
    if was.level != row.level:
        yield _in(table, "row-nested", name, row=_said(row, called[1]))
    same = old.indicators[name].reporter == new.indicators[name].reporter
    if was.printed_reporter != row.printed_reporter and same:
        yield _in(table, "reporter-printed", name, row=_said(row, called[1]), new=row.printed_reporter)


def _of_an_indicator(table: Table, old: Catalogue, new: Catalogue, name: str) -> Iterator[Change]:
    """Yield what is different in what is asked, so that nothing is that no line tells."""
    was, now = old.indicators[name], new.indicators[name]
    told: Mapping[str, tuple[Param, Param]] = {
        "kind-changed": (was.kind, now.kind),
        "unit-changed": (was.unit, now.unit),
        "nature-changed": (was.nature, now.nature),
        "digits-changed": (was.digits, now.digits),
        "unit-printed": (was.written_unit, now.written_unit),
        "reporter-changed": (was.reporter, now.reporter),
    }
    for code, (before, after) in told.items():
        if before != after:
            yield _in(table, code, name, indicator=now.name, old=before, new=after)
    exceeding = [one.rate is not None and one.rate.may_exceed for one in (was, now)]
    if exceeding[0] != exceeding[1] and now.rate is not None:
        yield _in(table, "rate-may-exceed" if exceeding[1] else "rate-within", name, indicator=now.name)
    if now.rate is not None and (was.rate is None or was.rate.parts != now.rate.parts):
        parts = {"numerator": _name(new, now.rate.numerator), "denominator": _name(new, now.rate.denominator)}
        yield _in(table, "rate-computed", name, indicator=now.name, **parts)
    elif was.consolidation != now.consolidation:
        both = {"old": was.consolidation, "new": now.consolidation}
        yield _in(table, "consolidation-changed", name, indicator=now.name, **both)
    if was.weight != now.weight:
        yield _in(table, "weight-changed", name, indicator=now.name, weight=_name(new, now.weight))


def _name(catalogue: Catalogue, name: str) -> Label:
    return catalogue.indicators[name].name if name in catalogue.indicators else Label(name, name)


def _of_headings(before: Table | None, table: Table) -> Iterator[Change]:
    """Yield what became of the rows that only structure: known by their words, what they head, or their number."""
    was = _headings(before) if before else []
    now = _headings(table)
    heads = {id(row): _first_below(one, row) for one in (before, table) if one for row in one.rows}
    ways: tuple[Callable[[Row], tuple[object, ...]], ...] = (
        lambda row: (row.name,),
        lambda row: (heads[id(row)] or row, row.level),
        lambda row: (row.number, row.level),
    )
    for known_by in ways:
        for one, other in _paired(was, now, known_by):
            yield from _of_a_heading(table, one, other)
    # a row whose indicator was retired may go on heading others
    asked = {row.name for row in before.rows if row.indicator} if before else set()
    for row in now:
        if row.name not in asked:
            yield _in(table, "heading-added", number=row.number, row=_said(row))
    for row in was:
        yield _in(table, "heading-removed", number=row.number, row=_said(row))


def _of_a_heading(table: Table, was: Row, row: Row) -> Iterator[Change]:
    if (was.name, was.name_en) != (row.name, row.name_en):
        yield _in(table, "row-reworded", **_renamed(_said(was), _said(row)))
    if was.number != row.number:
        yield _in(table, "row-renumbered", row=_said(row), old=was.number, new=row.number)
    if was.level != row.level:
        yield _in(table, "row-nested", row=_said(row))
    if was.printed_reporter != row.printed_reporter:
        yield _in(table, "reporter-printed", row=_said(row), new=row.printed_reporter)


def _first_below(table: Table, heading: Row) -> str:
    """Return the first indicator below a row, empty where nothing is."""
    place = next(at for at, row in enumerate(table.rows) if row is heading)
    below = table.rows[place + 1 : end_of([row.level for row in table.rows], place)]
    return next((row.indicator for row in below if row.indicator), "")


def _said(row: Row, asked: Label = UNNAMED) -> Label:
    """Return what a row says; in English what its indicator is called, where it has no English of its own."""
    return Label(row.name, row.name_en or asked.en)


def _headings(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.indicator]


def _paired(was: list[Row], now: list[Row], known_by: Callable[[Row], tuple[object, ...]]) -> list[tuple[Row, Row]]:
    """Take from both lists the rows that are known by the same, in order, and return them in pairs."""
    pairs = []
    for row in list(now):
        same = next((one for one in was if known_by(one) == known_by(row)), None)
        if same is not None:
            pairs.append((same, row))
            was[:] = [one for one in was if one is not same]
            now[:] = [one for one in now if one is not row]
    return pairs


def _of_the_rules(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    before, now = ({rule.id: rule for rule in one.rules} for one in (old, new))
    for name, rule in now.items():
        if name not in before:
            yield Change(Section.RULES, "rule-added", (("rule", rule),), rule=name)
        elif rule != before[name]:
            yield Change(Section.RULES, "rule-changed", (("old", before[name]), ("new", rule)), rule=name)
    for name, rule in before.items():
        if name not in now:
            yield Change(Section.RULES, "rule-removed", (("rule", rule),), rule=name)
