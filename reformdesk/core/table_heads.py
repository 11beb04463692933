"""Where a pasted table begins, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core.catalogue import Layout
from reformdesk.core.pasted_table import Line
from reformdesk.core.text import fold

_NUMBERS = ("stt", "tt", "so tt", "so thu tu")
_NAMES = ("chi tieu", "nhiem vu", "noi dung", "tieu chi", "ten chi tieu", "danh muc chi tieu", "chi so")
_UNITS = ("don vi tinh", "dvt", "don vi do")
_REPORTERS = (
    "don vi tong hop",
    "don vi bao cao",
    "co quan bao cao",
    "don vi, co quan",
    "co quan, don vi",
    "don vi chu tri",
    "co quan chu tri",
    "don vi thuc hien",
    "co quan tong hop",
    "don vi cung cap",
)
_PERIODS = ("giai doan", "ky bao cao", "thoi diem", "thoi ky", "nam")
_NOTES = ("ghi chu",)
_NUMBERED_TITLE = re.compile(r"\s*(\d+(\.\d+)*|[IVX]+)[.)]?\s+\S")
_COUNTED = re.compile(r"\(?([a-z]|\d{1,2})\)?")


@dataclass(frozen=True)
class Heads:
    """The columns of a table, counted from 0; ``height`` is how many rows the headings take.

    ``figures`` are the columns that hold figures, with their headings; ``printed`` are the kinds and
    headings of all columns as an indicator set names them.
    """

    layout: Layout
    height: int
    number: int | None
    name: int | None
    reporter: int | None
    unit: int | None
    figures: tuple[tuple[int, str], ...]
    printed: tuple[tuple[str, str], ...]


def find_heads(lines: Sequence[Line], place: int) -> Heads | None:
    """Return the headings that begin at a line, ``None`` where none do."""
    line = lines[place]
    if line.outside:
        return None
    heads = [" ".join(text.split()) for text in line.texts]
    kinds = [_kind(fold(text)) for text in heads]
    is_across = "name" in kinds and len([one for one in heads if one]) > 1
    is_down = "reporter" in kinds and "period" in kinds and "name" not in kinds
    if not is_across and not is_down:
        return None
    height = 1
    fixed = [at for at, kind in enumerate(kinds) if kind in ("number", "name", "reporter", "unit")]
    for below in lines[place + 1 : place + 4]:
        deeper = all(not below.text(at) or below.is_merged(at) for at in fixed)
        counted = [one for one in map(fold, below.texts) if one]
        if not (deeper and not below.outside) and not all(_COUNTED.fullmatch(one) for one in counted):
            break
        if deeper:
            heads = _under(heads, below)
        height += 1
    return _down(heads, kinds, height) if is_down else _across(heads, kinds, height)


def _kind(head: str) -> str:
    if head in _NUMBERS:
        return "number"
    kinds = (("unit", _UNITS), ("reporter", _REPORTERS), ("name", _NAMES), ("note", _NOTES), ("period", _PERIODS))
    return next((kind for kind, words in kinds if head.startswith(words)), "")


def _under(heads: list[str], below: Line) -> list[str]:
    """Put what stands below a heading behind it, where it says something of its own."""
    texts = [" ".join(text.split()) for text in below.texts]
    return [
        " ".join(dict.fromkeys((head, under))).strip() if under and not below.is_merged(at) else head
        for at, (head, under) in enumerate(zip(heads, texts, strict=False))
    ]


def _place(kinds: Sequence[str], kind: str) -> int | None:
    return kinds.index(kind) if kind in kinds else None


def _across(heads: Sequence[str], kinds: Sequence[str], height: int) -> Heads:
    """Read the headings of a table whose periods are columns; one without numbers gets their column."""
    figures = tuple((at, head) for at, head in enumerate(heads) if kinds[at] in ("", "period"))
    printed = [("number", "STT")] if "number" not in kinds else []
    printed += [(kind, head) for kind, head in zip(kinds, heads, strict=True) if kind in ("number", "name", "reporter")]
    places = {kind: _place(kinds, kind) for kind in ("number", "name", "reporter", "unit")}
    return Heads(Layout.PERIODS_ACROSS, height, figures=figures, printed=(*printed, ("periods", "")), **places)


def _down(heads: Sequence[str], kinds: Sequence[str], height: int) -> Heads:
    figures = tuple((at, head) for at, head in enumerate(heads) if kinds[at] == "" and head)
    names = {"": "indicator", "number": "", "unit": ""}
    printed = tuple(
        (names.get(kind, kind), head) for kind, head in zip(kinds, heads, strict=True) if head and names.get(kind, kind)
    )
    reporter = _place(kinds, "reporter")
    return Heads(Layout.PERIODS_DOWN, height, None, None, reporter, None, figures, printed)


def is_title(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line heads the table below it: it stands between tables, or alone above headings of columns."""
    if line.outside:
        return True
    alone = sum(bool(text) for text in line.texts) == 1
    return alone and any(find_heads(below, place) for place in range(min(2, len(below))))


def title_of(titles: Sequence[str]) -> str:
    """Return the one that names the table: the last one with a number, else the last."""
    words = [" ".join(title.split()) for title in titles]
    return next((one for one in reversed(words) if _NUMBERED_TITLE.match(one)), words[-1] if words else "")
