"""The sample province, played once for all tests, and copies of it for those that change something."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reformdesk import cli
from reformdesk.cli import checking
from reformdesk.core import entry, keyring, roundbook, sample, store, submission
from reformdesk.core.store import Workspace
from reformdesk.core.submission import Submission
from reformdesk.core.values import Value

FOLDER = "Báo cáo CCHC 2024"
"""A folder's name as people here give it: letters beyond ASCII, and blanks."""

ROUNDS = ("2020", "2021", "2022", "2023", "2024-h1")
NEWEST = "2024-h1"
AGENCIES = 39
AGENCY = "so-tu-phap"
"""The agency whose desk tests sit at."""
LATER = datetime(2024, 7, 20, 3, 0, tzinfo=UTC)
"""When tests go on with the sample's newest round."""

_LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Said:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


def window() -> str:
    """Stand in for the window that ``doctor`` would build."""
    return "Qt 6"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample province: to be read, never changed, and no workspace in it opened."""
    return play_once(_common(tmp_path_factory))


@pytest.fixture(scope="session")
def two_level(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As ``demo``, and what came after the district level, which takes some seconds: 134 agencies report."""
    return go_on_once(demo, _common(tmp_path_factory))


def _common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    # with several test processes, each has a folder of its own in a common one
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture
def office(demo: Path, tmp_path: Path) -> Path:
    """A copy of Home Affairs' workspace after the sample's last round."""
    return copy_of_office(demo, tmp_path / FOLDER)


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Path:
    """A copy of an agency's workspace after the sample's last round, with its key beside it."""
    return copy_of_agency(demo, AGENCY, tmp_path / "desk")


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample's passphrase, where a script would set it."""
    monkeypatch.setenv(cli.PASSPHRASE, sample.DEFAULT_PASSPHRASE)
    return sample.DEFAULT_PASSPHRASE


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run one command in this process, in English unless it says otherwise."""

    def run(*arguments: str | Path, window: Callable[[], str] = window) -> Said:
        words = [str(argument) for argument in arguments]
        capsys.readouterr()
        outcome = cli.run(words if "--lang" in words else [*words, "--lang", "en"], window)
        printed = capsys.readouterr()
        return Said(outcome.code, printed.out, printed.err)

    return run


def play_once(base: Path) -> Path:
    """Play the sample's printed tables into ``base``, or wait for the test process that does so already."""

    def play(target: Path) -> None:
        path = sample.play(target, sample.DEFAULT_PASSPHRASE, lambda *_: None)
        with store.open_workspace(path) as workspace:
            checking.write_printed(workspace, target)

    return _once(base, "demo", base / FOLDER, play)


def go_on_once(demo: Path, base: Path) -> Path:
    """Do as :func:`play_once` for what came after the printed tables, beside what was played before."""

    def play(target: Path) -> None:
        shutil.copytree(demo, target)
        sample.play_two_level(target, sample.DEFAULT_PASSPHRASE, lambda *_: None)
        with store.open_workspace(target / sample.HOME_AFFAIRS) as workspace:
            checking.write_two_level(workspace, target)

    return _once(base, "two-level", base / f"{FOLDER} và 2025", play)


def _once(base: Path, name: str, target: Path, play: Callable[[Path], None]) -> Path:
    done = base / f"{name}-is-played"
    try:
        (base / f"{name}-is-being-played").mkdir()
    except FileExistsError:
        _wait_for(done)
        return target
    try:
        play(target)
    finally:
        done.touch()
    return target


def _wait_for(done: Path) -> None:
    give_up = time.monotonic() + _LONGEST_WAIT
    while not done.exists():
        assert time.monotonic() < give_up, "another test process did not finish playing the sample"
        time.sleep(0.1)


def copy_of_office(demo: Path, target: Path) -> Path:
    """Copy Home Affairs' workspace alone; its key stays behind."""
    target.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy2(demo / sample.HOME_AFFAIRS, target / sample.HOME_AFFAIRS))


def copy_of_agency(demo: Path, agency: str, target: Path) -> Path:
    """Copy an agency's workspace, with its key in ``keys/`` beside it."""
    (target / "keys").mkdir(parents=True, exist_ok=True)
    shutil.copy2(demo / "keys" / f"{agency}.p12", target / "keys")
    return Path(shutil.copy2(demo / "agencies" / f"{agency}.rdesk", target / f"{agency}.rdesk"))


def without_submissions(path: Path) -> None:
    """Take every submission out of a Home Affairs workspace; rounds and pins stay."""
    with store.open_workspace(path) as workspace:
        with workspace.atomic():
            workspace.db.execute("DELETE FROM standing")
            workspace.db.execute("DELETE FROM files WHERE kind = 'submission'")
        workspace.db.vacuum()


def without_pins(path: Path) -> None:
    """Take every compared certificate out of a workspace."""
    with store.open_workspace(path) as workspace, workspace.atomic():
        workspace.db.execute("DELETE FROM pins")


def submission_files(demo: Path, round_id: str = NEWEST) -> list[Path]:
    """Return what the agencies handed in in a round, by agency."""
    return sorted((demo / "submissions" / round_id).iterdir())


def exchange_files(demo: Path) -> list[Path]:
    """Return every exchange file of the sample."""
    return sorted(path for folder in ("rounds", "submissions", "replies") for path in (demo / folder).rglob("*.rd*"))


def hand_in_again(path: Path, changes: dict[str, Value], round_id: str = NEWEST, now: datetime = LATER) -> Submission:
    """Change an agency's answers and seal the next revision, in a workspace with its key beside it."""
    with store.open_workspace(path) as workspace:
        return finish_with(workspace, changes, round_id, now)


def finish_with(workspace: Workspace, changes: dict[str, Value], round_id: str, now: datetime) -> Submission:
    """Do as :func:`hand_in_again` in an open workspace."""
    round_ = roundbook.load(workspace, round_id)
    for indicator, value in changes.items():
        entry.set_value(workspace, round_, indicator, value, now)
    key = keyring.unlock(workspace, sample.DEFAULT_PASSPHRASE)
    sent, _ = submission.finish(workspace, round_, key, "Nguyễn Văn Ất", now)
    return sent


def altered(path: Path, words: bytes, others: bytes) -> None:
    """Change some bytes in the file of a workspace, as a failing disk does."""
    content = path.read_bytes()
    assert words in content
    path.write_bytes(content.replace(words, others, 1))
