"""The merged state is a function of the set of files and decisions, of nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reformdesk.core import decisions, intake, merged, store
from reformdesk.core.returns import Return
from reformdesk.core.values import Number
from tests.demo import (
    AGENCIES,
    LATER,
    NEWEST,
    Said,
    copy_of_agency,
    copy_of_office,
    hand_in_again,
    submission_files,
    without_pins,
    without_submissions,
)

File = tuple[str, bytes]
# an order that fails is told as it is: shrinking it would take minutes
QUIET = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


@dataclass(frozen=True)
class Desk:
    """Home Affairs' workspace before anything came in, with pins and without, and what agencies send."""

    empty: Path
    unpinned: Path
    files: tuple[File, ...]
    corrections: tuple[File, ...]
    folder: Path


@pytest.fixture(scope="module")
def desk(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("merge-order")
    empty = copy_of_office(demo, folder / "empty")
    without_submissions(empty)
    unpinned = Path(shutil.copytree(folder / "empty", folder / "unpinned")) / empty.name
    without_pins(unpinned)
    files = tuple((path.name, path.read_bytes()) for path in submission_files(demo))
    return Desk(empty, unpinned, files, tuple(_corrections(demo, folder)), folder)


def _corrections(demo: Path, folder: Path) -> list[File]:
    """A chain of three revisions, a fork in its second, and a second revision of another agency."""
    chain = copy_of_agency(demo, "so-tu-phap", folder / "chain")
    other_side = copy_of_agency(demo, "so-tu-phap", folder / "other-side")
    another = copy_of_agency(demo, "so-tai-chinh", folder / "another")
    sent = [
        hand_in_again(chain, {"civil-servants-present": Number(Decimal(11))}),
        hand_in_again(chain, {"civil-servants-present": Number(Decimal(12))}),
        hand_in_again(other_side, {"civil-servants-present": Number(Decimal(13))}),
        hand_in_again(another, {"civil-servants-present": Number(Decimal(14))}),
    ]
    return [(one.file_name, one.content) for one in sent]


_NUMBERS = count()


def merge(desk: Desk, start: Path, files: Sequence[File], *, provisional: bool = False) -> str:
    """Take files into a fresh copy of ``start``, an hour apart, and return the digest of the merged state."""
    path = desk.folder / f"{next(_NUMBERS)}.rdesk"
    shutil.copy2(start, path)
    try:
        with store.open_workspace(path) as workspace:
            for hour, (name, blob) in enumerate(files):
                received = LATER + timedelta(hours=hour)
                verdict = intake.take(workspace, name, blob, "folder", received, provisional=provisional)
                assert verdict.state != intake.REJECTED, verdict
            return merged.digest(workspace)
    finally:
        path.unlink()


def in_any_order(files: Sequence[File]) -> st.SearchStrategy[list[File]]:
    """Return every file at least once, up to ten of them again, shuffled."""
    again = st.lists(st.sampled_from(list(files)), max_size=10)
    return again.flatmap(lambda more: st.permutations([*files, *more]))


def test_any_order_and_repetition_gives_one_digest(desk: Desk) -> None:
    expected = merge(desk, desk.empty, desk.files)
    assert len(desk.files) == AGENCIES

    @given(in_any_order(desk.files))
    @settings(QUIET, max_examples=15)
    def holds(files: list[File]) -> None:
        assert merge(desk, desk.empty, files) == expected

    holds()


def test_corrections_and_forks_in_any_order_give_one_digest(desk: Desk) -> None:
    files = [*desk.files[:2], *_of(desk, "so-tu-phap"), *_of(desk, "so-tai-chinh"), *desk.corrections]
    expected = merge(desk, desk.empty, files)

    @given(in_any_order(files))
    @settings(QUIET, max_examples=40)
    def holds(shuffled: list[File]) -> None:
        assert merge(desk, desk.empty, shuffled) == expected

    holds()


def test_unknown_keys_in_any_order_give_one_digest(desk: Desk) -> None:
    files = [*desk.files[:4], *_of(desk, "so-tu-phap"), *desk.corrections]
    waiting = merge(desk, desk.unpinned, files)
    provisional = merge(desk, desk.unpinned, files, provisional=True)
    assert len({waiting, provisional, merge(desk, desk.empty, files)}) == 3

    @given(in_any_order(files), st.booleans())
    @settings(QUIET, max_examples=20)
    def holds(shuffled: list[File], accept: bool) -> None:
        found = merge(desk, desk.unpinned, shuffled, provisional=accept)
        assert found == (provisional if accept else waiting)

    holds()


def test_another_set_of_files_gives_another_digest(desk: Desk) -> None:
    few = desk.files[:6]
    sets: list[Sequence[File]] = [(), few, *(few[:place] + few[place + 1 :] for place in range(len(few)))]
    sets += [(*few, correction) for correction in desk.corrections]
    assert len({merge(desk, desk.empty, files) for files in sets}) == len(sets)


def test_a_correction_changes_the_digest_of_its_round_alone(
    desk: Desk, demo: Path, office: Path, command: Callable[..., Said], tmp_path: Path
) -> None:
    def digests() -> dict[str, str]:
        return {name: command("digest", "--workspace", office, "--round", name).out for name in ("2023", NEWEST)}

    before = digests()
    name, blob = desk.corrections[0]
    (tmp_path / name).write_bytes(blob)
    assert command("merge", "--workspace", office, tmp_path / name).code == 0
    after = digests()
    assert after["2023"] == before["2023"]
    assert after[NEWEST] != before[NEWEST]


def test_the_digest_of_the_demo_is_that_of_its_files_taken_in_otherwise(
    desk: Desk, demo: Path, office: Path, command: Callable[..., Said]
) -> None:
    fresh = Path(shutil.copy2(desk.empty, desk.folder / "fresh.rdesk"))
    said = command("merge", "--workspace", fresh, *sorted((demo / "submissions").iterdir(), reverse=True))
    assert said.code == 0, said.err
    played, again = (command("digest", "--workspace", path) for path in (office, fresh))
    assert played == again
    assert len(played.out.strip()) == 64


def test_decisions_count_once_and_in_any_order(desk: Desk) -> None:
    def after(*steps: str) -> str:
        path = desk.folder / f"{next(_NUMBERS)}.rdesk"
        shutil.copy2(desk.empty, path)
        with store.open_workspace(path) as workspace:
            verdicts = [intake.take(workspace, *one, "window", LATER) for one in desk.files[:2]]
            for hour, step in enumerate(steps):
                now = LATER + timedelta(hours=hour)
                decisions.send_back(
                    workspace, verdicts[int(step)].digest, Return("Thiếu thuyết minh"), f"officer {step}", now
                )
            return merged.digest(workspace)

    assert after("0", "1") == after("1", "0") == after("0", "1", "1", "0")
    assert len({after(), after("0"), after("1"), after("0", "1")}) == 4


def _of(desk: Desk, agency: str) -> list[File]:
    return [file for file in desk.files if file[0].startswith(f"{agency}-r")]
