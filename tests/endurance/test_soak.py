"""A short run of what ``make soak`` does for an hour, and whether it would tell."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.endurance import soak
from tests.endurance.small_disk import ROOT
from tests.endurance.soak import Portion, Soak, Summary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills by SIGKILL")


def saying(words: str, code: int = 0) -> Portion:
    return Portion(lambda _seed, _size: ["-c", f"print({words!r}); raise SystemExit({code})"], 1)


def test_a_short_round_finds_nothing() -> None:
    names = ("killed while migrating", "damaged")
    said = subprocess.run(
        [sys.executable, "-m", soak.__name__, "--minutes", "0", "--share", "0.1", "--seed", "7"]
        + [word for name in names for word in ("--only", name)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    *lines, summary, kills, end = said.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"seed 7, {name}" for name in names]
    # a page of nothing that is made nothing is no damage
    assert re.fullmatch(r"1 rounds in [\d.]+ minutes: killed while migrating 4, damaged (7|8|9|10)", summary)
    assert kills.startswith("killed at work: migrating ")
    assert end == "nothing was lost"


@pytest.mark.parametrize(
    ("portion", "fault"),
    [(saying("3 kills in 1 s: typing 3", 1), "ended in 1"), (saying("all is well"), "did nothing")],
)
def test_what_is_found_is_kept_with_what_repeats_it(portion: Portion, fault: str, tmp_path: Path) -> None:
    found = Soak({"good": saying("5 inputs in 0 s"), "bad": portion}, kept=tmp_path).run(11, 0)
    assert found.counts["good"] == 5
    (finding,) = found.all_findings
    assert finding.startswith(f"seed 11, bad {fault}: python -c ")
    (kept,) = tmp_path.iterdir()
    assert kept.read_text("utf-8").startswith("python -c ")
    assert str(found).splitlines()[-2] == "1 findings"


def test_it_goes_round_with_new_seeds_and_does_once_what_is_once() -> None:
    seeds: list[int] = []

    def command(seed: int, _size: int) -> Sequence[str]:
        seeds.append(seed)
        return ["-c", "print('1 inputs')"]

    once = Portion(lambda _seed, _size: ["-c", "print('1 inputs')"], 1, once=True)
    found = Soak({"each": Portion(command, 1), "once": once}).run(5, 0.005)
    assert found.rounds > 1
    assert seeds == list(range(5, 5 + len(seeds)))
    assert found.counts["once"] == 1


def test_a_scene_that_was_never_hit_at_its_work_is_no_proof() -> None:
    found = Summary()
    found.kills.update({"typing": 40, "sealing": 40})
    found.at_work.update({"typing": 1})
    assert found.all_findings == ["sealing was never killed at its work"]


def test_every_portion_begins_with_what_it_counts() -> None:
    for name, one in soak.PORTIONS.items():
        words = one.command(1, 1)
        assert words[0] == "-m", name
        for path in (word for word in words if word.endswith(".py")):
            assert (ROOT / path).is_file(), path
