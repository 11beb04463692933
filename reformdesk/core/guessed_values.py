"""What kind of value a printed figure is, by how it is written and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reformdesk.core.catalogue import Kind, Nature
from reformdesk.core.text import fold

_NUMBER = re.compile(r"-?\d[\d.,\s]*")
_WITH_UNIT = re.compile(r"\d[\d.,]*\s*([^\W\d_][\w ./&-]{0,20})")
_LEADING_ZERO = re.compile(r"0\d+")
_FRACTION = re.compile(r"\d+,\d{1,2}")
_STATUSES = ("chua thuc hien", "dang trien khai", "khong ap dung", "khong", "chua co")
_RATES = ("ty le", "ti le", "%", "muc do hai long", "chi so")
_MARKS = re.compile(r"= ?x\b|\bco to chuc\b|\(neu co\)")
_WORDED = ("noi dung", "ghi ro", "liet ke", "ten ", "danh sach")
_STOCKS = re.compile(
    r"\b(tong so|hien co|co mat|duoc giao|bien che|luy ke|so don vi|so co quan|so phong|so chi cuc|chua giai quyet"
    r"|ton dong|dang co|ket noi|co cong)\b"
)
_FLOWS = re.compile(r"\b(da|trong nam|trong ky|ban hanh|tiep nhan|duoc tuyen dung|tinh gian|boi duong|tap huan|lop)\b")
_UNITS = (
    ("van ban|vbqppl|vbqpl|nghi quyet|quyet dinh", "văn bản"),
    ("ho so", "hồ sơ"),
    ("tthc|thu tuc hanh chinh", "TTHC"),
    ("pakn|phan anh, kien nghi", "PAKN"),
    ("phieu", "phiếu"),
    ("ban tin|tin, bai|tin bai", "bản tin"),
    ("lop", "lớp"),
    ("mo hinh|sang kien", "mô hình, sáng kiến"),
    ("chi cuc", "chi cục"),
    ("phong", "phòng"),
    ("bien che", "biên chế"),
    ("cong chuc|vien chuc|can bo|nguoi", "người"),
    ("chu ky so", "chữ ký số"),
    ("dich vu", "dịch vụ"),
    ("co quan", "cơ quan"),
    ("don vi", "đơn vị"),
)


@dataclass(frozen=True)
class Figures:
    """The figures that a row shows, blank ones left out."""

    texts: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.texts)

    def kind(self, name: str, unit: str) -> tuple[Kind, bool]:
        """Return the kind that the figures and the name speak for, and whether the figures or a unit say so."""
        if any("\n" in text and "%" in text for text in self.texts):
            return Kind.RATE_OR_BLOCKS, True
        folded = fold(name)
        told = [text for text in self.texts if fold(text) not in _STATUSES]
        if unit == "%" or any(text.rstrip().endswith("%") for text in told):
            return Kind.PERCENT, True
        if folded.startswith(_RATES):
            return Kind.PERCENT, any(_FRACTION.fullmatch(text) for text in told)
        marks = [text for text in told if text.casefold() == "x"]
        if marks or (_MARKS.search(folded) and not told):
            return Kind.MARK, bool(marks)
        numbers = [text for text in told if _NUMBER.fullmatch(text) or _WITH_UNIT.fullmatch(text)]
        if told and not numbers:
            return Kind.TEXT, False
        if any(_FRACTION.fullmatch(text) for text in numbers):
            return Kind.DECIMAL, False
        if not told and folded.startswith(_WORDED):
            return Kind.TEXT, False
        return Kind.COUNT, bool(numbers)

    @property
    def digits(self) -> int:
        """The least number of digits that is printed."""
        return max((len(text) for text in self.texts if _LEADING_ZERO.fullmatch(text)), default=1)

    @property
    def written_unit(self) -> str:
        """The unit that is printed behind the figures."""
        found = [match.group(1).strip() for text in self.texts if (match := _WITH_UNIT.fullmatch(text))]
        return max(found, key=found.count, default="") if len(found) == len(self.texts) else ""


def figures_in(texts: Iterable[str]) -> Figures:
    """Return the figures among a row's cells."""
    return Figures(tuple(text.strip() for text in texts if text.strip()))


def nature_of(name: str, above: str) -> Nature:
    """Return whether a row is counted on a day or over a period, by its words and those of the row that heads it."""
    for words in (fold(name), fold(above)):
        if _FLOWS.search(words):
            return Nature.FLOW
        if _STOCKS.search(words):
            return Nature.STOCK
    return Nature.FLOW


def unit_of(name: str, above: str, kind: Kind) -> str:
    """Return the unit that a name speaks of, or the row that heads it; empty where neither does."""
    if kind is Kind.MARK:
        return "x/0"
    if kind is Kind.TEXT:
        return ""
    for words in (fold(name), fold(above)):
        # what is counted stands first in a name
        found = [(at.start(), unit) for pattern, unit in _UNITS if (at := re.search(rf"\b({pattern})\b", words))]
        if found:
            return min(found)[1]
    return ""
