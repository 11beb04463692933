"""How a row of a list of indicators says that shares become one figure, once all that it names is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reformdesk.core import catalogue_reading, wired
from reformdesk.core.catalogue import Consolidation, Indicator, Rate
from reformdesk.core.catalogue_reading import RateFault
from reformdesk.core.edition import Edition
from reformdesk.core.indicator_edits import Consolidate
from reformdesk.core.listed_indicators import Asked
from reformdesk.core.listed_places import cells_of, printed_in
from reformdesk.core.listed_rows import Problem
from reformdesk.core.text import fold

Told = Callable[[Problem], None]

_FAULTS = {
    RateFault.KIND: "list-rate-kind",
    RateFault.PARTS: "list-rate-parts-same",
    RateFault.PART: "list-rate-part",
    RateFault.PART_REPORTER: "list-rate-part-reporter",
    RateFault.PART_CONSOLIDATION: "list-rate-part-consolidation",
}


def consolidating(asked: Asked, indicator: str, edition: Edition, told: Told) -> Consolidate | None:
    """Return the edit that a row asks for, ``None`` where all is so already or cannot be; what cannot be is told."""
    own = edition.indicators[indicator]
    has_parts = bool(asked.numerator or asked.denominator)
    how = asked.how or (Consolidation.RATE if has_parts else own.consolidation)
    if has_parts and how is not Consolidation.RATE:
        told(asked.line.problem("list-rate-how", "consolidation", name=asked.name))
        return None
    rate = _rate(asked, own, edition, told) if how is Consolidation.RATE else None
    weight = own.weight if how is Consolidation.MEAN else ""
    if asked.weight:
        weight = _indicator(asked, "weight", asked.weight, edition, told)
    wrong = how is Consolidation.RATE and (rate is None or not _is_sound(asked, own, rate, edition, told))
    if wrong or (asked.weight and not weight) or (how, weight, rate) == (own.consolidation, own.weight, own.rate):
        return None
    return Consolidate(indicator, how, weight, rate)


def _rate(asked: Asked, own: Indicator, edition: Edition, told: Told) -> Rate | None:
    known = own.rate or Rate("", "")
    parts = []
    for key, text, before in (
        ("numerator", asked.numerator, known.numerator),
        ("denominator", asked.denominator, known.denominator),
    ):
        if text or not before:
            if not text:
                told(asked.line.problem("list-rate-part-missing", key))
            parts.append(_indicator(asked, key, text, edition, told) if text else "")
        else:
            parts.append(before)
    numerator, denominator = parts
    return replace(known, numerator=numerator, denominator=denominator) if all(parts) else None


def _indicator(asked: Asked, key: str, text: str, edition: Edition, told: Told) -> str:
    """Return the indicator that a cell names, by its id, its name or what its row prints; empty where none is."""
    if text in edition.indicators:
        return text
    meant = {one.id for one in edition.indicators.values() if fold(one.name.vi) == fold(text)}
    for table in edition.source["tables"] if not meant else ():
        meant |= {
            one["indicator"] for one in cells_of(table) if one.get("indicator") and fold(printed_in(one)) == fold(text)
        }
    if len(meant) != 1:
        code = "list-indicator-several" if meant else "list-indicator-unknown"
        told(asked.line.problem(code, key, text=text))
    return next(iter(meant)) if len(meant) == 1 else ""


def _is_sound(asked: Asked, own: Indicator, rate: Rate, edition: Edition, told: Told) -> bool:
    """Whether the rate could be computed; each thing that hinders it is told."""
    wire = wired.to_wire(rate)
    tried = edition.with_indicator(own.id, consolidation=Consolidation.RATE.value, weight=None, rate=wire)
    faults = set(catalogue_reading.faults(tried.indicators[own.id], tried.drawn))
    for fault in RateFault:
        if fault in faults and fault in _FAULTS:
            told(asked.line.problem(_FAULTS[fault], "consolidation", name=asked.name))
    return not faults
