"""Whatever waits can be decided or says what to do; what each choice does is said before, and is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from reformdesk.core import conflicts, decisions, journal, merged, pins, round_totals, what_counts
from reformdesk.core.conflicts import Choice, Conflict, Step
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.foreseeing import Place
from reformdesk.core.merged import Received
from reformdesk.core.standing import Reason
from reformdesk.core.values import Status
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW, number
from tests.core.desks import Desks, at_work
from tests.planted import (
    PLANTS,
    ROUND,
    beside,
    correct,
    fork,
    planted,
    record,
    set_aside_contested,
    waiting,
)

STEPS: dict[Reason, tuple[Step, ...]] = {
    Reason.SET_ASIDE: (Step.TAKE_BACK,),
    Reason.OLDER_ROUND: (Step.ISSUE,),
    Reason.ROUND_CONTESTED: (Step.ROUND_ISSUE, Step.ROUND_ISSUE),
    Reason.ROUND_CLOSED: (),
    Reason.KEY_UNKNOWN: (Step.COMPARE, Step.PROVISIONAL, Step.SET_ASIDE),
    Reason.KEY_REVOKED: (Step.COVER, Step.TAKE_BACK, Step.SET_ASIDE),
    Reason.APPROVAL_MISSING: (),
    Reason.APPROVER_UNKNOWN: (Step.COMPARE, Step.PROVISIONAL),
    Reason.KEY_REPLACED: (),
    Reason.HISTORY_BROKEN: (Step.HISTORY,),
    Reason.GAP: (Step.GAP,),
    Reason.FORK: (Step.CHOOSE, Step.CHOOSE),
    Reason.NOT_CHOSEN: (Step.CHOOSE, Step.TAKE_BACK),
    Reason.BESIDE_ENTERED: (Step.OWN, Step.ENTERED),
    Reason.CONTESTED: (Step.ACCEPT, Step.RETURN),
}


def conflict_on(desks: Desks, one: Received) -> Conflict:
    found = conflicts.of_submission(desks.office, Place(ROUND, "b", one.digest), NOW)
    assert found is not None
    return found


def decide(desks: Desks, conflict: Conflict, choice: Choice, reason: str = "Đã gọi hỏi") -> None:
    chosen = (choice.step, choice.subject)
    conflicts.decide(desks.office, conflict.place, chosen, reason, "Lan", desks.tick())


def only(conflict: Conflict, step: Step) -> Choice:
    (found,) = (one for one in conflict.choices if one.step is step)
    return found


def standing(desks: Desks) -> list[tuple[object, ...]]:
    return [(one.digest, one.signer, one.state, one.reasons, one.counts) for one in desks.received()]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_choices(reason: Reason, tmp_path: Path) -> None:
    with planted(tmp_path, reason) as (desks, one):
        conflict = conflict_on(desks, one)
        offered = [choice.step for choice in conflict.choices]
        for_others = [step for other in conflict.reasons if other is not reason for step in STEPS[other]]
        assert sorted(offered) == sorted({*STEPS[reason], *for_others} if for_others else STEPS[reason])
        assert one.digest in {side.digest for side in conflict.sides}


@pytest.mark.parametrize("reason", [reason for reason in Reason if STEPS[reason]])
def test_what_is_foreseen_is_what_happens(reason: Reason, tmp_path: Path) -> None:
    with planted(tmp_path, reason) as (desks, one):
        before = merged.digest(desks.office), standing(desks)
        conflict = conflict_on(desks, one)
        # looking changes nothing
        assert (merged.digest(desks.office), standing(desks)) == before
        for place, choice in enumerate(conflict.choices):
            with at_work(tmp_path / str(place), 2 if reason is Reason.APPROVER_UNKNOWN else 1) as again:
                PLANTS[reason](again)
                there = conflict_on(again, waiting(again, reason))
                chosen = next(other for n, other in enumerate(there.choices) if (other.step, n) == (choice.step, place))
                totals = round_totals.of_round(again.office, ROUND).totals
                waited = {found.digest for found in again.received() if found.needs_decision}
                decide(again, there, chosen)
                effect, now = chosen.effect, round_totals.of_round(again.office, ROUND).totals
                received = again.received()
                counting = [found for found in received if found.counts]
                assert effect.counts == next(iter(counting), None)
                assert effect.subject == next(found for found in received if found.digest == there.place.digest)
                moved = {
                    name: (totals[name].value, total.value)
                    for name, total in now.items()
                    if totals[name].value != total.value
                }
                assert {found.indicator: (found.before, found.after) for found in effect.values} == moved
                waits = {found.digest for found in received if found.needs_decision}
                assert {found.digest for found in effect.freed} == waited - waits
                assert {found.digest for found in effect.held} == waits - waited
                assert effect.agencies == len({found.agency for found in counting})


def test_an_effect_says_figures_and_coverage(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        one, two = fork(desks)
        conflict = conflict_on(desks, waiting(desks, Reason.FORK))
        assert conflict.sides == tuple(sorted(conflict.sides, key=lambda side: side.digest))
        for choice in conflict.choices:
            effect = choice.effect
            (moved,) = effect.values
            assert (moved.indicator, moved.before) == ("m", number("1"))
            assert moved.after != number("1")
            assert (effect.agencies_before, effect.agencies, effect.owing) == (1, 1, 2)
            assert (effect.counted, effect.counts) != (None, None)
            assert not effect.is_nothing
            assert {side.digest for side in effect.freed} == {side.digest for side in conflict.sides}
        assert {choice.effect.values[0].after for choice in conflict.choices} == {
            conflict_value(desks, one.content),
            conflict_value(desks, two.content),
        }


def conflict_value(desks: Desks, blob: bytes) -> object:
    return what_counts.answers_in(desks.office, verify(blob).digest).answers["m"]


def test_the_first_that_counts_widens_the_coverage(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.KEY_UNKNOWN) as (desks, one):
        effect = only(conflict_on(desks, one), Step.PROVISIONAL).effect
        assert (effect.agencies_before, effect.agencies) == (0, 1)
        assert effect.counted is None
        assert effect.counts is not None
        assert effect.counts.provisional
        assert [(found.before, found.coverage_before, found.coverage) for found in effect.values] == [
            (Status.BLANK, "0/2", "1/2")
        ] * 3
        aside = only(conflict_on(desks, one), Step.SET_ASIDE).effect
        assert (aside.counts, aside.values, aside.is_nothing) == (None, (), False)
        assert [found.digest for found in aside.freed] == [one.digest]


def test_a_key_that_was_revoked_covers_what_an_officer_names(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.KEY_REVOKED) as (desks, one):
        conflict = conflict_on(desks, one)
        assert [line.decision.kind for line in conflict.decided] == [Kind.REVOKE]
        decide(desks, conflict, only(conflict, Step.COVER), "Đến trước ngày mất máy")
        assert desks.counting() == [2]
        (revoked,) = pins.all_revocations(desks.office)
        assert revoked.covers == {found.digest for found in desks.received()}
        assert revoked.reason == "Đến trước ngày mất máy"


def test_desks_that_revoked_a_key_apart_agree_on_what_it_covers(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.KEY_REVOKED) as (desks, _):
        detail = {"speaker": "b", "covers": []}
        other = Decision(Kind.REVOKE, "", "b", desks.agency_key.fingerprint, detail, "mất máy")
        record(desks, other, "Minh")
        assert desks.counting() == []
        assert other.id in conflicts.contested(desks.office, ROUND)
        conflict = conflicts.of_decision(desks.office, ROUND, other.id, NOW)
        assert conflict is not None
        assert {line.hands[0].author for line in conflict.decided} == {"Lan", "Minh"}
        kept = next(choice for choice in conflict.choices if choice.subject != other.id)
        assert kept.effect.counts is not None
        decide(desks, conflict, kept)
        assert desks.counting() == [1]
        assert conflicts.contested(desks.office, ROUND) == frozenset()
        assert conflicts.of_decision(desks.office, ROUND, other.id, NOW) is None


@pytest.mark.parametrize(("step", "counts"), [(Step.TAKE_BACK, [1]), (Step.MISTAKEN, [])])
def test_a_setting_aside_that_another_desk_contradicts(step: Step, counts: list[int], tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        set_aside_contested(desks)
        one = waiting(desks, Reason.SET_ASIDE)
        assert one.contested
        conflict = conflict_on(desks, one)
        assert {choice.step for choice in conflict.choices} == {Step.TAKE_BACK, Step.MISTAKEN}
        decide(desks, conflict, only(conflict, step))
        assert desks.counting() == counts
        assert not desks.received()[0].contested
        assert conflicts.contested(desks.office, ROUND) == frozenset()


@pytest.mark.parametrize(("step", "counts"), [(Step.ACCEPT, [1]), (Step.RETURN, [])])
def test_what_one_desk_returned_and_another_accepted(step: Step, counts: list[int], tmp_path: Path) -> None:
    with planted(tmp_path, Reason.CONTESTED) as (desks, one):
        conflict = conflict_on(desks, one)
        assert {hand.author for line in conflict.decided for hand in line.hands} == {"Lan", "Minh"}
        assert conflicts.contested(desks.office, ROUND) == {line.decision.id for line in conflict.decided}
        decide(desks, conflict, only(conflict, step))
        assert desks.counting() == counts
        assert (desks.received()[0].returned, desks.received()[0].reviewed) == (not counts, bool(counts))
        assert conflicts.contested(desks.office, ROUND) == frozenset()


def test_an_entry_beside_the_agencys_own_file(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        beside(desks)
        conflict = conflict_on(desks, waiting(desks, Reason.BESIDE_ENTERED))
        assert [side.entered for side in conflict.sides] == [True, False]
        own, entered = (only(conflict, step).effect for step in (Step.OWN, Step.ENTERED))
        assert [(found.indicator, found.after) for found in own.values][:1] == [("m", number("1"))]
        assert entered.values == ()
        assert not entered.is_nothing
        decide(desks, conflict, only(conflict, Step.OWN))
        assert [one.entered for one in desks.received() if one.counts] == [False]


def test_two_issues_that_desks_made_apart(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.ROUND_CONTESTED) as (desks, one):
        conflict = conflict_on(desks, one)
        answered = next(choice for choice in conflict.choices if choice.subject == one.issue)
        other = next(choice for choice in conflict.choices if choice.subject != one.issue)
        assert answered.effect.counts is not None
        assert answered.effect.counts.digest == one.digest
        # under the other issue only what that one does not ask anew is worth something
        assert [found.indicator for found in answered.effect.values] == ["m", "n", "o"]
        assert [found.indicator for found in other.effect.values] == ["m", "o"]
        decide(desks, conflict, answered)
        assert merged.round_state(desks.office, ROUND)["issues"] == [one.issue]
        assert desks.counting() == [1]


def test_an_entry_whose_seal_is_not_known_cannot_be_decided_here(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        beside(desks)
        (entry,) = (one for one in desks.received() if one.entered)
        detail = {"speaker": HOME_AFFAIRS, "covers": []}
        record(desks, Decision(Kind.REVOKE, "", HOME_AFFAIRS, entry.signer, detail, "mất khóa"))
        one = waiting(desks, Reason.KEY_REVOKED)
        assert one.digest == entry.digest
        # the entry counts no more, and the agency's own does
        assert [found.entered for found in desks.received() if found.counts] == [False]
        conflict = conflict_on(desks, one)
        assert [choice.step for choice in conflict.choices] == [Step.COVER, Step.TAKE_BACK]
        decide(desks, conflict, only(conflict, Step.COVER))
        assert [found.entered for found in desks.received() if found.counts] == [True]


def test_a_reason_that_is_demanded_is_demanded(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.SET_ASIDE) as (desks, one):
        conflict = conflict_on(desks, one)
        with pytest.raises(Exception, match="decision-reason-missing"):
            decide(desks, conflict, only(conflict, Step.TAKE_BACK), " ")


def test_a_closed_round_offers_what_it_does_not_refuse(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.FORK) as (desks, one):
        covers = sorted(found.digest for found in desks.received())
        detail = {"number": 1, "closing": "0" * 64, "covers": covers}
        closing = record(desks, Decision(Kind.CLOSING, ROUND, "", ROUND, detail, "đến hạn"))
        conflict = conflict_on(desks, one)
        assert conflict.closed
        assert conflict.choices == ()
        # two desks that closed apart close anew
        record(desks, Decision(Kind.CLOSING, ROUND, "", ROUND, {**detail, "covers": covers[:1]}, "đến hạn"), "Minh")
        assert closing.id in conflicts.contested(desks.office, ROUND)
        assert conflicts.of_decision(desks.office, ROUND, closing.id, NOW) is None


def test_what_taking_back_does_is_said_before(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.KEY_UNKNOWN) as (desks, one):
        decisions.accept_provisionally(desks.office, one.digest, "Lan", desks.tick())
        (kept,) = journal.standing_of(desks.office, Kind.PROVISIONAL)
        effect = conflicts.foresee_taking_back(desks.office, ROUND, kept.id, NOW)
        assert (effect.agencies_before, effect.agencies, len(effect.values)) == (1, 0, 3)
        assert desks.counting() == [1]


def test_an_older_issue_is_accepted_whole(tmp_path: Path) -> None:
    with planted(tmp_path, Reason.OLDER_ROUND) as (desks, one):
        conflict = conflict_on(desks, one)
        decide(desks, conflict, only(conflict, Step.ISSUE))
        assert desks.counting() == [1]
        assert round_totals.of_round(desks.office, ROUND).totals["m"].value == number("1")
        correct(desks, "m")
