"""Placeholders as officers type them, and what Word and Excel make of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.office import placeholders
from reformdesk.office.placeholders import Placeholder, Role, Said, Turn, What

NAME = "civil-servants-present"


def said(inner: str) -> Placeholder:
    return placeholders.parse(inner)


@pytest.mark.parametrize(
    "inner",
    [
        NAME,
        f"  {NAME}  ",
        "civil\N{NON-BREAKING HYPHEN}servants\N{EN DASH}present",
        "civil\N{SOFT HYPHEN}-servants-pre\N{ZERO WIDTH SPACE}sent",
        f"“{NAME}”",
        f"'{NAME}'",
        "ｃｉｖｉｌ－ｓｅｒｖａｎｔｓ－ｐｒｅｓｅｎｔ",
        f"chỉ tiêu: {NAME}",
        f"INDICATOR:{NAME};tổng;số liệu"[:10] + f"{NAME}",
        f"{NAME};;  ; ",
    ],
)
def test_an_indicator_is_read_however_it_is_written(inner: str) -> None:
    assert said(inner) == Placeholder(NAME)


@pytest.mark.parametrize(
    ("inner", "turn"),
    [
        ("x; kỳ này", Turn.THIS),
        ("x;KY TRUOC", Turn.PREVIOUS),
        ("x | Cùng kỳ", Turn.SAME_LAST_YEAR),
        ("x；cùng kỳ năm trước", Turn.SAME_LAST_YEAR),
        ("x; Last  Year", Turn.LAST_YEAR),
        ("x; kỳ: kỳ trước", Turn.PREVIOUS),
        (unicodedata.normalize("NFD", "x; kỳ trước"), Turn.PREVIOUS),
        ("x; kỳ\N{NO-BREAK SPACE}trước", Turn.PREVIOUS),
    ],
)
def test_a_period_is_told_from_the_newest(inner: str, turn: Turn) -> None:
    assert said(inner) == Placeholder("x", turn=turn)


def test_its_parts_come_in_any_order() -> None:
    wanted = Placeholder("5/1/2", What.NOTE, total=True, said=(Said(Role.ANY, "2023"),))
    assert said("5/1/2; 2023; tổng; ghi chú") == said("5/1/2|GHI CHU|Tong|2023") == wanted


def test_words_that_mean_two_things_are_told_apart_by_their_role() -> None:
    assert said("x; đơn vị tính").what is What.UNIT
    assert said("x; đơn vị: Sở Tư pháp").said == (Said(Role.AGENCY, "Sở Tư pháp"),)
    assert said("x; kỳ: tổng").said == (Said(Role.PERIOD, "tổng"),)
    assert said("kỳ: 2023; chỉ tiêu: x") == Placeholder("x", said=(Said(Role.PERIOD, "2023"),))


@pytest.mark.parametrize("inner", ["x; tên; ghi chú", "x; kỳ này; kỳ trước", "x; chỉ tiêu: y"])
def test_a_contradiction_is_noticed(inner: str) -> None:
    assert said(inner).twice


def test_placeholders_stand_anywhere_in_a_text() -> None:
    text = "a {{ x }} b ｛｛y；2023｝｝{{z}}."
    found = placeholders.find(text)
    assert [one.inner.strip() for one in found] == ["x", "y；2023", "z"]
    assert [text[one.start : one.end] for one in found] == [one.raw for one in found]


@pytest.mark.parametrize("text", ["{x}", "{{x}", "{ {x} }", "{{" + "x" * 301 + "}}", "", "}}x{{"])
def test_what_is_none_is_left_alone(text: str) -> None:
    assert placeholders.find(text) == []


def test_one_that_is_not_closed_is_noticed() -> None:
    assert placeholders.unclosed("{{a}} b {{c; 2023\nmore {{d") == "{{c; 2023"
    assert placeholders.unclosed("{{a}} {b}") == ""


@given(st.text(alphabet="{}｛｝;|:/ abkỳ-2023\n\u200b“”", max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    found = placeholders.find(text)
    assert all(text[one.start : one.end] == one.raw for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    placeholders.unclosed(text)
    for one in found:
        placeholders.parse(one.inner)
