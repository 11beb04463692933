"""``reformdesk verify`` on reports, beside exchange files and under any name."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.demo import AGENCY, ROUNDS, Said, copy_of_agency, submission_files

Command = Callable[..., Said]


@pytest.fixture
def altered(demo: Path, tmp_path: Path) -> Path:
    """The sample's report, one figure of it another one, under a name that hides what it is."""
    book = load_workbook(demo / "report.xlsx")
    book["5"]["G3"].value = 3127
    path = tmp_path / "gửi lại (2).tmp"
    book.save(path)
    return path


def test_reports_and_exchange_files_are_checked_in_one_go(demo: Path, office: Path, command: Command) -> None:
    files = [*(demo / f"report.{suffix}" for suffix in ("xlsx", "docx", "csv")), submission_files(demo)[0]]
    said = command("verify", *files, "--workspace", office)
    assert said.code == 0
    lines = [line for line in said.out.splitlines() if not line.startswith(" ")]
    assert [line.startswith(f"{path}: sound: ") for path, line in zip(files, lines, strict=True)] == [True] * 4
    assert said.out.count("The report is of the state that holds now.") == 2


def test_the_altered_figure_is_named(altered: Path, office: Path, command: Command) -> None:
    said = command("verify", altered, "--workspace", office)
    assert said.code == 1
    assert said.out.splitlines()[:2] == [
        f"{altered}: ALTERED: places that are not as they were printed: 1",
        "  table 5, - Tổng số được giao, Năm 2024 (tính đến 31/5), 5!G3: stands there: 3.127; should be: 3.126",
    ]
    vietnamese = command("verify", altered, "--workspace", office, "--lang", "vi")
    assert "biểu 5" in vietnamese.out
    assert "số đúng là 3.126" in vietnamese.out


def test_json_names_it_as_well(altered: Path, demo: Path, office: Path, command: Command) -> None:
    said = command("verify", altered, demo / "report.csv", "--workspace", office, "--json")
    assert said.code == 1
    found, listed = json.loads(said.out)
    assert (found["kind"], found["sound"], found["current"]) == ("report", False, True)
    assert found["state"] == command("digest", "--workspace", office).out.strip()
    assert found["rounds"] == list(ROUNDS)
    assert found["problem"]["code"] == "report-altered"
    (figure,) = found["figures"]
    assert figure == {
        "what": "figure",
        "table": "5",
        "row": "- Tổng số được giao",
        "column": "Năm 2024 (tính đến 31/5)",
        "round": "2024-h1",
        "indicator": "civil-servants-assigned",
        "agency": None,
        "where": "5!G3",
        "printed": "3.127",
        "expected": "3.126",
    }
    assert found["missing"] == {"rounds": [], "files": [], "decisions": [], "closings": []}
    assert found["since"] is None
    assert (listed["sound"], listed["state"], listed["current"], listed["figures"]) == (True, None, None, [])


def test_a_report_without_a_workspace_is_wrong_usage(demo: Path, tmp_path: Path, command: Command) -> None:
    copied = Path(shutil.copy(demo / "report.docx", tmp_path / "x"))
    said = command("verify", submission_files(demo)[0], copied)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("x is a report: ")
    assert len(said.err.splitlines()) == 1


def test_an_agencys_workspace_has_no_report(demo: Path, tmp_path: Path, command: Command) -> None:
    desk = copy_of_agency(demo, AGENCY, tmp_path / "desk")
    said = command("verify", demo / "report.xlsx", "--workspace", desk)
    assert said.code == 2
    # exchange files are checked there as ever
    assert command("verify", submission_files(demo)[0], "--workspace", desk).code == 0


def test_a_file_that_is_missing_and_a_workbook_of_others_are_told(
    tmp_path: Path, office: Path, command: Command
) -> None:
    book = Workbook()
    book.save(tmp_path / "other.xlsx")
    said = command("verify", tmp_path / "other.xlsx", tmp_path / "gone.xlsx", "--workspace", office)
    assert said.code == 1
    assert "does not say what it was made from" in said.out
    assert len(said.out.splitlines()) == 2


def test_the_help_tells_of_reports_and_exit_codes(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command("verify", "--help")
    said = " ".join(capsys.readouterr().out.split())
    assert "Exit 0 all sound, 1 any not, 2 wrong usage" in said
