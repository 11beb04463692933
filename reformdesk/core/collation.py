"""The order in which Vietnamese names are listed, the same on every system.

Systems differ in it, and code points put Đ after every other letter. As in a Vietnamese dictionary
syllables are compared one after the other: by their letters (a ă â b c d đ e ê … o ô ơ … u ư …),
then by their tones (ngang, huyền, hỏi, ngã, sắc, nặng). Digits count as numbers.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: place for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_MARKS = {"\u0306", "\u0302", "\u031b"}
"""Breve, circumflex and horn make another letter."""
_LOOK_ALIKES = str.maketrans({"ð": "đ"})
_SYLLABLE = re.compile(r"\d+|[^\W\d_]+")
_NUMBER, _WORD = 0, 1

Key = tuple[tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...], str]


def key(text: str) -> Key:
    """Return what to sort a name by; equal for equal texts alone."""
    bare = unicodedata.normalize("NFC", text)
    found = _SYLLABLE.findall(bare.lower().translate(_LOOK_ALIKES))
    return tuple(_number(one) if one.isdecimal() else _syllable(one) for one in found), bare


def _number(digits: str) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    # compared by length first: Python refuses to read a number of thousands of digits
    bare = digits.lstrip("0")
    return _NUMBER, (len(bare), *(unicodedata.decimal(one) for one in bare)), ()


def _syllable(word: str) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    ranks: list[int] = []
    tones: list[int] = []
    for letter in word:
        whole = unicodedata.normalize("NFD", letter)
        base = whole[0] + "".join(mark for mark in whole[1:] if mark in _MARKS)
        rank = _RANKS.get(unicodedata.normalize("NFC", base), _RANKS.get(whole[0]))
        # letters of other scripts follow, by code point
        ranks.append(len(_LETTERS) + ord(whole[0]) if rank is None else rank)
        # one a syllable, wherever it is written: hòa and hoà are one word
        tones += [_TONES[mark] for mark in whole[1:] if mark in _TONES]
    return _WORD, tuple(ranks), tuple(tones)
