"""Editions and the rounds that were handed out: an old round prints in its own for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from reformdesk.core import edition_draft, founding, merged, report, roundbook, store
from reformdesk.core.agency_edits import DissolveAgency, FoundAgency, MergeAgencies, assignments
from reformdesk.core.catalogue import Label, Reporter
from reformdesk.core.edition_draft import Draft
from reformdesk.core.edition_edits import Several
from reformdesk.core.indicator_edits import AddIndicator, Assign, Retire, Reword
from reformdesk.core.store import Workspace
from reformdesk.core.table_edits import MoveTable, NameEdition, Renumber
from tests.core import builders
from tests.demo import LATER, ROUNDS

REFORM, ENDS = date(2025, 7, 1), date(2025, 12, 14)
MERGED = MergeAgencies(("so-thong-tin-va-truyen-thong",), "so-khoa-hoc-va-cong-nghe", REFORM)
DISTRICTS = Reporter(group="districts")


def printed(workspace: Workspace) -> Mapping[str, str]:
    """Return the tables of each of the sample's rounds, as its own edition prints them."""
    found = {}
    for part in merged.consolidated(workspace, ROUNDS):
        tables = report.printed_tables([part])
        found[part.round.id] = repr([(one.table, one.heads, one.rows, one.notes) for one in tables])
    return found


def draw_the_reform(workspace: Workspace) -> Draft:
    """Draw an edition in which the districts are gone, in every way that an edition may differ from another."""
    source = founding.foundation(workspace).indicators
    edition_draft.begin(workspace, source, founding.agencies_over_time(workspace), LATER)
    draft = edition_draft.current(workspace)
    assert draft is not None
    set_, register = draft.base.drawn, draft.base.register
    districts = [agency.id for agency in register.at(REFORM) if "districts" in agency.groups]
    theirs = tuple(name for name, one in set_.indicators.items() if one.reporter == DISTRICTS)
    for edit in (
        NameEdition(Label("Bộ chỉ tiêu 2025", "Indicator set 2025")),
        FoundAgency("UBND phường Một", ("communes",), on=REFORM),
        Several(tuple(DissolveAgency(one, REFORM) for one in districts)),
        Assign(theirs, Reporter(group="communes"), "UBND cấp xã"),
        MERGED,
        Several(assignments(draft.base, MERGED)),
        Retire("procedures-district"),
        Reword("procedures-commune", Label("Số TTHC cấp xã (sau sắp xếp)", "")),
        Renumber("2", 0, "1a"),
        MoveTable("7", 0),
        AddIndicator("2", Label("Số văn bản hợp nhất", ""), Reporter(agency="so-tu-phap")),
    ):
        edition_draft.record(workspace, edit, LATER)
    draft = edition_draft.current(workspace)
    assert draft is not None
    return draft


def hand_out(workspace: Workspace, draft: Draft | None, round_id: str) -> None:
    """Hand a round out, with what is drawn or with what was handed out last."""
    plan = founding.base_plan(workspace, ENDS)
    if draft is not None:
        plan = founding.as_of(replace(plan, catalogue=draft.to_hand_out()), draft.edition.register, ENDS)
        founding.keep_register(workspace, draft.edition.register)
    period = {**plan.period, "from": "2024-12-15", "to": ENDS.isoformat(), "months": 12}
    title = {"vi": round_id}
    handed = replace(plan, id=round_id, period=period, title=title, short=title)
    roundbook.open_round(workspace, handed, merged.earlier_answers(workspace), builders.key("Sở Nội vụ"), LATER)


def test_old_rounds_print_the_same_after_an_edition_was_drawn_and_handed_out(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        before = printed(workspace)
        draft = draw_the_reform(workspace)
        assert not any(one.blocks for one in draft.problems(ENDS))
        assert printed(workspace) == before
        hand_out(workspace, None, "other")
        # a round that does not use it leaves it as it is
        assert edition_draft.current(workspace) == draft
        hand_out(workspace, draft, "2025")
        edition_draft.discard(workspace)
        assert printed(workspace) == before
        new = roundbook.load(workspace, "2025")
    old = draft.base.drawn
    assert new.catalogue.follows == old.digest
    assert new.catalogue.name.vi == "Bộ chỉ tiêu 2025"
    assert [agency.id for agency in new.owing("district-divisions")] == ["ubnd-phuong-mot"]
    assert "procedures-district" not in new.asked
    assert all(new.owing(name) for name in new.asked)
    assert {one.before for one in new.succession} == set(MERGED.agencies)
