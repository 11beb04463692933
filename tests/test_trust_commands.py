"""Trust by command: the head's second seal, receipts that are checked, a doctor who knows history."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reformdesk import cli
from reformdesk.core import recovery_writing, sample, store
from reformdesk.core.remarks import PROVISIONAL, PROVISIONAL_NOTE
from reformdesk.exchange import keys
from reformdesk.exchange.verification import verify
from tests.core.desks import PASSPHRASE, at_work
from tests.demo import AGENCY, LATER, NEWEST, Said

Command = Callable[..., Said]


@pytest.fixture
def two_signatures(tmp_path: Path) -> Path:
    """An agency's workspace with a round that demands the head's signature."""
    with at_work(tmp_path, signatures=2) as desks:
        desks.type(m="1", n="2", o="3")
        return desks.agency.path


def test_a_round_that_demands_it_is_signed_by_the_head_as_well(
    two_signatures: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cli.PASSPHRASE, PASSPHRASE)
    out = tmp_path / "out"
    said = command("submit", "--workspace", two_signatures, "--to", out)
    assert (said.code, cli.HEAD_PASSPHRASE in said.err) == (1, True)
    assert not list(out.glob("*"))
    monkeypatch.setenv(cli.HEAD_PASSPHRASE, "cua thu truong")
    assert command("submit", "--workspace", two_signatures, "--to", out).code == 0
    (file,) = out.iterdir()
    signers = verify(file.read_bytes()).signers
    assert len({one.fingerprint for one in signers}) == 2
    shown = json.loads(command("verify", file, "--json").out)[0]
    assert [one["fingerprint"] for one in shown["signers"]] == [one.fingerprint for one in signers]
    keys = {path.name for path in (two_signatures.parent / "keys").iterdir()}
    assert keys == {"b.p12", "b-head.p12"}


def test_a_receipt_says_what_was_received(demo: Path, command: Command) -> None:
    receipt = demo / "replies" / NEWEST / f"{AGENCY}-r1.rdreply"
    sent = verify((demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub").read_bytes())
    said = command("verify", receipt)
    assert said.code == 0
    assert sent.digest in said.out
    (item,) = json.loads(command("verify", receipt, "--json").out)[0]["replies"]
    assert (item["type"], item["submission"], item["revision"]) == ("receipt", sent.digest, 1)


def test_the_doctor_tells_of_a_harmed_history(desk: Path, command: Command) -> None:
    assert command("doctor", "--workspace", desk, window=lambda: "Qt 6").code == 0
    with store.open_workspace(desk) as workspace, workspace.atomic():
        workspace.db.execute("UPDATE history SET after = before WHERE id = 3")
    said = command("doctor", "--workspace", desk, window=lambda: "Qt 6")
    assert said.code == 1
    assert "history" in said.err.lower()


def test_every_total_with_a_key_not_compared_is_marked(
    demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    with store.open_workspace(office) as workspace, workspace.atomic():
        workspace.db.execute("DELETE FROM standing WHERE round = :round", {"round": NEWEST})
        workspace.db.execute("DELETE FROM files WHERE round = :round AND kind = 'submission'", {"round": NEWEST})
        workspace.db.execute("DELETE FROM pins WHERE subject = :agency", {"agency": AGENCY})
    assert command("merge", "--workspace", office, demo / "submissions" / NEWEST, "--provisional").code == 0
    for name in ("r.xlsx", "r.docx", "r.csv"):
        assert command("report", "--workspace", office, "--to", tmp_path / name).code == 0
    sheet = load_workbook(tmp_path / "r.xlsx")["2"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    marked = [cell for cell in cells if PROVISIONAL in cell.number_format]
    assert marked != []
    assert {cell.column for cell in marked} == {sheet.max_column}
    assert PROVISIONAL_NOTE in [cell.value for cell in cells]
    assert not [
        cell
        for row in load_workbook(demo / "report.xlsx")["2"].iter_rows()
        for cell in row
        if PROVISIONAL in cell.number_format
    ]
    words = Document(str(tmp_path / "r.docx"))
    assert PROVISIONAL_NOTE in [one.text for one in words.paragraphs]
    lines = list(csv.DictReader((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()))
    notes = {line["note"] for line in lines if line["round"] == NEWEST and not line["agency"]}
    assert notes == {"", f"{PROVISIONAL} 1"}


def test_verify_says_whose_desk_a_recovery_file_puts_back(
    office: Path, demo: Path, tmp_path: Path, command: Command
) -> None:
    file = tmp_path / "recovery.zip"
    with store.open_workspace(office) as workspace:
        key = keys.unlock((demo / "keys" / "home-affairs.p12").read_bytes(), sample.DEFAULT_PASSPHRASE)
        file.write_bytes(recovery_writing.write(workspace, AGENCY, key, LATER)[0])
    said = command("verify", file)
    assert said.code == 0
    assert f"  {AGENCY}: puts a lost desk back" in said.out.splitlines()
    (told,) = json.loads(command("verify", "--json", file, "--workspace", office).out)
    assert (told["kind"], told["sound"], told["agency"]) == ("reply", True, AGENCY)
    assert [one["trusted"] for one in told["signers"]] == [True]
