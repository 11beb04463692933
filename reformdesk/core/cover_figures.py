"""One figure in words: what it is, what it changed by against the last like period, what it breaks down into.

Counts are written as official documents write them: with their unit, thousands apart, ``03`` for a single
figure. A change is said only of what is alike and whole on both sides; rates change by points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core import seams
from reformdesk.core.breaks import Reorganised
from reformdesk.core.catalogue import Catalogue, Indicator, Kind, Table
from reformdesk.core.consolidation import Total
from reformdesk.core.like_periods import Likeness, likeness, periods_are_alike
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.seams import are_one_series
from reformdesk.core.text import lower_first
from reformdesk.core.values import Mark, Number, Rates, Status, Text, Value, write_number

_HUNDREDTH, _TENTH = Decimal("0.01"), Decimal("0.1")
_MANY_TIMES = 3
"""From how many times the figure before on an increase is said in times and not in per cent."""
_YEAR = 12
_COUNTING = ("Số ", "Tổng ", "Tỷ lệ ", "Tỉ lệ ", "Mức ")
# what a printed name says to whoever fills it in, and not to a reader
_ASIDE = re.compile(r"\s*\([^()]*(?:=|\.\.\.|…|nếu có)[^()]*\)")
_STATUS_SAID = {Status.NOT_DONE: "chưa thực hiện", Status.IN_PROGRESS: "đang triển khai"}


@dataclass(frozen=True)
class Clause:
    """A figure in words: ``change`` against ``base``, which need not be said again where it just was."""

    said: str
    change: str = ""
    base: str = ""
    behind: str = ""

    def after(self, base: str) -> str:
        """Return the words, where ``base`` is what was last compared with."""
        against = f" {self.base}" if self.base and self.base != base else ""
        change = f", {self.change}{against}" if self.change else ""
        return f"{self.said}{change}{self.behind}"


class Figures:
    """The figures of a report's newest round, each with the earlier one that it is compared with."""

    def __init__(self, parts: Sequence[ConsolidatedRound]) -> None:
        self.now = parts[-1]
        self._earlier = parts[:-1]
        self._indicators = self.now.round.catalogue.indicators

    def clause(self, name: str) -> Clause | None:
        """Return what is said of an indicator; ``None`` where nobody gave a figure or it applies to nobody."""
        total = self.now.totals.get(name)
        if total is None or total.value in (Status.BLANK, Status.NOT_APPLICABLE):
            return None
        indicator = self._indicators[name]
        missing = f" (mới có số liệu của {total.coverage} đơn vị)" if is_short(total) else ""
        before = self._before(name, total.value)
        if isinstance(total.value, Rates):
            if before is not None and (is_short(total) or is_short(before.totals[name])):
                before = None
            return Clause(f"{_name(indicator)}: {self._rates(total.value, indicator, before)}{missing}")
        said = f"{_head(indicator, total.value)}{missing}"
        change, base = self._change(total, before, indicator)
        return Clause(said, change, base, f"{self._parts_of(name)}{self._share(name)}")

    def without_like(self) -> list[str]:
        """Return the indicators that earlier rounds asked for, but none over a period of this kind."""
        return [
            name
            for name, total in self.now.totals.items()
            if isinstance(total.value, Number | Rates)
            and any(_gave(part, name, total.value) for part in self._earlier)
            and not any(periods_are_alike(self.now.round, part.round, name) for part in self._earlier)
        ]

    def behind_a_break(self) -> list[str]:
        """Return the indicators that have a figure of a like period before, but none that is one series with it."""
        return [
            name
            for name, total in self.now.totals.items()
            if isinstance(total.value, Number | Rates)
            and any(self._is_figure(part, name) for part in self._earlier)
            and not any(are_one_series(self.now, part, name) for part in self._earlier)
        ]

    def _is_figure(self, part: ConsolidatedRound, name: str) -> bool:
        """Whether a round of a like period gave a figure, whatever it counted."""
        total = part.totals.get(name)
        if total is None or isinstance(total.value, Status):
            return False
        return periods_are_alike(self.now.round, part.round, name)

    def reorganised(self) -> dict[str, Reorganised]:
        """Return who stands behind a figure that is compared with one of other agencies, where tasks went over."""
        found = {}
        for name, total in self.now.totals.items():
            before = self._before(name, total.value)
            seam = seams.between(before, self.now, name) if before is not None else None
            if seam is not None and seam.reorganised is not None and seam.reorganised.on is not None:
                found[name] = seam.reorganised
        return found

    def short(self) -> list[str]:
        """Return the indicators that have a like period before and are not compared: answers are missing on a side."""
        found = []
        for name, total in self.now.totals.items():
            before = self._before(name, total.value)
            if before is not None and (is_short(total) or is_short(before.totals[name])):
                found.append(name)
        return found

    def _before(self, name: str, value: Value) -> ConsolidatedRound | None:
        """Return the last earlier round of a like period that gave the same kind of figure, in one series with it."""
        if not isinstance(value, Number | Rates):
            return None
        like = (one for one in reversed(self._earlier) if are_one_series(self.now, one, name))
        return next((one for one in like if _gave(one, name, value)), None)

    def _change(self, total: Total, before: ConsolidatedRound | None, indicator: Indicator) -> tuple[str, str]:
        """Return what changed and against what; nothing where answers are missing on either side."""
        if before is None or not isinstance(total.value, Number):
            return "", ""
        then = before.totals[total.indicator]
        if is_short(total) or is_short(then) or not isinstance(then.value, Number):
            return "", ""
        change = _change_in_words(then.value.amount, total.value.amount, indicator)
        return change, _against(before.round, self.now.round)

    def _rates(self, value: Rates, indicator: Indicator, before: ConsolidatedRound | None) -> str:
        """Return each block's rate, with what it changed by where the block was there before."""
        blocks = {block.id: block.name.vi for block in indicator.blocks}
        then = before.totals[indicator.id].value if before is not None else None
        was = {rate.block: rate.rate for rate in then.rates} if isinstance(then, Rates) else {}
        base = f" {_against(before.round, self.now.round)}" if before is not None else ""
        said = []
        for rate in value.rates:
            behind = ""
            if rate.block in was:
                # against what is said once
                behind, base = f" ({_points(was[rate.block], rate.rate)}{base})", ""
            said.append(f"{lower_first(blocks.get(rate.block, rate.label))} đạt {write_number(rate.rate)}%{behind}")
        return ", ".join(said)

    def _parts_of(self, name: str) -> str:
        """Return what a figure breaks down into, where its parts add up to it and all are known."""
        table, _ = self.now.round.catalogue.place_of(name)
        parts = [part for part, whole in breakdowns(self.now.round.catalogue, table).items() if whole == name]
        amounts = {part: self._amount(part) for part in parts}
        known = [(part, amount) for part, amount in amounts.items() if amount is not None]
        if not known or len(known) < len(parts) or sum(amount for _, amount in known) != self._amount(name):
            return ""
        rows = {row.indicator: row.name for row in table.rows}
        said = [
            f"{lower_first(rows[part])} {_measured(amount, self._indicators[part])}" for part, amount in known if amount
        ]
        return f", trong đó: {', '.join(said)}" if len(said) > 1 else ""

    def _share(self, name: str) -> str:
        """Return what part of another figure it is, where a rule says that it lies within it."""
        catalogue = self.now.round.catalogue
        rule = next((one for one in catalogue.rules if one.kind == "at-most" and one.left == name), None)
        if rule is None:
            return ""
        part, whole = self._amount(name), self._amount(rule.right)
        alike = self._indicators[name].unit == self._indicators[rule.right].unit
        if not alike or part is None or not whole or not 0 < part <= whole:
            return ""
        return f", bằng {_percent(part / whole)} {lower_first(_name(self._indicators[rule.right]))}"

    def _amount(self, name: str) -> Decimal | None:
        """Return a figure that is whole; ``None`` where answers are missing or it is no number."""
        total = self.now.totals.get(name)
        if total is None or is_short(total) or not isinstance(total.value, Number):
            return None
        return total.value.amount


def is_short(total: Total) -> bool:
    """Whether answers are missing; of a figure from before there were shares nobody knows."""
    return total.is_partial and not total.is_past


def breakdowns(catalogue: Catalogue, table: Table) -> dict[str, str]:
    """Return by indicator the one that it is a part of: printed below it, and added up to it by a rule."""
    added = {
        (part.indicator, rule.total)
        for rule in catalogue.rules
        if rule.kind == "total" and all(part.sign > 0 for part in rule.parts)
        for part in rule.parts
    }
    return {part: whole for part, whole in table.above.items() if (part, whole) in added}


def _gave(part: ConsolidatedRound, name: str, value: Value) -> bool:
    total = part.totals.get(name)
    return total is not None and type(total.value) is type(value)


def _against(before: Round, now: Round) -> str:
    """Return the earlier period in words: the same one last year is called so."""
    if now.period.months < _YEAR and likeness(before, now) is Likeness.SAME_PERIOD:
        return f"so với cùng kỳ năm {before.period.ends.year}"
    return f"so với {lower_first(before.title.vi)}"


def _head(indicator: Indicator, value: Value) -> str:
    name = _name(indicator)
    match value:
        case Number(amount) if indicator.kind is Kind.COUNT and amount == 0:
            return f"{name}: không có"
        case Number(amount):
            reached = "đạt" if _is_rate(indicator) else "là"
            between = f" {reached}" if name.startswith(_COUNTING) else ":"
            return f"{name}{between} {_measured(amount, indicator)}"
        case Mark(held):
            return f"{name}: {'có thực hiện' if held else 'không thực hiện'}"
        case Text(words):
            return f"{name}: {'; '.join(words.split(chr(10)))}"
        case Status():
            return f"{name}: {_STATUS_SAID[value]}"
        case Rates():
            raise ValueError("rates have words of their own")


def _name(indicator: Indicator) -> str:
    return _ASIDE.sub("", indicator.name.vi).strip()


def _change_in_words(was: Decimal, now: Decimal, indicator: Indicator) -> str:
    if _is_rate(indicator):
        return _points(was, now)
    difference = now - was
    if not difference:
        return "không thay đổi"
    verb = "tăng" if difference > 0 else "giảm"
    return f"{verb} {_measured(abs(difference), indicator)}{_ratio(was, now)}"


def _points(was: Decimal, now: Decimal) -> str:
    difference = now - was
    if not difference:
        return "không thay đổi"
    return f"{'tăng' if difference > 0 else 'giảm'} {write_number(abs(difference))} điểm phần trăm"


def _ratio(was: Decimal, now: Decimal) -> str:
    """Return a change in parts of what was; empty where that was nothing, or nothing is left to compare."""
    if was <= 0 or now <= 0:
        return ""
    if now >= _MANY_TIMES * was:
        return f" (gấp {write_number((now / was).quantize(_TENTH, ROUND_HALF_UP))} lần)"
    percent = _percent(abs(now - was) / was)
    return f" ({percent})" if percent != "0%" else ""


def _percent(share: Decimal) -> str:
    return f"{write_number((share * 100).quantize(_HUNDREDTH, ROUND_HALF_UP))}%"


def _is_rate(indicator: Indicator) -> bool:
    return indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)


def _measured(amount: Decimal, indicator: Indicator) -> str:
    """Return an amount with its unit; single figures of counts with a nought before them."""
    if _is_rate(indicator):
        return f"{write_number(amount)}%"
    digits = max(2, indicator.digits) if amount and amount == amount.to_integral_value() else 1
    return " ".join(filter(None, [write_number(amount, digits), indicator.unit.vi]))


def groups(catalogue: Catalogue, table: Table) -> Iterator[list[str]]:
    """Yield the indicators of a table that have words of their own, those below one uppermost row together."""
    parts = breakdowns(catalogue, table)
    group: list[str] = []
    for row in table.rows:
        if row.level == 0 and group:
            yield group
            group = []
        if row.indicator and row.indicator not in parts:
            group.append(row.indicator)
    group += [column.indicator for column in table.columns if column.indicator]
    if group:
        yield group
