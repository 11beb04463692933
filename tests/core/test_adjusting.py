"""A total that an officer adjusted: what is printed, what is computed, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import adjusting, journal, merged, round_totals
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.consolidation import Total
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable
from tests.core.builders import number
from tests.core.desks import Desks, at_work, send_first

REASON = "Đơn vị B đếm thiếu hai văn bản"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks after one submission that counts."""
    with at_work(tmp_path) as made:
        send_first(made, m="1", n="2", o="3")
        yield made


def adjust(desks: Desks, text: str = "7", computed: str = "1", reason: str = REASON, author: str = "Lan") -> None:
    wanted = Adjustment("m", number(text), number(computed), reason)
    adjusting.adjust(desks.office, desks.round, wanted, author, desks.tick())


def shown(desks: Desks, name: str = "m") -> Total:
    """Return a total, which every way of reading it must give alike."""
    whole = merged.consolidated(desks.office, [desks.round.id])[0].totals[name]
    assert merged.total(desks.office, desks.round.id, name) == whole
    assert round_totals.of_round(desks.office, desks.round.id).totals[name] == whole.without_shares()
    return whole


def figures(total: Total) -> tuple[Value, Value, str]:
    return total.value, total.computed, total.adjusted


def test_an_adjusted_total_prints_what_was_decided_and_keeps_its_shares(desks: Desks) -> None:
    before, other = shown(desks), shown(desks, "n")
    adjust(desks)
    after = shown(desks)
    assert figures(after) == (number("7"), number("1"), REASON)
    assert (after.shares, after.coverage, after.is_overtaken) == (before.shares, before.coverage, False)
    assert shown(desks, "n") == other
    (hand,) = adjusting.lines_on(desks.office, desks.round.id, "m")[0].hands
    assert hand.author == "Lan"


def test_the_state_knows_of_the_adjustment_and_of_its_reason(desks: Desks) -> None:
    states = [merged.digest(desks.office)]
    adjust(desks)
    states.append(merged.digest(desks.office))
    adjust(desks, reason="Theo sổ văn bản")
    states.append(merged.digest(desks.office))
    assert len(set(states)) == 3


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_figure_is_not_adjusted_without_a_reason(desks: Desks, reason: str) -> None:
    with pytest.raises(Mendable, match="adjusting-reason-missing"):
        adjust(desks, reason=reason)
    assert figures(shown(desks)) == (number("1"), number("1"), "")


def test_a_blank_is_no_figure_to_print(desks: Desks) -> None:
    wanted = Adjustment("m", Status.BLANK, number("1"), REASON)
    with pytest.raises(Mendable, match="adjusting-blank"):
        adjusting.adjust(desks.office, desks.round, wanted, "Lan", desks.tick())
    unknown = Adjustment("x", number("1"), number("1"), REASON)
    with pytest.raises(KeyError):
        adjusting.adjust(desks.office, desks.round, unknown, "Lan", desks.tick())


def test_it_says_when_the_shares_have_changed_since_and_goes_on_standing(desks: Desks) -> None:
    adjust(desks)
    desks.type(m="4")
    desks.take(desks.finish())
    after = shown(desks)
    assert figures(after) == (number("7"), number("4"), REASON)
    assert (after.is_overtaken, after.decided_on) == (True, number("1"))


def test_an_adjustment_is_decided_anew_and_taken_back(desks: Desks) -> None:
    adjust(desks)
    adjust(desks, "8", reason="Theo sổ văn bản")
    assert figures(shown(desks)) == (number("8"), number("1"), "Theo sổ văn bản")
    with pytest.raises(Mendable, match="decision-reason-missing"):
        adjusting.withdraw(desks.office, desks.round.id, "m", " ", "Minh", desks.tick())
    adjusting.withdraw(desks.office, desks.round.id, "m", "Nhầm chỉ tiêu", "Minh", desks.tick())
    assert figures(shown(desks)) == (number("1"), number("1"), "")
    lines = adjusting.lines_on(desks.office, desks.round.id, "m")
    assert [(line.decision.kind, line.stands) for line in lines] == [
        (Kind.TOTAL, False),
        (Kind.TOTAL, False),
        (Kind.TAKE_BACK, True),
    ]
    with pytest.raises(Mendable, match="decision-gone"):
        adjusting.withdraw(desks.office, desks.round.id, "m", "Nhầm", "Minh", desks.tick())
    adjust(desks)
    assert shown(desks).value == number("7")


def other_desk(desks: Desks, text: str, reason: str) -> None:
    """Bring what another desk decided without knowing of this one's decision."""
    detail = {"value": {"number": text}, "computed": {"number": "1"}}
    made = Decision(Kind.TOTAL, desks.round.id, "", "m", detail, reason)
    with desks.office.atomic():
        journal.take_over(desks.office, [(made, [journal.Hand("Minh", "2024-07-01T00:00:00Z", "another desk")])])


def test_while_two_desks_differ_the_computed_figure_stands(desks: Desks) -> None:
    adjust(desks)
    other_desk(desks, "9", "Theo báo cáo giấy")
    total = shown(desks)
    assert (figures(total), total.contested) == ((number("1"), number("1"), ""), True)
    adjust(desks, "9", reason="Hai bên đã thống nhất")
    total = shown(desks)
    assert (figures(total), total.contested) == ((number("9"), number("1"), "Hai bên đã thống nhất"), False)


def test_two_adjustments_that_differ_can_both_be_taken_back(desks: Desks) -> None:
    adjust(desks)
    other_desk(desks, "9", "Theo báo cáo giấy")
    adjusting.withdraw(desks.office, desks.round.id, "m", "Để số tính", "Lan", desks.tick())
    total = shown(desks)
    assert (figures(total), total.contested) == ((number("1"), number("1"), ""), False)


def test_two_desks_that_say_the_same_are_no_contradiction(desks: Desks) -> None:
    adjust(desks)
    other_desk(desks, "7", "Theo báo cáo giấy")
    total = shown(desks)
    assert (total.value, total.contested) == (number("7"), False)
    assert set(total.adjusted.split("; ")) == {REASON, "Theo báo cáo giấy"}


def test_a_figure_is_adjusted_where_nobody_has_answered(desks: Desks) -> None:
    desks.take_round(desks.open_round("2025"))
    round_ = desks.round
    wanted = Adjustment("m", number("7"), Status.BLANK, REASON)
    adjusting.adjust(desks.office, round_, wanted, "Lan", desks.tick())
    total = merged.total(desks.office, round_.id, "m")
    assert (total.value, total.computed, total.coverage, total.is_past) == (number("7"), Status.BLANK, "0/2", False)
