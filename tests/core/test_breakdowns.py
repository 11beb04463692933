"""The detail by units in a submission, beside the one before."""

from __future__ import annotations

from decimal import Decimal

from reformdesk.core.breakdowns import UnitLine, compared, from_document
from reformdesk.core.units import Detail, Figure, to_document


def figure(part: int, whole: int | None = None) -> Figure:
    return Figure(Decimal(part), None if whole is None else Decimal(whole))


def test_what_a_submission_says_is_read_as_it_was_written() -> None:
    figures = {"u": figure(3, 4), "v": figure(12)}
    wire = to_document({"n": Detail(figures, (), None)}, {"u": "Phòng U", "v": "Phòng V"})
    assert from_document(wire) == {"n": (("Phòng U", figure(3, 4)), ("Phòng V", figure(12)))}
    assert from_document(()) == {}


def test_units_are_matched_by_name_in_the_order_of_now_and_those_gone_come_last() -> None:
    before = (("Phòng A", figure(1)), ("Phòng B", figure(2)), ("Phòng C", figure(3)))
    now = (("Phòng C", figure(3)), ("PHÒNG  A", figure(5)), ("Phòng D", figure(4)))
    lines = compared(now, before)
    assert lines == (
        UnitLine("Phòng C", figure(3), figure(3)),
        UnitLine("PHÒNG  A", figure(5), figure(1)),
        UnitLine("Phòng D", figure(4), None),
        UnitLine("Phòng B", None, figure(2)),
    )
    assert [line.changed for line in lines] == [False, True, True, True]
