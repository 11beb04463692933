"""``reformdesk close``, and ``reformdesk report --closing``: what was closed stays to be printed."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reformdesk.core import closings, decisions, inbox, intake, journal, keyring, merged, replies, sample, store
from reformdesk.core.returns import Return
from reformdesk.core.values import Number
from reformdesk.exchange.payload import ReplyDocument
from reformdesk.exchange.verification import verify
from tests.commands import Command, one_line, unchanged
from tests.demo import AGENCIES, AGENCY, LATER, NEWEST, copy_of_agency, hand_in_again

PRESENT = "civil-servants-present"
OTHER = "so-tai-chinh"


def close(command: Command, office: Path, *more: object) -> dict[str, object]:
    said = command("close", "--workspace", office, "--round", NEWEST, "--json", *more)
    assert (said.code, said.err) == (0, "")
    found: dict[str, object] = json.loads(said.out)
    return found


def report(command: Command, office: Path, target: Path, *more: object) -> bytes:
    said = command("report", "--workspace", office, "--to", target, *more)
    assert (said.code, said.err) == (0, "")
    return target.read_bytes()


def without_closing(content: bytes) -> object:
    found = json.loads(content)
    for one in found["rounds"]:
        one.pop("closing", None)
    return found["rounds"]


@pytest.fixture
def late(office: Path, demo: Path, tmp_path: Path) -> Path:
    """An office that closed the round, to which an agency's second submission then came, that had its first figure."""
    sent = hand_in_again(copy_of_agency(demo, AGENCY, tmp_path / "agency"), {PRESENT: Number(Decimal(11))})
    with store.open_workspace(office) as workspace:
        closings.close(workspace, NEWEST, "", "Lan", LATER)
        verdict = intake.take(workspace, sent.file_name, sent.content, "window", LATER)
        assert (verdict.state, verdict.reasons) == ("waiting", ("round-closed",))
    return office


@pytest.fixture
def own_key(office: Path, demo: Path) -> Path:
    """The office's key, beside its workspace."""
    folder = office.parent / "keys"
    folder.mkdir()
    return Path(shutil.copy2(demo / "keys" / "home-affairs.p12", folder))


def close_again(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        closings.reopen(workspace, NEWEST, "nộp muộn", "Lan", LATER)
        closings.close(workspace, NEWEST, "", "Lan", LATER)


def test_closing_says_what_was_closed_and_what_is_missing(office: Path, command: Command) -> None:
    with store.open_workspace(office) as workspace:
        one = next(one for one in merged.received(workspace, NEWEST) if one.agency == OTHER)
        decisions.send_back(workspace, one.digest, Return("Thiếu"), "Lan", LATER)
        journal.name_officer(workspace, "Trần Thị Lan")
    found = close(command, office, "--reason", "Báo cáo 6 tháng")
    assert list(found) == [
        *("round", "number", "digest", "previous", "covers", "missing", "in_part", "complete", "asked"),
        *("waiting", "contested", "changes"),
    ]
    assert (found["round"], found["number"], found["previous"], found["missing"]) == (NEWEST, 1, [], [OTHER])
    assert (found["waiting"], found["contested"], found["changes"]) == ([], 0, [])
    with store.open_workspace(office) as workspace:
        (made,) = closings.of_round(workspace, NEWEST)
        assert (made.digest, sorted(made.covers)) == (found["digest"], found["covers"])
        (line,) = [one for one in journal.lines(workspace, NEWEST) if one.decision.kind == "closing"]
        assert (line.decision.reason, line.hands[0].author) == ("Báo cáo 6 tháng", "Trần Thị Lan")


def test_closing_is_told_in_words(office: Path, command: Command) -> None:
    said = command("close", "--workspace", office, "--round", NEWEST)
    with store.open_workspace(office) as workspace:
        (made,) = closings.of_round(workspace, NEWEST)
    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert lines[0].endswith(f": closing no. 1, {made.digest}")


def test_two_copies_close_to_the_same_digest(office: Path, command: Command, tmp_path: Path) -> None:
    other = tmp_path / "khác.rdesk"
    other.write_bytes(office.read_bytes())
    assert close(command, office, "--reason", "một")["digest"] == close(command, other)["digest"]
    assert command("merge", "--workspace", office, other).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["close", "--round", "1999"], 1, "1999"),
        (["close"], 2, "--round"),
        (["report", "--to", "r.json", "--closing", "1"], 2, "--rounds"),
        (["report", "--to", "r.json", "--closing", "1", "--rounds", "2021,2022"], 2, "--rounds"),
        (["report", "--to", "r.json", "--closing", "7", "--rounds", NEWEST], 1, "7"),
    ],
)
def test_wrong_wishes_are_one_line(
    office: Path, command: Command, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    arguments = [str(tmp_path / one) if one == "r.json" else one for one in arguments]
    with unchanged(office):
        one_line(command(*arguments, "--workspace", office), code, words)
    assert not (tmp_path / "r.json").exists()


def test_a_closed_round_is_not_closed_again(late: Path, command: Command) -> None:
    with unchanged(late):
        one_line(command("close", "--workspace", late, "--round", NEWEST), 1, "no. 1", "Reopen")


def test_an_agency_closes_nothing(demo: Path, tmp_path: Path, command: Command) -> None:
    agency = copy_of_agency(demo, AGENCY, tmp_path / "agency")
    one_line(command("close", "--workspace", agency, "--round", NEWEST), 2)


def test_the_report_of_a_closing_is_the_one_that_went_out(late: Path, command: Command, tmp_path: Path) -> None:
    went_out = report(command, late, tmp_path / "đã gửi.json", "--rounds", NEWEST)
    close_again(late)
    now = report(command, late, tmp_path / "nay.json", "--rounds", NEWEST)
    then = report(command, late, tmp_path / "lần 1.json", "--rounds", NEWEST, "--closing", "1")
    assert without_closing(then) == without_closing(went_out) != without_closing(now)
    newest = report(command, late, tmp_path / "lần 2.json", "--rounds", NEWEST, "--closing", "2")
    assert without_closing(newest) == without_closing(now)
    with store.open_workspace(late) as workspace:
        first, second = closings.of_round(workspace, NEWEST)
    assert [json.loads(one)["state"] for one in (then, newest)] == [first.digest, second.digest]
    assert report(command, late, tmp_path / "a.csv", "--rounds", NEWEST, "--closing", first.digest[:9])


def test_the_report_lists_what_changed_against_what_was_sent(late: Path, command: Command, tmp_path: Path) -> None:
    """The one figure that the agency changed, in each kind of report; the difference is worked out here."""
    before = json.loads(report(command, late, tmp_path / "trước.json", "--rounds", NEWEST))
    (share,) = [
        one
        for total in before["rounds"][0]["totals"]
        for one in total["shares"]
        if (total["indicator"], one["agency"]) == (PRESENT, AGENCY)
    ]
    (total,) = [one for one in before["rounds"][0]["totals"] if one["indicator"] == PRESENT]
    was = Decimal(total["value"]["number"])
    will_be = was - Decimal(share["value"]["number"]) + 11
    close_again(late)
    now = json.loads(report(command, late, tmp_path / "sau.json"))
    closing = now["rounds"][-1]["closing"]
    assert (closing["state"], closing["number"], closing["differs"]) == ("closed", 2, False)
    (changed,) = closing["changes"]
    assert changed["against"]["number"] == 1
    assert [(one["indicator"], one["before"]["value"], one["after"]["value"]) for one in changed["totals"]] == [
        (PRESENT, {"number": str(was)}, {"number": str(will_be)})
    ]
    assert [(one["agency"], one["before"]["revision"], one["after"]["revision"]) for one in changed["counted"]] == [
        (AGENCY, 1, 2)
    ]
    figures = [f"{one:,}".replace(",", ".") for one in (was, will_be)]
    book = load_workbook(BytesIO(report(command, late, tmp_path / "báo cáo.xlsx")))
    assert book.sheetnames[-4:] == ["Thay doi", "Độ phủ", "Nguồn số liệu", "Nguồn gốc"]
    rows = [[cell for cell in row if cell is not None] for row in book["Thay doi"].iter_rows(values_only=True)]
    (line,) = [row for row in rows if figures[0] in row]
    assert line[1:] == [*figures, f"{AGENCIES}/{AGENCIES}", f"{AGENCIES}/{AGENCIES}"]
    assert ["Lần 1", "Lần 2"] in [row[1:] for row in rows]
    word = Document(BytesIO(report(command, late, tmp_path / "báo cáo.docx")))
    assert any("Thay đổi so với lần chốt 1" in one.text for one in word.paragraphs)
    assert any(one.text.startswith("Số liệu chốt lần 2, mã ") for one in word.paragraphs)
    cells = [cell.text for table in word.tables[-3:] for row in table.rows for cell in row.cells]
    assert {*figures, "Lần 1", "Lần 2"} <= set(cells)


def test_a_report_of_a_reopened_round_says_so(late: Path, command: Command, tmp_path: Path) -> None:
    with store.open_workspace(late) as workspace:
        closings.reopen(workspace, NEWEST, "nộp muộn", "Lan", LATER)
    closing = json.loads(report(command, late, tmp_path / "r.json"))["rounds"][-1]["closing"]
    assert (closing["state"], closing["number"], closing["differs"]) == ("reopened", 1, True)
    word = Document(BytesIO(report(command, late, tmp_path / "r.docx")))
    assert any(one.text.startswith("Đã mở lại sau lần chốt 1") for one in word.paragraphs)


def test_a_report_of_what_was_never_closed_is_what_it_was(office: Path, command: Command, tmp_path: Path) -> None:
    assert all("closing" not in one for one in json.loads(report(command, office, tmp_path / "r.json"))["rounds"])
    assert "Thay doi" not in load_workbook(BytesIO(report(command, office, tmp_path / "r.xlsx"))).sheetnames


def test_what_cannot_be_rebuilt_is_said_and_printed_as_it_was_closed(
    late: Path, command: Command, tmp_path: Path
) -> None:
    went_out = json.loads(report(command, late, tmp_path / "đã gửi.json", "--rounds", NEWEST))
    with store.open_workspace(late) as workspace, workspace.atomic():
        for table in ("standing", "files"):
            workspace.db.execute(f"DELETE FROM {table} WHERE round = ? AND agency = ?", (NEWEST, AGENCY))
    target = tmp_path / "lần 1.json"
    said = command("report", "--workspace", late, "--to", target, "--rounds", NEWEST, "--closing", "1")
    assert said.code == 0
    assert "closing no. 1" in said.err
    then = json.loads(target.read_bytes())["rounds"][0]["totals"]
    figures = [(one["indicator"], one["value"], one["coverage"]) for one in went_out["rounds"][0]["totals"]]
    assert [(one["indicator"], one["value"], one["coverage"]) for one in then] == figures


@pytest.mark.usefixtures("own_key")
def test_the_receipts_for_all_are_written_in_the_same_step(
    office: Path, demo: Path, command: Command, tmp_path: Path, passphrase: str
) -> None:
    """One file, and every agency opens it: also the one that has sent nothing."""
    with store.open_workspace(office) as workspace, workspace.atomic():
        for table in ("standing", "files"):
            workspace.db.execute(f"DELETE FROM {table} WHERE round = ? AND agency = ?", (NEWEST, AGENCY))
    target = tmp_path / "phiếu.rdreply"
    found = close(command, office, "--receipts", target)
    document = verify(target.read_bytes()).document
    assert isinstance(document, ReplyDocument)
    assert document.closing == {"number": 1, "digest": found["digest"]}
    assert len(document.items) == AGENCIES - 1
    for agency in (AGENCY, OTHER):
        with store.open_workspace(copy_of_agency(demo, agency, tmp_path / agency)) as desk:
            inbox.take(desk, target.read_bytes(), "phiếu.rdreply", LATER)
            told = inbox.closed(desk, NEWEST)
            assert told is not None
            assert (told.number, told.digest) == (1, found["digest"])


@pytest.mark.usefixtures("own_key")
def test_receipts_that_cannot_be_sealed_close_nothing(
    office: Path, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFORMDESK_PASSPHRASE", "không phải")
    arguments = ("close", "--workspace", office, "--round", NEWEST, "--receipts", tmp_path / "p.rdreply")
    with unchanged(office):
        one_line(command(*arguments), 1)
    monkeypatch.setenv("REFORMDESK_PASSPHRASE", sample.DEFAULT_PASSPHRASE)
    with unchanged(office):
        one_line(command(*arguments[:-1], tmp_path / "không có" / "p.rdreply"), 1)
    assert not (tmp_path / "p.rdreply").exists()


@pytest.mark.usefixtures("own_key")
def test_a_reply_after_a_reopening_says_nothing_of_a_closing(
    late: Path, demo: Path, command: Command, tmp_path: Path
) -> None:
    with store.open_workspace(late) as workspace:
        key = keyring.unlock(workspace, sample.DEFAULT_PASSPHRASE)
        closed = replies.write(workspace, NEWEST, (OTHER,), key, LATER)
        closings.reopen(workspace, NEWEST, "nộp muộn", "Lan", LATER)
        reopened = replies.write(workspace, NEWEST, (OTHER,), key, LATER + timedelta(minutes=1))
    with store.open_workspace(copy_of_agency(demo, OTHER, tmp_path / OTHER)) as desk:
        assert inbox.closed(desk, NEWEST) is None
        inbox.take(desk, closed, "1.rdreply", LATER)
        assert inbox.closed(desk, NEWEST) is not None
        inbox.take(desk, reopened, "2.rdreply", LATER)
        assert inbox.closed(desk, NEWEST) is None
