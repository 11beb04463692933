"""The signs beside a total and the notes below its table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reformdesk.core.catalogue import Indicator
from reformdesk.core.consolidation import Total
from reformdesk.core.remarks import About, Note, Remark, notes_on, remarks_on
from reformdesk.core.values import Status
from tests.core.builders import indicator, number, opened


def asked(folder: Path, **given: Any) -> Indicator:
    desk, round_ = opened(folder, indicator("n", **given))
    desk.close()
    return round_.catalogue.indicators["n"]


def abouts(total: Total, of: Indicator) -> list[About]:
    return [one.about for one in remarks_on(total, of)]


def test_a_whole_total_has_nothing_to_say(tmp_path: Path) -> None:
    assert remarks_on(Total("n", number("7"), (), 2, 2, sent=2), asked(tmp_path)) == ()


def test_a_blank_says_enough_by_itself(tmp_path: Path) -> None:
    assert remarks_on(Total("n", Status.BLANK, (), 0, 2, provisional=1), asked(tmp_path)) == ()


def test_a_total_bears_several_remarks_in_a_fixed_order(tmp_path: Path) -> None:
    total = Total("n", number("7"), (), 1, 2, sent=1, provisional=1, adjusted="đếm thiếu", folded=number("5"))
    assert abouts(total, asked(tmp_path)) == [About.PROVISIONAL, About.PARTIAL, About.ADJUSTED]


def test_an_adjusted_total_says_what_it_was_computed_to_then_and_now(tmp_path: Path) -> None:
    of = asked(tmp_path)
    then = Total("n", number("7"), (), 2, 2, adjusted="đếm thiếu", folded=number("5"), decided_on=number("5"))
    (remark,) = remarks_on(then, of)
    assert remark.printed == "Điều chỉnh số tổng hợp; số tính từ các đơn vị là 5. Lý do: đếm thiếu"
    now = Total("n", number("7"), (), 2, 2, adjusted="đếm thiếu", folded=number("6"), decided_on=number("5"))
    (remark,) = remarks_on(now, of)
    assert remark.printed == (
        "Điều chỉnh số tổng hợp khi số tính từ các đơn vị là 5, nay số tính được là 6. Lý do: đếm thiếu"
    )


def test_braces_in_a_reason_stay_what_they_are() -> None:
    said = Remark(About.ADJUSTED, (("computed", "5"), ("reason", "{reason} {0} {computed}")))
    assert said.printed.endswith("Lý do: {reason} {0} {computed}")


def test_signs_are_given_in_the_order_of_reading() -> None:
    one, other = (Remark(About.PARTIAL, (("coverage", text),)) for text in ("1/2", "0/2"))
    first, second = Remark(About.PLAIN_MEAN), Remark(About.CONTESTED)
    notes = notes_on([other, first, one, Remark(About.PROVISIONAL), other, second])
    assert [(note.sign, note.remark) for note in dict.fromkeys(notes.values())] == [
        ("(*)", Remark(About.PROVISIONAL)),
        ("(a)", other),
        ("(b)", one),
        ("(1)", first),
        ("(2)", second),
    ]


def test_a_note_with_a_sign_of_its_own_gathers_whom_it_is_about() -> None:
    lan, minh = Remark(About.ENTERED, agencies=("Sở A",)), Remark(About.ENTERED, agencies=("Sở B", "Sở A"))
    notes = notes_on([lan, minh])
    assert notes[lan] == notes[minh] == Note("(**)", Remark(About.ENTERED, agencies=("Sở A", "Sở B")))
    assert notes[lan].printed == "(**) Có số liệu do Sở Nội vụ nhập thay đơn vị: Sở A, Sở B."


def test_there_are_letters_for_any_number_of_coverages() -> None:
    notes = notes_on(Remark(About.PARTIAL, (("coverage", f"{count}/90"),)) for count in range(54))
    assert [list(notes.values())[place].sign for place in (0, 25, 26, 51, 52, 53)] == [
        *("(a)", "(z)", "(aa)", "(az)", "(ba)", "(bb)"),
    ]
