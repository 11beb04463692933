"""The trial's steps on real work: rounds of the sample province, and files between the package and the checkout."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from installer.places import DIST
from installer.trial import TRIED, Trial, expect

ROUND = "2024-h1"
AGENCY = "so-tu-phap"
_INDICATOR, _VALUE = "civil-servants-present", "1.234"
OFFICE = "home-affairs.rdesk"
_EXCHANGED = {".rdround", ".rdsub", ".rdreply"}


def plays_province(trial: Trial) -> None:
    """39 agencies, five rounds, sealed, taken in and answered; the workspace is sound, its report can be written."""
    trial.data.mkdir(exist_ok=True)
    demo = trial.data / "Tỉnh mẫu"
    trial.done("demo", "--no-window", "--to", demo)
    trial.done("doctor", "--workspace", demo / OFFICE)
    trial.done("verify", *_files(demo)[:40])


def plays_round(trial: Trial) -> None:
    """Home Affairs hands out, an agency enters and seals, the file travels, Home Affairs takes it in and reports."""
    demo = trial.data / "Tỉnh mẫu"
    office, desk = demo / OFFICE, demo / "agencies" / f"{AGENCY}.rdesk"
    sent, stick = trial.data / "Phát hành", trial.data / "USB"
    trial.done("issue", "--workspace", office, "--round", ROUND, "--to", sent, "--installer", DIST)
    (folder,) = sent.iterdir()
    expect((folder / trial.setup().name).is_file(), "the installer did not go along")
    trial.done("verify", folder / f"{ROUND}.rdround")

    table = trial.data / "số liệu.csv"
    table.write_text(f"indicator;value;explanation\n{_INDICATOR};{_VALUE};Nhập sai kỳ trước\n", "utf-8-sig")
    before = trial.done("digest", "--workspace", office)
    trial.done("enter", "--workspace", desk, "--from", table)
    trial.done("submit", "--workspace", desk, "--to", stick)
    (taken,) = json.loads(trial.done("merge", "--json", "--workspace", office, stick))
    expect(taken["result"] in ("accepted", "waiting"), f"the file was {taken}")
    expect(trial.done("digest", "--workspace", office) != before, "the state did not change")
    trial.done("report", "--workspace", office, "--to", trial.data / "báo cáo.xlsx")
    trial.done("board", "--workspace", office, "--json")


def package_to_checkout(trial: Trial) -> None:
    """The checkout finds every file of the package sound, and the same state and report in its workspace."""
    demo = trial.data / "Tỉnh mẫu"
    trial.checkout("verify", *_files(demo))
    _same_state(trial, demo, TRIED / "read-by-checkout")
    desk = _copy(demo / "agencies" / f"{AGENCY}.rdesk", TRIED / "read-by-checkout")
    trial.checkout("doctor", "--workspace", desk)


def checkout_to_package(trial: Trial) -> None:
    """The package reads what the checkout made, works on in its workspaces, and the checkout takes that in."""
    demo = trial.home / "from-checkout"
    shutil.rmtree(demo, ignore_errors=True)
    trial.checkout("demo", "--no-window", "--to", demo)
    trial.done("verify", *_files(demo)[:40])
    _same_state(trial, demo, TRIED / "made-by-checkout")
    table = demo / "table.csv"
    table.write_text(f"indicator,value,explanation\n{_INDICATOR},{_VALUE},Nhập sai kỳ trước\n", "utf-8")
    trial.done("enter", "--workspace", demo / "agencies" / f"{AGENCY}.rdesk", "--from", table)
    trial.done("submit", "--workspace", demo / "agencies" / f"{AGENCY}.rdesk", "--to", demo / "stick")
    trial.checkout("merge", "--workspace", demo / OFFICE, demo / "stick")
    _same_state(trial, demo, TRIED / "made-by-checkout")


def _same_state(trial: Trial, demo: Path, place: Path) -> None:
    """Both programs read one workspace to the same digest and the same table; the checkout reads a copy."""
    office = demo / OFFICE
    copy = _copy(office, place)
    theirs, ours = trial.done("digest", "--workspace", office), trial.checkout("digest", "--workspace", copy)
    expect(theirs.split() == ours.split(), f"the digests differ: {theirs} {ours}")
    trial.done("report", "--workspace", office, "--to", demo / "package.csv")
    trial.checkout("report", "--workspace", copy, "--to", place / "checkout.csv")
    expect((demo / "package.csv").read_bytes() == (place / "checkout.csv").read_bytes(), "the reports differ")


def _copy(workspace: Path, place: Path) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(workspace, place))


def _files(demo: Path) -> list[Path]:
    return sorted(path for path in demo.rglob("*") if path.suffix in _EXCHANGED)
