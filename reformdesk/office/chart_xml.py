"""A report's charts as DrawingML that can be read in black and white: by pattern, by dash, by labels at the figures.

Labels are written out, in the Vietnamese way: a format code would show 1,455 on a machine that is set otherwise.
The figures are those of a small workbook that lies beside the chart (:class:`Sheet`), so that Word can change them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr

from reformdesk.core.report_charts import AreaChart, ArrivalsChart, Drawn
from reformdesk.core.text import vietnamese_day
from reformdesk.core.values import format_plain, write_number

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_MOST_COLUMNS = 15
"""How many columns can stand beside each other with their figures above; more are drawn as lines."""
_ROOM_FOR_COLUMNS = 90
"""How many digits fit across a chart at the size of its labels."""
_LABEL, _TEXT = 800, 900
"""Sizes of type, in hundredths of a point."""
_BLACK, _GREY, _WHITE = "000000", "595959", "FFFFFF"
# told apart without colour, and after three times through a copier: full, hatched, empty
_HATCH = "wdUpDiag"
_FILLS = (_GREY, _HATCH, _WHITE)
_DASHES = ("solid", "dash", "sysDot")
_MARKERS = (("circle", _BLACK), ("square", _WHITE), ("triangle", _BLACK))
_MARK = "┆"
"""What stands below an empty place in the series."""
_LONG_AGO = date(1899, 12, 30)
"""The day nought of spreadsheets."""

Cell = str | Decimal | int
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Sheet:
    """The figures behind a chart: rows of a workbook's one sheet, the first with the headings."""

    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True)
class _Laid:
    """The places across a chart: the periods, and an empty one where the series is broken or others report."""

    labels: tuple[str, ...]
    drawn: tuple[Drawn, ...]
    lines: bool


def _laid(chart: AreaChart) -> _Laid:
    lines = len(chart.drawn) * len(chart.periods) > _MOST_COLUMNS
    # a line stops at an empty place: there only where the series does
    marks = {*chart.parted, *(() if lines else chart.reorganised)}
    drawn = (replace(one, amounts=_spaced(one.amounts, marks, None)) for one in chart.drawn)
    return _Laid(_spaced(chart.labels, marks, _MARK), tuple(drawn), lines)


def _spaced(items: tuple[_Item, ...], places: Collection[int], between: _Item) -> tuple[_Item, ...]:
    return tuple(one for at, item in enumerate(items) for one in ((between, item) if at in places else (item,)))


def area_sheet(chart: AreaChart) -> Sheet:
    """Return the figures of an area's chart: a row each period, a column each indicator."""
    laid = _laid(chart)
    columns = [one.amounts for one in laid.drawn]
    return Sheet(
        (
            ("", *(one.name for one in laid.drawn)),
            *((label, *amounts) for label, *amounts in zip(laid.labels, *columns, strict=True)),
        )
    )


def area_xml(chart: AreaChart, workbook: str) -> str:
    """Return an area's chart; ``workbook`` is the id of the relation to its figures."""
    laid = _laid(chart)
    draw = _line if laid.lines else _column
    made = [draw(laid, place, one) for place, one in enumerate(laid.drawn)]
    kind = "lineChart" if laid.lines else "barChart"
    how = _val("grouping", "standard") if laid.lines else _val("barDir", "col") + _val("grouping", "clustered")
    # a single column a period need not fill its place
    apart = "60" if len(laid.drawn) > 1 else "160"
    behind = _val("marker", "1") if laid.lines else _val("gapWidth", apart) + _val("overlap", "-10")
    body = _tag(kind, how, _val("varyColors", "0"), *made, behind, _val("axId", "1"), _val("axId", "2"))
    # columns are compared by their whole height
    least = min([Decimal(0), *(one for drawn in laid.drawn for _, one in _known(drawn))])
    from_nought = _val("min", format_plain(least))
    axes = _axis("catAx", (1, 2), "b")
    axes += _axis("valAx", (2, 1), "l", deleted=True, scale=from_nought)
    return _space(body + axes, workbook, legend=len(laid.drawn) > 1)


def arrivals_sheet(chart: ArrivalsChart) -> Sheet:
    """Return the figures of the arrivals: the corners of the line, then the deadlines, days as spreadsheets count."""
    steps = [(_serial(day), count, None, None) for day, count in chart.steps]
    due = [(_serial(day), None, *marks) for day, marks in _deadlines(chart)]
    return Sheet((("Ngày", "Đã gửi", "Hạn gửi", "Gia hạn"), *steps, *due))


def arrivals_xml(chart: ArrivalsChart, workbook: str) -> str:
    """Return the chart of arrivals: a line that rises by steps, the deadline across it, extended ones as ticks."""
    arrivals = chart.arrivals
    steps, first = chart.steps, len(chart.steps) + 2
    # above the corner where the last file came; what follows only lies flat
    came = {len(steps) - 2: (f"{arrivals.so_far}/{arrivals.owing} đơn vị", "t")}
    due = [(day, count or 0) for day, (count, _) in _deadlines(chart)[:3]]
    middle = {1: (f"Hạn gửi {vietnamese_day(arrivals.deadline)}", "l")}
    series = [
        _points(0, "Đã gửi", (2, "B"), steps, _stroke("solid", 2), labels=came),
        _points(1, "Hạn gửi", (first, "C"), due, _stroke("dash", 1.25), labels=middle),
    ]
    if arrivals.extended:
        said = {
            place: (f"{vietnamese_day(day)} ({count})", "t") for place, (day, count) in enumerate(arrivals.extended)
        }
        days = [(day, 0) for day, _ in arrivals.extended]
        ticks = _marker("triangle", _WHITE)
        series.append(_points(2, "Gia hạn", (first + len(due), "D"), days, _no_stroke(), marker=ticks, labels=said))
    last = max([day for day, _ in steps] + [day for day, _ in arrivals.extended])
    body = _tag(
        "scatterChart",
        _val("scatterStyle", "lineMarker"),
        _val("varyColors", "0"),
        *series,
        _val("axId", "1"),
        _val("axId", "2"),
    )
    # room for the label at the last corner
    across = _scale(_serial(arrivals.opened), _serial(last) + max(1, (last - arrivals.opened).days // 10))
    # room for the label above all agencies
    up = _scale(0, arrivals.owing + max(1, arrivals.owing // 6))
    days_format = '<c:numFmt formatCode="dd/mm" sourceLinked="0"/>'
    axes = _axis("valAx", (1, 2), "b", scale=across, shown=days_format)
    whole = '<c:numFmt formatCode="0" sourceLinked="0"/>'
    step = _val("majorUnit", str(max(1, -(-arrivals.owing // 4))))
    axes += _axis("valAx", (2, 1), "l", scale=up, shown=whole, step=step)
    return _space(body + axes, workbook, legend=False)


def _deadlines(chart: ArrivalsChart) -> list[tuple[date, tuple[int | None, int | None]]]:
    arrivals = chart.arrivals
    due = [(arrivals.deadline, (height, None)) for height in (0, arrivals.owing // 2, arrivals.owing)]
    return [*due, *((day, (None, 0)) for day, _ in arrivals.extended)]


def _serial(day: date) -> int:
    return (day - _LONG_AGO).days


def _column(laid: _Laid, place: int, drawn: Drawn) -> str:
    fill = _hatched() if _FILLS[place] == _HATCH else _solid(_FILLS[place])
    labels = _labels({at: (write_number(one), "outEnd") for at, one in _known(drawn)}, upright=_is_tight(laid))
    shape = _tag("spPr", fill, _stroke_of("solid", 0.75))
    return _series(laid, place, drawn, shape + _val("invertIfNegative", "0"), labels)


def _line(laid: _Laid, place: int, drawn: Drawn) -> str:
    """Return a line with figures at its ends: all along it they would lie over one another."""
    known = _known(drawn)
    ends = {at: (write_number(one), "t") for at, one in (known[0], known[-1])}
    symbol, fill = _MARKERS[place]
    shape = _stroke(_DASHES[place], 1.75) + _marker(symbol, fill)
    return _series(laid, place, drawn, shape, _labels(ends), _val("smooth", "0"))


def _known(drawn: Drawn) -> list[tuple[int, Decimal]]:
    return [(at, one) for at, one in enumerate(drawn.amounts) if one is not None]


def _is_tight(laid: _Laid) -> bool:
    """Whether figures must stand upright, because lying they would reach over their columns."""
    longest = max(len(write_number(one)) for drawn in laid.drawn for _, one in _known(drawn))
    return longest * len(laid.drawn) * len(laid.labels) > _ROOM_FOR_COLUMNS


def _series(laid: _Laid, place: int, drawn: Drawn, shape: str, labels: str, behind: str = "") -> str:
    last, column = len(laid.labels) + 1, chr(ord("B") + place)
    names = _tag("strRef", _formula(f"A2:A{last}"), _tag("strCache", *_points_of(laid.labels)))
    figures = [None if one is None else format_plain(one) for one in drawn.amounts]
    return _tag(
        "ser",
        _val("idx", str(place)),
        _val("order", str(place)),
        _name(drawn.name, f"{column}1"),
        shape,
        labels,
        _tag("cat", names),
        _tag("val", _numbers(f"{column}2:{column}{last}", figures)),
        behind,
    )


def _points(
    place: int,
    name: str,
    at: tuple[int, str],
    points: Sequence[tuple[date, int]],
    shape: str,
    *,
    marker: str = "",
    labels: dict[int, tuple[str, str]],
) -> str:
    """Return a line through days; ``at`` is its first row in the sheet, and its column."""
    row, column = at
    last = row + len(points) - 1
    return _tag(
        "ser",
        _val("idx", str(place)),
        _val("order", str(place)),
        _name(name, f"{column}1"),
        shape,
        marker or _tag("marker", _val("symbol", "none")),
        _labels(labels),
        _tag("xVal", _numbers(f"A{row}:A{last}", [str(_serial(day)) for day, _ in points])),
        _tag("yVal", _numbers(f"{column}{row}:{column}{last}", [str(count) for _, count in points])),
        _val("smooth", "0"),
    )


def _name(text: str, cell: str) -> str:
    return _tag("tx", _tag("strRef", _formula(cell), _tag("strCache", *_points_of([text]))))


def _formula(place: str) -> str:
    first, _, last = place.partition(":")
    fixed = ":".join(f"${one[0]}${one[1:]}" for one in filter(None, (first, last)))
    return f"<c:f>Sheet1!{fixed}</c:f>"


def _numbers(place: str, figures: Sequence[str | None]) -> str:
    cache = _tag("numCache", "<c:formatCode>General</c:formatCode>", *_points_of(figures))
    return _tag("numRef", _formula(place), cache)


def _points_of(texts: Sequence[str | None]) -> list[str]:
    points = [f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts) if text is not None]
    return [_val("ptCount", str(len(texts))), *points]


def _labels(texts: dict[int, tuple[str, str]], *, upright: bool = False) -> str:
    """Return labels, by point their text and where it stands; all other points have none."""
    turned = ' rot="-5400000" vert="horz"' if upright else ""
    type_ = f'<a:defRPr sz="{_LABEL}"/>'
    shown = "".join(
        _val(f"show{what}", str(int(what == "Val")))
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    none = shown.replace('<c:showVal val="1"/>', '<c:showVal val="0"/>')
    made = [
        _tag(
            "dLbl",
            _val("idx", str(at)),
            f"<c:tx><c:rich><a:bodyPr{turned}/><a:p><a:pPr>{type_}</a:pPr>"
            f'<a:r><a:rPr lang="vi-VN" sz="{_LABEL}"/><a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>',
            _val("dLblPos", where),
            shown,
        )
        for at, (text, where) in texts.items()
    ]
    return _tag("dLbls", *made, _type(_LABEL, turned), none)


def _axis(
    kind: str,
    ids: tuple[int, int],
    where: str,
    *,
    deleted: bool = False,
    scale: str = "",
    shown: str = "",
    step: str = "",
) -> str:
    """Return an axis; ``ids`` are its own and that of the one it crosses."""
    own, crosses = ids
    return _tag(
        kind,
        _val("axId", str(own)),
        _tag("scaling", _val("orientation", "minMax"), scale),
        _val("delete", str(int(deleted))),
        _val("axPos", where),
        shown or ('<c:numFmt formatCode="General" sourceLinked="0"/>'),
        _val("majorTickMark", "out" if scale else "none"),
        _val("minorTickMark", "none"),
        _val("tickLblPos", "nextTo"),
        _tag("spPr", _stroke_of("solid", 0.75)),
        _type(_TEXT),
        _val("crossAx", str(crosses)),
        _val("crosses", "autoZero" if not scale else "min"),
        "" if kind == "valAx" else _val("auto", "0") + _val("lblAlgn", "ctr") + _val("noMultiLvlLbl", "1"),
        step,
    )


def _scale(least: int, most: int) -> str:
    return _val("max", str(most)) + _val("min", str(least))


def _space(plot: str, workbook: str, *, legend: bool) -> str:
    below = _tag("legend", _val("legendPos", "b"), _val("overlay", "0"), _type(_TEXT)) if legend else ""
    chart = _tag(
        "chart",
        _val("autoTitleDeleted", "1"),
        _tag("plotArea", "<c:layout/>", plot),
        below,
        _val("plotVisOnly", "1"),
        _val("dispBlanksAs", "gap"),
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_NAMESPACES}>'
        f"{_val('date1904', '0')}{_val('lang', 'vi-VN')}{_val('roundedCorners', '0')}{chart}"
        f"<c:spPr>{_solid(_WHITE)}<a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{_TEXT}">{_solid(_BLACK)}'
        '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}">{_val("autoUpdate", "0")}</c:externalData></c:chartSpace>'
    )


def _type(size: int, turned: str = "") -> str:
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _marker(symbol: str, fill: str) -> str:
    shape = _tag("spPr", _solid(fill), _stroke_of("solid", 1))
    return _tag("marker", _val("symbol", symbol), _val("size", "7"), shape)


def _stroke(dash: str, points: float) -> str:
    return _tag("spPr", _stroke_of(dash, points))


def _no_stroke() -> str:
    return _tag("spPr", "<a:ln><a:noFill/></a:ln>")


def _stroke_of(dash: str, points: float) -> str:
    return f'<a:ln w="{round(points * 12700)}">{_solid(_BLACK)}<a:prstDash val="{dash}"/></a:ln>'


def _solid(colour: str) -> str:
    return f"<a:solidFill>{_colour(colour)}</a:solidFill>"


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour}"/>'


def _hatched() -> str:
    ink, paper = _colour(_BLACK), _colour(_WHITE)
    return f'<a:pattFill prst="{_HATCH}"><a:fgClr>{ink}</a:fgClr><a:bgClr>{paper}</a:bgClr></a:pattFill>'


def _tag(name: str, *content: str) -> str:
    return f"<c:{name}>{''.join(content)}</c:{name}>"


def _val(name: str, value: str) -> str:
    return f"<c:{name} val={quoteattr(value)}/>"
