"""Keys that are compared, handed over, lost, revoked and kept in reserve, on real files."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reformdesk.core import decisions, inbox, keyring, merged, pins, replies, roundbook
from reformdesk.core.keyring import Role
from reformdesk.core.pins import How
from reformdesk.core.proof import prove
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange import keychange
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import Document, RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.core.desks import FEW, PASSPHRASE, Desks, at_work, key, pin

NEW_PASSPHRASE = "mat khau moi"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        yield made


@pytest.fixture
def known(desks: Desks) -> Desks:
    """The agency has its key in a file, has sent no. 1, and Home Affairs has compared its code."""
    desks.agency_key = keyring.create(desks.agency, "Đơn vị B", PASSPHRASE, desks.tick(), rounds=FEW)
    desks.type(m="1", n="2", o="3")
    assert desks.take(desks.finish()).reasons == ("key-unknown",)
    pin(desks, desks.agency_key.fingerprint)
    assert desks.counting() == [1]
    return desks


def test_a_key_that_the_old_one_signed_over_speaks_without_a_telephone_call(known: Desks) -> None:
    new = keyring.change(known.agency, known.agency_key, "Đơn vị B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    verdict = known.take(known.finish(new))
    assert (verdict.state, verdict.reasons, verdict.provisional) == ("accepted", (), False)
    assert known.counting() == [2]


def test_two_changes_in_a_row_still_lead_back_to_the_compared_key(known: Desks) -> None:
    second = keyring.change(known.agency, known.agency_key, "B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    third = keyring.change(known.agency, second, "B", PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    assert known.take(known.finish(third)).state == "accepted"


def test_the_old_key_speaks_no_more_after_the_new_one(known: Desks) -> None:
    new = keyring.change(known.agency, known.agency_key, "B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    second = known.finish(new)
    known.type(m="5")
    third = known.finish(known.agency_key)
    # in whatever order they come
    assert known.take(third).reasons == ("gap",)
    assert known.take(second).state == "accepted"
    assert [one.reasons for one in known.received()] == [(), (), ("key-replaced",)]
    assert known.counting() == [2]


def test_the_old_key_file_stays_beside_the_new_one(known: Desks) -> None:
    path = keyring.find(known.agency)
    assert path is not None
    before = path.read_bytes()
    keyring.change(known.agency, known.agency_key, "B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    others = [one for one in path.parent.iterdir() if one != path]
    assert [one.read_bytes() for one in others] == [before]
    if sys.platform != "win32":
        assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in path.parent.iterdir())


def test_a_statement_for_another_agency_or_another_key_is_refused(known: Desks) -> None:
    new = key("B")
    sent = verify(known.finish_again().content).document
    assert isinstance(sent, SubmissionDocument)
    for speaker, fingerprint in (("a", new.fingerprint), ("b", known.office_key.fingerprint)):
        statement = keychange.hand_over(known.agency_key, speaker, fingerprint, known.tick())
        blob = seal_again(replace(sent, key_changes=(statement,)), new, known.tick())
        with pytest.raises(Refused, match="key-change-invalid"):
            verify(blob)


def test_a_stranger_cannot_hand_over_to_itself(known: Desks) -> None:
    stranger, new = key("B"), key("B")
    sent = verify(known.finish_again().content).document
    assert isinstance(sent, SubmissionDocument)
    statement = keychange.hand_over(stranger, "b", new.fingerprint, known.tick())
    blob = seal_again(replace(sent, key_changes=(statement,)), new, known.tick())
    assert known.take_blob(blob).reasons == ("key-unknown",)


def test_a_lost_key_is_made_anew_and_compared(known: Desks) -> None:
    new = keyring.replace(known.agency, "B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    assert known.take(known.finish(new)).reasons == ("key-unknown",)
    assert known.counting() == [1]
    pin(known, new.fingerprint)
    assert known.counting() == [2]


def test_what_a_revoked_key_had_sealed_before_stays_good(known: Desks) -> None:
    late = known.finish_again()
    state = merged.digest(known.office)
    fingerprint = known.agency_key.fingerprint
    decisions.revoke_key(known.office, "b", fingerprint, "mất máy", "officer", known.tick())
    assert known.counting() == [1]
    assert merged.digest(known.office) != state
    verdict = known.take(late)
    assert (verdict.state, verdict.reasons) == ("rejected", ("key-revoked",))
    # the officer sees whose it claims to be
    assert (verdict.agency, verdict.revision, verdict.digest) == ("b", 2, late.digest)
    assert known.take(late).state == "rejected"
    assert [one.reasons for one in known.received()] == [()]


@pytest.mark.parametrize("years", [-10, 10])
def test_a_revoked_key_gains_nothing_by_its_clock(known: Desks, years: int) -> None:
    decisions.revoke_key(known.office, "b", known.agency_key.fingerprint, "mất máy", "officer", known.tick())
    known.clock += timedelta(days=365 * years)
    assert known.take(known.finish_again()).reasons == ("key-revoked",)


def test_a_revoked_key_hands_nothing_over(known: Desks) -> None:
    new = keyring.change(known.agency, known.agency_key, "B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    sent = known.finish(new)
    decisions.revoke_key(known.office, "b", known.agency_key.fingerprint, "mất máy", "officer", known.tick())
    assert known.take(sent).reasons == ("key-unknown",)


def test_a_repeated_file_of_a_revoked_key_is_known(known: Desks) -> None:
    sent = known.finish_again()
    assert known.take(sent).state == "accepted"
    decisions.revoke_key(known.office, "b", known.agency_key.fingerprint, "mất máy", "officer", known.tick())
    assert known.take(sent).state == "known"
    assert known.counting() == [2]


def test_a_submission_under_a_foreign_key_can_be_set_aside(known: Desks) -> None:
    foreign = key("Đơn vị B")
    sent = known.finish_again(foreign)
    assert known.take(sent).reasons == ("key-unknown",)
    decisions.set_aside(known.office, sent.digest, foreign.fingerprint, "officer", known.tick())
    aside = known.received()[-1]
    assert (aside.reasons, aside.needs_decision) == (("set-aside",), False)
    assert known.counting() == [1]


def test_what_was_set_aside_under_a_foreign_key_comes_again_under_the_right_one(known: Desks) -> None:
    foreign = key("Đơn vị B")
    document = verify(known.finish_again().content).document
    known.take_blob(seal(document, {}, foreign, known.tick()))
    decisions.set_aside(known.office, known.received()[-1].digest, foreign.fingerprint, "officer", known.tick())
    assert known.take_blob(seal(document, {}, known.agency_key, known.tick())).state == "accepted"
    assert known.counting() == [2]


def test_the_key_is_copied_read_back_and_remembered(known: Desks, tmp_path: Path) -> None:
    assert keyring.copied_at(known.agency) == ""
    target = keyring.copy_to(known.agency, tmp_path, known.tick())
    assert keyring.copied_at(known.agency)
    path = keyring.find(known.agency)
    assert path is not None
    assert target.read_bytes() == path.read_bytes()
    with pytest.raises(Mendable, match="same-place"):
        keyring.copy_to(known.agency, path.parent, known.tick())
    path.unlink()
    keyring.adopt(known.agency, target.read_bytes(), PASSPHRASE, known.tick())
    assert keyring.unlock(known.agency, PASSPHRASE).fingerprint == known.agency_key.fingerprint


def test_the_heads_key_is_copied_along(known: Desks, tmp_path: Path) -> None:
    keyring.copy_to(known.agency, tmp_path, known.tick())
    keyring.create(known.agency, "Giám đốc B", PASSPHRASE, known.tick(), Role.HEAD, rounds=FEW)
    assert keyring.copied_at(known.agency) == "", "the head's key was made after the copy"
    keyring.copy_to(known.agency, tmp_path, known.tick())
    assert {"b.p12", "b-head.p12"} <= {path.name for path in tmp_path.iterdir()}
    assert keyring.copied_at(known.agency)


def test_the_first_round_file_pins_home_affairs_as_first_seen(desks: Desks) -> None:
    assert [(one.subject, one.how) for one in pins.all_pins(desks.agency)] == [("a", How.FIRST_SEEN)]
    pins.mark_compared(desks.agency, "a", desks.office_key.fingerprint, desks.tick())
    assert [one.how for one in pins.all_pins(desks.agency)] == [How.COMPARED]


def test_a_key_whose_code_differs_speaks_no_more_until_it_was_a_mistake(desks: Desks) -> None:
    pins.disown(desks.agency, "a", desks.office_key.fingerprint, desks.tick())
    assert pins.pinned(desks.agency, "a") == frozenset()
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(desks.open_round("2024"))
    pins.mark_compared(desks.agency, "a", desks.office_key.fingerprint, desks.tick())
    assert desks.take_round(desks.open_round("2025")).id == "2025"


def test_another_key_is_not_home_affairs_until_it_was_compared(desks: Desks) -> None:
    stranger = key("Sở Nội vụ")
    blob = round_file(desks, stranger, "2024")
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(blob)
    assert desks.take_round(blob, compared=stranger.fingerprint).id == "2024"


def test_home_affairs_hands_its_key_over(desks: Desks) -> None:
    desks.office_key = keyring.create(desks.office, "Sở Nội vụ", PASSPHRASE, desks.tick(), rounds=FEW)
    desks.take_round(desks.open_round("2024"), compared=desks.office_key.fingerprint)
    new = keyring.change(desks.office, desks.office_key, "Sở Nội vụ", NEW_PASSPHRASE, desks.tick(), rounds=FEW)
    desks.take_round(desks.open_round("2025", key=new))
    assert How.HANDED_OVER in {one.how for one in pins.all_pins(desks.agency)}


def test_the_reserve_key_that_a_round_file_named_speaks_at_once(desks: Desks) -> None:
    reserve = key("Sở Nội vụ (dự phòng)")
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    desks.take_round(desks.open_round("2024"))
    assert desks.take_round(desks.open_round("2025", key=reserve)).id == "2025"


def test_a_key_that_home_affairs_revoked_is_named_no_more_and_ends(desks: Desks) -> None:
    reserve = key("Sở Nội vụ (dự phòng)")
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    desks.take_round(desks.open_round("2024"))
    stolen = desks.office_key
    decisions.revoke_key(desks.office, HOME_AFFAIRS, stolen.fingerprint, "mất máy", "officer", desks.tick())
    desks.take_round(desks.open_round("2025", key=reserve))
    assert pins.pinned(desks.agency, "a") == {reserve.fingerprint}
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(round_file(desks, stolen, "2026"))


def test_a_revoked_key_of_home_affairs_seals_nothing_more(known: Desks) -> None:
    known.open_round("2024")
    decisions.revoke_key(known.office, HOME_AFFAIRS, known.office_key.fingerprint, "mất", "officer", known.tick())
    with pytest.raises(Mendable, match="own-key-revoked"):
        known.open_round("2025")
    with pytest.raises(Mendable, match="own-key-revoked"):
        known.answer()


def test_an_older_round_file_does_not_turn_the_keys_back(desks: Desks) -> None:
    reserve = key("Sở Nội vụ (dự phòng)")
    older = desks.open_round("2024")
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    desks.take_round(desks.open_round("2025"))
    desks.take_round(older)
    assert reserve.fingerprint in pins.pinned(desks.agency, "a")


def test_home_affairs_clock_ten_years_ahead_does_not_keep_a_stolen_key_in_force(desks: Desks) -> None:
    reserve = key("Sở Nội vụ (dự phòng)")
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    now = desks.clock
    desks.clock += timedelta(days=3650)
    ahead = desks.open_round("2024")
    desks.clock = now
    desks.take_round(ahead)
    stolen = desks.office_key
    decisions.revoke_key(desks.office, HOME_AFFAIRS, stolen.fingerprint, "mất máy", "officer", desks.tick())
    desks.take_round(desks.open_round("2025", key=reserve))
    assert pins.pinned(desks.agency, "a") == {reserve.fingerprint}
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(round_file(desks, stolen, "2026"))


def test_an_ended_key_hands_nothing_over(desks: Desks) -> None:
    reserve, attacker = key("Sở Nội vụ (dự phòng)"), key("Sở Nội vụ")
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    decisions.revoke_key(desks.office, HOME_AFFAIRS, desks.office_key.fingerprint, "mất", "officer", desks.tick())
    desks.take_round(desks.open_round("2024", key=reserve), compared=reserve.fingerprint)
    statement = keychange.hand_over(desks.office_key, HOME_AFFAIRS, attacker.fingerprint, desks.tick())
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(round_file(desks, attacker, "2025", statement))


def test_an_ended_key_between_two_others_hands_nothing_over(desks: Desks) -> None:
    ended, attacker = key("Sở Nội vụ"), key("Sở Nội vụ")
    pins.name_key(desks.agency, "a", ended.fingerprint, "Sở Nội vụ", desks.tick())
    pins.end_others(desks.agency, "a", {desks.office_key.fingerprint}, desks.tick())
    statements = (
        keychange.hand_over(desks.office_key, HOME_AFFAIRS, ended.fingerprint, desks.tick()),
        keychange.hand_over(ended, HOME_AFFAIRS, attacker.fingerprint, desks.tick()),
    )
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(round_file(desks, attacker, "2025", *statements))


def test_a_reply_by_a_handed_over_key_is_believed(known: Desks) -> None:
    known.office_key = keyring.create(known.office, "Sở Nội vụ", PASSPHRASE, known.tick(), rounds=FEW)
    known.take_round(known.open_round("2024"), compared=known.office_key.fingerprint)
    known.office_key = keyring.change(
        known.office, known.office_key, "Sở Nội vụ", NEW_PASSPHRASE, known.tick(), rounds=FEW
    )
    blob = replies.write(known.office, "2024-h1", ("b",), known.office_key, known.tick())
    inbox.take(known.agency, blob, "b.rdreply", known.tick())
    assert [one.type for one in inbox.replies(known.agency, "2024-h1")] == ["receipt"]


def test_a_receipt_shows_years_later_what_was_received(known: Desks, tmp_path: Path) -> None:
    receipt = tmp_path / "b.rdreply"
    receipt.write_bytes(replies.write(known.office, "2024-h1", ("b",), known.office_key, known.tick()))
    proof = prove(receipt, known.agency)
    assert proof.problem is None
    assert [seal.trusted for seal in proof.seals] == [True]


def proved(workspace: Workspace, folder: Path, blob: bytes) -> list[bool | None]:
    """Return whether a workspace believes each seal on a file."""
    path = folder / "file.zip"
    path.write_bytes(blob)
    return [seal.trusted for seal in prove(path, workspace).seals]


def test_a_receipt_is_believed_after_home_affairs_changed_its_key(desks: Desks, tmp_path: Path) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish())
    pin(desks, desks.agency_key.fingerprint)
    old, reserve = desks.office_key, key("Sở Nội vụ (dự phòng)")
    kept, later = (replies.write(desks.office, "2024-h1", ("b",), old, desks.tick()) for _ in range(2))
    inbox.take(desks.agency, kept, "b.rdreply", desks.tick())
    roundbook.register_own_key(desks.office, roundbook.RESERVE, reserve.certificate, desks.tick())
    decisions.revoke_key(desks.office, HOME_AFFAIRS, old.fingerprint, "mất máy", "officer", desks.tick())
    desks.take_round(desks.open_round("2030", key=reserve), compared=reserve.fingerprint)
    assert old.fingerprint not in pins.pinned(desks.agency, "a")
    # what was taken in while the key spoke stays proved; what comes under it now is anybody's
    assert proved(desks.agency, tmp_path, kept) == [True]
    assert proved(desks.agency, tmp_path, later) == [False]


def test_home_affairs_believes_what_it_would_take_in(known: Desks, tmp_path: Path) -> None:
    old = known.agency_key
    new = keyring.change(known.agency, old, "Đơn vị B", NEW_PASSPHRASE, known.tick(), rounds=FEW)
    known.type(m="4")
    handed_over = known.finish(new)
    assert proved(known.office, tmp_path, handed_over.content) == [True]
    known.take(handed_over)
    known.type(m="5")
    late = known.finish(new)
    decisions.revoke_key(known.office, "b", new.fingerprint, "mất máy", "officer", known.tick())
    assert proved(known.office, tmp_path, handed_over.content) == [True]
    assert proved(known.office, tmp_path, late.content) == [False]


def test_the_heads_seal_is_believed_once_it_was_compared(tmp_path: Path) -> None:
    with at_work(tmp_path, signatures=2) as desks:
        head = key("Giám đốc B")
        desks.type(m="1", n="2", o="3")
        sent = desks.finish(approver=head)
        desks.take(sent)
        assert proved(desks.office, tmp_path, sent.content) == [False, False]
        pin(desks, head.fingerprint)
        assert proved(desks.office, tmp_path, sent.content) == [False, True]
        pin(desks, desks.agency_key.fingerprint)
        assert proved(desks.office, tmp_path, sent.content) == [True, True]


def round_file(desks: Desks, sealing: SigningKey, round_id: str, *statements: bytes) -> bytes:
    """Return a round file as somebody else would make it."""
    document = verify(desks.round_blob()).document
    assert isinstance(document, RoundDocument)
    forged = replace(document, id=round_id, opened_at=desks.tick(), keys=(), key_changes=statements)
    return seal(forged, {}, sealing, desks.tick())


def seal_again(document: Document, sealing: SigningKey, now: datetime) -> bytes:
    return seal(document, {}, sealing, now)
