"""Attacks on the merge by one who has sound files and chooses which of them come, when and as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.core import filing, intake, merged, roundbook
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import seal, verify
from tests.attacks.stage import Stage, Trial, set_up
from tests.attacks.table import performs
from tests.core.desks import key

TEN_YEARS = timedelta(days=3650)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Stage]:
    """Desks of the test's own, in which something may be kept."""
    with set_up(tmp_path) as made:
        yield made


@performs("replay")
def test_the_same_content_sealed_again(trial: Trial, own: Stage) -> None:
    assert trial.took(own.desks, own.second).state == "accepted"
    state = own.state()
    for _ in range(3):
        own.desks.tick()
        assert trial.took(own.desks, own.sealed()).state == "known"
        assert trial.took(own.desks, own.first).state == "known"
    assert own.state() == state


@performs("held-back")
def test_the_old_one_for_ever(trial: Trial, own: Stage) -> None:
    state = own.state()
    for _ in range(5):
        assert trial.took(own.desks, own.first).state == "known"
    # what is held back is not made up for: the board shows which revision counts and since when
    assert own.state() == state
    assert own.desks.counting() == [1]
    assert trial.took(own.desks, own.second).state == "accepted"
    assert own.desks.counting() == [2]


@performs("predecessor-false")
@pytest.mark.parametrize("previous", ["0" * 64, None])
@pytest.mark.parametrize("revision", [2, 3, 9999])
def test_a_predecessor_that_never_was(trial: Trial, own: Stage, previous: str | None, revision: int) -> None:
    trial.waits(own.desks, own.sealed(previous=previous, revision=revision))
    assert own.desks.counting() == [1]


@performs("predecessor-false")
def test_a_first_revision_with_a_predecessor(trial: Trial, own: Stage) -> None:
    trial.waits(own.desks, own.sealed(previous=own.document.previous, revision=1))
    assert own.desks.counting() == [1]


@performs("stolen-key")
def test_one_agencys_key_speaks_for_no_other(trial: Trial, own: Stage) -> None:
    trial.waits(own.desks, own.sealed(agency="a", previous=None, revision=1, history=None))
    assert {one.agency for one in own.desks.received() if one.counts} == {"b"}
    # neither does Home Affairs' own key speak for an agency
    trial.waits(own.desks, own.sealed(sealing=own.desks.office_key))
    assert own.desks.counting() == [1]


@performs("foreign-key")
def test_foreign_keys_do_not_keep_the_true_one_out(trial: Trial, own: Stage) -> None:
    for _ in range(5):
        trial.waits(own.desks, own.sealed(sealing=key("Đơn vị B")))
    assert trial.took(own.desks, own.second).state == "accepted"
    assert own.desks.counting() == [2]


@performs("older-issue")
def test_an_answer_to_the_issue_before(trial: Trial, own: Stage) -> None:
    desks = own.desks
    document = verify(desks.round_blob()).document
    assert isinstance(document, RoundDocument)
    # nothing of the issue before stands under this one
    corrected = replace(document, revision=2, previous=desks.round.digest, asked_again=("m", "n", "o"))
    blob = seal(corrected, {}, desks.office_key, desks.tick())
    verified = verify(blob)
    with desks.office.atomic():
        place = filing.FiledAs(corrected.id, "", 2, corrected.previous, "r.rdround", "own")
        filing.file(desks.office, verified, blob, place, desks.tick())
        roundbook.enter(desks.office, verified.digest, corrected, desks.tick())
    trial.waits(desks, own.second)


@performs("other-edition")
def test_an_answer_to_a_round_of_the_same_name(trial: Trial, own: Stage) -> None:
    document = verify(own.desks.round_blob()).document
    assert isinstance(document, RoundDocument)
    forged = replace(document, title={"vi": "Khác", "en": "Other"}).to_bytes()
    digest = verify(own.sealed_data(forged, "round.json")).digest
    trial.refused(own.sealed(round_digest=digest))
    trial.refused(own.sealed(round_id="2024-h2"))


@performs("clock-off")
@pytest.mark.parametrize("signed", [-TEN_YEARS, TEN_YEARS])
@pytest.mark.parametrize("finished", [-TEN_YEARS, TEN_YEARS])
def test_clocks_that_disagree(trial: Trial, own: Stage, signed: timedelta, finished: timedelta) -> None:
    now = own.desks.clock
    document = replace(own.document, finished_at=now + finished)
    later = replace(
        document,
        previous=verify(seal(document, {}, own.agency_key, now)).digest,
        revision=3,
        finished_at=now - finished,
    )
    third = seal(replace(later, history=None), {}, own.agency_key, now - signed)
    assert trial.took(own.desks, third).reasons == ("gap",)
    assert trial.took(own.desks, seal(document, {}, own.agency_key, now + signed)).state == "accepted"
    # the chain alone decides; without its history the third waits for that, whatever the clocks say
    assert own.desks.counting() == [2]
    assert trial.took(own.desks, own.first).state == "known"
    assert own.desks.counting() == [2]


@performs("file-name")
def test_a_name_that_is_more_than_a_name(trial: Trial, own: Stage) -> None:
    names = [
        "../../x.rdsub",
        "/etc/passwd",
        "C:\\x",
        "",
        "a\0b",
        "<b>x</b>",
        "'; DROP TABLE files; --",
        "x" * 9000,
        "\u202e",
    ]
    states = set()
    for number, name in enumerate(names):
        blob = own.sealed(prepared_by=str(number))
        verdict = intake.take(own.desks.office, name, blob, "window", own.desks.tick())
        trial.tries += 1
        assert verdict.file == name
        states.add(verdict.state)
    assert states == {"accepted", "waiting"}
    assert {row["name"] for row in own.desks.office.rows("SELECT name FROM files WHERE revision = 2")} == set(names)
    assert merged.received(own.desks.office, own.desks.round.id)
