"""What the charts of the printed report show: each area's main indicators over periods of one kind, and arrivals.

The charts are data: Word and the window draw the same ones. Like the printed tables they speak Vietnamese
whatever the language of the window is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reformdesk.core import seam_text
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.catalogue import Area, Catalogue, Indicator, Kind
from reformdesk.core.charted import Series, can_be_drawn, series
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.rounds import Round
from reformdesk.core.seams import Seam
from reformdesk.core.text import lower_first, vietnamese_day
from reformdesk.core.values import write_number

MOST_SERIES = 3
"""How many indicators stand in one chart; more cannot be told apart in black and white."""
MOST_PERIODS = 6
"""How many periods a chart shows: the newest."""
_MOST_CHARTS = 2
_LEAST_POINTS = 2
_FEW = 2
_SPREAD = 10
"""How many times as large as another an indicator may be in one chart; the smaller could not be read."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """An indicator in a chart: its figure in each period, ``None`` where there is none."""

    indicator: Indicator
    amounts: tuple[Decimal | None, ...]

    @property
    def name(self) -> str:
        """What the chart calls it."""
        return self.indicator.name.vi

    @property
    def largest(self) -> Decimal:
        """The largest figure, by size."""
        return max((abs(one) for one in self.amounts if one is not None), default=Decimal(0))


@dataclass(frozen=True, eq=False)
class AreaChart:
    """Indicators of an area that have one unit, over periods of one kind, oldest first.

    ``left_out`` are the report's rounds that asked for them over a period of another kind; ``partial`` has, of
    the rounds shown, those in which answers are missing. ``seams`` has by place what lies before a period, and after
    the last one; ``otherwise`` are the rounds that gave figures of another kind or unit.
    """

    area: Area
    unit: str
    periods: tuple[Round, ...]
    drawn: tuple[Drawn, ...]
    left_out: tuple[Round, ...] = ()
    partial: tuple[Round, ...] = ()
    seams: Mapping[int, Seam] = field(default_factory=dict)
    otherwise: tuple[Round, ...] = ()

    @property
    def parted(self) -> tuple[int, ...]:
        """The periods, by place, before which the series is broken off."""
        return tuple(place for place, seam in self.seams.items() if seam.parts_series and 0 < place < len(self.periods))

    @property
    def reorganised(self) -> tuple[int, ...]:
        """The periods, by place, from which on other agencies report, though the series goes on."""
        return tuple(place for place, seam in self.seams.items() if not seam.parts_series)

    @property
    def is_rate(self) -> bool:
        """Whether the figures are per cent."""
        return self.drawn[0].indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)

    @property
    def labels(self) -> tuple[str, ...]:
        """The periods' short names; one in which answers are missing has a sign."""
        return tuple(f"{one.short.vi}*" if one in self.partial else one.short.vi for one in self.periods)

    @property
    def title(self) -> str:
        """The caption."""
        what = self.drawn[0].name if len(self.drawn) == 1 else "một số chỉ tiêu qua các kỳ"
        unit = f" (đơn vị tính: {self.unit})" if self.unit else ""
        return f"{self.area.short.vi}: {lower_first(what)}{unit}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said below the chart."""
        found = []
        if self.partial:
            found.append("(*) Kỳ chưa có đủ số liệu của các đơn vị.")
        if self.left_out:
            titles = ", ".join(lower_first(one.title.vi) for one in self.left_out)
            few = f"Biểu đồ không có {titles} vì không cùng loại kỳ báo cáo."
            found.append(few if len(self.left_out) <= _FEW else "Biểu đồ chỉ gồm các kỳ báo cáo cùng loại.")
        found += self._between
        if self.otherwise:
            titles = ", ".join(lower_first(one.title.vi) for one in self.otherwise)
            found.append(f"Biểu đồ không có {titles} vì khi đó khác loại số liệu hoặc đơn vị tính.")
        return tuple(found)

    @property
    def _between(self) -> tuple[str, ...]:
        """What lies between the periods: indicators that stand in one chart share that."""
        return tuple(dict.fromkeys(seam_text.said(one) for one in self.seams.values()))

    @property
    def words(self) -> str:
        """The chart in words, for those who do not see it."""
        return " ".join([f"{self.title}.", *(self._words_of(one) for one in self.drawn), *self._between])

    def _words_of(self, drawn: Drawn) -> str:
        pairs = zip(self.periods, drawn.amounts, strict=True)
        said = (f"{one.short.vi} {write_number(amount)}" for one, amount in pairs if amount is not None)
        return f"{drawn.name}: {'; '.join(said)}."


@dataclass(frozen=True, eq=False)
class ArrivalsChart:
    """How many agencies' files had come by each day, against the deadline of a round."""

    round: Round
    arrivals: Arrivals

    @property
    def steps(self) -> tuple[tuple[date, int], ...]:
        """The corners of the line: it rises on each day on which files came, and ends where all is told."""
        found = [(self.arrivals.opened, 0)]
        for day, count in self.arrivals.days:
            found += [(day, found[-1][1]), (day, count)]
        last = max(found[-1][0], self.arrivals.deadline)
        return (*found, (last, found[-1][1]))

    @property
    def title(self) -> str:
        """The caption."""
        return f"Tiến độ gửi số liệu {lower_first(self.round.title.vi)} so với thời hạn"

    @property
    def words(self) -> str:
        """The chart in words, for those who do not see it."""
        arrivals = self.arrivals
        said = (
            f"{self.title}. Có {arrivals.in_time}/{arrivals.owing} cơ quan, đơn vị gửi đúng hạn"
            f" (hạn gửi {vietnamese_day(arrivals.deadline)}); tất cả đã có {arrivals.so_far}/{arrivals.owing}."
        )
        extended = "; ".join(f"{count} đơn vị đến {vietnamese_day(day)}" for day, count in arrivals.extended)
        return f"{said} Gia hạn: {extended}." if extended else said


def area_charts(parts: Sequence[ConsolidatedRound]) -> tuple[AreaChart, ...]:
    """Return the charts of a report's rounds, oldest first, in the order of the newest round's areas.

    An area has two at most: those that show most. What never changed, and what only one period of its kind
    knows, is not drawn.
    """
    if not parts:
        return ()
    newest = parts[-1].round
    return tuple(
        chart
        for area in newest.catalogue.areas
        if area.id in newest.period.areas
        for chart in _charts_of(parts, newest.catalogue, area)
    )


def arrivals_chart(report: Report) -> ArrivalsChart | None:
    """Return the newest round's arrivals; ``None`` where nothing came or nobody was asked."""
    arrivals = report.arrivals
    return ArrivalsChart(report.newest, arrivals) if arrivals is not None and arrivals.days else None


def _charts_of(parts: Sequence[ConsolidatedRound], catalogue: Catalogue, area: Area) -> list[AreaChart]:
    found: list[list[Series]] = []
    for one in _worth_drawing(parts, catalogue, area):
        fitting = next((group for group in found if _fits(one, group)), None)
        if fitting is None:
            found.append([one])
        else:
            fitting.append(one)
    # what moves most says most
    shown = sorted(found, key=lambda group: -sum(len(set(_known(one))) - 1 for one in group))[:_MOST_CHARTS]
    return [_chart(area, group) for group in found if group in shown]


def _worth_drawing(parts: Sequence[ConsolidatedRound], catalogue: Catalogue, area: Area) -> Iterator[Series]:
    """Yield the main indicators, each over the newest kind of period of which there are several."""
    for table in catalogue.tables_of(area.id):
        for name in table.indicators():
            if name in table.above or not can_be_drawn(catalogue.indicators[name]):
                continue
            told = (series(parts, name, part.round.id) for part in reversed(parts) if name in part.totals)
            fit = next((one for one in told if len(_known(one)) >= _LEAST_POINTS), None)
            if fit is not None and len(set(_known(fit))) > 1:
                yield fit


def _amounts(one: Series) -> tuple[Decimal | None, ...]:
    return tuple(point.amount for point in one.points[-MOST_PERIODS:])


def _known(one: Series) -> list[Decimal]:
    return [amount for amount in _amounts(one) if amount is not None]


def _fits(one: Series, group: Sequence[Series]) -> bool:
    """Whether an indicator can stand beside others: one unit, the same periods, of a size that can be read."""
    first = group[0]
    same = (_unit(one), _rounds(one), _told(one)) == (_unit(first), _rounds(first), _told(first))
    if len(group) >= MOST_SERIES or not same:
        return False
    sizes = [max(map(abs, _known(each))) for each in (one, *group)]
    return _unit(one) == "%" or max(sizes) <= _SPREAD * min(sizes)


def _unit(one: Series) -> str:
    return one.indicator.unit.vi


def _rounds(one: Series) -> tuple[Round, ...]:
    return tuple(point.round for point in one.points[-MOST_PERIODS:])


def _seams(one: Series) -> dict[int, Seam]:
    """Return what lies between the periods that are shown, by their places among them."""
    hidden = max(0, len(one.points) - MOST_PERIODS)
    return {place - hidden: seam for place, seam in one.seams.items() if place > hidden or place == hidden == 0}


def _told(one: Series) -> list[tuple[int, str]]:
    return [(place, seam_text.said(seam)) for place, seam in _seams(one).items()]


def _chart(area: Area, group: Sequence[Series]) -> AreaChart:
    periods = _rounds(group[0])
    points = [point for one in group for point in one.points]
    partial = {point.round for point in points if point.total.is_partial and point.amount is not None}
    past = {point.round for point in points if point.total.is_past}
    return AreaChart(
        area,
        _unit(group[0]),
        periods,
        tuple(Drawn(one.indicator, _amounts(one)) for one in group),
        _in_order(round_ for one in group for round_ in one.left_out),
        tuple(one for one in periods if one in partial - past),
        _seams(group[0]),
        _in_order(round_ for one in group for round_ in one.otherwise),
    )


def _in_order(rounds: Iterable[Round]) -> tuple[Round, ...]:
    return tuple(sorted(dict.fromkeys(rounds), key=lambda one: (one.period.ends, one.period.months, one.id)))
