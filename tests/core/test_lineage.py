"""From a total to the signed file behind each of its shares, and to what was decided on the way."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reformdesk.core import adjusting, decisions, journal, lineage, merged, pins
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.lineage import FileLineage, Trust
from reformdesk.core.returns import Return
from tests.core.builders import number
from tests.core.desks import Desks, at_work, key, pin


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks before anything was sent."""
    with at_work(tmp_path) as made:
        made.type(m="1", n="2", o="3")
        yield made


def of_only_file(desks: Desks) -> FileLineage:
    (one,) = {each.digest for each in desks.received()}
    return lineage.of_file(desks.office, desks.round.id, one)


def trusts(found: FileLineage) -> list[Trust]:
    return [one.trust for one in found.signatures]


def test_a_total_leads_to_the_very_bytes_that_came(desks: Desks, tmp_path: Path) -> None:
    sent = desks.finish()
    desks.take(sent)
    pin(desks, desks.agency_key.fingerprint)
    (share,) = lineage.of_total(desks.office, desks.round.id, "m").total.shares
    found = lineage.of_file(desks.office, desks.round.id, share.submission)
    assert (found.value("m"), found.value("nothing")) == (share.value, "blank")
    assert (found.size, found.sha256) == (len(sent.content), sha256(sent.content).hexdigest())
    lineage.save_file(desks.office, found.received.digest, found.received.signer, tmp_path / "f.rdsub")
    assert (tmp_path / "f.rdsub").read_bytes() == sent.content
    assert found.file_name == "2024-h1-b-r1.rdsub"


@pytest.mark.skipif(shutil.which("openssl") is None or shutil.which("unzip") is None, reason="openssl or unzip missing")
def test_the_printed_commands_check_the_saved_file(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.finish())
    found = of_only_file(desks)
    place = tmp_path / "check"
    place.mkdir()
    lineage.save_file(desks.office, found.received.digest, found.received.signer, place / found.file_name)
    script = "set -e\n" + "\n".join(found.check)
    done = subprocess.run(["sh", "-c", script], cwd=place, capture_output=True, text=True, check=True, timeout=60)
    assert "verification successful" in done.stderr.lower()


def test_the_key_says_whether_it_was_compared(desks: Desks) -> None:
    desks.take(desks.finish())
    assert trusts(of_only_file(desks)) == [Trust.OPEN]
    pin(desks, desks.agency_key.fingerprint)
    (compared,) = of_only_file(desks).signatures
    assert (compared.trust, compared.name, compared.is_head) == (Trust.COMPARED, "Đơn vị B", False)
    (kept,) = [one for one in pins.all_pins(desks.office) if one.fingerprint == compared.fingerprint]
    assert compared.since == kept.pinned_at
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", "Lan", desks.tick())
    (revoked,) = of_only_file(desks).signatures
    assert (revoked.trust, revoked.reason) == (Trust.REVOKED, "mất máy")


def test_the_heads_approval_stands_beside_the_seal(tmp_path: Path) -> None:
    with at_work(tmp_path, signatures=2) as desks:
        desks.type(m="1", n="2", o="3")
        head = key("Trưởng đơn vị")
        desks.take(desks.finish(approver=head))
        pin(desks, head.fingerprint)
        found = of_only_file(desks)
        assert [(one.is_head, one.trust) for one in found.signatures] == [(False, Trust.OPEN), (True, Trust.COMPARED)]


def test_every_arrival_of_a_file_is_told(desks: Desks) -> None:
    sent = desks.finish()
    for _ in range(2):
        desks.take(sent)
    found = of_only_file(desks)
    assert [(one.name, one.channel, one.verdict) for one in found.arrivals] == [
        (sent.file_name, "window", "waiting"),
        (sent.file_name, "window", "known"),
    ]


def test_what_was_decided_on_a_file_and_on_its_keys_is_told_and_nothing_else(desks: Desks) -> None:
    desks.take(desks.finish())
    first = desks.received()[0].digest
    decisions.accept_provisionally(desks.office, first, "Lan", desks.tick())
    decisions.send_back(desks.office, first, Return("Xem lại"), "Minh", desks.tick())
    (returned,) = [line for line in of_only_file(desks).decisions if line.decision.kind is Kind.RETURN]
    decisions.take_back(desks.office, returned.decision.id, "Nhầm đơn vị", "Lan", desks.tick())
    later = desks.finish_again()
    desks.take(later)
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", "Lan", desks.tick())
    found = lineage.of_file(desks.office, desks.round.id, first).decisions
    assert [(line.decision.kind, line.stands, line.hands[0].author) for line in found] == [
        (Kind.PROVISIONAL, True, "Lan"),
        (Kind.RETURN, False, "Minh"),
        (Kind.TAKE_BACK, True, "Lan"),
        (Kind.REVOKE, True, "Lan"),
    ]
    second = lineage.of_file(desks.office, desks.round.id, later.digest)
    assert [line.decision.kind for line in second.decisions] == [Kind.REVOKE]


def test_a_choice_between_two_files_is_told_at_both_and_another_files_decision_at_neither(desks: Desks) -> None:
    desks.take(desks.finish())
    first = desks.received()[0]
    place = (first.round, first.agency)
    beside = Decision(Kind.BESIDE, *place, "0" * 64, {"entered": first.digest, "holds": "own"})
    aside = Decision(Kind.SET_ASIDE, *place, "1" * 64, {"signer": first.signer}, "không phải khóa")
    for one in (beside, aside):
        journal.record(desks.office, one, "Lan", desks.tick())
    assert [line.decision for line in of_only_file(desks).decisions] == [beside]


def test_an_adjusted_total_says_who_decided_what_when_and_why(desks: Desks) -> None:
    round_ = desks.round
    wanted = Adjustment("m", number("7"), number("1"), "đếm thiếu")
    at = desks.tick()
    adjusting.adjust(desks.office, round_, wanted, "Lan", at)
    adjusting.withdraw(desks.office, round_.id, "m", "đã sửa", "Minh", desks.tick())
    found = lineage.of_total(desks.office, round_.id, "m")
    assert found.total == merged.total(desks.office, round_.id, "m")
    first, second = found.decisions
    assert (first.decision.detail["value"], first.decision.reason, first.stands) == (
        {"number": "7"},
        "đếm thiếu",
        False,
    )
    assert (first.hands[0].author, first.hands[0].decided_at) == ("Lan", at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert (second.decision.kind, second.decision.reason, second.hands[0].author) == (Kind.TAKE_BACK, "đã sửa", "Minh")


def test_what_is_not_there_is_told(desks: Desks) -> None:
    with pytest.raises(KeyError):
        lineage.of_file(desks.office, desks.round.id, "0" * 64)
