"""What Home Affairs entered on behalf of an agency, as a file: believed under the office's own key alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reformdesk.core import decisions, merged
from reformdesk.core.proof import prove
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.core.desks import Desks, at_work, send_first

TOLD = {"by": "Lan", "how": "telephone", "given_by": "Hoa", "given_at": "2024-06-21T08:00:00Z", "document": ""}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        send_first(made, m="1", n="2", o="3")
        yield made


def entered(desks: Desks, key: SigningKey, follows: str | None) -> bytes:
    sent = verify(desks.finish_again().content).document
    assert isinstance(sent, SubmissionDocument)
    told = replace(
        sent, revision=1, previous=None, history=None, corrections=(), on_behalf={**TOLD, "follows": follows}
    )
    return seal(told, {}, key, desks.tick())


def test_an_entry_counts_over_what_the_officer_had_seen(desks: Desks) -> None:
    (own,) = desks.received()
    verdict = desks.take_blob(entered(desks, desks.office_key, own.digest))
    assert (verdict.state, verdict.reasons) == ("accepted", ())
    assert [(one.entered, one.counts) for one in sorted(desks.received(), key=lambda one: one.entered)] == [
        (False, False),
        (True, True),
    ]
    total = merged.consolidated(desks.office)[0].totals["m"]
    assert (total.entered, total.coverage, total.adjusted) == (1, "1/2", "")
    assert total.computed == total.value


def test_an_agency_cannot_enter_for_itself(desks: Desks) -> None:
    blob = entered(desks, desks.agency_key, None)
    verdict = desks.take_blob(blob)
    assert (verdict.state, verdict.reasons) == ("waiting", ("key-unknown",))
    decisions.accept_provisionally(desks.office, verdict.digest, "Lan", desks.tick())
    assert [one.counts for one in desks.received() if one.entered] == [False]
    assert desks.counting() == [1]


def test_who_sealed_an_entry_is_proved_by_the_office_s_keys(desks: Desks, tmp_path: Path) -> None:
    path = tmp_path / "b-r1.rdsub"
    for key, believed in ((desks.office_key, True), (desks.agency_key, False)):
        path.write_bytes(entered(desks, key, None))
        for workspace in (desks.office, desks.agency):
            proof = prove(path, workspace)
            assert (proof.agency, [one.trusted for one in proof.seals]) == ("b", [believed])
