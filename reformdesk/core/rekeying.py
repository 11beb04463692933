"""The same figures typed into another program once more: lines in its order, as they are typed, and what was done.

Pure. A line is carried over with the value that it had then, so that one that changed afterwards is told
from one that is done; what is no figure is never given as a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from reformdesk.core.catalogue import Block, Catalogue, Indicator, Kind
from reformdesk.core.consolidation import Submitted, Total
from reformdesk.core.rates import answer_of
from reformdesk.core.remarks import About, Remark, remarks_on
from reformdesk.core.rounds import Round
from reformdesk.core.text import fold
from reformdesk.core.values import Number, Rates, Status, Value, format_plain, is_answer, write_number

_HARMLESS = frozenset({About.ENTERED, About.PAST})
"""What is to be known of a figure and is no reason to wait with it."""


class Style(StrEnum):
    """How the other program wants a number: ``1234,5``, ``1234.5`` or ``1.234,5``."""

    COMMA = "comma"
    POINT = "point"
    GROUPED = "grouped"


@dataclass(frozen=True)
class Typing:
    """How figures are typed; ``percent`` puts the sign behind rates."""

    style: Style = Style.COMMA
    percent: bool = False


class State(StrEnum):
    """How far a line is: not carried over, carried over as it is now, carried over as it was then."""

    TO_DO = "to-do"
    DONE = "done"
    CHANGED = "changed"


@dataclass(frozen=True)
class Carried:
    """That a line was carried over, with its value then; ``at`` is when (RFC 3339 UTC)."""

    value: Value
    at: str


@dataclass(frozen=True)
class Order:
    """The other program's order: indicators by id. With ``rest`` those not in it follow, else they are left out."""

    listed: tuple[str, ...]
    rest: bool = True


@dataclass(frozen=True)
class Line:
    """A figure, or an answer that is none, in its place.

    ``key`` is the indicator's id, with its block's behind it where there is one rate a block. ``place`` counts
    from 1; ``number`` is the printed one behind its table's: ``3.1``. ``listed`` is false for what a given
    order does not name.
    """

    key: str
    place: int
    number: str
    indicator: Indicator
    value: Value
    block: Block | None = None
    remarks: tuple[Remark, ...] = ()
    listed: bool = True
    carried: Carried | None = None

    @property
    def state(self) -> State:
        """How far the line is."""
        if self.carried is None:
            return State.TO_DO
        return State.DONE if self.carried.value == self.value else State.CHANGED

    @property
    def is_figure(self) -> bool:
        """Whether there is a number to copy."""
        return isinstance(self.value, Number)

    @property
    def unit_meant(self) -> str:
        """The unit where it is another one than is asked for; empty otherwise."""
        return self.value.unit if isinstance(self.value, Number) else ""

    @property
    def needs_care(self) -> bool:
        """Whether the figure is one that may still change, or that somebody changed, or is in another unit."""
        return bool(self.unit_meant) or any(one.about not in _HARMLESS for one in self.remarks)

    def carry(self, at: str) -> Line:
        """Return the line carried over as it is."""
        return replace(self, carried=Carried(self.value, at))

    def undo(self) -> Line:
        """Return the line as one that was not carried over."""
        return replace(self, carried=None)


def typed(value: Value, indicator: Indicator, typing: Typing) -> str:
    """Return a figure as it is typed into a field; empty for what is no number."""
    if not isinstance(value, Number):
        return ""
    sign = "%" if typing.percent and not value.unit and is_rate(indicator) else ""
    return _written(value.amount, typing.style) + sign


def is_rate(indicator: Indicator) -> bool:
    """Whether figures of an indicator are per cent."""
    return indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)


def _written(amount: Decimal, style: Style) -> str:
    match style:
        case Style.GROUPED:
            return write_number(amount)
        case Style.COMMA:
            return format_plain(amount).replace(".", ",")
        case Style.POINT:
            return format_plain(amount)


def lines(
    round_: Round, totals: Mapping[str, Total], order: Order | None, carried: Mapping[str, Carried]
) -> tuple[Line, ...]:
    """Return what is to be typed, in the printed order where no other one is given.

    ``carried`` goes by the lines' keys; what a given order names and the round does not ask for is passed by.
    """
    asked = [name for name in round_.asked if name in totals]
    known = set(asked)
    first = list(dict.fromkeys(name for name in order.listed if name in known)) if order is not None else asked
    named = set(first)
    rest = [name for name in asked if name not in named] if order is None or order.rest else []
    found: list[Line] = []
    for name in (*first, *rest):
        number = numbered(round_.catalogue, name)
        for one in _lines_of(round_.catalogue.indicators[name], totals[name]):
            made = replace(one, place=len(found) + 1, number=number, listed=name in named)
            found.append(replace(made, carried=carried.get(made.key)))
    return tuple(found)


def _lines_of(indicator: Indicator, total: Total) -> Iterator[Line]:
    """Yield an indicator's line; one for each block where the rate is given so."""
    remarks = remarks_on(total, indicator)
    if not isinstance(total.value, Rates):
        yield Line(indicator.id, 0, "", indicator, total.value, remarks=remarks)
        return
    blocks = {block.id: block for block in indicator.blocks}
    for rate in total.value.rates:
        key = f"{indicator.id}/{rate.block}"
        yield Line(key, 0, "", indicator, Number(rate.rate), blocks.get(rate.block), remarks)


def of_agency(round_: Round, agency: str, counted: Submitted | None) -> dict[str, Total]:
    """Return what one agency answered, each as a total of its own; blank where nothing of it counts."""
    found = {}
    for name in round_.figures_of(agency):
        value = Status.BLANK if counted is None else answer_of(round_.catalogue.indicators[name], counted.answers)
        answered = is_answer(value)
        provisional = counted is not None and counted.provisional and answered
        entered = counted is not None and counted.entered and answered
        found[name] = Total(name, value, (), int(answered), 1, provisional=int(provisional), entered=int(entered))
    return found


def numbered(catalogue: Catalogue, name: str) -> str:
    """Return an indicator's printed number behind its table's, with the numbers of the rows above it: ``6.II.1``."""
    table, row = catalogue.place_of(name)
    if row is None:
        return table.id
    path: list[str] = []
    level = row.level + 1
    for candidate in reversed(table.rows[: table.rows.index(row) + 1]):
        if candidate.level < level:
            level = candidate.level
            own = candidate.number.strip().strip("-").rstrip(".")
            if own and not (path and path[0].startswith(f"{own}.")):
                path.insert(0, own)
    return ".".join((table.id, *path))


def searched(listed: Sequence[Line], wanted: str, language: str) -> list[int]:
    """Return where in ``listed`` a printed number, a line's place or words of a name lead; the surest kind alone."""
    text = fold(wanted).rstrip(".")
    if not text:
        return []
    ways = (
        lambda line: line.number.casefold() == text,
        lambda line: str(line.place) == text,
        lambda line: line.number.casefold().startswith(f"{text}."),
        lambda line: text in fold(line.indicator.name.text(language)),
    )
    for way in ways:
        found = [at for at, line in enumerate(listed) if way(line)]
        if found:
            return found
    return []
