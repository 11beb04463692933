"""A large province at Home Affairs' desk: a short run with generous bounds; ``bench_board`` measures."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reformdesk.core import catalogue, catalogue_reading, merged, round_labels, roundbook, store
from reformdesk.core.board import RECEIVED, read_board
from reformdesk.core.consolidation import Submitted
from reformdesk.core.store import Workspace
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


def test_what_was_folded_is_folded_again_only_where_something_changed(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[str] = []
    whole = merged.submitted

    def submitted(workspace: Workspace, name: str) -> dict[str, Submitted]:
        folded.append(name)
        return whole(workspace, name)

    monkeypatch.setattr(merged, "submitted", submitted)
    merged._remembered.cache_clear()
    with store.open_workspace(office) as workspace:
        older, newer = roundbook.round_ids(workspace)
        for _ in range(3):
            for name in (older, newer):
                merged.totals(workspace, name)
        assert folded == [older, newer]
        with workspace.atomic():
            one = next(one for one in merged.received(workspace, newer) if one.counts)
            workspace.db.execute("UPDATE standing SET counts = 0 WHERE digest = :digest", {"digest": one.digest})
        totals = merged.totals(workspace, newer)
        merged.totals(workspace, older)
        assert folded == [older, newer, newer]
        fresh = merged.consolidated(workspace, [newer])[0]
    assert totals.totals == {name: total.without_shares() for name, total in fresh.totals.items()}


def test_totals_that_were_kept_are_read_and_not_folded(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.open_workspace(office) as workspace:
        names = roundbook.round_ids(workspace)
        before = [merged.totals(workspace, name).totals for name in names]
        state = merged.digest(workspace)
        for name in names:
            merged.keep_totals(workspace, name)
        assert merged.digest(workspace) == state
    monkeypatch.setattr(merged, "submitted", lambda *_: pytest.fail("folded"))
    merged._remembered.cache_clear()
    with store.open_workspace(office) as workspace:
        after = [merged.totals(workspace, name).totals for name in names]
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
