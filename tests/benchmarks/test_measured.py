"""A missed limit is told and ends in 1; the README's table stands between its marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks.measured import Measured, Unit, in_turns, read, run, said

MET = Measured("a merge", "a copy", 0.9, 0.3, 3.1)
MISSED = Measured("a merge", "a copy", 1.0, 0.3, 3.1)


def test_a_ratio_is_held_against_its_limit() -> None:
    assert MET.is_met
    assert not MISSED.is_met
    assert str(MET) == "a merge: 900 ms; a copy 300 ms; 3.00 times; at most 3.10"
    assert str(MISSED).endswith("at most 3.10, MISSED")


def test_a_cost_without_a_peer_is_held_against_its_limit_itself() -> None:
    assert Measured("memory", "", 400 << 20, None, 400 << 20, Unit.BYTES).is_met
    most = Measured("memory", "the most", (400 << 20) + 1, None, 400 << 20, Unit.BYTES)
    assert str(most) == "memory: 400 MiB (the most); at most 400 MiB, MISSED"


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        (0.000_481, Unit.SECONDS, "0.48 ms"),
        (0.0331, Unit.SECONDS, "33.1 ms"),
        (12.34, Unit.SECONDS, "12.3 s"),
        (3 * 1024 + 512, Unit.BYTES, "3.50 KiB"),
        (14_000, Unit.COUNT, "14,000"),
        (0.0049, Unit.TIMES, "0.00"),
        (12.3, Unit.TIMES, "12"),
    ],
)
def test_a_figure_has_the_digits_that_count(figure: float, unit: Unit, words: str) -> None:
    assert said(figure, unit) == words


@pytest.mark.parametrize(("found", "code"), [([MET], 0), ([MET, MISSED], 1)])
def test_a_missed_limit_ends_in_1(found: list[Measured], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(lambda _folder: found, ["--json"])
    assert ended.value.code == code
    assert list(read(capsys.readouterr().out.splitlines())) == found


def test_each_work_does_its_turns_one_after_the_other() -> None:
    done: list[str] = []
    assert len(in_turns(3, lambda: done.append("ours"), lambda: done.append("theirs"))) == 2
    assert done == ["ours", "theirs"] * 3


def test_the_table_stands_between_its_marks() -> None:
    readme = f"before\n{benchmarks.BEGIN}\nold\n{benchmarks.END}\nafter\n"
    written = benchmarks.with_table(readme, benchmarks.table([MET]))
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert "| a merge | 900 ms | a copy | 300 ms | 3.00 | 3.10 |" in written
    assert "old" not in written
    assert benchmarks.with_table(written, benchmarks.table([MET])) == written


def test_what_breaks_off_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmarks, "ROOT", tmp_path)
    measured, ended = benchmarks.measure("of_nothing")
    assert measured == []
    assert not ended
