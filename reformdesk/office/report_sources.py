"""What stands behind the printed tables of the workbook: how far each figure is covered, and whose figures are in it.

Both sheets have one header row; a program finds a column by its heading. The headings and their order are fixed:

``Độ phủ`` (:data:`COVERAGE_HEADER`), a line for each figure and round, in printed order, the rounds oldest first:
the printed table, the row's printed number, the indicator, its unit, the round, the figure as printed (a number, or
``x``, ``0`` or words as text, blank for none), how many agencies answered, how many owe an answer, that in percent,
of how many the figures were entered on behalf, of how many the key is not compared yet, why the figure was
adjusted, the indicator's id, the round's id. A figure that was reported before there were shares has no coverage.

``Nguồn số liệu`` (:data:`LINEAGE_HEADER`), a line for each share of each figure, the rounds oldest first: the round,
the printed table, the indicator, the agency, the share (as above), what the agency explained, ``x`` where Home Affairs
entered it on behalf, ``x`` where the key is not compared yet, the submission's number, its SHA-256 (by which
``.rdsub`` files, receipts and decisions name it), the round's id, the indicator's id, the agency's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reformdesk.core.catalogue import Indicator
from reformdesk.core.consolidation import Total
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.values import Number, Value, is_answer, write
from reformdesk.office.figure_formats import VIETNAMESE, format_of
from reformdesk.office.long_sheet import Entry, Field, Figure

COVERAGE_SHEET = "Độ phủ"
LINEAGE_SHEET = "Nguồn số liệu"
"""The names of the sheets; where one does not hold all shares, they go on in ``Nguồn số liệu 2`` and so on."""

COVERAGE_TITLE = "Độ phủ của số liệu tổng hợp"
LINEAGE_TITLE = "Nguồn số liệu của từng đơn vị"

COVERAGE_FIELDS = (
    Field("Biểu", 8, "center"),
    Field("STT", 8, "center"),
    Field("Chỉ tiêu", 48),
    Field("Đơn vị tính", 15, "center"),
    Field("Đợt báo cáo", 17, "center"),
    Field("Số liệu", 22, "right"),
    Field("Đã báo cáo", 12, "right"),
    Field("Phải báo cáo", 12, "right"),
    Field("Tỷ lệ (%)", 12, "right"),
    Field("Nhập thay", 12, "right"),
    Field("Chưa đối chiếu", 12, "right"),
    Field("Lý do điều chỉnh", 32, repeats=False),
    Field("Mã chỉ tiêu", 32, printed=False),
    Field("Mã đợt", 12, printed=False),
)
LINEAGE_FIELDS = (
    Field("Đợt báo cáo", 17, "center"),
    Field("Biểu", 8, "center"),
    Field("Chỉ tiêu", 48),
    Field("Đơn vị", 32),
    Field("Số liệu", 22, "right"),
    Field("Giải trình", 28, repeats=False),
    Field("Nhập thay", 10, "center"),
    Field("Chưa đối chiếu", 10, "center"),
    Field("Lần nộp", 9, "center"),
    Field("Mã SHA-256 của tệp nộp", 34, "center", code=True),
    Field("Mã đợt", 12, printed=False),
    Field("Mã chỉ tiêu", 32, printed=False),
    Field("Mã đơn vị", 20, printed=False),
)
COVERAGE_HEADER = tuple(field.head for field in COVERAGE_FIELDS)
LINEAGE_HEADER = tuple(field.head for field in LINEAGE_FIELDS)

_YES = "x"
_OFF_THE_FRAME = "_-"
"""Keeps a figure off the frame at its right by a hyphen's width; not every program keeps an indent there."""
_COUNT = f"{VIETNAMESE}#,##0{_OFF_THE_FRAME}"
_FEW = f'{_COUNT};{_COUNT};"–"{_OFF_THE_FRAME}'
"""A count that is mostly zero shows a dash then, so that the others are seen."""
_PERCENT = f"{VIETNAMESE}0.0{_OFF_THE_FRAME}"
_TENTH = Decimal("0.1")

Line = tuple[Entry, ...]


def coverage_lines(parts: Sequence[ConsolidatedRound]) -> list[Line]:
    """Return the lines of ``Độ phủ``: what the newest round asks for, then what only earlier ones did."""
    order = dict.fromkeys(name for part in reversed(parts) for name in part.round.catalogue.order)
    # of an earlier period only what was reported is known
    past = {part.round.id for part in parts if part.is_past}
    return [
        _coverage_line(part, name, part.totals[name])
        for name in order
        for part in parts
        if name in part.totals and (part.round.id not in past or is_answer(part.totals[name].value))
    ]


def _coverage_line(part: ConsolidatedRound, name: str, total: Total) -> Line:
    round_ = part.round
    indicator = round_.catalogue.indicators[name]
    table, number = _place(round_, name)
    counts: tuple[Entry, ...] = (None,) * 5
    if not total.is_past:
        counts = (
            _count(total.answered),
            _count(total.owed),
            _percent(total.answered, total.owed),
            Figure(Decimal(total.entered), _FEW),
            Figure(Decimal(total.provisional), _FEW),
        )
    return (
        table,
        number,
        indicator.name.vi,
        indicator.unit.vi,
        round_.short.vi,
        entry_of(total.value, indicator),
        *counts,
        total.adjusted,
        name,
        round_.id,
    )


def count_shares(part: ConsolidatedRound) -> int:
    """Return how many lines of ``Nguồn số liệu`` a round has, also where its shares are left out."""
    return sum(max(total.sent, len(total.shares)) for total in part.totals.values())


def lineage_lines(part: ConsolidatedRound) -> Iterator[Line]:
    """Yield a round's lines of ``Nguồn số liệu``; the round has its shares."""
    round_ = part.round
    names = {agency.id: agency.name for agency in round_.agencies}
    numbers = {agency: Figure(Decimal(one.revision)) if one.revision else None for agency, one in part.counted.items()}
    for name, total in part.totals.items():
        indicator = round_.catalogue.indicators[name]
        table, _ = _place(round_, name)
        said = indicator.name.vi
        for share in total.shares:
            yield (
                round_.short.vi,
                table,
                said,
                names.get(share.agency, share.agency),
                entry_of(share.value, indicator),
                share.explanation,
                _YES if share.entered else None,
                _YES if share.provisional else None,
                numbers.get(share.agency),
                share.submission,
                round_.id,
                name,
                share.agency,
            )


def entry_of(value: Value, indicator: Indicator) -> Entry:
    """Return a value as a cell holds it: a number under the format that shows it as printed, else the printed text."""
    if isinstance(value, Number):
        return Figure(value.amount, f"{format_of(value, indicator)}{_OFF_THE_FRAME}")
    return write(value, indicator) or None


def _place(round_: Round, name: str) -> tuple[str, str]:
    """Return the table that prints an indicator, and the number of its row; periods as rows have none."""
    for table in round_.catalogue.tables:
        for row in table.rows:
            if row.indicator == name:
                return table.id, row.number
        if any(column.indicator == name for column in table.columns):
            return table.id, ""
    return "", ""


def _count(count: int) -> Figure:
    return Figure(Decimal(count), _COUNT)


def _percent(answered: int, owed: int) -> Entry:
    if not owed:
        return None
    return Figure((Decimal(100 * answered) / owed).quantize(_TENTH, ROUND_HALF_UP), _PERCENT)
