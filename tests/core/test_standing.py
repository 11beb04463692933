from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.chronicle import Head
from reformdesk.core.standing import Candidate, Decisions, Issues, Reason, Standing, Trust, judge

ROUND = "round"
KEY, FOREIGN = "key", "foreign"


def candidate(
    digest: str, revision: int, previous: str | None = None, signer: str = KEY, round_: str = ROUND
) -> Candidate:
    return Candidate(digest, signer, revision, previous, round_)


FIRST = candidate("1", 1)
SECOND = candidate("2", 2, "1")
THIRD = candidate("3", 3, "2")
OTHER_SECOND = candidate("2b", 2, "1")


def standing(*candidates: Candidate, decisions: Decisions | None = None) -> dict[str, Standing]:
    judged = judge(candidates, Trust(frozenset({KEY})), decisions or Decisions(), Issues(frozenset({ROUND})))
    return {one.digest: verdict for one, verdict in judged.items()}


def test_the_last_of_the_chain_counts() -> None:
    judged = standing(FIRST, SECOND, THIRD)
    assert all(one.accepted for one in judged.values())
    assert [digest for digest, one in judged.items() if one.counts] == ["3"]


def test_a_gap_waits_and_what_was_there_counts() -> None:
    judged = standing(FIRST, THIRD)
    assert judged["3"] == Standing(accepted=False, reasons=(Reason.GAP,))
    assert judged["1"].counts


def test_a_later_one_alone_waits() -> None:
    assert standing(SECOND)["2"].reasons == (Reason.GAP,)


def test_two_successors_wait_both() -> None:
    judged = standing(FIRST, SECOND, OTHER_SECOND)
    assert judged["2"].reasons == judged["2b"].reasons == (Reason.FORK,)
    assert judged["1"].counts


def test_a_decision_ends_a_fork() -> None:
    judged = standing(FIRST, SECOND, OTHER_SECOND, THIRD, decisions=Decisions(chosen=frozenset({"2"})))
    assert judged["2b"].reasons == (Reason.NOT_CHOSEN,)
    assert judged["3"].counts


def test_two_contradicting_decisions_leave_the_fork() -> None:
    judged = standing(FIRST, SECOND, OTHER_SECOND, decisions=Decisions(chosen=frozenset({"2", "2b"})))
    assert not judged["2"].accepted
    assert not judged["2b"].accepted


def test_an_unknown_key_waits_or_is_provisional() -> None:
    stranger = candidate("1", 1, signer=FOREIGN)
    assert standing(stranger)["1"].reasons == (Reason.KEY_UNKNOWN,)
    accepted = standing(stranger, decisions=Decisions(provisional=frozenset({"1"})))["1"]
    assert (accepted.accepted, accepted.counts, accepted.provisional) == (True, True, True)


def test_a_stranger_does_not_disturb_the_chain() -> None:
    judged = standing(FIRST, SECOND, candidate("x", 2, "1", signer=FOREIGN))
    assert judged["2"].counts
    assert judged["x"].reasons == (Reason.KEY_UNKNOWN,)


def test_a_returned_one_counts_no_more_until_its_successor() -> None:
    returned = Decisions(returned=frozenset({"1"}))
    assert standing(FIRST, decisions=returned)["1"] == Standing(accepted=True, returned=True)
    assert standing(FIRST, SECOND, decisions=returned)["2"].counts


def test_an_older_issue_of_the_round_waits() -> None:
    assert standing(candidate("1", 1, round_="older"))["1"].reasons == (Reason.OLDER_ROUND,)


def test_a_revision_that_lies_about_its_number_waits() -> None:
    assert standing(FIRST, candidate("5", 5, "1"))["5"].reasons == (Reason.GAP,)


def test_no_order_of_arrival_matters() -> None:
    candidates = [FIRST, SECOND, THIRD, OTHER_SECOND, candidate("x", 1, signer=FOREIGN)]
    first = standing(*candidates)
    for order in permutations(candidates):
        assert standing(*order) == first


drawn = st.builds(
    candidate,
    st.sampled_from("abcdef"),
    st.integers(min_value=1, max_value=4),
    st.one_of(st.none(), st.sampled_from("abcdef")),
    st.sampled_from([KEY, FOREIGN]),
)


@given(st.lists(drawn, max_size=8, unique_by=lambda one: one.digest), st.randoms(), st.sets(st.sampled_from("abcdef")))
def test_the_verdicts_are_of_the_set_alone(candidates: list[Candidate], chance: object, chosen: set[str]) -> None:
    decisions = Decisions(chosen=frozenset(chosen))
    judged = judge(candidates, Trust(frozenset({KEY})), decisions, Issues(frozenset({ROUND})))
    shuffled = list(candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis' own Random
    assert judge(shuffled, Trust(frozenset({KEY})), decisions, Issues(frozenset({ROUND}))) == judged
    assert sum(one.counts for one in judged.values()) <= 1


HEAD, OTHER_HEAD = Head(3, "aa"), Head(3, "bb")


@pytest.mark.parametrize("since", [None, OTHER_HEAD])
def test_a_history_that_goes_on_from_another_one_waits(since: Head | None) -> None:
    first = replace(FIRST, history=HEAD)
    second = replace(SECOND, history=Head(5, "cc"), since=since)
    assert standing(first, second)["2"].reasons == (Reason.HISTORY_BROKEN,)
    assert standing(first, replace(second, since=HEAD))["2"].counts
    accepted = Decisions(history_accepted=frozenset({"2"}))
    assert standing(first, second, decisions=accepted)["2"].counts


def test_a_false_proof_waits_in_the_first_revision_too() -> None:
    assert standing(replace(FIRST, proved=False))["1"].reasons == (Reason.HISTORY_BROKEN,)


def test_a_file_of_the_time_before_histories_goes_on() -> None:
    assert standing(FIRST, replace(SECOND, history=HEAD))["2"].counts
