"""Values: read as people here write them, printed as they are printed here, exact throughout.

A value is a number, a mark (held or not held), a text, one rate per block of agencies, or one of
the four answers that are no figure. None of the last four is a zero, nor is a missing value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from reformdesk.core import legacy_text
from reformdesk.core.catalogue import Block, Indicator, Kind
from reformdesk.core.number_style import NumberStyle, amount_in
from reformdesk.core.text import fold, nfc

MOST_DIGITS = 18
"""The longest whole part that is read; a longer one is a slip of the hand."""


class Status(StrEnum):
    """The answers that are no figure."""

    BLANK = "blank"
    NOT_DONE = "not-done"
    IN_PROGRESS = "in-progress"
    NOT_APPLICABLE = "not-applicable"


STATUS_WORDS: Mapping[Status, str] = {
    Status.BLANK: "",
    Status.NOT_DONE: "Chưa thực hiện",
    Status.IN_PROGRESS: "Đang triển khai",
    Status.NOT_APPLICABLE: "Không áp dụng",
}
"""The words that the printed tables use; they are data of the tables, the same in every language."""


@dataclass(frozen=True)
class Number:
    """An exact figure; ``unit`` only where the reporter wrote one that differs from the catalogue's."""

    amount: Decimal
    unit: str = ""


@dataclass(frozen=True)
class Mark:
    """``x`` for held, ``0`` for not held."""

    held: bool


@dataclass(frozen=True)
class Text:
    """Free words, NFC."""

    words: str


@dataclass(frozen=True)
class BlockRate:
    """One block's rate in percent; ``label`` is the line's head as the reporter wrote it."""

    block: str
    label: str
    rate: Decimal


@dataclass(frozen=True)
class Rates:
    """One rate per block of agencies, in the reporter's order."""

    rates: tuple[BlockRate, ...]


Value = Number | Mark | Text | Rates | Status


@dataclass(frozen=True)
class Ambiguous:
    """What was typed could mean several things, or one that is not what it looks like: ask."""

    choices: tuple[Value, ...]


@dataclass(frozen=True)
class Unreadable:
    """What was typed cannot be a value of this indicator; ``code`` says why."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


Reading = Value | Ambiguous | Unreadable

_STATUS_BY_WORDS = {fold(words): status for status, words in STATUS_WORDS.items()}
_HELD = {"x", "co", "co (x)", "✓", "yes"}
_NOT_HELD = {"0", "khong", "no"}
_DASHES = {"-", "–", "—"}
_MEASURE = re.compile(r"(?P<sign>-?)(?P<digits>\d(?:[\d., ]*\d)?)\s*(?P<tail>[^\d.,\s].*)?", re.DOTALL)
_BLOCK_LINE = re.compile(r"(?P<label>\s*[-–•]?\s*(?P<name>[^:]+?))\s*:\s*(?P<rate>[^:]+)")


def read(typed: str, indicator: Indicator, style: NumberStyle | None = None) -> Reading:
    """Read ``typed`` as a value of ``indicator``.

    Full-width digits, NFD text and blanks of any width are understood. What could be read in two
    ways, or is written in the English way where it might be a slip, comes back as
    :class:`Ambiguous`, as does text of the fonts before Unicode; nothing is guessed. ``style``
    settles how a number is meant, where the rest of its column tells.
    """
    text = nfc(typed).strip()
    status = _STATUS_BY_WORDS.get(fold(text.rstrip(".")))
    if status is not None:
        return status
    match indicator.kind:
        case Kind.TEXT:
            return _read_text(text)
        case Kind.MARK:
            return _read_mark(text)
        case Kind.RATE_OR_BLOCKS if ":" in text:
            return _read_rates(text, indicator.blocks)
        case _:
            return _read_number(text, indicator, style)


def _read_text(text: str) -> Reading:
    legacy = legacy_text.notice(text)
    return Ambiguous((*(Text(one.text) for one in legacy), Text(text))) if legacy else Text(text)


def _read_mark(text: str) -> Reading:
    folded = fold(text)
    if folded in _HELD:
        return Mark(held=True)
    if folded in _NOT_HELD:
        return Mark(held=False)
    return Unreadable("not-a-mark")


def _read_rates(text: str, blocks: tuple[Block, ...]) -> Reading:
    rates: list[BlockRate] = []
    for line in re.split(r"[\n;]", text):
        if not line.strip():
            continue
        parts = _BLOCK_LINE.fullmatch(line.rstrip())
        if parts is None:
            return Unreadable("not-a-block-rate", (("line", line.strip()),))
        block = _block_named(parts["name"], blocks)
        if block is None:
            return Unreadable("unknown-block", (("block", parts["name"]),))
        reading = _read_measure(parts["rate"], fraction=True, units=())
        if not isinstance(reading, Number):
            return Unreadable("not-a-block-rate", (("line", line.strip()),))
        if any(rate.block == block.id for rate in rates):
            return Unreadable("block-twice", (("block", block.name.vi),))
        rates.append(BlockRate(block.id, parts["label"].lstrip(), reading.amount))
    return Rates(tuple(rates))


def _block_named(name: str, blocks: tuple[Block, ...]) -> Block | None:
    wanted = fold(name)
    for block in blocks:
        if wanted in {fold(spelling) for spelling in (block.id, block.name.vi, block.name.en, *block.also)}:
            return block
    return None


def _read_number(text: str, indicator: Indicator, style: NumberStyle | None) -> Reading:
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        # nearly all that is typed, and it stands between the key and the disk
        return Number(Decimal(int(text)))
    if text in _DASHES:
        return Ambiguous((Status.BLANK, Number(Decimal(0)), Status.NOT_APPLICABLE))
    units = tuple(unit for unit in (indicator.written_unit, *indicator.unit_also) if unit)
    return _read_measure(text, fraction=indicator.kind.takes_fraction, units=units, style=style)


def _read_measure(text: str, *, fraction: bool, units: tuple[str, ...], style: NumberStyle | None = None) -> Reading:
    """Read a number with an optional per cent sign or unit behind it."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    plain = re.sub(r"\s+", " ", plain)
    parts = _MEASURE.fullmatch(plain)
    if parts is None or not parts["digits"].isascii():
        return Unreadable("not-a-number")
    unit = ""
    tail = (parts["tail"] or "").strip()
    if tail == "%":
        if not fraction:
            return Unreadable("percent-in-count")
    elif tail:
        known = next((name for name in units if name.casefold() == tail.casefold()), None)
        if known is None:
            return Unreadable("unknown-unit", (("unit", tail),))
        unit = "" if known == units[0] else known
    amounts, sure = _amounts(parts["digits"], fraction=fraction)
    told = amount_in(parts["digits"], style) if style is not None else None
    if told is not None and (fraction or told == told.to_integral_value()):
        amounts, sure = (told,), True
    if not amounts:
        return Unreadable("not-whole" if _has_fraction(parts["digits"]) and not fraction else "not-a-number")
    sign = -1 if parts["sign"] else 1
    numbers = tuple(Number(_plain(sign * amount), unit) for amount in amounts)
    if any(abs(number.amount) >= 10**MOST_DIGITS for number in numbers):
        return Unreadable("too-long")
    return numbers[0] if sure else Ambiguous(numbers)


_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in (".", ",", " ")}


def _amounts(digits: str, *, fraction: bool) -> tuple[tuple[Decimal, ...], bool]:
    """Return what ``digits`` can mean, likeliest first, and whether that is beyond doubt."""
    if " " in digits:
        return _amounts_with_blanks(digits, fraction=fraction)
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return (Decimal(digits),), True
    if dots and commas:
        decimal_mark = max(".,", key=digits.rfind)
        return _amounts_with_both(digits, decimal_mark, fraction=fraction)
    mark = "." if dots else ","
    grouped = _GROUPED[mark].fullmatch(digits) is not None
    whole = Decimal(digits.replace(mark, ""))
    if dots + commas > 1:
        return ((whole,), mark == ".") if grouped else ((), True)
    broken = Decimal(digits.replace(mark, "."))
    if not grouped:
        return _if_allowed(broken, fraction=fraction)
    if not fraction:
        return (whole,), mark == "."
    return ((broken, whole) if mark == "," else (whole, broken)), False


def _amounts_with_blanks(digits: str, *, fraction: bool) -> tuple[tuple[Decimal, ...], bool]:
    head, mark, rest = _split_once(digits)
    if not _GROUPED[" "].fullmatch(head):
        return (), True
    whole = head.replace(" ", "")
    if not mark:
        return (Decimal(whole),), True
    if not rest.isdigit():
        return (), True
    broken = Decimal(f"{whole}.{rest}")
    if len(rest) == 3:
        joined = Decimal(whole + rest)
        return ((broken, joined) if fraction else (joined,)), False
    return _if_allowed(broken, fraction=fraction)


def _amounts_with_both(digits: str, decimal_mark: str, *, fraction: bool) -> tuple[tuple[Decimal, ...], bool]:
    group_mark = "." if decimal_mark == "," else ","
    head, _, rest = digits.rpartition(decimal_mark)
    if not rest.isdigit() or not _GROUPED[group_mark].fullmatch(head):
        return (), True
    return _if_allowed(Decimal(f"{head.replace(group_mark, '')}.{rest}"), fraction=fraction)


def _if_allowed(amount: Decimal, *, fraction: bool) -> tuple[tuple[Decimal, ...], bool]:
    allowed = fraction or amount == amount.to_integral_value()
    return ((amount,) if allowed else ()), True


def _split_once(digits: str) -> tuple[str, str, str]:
    found = re.search(r"[.,]", digits)
    if found is None:
        return digits, "", ""
    return digits[: found.start()], found.group(), digits[found.end() :]


def _has_fraction(digits: str) -> bool:
    return re.search(r"[.,]\d+$", digits) is not None


def _plain(amount: Decimal) -> Decimal:
    """Drop trailing zeros and the exponent: 99,80 and 99,8 are one figure."""
    return Decimal(format_plain(amount))


def format_plain(amount: Decimal) -> str:
    """Return the canonical decimal string: no exponent, no trailing zeros, no negative zero."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def write_number(amount: Decimal, digits: int = 1) -> str:
    """Print an amount in the Vietnamese way: ``1.234,5``; at least ``digits`` digits before the comma."""
    whole, _, rest = format_plain(abs(amount)).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".").rjust(digits, "0")
    sign = "-" if amount < 0 else ""
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"


def write(value: Value, indicator: Indicator) -> str:
    """Print a value as the tables print it; blank is the empty string."""
    match value:
        case Number(amount, unit):
            number = write_number(amount, indicator.digits)
            behind = unit or indicator.written_unit
            if indicator.prints_percent_sign:
                return f"{number}%"
            return f"{number} {behind}" if behind else number
        case Mark(held):
            return "x" if held else "0"
        case Text(words):
            return words
        case Rates(rates):
            return "\n".join(f"{rate.label}: {write_number(rate.rate)}%" for rate in rates)
        case Status():
            return STATUS_WORDS[value]


def is_answer(value: Value) -> bool:
    """Whether the agency has answered at all; a blank is no answer."""
    return value is not Status.BLANK


def to_wire(value: Value) -> dict[str, Any]:
    """Return the JSON form that files and the workspace carry (``resources/schemas/value.schema.json``)."""
    match value:
        case Number(amount, unit):
            number = {"number": format_plain(amount)}
            return {**number, "unit": unit} if unit else number
        case Mark(held):
            return {"mark": "x" if held else "0"}
        case Text(words):
            return {"text": words}
        case Rates(rates):
            return {
                "rates": [{"block": rate.block, "label": rate.label, "rate": format_plain(rate.rate)} for rate in rates]
            }
        case Status():
            return {"status": value.value}


def from_wire(wire: Mapping[str, Any]) -> Value:
    """Return the value of a JSON form that the schema has already accepted."""
    if "number" in wire:
        return _number(wire["number"], wire.get("unit", ""))
    if "mark" in wire:
        return Mark(wire["mark"] == "x")
    if "text" in wire:
        return Text(wire["text"])
    if "rates" in wire:
        return Rates(tuple(BlockRate(item["block"], item["label"], Decimal(item["rate"])) for item in wire["rates"]))
    return Status(wire["status"])


@lru_cache(maxsize=8192)
def _number(plain: str, unit: str) -> Number:
    """Return a number; the same few stand in thousands of submissions."""
    return Number(Decimal(plain), unit)


def from_amount(amount: Decimal, indicator: Indicator) -> Reading:
    """Read an exact number, such as a spreadsheet's numeric cell, as a value of ``indicator``."""
    if indicator.kind is Kind.TEXT:
        return Text(format_plain(amount))
    if indicator.kind is Kind.MARK:
        return Mark(held=False) if amount == 0 else Unreadable("not-a-mark")
    if not indicator.kind.takes_fraction and amount != amount.to_integral_value():
        return Unreadable("not-whole")
    if abs(amount) >= 10**MOST_DIGITS:
        return Unreadable("too-long")
    return Number(_plain(amount))
