"""A system that is not this program hands a submission in, and corrects it: written without a line of the package."""

from __future__ import annotations

import ast
import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reformdesk.core import decisions, merged, store
from tests.commands import Command, merge_json
from tests.demo import AGENCY, LATER, NEWEST, without_pins, without_submissions
from tests.test_openssl import entries, needs_openssl

SCRIPT = Path(__file__).with_name("write_submission.py")
LINES_AT_MOST = 120


def answers_in(path: Path) -> dict[str, str]:
    """Return a submission's answers as the script takes them."""
    document = json.loads(entries(path.read_bytes())["submission.json"])
    return {line["indicator"]: next(iter(line["value"].values())) for line in document["answers"]}


class Outsider:
    """An agency's own system: a folder, a key that it makes, and the round file that it was sent."""

    def __init__(self, folder: Path, demo: Path) -> None:
        self.folder = folder
        self.round = Path(shutil.copy2(demo / "rounds" / f"{NEWEST}.rdround", folder / "đợt.rdround"))
        self.values = answers_in(demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub")

    def write(self, values: Mapping[str, str], name: str, *before: Path) -> Path:
        table, out = self.folder / "values.csv", self.folder / name
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(values.items())
        words: list[str | Path] = [
            sys.executable,
            "-I",
            SCRIPT,
            self.round,
            AGENCY,
            table,
            self.folder / "khóa",
            out,
            *before,
        ]
        said = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr
        return out


@pytest.fixture
def outsider(demo: Path, tmp_path: Path) -> Outsider:
    folder = tmp_path / "Hệ thống khác"
    folder.mkdir()
    return Outsider(folder, demo)


@pytest.fixture
def empty(office: Path) -> Path:
    """Home Affairs' workspace before anything came in, and before any key was compared."""
    without_submissions(office)
    without_pins(office)
    return office


def pin_signer(office: Path) -> None:
    """Compare the code of the key behind the one submission that is here, as the office does by telephone."""
    with store.open_workspace(office) as workspace:
        (one,) = merged.received(workspace, NEWEST)
        assert one.signer_name == AGENCY
        decisions.pin_key(workspace, one.digest, one.signer, LATER, "Lan")


def shares_of(office: Path, target: Path, command: Command) -> dict[str, str]:
    """Return what the report has of the agency, as the script would give it."""
    assert command("report", "--workspace", office, "--to", target, "--rounds", NEWEST).code == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["agency"] == AGENCY]
    return {line["indicator"]: line["value"] or line["status"] for line in lines}


def test_the_script_knows_nothing_of_the_package() -> None:
    source = SCRIPT.read_text("utf-8")
    tree = ast.parse(source)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
    assert len(source.splitlines()) < LINES_AT_MOST


@needs_openssl
def test_what_it_writes_waits_for_its_key_then_counts(
    outsider: Outsider, empty: Path, tmp_path: Path, command: Command
) -> None:
    written = outsider.write(outsider.values, "nộp.zip")
    assert command("verify", written).code == 0
    _, (result,) = merge_json(command, empty, written)
    assert (result["result"], result["reasons"]) == ("waiting", ["key-unknown"])
    assert (result["agency"], result["revision"]) == (AGENCY, 1)
    pin_signer(empty)
    _, (result,) = merge_json(command, empty, written)
    assert result["result"] == "known"
    assert shares_of(empty, tmp_path / "report.csv", command) == outsider.values


@needs_openssl
def test_its_second_revision_takes_the_place_of_the_first(
    outsider: Outsider, empty: Path, tmp_path: Path, command: Command
) -> None:
    first = outsider.write(outsider.values, "1.rdsub")
    merge_json(command, empty, first)
    pin_signer(empty)
    name, figure = next((name, one) for name, one in outsider.values.items() if one.isdigit() and int(one) > 1)
    corrected = {**outsider.values, name: str(int(figure) + 5)}
    second = outsider.write(corrected, "2.rdsub", first)
    _, (result,) = merge_json(command, empty, second)
    assert (result["result"], result["revision"]) == ("accepted", 2)
    assert shares_of(empty, tmp_path / "report.csv", command) == corrected


@needs_openssl
def test_a_third_revision_without_the_second_waits(outsider: Outsider, empty: Path, command: Command) -> None:
    first = outsider.write(outsider.values, "1.rdsub")
    merge_json(command, empty, first)
    pin_signer(empty)
    second = outsider.write(outsider.values, "2.rdsub", first)
    third = outsider.write(outsider.values, "3.rdsub", second)
    _, (result,) = merge_json(command, empty, third)
    assert result["result"] == "waiting"
    _, results = merge_json(command, empty, second, third)
    assert [one["result"] for one in results] == ["accepted", "known"]


@needs_openssl
def test_what_the_agency_does_not_owe_is_refused(outsider: Outsider, empty: Path, command: Command) -> None:
    document = json.loads(entries(outsider.round.read_bytes())["round.json"])
    other = next(one["id"] for one in document["catalogue"]["indicators"] if one["id"] not in outsider.values)
    code, (result,) = merge_json(command, empty, outsider.write({**outsider.values, other: "1"}, "1.rdsub"))
    assert (code, result["result"], result["reasons"]) == (1, "rejected", ["not-owed-inside"])
