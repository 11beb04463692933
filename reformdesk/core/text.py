"""Text as Vietnamese offices produce it, made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from datetime import date
from itertools import count

_LOOK_ALIKES = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


def nfc(text: str) -> str:
    """Return ``text`` in Unicode NFC, the only form that is stored, hashed or sent."""
    return unicodedata.normalize("NFC", text)


def sentence(words: str) -> str:
    """Return what somebody wrote with the full stop that it may lack, so that more can follow."""
    words = words.strip()
    return f"{words}." if words and words[-1] not in ".!?…:;" else words


def whole_numbers(text: str) -> str:
    """Return ``text`` so that no line breaks within a number in groups, such as a telephone number."""
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)


def fold(text: str) -> str:
    """Return ``text`` without case, tone marks and diacritics, blanks folded: what search compares.

    đ and its look-alike ð (U+00F0) have no decomposition and are folded by hand.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.translate(_LOOK_ALIKES).casefold().split())


def slug(name: str) -> str:
    """Return a stable ASCII id for a name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:80] or "x"


def free_id(name: str, taken: Container[str], most: int = 80) -> str:
    """Return an id for what is named so that nothing has yet: its name's, with a number where that is taken."""
    return next(one for one in _numbered(slug(name), most) if one not in taken)


def _numbered(base: str, most: int) -> Iterator[str]:
    yield base[:most].strip("-")
    for number in count(2):
        ending = f"-{number}"
        yield f"{base[: most - len(ending)].strip('-')}{ending}"


def lower_first(words: str) -> str:
    """Return words as they stand within a sentence; an abbreviation keeps its capitals."""
    first = words.split(" ", 1)[0]
    return words if first.isupper() and len(first) > 1 else words[:1].lower() + words[1:]


def vietnamese_day(day: date) -> str:
    """Return a day as official documents write it: a nought before days below ten and the first two months."""
    month = f"{day.month:02}" if day.month in (1, 2) else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
