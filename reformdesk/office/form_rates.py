"""Rates that are computed, in a form's workbook: each a formula over the cells of its parts.

Where the parts stand is read from the hidden column and row by which every sheet says what is which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core import rates, values
from reformdesk.core.answers import Offered
from reformdesk.core.catalogue import Catalogue, Label, Rate
from reformdesk.core.number_style import NumberStyle
from reformdesk.core.values import Ambiguous, Number, Status, Unreadable, Value
from reformdesk.office.form_layout import Part

_HUNDREDTH = Decimal("0.01")
_HOW = Label("Tự tính: dòng {part} trên dòng {whole}", "Computed: row {part} out of row {whole}")


def how(catalogue: Catalogue, name: str, language: str) -> str:
    """Return what stands beside a rate: which rows it is computed from."""
    part, whole = (catalogue.printed_number(one) for one in catalogue.rates[name].parts)
    return _HOW.text(language).format(part=part, whole=whole)


def put_formulas(sheets: Iterable[Worksheet], catalogue: Catalogue, parts_row: int) -> None:
    """Let every rate of a form be computed by the spreadsheet as soon as both its parts are numbers."""
    cells = {key: cell for sheet in sheets for key, cell in _figures(sheet, parts_row)}
    for name, rate in catalogue.rates.items():
        if name in cells and cells.keys() >= set(rate.parts):
            sheet, place = cells[name]
            part, whole = (_address(*cells[one], seen_from=sheet) for one in rate.parts)
            sheet[place] = (
                f'=IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({whole}=0,"",ROUND({part}/{whole}*100,2)),"")'
            )


def _figures(sheet: Worksheet, parts_row: int) -> Iterator[tuple[str, tuple[Worksheet, str]]]:
    column = next(cell.column_letter for cell in sheet[parts_row] if cell.value == Part.VALUE)
    for cell in sheet["A"]:
        if isinstance(cell.value, str):
            yield cell.value, (sheet, f"{column}{cell.row}")


def _address(sheet: Worksheet, place: str, *, seen_from: Worksheet) -> str:
    return place if sheet is seen_from else f"'{sheet.title}'!{place}"


def without_computed(
    offers: Iterable[Offered], catalogue: Catalogue, style: NumberStyle | None = None
) -> Iterator[Offered]:
    """Yield what a workbook offers but the rates that it computed itself.

    A rate that is another than that of the parts beside it was typed: it is offered, so that somebody sees it.
    """
    held = list(offers)
    given = {one.indicator: one.raw for one in held}
    for one in held:
        rate = catalogue.rates.get(one.indicator)
        if rate is None:
            yield one
        elif one.raw != "" and not _is_computed(one, rate, given, catalogue, style):
            yield Offered(one.indicator, one.raw, None, one.where, one.notes)


def _is_computed(
    one: Offered, rate: Rate, given: Mapping[str, str | Decimal], catalogue: Catalogue, style: NumberStyle | None
) -> bool:
    read = [_value(given.get(name, ""), catalogue, name, style) for name in (one.indicator, *rate.parts)]
    shown, comes_to = read[0], rates.computed(read[1], read[2])
    if not isinstance(shown, Number) or not isinstance(comes_to, Number):
        return shown == comes_to
    # spreadsheets reckon in binary, so that a half may fall to the other side
    return abs(shown.amount - comes_to.amount) <= _HUNDREDTH


def _value(raw: str | Decimal, catalogue: Catalogue, name: str, style: NumberStyle | None) -> Value:
    indicator = catalogue.indicators[name]
    reading = values.from_amount(raw, indicator) if isinstance(raw, Decimal) else values.read(raw, indicator, style)
    return Status.BLANK if isinstance(reading, Ambiguous | Unreadable) else reading
