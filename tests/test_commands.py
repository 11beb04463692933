"""Commands for Home Affairs and for checks: exit codes, JSON, and one clear line for what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk import cli
from reformdesk.assets import translation
from reformdesk.core import entry, intake, roundbook, store, updates
from reformdesk.core.values import Number
from reformdesk.exchange.keys import matching_code
from tests.commands import (
    Command,
    clear_line,
    not_files,
    one_line,
    program,
    unchanged,
)
from tests.demo import (
    AGENCY,
    FOLDER,
    LATER,
    NEWEST,
    ROUNDS,
    copy_of_office,
    hand_in_again,
    without_pins,
    without_submissions,
)
from tests.exchange import samples
from tests.installers import office_key, put, seal_of


def test_verify_says_who_sealed_what(demo: Path, command: Command) -> None:
    said = command("verify", demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub")
    assert (said.code, said.err) == (0, "")
    (line,) = said.out.splitlines()
    assert f": sound: submission {NEWEST} {AGENCY} no. 1, sealed by " in line


def test_verify_json_has_the_keys_of_the_contract(demo: Path, tmp_path: Path, command: Command) -> None:
    bad = tmp_path / "bad.rdsub"
    bad.write_bytes(b"")
    good = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    said = command("verify", "--json", good, bad)
    assert (said.code, said.err) == (1, "")
    first, second = json.loads(said.out)
    keys = ["file", "kind", "sound", "round", "agency", "revision", "signers", "problem"]
    assert (list(first), list(second)) == (keys, keys)
    assert {**first, "signers": None} == {
        "file": str(good),
        "kind": "submission",
        "sound": True,
        "round": NEWEST,
        "agency": AGENCY,
        "revision": 1,
        "signers": None,
        "problem": None,
    }
    (signer,) = first["signers"]
    assert list(signer) == ["name", "fingerprint", "signed_at", "trusted"]
    assert signer["trusted"] is None
    assert len(signer["fingerprint"]) == 64
    assert signer["signed_at"].endswith("Z")
    assert second["problem"]["code"] == "empty-file"
    assert (second["sound"], second["kind"], second["signers"]) == (False, None, [])


def _signers(command: Command, file: Path, workspace: Path) -> list[object]:
    (result,) = json.loads(command("verify", "--json", "--workspace", workspace, file).out)
    return [signer["trusted"] for signer in result["signers"]]


def test_verify_with_a_workspace_says_whether_the_key_is_pinned(
    demo: Path, office: Path, desk: Path, tmp_path: Path, command: Command
) -> None:
    submission = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    assert _signers(command, submission, office) == [True]
    for workspace in (office, desk):
        assert _signers(command, demo / "rounds" / f"{NEWEST}.rdround", workspace) == [True]
    assert _signers(command, demo / "replies" / NEWEST / f"{AGENCY}-r1.rdreply", desk) == [True]
    without_pins(office)
    without_pins(desk)
    assert _signers(command, submission, office) == [False]
    assert _signers(command, demo / "rounds" / f"{NEWEST}.rdround", desk) == [False]


def test_verify_checks_an_installer_with_its_seal(
    demo: Path, desk: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    key = office_key(demo, tmp_path)
    path = put(tmp_path, "1.2.0", key)
    said = command("verify", path)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{path}: sound: installer 1.2.0, sealed by Sở Nội vụ ({matching_code(key.fingerprint)})\n"
    for workspace in (desk, office):
        (result,) = json.loads(command("verify", "--json", "--workspace", workspace, seal_of(path)).out)
        assert (result["kind"], result["sound"], result["round"], result["agency"]) == ("installer", True, None, None)
        assert result["signers"][0]["trusted"] is True
    put(tmp_path, "1.2.0", samples.key())
    for workspace in (desk, office):
        (result,) = json.loads(command("verify", "--json", "--workspace", workspace, path).out)
        assert result["signers"][0]["trusted"] is False
    path.write_bytes(path.read_bytes() + b"!")
    (result,) = json.loads(command("verify", "--json", path).out)
    assert (result["sound"], result["problem"]["code"]) == (False, "signature-mismatch")
    seal_of(path).unlink()
    said = command("verify", path)
    assert said.code == 1
    assert seal_of(path).name in said.out


def test_verify_takes_an_installers_version_from_inside(
    demo: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old one under a new name is sealed as soundly as ever."""
    path = put(tmp_path, "9.9.9", office_key(demo, tmp_path), stated="1.1.0")
    (result,) = json.loads(command("verify", "--json", path).out)
    assert (result["sound"], result["problem"]["code"]) == (False, "installer-other-version")
    assert "1.1.0.0" in result["problem"]["message"]
    # the largest that an agency's program takes, and no larger one
    put(tmp_path, "9.9.9", office_key(demo, tmp_path))
    monkeypatch.setattr(intake, "LARGEST_FILE", 1900)
    assert command("verify", path).code == 0
    monkeypatch.setattr(updates, "LARGEST_INSTALLER", 1999)
    assert json.loads(command("verify", "--json", path).out)[0]["problem"]["code"] == "too-large"


def test_verify_says_in_words_whether_the_key_is_known(demo: Path, office: Path, command: Command) -> None:
    submission = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    assert "known key" not in command("verify", submission).out
    assert ", a known key)" in command("verify", "--workspace", office, submission).out
    without_pins(office)
    assert ", NOT a known key)" in command("verify", "--workspace", office, submission).out


def test_home_affairs_trusts_its_own_replies_and_no_agencys(demo: Path, office: Path, command: Command) -> None:
    for path in sorted((demo / "replies" / NEWEST).iterdir())[:2]:
        assert _signers(command, path, office) == [True]


def test_verify_refuses_what_is_no_exchange_file(tmp_path: Path, command: Command) -> None:
    for path, code in not_files(tmp_path / "not ours"):
        said = command("verify", path)
        assert (said.code, said.err) == (1, "")
        clear_line(said.out, f"{path}: NOT sound: ")
        (result,) = json.loads(command("verify", "--json", path).out)
        assert result["problem"]["code"] == code


def test_digest_is_one_line(office: Path, command: Command) -> None:
    with unchanged(office):
        whole = command("digest", "--workspace", office)
        part = command("digest", "--workspace", office, "--round", "2023")
    assert (whole.code, len(whole.out.strip()), part.code) == (0, 64, 0)
    assert whole.out != part.out
    one_line(command("digest", "--workspace", office, "--round", "1999"), 1, "1999")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".csv", ".json", ".XLSX"])
def test_report_writes_what_the_name_asks_for(suffix: str, office: Path, tmp_path: Path, command: Command) -> None:
    target = tmp_path / f"Báo cáo{suffix}"
    with unchanged(office):
        said = command("report", "--workspace", office, "--to", target)
    assert (said.code, said.err) == (0, "")
    assert target.stat().st_size > 1000


def test_report_of_some_rounds(office: Path, tmp_path: Path, command: Command) -> None:
    target = tmp_path / "r.json"
    assert command("report", "--workspace", office, "--to", target, "--rounds", "2023,2021").code == 0
    assert [part["id"] for part in json.loads(target.read_bytes())["rounds"]] == ["2021", "2023"]
    one_line(command("report", "--workspace", office, "--to", target, "--rounds", "2023,1999"), 1, "1999")
    assert [part["id"] for part in json.loads(target.read_bytes())["rounds"]] == ["2021", "2023"]


def test_report_refuses_where_and_what_it_cannot_write(office: Path, tmp_path: Path, command: Command) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    with unchanged(office):
        one_line(command("report", "--workspace", office, "--to", tmp_path / "r.pdf"), 2, "r.pdf")
        one_line(command("report", "--workspace", office, "--to", tmp_path / "none" / "r.xlsx"), 1, "none")
        one_line(command("report", "--workspace", office, "--to", tmp_path / "folder.xlsx"), 1, "folder.xlsx")
        one_line(command("report", "--workspace", office, "--to", Path(os.devnull) / "r.xlsx"), 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FOLDER, "folder.xlsx"]


def test_the_demo_writes_over_nothing(tmp_path: Path, command: Command) -> None:
    (tmp_path / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    for target in (tmp_path, tmp_path / "letter.txt"):
        one_line(command("demo", "--no-window", "--to", target), 1, target.name)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_doctor(office: Path, command: Command) -> None:
    with unchanged(office):
        said = command("doctor", "--workspace", office, window=lambda: "Qt 6.8")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert all(line.startswith("good: ") for line in lines)
    assert "good: window Qt 6.8" in lines
    assert "good: home-affairs.rdesk integrity" in lines
    assert any(line.startswith("good: signature ") for line in lines)


def test_doctor_says_what_is_not_good(tmp_path: Path, command: Command) -> None:
    def no_window() -> str:
        raise RuntimeError("no platform plugin")

    said = command("doctor", "--workspace", tmp_path / "none.rdesk", window=no_window)
    assert said.code == 1
    window, workspace = said.err.splitlines()
    assert window == "NOT good: window: no platform plugin"
    assert workspace.startswith("NOT good: none.rdesk: ")
    assert any(line.startswith("good: signature ") for line in said.out.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en"],
        ["no-such-command"],
        ["verify"],
        ["verify", "--no-such-option", "x"],
        ["merge", "x"],
        ["digest"],
        ["report", "--workspace", "w"],
        ["submit", "--workspace", "w", "--to", "d", "--passphrase", "p"],
        ["demo"],
        ["digest", "--workspace", "w", "--lang", "fr"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str], command: Command) -> None:
    said = command(*arguments)
    assert said.out == ""
    one_line(said, 2, "--help")


@pytest.mark.parametrize("name", ["demo", "verify", "enter", "submit", "merge", "digest", "report", "close", "doctor"])
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run([name, "--help"], lambda: "Qt")
    assert ended.value.code == 0
    assert f"usage: reformdesk {name}" in capsys.readouterr().out


@pytest.mark.skipif(not translation("vi").exists(), reason="the translations are not compiled")
def test_messages_come_in_the_language_that_is_asked_for(tmp_path: Path, command: Command) -> None:
    said = {lang: command("verify", tmp_path / "none", "--lang", lang).out for lang in ("vi", "en")}
    assert said["vi"] != said["en"]
    same = {lang: command("verify", "--json", tmp_path / "none", "--lang", lang).out for lang in ("vi", "en")}
    (in_vi,), (in_en,) = (json.loads(text) for text in same.values())
    assert in_vi["problem"]["code"] == in_en["problem"]["code"] == "path-missing"
    assert in_vi["problem"]["message"] != in_en["problem"]["message"]
    assert command("no-such-command", "--lang", "vi").err != command("no-such-command", "--lang", "en").err


def test_the_program_in_a_process_of_its_own(
    demo: Path, office: Path, desk: Path, tmp_path: Path, command: Command
) -> None:
    ended = program("digest", "--workspace", office, "--lang", "en")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == command("digest", "--workspace", office).out
    hand_in_again(desk, {"civil-servants-present": Number(Decimal(11))})
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        entry.set_value(workspace, round_, "civil-servants-present", Number(Decimal(12)), LATER)
    ended = program("submit", "--workspace", desk, "--to", tmp_path, "--lang", "en")
    assert (ended.returncode, ended.stdout) == (1, "")
    clear_line(ended.stderr, cli.PASSPHRASE)
    ended = program("submit", "--workspace", desk, "--to", tmp_path, "--lang", "en", REFORMDESK_PASSPHRASE="demo")
    assert ended.returncode == 0
    assert "demo" not in ended.stdout
    ended = program("verify", tmp_path / f"{AGENCY}-r3.rdsub", tmp_path / "none", "--lang", "en")
    assert (ended.returncode, len(ended.stdout.splitlines())) == (1, 2)
    ended = program("verify", "--lang", "en")
    assert ended.returncode == 2
    clear_line(ended.stderr, "--help")


def test_a_killed_merge_loses_nothing(demo: Path, office: Path, tmp_path: Path, command: Command) -> None:
    """The lock goes with the process, and what was taken in before stays."""
    without_submissions(office)
    root = Path(cli.__file__).resolve().parents[2]
    merging = subprocess.Popen(
        [sys.executable, "-m", "reformdesk", "merge", "--workspace", str(office), str(demo / "submissions")],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        merging.wait(1.2)
    except subprocess.TimeoutExpired:
        merging.kill()
        merging.wait(10)
    assert command("merge", "--workspace", office, demo / "submissions").code == 0
    whole = copy_of_office(demo, tmp_path / "whole")
    assert command("digest", "--workspace", office).out == command("digest", "--workspace", whole).out


def test_every_round_of_the_demo_is_known(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        assert tuple(roundbook.round_ids(workspace)) == ROUNDS


def test_without_a_screen_the_window_says_so() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    run = subprocess.run(
        [sys.executable, "-m", "reformdesk"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1


_SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
