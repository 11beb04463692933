"""Text of the fonts before Unicode is noticed; text in Unicode never is."""

from __future__ import annotations

import json
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.assets import resource
from reformdesk.core.legacy_text import Converted, Encoding, convert, notice, table

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _names() -> list[str]:
    """Return every name of the sample's catalogue and agencies: real Vietnamese text."""
    found: list[str] = []

    def gather(item: object) -> None:
        if isinstance(item, dict):
            found.extend(str(item[key]) for key in ("name", "vi", "title") if isinstance(item.get(key), str))
            for part in item.values():
                gather(part)
        elif isinstance(item, list):
            for part in item:
                gather(part)

    gather(json.loads(resource("catalogue", "2021-2024.json").read_text(encoding="utf-8")))
    gather(json.loads(resource("sample", "province.json").read_text(encoding="utf-8")))
    return sorted(set(found))


NAMES = _names()


def written(text: str, encoding: Encoding) -> str:
    """Return a text as it was typed for an encoding's fonts; TCVN3 has no capitals with a tone."""
    back = {letter: one for one, letter in reversed(list(table(encoding).items()))}
    return "".join(back.get(letter, letter) for letter in text)


def test_the_tables_are_whole() -> None:
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
    for encoding in Encoding:
        assert letters - set(VOWELS[:1] + "eiouy") <= set(table(encoding).values()), encoding


@pytest.mark.parametrize(
    ("typed", "meant", "encoding"),
    [
        ("TiÕng ViÖt", "Tiếng Việt", Encoding.TCVN3),
        ("Tieáng Vieät", "Tiếng Việt", Encoding.VNI),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", Encoding.TCVN3),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", Encoding.VNI),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", Encoding.TCVN3),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", Encoding.VNI),
        ("12 v¨n b¶n, 83,46%", "12 văn bản, 83,46%", Encoding.TCVN3),
    ],
)
def test_it_is_noticed_and_converted(typed: str, meant: str, encoding: Encoding) -> None:
    assert Converted(encoding, meant) in notice(typed)


@pytest.mark.parametrize(
    "text", ["", "abc", "12,5%", "Số liệu quý I/2024", "ĐÃ HOÀN THÀNH", "café", "naïve", "5 × 3 = 15", "m²"]
)
def test_what_is_none_of_them_is_left_alone(text: str) -> None:
    assert notice(text) == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_in_unicode_is_never_noticed(form: Literal["NFC", "NFD"]) -> None:
    assert [name for name in NAMES if notice(unicodedata.normalize(form, name))] == []


@given(st.sampled_from(NAMES), st.sampled_from(list(Encoding)))
def test_every_name_comes_back(name: str, encoding: Encoding) -> None:
    small = unicodedata.normalize("NFC", name).lower()
    typed = written(small, encoding)
    assert convert(typed, encoding) == small
    found = notice(typed)
    if sum(not letter.isascii() for letter in typed) > 8:
        assert found == (Converted(encoding, small),)
    elif found:
        assert Converted(encoding, small) in found
