"""Decisions as content: what stands is a matter of the set alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import deciding
from reformdesk.core.deciding import Decision, Kind


def decision(kind: Kind, subject: str = "s", reason: str = "", **detail: object) -> Decision:
    return Decision(kind, "r", "a", subject, detail, reason)


def decide(known: list[Decision], wanted: Decision, rivals: Iterable[str] = ()) -> Decision:
    """Decide at one desk, which knows of ``known``."""
    made = deciding.next_decision(wanted, known, set(rivals))
    known.append(made)
    return made


RETURN, ACCEPT = decision(Kind.RETURN, words="Thiếu"), decision(Kind.ACCEPT)
DECLINED, AGREED = (decision(Kind.REQUEST, verdict=one, words="") for one in ("declined", "agreed"))


def test_the_same_words_are_one_decision_and_others_another() -> None:
    assert RETURN.id == decision(Kind.RETURN, words="Thiếu").id
    others = [replace(RETURN, **{name: "x"}) for name in ("round", "agency", "subject", "reason")]  # type: ignore[arg-type] # a name at a time
    others += [replace(RETURN, kind=Kind.ACCEPT), replace(RETURN, before=frozenset({"x"})), replace(RETURN, detail={})]
    assert len({RETURN.id, *(one.id for one in others)}) == len(others) + 1


def test_what_stands_already_is_not_decided_again() -> None:
    known: list[Decision] = []
    assert decide(known, RETURN) is decide(known, RETURN)
    assert deciding.standing(known) == (RETURN,)


def test_a_register_holds_what_was_decided_last_at_a_desk() -> None:
    known: list[Decision] = []
    first = decide(known, DECLINED)
    second = decide(known, AGREED)
    assert second.before == {first.id}
    third = decide(known, DECLINED)
    assert third.id != first.id
    assert deciding.standing(known) == (third,)


def test_two_desks_that_decided_apart_contest_it_until_one_names_both() -> None:
    known = [decide([], DECLINED), decide([], AGREED)]
    (answers,) = deciding.matters(known).values()
    assert deciding.contested(answers)
    assert deciding.agreed(answers) is None
    settled = decide(known, AGREED)
    assert settled.before == {DECLINED.id, AGREED.id}
    (answers,) = deciding.matters(known).values()
    assert deciding.agreed(answers) == settled


def test_two_desks_that_decided_the_same_for_different_reasons_contest_nothing() -> None:
    known = [replace(AGREED, reason="Sổ"), replace(AGREED, reason="Điện thoại")]
    (answers,) = deciding.matters(known).values()
    assert not deciding.contested(answers)
    assert deciding.agreed(answers) == min(known, key=lambda one: one.id)
    assert decide(known, known[0]) is known[0]


def test_revocations_of_one_key_for_two_speakers_are_two_matters() -> None:
    known = [decision(Kind.REVOKE, speaker=one, covers=[]) for one in ("a", "a#head")]
    assert len(deciding.matters(known)) == 2


def test_accepting_takes_the_place_of_returns_and_the_other_way_round() -> None:
    known: list[Decision] = []
    decide(known, RETURN)
    decide(known, replace(RETURN, detail={"words": "Sai"}))
    assert len(deciding.standing(known)) == 2
    accepted = decide(known, ACCEPT)
    assert deciding.standing(known) == (accepted,)
    again = decide(known, RETURN)
    assert deciding.standing(known) == (again,)


def test_choosing_a_side_takes_back_having_chosen_the_other() -> None:
    known: list[Decision] = []
    decide(known, decision(Kind.CHOOSE, "one"), {"two"})
    chosen = decide(known, decision(Kind.CHOOSE, "two"), {"one"})
    assert deciding.standing(known) == (chosen,)
    chosen = decide(known, decision(Kind.CHOOSE, "one"), {"two"})
    assert deciding.standing(known) == (chosen,)


@pytest.mark.parametrize("wanted", [RETURN, AGREED, decision(Kind.CHOOSE), decision(Kind.PROVISIONAL)])
def test_what_was_taken_back_can_be_decided_again(wanted: Decision) -> None:
    known: list[Decision] = []
    first = decide(known, wanted)
    known.append(deciding.take_back(first, "nhầm"))
    assert wanted not in deciding.standing(known)
    again = decide(known, wanted)
    assert again.id != first.id
    assert again in deciding.standing(known)
    known.append(deciding.take_back(again, "nhầm"))
    assert not {one.kind for one in deciding.standing(known)} - {Kind.TAKE_BACK}


WANTED = st.sampled_from(
    [
        *(decision(Kind.RETURN, words=words) for words in "xy"),
        *(decision(Kind.REQUEST, verdict=verdict, words="") for verdict in ("agreed", "declined")),
        *(decision(Kind.CHOOSE, side) for side in ("one", "two")),
        ACCEPT,
        decision(Kind.PROVISIONAL, reason="vội"),
    ]
)
STEPS = st.lists(st.tuples(st.integers(0, 2), st.one_of(WANTED, st.none()), st.integers(0, 9)), max_size=20)


def play(steps: list[tuple[int, Decision | None, int]]) -> list[list[Decision]]:
    """Let three desks decide; where nothing is wanted, one is told what another knows, or takes something back."""
    desks: list[list[Decision]] = [[], [], []]
    for desk, wanted, chance in steps:
        known = desks[desk]
        stands = [one for one in deciding.standing(known) if one.kind is not Kind.TAKE_BACK]
        if wanted is not None:
            decide(known, wanted, {"one", "two"} - {wanted.subject})
        elif chance % 2 and stands:
            known.append(deciding.take_back(stands[chance % len(stands)], "nhầm"))
        else:
            known.extend(desks[(desk + 1 + chance % 2) % 3])
    return desks


@given(STEPS, st.randoms())
def test_desks_agree_in_whatever_order_they_are_brought_together(
    steps: list[tuple[int, Decision | None, int]], chance: Random
) -> None:
    desks = play(steps)
    results = {deciding.standing([one for desk in order for one in desk]) for order in permutations(desks)}
    everything = [one for desk in desks for one in desk] * 2
    chance.shuffle(everything)
    results.add(deciding.standing(everything))
    assert len(results) == 1


@given(STEPS, WANTED)
def test_what_is_decided_stands_at_once_and_alone_on_its_matter(
    steps: list[tuple[int, Decision | None, int]], wanted: Decision
) -> None:
    known = [one for desk in play(steps) for one in desk]
    made = decide(known, wanted, {"one", "two"} - {wanted.subject})
    stands = deciding.standing(known)
    assert made in stands
    assert made.said == wanted.said
    if wanted.kind in deciding.REGISTERS:
        assert [one.said for one in stands if one.matter == made.matter] in ([wanted.said], [wanted.said] * 2)
    if wanted.kind is Kind.CHOOSE:
        assert {one.subject for one in stands if one.kind is Kind.CHOOSE} == {wanted.subject}
    if wanted.kind in (Kind.RETURN, Kind.ACCEPT):
        other = Kind.ACCEPT if wanted.kind is Kind.RETURN else Kind.RETURN
        assert not [one for one in stands if one.kind is other]


def test_a_decision_comes_after_those_whose_place_it_takes() -> None:
    known: list[Decision] = []
    first = decide(known, DECLINED)
    second = decide(known, AGREED)
    back = deciding.take_back(second, "nhầm")
    apart = decide([], RETURN)
    for order in permutations([first, second, back, apart]):
        assert deciding.turns(order) == {first.id: 0, second.id: 1, back.id: 2, apart.id: 0}
    assert deciding.turns([back]) == {back.id: 1}
