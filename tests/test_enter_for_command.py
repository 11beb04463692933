"""``reformdesk enter --for``: Home Affairs enters on behalf of an agency from a file."""

from __future__ import annotations

import csv
import json
import shutil
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from reformdesk.core import entered, entry, filing, journal, merged, roundbook, store, what_counts
from reformdesk.core.answers import Given
from reformdesk.core.entered import How
from reformdesk.core.sample import HOME_AFFAIRS
from reformdesk.core.values import Number, Status
from reformdesk.exchange.payload import kept_submission
from reformdesk.office import form_template
from reformdesk.office.form_template import Filled
from tests.commands import Command, merge_json, one_line, unchanged, write_table
from tests.demo import AGENCY, LATER, NEWEST, Said, copy_of_office, finish_with

FIELD = "legal-documents-issued"


@pytest.fixture
def office(demo: Path, tmp_path: Path) -> Path:
    """A copy of Home Affairs' workspace with its key."""
    path = copy_of_office(demo, tmp_path / "office")
    (path.parent / "keys").mkdir()
    shutil.copy2(demo / "keys" / Path(HOME_AFFAIRS).with_suffix(".p12").name, path.parent / "keys")
    return path


def table(folder: Path, *lines: str) -> Path:
    return write_table(folder / "Theo điện thoại.csv", "indicator,value", *lines)


def enter(command: Command, office: Path, file: Path, *more: str) -> Said:
    return command("enter", "--workspace", office, "--for", AGENCY, "--from", file, "--source", "Chị Hoa", *more)


def test_a_list_is_sealed_as_an_entry_and_counts(
    command: Command, office: Path, tmp_path: Path, passphrase: str
) -> None:
    said = enter(command, office, table(tmp_path, f"{FIELD},77"), "--how", "telephone")
    assert said.err == ""
    assert said.out == ("Entered on behalf of Department of Justice, no. 1: 1 values; entered on behalf.\n")
    with store.open_workspace(office) as workspace:
        (made,) = [one for one in merged.received(workspace, NEWEST) if one.entered]
        facts = entered.facts_in(kept_submission(filing.data_of(workspace, made.digest)))
        assert facts is not None
        assert (facts.source.how, facts.source.given_by, facts.source.document) == (
            How.TELEPHONE,
            "Chị Hoa",
            "Theo điện thoại.csv",
        )
        assert what_counts.submitted(workspace, NEWEST)[AGENCY].answers[FIELD] == Number(Decimal(77))
        assert facts.follows is not None, "the agency's own was here and was seen"
    report = tmp_path / "r.csv"
    command("report", "--workspace", office, "--to", report, "--rounds", NEWEST)
    lines = {(row[1], row[2]): row for row in csv.reader(StringIO(report.read_text("utf-8-sig")))}
    assert lines[FIELD, ""][5] == "(**) 1"
    assert lines[FIELD, ""][6].count("/") == 1
    board = json.loads(command("board", "--workspace", office, "--json").out)
    assert [one["agency"] for one in board["agencies"] if one["entered"]] == [AGENCY]


def test_the_agency_s_form_goes_along_as_the_source(
    command: Command, office: Path, desk: Path, tmp_path: Path, passphrase: str
) -> None:
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        entry.set_answers(workspace, round_, {FIELD: Given(Number(Decimal(88)))}, LATER)
        form = tmp_path / "form.xlsx"
        form.write_bytes(form_template.workbook(Filled(round_, AGENCY, entry.answers(workspace, NEWEST), "vi")))
    said = enter(command, office, form)
    assert said.code == 0
    with store.open_workspace(office) as workspace:
        (made,) = [one for one in merged.received(workspace, NEWEST) if one.entered]
        document = kept_submission(filing.data_of(workspace, made.digest))
        facts = entered.facts_in(document)
        assert facts is not None
        assert facts.source.how is How.EXCEL_FORM
        assert [one["title"] for one in document.attachments] == ["form.xlsx"]


def test_the_agency_s_own_next_file_waits_beside_it(
    command: Command, office: Path, desk: Path, tmp_path: Path, passphrase: str
) -> None:
    enter(command, office, table(tmp_path, f"{FIELD},77"))
    with store.open_workspace(desk) as workspace:
        sent = finish_with(workspace, {FIELD: Number(Decimal(78))}, NEWEST, LATER)
    file = tmp_path / sent.file_name
    file.write_bytes(sent.content)
    code, (result,) = merge_json(command, office, file)
    assert (code, result["result"], result["reasons"]) == (0, "waiting", ["beside-entered"])


def test_what_cannot_be_entered_is_said_in_one_line_and_nothing_is_kept(
    command: Command, office: Path, desk: Path, tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = table(tmp_path, f"{FIELD},77")
    base = ("enter", "--workspace", office, "--from", good)
    with unchanged(office):
        one_line(command(*base, "--for", AGENCY), 2, "--source")
        one_line(command(*base, "--for", "nobody", "--source", "Hoa"), 1, "nobody")
        one_line(command(*base, "--source", "Hoa"), 2, "not the kind")
        bad = table(tmp_path, f"{FIELD},nhiều", "x,1")
        said = enter(command, office, bad)
        assert said.code == 1
        assert len(said.err.splitlines()) == 2
    one_line(command("enter", "--workspace", desk, "--from", good, "--for", AGENCY, "--source", "Hoa"), 2)
    with store.open_workspace(office) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        entered.set_answers(workspace, round_, AGENCY, {FIELD: Given(Status.BLANK)}, LATER)
        journal.name_officer(workspace, "Lan")
    with unchanged(office):
        one_line(enter(command, office, table(tmp_path, f"{FIELD},77")), 1, "window")
    monkeypatch.delenv("REFORMDESK_PASSPHRASE")
    one_line(enter(command, office, table(tmp_path, f"{FIELD},77")), 1, "REFORMDESK_PASSPHRASE")
