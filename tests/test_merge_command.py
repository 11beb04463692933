"""``reformdesk merge``: one result a file, and nothing counts that should not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import journal, judgement, merged, returns, sample, store, what_counts
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.returns import Return
from reformdesk.core.values import Number
from reformdesk.exchange import keys
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.commands import (
    JPEG,
    Command,
    clear_line,
    merge_json,
    not_files,
    state_of,
    unchanged,
)
from tests.demo import (
    AGENCY,
    LATER,
    NEWEST,
    copy_of_agency,
    copy_of_office,
    hand_in_again,
    submission_files,
    without_pins,
    without_submissions,
)


def test_merge_json_has_its_keys(demo: Path, office: Path, command: Command) -> None:
    code, (result,) = merge_json(command, office, demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub")
    assert code == 0
    assert list(result) == ["file", "result", "reasons", "round", "agency", "revision", "provisional", "message"]
    assert (result["result"], result["reasons"], result["round"]) == ("known", [], NEWEST)
    assert (result["agency"], result["revision"], result["provisional"]) == (AGENCY, 1, False)


def test_merge_takes_a_folder_and_each_file_once(demo: Path, office: Path, command: Command) -> None:
    without_submissions(office)
    folder = demo / "submissions" / NEWEST
    code, results = merge_json(command, office, folder)
    assert (code, {result["result"] for result in results}) == (0, {"accepted"})
    assert [result["file"] for result in results] == [str(path) for path in submission_files(demo)]
    with unchanged(office):
        code, results = merge_json(command, office, folder, folder)
    assert (code, {result["result"] for result in results}) == (0, {"known"})


def test_merge_rejects_what_is_no_submission_and_takes_the_rest(
    demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    without_submissions(office)
    wrong = not_files(tmp_path / "not ours")
    wrong.append((demo / "rounds" / f"{NEWEST}.rdround", "not-a-submission"))
    wrong.append((demo / "replies" / NEWEST / f"{AGENCY}-r1.rdreply", "not-a-submission"))
    # a folder is looked into, and this one is empty
    wrong = [(path, code) for path, code in wrong if code != "is-a-folder"]
    with unchanged(office):
        for path, code in wrong:
            exit_code, (result,) = merge_json(command, office, path)
            assert (exit_code, result["result"], result["reasons"]) == (1, "rejected", [code])
            assert str(result["message"])
            clear_line(str(result["message"]))
    good = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    exit_code, results = merge_json(command, office, *(path for path, _ in wrong), good)
    assert exit_code == 1
    assert [result["result"] for result in results] == [*["rejected"] * len(wrong), "accepted"]


def test_merge_prints_one_line_a_file(demo: Path, office: Path, tmp_path: Path, command: Command) -> None:
    photo = tmp_path / "photo.rdsub"
    photo.write_bytes(JPEG)
    said = command("merge", "--workspace", office, photo, demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub")
    assert (said.code, said.err) == (1, "")
    first, second = said.out.splitlines()
    assert first.startswith(f"{photo}: refused (")
    assert "JPEG" in first
    assert second.endswith(": already here")


def _resealed(demo: Path, **changes: object) -> bytes:
    """Return a sound submission of the sample that says something else, sealed by the agency's own key."""
    document = verify((demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub").read_bytes()).document
    assert isinstance(document, SubmissionDocument)
    key = keys.unlock((demo / "keys" / f"{AGENCY}.p12").read_bytes(), sample.DEFAULT_PASSPHRASE)
    return seal(replace(document, **changes), {}, key, LATER)  # type: ignore[arg-type] # any member may be changed


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"round_id": "2019"}, "unknown-round"),
        ({"round_id": "2023"}, "other-round"),
        ({"round_digest": "0" * 64}, "other-round"),
        ({"agency": "so-khong-co"}, "unknown-agency"),
        ({"agency": "so-noi-vu", "answers": ()}, "key-unknown"),
        ({"agency": "so-noi-vu"}, None),
        ({"answers": ({"indicator": "civil-servants-recruited", "value": {"number": "1"}},)}, "not-owed-inside"),
        ({"answers": ({"indicator": "civil-servants-present", "value": {"number": "-1"}},)}, "error-inside"),
        ({"answers": ({"indicator": "civil-servants-present", "value": {"number": "1.5"}},)}, "error-inside"),
    ],
)
def test_merge_of_another_rounds_or_agencys_file(
    changes: dict[str, object], code: str | None, demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    """A sound file that is in the wrong place is rejected, and one under another's key waits; neither counts."""
    before = state_of(office)
    file = tmp_path / "resealed.rdsub"
    file.write_bytes(_resealed(demo, **changes))
    assert command("verify", file).code == 0
    exit_code, (result,) = merge_json(command, office, file)
    assert result["result"] in ("rejected", "waiting")
    assert exit_code == (1 if result["result"] == "rejected" else 0)
    if code is not None:
        assert result["reasons"] == [code]
    if result["result"] == "rejected":
        assert state_of(office) == before
    with store.open_workspace(office) as workspace:
        counted = what_counts.submitted(workspace, NEWEST)
    assert counted["so-noi-vu"].digest != verify(file.read_bytes()).digest
    assert counted[AGENCY].digest == verify((demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub").read_bytes()).digest


def test_an_unknown_key_waits_or_is_taken_provisionally(demo: Path, office: Path, command: Command) -> None:
    without_submissions(office)
    without_pins(office)
    file = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    code, (result,) = merge_json(command, office, file)
    assert (code, result["result"], result["reasons"], result["provisional"]) == (0, "waiting", ["key-unknown"], False)
    assert command("merge", "--workspace", office, file).out.rstrip().endswith("already here (Key not compared yet)")
    code, (result,) = merge_json(command, office, "--provisional", file)
    assert (code, result["result"], result["reasons"], result["provisional"]) == (0, "known", [], True)
    with store.open_workspace(office) as workspace:
        assert what_counts.submitted(workspace, NEWEST)[AGENCY].provisional
    without_submissions(office)
    code, (result,) = merge_json(command, office, "--provisional", file)
    assert (code, result["result"], result["provisional"]) == (0, "accepted", True)


def test_a_missing_revision_waits_until_it_comes(
    demo: Path, office: Path, desk: Path, tmp_path: Path, command: Command
) -> None:
    sent = [hand_in_again(desk, {"civil-servants-present": Number(Decimal(n))}) for n in (11, 12)]
    for one in sent:
        (tmp_path / one.file_name).write_bytes(one.content)
    second, third = (tmp_path / one.file_name for one in sent)
    _, (result,) = merge_json(command, office, third)
    assert (result["result"], result["reasons"], result["revision"]) == ("waiting", ["gap"], 3)
    _, (result,) = merge_json(command, office, second)
    assert result["result"] == "accepted"
    _, (result,) = merge_json(command, office, third)
    assert (result["result"], result["reasons"]) == ("known", [])


def test_merge_brings_two_desks_together_either_way_round(
    demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    """A union of three desks with contradictions planted ends at one digest, by whatever order of commands."""
    desks = [office, *(copy_of_office(demo, tmp_path / f"desk {number}") for number in (2, 3))]
    sent = [
        hand_in_again(copy_of_agency(demo, name, tmp_path / name), {"civil-servants-present": Number(Decimal(9))})
        for name in (AGENCY, "so-tai-chinh")
    ]
    for desk, one in zip(desks[1:], sent, strict=True):
        file = tmp_path / one.file_name
        file.write_bytes(one.content)
        assert merge_json(command, desk, file)[1][0]["result"] == "accepted"
    for number, desk in enumerate(desks):
        with store.open_workspace(desk) as workspace:
            found = next(one for one in merged.received(workspace, NEWEST) if one.agency == "so-y-te")
            kind = Kind.ACCEPT if number == 1 else Kind.RETURN
            detail = {} if number == 1 else returns.to_wire(Return(f"Lý do {number}"))
            with workspace.atomic():
                journal.record(workspace, Decision(kind, NEWEST, "so-y-te", found.digest, detail), f"{number}", LATER)
                judgement.rejudge(workspace, NEWEST, "so-y-te")
    code, results = merge_json(command, desks[0], desks[1], desks[2])
    assert (code, [result["result"] for result in results]) == (0, ["accepted", "accepted"])
    assert [(result["kind"], result["files"], result["decisions"]) for result in results] == [("workspace", 1, 1)] * 2
    assert results[0]["contested"] == [{"round": NEWEST, "agency": "so-y-te"}]
    assert merge_json(command, desks[2], desks[0])[1][0]["result"] == "accepted"
    assert merge_json(command, desks[1], desks[2])[1][0]["result"] == "accepted"
    assert merge_json(command, desks[0], desks[1])[1][0]["result"] == "known"
    assert len({command("digest", "--workspace", desk).out for desk in desks}) == 1


def test_merge_takes_no_workspace_but_another_desk_of_the_office(
    demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    agency = copy_of_agency(demo, AGENCY, tmp_path / "agency")
    before = command("digest", "--workspace", office).out
    code, (result,) = merge_json(command, office, agency)
    assert (code, result["result"], result["reasons"]) == (1, "rejected", ["join-agency"])
    assert command("digest", "--workspace", office).out == before
    said = command("merge", "--workspace", office, agency)
    assert (said.code, "agency" in said.out) == (1, True)
