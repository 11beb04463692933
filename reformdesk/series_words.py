"""What lies between an indicator's totals of two rounds, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reformdesk.core.breaks import Reorganised
from reformdesk.core.organisation import Agency
from reformdesk.core.rounds import Round
from reformdesk.core.seam_text import group_of
from reformdesk.core.seams import Seam
from reformdesk.edition_sentences import AGENCY_COUNTS, BREAKS, SEAMS
from reformdesk.words import Words

_NAMED = 3
"""How many agencies are told by name."""


def sentence(seam: Seam, words: Words) -> str:
    """Return what lies between two totals, and whose part nobody reports any more."""
    later = seam.later.title
    if seam.broken is not None:
        return words.say("seams", SEAMS["broken"], later=later, why=why(seam, words))
    if seam.reorganised is None:
        return ""
    one = seam.reorganised
    how = SEAMS["others" if seam.parts_series else "reorganised"]
    said = words.say("seams", how, later=later, now=counted(one.now, words), then=then(one, words))
    return " ".join(filter(None, (said, _without_successor(one, words))))


def why(seam: Seam, words: Words) -> str:
    """Return why two totals make no difference, as part of a sentence."""
    if seam.broken is not None:
        how = BREAKS["blocks" if seam.rates_other_blocks else seam.broken.value]
        before, now = (_unit(one, seam.name, words) for one in (seam.earlier, seam.later))
        return words.say("breaks", how, before=before, now=now)
    return then(seam.reorganised, words) if seam.reorganised is not None else ""


def short(seam: Seam, words: Words) -> str:
    """Return what stands at the mark in a chart."""
    if seam.parts_series or seam.reorganised is None:
        return words.say("seams", SEAMS["short-broken"])
    if seam.reorganised.on is None:
        return words.say("seams", SEAMS["short-others"])
    first, last = (_day(one) for one in (seam.reorganised.days[0], seam.reorganised.days[-1]))
    return words.say("seams", SEAMS["short-reorganised"], day=first if first == last else f"{first} – {last}")


def then(one: Reorganised, words: Words) -> str:
    """Return who reported before: ``before 01/07/2025: 18 districts``."""
    before = counted(one.before, words)
    if one.on is None:
        return words.say("seams", SEAMS["then-undated"], before=before)
    return words.say("seams", SEAMS["then"], day=_day(one.on), before=before)


def counted(agencies: Sequence[Agency], words: Words) -> str:
    """Return how many agencies they are, and of which group; a single one by its name."""
    if len(agencies) == 1:
        return agencies[0].text(words.language)
    return words.say("agencies", AGENCY_COUNTS[group_of(agencies)], count=len(agencies))


def _without_successor(one: Reorganised, words: Words) -> str:
    lost = one.without_successor if one.on is not None else ()
    if not lost:
        return ""
    names = "; ".join(agency.text(words.language) for agency in lost)
    said = names if len(lost) <= _NAMED else counted(lost, words)
    return words.say("seams", SEAMS["without-successor"], agencies=said)


def _unit(round_: Round, name: str, words: Words) -> str:
    return round_.catalogue.indicators[name].unit.text(words.language)


def _day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
