"""The system's clock is wrong, turned back or years ahead: what comes later is later all the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import (
    backups,
    closings,
    decisions,
    entry,
    filing,
    history,
    intake,
    journal,
    keyring,
    merged,
    restoring,
    round_totals,
    roundbook,
    second_place,
    soundness,
    store,
    submission,
)
from reformdesk.core.deciding import Kind
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from tests import province
from tests.core.builders import NOW, WRONG_BY
from tests.endurance import desk
from tests.endurance.office_scenes import OFFICER
from tests.endurance.scenes import ROUND

_AGENCIES = 22


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> province.Province:
    return province.make(tmp_path_factory.mktemp("clock") / "province", _AGENCIES, 1, taken=0)


def clock(seed: int | None) -> Iterator[datetime]:
    """Give one moment after the other: as time goes by, or as a clock does that somebody sets at random."""
    chance = Random(seed)
    minutes = 0
    while True:
        minutes += 1
        yield NOW + timedelta(minutes=minutes) + (chance.choice(WRONG_BY) if seed is not None else timedelta(0))


def play(path: Path, coming: Path, moments: Iterator[datetime]) -> object:
    """Work at Home Affairs through a round; return how it stands, but for the times that it noted."""
    with store.open_workspace(path) as office:
        round_id = roundbook.latest(office).id
        files = sorted(coming.iterdir())
        for one in files:
            assert intake.take_path(office, one, "folder", next(moments)).state == "accepted"
        first, second, third = (str(row["digest"]) for row in filing.filed(office, "submission", round_id)[:3])
        decisions.send_back(office, first, Return("Kiểm tra lại"), OFFICER, next(moments))
        decisions.send_back(office, second, Return("Thiếu phụ lục"), OFFICER, next(moments))
        (held,) = (one.id for one in journal.standing_of(office, Kind.RETURN) if one.subject == second)
        decisions.take_back(office, held, "Nhầm đơn vị", OFFICER, next(moments))
        decisions.send_back(office, third, Return("Sai đơn vị tính"), OFFICER, next(moments))
        for number in range(3):
            closings.close(office, round_id, f"lần {number}", OFFICER, next(moments))
            if number < 2:
                closings.reopen(office, round_id, "đến muộn", OFFICER, next(moments))
        assert intake.take_path(office, files[0], "folder", next(moments)).state == "known"
        stand = closings.stand(office, round_id)
        assert soundness.problems(office) == []
        return (
            merged.digest(office),
            round_totals.of_round(office, round_id).totals,
            {(one.agency, one.state, one.counts, one.returned) for one in merged.received(office, round_id)},
            (stand.state, stand.number, [one.reason for one in journal.of_round(office, round_id)].count("đến muộn")),
        )


@pytest.mark.parametrize("seed", range(4))
def test_home_affairs_ends_alike_whatever_the_clock_says(
    seed: int, laid_out: province.Province, tmp_path: Path
) -> None:
    ends = []
    for name, moments in (("right", clock(None)), ("wrong", clock(seed))):
        path = Path(shutil.copy(laid_out.office, tmp_path / f"{name}.rdesk"))
        ends.append(play(path, laid_out.coming, moments))
    assert ends[0] == ends[1]


@pytest.mark.parametrize("seed", range(3))
def test_revisions_go_on_whatever_the_clock_says(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "agency.rdesk"
    shutil.copy(desk.newest("agency.rdesk"), path)
    (tmp_path / "keys").mkdir()
    shutil.copy(desk.newest("agency.rdesk").with_name("dai-pt-th.p12"), tmp_path / "keys")
    moments = clock(seed)
    with store.open_workspace(path) as workspace:
        key = keyring.unlock(workspace, desk.PASSPHRASE)
        round_ = roundbook.load(workspace, ROUND)
        for figure in range(30, 36):
            entry.set_value(workspace, round_, "broadcast-bulletins", Number(Decimal(figure)), next(moments))
            sealed, _ = submission.finish(workspace, round_, key, "Hòa", next(moments))
            last = submission.sent(workspace, ROUND)[-1]
            assert last["revision"] == sealed.revision
            assert entry.current_values(workspace, ROUND)["broadcast-bulletins"] == Number(Decimal(figure))
        assert [int(row["revision"]) for row in submission.sent(workspace, ROUND)] == list(range(1, 8))
        assert history.problems(workspace) == []


def _keep(workspace: Workspace, moments: list[datetime]) -> None:
    for number, moment in enumerate(moments):
        workspace.set_meta("officer", f"{number}")
        assert store.backup_if_due(workspace, moment) is not None, moment
        second_place.copy(workspace, moment)


def test_a_clock_that_is_years_ahead_for_a_while_drives_no_backup_out(tmp_path: Path) -> None:
    """The backups that were made last are there, and the last of all is offered first."""
    path = desk.make(tmp_path / "desk")
    stick = tmp_path / "stick"
    stick.mkdir()
    with store.open_workspace(path) as workspace:
        second_place.choose(workspace, stick)
        ahead = [NOW + timedelta(days=4000 + day) for day in range(backups.KEPT + 2)]
        right = [NOW + timedelta(days=day) for day in range(3)]
        _keep(workspace, [*ahead, *right])
        (own,) = stick.iterdir()
        for found in (backups.backups(path), second_place.copies(own)):
            held = set()
            for one in found:
                with store.open_kept(one) as kept:
                    held.add(int(kept.workspace.meta("officer")))
            made = len(ahead) + len(right)
            assert held == set(range(made - len(found), made))
        assert not backups.is_due(path, right[-1])
        newest, *_ = restoring.list_backups(path, right[-1] + timedelta(hours=1))
        assert newest.made_at == right[-1]
