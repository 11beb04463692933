"""Edits of what is asked: indicators, who reports them, how they become one figure, and the rules on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import catalogue_reading, wired
from reformdesk.core.catalogue import Block, Consolidation, Indicator, Kind, Label, Nature, Rate, Reporter, Rule
from reformdesk.core.catalogue import Layout as Printed
from reformdesk.core.edition import FITTING, UNNAMED, Edit, Edition, Wire, clean, named, reporter_wire, without
from reformdesk.core.nesting import end_of
from reformdesk.core.round_layout import SHARED
from reformdesk.core.table_edits import LAST, add_row, inserted, label_wire, levels_of, row_wire
from reformdesk.core.text import free_id
from reformdesk.errors import Mendable

_MOST_OF_A_NEW_ID = 60
_MOST_DIGITS = 10
_PERCENT = "%"
_RULE_KINDS = ("range", "jump", "repeat", "at-most", "total")


@dataclass(frozen=True)
class AddIndicator(Edit):
    """Ask for one more figure: a row at a place, or a column where the table has periods as rows.

    ``printed`` is what the row says where that is shorter than the name. Without ``consolidation`` it is the
    usual one of its kind. ``id`` brings back an indicator of an earlier edition, so that its series goes on;
    without one it gets an id that no edition ever had.
    """

    table: str
    name: Label
    reporter: Reporter
    kind: Kind = Kind.COUNT
    nature: Nature = Nature.FLOW
    unit: Label = UNNAMED
    number: str = ""
    level: int = 0
    printed: str = ""
    printed_reporter: str = ""
    consolidation: Consolidation | None = None
    weight: str = ""
    rate: Rate | None = None
    digits: int = 1
    id: str = ""
    at: int = LAST

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator in its place."""
        name = self._own_id(edition)
        made: dict[str, Any] = {
            "id": name,
            "name": named(self.name.vi),
            "name_en": clean(self.name.en),
            "kind": self.kind.value,
            "nature": self.nature.value,
            "unit": {"vi": clean(self.unit.vi), "en": clean(self.unit.en)},
            "reporter": _known_reporter(edition, self.reporter),
            "reporter_from": "row" if self.printed_reporter else "assumed",
            "consolidation": _usual(self.kind, self.reporter).value,
        }
        edition = edition.with_source(indicators=[*edition.source["indicators"], made])
        edition = self._placed(edition, name)
        if self.digits != 1:
            edition = ChangeDigits(name, self.digits).apply_to(edition)
        how = self.consolidation
        return edition if how is None else Consolidate(name, how, self.weight, self.rate).apply_to(edition)

    def _own_id(self, edition: Edition) -> str:
        if not self.id:
            return free_id(named(self.printed or self.name.vi), edition.used, _MOST_OF_A_NEW_ID)
        if any(one["id"] == self.id for one in edition.source["indicators"]) or self.id != free_id(
            self.id, frozenset()
        ):
            raise Mendable("edition-id-taken", name=self.id)
        return self.id

    def _placed(self, edition: Edition, name: str) -> Edition:
        own = edition.table(self.table)
        printed = self.printed or self.name.vi
        if own["layout"] == Printed.PERIODS_ACROSS:
            row = row_wire(self.number, printed, self.level, self.printed_reporter, indicator=name)
            return add_row(edition, self.table, self.at, row)
        column = {"kind": "indicator", "header": named(printed), "indicator": name}
        at = self.at if self.at >= 0 else _behind_the_asked(own["columns"])
        return edition.with_table(self.table, columns=inserted(own["columns"], at, [column]))


@dataclass(frozen=True)
class Retire(Edit):
    """Ask for an indicator no more. Its row goes, unless others are nested below it: then it still heads them."""

    indicator: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the indicator."""
        edition.indicator(self.indicator)
        left = [one for one in edition.source["indicators"] if one["id"] != self.indicator]
        tables = [_unasked(table, self.indicator) for table in edition.source["tables"]]
        return edition.with_source(indicators=left, tables=tables).keeping([self.indicator])


@dataclass(frozen=True)
class Reword(Edit):
    """Call an indicator otherwise; a row or column that said its name says the new one.

    ``printed`` is what its row or column says from now on, where that is shorter than the name.
    """

    indicator: str
    name: Label
    printed: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's name."""
        old = None if self.printed else edition.indicator(self.indicator).name.vi
        name = label_wire(self.name)
        new = clean(self.printed) or name["vi"]
        edition = edition.with_indicator(self.indicator, name=name["vi"], name_en=name["en"])
        return edition.with_source(
            tables=[_printed(table, self.indicator, old, new) for table in edition.source["tables"]]
        )


@dataclass(frozen=True)
class ChangeKind(Edit):
    """Ask for another kind of value; how it becomes one figure follows where it no longer could."""

    indicator: str
    kind: Kind

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's kind."""
        own = edition.indicator(self.indicator)
        edition = edition.with_indicator(self.indicator, kind=self.kind.value)
        if own.consolidation in FITTING[self.kind]:
            return edition
        usual = _usual(self.kind, own.reporter)
        return edition.with_indicator(self.indicator, consolidation=usual.value, weight=None, rate=None)


@dataclass(frozen=True)
class ChangeUnit(Edit):
    """Count in another unit; ``written`` is what is printed behind the figure itself."""

    indicator: str
    unit: Label
    written: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's unit."""
        unit = {"vi": clean(self.unit.vi), "en": clean(self.unit.en)}
        written = clean(self.written) or None
        also = edition.indicator(self.indicator).unit_also if written else ()
        return edition.with_indicator(
            self.indicator, unit=unit, written_unit=written, unit_also=list(also) if also else None
        )


@dataclass(frozen=True)
class ChangeNature(Edit):
    """Count on a day, or over the period."""

    indicator: str
    nature: Nature

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's nature."""
        return edition.with_indicator(self.indicator, nature=self.nature.value)


@dataclass(frozen=True)
class ChangeDigits(Edit):
    """Print at least so many digits."""

    indicator: str
    digits: int

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's least number of digits."""
        if not 1 <= self.digits <= _MOST_DIGITS:
            raise Mendable("digits-out-of-range", most=_MOST_DIGITS)
        return edition.with_indicator(self.indicator, digits=None if self.digits == 1 else self.digits)


@dataclass(frozen=True)
class Consolidate(Edit):
    """Make one figure of the agencies' shares in another way; ``rate`` has the parts of one that is computed."""

    indicator: str
    how: Consolidation
    weight: str = ""
    rate: Rate | None = None

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicator's consolidation."""
        own = edition.indicator(self.indicator)
        if self.how not in FITTING[own.kind]:
            raise Mendable("consolidation-unfit", name=own.name)
        if self.how is Consolidation.SOLE and not own.reporter.agency:
            raise Mendable("consolidation-needs-one", name=own.name)
        if self.weight:
            _require_weight(edition, own, self)
        edition = edition.with_indicator(
            self.indicator,
            consolidation=self.how.value,
            weight=self.weight or None,
            rate=wired.to_wire(self.rate),
        )
        if any(catalogue_reading.faults(edition.indicator(self.indicator), edition.drawn)):
            raise Mendable("rate-unfit", name=own.name)
        return edition


@dataclass(frozen=True)
class Assign(Edit):
    """Let an agency or a group report indicators; ``printed`` is how their rows name it."""

    indicators: tuple[str, ...]
    reporter: Reporter
    printed: str = ""

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the indicators' reporter."""
        wire = _known_reporter(edition, self.reporter)
        for name in self.indicators:
            edition.indicator(name)
        chosen = frozenset(self.indicators)
        printed = clean(self.printed) or _agency_name(edition, self.reporter)
        return edition.with_source(
            indicators=[
                _assigned(one, edition, wire) if one["id"] in chosen else one for one in edition.source["indicators"]
            ],
            tables=[_names_reporter(table, chosen, printed) for table in edition.source["tables"]],
        )


@dataclass(frozen=True)
class SetRule(Edit):
    """Set a rule, in place of the one with its id; one without an id is new."""

    rule: Rule

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the rule."""
        _require_rule(edition, self.rule)
        rules = edition.source["rules"]
        wire = rule_wire(self.rule)
        if not self.rule.id:
            taken = frozenset(str(one["id"]) for one in rules)
            wire["id"] = free_id("-".join([self.rule.kind, *self.rule.operands()[:1]]), taken, _MOST_OF_A_NEW_ID)
        if any(one["id"] == wire["id"] for one in rules):
            return edition.with_source(rules=[wire if one["id"] == wire["id"] else one for one in rules])
        return edition.with_source(rules=[*rules, wire])


@dataclass(frozen=True)
class RemoveRule(Edit):
    """Check by a rule no more."""

    rule: str

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition without the rule."""
        edition.rule(self.rule)
        return edition.with_source(rules=[one for one in edition.source["rules"] if one["id"] != self.rule])


@dataclass(frozen=True)
class SetBlocks(Edit):
    """Say for which blocks of agencies a satisfaction rate can be given."""

    blocks: tuple[Block, ...]

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with the blocks."""
        names = [one.id for one in self.blocks]
        twice = next((name for name in names if names.count(name) > 1 or name != free_id(name, frozenset())), "")
        if twice:
            raise Mendable("edition-id-taken", name=twice)
        wire = [{"id": one.id, "name": label_wire(one.name), "also": list(one.also)} for one in self.blocks]
        return edition.with_source(blocks=wire)


def rule_wire(rule: Rule) -> dict[str, Any]:
    """Return a rule in its JSON form, without what its kind does not use."""
    wire: dict[str, Any] = {"id": rule.id, "kind": rule.kind}
    match rule.kind:
        case "at-most":
            wire |= {"left": rule.left, "right": rule.right}
        case "total":
            parts = [{"sign": "-" if part.sign < 0 else "+", "indicator": part.indicator} for part in rule.parts]
            wire |= {"total": rule.total, "parts": parts}
        case "range":
            wire |= {"kinds": [kind.value for kind in rule.kinds], "least": str(rule.least), "most": str(rule.most)}
        case "jump":
            wire |= {"factor": str(rule.factor), "least": str(rule.least)}
    return {**wire, "severity": rule.severity.value}


def _require_rule(edition: Edition, rule: Rule) -> None:
    """Raise ``Mendable`` where a rule says nothing: ``rule-unknown``, ``edition-gone``, ``rule-empty``."""
    if rule.kind not in _RULE_KINDS:
        raise Mendable("rule-unknown", name=rule.kind)
    for name in rule.operands():
        edition.indicator(name)
    named_once = len(set(rule.operands())) == len(rule.operands())
    says_something = {
        "at-most": bool(rule.left and rule.right),
        "total": bool(rule.total and rule.parts),
        "range": bool(rule.kinds) and rule.least <= rule.most,
        "jump": rule.factor > 1 and rule.least >= 0,
        "repeat": True,
    }
    if not (named_once and says_something[rule.kind]):
        raise Mendable("rule-empty")


def _require_weight(edition: Edition, own: Indicator, edit: Consolidate) -> None:
    weight = edition.indicator(edit.weight)
    weighs = weight.kind in (Kind.COUNT, Kind.DECIMAL) and weight.id != own.id
    if not weighs or edit.how is not Consolidation.MEAN:
        raise Mendable("weight-unfit", name=own.name, weight=weight.name)


def _known_reporter(edition: Edition, reporter: Reporter) -> dict[str, str]:
    """Return a reporter in its JSON form. Raises ``Mendable``: ``reporter-missing``, ``reporter-unknown``."""
    if bool(reporter.agency) == bool(reporter.group):
        raise Mendable("reporter-missing")
    known = {*edition.register.by_id} if reporter.agency else {one.id for one in edition.register.groups}
    if reporter.agency + reporter.group not in known:
        raise Mendable("reporter-unknown", name=reporter.agency + reporter.group)
    return reporter_wire(reporter)


def _agency_name(edition: Edition, reporter: Reporter) -> str:
    entry = edition.register.by_id.get(reporter.agency)
    return entry.names[-1].name if entry else ""


def _usual(kind: Kind, reporter: Reporter) -> Consolidation:
    return Consolidation.SOLE if reporter.agency else SHARED[kind]


def _assigned(item: Wire, edition: Edition, reporter: Mapping[str, str]) -> Wire:
    """Return an indicator with another reporter: one agency's figure stands alone, several become one."""
    own = edition.indicator(item["id"])
    if reporter_wire(own.reporter) == reporter:
        return item
    how = own.consolidation
    if "group" in reporter and how is Consolidation.SOLE:
        how = SHARED[own.kind]
    elif "agency" in reporter and how is not Consolidation.RATE:
        how = Consolidation.SOLE
    weight = own.weight if how is Consolidation.MEAN else ""
    return without(
        item, {"reporter": dict(reporter), "reporter_from": "row", "consolidation": how.value, "weight": weight or None}
    )


def _names_reporter(table: Wire, chosen: Collection[str], printed: str) -> Wire:
    """Return a table whose rows name who reports them now; a unit that stands in that column stays."""
    if not printed or all(one["kind"] != "reporter" for one in table["columns"]):
        return table
    rows = [
        {**row, "printed_reporter": printed}
        if row.get("indicator") in chosen and row.get("printed_reporter") != _PERCENT
        else row
        for row in table["rows"]
    ]
    return {**table, "rows": rows}


def _unasked(table: Wire, indicator: str) -> Wire:
    """Return a table that asks for an indicator no more."""
    columns = [one for one in table["columns"] if one.get("indicator") != indicator]
    rows = []
    for place, row in enumerate(table["rows"]):
        if row.get("indicator") != indicator:
            rows.append(row)
        elif end_of(levels_of(table["rows"]), place) > place + 1:
            rows.append(without(row, {"indicator": None}))
    return {**table, "columns": columns, "rows": rows}


def _printed(table: Wire, indicator: str, old: str | None, new: str) -> Wire:
    """Return a table whose row or column that printed an indicator's old name, or any, prints the new one."""
    rows = [
        {**row, "name": new} if row.get("indicator") == indicator and old in (None, row["name"]) else row
        for row in table["rows"]
    ]
    columns = [
        {**one, "header": new} if one.get("indicator") == indicator and old in (None, one.get("header")) else one
        for one in table["columns"]
    ]
    return {**table, "rows": rows, "columns": columns}


def _behind_the_asked(columns: Collection[Wire]) -> int:
    """Return the place behind the last column that asks; a note stays at the end."""
    asking = [place for place, one in enumerate(columns) if one["kind"] != "note"]
    return (asking[-1] + 1) if asking else 0
