"""What stands in a form's cell, as an offer of a value: nothing guessed, what could not be taken named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from reformdesk.core import legacy_text, values
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.values import Status, Unreadable, format_plain
from reformdesk.office.sheet_cells import SheetCell

_RATES = (Kind.PERCENT, Kind.RATE_OR_BLOCKS)


@dataclass(frozen=True)
class Figure:
    """What a cell offers, with codes of what a person should know of it."""

    raw: str | Decimal
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spoilt:
    """Why nothing can be taken from a cell: ``error-cell``, ``formula-no-result``, ``date``."""

    code: str


def figure_in(cell: SheetCell, indicator: Indicator) -> Figure | Spoilt | None:
    """Read a cell that is to hold a value of ``indicator``; ``None`` where nothing stands in it."""
    if cell.is_blank:
        return None
    if cell.error:
        return Spoilt("error-cell")
    notes = ("formula",) if cell.formula else ()
    match cell.held:
        case None:
            return Spoilt("formula-no-result")
        case bool():
            truth = ("0", "x")[cell.held] if indicator.kind is Kind.MARK else cell.text
            return Figure(truth, notes)
        case Decimal():
            found = _number(cell.held, cell, indicator)
            return Figure(found.raw, (*notes, *found.notes))
        case date() | time() | timedelta():
            return Figure(cell.text, notes) if indicator.kind is Kind.TEXT else Spoilt("date")
        case "":
            return None  # a formula that shows nothing
        case _:
            found = _text(cell.held, indicator)
            return Figure(found.raw, (*notes, *found.notes))


def words_in(cell: SheetCell) -> Figure | Spoilt | None:
    """Read a cell that is to hold an explanation."""
    if cell.is_blank or cell.held == "":
        return None
    if cell.error:
        return Spoilt("error-cell")
    if cell.held is None:
        return Spoilt("formula-no-result")
    converted = legacy_text.notice(cell.text)
    # two readings, or none: a person decides later, at the field
    return Figure(converted[0].text, ("old-font",)) if len(converted) == 1 else Figure(cell.text)


def _number(held: Decimal, cell: SheetCell, indicator: Indicator) -> Figure:
    notes: tuple[str, ...] = ()
    amount = held
    if cell.percent:
        if not indicator.kind.takes_fraction:
            return Figure(cell.text)  # to be refused as what it looks like
        amount, notes = held * 100, ("percent-cell",)
    elif indicator.kind in _RATES and 0 < held < 1:
        notes = ("below-one",)
    if indicator.kind.takes_fraction and cell.decimals is not None:
        shown = amount.quantize(Decimal(1).scaleb(-cell.decimals))
        if shown != amount:
            amount, notes = shown, (*notes, "as-shown")
    return Figure(Decimal(format_plain(amount)), notes)


def _text(held: str, indicator: Indicator) -> Figure:
    """Text stays as typed, unless it is one of the answers that are no figure in an old font."""
    if indicator.kind is not Kind.TEXT and isinstance(values.read(held, indicator), Unreadable):
        for one in legacy_text.notice(held):
            if isinstance(values.read(one.text, indicator), Status):
                return Figure(one.text, ("old-font",))
    return Figure(held)
