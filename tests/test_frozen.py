"""Files of every released format, kept as they were written: each must open for ever.

A folder under ``tests/data/frozen/`` holds what one schema of the workspace, and the exchange
format of its time, wrote; nothing in it is ever changed. Each is the sample province's broadcaster
after five rounds, its key under ``demo``. From the fifth on Home Affairs' desk of a small province
lies beside it, where two officers have made each kind of decision of its time; from the sixth on
it keeps a file of the office's own, from the seventh on an edition is being drawn at it.
"""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import (
    deciding,
    edition_draft,
    entry,
    history,
    inbox,
    intake,
    journal,
    judgement,
    merged,
    office_files,
    pins,
    roundbook,
    soundness,
    store,
    submission,
)
from reformdesk.core.deciding import Kind
from reformdesk.core.office_files import OfficeFile
from reformdesk.core.pins import How
from reformdesk.core.proof import prove
from reformdesk.core.schema import MIGRATIONS
from reformdesk.core.store import Office
from reformdesk.core.values import Number
from reformdesk.exchange import keys
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW

FROZEN = Path(__file__).parent / "data" / "frozen"
VERSIONS = sorted(folder.name for folder in FROZEN.iterdir())
AGENCY = "dai-pt-th"
ROUNDS = ["2020", "2021", "2022", "2023", "2024-h1"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("name", "kind"),
    [("2020.rdround", "round"), ("dai-pt-th-r1.rdsub", "submission"), ("dai-pt-th-r1.rdreply", "reply")],
)
def test_exchange_files_are_sound(version: str, name: str, kind: str) -> None:
    proof = prove(FROZEN / version / name)
    assert (proof.problem, proof.kind, proof.round) == (None, kind, "2020")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_key_file_opens(version: str) -> None:
    key = keys.unlock((FROZEN / version / "dai-pt-th.p12").read_bytes(), "demo")
    sealed = prove(FROZEN / version / "dai-pt-th-r1.rdsub")
    assert [seal.fingerprint for seal in sealed.seals] == [key.fingerprint]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_round_file_and_a_reply_are_taken_at_an_agency(version: str, tmp_path: Path) -> None:
    folder = FROZEN / version
    with store.create(tmp_path / "agency.rdesk", Office.AGENCY, AGENCY, NOW) as workspace:
        round_, changes = roundbook.take_round(workspace, (folder / "2020.rdround").read_bytes(), "r", NOW)
        assert (round_.id, bool(changes)) == ("2020", True)
        assert AGENCY in round_.by_id
        assert round_.owed(AGENCY)
        inbox.take(workspace, (folder / f"{AGENCY}-r1.rdreply").read_bytes(), "reply", NOW)
        assert [one.type for one in inbox.replies(workspace, "2020")] == [inbox.RECEIPT]
        assert soundness.problems(workspace) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_submission_is_taken_in_and_counts(version: str, tmp_path: Path) -> None:
    folder = FROZEN / version
    issued = verify((folder / "2020.rdround").read_bytes())
    sealed = verify((folder / f"{AGENCY}-r1.rdsub").read_bytes())
    assert isinstance(issued.document, RoundDocument)
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, issued.document.office, NOW) as office:
        # as its own desk kept it when it opened the round
        roundbook._keep(office, issued, (folder / "2020.rdround").read_bytes(), "2020.rdround", "own", NOW)
        pins.pin(office, AGENCY, "Đài", sealed.signers[0].certificate, NOW)
        verdict = intake.take_path(office, folder / f"{AGENCY}-r1.rdsub", "folder", NOW)
        assert (verdict.state, verdict.reasons) == ("accepted", ())
        (consolidated,) = merged.consolidated(office, ["2020"])
        assert consolidated.totals["department-divisions"].value == Number(Decimal(5))
        again = intake.take_path(office, folder / f"{AGENCY}-r1.rdsub", "folder", NOW)
        assert again.state == intake.KNOWN
        assert soundness.problems(office) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_workspace_opens_with_all_it_holds(version: str, tmp_path: Path) -> None:
    path = tmp_path / "agency.rdesk"
    shutil.copy(FROZEN / version / "agency.rdesk", path)
    with store.open_workspace(path) as workspace:
        assert store.check(workspace) == []
        assert history.problems(workspace) == []
        assert roundbook.round_ids(workspace) == ROUNDS
        assert all(len(submission.sent(workspace, round_id)) == 1 for round_id in ROUNDS)
        assert [pin.how for pin in pins.all_pins(workspace)] == [How.FIRST_SEEN]
        bulletins = entry.current_values(workspace, "2023")["broadcast-bulletins"]
    assert isinstance(bulletins, Number)
    assert bulletins.amount == 24


@pytest.mark.parametrize("version", [one for one in VERSIONS if (FROZEN / one / "home-affairs.rdesk").is_file()])
def test_home_affairs_desk_opens_with_its_decisions(version: str, tmp_path: Path) -> None:
    path = tmp_path / "home-affairs.rdesk"
    shutil.copy(FROZEN / version / "home-affairs.rdesk", path)
    with store.open_workspace(path) as workspace:
        assert store.check(workspace) == []
        assert roundbook.round_ids(workspace) == ["2023", "2024-h1"]
        made = journal.everything(workspace)
        stands = deciding.standing(made)
        assert sorted(one.kind for one in made) == [
            *("choose", "choose", "history", "provisional", "request", "request"),
            *("return", "revoke", "set-aside", "take-back"),
        ]
        assert len(stands) == len(made) - 3, "one choice, one verdict and one history were answered anew"
        assert {hand.author for one in made for hand in journal.hands(workspace, one.id)} == {
            "Trần Thị Lan",
            "Lê Văn Minh",
        }
        (chosen,) = journal.standing_of(workspace, Kind.CHOOSE)
        assert chosen.reason == "Bản có dấu"
        counted = merged.consolidated(workspace, ["2024-h1"])[0].totals["m"]
        judgement.rejudge(workspace, "2024-h1", "b")
        judgement.rejudge(workspace, "2024-h1", "c")
        assert merged.consolidated(workspace, ["2024-h1"])[0].totals["m"] == counted
    assert (counted.value, counted.coverage) == (Number(Decimal(12)), "1/3")


@pytest.mark.parametrize("version", [one for one in VERSIONS if int(one) > 5])
def test_home_affairs_desk_opens_with_its_files(version: str, tmp_path: Path) -> None:
    path = tmp_path / "home-affairs.rdesk"
    shutil.copy(FROZEN / version / "home-affairs.rdesk", path)
    with store.open_workspace(path) as workspace:
        assert office_files.get(workspace, "letterhead") == OfficeFile(
            "letterhead", "Tiêu đề của Sở.docx", b"a file kept in 2026", "2026-11-26T08:00:00Z"
        )


@pytest.mark.parametrize("version", [one for one in VERSIONS if int(one) > 6])
def test_home_affairs_desk_opens_with_what_is_drawn(version: str, tmp_path: Path) -> None:
    path = tmp_path / "home-affairs.rdesk"
    shutil.copy(FROZEN / version / "home-affairs.rdesk", path)
    with store.open_workspace(path) as workspace:
        draft = edition_draft.current(workspace)
        assert draft is not None
        assert draft.edition.indicators["m"].name.vi == "Số hồ sơ đã giải quyết"
        assert draft.edition.register.by_id["so-nong-nghiep-va-moi-truong"].founded == date(2025, 3, 1)
        assert (len(draft.edits), len(draft.undone)) == (2, 1)
        edition_draft.redo(workspace)
        edition_draft.undo(workspace)
        assert edition_draft.current(workspace) == draft


def test_every_schema_that_was_released_has_its_sample() -> None:
    """A new migration asks for a workspace of its schema, in a folder of its own."""
    samples = [folder for folder in FROZEN.iterdir() if (folder / "agency.rdesk").is_file()]
    assert len(samples) == len(MIGRATIONS)
