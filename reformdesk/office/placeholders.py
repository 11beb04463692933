"""Placeholders in a form of somebody else's: what an officer types into Word or Excel for the program to fill.

``{{civil-servants-present}}`` is the newest period's total. Behind the indicator may stand, in any order and with
``;`` or ``|`` between them, a period, an agency, and what is wanted of the indicator::

    {{civil-servants-present; kỳ trước; Sở Tư pháp}}
    {{5/1/2; 2023; ghi chú}}

Case and diacritics do not matter, nor blanks, full-width letters, and what Word makes of quotes and hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reformdesk.core.text import fold

LONGEST = 300
"""In letters; what is longer between braces is no placeholder."""

_FOUND = re.compile(rf"[{{｛]{{2}}([^{{}}｛｝]{{0,{LONGEST}}})[}}｝]{{2}}")
_OPENED = re.compile(r"[{｛]{2}")
_EXCERPT = 40
_DASHES = re.compile(r"[‐‑‒–—―−﹣－]")
_QUOTES = "\"'“”„‟‘’‚‛«»`´"


class What(StrEnum):
    """What of an indicator is wanted."""

    VALUE = "value"
    COVERAGE = "coverage"
    UNIT = "unit"
    NAME = "name"
    NOTE = "note"


class Turn(StrEnum):
    """A period as it is seen from the newest one."""

    THIS = "this"
    PREVIOUS = "previous"
    SAME_LAST_YEAR = "same-last-year"
    LAST_YEAR = "last-year"


class Role(StrEnum):
    """What a part of a placeholder was said to be, by a word and a colon before it."""

    INDICATOR = "indicator"
    PERIOD = "period"
    AGENCY = "agency"
    WHAT = "what"
    ANY = "any"


WHATS: Mapping[What, tuple[str, ...]] = {
    What.VALUE: ("số liệu", "giá trị", "value", "figure"),
    What.COVERAGE: ("số đơn vị", "số đơn vị báo cáo", "coverage"),
    What.UNIT: ("đơn vị tính", "đvt", "unit"),
    What.NAME: ("tên", "tên chỉ tiêu", "name"),
    What.NOTE: ("ghi chú", "note"),
}
TURNS: Mapping[Turn, tuple[str, ...]] = {
    Turn.THIS: ("kỳ này", "kỳ báo cáo", "this period", "this"),
    Turn.PREVIOUS: ("kỳ trước", "kỳ liền trước", "previous period", "previous"),
    Turn.SAME_LAST_YEAR: ("cùng kỳ", "cùng kỳ năm trước", "same period", "same period last year"),
    Turn.LAST_YEAR: ("năm trước", "cả năm trước", "last year"),
}
TOTALS = ("tổng", "tổng số", "toàn tỉnh", "total")
_ROLES: Mapping[Role, tuple[str, ...]] = {
    Role.INDICATOR: ("chỉ tiêu", "indicator"),
    Role.PERIOD: ("kỳ", "period"),
    Role.AGENCY: ("đơn vị", "cơ quan", "agency"),
    Role.WHAT: ("lấy", "what"),
}

_WHAT_BY_WORDS = {fold(words): what for what, spellings in WHATS.items() for words in spellings}
_TURN_BY_WORDS = {fold(words): turn for turn, spellings in TURNS.items() for words in spellings}
_TOTAL_WORDS = frozenset(map(fold, TOTALS))
_ROLE_BY_WORDS = {fold(words): role for role, spellings in _ROLES.items() for words in spellings}


@dataclass(frozen=True)
class Found:
    """A placeholder in a text: ``start`` to ``end`` with its braces, ``inner`` between them as it stands there."""

    start: int
    end: int
    raw: str
    inner: str


@dataclass(frozen=True)
class Said:
    """A part of a placeholder that only the report can tell the meaning of."""

    role: Role
    text: str


@dataclass(frozen=True)
class Placeholder:
    """What a placeholder says, before it is known whether there is such a thing.

    ``total`` is said outright; ``said`` are the periods and agencies that are named. ``twice`` is a word that
    contradicts one before it.
    """

    indicator: str
    what: What = What.VALUE
    turn: Turn | None = None
    total: bool = False
    said: tuple[Said, ...] = ()
    twice: str = ""


def find(text: str) -> list[Found]:
    """Return the placeholders of a text in order."""
    return [Found(one.start(), one.end(), one.group(), one.group(1)) for one in _FOUND.finditer(text)]


def unclosed(text: str) -> str:
    """Return how the first piece of a text begins that is opened like a placeholder and is none, or nothing."""
    rest = _FOUND.sub("\n", text)
    opened = _OPENED.search(rest)
    return rest[opened.start() : opened.start() + _EXCERPT].split("\n")[0].strip() if opened else ""


def parse(inner: str) -> Placeholder:
    """Return what stands between the braces."""
    indicator, *others = re.split(r"[;|]", _plain(inner))
    role, text = _role_of(indicator)
    said, turns, whats, total, twice = [], [], [], False, ""
    if role not in (Role.ANY, Role.INDICATOR):
        others.insert(0, indicator)
        text = ""
    for other in others:
        role, words = _role_of(other)
        folded = fold(words)
        if not folded:
            continue
        if role is Role.INDICATOR:
            text, twice = (words, twice) if not text else (text, words)
        elif role in (Role.ANY, Role.WHAT) and folded in _WHAT_BY_WORDS:
            whats.append(_WHAT_BY_WORDS[folded])
            twice = words if len(whats) > 1 else twice
        elif role in (Role.ANY, Role.PERIOD) and folded in _TURN_BY_WORDS:
            turns.append(_TURN_BY_WORDS[folded])
            twice = words if len(turns) > 1 else twice
        elif role in (Role.ANY, Role.AGENCY) and folded in _TOTAL_WORDS:
            total = True
        else:
            said.append(Said(role, words))
    return Placeholder(text, next(iter(whats), What.VALUE), next(iter(turns), None), total, tuple(said), twice)


def _plain(inner: str) -> str:
    """Undo what programs make of what was typed: wide letters, invisible ones, long dashes."""
    text = unicodedata.normalize("NFKC", inner)
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return _DASHES.sub("-", text)


def _role_of(part: str) -> tuple[Role, str]:
    head, colon, rest = part.partition(":")
    role = _ROLE_BY_WORDS.get(fold(head)) if colon else None
    return (role, _bare(rest)) if role is not None else (Role.ANY, _bare(part))


def _bare(text: str) -> str:
    return " ".join(text.strip().strip(_QUOTES).split())
