"""Vietnamese names in their order, without asking the system."""

from __future__ import annotations

import json
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.assets import resource
from reformdesk.core.collation import key

LISTED = (
    "Ban Dân tộc",
    "Ban Quản lý các Khu công nghiệp",
    "Cao Bằng",
    "Đài Phát thanh - Truyền hình tỉnh",
    "Phường Ân Thi",
    "Sở Công Thương",
    "Sở Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "UBND huyện Đông Sơn",
    "UBND huyện Đồng Sơn",
    "UBND huyện Hòa An",
    "UBND huyện Xuân Phú",
    "Xã 2",
    "Xã 10",
    "Xã 10 Bình An",
)


def test_names_stand_in_the_order_of_a_dictionary() -> None:
    mixed = list(LISTED)
    Random(1).shuffle(mixed)
    assert tuple(sorted(mixed, key=key)) == LISTED


@pytest.mark.parametrize(
    "listed",
    [
        ("ma", "mà", "mả", "mã", "má", "mạ", "măn", "mân", "me", "mê"),
        ("an", "ăn", "ân", "ba", "da", "đa", "ê", "ga"),
        ("no", "nô", "nơ", "nu", "nư", "va", "xa"),
        # every “ba …” before “bà”: a syllable is done with before the next one is looked at
        ("ba ba", "ba hoa", "bà con"),
        ("Khối 9", "Khối 12", "Khối A"),
        ("Sở", "Sở Nội vụ"),
        ("an", "z", "я"),
    ],
)
def test_letters_come_before_tones_and_numbers_before_letters(listed: tuple[str, ...]) -> None:
    turned = list(reversed(listed))
    assert tuple(sorted(turned, key=key)) == listed


@pytest.mark.parametrize(
    ("one", "other"), [("Đài", "đài"), ("Ðài", "Đài"), ("Hòa", unicodedata.normalize("NFD", "Hòa"))]
)
def test_case_forms_and_look_alikes_stand_together(one: str, other: str) -> None:
    assert key(one)[0] == key(other)[0]


def test_a_tone_may_stand_on_either_vowel() -> None:
    """Offices write “hòa” and “hoà”; neither may fall behind another name."""
    assert sorted(("Hoà Bình", "Hoa Lư", "Hòa An"), key=key) == ["Hoa Lư", "Hòa An", "Hoà Bình"]


def test_the_sample_has_departments_before_districts_and_dai_after_ban() -> None:
    sample = json.loads(resource("sample", "province.json").read_text(encoding="utf-8"))
    names = sorted((agency["name"] for agency in sample["agencies"]), key=key)
    assert names[0].startswith("Ban ")
    assert names.index("Sở Nội vụ") < names.index("Văn phòng UBND tỉnh")
    dai = next(place for place, name in enumerate(names) if name.startswith("Đài"))
    assert all(name.startswith("Ban ") for name in names[:dai])


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_can_be_sorted_and_the_order_does_not_depend_on_where_they_stood(texts: list[str]) -> None:
    once = sorted(texts, key=key)
    turned = list(reversed(once))
    assert [key(one) for one in sorted(turned, key=key)] == [key(one) for one in once]


@given(st.text(max_size=5000, alphabet="0123456789"))
def test_a_number_may_have_any_length(digits: str) -> None:
    assert key(digits) <= key(digits + "0")
