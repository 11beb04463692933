"""A closing is a function of the state; while closed nothing moves; closed anew it says what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reformdesk.core import (
    board,
    closed_report,
    closings,
    decisions,
    filing,
    intake,
    journal,
    judgement,
    merged,
    requests,
    round_correction,
    store,
)
from reformdesk.core.closing_document import (
    Closing,
    Counted,
    CountedChange,
    Figure,
    State,
    TotalChange,
    changes,
    parse,
)
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.report import Report
from reformdesk.core.requests import Decided, Verdict
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number, Status
from reformdesk.errors import Mendable, StoreError
from reformdesk.exchange.verification import verify
from reformdesk.office import export
from tests.core.builders import NOW
from tests.many_desks import ROUND, Close, Decide, Desks, Event, Material, Reopen, Take, desks, make, settle
from tests.test_desks_join import pin, pinned

LATER = NOW + timedelta(days=30)


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return make(tmp_path_factory.mktemp("closings"))


@pytest.fixture
def two(material: Material) -> Iterator[Desks]:
    """Two desks of one office that know both agencies' keys."""
    made = desks(material, 2)
    for desk in made.workspaces:
        pin(desk, pinned(material, "b", "c"))
    yield made
    made.close()


@pytest.fixture
def office(two: Desks) -> Workspace:
    return two.workspaces[0]


def play(made: Desks, *events: Event, at: int = 0) -> None:
    for event in events:
        made.do(at, event)


def close(desk: Workspace, reason: str = "", author: str = "Lan") -> Closing:
    return closings.close(desk, ROUND, reason, author, LATER)[0]


def reopen(desk: Workspace, reason: str = "C nộp muộn") -> None:
    closings.reopen(desk, ROUND, reason, "Lan", LATER)


def reasons(desk: Workspace) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(one.agency, one.revision, one.reasons) for one in merged.received(desk, ROUND)]


def sums(*sent: Mapping[str, int]) -> dict[str, Number]:
    """Add up what agencies typed, without the program."""
    return {name: Number(Decimal(sum(one[name] for one in sent))) for name in ("m", "n")}


def number(amount: int) -> Number:
    return Number(Decimal(amount))


def test_a_closing_is_a_function_of_the_state(material: Material) -> None:
    """Files in any order, decided by anybody at any time for any number of desks: one closing."""
    files = ["b1", "b2", "b2 fork", "c1", "entry over b1"]
    decided = ["choose b2", "return c1", "extension None"]

    @given(st.permutations(files), st.permutations(decided), st.integers(0, 5), st.sampled_from(["Lan", "Minh", ""]))
    @settings(
        deadline=None,
        derandomize=True,
        max_examples=25,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    def holds(order: list[str], made_up: list[str], hours: int, author: str) -> None:
        found = desks(material, 1)
        (desk,) = found.workspaces
        pin(desk, pinned(material, "b", "c"))
        found.hour = hours
        play(found, *map(Take, order), *(Decide(name, author) for name in made_up))
        digests.add(closings.close(desk, ROUND, author, author, LATER + timedelta(hours=hours))[0].digest)
        found.close()

    digests: set[str] = set()
    holds()
    assert len(digests) == 1


def test_a_rebuilt_desk_closes_to_the_same_digest(two: Desks, material: Material) -> None:
    """A copy from before, the mail folder once more, and what was decided: the digest of the closing."""
    here, rebuilt = two.workspaces
    play(two, Take("b1"), Take("b2"), Take("c1"), Decide("return c1"), Decide("total 5"))
    made = close(here)
    for name in ("c1", "b2", "b2", "b1"):
        intake.take(rebuilt, f"{name}.rdsub", material.files[name], "folder", LATER)
    with rebuilt.atomic():
        journal.take_over(rebuilt, [(one, ()) for one in journal.of_round(here, ROUND) if one.kind is not Kind.CLOSING])
    settle(rebuilt)
    assert close(rebuilt, "máy khác", "Minh").digest == made.digest
    assert parse(made.content).content == made.content == closings.of_round(rebuilt, ROUND)[0].content


def test_another_state_is_another_closing(two: Desks) -> None:
    here, there = two.workspaces
    play(two, Take("b1"))
    play(two, Take("b1"), Take("c1"), at=1)
    assert close(here).digest != close(there).digest


@pytest.mark.parametrize("late_first", [False, True])
def test_closed_reopened_for_a_late_file_and_closed_anew(two: Desks, *, late_first: bool) -> None:
    """The differences are those that adding up what was typed gives; the order of arrival decides nothing."""
    here, there = two.workspaces
    b1, b2, c1 = (dict.fromkeys(("m", "n"), figure) for figure in (1, 20, 1))
    play(two, Take("b1"))
    first = close(here)
    if late_first:
        # what was closed reaches a desk where the late files are already, and count
        play(two, Take("b1"), Take("b2"), Take("c1"), at=1)
        assert [one.counts for one in merged.received(there, ROUND)] == [False, True, True]
        two.join(1, 0)
        desk = two.workspaces[1]
    else:
        play(two, Take("b2"), Take("c1"))
        desk = here
    assert reasons(desk) == [("b", 1, ()), ("b", 2, ("round-closed",)), ("c", 1, ("round-closed",))]
    stand = closings.looked_at(desk, ROUND)
    assert (stand.state, stand.number, stand.code, stand.differs) == (State.CLOSED, 1, first.digest[:8], False)
    reopen(desk)
    assert reasons(desk) == [("b", 1, ()), ("b", 2, ()), ("c", 1, ())]
    assert closings.looked_at(desk, ROUND).state is State.REOPENED
    second = close(desk)
    assert (second.number, second.previous) == (2, (first.digest,))
    found = changes(first.state, second.state)
    before, after = sums(b1), sums(b2, c1)
    assert [(one.indicator, one.before, one.after) for one in found.totals] == [
        (name, Figure(before[name], None, "1/3", 0, 0), Figure(after[name], None, "2/3", 0, 0)) for name in ("m", "n")
    ]
    digest = {name: verify(two.material.files[name]).digest for name in ("b1", "b2", "c1")}
    assert found.counted == (
        CountedChange(
            "b", Counted(digest["b1"], 1, entered=False, provisional=False), Counted(digest["b2"], 2, False, False)
        ),
        CountedChange("c", None, Counted(digest["c1"], 1, False, False)),
    )
    assert second.covers == frozenset(digest.values())


def test_what_waits_when_a_round_is_closed_goes_on_waiting(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Take("b2"), Take("b2 fork"), Take("c1 foreign"))
    before = reasons(office)
    made = close(office)
    assert reasons(office) == before
    assert made.covers == {one.digest for one in merged.received(office, ROUND)}
    assert [line[:2] for line in made.state["files"] if line[7]] == [["b", 1]]
    with pytest.raises(Mendable, match="round-closed"):
        decisions.choose(office, verify(two.material.files["b2"]).digest, "Lan", LATER)
    reopen(office, "còn hai bản lần 2")
    decisions.choose(office, verify(two.material.files["b2"]).digest, "Lan", LATER)
    assert close(office).number == 2


@pytest.mark.parametrize(
    "name",
    [
        *("provisional c1", "choose b2", "history b2", "gap b3", "issue b1", "aside c1", "return b1", "accept b1"),
        *("beside own b1", "request agreed", "total 5", "in force issue 2"),
    ],
)
def test_nothing_is_decided_on_a_closed_round(two: Desks, office: Workspace, name: str) -> None:
    play(two, Take("b1"))
    close(office)
    before = merged.digest(office)
    with pytest.raises(Mendable) as refused:
        journal.record(office, two.material.decisions[name], "Lan", LATER)
    assert (refused.value.code, refused.value.params) == ("round-closed", {"number": 1})
    assert merged.digest(office) == before
    reopen(office)
    journal.record(office, two.material.decisions[name], "Lan", LATER)


def test_the_verbs_of_the_desk_are_refused_as_well(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Decide("return b1"))
    (returned,) = journal.stands_on(office, Kind.RETURN, verify(two.material.files["b1"]).digest)
    close(office)
    digest = verify(two.material.files["b1"]).digest
    refused: list[Callable[[], object]] = [
        lambda: decisions.send_back(office, digest, Return("Thiếu"), "Lan", LATER),
        lambda: decisions.take_back(office, returned.id, "nhầm", "Lan", LATER),
        lambda: requests.answer(office, ROUND, "b", Decided("r" * 64, Verdict.AGREED, ""), "Lan", LATER),
        lambda: round_correction.plan_of(office, ROUND),
    ]
    for verb in refused:
        with pytest.raises(Mendable, match="round-closed"):
            verb()


def test_a_closed_round_is_not_corrected(two: Desks, office: Workspace) -> None:
    plan = round_correction.plan_of(office, ROUND)
    wanted = replace(plan, deadline=date(2024, 8, 1))
    close(office)
    with pytest.raises(Mendable, match="round-closed"):
        round_correction.correct_round(office, wanted, {}, (), two.material.keys["b"], LATER)
    assert len(filing.filed(office, "round", ROUND)) == 1


def test_when_it_came_and_until_when_is_said_while_it_is_closed(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"))
    close(office)
    for name in ("received 1", "extension 2024-07-09"):
        kept = journal.record(office, two.material.decisions[name], "Lan", LATER)
        assert closings.looked_at(office, ROUND).differs is False
        journal.take_back(office, kept.id, "nhầm", "Lan", LATER)
    assert closings.looked_at(office, ROUND).differs is False


def test_a_closing_is_not_taken_back(two: Desks, office: Workspace) -> None:
    close(office)
    for _ in range(2):
        (stands,) = journal.stands_on(office, Kind.CLOSING, ROUND)
        with pytest.raises(Mendable, match="closing-not-taken-back"):
            journal.take_back(office, stands.id, "nhầm", "Lan", LATER)
        if "covers" in stands.detail:
            reopen(office)


def test_a_key_accepted_before_it_is_compared_is_not_asked_for_on_a_closed_round(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Take("c1 foreign"))
    close(office)
    verdicts = [
        intake.take(office, "x.rdsub", two.material.files[name], "command", LATER, provisional=True)
        for name in ("c1 foreign", "c2")
    ]
    assert [(one.state, one.reasons) for one in verdicts] == [
        ("known", ("key-unknown",)),
        ("waiting", ("round-closed",)),
    ]


def test_reopening_takes_a_closed_round_and_a_reason(two: Desks, office: Workspace) -> None:
    with pytest.raises(Mendable, match="round-not-closed"):
        reopen(office)
    close(office)
    with pytest.raises(Mendable, match="reopening-reason-missing"):
        reopen(office, "  ")
    with pytest.raises(Mendable, match="round-closed-already"):
        close(office)
    reopen(office)
    with pytest.raises(Mendable, match="round-not-closed"):
        reopen(office)


def test_two_issues_that_claim_to_hold_block_a_closing(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Take("issue 2"), Take("issue 2 other"))
    with pytest.raises(Mendable, match="round-contested"):
        close(office)
    play(two, Decide("in force issue 2"))
    assert close(office).issue == verify(two.material.files["issue 2"]).digest


def test_two_desks_that_close_the_same_close_it_once(two: Desks) -> None:
    for place in (0, 1):
        play(two, Take("b1"), Close(("đủ", "xong")[place]), at=place)
    two.join(0, 1)
    two.join(1, 0)
    for desk in two.workspaces:
        stand = closings.looked_at(desk, ROUND)
        assert (stand.state, len(closings.of_round(desk, ROUND)), stand.differs) == (State.CLOSED, 1, False)
    assert two.state(0) == two.state(1)


def test_closings_made_apart_are_shown_and_decided_by_closing_anew(two: Desks) -> None:
    play(two, Take("b1"), Close())
    play(two, Take("c1"), Close(), at=1)
    play(two, Take("b2"))
    assert two.join(0, 1).contested == ((ROUND, ""),)
    two.join(1, 0)
    for desk in two.workspaces:
        stand = closings.looked_at(desk, ROUND)
        assert (stand.state, stand.is_closed, stand.number, len(stand.last)) == (State.CONTESTED, True, 1, 2)
        assert reasons(desk) == [("b", 1, ()), ("b", 2, ("round-closed",)), ("c", 1, ())]
        assert closed_report.note_on(desk, merged.consolidated(desk)[0].round).state is State.CONTESTED  # type: ignore[union-attr] # it was closed
    with pytest.raises(Mendable, match="round-closed"):
        journal.record(two.workspaces[0], two.material.decisions["return b1"], "Lan", LATER)
    apart = [close(desk, author) for desk, author in zip(two.workspaces, ("Lan", "Minh"), strict=True)]
    assert apart[0].digest == apart[1].digest, "the same state once more"
    assert (apart[0].number, len(apart[0].previous)) == (2, 2)
    assert verify(two.material.files["b2"]).digest not in apart[0].covers, "what came late waits until it is reopened"
    two.join(0, 1)
    two.join(1, 0)
    assert two.state(0) == two.state(1)
    for desk in two.workspaces:
        assert closings.looked_at(desk, ROUND).state is State.CLOSED
        assert reasons(desk) == [("b", 1, ()), ("b", 2, ("round-closed",)), ("c", 1, ())]
        part = closed_report.noted(desk, merged.consolidated(desk))[0]
        assert part.closing is not None
        assert [one.number for one in part.closing.against] == [1, 1]


def test_what_another_desk_brings_to_a_closed_round_shows(two: Desks) -> None:
    play(two, Take("b1"), Take("c1"), Close())
    play(two, Take("c1"), Decide("return c1", "Minh"), at=1)
    two.join(0, 1)
    here = two.workspaces[0]
    stand = closings.looked_at(here, ROUND)
    assert (stand.state, stand.number, stand.differs) == (State.CLOSED, 1, True)
    assert [one.closing.differs for one in board.outlines(here, LATER) if one.round.id == ROUND] == [True]
    found = closings.since(here, stand.last[0])
    assert [(one.agency, one.after) for one in found.counted] == [("c", None)]
    part = closed_report.noted(here, merged.consolidated(here))[0]
    assert part.closing is not None
    assert (part.closing.differs, part.closing.against[0].differences) == (True, found)


def test_a_decision_of_another_desk_that_changes_nothing_is_no_difference(two: Desks) -> None:
    play(two, Take("b1"), Close())
    play(two, Take("b1"), Decide("accept b1", "Minh"), at=1)
    two.join(0, 1)
    assert closings.looked_at(two.workspaces[0], ROUND).differs is False


def test_another_desk_that_reopened_and_one_that_did_not(two: Desks) -> None:
    play(two, Take("b1"), Close())
    two.join(1, 0)
    for place in (0, 1):
        play(two, Reopen(f"lý do {place}"), at=place)
    play(two, Close(), at=1)
    two.join(0, 1)
    two.join(1, 0)
    assert two.state(0) == two.state(1)
    stand = closings.looked_at(two.workspaces[0], ROUND)
    assert (stand.state, stand.is_closed, stand.number) == (State.CONTESTED, True, 2)
    reopen(two.workspaces[0], "cả hai")
    assert closings.stand(two.workspaces[0], ROUND).state is State.REOPENED


def test_a_closing_that_was_tampered_with_is_not_taken_over(two: Desks) -> None:
    play(two, Take("b1"), Close(), at=1)
    other = two.workspaces[1]
    other.db.execute("DROP TRIGGER closings_refuse_update")
    with other.atomic():
        other.db.execute("UPDATE closings SET document = CAST(replace(CAST(document AS TEXT), '1/3', '3/3') AS BLOB)")
    with pytest.raises(StoreError, match="workspace-damaged"):
        two.join(0, 1)
    assert closings.stand(two.workspaces[0], ROUND).state is State.OPEN


def test_closings_travel_to_another_desk(two: Desks) -> None:
    play(two, Take("b1"), Close(), Reopen(), Take("c1"), Close())
    two.join(1, 0)
    assert [one.number for one in closings.of_round(two.workspaces[1], ROUND)] == [1, 2]
    assert two.state(0) == two.state(1)


# -- the report as it was closed --------------------------------------------------------------


def as_json(desk: Workspace) -> bytes:
    return export.render("report.json", Report.of(merged.consolidated(desk), ""))


def test_a_report_as_it_was_closed_is_the_one_that_went_out(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Take("entry over b1"), Take("c1"), Decide("provisional b1"))
    sent = as_json(office)
    play(two, Close(), Reopen(), Take("b2"), Take("c2"), Decide("return c1"), Close())
    assert as_json(office) != sent
    found = closed_report.as_closed(office, ROUND, "1")
    assert found.rebuilt
    assert export.render("report.json", Report.of([replace(found.part, closing=None)], "")) == sent
    first = closings.of_round(office, ROUND)[0]
    assert closed_report.as_closed(office, ROUND, first.digest[:10]).closing.digest == first.digest
    newest = closed_report.as_closed(office, ROUND, "2")
    assert newest.part.closing is not None
    assert [one.number for one in newest.part.closing.against] == [1]


@pytest.mark.parametrize("order", list(permutations(("b1", "issue 2", "c1"))))
def test_an_issue_after_the_closing_does_not_reach_back(two: Desks, office: Workspace, order: tuple[str, ...]) -> None:
    play(two, *map(Take, order))
    sent = as_json(office)
    play(two, Close(), Reopen(), Take("c2"))
    found = closed_report.as_closed(office, ROUND, "1")
    assert found.rebuilt
    assert export.render("report.json", Report.of([replace(found.part, closing=None)], "")) == sent


def test_figures_that_the_files_do_not_give_any_more_are_said_to_be_so(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Take("c1"), Close())
    with office.atomic():
        for table in ("standing", "files"):
            office.db.execute(f"DELETE FROM {table} WHERE agency = 'c'")
    found = closed_report.as_closed(office, ROUND, "1")
    assert not found.rebuilt
    total = found.part.totals["m"]
    assert (total.value, total.coverage, len(total.shares)) == (number(2), "2/3", 1)


def test_an_adjusted_total_stands_in_the_report_as_it_was_closed(two: Desks, office: Workspace) -> None:
    play(two, Take("b1"), Decide("total 5"), Close(), Reopen(), Decide("total 6"), Close())
    for which, figure in (("1", 5), ("2", 6)):
        found = closed_report.as_closed(office, ROUND, which)
        total = found.part.totals["m"]
        assert (found.rebuilt, total.value, total.computed, total.adjusted) == (True, number(figure), number(1), "gộp")
    (changed,) = changes(*(one.state for one in closings.of_round(office, ROUND))).totals
    assert (changed.indicator, changed.is_adjusted_anew) == ("m", True)


def test_a_closing_that_is_not_there_or_not_one(two: Desks) -> None:
    play(two, Take("b1"), Close())
    play(two, Take("c1"), Close(), at=1)
    two.join(0, 1)
    here = two.workspaces[0]
    for which in ("2", "", "zz"):
        with pytest.raises(Mendable, match="unknown-closing"):
            closed_report.as_closed(here, ROUND, which)
    with pytest.raises(Mendable, match="closing-ambiguous"):
        closed_report.as_closed(here, ROUND, "1")
    for one in closings.of_round(here, ROUND):
        assert closed_report.as_closed(here, ROUND, one.digest).rebuilt


# -- differences, on documents alone ------------------------------------------------------------


def state(totals: Mapping[str, list[Any]], *files: list[Any], issue: str = "i") -> dict[str, Any]:
    return {"issues": [issue], "files": list(files), "totals": dict(totals)}


def line(
    agency: str, digest: str, *, counts: bool = True, provisional: bool = False, entered: bool = False
) -> list[Any]:
    return [agency, 1, digest, "k", [], "accepted", [], counts, provisional, False, entered, False]


def test_differences_name_what_was_adjusted_and_entered() -> None:
    one, two = {"number": "1"}, {"number": "2"}
    before = state(
        {"m": [one, None, "1/2", 0, 0], "n": [two, one, "1/2", 0, 0], "gone": [one, None, "1/2", 0, 0]},
        line("b", "d1"),
        line("c", "d2", counts=False),
    )
    after = state(
        {"m": [one, None, "1/2", 1, 0], "n": [one, None, "1/2", 0, 0], "new": [{"status": "blank"}, None, "0/2", 0, 0]},
        line("b", "e1", entered=True),
        line("c", "d3", counts=False),
        issue="j",
    )
    found = changes(before, after)
    assert found.corrected
    assert [(one.indicator, one.is_adjusted_anew) for one in found.totals] == [
        ("gone", False),
        ("m", False),
        ("n", True),
        ("new", False),
    ]
    assert found.totals[-1] == TotalChange("new", None, Figure(Status.BLANK, None, "0/2", 0, 0))
    assert [(one.agency, one.is_entered_anew) for one in found.counted] == [("b", True)]
    assert not changes(before, before)


def test_one_content_under_two_keys_counts_once() -> None:
    twice = state({}, line("b", "d1", provisional=True), line("b", "d1"))
    assert not changes(twice, state({}, line("b", "d1")))


def test_anything_else_is_no_closing() -> None:
    for content in (b"{}", b"[]", b'{"format": "reformdesk-closing/2"}', b"x"):
        with pytest.raises(ValueError, match=r".*"):
            parse(content)


def test_a_decision_that_says_closed_without_a_document_is_damage(office: Workspace) -> None:
    detail = {"number": 1, "closing": "0" * 64, "covers": []}
    with office.atomic():
        journal.record(office, Decision(Kind.CLOSING, ROUND, "", ROUND, detail), "Lan", LATER)
    with pytest.raises(StoreError, match="workspace-damaged"):
        closings.stand(office, ROUND)
    assert judgement.covered(office, ROUND) == frozenset()
    assert store.check(office) == []
