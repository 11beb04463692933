"""A large province at Home Affairs' desk: a short run with generous bounds; ``bench_board`` measures."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reformdesk.core import (
    catalogue,
    catalogue_reading,
    merged,
    round_labels,
    round_totals,
    roundbook,
    store,
    what_counts,
)
from reformdesk.core.board import RECEIVED, read_board
from reformdesk.core.consolidation import Submitted
from reformdesk.core.store import Workspace
from reformdesk.core.what_counts import Counting
from reformdesk.ui import consolidating
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, TABLES
from tests import province
from tests.core.builders import NOW
from tests.ui.conftest import Hands, Open, desk_of

AGENCIES, ROUNDS = 300, 2


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> province.Province:
    return province.make(tmp_path_factory.mktemp("province") / "made", AGENCIES, ROUNDS)


@pytest.fixture
def office(laid_out: province.Province, tmp_path: Path) -> Path:
    return Path(shutil.copy(laid_out.office, tmp_path))


def test_the_board_builds_one_round_and_reads_one_rounds_submissions(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[object] = []
    whole = catalogue_reading.parse

    def parse(source: Mapping[str, Any]) -> catalogue.Catalogue:
        built.append(source)
        return whole(source)

    monkeypatch.setattr(catalogue_reading, "parse", parse)
    roundbook._read.cache_clear()
    with store.open_workspace(office) as workspace:
        data = read_board(workspace, "", NOW)
        assert len(built) == 1
        assert (len(data.lines), data.count(RECEIVED)) == (AGENCIES, AGENCIES - AGENCIES // 10)
        assert [one.id for one in round_labels.labels(workspace)] == roundbook.round_ids(workspace)
        assert len(built) == 1


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Which submissions were read, by round and agency."""
    found: list[tuple[str, str]] = []
    whole = what_counts.read

    def noted(workspace: Workspace, round_id: str, one: Counting) -> Submitted:
        found.append((round_id, one[0]))
        return whole(workspace, round_id, one)

    monkeypatch.setattr(what_counts, "read", noted)
    return found


def test_one_submission_more_or_less_is_read_alone(office: Path, read: list[tuple[str, str]]) -> None:
    with store.open_workspace(office) as workspace:
        older, newer = roundbook.round_ids(workspace)
        for _ in range(3):
            for name in (older, newer):
                round_totals.of_round(workspace, name)
        assert len(read) == 2 * AGENCIES - AGENCIES // 10
        assert len(set(read)) == len(read)
        read.clear()
        with workspace.atomic():
            one = next(one for one in merged.received(workspace, newer) if one.counts)
            workspace.db.execute("UPDATE standing SET counts = 0 WHERE digest = :digest", {"digest": one.digest})
        without = round_totals.of_round(workspace, newer).totals
        round_totals.of_round(workspace, older)
        assert read == [(newer, one.agency)]
        fresh = merged.consolidated(workspace, [newer])[0]
        assert without == {name: total.without_shares() for name, total in fresh.totals.items()}
        read.clear()
        with workspace.atomic():
            workspace.db.execute("UPDATE standing SET counts = 1 WHERE digest = :digest", {"digest": one.digest})
        again = round_totals.of_round(workspace, newer).totals
        assert read == [(newer, one.agency)]
        assert again != without
        assert again == round_totals.fold(workspace, roundbook.load(workspace, newer))


def test_totals_that_were_kept_are_read_and_not_folded(office: Path, read: list[tuple[str, str]]) -> None:
    with store.open_workspace(office) as workspace:
        names = roundbook.round_ids(workspace)
        before = [round_totals.of_round(workspace, name).totals for name in names]
        state = merged.digest(workspace)
        for name in names:
            round_totals.keep(workspace, name)
        assert merged.digest(workspace) == state
    read.clear()
    with store.open_workspace(office) as workspace:
        after = [round_totals.of_round(workspace, name).totals for name in names]
    assert read == []
    assert after == before
    assert [list(totals) for totals in after] == [list(totals) for totals in before]


def test_a_desk_keeps_its_totals_while_nobody_waits(
    office: Path, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(consolidating, "_PREPARE_AFTER", 0)
    monkeypatch.setattr(consolidating, "_PAUSE", 0)
    desk = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(desk)
    found: list[int] = []

    def all_kept() -> bool:
        desk.workspace.read(lambda workspace: len(workspace.rows("SELECT 1 FROM folded")), found.append)
        hands.settle_desk(desk)
        return found[-1] == ROUNDS

    qtbot.waitUntil(all_kept, timeout=15_000)


def test_every_row_gets_its_height_by_and_by(office: Path, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(desk)
    table = desk.board.table
    for _ in range(20):
        hands.settle_desk(desk)
    assert table._next_row == AGENCIES
    hands.focus(table)
    hands.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.currentIndex().row() == AGENCIES - 1
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()


def test_the_tables_show_the_newest_round_first_and_then_all(office: Path, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(desk)
    shown: list[tuple[int, bool]] = []
    model = desk.tables.model
    model.modelReset.connect(lambda: shown.append((model.columnCount(), desk.tables.more.isHidden())))
    desk.open_page(TABLES)
    hands.settle_desk(desk)
    assert [more for _, more in shown] == [False, True]
    assert shown[0][0] == shown[1][0] - 1
    desk.open_page(BOARD)
    desk.open_page(TABLES)
    hands.settle_desk(desk)
    assert shown[-1][1]
    # a total's shares are read when somebody looks
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    row, column = next(place for place in places if "/" in model.cell(*place).hint)
    desk.tables.table.setCurrentIndex(model.index(row, column))
    hands.settle_desk(desk)
    assert desk.tables.shares_model.rowCount() > AGENCIES // 2
