"""Text that was typed for the fonts of before Unicode: TCVN3 (ABC) and VNI, noticed and converted.

Such text looks like ``TiÕng ViÖt`` or ``Tieáng Vieät``. It is only ever offered converted: what is
noticed are words that cannot be Vietnamese as they stand and all are once converted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reformdesk.core.text import nfc


class Encoding(StrEnum):
    """Whose fonts a text was typed for."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


@dataclass(frozen=True)
class Converted:
    """What a text says in Unicode (NFC), and what it was."""

    encoding: Encoding
    text: str


# TCVN 5712:1993, VN3, as its bytes come out when read as Windows-1252; capitals with a tone have
# no place of their own there: a capital font shows the small ones
_TCVN3_LETTERS = (
    "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị"
    "ßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\xadưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
)
# VNI-Windows: a vowel and its mark, each a letter of Windows-1252; some letters stand alone
_VNI_PAIRS = {
    "a": "øàùáûảõãïạââêăáấàầåẩãẫäậéắèằúẳüẵëặ",
    "e": "øèùéûẻõẽïẹâêáếàềåểãễäệ",
    "o": "øòùóûỏõõïọâôáốàồåổãỗäộ",
    "u": "øùùúûủõũïụ",
    "y": "øỳùýûỷõỹ",
    "ô": "øờùớûởõỡïợ",
    "ö": "øừùứûửõữïự",
}
_VNI_ALONE = "ñđììííæỉóĩòịîỵôơöư"


def _pairs(letters: str) -> dict[str, str]:
    return dict(zip(letters[::2], letters[1::2], strict=True))


def _vni() -> Mapping[str, str]:
    small = {
        vowel + mark: letter for vowel, letters in _VNI_PAIRS.items() for mark, letter in _pairs(letters).items()
    } | _pairs(_VNI_ALONE)
    large = {written.upper(): letter.upper() for written, letter in small.items()}
    # a capital vowel may carry its mark in either case
    mixed = {w[0].upper() + w[1:]: letter.upper() for w, letter in small.items() if len(w) == 2}
    return {**mixed, **large, **small}


@cache
def table(encoding: Encoding) -> Mapping[str, str]:
    """Return how each letter, or pair of letters, of an encoding is written in Unicode (NFC)."""
    return _pairs(_TCVN3_LETTERS) if encoding is Encoding.TCVN3 else _vni()


@cache
def _written(encoding: Encoding) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, table(encoding)), key=len, reverse=True)))


_BETWEEN_WORDS = re.compile(r"[\s\d.,;:()/\-–\"'“”?!%+&]+")
_STOPS = ("c", "ch", "p", "t")
_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|"
_RHYMES = {
    "a": " c ch m n ng nh p t i o u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng p t o",
    "ê": " ch m n nh p t u",
    "i": " ch m n nh p t u a",
    "o": " c m n ng p t i ong oc",
    "ô": " c m n ng p t i",
    "ơ": " m n p t i",
    "u": " c m n ng p t i a",
    "ư": " c m n ng t i u a",
    "y": " t n m nh ch u a",
    "iê": "c m n ng p t u",
    "yê": "m n ng t u",
    "uô": "c m n ng t i",
    "ươ": "c m n ng p t i u",
    "oa": " c ch m n ng nh p t i o y",
    "oă": "c m n ng t",
    "oe": " n t o m",
    "uâ": "n ng t y",
    "uê": " ch nh n t",
    "uơ": " n",
    "uy": " ch n nh p t u a",
    "uyê": "n t",
}
"""The vowels of Vietnamese and what may follow each; a blank in front: nothing need follow."""
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_WITH_STOPS = {"\u0301", "\u0323"}


@cache
def _bare_syllables() -> frozenset[str]:
    return frozenset(
        onset + vowel + end
        for onset in _ONSETS.split("|")
        for vowel, ends in _RHYMES.items()
        for end in ends.split(" ")
    )


def notice(text: str) -> tuple[Converted, ...]:
    """Return what a text could say once converted, if it was typed for such fonts; nothing for any other text."""
    given = nfc(text)
    if all(_is_vietnamese(word) for word in _words(given)):
        return ()
    converted = (Converted(encoding, convert(text, encoding)) for encoding in Encoding)
    return tuple(one for one in converted if one.text != given and all(map(_is_vietnamese, _words(one.text))))


def convert(text: str, encoding: Encoding) -> str:
    """Return a text of an encoding in Unicode (NFC)."""
    letters = table(encoding)
    return nfc(_written(encoding).sub(lambda found: letters[found.group()], nfc(text)))


def _words(text: str) -> list[str]:
    """Return the words that have more than plain letters: the plain ones, and single signs, tell nothing."""
    return [word for word in _BETWEEN_WORDS.split(text) if len(word) > 1 and not word.isascii()]


def _is_vietnamese(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable, with one tone at most, or an abbreviation."""
    if word.casefold().replace("đ", "d").isascii():
        return True
    apart = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in apart if letter in _TONES]
    bare = nfc("".join(letter for letter in apart if letter not in _TONES))
    stopped = bare.endswith(_STOPS) and not bare.endswith("nh")
    fits = not tones or not stopped or tones[0] in _WITH_STOPS
    return len(tones) <= 1 and fits and bare in _bare_syllables()
