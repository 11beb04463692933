"""The journal: every decision is kept with who made it, one is taken back by another, nothing is erased."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformdesk.core import deciding, decisions, journal, merged, requests
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.requests import Decided, Verdict
from reformdesk.core.returns import Return
from reformdesk.errors import Mendable, StoreError
from tests.core.desks import Desks, at_work, send_first

WORDS = Return("Thiếu thuyết minh")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks after one submission that counts."""
    with at_work(tmp_path) as made:
        send_first(made, m="1", n="2", o="3")
        yield made


def the_return(desks: Desks) -> Decision:
    decisions.send_back(desks.office, desks.received()[0].digest, WORDS, "Lan", desks.tick())
    (stands,) = journal.standing_of(desks.office, Kind.RETURN)
    return stands


def test_a_decision_is_kept_as_it_was_said(desks: Desks) -> None:
    kept = the_return(desks)
    assert (kept.round, kept.agency) == (desks.round.id, "b")
    assert kept == Decision(Kind.RETURN, kept.round, "b", kept.subject, {"words": "Thiếu thuyết minh", "fields": []})
    (line,) = journal.lines(desks.office, desks.round.id)
    assert line.stands
    assert [(hand.author, hand.desk) for hand in line.hands] == [("Lan", journal.desk(desks.office))]


def test_another_officer_who_decides_the_same_is_a_second_hand(desks: Desks) -> None:
    digest = the_return(desks).subject
    state = merged.digest(desks.office)
    for author in ("Minh", "Lan"):
        decisions.send_back(desks.office, digest, WORDS, author, desks.tick())
    (line,) = journal.lines(desks.office, desks.round.id)
    assert [hand.author for hand in line.hands] == ["Lan", "Minh"]
    assert merged.digest(desks.office) == state


def test_a_return_is_taken_back_with_a_reason(desks: Desks) -> None:
    before = merged.digest(desks.office)
    kept = the_return(desks)
    assert desks.counting() == []
    with pytest.raises(Mendable, match="decision-reason-missing"):
        decisions.take_back(desks.office, kept.id, "  ", "Lan", desks.tick())
    decisions.take_back(desks.office, kept.id, "Nhầm đơn vị", "Minh", desks.tick())
    assert desks.counting() == [1]
    assert merged.digest(desks.office) != before, "what was decided and taken back is remembered"
    assert [(line.decision.kind, line.stands) for line in journal.lines(desks.office, desks.round.id)] == [
        (Kind.RETURN, False),
        (Kind.TAKE_BACK, True),
    ]
    for gone in (kept.id, "0" * 64):
        with pytest.raises(Mendable, match="decision-gone"):
            decisions.take_back(desks.office, gone, "Nhầm", "Lan", desks.tick())
    the_return(desks)
    assert desks.counting() == []


def test_a_revoked_key_that_was_found_again_speaks_again(desks: Desks) -> None:
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", "Lan", desks.tick())
    late = desks.finish_again()
    assert desks.take(late).reasons == ("key-revoked",)
    (revoked,) = journal.standing_of(desks.office, Kind.REVOKE)
    decisions.take_back(desks.office, revoked.id, "Máy tìm thấy, chưa ai mở", "Lan", desks.tick())
    assert desks.take(late).state == "accepted"


def test_a_key_is_revoked_once_and_covers_what_it_covered(desks: Desks) -> None:
    for author in ("Lan", "Minh"):
        decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", author, desks.tick())
    (kept,) = [one for one in journal.everything(desks.office) if one.kind is Kind.REVOKE]
    assert kept.detail == {"speaker": "b", "covers": [desks.received()[0].digest]}
    assert [hand.author for hand in journal.hands(desks.office, kept.id)] == ["Lan", "Minh"]


def test_no_verdict_goes_out_while_desks_disagree_on_a_request(desks: Desks) -> None:
    place = (desks.round.id, "b", "the request")
    apart = [Decision(Kind.REQUEST, *place, {"verdict": one.value, "words": "Sổ ghi 40"}) for one in Verdict]
    hand = journal.Hand("Minh", "2024-07-01T00:00:00Z", "another desk")
    with desks.office.atomic():
        assert journal.take_over(desks.office, [(one, [hand]) for one in apart]) == tuple(apart)
        assert journal.take_over(desks.office, [(one, [hand]) for one in apart]) == ()
    assert requests.answers(desks.office, desks.round.id) == {}
    decided = Decided("the request", Verdict.AGREED, "Sổ ghi 40")
    requests.answer(desks.office, *place[:2], decided, "Lan", desks.tick())
    assert requests.answers(desks.office, desks.round.id) == {"the request": decided}
    (stands,) = deciding.standing(journal.at(desks.office, *place[:2]))
    assert stands.before == {one.id for one in apart}


@pytest.mark.parametrize("table", ["decisions", "decision_before", "decision_hands", "closings"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid_or_id = 1"])
def test_the_workspace_itself_refuses_to_forget(desks: Desks, table: str, statement: str) -> None:
    kept = the_return(desks)
    decisions.take_back(desks.office, kept.id, "Nhầm", "Lan", desks.tick())
    with desks.office.atomic():
        desks.office.db.execute("INSERT INTO closings VALUES ('d', 'r', 1, x'00')")
    column = "digest" if table == "closings" else "id"
    with pytest.raises((sqlite3.IntegrityError, StoreError)), desks.office.atomic():
        desks.office.db.execute(statement.format(table).replace("rowid_or_id", column))


def test_who_decides_at_a_desk_is_asked_once(desks: Desks) -> None:
    assert journal.officer(desks.office) == ""
    with pytest.raises(Mendable, match="officer-missing"):
        journal.name_officer(desks.office, "  ")
    journal.name_officer(desks.office, " Trần  Thị Lan ")
    assert journal.officer(desks.office) == "Trần Thị Lan"
