from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.consolidation import Submitted, Total, total_of
from reformdesk.core.rounds import Round
from reformdesk.core.values import Mark, Number, Status, Text, Value
from tests.core.builders import indicator, number, opened


def asked(folder: Path, **given_: Any) -> Round:
    desk, round_ = opened(folder, indicator("n", **given_), indicator("w"))
    desk.close()
    return round_


def total(round_: Round, **answers: Value | tuple[Value, Value]) -> Total:
    """``answers`` by agency: the value of ``n``, or ``n`` and its weight."""
    submitted = {}
    for agency, given_ in answers.items():
        value, weight = given_ if isinstance(given_, tuple) else (given_, Status.BLANK)
        submitted[agency] = Submitted(agency, agency * 64, False, {"n": value, "w": weight}, {})
    return total_of(round_, "n", submitted)


def test_shares_add_up(tmp_path: Path) -> None:
    result = total(asked(tmp_path), a=number("2"), b=number("3.5"))
    assert (result.value, result.coverage, result.is_partial) == (number("5.5"), "2/2", False)


def test_a_blank_is_no_nought(tmp_path: Path) -> None:
    round_ = asked(tmp_path)
    assert total(round_, a=Status.BLANK, b=Status.BLANK).value is Status.BLANK
    partial = total(round_, a=number("0"), b=Status.BLANK)
    assert (partial.value, partial.coverage, partial.is_partial) == (number("0"), "1/2", True)


def test_who_has_not_sent_is_missing_from_the_coverage(tmp_path: Path) -> None:
    assert total(asked(tmp_path), a=number("7")).coverage == "1/2"


def test_not_applicable_leaves_the_count(tmp_path: Path) -> None:
    round_ = asked(tmp_path)
    result = total(round_, a=number("7"), b=Status.NOT_APPLICABLE)
    assert (result.value, result.coverage, result.is_partial) == (number("7"), "1/1", False)
    nobody = total(round_, a=Status.NOT_APPLICABLE, b=Status.NOT_APPLICABLE)
    assert (nobody.value, nobody.coverage) == (Status.NOT_APPLICABLE, "0/0")


def test_words_pass_where_nobody_gave_a_figure(tmp_path: Path) -> None:
    round_ = asked(tmp_path)
    assert total(round_, a=Status.NOT_DONE, b=Status.IN_PROGRESS).value is Status.IN_PROGRESS
    assert total(round_, a=Status.NOT_DONE, b=Status.BLANK).value is Status.NOT_DONE
    assert total(round_, a=Status.NOT_DONE, b=number("4")).value == number("4")


def test_any_mark_marks_the_whole(tmp_path: Path) -> None:
    round_ = asked(tmp_path, kind="mark", consolidation="any")
    assert total(round_, a=Mark(held=False), b=Mark(held=True)).value == Mark(held=True)
    assert total(round_, a=Mark(held=False), b=Status.BLANK).value == Mark(held=False)


def test_words_of_several_stand_below_each_other_once_each(tmp_path: Path) -> None:
    round_ = asked(tmp_path, kind="text", consolidation="any")
    assert total(round_, a=Text("một cửa"), b=Text("lưu động")).value == Text("một cửa\nlưu động")
    assert total(round_, a=Text("một cửa"), b=Text("một cửa")).value == Text("một cửa")
    assert total(round_, a=Status.NOT_DONE, b=Text("lưu động")).value == Text("lưu động")


def test_a_sole_reporter_passes_whole(tmp_path: Path) -> None:
    sole = asked(tmp_path, kind="text", reporter={"agency": "b"}, consolidation="sole")
    result = total(sole, a=Text("không hỏi"), b=Text("có"))
    assert (result.value, result.coverage, [share.agency for share in result.shares]) == (Text("có"), "1/1", ["b"])


def test_a_mean_is_weighted_where_there_are_weights(tmp_path: Path) -> None:
    round_ = asked(tmp_path, kind="percent", consolidation="mean", weight="w")
    assert total(round_, a=(number("90"), number("3")), b=(number("50"), number("1"))).value == number("80")
    assert total(round_, a=number("90"), b=number("50")).value == number("70")
    assert total(round_, a=(number("90"), number("1")), b=(number("50"), Status.BLANK)).value == number("90")
    assert total(round_, a=(number("100"), number("1")), b=(number("0"), number("2"))).value == number("33.33")


def test_provisional_shares_are_counted(tmp_path: Path) -> None:
    round_ = asked(tmp_path)
    shares = {"a": Submitted("a", "0" * 64, True, {"n": number("1")}, {"n": "vì sao"})}
    result = total_of(round_, "n", shares)
    assert (result.provisional, result.shares[0].explanation) == (1, "vì sao")
    # a blank leaves nothing in the total that would have to be marked
    blank = {"a": Submitted("a", "0" * 64, True, {"n": Status.BLANK}, {}), "b": Submitted("b", "1", False, {}, {})}
    assert (total_of(round_, "n", blank).provisional, total_of(round_, "n", blank).shares[0].provisional) == (0, True)


@given(st.lists(st.integers(min_value=0, max_value=10**12), min_size=2, max_size=2))
def test_the_order_of_submissions_says_nothing(shares: list[int]) -> None:
    with TemporaryDirectory() as folder:
        round_ = asked(Path(folder))
    a, b = (Number(number(str(share)).amount) for share in shares)
    forwards = total_of(
        round_, "n", {"a": Submitted("a", "0", False, {"n": a}, {}), "b": Submitted("b", "1", False, {"n": b}, {})}
    )
    backwards = total_of(
        round_, "n", {"b": Submitted("b", "1", False, {"n": b}, {}), "a": Submitted("a", "0", False, {"n": a}, {})}
    )
    assert forwards == backwards
    assert forwards.value == number(str(sum(shares)))


def test_a_mean_says_what_it_could_not_weigh(tmp_path: Path) -> None:
    round_ = asked(tmp_path, kind="percent", consolidation="mean", weight="w")
    weighed = total(round_, a=(number("90"), number("3")), b=(number("50"), number("1")))
    assert (weighed.unweighed, weighed.plain_mean) == (0, False)
    plain = total(round_, a=number("90"), b=number("50"))
    assert (plain.unweighed, plain.plain_mean) == (2, True)
    alone = total(round_, a=number("90"))
    assert (alone.unweighed, alone.plain_mean) == (1, False)
    some = total(round_, a=(number("90"), number("1")), b=(number("50"), Status.BLANK))
    assert (some.unweighed, some.plain_mean) == (1, False)
    nought = total(round_, a=(number("90"), number("1")), b=(number("0"), number("0")))
    assert (nought.unweighed, nought.plain_mean) == (0, False)
