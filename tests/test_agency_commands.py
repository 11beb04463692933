"""``reformdesk enter`` and ``submit``, an agency's own commands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from reformdesk import cli
from reformdesk.core import entry, store
from reformdesk.core.answers import Answer
from reformdesk.core.values import Number
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from tests.commands import (
    JPEG,
    Command,
    clear_line,
    merge_json,
    one_line,
    unchanged,
    write_table,
)
from tests.demo import (
    AGENCY,
    NEWEST,
    Said,
    hand_in_again,
)


def _answers(desk: Path) -> dict[str, Answer]:
    with store.open_workspace(desk) as workspace:
        return entry.answers(workspace, NEWEST)


@pytest.mark.parametrize(("mark", "bom"), [(",", False), (";", True), ("\t", False), (",", True)])
def test_enter_from_csv(mark: str, bom: bool, desk: Path, tmp_path: Path, command: Command) -> None:
    table = write_table(
        tmp_path / "số liệu.csv",
        mark.join(("Indicator", "value", "explanation")),
        mark.join(("civil-servants-present", "1.234", "Sáp nhập")),
        mark.join(("legal-documents-issued", "Chưa thực hiện", "")),
        "",
        bom=bom,
    )
    said = command("enter", "--workspace", desk, "--from", table)
    assert said == Said(0, "Values entered: 2.\n", "")
    answers = _answers(desk)
    assert answers["civil-servants-present"].value == Number(Decimal(1234))
    assert answers["civil-servants-present"].explanation == "Sáp nhập"
    assert answers["legal-documents-issued"].value == "not-done"


def _workbook(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_enter_from_a_workbook(desk: Path, tmp_path: Path, command: Command) -> None:
    rows: list[list[object]] = [
        ["STT", "indicator", "value"],
        [1, "civil-servants-present", 1475],
        [2, "civil-servants-assigned", "1 500"],
        [3, "agency-satisfaction", 83.46],
        [None, None, None],
    ]
    said = command("enter", "--workspace", desk, "--from", _workbook(tmp_path / "a.bin", rows))
    assert said == Said(0, "Values entered: 3.\n", "")
    answers = _answers(desk)
    assert [answers[name].value for name in ("civil-servants-present", "civil-servants-assigned")] == [
        Number(Decimal(1475)),
        Number(Decimal(1500)),
    ]
    assert answers["agency-satisfaction"].value == Number(Decimal("83.46"))


def test_enter_keeps_the_good_lines_and_names_the_others(desk: Path, tmp_path: Path, command: Command) -> None:
    before = _answers(desk)
    table = write_table(
        tmp_path / "v.csv",
        "indicator,value",
        "civil-servants-present,77",
        'agency-satisfaction,"1.475"',
        "legal-documents-issued,nhiều",
        "civil-servants-recruited,5",
        "no-such-indicator,5",
        'legal-documents-handled,"1,475"',
        'civil-servants-trained,"12,5"',
    )
    said = command("enter", "--workspace", desk, "--from", table)
    assert (said.code, said.out) == (1, "Values entered: 1.\n")
    lines = said.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "agency-satisfaction",
        "legal-documents-issued",
        "civil-servants-recruited",
        "no-such-indicator",
        "legal-documents-handled",
        "civil-servants-trained",
    ]
    assert "Which one do you mean: " in lines[0]
    for line in lines:
        clear_line(line)
    after = _answers(desk)
    assert after.pop("civil-servants-present").value == Number(Decimal(77))
    before.pop("civil-servants-present")
    assert after == before


def test_enter_into_a_named_round(desk: Path, tmp_path: Path, command: Command) -> None:
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    newest = _answers(desk)
    assert command("enter", "--workspace", desk, "--round", "2022", "--from", table).code == 0
    assert _answers(desk) == newest
    with store.open_workspace(desk) as workspace:
        assert entry.current_values(workspace, "2022")["civil-servants-present"] == Number(Decimal(77))
    one_line(command("enter", "--workspace", desk, "--round", "1999", "--from", table), 1, "1999")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        JPEG,
        b"PK\x03\x04 no workbook",
        "Chỉ tiêu,Số liệu\n1,2\n".encode(),
        "indicator,value\nă,1".encode("utf-16"),
    ],
    ids=["empty", "blank", "jpeg", "zip", "other header", "utf-16"],
)
def test_enter_refuses_what_is_nowrite_table(content: bytes, desk: Path, tmp_path: Path, command: Command) -> None:
    table = tmp_path / "v.csv"
    table.write_bytes(content)
    with unchanged(desk):
        one_line(command("enter", "--workspace", desk, "--from", table), 1, "v.csv")


def test_enter_refuses_no_file_and_a_folder(desk: Path, tmp_path: Path, command: Command) -> None:
    with unchanged(desk):
        one_line(command("enter", "--workspace", desk, "--from", tmp_path / "none.csv"), 1, "none.csv")
        one_line(command("enter", "--workspace", desk, "--from", tmp_path), 1, tmp_path.name)


def test_submit_writes_the_next_revision(
    desk: Path, office: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    out = tmp_path / "Nộp" / "2024"
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    assert command("enter", "--workspace", desk, "--from", table).code == 0
    said = command("submit", "--workspace", desk, "--to", out)
    assert said.code == 0
    assert said.out == f"Submission no. 2 written: {out / f'{AGENCY}-r2.rdsub'}\n"
    verified = verify((out / f"{AGENCY}-r2.rdsub").read_bytes())
    first = verify(next(p for p in submission_files_of(desk) if p))
    assert isinstance(verified.document, SubmissionDocument)
    assert (verified.document.revision, verified.document.previous) == (2, first.digest)
    code, (result,) = merge_json(command, office, out)
    assert (code, result["result"], result["revision"]) == (0, "accepted", 2)


def submission_files_of(desk: Path) -> list[bytes]:
    """Return the bytes of what an agency handed in in the newest round, oldest first."""
    with store.open_workspace(desk) as workspace:
        rows = workspace.rows(
            "SELECT bytes FROM files WHERE kind = 'submission' AND round = :round ORDER BY revision",
            {"round": NEWEST},
        )
    return [bytes(row["bytes"]) for row in rows]


def test_submit_refuses_when_nothing_changed(desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    with unchanged(desk):
        one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1, "1")
    assert not list(tmp_path.glob("*.rdsub"))


def test_submit_under_a_zip_name(desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    hand_in_again(desk, {"civil-servants-present": Number(Decimal(11))})
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    command("enter", "--workspace", desk, "--from", table)
    assert command("submit", "--zip", "--workspace", desk, "--to", tmp_path).code == 0
    assert command("verify", tmp_path / f"{AGENCY}-r3.rdsub.zip").code == 0


def test_submit_refuses_an_impossible_value(desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    table = write_table(tmp_path / "v.csv", "indicator,value", 'agency-satisfaction,"101"')
    assert command("enter", "--workspace", desk, "--from", table).code == 0
    with unchanged(desk):
        one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1, "1")


@pytest.mark.parametrize("given", [None, "", "wrong", "DEMO"])
def test_submit_without_the_right_passphrase(
    given: str | None, desk: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(cli.PASSPHRASE, raising=False)
    if given is not None:
        monkeypatch.setenv(cli.PASSPHRASE, given)
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    command("enter", "--workspace", desk, "--from", table)
    with unchanged(desk):
        one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1, "passphrase")
    assert not list(tmp_path.glob("*.rdsub"))


def test_submit_without_the_key(desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    (desk.parent / "keys" / f"{AGENCY}.p12").unlink()
    with unchanged(desk):
        one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1, f"{AGENCY}.p12")


def test_submit_with_a_damaged_key(desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    key = desk.parent / "keys" / f"{AGENCY}.p12"
    for content in (b"", JPEG, key.read_bytes()[:200]):
        key.write_bytes(content)
        with unchanged(desk):
            one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1)


def test_what_could_not_be_written_can_be_submitted_again(
    desk: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    """A stick that is full or protected costs no revision: the next try writes the very same answers."""
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    command("enter", "--workspace", desk, "--from", table)
    (tmp_path / f"{AGENCY}-r2.rdsub").mkdir()
    one_line(command("submit", "--workspace", desk, "--to", tmp_path), 1)
    (tmp_path / f"{AGENCY}-r2.rdsub").rmdir()
    said = command("submit", "--workspace", desk, "--to", tmp_path)
    assert said.code == 0, said
    assert (tmp_path / f"{AGENCY}-r2.rdsub").is_file()
