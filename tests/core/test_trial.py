"""A trial run plays a whole round beside the real workspace, and goes without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from reformdesk.core import catalogue_writing, founding, intake, judgement, keyring, merged, roundbook, trial
from reformdesk.core.catalogue_draft import read as read_tables
from reformdesk.core.pasted_table import read as read_pasted
from reformdesk.core.rounds import agency_from_wire
from reformdesk.core.store import Workspace, open_workspace
from reformdesk.errors import StoreError

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
AGENCIES = founding.template_agencies()


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Workspace]:
    with founding.found(tmp_path / "home-affairs.rdesk", "tỉnh Minh Sơn", AGENCIES, NOW) as workspace:
        keys = tmp_path / "keys"
        keys.mkdir()
        keyring.create(workspace, "Sở Nội vụ", "mật khẩu thật", NOW, rounds=1000)
        yield workspace


def contents(folder: Path) -> dict[str, str]:
    return {str(one): sha256(one.read_bytes()).hexdigest() for one in sorted(folder.rglob("*.p12")) if one.is_file()}


def tables(workspace: Workspace) -> list[dict[str, object]]:
    return workspace.rows("SELECT * FROM meta ORDER BY name") + workspace.rows("SELECT id FROM rounds")


def test_three_agencies_hand_in_and_home_affairs_takes_them_in(real: Workspace) -> None:
    before, keys = tables(real), contents(real.path.parent)
    made = trial.start(real, NOW)
    assert tables(real) == before
    assert contents(real.path.parent / "keys") == keys
    files = sorted(made.sent.iterdir())
    assert len(files) == trial.PLAYERS
    with open_workspace(made.workspace) as office:
        assert trial.started_from(office) == real.path
        round_ = roundbook.latest(office)
        assert round_.id == trial.ROUND
        assert len(round_.asked) == 80
        verdicts = [intake.take(office, one.name, one.read_bytes(), "folder", NOW) for one in files]
        # their keys are strangers: that is what is tried
        assert {one.state for one in verdicts} == {judgement.WAITING}
        assert {round_.by_id[one.agency].groups[1] for one in verdicts} == {"departments", "districts"}
        assert merged.consolidated(office)
        assert keyring.unlock(office, trial.PASSPHRASE)
    assert trial.started_from(real) is None


def test_it_is_thrown_away_whole_and_nothing_else(real: Workspace) -> None:
    before = sorted(real.path.parent.rglob("*"))
    first = trial.start(real, NOW)
    second = trial.start(real, NOW)
    assert first.workspace.parent.parent != second.workspace.parent.parent
    for made in (first, second):
        assert trial.sent_to(made.workspace) == made.sent
        trial.throw_away(made.workspace)
        assert not made.workspace.parent.parent.exists()
    assert sorted(real.path.parent.rglob("*")) == before


def test_a_folder_that_is_no_trial_stays(real: Workspace, tmp_path: Path) -> None:
    trial.throw_away(real.path)
    trial.throw_away(tmp_path / "a" / "b" / "c.rdesk")
    assert real.path.exists()


def test_a_trial_that_cannot_be_written_leaves_nothing(real: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(real.path.parent.rglob("*"))

    def full(*_: object, **__: object) -> None:
        raise StoreError("disk-full", file="x")

    monkeypatch.setattr(trial, "_hand_in", full)
    with pytest.raises(StoreError):
        trial.start(real, NOW)
    assert sorted(real.path.parent.rglob("*")) == before


def test_tables_of_ones_own_are_tried_as_well(tmp_path: Path) -> None:
    text = "STT\tChỉ tiêu\tĐơn vị báo cáo\tNăm 2024\n1\tSố lượt\tUBND cấp huyện\t3\n2\tTỷ lệ\tSở Y tế\t9,5\n"
    text += "3\tCó họp\tSở Nội vụ\tx"
    drafts = read_tables(read_pasted(text), tuple(map(agency_from_wire, AGENCIES)))
    indicators = catalogue_writing.write("rieng", "Biểu riêng", drafts, founding.template_indicators())
    with founding.found(tmp_path / "a.rdesk", "tỉnh Khác", AGENCIES, NOW, indicators) as workspace:
        made = trial.start(workspace, NOW)
    assert len(list(made.sent.iterdir())) == trial.PLAYERS
