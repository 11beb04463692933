"""Whatever is done to an edition: it prints, assigns and consolidates, or what was done is refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import (
    catalogue_reading,
    checks,
    edition_changes,
    edition_checks,
    edition_edits,
    founding,
    report,
    roundbook,
)
from reformdesk.core.consolidation import Submitted, consolidate
from reformdesk.core.edition import Edition
from reformdesk.core.edition_problem import Problem
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import from_document
from reformdesk.edition_words import EditionWords
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import RoundDocument
from reformdesk.words import Words
from tests.core import builders, drawing
from tests.core.builders import NOW
from tests.test_words import ERRORS

LATER = date(2026, 6, 14)
"""The last day of a round that an edition is handed out with, after all that is foreseen."""
WORDS = Words("vi")


def drawn(data: st.DataObject, start: Edition, most: int = 8) -> tuple[Edition, list[Mendable]]:
    """Return what a start becomes by edits, and how edits of it were refused."""
    edition, refusals = start, []
    for _ in range(data.draw(st.integers(0, most))):
        edit = data.draw(drawing.edits(edition))
        assert edition_edits.from_wire(json.loads(json.dumps(edition_edits.to_wire(edit)))) == edit
        try:
            edition = edition_edits.apply(edition, edit)
        except Mendable as refusal:
            refusals.append(refusal)
    return edition, refusals


def handed_out(edition: Edition, day: date = LATER) -> RoundDocument:
    """Return a round that asks by an edition, of those who are there on its last day."""
    plan = builders.plan(edition.catalogue.source, "r")
    areas = [area["id"] for area in edition.source["areas"]]
    period = {**plan.period, "to": day.isoformat(), "areas": areas, "cut_off": dict.fromkeys(areas, "2026-05-31")}
    return roundbook.document_of(founding.as_of(replace(plan, period=period), edition.register, day), NOW)


def answered(document: RoundDocument, seed: int) -> ConsolidatedRound:
    """Return a round as its agencies answered it."""
    round_, chance = from_document(document, "0" * 64), Random(seed)
    submissions = {}
    for agency in round_.agencies:
        asked = (round_.catalogue.indicators[name] for name in round_.owed(agency.id))
        given_by = {one.id: chance.choice(drawing.answers(one)) for one in asked}
        checks.check_answers(round_, agency.id, given_by)
        submissions[agency.id] = Submitted(agency.id, "0" * 64, False, given_by, {})
    return ConsolidatedRound(round_, consolidate(round_, submissions))


def printed(part: ConsolidatedRound) -> str:
    """Return a round's tables as they are printed, and its list of figures."""
    tables = report.printed_tables([part])
    lines = [repr((one.table, one.header, one.rows, one.notes)) for one in tables]
    return "\n".join([*lines, *map(repr, report.tidy_rows([part]))])


@settings(max_examples=40)
@given(st.data(), st.integers(0, 1000))
def test_whatever_is_done_prints_assigns_and_consolidates_or_is_refused(data: st.DataObject, seed: int) -> None:
    base = drawing.base()
    edition, refusals = drawn(data, base)
    assert {one.code for one in refusals} <= ERRORS.keys()
    problems, changes = edition_checks.problems(edition, base), edition_changes.between(base, edition)
    said = EditionWords(WORDS, edition, base)
    lines = [*map(WORDS.error, refusals), *map(said.problem, problems), *map(said.change, changes)]
    assert all(line and "{" not in line for line in lines)
    assert asks_alike(base, edition) == (not changes)
    # a new indicator never goes on the series of one that was there before
    assert edition.taken.isdisjoint(edition.indicators)
    if edition.source["areas"]:
        assert_can_be_used(edition, problems, seed)
    else:
        assert "nothing-asked" in {one.code for one in problems}


def asks_alike(one: Edition, other: Edition) -> bool:
    """Whether two editions print, ask and check the same, of the same agencies."""
    parts = [
        (set_.name, set_.areas, set_.tables, dict(set_.indicators), set_.rules, edition.register.entries)
        for edition, set_ in ((one, one.drawn), (other, other.drawn))
    ]
    blocks = [edition.source["blocks"] for edition in (one, other)]
    links = [(edition.register.successions, edition.register.groups) for edition in (one, other)]
    return parts[0] == parts[1] and blocks[0] == blocks[1] and links[0] == links[1]


def assert_can_be_used(edition: Edition, problems: Sequence[Problem], seed: int) -> None:
    """Print, assign and consolidate it; what can be handed out is all there, nothing was left out for that."""
    part = answered(handed_out(edition), seed)
    assert printed(part) or not edition.indicators
    assert part.totals.keys() == edition.indicators.keys()
    if not any(one.blocks for one in problems):
        assert catalogue_reading.parse(edition.source).digest == part.round.catalogue.digest
        assert all(part.round.owing(name) for name in part.round.asked)
        assert edition.layout(LATER).unreported(part.round.period.areas) == ()


@settings(max_examples=15)
@given(st.data(), st.integers(0, 1000))
def test_an_old_round_prints_the_same_bytes_whatever_is_done_later(data: st.DataObject, seed: int) -> None:
    start, _ = drawn(data, drawing.base(), most=3)
    if not start.source["areas"]:
        return
    document = handed_out(start, date(2025, 6, 14))
    bytes_before, kept = printed(answered(document, seed)), deepcopy((start.source, start.register))
    drawn(data, start, most=5)
    assert (start.source, start.register) == kept
    assert printed(answered(document, seed)) == bytes_before
