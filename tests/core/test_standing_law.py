"""The whole law of what counts, as a table: entries on behalf, gaps, issues, closings, and what desks decide apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core.standing import Candidate, Decisions, Issues, Reason, Standing, Trust, judge

KEY, HEAD, OFFICE, FOREIGN = "key", "head", "office", "foreign"
NEW, OLD = "issue 2", "issue 1"
TRUST = Trust(frozenset({KEY}), frozenset({HEAD}), office=frozenset({OFFICE}))
ISSUES = Issues(frozenset({NEW}))


def own(digest: str, revision: int, previous: str | None = None, signer: str = KEY, issue: str = NEW) -> Candidate:
    return Candidate(digest, signer, revision, previous, issue)


def entry(digest: str, revision: int, previous: str | None = None, follows: str | None = None) -> Candidate:
    return Candidate(digest, OFFICE, revision, previous, NEW, entered=True, follows=follows)


A1, A2, A3 = own("a1", 1), own("a2", 2, "a1"), own("a3", 3, "a2")
FORK = own("a2'", 2, "a1")
E1 = entry("e1", 1)
E1_OVER_A1 = entry("e1", 1, follows="a1")
E2_OVER_A2 = entry("e2", 2, "e1", follows="a2")


class Case(NamedTuple):
    """Submissions, decisions on them, what counts, and why others wait; what is not named is accepted."""

    says: str
    candidates: tuple[Candidate, ...]
    decisions: Decisions
    counts: str | None
    waits: Mapping[str, tuple[Reason, ...]] = {}
    contested: frozenset[str] = frozenset()
    issues: Issues = ISSUES


def beside(*said: tuple[str, str, str]) -> Decisions:
    pairs: dict[tuple[str, str], frozenset[str]] = {}
    for mine, entered, holds in said:
        pairs[mine, entered] = pairs.get((mine, entered), frozenset()) | {holds}
    return Decisions(beside=pairs)


NOTHING = Decisions()
LAW = [
    Case("an entry alone counts", (E1,), NOTHING, "e1"),
    Case("a later entry takes its place", (E1, entry("e2", 2, "e1")), NOTHING, "e2"),
    Case("an entry over what the officer had seen", (A1, E1_OVER_A1), NOTHING, "e1"),
    Case("the agency's own beside an entry waits", (A1, E1), NOTHING, "e1", {"a1": (Reason.BESIDE_ENTERED,)}),
    Case("only the last of the own ones waits", (A1, A2, E1), NOTHING, "e1", {"a2": (Reason.BESIDE_ENTERED,)}),
    Case("a later one than was seen waits", (A1, A2, E1_OVER_A1), NOTHING, "e1", {"a2": (Reason.BESIDE_ENTERED,)}),
    Case("the own one was decided for", (A1, E1), beside(("a1", "e1", "own")), "a1"),
    Case("later own ones then count as ever", (A1, A2, E1), beside(("a1", "e1", "own")), "a2"),
    Case("the entry was decided for", (A1, E1), beside(("a1", "e1", "entered")), "e1"),
    Case(
        "a later own one than the entry was decided over waits anew",
        (A1, A2, E1),
        beside(("a1", "e1", "entered")),
        "e1",
        {"a2": (Reason.BESIDE_ENTERED,)},
    ),
    Case(
        "the last word on the own ones holds", (A1, A2, E1), beside(("a1", "e1", "own"), ("a2", "e1", "entered")), "e1"
    ),
    Case(
        "a newer entry stands over what was decided before", (A1, A2, E1, E2_OVER_A2), beside(("a1", "e1", "own")), "e2"
    ),
    Case(
        "desks that disagree leave the entry counting",
        (A1, E1),
        beside(("a1", "e1", "own"), ("a1", "e1", "entered")),
        "e1",
        {"a1": (Reason.BESIDE_ENTERED,)},
        frozenset({"a1"}),
    ),
    Case("a returned own one leaves the entry counting", (A1, E1), Decisions(returned=frozenset({"a1"})), "e1"),
    Case("an entry that was given up leaves the own one", (A1, E1), Decisions(returned=frozenset({"e1"})), "a1"),
    Case(
        "an entry under a foreign key is none",
        (A1, replace(E1, signer=KEY)),
        NOTHING,
        "a1",
        {"e1": (Reason.KEY_UNKNOWN,)},
    ),
    Case(
        "nor is one accepted provisionally",
        (replace(E1, signer=FOREIGN),),
        Decisions(provisional=frozenset({"e1"})),
        None,
        {"e1": (Reason.KEY_UNKNOWN,)},
    ),
    Case(
        "the office's key seals nothing of an agency's own",
        (own("a1", 1, signer=OFFICE),),
        NOTHING,
        None,
        {"a1": (Reason.KEY_UNKNOWN,)},
    ),
    Case("a gap waits", (A1, A3), NOTHING, "a1", {"a3": (Reason.GAP,)}),
    Case("a gap that was accepted", (A1, A3), Decisions(gap_accepted=frozenset({"a3"})), "a3"),
    Case("what was missing comes after all", (A1, A2, A3), Decisions(gap_accepted=frozenset({"a3"})), "a3"),
    Case("the first one may be missing too", (A2, A3), Decisions(gap_accepted=frozenset({"a2"})), "a3"),
    Case(
        "two over one gap are a fork",
        (A1, A3, own("a3'", 3, "x")),
        Decisions(gap_accepted=frozenset({"a3", "a3'"})),
        "a1",
        {"a3": (Reason.FORK,), "a3'": (Reason.FORK,)},
    ),
    Case(
        "both sides of a fork were chosen at two desks",
        (A1, A2, FORK),
        Decisions(chosen=frozenset({"a2", "a2'"})),
        "a1",
        {"a2": (Reason.FORK,), "a2'": (Reason.FORK,)},
        frozenset({"a2", "a2'"}),
    ),
    Case(
        "returned at one desk, accepted at another",
        (A1, A2),
        Decisions(returned=frozenset({"a2"}), accepted=frozenset({"a2"})),
        None,
        {},
        frozenset({"a2"}),
    ),
    Case(
        "what they split on was overtaken",
        (A1, A2),
        Decisions(returned=frozenset({"a1"}), accepted=frozenset({"a1"})),
        "a2",
    ),
    Case("accepted is no more than counting", (A1,), Decisions(accepted=frozenset({"a1"})), "a1"),
    Case(
        "set aside at one desk, compared at another",
        (A1,),
        Decisions(set_aside=frozenset({("a1", KEY)})),
        None,
        {"a1": (Reason.SET_ASIDE, Reason.CONTESTED)},
        frozenset({"a1"}),
    ),
    Case("an older issue waits", (own("a1", 1, issue=OLD),), NOTHING, None, {"a1": (Reason.OLDER_ROUND,)}),
    Case(
        "an older issue of which something stands",
        (own("a1", 1, issue=OLD), A2),
        NOTHING,
        "a2",
        issues=replace(ISSUES, carried=frozenset({OLD})),
    ),
    Case(
        "an older issue accepted whole", (own("a1", 1, issue=OLD),), Decisions(issue_accepted=frozenset({"a1"})), "a1"
    ),
    Case(
        "nobody knows which of two issues is in force",
        (A1, own("a2", 2, "a1", issue="issue 2'")),
        Decisions(issue_accepted=frozenset({"a1"})),
        None,
        {"a1": (Reason.ROUND_CONTESTED,), "a2": (Reason.ROUND_CONTESTED,)},
        issues=Issues(frozenset({OLD}), contested=frozenset({NEW, "issue 2'"})),
    ),
    Case(
        "what a closing does not hold waits",
        (A1, A2),
        Decisions(covers=frozenset({"a1"})),
        "a1",
        {"a2": (Reason.ROUND_CLOSED,)},
    ),
    Case("a closing of nothing", (E1,), Decisions(covers=frozenset()), None, {"e1": (Reason.ROUND_CLOSED,)}),
]


@pytest.mark.parametrize("case", LAW, ids=[case.says for case in LAW])
def test_the_law(case: Case) -> None:
    for order in permutations(case.candidates):
        judged = {one.digest: verdict for one, verdict in judge(order, TRUST, case.decisions, case.issues).items()}
        assert [digest for digest, one in judged.items() if one.counts] == ([case.counts] if case.counts else [])
        assert {digest: one.reasons for digest, one in judged.items() if not one.accepted} == case.waits
        assert {digest for digest, one in judged.items() if one.contested} == case.contested
        assert {digest for digest, one in judged.items() if one.entered} == {
            one.digest for one in case.candidates if one.entered
        }


def test_what_desks_split_on_says_so_and_is_not_returned() -> None:
    both = Decisions(returned=frozenset({"a1"}), accepted=frozenset({"a1"}))
    assert judge([A1], TRUST, both, ISSUES)[A1] == Standing(accepted=True, reasons=(Reason.CONTESTED,), contested=True)


def test_an_entry_needs_one_signature_where_two_are_demanded() -> None:
    judged = judge([E1, A1], replace(TRUST, signatures=2), NOTHING, ISSUES)
    assert judged[E1].counts
    assert judged[A1].reasons == (Reason.APPROVAL_MISSING,)


def test_an_entry_under_a_key_that_the_office_revoked() -> None:
    lost = replace(TRUST, revoked={OFFICE: frozenset({"e1"})})
    later = entry("e2", 2, "e1")
    judged = judge([E1, later], lost, NOTHING, ISSUES)
    assert judged[E1].counts
    assert judged[later].reasons == (Reason.KEY_REVOKED,)


def test_a_head_s_key_that_differs_is_contested_only_where_it_was_compared() -> None:
    two = replace(TRUST, signatures=2)
    approved = replace(A1, approvers=frozenset({FOREIGN}))
    aside = Decisions(set_aside=frozenset({("a1", KEY)}))
    assert judge([approved], two, aside, ISSUES)[approved].reasons == (Reason.SET_ASIDE,)
    compared = replace(two, approvers=frozenset({FOREIGN}))
    assert judge([approved], compared, aside, ISSUES)[approved].contested


NAMES = "abcd"
_SETS = st.frozensets(st.sampled_from(NAMES), max_size=3)
_DRAWN = st.builds(
    Candidate,
    st.sampled_from(NAMES),
    st.sampled_from([KEY, OFFICE, FOREIGN]),
    st.integers(1, 3),
    st.one_of(st.none(), st.sampled_from(NAMES)),
    st.sampled_from([NEW, OLD, "other"]),
    entered=st.booleans(),
    follows=st.one_of(st.none(), st.sampled_from(NAMES)),
)
_DECIDED = st.builds(
    Decisions,
    provisional=_SETS,
    chosen=_SETS,
    returned=_SETS,
    set_aside=st.frozensets(st.tuples(st.sampled_from(NAMES), st.just(KEY)), max_size=2),
    gap_accepted=_SETS,
    issue_accepted=_SETS,
    accepted=_SETS,
    beside=st.dictionaries(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.frozensets(st.sampled_from(["own", "entered"]), min_size=1),
    ),
    covers=st.one_of(st.none(), _SETS),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(_DRAWN, max_size=6, unique_by=lambda one: (one.digest, one.signer)), _DECIDED, st.randoms())
def test_the_verdicts_are_of_the_sets_alone(candidates: list[Candidate], decided: Decisions, chance: Random) -> None:
    issues = Issues(frozenset({NEW}), frozenset({OLD}))
    judged = judge(candidates, TRUST, decided, issues)
    shuffled = [*candidates, *candidates[:2]]
    chance.shuffle(shuffled)
    assert judge(shuffled, TRUST, decided, issues) == judged
    counting = {one.digest for one, verdict in judged.items() if verdict.counts}
    assert len(counting) <= 1
    for one, verdict in judged.items():
        assert not (verdict.counts and (verdict.contested or verdict.returned or not verdict.accepted)), one
        assert verdict.accepted or verdict.reasons
