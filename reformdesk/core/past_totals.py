"""Totals of earlier periods, reported before there were shares: entered once, so that tables and series have them.

An earlier period is a sealed round that is never handed out; its figures are decided totals. So tables,
comparison and the digest need no second notion of a past figure. Nothing of it travels to an agency as
its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from reformdesk.core import adjusting, founding, keyring, round_labels, round_totals, roundbook, values
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.catalogue import Catalogue, Indicator, Row
from reformdesk.core.catalogue_reading import parse
from reformdesk.core.changes import Changes
from reformdesk.core.consolidation import PAST_REASON
from reformdesk.core.pasted_table import Line
from reformdesk.core.periods import PeriodProposal
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import fold
from reformdesk.core.values import Status, Unreadable, Value
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SealingKey

_NOON = time(5, tzinfo=UTC)
"""Noon in Vietnam."""


def enter(
    workspace: Workspace,
    period: PeriodProposal,
    figures: Mapping[str, Value],
    key: SealingKey,
    author: str,
    now: datetime,
) -> Changes:
    """Keep the figures of an earlier period; a blank is left out.

    Raises ``Mendable``: ``past-empty``, ``past-not-over``, ``round-exists``, ``own-key-revoked``, and
    ``no-round`` where there is no set-up.
    """
    if period.ends >= now.date():
        raise Mendable("past-not-over")
    if period.id in roundbook.round_ids(workspace):
        raise Mendable("round-exists", round=period.id)
    with workspace.atomic():
        _seal(workspace, _plan(workspace, period), key, now)
        _decide(workspace, roundbook.load(workspace, period.id), figures, author, now)
    return Changes.ROUNDS | Changes.DECISIONS | Changes.SUBMISSIONS


def correct(workspace: Workspace, round_id: str, figures: Mapping[str, Value], author: str, now: datetime) -> Changes:
    """Set figures of an earlier period right, or add some; what stands already is not decided again.

    Raises ``Mendable``: ``past-empty``, ``round-exists`` where agencies were asked for that period.
    """
    if round_id not in adjusting.past_rounds(workspace):
        raise Mendable("round-exists", round=round_id)
    _decide(workspace, roundbook.load(workspace, round_id), figures, author, now)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def _decide(workspace: Workspace, round_: Round, figures: Mapping[str, Value], author: str, now: datetime) -> None:
    wanted = [
        Adjustment(name, value, Status.BLANK, PAST_REASON)
        for name, value in figures.items()
        if value is not Status.BLANK
    ]
    if not wanted:
        raise Mendable("past-empty")
    adjusting.decide(workspace, round_, wanted, author, now)


def entered(workspace: Workspace, round_id: str) -> dict[str, Value]:
    """Return the figures of an earlier period that were entered."""
    totals = round_totals.of_round(workspace, round_id).totals
    return {name: total.value for name, total in totals.items() if total.is_past}


def _plan(workspace: Workspace, period: PeriodProposal) -> RoundPlan:
    base = founding.base_plan(workspace, period.ends)
    areas = [str(area["id"]) for area in base.catalogue["areas"]]
    return replace(
        base,
        id=period.id,
        title=period.title,
        short=period.short,
        period={
            "from": period.starts.isoformat(),
            "to": period.ends.isoformat(),
            "months": period.months,
            "cumulates": period.cumulates,
            "cut_off": dict.fromkeys(areas, period.ends.isoformat()),
            "areas": areas,
            "printed": period.printed,
            "printed_in": {},
        },
        deadline=period.deadline,
        signatures=1,
        details=False,
        evidence_limit=0,
    )


def _seal(workspace: Workspace, plan: RoundPlan, key: SealingKey, now: datetime) -> None:
    """Keep it as of its own time: what is opened next goes on from the newest round that was really asked."""
    roundbook.require_unrevoked(workspace, key)
    ended = datetime.combine(datetime.fromisoformat(plan.period["to"]).date(), _NOON)
    opened = [roundbook.load(workspace, name).opened_at for name in roundbook.round_ids(workspace)]
    as_of = min([ended, now, *(moment - timedelta(seconds=1) for moment in opened)])
    document = replace(
        roundbook.document_of(plan, as_of),
        keys=roundbook.keys_in_force(workspace, key),
        key_changes=keyring.statements_for(workspace, key),
    )
    roundbook.hand_out(workspace, document, key, now)


@dataclass(frozen=True)
class PastLine:
    """A printed row; without ``indicator`` it only structures."""

    number: str
    name: str
    level: int
    indicator: Indicator | None = None


def lines(catalogue: Catalogue) -> tuple[PastLine, ...]:
    """Return what is asked for an earlier period, as the tables print it."""
    found: list[PastLine] = []
    for table in catalogue.tables:
        found.append(PastLine("", table.title, 0))
        found.extend(_line(catalogue, row) for row in table.rows)
        found.extend(
            PastLine("", column.header, 1, catalogue.indicators[column.indicator])
            for column in table.columns
            if column.indicator
        )
    return tuple(found)


def _line(catalogue: Catalogue, row: Row) -> PastLine:
    indicator = catalogue.indicators[row.indicator] if row.indicator else None
    return PastLine(row.number, row.name, row.level, indicator)


@dataclass(frozen=True)
class Column:
    """A column of a pasted table: its heading, and its texts by indicator."""

    heading: str
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Pasted:
    """What a pasted table has: its columns of figures, and the rows that were found by a name that stands twice."""

    columns: tuple[Column, ...]
    unsure: frozenset[str] = frozenset()

    def best(self, year: int) -> int:
        """Return which column is likeliest meant: the one that names the year, else the last."""
        named = [place for place, column in enumerate(self.columns) if str(year) in column.heading]
        return named[-1] if named else len(self.columns) - 1


def read(pasted: Sequence[Line], asked: Sequence[PastLine]) -> Pasted:
    """Find the rows of ``asked`` in a pasted table by their names, in the order in which both print them."""
    names = {id(line): fold(line.name) for line in asked}
    often = [names[id(line)] for line in asked if line.indicator is not None]
    found: dict[str, Line] = {}
    unsure: set[str] = set()
    head: list[Line] = []
    at = 0
    name_column = _name_column(pasted, set(often))
    for line in pasted:
        wanted = fold(line.text(name_column))
        place = next((one for one in _onwards(len(asked), at) if names[id(asked[one])] == wanted), None)
        if not wanted or place is None:
            head += [line] if at == 0 else []
            continue
        indicator = asked[place].indicator
        if indicator is not None and indicator.id not in found:
            found[indicator.id] = line
            if often.count(wanted) > 1 and place > at:
                unsure.add(indicator.id)
        at = place + 1
    width = max((len(line.cells) for line in found.values()), default=0)
    columns = [
        Column(_heading(head, column), {name: line.text(column) for name, line in found.items()})
        for column in range(name_column + 1, width)
    ]
    return Pasted(tuple(one for one in columns if _has_figures(one, asked)), frozenset(unsure))


def _onwards(count: int, at: int) -> Iterable[int]:
    return (*range(at, count), *range(at))


def _name_column(pasted: Sequence[Line], names: set[str]) -> int:
    """Return the column in which most names are known."""
    width = max((len(line.cells) for line in pasted), default=1)
    return max(range(width), key=lambda column: sum(fold(line.text(column)) in names for line in pasted))


def _heading(head: Sequence[Line], column: int) -> str:
    """Return what stands above the first row that is asked for."""
    above = [line.text(column) for line in head]
    return " ".join(dict.fromkeys(filter(None, (" ".join(text.split()) for text in above))))


def _has_figures(column: Column, asked: Sequence[PastLine]) -> bool:
    """Whether most of what stands in a column can be read as what its rows ask for."""
    indicators = {line.indicator.id: line.indicator for line in asked if line.indicator is not None}
    said = [(indicators[name], text) for name, text in column.texts.items() if text.strip()]
    readable = sum(not isinstance(values.read(text, indicator), Unreadable) for indicator, text in said)
    texts = sum(indicator.kind.value == "text" for indicator, _ in said)
    return readable > texts and 2 * readable >= len(said)


@dataclass(frozen=True, eq=False)
class PastGround:
    """What a dialog needs: the indicator set, the periods that are taken, and what was entered for one of them."""

    catalogue: Catalogue
    known: frozenset[str]
    round: Round | None
    figures: Mapping[str, Value]


def ground(workspace: Workspace, round_id: str = "") -> PastGround:
    """Return where to begin; ``round_id`` is an earlier period that is to be set right.

    Raises ``Mendable``: ``no-round``, ``unknown-round``.
    """
    known = frozenset(one.id for one in round_labels.labels(workspace))
    if round_id:
        round_ = roundbook.load(workspace, round_id)
        return PastGround(round_.catalogue, known, round_, entered(workspace, round_id))
    return PastGround(parse(founding.base_plan(workspace).catalogue), known, None, {})
