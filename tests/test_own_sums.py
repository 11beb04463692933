"""The tests' own computation of totals, against a case that was computed by hand."""

from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import own_sums
from tests.own_sums import BLANK, Counting, Decided, Figure, Round, printed, round_of, totals


def indicator(name: str, kind: str, how: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind, "consolidation": how, "reporter": {"group": "all"}, **more}


ASKED = (
    indicator("forms", "count", "sum"),
    indicator("liked", "percent", "mean", weight="forms"),
    indicator("in-time", "percent", "mean"),
    indicator("money", "decimal", "sum"),
    indicator("talks", "mark", "any"),
    indicator("ideas", "text", "any"),
    indicator("cases", "count", "sole", reporter={"agency": "b"}, digits=2),
    indicator("blocks", "rate-or-blocks", "sole", reporter={"agency": "a"}),
    indicator("done", "count", "sum"),
    indicator("done-of-forms", "percent", "rate", rate={"numerator": "done", "denominator": "forms"}),
)
A = {
    "forms": "1.200",
    "liked": "90%",
    "in-time": "93,5",
    "money": "1.125,5",
    "talks": "0",
    "ideas": "Một cửa lưu động",
    "blocks": "Khối sở, ngành: 90,5%\nKhối huyện: 85%",
    "done": "1.100",
}
B = {
    "forms": "300",
    "liked": "80%",
    "in-time": "95,25",
    "money": "0,5",
    "talks": "x",
    "ideas": "Trả kết quả tại nhà",
    "cases": "7",
    "done": "33",
}
C = {"forms": "Không áp dụng", "liked": "Không áp dụng", "in-time": "Đang triển khai", "ideas": "Một cửa lưu động"}


@pytest.fixture
def round_() -> Round:
    row = {"number": "", "name": "", "level": 0}
    table = {
        "id": "1",
        "area": "1",
        "columns": [{"kind": "periods"}],
        "rows": [{**row}, *({**row, "indicator": one["id"]} for one in ASKED)],
    }
    blocks = [
        {"id": "so-nganh", "name": {"vi": "Khối sở, ngành"}, "also": []},
        {"id": "huyen", "name": {"vi": "Huyện"}, "also": ["Khối huyện"]},
    ]
    return round_of(
        {
            "period": {"areas": ["1"]},
            "agencies": [{"id": one, "groups": ["all"]} for one in "abcd"],
            "catalogue": {"tables": [table], "indicators": list(ASKED), "blocks": blocks},
        }
    )


def test_a_case_computed_by_hand(round_: Round) -> None:
    found = totals(round_, {"a": Counting(A), "b": Counting(B), "c": Counting(C)})
    said = {name: (printed(one.figure, round_.indicators[name]), one.coverage) for name, one in found.items()}
    assert said == {
        "forms": ("1.500", "2/3"),
        # (1200 · 90 + 300 · 80) / 1500
        "liked": ("88", "2/3"),
        # (93.5 + 95.25) / 2 = 94.375, and a half goes up
        "in-time": ("94,38", "3/4"),
        "money": ("1.126", "2/4"),
        "talks": ("x", "2/4"),
        "ideas": ("Một cửa lưu động\nTrả kết quả tại nhà", "3/4"),
        "cases": ("07", "1/1"),
        "blocks": ("Khối sở, ngành: 90,5%\nKhối huyện: 85%", "1/1"),
        "done": ("1.133", "2/4"),
        # 1133 of 1500, not the mean of 91.67 and 11; whom it does not apply to leaves the count
        "done-of-forms": ("75,53", "2/3"),
    }


def test_where_nobody_gave_a_figure_the_most_is_said_that_was_said(round_: Round) -> None:
    found = totals(round_, {"a": Counting({"in-time": "Chưa thực hiện"}), "c": Counting(C)})
    assert found["in-time"].figure == Figure(said="in-progress")
    assert found["forms"].figure == Figure(said="not-applicable")
    assert (found["cases"].figure, found["cases"].coverage) == (BLANK, "0/1")


def test_rates_weigh_alike_where_nobody_says_how_much_stands_behind_them(round_: Round) -> None:
    found = totals(round_, {"a": Counting({"liked": "90"}), "b": Counting({"liked": "81"})})
    assert (found["liked"].figure, found["liked"].plain) == (Figure(number=Decimal("85.50")), True)
    partly = totals(round_, {"a": Counting(A), "b": Counting({"liked": "81"})})["liked"]
    assert (partly.figure, partly.plain, partly.unweighed) == (Figure(number=Decimal("90.00")), False, 1)


def test_a_rate_needs_both_its_parts(round_: Round) -> None:
    typed = {
        "a": {"done": "5"},
        "b": {"done": "0", "forms": "0"},
        "c": {"done": "5", "forms": "0"},
        "d": {"forms": "9"},
    }
    found = totals(round_, {agency: Counting(one) for agency, one in typed.items()})["done-of-forms"]
    assert [share.said for share in found.shares.values()] == ["blank", "not-applicable", "blank", "blank"]
    assert found.figure == Figure(said="not-applicable")
    assert "done-of-forms" not in round_.owed("a")


def test_what_was_decided_is_printed_over_what_the_shares_come_to(round_: Round) -> None:
    found = totals(
        round_, {"a": Counting(A), "b": Counting(B, entered=True)}, {"forms": Decided("1.600", "sổ ghi", "1.500")}
    )["forms"]
    assert (found.figure.number, found.coverage, found.entered) == (Decimal(1600), "2/4", ("b",))
    assert found.folded == Figure(number=Decimal(1500))


def test_it_is_made_apart_from_the_package() -> None:
    tree = ast.parse(Path(own_sums.__file__).read_text(encoding="utf-8"))
    named = [one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    named += [alias.name for one in ast.walk(tree) if isinstance(one, ast.Import) for alias in one.names]
    assert not [one for one in named if one.partition(".")[0] in ("reformdesk", "tests")]
