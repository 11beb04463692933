"""What the report says of a round's closing: which one it is of, and the appendix on what changed since the last.

The printed report is in Vietnamese, whatever the window's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reformdesk.core.catalogue import Indicator
from reformdesk.core.closing_document import (
    Against,
    ClosingNote,
    Counted,
    CountedChange,
    Figure,
    State,
    TotalChange,
)
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.values import Value, to_wire, write

COUNTED_TITLE = "Tệp nộp được tính"
"""What stands above the table of the submissions that count."""
_NOT_ASKED = "–"
_NOTHING = "chưa có"


@dataclass(frozen=True)
class Appendix:
    """The changes of one round against one closing, as they are printed: two tables, each with its headings."""

    title: str
    corrected: str
    total_heads: tuple[str, ...]
    totals: tuple[tuple[str, ...], ...]
    counted_heads: tuple[str, ...]
    counted: tuple[tuple[str, ...], ...]


def headline(note: ClosingNote | None) -> str:
    """Return which closing a report is of; empty where the round was never closed."""
    if note is None:
        return ""
    codes = ", ".join(note.codes)
    if note.is_as_closed:
        return f"Số liệu chốt lần {note.number}, mã {codes}"
    if note.state is State.CONTESTED:
        return f"Hai bàn làm việc chốt lần {note.number} khác nhau (mã {codes}), chưa chốt lại"
    if note.state is State.REOPENED:
        return f"Đã mở lại sau lần chốt {note.number} (mã {codes}), chưa chốt lại"
    return f"Số liệu khác lần chốt {note.number} (mã {codes})"


def appendices(parts: Sequence[ConsolidatedRound]) -> list[Appendix]:
    """Return the appendices of a report, the newest round first."""
    return [
        _appendix(part, part.closing, against)
        for part in reversed(parts)
        if part.closing is not None
        for against in part.closing.against
    ]


def _appendix(part: ConsolidatedRound, note: ClosingNote, against: Against) -> Appendix:
    then = f"Lần chốt {against.number}"
    now = f"Lần chốt {note.number}" if note.is_as_closed else "Hiện nay"
    found = against.differences
    return Appendix(
        title=f"Thay đổi so với lần chốt {against.number} (mã {against.code}), {part.round.title.vi}",
        corrected="Đợt báo cáo đã được điều chỉnh sau lần chốt đó." if found.corrected else "",
        total_heads=("Chỉ tiêu", then, now, "Độ phủ trước", "Độ phủ sau", "Ghi chú"),
        totals=tuple(_total_row(one, against.indicators.get(one.indicator)) for one in found.totals),
        counted_heads=("Đơn vị", then, now),
        counted=tuple(_counted_row(one, against.agencies) for one in found.counted),
    )


def _total_row(change: TotalChange, indicator: Indicator | None) -> tuple[str, ...]:
    def shown(figure: Figure | None) -> str:
        if figure is None:
            return _NOT_ASKED
        return write(figure.value, indicator) if indicator is not None else ""

    def coverage(figure: Figure | None) -> str:
        return figure.coverage if figure is not None else _NOT_ASKED

    return (
        indicator.name.vi if indicator is not None else change.indicator,
        shown(change.before),
        shown(change.after),
        coverage(change.before),
        coverage(change.after),
        "; ".join(_notes(change, indicator)),
    )


def _notes(change: TotalChange, indicator: Indicator | None) -> Iterator[str]:
    before, after = change.before, change.after
    if before is None:
        yield "chỉ tiêu mới"
    if after is None:
        yield "không còn trong đợt báo cáo"
        return
    if change.is_adjusted_anew and after.computed is None:
        yield "thôi điều chỉnh số tổng hợp"
    elif after.computed is not None and indicator is not None:
        computed = write(after.computed, indicator) or _NOTHING
        yield f"điều chỉnh số tổng hợp (cộng từ đơn vị: {computed})"
    if (before.entered if before else 0) != after.entered:
        yield f"nhập thay: {before.entered if before else 0} → {after.entered} đơn vị"
    if (before.provisional if before else 0) != after.provisional:
        yield f"chưa đối chiếu: {before.provisional if before else 0} → {after.provisional} đơn vị"


def _counted_row(change: CountedChange, names: Any) -> tuple[str, ...]:
    return (names.get(change.agency, change.agency), _submission(change.before), _submission(change.after))


def _submission(one: Counted | None) -> str:
    if one is None:
        return _NOTHING
    marks = [*(["nhập thay"] if one.entered else []), *(["chưa đối chiếu"] if one.provisional else [])]
    return f"Lần {one.revision} ({', '.join(marks)})" if marks else f"Lần {one.revision}"


def as_json(note: ClosingNote) -> dict[str, Any]:
    """Return what ``report.json`` says of a round's closing."""
    return {
        "state": note.state.value,
        "number": note.number,
        "digests": list(note.digests),
        "differs": note.differs,
        "changes": [
            {
                "against": {"number": one.number, "digest": one.digest},
                "corrected": one.differences.corrected,
                "totals": [
                    {"indicator": total.indicator, "before": _figure(total.before), "after": _figure(total.after)}
                    for total in one.differences.totals
                ],
                "counted": [
                    {"agency": line.agency, "before": _counted(line.before), "after": _counted(line.after)}
                    for line in one.differences.counted
                ],
            }
            for one in note.against
        ],
    }


def _figure(one: Figure | None) -> dict[str, Any] | None:
    if one is None:
        return None
    computed: Value | None = one.computed
    return {
        "value": to_wire(one.value),
        **({} if computed is None else {"computed": to_wire(computed)}),
        "coverage": one.coverage,
        "entered": one.entered,
        "provisional": one.provisional,
    }


def _counted(one: Counted | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "submission": one.digest,
        "revision": one.revision,
        "entered": one.entered,
        "provisional": one.provisional,
    }
