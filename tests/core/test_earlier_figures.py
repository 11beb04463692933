"""Earlier figures travel in a round file as far as it has room, the newest first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reformdesk.core import merged, roundbook, store
from reformdesk.core.roundbook import RoundPlan
from reformdesk.errors import Mendable
from reformdesk.exchange.archive import Limits
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import verify
from tests.core.desks import at_work
from tests.demo import NEWEST, ROUNDS


def test_the_oldest_earlier_rounds_give_way_where_the_file_would_be_too_large(demo: Path) -> None:
    document = verify((demo / "rounds" / f"{NEWEST}.rdround").read_bytes()).document
    assert isinstance(document, RoundDocument)
    plan = replace(_plan_of(document), catalogue=document.catalogue)
    answers = {
        f"agency-{place}": {f"indicator-{name}": {"number": "1234567"} for name in range(45)} for place in range(300)
    }
    earlier = [{**document.earlier[-1], "round": f"r-{place}", "answers": answers} for place in range(5)]
    kept = roundbook.fitting(plan, earlier)
    assert 0 < len(kept) < 5
    assert list(kept) == earlier[-len(kept) :]
    full = replace(document, earlier=kept)
    assert len(full.to_bytes()) <= Limits().data_bytes - 64 * 1024
    assert len(replace(document, earlier=tuple(earlier[-len(kept) - 1 :])).to_bytes()) > Limits().data_bytes - 300_000
    assert roundbook.fitting(plan, document.earlier) == document.earlier


def test_a_round_that_is_too_large_by_itself_is_told(demo: Path) -> None:
    document = verify((demo / "rounds" / f"{NEWEST}.rdround").read_bytes()).document
    assert isinstance(document, RoundDocument)
    many = tuple({"id": f"xa-{place}", "name": "Xã " * 40, "groups": ["all"]} for place in range(20_000))
    with pytest.raises(Mendable, match="round-too-large"):
        roundbook.fitting(replace(_plan_of(document), agencies=many), ())


def _plan_of(document: RoundDocument) -> RoundPlan:
    return RoundPlan(
        id="2024-9m",
        province=document.province,
        office=document.office,
        title=document.title,
        short=document.short,
        period=document.period,
        deadline=document.deadline,
        catalogue=document.catalogue,
        agencies=document.agencies,
    )


def test_a_round_that_nobody_answered_brings_nothing_along(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        desks.open_round("2025")
        assert merged.earlier_answers(desks.office) == ()


def test_the_last_rounds_travel_oldest_first(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        assert [past["round"] for past in merged.earlier_answers(workspace)] == list(ROUNDS[-4:])
        assert [past["round"] for past in merged.earlier_answers(workspace, most=1)] == [NEWEST]
