"""Attacks on the merge: sound files that come at the wrong place, in the wrong order or from the wrong hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import permutations, product
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import decisions, intake, merged, replies, store
from reformdesk.core.submission import Submission
from reformdesk.exchange import asice, cades
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.attacks.table import performs
from tests.core.desks import Desks, at_work, key, pin


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """No. 1 was taken in, and its key compared."""
    with at_work(tmp_path) as made:
        made.type(m="1", n="2", o="3")
        made.take(made.finish())
        pin(made, made.agency_key.fingerprint)
        yield made


def revisions(desks: Desks, count: int) -> list[Submission]:
    """Seal further revisions, and hand none of them in."""
    return [desks.finish_again() for _ in range(count)]


def document_of(sent: Submission) -> SubmissionDocument:
    document = verify(sent.content).document
    assert isinstance(document, SubmissionDocument)
    return document


@performs("any-order")
def test_revisions_in_every_order_with_repetitions(desks: Desks, tmp_path: Path) -> None:
    first = desks.office.rows("SELECT bytes FROM files WHERE kind = 'submission'")[0]["bytes"]
    blobs = [bytes(first), *(one.content for one in revisions(desks, 3))]
    desks.office.db.execute("DELETE FROM standing")
    desks.office.db.execute("DELETE FROM files WHERE kind = 'submission'")
    desks.office.db.conn.commit()
    pages = desks.office.db.conn.serialize()
    digests, counting = set(), set()
    for order, way in product(permutations(range(4)), range(3)):
        path = tmp_path / "copy.rdesk"
        path.write_bytes(pages)
        with store.open_workspace(path) as office:
            for step in with_repetitions(order, way):
                intake.take(office, "x", blobs[step], "window", desks.tick())
            digests.add(merged.digest(office))
            counting.add(tuple(one.revision for one in merged.received(office, "2024-h1") if one.counts))
        path.unlink()
    assert counting == {(4,)}
    assert len(digests) == 1


def with_repetitions(order: tuple[int, ...], way: int) -> list[int]:
    """Return an order of arrival with repetitions that keep it: each twice, all so far again, or some by chance."""
    chance = Random(f"{order}{way}")
    steps: list[int] = []
    for place, one in enumerate(order):
        so_far = list(order[: place + 1])
        steps += [one, *([one], so_far, chance.choices(so_far, k=3))[way]]
    assert tuple(dict.fromkeys(steps)) == order
    return steps


@performs("replay")
def test_the_same_bytes_again(desks: Desks) -> None:
    second = desks.finish_again()
    assert desks.take(second).state == "accepted"
    state = merged.digest(desks.office)
    for _ in range(3):
        assert desks.take(second).state == "known"
    assert merged.digest(desks.office) == state


@performs("rollback")
def test_an_older_revision_after_a_newer_one(desks: Desks) -> None:
    second, third = revisions(desks, 2)
    assert desks.take(third).reasons == ("gap",)
    assert desks.take(second).state == "accepted"
    assert desks.counting() == [3]
    assert desks.take(second).state == "known"
    assert desks.counting() == [3]


@performs("gap")
def test_a_revision_that_is_kept_back(desks: Desks) -> None:
    _, third = revisions(desks, 2)
    assert desks.take(third).reasons == ("gap",)
    assert desks.counting() == [1]


@performs("fork")
def test_two_successors_of_one_revision(desks: Desks) -> None:
    second = desks.finish_again()
    other = replace(document_of(second), prepared_by="Người khác")
    assert desks.take(second).state == "accepted"
    assert desks.take_blob(seal(other, {}, desks.agency_key, desks.tick())).reasons == ("fork",)
    assert {one.reasons for one in desks.received() if one.revision == 2} == {("fork",)}
    assert desks.counting() == [1]


@performs("foreign-key")
def test_a_foreign_key_waits_and_never_counts(desks: Desks) -> None:
    second = document_of(desks.finish_again())
    foreign = seal(second, {}, key("Đơn vị B"), desks.tick())
    assert desks.take_blob(foreign).reasons == ("key-unknown",)
    assert desks.counting() == [1]


@performs("revoked-key")
@pytest.mark.parametrize("years", [-10, 0, 10])
def test_a_revoked_key_whatever_day_it_claims(desks: Desks, years: int) -> None:
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất", "officer", desks.tick())
    desks.clock += timedelta(days=365 * years)
    assert desks.take(desks.finish_again()).reasons == ("key-revoked",)
    assert desks.counting() == [1]


@performs("clock-off")
@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_neither_helps_nor_harms(desks: Desks, years: int) -> None:
    desks.clock += timedelta(days=365 * years)
    second = desks.finish_again()
    desks.clock -= timedelta(days=365 * years)
    third = desks.finish_again()
    assert desks.take(third).reasons == ("gap",)
    assert desks.take(second).state == "accepted"
    assert desks.counting() == [3]


@performs("clock-off")
@pytest.mark.parametrize("years", [-10, 10])
def test_home_affairs_clock_ten_years_off(desks: Desks, years: int) -> None:
    second = desks.finish_again()
    desks.clock += timedelta(days=365 * years)
    assert desks.take(second).state == "accepted"
    assert desks.counting() == [2]


@performs("replay-from-another-round")
def test_a_submission_of_another_round(desks: Desks) -> None:
    sent = document_of(desks.finish_again())
    desks.take_round(desks.open_round("2024"))
    newer = desks.round
    # as it is, it stays in its own round; moved, it is another round's answer without a chain
    moved = replace(sent, round_id=newer.id)
    verdict = desks.take_blob(seal(moved, {}, desks.agency_key, desks.tick()))
    assert verdict.reasons == ("other-round",)
    wholly = replace(sent, round_id=newer.id, round_digest=newer.digest)
    assert desks.take_blob(seal(wholly, {}, desks.agency_key, desks.tick())).reasons == ("gap",)


@performs("other-edition")
def test_an_answer_to_an_issue_that_this_office_never_made(desks: Desks) -> None:
    other = replace(document_of(desks.finish_again()), round_digest="ab" * 32)
    assert desks.take_blob(seal(other, {}, desks.agency_key, desks.tick())).reasons == ("other-round",)
    unknown = replace(other, round_id="2019")
    assert desks.take_blob(seal(unknown, {}, desks.agency_key, desks.tick())).reasons == ("unknown-round",)


@performs("unknown-agency")
def test_an_agency_that_is_not_in_the_round(desks: Desks) -> None:
    other = replace(document_of(desks.finish_again()), agency="so-ma")
    assert desks.take_blob(seal(other, {}, desks.agency_key, desks.tick())).reasons == ("unknown-agency",)


@performs("unknown-agency")
def test_one_agencys_key_for_another_agency(desks: Desks) -> None:
    other = replace(document_of(desks.finish_again()), agency="a")
    assert desks.take_blob(seal(other, {}, desks.agency_key, desks.tick())).reasons == ("key-unknown",)


@performs("not-owed")
def test_an_answer_to_what_is_not_owed(desks: Desks) -> None:
    sent = document_of(desks.finish_again())
    more = replace(sent, answers=(*sent.answers, {"indicator": "z", "value": {"number": "1"}}))
    assert desks.take_blob(seal(more, {}, desks.agency_key, desks.tick())).reasons == ("not-owed-inside",)


@performs("other-kind")
def test_a_round_file_or_a_reply_as_a_submission(desks: Desks) -> None:
    reply = replies.write(desks.office, desks.round.id, ("b",), desks.office_key, desks.tick())
    for blob in (desks.round_blob(), reply):
        assert desks.take_blob(blob).reasons == ("not-a-submission",)


@performs("history-cut")
@pytest.mark.parametrize(
    "harm", ["DELETE FROM history WHERE id = 3", "UPDATE history SET changed_at = '2020-01-01T00:00:00Z' WHERE id = 1"]
)
def test_a_history_that_was_edited_or_cut(desks: Desks, harm: str) -> None:
    with desks.agency.atomic():
        desks.agency.db.execute(harm)
    assert desks.take(desks.finish_again()).reasons == ("history-broken",)
    assert desks.counting() == [1]


TOLD = {
    "by": "Lan",
    "how": "telephone",
    "given_by": "Chị Hoa",
    "given_at": "2024-06-21T08:00:00Z",
    "document": "",
    "follows": None,
}


def entry_of(desks: Desks) -> SubmissionDocument:
    """Return what an entry on behalf of the agency would say that stands over all that it has sent."""
    (own,) = desks.received()
    document = document_of(revisions(desks, 1)[0])
    return replace(
        document,
        revision=1,
        previous=None,
        history=None,
        corrections=(),
        on_behalf={**TOLD, "follows": own.digest},
    )


@performs("entered-by-an-agency")
def test_an_agency_s_key_on_an_entry_on_behalf(desks: Desks) -> None:
    document = entry_of(desks)
    for sealing in (desks.agency_key, key("Sở Nội vụ")):
        verdict = desks.take_blob(seal(document, {}, sealing, desks.tick()))
        assert (verdict.state, verdict.reasons) == ("waiting", ("key-unknown",))
        decisions.accept_provisionally(desks.office, verdict.digest, "Lan", desks.tick())
        decisions.pin_key(desks.office, verdict.digest, sealing.fingerprint, desks.tick())
        decisions.choose(desks.office, verdict.digest, "Lan", desks.tick())
        assert [one.entered for one in desks.received() if one.counts] == [False], "no word of an officer helps it"
    assert merged.consolidated(desks.office)[0].totals["m"].entered == 0


@performs("entered-and-own")
def test_an_entry_that_says_what_only_an_agency_says(desks: Desks) -> None:
    document = document_of(revisions(desks, 1)[0])
    assert document.history is not None
    (own,) = desks.received()
    blob = asice.write(
        "submission.json",
        replace(document, on_behalf={**TOLD, "follows": own.digest}).to_bytes(),
        {},
        lambda manifest: cades.sign(manifest, desks.office_key, desks.clock),
    )
    verdict = desks.take_blob(blob)
    assert (verdict.state, verdict.reasons) == ("rejected", ("invalid-document",))


@performs("own-by-the-office")
def test_the_office_s_key_on_an_agency_s_own_numbers(desks: Desks) -> None:
    (second,) = revisions(desks, 1)
    verdict = desks.take_blob(seal(document_of(second), {}, desks.office_key, desks.tick()))
    assert (verdict.state, verdict.reasons) == ("waiting", ("key-unknown",))
    assert desks.counting() == [1]
    assert desks.take(second).state == "accepted", "the agency's own goes on all the same"
    assert desks.counting() == [2]
