"""What is offered beside what stands: told before anything is written."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import entry, proposals
from reformdesk.core.answers import Answer, Given, Offered
from reformdesk.core.proposals import Fate
from reformdesk.core.values import Ambiguous, Mark, Number, Status, Text
from tests.core.builders import NOW, indicator, opened


@pytest.mark.parametrize(
    ("standing", "raw", "fate"),
    [
        (Answer(Status.BLANK), "12", Fate.NEW),
        (Answer(Number(Decimal(11))), "12", Fate.CHANGES),
        (Answer(Status.NOT_DONE), "12", Fate.CHANGES),
        (Answer(Number(Decimal(12))), "12", Fate.SAME),
        (Answer(Number(Decimal(12))), "12,0", Fate.SAME),
        (Answer(Number(Decimal(12))), Decimal("12.00"), Fate.SAME),
        (Answer(Status.BLANK), Decimal(12), Fate.NEW),
        (Answer(Status.BLANK), "1,234", Fate.ASKS),
        (Answer(Status.BLANK), "mười hai", Fate.UNREADABLE),
        (Answer(Status.BLANK), Decimal("0.5"), Fate.UNREADABLE),
        (Answer(Status.BLANK), "Không áp dụng", Fate.NEW),
    ],
)
def test_what_becomes_of_an_offer(tmp_path: Path, standing: Answer, raw: str | Decimal, fate: Fate) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    (one,) = proposals.weigh(round_, "a", {"n": standing}, [Offered("n", raw)])
    assert one.fate is fate
    assert one.now is standing
    desk.close()


def test_what_is_not_owed_is_named_and_never_written(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    offered = proposals.weigh(round_, "a", {}, [Offered("other", "1")])
    assert [one.fate for one in offered] == [Fate.NOT_OWED]
    assert proposals.accepted(offered, {"other"}) == {}
    desk.close()


def test_an_empty_offer_takes_nothing_away(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    assert proposals.weigh(round_, "a", {"n": Answer(Number(Decimal(1)))}, [Offered("n", "  ", "  ")]) == ()
    desk.close()


def test_words_alone_leave_the_value(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    standing = {"n": Answer(Number(Decimal(1)), "cũ")}
    offered = proposals.weigh(round_, "a", standing, [Offered("n", "", " mới ")])
    assert [one.fate for one in offered] == [Fate.CHANGES]
    assert proposals.accepted(offered, {"n"}) == {"n": Given(Number(Decimal(1)), "mới")}
    (same,) = proposals.weigh(round_, "a", standing, [Offered("n", "1", "cũ")])
    assert same.fate is Fate.SAME
    desk.close()


def test_only_what_was_taken_is_written_in_one_step(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m", "mark"), indicator("t", "text"))
    offers = [Offered("n", "7", "vì"), Offered("m", "x"), Offered("t", "chữ")]
    offered = proposals.weigh(round_, "a", {}, offers)
    entry.set_answers(desk, round_, proposals.accepted(offered, {"n", "m"}), NOW, entry.PASTED)
    assert entry.current_values(desk, round_.id) == {"n": Number(Decimal(7)), "m": Mark(held=True)}
    assert entry.answers(desk, round_.id)["n"].explanation == "vì"
    entry.undo(desk, round_.id, NOW)
    assert set(entry.current_values(desk, round_.id).values()) == {Status.BLANK}
    desk.close()


def test_what_could_mean_several_things_is_written_once_chosen(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n", "decimal"), indicator("t", "text"))
    (one,) = proposals.weigh(round_, "a", {}, [Offered("n", "1,234")])
    assert isinstance(one.reading, Ambiguous)
    assert proposals.accepted([one], {"n"}) == {}
    settled = one.settled(Number(Decimal(1234)))
    assert proposals.accepted([settled], {"n"}) == {"n": Given(Number(Decimal(1234)))}
    (words,) = proposals.weigh(round_, "a", {}, [Offered("t", "ho\u0301a")])
    assert words.value == Text("hóa")
    desk.close()
